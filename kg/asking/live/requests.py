"""The requests of the network page: each takes a look at the graph and returns plain data for JSON, with the part of
the graph that it names.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from itertools import pairwise
from typing import Any

from kg.asking.live.look import Look
from kg.asking.live.search import search

_MOST_AROUND = 24  # neighbours brought in with a node
_MOST_FACTS = 200  # in one answer
FACTS_OF_A_NEIGHBOUR = 3
_MOST_PAIRS = 100
_MOST_COMPANY = 12
_FARTHEST = 200_000  # nodes looked at for a path


def _node(look: Look) -> dict[str, Any]:
    """A node alone; an event comes with its fact."""
    iri = look.iris("node", [look.number("node")])
    return {"nodes": iri, "part": look.part(look.iris("fact", look.own_facts(iri[0])), iri)}


def _around(look: Look) -> dict[str, Any]:
    """A node with its best tied neighbours, and a few facts of each tie."""
    number = look.number("node")
    admitted, given = look.condition()
    near = look.rows(
        "SELECT pair.b FROM pair JOIN node ON node.id = pair.b LEFT JOIN fact ON fact.id = pair.fact "  # noqa: S608
        f"WHERE pair.a = ? AND (pair.fact = 0 OR {admitted}) "
        f"GROUP BY pair.b ORDER BY degree DESC, pair.b LIMIT {_MOST_AROUND}",
        number,
        *given,
    )
    facts: dict[int, None] = dict.fromkeys(look.own_facts(look.values["node"]))
    for (other,) in near:
        query = f"SELECT fact FROM pair WHERE a = ? AND b = ? AND fact > 0 LIMIT {FACTS_OF_A_NEIGHBOUR}"  # noqa: S608
        facts |= {fact: None for (fact,) in look.rows(query, number, other)}
    nodes = look.iris("node", [number, *(other for (other,) in near)])
    return {"nodes": nodes, "part": look.part(look.iris("fact", facts), nodes)}


def _facts(look: Look) -> dict[str, Any]:
    """Facts, newest first, and roles by how many articles tell them: of a node (``as`` limits in which part), of two
    that are tied, or all that are dated.
    """
    admitted, given = look.condition()
    source, own = "fact", list[object]()
    if "other" in look.values:
        source += " JOIN pair ON pair.fact = fact.id AND pair.a = ? AND pair.b = ?"
        own = [look.number("node"), look.number("other")]
    elif "node" in look.values:
        of_part = "AND part = ?" if "as" in look.values else ""
        source = f"(SELECT DISTINCT fact FROM tie WHERE node = ? {of_part}) AS tied JOIN fact ON fact.id = tied.fact"  # noqa: S608
        own = [look.number("node"), *([look.values["as"]] if of_part else [])]
    if "kind" in look.values:
        admitted, given = f"{admitted} AND fact.kind = ?", [*given, look.values["kind"]]
    if "dated" in look.values:
        admitted += " AND fact.kind <> 'role' AND fact.lo <> ''"
    if "position" in look.values:
        admitted, given = f"{admitted} AND coalesce(position, 'none') = ?", [*given, look.values["position"]]
    return _page(look, source, f"WHERE {admitted}", [*own, *given])


def _page(look: Look, source: str, where: str, given: list[object]) -> dict[str, Any]:
    offset, most = (int(look.values.get(name, "0")) for name in ("offset", "most"))
    count = look.rows(f"SELECT count(*) FROM {source} {where}", *given)[0][0]  # noqa: S608
    order = "fact.articles DESC, fact.id" if look.values.get("kind") == "role" else "fact.id"
    query = f"SELECT fact.iri FROM {source} {where} ORDER BY {order} LIMIT ? OFFSET ?"  # noqa: S608
    facts = [iri for (iri,) in look.rows(query, *given, min(most, _MOST_FACTS), max(0, offset))]
    return {"count": count, "facts": facts, "part": look.part(facts)}


def _company(look: Look) -> dict[str, Any]:
    """Who and what is named most often in the same facts."""
    number = look.number("node")
    admitted, given = look.condition()
    query = (
        "SELECT node.iri, count(DISTINCT fact.id) FROM tie AS own JOIN fact ON fact.id = own.fact "  # noqa: S608
        "JOIN tie AS others ON others.fact = fact.id JOIN node ON node.id = others.node "
        f"WHERE own.node = ? AND others.node <> ? AND node.kind <> 'event' AND {admitted} "
        f"GROUP BY node.id ORDER BY 2 DESC, node.id LIMIT {_MOST_COMPANY}"
    )
    found = look.rows(query, number, number, *given)
    return {"company": found, "part": look.part((), [iri for iri, _ in found])}


def _contradictions(look: Look) -> dict[str, Any]:
    """Opposite positions towards one force: by the same speaker, or on the same day; not in one sentence, which weighs
    both. A statement stands in one pair.
    """
    admitted, given = look.condition()
    stated = look.rows(
        "SELECT fact.id, fact.iri, position, lo, hi, ab.node, sp.node FROM fact "  # noqa: S608
        "JOIN tie AS ab ON ab.fact = fact.id AND ab.part = 'about' "
        "JOIN tie AS sp ON sp.fact = fact.id AND sp.part = 'speaker' "
        f"WHERE position IN ('supports', 'opposes') AND {admitted} ORDER BY fact.id",
        *given,
    )
    groups: dict[tuple[object, ...], dict[str, dict[int, str]]] = {}
    for number, iri, position, _, _, force, speaker in stated:
        groups.setdefault(("sameSpeaker", speaker, force), {}).setdefault(position, {})[number] = iri
    for number, iri, position, first, last, force, _ in stated:
        if first and first == last:
            groups.setdefault(("sameDay", first, force), {}).setdefault(position, {})[number] = iri
    pairs, used = list[tuple[int, list[str]]](), set[int]()
    for (reason, *_), positions in groups.items():
        opposes = positions.get("opposes", {})
        for one, iri in positions.get("supports", {}).items() if opposes else ():
            others = (other for other in opposes if other not in used and look.apart(iri, opposes[other]))
            if one not in used and (other := next(others, None)) is not None:
                pairs.append((min(one, other), [str(reason), iri, opposes[other]]))
                used |= {one, other}
    newest = [pair for _, pair in sorted(pairs)[:_MOST_PAIRS]]
    return {"pairs": newest, "part": look.part(dict.fromkeys(iri for pair in newest for iri in pair[1:]))}


def _path(look: Look) -> dict[str, Any]:
    """The shortest way from a node to another over facts, breadth first, neighbours in order."""
    start, end = look.number("node"), look.number("other")
    before: dict[int, int] = {start: start}
    queue = deque([start])
    admitted, given = look.condition()
    query = (
        "SELECT DISTINCT pair.b FROM pair LEFT JOIN fact ON fact.id = pair.fact "  # noqa: S608
        f"WHERE pair.a = ? AND (pair.fact = 0 OR {admitted}) ORDER BY pair.b"
    )
    while queue and end not in before and len(before) < _FARTHEST:
        node = queue.popleft()
        for (other,) in look.rows(query, node, *given):
            if other not in before:
                before[other] = node
                queue.append(other)
    steps = [end] if end in before else []
    while steps and steps[-1] != start:
        steps.append(before[steps[-1]])
    nodes = look.iris("node", reversed(steps))
    facts = [fact for a, b in pairwise(steps) for fact in _tying(look, a, b)]
    return {"nodes": nodes, "part": look.part(look.iris("fact", dict.fromkeys(facts)), nodes)}


def _tying(look: Look, one: int, other: int) -> list[int]:
    query = f"SELECT fact FROM pair WHERE a = ? AND b = ? AND fact > 0 LIMIT {FACTS_OF_A_NEIGHBOUR}"  # noqa: S608
    return [fact for (fact,) in look.rows(query, one, other)]


def _months(look: Look) -> dict[str, Any]:
    """How many facts each month has."""
    return {"months": dict(look.rows("SELECT month, facts FROM month ORDER BY month"))}


REQUESTS: dict[str, Callable[[Look], dict[str, Any]]] = {
    "search": search,
    "node": _node,
    "around": _around,
    "facts": _facts,
    "company": _company,
    "contradictions": _contradictions,
    "path": _path,
    "months": _months,
}
