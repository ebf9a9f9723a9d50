"""The requests of the network page: each takes a look at the graph and returns plain data for JSON, with the part of
the graph that it names.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from itertools import pairwise
from typing import Any

from kg.asking.live.contradictions import contradictions
from kg.asking.live.facts import facts
from kg.asking.live.look import Look
from kg.asking.live.search import search

_MOST_AROUND = 24  # neighbours brought in with a node
FACTS_OF_A_NEIGHBOUR = 3
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
    tying = (fact for (other,) in near for fact in _tying(look, number, other))
    told = look.iris("fact", dict.fromkeys([*look.own_facts(look.values["node"]), *tying]))
    nodes = look.iris("node", [number, *(other for (other,) in near)])
    return {"nodes": nodes, "part": look.part(told, nodes)}


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


def _path(look: Look) -> dict[str, Any]:
    """The shortest way from a node to another over facts."""
    steps = _way(look, look.number("node"), look.number("other"))
    nodes = look.iris("node", steps)
    tying = dict.fromkeys(fact for a, b in pairwise(steps) for fact in _tying(look, a, b))
    return {"nodes": nodes, "part": look.part(look.iris("fact", tying), nodes)}


def _way(look: Look, start: int, end: int) -> list[int]:
    """Return the nodes from ``start`` to ``end``, breadth first, neighbours in order; none where there is no way."""
    admitted, given = look.condition()
    query = (
        "SELECT DISTINCT pair.b FROM pair LEFT JOIN fact ON fact.id = pair.fact "  # noqa: S608
        f"WHERE pair.a = ? AND (pair.fact = 0 OR {admitted}) ORDER BY pair.b"
    )
    before: dict[int, int] = {start: start}
    queue = deque([start])
    while queue and end not in before and len(before) < _FARTHEST:
        node = queue.popleft()
        fresh = [other for (other,) in look.rows(query, node, *given) if other not in before]
        before |= dict.fromkeys(fresh, node)
        queue.extend(fresh)
    steps = [end] if end in before else []
    while steps and steps[-1] != start:
        steps.append(before[steps[-1]])
    return steps[::-1]


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
    "facts": facts,
    "company": _company,
    "contradictions": contradictions,
    "path": _path,
    "months": _months,
}
