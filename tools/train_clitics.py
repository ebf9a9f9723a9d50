"""Learn the weights of the clitic splitter and write ``kg/arabic/models/clitics.xz``.

Usage: python tools/train_clitics.py PUD_WORDS.tsv PUD.conllu NEWSFANE.txt [--validate]

With ``--validate`` nothing is written: ten-fold cross-validation over the sentences of PUD is printed instead.
"""

from __future__ import annotations

import math
import random
import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from kg.arabic.clitic_model import CONJUNCTIONS, PRONOUNS, Split, best_split, candidates, features
from kg.arabic.clitics import letters_of, segment_with
from kg.arabic.forms import frequencies, frequency
from kg.arabic.model_files import pack_lines

MODEL = Path(__file__).parent.parent / "kg" / "arabic" / "models" / "clitics.xz"
EPOCHS = 8
RATE = 0.2
DECAY = 0.002
FOLDS = 5
REPEATS = 4  # A word is learned from at most so often, or frequent words would drown the rare.


class Example(NamedTuple):
    """A word with the splits that are right: one, or those that agree with partial annotation."""

    letters: str
    right: frozenset[Split]


def read_pud(words: Path, trees: Path) -> list[list[tuple[str, list[str]]]]:
    """Return the words of PUD with their pieces, by sentence."""
    rows = [tuple(line.split("\t")) for line in words.read_text("utf-8").splitlines()]
    sentences = [line[9:] for line in trees.read_text("utf-8").splitlines() if line.startswith("# text = ")]
    out: list[list[tuple[str, list[str]]]] = [[] for _ in sentences]
    at = 0
    for _ in range(2):  # The file holds every other word of the whole text, then the words between them.
        for group, sentence in zip(out, sentences, strict=True):
            position = 0
            while at < len(rows) and (found := sentence.find(rows[at][0], position)) >= 0:
                group.append((rows[at][0], rows[at][1].split(" ")))
                position = found + len(rows[at][0])
                at += 1
    assert at == len(rows), f"{at} of {len(rows)} words found in the sentences"
    return out


def pud_examples(sentences: list[list[tuple[str, list[str]]]]) -> list[Example]:
    """Return the words whose annotated pieces are among the candidates."""
    out = []
    for word, pieces in (pair for sentence in sentences for pair in sentence):
        letters = letters_of(word)
        wanted = [letters_of(piece) for piece in pieces]
        right = [c for c in candidates(letters) if [p for p in c if p] == wanted]
        if right:
            out.append(Example(letters, frozenset(right[:1])))
    return out


def newsfane_examples(path: Path) -> list[Example]:
    """Return the words of NewsFANE: conjunctions and pronouns are split there, prepositions not, so that is all it
    says.
    """
    tokens = [line.split("\t")[0].strip("\ufeff\u200e ") for line in path.read_text("utf-8-sig").splitlines()]
    out, at = [], 0
    while at < len(tokens):
        conjunction = tokens[at] if tokens[at] in ("و", "ف") and at + 1 < len(tokens) and tokens[at + 1] else ""
        at += bool(conjunction)
        stem = tokens[at]
        stem = stem.replace("لال", "لل", 1) if stem.startswith("لال") else stem
        at += 1
        pronoun = ""
        if at < len(tokens) and tokens[at] in PRONOUNS and tokens[at] not in ("", "ي") and len(stem) > 1:
            pronoun = tokens[at]
            at += 1
        letters = letters_of(conjunction + stem + pronoun)
        if len(letters) > 1 and not _forgotten(stem, conjunction) and all("\u0621" <= c <= "\u064a" for c in letters):
            right = [c for c in candidates(letters) if c.conjunction == conjunction and c.pronoun == pronoun]
            if len(right) == 1:
                out.append(Example(letters, frozenset(right)))
    split = {example.letters for example in out if next(iter(example.right)).conjunction}
    return [example for example in out if example.letters not in split or next(iter(example.right)).conjunction]


def _forgotten(stem: str, conjunction: str) -> bool:
    """Whether NewsFANE left clitics on ``stem``: always in له and بها, at times a و whose rest is the commoner word."""
    if stem[:1] in ("ل", "ب") and stem[1:] in PRONOUNS:
        return True
    return not conjunction and stem[:1] in ("و", "ف") and frequency(stem[1:]) >= frequency(stem)


def counted_examples() -> list[Example]:
    """Return words that their counts decide: what takes the article is no و, ب or ل + word, and has no pronoun.

    From such nouns follow those with a clitic before or a pronoun after them that are in the counts too.
    """
    table = frequencies()
    nouns = [
        word
        for word, level in table.items()
        if level >= 8
        and len(word) >= 4
        and not word.startswith("ال")
        and table.get("ال" + word, 0) >= max(6, level - 10)
    ]
    out = []
    for noun in nouns:
        out.append(Split("", "", noun, ""))
        out += [Split("و", "", noun, "")] * (table.get("و" + noun, 0) > 8)
        out += [Split("", letter, noun, "") for letter in "بل" if table.get(letter + noun, 0) > 8]
        owned = noun[:-1] + "ت" if noun.endswith("ة") else noun
        for pronoun in ("ه", "ها", "هم"):
            out += [Split("", "", owned, pronoun)] * (table.get(owned + pronoun, 0) > 8)
            out += [Split("", letter, owned, pronoun) for letter in "بل" if table.get(letter + owned + pronoun, 0) > 5]
            out += [Split("و", "", owned, pronoun)] * (table.get("و" + owned + pronoun, 0) > 5)
        if noun.endswith(("ه", "هم", "كم", "ن")) and table.get(noun + "ا", 0) > 6:
            out.append(Split("", "", noun + "ا", ""))
    for verb, level in table.items():
        if level >= 8 and len(verb) >= 4 and verb[0] in "يت" and "ال" + verb not in table:
            out += [Split(before, "س", verb, "") for before in ("", "و", "ف") if table.get(before + "س" + verb, 0) > 4]
    return [Example("".join(split), frozenset([split])) for split in out if split in candidates("".join(split))]


def train(examples: list[Example], epochs: int = EPOCHS) -> dict[str, int]:
    """Return the weights of a conditional model of the right candidate (AdaGrad), scaled to integers."""
    counts = Counter(examples)
    order = sorted(counts, key=lambda example: (example.letters, sorted(example.right)))
    names: dict[str, int] = {}
    options = [_options(example, names) for example in order]
    usual = [min(counts[example], REPEATS) for example in order]
    weights, squares = [0.0] * len(names), [1.0] * len(names)
    turns = list(range(len(order)))
    for _ in range(epochs):
        random.Random(0).shuffle(turns)
        for turn in turns:
            if len(options[turn]) > 1:
                _learn(options[turn], usual[turn], weights, squares)
    return {name: value for name, number in names.items() if (value := round(weights[number] * 20))}


def _options(example: Example, names: dict[str, int]) -> list[tuple[bool, list[int]]]:
    return [
        (
            candidate in example.right,
            [names.setdefault(name, len(names)) for name in features(candidate, example.letters)],
        )
        for candidate in candidates(example.letters)
    ]


def _learn(options: list[tuple[bool, list[int]]], times: int, weights: list[float], squares: list[float]) -> None:
    scores = [sum(map(weights.__getitem__, numbers)) for _, numbers in options]
    top = max(scores)
    shares = [math.exp(score - top) for score in scores]
    total = sum(shares)
    for (right, numbers), share in zip(options, shares, strict=True):
        gradient = (right - share / total) * times
        if abs(gradient) > 0.01:
            for number in numbers:
                squares[number] += gradient * gradient
                weights[number] += RATE * (gradient / math.sqrt(squares[number]) - DECAY * weights[number])


def save(weights: dict[str, int]) -> None:
    """Write the weights, sorted, so that the same data gives the same file."""
    MODEL.write_bytes(pack_lines([f"{name}\t{weights[name]}" for name in sorted(weights)]))
    print(f"{len(weights):,} weights, {MODEL.stat().st_size:,} bytes")


def validate(sentences: list[list[tuple[str, list[str]]]], extra: list[Example], folds: int = FOLDS) -> None:
    """Print the accuracy over the words of held-out sentences."""
    total = exact = prefixes = 0
    errors: Counter[tuple[str, str, str]] = Counter()
    for fold in range(folds):
        held = sentences[fold::folds]
        rest = [s for i, s in enumerate(sentences) if i % folds != fold]
        weights = train(pud_examples(rest) + extra)
        for word, pieces in (pair for sentence in held for pair in sentence):
            got = segment_with(word, lambda letters, weights=weights: best_split(letters, weights))
            total += 1
            exact += got == pieces
            right_start = prefix_length(got) == prefix_length(pieces)
            prefixes += right_start
            if got != pieces:
                errors[word, " ".join(pieces), " ".join(got)] += 1
    print(f"exact {exact / total:.4f}  prefixes {prefixes / total:.4f}  of {total}")
    for error, count in errors.most_common(250):
        print(count, *error, sep="\t")


def prefix_length(pieces: list[str]) -> int:
    """Return how many characters of proclitics ``pieces`` begin with."""
    length, rest = 0, list(pieces)
    while len(rest) > 1 and letters_of(rest[0]) in {*CONJUNCTIONS, "ا", "ب", "ل", "ك", "س"}:
        length += len(rest.pop(0))
    return length


def main(arguments: list[str]) -> None:
    """Train on everything and save, or validate."""
    words, trees, newsfane = (Path(a) for a in arguments[:3])
    sentences = read_pud(words, trees)
    extra = newsfane_examples(newsfane) + counted_examples()
    if "--validate" in arguments:
        validate(sentences, extra)
    else:
        save(train(pud_examples(sentences) + extra))


if __name__ == "__main__":
    main(sys.argv[1:])
