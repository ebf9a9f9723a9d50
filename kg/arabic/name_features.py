"""What a word tells about people's names: the features of the name finder, one word at a time."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from kg.arabic.tokens import Token, TokenKind, strip_article
from kg.arabic.words import marks

DISTANCES = (-2, -1, 0, 1, 2)
_COMMAS = {"،": ",", "«": '"', "»": '"', "“": '"', "”": '"', "–": "-", "—": "-", "؛": ";"}
_KEYS = {TokenKind.PROCLITIC: "%s+", TokenKind.ENCLITIC: "+%s"}


def key(token: Token) -> str:
    """Return what the model knows ``token`` by: its normal form; clitics, numbers and Latin words are told apart."""
    kind = token.kind
    if kind is TokenKind.WORD:
        return "على" if token.text == "على" else token.norm
    if kind is TokenKind.PUNCT:
        return _COMMAS.get(token.norm, token.norm)
    if kind is TokenKind.NUMBER:
        return "#"
    if kind is TokenKind.LATIN:
        return "L"
    return _KEYS[kind] % token.norm


def keys(tokens: Sequence[Token]) -> list[str]:
    """Return the key of each of ``tokens``; a word with a pronoun is no علي."""
    found = [key(token) for token in tokens]
    for at, word in enumerate(found[1:]):
        if word[:1] == "+" and found[at] == "علي":
            found[at] = "على"
    return found


_EDGES = (["="], ["="], ["="])


def features(word: str) -> tuple[list[str], list[str], list[str]]:
    """Return what ``word`` tells about itself, about the words beside it, and about the words two away."""
    return (_own(word), _near(word), _far(word)) if word else _EDGES


def _own(word: str) -> list[str]:
    known = marks(word)
    stem = strip_article(word)
    bare = marks(stem) if stem != word else known
    out = [
        f"={word}",
        f"n{known.name}{known.word}",
        f"l{known.lists}{bare.lists}",
        f"c{known.company}",
        f"N{known.name}",
    ]
    out += [f"b{bare.name}{bare.word}", f"s{min(len(stem), 7)}{'d' if stem != word else ''}"]
    out += [f"p{stem[:size]}" for size in (1, 2, 3)] + [f"e{word[-size:]}" for size in (1, 2, 3, 4) if size < len(word)]
    out += [f"w{known.word}", f"u{known.named}", f"v{known.verb}", f"u{known.named}n{known.name}"]
    return out


def _near(word: str) -> list[str]:
    known = marks(word)
    out = [
        f"={word}",
        f"n{known.name}{known.word}",
        f"c{known.company}",
        f"l{known.lists}",
        f"e{word[-2:]}",
        f"p{word[:2]}",
    ]
    out += [f"e{word[-3:]}", f"u{known.named}", f"v{known.verb}"]
    return out


def _far(word: str) -> list[str]:
    known = marks(word)
    return [f"={word}", f"n{known.name}{known.word}", f"c{known.company}", f"u{known.named}"]


@lru_cache(maxsize=200_000)
def shape(word: str) -> str:
    """Return the class of ``word`` for pairs of neighbours."""
    if not word or len(word) == 1 or word.endswith("+") or word.startswith("+"):
        return word
    known = marks(word)
    definite = "d" if strip_article(word) != word else ""
    ratio = int(known.name) - int(known.word)
    level = "u" if known.name == "0" and known.word == "0" else "n" if ratio > 0 else "m" if ratio > -3 else "w"
    return f"{level}{definite}{word[-1:]}"
