"""Organizations: named ones, and those composed of a head (وزارة، مجلس، حزب) and what completes it."""

from __future__ import annotations

from dataclasses import replace

from kg.arabic.normal import fold
from kg.arabic.tokens import TokenKind
from kg.entities.drafts import Draft
from kg.entities.index import Index
from kg.entities.phrases import Phrase, closed, read_phrase
from kg.lexicon import Match
from kg.records import Kind

_BY_NAME = frozenset({"newspaper", "channel", "agency", "party", "company", "organization", "university"})
_MEDIA = frozenset({"newspaper", "channel", "agency"})
_ALONE = frozenset({"government", "parliament", "presidency", "ministry"})
_SECOND_WORDS_WORDS = """
    المهجرين البحث الرياضة التعليم المعادن الاتصالات الموارد السكان الآثار التجارة الصناعة الري الاقتصاد التعاون
    المغتربين الاستثمار البيئة الطاقة الزراعة الأوقاف الإرشاد المناجم التنمية المالية الإسكان النقل العمل الشؤون
    الكهرباء الدفاع الداخلية الخارجية الإعلام الثقافة السياحة الضمان التشغيل المهجّرين المقاييس الموسيقى الصيد
    التضامن
"""
_SECOND_WORDS = frozenset(map(fold, _SECOND_WORDS_WORDS.split()))


_OTHER_BODY = frozenset({"قومي", "قوميه", "وطني", "وطنيه"})
"""Adjectives that make another body of one that is named: مجلس الأمن القومي is not مجلس الأمن."""


def named_body(index: Index, match: Match, stop: int) -> Draft | None:
    """Return the draft of an organization that the ontology names; None where an adjective makes it another."""
    if match.end < stop and index.tokens[match.end].definite and index.tokens[match.end].stem in _OTHER_BODY:
        return None
    concept = match.concept
    named = closed(index, match.start, match.end, stop)
    phrase = read_phrase(index, match.start, named, stop, whole=True)
    same = phrase.country is None or phrase.country == concept.get("countryCode")
    end = phrase.end if same and index.tokens[phrase.end - 1].kind != TokenKind.ENCLITIC else named
    return Draft(
        match.start,
        end,
        match.end,
        Kind.ORGANIZATION,
        f"organization:{concept.name}",
        f"organization/{concept.name}",
        index.doc.name_text(match.start, match.end),
        country=concept.get("countryCode"),
        concept=concept.iri,
        group=_group(index, match),
    )


def _head_word(match: Match) -> str:
    label = fold(match.label).removeprefix("ال")
    return label.split()[0] if match.concept.name in _MEDIA else label


def _group(index: Index, match: Match) -> str | None:
    """Return the head of a name (صحيفة), by which الصحيفة finds it; the kind of the body where it is named without
    head.
    """
    head = index.starting(match.start, "organization-heads")
    return _head_word(head) if head is not None else match.concept.get("organizationKind")


def composed_body(index: Index, match: Match, stop: int) -> Draft | None:
    """Return the draft of the organization whose head is ``match``; None where the phrase names none."""
    if (match.features.number == "p" and match.concept.all("pluralLabel")) or _is_post(index, match):
        return None
    phrase = read_phrase(index, match.start, match.end, stop, names=match.concept.name in _BY_NAME)
    _second_word(index, match, phrase, stop)
    if match.concept.name in _MEDIA:
        _foreign_name(index, phrase, stop)
    phrase.country = phrase.country or _seat(index, match, phrase, stop)
    told = bool(phrase.country or phrase.people or phrase.owned or phrase.adjectives)
    alone = phrase.definite and match.end - match.start <= 2
    if not (told or alone) or phrase.pronoun or not (phrase.definite or phrase.owned or phrase.country):
        return None
    return _draft(index, match, phrase, bare=not told) if _is_body(index, match, phrase) else None


def _is_body(index: Index, match: Match, phrase: Phrase) -> bool:
    """Whether beside the head stands what it needs to be a body (القصر: whose; المركز: a name)."""
    needs = match.concept.all("needs")
    if "whose" in needs and not (phrase.country or phrase.owner or phrase.people):
        return False
    if "name" in needs and not (phrase.owned or _is_called(index, phrase)):
        return False
    return not (match.concept.name == "foreign-ministry" and _is_policy(index, match))


_POSTS_WORDS = """
    انتخابات انتخاب منصب سباق مرشح مرشحة مرشحي حملة كرسي سدة فترة ولاية مقعد تولي توليه خلافة
"""
_POSTS = frozenset(map(fold, _POSTS_WORDS.split()))
_BY = frozenset({"ب", "تحت"})


def _is_post(index: Index, match: Match) -> bool:
    """Whether the head is an office and no body: انتخابات الرئاسة, بقيادة السعودية."""
    before = index.tokens[match.start - 1] if match.start else None
    if before is None:
        return False
    if match.concept.name == "command":
        return before.norm in _BY and match.label == "قيادة"
    return match.concept.name == "presidency" and before.stem in _POSTS


_ORDINALS = frozenset(
    map(fold, ("أول", "ثاني", "ثالث", "رابع", "خامس", "سادس", "سابع", "ثامن", "تاسع", "عاشر", "أخير"))
)


def _is_called(index: Index, phrase: Phrase) -> bool:
    """المركز الإعلامي is a body, المركز الثالث none."""
    return phrase.adjectives > 0 and index.tokens[phrase.head_end].stem not in _ORDINALS


def _is_policy(index: Index, match: Match) -> bool:
    """الخارجية is an adjective in السياسة الخارجية, and part of a title in وزير الخارجية."""
    before = index.tokens[match.start - 1] if match.start else None
    return before is not None and before.kind == TokenKind.WORD and (before.definite or before.stem.startswith("وزير"))


def _second_word(index: Index, match: Match, phrase: Phrase, stop: int) -> None:
    """وزارة الهجرة والمهجرين العراقية: the name of a ministry goes on over the conjunction."""
    tokens, at = index.tokens, phrase.end
    if (
        match.concept.name != "ministry"
        or not phrase.words
        or phrase.country
        or at + 1 >= stop
        or tokens[at].norm != "و"
    ):
        return
    if tokens[at + 1].norm in _SECOND_WORDS:
        rest = read_phrase(index, at + 1, at + 2, stop)
        phrase.end, phrase.country = rest.end, rest.country


_OF_STATES = _ALONE | {"foreign-ministry"}


def _seat(index: Index, match: Match, phrase: Phrase, stop: int) -> str | None:
    """Return the country in which a body of a state is: وزارة الخارجية في كينيا."""
    at = phrase.end
    told = at + 1 < stop and index.tokens[at].norm == "في" and match.concept.name in _OF_STATES
    land = index.country(at + 1, capitals=False) if told else None
    return land[1] if land else None


def _foreign_name(index: Index, phrase: Phrase, stop: int) -> None:
    """صحيفة Daily News, شبكة إن بي آر: a name in Latin letters completes the head."""
    tokens = index.tokens
    while not phrase.country and phrase.end < stop and tokens[phrase.end].kind == TokenKind.LATIN:
        phrase.end, phrase.owned, phrase.definite = phrase.end + 1, True, True


def _draft(index: Index, match: Match, phrase: Phrase, *, bare: bool) -> Draft:
    text = index.doc.name_text(phrase.start, phrase.end)
    of_known = match.concept.name in _BY_NAME and phrase.owner and phrase.owner.concept.scheme == "organizations"
    known = named_body(index, phrase.owner, phrase.end) if phrase.owner and of_known else None
    if known is not None:
        return replace(known, start=phrase.start, text=text, group=_group(index, match))
    key = None if bare else "organization:" + _key_words(index, phrase)
    return Draft(
        phrase.start,
        phrase.end,
        phrase.end,
        Kind.ORGANIZATION,
        key,
        f"organization-head/{match.concept.name}",
        text,
        country=phrase.country,
        anaphora="bare" if bare else None,
        group=_head_word(match),
        people=phrase.people,
    )


def _key_words(index: Index, phrase: Phrase) -> str:
    """وزارة الدفاع الأميركية and وزارة الدفاع الأمريكية meet: the demonym stands in the key as the country's code."""
    tokens = index.tokens[phrase.start : phrase.end]
    words, skip = [], -1
    for at, token in enumerate(tokens, phrase.start):
        belonging = index.belonging(at) if phrase.country and at >= phrase.head_end else None
        if belonging is not None and belonging.country == phrase.country:
            skip = belonging.end
        elif at >= skip and token.kind != TokenKind.PUNCT:
            words.append(token.stem)
    return " ".join(words) + (f"/{phrase.country}" if phrase.country else "")
