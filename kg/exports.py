"""Files of the graph, written in one pass over the articles, in a fixed order, and never whole in memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO

import pyoxigraph as ox

from kg.graph import Description, GraphBuilder
from kg.known import KnownPeople
from kg.merging import merge
from kg.ontology import Ontology
from kg.outline import outline_of
from kg.records import ArticleFacts
from kg.resolution import resolve
from kg.turtle import turtle, turtle_prefixes


def write_all(
    facts: Iterable[ArticleFacts],
    folder: Path,
    *,
    ontology: Path,
    base: str,
    formats: tuple[str, ...] = (),
    page: bool = True,
) -> dict[str, int]:
    """Write the graph of ``facts`` into ``folder`` as Turtle, N-Quads, a page and ``formats``; return what was counted.

    ``facts`` is gone through three times: to see who is who, which facts are one, and to write.
    """
    terms = Ontology(ontology)
    outlines = [outline_of(one) for one in facts]
    resolution = resolve(outlines, KnownPeople(terms), base=base)
    builder = GraphBuilder(resolution, merge(outlines, resolution, base=base), terms, base=base)
    counts = {"roles": 0, "statements": 0, "events": 0, "entities": len(builder.resolution.entities)}
    with ExitStack() as stack:
        turtle_file = stack.enter_context((folder / "graph.ttl").open("wb"))
        quads_file = stack.enter_context((folder / "graph.nq").open("wb"))
        turtle_file.write(turtle_prefixes(base))
        written = _written(_sections(facts, builder, counts), turtle_file, quads_file, base)
        if page:
            from kg.network import write_network

            write_network(written, folder / "network.html")
        for _ in written:
            pass
    if formats:
        from kg.formats import convert

        for name in formats:
            convert(folder / "graph.nq", folder, name, base)
    return counts


def _sections(
    facts: Iterable[ArticleFacts], builder: GraphBuilder, counts: dict[str, int]
) -> Iterator[list[Description]]:
    """Yield the descriptions of each article, and of what is shared."""
    for one in facts:
        counts["roles"] += len(one.roles)
        counts["statements"] += len(one.statements)
        counts["events"] += len(one.events)
        yield merged(builder.article(one))
    yield merged(builder.shared())


def _written(
    sections: Iterable[list[Description]], turtle_file: BinaryIO, quads_file: BinaryIO, base: str
) -> Iterator[Description]:
    """Write each section to both files as it passes, and yield its descriptions."""
    for section in sections:
        quads = [quad for description in section for quad in description.quads()]
        quads_file.write(ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b"")
        turtle_file.write(turtle(quads, base))
        yield from section


def merged(descriptions: Iterable[Description]) -> list[Description]:
    """Return ``descriptions`` of one graph with one for each subject, in the order of the subjects."""
    found: dict[str, Description] = {}
    for one in descriptions:
        found.setdefault(one.subject.value, Description(one.subject, one.graph)).pairs.update(one.pairs)
    return [found[name] for name in sorted(found)]
