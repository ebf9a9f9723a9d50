"""Forms that look like a report and are none: passives, nouns, conditions, what nobody or no one who speaks says."""

from __future__ import annotations

from dataclasses import dataclass

from kg.arabic.tokens import TokenKind
from kg.records import Kind
from kg.statements.content import MARKED, Opening, Start
from kg.statements.cues import Cue, CueKind
from kg.statements.drafts import Context, Draft, past_object
from kg.statements.linking import clause_back
from kg.statements.noun_phrases import accusative
from kg.statements.openings import skip_adverbials
from kg.statements.phrases import Subject
from kg.statements.subjects import names_act, told_by_act
from kg.statements.unsaid import opens_direct_words
from kg.statements.verb_subjects import of_a_thing
from kg.statements.words import NOUN_OR_VERB


@dataclass(frozen=True)
class Reading:
    """A verb as read so far: its subject or None, the rule that found it, and where the words said begin."""

    subject: Subject | None
    rule: str
    start: Start


def reports_nothing(ctx: Context, cue: Cue, reading: Reading, limit: int) -> bool:
    """Whether what a verb and its subject show makes it no report at all."""
    subject, rule, start = reading.subject, reading.rule, reading.start
    return (
        _is_considered(ctx, cue, subject, start)
        or _looks_back(ctx, cue, start)
        or _deals_with(ctx, cue, subject, start)
        or _empty(ctx, cue, start, limit)
        or _in_direct_words(ctx, cue, subject)
        or _of_a_noun(ctx, cue, rule)
        or _told_by_nobody(ctx, cue, subject)
        or _believed(ctx, cue, subject)
        or _is_passive(ctx, cue, start, rule)
    )


def told_by_a_thing(ctx: Context, cue: Cue, first: int) -> bool:
    """Whether a verb whose subject nobody named has something that cannot speak; its clause begins at ``first``."""
    return of_a_thing(ctx, cue) or told_by_act(ctx.scene, cue, first) or _act_tells(ctx, cue)


def is_unreal(ctx: Context, cue: Cue) -> bool:
    """Whether the saying is a condition or a question: عما إذا كان طلب."""
    return any(ctx.scene.norms[at] in ("اذا", "لو") for at in range(max(ctx.sentence.first, cue.start - 6), cue.start))


def is_accused(ctx: Context, cue: Cue) -> bool:
    """Whether ب right behind a verb that needs an object shows the passive: اتهم بالتقصير، وصفن بالخونة."""
    if cue.entry.stance not in ("accuses", "describes") or not cue.entry.addressee or cue.entry.objects:
        return False
    at = skip_adverbials(ctx.scene, cue.end, ctx.sentence.last)
    person = ctx.scene.actors.get(at)
    opened = cue.features.tense == "imperfect" and clause_back(ctx, cue.start, ctx.sentence.first) == ctx.sentence.first
    if opened and cue.entry.stance == "accuses" and person is not None and person.kind == Kind.PERSON:
        at = person.end  # ويُتهم الرئيس بالتقصير
    return at < ctx.sentence.last and ctx.scene.norms[at] == "ب"


def is_silent(cue: Cue, start: Start) -> bool:
    """Whether a denied saying tells nothing of its content: لم يذكر، دون أن يعلن."""
    if not cue.negated:
        return False
    litotes = cue.entry.stance in ("denies", "rejects", "expects", "believes")
    return not litotes and start.opening not in MARKED


def is_stated_view(ctx: Context, draft: Draft) -> bool:
    """Whether a view inside another's words is told as somebody's: بحسب الصحيفة اعتبر القادة، أن مسؤولا اعتبر."""
    if draft.cue is None or draft.cue.entry.weak or draft.subject is None:
        return False
    outer = ctx.drafts[-1].cue if ctx.drafts else None
    if outer is not None and outer.kind in (CueKind.SOURCE, CueKind.SOURCE_VERB):
        return True
    kind = draft.subject.actors[0].kind
    return draft.cue.entry.stance == "believes" and kind in (Kind.PERSON, Kind.UNNAMED)


def _is_considered(ctx: Context, cue: Cue, subject: Subject | None, start: Start) -> bool:
    """Whether what is no speaker is considered something: يعتبر قطاع الصناعة الرابح الأكبر."""
    if subject is None or start.opening != Opening.OBJECT or ctx.scene.norms[cue.start] not in ("يعتبر", "تعتبر"):
        return False
    noun = ctx.scene.tokens[subject.start]
    thing = subject.actors[0].key is None and subject.number == "s" and subject.end - subject.start > 1
    return thing and noun.stem not in ctx.scene.words.institution


def _deals_with(ctx: Context, cue: Cue, subject: Subject | None, start: Start) -> bool:
    """Whether a work of art or a thing is told of: يتحدث الفيلم عن، وصفت الحقيبة على أنها."""
    if subject is None or subject.actors[0].key is not None or start.opening in MARKED:
        return False
    stem = ctx.scene.tokens[subject.start].stem
    return stem in ctx.scene.words.work and cue.entry.concept.name in ("speak", "describe", "reveal", "confirm")


def _looks_back(ctx: Context, cue: Cue, start: Start) -> bool:
    """Whether a pronoun behind the verb takes up what it tells, and nothing marks words: خطة أعلنت عنها الوزارة."""
    at = cue.end
    pronoun = at + 1 < ctx.sentence.last and ctx.scene.tokens[at + 1].kind == TokenKind.ENCLITIC
    return pronoun and ctx.scene.norms[at] in ("عن", "ب", "علي", "الي") and start.opening == Opening.OBJECT


def _empty(ctx: Context, cue: Cue, start: Start, limit: int) -> bool:
    """Whether nothing but a pronoun stands for the words said: تعهد بذلك."""
    told = cue.entry.concept.name
    if start.opening == Opening.QUOTE and (
        told in ("testify", "blame") or (told == "inform" and cue.features.tense == "imperfect")
    ):
        return True  # يشهد البلد "أسوأ أزمة"، مذكرات حملت عنوان "كذا"، تبلغ طاقة "كذا" ألف برميل
    if start.opening in MARKED or ctx.scene.norms[start.token] not in ("ذلك", "هذا", "هذه", "تلك", "عنه", "عنها"):
        return False
    behind = start.token + 1
    return behind >= limit or ctx.scene.tokens[behind].kind == TokenKind.PUNCT


def _in_direct_words(ctx: Context, cue: Cue, subject: Subject | None) -> bool:
    """Whether direct words begin with the form and nobody known is its subject: "رفض القرار يعني"، : "تؤكد الأدلة"."""
    if not opens_direct_words(ctx, cue):
        return False
    return subject is None or (subject.actors[0].key is None and ctx.scene.norms[cue.start] in NOUN_OR_VERB)


def _of_a_noun(ctx: Context, cue: Cue, rule: str) -> bool:
    """Whether a form behind a comma is a noun, the object of the verb before: قدم يوسف، وهو كردي، طلب اللجوء."""
    if rule != "unsaid" or ctx.scene.norms[cue.start] not in NOUN_OR_VERB or cue.end >= ctx.sentence.last:
        return False
    return ctx.scene.tokens[cue.start - 1].text in "،," and ctx.scene.tokens[cue.end].definite


def _is_passive(ctx: Context, cue: Cue, start: Start, rule: str) -> bool:
    """Whether a verb that needs an object has none: واعتبرت جزءا، ويعتبر التنسيق مطلبا، السلطات أبلغت بالقبض عليه."""
    if past_object(ctx, cue) > cue.end:
        return False
    if rule == "unsaid" and cue.entry.concept.name == "consider" and start.opening == Opening.OBJECT:
        considered = ctx.scene.norms[cue.start] in ("يعتبر", "تعتبر") and _thing(ctx, start.token)
        return start.token == cue.end and (considered or accusative(ctx.scene.norms[start.token]))
    told = cue.entry.addressee and cue.entry.stance == "says" and start.opening == Opening.PREPOSITION
    return told and rule == "before" and start.mark == cue.end and ctx.scene.norms[start.mark] == "ب"


def _told_by_nobody(ctx: Context, cue: Cue, subject: Subject | None) -> bool:
    """يذكر أن، يشار إلى أن: the paper's own reminder."""
    if ctx.scene.norms[cue.start] == "يفترض" and (subject is None or subject.start < cue.start):
        return True  # وكان يفترض أن، الذي يفترض أن يغادر
    return (
        subject is None
        and cue.entry.concept.name in _IMPERSONAL
        and cue.features.tense == "imperfect"
        and cue.features.gender == "m"
        and cue.features.number == "s"
        and (
            clause_back(ctx, cue.start, ctx.sentence.first) == ctx.sentence.first
            or (cue.entry.held and ctx.scene.norms[cue.start - 1] in ("اذ", "حيث", "فيما", "بينما", "كما"))
        )
    )


_IMPERSONAL = frozenset({"mention", "note", "stipulate", "expect", "believe", "favor", "suppose"})


def _believed(ctx: Context, cue: Cue, subject: Subject | None) -> bool:
    """Whether a view is nobody's: ولكن يعتقد أن."""
    if subject is not None or ctx.scene.norms[cue.start] != "يعتقد" or cue.end >= ctx.sentence.last:
        return False
    opened = ctx.scene.norms[cue.start - 1] in ("لكن", "ولكن", "كما") or not ctx.drafts
    return opened and ctx.scene.norms[cue.end] == "ان"


def _act_tells(ctx: Context, cue: Cue) -> bool:
    """Whether the words of the report before begin with an act, whose verb the cue is: إن الانسحاب يعتبر خطأ."""
    outer = ctx.leading[-1].start if ctx.leading else None
    if outer is None or outer.opening != Opening.THAT or cue.features.tense != "imperfect":
        return False
    at = outer.token
    told = at < cue.start and ctx.scene.tag(at) == "NOUN" and _thing(ctx, at)
    paused = ctx.scene.tokens[cue.start - 1].text in "،,"
    return told and (paused or all(ctx.scene.tag(place) != "VERB" for place in range(at, cue.start)))


def _thing(ctx: Context, at: int) -> bool:
    """Whether a noun that nobody knows names an act or, in the singular, something that cannot speak."""
    stem = ctx.scene.tokens[at].stem
    if names_act(ctx.scene, at):
        return True
    speaks = ctx.scene.covered(at) or stem in ctx.scene.words.speaking
    return ctx.scene.tokens[at].definite and not speaks and ctx.scene.form(at)[1] == "s"
