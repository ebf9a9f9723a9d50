"""Roles: titles in every order of newswire, whose they are, and what is none."""

from __future__ import annotations

from typing import Any

import pytest

from kg.extraction import extract
from kg.lexicon import Lexicon
from kg.records import Article, RoleHolding
from tests.conftest import cases


def tell(holding: RoleHolding) -> str:
    """Return a role as the cases write it."""
    parts = [holding.holder.removeprefix("person:"), holding.role, holding.country or "-", holding.title]
    return " | ".join([*parts, "former"] if holding.former else parts)


@pytest.mark.parametrize("case", cases("roles"))
def test_roles_of_a_text(case: dict[str, Any], lexicon: Lexicon) -> None:
    facts = extract(Article(identifier="case", raw=case["text"]), lexicon)
    assert sorted(map(tell, facts.roles)) == sorted(case["roles"])


@pytest.mark.parametrize("case", cases("roles"))
def test_evidence_stands_in_the_text(case: dict[str, Any], lexicon: Lexicon) -> None:
    facts = extract(Article(identifier="case", raw=case["text"]), lexicon)
    for holding in facts.roles:
        evidence = holding.evidence
        assert case["text"][evidence.start : evidence.end] == evidence.exact
        assert holding.holder.split()[-1] in evidence.exact
        assert 0 < evidence.confidence <= 1
