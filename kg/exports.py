"""Files of the graph, written section by section, in a fixed order, and never whole in memory.

A section that was written before is not made again: its text is copied from the files of the run before, and its part
of the picture was remembered.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pyoxigraph as ox

from kg.blocks import BlockFiles, Places
from kg.corpus import Corpus
from kg.graph import Description, Used
from kg.ontology import Ontology
from kg.sections import Remembered, Sections
from kg.turtle import turtle, turtle_prefixes
from kg.view_parts import Part

FILES = ("graph.nq", "graph.ttl")
_HEAD, _SHARED = "head", "shared"


@dataclass(slots=True)
class Written:
    """What was written: numbers of facts and entities, and where the files' blocks stand."""

    counts: dict[str, int] = field(default_factory=dict)
    places: Places = field(default_factory=dict)


def write_all(
    corpus: Corpus,
    folder: Path,
    *,
    ontology: Path,
    base: str,
    formats: tuple[str, ...] = (),
    page: bool = True,
    before: tuple[Path, Places] | None = None,
) -> Written:
    """Write the graph of ``corpus`` into ``folder`` as Turtle, N-Quads, a page and ``formats``.

    ``before`` is the folder of the run before and where blocks stand in its files, where these are as it left them.
    """
    sections = Sections(corpus.outlines, Ontology(ontology), base)
    with BlockFiles(folder, FILES, *(before or (folder, {}))) as files:
        files.write(_HEAD, b"", turtle_prefixes(base))
        parts = _write_sections(corpus, sections, files, base)
    if page:
        from kg.network import write_network
        from kg.view import composed

        write_network(composed(parts), folder / "network.html")
    for name in formats:
        from kg.formats import convert

        convert(folder / FILES[0], folder, name, base)
    return Written(_counts(corpus, sections), files.places)


def _write_sections(corpus: Corpus, sections: Sections, files: BlockFiles, base: str) -> list[Part]:
    """Write the section of each article and of what they share; return their parts of the picture."""
    parts: list[Part] = []
    used = Used()
    for number, (entry, outline) in enumerate(zip(corpus.entries, corpus.outlines, strict=True)):
        key = sections.key(outline, entry.key)
        known = corpus.store.find(key) if files.holds(key) else None
        if known is not None:
            files.copy(key)
            remembered = Remembered.from_json(known)
        else:
            section, remembered = sections.article(corpus.facts(number))
            files.write(key, *_texts(section, base))
            corpus.store.put([(key, remembered.to_json())], plain=True)
        used.add(remembered.used)
        parts.append(remembered.part)
    section, part = sections.shared(used, corpus.outlines)
    files.write(_SHARED, *_texts(section, base))
    return [*parts, part]


def _texts(section: list[Description], base: str) -> tuple[bytes, bytes]:
    """Return a section as N-Quads and as Turtle."""
    quads = [quad for description in section for quad in description.quads()]
    return ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b"", turtle(quads, base)


def _counts(corpus: Corpus, sections: Sections) -> dict[str, int]:
    return {
        "roles": sum(len(outline.offices) for outline in corpus.outlines),
        "statements": sum(len(outline.statements) for outline in corpus.outlines),
        "events": sum(len(outline.events) for outline in corpus.outlines),
        "entities": len(sections.resolution.members),
    }
