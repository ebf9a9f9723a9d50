"""Cues: the words that report speech, read in their context as verb, participle, verbal noun or source phrase."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from itertools import groupby

from kg.arabic.normal import fold
from kg.arabic.tokens import TokenKind
from kg.labels import Features
from kg.lexicon import KG, Concept, Lexicon, Match
from kg.statements.anonymity import past_anonymity
from kg.statements.scene import Scene
from kg.statements.verb_forms import may_report
from kg.statements.words import BREAKS, COMPLEMENTIZERS, MARKS, PREPOSITIONS


class CueKind(Enum):
    """How a cue reports."""

    VERB = "verb"
    PARTICIPLE = "participle"
    MASDAR = "masdar"
    SOURCE = "source"
    SOURCE_VERB = "source-verb"
    ATTRIBUTION = "attribution"


@dataclass(frozen=True)
class Reporting:
    """A reporting word's entry in the ontology."""

    concept: Concept
    stance: str
    introduces: frozenset[str]
    addressee: bool
    marker_only: bool
    continues: bool
    weak: bool
    relays: bool
    in_carrier: bool
    objects: frozenset[str]

    @property
    def held(self) -> bool:
        """Whether it tells a view or a wish rather than words."""
        return self.weak or self.stance in ("believes", "expects")


@dataclass(frozen=True)
class Cue:
    """A cue in tokens ``start`` to ``end`` (half-open); ``negated`` where the saying is denied."""

    start: int
    end: int
    kind: CueKind
    entry: Reporting
    features: Features
    negated: bool = False


_VERB_PROPS = frozenset({KG + "verbLabel", KG + "imperfectLabel"})


def find_cues(scene: Scene) -> list[Cue]:
    """Return the cues of a text in order, one at a place."""
    entries = _entries(scene.doc.lexicon)
    matches = sorted(scene.doc.matches_of("reporting"), key=lambda m: (m.start, -m.end))
    cues: list[Cue] = []
    unnamed = 0  # where the last wish not to be named ends
    for start, group in groupby(matches, key=lambda m: m.start):
        unnamed = max(unnamed, past_anonymity(scene, start))
        if start < unnamed:
            continue
        cue = next(_readings(scene, list(group), entries), None)
        if cue is not None and (not cues or cue.start >= cues[-1].end):
            cues.append(cue)
    return _joined(scene, cues)


@lru_cache(maxsize=2)
def _entries(lexicon: Lexicon) -> dict[str, Reporting]:
    """Return the entries of ``lexicon`` that were asked for so far, by IRI."""
    return {}


def entry_of(concept: Concept, entries: dict[str, Reporting]) -> Reporting:
    """Return the entry of ``concept``, made once."""
    found = entries.get(concept.iri)
    if found is None:
        found = entries[concept.iri] = Reporting(
            concept=concept,
            stance=(concept.get("stance") or "says").rsplit("/", 1)[-1],
            introduces=frozenset(concept.all("introduces")),
            addressee=concept.get("takesAddressee") == "true",
            marker_only=concept.get("needsMarker") == "true",
            continues=concept.get("continues") == "true",
            weak=concept.get("weak") == "true",
            relays=concept.get("relays") == "true",
            in_carrier=concept.get("inCarrier") == "true",
            objects=frozenset(map(fold, concept.all("objectNoun"))),
        )
    return found


def _readings(scene: Scene, group: list[Match], entries: dict[str, Reporting]) -> Iterator[Cue]:
    """Yield the readings of one place that its context allows, the likeliest first."""
    for match in group:
        if match.prop == KG + "sourceLabel" and _source_here(scene, match):
            yield Cue(match.start, match.end, CueKind.SOURCE, entry_of(match.concept, entries), match.features)
        elif match.prop == KG + "sourceVerbLabel" and _exact(scene, match):
            yield Cue(match.start, match.end, CueKind.SOURCE_VERB, entry_of(match.concept, entries), match.features)
        elif match.prop == KG + "hearsayLabel":
            yield Cue(match.start, match.end, CueKind.ATTRIBUTION, entry_of(match.concept, entries), match.features)
    nominal = any(m.features.tense == "masdar" for m in group)
    for match in sorted(group, key=lambda m: m.features.person == 1):
        if match.prop in _VERB_PROPS and may_report(scene, match, nominal):
            entry = entry_of(match.concept, entries)
            yield Cue(match.start, match.end, CueKind.VERB, entry, match.features, _negated(scene, match.start))
    for match in group:
        if match.prop == KG + "participleLabel" and _participle_here(scene, match):
            yield Cue(match.start, match.end, CueKind.PARTICIPLE, entry_of(match.concept, entries), match.features)
    for match in group:
        entry = entry_of(match.concept, entries)
        if match.prop == KG + "masdarLabel" and not entry.held:
            yield Cue(match.start, match.end, CueKind.MASDAR, entry, match.features)


def _exact(scene: Scene, match: Match) -> bool:
    return scene.doc.slice(match.start, match.end).replace("ـ", "") in match.label or match.end - match.start > 1


def _source_here(scene: Scene, match: Match) -> bool:
    return not scene.tokens[match.start].definite and not scene.tokens[match.end - 1].definite


def _participle_here(scene: Scene, match: Match) -> bool:
    """Whether a participle hangs on a clause: indefinite, in the accusative, not governed."""
    token = scene.tokens[match.start]
    if token.norm.startswith("امل") and not token.text.startswith("آ"):
        return False  # أملا في is in the hope of
    if (
        token.definite
        or not token.norm.endswith(("ا", "ه", "ين", "ات"))
        or (token.norm.endswith("يا") and len(token.norm) < 4)
    ):
        return False
    before = scene.tokens[match.start - 1] if match.start else None
    if before is None or before.norm in PREPOSITIONS:
        return False
    behind = scene.norms[match.end] if match.end < len(scene.tokens) else ""
    if match.concept.get("takesAddressee") == "true" and token.norm.endswith("ين"):
        return match.concept.name in _PLURAL_ASKING and behind in _OPENERS  # متهمين بـ are the accused
    if before.kind == TokenKind.PUNCT or before.norm == "و":
        return True
    opened = behind in _OPENERS or behind in COMPLEMENTIZERS or _addressed(scene, match.end)
    # an indefinite feminine right behind a definite noun describes how it is done: دافعت عن الخطة قائلة إن
    feminine = token.norm.endswith("ه") and (before.definite or match.start in scene.ending or token.norm == "قايله")
    return opened and (token.norm.endswith("ا") or feminine)


def _addressed(scene: Scene, at: int) -> bool:
    """Whether a participle tells somebody something: مؤكدا لمواقع محلية أنه."""
    if at >= len(scene.norms) or scene.norms[at] != "ل":
        return False
    near = range(at + 2, min(at + 8, len(scene.norms)))
    return any(scene.norms[step] in COMPLEMENTIZERS and scene.norms[step - 1] != "ل" for step in near)


_PLURAL_ASKING = frozenset({"demand", "call", "urge", "appeal"})


_OPENERS = frozenset({"الي", "علي", "عن", "ب", "من", ":", '"', "“", "«"})


def _negated(scene: Scene, at: int) -> bool:
    return at > 0 and scene.tokens[at - 1].norm in ("لم", "لا", "لن")


_TOLD = frozenset({"says", "reports", "announces", "confirms", "notes", "reveals", "writes", "claims", "describes"})


def _told(scene: Scene, source: Cue, cue: Cue) -> bool:
    """Whether a source word and a verb make one phrase: حسبما قالت.

    كما at the head of a sentence, or before a verb whose words follow, only joins (كما أكد أن).
    """
    if cue.kind != CueKind.VERB or cue.entry.stance not in _TOLD or cue.entry.weak:
        return False
    if cue.entry.concept.name == "testify":
        return False  # كما شهدت المدينة
    if scene.norms[source.start] not in ("كما", "مثلما", "علي"):
        return True
    if source.start and scene.norms[source.start - 1] in _ANSWERING:
        return False  # ردا على ما قال
    sentence = scene.doc.sentence_of(cue.start)
    if source.start - sentence.first < 3 or scene.tokens[source.start - 1].text in BREAKS:
        return False
    return not any(
        scene.norms[at] in COMPLEMENTIZERS or (scene.tokens[at].text in MARKS and not _names(scene, at))
        for at in range(cue.end, min(sentence.last, cue.end + 18))
    ) and scene.norms[cue.end] not in ("عن", "ب", "الي", "علي")


_ANSWERING = frozenset({"ردا", "رد", "بناء", "تعليقا", "تعقيبا", "اعتمادا", "احتجاجا", "عطفا"})


def _names(scene: Scene, at: int) -> bool:
    """Whether the mark at ``at`` belongs to a quotation of one word, the name of something."""
    quote = scene.quote_at(at)
    return quote is not None and scene.words_in(*quote) == 1


def _joined(scene: Scene, cues: list[Cue]) -> list[Cue]:
    """Join a source word to the verb that follows it: حسبما قالت."""
    joined: list[Cue] = []
    for cue in cues:
        last = joined[-1] if joined else None
        if last and last.kind == CueKind.SOURCE_VERB and cue.start - last.end <= 1 and _told(scene, last, cue):
            joined[-1] = Cue(last.start, cue.end, CueKind.SOURCE_VERB, cue.entry, cue.features, cue.negated)
        else:
            if last and last.kind == CueKind.SOURCE_VERB and last.end - last.start == 1:
                joined.pop()
            joined.append(cue)
    return [c for c in joined if c.kind != CueKind.SOURCE_VERB or c.entry.concept.name != "according-to"]
