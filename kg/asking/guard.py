"""What a query may do: read this graph, and nothing else.

SERVICE connects, FROM and LOAD open files and addresses, updates write. They are refused by looking at the parsed query
and at its words apart from IRIs, strings and comments, so that no spelling, comment or escape hides them, and no
difference between the parser that checks and the one that answers.
"""

from __future__ import annotations

import re
from typing import Any

import pyoxigraph as ox
from pyparsing import ParseException
from rdflib.plugins.sparql.parser import expandUnicodeEscapes, parseQuery, parseUpdate
from rdflib.plugins.sparql.parserutils import CompValue

_WORDS = re.compile(
    r"""<[^<>"{}|^`\\\x00-\x20]*>|\"{3}(?:[^"\\]|\\.|"{1,2}(?!"))*"{3}|'{3}(?:[^'\\]|\\.|'{1,2}(?!'))*'{3}"""
    r"""|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\#[^\n]*|[?$@]\w+|[\w.-]*:(?:[\w.:%-]|\\.)*|(?P<word>[^\W\d_]+)""",
    re.DOTALL,
)
_LONG_REASON = 80
PREFIXES = {
    "kg": "https://khabar.example/ontology#",
    "role": "https://khabar.example/role/",
    "stance": "https://khabar.example/stance/",
    "position": "https://khabar.example/position/",
    "id": "https://khabar.example/id/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "dcterms": "http://purl.org/dc/terms/",
    "schema": "https://schema.org/",
    "prov": "http://www.w3.org/ns/prov#",
}


class QueryError(ValueError):
    """A query that cannot or may not be answered; the message says why, where and what to do."""


def check(query: str) -> None:
    """Return if ``query`` is a SPARQL 1.1 query that reads the graph only; ``PREFIXES`` need no declaration.

    Raises QueryError with line and column of a syntax error, or with what is refused.
    """
    text = with_prefixes(query)
    names = {node.name for node in _nodes(_parsed(text))}
    words = _words(text)
    if "ServiceGraphPattern" in names or "SERVICE" in words:
        raise QueryError("SERVICE asks other machines; khabar answers from the built graph alone: remove it")
    if "DatasetClause" in names or "FROM" in words:
        raise QueryError("FROM opens files or addresses; name an article's graph with GRAPH <...> { } instead")


def with_prefixes(query: str) -> str:
    """Return ``query`` with the usual prefixes declared before it, a line each; its own declarations win."""
    return "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items()) + query


def _parsed(text: str) -> Any:
    try:
        return parseQuery(text)
    except ParseException as error:
        if _is_update(text):
            raise QueryError("updates are refused: the graph is read-only; build it anew to change it") from None
        raise QueryError(_where(text, error)) from None
    except RecursionError:
        raise QueryError("the query is nested too deeply: simplify it") from None


def _is_update(text: str) -> bool:
    try:
        return bool(parseUpdate(text).request)
    except (ParseException, RecursionError):
        return False


def _where(text: str, error: ParseException) -> str:
    line, column, reason = error.lineno, error.column, error.msg
    try:
        if "SERVICE" not in _words(text):
            ox.Store().query(text)  # tells the place better; the empty store gives it nothing to do
    except SyntaxError as better:
        if place := re.match(r"error at (\d+):(\d+): (.*)", str(better), re.DOTALL):
            line, column, reason = int(place[1]), int(place[2]), _short(place[3])
    found = (text.split("\n") + [""] * line)[line - 1][column - 1 : column + 25].strip() or "the end of the line"
    return f"not SPARQL: line {line - len(PREFIXES)}, column {column}, near {found!r}: {reason}"


def _short(reason: str) -> str:
    """The first few of the tokens that Oxigraph would have taken, without its ranges of characters."""
    if len(reason) <= _LONG_REASON:
        return reason
    tokens = re.findall(r"""[A-Z]{2,}|"[^"\\]{1,3}"|true|false""", reason)
    return f"expected one of {', '.join(tokens[:8])} …"


def _words(text: str) -> set[str]:
    return {match["word"].upper() for match in _WORDS.finditer(expandUnicodeEscapes(text)) if match["word"]}


def _nodes(tree: Any) -> list[CompValue]:
    """Every named part of a parsed query, at any depth."""
    found, todo = [], [tree]
    while todo:
        part = todo.pop()
        if isinstance(part, CompValue):
            found.append(part)
            todo.extend(part.values())
        elif isinstance(part, (list, tuple)) or hasattr(part, "asList"):
            todo.extend(part)
    return found
