"""Further formats, made of the N-Quads of a built graph: TriG, N-Triples, JSON-LD, GraphML, GEXF (Gephi), CSV.

Every file is the same bytes for the same graph. Cells of tables are safe to open in a spreadsheet: none is taken for
a formula.
"""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO, Any, cast

import pyoxigraph as ox
from rdflib import URIRef

from kg.graph import DCTERMS, RDF_TYPE, SCHEMA, SKOS
from kg.namespaces import SINCE
from kg.terms import KG
from kg.turtle import prefixes, turtle_prefixes

Values = dict[str, list[ox.NamedNode | ox.Literal]]
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_FORMULA = re.compile(r"[\s\u200e\u200f]*[=+\-@|%]")


def convert(source: Path, folder: Path, name: str, base: str) -> list[Path]:
    """Write the graph in ``source`` (N-Quads) into ``folder`` in the format ``name``; return the files.

    Raises ValueError, naming the formats that there are, for any other name.
    """
    if name not in FORMATS:
        raise ValueError(f"no format {name!r}; there are {', '.join(sorted(FORMATS))}")
    return FORMATS[name](source, folder, base)


def _quads(source: Path) -> Iterator[ox.Quad]:
    return ox.parse(path=str(source), format=ox.RdfFormat.N_QUADS)


def _trig(source: Path, folder: Path, base: str) -> list[Path]:
    path = folder / "graph.trig"
    with path.open("wb") as file:
        file.write(turtle_prefixes(base))
        ox.serialize(
            _quads(source),
            cast(IO[bytes], _Headless(file, len(prefixes(base)))),
            format=ox.RdfFormat.TRIG,
            prefixes=prefixes(base),
        )
    return [path]


class _Headless(io.RawIOBase):
    """A file whose first lines are dropped: pyoxigraph's own prefixes, which come in no fixed order."""

    def __init__(self, file: Any, lines: int) -> None:
        self._file, self._left = file, lines

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        rest = bytes(data)
        while self._left and rest:
            _, line, rest = rest.partition(b"\n")
            self._left -= bool(line)
        self._file.write(rest)
        return len(data)


def _ntriples(source: Path, folder: Path, base: str) -> list[Path]:
    path = folder / "graph.nt"
    seen: set[int] = set()
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for quad in _quads(source):
            line = f"{quad.triple} .\n"
            if hash(line) not in seen:
                seen.add(hash(line))
                file.write(line)
    return [path]


def _jsonld(source: Path, folder: Path, base: str) -> list[Path]:
    path = folder / "graph.jsonld"
    ox.serialize(_quads(source), str(path), format=ox.RdfFormat.JSON_LD)
    return [path]


def subjects_of(source: Path) -> dict[str, Values]:
    """Return what the graph in ``source`` (N-Quads) says of each subject: values by predicate, in order, each once."""
    subjects: dict[str, Values] = defaultdict(lambda: defaultdict(list))
    for quad in _quads(source):
        values = subjects[quad.subject.value][quad.predicate.value]  # type: ignore[union-attr]
        if quad.object not in values:
            values.append(quad.object)  # type: ignore[arg-type]
    return subjects


class Table:
    """The subjects of a graph, asked for their values as text."""

    def __init__(self, subjects: dict[str, Values]) -> None:
        self.subjects = subjects

    def of(self, kind: str) -> list[str]:
        """Return the subjects of a class, in order."""
        wanted = ox.NamedNode(kind)
        return sorted(iri for iri, values in self.subjects.items() if wanted in values.get(RDF_TYPE, ()))

    def all(self, iri: str, predicate: str) -> list[str]:
        """Return the values of a property."""
        return [value.value for value in self.subjects.get(iri, {}).get(str(predicate), ())]

    def first(self, iri: str, predicate: str) -> str:
        """Return one value of a property, an empty text where there is none."""
        return next(iter(self.all(iri, predicate)), "")

    def label(self, iri: str, language: str = "ar") -> str:
        """Return the preferred label of a resource, in another language where there is none in this."""
        labels = self.subjects.get(iri, {}).get(SKOS + "prefLabel", [])
        found = [v.value for v in labels if isinstance(v, ox.Literal) and v.language == language]
        return next(
            iter([*found, *(v.value for v in labels)]), iri.rsplit("/", 1)[-1].rsplit("#", 1)[-1] if iri else ""
        )

    def labels(self, iri: str, predicate: str) -> str:
        """Return the labels of all values of a property, in one text."""
        return "; ".join(self.label(value) for value in self.all(iri, predicate))


def _tables(source: Path, folder: Path, base: str) -> list[Path]:
    table = Table(subjects_of(source))
    return [_table(folder / f"{name}.csv", table, str(kind), row) for name, (kind, row) in _TABLES.items()]


def _role_row(table: Table, iri: str) -> dict[str, str]:
    return {
        "person": table.labels(iri, KG.holder),
        "role": table.label(table.first(iri, KG.role), "en"),
        "title": table.first(iri, str(KG["title"])),
        "country": table.labels(iri, KG.country),
        "organization": table.labels(iri, KG.organization),
        "former": table.first(iri, KG.former),
        "from": table.first(iri, SINCE),
        "until": table.first(iri, KG.until),
    } | _proof(table, iri)


def _statement_row(table: Table, iri: str) -> dict[str, str]:
    return {
        "speaker": table.labels(iri, KG.speaker),
        "content": table.first(iri, KG.content),
        "about": table.labels(iri, KG.about),
        "verb": table.first(iri, KG.reportingVerb),
        "stance": table.label(table.first(iri, KG.stance), "en"),
        "position": table.label(table.first(iri, KG.position), "en"),
        "supports": table.labels(iri, KG.supports),
        "opposes": table.labels(iri, KG.opposes),
        "quoted": table.first(iri, KG.quoted),
        "date": table.first(iri, KG.edtf),
    } | _proof(table, iri)


def _event_row(table: Table, iri: str) -> dict[str, str]:
    classes = [kind for kind in table.all(iri, RDF_TYPE) if kind != str(KG.Event)]
    return {
        "event": "; ".join(table.label(kind, "en") for kind in classes),
        "trigger": table.first(iri, KG.trigger),
        "date": table.first(iri, KG.edtf),
        "date_text": table.first(iri, KG.dateText),
        "status": table.first(iri, KG.status),
        "agent": table.labels(iri, KG.agent),
        "target": table.labels(iri, KG.target),
        "participants": table.labels(iri, KG.participant),
        "place": table.labels(iri, KG.place),
        "killed": table.first(iri, KG.killed),
        "wounded": table.first(iri, KG.wounded),
    } | _proof(table, iri)


def _proof(table: Table, iri: str) -> dict[str, str]:
    """The first evidence of a fact, and the article that it stands in."""
    proof = table.first(iri, KG.evidence)
    article = table.first(proof, KG.article)
    return {
        "article": table.first(article, DCTERMS + "identifier"),
        "published": table.first(article, SCHEMA + "datePublished"),
        "publisher": table.first(article, SCHEMA + "publisher"),
        "url": table.first(article, SCHEMA + "url"),
        "evidence": table.first(proof, KG.exact),
        "sentence": table.first(proof, KG.sentence),
        "confidence": table.first(proof, KG.confidence),
        "iri": iri,
    }


_TABLES: dict[str, tuple[URIRef, Callable[[Table, str], dict[str, str]]]] = {
    "roles": (KG.RoleHolding, _role_row),
    "statements": (KG.Statement, _statement_row),
    "events": (KG.Event, _event_row),
}


def _table(path: Path, table: Table, kind: str, row: Callable[[Table, str], dict[str, str]]) -> Path:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(row(table, ""))
        writer.writerows([safe_cell(value) for value in row(table, iri).values()] for iri in table.of(kind))
    return path


def safe_cell(text: str) -> str:
    """Return ``text`` as a cell that no spreadsheet takes for a formula."""
    text = _ILLEGAL.sub("\ufffd", text)
    return "'" + text if _FORMULA.match(text) and not re.fullmatch(r"-?\d[\d/.-]*", text) else text


def network_of(source: Path) -> Any:
    """Return the graph in ``source`` (N-Quads) as a networkx MultiDiGraph: entities and events, and what ties them."""
    import networkx as nx

    table = Table(subjects_of(source))
    network: Any = nx.MultiDiGraph()
    for kind in ("Person", "Country", "Organization", "Force", "Place", "UnnamedSource"):
        for iri in table.of(str(KG[kind])):
            network.add_node(iri, label=_clean(table.label(iri)), english=_clean(table.label(iri, "en")), kind=kind)
    for iri in table.of(str(KG.Event)):
        kinds = [table.label(kind, "en") for kind in table.all(iri, RDF_TYPE) if kind != str(KG.Event)]
        label = _clean(table.first(iri, KG.trigger))
        network.add_node(
            iri, label=label, english="; ".join(kinds), kind="Event", date=_clean(table.first(iri, KG.edtf))
        )
    for source_iri, target, label, fact in _ties(table):
        if source_iri in network and target in network:
            network.add_edge(source_iri, target, key=f"{fact} {label}", label=_clean(label), fact=fact)
    return network


def _ties(table: Table) -> Iterable[tuple[str, str, str, str]]:
    for iri in table.of(str(KG.RoleHolding)):
        for target in table.all(iri, KG.country) or table.all(iri, KG.organization):
            yield table.first(iri, KG.holder), target, table.label(table.first(iri, KG.role), "en"), iri
    for iri in table.of(str(KG.Statement)):
        for speaker in table.all(iri, KG.speaker):
            for target in table.all(iri, KG.about):
                yield speaker, target, table.label(table.first(iri, KG.stance), "en"), iri
    for iri in table.of(str(KG.Event)):
        for who in table.all(iri, KG.participant):
            yield who, iri, "participant", iri
        for place in table.all(iri, KG.place):
            yield iri, place, "place", iri


def _clean(text: str) -> str:
    return _ILLEGAL.sub("\ufffd", text)


def _graphml(source: Path, folder: Path, base: str) -> list[Path]:
    import networkx as nx

    path = folder / "graph.graphml"
    nx.write_graphml_xml(network_of(source), path)
    return [path]


def _gexf(source: Path, folder: Path, base: str) -> list[Path]:
    import networkx as nx

    path = folder / "graph.gexf"
    nx.write_gexf(network_of(source), path)
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r' lastmodifieddate="[^"]*"', "", text), encoding="utf-8", newline="\n")
    return [path]


FORMATS: dict[str, Callable[[Path, Path, str], list[Path]]] = {
    "trig": _trig,
    "nt": _ntriples,
    "jsonld": _jsonld,
    "graphml": _graphml,
    "gexf": _gexf,
    "csv": _tables,
}
