"""``kg export``."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("export")
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False), default=Path("output"))
@click.option(
    "--format",
    "formats",
    multiple=True,
    required=True,
    metavar="NAME",
    help="trig, nt, jsonld, graphml, gexf or csv; repeatable.",
)
@click.option("--output", type=click.Path(path_type=Path), help="Folder for the files. Default: the built folder.")
def command(folder: Path, formats: tuple[str, ...], output: Path | None) -> None:
    """Write a built graph in further formats.

    FOLDER is what 'kg build' wrote into. TriG, N-Triples and JSON-LD hold the whole graph; GraphML and GEXF (for Gephi)
    who is tied to whom; csv three tables, roles.csv, statements.csv and events.csv, that are safe in a spreadsheet.

    \b
    Example:
      kg export output --format csv --format gexf
    """
    from kg.formats import convert
    from kg.namespaces import RESOURCES
    from kg.outputs import reading

    source = folder / "graph.nq"
    if not source.is_file():
        raise click.ClickException(f"{folder}: holds no graph.nq; build it with: kg build SOURCE --output {folder}")
    target = output or folder
    target.mkdir(parents=True, exist_ok=True)
    try:
        with reading(folder):
            for name in formats:
                for path in convert(source, target, name, RESOURCES):
                    click.echo(path)
    except ValueError as error:
        raise click.ClickException(str(error)) from error
