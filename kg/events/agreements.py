"""Agreements and plans: what a date says of an event beside a participle, or beside whoever leaves an agreement."""

from __future__ import annotations

from collections.abc import Sequence

from kg.arabic.tokens import TokenKind
from kg.clauses import word_set
from kg.events.dated import Dated
from kg.events.scene import Scene
from kg.events.triggers import Trigger
from kg.events.words import NEAR

_FAR = 10
_HOLDING = word_set("اندلاع بدء بدايه انطلاق توقيع ابرام وقوع افتتاح انعقاد عقد اجراء تنظيم")
_PLANNED = word_set("مقرر مقرره مزمع مزمعه مرتقب مرتقبه متوقع متوقعه منتظر منتظره")
_SIGNED = word_set("موقع موقعه مبرم مبرمه موقعا")


def signed(scene: Scene, dated: Dated) -> bool:
    """Return whether a date says when an agreement was signed: الاتفاق الموقع في عام 2015."""
    place = dated.start - 1
    if place > scene.sentence.first and scene.doc.tokens[place].norm == "في":
        place -= 1
    return scene.doc.tokens[place].stem in _SIGNED


def said_of(scene: Scene, dated: Dated, nouns: Sequence[Trigger]) -> Trigger | None:
    """Return the event of ``nouns``, or told before, that words right before the date tie it to."""
    return concluded(scene, dated, nouns) or scheduled(scene, dated, nouns) or of_pronoun(scene, dated)


def concluded(scene: Scene, dated: Dated, nouns: Sequence[Trigger]) -> Trigger | None:
    """Return the agreement that a participle before the date says to have been signed then, also with whom and where:
    الاتفاق المبرم مع الجارة في القاهرة عام 2015.
    """
    first = max(scene.sentence.first, dated.start - _FAR)
    places = [n for n in range(first, dated.start) if scene.doc.tokens[n].stem in _SIGNED]
    between = range(places[-1], dated.start) if places else range(0)
    if not places or any(n in scene.clauses.verbs or scene.doc.tokens[n].text in "،,؛" for n in between):
        return None
    before = [t for t in nouns if t.end <= places[-1] and t.type in ("Agreement", "Ceasefire")]
    other = any(places[-1] < t.start < dated.start for t in nouns)
    return before[-1] if before and not other and places[-1] - before[-1].end <= NEAR else None


def scheduled(scene: Scene, dated: Dated, nouns: Sequence[Trigger]) -> Trigger | None:
    """Return the event that a participle before the date says to be planned for then, also with its place:
    الانتخابات المقررة داخل البلاد الاثنين.
    """
    first = max(scene.sentence.first, dated.start - _FAR)
    places = [n for n in range(first, dated.start) if scene.doc.tokens[n].stem in _PLANNED]
    between = range(places[-1], dated.start) if places else range(0)
    if not places or any(n in scene.clauses.verbs or scene.doc.tokens[n].norm == "و" for n in between):
        return None
    before = [t for t in nouns if 0 <= places[-1] - t.end <= NEAR + 1]
    return before[-1] if before and not any(places[-1] < t.start < dated.start for t in nouns) else None


def of_pronoun(scene: Scene, dated: Dated) -> Trigger | None:
    """Return the event whose beginning or holding a date says by a pronoun: النزاع منذ اندلاعه في 2011، القمة والتحضير
    لعقدها في أيار.
    """
    tokens, place = scene.doc.tokens, dated.start - 1
    if place > scene.sentence.first and tokens[place].norm == "في":
        place -= 1
    if tokens[place].kind != TokenKind.ENCLITIC or tokens[place - 1].stem not in _HOLDING:
        return None
    hers = tokens[place].norm == "ها"
    before = [t for t in scene.nouns if t.end <= place - 1 and scene.feminine(t) == hers]
    return before[-1] if before and place - before[-1].end <= 2 * _FAR else None


def without_agreements(scene: Scene, dated: Dated, nouns: Sequence[Trigger]) -> list[Trigger]:
    """Return those of ``nouns`` that the date may date: of الانسحاب من الاتفاق الموقع عام 2015 the agreement alone; the
    year after an agreement that is left is its own, a month that of the withdrawal.
    """
    if signed(scene, dated):
        return [t for t in nouns if t.end > dated.start or t.type in ("Agreement", "Ceasefire")]
    if "-" in (dated.mention.edtf or "-"):
        return [t for t in nouns if not _left(scene, t, nouns)]
    return [t for t in nouns if t.end > dated.start or t.type != "Withdrawal" or not _names_agreement(scene, t)]


def _left(scene: Scene, agreement: Trigger, nouns: Sequence[Trigger]) -> bool:
    """انسحاب واشنطن من الاتفاق، سحب بلاده من الاتفاق."""
    verb = scene.clauses.clause(agreement.start).verb
    events = [*nouns, *(t for t in scene.triggers if t.start == verb)]
    left = any(t.type == "Withdrawal" and 0 < agreement.start - t.end <= NEAR + 2 for t in events)
    return agreement.type == "Agreement" and left and scene.doc.tokens[agreement.start - 1].norm == "من"


def _names_agreement(scene: Scene, trigger: Trigger) -> bool:
    return scene.doc.tokens[trigger.end - 1].stem in ("اتفاق", "اتفاقيه")
