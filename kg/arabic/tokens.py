"""Tokens: words with their clitics split, numbers and punctuation, each a substring with its normal form beside it."""

from __future__ import annotations

import re
from enum import IntEnum

from kg.arabic.article import has_article
from kg.arabic.clitics import ENCLITICS, segment
from kg.arabic.normal import fold, fold_word
from kg.arabic.stems import normal_stem

PROCLITICS = frozenset({"و", "ف", "ا", "ب", "ل", "ك", "س"})
_ARABIC = (
    r"\u0610-\u061a\u0620-\u065f\u066e-\u06d3\u06d5-\u06dc\u06df-\u06e8\u06ea-\u06ef\u06fa-\u06ff\u0750-\u077f\u08a0-\u08ff"
    r"\ufb50-\ufdff\ufe70-\ufefc"
)
_INNER = r"\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_TOKEN = re.compile(
    rf"(?P<word>[{_ARABIC}][{_ARABIC}{_INNER}]*)"
    r"|(?P<number>\d+(?:[.,٫٬]\d+)*)"
    r"|(?P<latin>[^\W\d_]+(?:['’.-][^\W\d_]+)*)"
    r"|(?P<punct>\.{2,}|[^\w\s]|_)"
)


class TokenKind(IntEnum):
    """What a token is."""

    WORD = 0
    PROCLITIC = 1
    ENCLITIC = 2
    NUMBER = 3
    LATIN = 4
    PUNCT = 5


class Token:
    """One token.

    ``start`` and ``end`` are code points into the text; ``norm`` is the normal form, with the article ال restored after ل
    (للقوات: ``ل`` and ``القوات``) and the ending that a pronoun changes (مدرسته: ``مدرسه`` and ``ه``); ``stem`` is ``norm``
    without the article; ``glued`` says that no space stands before it.
    """

    __slots__ = ("definite", "end", "glued", "kind", "norm", "start", "stem", "text")

    def __init__(self, text: str, start: int, kind: TokenKind, norm: str, stem: str, glued: bool) -> None:
        self.text = text
        self.start = start
        self.end = start + len(text)
        self.kind = kind
        self.norm = norm
        self.stem = stem
        self.definite = norm != stem
        self.glued = glued

    def __repr__(self) -> str:
        return f"Token({self.text!r}, {self.start})"


def tokenize(text: str, offset: int = 0) -> list[Token]:
    """Return the tokens of ``text``; offsets are counted from ``offset``.

    >>> [token.norm for token in tokenize("للقوات")]
    ['ل', 'القوات']
    """
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text):
        start = offset + match.start()
        glued = bool(tokens) and tokens[-1].end == start
        group = match.lastgroup
        if group == "word":
            _add_word(tokens, match.group(), start, glued)
        else:
            kind = {"number": TokenKind.NUMBER, "latin": TokenKind.LATIN}.get(group or "", TokenKind.PUNCT)
            norm = fold_word(match.group()).lower()
            tokens.append(Token(match.group(), start, kind, norm, norm, glued))
    return tokens


def _add_word(tokens: list[Token], word: str, start: int, glued: bool) -> None:
    for piece, kind, norm, stem in _pieces(word):
        tokens.append(Token(piece, start, kind, norm, stem, glued))
        start, glued = start + len(piece), True


Piece = tuple[str, TokenKind, str, str]
_PIECES: dict[str, list[Piece]] = {}
_MOST_REMEMBERED = 400_000
_LONGEST_REMEMBERED = 80


def _pieces(word: str) -> list[Piece]:
    found = _PIECES.get(word)
    if found is None:
        found = _analyse(word)
        if len(word) <= _LONGEST_REMEMBERED:
            if len(_PIECES) >= _MOST_REMEMBERED:
                _PIECES.clear()
            _PIECES[word] = found
    return found


def _analyse(word: str) -> list[Piece]:
    pieces = segment(word)
    norms = [fold(piece) for piece in pieces]
    stem_at = _stem_index(norms)
    out: list[Piece] = []
    for index, (piece, norm) in enumerate(zip(pieces, norms, strict=True)):
        if index < stem_at:
            out.append((piece, TokenKind.PROCLITIC, norm, norm))
        elif index > stem_at or _is_pronoun_of_preposition(norms, index):
            out.append((piece, TokenKind.ENCLITIC, norm, norm))
        else:
            after_lam = index > 0 and norms[index - 1] == "ل"
            normal, stem = normal_stem(piece, after_lam=after_lam, before_pronoun=index < len(pieces) - 1)
            out.append((piece, TokenKind.WORD, normal, stem))
    return out


def _is_pronoun_of_preposition(norms: list[str], index: int) -> bool:
    """له and بها have no stem; وهم and كهو have one."""
    return index > 0 and norms[index - 1] in ("ب", "ل") and norms[index] in ENCLITICS


def _stem_index(norms: list[str]) -> int:
    index = 0
    while index < len(norms) - 1 and norms[index] in PROCLITICS:
        index += 1
    return index


def strip_article(norm: str) -> str:
    """Return ``norm`` without the article ال, where it has one."""
    return norm[2:] if has_article(norm) else norm
