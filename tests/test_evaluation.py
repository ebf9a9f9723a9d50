"""Scores against gold facts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli import main
from kg.evaluation.gold import GoldError, places, read_gold
from kg.evaluation.matching import Compared, Outcome, match, same_date, same_name
from kg.evaluation.report import errors, scores
from tests.conftest import ROOT, SHARED, needs_shared


@pytest.mark.parametrize(
    ("gold", "labels", "same"),
    [
        ("مصطفى الكاظمي", ["الكاظمي"], True),
        ("الكاظمي", ["مصطفى الكاظمي"], True),
        ("اللواء بات رايدر", ["بات رايدر"], True),
        ("محمد شياع السوداني", ["محمد السوداني"], True),
        ("محمد علي", ["محمد حسن"], False),
        ("الولايات المتحدة", ["US", "الولايات المتّحدة"], True),
        ("بايدن", ["ترامب"], False),
    ],
)
def test_names_agree_as_readers_take_them(gold: str, labels: list[str], same: bool) -> None:
    assert same_name(gold, labels) is same


@pytest.mark.parametrize(
    ("gold", "found", "same"),
    [
        ("2021-07-29", "2021-07-29", True),
        ("../2021-12-31", "2021-12-31", True),
        ("2021", "2021-07", False),
        ("2021-01/2021-07", "2021-01/2021-07", True),
        ("2014/..", "2014", False),
    ],
)
def test_dates_agree_to_their_precision(gold: str, found: str, same: bool) -> None:
    assert same_date(gold, found) is same


def test_matching_is_one_to_one_and_required_entries_come_first() -> None:
    gold = [{"n": 1, "optional": True}, {"n": 1}]
    assert match(gold, ["x"], lambda g, f: 1) == [({"n": 1}, "x"), ({"n": 1, "optional": True}, None)]
    assert match([], ["x"], lambda g, f: 1) == [(None, "x")]


def test_places_narrow_to_the_trigger() -> None:
    assert places("زيارة ثم زيارة بغداد", "زيارة بغداد", "بغداد") == [(15, 20)]
    assert places("aa", "x") == []


def test_intervals_hold_the_score_and_do_not_change() -> None:
    compared = [Compared(str(n), [Outcome("roles", "right" if n % 3 else "missed", "x", "t", "s")]) for n in range(30)]
    first, second = scores(compared)["roles"], scores(compared)["roles"]
    assert first == second
    assert first.low <= first.f1 <= first.high
    assert first.recall == pytest.approx(20 / 30)
    assert len(errors(compared)) == 10


def test_the_sample_is_scored_in_every_form() -> None:
    arguments = ["evaluate", str(ROOT / "data/gold"), "--articles", str(ROOT / "data/articles")]
    table = CliRunner().invoke(main, arguments)
    assert table.exit_code == 0, table.output
    assert "statements-found" in table.output
    data = json.loads(CliRunner().invoke(main, [*arguments, "--output", "json"]).output)
    assert data["articles"] == 5
    assert data["scores"]["roles"]["f1"] > 0.8
    page = CliRunner().invoke(main, [*arguments, "--output", "html"]).output
    assert page.startswith("<!doctype html>")
    assert "<script" not in page


@needs_shared
def test_the_gold_of_other_articles_is_read() -> None:
    assert len(read_gold(SHARED / "gold" / "dev" / "gold")) == 26


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("roles: [", "not YAML"),
        ("roles: [{person: x}]", "no span"),
        ("statements: [x]", "no span"),
        ("roles: 5", "no list"),
        ("5", "no gold"),
    ],
)
def test_a_gold_file_that_cannot_be_used_is_named(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(GoldError, match=said):
        read_gold(tmp_path)
    with pytest.raises(GoldError, match="holds no gold"):
        read_gold(tmp_path / "missing")
