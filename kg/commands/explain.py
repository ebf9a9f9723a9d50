"""``kg explain``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from kg.explaining.model import Section


@click.command("explain")
@click.argument("what")
@click.option(
    "--graph",
    "source",
    default="output",
    show_default=True,
    help="The built folder, file or endpoint that knows an IRI.",
)
@click.option("--html", "as_page", is_flag=True, help="Write one HTML page, right to left, to standard output.")
def command(what: str, source: str, as_page: bool) -> None:
    """Show why the graph says what it says. WHAT is an article's file, the IRI of an entity or a fact, or a sentence.

    \b
    kg explain data/articles/000_b72e3dc6bf515e6d.txt      every fact with its sentence, span, rule and confidence
    kg explain https://khabar.example/id/country/IQ         what the built graph says of it, and why names were merged
    kg explain "قال وزير الدفاع الفرنسي إن القوات ستبقى"     what the program sees in a sentence, layer by layer
    """
    from rich.console import Console

    from kg.asking.guard import QueryError
    from kg.explaining.show import page, show

    try:
        sections = _sections(what, source)
    except (QueryError, ValueError) as error:
        raise click.ClickException(str(error)) from None
    if as_page:
        click.echo(page(what, sections), nl=False)
    else:
        show(sections, Console())


def _sections(what: str, source: str) -> list[Section]:
    if what.startswith(("http://", "https://")):
        from kg.asking.graph_store import open_graph
        from kg.explaining.entity import explain_iri

        return explain_iri(open_graph(source), what)
    if _is_file(what):
        return _article(what)
    from kg.explaining.sentence import explain_text
    from kg.lexicon import load_lexicon

    if " " not in what.strip():
        raise ValueError(f"{what}: no such file, no IRI, and no sentence")
    return explain_text(what, load_lexicon())


def _is_file(what: str) -> bool:
    try:
        return Path(what).exists()
    except (OSError, ValueError):
        return False


def _article(path: str) -> list[Section]:
    from kg.articles import read_articles
    from kg.explaining.article import explain_facts
    from kg.extraction import extract
    from kg.lexicon import load_lexicon
    from kg.records import Article

    lexicon = load_lexicon()
    found = [article for article in read_articles([path]) if isinstance(article, Article)]
    if not found:
        raise ValueError(f"{path}: holds no article that can be read")
    return [section for article in found for section in explain_facts(extract(article, lexicon))]
