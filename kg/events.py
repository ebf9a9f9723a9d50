"""Events: what happened, when, to whom, and whether it really did."""

from __future__ import annotations

from kg.coreference import Cast
from kg.evidence import Evidencer
from kg.records import Event


def find_events(cast: Cast, evidence: Evidencer) -> list[Event]:
    """Return the events that the article tells, dated or not, in order of their place."""
    return []
