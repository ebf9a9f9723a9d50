"""Sources without a name: مسؤولون عراقيون, مصادر مطلعة على المحادثات, ثلاثة مسؤولين حكوميين."""

from __future__ import annotations

from kg.arabic.normal import fold
from kg.arabic.tokens import TokenKind
from kg.entities.drafts import Draft
from kg.entities.grammar import NUMBER_WORDS, QUANTIFIERS
from kg.entities.index import Belonging, Index
from kg.entities.phrases import Phrase, read_phrase
from kg.lexicon import Match
from kg.records import Kind

_JOINTS = frozenset({"في", "من", "ب", "لدي", "داخل", "علي", "ل", "باسم"})
_BLOCKED_WORDS = """
    رئيس نائب كبير مجلس لجنة جمعية نقابة اتحاد هيئة
"""
_BLOCKED = frozenset(map(fold, _BLOCKED_WORDS.split()))


def unnamed_source(index: Index, match: Match, stop: int) -> Draft | None:
    """Return the draft of the unnamed source that ``match`` heads; None where a name follows or the phrase is a mere
    title.
    """
    phrase = read_phrase(index, match.start, _past_rank(index, match, stop), stop)
    if match.label.endswith("ي") and match.features.number == "s" and _is_adjective(index, match.start):
        return None
    if match.label == "أنباء" and index.tokens[match.start].definite:
        return None
    if phrase.pronoun or _name_at(index, phrase.end) or _is_office(index, match, phrase):
        return None
    start = _with_quantifier(index, match.start)
    if start == match.start and match.start and index.tokens[match.start - 1].stem in _BLOCKED:
        return None
    end = _complements(index, phrase.end, stop) if not phrase.definite or phrase.adjectives else phrase.end
    if _name_at(index, end):
        return None
    return _draft(index, match, phrase, start, end)


def _past_rank(index: Index, match: Match, stop: int) -> int:
    """مصدر مسؤول is a source in office: the second noun only describes the first."""
    at = match.end
    if match.concept.name != "source" or at >= stop or index.tokens[at].definite != index.tokens[match.start].definite:
        return at
    return at + (index.tokens[at].stem in _RANKS)


_RANKS = frozenset(map(fold, ("مسؤول", "مسؤولة", "مسئول", "مسئولة", "قيادي", "قيادية", "عسكري", "أمني")))


def _is_adjective(index: Index, at: int) -> bool:
    """صحفي is an adjective in بيان صحفي."""
    if not index.is_noun(at):
        return True
    before = index.tokens[at - 1] if at else None
    return before is not None and before.kind == TokenKind.WORD and index.is_noun(at - 1)


def _name_at(index: Index, at: int) -> bool:
    return at in index.name_starts


_OFFICES = frozenset({"minister-unnamed", "adviser", "lawmaker", "commander", "leader", "spokesman", "prosecutor"})


def _is_office(index: Index, match: Match, phrase: Phrase) -> bool:
    """A single definite head (المتحدث، النائب، وزير الدفاع) is someone with a name, which is not decided here."""
    if match.features.number != "s" or match.concept.name == "source":
        return False
    alone = phrase.end == match.end and index.tokens[match.start].definite
    return alone or (match.concept.name in _OFFICES and phrase.definite)


def _with_quantifier(index: Index, start: int) -> int:
    """ثلاثة مسؤولين, عدد من المسؤولين, بعض القادة."""
    at = start - 1
    tokens = index.tokens
    if at > 0 and tokens[at].norm == "من" and tokens[at - 1].stem in QUANTIFIERS:
        return at - 1
    if at >= 0 and (
        tokens[at].stem in QUANTIFIERS or tokens[at].stem in NUMBER_WORDS or tokens[at].kind == TokenKind.NUMBER
    ):
        return at
    return start


def _complements(index: Index, end: int, stop: int) -> int:
    """في البيت الأبيض, مطلعة على المناقشات, من الشرطة: at most two."""
    for _ in range(2):
        if end + 1 >= stop or index.tokens[end].norm not in _JOINTS:
            break
        after = _object(index, end + 1, stop)
        if after is None or _is_outlet(index, end):
            break
        end = after
    return end


def _is_outlet(index: Index, at: int) -> bool:
    """متحدث لرويترز: whom a source told it, not whose it is."""
    match = index.starting(at + 1, "organizations") if index.tokens[at].norm == "ل" else None
    return match is not None and match.concept.get("organizationKind") in ("agency", "newspaper")


def _object(index: Index, at: int, stop: int) -> int | None:
    known = index.starting(at, "forces", "organizations", "countries", "places")
    head = index.starting(at, "organization-heads", "force-heads", "place-heads", "sources")
    match = max((m for m in (known, head) if m is not None), key=lambda m: m.end, default=None)
    if match is not None and match.end <= stop:
        return read_phrase(index, at, match.end, stop).end
    if index.tokens[at].kind == TokenKind.WORD and index.tokens[at].definite:
        return read_phrase(index, at, at + 1, stop).end
    return None


def _draft(index: Index, match: Match, phrase: Phrase, start: int, end: int) -> Draft:
    text = index.doc.name_text(start, end)
    bare = end == match.end and start == match.start and index.tokens[match.start].definite
    return Draft(
        start,
        end,
        end,
        Kind.UNNAMED,
        None if bare else "unnamed:" + fold(text),
        f"source/{match.concept.name}",
        text,
        country=None if phrase.others else phrase.country,
        anaphora="bare" if bare else None,
        group=match.concept.name,
        head=match.start,
        number=match.features.number,
    )


def nationals(index: Index, at: int, belonging: Belonging) -> Draft | None:
    """Return the draft of a people as such (العراقيون): a definite plural of a demonym that modifies no noun."""
    tokens = index.tokens
    features = belonging.match.features
    if belonging.country is None or features.number != "p" or features.gender == "f":
        return None
    if at and tokens[at - 1].kind == TokenKind.WORD and (tokens[at - 1].definite or not tokens[at].definite):
        return None
    if not tokens[at].definite and not index.is_noun(at):
        return None
    text = index.doc.name_text(at, belonging.end)
    key = "unnamed:" + fold(text)
    return Draft(at, belonging.end, belonging.end, Kind.UNNAMED, key, "nationals", text, country=belonging.country)
