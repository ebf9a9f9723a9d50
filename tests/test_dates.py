"""Dates: expressions and their values, offsets, tables, and what must not hurt."""

from __future__ import annotations

import json
import unicodedata
from datetime import date
from typing import Any

import pytest
from babel import Locale, localedata
from hypothesis import given
from hypothesis import strategies as st

from kg.arabic.normal import fold
from kg.dates import find_dates
from kg.dates.calendars import AMBIGUOUS_MONTHS, MONTHS
from kg.dates.words import TABLE
from kg.edtf import bounds
from tests.conftest import SHARED, cases, needs_shared

REFERENCE = date(2022, 5, 18)


@pytest.mark.parametrize("case", cases("dates"))
def test_dates(case: dict[str, Any]) -> None:
    found = find_dates(case["text"], reference=REFERENCE)
    assert [[mention.text, mention.edtf or "", mention.kind] for mention in found] == case["dates"]


@pytest.mark.parametrize("case", cases("dates"))
def test_spelling_does_not_matter(case: dict[str, Any]) -> None:
    text = case["text"].replace(" ", "  ").replace("ا", "ا\u064e").replace("أ", "\u0627\u0654")
    digits = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
    values = [value for _, value, _ in case["dates"]]
    plain = unicodedata.normalize("NFC", text).translate(digits)
    assert [mention.edtf or "" for mention in find_dates(plain, reference=REFERENCE)] == values


_WORDS = st.sampled_from(
    [
        *sorted(TABLE),
        "12",
        "2018",
        "٣١",
        "1439هـ",
        "/",
        "-",
        "،",
        "(",
        ")",
        ".",
        "\n",
        "\u200f",
        "99999",
        "الماضي",
        "والأحد",
        "الأسبوع",
    ]
)


@given(st.one_of(st.text(), st.lists(_WORDS, max_size=12).map(" ".join), st.lists(_WORDS, max_size=12).map("".join)))
def test_dates_stand_in_the_text_in_order(text: str) -> None:
    for reference in (REFERENCE, date.min, date.max, None):
        end = 0
        for mention in find_dates(text, reference=reference):
            assert text[mention.start : mention.end] == mention.text
            assert end <= mention.start < mention.end
            end = mention.end
            assert mention.edtf is None or bounds(mention.edtf) != (None, None)


def test_nothing_relative_without_a_reference() -> None:
    text = "قال أمس إن المحادثات تبدأ الاثنين المقبل وتنتهي في يونيو، بعد اتفاق عام 2019."
    assert [mention.edtf for mention in find_dates(text)] == [None, None, None, "2019"]


def test_every_month_of_every_arabic_locale_is_known() -> None:
    known = {fold(name.replace("-", " ")): month for month, names in MONTHS.items() for name in names.split()}
    for name in localedata.locale_identifiers():
        if name.split("_")[0] == "ar":
            for month, spelling in Locale.parse(name).months["format"]["wide"].items():
                assert known[fold(spelling)] == month


@pytest.mark.parametrize("month", range(1, 13))
def test_every_spelling_of_a_month_makes_a_date(month: int) -> None:
    for name in MONTHS[month].split():
        spelling = name.replace("-", " ")
        assert [mention.edtf for mention in find_dates(f"في 9 {spelling} 2015")] == [f"2015-{month:02}-09"]


def test_tables_are_composed_arabic_without_foreign_letters() -> None:
    for name in [*TABLE, *AMBIGUOUS_MONTHS, *" ".join(MONTHS.values()).split()]:
        assert unicodedata.is_normalized("NFC", name)
        assert not any("\ufb50" <= c <= "\ufeff" or c in "یکےہ" for c in name)


@pytest.mark.parametrize(
    "text",
    [
        "30 شباط",
        "31/2/2018",
        "99/99/2018",
        "2018-00-00",
        "قبل 99999999 سنة",
        "في 5 مايو 99999",
        "3/4/2018 و13/4/2018 و4/13/2018",
    ],
)
def test_what_no_calendar_has_or_nothing_decides_has_no_value(text: str) -> None:
    assert next(iter(find_dates(text, reference=REFERENCE))).edtf is None


@pytest.mark.parametrize(
    "text",
    [
        "1." * 50_000,
        "9" * 5_000,
        "1/2/" * 20_000,
        "من " * 50_000,
        "صباح " * 50_000,
        "مليون " * 20_000,
        "3/4/2018 " * 5_000,
        "و" * 100_000,
    ],
    ids=["digits and dots", "digits", "slashes", "from", "mornings", "millions", "ambiguous", "one word"],
)
def test_hostile_text_is_read_to_its_end(text: str) -> None:
    assert all(text[m.start : m.end] == m.text for m in find_dates(text, reference=REFERENCE))


def _ends(edtf: str) -> tuple[date | None, date | None]:
    return bounds(edtf)


@needs_shared
def test_expressions_collected_elsewhere() -> None:
    """The same days, in whatever notation; some of the accepted values are open to dispute, so this is a floor."""
    lines = (SHARED / "data" / "date_cases.jsonl").read_text(encoding="utf-8").splitlines()
    right = 0
    for case in map(json.loads, lines):
        accepted = {_ends(value) for value in case["accept"]}
        found = find_dates(case["text"], reference=date.fromisoformat(case["reference"]))
        overlapping = [m for m in found if m.start < case["end"] and case["start"] < m.end and m.edtf]
        right += any(_ends(mention.edtf or "") in accepted for mention in overlapping)
    assert right / len(lines) >= 0.90
