"""What a query may do: read this graph, and nothing else.

SERVICE connects, FROM and LOAD open files and addresses, updates write. They are refused by looking at the parsed query
and at its words apart from IRIs, strings and comments, so that no spelling, comment or escape hides them, and no
difference between the parser that checks and the one that answers.
"""

from __future__ import annotations

import re
from typing import Any

from pyparsing import ParseException
from rdflib.plugins.sparql.parser import expandUnicodeEscapes, parseQuery, parseUpdate
from rdflib.plugins.sparql.parserutils import CompValue

_WORDS = re.compile(
    r"""<[^<>"{}|^`\\\x00-\x20]*>|\"{3}(?:[^"\\]|\\.|"{1,2}(?!"))*"{3}|'{3}(?:[^'\\]|\\.|'{1,2}(?!'))*'{3}"""
    r"""|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\#[^\n]*|[?$@]\w+|[\w.-]*:(?:[\w.:%-]|\\.)*|(?P<word>[^\W\d_]+)""",
    re.DOTALL,
)
_PHRASE = re.compile(r"[A-Z][a-z]*(?: \w+){2,}")  # the sentence among the tokens that Oxigraph would have taken
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
    if not query.strip():
        raise QueryError("nothing is asked: the query is empty")
    text = with_prefixes(query)
    nodes, words = _nodes(_parsed(text)), _words(text)
    names = {node.name for node in nodes}
    if "ServiceGraphPattern" in names or "SERVICE" in words:
        raise QueryError("SERVICE asks other machines; khabar answers from the built graph alone: remove it")
    if "DatasetClause" in names or "FROM" in words:
        raise QueryError("FROM opens files or addresses; name an article's graph with GRAPH <...> { } instead")
    declared, used = (_prefixes(nodes, kind) for kind in ("PrefixDecl", "pname"))
    if unknown := sorted(used - declared):
        raise QueryError(
            f"the prefix {unknown[0]}: is unknown; declare it before the query: PREFIX {unknown[0]}: <...>"
        )


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
    line, column = error.lineno, error.column
    rest = (text.split("\n") + [""] * line)[line - 1][column - 1 :].strip()
    if not rest:
        reason = "it ends too early: is a } or ) missing?"
    elif "SelectQuery |" in error.msg:  # every kind of query was expected
        reason = f"a query begins with SELECT, ASK, CONSTRUCT or DESCRIBE, not with {rest.split()[0]!r}"
    else:
        reason = f"not understood from {rest[:25]!r} on"
    return f"not SPARQL: line {line - len(PREFIXES)}, column {column}: {reason}"


def in_a_line(error: str) -> str:
    """Return what Oxigraph says of a query, or of a file, as one line.

    >>> in_a_line("error at 1:9: expected one of IF, Prefix not found, ['A' ..= 'Z']")
    'not SPARQL: Prefix not found'
    """
    if error.startswith("error at") and (phrase := _PHRASE.search(error)):
        return f"not SPARQL: {phrase[0]}"
    return error.strip().splitlines()[-1] if error.strip() else "no reason given"


def _words(text: str) -> set[str]:
    return {match["word"].upper() for match in _WORDS.finditer(expandUnicodeEscapes(text)) if match["word"]}


def _prefixes(nodes: list[CompValue], kind: str) -> set[str]:
    return {str(node["prefix"]) if "prefix" in node else "" for node in nodes if node.name == kind}


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
