"""Who is the same person in two articles."""

from __future__ import annotations

from typing import Any

import pytest

from kg.people import Bearer, group_people
from tests.conftest import cases

PAIRS = [param.values[0] for param in cases("people")]


def bearer(article: str, text: str) -> Bearer:
    name, role, country = (part.strip() for part in text.split("|"))
    offices = frozenset({(role, country or None)} if role else ())
    return Bearer(article, f"person:{name}", name, offices=offices, country=None)


def joined(case: dict[str, Any]) -> bool:
    texts = [case["first"], case["second"], *case.get("others", ())]
    people = [bearer(f"a{number}", text) for number, text in enumerate(texts)]
    groups = group_people(people)
    assert sorted(b.article for g in groups for b in g.bearers) == sorted(b.article for b in people)
    return any({"a0", "a1"} <= {b.article for b in group.bearers} for group in groups)


def test_precision_and_recall() -> None:
    assert len(PAIRS) >= 80
    found = [(joined(case), case["same"]) for case in PAIRS]
    right = sum(a and b for a, b in found)
    precision, recall = right / sum(a for a, _ in found), right / sum(b for _, b in found)
    assert (precision, recall) >= (0.97, 0.90), (precision, recall)
    assert recall >= 0.90


@pytest.mark.parametrize("case", cases("people"))
def test_pair(case: dict[str, Any]) -> None:
    assert joined(case) == case["same"]


def test_each_merge_and_refusal_has_a_reason() -> None:
    people = [
        "سعد الحريري | prime-minister | LB",
        "رفيق الحريري | prime-minister | LB",
        "الحريري | prime-minister | LB",
    ]
    groups = group_people([bearer(f"a{n}", text) for n, text in enumerate([*people, people[0]])])
    assert any("same full name" in reason for group in groups for reason in group.reasons)
    assert any("may be any of" in refusal for group in groups for refusal in group.refusals)


def test_order_changes_nothing() -> None:
    people = [bearer(f"a{n:02}", text) for n, case in enumerate(PAIRS) for text in (case["first"], case["second"])]
    people = [Bearer(f"{b.article}-{n}", b.key, b.name, offices=b.offices) for n, b in enumerate(people)]
    one, two = group_people(people), group_people(people[::-1])
    assert [(sorted(b.article for b in g.bearers), g.reasons) for g in one] == [
        (sorted(b.article for b in g.bearers), g.reasons) for g in two
    ]
