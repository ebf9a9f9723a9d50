"""``kg build``."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from kg.building import Progress, Report


_MOST_LINES = 50


@click.command("build")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    default=Path("output"),
    show_default=True,
    help="Folder for the results.",
)
@click.option(
    "--workers",
    type=click.IntRange(min=1),
    help="Number of processes that read articles. Default: one a processor; one for few articles.",
)
@click.option("--dask", metavar="ADDRESS", help="Read articles on a Dask cluster: its scheduler's address, or 'local'.")
@click.option("--base", metavar="IRI", help="What the IRIs of people, statements and so on begin with.")
@click.option(
    "--ontology",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Folder of the ontology. Default: the one that is shipped.",
)
@click.option(
    "--format", "formats", multiple=True, metavar="NAME", help="A further format, as in 'kg export'; repeatable."
)
@click.option("--page/--no-page", default=True, help="Whether to draw network.html.")
def command(
    sources: tuple[str, ...],
    output: Path,
    workers: int | None,
    dask: str | None,
    base: str | None,
    ontology: Path | None,
    formats: tuple[str, ...],
    page: bool,
) -> None:
    """Read articles and write the knowledge graph of what they say.

    A SOURCE is a folder, a file, or '-' for standard input: .txt and .html files (with a manifest.csv beside them for
    dates and publishers), .jsonl or .csv with one article a row (id, text, title, published, publisher, url), .warc;
    each may be compressed.

    \b
    Writes into the output folder:
      graph.ttl      every fact with its evidence, in Turtle
      graph.nq       the same, one named graph an article
      network.html   the picture, one file, opens offline
      report.json    what was read, skipped, found

    Articles that were read before and have not changed are not read again. A run that is stopped leaves the earlier
    results as they were, and the next run goes on from there.

    \b
    Exit status: 0 all was read; 1 nothing could be built; 2 a wrong call; 3 built, but some articles were skipped.

    \b
    Examples:
      kg build data/articles
      kg build news.jsonl.gz --output graphs/news --workers 4
      cat article.txt | kg build - --output graphs/one
    """
    from kg.engines import collect_rarely, end_quickly

    collect_rarely()  # before the imports, which make many objects themselves
    end_quickly()
    from kg.building import BuildError, Options, build
    from kg.namespaces import RESOURCES

    options = Options(
        base=_base(base) if base else RESOURCES,
        ontology=ontology,
        workers=workers,
        dask=dask,
        formats=_known(formats),
        page=page,
    )
    try:
        with _progress() as progress:
            report = build(list(sources), output, options, progress)
    except BuildError as error:
        raise click.ClickException(str(error)) from error
    _tell(report, output, page)
    sys.exit(3 if report.skipped else 0)


def _base(value: str) -> str:
    from kg.namespaces import is_base

    if not is_base(value):
        raise click.BadParameter(
            "must be an absolute IRI that ends in / or #, such as https://example.org/id/", param_hint="--base"
        )
    return value


def _known(formats: tuple[str, ...]) -> tuple[str, ...]:
    if formats:
        from kg.formats import FORMATS

        for name in formats:
            if name not in FORMATS:
                raise click.BadParameter(
                    f"no format {name!r}; there are {', '.join(sorted(FORMATS))}", param_hint="--format"
                )
    return formats


@contextmanager
def _progress() -> Iterator[Progress | None]:
    """Give a function that shows how many articles were read, on a terminal only."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("reading articles"), BarColumn(), TextColumn("{task.completed}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda count: bar.update(task, completed=count)


def _list(lines: list[str], output: Path) -> None:
    for line in lines[:_MOST_LINES]:
        click.echo(line, err=True)
    if len(lines) > _MOST_LINES:
        click.echo(f"... and {len(lines) - _MOST_LINES:,} more: see {output / 'report.json'}", err=True)


def _tell(report: Report, output: Path, page: bool) -> None:
    _list([f"skipped {item.source}: {item.reason}" for item in report.skipped], output)
    _list([f"repaired {item.source}: {item.note}" for item in report.repaired], output)
    counts = report.counts
    click.echo(f"articles     {report.articles:>9,}   read now {report.new:,}, skipped {len(report.skipped):,}")
    click.echo(f"roles        {counts['roles']:>9,}   who holds which office of which country")
    click.echo(f"statements   {counts['statements']:>9,}   who said what, about which force")
    click.echo(f"events       {counts['events']:>9,}   what happened when")
    click.echo(f"entities     {counts['entities']:>9,}")
    state = "unchanged" if report.unchanged else "written"
    drawn = ", network.html" if page else ""
    click.echo(f"{state} in {report.seconds:.1f} s: {output}/graph.ttl, graph.nq{drawn}")
