"""Every title of a document."""

from __future__ import annotations

from kg.document import Document
from kg.entities import Found
from kg.roles.mention import TitleMention


def find_titles(doc: Document, found: Found) -> list[TitleMention]:
    """Return every title of ``doc`` in order: those that become roles and those that stand alone."""
    return []
