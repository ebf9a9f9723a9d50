"""``kg serve``."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("serve")
@click.argument("folder", type=click.Path(path_type=Path), default=Path("output"))
@click.option("--port", type=click.IntRange(0, 65535), default=7878, show_default=True, help="Port on this machine.")
@click.option("--timeout", type=click.FloatRange(1), default=10.0, show_default=True, help="Seconds a query may take.")
@click.option(
    "--memory", type=click.IntRange(64), default=1024, show_default=True, help="Megabytes the server may take."
)
def command(folder: Path, port: int, timeout: float, memory: int) -> None:
    """Serve a built graph on this machine.

    A read-only SPARQL endpoint with a query page, and the network page; offline, and for this machine alone.

    Where a graph is too large for one file, network.html holds its best connected part; the page that is served here
    finds and shows all of it. The first time this makes an index beside the graph, as it makes a store.

    \b
    http://127.0.0.1:7878/            the query page
    http://127.0.0.1:7878/query       the endpoint (SPARQL 1.1 Protocol; GET and POST)
    http://127.0.0.1:7878/questions   the shipped questions
    http://127.0.0.1:7878/network     the network page, of the whole graph

    \b
    Examples:
      kg serve output
      kg serve graphs/news --port 8000 --timeout 60

    Needs the extra: pip install 'khabar[serve]'. Ctrl+C stops it.
    """
    from kg.asking.graph_store import Limits
    from kg.asking.guard import QueryError
    from kg.asking.serving import HOST, serve

    def ready(port: int) -> None:
        places = "query page; /query the endpoint, /questions, /network"
        click.echo(f"http://{HOST}:{port}/  ({places}); Ctrl+C stops it", err=True)

    click.echo(f"opening {folder}; the first time this takes a while", err=True)
    try:
        serve(folder, port, Limits(timeout, memory << 20), ready)
    except QueryError as error:
        raise click.ClickException(str(error)) from None
    except KeyboardInterrupt:
        click.echo("stopped", err=True)
