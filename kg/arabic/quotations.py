"""Quotations: spans between quotation marks, with levels, found before anything asks about speech."""

from __future__ import annotations

import re
from typing import NamedTuple


class Quotation(NamedTuple):
    """A quotation: ``start`` and ``end`` include the marks (half-open), ``level`` is 1 for the outermost."""

    start: int
    end: int
    level: int = 1


_PAIRS = re.compile(r"“[^“”\n]*”|«[^«»\n]*»|\"[^\"\n]*\"|”[^”“\n]*“|„[^“”\n]*[“”]")


def find_quotations(text: str) -> list[Quotation]:
    """Return the quotations of ``text`` in order."""
    return [Quotation(match.start(), match.end()) for match in _PAIRS.finditer(text)]
