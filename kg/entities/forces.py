"""Forces: named ones, and those composed of a head, its kind and whose it is."""

from __future__ import annotations

from kg.arabic.normal import fold
from kg.arabic.tokens import TokenKind
from kg.entities.drafts import Draft
from kg.entities.grammar import NUMBER_WORDS, QUANTIFIERS
from kg.entities.index import Index
from kg.entities.phrases import Phrase, closed, read_phrase
from kg.lexicon import Concept, Match
from kg.records import Kind

GENERAL = frozenset({"forces", "foreign", "joint", "government", "armed", "support", "reserve", "officers"})
DOMESTIC = frozenset({"government", "army", "police", "security", "border", "guard", "artillery"})
_DOMESTIC_HEADS = frozenset({"armed-forces"})
_KIND_WORDS_WORDS = """
    أمن حدود دعم طوارئ تدخل دفاع مشاة حرس نخبة حكومة نظام دولة بلاد شرعية احتياط شرطة بحرية جو جيش إسناد عمليات
    مهام ردع اقتحام انتشار مراقبة سلام تحرير
"""
_KIND_WORDS = frozenset(map(fold, _KIND_WORDS_WORDS.split()))
_PEOPLES_WORDS = """
    kurdish arab african gulf european un chechen druze turkmen-people uyghur tuareg rohingya yazidi
"""
_PEOPLES = frozenset(_PEOPLES_WORDS.split())
_LANDS = frozenset({"بلاد", "بلد", "دوله"})
_NAMED_BY_WORDS = frozenset({"militia", "faction", "brigade", "regiment", "group", "organization", "army"})
_POLITICAL = frozenset(
    map(fold, ("انتخابي", "سياسي", "حزبي", "نيابي", "برلماني", "حاكم", "وزاري", "اقتصادي", "تجاري", "يساري", "يميني"))
)
_SHOWN = frozenset(map(fold, ["هذه", "هذا", "تلك", "ذلك", "هؤلاء", "هذين", "هاتين", "أولئك"]))


def named_force(index: Index, match: Match, stop: int) -> Draft:
    """Return the draft of a force that the ontology names."""
    concept = match.concept
    named = closed(index, match.start, match.end, stop)
    phrase = read_phrase(index, match.start, named, stop, whole=True)
    end = phrase.end if index.tokens[phrase.end - 1].kind != TokenKind.ENCLITIC else named
    return Draft(
        match.start,
        end,
        match.end,
        Kind.FORCE,
        named_key(concept),
        f"force/{concept.name}",
        index.doc.name_text(match.start, match.end),
        country=concept.get("countryCode"),
        concept=None if concept.get("national") else concept.iri,
        force_kind=concept.get("forceKind"),
        part_of=_part_of(concept.get("partOf")),
        group=concept.get("forceKind"),
    )


def named_key(concept: Concept) -> str:
    """Return the key of a named force; a mere other name of a country's army has that army's key."""
    if concept.get("national"):
        return national_key(concept.get("countryCode") or "", concept.get("forceKind"))
    return f"force:{concept.name}"


def _part_of(iri: str | None) -> str | None:
    return "force:" + iri.rsplit("/", 1)[-1] if iri else None


def composed_forces(index: Index, match: Match, stop: int) -> list[Draft]:
    """Return the drafts of the phrase that the head ``match`` opens: one for each owner; none where it is no force."""
    head = match.concept.name
    phrase = read_phrase(index, match.start, match.end, stop, names=head in _NAMED_BY_WORDS)
    if not _is_force(index, match, phrase):
        return []
    _partitive(index, phrase, stop)
    _where(index, match, phrase, stop)
    draft = _draft(index, match, phrase)
    others = [_other(index, draft, phrase, other) for other in phrase.others]
    return [draft, *others]


def _is_force(index: Index, match: Match, phrase: Phrase) -> bool:
    needs = set(match.concept.all("needs"))
    plural = match.features.number in {"p", "d"}
    if "plural" in needs and not plural:
        return False
    if "noun" in needs and not phrase.owned and not _is_noun(index, match):
        return False
    alone = match.end - match.start == 1
    if alone and match.features.gender == "f" and match.label[-1] not in "ةا":  # مقاتلات are aircraft
        return False
    told = {
        "armed": bool(phrase.kinds),
        "whose": bool(
            phrase.country or phrase.people in _PEOPLES or (phrase.owner and phrase.owner.concept.scheme == "forces")
        ),
        "force": _owned_by_force(phrase),
        "people": bool(phrase.people),
        "definite": phrase.definite,
    }
    if not told["whose"] and not phrase.definite and _is_one_man(index, match):
        return False
    if match.features.number == "s" and _is_quality(index, match, phrase):
        return False
    alternatives = [told[need] for need in ("armed", "whose", "force", "people", "definite") if need in needs]
    return not alternatives or any(alternatives) or _shown_before(index, match, phrase)


def _owned_by_force(phrase: Phrase) -> bool:
    if phrase.owner is not None and phrase.owner.concept.scheme == "forces":
        return True
    return phrase.inner_head is not None and phrase.inner_head.concept.scheme == "force-heads"


def _shown_before(index: Index, match: Match, phrase: Phrase) -> bool:
    """التنظيم alone: left to what the article named before, so only a definite head of a group."""
    alone = (
        match.concept.name in ("organization", "group", "coalition", "adviser") and index.tokens[match.start].definite
    )
    political = phrase.adjectives > 0 and index.tokens[phrase.head_end].stem in _POLITICAL
    return alone and match.end - match.start == 1 and not (political or phrase.owned)


_ONE_MAN = frozenset({"soldier", "serviceman", "policeman", "fighter", "rebel"})


def _is_quality(index: Index, match: Match, phrase: Phrase) -> bool:
    """وحدة سوريا is unity, قوة الاقتصاد الصيني is strength."""
    if match.label == "وحدة":
        return phrase.owned or phrase.pronoun is not None
    return match.label == "قوة" and phrase.words > 0 and index.tokens[phrase.head_end].stem not in _KIND_WORDS


def _is_one_man(index: Index, match: Match) -> bool:
    """جندي, مسلح: one person, no force, but for 150 جنديا."""
    alone = match.features.number == "s" and match.concept.name in _ONE_MAN
    return alone and not (match.concept.get("forceKind") == "forces" and _counted(index, match))


def _counted(index: Index, match: Match) -> bool:
    before = index.tokens[match.start - 1] if match.start else None
    if before is None:
        return False
    return before.kind == TokenKind.NUMBER or before.stem in NUMBER_WORDS or before.stem in QUANTIFIERS


def _is_noun(index: Index, match: Match) -> bool:
    """عسكري is a noun after a number or a verb, an adjective after a noun (القادة العسكريين)."""
    owned = match.end < len(index.tokens) and index.tokens[match.end].kind == TokenKind.ENCLITIC
    if owned or _counted(index, match):
        return True
    before = index.tokens[match.start - 1] if match.start else None
    if match.features.number == "s" and index.tokens[match.start].definite and match.concept.name == "serviceman":
        return False
    if before is not None and before.kind == TokenKind.WORD:
        this = index.tokens[match.start]
        if before.definite and this.definite:
            return False
        if match.features.number == "s" and not before.definite and index.is_noun(match.start - 1):
            return False
    return index.is_noun(match.start)


def _partitive(index: Index, phrase: Phrase, stop: int) -> None:
    """جنود من القوات الأميركية, قوات للتحالف: a second phrase tells whose."""
    tokens, at = index.tokens, phrase.end
    if phrase.country or phrase.owner or phrase.definite or at + 1 >= stop or tokens[at].norm not in ("من", "ل"):
        return
    owner = index.starting(at + 1, "forces")
    if owner is not None and owner.end <= stop:
        phrase.owner, phrase.end = owner, owner.end
        phrase.country = owner.concept.get("countryCode")
        return
    head = index.starting(at + 1, "force-heads")
    if head is not None and head.end <= stop:
        inner = read_phrase(index, head.start, head.end, stop)
        if inner.country or inner.owner:
            phrase.inner, phrase.inner_head = inner, head
            phrase.country, phrase.owner, phrase.end = inner.country, inner.owner, inner.end


def _where(index: Index, match: Match, phrase: Phrase, stop: int) -> None:
    """قوات الأمن في العراق: those who keep order are of the country where they are."""
    domestic = match.concept.get("forceKind") in DOMESTIC or "security" in phrase.kinds
    domestic = domestic or match.concept.name in _DOMESTIC_HEADS
    at = phrase.end
    if phrase.country or phrase.owner or not domestic or at + 1 >= stop or index.tokens[at].norm != "في":
        return
    found = index.country(at + 1)
    if found is not None and found[0] <= stop:
        phrase.country = found[1]


def _draft(index: Index, match: Match, phrase: Phrase) -> Draft:
    end = phrase.others[0][0] - 1 if phrase.others else phrase.end
    text = index.doc.name_text(phrase.start, end)
    kind = _kind(index, match, phrase)
    draft = Draft(
        phrase.start,
        end,
        end,
        Kind.FORCE,
        None,
        f"force-head/{match.concept.name}",
        text,
        country=phrase.country,
        force_kind=kind,
        group=_group(index, match, phrase),
        people=phrase.people,
        definite=phrase.definite,
    )
    _settle(index, match, phrase, draft)
    return draft


def _settle(index: Index, match: Match, phrase: Phrase, draft: Draft) -> None:
    """Give the draft its key where the phrase itself tells it, else what it leans on."""
    owner = phrase.owner
    if owner is not None and owner.concept.scheme == "forces":
        draft.key = named_key(owner.concept)
        draft.concept = None if owner.concept.get("national") else owner.concept.iri
        draft.country, draft.force_kind = owner.concept.get("countryCode"), owner.concept.get("forceKind")
        draft.group, draft.part_of = draft.force_kind, _part_of(owner.concept.get("partOf"))
    elif phrase.country:
        draft.key = national_key(phrase.country, draft.force_kind)
        draft.part_of = national_key(phrase.country, None) if "/" in draft.key else None
    elif phrase.pronoun:
        draft.anaphora, draft.possessor = "pronoun", phrase.pronoun
    elif _of_a_land(index, phrase):
        draft.anaphora, draft.possessor = "pronoun", index.tokens[phrase.head_end + 1].norm
    elif _is_bare(index, phrase):
        shown = phrase.start > 0 and index.tokens[phrase.start - 1].norm in _SHOWN
        draft.anaphora = "shown" if shown else "bare"
    else:
        draft.key = "force:" + fold(draft.text)


def national_key(country: str, force_kind: str | None) -> str:
    """Return the key of a country's forces of one kind."""
    return f"force:{country}" if force_kind is None or force_kind in GENERAL else f"force:{country}/{force_kind}"


def _of_a_land(index: Index, phrase: Phrase) -> bool:
    """قوات بلاده."""
    at = phrase.head_end
    return (
        at + 1 < len(index.tokens)
        and index.tokens[at].stem in _LANDS
        and index.tokens[at + 1].kind == TokenKind.ENCLITIC
    )


def _is_bare(index: Index, phrase: Phrase) -> bool:
    """Whether nothing says whose: the head alone, or with its kind (القوات, قوات الأمن, القوات القتالية)."""
    if "foreign" in phrase.kinds or phrase.people:
        return False
    if phrase.words:
        return index.tokens[phrase.head_end].stem in _KIND_WORDS
    owner = phrase.owner
    return owner is None or owner.concept.scheme in ("countries", "people")


_KIND_OF_WORD = {
    fold(word): kind
    for word, kind in (
        *(
            ("أمن", "security"),
            ("حدود", "border"),
            ("شرطة", "police"),
            ("جو", "air"),
            ("طيران", "air"),
            ("بحرية", "navy"),
        ),
        *(
            ("جيش", "army"),
            ("مشاة", "infantry"),
            ("إرهاب", "special"),
            ("تدخل", "special"),
            ("شغب", "police"),
            ("حرس", "guard"),
        ),
        *(
            ("نخبة", "special"),
            ("طوارئ", "special"),
            ("حكومة", "government"),
            ("نظام", "government"),
            ("معارضة", "opposition"),
        ),
    )
}


def _kind_of_words(index: Index, phrase: Phrase) -> str | None:
    """قوات الأمن: the noun that the head belongs to tells the kind."""
    stems = [index.tokens[at].stem for at in range(phrase.head_end, min(phrase.end, phrase.head_end + 3))]
    return next((_KIND_OF_WORD[stem] for stem in stems if stem in _KIND_OF_WORD), None) if phrase.words else None


def _kind(index: Index, match: Match, phrase: Phrase) -> str | None:
    if (told := _kind_of_words(index, phrase)) is not None:
        return told
    for kind in phrase.kinds:
        if kind not in GENERAL and not (kind == "combat" and match.concept.get("forceKind") != "forces"):
            return kind
    if phrase.inner_head is not None and phrase.inner_head.concept.scheme == "force-heads":
        return phrase.inner_head.concept.get("forceKind")
    return match.concept.get("forceKind")


def _group(index: Index, match: Match, phrase: Phrase) -> str:
    if (told := _kind_of_words(index, phrase)) in DOMESTIC:
        return told or ""
    if "security" in phrase.kinds:
        return "security"
    if match.concept.name in _DOMESTIC_HEADS:
        return "army"
    if "government" in phrase.kinds or told == "government":
        return "government"
    if phrase.inner_head is not None and phrase.inner_head.concept.scheme == "force-heads":
        return phrase.inner_head.concept.get("forceKind") or "forces"
    return match.concept.get("forceKind") or "forces"


def _other(index: Index, first: Draft, phrase: Phrase, other: tuple[int, int, str]) -> Draft:
    start, end, country = other
    head = index.doc.name_text(phrase.start, phrase.head_end)
    key = national_key(country, first.force_kind)
    return Draft(
        start,
        end,
        end,
        Kind.FORCE,
        key,
        first.rule + "/joined",
        f"{head} {index.doc.name_text(start, end)}",
        country=country,
        force_kind=first.force_kind,
        group=first.group,
        part_of=national_key(country, None) if "/" in key else None,
    )
