"""Lists of facts, a page at a time."""

from __future__ import annotations

from typing import Any

from kg.asking.live.index import POSITIONS
from kg.asking.live.look import Look

_MOST = 200  # in one answer
# What a value of the request asks of a fact; a question mark stands for the value.
_WANTED = {
    "kind": "fact.kind = ?",
    "dated": "fact.kind <> 'role' AND fact.lo <> '' AND ? <> ''",
}


def facts(look: Look) -> dict[str, Any]:
    """Facts, newest first, and roles by how many articles tell them: of a node (``as`` limits in which part), of two
    that are tied, or all that are dated.
    """
    source, own = _source(look)
    admitted, given = look.condition()
    taken, towards = _position(look)
    asked = [name for name in _WANTED if name in look.values]
    where = " AND ".join([admitted, taken, *(_WANTED[name] for name in asked)])
    values = [*own, *given, *towards, *(look.values[name] for name in asked)]
    count = look.rows(f"SELECT count(*) FROM {source} WHERE {where}", *values)[0][0]  # noqa: S608
    order = "fact.articles DESC, fact.id" if look.values.get("kind") == "role" else "fact.id"
    query = f"SELECT fact.iri FROM {source} WHERE {where} ORDER BY {order} LIMIT ? OFFSET ?"  # noqa: S608
    offset, most = (int(look.values.get(name, "0")) for name in ("offset", "most"))
    found = [iri for (iri,) in look.rows(query, *values, min(most, _MOST), max(0, offset))]
    return {"count": count, "facts": found, "part": look.part(found)}


def _position(look: Look) -> tuple[str, list[object]]:
    """What the wanted position towards the asked nodes asks of ``fact``, as SQL with its values."""
    wanted = look.values.get("position")
    if wanted is None:
        return "1", []
    parts = [*POSITIONS] if wanted == "none" else [wanted]
    nodes = [look.number(name) for name in ("node", "other") if name in look.values]
    limits = [f"stand.{name} IN ({', '.join('?' * len(of))})" for name, of in (("part", parts), ("node", nodes)) if of]
    taken = f"EXISTS (SELECT 1 FROM tie AS stand WHERE stand.fact = fact.id AND {' AND '.join(limits)})"  # noqa: S608
    return ("NOT " if wanted == "none" else "") + taken, [*parts, *nodes]


def _source(look: Look) -> tuple[str, list[object]]:
    """Where the facts stand that are asked for, as SQL with its values."""
    if "other" in look.values:
        tied = "fact JOIN pair ON pair.fact = fact.id AND pair.a = ? AND pair.b = ?"
        return tied, [look.number("node"), look.number("other")]
    if "node" not in look.values:
        return "fact", []
    part = [look.values["as"]] if "as" in look.values else []
    of_part = "AND part = ?" if part else ""
    tied = f"(SELECT DISTINCT fact FROM tie WHERE node = ? {of_part}) AS tied JOIN fact ON fact.id = tied.fact"  # noqa: S608
    return tied, [look.number("node"), *part]
