"""Countries and places: names, capitals that act for their government or are a mere place, places composed of a head
and a name.
"""

from __future__ import annotations

from kg.arabic.closed_classes import allowed_tags
from kg.arabic.normal import fold
from kg.arabic.tokens import Token, TokenKind
from kg.entities.drafts import Draft
from kg.entities.grammar import LOCATIVES, VERBS_OF_PLACE
from kg.entities.index import CONTEXTUAL, Index
from kg.entities.phrases import Phrase, may_name, read_phrase
from kg.lexicon import CAPITAL, Concept, Match
from kg.records import Kind

_WHOLE = frozenset(
    {"city", "town", "governorate", "region", "village", "area", "capital", "state", "district", "strip"}
)
_KNOWN_ONLY = frozenset({"strip", "area", "capital", "border", "state"})
_CLUBS = frozenset(map(fold, ["ريال", "أتلتيكو", "نادي", "فريق", "إنتر", "بورصة"]))
SIDES = frozenset({"جانب", "طرف", "جانبان", "جانبين"})
_PREPOSITIONS = frozenset({"في", "ب", "من", "الي", "ل"})


def country(index: Index, match: Match) -> Draft | None:
    """Return the draft of a country's name, or of its capital as government or place."""
    code = match.concept.get("iso3166") or ""
    if match.prop == CAPITAL and match.start and index.tokens[match.start - 1].stem in _CLUBS:
        return None
    if match.prop == CAPITAL:
        return None if _is_birthplace(index, match) else capital(index, match, code)
    if _is_adjective(index, match) or (match.start and index.tokens[match.start - 1].stem in _CLUBS):
        return None
    if match.prop == CONTEXTUAL:
        return capital(index, match, code)
    if match.concept.get("contextual") and not _is_really_country(index, match, code):
        return None
    return _country_draft(index, match.start, match.end, code, match.concept.iri, "country")


def _is_birthplace(index: Index, match: Match) -> bool:
    """Whether مسقط is where somebody was born: مسقط رأسه."""
    following = index.tokens[match.end] if match.end < len(index.tokens) else None
    return index.tokens[match.start].norm == "مسقط" and following is not None and following.norm == "راس"


def _is_adjective(index: Index, match: Match) -> bool:
    """سورية and السعودية are adjectives after a noun (قوات سورية), the country elsewhere and after a person's title."""
    token = index.tokens[match.start]
    if (
        match.start == 0
        or match.end - match.start > 1
        or token.stem[-1:] != "ه"
        or index.belonging(match.start) is None
    ):
        return False
    before = index.tokens[match.start - 1]
    if before.kind != TokenKind.WORD or allowed_tags(before.norm) or before.stem in LOCATIVES:
        return False
    return before.definite == token.definite and match.start - 1 not in index.titles


def _country_draft(index: Index, start: int, end: int, code: str, iri: str, rule: str) -> Draft:
    return Draft(
        start,
        end,
        end,
        Kind.COUNTRY,
        f"country:{code}",
        rule,
        index.doc.name_text(start, end),
        country=code,
        concept=iri,
    )


def _is_really_country(index: Index, match: Match, code: str) -> bool:
    """مالي, قطر, عمان: common words as well; the country where the words around say so."""
    token = index.tokens[match.start]
    if match.end - match.start > 1:
        return True
    before = index.tokens[match.start - 1] if match.start else None
    if token.definite:
        return False
    if code == "ML":
        return before is not None and before.stem in LOCATIVES | _PREPOSITIONS
    return True


def capital(index: Index, match: Match, code: str) -> Draft:
    """Return the capital as a government where it acts like one, else as a place."""
    if acts_for_government(index, match):
        draft = _country_draft(index, match.start, match.end, code, match.concept.iri, "capital")
        draft.group = "capital"
        return draft
    text = index.doc.name_text(match.start, match.end)
    key = capital_key(match.concept)
    return Draft(
        match.start, match.end, match.end, Kind.PLACE, key, "capital/place", text, country=code, group="capital"
    )


def capital_key(country: Concept) -> str:
    """Return the key of a country's capital as a place, whatever its spelling."""
    return "place:" + fold(min([*country.texts(CAPITAL), *country.texts(CONTEXTUAL)], key=len))


def acts_for_government(index: Index, match: Match) -> bool:
    """Whether nothing before or after the capital makes it a mere place."""
    tokens, start = index.tokens, match.start
    sentence = index.doc.sentence_of(start)
    if start == sentence.first:
        return not _is_dateline(index, match.end, sentence.last)
    if start - 2 >= sentence.first and tokens[start - 2].stem == "عاصمه":
        return False
    before = tokens[start - 1]
    if before.kind != TokenKind.PROCLITIC:
        return not _is_locative(before) and before.norm not in ("الي", "من")
    if before.norm == "و" and start - 1 > sentence.first:
        return not _joins_a_place(index, start - 2)
    return before.norm not in ("ب", "ل") or (before.norm == "ل" and not _follows_movement(index, start - 2))


def _is_locative(token: Token) -> bool:
    return token.stem in LOCATIVES or token.norm in LOCATIVES or token.stem in VERBS_OF_PLACE


def _joins_a_place(index: Index, at: int) -> bool:
    """بين شمال وبغداد: what stands before the conjunction is a place."""
    token = index.tokens[at]
    if token.norm in ("في", "ب"):
        return True
    return token.stem in LOCATIVES and index.starting(at, "countries") is None


def _follows_movement(index: Index, at: int) -> bool:
    """زيارة الرئيس للخرطوم: a movement a few words before makes the capital a place."""
    first = max(at - 6, index.doc.sentence_of(max(at, 0)).first)
    return any(index.tokens[place].stem in VERBS_OF_PLACE for place in range(first, at + 1))


def _is_dateline(index: Index, end: int, stop: int) -> bool:
    return end < stop and index.tokens[end].text in ("(", "-", "–", "—", "،", ",", "/", "ـ", "|")


def side(index: Index, at: int) -> Draft | None:
    """Return the draft of الجانب العراقي: a country as party to talks."""
    token = index.tokens[at]
    if token.stem not in SIDES:
        return None
    phrase = read_phrase(index, at, at + 1, len(index.tokens))
    if phrase.country is None or phrase.others:
        return None
    belonging = index.belonging(phrase.whose_at)
    if belonging is None:
        return None
    return _country_draft(index, at, phrase.end, phrase.country, belonging.match.concept.iri, "side")


def known_place(index: Index, match: Match) -> Draft:
    """Return the draft of a place that the ontology names."""
    concept = match.concept
    return Draft(
        match.start,
        match.end,
        match.end,
        Kind.PLACE,
        f"place:{concept.name}",
        f"place/{concept.name}",
        index.doc.name_text(match.start, match.end),
        country=concept.get("countryCode"),
        concept=concept.iri,
    )


def composed_place(index: Index, match: Match, stop: int) -> Draft | None:
    """Return the draft of مدينة X, مطار X الدولي; None where no name completes the head."""
    at = match.end
    if index.tokens[match.start].definite:
        return _definite_place(index, match, stop) if match.concept.name == "capital" else None
    if at >= stop or index.tokens[at].kind not in (TokenKind.WORD, TokenKind.LATIN):
        return None
    inner = index.starting(at, "places", "countries")
    if inner is None and _is_other_word(index, match):
        return None
    phrase = Phrase(match.start, match.end, at, True, owned=True)
    if inner is not None and inner.end <= stop:
        phrase.end = inner.end
        phrase.country = inner.concept.get("countryCode") or inner.concept.get("iso3166")
    elif match.concept.name not in _KNOWN_ONLY and (index.tokens[at].definite or may_name(index, at)):
        phrase.end = _past_ruler(index, at, stop)
    else:
        return None
    phrase = _with_adjectives(index, phrase, stop)
    return _place_draft(index, match, phrase, inner)


_RULERS = frozenset(map(fold, ("الملك", "الملكة", "الأمير", "الأميرة", "الشيخ", "الرئيس", "السلطان", "الإمام")))


def _past_ruler(index: Index, at: int, stop: int) -> int:
    """Return where the word at ``at`` ends, with the name of whom it titles: مدينة الملك عبد الله."""
    if index.tokens[at].norm not in _RULERS:
        return at + 1
    ends = [end for start, end in index.doc.all_names if start == at + 1 and end <= stop]
    return max([at + 1, *ends])


def _is_other_word(index: Index, match: Match) -> bool:
    """Whether the head is written like that of a place and is another word: سد المحتجون, إحياء الذكرى, قواعد اللغة."""
    if match.concept.name == "dam":
        return not index.is_noun(match.start)
    if match.concept.name == "quarter":
        return index.tokens[match.start].text.startswith("إ")
    return match.concept.name == "base" and match.features.number == "p"


def _definite_place(index: Index, match: Match, stop: int) -> Draft | None:
    """العاصمة العراقية بغداد: the city after the head and its adjective is the place."""
    phrase = read_phrase(index, match.start, match.end, stop)
    belonging = index.belonging(phrase.whose_at) if phrase.country is not None else None
    if belonging is None:
        return None
    draft = _place_draft(index, match, phrase, None)
    if belonging.match.concept.texts(CAPITAL):
        draft.key = capital_key(belonging.match.concept)
    return draft


def _with_adjectives(index: Index, phrase: Phrase, stop: int) -> Phrase:
    rest = read_phrase(index, phrase.start, phrase.end, stop)
    rest.definite = True
    more = rest if rest.end > phrase.end else phrase
    more.country = phrase.country or rest.country
    return more


def _place_draft(index: Index, match: Match, phrase: Phrase, inner: Match | None) -> Draft:
    text = index.doc.name_text(phrase.start, phrase.end)
    key, iri = "place:" + fold(text), None
    if inner is not None and inner.concept.scheme == "places" and match.concept.name in _WHOLE:
        key, iri = f"place:{inner.concept.name}", inner.concept.iri
    elif inner is not None and inner.prop == CAPITAL and match.concept.name in _WHOLE:
        key = capital_key(inner.concept)
    return Draft(
        phrase.start,
        phrase.end,
        phrase.end,
        Kind.PLACE,
        key,
        f"place-head/{match.concept.name}",
        text,
        country=phrase.country,
        concept=iri,
    )
