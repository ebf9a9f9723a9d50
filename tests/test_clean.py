"""Boilerplate goes, the article stays, and offsets lead back."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest

from kg.arabic.normal import fold
from kg.clean import Entry, _table, clean, complete
from kg.records import Article
from tests.conftest import ROOT, cases


def lines(kind: str) -> list[Any]:
    found = [(entry, line) for entry in _table().entries for line in getattr(entry, kind)]
    return [pytest.param(entry, line, id=f"{entry.name}-{number}") for number, (entry, line) in enumerate(found)]


@pytest.mark.parametrize(("entry", "line"), lines("examples"))
def test_entry_fires_on_its_example(entry: Entry, line: str) -> None:
    assert entry.pattern.fullmatch(fold(line).lower().strip())


@pytest.mark.parametrize(("entry", "line"), lines("counter"))
def test_entry_spares_its_counter_example(entry: Entry, line: str) -> None:
    assert not entry.pattern.fullmatch(fold(line).lower().strip())
    assert line in clean(Article(identifier="x", raw=f"{line}\n{'كلمة ' * 20}.\n")).text


def test_menu_words() -> None:
    menu = tomllib.loads((ROOT / "kg" / "boilerplate.toml").read_text(encoding="utf-8"))["menu"]
    assert all(_table().is_menu(fold(line)) for line in menu["examples"])
    assert not any(_table().is_menu(fold(line)) for line in menu["counter"])


@pytest.mark.parametrize("case", cases("clean"))
def test_clean(case: dict[str, Any]) -> None:
    found = clean(Article(identifier="x", raw=case["raw"]))
    assert [line.strip() for line in found.text.splitlines() if line.strip()] == case["kept"]
    for start, raw, length in found.pieces:
        assert found.text[start : start + length] == case["raw"][raw : raw + length]
    done = complete(Article(identifier="x", raw=case["raw"]))
    for key in ("title", "publisher", "published"):
        if key in case:
            assert getattr(done, key) == (case[key] or None)


@pytest.mark.parametrize(
    "raw", ["", " \n\n ", "\x00", "abc", "a\n" * 1000, "كلمة\n" * 1000, " " * 100_000, "(" * 100_000]
)
def test_nothing_to_clean(raw: str) -> None:
    found = clean(Article(identifier="x", raw=raw))
    assert found.raw_offset(0) <= len(raw)
