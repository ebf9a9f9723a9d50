"""What the network page asks of ``kg serve``: parts of the graph, each in the form in which the page embeds it.

A part is a ``kg.view.View`` of the asked facts alone, with the nodes, sentences and articles that they name; the page
adds it to what it holds. ``PageData`` answers each request with plain data for JSON.
"""

from __future__ import annotations

import re
import sqlite3
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg.asking.guard import QueryError
from kg.asking.page_index import PARTS, search_form
from kg.graph import RDF_TYPE, Description
from kg.namespaces import TERM
from kg.view import View, sized, view_of

_FIRST_NODES, _FIRST_FACTS = 1000, 6000  # of the page before anything is asked
_MOST_FOUND = 12
_MOST_AROUND = 24  # neighbours brought in with a node
_MOST_FACTS = 200  # in one answer
_FACTS_OF_A_NEIGHBOUR = 3
_MOST_PROOFS = 30  # pieces of evidence of one fact
_MOST_PAIRS = 100
_MOST_COMPANY = 12
_FARTHEST = 200_000  # nodes looked at for a path
_NAMES = {PARTS[part] for part in PARTS} | {TERM.partOf}
_TERMS = {RDF_TYPE, TERM.stance}
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_OF_KIND = "SELECT 1 FROM tie JOIN node ON node.id = tie.node WHERE tie.fact = fact.id AND node.kind"

_FIRST = """
WITH best AS (SELECT id FROM node WHERE degree > 0 ORDER BY degree DESC, id LIMIT ?),
  numbered AS (SELECT fact, row_number() OVER (PARTITION BY a, b ORDER BY fact) AS place
    FROM pair WHERE a IN best AND b IN best AND fact > 0)
SELECT DISTINCT fact FROM numbered WHERE place <= ? ORDER BY fact LIMIT ?
"""

Values = dict[str, str]


@dataclass(frozen=True, slots=True)
class PageData:
    """Answers from a graph's store and its index; safe to use from many threads."""

    store: ox.Store
    index: Path
    seconds: float

    def answer(self, name: str, values: Values) -> dict[str, Any]:
        """Return the answer to the request ``name`` (search, node, around, facts, company, path, contradictions,
        months) with ``values`` from the address.

        Raises KeyError for a request or a node that there is not, QueryError for one that takes too long.
        """
        with self._opened() as database:
            try:
                return _REQUESTS[name](_Look(self.store, database, values))
            except sqlite3.OperationalError as error:
                if "interrupt" not in str(error):
                    raise
                raise QueryError(f"stopped after {self.seconds:g} seconds: narrow the time or hide kinds") from None

    def first(self) -> tuple[View, dict[str, Any]]:
        """Return the best connected nodes with the newest facts that tie them, and what there is in the whole graph."""
        with self._opened() as database:
            look = _Look(self.store, database, {})
            facts = look.rows(_FIRST, _FIRST_NODES, _FACTS_OF_A_NEIGHBOUR, _FIRST_FACTS)
            view = look.view(look.iris("fact", (number for (number,) in facts)))
            (counts,) = look.rows("SELECT (SELECT count(*) FROM node), (SELECT count(*) FROM fact), day FROM newest")
            return view, dict(zip(("nodes", "facts", "newest"), counts, strict=True))

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        database = sqlite3.connect(f"{self.index.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
        end = time.monotonic() + self.seconds
        database.set_progress_handler(lambda: time.monotonic() > end, 20_000)
        try:
            yield database
        finally:
            database.close()


@dataclass(frozen=True, slots=True)
class _Look:
    """One request: its values, and the store and index that answer it."""

    store: ox.Store
    database: sqlite3.Connection
    values: Values

    def rows(self, query: str, *values: object) -> list[Any]:
        return self.database.execute(query, values).fetchall()

    def number(self, name: str) -> int:
        """The node that a value of the request names by its IRI."""
        found = self.rows("SELECT id FROM node WHERE iri = ?", self.values[name])
        if not found:
            raise KeyError(self.values[name])
        return int(found[0][0])

    def condition(self) -> tuple[str, list[str]]:
        """What the range of time and the hidden kinds admit of ``fact``, as SQL with its values."""
        since, until = (day if _DAY.fullmatch(day := self.values.get(name, "")) else "" for name in ("from", "until"))
        admitted, given = ["1"], []
        if since or until:
            admitted.append("(fact.kind = 'role' OR fact.lo <> '' AND fact.lo <= ? AND fact.hi >= ?)")
            given += [until or "9999", since]
        if hidden := [kind for kind in self.values.get("hidden", "").split(",") if kind]:
            marks = ", ".join("?" * len(hidden))
            admitted.append(f"NOT EXISTS ({_OF_KIND} IN ({marks}))")
            given += hidden
        return " AND ".join(admitted), given

    def part(self, facts: Iterable[str], nodes: Iterable[str] = ()) -> dict[str, Any]:
        """Return the view of these facts and nodes, given as IRIs, as data."""
        return self.view(facts, nodes).data()

    def view(self, facts: Iterable[str], nodes: Iterable[str] = ()) -> View:
        """Return the view of these facts and nodes, given as IRIs; nodes are sized by the whole graph."""
        view = view_of(_described(self.store, [*facts], [*nodes]))
        for fact in view.facts:
            if len(fact["v"]) == _MOST_PROOFS:
                fact["m"] = sum(1 for _ in _about(self.store, fact["i"], ox.NamedNode(TERM.evidence)))
        for entry in view.nodes:
            for degree, articles in self.rows("SELECT degree, articles FROM node WHERE iri = ?", entry["i"]):
                entry["g"] = degree
                sized(entry, articles)
        return view

    def apart(self, one: str, other: str) -> bool:
        """Whether no sentence tells both facts."""
        return _sentences(self.store, one).isdisjoint(_sentences(self.store, other))

    def iris(self, table: str, numbers: Iterable[int]) -> list[str]:
        query = f"SELECT iri FROM {table} WHERE id = ?"  # noqa: S608 - node or fact
        return [str(self.rows(query, number)[0][0]) for number in numbers]


def _described(store: ox.Store, facts: list[str], nodes: list[str]) -> list[Description]:
    """Return what the store says of the facts and nodes, and of the evidence, articles, nodes and terms they name."""
    found: dict[str, Description] = {}
    waiting = deque(facts)
    while waiting:
        for predicate, target in _describe(store, waiting.popleft(), found):
            if predicate == TERM.reportedBy:
                waiting.append(target)
            elif predicate == TERM.evidence:
                for about, article in _describe(store, target, found):
                    if about == TERM.article:
                        _describe(store, article, found)
            elif predicate in _NAMES or (predicate in _TERMS and target != TERM.Event):
                _describe(store, target, found)
    for node in nodes:
        _describe(store, node, found)
    return [*found.values()]


def _sentences(store: ox.Store, fact: str) -> set[str]:
    proofs = [quad.object for quad in _about(store, fact, ox.NamedNode(TERM.evidence))]
    told = [
        _about(store, proof.value, ox.NamedNode(TERM.sentence)) for proof in proofs if isinstance(proof, ox.NamedNode)
    ]
    return {str(quad.object) for sentences in told for quad in sentences}


def _about(store: ox.Store, iri: str, predicate: ox.NamedNode | None = None) -> Iterable[ox.Quad]:
    return store.quads_for_pattern(ox.NamedNode(iri), predicate, None, ox.DefaultGraph())


def _describe(store: ox.Store, iri: str, found: dict[str, Description]) -> list[tuple[str, str]]:
    """Add what the store says of ``iri`` to ``found``, where it is new; return its links to other subjects.

    Of a fact that hundreds of articles tell, the first pieces of evidence are taken.
    """
    if iri in found:
        return []
    found[iri] = Description(ox.NamedNode(iri), None)
    links, proofs = list[tuple[str, str]](), 0
    for quad in _about(store, iri):
        target = quad.object
        if isinstance(target, ox.NamedNode):
            proofs += quad.predicate.value == TERM.evidence
            if proofs > _MOST_PROOFS and quad.predicate.value == TERM.evidence:
                continue
            links.append((quad.predicate.value, target.value))
        if isinstance(target, ox.NamedNode | ox.Literal):
            found[iri].pairs[quad.predicate, target] = None
    return links


def _search(look: _Look) -> dict[str, Any]:
    """Nodes whose names hold the words, best match first; a node's beginning counts more than its middle."""
    wanted = search_form(look.values.get("q", ""))
    kinds = [kind for kind in look.values.get("kinds", "").split(",") if kind]
    if not wanted:
        return {"nodes": [], "part": look.part(())}
    of_kind = f"AND kind IN ({', '.join('?' * len(kinds))})" if kinds else ""
    if len(wanted) < 3:  # too short for trigrams
        source, given = "form WHERE name >= ? AND name < ?", [wanted, wanted + "\uffff"]
    else:
        pattern = re.sub(r"[*?\[\]]", "?", wanted)
        source, given = "form WHERE id IN (SELECT rowid FROM within WHERE name GLOB ?)", [f"*{pattern}*"]
    score = "CASE WHEN name = ? THEN 4 WHEN substr(name, 1, ?) = ? THEN 3 WHEN instr(name, ?) THEN 2 ELSE 1 END"
    query = (
        f"SELECT node.id FROM (SELECT node, max({score}) AS points FROM {source} GROUP BY node) JOIN node "  # noqa: S608
        f"ON node.id = node {of_kind} ORDER BY points DESC, degree DESC, node.id LIMIT {_MOST_FOUND}"
    )
    found = look.rows(query, wanted, len(wanted), wanted, f" {wanted}", *given, *kinds)
    nodes = look.iris("node", (number for (number,) in found))
    return {"nodes": nodes, "part": look.part((), nodes)}


def _node(look: _Look) -> dict[str, Any]:
    """A node alone; an event comes with its fact."""
    iri = look.iris("node", [look.number("node")])
    return {"nodes": iri, "part": look.part(look.iris("fact", _own_fact(look, iri[0])), iri)}


def _own_fact(look: _Look, iri: str) -> list[int]:
    return [number for (number,) in look.rows("SELECT id FROM fact WHERE iri = ?", iri)]


def _around(look: _Look) -> dict[str, Any]:
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
    facts: dict[int, None] = dict.fromkeys(_own_fact(look, look.values["node"]))
    for (other,) in near:
        query = f"SELECT fact FROM pair WHERE a = ? AND b = ? AND fact > 0 LIMIT {_FACTS_OF_A_NEIGHBOUR}"  # noqa: S608
        facts |= {fact: None for (fact,) in look.rows(query, number, other)}
    nodes = look.iris("node", [number, *(other for (other,) in near)])
    return {"nodes": nodes, "part": look.part(look.iris("fact", facts), nodes)}


def _facts(look: _Look) -> dict[str, Any]:
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


def _page(look: _Look, source: str, where: str, given: list[object]) -> dict[str, Any]:
    offset, most = (int(look.values.get(name, "0")) for name in ("offset", "most"))
    count = look.rows(f"SELECT count(*) FROM {source} {where}", *given)[0][0]  # noqa: S608
    order = "fact.articles DESC, fact.id" if look.values.get("kind") == "role" else "fact.id"
    query = f"SELECT fact.iri FROM {source} {where} ORDER BY {order} LIMIT ? OFFSET ?"  # noqa: S608
    facts = [iri for (iri,) in look.rows(query, *given, min(most, _MOST_FACTS), max(0, offset))]
    return {"count": count, "facts": facts, "part": look.part(facts)}


def _company(look: _Look) -> dict[str, Any]:
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


def _contradictions(look: _Look) -> dict[str, Any]:
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


def _path(look: _Look) -> dict[str, Any]:
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


def _tying(look: _Look, one: int, other: int) -> list[int]:
    query = f"SELECT fact FROM pair WHERE a = ? AND b = ? AND fact > 0 LIMIT {_FACTS_OF_A_NEIGHBOUR}"  # noqa: S608
    return [fact for (fact,) in look.rows(query, one, other)]


def _months(look: _Look) -> dict[str, Any]:
    """How many facts each month has."""
    return {"months": dict(look.rows("SELECT month, facts FROM month ORDER BY month"))}


_REQUESTS: dict[str, Callable[[_Look], dict[str, Any]]] = {
    "search": _search,
    "node": _node,
    "around": _around,
    "facts": _facts,
    "company": _company,
    "contradictions": _contradictions,
    "path": _path,
    "months": _months,
}
