"""Context: negation, condition, plan, demand, denial and hearsay, one scope mechanism for all facts."""

from __future__ import annotations

from kg.document import Document
from kg.records import Status


def status_of(doc: Document, token: int) -> Status:
    """Return whether what is said at ``token`` is told as actual, planned, requested, denied or hypothetical."""
    return Status.ACTUAL
