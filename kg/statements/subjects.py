"""Subjects: the noun phrase that a verb has for its subject, behind it, before it, or of the whole clause."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.arabic.tokens import TokenKind
from kg.clauses import AUXILIARIES
from kg.records import Kind
from kg.statements.cues import Cue
from kg.statements.noun_phrases import accusative, generic_at
from kg.statements.openings import opens_content, preposition_of, skip_adjunct, skip_adverbials
from kg.statements.phrases import Subject, agrees, phrase_at
from kg.statements.scene import Actor, Scene
from kg.statements.words import (
    ADVERBS,
    BREAKS,
    COMPLEMENTIZERS,
    CONNECTORS,
    OPENING_QUOTES,
    PREPOSITIONS,
    QUANTIFIERS,
    RELATIVES,
    WHO,
)

LONGEST_SEARCH = 45
LONGEST_CLAUSE = 400
LONGEST_RELATIVE = 30


@dataclass(frozen=True)
class After:
    """What stands after a verb: its subject or None, and the token where the search for the words said goes on."""

    subject: Subject | None
    next: int


def subject_after(scene: Scene, cue: Cue, limit: int) -> After:
    """Return the subject that follows a cue within ``limit``, past adverbs, dates and adjuncts."""
    start = cue.end + (cue.end < limit and scene.tokens[cue.end].kind == TokenKind.ENCLITIC)
    at = start
    for _ in range(LONGEST_SEARCH):
        if at >= limit:
            break
        if (behind := skip_adverbials(scene, at, limit)) > at:
            at = behind
        elif opens_content(scene, at, cue):
            break
        elif (found := phrase_at(scene, at, limit)) is not None:
            found = _before_content(scene, found, cue)
            return After(found, found.end)
        elif scene.tokens[at].text in "،,":
            at += 1
        elif (behind := skip_adjunct(scene, at, limit, cue, people_stop=True)) > at:
            at = behind
        else:
            break
    return After(None, start)


def _before_content(scene: Scene, subject: Subject, cue: Cue) -> Subject:
    """Return a subject that ends where the words said open, should its phrase have been read on into them."""
    if len(subject.actors) != 1 or (subject.actors[0].kind not in (Kind.UNNAMED, Kind.PERSON)):
        return subject
    for at in range(subject.start + 1, subject.end):
        inner = scene.norms[at] in ("في", "ل", "من") and (at + 1 in scene.places or scene.tokens[at + 1].definite)
        if not inner and preposition_of(scene, at, cue) is not None:
            whole = subject.actors[0]
            key = whole.key if whole.kind == Kind.PERSON else None
            actor = Actor(subject.start, at, key, whole.kind, whole.gender, whole.number)
            return Subject(subject.start, at, (actor,), subject.gender, subject.number)
    return subject


def subject_before(scene: Scene, cue: Cue, first: int) -> Subject | None:
    """Return the subject that stands before a cue in its clause, which begins at ``first`` at the earliest."""
    at = before_relative(scene, _before_adverbs(scene, cue.start, first), first)
    if at <= first:
        return None
    adjacent = scene.ending.get(at)
    if adjacent is None and scene.tokens[at - 1].text in "\"”»’')،,":
        adjacent = scene.ending.get(at - 1)
    if adjacent is None or scene.governed(adjacent.start):
        adjacent = _placed_before(scene, at, first)
    if adjacent is not None and adjacent.start >= first and not scene.governed(adjacent.start):
        return _widened(scene, adjacent, first)
    return None


def before_relative(scene: Scene, at: int, first: int) -> int:
    """Return the comma before the relative clause that ends at ``at`` (الحزب | ، الذي خسر، رفض), else ``at``."""
    if at <= first or scene.tokens[at - 1].text not in "،,":
        return at
    for place in range(at - 2, max(first, at - LONGEST_RELATIVE), -1):
        if scene.tokens[place].text in BREAKS:
            return at
        if scene.tokens[place].text in "،,":
            return place if scene.norms[place + 1] in WHO else at
    return at


def _placed_before(scene: Scene, at: int, first: int) -> Actor | None:
    """Return the actor before a short phrase with a preposition that ends at ``at``: أحد السكان في الحي | قال."""
    if scene.norms[at - 1] in RELATIVES | COMPLEMENTIZERS | _ENDS:
        return None
    for place in range(at - 2, max(first, at - 6), -1):
        between = scene.norms[place + 1] in RELATIVES | COMPLEMENTIZERS | _ENDS
        if between or scene.tokens[place].kind == TokenKind.PUNCT or scene.tag(place) == "VERB":
            return None
        if scene.norms[place] in ("في", "من", "ب", "ل", "عن", "علي") and place in scene.ending:
            return scene.ending[place]
    return None


def unknown_before(scene: Scene, cue: Cue, first: int) -> Subject | None:
    """Return the noun phrase that fills the clause before a cue, as a speaker known by its words alone."""
    span = _phrase_before(scene, cue, first)
    if span is None or names_act(scene, span[0]):
        return None
    start, end = span
    gender, number = scene.form(start)
    found = Subject(start, end, (Actor(start, end, None, Kind.UNNAMED, gender, number),), gender, number)
    return found if scene.tag(start) == "PROPN" or _form_agrees(scene, cue, start) else None


def told_by_act(scene: Scene, cue: Cue, first: int) -> bool:
    """Whether nobody speaks, for what is done is the subject before a cue: انهيار الجسر يؤكد أن."""
    span = _phrase_before(scene, cue, first)
    return span is not None and names_act(scene, span[0]) and _form_agrees(scene, cue, span[0])


def _phrase_before(scene: Scene, cue: Cue, first: int) -> tuple[int, int] | None:
    """Return the noun phrase that nobody knows and that fills the clause before a cue."""
    end = _before_adverbs(scene, cue.start, first)
    start = _phrase_start(scene, end, first)
    if start < end and start - 1 > first and scene.norms[start - 1] == "و" and not _form_agrees(scene, cue, start):
        start = _phrase_start(scene, start - 1, first)  # إدارة الأدوية والغذاء تقول
    start = _body_joined(scene, start, first)
    counted = start - 2 >= first and scene.norms[start - 1] == "من" and scene.norms[start - 2] in QUANTIFIERS
    start -= 2 * counted  # كثير من السكان يعتقدون
    tagged = counted or scene.tag(start) in ("NOUN", "PROPN", "DET")
    if start == end or end - start >= 8 or not tagged or start in scene.date_ends:
        return None
    before = scene.tokens[start - 1] if start > first else None
    opened = before is None or before.kind == TokenKind.PUNCT or before.norm in _ENDS or before.norm in COMPLEMENTIZERS
    if not opened or accusative(scene.norms[start]) or scene.norms[start] in PREPOSITIONS or start in scene.actors:
        return None
    return start, end


def _body_joined(scene: Scene, start: int, first: int) -> int:
    """Return where a body's name begins whose last of several matters stands at ``start``: لجنة الثقافة والرياضة."""
    at = start
    while at - 2 > first and scene.norms[at - 1] == "و" and scene.tokens[at].definite and scene.tokens[at - 2].definite:
        at = _phrase_start(scene, at - 1, first)
    return at if at < start and scene.tokens[at].stem in scene.words.printed else start


def names_act(scene: Scene, at: int) -> bool:
    """Whether a noun names what is done or drafted, and nobody who speaks: قبول الطرفين، مشروع قرار."""
    stem, words = scene.tokens[at].stem, scene.words
    if stem in words.texts or stem in words.derived_body:
        return False
    return stem in words.act or _DERIVED_ACT.fullmatch(stem) is not None


_DERIVED_ACT = re.compile("ت[^اوي].ي.|ان..ا.|ا.ت.ا.|است..ا.|ت.ا.[^هي]")


def _phrase_start(scene: Scene, end: int, first: int) -> int:
    start = end
    while start > first and end - start < 8 and scene.norms[start - 1] not in _ENDS:
        pronoun = scene.tokens[start - 1].kind == TokenKind.ENCLITIC
        owned = pronoun and scene.tokens[start - 2].stem in scene.words.associate
        if scene.tag(start - 1) not in _PHRASE and not owned:
            break
        start -= 1
    return start


def _form_agrees(scene: Scene, cue: Cue, start: int) -> bool:
    """Whether the verb fits a noun before it, as far as the noun's form tells."""
    gender, number = scene.form(start)
    if scene.norms[start] in QUANTIFIERS and scene.norms[start + 1] == "من":
        return cue.features.number == "p"
    found = Subject(start, start + 1, (), gender, number)
    return agrees(cue.features, found, before=scene.norms[start] not in QUANTIFIERS)


_PHRASE = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM", "X"})


_ENDS = CONNECTORS | AUXILIARIES


_SELVES = [[noun, pronoun] for noun in ("نفس", "ذات") for pronoun in ("ه", "ها", "هم")]


def _before_adverbs(scene: Scene, at: int, first: int) -> int:
    dates = scene.date_starts
    while at > first:
        if at in dates:
            at = dates[at]
        elif scene.norms[at - 1] in ADVERBS and scene.tokens[at - 1].kind == TokenKind.WORD:
            at -= 1
        elif (
            at - 2 > first and scene.tokens[at - 1].kind == TokenKind.ENCLITIC and scene.norms[at - 2] in ("نفس", "ذات")
        ):
            at -= 2  # القائد نفسه يقول
        else:
            break
    return at


def _widened(scene: Scene, actor: Actor, first: int) -> Subject:
    """Return the whole joint phrase whose last member is ``actor``."""
    start = actor.start
    while start - 1 > first and scene.norms[start - 1] == "و" and (left := scene.ending.get(start - 1)) is not None:
        if left.start < first or scene.governed(left.start):
            break
        start = left.start
    if start - 1 >= first and scene.norms[start - 1] in QUANTIFIERS:
        start -= 1
    found = phrase_at(scene, start, actor.end)
    return found or Subject(actor.start, actor.end, (actor,), actor.gender, actor.number)


def clause_subject(scene: Scene, first: int, last: int) -> Subject | None:
    """Return the first speakers' phrase in ``first`` to ``last`` that no preposition governs: the clause's subject."""
    start = at = past_dateline(scene, max(first, last - LONGEST_CLAUSE), last)
    while at < last:
        if scene.norms[at] in QUANTIFIERS and at + 1 < last and at + 1 not in scene.actors and not scene.governed(at):
            found = generic_at(scene, at, min(last, at + 2))
            if found is not None:
                return found
        if at in scene.actors and not scene.governed(at) and not _possessed(scene, at, first):
            found = phrase_at(scene, at, last)
            if found is not None and not _platform(scene, at):
                return named_between_commas(scene, found, last)
        at = scene.actors[at].end if at in scene.actors else at + 1
    people = [a for a in range(start, last) if a in scene.actors and scene.actors[a].kind == Kind.PERSON]
    told = bool(people) and any(scene.tag(place) == "VERB" for place in range(start, people[0]))
    return _person_told(scene, people[0], last) if told and _possessed(scene, people[0], first) else None


def _person_told(scene: Scene, at: int, last: int) -> Subject | None:
    """Return the phrase of a person, or of those who are close to him where such a noun stands before: أسرة فلان."""
    stem, found = scene.tokens[at - 1].stem, phrase_at(scene, at, last)
    if found is None or not (stem in scene.words.kin or stem in scene.words.entourage):
        return found
    gender, number = scene.form(at - 1)
    return Subject(at - 1, found.end, (Actor(at - 1, found.end, None, Kind.UNNAMED, gender, number),), gender, number)


def _platform(scene: Scene, at: int) -> bool:
    return scene.norms[at] in scene.words.platform


def past_dateline(scene: Scene, first: int, last: int) -> int:
    """Return the token after a dateline (دبي، الإمارات (CNN) --) that begins at ``first``, else ``first``."""
    if first != scene.doc.sentence_of(first).first:
        return first
    for at in range(first, min(last, first + 16)):
        if scene.tag(at) == "VERB":
            return first
        if at > first and at + 1 < last and scene.tokens[at].text in ("-", "–", "—", "ـ"):
            return next((word for word in range(at, last) if scene.tokens[word].kind != TokenKind.PUNCT), last)
    return first


def named_between_commas(scene: Scene, found: Subject, limit: int) -> Subject:
    """Return the person whom a phrase names between commas: قالت شقيقة الضحية، فلانة، إن."""
    at = _past_place(scene, found.end, limit)
    if len(found.actors) != 1 or found.actors[0].kind != Kind.UNNAMED or found.number != "s" or at + 2 >= limit:
        return found
    person = scene.actors.get(at + 1) if scene.tokens[at].text in "،," else None
    if person is None or person.kind != Kind.PERSON or person.end >= limit:
        return found
    if scene.tokens[found.start].stem in scene.words.institution:
        return found  # طالبت رابطة كذا، المبعوث
    mark = scene.tokens[person.end]
    closed = mark.text in "،,:" or mark.text in OPENING_QUOTES or mark.norm in COMPLEMENTIZERS
    return Subject(found.start, person.end, (person,), found.gender, "s") if closed else found


def _past_place(scene: Scene, at: int, limit: int) -> int:
    """Return the comma behind the places that tell more of a title: مديرة المتحف في العاصمة، ..."""
    end = at
    while end + 1 < limit and end - at < 2 and scene.tag(end) == "PROPN" and end not in scene.actors:
        end += 1  # مسؤول الشرطة في ولاية | يوبي، فلان
    while end + 1 < limit and scene.norms[end] in ("في", "ب", "ل", "لدي") and end - at < 8:
        end += 1
        while end < limit and end - at < 9 and scene.tag(end) in ("NOUN", "PROPN", "ADJ"):
            end += 1
    return end if end < limit and scene.tokens[end].text in "،," else at


def _possessed(scene: Scene, at: int, first: int) -> bool:
    """Whether an indefinite noun stands right before the actor: it is the second part of a phrase (زيارة الوزير)."""
    if at - 1 < first:
        return False
    before = scene.tokens[at - 1]
    if before.kind != TokenKind.WORD or before.definite or before.norm in CONNECTORS or before.norm in ADVERBS:
        return False
    if _opens_as_verb(scene, at - 1, first):
        return False
    return scene.tag(at - 1) in ("NOUN", "ADJ", "PROPN")


def _opens_as_verb(scene: Scene, at: int, first: int) -> bool:
    """Whether a word that opens a clause may well be its verb, whatever the tagger sees: وفي السياق، تفقد الوزير."""
    opened = at > first and (scene.tokens[at - 1].text in "،," or scene.norms[at - 1] == "و")
    return opened and not scene.norms[at].endswith("ه") and not names_act(scene, at)


def proper_before(scene: Scene, at: int) -> Subject | None:
    """Return the proper nouns before ``at`` that nobody knows as a name: شركات مثل أوبر | التي."""
    start = at
    while at - start < 3 and start > 0 and scene.tag(start - 1) == "PROPN" and not scene.covered(start - 1):
        start -= 1
    if start == at or scene.tokens[start].definite or start - 1 in scene.date_ends or at in scene.date_starts:
        return None
    return Subject(start, at, (Actor(start, at, None, Kind.UNNAMED, None, "s"),), None, "s")


def relative_before(scene: Scene, cue: Cue, first: int) -> int | None:
    """Return the relative pronoun that opens the clause of a cue (الذي قال إنه), else None."""
    at = _before_adverbs(scene, cue.start, first)
    while at > first and scene.norms[at - 1] in ("كان", "كانت", "كانوا", "قد", "لم", "لا", "سبق", "و", "ان"):
        at -= 1
    if at > first and scene.norms[at - 1] in RELATIVES - {"من", "ما"}:
        return at - 1
    return None
