"""``kg evaluate``."""

from __future__ import annotations

import json
from pathlib import Path

import click


@click.command("evaluate")
@click.argument("gold", type=click.Path(path_type=Path))
@click.option(
    "--articles",
    "sources",
    multiple=True,
    metavar="SOURCE",
    default=["data/articles"],
    show_default=True,
    help="A folder or file that holds the articles; repeatable.",
)
@click.option("--classes", "with_classes", is_flag=True, help="Show each class of role, speech act and event as well.")
@click.option("--errors", "with_errors", is_flag=True, help="List every false alarm and miss, with its sentence.")
@click.option(
    "--output",
    "form",
    type=click.Choice(["table", "json", "html"]),
    default="table",
    show_default=True,
    help="How to write the scores; json and html hold the errors as well.",
)
def command(gold: Path, sources: tuple[str, ...], with_classes: bool, with_errors: bool, form: str) -> None:
    """Score what is found against gold facts.

    GOLD is a folder of YAML files, one an article and named after it; docs/gold.md says how to write your own. Shown
    are precision, recall and F1 with 95% intervals.

    \b
    Examples:
      kg evaluate data/gold
      kg evaluate data/gold --classes --errors
      kg evaluate my-gold --articles my-articles --output html > scores.html
    """
    from kg.articles import read_articles
    from kg.evaluation.gold import GoldError, read_gold
    from kg.evaluation.matching import compare
    from kg.evaluation.report import as_data, as_html, as_text
    from kg.extraction import extract
    from kg.lexicon import load_lexicon
    from kg.records import Article

    try:
        wanted = read_gold(gold)
    except GoldError as error:
        raise click.ClickException(str(error)) from None
    found = {article.identifier: article for article in read_articles(list(sources)) if isinstance(article, Article)}
    missing = [one.identifier for one in wanted if one.identifier not in found]
    if missing:
        raise click.ClickException(f"no article for the gold of {', '.join(missing[:3])}: say where with --articles")
    lexicon = load_lexicon()
    compared = [compare(one, extract(found[one.identifier], lexicon), lexicon) for one in wanted]
    if form == "table":
        click.echo(as_text(compared, with_classes=with_classes, with_errors=with_errors), nl=False)
    elif form == "json":
        click.echo(json.dumps(as_data(compared), ensure_ascii=False, indent=1))
    else:
        click.echo(as_html(compared), nl=False)
