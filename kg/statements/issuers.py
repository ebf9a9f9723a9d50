"""Issuers: whose the statement or report is that a text names (بيان مشترك للبلدين، أصدرت الوزارة بيانا)."""

from __future__ import annotations

from bisect import bisect_left

from kg.arabic.tokens import TokenKind
from kg.clauses import word_set
from kg.records import Kind
from kg.statements.phrases import Subject, phrase_at
from kg.statements.scene import Actor, Scene
from kg.statements.subjects import clause_subject
from kg.statements.verb_lists import ISSUING

NOUNS_BACK = 8  # earlier nouns of the text that are looked at
LONGEST_TITLE = 14


def issued_before(scene: Scene, at: int) -> tuple[int, Subject] | None:
    """Return where the text told last whose the statement is that the noun at ``at`` takes up, and whose."""
    own = nations_of(scene, at, at + 1)
    if own is not None:
        return at, own
    stem = scene.tokens[at].stem
    places = sorted(place for form in (stem, stem + "ا") for place in scene.stems.get(form, []))
    before = bisect_left(places, at)
    for place in reversed(places[max(0, before - NOUNS_BACK) : before]):
        found = _issuer_of(scene, place)
        if found is not None:
            return place, found
    return None


def author_of(scene: Scene, noun: int) -> Subject | None:
    """Return whose the text is whose noun stands at ``noun``: its author behind it, else the subject of its clause."""
    sentence = scene.doc.sentence_of(noun)
    last = min(sentence.last, noun + LONGEST_TITLE)
    named = nations_of(scene, noun, last) or author_behind(scene, noun + 1, last)
    return named or clause_subject(scene, sentence.first, noun)


def _issuer_of(scene: Scene, noun: int) -> Subject | None:
    sentence = scene.doc.sentence_of(noun)
    last = min(sentence.last, noun + LONGEST_TITLE)
    named = nations_of(scene, noun, last) or author_behind(scene, noun + 1, last)
    if named is not None and named.actors[0].kind != Kind.UNNAMED:
        return named
    issuing = any(scene.norms[at] in ISSUING for at in range(max(sentence.first, noun - LONGEST_TITLE), noun))
    found = clause_subject(scene, sentence.first, noun) if issuing or _its_own(scene, noun, last) else None
    printed = found is not None and found.actors[0].key is not None and scene.is_outlet(found.actors[0].key)
    return None if printed else found  # نشرت الصحيفة بيانا


def _its_own(scene: Scene, noun: int, last: int) -> bool:
    """Whether a pronoun ties a text to the subject of its clause: في بيانها، في أول بيان لها."""
    pronoun = noun + 1 + (noun + 2 < last and scene.norms[noun + 1] == "ل")
    return pronoun < last and scene.tokens[pronoun].kind == TokenKind.ENCLITIC


def nations_of(scene: Scene, noun: int, last: int) -> Subject | None:
    """Return the states that a noun has for its adjectives (البيان الأميركي العراقي، بيان للبلدين)."""
    at = noun + 1
    while at < last and scene.tag(at) == "ADJ" and at not in scene.demonyms:
        at += 1
    if at + 1 < last and scene.norms[at] == "ل" and scene.norms[at + 1].endswith(("ين", "ان")):
        at += 2
    states: list[Actor] = []
    while at < len(scene.tokens) and len(states) < 4:
        if at in scene.demonyms and scene.tag(at) == "ADJ":
            states.append(scene.state(at, scene.demonyms[at]))
        elif not (states and scene.norms[at] in ("و", "-", "–") and at + 1 in scene.demonyms):
            break
        at += 1
    return Subject(noun, at, tuple(states), None, "d") if len(states) > 1 else None


def author_behind(scene: Scene, first: int, last: int) -> Subject | None:
    """Return who is named behind the noun of a text as its author, not as its place (تغريدة بموقع تويتر)."""
    sentence = scene.doc.sentence_of(first)
    tags = scene.doc.tags(sentence)
    dated = 0
    for at in range(first, min(last, sentence.last)):
        dated = max(dated, scene.date_ends.get(at, 0))
        actor = scene.actors.get(at)
        if actor is not None:
            if _about(scene, at):
                return None
            if not _placed(scene, at, actor):
                return phrase_at(scene, at, last)
        elif not (at < dated or scene.norms[at] in _ISSUED_BY or tags[at - sentence.first] in _BETWEEN):
            return None
    return None


def _about(scene: Scene, at: int) -> bool:
    """Whether عن before ``at`` says whom a text tells of, and not who issued it (بيان صادر عن)."""
    before = scene.date_starts.get(at - 1, at - 1)
    return scene.norms[at - 1] == "عن" and scene.norms[before - 1] not in _ISSUED_BY


def _placed(scene: Scene, at: int, actor: Actor) -> bool:
    """Whether an actor is only where the words stand: على تويتر، but في صحيفة الغد is whose they are."""
    printed = actor.key is not None and scene.norms[at - 1] == "في" and scene.is_outlet(actor.key)
    return scene.norms[at - 1] in _PLACING and not printed


_BETWEEN = frozenset({"ADJ", "ADP", "PUNCT", "ADV", "PRON"})
# What stands between a text and its author: صادر عن، أصدرته، منسوب إلى.
_ISSUED_BY = ISSUING | word_set(
    "صادر صادره الصادر الصادره مشترك مشتركه المشترك المشتركه رسمي رسميه صحفي صحفيه صحافي صحافيه مقتضب مقتضبه "
    "منسوب منسوبه موقع مكتوب مكتوبه مطول مطوله خاص خاصه حساب صفحه صفحت الحساب الصفحه"
)
_PLACING = frozenset({"ب", "في", "علي", "عبر", "من", "مع", "الي", "حول", "بشان"})
