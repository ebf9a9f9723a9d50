"""Which offices the ontology knows people to have held, by name."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

from kg.arabic.name_parts import compatible, last_part
from kg.lexicon import NOUN_LABELS, Lexicon
from kg.roles.reading import Reading


def known_roles(reading: Reading, start: int, end: int) -> tuple[str, ...]:
    """Return the roles that the bearers of the name in tokens ``start`` to ``end`` are known to have held, in order."""
    name = reading.doc.slice(start, end)
    tenures = _tenures(reading.doc.lexicon).get(last_part(name), ())
    roles = (role for label, role in tenures if compatible(name, label))
    return tuple(dict.fromkeys(roles))


def is_kin_of_holder(reading: Reading, start: int, end: int, role: str) -> bool:
    """Whether the name in tokens ``start`` to ``end`` is that of someone who shares but the family name with a known
    holder of ``role``: in زوجة الرئيس ميلانيا ترامب the wife's.
    """
    return end - start > 1 and held_by_another(reading.doc.lexicon, reading.doc.slice(start, end), role)


def held_by_another(lexicon: Lexicon, name: str, role: str) -> bool:
    """Whether somebody of the family name of ``name`` is known to have held ``role``, and it is another."""
    family = [label for label, held in _tenures(lexicon).get(last_part(name), ()) if held == role]
    return bool(family) and not any(compatible(name, label) for label in family)


@lru_cache(maxsize=8)
def _tenures(lexicon: Lexicon) -> dict[str, list[tuple[str, str]]]:
    """Return the known names with the roles that their bearers held, by the last part of the name."""
    held: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for tenure in lexicon.scheme("tenures"):
        person = lexicon.concepts.get(tenure.get("holder") or "")
        role = (tenure.get("role") or "").rsplit("/", 1)[-1]
        for label in (text for prop in NOUN_LABELS for text in person.texts(prop)) if person else ():
            held[last_part(label)].append((label, role))
    return held
