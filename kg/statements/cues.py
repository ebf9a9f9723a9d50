"""Cues: the words that report speech, read in their context as verb, participle, verbal noun or source phrase."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import groupby

from kg.arabic.tokens import TokenKind
from kg.labels import Features
from kg.lexicon import KG, Concept, Match
from kg.statements.scene import Scene
from kg.statements.words import ADVERBS, CONNECTORS, NEGATIONS, PREPOSITIONS, RELATIVES


class CueKind(Enum):
    """How a cue reports."""

    VERB = "verb"
    PARTICIPLE = "participle"
    MASDAR = "masdar"
    SOURCE = "source"
    SOURCE_VERB = "source-verb"


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
    entries: dict[str, Reporting] = {}
    matches = sorted(scene.doc.matches_of("reporting"), key=lambda m: (m.start, -m.end))
    cues: list[Cue] = []
    for _, group in groupby(matches, key=lambda m: m.start):
        cue = next(_readings(scene, list(group), entries), None)
        if cue is not None and (not cues or cue.start >= cues[-1].end):
            cues.append(cue)
    return _joined(scene, cues)


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
        )
    return found


def _readings(scene: Scene, group: list[Match], entries: dict[str, Reporting]) -> Iterator[Cue]:
    """Yield the readings of one place that its context allows, the likeliest first."""
    for match in group:
        if match.prop == KG + "sourceLabel" and _source_here(scene, match):
            yield Cue(match.start, match.end, CueKind.SOURCE, entry_of(match.concept, entries), match.features)
        elif match.prop == KG + "sourceVerbLabel" and _exact(scene, match):
            yield Cue(match.start, match.end, CueKind.SOURCE_VERB, entry_of(match.concept, entries), match.features)
    nominal = any(m.features.tense == "masdar" for m in group)
    for match in sorted(group, key=lambda m: m.features.person == 1):
        if match.prop in _VERB_PROPS and _verb_here(scene, match, nominal):
            entry = entry_of(match.concept, entries)
            yield Cue(match.start, match.end, CueKind.VERB, entry, match.features, _negated(scene, match.start))
    for match in group:
        if match.prop == KG + "participleLabel" and _participle_here(scene, match):
            yield Cue(match.start, match.end, CueKind.PARTICIPLE, entry_of(match.concept, entries), match.features)
    for match in group:
        if match.prop == KG + "masdarLabel":
            yield Cue(match.start, match.end, CueKind.MASDAR, entry_of(match.concept, entries), match.features)


def _exact(scene: Scene, match: Match) -> bool:
    return scene.doc.slice(match.start, match.end).replace("ـ", "") in match.label or match.end - match.start > 1


def _source_here(scene: Scene, match: Match) -> bool:
    return not scene.tokens[match.start].definite and not scene.tokens[match.end - 1].definite


def _verb_here(scene: Scene, match: Match, nominal: bool) -> bool:
    """Whether a form that may be a finite verb is one that reports, and not a noun, a plan or a wish."""
    features, at = match.features, match.start
    if features.voice == "passive" or features.person == 1 or features.tense == "jussive" and not _negated(scene, at):
        return False
    before = scene.tokens[at - 1] if at else None
    if before is None:
        return True
    if before.kind == TokenKind.PROCLITIC and before.norm in ("ب", "ل", "ك", "س"):
        return False
    if before.norm in PREPOSITIONS and before.kind == TokenKind.WORD and before.norm not in ("عند", "من", "حتي"):
        return False
    if features.tense == "imperfect" and before.norm in _UNREAL_BEFORE:
        return False
    return not nominal or features.tense == "imperfect" or _verbal_place(scene, at)


_UNREAL_BEFORE = frozenset({"ان", "لن", "سوف", "كي", "لكي", "قد", "الا", "ليت", "لعل", "ربما"})


def _verbal_place(scene: Scene, at: int) -> bool:
    """Whether a form that may be verb or noun stands where a verb does."""
    before = scene.tokens[at - 1]
    if before.kind in (TokenKind.PUNCT, TokenKind.PROCLITIC, TokenKind.ENCLITIC):
        return _subject_follows(scene, at + 1) or before.kind == TokenKind.ENCLITIC
    if before.norm in CONNECTORS or before.norm in ADVERBS or before.norm in RELATIVES or before.norm in NEGATIONS:
        return True
    if at in scene.ending or any(end == at for end in scene.date_ends.values()):
        return True
    return scene.doc.sentence_of(at).first == at


def _subject_follows(scene: Scene, at: int) -> bool:
    token = scene.tokens[at] if at < len(scene.tokens) else None
    if token is None or token.kind == TokenKind.ENCLITIC:
        return False
    return True


def _participle_here(scene: Scene, match: Match) -> bool:
    """Whether a participle hangs on a clause: indefinite, in the accusative, not governed."""
    token = scene.tokens[match.start]
    if token.definite or not token.norm.endswith(("ا", "ه", "ين", "ات")) or token.norm.endswith("يا") and len(token.norm) < 4:
        return False
    before = scene.tokens[match.start - 1] if match.start else None
    if before is None or before.norm in PREPOSITIONS:
        return False
    if token.norm.endswith("ا"):
        return True
    return before.kind == TokenKind.PUNCT or before.norm == "و"


def _negated(scene: Scene, at: int) -> bool:
    return at > 0 and scene.tokens[at - 1].norm in ("لم", "لا", "ما", "لن")


def _joined(scene: Scene, cues: list[Cue]) -> list[Cue]:
    """Join a source word to the verb that follows it: حسبما قالت."""
    joined: list[Cue] = []
    for cue in cues:
        last = joined[-1] if joined else None
        if last and last.kind == CueKind.SOURCE_VERB and cue.start - last.end <= 1 and cue.kind == CueKind.VERB:
            joined[-1] = Cue(last.start, cue.end, CueKind.SOURCE_VERB, cue.entry, cue.features, cue.negated)
        else:
            if last and last.kind == CueKind.SOURCE_VERB and last.end - last.start == 1:
                joined.pop()
            joined.append(cue)
    return [c for c in joined if c.kind != CueKind.SOURCE_VERB or c.entry.concept.name != "according-to"]
