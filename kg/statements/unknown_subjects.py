"""Subjects that nobody knows yet: when a noun phrase behind a verb speaks, and is not what the verb tells."""

from __future__ import annotations

from dataclasses import dataclass

from kg.arabic.tokens import TokenKind
from kg.records import Kind
from kg.statements.content import MARKED, Opening, Start, past_reference
from kg.statements.cues import Cue
from kg.statements.drafts import Context, past_object
from kg.statements.noun_phrases import ALONE, COUNTING, accusative, generic_at
from kg.statements.openings import opens_content, skip_adjunct, skip_adverbials
from kg.statements.phrases import Subject, agrees
from kg.statements.scene import Actor, Scene
from kg.statements.subjects import names_act
from kg.statements.unknown_phrases import of_origin, unknown_phrase, widened
from kg.statements.words import (
    COMPLEMENTIZERS,
    DEMONSTRATIVES,
    OPENING_QUOTES,
    PERCENT,
    QUANTIFIERS,
    RELATIVES,
)


def institution(ctx: Context, cue: Cue, limit: int) -> Subject | None:
    """Return a phrase behind the verb that nobody knows yet, if what is said follows it: أيد مجلس النواب بقاء."""
    at = skip_adverbials(ctx.scene, past_object(ctx, cue), limit)
    phrase = unknown_phrase(ctx, at, limit) if at < limit else None
    if phrase is None or phrase.end >= limit or not agrees(cue.features, phrase):
        return None
    if cue.features.tense == "imperfect" and phrase.actors[0].key is None and _is_act(ctx.scene, phrase.start):
        return None  # يؤكد حرص الحكومة على
    owned = ctx.scene.tokens[phrase.end - 1].kind == TokenKind.ENCLITIC
    if phrase.actors[0].kind == Kind.PERSON or (owned and ctx.scene.norms[at] in QUANTIFIERS):
        return phrase
    if cue.entry.addressee and phrase.number == "s" and owned:
        return None  # دعا صديقه إلى
    phrase = widened(ctx, cue, phrase, limit)
    if phrase.end >= limit:
        return None
    return phrase if opens_content(ctx.scene, phrase.end, cue) or _tells(ctx, cue, phrase, limit) else None


@dataclass(frozen=True)
class _Shown:
    """What a phrase that nobody knows shows of itself."""

    definite: bool
    quoted: bool
    body: bool
    plural: bool
    proper: bool

    @classmethod
    def of(cls, scene: Scene, phrase: Subject) -> _Shown:
        first, last = scene.tokens[phrase.start], scene.tokens[phrase.end - 1]
        return cls(
            definite=last.kind == TokenKind.ENCLITIC or first.definite or last.definite,
            quoted=last.text in OPENING_QUOTES or last.text in '"”»',
            body=first.stem in scene.words.printed,
            plural=first.stem in scene.words.several or first.norm.endswith("ات"),  # هيئات عدة
            proper=scene.tag(phrase.start) == "PROPN" and not first.norm.endswith("ون"),
        )


def _is_act(scene: Scene, at: int) -> bool:
    """Whether a noun names an act or an attitude, and no draft of a text (مشروع القرار)."""
    return names_act(scene, at) and scene.tokens[at].stem not in _NO_ACTS


_NO_ACTS = COUNTING | {"مشروع", "مشاريع", "اتفاق", "سياسه"}


def _tells(ctx: Context, cue: Cue, phrase: Subject, limit: int) -> bool:
    """Whether an object or one accused stands behind a phrase that is definite or a name, or what is said later."""
    scene, shown = ctx.scene, _Shown.of(ctx.scene, phrase)
    several = phrase.number == "p" or shown.plural
    speaks = shown.definite or shown.quoted or shown.body or several
    if not (speaks or "PROPN" in (scene.tag(phrase.start), scene.tag(phrase.end - 1))):
        return False
    behind = phrase.end + (shown.body and scene.tokens[phrase.end].text in "،,")  # طالبت رابطة كذا، المبعوث
    accused = cue.entry.addressee and (phrase.end in scene.actors or behind in scene.actors)
    behind = skip_adverbials(scene, behind, limit) if shown.body or shown.definite or several else behind
    noun = behind < limit and behind not in scene.date_ends and (accused or _new_noun(scene, phrase, behind))
    if noun and ("object" in cue.entry.introduces or cue.entry.addressee):
        return True
    named = shown.proper and phrase.actors[0].key is None  # قال بوليسون في مؤتمر إن
    asks = not shown.definite or shown.plural or shown.body  # دعت نقابات العمال على الفور إلى
    return (speaks or named) and _told_later(ctx, cue, behind, min(limit, behind + 18), asks=asks)


def _new_noun(scene: Scene, phrase: Subject, at: int) -> bool:
    """Whether a noun at ``at`` is no part of the phrase before it: it may be the object of the verb."""
    definite = scene.tokens[phrase.start].definite
    if scene.norms[phrase.start] in ALONE:
        return scene.tag(at) in ("NOUN", "ADJ")
    if scene.norms[at] in DEMONSTRATIVES:
        return definite or scene.tokens[phrase.start].stem in scene.words.institution
    alien = definite and scene.tag(at) == "ADJ" and not scene.tokens[at].definite and not accusative(scene.norms[at])
    return scene.tag(at) == "NOUN" or alien


def _told_later(ctx: Context, cue: Cue, at: int, limit: int, *, asks: bool) -> bool:
    """Whether the words said open behind a name, date or adjunct: قال العمدة، سالم، أمس إن.

    What a verb asks of somebody tells a subject that ``asks`` alone: those asked are definite.
    """
    while at < limit:
        if opens_content(ctx.scene, at, cue):
            marked = ctx.scene.norms[at] in COMPLEMENTIZERS or ctx.scene.tokens[at].kind == TokenKind.PUNCT
            return marked or asks or not (cue.entry.addressee or "object" in cue.entry.introduces)
        behind = skip_adverbials(ctx.scene, at, limit)
        if ctx.scene.norms[at] in RELATIVES and ctx.scene.tokens[at - 1].text in "،,":
            closing = [
                step for step in range(at, min(ctx.sentence.last, at + 20)) if ctx.scene.tokens[step].text in "،,"
            ]
            behind, limit = (closing[0], min(ctx.sentence.last, closing[0] + 18)) if closing else (at, limit)
        if behind == at and (ctx.scene.tokens[at].text in "،," or ctx.scene.tag(at) == "PROPN"):
            behind = at + 1
        if behind == at:
            behind = past_reference(ctx.scene, at, limit)
        if behind == at:
            behind = skip_adjunct(ctx.scene, at, limit, cue)
        if behind == at:
            return False
        at = behind
    return False


def nominative_subject(ctx: Context, cue: Cue, limit: int) -> Subject | None:
    """Return an indefinite noun in a nominative that shows, right behind the verb: اتهم يمنيون، قال مسؤولان."""
    at = skip_adverbials(ctx.scene, past_object(ctx, cue), limit)
    if at >= limit or not ctx.scene.norms[at].endswith(("ون", "ان")) or len(ctx.scene.norms[at]) < 5:
        return None
    if ctx.scene.norms[at] in COMPLEMENTIZERS or ctx.scene.tokens[at].definite:
        return None
    phrase = generic_at(ctx.scene, at, min(limit, at + 3))
    phrase = of_origin(ctx.scene, phrase, limit) if phrase is not None else None
    return phrase if phrase is not None and phrase.number in ("p", "d") and agrees(cue.features, phrase) else None


def generic_subject(ctx: Context, cue: Cue, start: Start, limit: int) -> Subject | None:
    """Return an unnamed subject between verb and words said: وقال مراقبون إن."""
    if start.opening not in MARKED and start.opening != Opening.PREPOSITION:
        return None
    at = skip_adverbials(ctx.scene, past_object(ctx, cue), limit)
    if at >= start.mark or _mark_before(ctx, start) <= at:
        return None
    phrase = _share(ctx.scene, at, start) or generic_at(ctx.scene, at, _mark_before(ctx, start))
    if phrase is None or not (agrees(cue.features, phrase) or _names_woman(ctx, cue, phrase, start)):
        return None
    if "object" in cue.entry.introduces and not ctx.scene.tokens[at].definite and phrase.number == "s":
        return None
    return phrase


def _share(scene: Scene, at: int, start: Start) -> Subject | None:
    """Return a share of those asked, up to the mark of their words: قال نحو 60 بالمئة ممن شملهم الاستطلاع إنهم."""
    share = start.opening == Opening.THAT and not PERCENT.isdisjoint(scene.norms[at : at + 5])
    if not share or "NUM" not in (scene.tag(at), scene.tag(at + 1)) or scene.tag(at) == "NOUN":
        return None
    end = start.mark - (scene.tokens[start.mark - 1].text in "،," or scene.norms[start.mark - 1] in ("ب", "علي", "الي"))
    return Subject(at, end, (Actor(at, end, None, Kind.UNNAMED, None, "p"),), None, "p")


def _names_woman(ctx: Context, cue: Cue, phrase: Subject, start: Start) -> bool:
    """Whether a noun without article that a verb in the feminine has for its subject is a woman's name: قالت أمل إن."""
    plain = not ctx.scene.tokens[phrase.start].definite and ctx.scene.tokens[phrase.end - 1].kind == TokenKind.WORD
    near = 2 <= phrase.end - phrase.start <= 3 and phrase.end == start.mark
    return cue.features.gender == "f" and plain and near and phrase.number == "s" and start.opening == Opening.THAT


def _mark_before(ctx: Context, start: Start) -> int:
    mark = start.mark
    return mark - 1 if mark > 0 and ctx.scene.norms[mark - 1] in ("ب", "علي", "الي", "عن", "من") else mark
