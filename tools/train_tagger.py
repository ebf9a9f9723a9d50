"""Train ``kg/arabic/models/tags.model.xz`` on UD_Arabic-PUD (CC BY-SA 3.0); ``--folds N`` measures by cross-validation.

python tools/train_tagger.py DATA [--folds N] [--errors]
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from crf import pack, train

from kg.arabic.chain import Chain, attributes
from kg.arabic.tag_features import DISTANCES, features, key, possible_tags, shape
from kg.arabic.tagger import TAGS, tag_with
from kg.arabic.tokens import Token, tokenize

MODEL = Path(__file__).parent.parent / "kg" / "arabic" / "models" / "tags.model.xz"
_RENAMED = {"AUX": "VERB", "SYM": "PUNCT"}
Example = tuple[list[Token], list[str]]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("data", type=Path)
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--errors", action="store_true")
    arguments = parser.parse_args()
    examples = list(read(arguments.data / "ud_pud" / "ar_pud-ud-test.conllu"))
    if arguments.folds:
        measure(examples, arguments.folds, arguments.errors)
    else:
        print(pack(fit(examples), MODEL), "bytes")


def read(path: Path) -> Iterator[Example]:
    """Yield our tokens of each sentence with the tags of the words that they stand in."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        words = [line.split("\t") for line in block.splitlines() if line[:1].isdigit()]
        words = [word for word in words if word[0].isdigit()]
        if words:
            yield _example([(word[1], _RENAMED.get(word[3], word[3]), "SpaceAfter=No" in word[9]) for word in words])


def _example(words: list[tuple[str, str, bool]]) -> Example:
    text, owners = "", []
    for form, tag, glued in words:
        owners += [tag] * len(form)
        text += form
        if not glued:
            text += " "
            owners.append(tag)
    tokens = tokenize(text)
    tags = [Counter(owners[token.start : token.end]).most_common(1)[0][0] for token in tokens]
    return tokens, [_agreed(token, tag) for token, tag in zip(tokens, tags, strict=True)]


def _agreed(token: Token, tag: str) -> str:
    allowed = possible_tags(key(token))
    return tag if allowed is None or tag in allowed else max(allowed, key=TAGS.index)


def fit(examples: list[Example]) -> list[str]:
    rows = [(attributes([key(t) for t in tokens], features, shape, DISTANCES), tags) for tokens, tags in examples]
    return train(rows, TAGS, c1=0.1, c2=0.05, minimum=1)


def measure(examples: list[Example], folds: int, errors: bool) -> None:
    total = right = 0
    confused: Counter[tuple[str, str]] = Counter()
    for fold in range(folds):
        train_on = [example for number, example in enumerate(examples) if number % folds != fold]
        chain = Chain(fit(train_on), features, shape, DISTANCES, possible_tags)
        for tokens, tags in examples[fold::folds]:
            got = tag_with(chain, tokens)
            total, right = (
                total + len(tags),
                right + sum(a == b or {a, b} == {"DET", "PRON"} for a, b in zip(got, tags, strict=True)),
            )
            confused.update((a, b) for a, b in zip(tags, got, strict=True))
            if errors:
                for n, (a, b) in enumerate(zip(tags, got, strict=True)):
                    if a != b and "VERB" in (a, b):
                        print(
                            a,
                            b,
                            " ".join(t.text for t in tokens[max(0, n - 3) : n]),
                            "[",
                            tokens[n].text,
                            "]",
                            " ".join(t.text for t in tokens[n + 1 : n + 4]),
                        )
    print(f"accuracy {right / total:.4f} of {total}")
    for name in TAGS:
        both = confused[name, name]
        gold, found = (sum(c for pair, c in confused.items() if pair[side] == name) for side in (0, 1))
        if gold and found:
            print(f"{name:6} P {both / found:.3f} R {both / gold:.3f} n {gold}")
    print([(pair, n) for pair, n in confused.most_common(60) if pair[0] != pair[1]])


if __name__ == "__main__":
    main()
