"""``kg build``."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("build")
@click.argument("sources", nargs=-1, required=True)
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    default=Path("output"),
    show_default=True,
    help="Folder for the results.",
)
def command(sources: tuple[str, ...], output: Path) -> None:
    """Read articles and write the knowledge graph."""
    from kg.build import build

    facts = build(list(sources), output)
    click.echo(
        f"{len(facts)} articles, {sum(len(f.roles) for f in facts)} roles, {sum(len(f.statements) for f in facts)} statements, "
    )
    click.echo(f"{sum(len(f.events) for f in facts)} events -> {output}")
