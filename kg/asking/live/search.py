"""Search of the whole graph: entities by their names, events by what kind of event they are."""

from __future__ import annotations

import re
from typing import Any

from kg.asking.live.index import search_form
from kg.asking.live.look import Look

_MOST_FOUND = 12
_SHORTEST = 3  # letters of a trigram
_SCORE = "CASE WHEN name = ? THEN 4 WHEN substr(name, 1, ?) = ? THEN 3 WHEN instr(name, ?) THEN 2 ELSE 1 END"


def search(look: Look) -> dict[str, Any]:
    """Return the nodes whose names hold the words, best match first: a name's beginning counts more than its middle."""
    wanted = search_form(look.values.get("q", ""))
    if not wanted:
        return {"nodes": [], "part": look.part(())}
    points = [wanted, len(wanted), wanted, f" {wanted}"]
    kinds = look.kinds()
    of_kind = f"AND kind IN ({', '.join('?' * len(kinds))})" if kinds else ""
    source, given = _forms(wanted)
    query = f"""
    SELECT node.id FROM (
      SELECT node, max({_SCORE}) AS points FROM {source} GROUP BY node
      UNION ALL
      SELECT id, points FROM (SELECT type, max({_SCORE}) AS points FROM type WHERE instr(name, ?) GROUP BY type)
        JOIN node USING (type)
    ) JOIN node ON node.id = node {of_kind} ORDER BY points DESC, degree DESC, node.id LIMIT {_MOST_FOUND}
    """  # noqa: S608 - our own words
    found = look.rows(query, *points, *given, *points, wanted, *kinds)
    nodes = look.iris("node", (number for (number,) in found))
    facts = [fact for node in nodes for fact in look.own_facts(node)]
    return {"nodes": nodes, "part": look.part(look.iris("fact", facts), nodes)}


def _forms(wanted: str) -> tuple[str, list[str]]:
    """Where names stand that may hold ``wanted``, as SQL with its values."""
    if len(wanted) < _SHORTEST:
        return "form WHERE name >= ? AND name < ?", [wanted, wanted + "\uffff"]
    pattern = re.sub(r"[*?\[\]]", "?", wanted)
    return "form WHERE id IN (SELECT rowid FROM within WHERE name GLOB ?)", [f"*{pattern}*"]
