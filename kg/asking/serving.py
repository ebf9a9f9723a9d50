"""A read-only SPARQL 1.1 Protocol endpoint on the loopback address, with a query page that works offline.

Oxigraph's server answers and brings the page; before it stands a gate that lets only queries through which read the
graph, and that adds the shipped questions and the network page, with what that asks for where its file does not hold
the whole graph.
"""

from __future__ import annotations

import http.client
import json
import resource
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar
from urllib.parse import parse_qs, unquote_plus, urlsplit

import pyoxigraph as ox

from kg.asking.graph_store import GraphStore, Limits, kept_store
from kg.asking.guard import QueryError, check, in_a_line, with_prefixes
from kg.asking.live.data import PageData
from kg.asking.live.index import kept_index
from kg.asking.question_pages import answer_page, index_page
from kg.asking.questions import bind, find_question
from kg.asking.results import write
from kg.network import live_page, page

HOST = "127.0.0.1"
_LONGEST = 1 << 20  # bytes of a query
# Oxigraph's query page sends queries to where it was opened with a query in the address, and asks another machine for
# prefixes.
_QUERY_PAGE = (
    (b"window.location.href", b"location.origin"),
    (b"<title>Oxigraph server", "<title>خبر · SPARQL".encode()),
    (
        b'<div id="yasgui">',
        '<a href="/questions">أسئلة جاهزة</a> · <a href="/network">الشبكة</a><div id="yasgui">'.encode(),
    ),
)
_ITSELF_ALONE = "default-src 'self' 'unsafe-inline' data: blob:"
_TYPES = {
    "html": "text/html",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "json": "application/sparql-results+json",
    "ttl": "text/turtle",
}


def serve(folder: Path, port: int, limits: Limits, ready: Callable[[int], None]) -> None:
    """Serve the graph built into ``folder`` at ``http://127.0.0.1:port/`` until interrupted.

    ``ready`` is called with the port as soon as it answers.
    Raises QueryError where the folder holds no graph or cannot be written, the extra is missing, or the port is taken.
    """
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with opened(folder, port, limits) as server:
        ready(server.server_address[1])
        server.serve_forever()


@contextmanager
def opened(folder: Path, port: int, limits: Limits) -> Iterator[ThreadingHTTPServer]:
    """Give the server of the graph in ``folder``, Oxigraph running behind it; port 0 takes a free one."""
    try:
        behind, store = _free_port(), kept_store(folder)
    except OSError as error:
        told = f"{folder}: the store of its graph cannot be kept there ({error.strerror}): copy the folder"
        raise QueryError(f"{told} to where you may write") from None
    data = _page_data(folder / "network.html", store, limits)
    with _oxigraph(store, behind, limits), _gate(folder, port, behind, limits, data) as server:
        yield server


def _page_data(file: Path, store: Path, limits: Limits) -> PageData | None:
    """Return what answers the network page, where its file is a part of the graph or was not made."""
    if file.is_file() and live_page(file.read_text(encoding="utf-8")) is None:
        return None
    return PageData(ox.Store.read_only(str(store)), kept_index(store), limits.seconds)


@lru_cache(maxsize=1)
def _made(data: PageData) -> str:
    """Return a page of the best connected part, for a graph whose page was not made."""
    return page(*data.first())


def _gate(folder: Path, port: int, behind: int, limits: Limits, data: PageData | None) -> ThreadingHTTPServer:
    handler = type("Handler", (_Gate,), {"folder": folder, "behind": behind, "limits": limits, "data": data})
    try:
        return ThreadingHTTPServer((HOST, port), handler)
    except OSError as error:
        raise QueryError(f"port {port} cannot be used ({error.strerror}): choose another with --port") from None


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


class _oxigraph:  # noqa: N801 - used as a context manager, like a function
    """Oxigraph's server as long as the block runs."""

    def __init__(self, store: Path, port: int, limits: Limits) -> None:
        program = shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or shutil.which("oxigraph")
        if program is None:
            raise QueryError("kg serve needs the extra 'serve': pip install 'khabar[serve]'")
        options = ["--location", str(store), "--bind", f"{HOST}:{port}"]
        options += ["--timeout-s", str(max(1, round(limits.seconds)))]
        self._command = [program, "serve-read-only", *options]
        self._port, self._memory = port, limits.memory

    def __enter__(self) -> None:
        self._process = subprocess.Popen(  # noqa: S603 - the program found beside our interpreter
            self._command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        if hasattr(resource, "prlimit"):  # Linux
            resource.prlimit(self._process.pid, resource.RLIMIT_DATA, (self._memory, self._memory))
        for _ in range(200):
            if self._answers():
                return
            if self._process.poll() is not None:
                break
            time.sleep(0.05)
        self.__exit__()
        raise QueryError("oxigraph does not start; try: oxigraph serve-read-only --help")

    def _answers(self) -> bool:
        with socket.socket() as probe:
            return probe.connect_ex((HOST, self._port)) == 0

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait()


class _Gate(BaseHTTPRequestHandler):
    """Lets reading queries through, and shows the questions and the network."""

    folder: ClassVar[Path]
    behind: ClassVar[int]
    limits: ClassVar[Limits]
    data: ClassVar[PageData | None]
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer a page or a query in the address."""
        address = urlsplit(self.path)
        if not self._is_local():
            self._say(403, "text/plain", "only this machine is served")
        elif address.path in ("/query", "/sparql"):
            self._query(parse_qs(address.query).get("query", [""])[0])
        elif address.path == "/network":
            self._network(self.folder / "network.html")
        elif address.path.startswith("/page/"):
            self._part(address.path.removeprefix("/page/"), parse_qs(address.query))
        elif address.path.startswith("/questions"):
            self._question(address.path.removeprefix("/questions").strip("/"), parse_qs(address.query))
        else:
            self._forward("GET", self.path, None)

    do_HEAD = do_GET  # noqa: N815 - the name that the base class asks for; _say leaves the body out

    def do_POST(self) -> None:
        """Answer a query in the body; anything that would write is refused."""
        length = self.headers.get("Content-Length") or "0"
        if not self._is_local() or not length.isdecimal() or int(length) > _LONGEST:
            self.close_connection = True
            self._say(
                403, "text/plain", f"refused: this machine alone is served, and {_LONGEST >> 20} MB of a query at most"
            )
            return
        body = self.rfile.read(int(length)).decode("utf-8", "replace")
        if urlsplit(self.path).path not in ("/query", "/sparql"):
            self._say(403, "text/plain", "the graph is read-only: only /query takes a POST")
            return
        form = "x-www-form-urlencoded" in (self.headers.get("Content-Type") or "")
        self._query(parse_qs(body).get("query", [""])[0] if form else body)

    def _is_local(self) -> bool:
        """Whether this machine was asked for by its own name: a page elsewhere may not read the graph by another."""
        return (self.headers.get("Host") or "").rsplit(":", 1)[0] in (HOST, "localhost")

    def _query(self, query: str) -> None:
        if not query.strip():
            self._say(400, "text/plain", "say what to ask: /query?query=SELECT...")
            return
        try:
            check(query)
        except QueryError as error:
            self._say(400, "text/plain", str(error))
            return
        self._forward("POST", "/query", with_prefixes(query))

    def _forward(self, method: str, path: str, query: str | None) -> None:
        connection = http.client.HTTPConnection(HOST, self.behind, timeout=self.limits.seconds + 5)
        headers = {"Accept": self.headers.get("Accept") or "application/sparql-results+json, text/turtle;q=0.9"}
        if query is not None:
            headers["Content-Type"] = "application/sparql-query"
        try:
            connection.request(method, path, body=query.encode() if query is not None else None, headers=headers)
            answer = connection.getresponse()
            told = answer.read()
            if query is not None and answer.status >= HTTPStatus.BAD_REQUEST:
                told = in_a_line(told.decode("utf-8", "replace")).encode()
            for its, ours in _QUERY_PAGE if urlsplit(path).path == "/" else ():
                told = told.replace(its, ours)
            self._say(answer.status, answer.headers.get("Content-Type") or "text/plain", told)
        except OSError as error:
            self._say(504, "text/plain", f"no answer within the limits: {error}")
        finally:
            connection.close()

    def _question(self, name: str, values: dict[str, list[str]]) -> None:
        if not name:
            self._say(200, "text/html", index_page())
            return
        form = values.pop("output", [""])[0]
        try:
            question = find_question(unquote_plus(name))
            graph = GraphStore(kept_store(self.folder), self.limits)
            bindings = bind(question, {key: value[0] for key, value in values.items()}, graph)
            answer = graph.ask(question.query, bindings)
            form = form or ("json" if answer.triples is None else "ttl")
            if form not in _TYPES:
                raise QueryError(f"no form called {form}; there are {', '.join(_TYPES)}")
            shown = form == "html" and answer.triples is None
            self._say(200, _TYPES[form], answer_page(question, answer) if shown else write(answer, form))
        except QueryError as error:
            self._say(400, "text/plain", str(error))

    def _network(self, path: Path) -> None:
        if path.is_file():
            text = path.read_text(encoding="utf-8")
        elif self.data:
            text = _made(self.data)
        else:
            self._say(404, "text/plain", "no network page: build the graph again")
            return
        self._say(200, "text/html", (live_page(text) if self.data else None) or text)

    def _part(self, name: str, values: dict[str, list[str]]) -> None:
        """Answer the network page: a part of the graph as JSON, or in words why not."""
        if self.data is None:
            self._say(404, "text/plain", "the network page holds the whole graph")
            return
        try:
            found = self.data.answer(name, {key: value[0] for key, value in values.items()})
        except QueryError as error:
            self._say(504, "text/plain", str(error))
        except (KeyError, ValueError, OverflowError):
            self._say(404, "text/plain", "no such node, or nothing to ask so")
        else:
            self._say(200, "application/json", json.dumps(found, ensure_ascii=False).encode("utf-8", "replace"))

    def _say(self, status: int, kind: str, body: str | bytes) -> None:
        data = body.encode() if isinstance(body, str) else body
        self.send_response(status)
        self.send_header(
            "Content-Type", kind if "charset" in kind or not kind.startswith("text/") else f"{kind}; charset=utf-8"
        )
        self.send_header("Content-Length", str(len(data)))
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        self.send_header("Content-Security-Policy", _ITSELF_ALONE)
        try:
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(data)
        except ConnectionError:  # who asked has gone
            self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Quiet: one's own machine needs no log."""
