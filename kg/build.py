"""The whole run: sources to outputs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kg.articles import read_articles
from kg.readers.items import Skipped
from kg.exports import write_quads, write_turtle
from kg.extraction import extract
from kg.graph import Description, GraphBuilder
from kg.lexicon import load_lexicon
from kg.namespaces import RESOURCES
from kg.network import write_network
from kg.ontology import Ontology
from kg.records import Article, ArticleFacts
from kg.resolution import resolve


def build(sources: list[str], output: Path, *, base: str = RESOURCES) -> list[ArticleFacts]:
    """Read ``sources``, write the graph's files into ``output`` and return the facts."""
    lexicon = load_lexicon()
    found = list(read_articles(sources))
    articles = [item for item in found if isinstance(item, Article)]
    for item in found:
        if isinstance(item, Skipped):
            print(f"skipped {item.source}: {item.reason}")
    facts = [extract(article, lexicon) for article in sorted(articles, key=lambda a: a.identifier)]
    builder = GraphBuilder(resolve(facts, base=base), Ontology(), base=base)
    descriptions = list(_describe(builder, facts))
    output.mkdir(parents=True, exist_ok=True)
    write_turtle(descriptions, output / "graph.ttl", base)
    write_quads(descriptions, output / "graph.nq")
    write_network(descriptions, output / "network.html")
    return facts


def _describe(builder: GraphBuilder, facts: list[ArticleFacts]) -> Iterator[Description]:
    for one in facts:
        yield from builder.article(one)
    yield from builder.shared()
