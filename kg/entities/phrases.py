"""Noun phrases from a known head: adjectives that agree, the noun it belongs to, pronouns; how far they reach and
whose they tell.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.arabic.normal import fold
from kg.arabic.tokens import Token, TokenKind
from kg.entities.grammar import ADJECTIVES, BELONGS_TO, NO_PEOPLE, OPENING
from kg.entities.index import Index
from kg.lexicon import CAPITAL, Match


@dataclass(slots=True)
class Phrase:
    """A noun phrase. Token indexes are half-open; ``core`` is where head, owner and adjectives end, ``end`` the whole.

    ``country`` is the code that a demonym or an owner tells; ``people`` the concept of an adjective that tells none
    (kurdish); ``kinds`` the kinds of force that adjectives tell; ``owner`` the named force or body that the head
    belongs to; ``others`` further phrases that share the head (القوات العراقية والأميركية): start, end and code;
    ``words`` whether a plain noun or name completes the head; ``pronoun`` the pronoun on it.
    """

    start: int
    head_end: int
    end: int
    definite: bool
    country: str | None = None
    people: str | None = None
    kinds: list[str] = field(default_factory=list)
    owner: Match | None = None
    inner: Phrase | None = None
    inner_head: Match | None = None
    others: list[tuple[int, int, str]] = field(default_factory=list)
    words: int = 0
    pronoun: str | None = None
    adjectives: int = 0
    owned: bool = False
    whose_at: int = -1
    depth: int = 0
    root: int = -1


_DEEPEST = 2  # عناصر + قوات + حكومة: newswire goes no deeper


def read_phrase(
    index: Index,
    start: int,
    head_end: int,
    stop: int,
    *,
    names: bool = False,
    whole: bool = False,
    outer: Phrase | None = None,
) -> Phrase:
    """Return the noun phrase whose head is tokens ``start`` to ``head_end``, read no further than ``stop``.

    ``names`` allows an unknown name without article as owner (كتائب حمزة); ``whole`` says that the head is a whole
    name, which takes adjectives alone (حزب الله اللبناني); ``outer`` is the phrase that this one stands in.
    """
    tokens = index.tokens
    inside = any(tokens[at].definite for at in range(start + 1, head_end))
    definite = whole or inside or tokens[start].definite
    phrase = Phrase(start, head_end, head_end, definite, owned=whole or inside)
    phrase.depth, phrase.root = (outer.depth + 1, outer.root) if outer else (0, start)
    if head_end < stop and tokens[head_end].kind == TokenKind.ENCLITIC:
        phrase.pronoun, phrase.end, phrase.definite = tokens[head_end].norm, head_end + 1, True
    while phrase.end < stop and _step(index, phrase, stop, names):
        pass
    return phrase


def _step(index: Index, phrase: Phrase, stop: int, names: bool) -> bool:
    """Take one more piece into ``phrase``; False where it ends."""
    token = index.tokens[phrase.end]
    if token.text == "#" and phrase.end + 1 < stop:  # ميليشيات #الحوثي
        phrase.end += 1
        if _step(index, phrase, stop, names):
            return True
        phrase.end -= 1
        return False
    if token.kind == TokenKind.PUNCT:
        return _quoted_owner(index, phrase, stop)
    if token.kind == TokenKind.PROCLITIC:
        return _joined(index, phrase, stop) if token.norm == "و" else _belongs_to(index, phrase, stop)
    if token.kind not in (TokenKind.WORD, TokenKind.LATIN, TokenKind.NUMBER):
        return False
    return (
        _belonging(index, phrase, stop)
        or _owner(index, phrase, stop, names)
        or _adjective(index, phrase, stop)
        or _belongs_to(index, phrase, stop)
    )


def _belonging(index: Index, phrase: Phrase, stop: int) -> bool:
    found = index.belonging(phrase.end)
    if found is None or found.end > stop or index.tokens[phrase.end].definite != phrase.definite:
        return False
    if not phrase.definite and phrase.owned:
        return False
    if found.country and phrase.country is None:
        phrase.country, phrase.whose_at = found.country, phrase.end
    elif found.country is None and phrase.people is None:
        phrase.people = found.name
    if found.country and phrase.country == found.country and phrase.whose_at < 0:
        phrase.whose_at = phrase.end
    phrase.end = found.end
    phrase.adjectives += 1
    return True


def _joined(index: Index, phrase: Phrase, stop: int) -> bool:
    """القوات العراقية والأميركية: a second demonym on the same head; البرية والبحرية: a second kind."""
    at = phrase.end + 1
    if at >= stop or not phrase.adjectives or index.tokens[at].definite != phrase.definite:
        return False
    found = index.belonging(at)
    if found is not None and found.country and phrase.country and phrase.whose_at >= 0:
        if found.country != phrase.country:
            phrase.others.append((at, found.end, found.country))
        phrase.end = found.end
        return True
    kind = index.adjective(at)
    if kind is not None and phrase.kinds:
        phrase.end = kind.end
        return True
    return False


def _owner(index: Index, phrase: Phrase, stop: int, names: bool) -> bool:
    """قوات + الحشد الشعبي, جيش + العراق, حرس + الحدود: an undefined head takes the noun it belongs to."""
    if phrase.definite or phrase.owned or phrase.adjectives:
        return False
    at = phrase.end
    if index.tokens[at - 1].norm.endswith("ون") and len(index.tokens[at - 1].norm) > 5:
        return False  # ناشطون keeps its ن: nothing completes it
    return (
        _known_owner(index, phrase, at, stop)
        or _nested(index, phrase, at, stop)
        or _plain_owner(index, phrase, at, stop, names)
    )


def _known_owner(index: Index, phrase: Phrase, at: int, stop: int) -> bool:
    match = index.starting(at, "forces", "organizations", "countries", "people", "places")
    if match is None or match.end > stop or (match.prop == CAPITAL and match.end == at):
        return False
    phrase.country = match.concept.get("iso3166") or match.concept.get("countryCode")
    phrase.whose_at = at
    phrase.owner = match
    phrase.end, phrase.owned, phrase.definite = match.end, True, True
    return True


def _nested(index: Index, phrase: Phrase, at: int, stop: int) -> bool:
    """عناصر + الجيش العراقي, قوات + حكومة الوفاق: a phrase in the phrase."""
    match = index.starting(at, "force-heads", "organization-heads")
    if match is None or match.end > stop or phrase.depth >= _DEEPEST or _accusative(index.tokens[at], match):
        return False
    inner = read_phrase(index, at, match.end, stop, outer=phrase)
    phrase.inner, phrase.inner_head = inner, match
    phrase.country, phrase.people, phrase.whose_at = inner.country, inner.people, inner.whose_at
    phrase.owner = inner.owner
    phrase.pronoun = phrase.pronoun or inner.pronoun
    phrase.others = inner.others
    phrase.end, phrase.owned, phrase.definite = inner.end, True, inner.definite
    return True


def _accusative(token: Token, match: Match) -> bool:
    """Whether the noun is a verb's object and so no owner: قتل مسلح جنديا."""
    return not token.definite and token.norm.endswith("ا") and not fold(match.label.split()[0]).endswith("ا")


def _plain_owner(index: Index, phrase: Phrase, at: int, stop: int, names: bool) -> bool:
    token = index.tokens[at]
    if token.kind == TokenKind.NUMBER or not (token.definite or (names and may_name(index, at))):
        return False
    phrase.end, phrase.owned, phrase.definite = at + 1, True, True
    phrase.words += 1
    if phrase.end < stop and index.tokens[phrase.end].kind == TokenKind.ENCLITIC:
        phrase.end += 1
    return True


def may_name(index: Index, at: int) -> bool:
    """Whether token ``at`` begins a name as the name finder sees it."""
    return at in index.name_starts


def _adjective(index: Index, phrase: Phrase, stop: int) -> bool:
    token = index.tokens[phrase.end]
    if token.definite != phrase.definite or token.kind != TokenKind.WORD:
        return False
    if (not phrase.definite and phrase.owned) or _of_leader(index, phrase, token) or _of_others(index, phrase, token):
        return False
    kind = index.adjective(phrase.end)
    if kind is not None and kind.end <= stop:
        phrase.kinds.append(kind.concept.name)
        phrase.end, phrase.adjectives = kind.end, phrase.adjectives + 1
        return True
    nisba = phrase.country is None and looks_like_nisba(token) and not _is_other(index, phrase.end)
    if token.stem in ADJECTIVES or nisba:
        phrase.end, phrase.adjectives = phrase.end + 1, phrase.adjectives + 1
        return True
    return False


_OF_HOLDERS = frozenset({"سابق", "سابقه", "اسبق", "حالي", "حاليه"})
"""What is said of who holds an office: in قائد الجيش السابق the army is none of yesterday."""


def _of_leader(index: Index, phrase: Phrase, token: Token) -> bool:
    return token.stem in _OF_HOLDERS and phrase.root - 1 in index.titles


def _of_others(index: Index, phrase: Phrase, token: Token) -> bool:
    """Whether the word agrees with no such head, so that it is the verb's next noun: هاجم الجيش المتمردين, قتل مسلح
    جنديا.
    """
    head = index.tokens[phrase.root]
    if not phrase.definite and token.norm.endswith("ا") and len(token.norm) > 3:
        return not head.norm.endswith("ا")
    return head.stem in NO_PEOPLE and token.stem.endswith(("ين", "ون")) and not token.stem.endswith("تين")


_NISBA_ENDINGS = ("يه", "يين", "يون", "يان", "يات", "يتين", "يتان")


# Nouns that end like adjectives of belonging.
_ABSTRACT = frozenset({"مسووليه", "هويه", "قضيه", "عمليه", "حريه", "اهميه", "اولويه", "عضويه", "جنسيه"})


def looks_like_nisba(token: Token) -> bool:
    """Whether the word has the shape of an adjective of belonging (دبلوماسية، حكوميين، دفاعي)."""
    stem = token.stem
    return (
        len(stem) >= 4
        and stem not in _ABSTRACT
        and (stem.endswith(_NISBA_ENDINGS) or (stem.endswith("ي") and len(stem) >= 5 and stem[0] not in "يتنس"))
    )


def _is_other(index: Index, at: int) -> bool:
    return (
        index.starting(at, "countries", "forces", "organizations", "places", "force-heads", "organization-heads")
        is not None
    )


def _belongs_to(index: Index, phrase: Phrase, stop: int) -> bool:
    """التابعة للحكومة، الموالية لإيران: what follows تابع and موال tells whose."""
    tokens, at = index.tokens, phrase.end
    if tokens[at].norm != "ل" or tokens[at - 1].stem not in BELONGS_TO or at + 1 >= stop:
        return False
    match = index.starting(at + 1, "forces", "organizations", "countries")
    if match is not None and match.end <= stop:
        country = match.concept.get("iso3166") or match.concept.get("countryCode")
        phrase.country = phrase.country or country
        phrase.owner = phrase.owner or match
        phrase.end = match.end
        return True
    head = index.starting(at + 1, "force-heads", "organization-heads")
    if head is None or head.end > stop:
        return False
    if phrase.depth >= _DEEPEST:
        return False
    inner = read_phrase(index, at + 1, head.end, stop, outer=phrase)
    phrase.country, phrase.end = phrase.country or inner.country, inner.end
    if head.concept.get("organizationKind") == "government":
        phrase.kinds.append("government")
    else:
        phrase.words += 1
    return True


def _quoted_owner(index: Index, phrase: Phrase, stop: int) -> bool:
    """تنظيم «أنصار»: a quoted or bracketed name completes the head."""
    tokens, at = index.tokens, phrase.end
    closing = OPENING.get(tokens[at].text)
    if closing is None or phrase.definite or phrase.owned or phrase.adjectives or tokens[at].text == "(":
        return False
    for end in range(at + 1, min(at + 8, stop)):
        if tokens[end].text in (closing, "”", "“"):
            phrase.end, phrase.owned, phrase.definite, phrase.words = end + 1, True, True, 1
            return end > at + 1
        if tokens[end].norm == "ان":  # the mark is never closed: قناة "الشرق بأن
            phrase.end, phrase.owned, phrase.definite, phrase.words = end - (tokens[end - 1].norm == "ب"), True, True, 1
            return end > at + 2
    return False


def closed(index: Index, start: int, end: int, stop: int) -> int:
    """Take in the mark that closes one inside the name: تنظيم «الدولة الإسلامية»."""
    opened = {index.tokens[at].text for at in range(start + 1, end)} & OPENING.keys()
    closing = {OPENING[mark] for mark in opened}
    return end + 1 if end < stop and index.tokens[end].text in closing else end
