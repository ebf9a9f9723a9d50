"""A built graph verified: every evidence span in its article, every shape, every domain and range."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pyoxigraph as ox

from kg.articles import read_articles
from kg.graph import RDF_TYPE, RDFS
from kg.namespaces import ONTOLOGY, TERM
from kg.outputs import read_state, reading
from kg.records import Article
from kg.shapes import Graph, Term, load_shapes, violations

_SHOWN = 20


@dataclass(slots=True)
class Findings:
    """What a check found: how much was looked at, and up to twenty faults of each kind with the number of all."""

    facts: int = 0
    spans: int = 0
    triples: int = 0
    faults: dict[str, int] = field(default_factory=dict)
    examples: list[str] = field(default_factory=list)

    def fault(self, kind: str, text: str) -> None:
        """Count a fault of ``kind`` and keep it as an example while there are few."""
        self.faults[kind] = self.faults.get(kind, 0) + 1
        if self.faults[kind] <= _SHOWN:
            self.examples.append(f"{kind}: {text}")

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong."""
        return not self.faults


def check_graph(folder: Path, sources: list[str] | None, ontology: Path) -> Findings:
    """Verify the graph that ``kg build`` wrote into ``folder`` against its articles, the shapes and the vocabulary.

    ``sources`` are the articles; None means those of the build. Raises ValueError where there is no graph.
    """
    path = folder / "graph.nq"
    if not path.is_file():
        raise ValueError(f"{folder}: holds no graph.nq; build it with: kg build SOURCE --output {folder}")
    with reading(folder):
        graph = Graph(ox.parse(path=str(path), format=ox.RdfFormat.N_QUADS))
    for name in ("shapes.ttl", "core.ttl"):
        if not (ontology / name).is_file():
            raise ValueError(f"{ontology}: holds no {name}, which a graph is checked by")
    findings = Findings()
    _check_evidence(graph, _articles(folder, sources), findings)
    for found in violations(graph, load_shapes(ontology / "shapes.ttl")):
        findings.fault("shape", f"{found.node}: {found.message}")
    _check_vocabulary(graph, Graph(ox.parse(path=str(ontology / "core.ttl"), format=ox.RdfFormat.TURTLE)), findings)
    return findings


def _articles(folder: Path, sources: list[str] | None) -> Iterator[Article]:
    if sources is None:
        sources = (read_state(folder) or {}).get("sources")
        if sources is None:
            raise ValueError(f"{folder}: does not say what it was built of; name it with --articles SOURCE")
    if "-" in sources:
        raise ValueError(f"{folder}: was built of standard input; name its articles with --articles SOURCE")
    return (item for item in read_articles(sources, apart=folder) if isinstance(item, Article))


def _check_evidence(graph: Graph, articles: Iterable[Article], findings: Findings) -> None:
    spans = _spans(graph, findings)
    for article in articles:
        for node, start, end, exact in spans.pop(article.sha256, ()):
            findings.spans += 1
            if article.raw[start:end] != exact:
                findings.fault(
                    "evidence", f"{node}: characters {start} to {end} of {article.identifier} are not {exact!r}"
                )
    for digest, missing in sorted(spans.items()):
        findings.fault("evidence", f"the article with SHA-256 {digest} is not among the sources ({len(missing)} spans)")


def _spans(graph: Graph, findings: Findings) -> dict[str, list[tuple[str, int, int, str]]]:
    """Return every span of evidence by its article's digest."""
    spans: dict[str, list[tuple[str, int, int, str]]] = {}
    for node, values in graph.subjects.items():
        if TERM.evidence in values:
            findings.facts += 1
        for article in values.get(TERM.article, ()) if TERM.exact in values else ():
            digest = next((str(v.value) for v in graph.values(article, TERM.sha256)), "")
            start, end, exact = (values[name][0].value for name in (TERM.start, TERM.end, TERM.exact))
            spans.setdefault(digest, []).append((str(node.value), int(start), int(end), str(exact)))
    return spans


def _check_vocabulary(graph: Graph, core: Graph, findings: Findings) -> None:
    """Check each property of the vocabulary: that there is such a one, and its domain and range."""
    domains, ranges = ({p.value: _ends(core, p, end) for p in core.subjects} for end in ("domain", "range"))
    known = {str(node.value) for node in core.subjects}
    for node, values in graph.subjects.items():
        for predicate, targets in values.items():
            findings.triples += len(targets)
            if not predicate.startswith(ONTOLOGY):
                continue
            if predicate not in known and not graph.values(ox.NamedNode(predicate), RDF_TYPE):
                findings.fault("vocabulary", f"{predicate} is no property of the vocabulary")
            for above in _parents(core, predicate):
                for target in set(targets) - set(values.get(above, ())):
                    findings.fault("property", f"{node.value} has {target.value} for {predicate} and not for {above}")
            if (domain := domains.get(predicate)) and not _is_a(graph, core, node, domain):
                findings.fault("domain", f"{node.value} has {predicate} and is no {domain}")
            if kind := ranges.get(predicate):
                for target in targets:
                    if not isinstance(target, ox.Literal) and not _is_a(graph, core, target, kind):
                        findings.fault("range", f"{target.value} is a value of {predicate} and no {kind}")


def _ends(core: Graph, prop: Term, end: str) -> str | None:
    return next((str(value.value) for value in core.values(prop, RDFS + end)), None)


def _parents(core: Graph, prop: str) -> list[str]:
    """Return the properties of the vocabulary right above ``prop``; what it tells, they tell too."""
    above = core.values(ox.NamedNode(prop), RDFS + "subPropertyOf")
    return [str(parent.value) for parent in above if str(parent.value).startswith(ONTOLOGY)]


def _is_a(graph: Graph, core: Graph, node: Term, kind: str) -> bool:
    classes = graph.classes(node)
    return kind in classes or any(kind in core.above(own) for own in classes)
