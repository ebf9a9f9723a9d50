"""NewsFANE as running text: its words joined again as they are written, and where people's names stand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

PERSONS = frozenset(
    {
        "Politician",
        "Athlete",
        "Artist",
        "Other_PER",
        "Religious_PER",
        "Scientist",
        "Businessperson",
        "Police",
        "Lawyer",
        "Engineer",
    }
)
_BEFORE, _AFTER = frozenset("وفبلكس"), frozenset({"ه", "ها", "هما", "نا", "هن", "كم"})
_UNJOINED = frozenset({"و", "ف", "ب", "ل", "ك", "س"})


def sentences(path: Path) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """Yield each sentence's text, and the half-open offsets of its people's names."""
    rows: list[tuple[str, str]] = []
    for line in path.read_text(encoding="utf-8-sig").splitlines():
        word, _, label = line.replace("\u200e", "").replace("\u200f", "").strip().partition("\t")
        if word:
            rows.append((_undotted(word.strip(), label), label.strip()))
        elif rows:
            yield _join(rows)
            rows = []
    if rows:
        yield _join(rows)


def _undotted(word: str, label: str) -> str:
    """The preposition is often written like the name there."""
    return "على" if word == "علي" and label.startswith("O") else word


def _join(rows: list[tuple[str, str]]) -> tuple[str, list[tuple[int, int]]]:
    text, spans, previous, before = "", [], "", ""
    for word, label in rows:
        if text and not _glued(previous, before, word):
            text += " "
        start = len(text)
        text += _restored(previous, word)
        kind = label[2:]
        if label.startswith("B-") and kind in PERSONS:
            spans.append((start, len(text)))
        elif label.startswith("I-") and kind in PERSONS and spans and spans[-1][1] >= start - 1:
            spans[-1] = (spans[-1][0], len(text))
        before, previous = previous, word
    return text, spans


def _glued(previous: str, before: str, word: str) -> bool:
    arabic = word[0].isalpha()
    if previous in _BEFORE and arabic and len(word) > 1:
        return True
    return word in _AFTER and len(previous) > 1 and previous.isalpha()


def _restored(previous: str, word: str) -> str:
    """للقوات is written ل + القوات there."""
    return word[1:] if previous == "ل" and word.startswith("ال") and len(word) > 4 else word
