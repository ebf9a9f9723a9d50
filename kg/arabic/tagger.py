"""Parts of speech: a coarse tag (Universal Dependencies) for every token of a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from kg.arabic.chain import Chain, Scores
from kg.arabic.closed_classes import allowed_tags
from kg.arabic.model_files import read_lines
from kg.arabic.tag_features import DISTANCES, features, key, possible_tags, shape
from kg.arabic.tokens import Token, TokenKind
from kg.arabic.words import marks

TAGS = ("NOUN", "VERB", "ADJ", "PROPN", "ADP", "PRON", "DET", "CCONJ", "SCONJ", "PART", "NUM", "ADV", "PUNCT", "X")
_NUMBER = {tag: number for number, tag in enumerate(TAGS)}
# Hundredths of a model's score.
_CLAUSE_START = 300
_AFTER_AND = 450
_AFTER_PARTICLE = 600
_MARKED = 1200
_BEFORE_VERBS = frozenset({"قد", "لقد", "لم", "لن", "سوف", "س"})
_RELATIVES = frozenset({"الذي", "التي", "الذين", "اللذان", "اللذين", "اللتين", "ما"})
_PASSIVE = "\u064f"
_DEMONSTRATIVES = frozenset(["هذا", "هذه", "هذان", "هذين", "هاتان", "هاتين", "هولاء", "ذلك", "تلك", "ذاك"])


@cache
def _chain() -> Chain:
    return Chain(read_lines("tags.model.xz"), features, shape, DISTANCES, possible_tags)


def tag(tokens: Sequence[Token]) -> list[str]:
    """Return the part of speech of each of ``tokens``, which are one sentence."""
    return tag_with(_chain(), tokens)


def tag_with(chain: Chain, tokens: Sequence[Token]) -> list[str]:
    """Return the tags that ``chain`` gives to ``tokens``."""
    scores = chain.scores([key(token) for token in tokens])
    _favour_verbs(scores, tokens)
    tags = [TAGS[number] for number in chain.decode(scores)]
    for at, token in enumerate(tokens):
        if token.norm in _DEMONSTRATIVES:
            definite = at + 1 < len(tokens) and tokens[at + 1].definite
            tags[at] = "DET" if definite else "PRON"
    return tags


def _favour_verbs(scores: Scores, tokens: Sequence[Token]) -> None:
    """Newswire begins its sentences with verbs: what can be one there, is one more often than its form tells."""
    first = next((at for at, token in enumerate(tokens) if token.kind is not TokenKind.PUNCT), None)
    if first is None:
        return
    verb = _NUMBER["VERB"]
    joined = tokens[first].norm in ("و", "ف") and first + 1 < len(tokens)
    first += joined
    if _can_be_perfect(tokens[first]) and not _has_pronoun(tokens, first):
        scores[first, verb] += _AFTER_AND if joined else _CLAUSE_START
    for at, token in enumerate(tokens[:-1]):
        if token.norm in _BEFORE_VERBS and _may_be_verb(tokens[at + 1]):
            scores[at + 1, verb] += _AFTER_PARTICLE
        elif token.norm in _RELATIVES and _can_be_perfect(tokens[at + 1]):
            scores[at + 1, verb] += _CLAUSE_START
        elif _PASSIVE in token.text[1:2] and _can_be_perfect(token):
            scores[at, verb] += _MARKED
        elif token.norm == "عبر" and any(later.norm == "عن" for later in tokens[at + 1 : at + 6]):
            scores[at, verb] += _AFTER_PARTICLE


def _may_be_verb(token: Token) -> bool:
    return token.kind is TokenKind.WORD and allowed_tags(token.norm) is None


def _can_be_perfect(token: Token) -> bool:
    known = marks(token.norm)
    usual = known.article < "6" and known.paradigm in "defgDEFG"
    open_class = token.kind is TokenKind.WORD and not token.definite and token.text[-1] != "ة"
    return usual and open_class and allowed_tags(token.norm) is None


def _has_pronoun(tokens: Sequence[Token], at: int) -> bool:
    return at + 1 < len(tokens) and tokens[at + 1].kind is TokenKind.ENCLITIC
