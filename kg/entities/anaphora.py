"""Forces and bodies that lean on the article: القوات, هذه القوات, قواتها, الجيش, التنظيم, الحكومة.

They are resolved to the nearest earlier mention that fits, or to the country that the article is at home in; where
neither decides it, they stay without a country.
"""

from __future__ import annotations

from collections import Counter
from itertools import takewhile

from kg.arabic.normal import fold
from kg.entities.drafts import Draft
from kg.entities.forces import DOMESTIC, national_key
from kg.entities.grammar import MASCULINE_COUNTRIES
from kg.entities.index import Index
from kg.records import Kind

_FORCES = frozenset(
    {"forces", "combat", "special", "air", "ground", "navy", "marines", "advisers", "trainers", "officers"}
)
_NATIONAL = _FORCES | DOMESTIC
_KURDISH_LANDS = ("IQ", "SY", "TR", "IR")
_REACH = 400  # mentions: what was named farther away is not meant
_SAME = ("key", "country", "concept", "part_of")


def resolve(index: Index, drafts: list[Draft]) -> list[Draft]:
    """Give every draft its key, and drop those that name nothing by themselves and lean on nothing."""
    drafts.sort(key=lambda draft: (draft.start, -draft.end))
    home = home_country(drafts)
    counts = Counter(draft.country for draft in drafts if draft.country)
    kept: list[Draft] = []
    for at, draft in enumerate(drafts):
        if draft.people == "kurdish" and draft.country is None and draft.kind == Kind.FORCE:
            _settle_kurdish(draft, counts)
        if draft.anaphora is None or _lean(index, draft, kept[-_REACH:], drafts[at + 1 : at + _REACH], home):
            kept.append(draft)
    _join_bodies(kept)
    return kept


def _join_bodies(drafts: list[Draft]) -> None:
    """وزارة العدل is وزارة العدل الأميركية where the article has one such ministry alone."""
    owners: dict[str, set[str]] = {}
    for draft in drafts:
        if draft.kind == Kind.ORGANIZATION and draft.key and "/" in draft.key:
            owners.setdefault(draft.key.split("/")[0], set()).add(draft.key)
    for draft in drafts:
        keys = owners.get(draft.key or "", set())
        if draft.kind == Kind.ORGANIZATION and len(keys) == 1:
            draft.key = next(iter(keys))
            draft.country = draft.key.split("/")[1]


def home_country(drafts: list[Draft]) -> str | None:
    """Return the country that the article is at home in: whose name, places and bodies clearly prevail; else None."""
    scores: Counter[str] = Counter()
    for draft in drafts:
        if draft.country and draft.anaphora is None:
            scores[draft.country] += {Kind.COUNTRY: 1, Kind.PLACE: 2, Kind.ORGANIZATION: 1}.get(draft.kind, 1)
    ranked = scores.most_common(2)
    if not ranked or ranked[0][1] < 2:
        return None
    return ranked[0][0] if len(ranked) == 1 or ranked[0][1] >= 1.5 * ranked[1][1] else None


def _settle_kurdish(draft: Draft, counts: Counter[str]) -> None:
    """Kurdish forces are those of the country with Kurds that the article speaks of most."""
    country = max(_KURDISH_LANDS, key=lambda code: counts[code])
    if counts[country]:
        draft.country = country
        draft.key = f"force:{country}/kurdish"
        draft.part_of = national_key(country, None)


def _lean(index: Index, draft: Draft, earlier: list[Draft], later: list[Draft], home: str | None) -> bool:
    if draft.kind == Kind.FORCE:
        _lean_force(index, draft, earlier, later, home)
        return draft.key is not None
    if draft.kind == Kind.ORGANIZATION:
        return _lean_body(index, draft, earlier, home)
    return _lean_source(draft, earlier)


def _lean_force(index: Index, draft: Draft, earlier: list[Draft], later: list[Draft], home: str | None) -> None:
    if draft.anaphora == "pronoun":
        group = _nearest(earlier, _GROUPS["militia"]) if draft.group in ("fighters", "militia", "faction") else None
        country = _possessor(index, draft, earlier)
        if group is not None:
            _copy(draft, group)
        elif country is not None:
            _make_national(draft, country)
        elif draft.possessor in ("ها", "ه", "هم"):
            _lean_national(index, draft, earlier, later, None)
    elif draft.group in _GROUPS or draft.anaphora == "shown":
        if draft.anaphora == "bare" and _is_many(index, draft):
            draft.key = (
                "force:" + fold(draft.text) if draft.end - draft.start > 1 or draft.group != "armed-group" else None
            )
            return
        fitting, gender = _fitting(index, draft), _gender(index, draft)
        _copy(draft, _nearest(earlier, fitting, gender=gender) or _nearest(later[::-1], fitting, gender=gender))
    elif draft.group in _NATIONAL:
        _lean_national(index, draft, earlier, later, home)
    if draft.key is None and (draft.group != "armed-group" or draft.anaphora == "pronoun"):
        draft.key = "force:" + fold(draft.text)


_GROUPS = {
    "armed-group": frozenset({"armed-group", "militia"}),
    "coalition": frozenset({"coalition", "alliance"}),
    "militia": frozenset({"armed-group", "militia", "faction"}),
    "faction": frozenset({"faction"}),
    "opposition": frozenset({"armed-group", "militia", "opposition"}),
}


def _is_many(index: Index, draft: Draft) -> bool:
    """الجماعات المسلحة, مجموعات, an indefinite militia: several groups, none of which was named before."""
    stem = index.tokens[draft.start].stem
    return not draft.definite or (draft.group == "armed-group" and stem.endswith(("ات", "ايا")))


_OPPOSED = frozenset(
    {"معارضه", "مقاومه", "معارض", "مقاوم"}
)  # an opposition or a resistance is no group of another name


def _fitting(index: Index, draft: Draft) -> frozenset[str]:
    if any(token.stem in _OPPOSED for token in index.tokens[draft.start : draft.end]):
        return frozenset({"opposition"})
    if draft.group in _GROUPS:
        return _GROUPS[draft.group]
    if draft.group in _NATIONAL:
        return _NATIONAL
    return frozenset({draft.group or ""})


def _gender(index: Index, draft: Draft) -> str | None:
    """التنظيم is a group called تنظيم, الجماعة and الحركة one called so or by another feminine word."""
    if draft.group != "armed-group" or draft.anaphora == "shown":
        return None
    return "f" if index.tokens[draft.start].stem.endswith(("ه", "ات")) else "m"


def _lean_national(index: Index, draft: Draft, earlier: list[Draft], later: list[Draft], home: str | None) -> None:
    same = _nearest(earlier, frozenset({draft.group or ""}), national=True)
    if draft.group in DOMESTIC:
        last = index.doc.sentence_of(draft.start).last if same is None else 0
        beside = list(takewhile(lambda other: other.start < last, later))
        same = same or _nearest(beside[::-1], DOMESTIC, national=True)
        if same is not None:
            _make_national(draft, same.country or "")
        elif home is not None and draft.definite:
            _make_national(draft, home)
        return
    before = same or _nearest(earlier, _NATIONAL, national=True)
    if before is not None and before.country:
        _make_national(draft, before.country)


def _make_national(draft: Draft, country: str) -> None:
    draft.country = country
    draft.key = national_key(country, draft.force_kind)
    draft.part_of = national_key(country, None) if "/" in draft.key else None


def _nearest(
    earlier: list[Draft], groups: frozenset[str], *, national: bool = False, gender: str | None = None
) -> Draft | None:
    for draft in reversed(earlier):
        fits = (draft.country or not national) and draft.group in groups and draft.key and draft.kind == Kind.FORCE
        if fits and (gender is None or (draft.concept in _ORGANIZED) == (gender == "m")):
            return draft
    return None


_FORCE = "https://khabar.example/force/"
_ORGANIZED = frozenset(
    _FORCE + name for name in ("daesh", "qaeda", "aqap", "aqim", "daesh-khorasan", "daesh-sinai", "hurras-din", "nusra")
)


def _copy(draft: Draft, other: Draft | None) -> None:
    if other is not None:
        for name in _SAME:
            setattr(draft, name, getattr(other, name))


def _possessor(index: Index, draft: Draft, earlier: list[Draft]) -> str | None:
    """Return the country that the pronoun on a force means: the nearest that agrees, in the sentence or the one
    before.
    """
    if draft.possessor not in ("ها", "ه"):
        return None
    masculine = draft.possessor == "ه"
    limit = index.doc.sentence_of(draft.start).first
    candidates = [other for other in reversed(earlier) if other.country and other.end <= draft.start]
    for other in candidates:
        if other.start < limit:
            break
        if _agrees(index, other, masculine=masculine):
            return other.country
    return _of_title(index, draft, limit) if masculine else None


def _agrees(index: Index, other: Draft, *, masculine: bool) -> bool:
    if other.kind == Kind.COUNTRY:
        is_masculine = other.country in MASCULINE_COUNTRIES and other.group != "capital"
    elif other.kind in (Kind.ORGANIZATION, Kind.FORCE):
        is_masculine = not index.tokens[other.start].stem.endswith(("ه", "ات", "ا"))
    else:
        return False
    return is_masculine == masculine


def _of_title(index: Index, draft: Draft, limit: int) -> str | None:
    """الرئيس الأميركي ... قواته: the nearest masculine singular demonym."""
    for at in range(draft.start - 1, limit - 1, -1):
        belonging = index.belonging(at)
        if belonging is not None and belonging.country and belonging.match.features[3:] == ("m", "s"):
            return belonging.country
    return None


_MEDIA = {
    **dict.fromkeys(map(fold, ("صحيفة", "جريدة", "مجلة", "موقع")), "newspaper"),
    **dict.fromkeys(map(fold, ("وكالة", "وكالة أنباء", "قناة", "شبكة", "إذاعة")), "agency"),
}
_STATE_BODIES = frozenset(
    map(
        fold,
        ("حكومة", "برلمان", "رئاسة", "سلطات", "مجلس النواب", "مجلس الشعب", "مجلس الأمة", "مجلس الشيوخ", "مجلس الشورى"),
    )
)


def _lean_body(index: Index, draft: Draft, earlier: list[Draft], home: str | None) -> bool:
    for other in reversed(earlier):
        fits = other.kind == Kind.ORGANIZATION and other.group in (draft.group, _MEDIA.get(draft.group or ""))
        if fits and other.key:
            _copy(draft, other)
            return True
    country = _country_before(index, draft, earlier) or home
    if draft.group in _STATE_BODIES and country is not None:
        draft.country = country
        draft.key = f"organization:{draft.group}/{country}"
        return True
    return False


def _country_before(index: Index, draft: Draft, earlier: list[Draft]) -> str | None:
    """Return the only country that the sentence names before the body (وفي لبنان، أعلن رئيس البرلمان)."""
    first = index.doc.sentence_of(draft.start).first
    named = {other.country for other in earlier if other.start >= first and other.country}
    return named.pop() if len(named) == 1 else None


def _lean_source(draft: Draft, earlier: list[Draft]) -> bool:
    for other in reversed(earlier):
        fits = other.kind == Kind.UNNAMED and other.group == draft.group and other.number == draft.number
        if fits and other.key:
            _copy(draft, other)
            return True
    draft.key = "unnamed:" + fold(draft.text)
    return True
