"""What the title finder hands on: one record for each title in text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TitleMention:
    """A title in text, with or without a name. Token indexes are half-open.

    ``start`` and ``end`` hold the whole noun phrase (title, whose, rank, name); ``title`` the words of the title alone;
    ``name`` the person's name, None where the title stands alone (قال الوزير). ``role`` is the concept's slug.
    ``relative`` says that the title belongs to the country or body of someone named before (نظيره, وزير خارجيته).
    ``inner`` is where the title of another begins inside this one, and its role (مستشار رئيس الوزراء). ``likely`` is a
    country that only its place in the sentence tells. ``served`` is the name of the person whom the office serves.
    ``state``: an office of a state, whatever its role. ``elsewhere`` pairs countries with the role that the same words
    are there (المستشارة: an adviser, the chancellor of DE). ``international``: its body belongs to no one country.
    ``again``: the same office of the same person is told elsewhere, as that title; this one has lost its name.
    """

    start: int
    end: int
    title: tuple[int, int]
    role: str
    name: tuple[int, int] | None
    country: str | None
    rule: str
    confidence: float
    organization: str | None = None
    place: str | None = None
    former: bool = False
    standing: str | None = None
    since: str | None = None
    until: str | None = None
    relative: bool = False
    feminine: bool = False
    number: int = 1
    inner: tuple[int, str] | None = None
    likely: str | None = None
    served: tuple[int, int] | None = None
    again: bool = False
    state: bool = False
    elsewhere: tuple[tuple[str, str], ...] = ()
    international: bool = False
