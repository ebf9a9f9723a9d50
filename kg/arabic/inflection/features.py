"""What a form of a word tells."""

from __future__ import annotations

from typing import NamedTuple


class Features(NamedTuple):
    """What a form tells; None where it leaves it open.

    ``tense`` is None for nouns, else ``perfect``, ``imperfect`` (with the subjunctive), ``jussive`` (where its
    spelling differs: لم يقل), ``participle`` or ``masdar``; ``voice`` is ``active`` or ``passive`` (where both are
    written alike: ``active``); ``person`` is 1 or 3; ``gender`` ``m`` or ``f``; ``number`` ``s``, ``d`` or ``p``.
    """

    tense: str | None = None
    voice: str | None = None
    person: int | None = None
    gender: str | None = None
    number: str | None = None


Form = tuple[str, Features]
"""A normal form of one word, without article and clitics, and what it tells."""

NOUN = {
    (gender, number): Features(gender=gender, number=number)
    for gender in ("m", "f", None)
    for number in ("s", "d", "p")
}
