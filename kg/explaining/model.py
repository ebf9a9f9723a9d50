"""What an explanation consists of, whoever shows it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Item:
    """One thing explained: a heading, its sentence, where the evidence stands in it (half-open offsets), and notes."""

    head: str
    sentence: str = ""
    start: int = 0
    end: int = 0
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Items under a title in Arabic and English."""

    arabic: str
    english: str
    items: tuple[Item, ...]
