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
    """Show why the graph says what it says.

    \b
    WHAT is
      a file of articles            every fact with its sentence, span, rule and confidence
      an entity's or a fact's IRI   what the built graph says of it, and why names were merged
      a sentence                    what the program sees in it, layer by layer

    \b
    Examples:
      kg explain data/articles/000_b72e3dc6bf515e6d.txt
      kg explain data/articles/000_b72e3dc6bf515e6d.txt --html > article.html
      kg explain https://khabar.example/id/country/IQ
      kg explain "قال وزير الدفاع الفرنسي إن القوات ستبقى"
    """
    from kg.explaining.show import page, show

    try:
        sections = _sections(what, source)
    except ValueError as error:
        raise click.ClickException(str(error)) from None
    if not any(section.items for section in sections):
        raise click.ClickException(f'{what}: nothing is found in it; kg explain "SENTENCE" shows what is seen in each')
    if as_page:
        click.echo(page(what, sections), nl=False)
    else:
        show(sections)


def _sections(what: str, source: str) -> list[Section]:
    if what.startswith(("http://", "https://")):
        from kg.asking.graph_store import open_graph
        from kg.explaining.entity import explain_iri

        return explain_iri(open_graph(source), what)
    if what.strip() and _is_there(what):
        return _articles(what)
    from kg.explaining.sentence import explain_text
    from kg.lexicon import load_lexicon

    if " " not in what.strip():
        raise ValueError(f"{what!r}: no such file, no IRI and no sentence; kg explain --help shows examples")
    return explain_text(what, load_lexicon())


def _is_there(what: str) -> bool:
    try:
        return Path(what).exists()
    except (OSError, ValueError):
        return False


def _articles(path: str) -> list[Section]:
    from kg.articles import Skipped, read_articles
    from kg.explaining.article import explain_facts
    from kg.extraction import extract
    from kg.lexicon import load_lexicon
    from kg.records import Article

    read = list(read_articles([path]))
    found = [article for article in read if isinstance(article, Article)]
    if not found:
        reasons = [f" ({item.reason})" for item in read if isinstance(item, Skipped)]
        raise ValueError(f"{path}: holds no article that can be read{''.join(reasons[:1])}")
    lexicon = load_lexicon()
    return [section for article in found for section in explain_facts(extract(article, lexicon), named=len(found) > 1)]
