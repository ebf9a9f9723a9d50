"""What an evaluation says: precision, recall and F1 with intervals, by class, and errors; as text, JSON and HTML."""

from __future__ import annotations

import html
import random
from collections import Counter
from dataclasses import asdict, dataclass
from typing import Any

from kg.evaluation.matching import MEASURES, Compared

_RESAMPLES = 1000


@dataclass(frozen=True, slots=True)
class Score:
    """Counts and what follows from them; ``low`` and ``high`` hold F1 with 95% confidence."""

    right: int
    false: int
    missed: int
    low: float = 0.0
    high: float = 0.0

    @property
    def precision(self) -> float:
        """Right ones among the found."""
        return self.right / (self.right + self.false) if self.right + self.false else 0.0

    @property
    def recall(self) -> float:
        """Right ones among those of the gold."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def scores(compared: list[Compared]) -> dict[str, Score]:
    """Return the score of each measure; intervals by resampling articles (percentile bootstrap)."""
    return {measure: _with_interval([_counts(one, measure) for one in compared]) for measure in MEASURES}


def by_class(compared: list[Compared], measure: str) -> dict[str, Score]:
    """Return the score of each class of ``measure``."""
    counts: dict[str, Counter[str]] = {}
    for one in compared:
        for outcome in one.outcomes:
            if outcome.measure == measure:
                counts.setdefault(outcome.label, Counter())[outcome.verdict] += 1
    return {label: _score(found) for label, found in sorted(counts.items())}


def _counts(compared: Compared, measure: str) -> Counter[str]:
    return Counter(outcome.verdict for outcome in compared.outcomes if outcome.measure == measure)


def _score(counts: Counter[str]) -> Score:
    return Score(counts["right"], counts["false"], counts["missed"])


def _with_interval(articles: list[Counter[str]]) -> Score:
    chance = random.Random(0)  # noqa: S311 - a sample, no secret
    f1 = sorted(_score(_sum(chance.choices(articles, k=len(articles)))).f1 for _ in range(_RESAMPLES))
    total = _score(_sum(articles))
    low, high = f1[round(0.025 * _RESAMPLES)], f1[round(0.975 * _RESAMPLES) - 1]
    return Score(total.right, total.false, total.missed, low, high)


def _sum(counts: list[Counter[str]]) -> Counter[str]:
    total: Counter[str] = Counter()
    for one in counts:
        total.update(one)
    return total


def errors(compared: list[Compared]) -> list[dict[str, str]]:
    """Return every false alarm and miss with its article and sentence."""
    return [
        {"article": one.identifier} | asdict(outcome)
        for one in compared
        for outcome in one.outcomes
        if outcome.verdict != "right"
    ]


def as_data(compared: list[Compared]) -> dict[str, Any]:
    """Return the whole report as plain data for JSON."""
    return {
        "articles": len(compared),
        "scores": {name: _numbers(score) for name, score in scores(compared).items()},
        "classes": {m: {label: _numbers(s) for label, s in by_class(compared, m).items()} for m in MEASURES},
        "errors": errors(compared),
    }


def _numbers(score: Score) -> dict[str, Any]:
    rates = {name: round(getattr(score, name), 3) for name in ("precision", "recall", "f1", "low", "high")}
    return rates | {"right": score.right, "false": score.false, "missed": score.missed}


def as_text(compared: list[Compared], *, with_classes: bool = False, with_errors: bool = False) -> str:
    """Return the report for a terminal; with the scores of classes, and the errors with their sentences, if asked."""
    head = f"{'':20} {'P':>6} {'R':>6} {'F1':>6}  {'95%':^13} {'right':>6} {'false':>6} {'missed':>6}"
    lines = [f"{len(compared)} articles", head]
    for name, s in scores(compared).items():
        lines.append(_line(name, s, f"{s.low:.3f}-{s.high:.3f}"))
        if with_classes:
            lines += [_line(f"  {label or '-'}", score, "") for label, score in by_class(compared, name).items()]
    if with_errors:
        lines += [
            f"{e['article']}: {e['measure']} {e['verdict']} ({e['label']}): {e['text']}\n    {e['sentence']}".rstrip()
            for e in errors(compared)
        ]
    return "\n".join(lines) + "\n"


def _line(name: str, score: Score, interval: str) -> str:
    rates = f"{score.precision:6.3f} {score.recall:6.3f} {score.f1:6.3f}  {interval:^13}"
    return f"{name:20} {rates} {score.right:6} {score.false:6} {score.missed:6}"


def as_html(compared: list[Compared]) -> str:
    """Return the report as one page, right to left."""
    rows = "".join(
        f"<tr><th>{name}<td>{s.precision:.3f}<td>{s.recall:.3f}<td>{s.f1:.3f}<td>{s.low:.3f}–{s.high:.3f}"
        f"<td>{s.right}<td>{s.false}<td>{s.missed}"
        for name, s in scores(compared).items()
    )
    items = "".join(
        f"<li><b>{_safe(e['verdict'])}</b> {_safe(e['measure'])} "
        f"<bdi>{_safe(e['label'])}</bdi> <bdi>{_safe(e['article'])}</bdi>"
        f"<p>{_safe(e['text'])}</p><blockquote>{_safe(e['sentence'])}</blockquote></li>"
        for e in errors(compared)
    )
    return (
        "<!doctype html><html lang=ar dir=rtl><meta charset=utf-8><title>khabar</title><style>"
        "body{font:1rem/1.7 serif;max-width:60rem;margin:2rem auto;padding:0 1rem}"
        "table{direction:ltr;border-collapse:collapse}td,th{padding:.2rem .8rem;border-bottom:1px solid #ccc}"
        "blockquote{color:#555}</style><h1>التقييم</h1>"
        "<table><tr><th><th>P<th>R<th>F1<th>95%<th>right<th>false<th>missed"
        f"{rows}{_class_rows(compared)}</table><ol>{items}</ol></html>\n"
    )


def _class_rows(compared: list[Compared]) -> str:
    return "".join(
        f"<tr><td>{name}: <bdi>{_safe(label or '-')}</bdi><td>{s.precision:.3f}<td>{s.recall:.3f}<td>{s.f1:.3f}<td>"
        f"<td>{s.right}<td>{s.false}<td>{s.missed}"
        for name in MEASURES
        for label, s in by_class(compared, name).items()
    )


def _safe(text: str) -> str:
    return html.escape(text)
