"""The index of a graph that is looked at live: what is called what, which facts tie whom, and in which order.

A graph of 500,000 articles has millions of facts; no page holds them, and to sort or search them anew for each look
would read them all. SQLite holds here what must be sorted, searched and counted, as numbers; what a fact says, its
sentences and articles stay in the store that ``kg serve`` makes anyway, which finds the triples of a subject at once.
The index is made in one pass over the store for each property, never with the graph in memory, and lies beside the
store. Facts are numbered from the newest to the oldest, what lies after the last article behind them, so that the
newest of a country are read without the others.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph as ox

from kg.arabic.normal import fold
from kg.graph import PREFIXES, PROV, RDF_TYPE, SCHEMA, SKOS
from kg.namespaces import ONTOLOGY, TERM
from kg.view_parts import ENTITY_KINDS

_VERSION = 3  # of the tables below: an index of another version is made anew
_FACTS = {TERM.RoleHolding: "role", TERM.Statement: "statement", TERM.Event: "event"}
# The properties by which a fact names somebody or something; the event itself is the node of its fact.
POSITIONS = {"supports": TERM.supports, "opposes": TERM.opposes, "neutral": TERM.neutralTowards}
PARTS = {
    "holder": TERM.holder,
    "country": TERM.country,
    "organization": TERM.organization,
    "place": TERM.place,
    "speaker": TERM.speaker,
    "about": TERM.about,
    "via": TERM.via,
    "participant": TERM.participant,
    "agent": ONTOLOGY + "agent",
    "target": ONTOLOGY + "target",
    **POSITIONS,
}
_RAW = """
PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = FILE; PRAGMA cache_size = -65536;
CREATE TEMP TABLE typed (iri TEXT, class TEXT);
CREATE TEMP TABLE said (part TEXT, fact TEXT, node TEXT);
CREATE TEMP TABLE called (iri TEXT, name TEXT);
CREATE TEMP TABLE classed (event TEXT, class TEXT);
CREATE TEMP TABLE bound (fact TEXT, lo TEXT, hi TEXT);
CREATE TEMP TABLE origin (fact TEXT, article TEXT);
CREATE TEMP TABLE above (node TEXT, part INT, other TEXT);
CREATE TEMP TABLE published (day TEXT);
"""
_NUMBERED = """
CREATE TABLE node (id INTEGER PRIMARY KEY, iri TEXT UNIQUE, kind TEXT, type TEXT, degree INT DEFAULT 0,
  articles INT DEFAULT 0);
CREATE INDEX temp.classed_event ON classed (event, class);
INSERT OR IGNORE INTO node (iri, kind, type)
  SELECT iri, class, (SELECT min(classed.class) FROM classed WHERE event = iri)
  FROM typed WHERE class NOT IN ('role', 'statement') ORDER BY class = 'event', iri;
CREATE INDEX node_type ON node (type) WHERE type IS NOT NULL;
CREATE TABLE type AS SELECT DISTINCT iri AS type, name FROM called WHERE iri IN (SELECT class FROM classed);
CREATE TEMP TABLE dated AS SELECT fact, min(nullif(lo, '')) AS lo, max(nullif(hi, '')) AS hi FROM bound GROUP BY fact;
CREATE INDEX temp.dated_fact ON dated (fact);
CREATE TABLE newest AS SELECT coalesce(substr(max(day), 1, 10), '9999') AS day FROM published;
CREATE TABLE fact (id INTEGER PRIMARY KEY, iri TEXT UNIQUE, kind TEXT, lo TEXT, hi TEXT, articles INT DEFAULT 0);
INSERT OR IGNORE INTO fact (iri, kind, lo, hi)
  SELECT iri, class, coalesce(lo, hi, ''), coalesce(hi, lo, '')
  FROM typed LEFT JOIN dated ON dated.fact = iri
  WHERE class IN ('role', 'statement', 'event')
  ORDER BY coalesce(hi, lo, '') > (SELECT day FROM newest), coalesce(hi, lo, '') DESC, iri;
CREATE INDEX fact_dated ON fact (id) WHERE kind <> 'role' AND lo <> '';

CREATE TABLE tie (node INT, fact INT, part TEXT, PRIMARY KEY (node, fact, part)) WITHOUT ROWID;
INSERT OR IGNORE INTO tie SELECT node.id, fact.id, part
  FROM said JOIN fact ON fact.iri = said.fact JOIN node ON node.iri = said.node
  WHERE part NOT IN ('about', 'supports', 'opposes', 'neutral') OR node.kind = 'force';
INSERT OR IGNORE INTO tie SELECT node.id, fact.id, 'event' FROM fact JOIN node USING (iri) WHERE fact.kind = 'event';
CREATE INDEX tie_fact ON tie (fact, part, node);
CREATE INDEX tie_stand ON tie (fact, part, node) WHERE part IN ('supports', 'opposes');
CREATE TEMP TABLE told AS SELECT DISTINCT fact.id AS fact, article FROM origin JOIN fact ON fact.iri = origin.fact;
CREATE INDEX temp.told_fact ON told (fact, article);
UPDATE fact SET articles = (SELECT count(*) FROM told WHERE told.fact = fact.id) WHERE kind = 'role';
CREATE TEMP TABLE counted AS SELECT node, count(DISTINCT tie.fact) AS degree, count(DISTINCT article) AS articles
  FROM tie LEFT JOIN told ON told.fact = tie.fact GROUP BY node;
UPDATE node SET degree = counted.degree, articles = counted.articles FROM counted WHERE counted.node = node.id;

CREATE TABLE pair (a INT, b INT, fact INT, PRIMARY KEY (a, b, fact)) WITHOUT ROWID;
CREATE TEMP TABLE drawn AS
  SELECT one.node AS a, other.node AS b, one.fact AS fact FROM tie AS one JOIN tie AS other USING (fact)
  WHERE one.node <> other.node AND (
    one.part = 'holder' AND (other.part = 'country' OR other.part = 'organization'
      AND NOT EXISTS (SELECT 1 FROM tie WHERE tie.fact = one.fact AND tie.part = 'country'))
    OR one.part = 'speaker' AND other.part = 'about'
    OR one.part IN ('participant', 'agent', 'target', 'place') AND other.part = 'event');
INSERT OR IGNORE INTO pair SELECT a, b, fact FROM drawn UNION SELECT b, a, fact FROM drawn;
CREATE INDEX temp.above_node ON above (node, part);
CREATE TEMP TABLE owned AS
  SELECT node.id AS a, other.id AS b
  FROM above JOIN node ON node.iri = above.node JOIN node AS other ON other.iri = above.other
  WHERE node.kind IN ('force', 'organization') AND node.id <> other.id
    AND part = (SELECT max(part) FROM above AS best WHERE best.node = above.node);
INSERT OR IGNORE INTO pair SELECT a, b, 0 FROM owned UNION SELECT b, a, 0 FROM owned;

CREATE TABLE form (id INTEGER PRIMARY KEY, name TEXT, node INT);
INSERT INTO form (name, node)
  SELECT DISTINCT name, id FROM called JOIN node USING (iri) WHERE kind <> 'event' AND name <> '';
CREATE INDEX form_name ON form (name);
CREATE VIRTUAL TABLE within
  USING fts5 (name, content = 'form', content_rowid = 'id', tokenize = 'trigram', detail = 'none');
INSERT INTO within (within) VALUES ('rebuild');
CREATE TABLE month (month TEXT PRIMARY KEY, facts INT);
INSERT INTO month SELECT substr(lo, 1, 7), count(*) FROM fact WHERE kind <> 'role' AND lo <> '' GROUP BY 1;
ANALYZE;
"""


def kept_index(store: Path) -> Path:
    """Return the page's index of the graph in the folder ``store``, made where it is missing."""
    path = store.with_name(f"{store.name}.page{_VERSION}")
    if not path.is_file():
        handle, aside = tempfile.mkstemp(prefix="making-", dir=store.parent)
        os.close(handle)
        make_index(ox.Store.read_only(str(store)), Path(aside))
        Path(aside).replace(path)
    return path


def make_index(store: ox.Store, path: Path) -> None:
    """Write the index of the default graph of ``store`` to ``path``."""
    database = sqlite3.connect(path)
    try:
        database.executescript(_RAW)
        for table, rows in _raw(store):
            _insert(database, table, rows)
        database.commit()
        database.executescript(_NUMBERED)
        database.commit()
    finally:
        database.close()


def search_form(text: str) -> str:
    """Return the form by which names are compared: folded, small letters, without the article ال before a word.

    >>> search_form("أوباما  الرئيس")
    'اوباما رييس'
    """
    words = fold(text).lower().split()
    return " ".join(word[2:] if word.startswith("ال") and len(word) > 4 else word for word in words)


def _insert(database: sqlite3.Connection, table: str, rows: Iterator[tuple[str | int, ...]]) -> None:
    first = next(rows, None)
    if first:
        command = f"INSERT INTO {table} VALUES ({', '.join('?' * len(first))})"  # noqa: S608 - our own tables' names
        database.execute(command, first)
        database.executemany(command, rows)


def _raw(store: ox.Store) -> Iterator[tuple[str, Iterator[tuple[str | int, ...]]]]:
    """Yield tables with their rows, each from one pass over a property."""
    for name, kind in (ENTITY_KINDS | _FACTS).items():
        instances = _pairs(store, RDF_TYPE, ox.NamedNode(name))
        yield "typed", ((iri, kind) for iri, _ in instances)
    for part, name in PARTS.items():
        yield "said", ((part, fact, node) for fact, node in _pairs(store, name))
    for name in (SKOS + "prefLabel", SKOS + "altLabel", PREFIXES["rdfs"] + "label"):
        yield "called", ((iri, search_form(value)) for iri, value in _pairs(store, name))
    for name in _event_classes(store):
        yield "classed", ((event, name) for event, _ in _pairs(store, RDF_TYPE, ox.NamedNode(name)))
    yield "bound", ((fact, day, "") for fact, day in _pairs(store, TERM.earliest))
    yield "bound", ((fact, "", day) for fact, day in _pairs(store, TERM.latest))
    yield "origin", _pairs(store, PROV + "wasDerivedFrom")
    yield "published", ((day,) for _, day in _pairs(store, SCHEMA + "datePublished"))
    for rank, name in enumerate((TERM.country, TERM.partOf)):
        yield "above", ((node, rank, other) for node, other in _pairs(store, name))


def _event_classes(store: ox.Store) -> list[str]:
    """Return the classes below ``kg:Event``, in order."""
    pairs, known = [*_pairs(store, PREFIXES["rdfs"] + "subClassOf")], {TERM.Event}
    while fresh := {name for name, above in pairs if above in known} - known:
        known |= fresh
    return sorted(known - {TERM.Event})


def _pairs(store: ox.Store, predicate: str, target: ox.NamedNode | None = None) -> Iterator[tuple[str, str]]:
    quads: Iterable[ox.Quad] = store.quads_for_pattern(None, ox.NamedNode(predicate), target, ox.DefaultGraph())
    return (
        (quad.subject.value, quad.object.value)
        for quad in quads
        if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode | ox.Literal)
    )
