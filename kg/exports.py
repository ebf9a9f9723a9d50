"""Files of the graph. Every format is written from the same stream of descriptions, in a fixed order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox

from kg.graph import PREFIXES, Description

FORMATS = {
    "ttl": ox.RdfFormat.TURTLE,
    "nq": ox.RdfFormat.N_QUADS,
    "trig": ox.RdfFormat.TRIG,
    "nt": ox.RdfFormat.N_TRIPLES,
}


def write_turtle(descriptions: Iterable[Description], path: Path, base: str) -> None:
    """Write the union of all graphs as Turtle: one block a subject, subjects in order."""
    merged: dict[str, Description] = {}
    for found in descriptions:
        merged.setdefault(found.subject.value, Description(found.subject, None)).pairs.update(found.pairs)
    quads = (quad for name in sorted(merged) for quad in merged[name].quads())
    path.write_bytes(turtle_prefixes(base) + turtle(quads, base))


def write_quads(descriptions: Iterable[Description], path: Path) -> None:
    """Write N-Quads: the shared graph is the default graph; lines are sorted."""
    graphs: dict[str, set[str]] = defaultdict(set)
    for found in descriptions:
        graphs[found.graph.value if found.graph else ""] |= {f"{quad} ." for quad in found.quads()}
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for graph in sorted(graphs):
            file.writelines(f"{line}\n" for line in sorted(graphs[graph]))


def prefixes(base: str) -> dict[str, str]:
    """Return every prefix that the files declare; resources have one for each kind."""
    kinds = (
        "person",
        "country",
        "organization",
        "force",
        "place",
        "source",
        "article",
        "role-holding",
        "statement",
        "event",
        "evidence",
    )
    return PREFIXES | {kind: f"{base}{kind}/" for kind in kinds}


def turtle(quads: Iterable[ox.Quad], base: str) -> bytes:
    """Return ``quads``, sorted by subject, as Turtle without its prefixes."""
    data = ox.serialize((quad.triple for quad in quads), format=ox.RdfFormat.TURTLE, prefixes=prefixes(base))
    lines = data.split(b"\n", len(prefixes(base)))
    return lines[-1]


def turtle_prefixes(base: str) -> bytes:
    """Return the prefixes of a Turtle file."""
    return "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in sorted(prefixes(base).items())).encode()
