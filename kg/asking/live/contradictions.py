"""Statements that contradict each other."""

from __future__ import annotations

from typing import Any

from kg.asking.live.look import Look

_MOST = 100
Group = tuple[str, object, int]  # why they contradict; the speaker or the day; the force
Sides = dict[str, dict[int, str]]  # by position, the statements' numbers and IRIs


def contradictions(look: Look) -> dict[str, Any]:
    """Opposite positions towards one force: by the same speaker, or on the same day; not in one sentence, which weighs
    both. What a statement says of a force stands in one pair; with each pair goes the force.
    """
    pairs, used = list[tuple[int, tuple[str, str, str, str]]](), set[tuple[int, int]]()
    for (reason, _, force), sides in _groups(look).items():
        opposes = sides.get("opposes", {})
        for one, iri in sides.get("supports", {}).items() if opposes else ():
            others = (other for other in opposes if (other, force) not in used and look.apart(iri, opposes[other]))
            if (one, force) not in used and (other := next(others, None)) is not None:
                [about] = look.iris("node", [force])
                pairs.append((min(one, other), (reason, iri, opposes[other], about)))
                used |= {(one, force), (other, force)}
    newest = [pair for _, pair in sorted(pairs)[:_MOST]]
    return {"pairs": newest, "part": look.part(dict.fromkeys(iri for _, *both, _ in newest for iri in both))}


def _groups(look: Look) -> dict[Group, Sides]:
    """Return the statements that take a stand on a force, newest first, by who said them and by the day on which."""
    admitted, given = look.condition()
    stated = look.rows(
        "SELECT fact.id, fact.iri, stand.part, lo, hi, stand.node, sp.node FROM fact "  # noqa: S608
        "JOIN tie AS stand ON stand.fact = fact.id AND stand.part IN ('supports', 'opposes') "
        "JOIN tie AS sp ON sp.fact = fact.id AND sp.part = 'speaker' "
        f"WHERE {admitted} ORDER BY fact.id",
        *given,
    )
    groups: dict[Group, Sides] = {}
    for number, iri, position, _, _, force, speaker in stated:
        groups.setdefault(("sameSpeaker", speaker, force), {}).setdefault(position, {})[number] = iri
    for number, iri, position, first, last, force, _ in stated:
        if first and first == last:
            groups.setdefault(("sameDay", first, force), {}).setdefault(position, {})[number] = iri
    return groups
