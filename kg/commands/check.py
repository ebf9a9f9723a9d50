"""``kg check``."""

from __future__ import annotations

import sys
from pathlib import Path

import click


@click.command("check")
@click.argument("graph", required=False, type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option(
    "--articles", multiple=True, metavar="SOURCE", help="The articles of the graph. Default: those it was built of."
)
@click.option(
    "--ontology",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Folder of the ontology. Default: the one that is shipped.",
)
@click.option(
    "--survey",
    multiple=True,
    metavar="SOURCE",
    help="Instead, hold the ontology against the articles of SOURCE (file, folder or - for standard input): which "
    "concepts they never show, and which frequent words no concept covers, with an example and the Turtle to add.",
)
@click.option(
    "--least",
    type=click.IntRange(1),
    default=3,
    show_default=True,
    help="How often the articles of --survey must show a word for it to be told.",
)
def command(
    graph: Path | None, articles: tuple[str, ...], ontology: Path | None, survey: tuple[str, ...], least: int
) -> None:
    """Verify a built graph; without one, the ontology.

    Of a GRAPH (a folder that 'kg build' wrote) every article is opened again and every evidence span proved, and the
    SHACL shapes, domains and ranges of the vocabulary are checked. Of the ontology: labels, dates, countries, and that
    every example fires and no counter-example does.

    \b
    Exit status: 0 nothing wrong; 1 something is, and each fault is said with its place.

    \b
    Examples:
      kg check output
      kg check
      kg check --survey news.jsonl.gz --least 10
    """
    from kg.lexicon import ontology_folder

    folder = ontology or ontology_folder()
    if survey and graph is not None:
        raise click.UsageError("--survey is of the ontology: give no GRAPH with it")
    try:
        if survey:
            _survey(folder, survey, least)
        else:
            sound = _ontology(folder) if graph is None else _graph(graph, articles, folder)
            sys.exit(0 if sound else 1)
    except ValueError as error:
        raise click.ClickException(str(error)) from None


def _graph(graph: Path, articles: tuple[str, ...], folder: Path) -> bool:
    from kg.verification import check_graph

    findings = check_graph(graph, list(articles) or None, folder)
    for example in findings.examples:
        click.echo(example, err=True)
    for kind, number in sorted(findings.faults.items()):
        click.echo(f"{number:,} faults of {kind}")
    counts = f"{findings.facts:,} facts, {findings.spans:,} spans of evidence, {findings.triples:,} triples"
    click.echo(f"{counts}: {'all sound' if findings.sound else 'NOT sound'}")
    return findings.sound


def _ontology(folder: Path) -> bool:
    from kg.lexicon import load_lexicon
    from kg.ontology_check import check_examples, check_ontology

    lexicon = load_lexicon(folder)
    findings = [*check_ontology(lexicon), *check_examples(lexicon)]
    for finding in findings:
        click.echo(f"{finding.check}: {finding.concept}: {finding.message}", err=True)
    click.echo(f"{len(lexicon.concepts):,} concepts: " + (f"{len(findings):,} faults" if findings else "nothing wrong"))
    return not findings


def _survey(folder: Path, sources: tuple[str, ...], least: int) -> None:
    from kg.articles import read_articles
    from kg.clean import clean
    from kg.lexicon import load_lexicon
    from kg.ontology_survey import survey
    from kg.records import Article

    lexicon = load_lexicon(folder)
    items = (item for item in read_articles(sources) if isinstance(item, Article))
    found = survey((clean(article).text for article in items), lexicon)
    if not found.texts:
        raise click.ClickException("no article could be read from " + ", ".join(sources))
    suggestions = found.suggestions(least)
    click.echo(f"not covered, {least} times or more in {found.texts:,} articles: {len(suggestions):,}")
    for suggestion in suggestions:
        click.echo(f"\n# {suggestion.count:,} times\n{suggestion.turtle()}")
    never = found.never_seen(lexicon)
    click.echo(f"\nnever seen in {found.texts:,} articles: {len(never):,} of {len(lexicon.concepts):,} concepts")
    for iri in never:
        click.echo(iri)
