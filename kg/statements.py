"""Statements: who said what, about which force."""

from __future__ import annotations

from kg.coreference import Cast
from kg.evidence import Evidencer
from kg.records import Event, RoleHolding, Statement


def find_statements(cast: Cast, roles: list[RoleHolding], events: list[Event], evidence: Evidencer) -> list[Statement]:
    """Return every report of speech in the article, in order of its place."""
    return []
