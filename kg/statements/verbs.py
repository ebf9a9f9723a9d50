"""Finite verbs that report: who speaks, where the words begin."""

from __future__ import annotations

from kg.arabic.tokens import TokenKind
from kg.records import Kind
from kg.statements.carriers import carrier_named, read_in_carrier, read_relay
from kg.statements.content import MARKED, Opening, Start, find_start, start_at
from kg.statements.cues import Cue, CueKind
from kg.statements.drafts import Context, Draft, past_object, quote_limit, spoke_of
from kg.statements.issuers import author_of
from kg.statements.linking import clause_back, clause_start, is_nested
from kg.statements.memory import Spoke
from kg.statements.nouns import noun_start
from kg.statements.openings import skip_adverbials
from kg.statements.phrases import Subject, accusative, agrees, generic_at, phrase_at
from kg.statements.scene import Scene, noun_agreement
from kg.statements.subjects import names_act, told_by_act, unknown_before
from kg.statements.unknown_subjects import generic_subject, nominative_subject
from kg.statements.unsaid import opens_direct_words, text_looked_back_to, unsaid_speaker
from kg.statements.verb_subjects import (
    clause_floor,
    find_subject,
    of_a_thing,
    participle_behind,
)
from kg.statements.words import (
    COMPLEMENTIZERS,
    INSTITUTIONS,
    ISSUED,
    ISSUES,
    RAISING,
    RELATIVES,
    STUDIES,
    TAKEN_UP,
)


def read_verb(ctx: Context, cue: Cue) -> Draft | None:
    """Return the report of a finite verb, or None where it reports nothing."""
    limit = quote_limit(ctx, cue)
    if cue.entry.in_carrier:
        return read_in_carrier(ctx, cue, limit) or _read_inside(ctx, cue, limit)
    relayed = read_relay(ctx, cue, limit) if cue.entry.relays else None
    return relayed or _read_saying(ctx, cue, limit) or _answer(ctx, cue, limit)


def _read_inside(ctx: Context, cue: Cue, limit: int) -> Draft | None:
    """Return the report of a text that a pronoun takes up: تصريحات للوزير جاء فيها أن."""
    noun = text_looked_back_to(ctx, cue)
    author = author_of(ctx.scene, noun) if noun is not None else None
    start = find_start(ctx.scene, cue, cue.end + 2, limit) if author is not None else None
    if author is None or start is None or start.opening not in MARKED:
        return None
    spoke = Spoke(ctx.memory.keys_of(author), author.gender, author.number, author.start)
    return Draft(cue, spoke, start, cue.start, f"carrier:{cue.entry.concept.name}", 0.8, limit)


def _read_saying(ctx: Context, cue: Cue, limit: int) -> Draft | None:
    first = clause_floor(ctx, cue)
    subject, at, rule = find_subject(ctx, cue, first, limit)
    start = (
        None
        if _unreal(ctx, cue) or _of_the_accused(ctx, cue) or (rule == "relative" and cue.entry.held)
        else _start(ctx, cue, at, limit, far=subject is not None and not cue.entry.relays)
    )
    if start is None or _is_considered(ctx, cue, subject, start) or _empty(ctx, cue, start, limit):
        return None
    if _told_by_nobody(ctx, cue, subject) or _believed(ctx, cue, subject) or _is_passive(ctx, cue, start, rule):
        return None
    if subject is None and start.opening == Opening.OBJECT:
        subject, start = _late_that(ctx, cue, start, limit)
        rule = "noun phrase" if subject else rule
    if _silent(cue, start):
        _remember_silent(ctx, cue, subject)
        return None
    if subject is None:
        subject = nominative_subject(ctx, cue, limit) or generic_subject(ctx, cue, start, limit)
        if subject is not None and start.token == subject.start:
            start = _start(ctx, cue, subject.end, limit, far=False) or start
        subject = subject or unknown_before(ctx.scene, cue, first)
        rule = "noun phrase" if subject else rule
        if subject is None and (
            of_a_thing(ctx, cue)
            or told_by_act(ctx.scene, cue, first)
            or _act_tells(ctx, cue)
            or opens_direct_words(ctx, cue)
        ):
            return None
    spoke = spoke_of(ctx, cue, subject) if subject else unsaid_speaker(ctx, cue)
    if spoke is None:
        return None
    draft = Draft(cue, spoke, start, clause_start(ctx, cue, subject), _rule(cue, rule), 0.9, limit, subject)
    draft.nested = is_nested(ctx, cue, subject)
    draft.via = carrier_named(ctx, cue.end, start.mark)
    told = draft.nested or ctx.scene.quote_at(cue.start) is not None
    return None if told and cue.entry.held and not _stated_view(ctx, draft) else draft


def _answer(ctx: Context, cue: Cue, limit: int) -> Draft | None:
    """Return the report of who denies or confirms what the report before him tells: وهو ما تنفيه طهران."""
    scene, at = ctx.scene, cue.start - 1
    if cue.entry.stance not in ("denies", "rejects", "confirms") or not ctx.leading or past_object(ctx, cue) == cue.end:
        return None
    told = scene.norms[at] == "ما" or (scene.norms[at] in RELATIVES and scene.tokens[at - 1].stem == "امر")
    last = ctx.leading[-1]
    found = phrase_at(scene, past_object(ctx, cue), limit) if told else None
    found = found or (_capital(scene, past_object(ctx, cue)) if told else None)
    comma = next(
        (place for place in range(at, max(last.start.token, at - 5), -1) if scene.tokens[place].text in "،,"), 0
    )
    if found is None or not comma or not agrees(cue.features, found):
        return None
    draft = Draft(cue, spoke_of(ctx, cue, found), last.start, at, _rule(cue, "answer"), 0.75, comma, found)
    draft.cuts = False
    last.stop = min(last.stop, comma)
    return draft


def _capital(scene: Scene, at: int) -> Subject | None:
    actor = scene.government(at) if at < len(scene.tokens) else None
    return Subject(at, actor.end, (actor,), actor.gender, actor.number) if actor is not None else None


def _late_that(ctx: Context, cue: Cue, start: Start, limit: int) -> tuple[Subject | None, Start]:
    """Read a noun before a pause and أن as the subject: أعلنت لجنة تحقيق دولية، الأربعاء، أن."""
    for at in range(start.token + 1, min(limit, start.token + 18)):
        paused = ctx.scene.tokens[at - 1].text in "،," or at in ctx.scene.date_starts
        if ctx.scene.norms[at] in COMPLEMENTIZERS and paused:
            subject = generic_at(ctx.scene, start.token, at)
            late = start_at(ctx.scene, at, cue, limit)
            if subject is not None and late is not None and agrees(cue.features, subject):
                return subject, late
            break
    return None, start


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
    speaks = ctx.scene.covered(at) or stem in ISSUED | STUDIES | INSTITUTIONS | TAKEN_UP
    return ctx.scene.tokens[at].definite and not speaks and noun_agreement(ctx.scene.norms[at])[1] == "s"


def _is_considered(ctx: Context, cue: Cue, subject: Subject | None, start: Start) -> bool:
    """Whether what is no speaker is considered something: يعتبر قطاع الصناعة الرابح الأكبر."""
    if subject is None or start.opening != Opening.OBJECT or ctx.scene.norms[cue.start] not in ("يعتبر", "تعتبر"):
        return False
    noun = ctx.scene.tokens[subject.start]
    thing = subject.actors[0].key is None and subject.number == "s" and subject.end - subject.start > 1
    return thing and noun.stem not in INSTITUTIONS


def _is_passive(ctx: Context, cue: Cue, start: Start, rule: str) -> bool:
    """Whether a verb that needs an object has none: واعتبرت جزءا من الخطة، السلطات أبلغت بالقبض عليه."""
    if past_object(ctx, cue) > cue.end:
        return False
    if rule == "unsaid" and cue.entry.concept.name == "consider" and start.opening == Opening.OBJECT:
        return start.token == cue.end and accusative(ctx.scene.norms[start.token])
    told = cue.entry.addressee and cue.entry.stance == "says" and start.opening == Opening.PREPOSITION
    return told and rule == "before" and start.mark == cue.end and ctx.scene.norms[start.mark] == "ب"


def _rule(cue: Cue, found: str) -> str:
    return f"verb:{cue.entry.concept.name}/{found}"


def _start(ctx: Context, cue: Cue, at: int, limit: int, *, far: bool) -> Start | None:
    """Return where the words begin; those of its verbal noun in كررت تأكيدها أن."""
    start = find_start(ctx.scene, cue, at, min(limit, participle_behind(ctx, cue, limit)), far=far)
    told = cue.entry.stance not in ("denies", "rejects")  # نفى المزاعم بأن tells what is denied
    if told and start is not None and start.opening in (Opening.OBJECT, Opening.ADDRESSEE) and start.token in ctx.nouns:
        noun = ctx.nouns[start.token]
        return noun_start(ctx, noun, past_object(ctx, noun), min(limit, noun.end + 8), bare=False) or start
    if start is None and (repeated := _repeated(ctx, cue, at, limit)) is not None:
        return noun_start(ctx, repeated, repeated.end, min(limit, repeated.end + 8), bare=False)
    return start


def _remember_silent(ctx: Context, cue: Cue, subject: Subject | None) -> None:
    """Note who said nothing: ولم يذكر البيان ...، لكنه قال."""
    if subject is not None:
        via = carrier_named(ctx, cue.end, subject.end)
        ctx.memory.remember(spoke_of(ctx, cue, subject), issued=via in ISSUES)


def _repeated(ctx: Context, cue: Cue, at: int, limit: int) -> Cue | None:
    """Return the verbal noun of saying that a verb of repeating has for its object: جدد الإشارة إلى أن."""
    at = skip_adverbials(ctx.scene, at, limit)
    return ctx.nouns.get(at) if ctx.scene.norms[cue.start] in RAISING else None


def _of_the_accused(ctx: Context, cue: Cue) -> bool:
    """Whether ب right behind a verb that needs an object shows the passive: اتهم بالتقصير، وصفن بالخونة."""
    if cue.entry.stance not in ("accuses", "describes") or not cue.entry.addressee or cue.entry.objects:
        return False
    at = skip_adverbials(ctx.scene, cue.end, ctx.sentence.last)
    person = ctx.scene.actors.get(at)
    opened = cue.features.tense == "imperfect" and clause_back(ctx, cue.start, ctx.sentence.first) == ctx.sentence.first
    if opened and cue.entry.stance == "accuses" and person is not None and person.kind == Kind.PERSON:
        at = person.end  # ويُتهم الرئيس بالتقصير
    return at < ctx.sentence.last and ctx.scene.norms[at] == "ب"


def _empty(ctx: Context, cue: Cue, start: Start, limit: int) -> bool:
    """Whether nothing but a pronoun stands for the words said: تعهد بذلك."""
    if start.opening == Opening.QUOTE and cue.entry.concept.name in ("testify", "blame"):
        return True  # يشهد البلد "أسوأ أزمة"، مذكرات حملت عنوان "كذا"
    if start.opening in MARKED or ctx.scene.norms[start.token] not in ("ذلك", "هذا", "هذه", "تلك", "عنه", "عنها"):
        return False
    behind = start.token + 1
    return behind >= limit or ctx.scene.tokens[behind].kind == TokenKind.PUNCT


def _stated_view(ctx: Context, draft: Draft) -> bool:
    """Whether a view inside another's words is told as somebody's: بحسب الصحيفة اعتبر القادة، أن مسؤولا اعتبر."""
    if draft.cue is None or draft.cue.entry.weak or draft.subject is None:
        return False
    outer = ctx.drafts[-1].cue if ctx.drafts else None
    if outer is not None and outer.kind in (CueKind.SOURCE, CueKind.SOURCE_VERB):
        return True
    kind = draft.subject.actors[0].kind
    return draft.cue.entry.stance == "believes" and kind in (Kind.PERSON, Kind.UNNAMED)


def _unreal(ctx: Context, cue: Cue) -> bool:
    """Whether the saying is a condition or a question: عما إذا كان طلب."""
    return any(ctx.scene.norms[at] in ("اذا", "لو") for at in range(max(ctx.sentence.first, cue.start - 6), cue.start))


def _told_by_nobody(ctx: Context, cue: Cue, subject: Subject | None) -> bool:
    """يذكر أن، يشار إلى أن: the paper's own reminder."""
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


def _believed(ctx: Context, cue: Cue, subject: Subject | None) -> bool:
    """Whether a view is nobody's: ولكن يعتقد أن."""
    if subject is not None or ctx.scene.norms[cue.start] != "يعتقد" or cue.end >= ctx.sentence.last:
        return False
    opened = ctx.scene.norms[cue.start - 1] in ("لكن", "ولكن", "كما") or not ctx.drafts
    return opened and ctx.scene.norms[cue.end] == "ان"


def _silent(cue: Cue, start: Start) -> bool:
    """Whether a denied saying tells nothing of its content: لم يذكر، دون أن يعلن."""
    if not cue.negated:
        return False
    litotes = cue.entry.stance in ("denies", "rejects", "expects", "believes")
    return not litotes and start.opening not in MARKED


_IMPERSONAL = frozenset({"mention", "note", "stipulate", "expect", "believe", "favor", "suppose"})
