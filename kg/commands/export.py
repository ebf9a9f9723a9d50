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

    FOLDER is what 'kg build' wrote into.

    \b
    Formats:
      trig, nt, jsonld   the whole graph: TriG, N-Triples, JSON-LD
      graphml, gexf      who is tied to whom, for Gephi and other tools for networks
      csv                roles.csv, statements.csv and events.csv, safe in a spreadsheet

    \b
    Examples:
      kg export output --format csv --format gexf
      kg export output --format jsonld --output exports
    """
    from kg.formats import convert
    from kg.namespaces import RESOURCES
    from kg.outputs import reading

    source, target = folder / "graph.nq", output or folder
    if not source.is_file():
        raise click.ClickException(f"{folder}: holds no graph.nq; build it with: kg build SOURCE --output {folder}")
    try:
        target.mkdir(parents=True, exist_ok=True)
        with reading(folder):
            for name in formats:
                for path in convert(source, target, name, RESOURCES):
                    click.echo(path)
    except FileExistsError:
        raise click.ClickException(f"{target}: is a file; --output must name a folder") from None
    except OSError as error:
        raise click.ClickException(f"{target}: cannot be written ({error.strerror})") from None
    except ValueError as error:
        raise click.ClickException(str(error)) from None
