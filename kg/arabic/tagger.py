"""Parts of speech: a coarse tag (Universal Dependencies) for every token of a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from kg.arabic.chain import Chain, Scores, read_model
from kg.arabic.closed_classes import allowed_tags
from kg.arabic.tag_features import DISTANCES, features, key, shape
from kg.arabic.tokens import Token, TokenKind

TAGS = ("NOUN", "VERB", "ADJ", "PROPN", "ADP", "PRON", "DET", "CCONJ", "SCONJ", "PART", "NUM", "ADV", "PUNCT", "X")
_NUMBER = {tag: number for number, tag in enumerate(TAGS)}
_PROCLITICS = {"و": "CCONJ", "ف": "CCONJ", "ب": "ADP", "ل": "ADP", "ك": "ADP", "س": "PART", "ا": "PART"}
_BY_KIND = {TokenKind.ENCLITIC: "PRON", TokenKind.NUMBER: "NUM", TokenKind.PUNCT: "PUNCT"}
_FORBIDDEN = -100_000
_DEMONSTRATIVES = frozenset("هذا هذه هذان هذين هاتان هاتين هولاء ذلك تلك ذاك".split())


@cache
def _chain() -> Chain:
    return Chain(read_model("tags.model.xz"), features, shape, DISTANCES)


def tag(tokens: Sequence[Token]) -> list[str]:
    """Return the part of speech of each of ``tokens``, which are one sentence."""
    return tag_with(_chain(), tokens)


def tag_with(chain: Chain, tokens: Sequence[Token]) -> list[str]:
    """Return the tags that ``chain`` gives to ``tokens``."""
    scores = chain.scores([key(token) for token in tokens])
    _restrict(scores, tokens)
    tags = [TAGS[number] for number in chain.decode(scores)]
    for at, token in enumerate(tokens):
        if token.norm in _DEMONSTRATIVES:
            definite = at + 1 < len(tokens) and tokens[at + 1].definite
            tags[at] = "DET" if definite else "PRON"
    return tags


def _restrict(scores: Scores, tokens: Sequence[Token]) -> None:
    for at, token in enumerate(tokens):
        allowed = possible_tags(token)
        if allowed is not None:
            row = scores[at]
            kept = {tag: int(row[_NUMBER[tag]]) for tag in allowed}
            row[:] = _FORBIDDEN
            for name, score in kept.items():
                row[_NUMBER[name]] = score


def possible_tags(token: Token) -> frozenset[str] | None:
    """Return the tags that ``token`` can have by its form alone; None where any open class will do."""
    kind = token.kind
    if kind is TokenKind.WORD:
        if token.text in ("على", "إلى", "الى"):
            return _ADP
        return allowed_tags(token.norm)
    if kind is TokenKind.PROCLITIC:
        return frozenset((_PROCLITICS.get(token.norm, "PART"),))
    if kind is TokenKind.LATIN:
        return frozenset(("PROPN" if token.text[:1].isupper() else "X",))
    return frozenset((_BY_KIND[kind],))


_ADP = frozenset(("ADP",))
