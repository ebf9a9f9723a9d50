"""Cues: the words that report speech, read in their context as verb, participle, verbal noun or source phrase."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import groupby

from kg.arabic.normal import fold
from kg.arabic.tokens import Token, TokenKind
from kg.clauses import word_set
from kg.labels import Features
from kg.lexicon import KG, Concept, Match
from kg.records import Kind
from kg.statements.anonymity import past_anonymity
from kg.statements.scene import Actor, Scene
from kg.statements.words import BREAKS, CARRIERS, COMPLEMENTIZERS, DONE, NOUN_OR_VERB, PREPOSITIONS


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
    entries: dict[str, Reporting] = {}
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
        if match.prop in _VERB_PROPS and _verb_here(scene, match, nominal):
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


def _verb_here(scene: Scene, match: Match, nominal: bool) -> bool:
    """Whether a form that may be a finite verb is one that reports, and not a noun, a plan or a wish."""
    features, at = match.features, match.start
    token = scene.tokens[at]
    if features.voice == "passive" or features.person == 1 or _first_person(match, token.text):
        return False
    if _we_or_other_verb(scene, match) or _of_anybody(scene, match) or _is_told_of(match, token.text):
        return False
    if features.tense == "jussive" and not (at and scene.norms[at - 1] == "لم"):
        return False
    before = scene.tokens[at - 1] if at else None
    if before is not None and _no_verb_behind(scene, match, before):
        return False
    if features.tense == "imperfect" and (
        (before is not None and before.norm in _UNREAL_BEFORE)
        or (token.text.endswith("ى") and match.label.endswith("ي"))
    ):
        return False
    return _tagged_verb(scene, match, nominal)


def _is_told_of(match: Match, text: str) -> bool:
    """Whether u behind the first letter makes an imperfect passive: يُزعم أن, but يُعلن of a verb with four letters."""
    if match.features.tense != "imperfect" or not _PASSIVE.match(text):
        return False
    perfect = next((fold(label) for label in match.concept.all("verbLabel")), "")
    return perfect in _OF_THREE_LETTERS or (perfect.startswith("ا") and len(perfect) > 4)


_OF_THREE_LETTERS = word_set("زعم قال ذكر عرف طلب كتب نقل شهد وصف رفض نفي عد ظن راي سال نصح وعد")


def _no_verb_behind(scene: Scene, match: Match, before: Token) -> bool:
    """Whether the token before a word shows that it is no verb that reports: تم إعلان، بإعلان، ليعلن، سيعلن."""
    if before.norm in DONE or _noun_behind_that(scene, match):
        return True
    bound = before.kind == TokenKind.PROCLITIC and before.norm in ("ب", "ل", "ك", "س")
    return bound and not _tells_in_turn(scene, match)


def _noun_behind_that(scene: Scene, match: Match) -> bool:
    """Whether أن or إن right before shows that a form is a noun: إن رفض القرار يعني, but بعد أن رفض."""
    at = match.start - 1
    if scene.norms[at] != "ان" or scene.norms[match.start] not in NOUN_OR_VERB:
        return False
    return scene.tokens[at].text.startswith("إ") or (at > 0 and scene.norms[at - 1] not in _BEFORE_A_PERFECT)


_BEFORE_A_PERFECT = word_set("بعد قبل منذ الي سبق حتي الا غير بيد لولا لو ما حصل حدث ل")


def _tells_in_turn(scene: Scene, match: Match) -> bool:
    """Whether ل and a verb of saying tell what somebody does it for, and أن follows: اتصل به ليقول له إن."""
    if scene.norms[match.start - 1] != "ل" or match.concept.name not in ("say", "tell", "inform"):
        return False
    return any(scene.norms[at] in COMPLEMENTIZERS for at in range(match.end, min(match.end + 4, len(scene.norms))))


def _of_anybody(scene: Scene, match: Match) -> bool:
    """Whether a perfect says that somebody spoke and not who: أُعلن عن، من قال إن."""
    if match.features.tense != "perfect":
        return False
    token = scene.tokens[match.start]
    return _PASSIVE.match(token.text) is not None or (match.start > 0 and scene.norms[match.start - 1] == "من")


def _first_person(match: Match, text: str) -> bool:
    """أعتقد is I believe: the perfect of such verbs begins with a bare alif."""
    return text.startswith("أ") and match.label.startswith("ا") and match.features.tense == "perfect"


def _we_or_other_verb(scene: Scene, match: Match) -> bool:
    """لاحظنا is we noticed; يعد is mostly another verb than to promise, unless ب follows."""
    behind = scene.norms[match.end] if match.end < len(scene.tokens) else ""
    if behind == "نا" and scene.tokens[match.end].kind == TokenKind.ENCLITIC and match.features.tense == "perfect":
        return True
    if scene.norms[match.start] in ("يبدو", "تبدو", "اقرا"):
        return True  # it seems; read!
    if scene.norms[match.start] in ("يذكر", "تذكر") and scene.norms[match.start - 1].endswith("ا"):
        return True  # تنازلا يذكر
    if behind == "ب" and match.concept.name == "wave-threat" and match.end + 1 < len(scene.tokens):
        return scene.tokens[match.end + 1].stem in _WAVED
    if scene.norms[match.start] in ("يعد", "تعد"):
        actor = scene.actors.get(match.end)
        return (scene.norms[actor.end] if actor and actor.end < len(scene.tokens) else behind) != "ب"
    return False


_WAVED = word_set("علم اعلام رايه رايات يد يدي ايدي صور صوره لافتات اغصان سيف سيوف مناديل شعارات")
_PASSIVE = re.compile("\\w\u064f")  # أُعلن: the first letter of a passive perfect has u
_UNREAL_BEFORE = frozenset({"ان", "لن", "سوف", "كي", "لكي", "قد", "الا", "ليت", "لعل", "ربما"})


def _tagged_verb(scene: Scene, match: Match, nominal: bool) -> bool:
    """Whether the part of speech allows a verb."""
    tag, norm = scene.tag(match.start), scene.norms[match.start]
    if tag != "VERB" and norm in _PARTICLES:
        return _PARTICLES[norm](scene, match)
    if tag == "VERB" or tag in _NO_VERB or match.features.number == "d":
        return tag == "VERB" and norm != "ردا"  # ردا على
    before = scene.tokens[match.start - 1] if match.start > scene.doc.sentence_of(match.start).first else None
    if _has_object(scene, match) or _describes(scene, match) or _in_text(scene, match.start, match.end):
        return True
    if before is not None and (before.norm in PREPOSITIONS or before.definite):
        return False
    if not nominal and match.concept.get("needsMarker") != "true":
        return tag != "ADJ"
    return _noun_as_verb(scene, match, before)


def _has_object(scene: Scene, match: Match) -> bool:
    """Whether one who may speak stands before the word, and its own object near behind: واشنطن تحمل طهران مسؤولية."""
    if (
        match.end not in scene.actors
        or match.start not in scene.ending
        or scene.governed(scene.ending[match.start].start)
    ):
        return False
    objects = {fold(noun) for noun in match.concept.all("objectNoun")}
    return any(token.stem in objects for token in scene.tokens[match.end : match.end + 5])


def _describes(scene: Scene, match: Match) -> bool:
    """Whether the word has a pronoun for its object and then what that is called: ووصفها بأنها كاذبة."""
    at = match.end
    if match.concept.name != "describe" or at + 2 >= len(scene.tokens) or scene.tokens[at].kind != TokenKind.ENCLITIC:
        return False
    opened = match.start > 0 and scene.norms[match.start - 1] in ("و", "ف", "كما", "ثم", "حيث")
    return opened and scene.norms[at + 1] == "ب" and scene.norms[at + 2] == "ان"


def _in_text(scene: Scene, at: int, end: int) -> bool:
    """Whether a pronoun takes up the indefinite noun of a text before the word: نشر تغريدة وصف فيها، بيانا نفى فيه."""
    if at == 0 or end + 1 >= len(scene.tokens) or scene.norms[end] != "في":
        return False
    before = at - 1 - (scene.tokens[at - 1].text in "،,")
    text = scene.tokens[before].norm.removesuffix("ا") in CARRIERS and not scene.tokens[before].definite
    return text and scene.tokens[end + 1].kind == TokenKind.ENCLITIC


def _expressed(scene: Scene, match: Match) -> bool:
    """Whether عبر at the head of a clause, before one who may speak, goes on with عن: عبر الوزير عن قلقه."""
    sentence = scene.doc.sentence_of(match.start)
    at = match.start
    opened = at == sentence.first or scene.norms[at - 1] in ("و", "كما") or scene.tokens[at - 1].text in "،,"
    actor = scene.actors.get(match.end)
    if not opened or actor is None or actor.kind not in (Kind.PERSON, Kind.UNNAMED, Kind.ORGANIZATION):
        return False
    return "عن" in scene.norms[actor.end : min(sentence.last, actor.end + 14)]


def _joins_words(scene: Scene, match: Match) -> bool:
    return _marked(scene, match, scene.actors.get(match.end))


def _has_hamza(scene: Scene, match: Match) -> bool:
    """Whether the verb is written in full: هنأ, not هنا (here)."""
    return scene.tokens[match.start].text == "هنأ"


def _opens_clause(scene: Scene, match: Match) -> bool:
    """Whether a clause begins with the word and one who may speak stands behind it: وثمن الوزير, not دفع ثمن."""
    first, at = scene.doc.sentence_of(match.start).first, match.start
    if at > first and scene.norms[at - 1] == "و":
        at -= 1
    return (at == first or scene.tokens[at - 1].text in "،,") and match.end in scene.actors


# Verbs that look like a particle or a noun: said so where the tagger does not see them.
_PARTICLES = {"بين": _joins_words, "عبر": _expressed, "هنا": _has_hamza, "ثمن": _opens_clause}
_NO_VERB = frozenset({"ADP", "ADV", "SCONJ", "CCONJ", "PRON", "DET", "NUM"})


def _noun_as_verb(scene: Scene, match: Match, before: Token | None) -> bool:
    """Whether a form that may be a noun has a speaker behind it, and then a mark of speech or a pause before it."""
    actor = scene.actors.get(match.end)
    if actor is not None and before is not None and before.norm == "و" and scene.tokens[match.start - 2].text in "،,":
        return True
    opened = before is None or before.kind == TokenKind.PUNCT or before.norm in ("و", "ف")
    told = actor is not None and actor.kind == Kind.PERSON and match.concept.get("needsMarker") != "true"
    return (opened and told) or _marked(scene, match, actor)


def _marked(scene: Scene, match: Match, actor: Actor | None) -> bool:
    """Whether أن, a colon or a quotation mark follows, behind the speaker where one is named."""
    last = scene.doc.sentence_of(match.start).last
    behind = actor.end if actor else match.end
    if actor is None and behind < last and scene.tokens[behind].definite:
        behind += 1
    return behind < last and (scene.norms[behind] in COMPLEMENTIZERS or scene.tokens[behind].text in _MARKS)


_MARKS = frozenset(':"“«')


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
    if scene.norms[source.start] not in ("كما", "مثلما", "علي"):
        return True
    sentence = scene.doc.sentence_of(cue.start)
    if source.start - sentence.first < 3 or scene.tokens[source.start - 1].text in BREAKS:
        return False
    return not any(
        scene.norms[at] in COMPLEMENTIZERS or (scene.tokens[at].text in _MARKS and not _names(scene, at))
        for at in range(cue.end, min(sentence.last, cue.end + 18))
    ) and scene.norms[cue.end] not in ("عن", "ب", "الي", "علي")


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
