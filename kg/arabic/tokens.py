"""Tokens: words with their clitics split, numbers and punctuation, each a substring with its normal form beside it."""

from __future__ import annotations

import re
from enum import IntEnum

from kg.arabic.article import has_article
from kg.arabic.clitics import ENCLITICS, segment
from kg.arabic.normal import fold
from kg.arabic.stems import normal_stem

PROCLITICS = frozenset({"و", "ف", "ا", "ب", "ل", "ك", "س"})
_ARABIC = (
    r"\u0610-\u061a\u0620-\u065f\u066e-\u06d3\u06d5-\u06dc\u06df-\u06e8\u06ea-\u06ef\u06fa-\u06ff\u0750-\u077f\u08a0-\u08ff"
    r"\ufb50-\ufdff\ufe70-\ufefc"
)
INVISIBLE = r"\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_TOKEN = re.compile(
    rf"(?P<word>[{_ARABIC}][{_ARABIC}{INVISIBLE}]*)"
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


Piece = tuple[str, TokenKind, str, str, bool]


class Token:
    """One token.

    ``start`` and ``end`` are code points into the text. ``norm`` is the normal form, with the article ال restored
    after ل (للقوات: ``ل`` and ``القوات``) and the ending that a pronoun changes (مدرسته: ``مدرسه`` and ``ه``).
    ``stem`` is ``norm`` without the article. ``glued`` says that no space stands before it.
    """

    __slots__ = ("definite", "end", "glued", "kind", "norm", "start", "stem", "text")

    def __init__(self, piece: Piece, start: int, glued: bool) -> None:
        self.text, self.kind, self.norm, self.stem, self.definite = piece
        self.start = start
        self.end = start + len(self.text)
        self.glued = glued

    def __repr__(self) -> str:
        return f"Token({self.text!r}, {self.start})"


def tokenize(text: str, offset: int = 0) -> list[Token]:
    """Return the tokens of ``text``; offsets are counted from ``offset``.

    >>> [token.norm for token in tokenize("للقوات")]
    ['ل', 'القوات']
    """
    tokens: list[Token] = []
    append, known = tokens.append, _PIECES.get
    end = -1
    for match in _TOKEN.finditer(text):
        surface = match.group()
        start = offset + match.start()
        for piece in known(surface) or _pieces(surface, match.lastgroup or ""):
            append(Token(piece, start, start == end))
            start = end = start + len(piece[0])
    return tokens


# Words repeat: what each surface consists of is remembered, up to a bound.
_PIECES: dict[str, tuple[Piece, ...]] = {}
_MOST_REMEMBERED = 400_000
_LONGEST_REMEMBERED = 80
_BEFORE_NUMBERS = frozenset("وفبلك")
_PAIRS_BEFORE_NUMBERS = frozenset({"وب", "ول", "وك", "فب", "فل"})
_KINDS = {"number": TokenKind.NUMBER, "latin": TokenKind.LATIN, "punct": TokenKind.PUNCT}


def _pieces(surface: str, group: str) -> tuple[Piece, ...]:
    if group == "word":
        found = tuple(_analyse(surface))
    else:
        norm = fold(surface).lower() or surface  # an invisible character by itself
        found = ((surface, _KINDS[group], norm, norm, False),)
    if len(surface) <= _LONGEST_REMEMBERED:
        if len(_PIECES) >= _MOST_REMEMBERED:
            _PIECES.clear()
        _PIECES[surface] = found
    return found


def _analyse(word: str) -> list[Piece]:
    """Return the pieces of a word; a tatweel at its edge is a dash, و or ب by itself a clitic (ب 15)."""
    parts = list(word) if word in _PAIRS_BEFORE_NUMBERS else segment(word)
    pieces = [(piece, fold(piece)) for piece in parts]
    if word in _PAIRS_BEFORE_NUMBERS:
        return [(piece, TokenKind.PROCLITIC, norm, norm, False) for piece, norm in pieces]
    core = [pair for pair in pieces if pair[1]]
    if not core:
        return [(word, TokenKind.PUNCT, "-", "-", False)]
    dashes = [(piece, TokenKind.PUNCT, "-", "-", False) for piece, norm in pieces if not norm]
    at_start = not pieces[0][1]
    out = [_kind_of(core, index, _stem_index(core)) for index in range(len(core))]
    return [*dashes[:at_start], *out, *dashes[at_start:]]


def _kind_of(pieces: list[tuple[str, str]], index: int, stem_at: int) -> Piece:
    piece, norm = pieces[index]
    if index < stem_at or (len(pieces) == 1 and norm in _BEFORE_NUMBERS):
        return piece, TokenKind.PROCLITIC, norm, norm, False
    if index > stem_at or _is_pronoun_of_preposition(pieces, index):
        return piece, TokenKind.ENCLITIC, norm, norm, False
    after_lam = index > 0 and pieces[index - 1][1] == "ل"
    normal, stem = normal_stem(piece, after_lam=after_lam, before_pronoun=index < len(pieces) - 1)
    return piece, TokenKind.WORD, normal or piece, stem or piece, normal != stem


def _is_pronoun_of_preposition(pieces: list[tuple[str, str]], index: int) -> bool:
    """له and بها have no stem; وهم and كهو have one."""
    return index > 0 and pieces[index - 1][1] in ("ب", "ل") and pieces[index][1] in ENCLITICS


def _stem_index(pieces: list[tuple[str, str]]) -> int:
    index = 0
    while index < len(pieces) - 1 and pieces[index][1] in PROCLITICS:
        index += 1
    return index


def strip_article(norm: str) -> str:
    """Return ``norm`` without the article ال, where it has one."""
    return norm[2:] if has_article(norm) else norm
