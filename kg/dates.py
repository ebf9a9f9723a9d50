"""Dates in Arabic text: the only place that knows calendars. Values are EDTF (ISO 8601-2)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple


class DateMention(NamedTuple):
    """A date expression: offsets in code points (half-open), the words, and the value, None where it cannot be resolved."""

    start: int
    end: int
    text: str
    edtf: str | None


def find_dates(text: str, *, reference: date | None = None) -> Iterator[DateMention]:
    """Yield the date expressions of ``text`` in order; relative ones are resolved against ``reference``."""
    yield from ()
