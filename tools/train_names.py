"""Train ``kg/arabic/models/names.model.xz`` on NewsFANE (CC BY-SA 3.0); ``--folds 5`` measures by cross-validation.

python tools/train_names.py DATA [--folds N]
"""

from __future__ import annotations

import argparse
from pathlib import Path

from crf import pack, train
from newsfane import sentences

from kg.arabic import names
from kg.arabic.chain import Chain, attributes
from kg.arabic.name_features import DISTANCES, features, keys, shape
from kg.arabic.tokens import Token, tokenize

MODEL = Path(__file__).parent.parent / "kg" / "arabic" / "models" / "names.model.xz"
LABELS = names.LABELS


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("data", type=Path)
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--errors", action="store_true")
    arguments = parser.parse_args()
    examples = [
        _example(*sentence) for sentence in sentences(arguments.data / "newsfane" / "NewsFANE_Gold_2014_170K.txt")
    ]
    if arguments.folds:
        measure(examples, arguments.folds, arguments.errors)
    else:
        lines = fit(examples)
        print(pack(lines, MODEL), "bytes")


def _example(text: str, spans: list[tuple[int, int]]) -> tuple[list[Token], list[tuple[int, int]]]:
    tokens = tokenize(text)
    found = []
    for start, end in spans:
        inside = [n for n, t in enumerate(tokens) if t.end > start and t.start < end]
        found.append((inside[0], inside[-1] + 1))
    return tokens, found


def fit(examples: list[tuple[list[Token], list[tuple[int, int]]]]) -> list[str]:
    rows = []
    for tokens, spans in examples:
        words = keys(tokens)
        labels = names.labels_of(spans, len(tokens))
        rows.append((attributes(words, features, shape, DISTANCES), labels))
    return train(rows, LABELS, c1=0.05, c2=0.1, minimum=1)


def measure(examples: list[tuple[list[Token], list[tuple[int, int]]]], folds: int, errors: bool) -> None:
    gold = exact = overlap_p = overlap_r = found = 0
    size = -(-len(examples) // folds)
    for fold in range(folds):
        low, high = fold * size, (fold + 1) * size
        chain = Chain(fit(examples[:low] + examples[high:]), features, shape, DISTANCES)
        for tokens, spans in examples[low:high]:
            got = names.find_with(chain, tokens)
            gold, found = gold + len(spans), found + len(got)
            exact += len(set(got) & set(spans))
            overlap_p += sum(any(a < d and c < b for c, d in spans) for a, b in got)
            overlap_r += sum(any(a < d and c < b for a, b in got) for c, d in spans)
            if errors and set(got) != set(spans):
                show = [
                    " ".join(t.text for t in tokens[max(0, a - 3) : b + 3]) for a, b in sorted(set(spans) - set(got))
                ]
                more = [
                    " ".join(t.text for t in tokens[max(0, a - 3) : b + 3]) for a, b in sorted(set(got) - set(spans))
                ]
                print("MISS", show, "EXTRA", more)
    _print("exact", exact / found, exact / gold)
    _print("overlap", overlap_p / found, overlap_r / gold)


def _print(what: str, precision: float, recall: float) -> None:
    print(f"{what:8} P {precision:.3f} R {recall:.3f} F1 {2 * precision * recall / (precision + recall):.3f}")


if __name__ == "__main__":
    main()
