"""Triggers: the words that name events, those left out that name none where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from kg.arabic.tokens import Token, TokenKind, tokenize
from kg.clauses import PREPOSITIONS, Clauses, conjugated, word_set
from kg.context import clauses_of, matches_in
from kg.coreference import Cast
from kg.document import Document, Sentence
from kg.entities import Mention
from kg.lexicon import KG, Concept, Lexicon, Match
from kg.records import Kind

_SUBCLASS = "http://www.w3.org/2000/01/rdf-schema#subClassOf"
_NEAR = 6
_SURE_VERB_LENGTH = 5


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word or phrase that names an event: tokens ``start`` to ``end`` (half-open), the class, whether it is a
    finite verb. ``company`` is the word that lets it name an event (سقطت ... قذائف), where it needs one; ``given``
    tells that it is definite in the sentence, and so part of an event that is known (هتف المتظاهرون); ``definite``
    that a phrase has an article which its entry has not (عمليات الاغتيال).
    """

    start: int
    end: int
    type: str
    verb: bool
    passive: bool
    masdar: bool
    tense: str | None
    rule: str
    company: int | None = None
    given: bool = False
    definite: bool = False


def find_triggers(cast: Cast, sentence: Sentence) -> list[Trigger]:
    """Return the triggers of ``sentence`` in order, not overlapping."""
    doc = cast.doc
    found = [match for match in matches_in(doc, sentence) if match.concept.scheme == "events"]
    if not found:
        return []
    excluded = _excluded_tokens(doc, sentence)
    clauses = clauses_of(doc, sentence)
    named = _in_names(cast, clauses)
    found = [m for m in found if m.start not in named and event_type(m.concept) not in excluded.get(m.start, ())]
    kept = [
        m
        for m in found
        if (_reads(doc, m, clauses) or (not m.features.voice and _followed(cast, m))) and _in_company(cast, m, clauses)
    ]
    kept = [m for m in _apart(doc.lexicon, kept) if not _in_words(cast, m, clauses)]
    return [_trigger(doc, match, clauses, _companion(doc, match, clauses)) for match in kept]


_LAUNCHES = conjugated("شن وجه")
_ASSAILS = conjugated("هاجم")
_SPEAKERS = word_set(
    "رييس الرييس وزير الوزير نايب النايب متحدث المتحدث امين زعيم عضو نواب امير الامير مرشح المرشح مدرب لاعب "
    "كاتب الكاتب اعلامي الاعلامي الفنان الممثل صحيفه وسايل خطيب خطباء"
)


def _in_words(cast: Cast, match: Match, clauses: Clauses) -> bool:
    """Whether an attack is one of words: a person or who speaks launches it, no force (شن النائب هجوما على الحكومة،
    هاجم النائب الحكومة).
    """
    if event_type(match.concept) != "Attack" or match.end != match.start + 1:
        return False
    if match.features.voice:
        following = cast.doc.tokens[match.end : match.end + 1]
        return cast.doc.tokens[match.start].norm in _ASSAILS and any(token.norm in _SPEAKERS for token in following)
    verb = clauses.clause(match.start).verb
    if verb is None or not verb < match.start or cast.doc.tokens[verb].norm not in _LAUNCHES:
        return False
    if cast.doc.tokens[verb + 1].norm in _SPEAKERS:
        return True
    kinds = {m.kind for m in cast.between(clauses.first, clauses.end) if verb < m.start < match.start}
    return Kind.PERSON in kinds and Kind.FORCE not in kinds


def _in_names(cast: Cast, clauses: Clauses) -> frozenset[int]:
    """The tokens inside the name of a body or a title, its head left out: مفوضية الانتخابات، قائد العمليات."""
    bodies = [m for m in cast.between(clauses.first, clauses.end) if m.kind in (Kind.ORGANIZATION, Kind.UNNAMED)]
    found = set()
    for body in bodies:
        for number in range(body.start + 1, body.end):
            if cast.doc.tokens[number].norm in PREPOSITIONS or _starts_over(cast.doc, body, number):
                break
            found.add(number)
    return frozenset(found)


_SITES = word_set("موقع مكان")


def _starts_over(doc: Document, body: Mention, number: int) -> bool:
    """Whether token ``number`` does not belong to the head of a name (الرئيسان قمة، منتقدا الغزو), or the name is that
    of a place where something happened (موقع الهجوم).
    """
    head, token = doc.tokens[body.start], doc.tokens[number]
    accusative = head.text.rstrip("ً").endswith("ا")
    apart = head.definite and not token.definite and number == body.start + 1
    return head.norm in _SITES or (number == body.start + 1 and (accusative or apart))


def _trigger(doc: Document, match: Match, clauses: Clauses, company: int | None) -> Trigger:
    several = match.end > match.start + 1
    verb = bool(match.features.voice) or (several and match.start in clauses.verbs)
    passive = match.features.voice == "passive" or (verb and doc.tokens[match.start].text[1:2] == "ُ")
    return Trigger(
        match.start,
        match.end,
        event_type(match.concept),
        verb,
        passive,
        match.features.tense == "masdar",
        match.features.tense if match.features.voice or not verb else "perfect",
        f"{match.concept.name}: {match.label}",
        company,
        match.concept.get("givenWhenDefinite") == "true" and _known_company(doc, match, clauses),
        several and doc.tokens[match.start].stem in _LIGHT and _made_definite(doc, match),
    )


_LIGHT = word_set("عمليه عمليات اعمال حادث حادثه حوادث مراسم حفل محاوله محاولات جريمه جرايم هجوم هجمات ضربه ضربات حاله")


def _made_definite(doc: Document, match: Match) -> bool:
    """Whether a phrase has an article that its entry has not: عمليات الاغتيال."""
    return doc.tokens[match.end - 1].definite and "ال" not in match.label.split()[-1][:3]


def event_type(concept: Concept) -> str:
    """Return the event class that ``concept`` names: itself, or its ``kg:eventClass``."""
    return (concept.get("eventClass") or concept.iri).removeprefix(KG)


def _reads(doc: Document, match: Match, clauses: Clauses) -> bool:
    """Whether the token is a verb where the label is one, and no verb where it is a noun."""
    finite = match.start in clauses.verbs
    if not match.features.voice:
        if match.features.tense == "masdar" and _describes(doc, match):
            return False
        return not finite or match.end > match.start + 1
    token = doc.tokens[match.start]
    if finite:
        return True
    return match.end > match.start + 1 or (
        len(token.stem) >= _SURE_VERB_LENGTH and not token.definite and _verb_only(doc, match)
    )


_PARTICIPLES = word_set("محاصره مهاجمه مقاطعه")


def _describes(doc: Document, match: Match) -> bool:
    """المدينة المحاصرة: a participle of the same letters, an adjective of the definite noun before it."""
    token, before = doc.tokens[match.start], doc.tokens[match.start - 1] if match.start else None
    if before is None or not token.definite or token.stem not in _PARTICIPLES:
        return False
    return before.definite and before.kind == TokenKind.WORD and doc.tag_of(match.start) == "ADJ"


def _verb_only(doc: Document, match: Match) -> bool:
    sentence = doc.sentence_of(match.start)
    return all(
        m.features.voice for m in matches_in(doc, sentence) if m.start == match.start and m.concept == match.concept
    )


def _in_company(cast: Cast, match: Match, clauses: Clauses) -> bool:
    """Whether a word that names an event only in company has it: a word or an entity in its clause or close by."""
    needs = _company(cast.doc.lexicon).get(match.concept.iri)
    if needs is None:
        return True
    home, tokens = clauses.number(match.start), cast.doc.tokens
    near = range(max(clauses.first, match.start - _NEAR), min(clauses.end, match.end + _NEAR))
    company = _stems(tokens, {*clauses.tokens(home), *near} - set(range(match.start, match.end)))
    around = range(max(clauses.first, match.start - 2 * _NEAR), min(clauses.end, match.end + 2 * _NEAR))
    if needs.barred and (company | _stems(tokens, around)) & needs.barred:
        return False
    if _followed(cast, match) or company & needs.words or needs.only_barred:
        return True
    mentions = cast.between(clauses.first, clauses.end) if needs.kinds else []
    return any(_kind(m) in needs.kinds and clauses.number(m.start) == home for m in mentions)


def _stems(tokens: Sequence[Token], numbers: Iterable[int]) -> set[str]:
    """The stems of the words at ``numbers``, an accusative also without its ending: مطارا، مطار."""
    found = {tokens[n].stem for n in numbers}
    return found | {stem[:-1] for stem in found if stem.endswith("ا") and len(stem) > _NEAR // 2}


def _kind(mention: Mention) -> str:
    """A capital names its country as well, and is a place all the same."""
    return Kind.PLACE.value if mention.rule == "capital" else mention.kind.value


def _companion(doc: Document, match: Match, clauses: Clauses) -> int | None:
    """Return the nearest of the words in whose company ``match`` names an event, in its clause."""
    needs = _company(doc.lexicon).get(match.concept.iri)
    if needs is None:
        return None
    words = needs.words | needs.following
    home = [n for n in clauses.tokens(clauses.number(match.start)) if not match.start <= n < match.end]
    found = [n for n in home if doc.tokens[n].stem in words and abs(n - match.start) <= 2 * _NEAR]
    return min(found, key=lambda n: (abs(n - match.start), n), default=None)


def _known_company(doc: Document, match: Match, clauses: Clauses) -> bool:
    """Whether those in whose company ``match`` names an event are known to the reader: المتظاهرون."""
    words = _company(doc.lexicon)[match.concept.iri].words
    known = [n for n in range(clauses.first, clauses.end) if doc.tokens[n].definite and doc.tokens[n].stem in words]
    return any(n == clauses.first or doc.tokens[n - 1].norm not in _SOME for n in known)


_SOME = word_set("ميات الاف عشرات بعض عدد من احد نحو حوالي")  # an amount of them is not all that are known


def _followed(cast: Cast, match: Match) -> bool:
    """Whether the word that names an event with it follows at once: توقيفه; a pronoun between: حملته العسكرية."""
    needs, tokens = _company(cast.doc.lexicon).get(match.concept.iri), cast.doc.tokens
    following = [token for token in tokens[match.end : match.end + 3] if token.kind == TokenKind.WORD][:1]
    following += [token for token in tokens[match.end : match.end + 1] if token.kind == TokenKind.ENCLITIC]
    return needs is not None and any(token.stem in needs.following for token in following)


class _Needs(NamedTuple):
    """The company that a word needs to name an event, and that which it must not have."""

    words: frozenset[str]
    following: frozenset[str]
    barred: frozenset[str]
    kinds: frozenset[str]

    @property
    def only_barred(self) -> bool:
        return not (self.words or self.following or self.kinds)


@lru_cache(maxsize=8)
def _company(lexicon: Lexicon) -> dict[str, _Needs]:
    """What company the concepts of events need, by IRI; those that need none left out."""
    found = {concept.iri: _needs(concept) for concept in lexicon.scheme("events")}
    return {iri: needs for iri, needs in found.items() if any(needs)}


def _needs(concept: Concept) -> _Needs:
    def stems(name: str) -> frozenset[str]:
        return frozenset(_last_word(word) for word in concept.all(name))

    return _Needs(stems("needsWord"), stems("needsNext"), stems("barredWord"), frozenset(concept.all("needsKind")))


@cache
def _last_word(text: str) -> str:
    """The stem of the last word of ``text``, a pronoun at its end left out."""
    tokens = tokenize(text)
    words = [token for token in tokens if token.kind == TokenKind.WORD]
    return (words or tokens)[-1].stem


def _apart(lexicon: Lexicon, matches: Iterable[Match]) -> list[Match]:
    """The longest of overlapping matches; of equal ones the narrower class, verbs and masdars before mere nouns.

    A noun is of its own class rather than of one that only company gives it; for a verb its company decides
    (اقتحم المتظاهرون).
    """
    ranked = sorted(
        matches, key=lambda m: (m.start - m.end, _doubt(m), -_depth(lexicon, m.concept), _plainness(m), m.start)
    )
    kept: list[Match] = []
    for match in ranked:
        if all(match.end <= other.start or other.end <= match.start for other in kept):
            kept.append(match)
    return sorted(kept, key=lambda m: m.start)


def _doubt(match: Match) -> bool:
    in_company = match.concept.get("eventClass") is not None
    return in_company != bool(match.features.voice)


def _plainness(match: Match) -> int:
    return 0 if match.features.voice else 1 if match.features.tense == "masdar" else 2


def family(lexicon: Lexicon, name: str) -> tuple[str, ...]:
    """Return an event class and those above it, nearest first, ``Event`` left out."""
    names = [name]
    while (concept := lexicon.concepts.get(KG + names[-1])) and (above := concept.values.get(_SUBCLASS)):
        if above[0][0] == KG + "Event":
            break
        names.append(above[0][0].removeprefix(KG))
    return tuple(names)


def _depth(lexicon: Lexicon, concept: Concept) -> int:
    return len(family(lexicon, event_type(concept)))


def _excluded_tokens(doc: Document, sentence: Sentence) -> dict[int, set[str]]:
    """Return the tokens of phrases that name no event, each with the concepts (IRIs) that say so."""
    table, found = _exclusions(doc.lexicon), dict[int, set[str]]()
    tokens = doc.tokens[sentence.first : sentence.last]
    for place, token in enumerate(tokens):
        for phrase, article, concept in table.get(token.stem, ()):
            if len(phrase) <= len(tokens) - place and all(tokens[place + n].stem == s for n, s in enumerate(phrase)):
                if len(phrase) == 1 and article and not token.definite:
                    continue
                for number in range(place, place + len(phrase)):
                    found.setdefault(sentence.first + number, set()).add(concept)
    return found


@lru_cache(maxsize=8)
def _exclusions(lexicon: Lexicon) -> dict[str, tuple[tuple[tuple[str, ...], bool, str], ...]]:
    """The excluded phrases as stems, whether the first has the article, with their concept; by their first stem."""
    table: dict[str, set[tuple[tuple[str, ...], bool, str]]] = {}
    for concept in lexicon.scheme("events"):
        for phrase in concept.all("excludedPhrase"):
            tokens = tokenize(phrase)
            stems = tuple(token.stem for token in tokens)
            table.setdefault(stems[0], set()).add((stems, tokens[0].definite, event_type(concept)))
    return {first: tuple(sorted(group)) for first, group in table.items()}
