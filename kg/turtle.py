"""Turtle, written in pieces: the prefixes once, in a fixed order, then any number of sections."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox

from kg.graph import PREFIXES

_KINDS = (
    *("person", "country", "organization", "force", "place", "source", "article"),
    *("role-holding", "statement", "event", "evidence", "claim"),
)


def turtle(quads: Iterable[ox.Quad], base: str) -> bytes:
    """Return ``quads``, sorted by subject, as Turtle without its prefixes."""
    names = prefixes(base)
    data = ox.serialize((quad.triple for quad in quads), format=ox.RdfFormat.TURTLE, prefixes=names) or b""
    return data.split(b"\n", len(names))[-1]


def turtle_prefixes(base: str) -> bytes:
    """Return the prefixes of a Turtle file."""
    return "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in sorted(prefixes(base).items())).encode()


def prefixes(base: str) -> dict[str, str]:
    """Return every prefix that the files declare; resources have one for each kind."""
    return PREFIXES | {kind: f"{base}{kind}/" for kind in _KINDS}
