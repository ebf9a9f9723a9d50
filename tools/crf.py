"""Train a conditional random field and write it as the lines that ``kg.arabic.chain.Chain`` reads."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

import pycrfsuite

from kg.arabic.model_files import pack_lines

Row = tuple[list[list[str]], list[str]]


def train(
    rows: Sequence[Row], labels: Sequence[str], c1: float, c2: float, minimum: int, rounds: int = 90
) -> list[str]:
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    for features, wanted in rows:
        trainer.append(features, wanted)
    trainer.set_params({"c1": c1, "c2": c2, "max_iterations": rounds, "feature.minfreq": minimum})
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "model")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        return _lines(tagger.info(), labels)


def _lines(info: object, labels: Sequence[str]) -> list[str]:
    transitions, states = info.transitions, info.state_features  # type: ignore[attr-defined]
    lines = ["\t".join(labels)]
    for left in labels:
        lines.append(_vector([transitions.get((left, right), 0.0) for right in labels]))
    weights: dict[str, dict[str, float]] = {}
    for (feature, label), weight in states.items():
        weights.setdefault(feature, {})[label] = weight
    for feature in sorted(weights):
        vector = _vector([weights[feature].get(label, 0.0) for label in labels])
        if vector.strip(",0"):
            lines.append(f"{feature}\t{vector}")
    return lines


def _vector(weights: Sequence[float]) -> str:
    return ",".join(str(round(weight * 100)) if abs(weight) >= 0.03 else "" for weight in weights)


def pack(lines: Sequence[str], path: Path) -> int:
    packed = pack_lines(lines)
    path.write_bytes(packed)
    return len(packed)
