"""Context: what is denied, planned, demanded or supposed, and by which word."""

from __future__ import annotations

from typing import Any

import pytest

from kg.context import Kind, flags_in, status_of
from kg.document import analyse
from kg.lexicon import Lexicon
from tests.conftest import cases


@pytest.mark.parametrize("case", cases("context"))
def test_status(case: dict[str, Any], lexicon: Lexicon) -> None:
    before, _, _ = case["text"].partition("*")
    doc = analyse(case["text"].replace("*", ""), lexicon)
    assert status_of(doc, doc.token_at(len(before))).value == case["status"]


def test_a_flag_keeps_its_cue(lexicon: Lexicon) -> None:
    doc = analyse("من المقرر أن يجتمع المجلس.", lexicon)
    flags = [flag for flag in flags_in(doc, doc.sentences[0]) if flag.kind == Kind.PLAN]
    assert "من المقرر" in [doc.slice(*flag.cue) for flag in flags]
