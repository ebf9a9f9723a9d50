"""What a word tells about parts of speech: the features of the tagger, one word at a time."""

from __future__ import annotations

from kg.arabic.closed_classes import allowed_tags
from kg.arabic.tokens import Token, TokenKind, strip_article
from kg.arabic.words import WordMarks, marks

DISTANCES = (-2, -1, 0, 1, 2)
_MARKS = "ًٌٍَُِّْ"
_PREFIXES = (1, 2, 3)
_SUFFIXES = (1, 2, 3)


def key(token: Token) -> str:
    """Return what the model knows ``token`` by: its normal form, with ة and ى, which normal forms lose."""
    kind, norm, text = token.kind, token.norm, token.text
    if kind is TokenKind.WORD:
        last = text[-1] if text[-1] not in _MARKS else text.rstrip(_MARKS)[-1:]
        if last == "ت" and norm[-1:] == "ه" and marks(norm[:-1] + "ت").verb > "4":
            return norm[:-1] + "ت"
        return norm[:-1] + last if last in ("ة", "ى") else norm
    if kind is TokenKind.PROCLITIC:
        return norm + "+"
    if kind is TokenKind.ENCLITIC:
        return "+" + norm
    if kind is TokenKind.LATIN:
        return "L" if text[0].isupper() else "l"
    return "#" if kind is TokenKind.NUMBER else norm


def possible_tags(word: str) -> frozenset[str] | None:
    """Return the tags that the word known by the key ``word`` can have by its form alone; None for open classes."""
    if word in _ONLY:
        return _ONLY[word]
    if word[:1] == "+":
        return _PRONOUN
    if not word:
        return None
    if not word[-1].isalpha():
        return _PUNCTUATION
    return allowed_tags(_norm(word))


_PRONOUN, _PUNCTUATION = frozenset(("PRON",)), frozenset(("PUNCT",))
_ONLY = {
    word: frozenset((tag,))
    for tag, words in {
        "ADP": "على إلى الى ب+ ل+ ك+",
        "CCONJ": "و+ ف+",
        "PART": "س+ ا+",
        "NUM": "#",
        "PROPN": "L",
        "X": "l",
    }.items()
    for word in words.split()
}


_EDGES = (["="], ["="], ["="])


def features(word: str) -> tuple[list[str], list[str], list[str]]:
    """Return what ``word`` tells about itself, about the words beside it, and about the words two away."""
    return (_own(word), _near(word), [f"={word}", f"c{_marks(word).company}"]) if word else _EDGES


def _marks(word: str) -> WordMarks:
    return marks(word if word == "على" else _norm(word))


def _norm(word: str) -> str:
    return word.replace("ة", "ه").replace("ى", "ي")


def _own(word: str) -> list[str]:
    known = _marks(word)
    stem = strip_article(word)
    bare = _marks(stem)
    definite = "d" if stem != word else ""
    out = [f"={word}", f"c{known.company}", f"v{known.article}{known.paradigm}", f"v{known.paradigm}{definite}"]
    out += [f"n{known.name}{known.word}", f"b{bare.name}{bare.word}", f"l{known.lists}{bare.lists}"]
    out += [f"={stem}", f"k{bare.company}{definite}", f"s{min(len(stem), 7)}{definite}", f"m{mould(stem)}{definite}"]
    out += [f"q{known.verb}{definite}", f"u{known.named}{definite}", f"q{known.verb}{known.article}"]
    if word[-1] == "ا" and len(word) > 3:
        without = marks(word[:-1])
        out += [f"t{without.word}{without.name}", f"t{without.company}"]
    out += [f"p{definite}{stem[:size]}" for size in _PREFIXES if size < len(stem)]
    out += [f"e{definite}{word[-size:]}" for size in _SUFFIXES if size < len(stem)]
    return out


def _near(word: str) -> list[str]:
    known = _marks(word)
    definite = "d" if strip_article(word) != word else ""
    out = [
        f"={word}",
        f"c{known.company}",
        f"v{known.article}{known.paradigm}",
        f"e{word[-2:]}{definite}",
        f"p{word[:1]}",
    ]
    out += [f"n{known.name}{known.word}", f"q{known.verb}", f"u{known.named}"]
    return out


def mould(stem: str) -> str:
    """Return the pattern of ``stem``: the letters that Arabic derives words with, every other letter a dot."""
    return "".join(letter if letter in "اوييتمنسةىءً" else "." for letter in stem[:8])


def shape(word: str) -> str:
    """Return the class of ``word`` for pairs of neighbours."""
    if len(word) < 2 or word.endswith("+") or word.startswith("+"):
        return word
    known = _marks(word)
    definite = "d" if strip_article(word) != word else ""
    verb = "v" if known.article in "01" and known.paradigm in "defgDEFG" else ""
    unseen = "" if known.word != "0" else "u"
    return f"{definite}{verb}{unseen}{word[-1] if word[-1] in 'ةتياىن' else ''}"
