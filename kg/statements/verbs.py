"""Finite verbs that report: who speaks, where the words begin."""

from __future__ import annotations

from kg.statements.carriers import carrier_named, read_in_carrier, read_relay, statement_stem
from kg.statements.content import MARKED, Opening, Start, find_start, start_at
from kg.statements.cues import Cue
from kg.statements.drafts import Context, Draft, past_object, quote_limit, spoke_of
from kg.statements.issuers import author_of
from kg.statements.linking import clause_start, is_nested
from kg.statements.memory import Spoke
from kg.statements.noun_phrases import generic_at
from kg.statements.nouns import noun_start
from kg.statements.openings import skip_adverbials
from kg.statements.phrases import Subject, agrees, phrase_at
from kg.statements.refusals import (
    Reading,
    is_accused,
    is_silent,
    is_stated_view,
    is_unreal,
    reports_nothing,
    told_by_a_thing,
)
from kg.statements.scene import Scene
from kg.statements.subjects import unknown_before
from kg.statements.unknown_subjects import generic_subject, nominative_subject
from kg.statements.unsaid import text_looked_back_to, unsaid_speaker
from kg.statements.verb_lists import REPEATING
from kg.statements.verb_subjects import clause_floor, find_subject, participle_behind
from kg.statements.words import COMPLEMENTIZERS, RELATIVES


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
    reading = _read(ctx, cue, first, limit)
    if reading is None:
        return None
    if is_silent(cue, reading.start):
        _remember_silent(ctx, cue, reading.subject)
        return None
    if reading.subject is None:
        reading = _with_unknown(ctx, cue, reading, first, limit)
    if reading.subject is None and told_by_a_thing(ctx, cue, first):
        return None
    spoke = spoke_of(ctx, cue, reading.subject) if reading.subject else unsaid_speaker(ctx, cue)
    return _draft(ctx, cue, reading, spoke, limit) if spoke is not None else None


def _read(ctx: Context, cue: Cue, first: int, limit: int) -> Reading | None:
    """Return the subject that is said and where the words begin, None where the verb reports nothing."""
    if is_unreal(ctx, cue) or is_accused(ctx, cue):
        return None
    subject, at, rule = find_subject(ctx, cue, first, limit)
    if rule == "relative" and cue.entry.held:
        return None
    start = _start(ctx, cue, at, limit, far=subject is not None and not cue.entry.relays)
    if start is None or reports_nothing(ctx, cue, Reading(subject, rule, start), limit):
        return None
    if subject is None and start.opening == Opening.OBJECT:
        subject, start = _late_that(ctx, cue, start, limit)
        rule = "noun phrase" if subject else rule
    return Reading(subject, rule, start)


def _with_unknown(ctx: Context, cue: Cue, reading: Reading, first: int, limit: int) -> Reading:
    """Return the reading with a subject that nobody knows, where a noun phrase may be one."""
    start = reading.start
    subject = nominative_subject(ctx, cue, limit) or generic_subject(ctx, cue, start, limit)
    if subject is not None and start.token == subject.start:
        start = _start(ctx, cue, subject.end, limit, far=False) or start
    subject = subject or unknown_before(ctx.scene, cue, first)
    return Reading(subject, "noun phrase" if subject else reading.rule, start)


def _draft(ctx: Context, cue: Cue, reading: Reading, spoke: Spoke, limit: int) -> Draft | None:
    """Return the report; a view within another's words counts only where it is stated as somebody's."""
    start, subject = reading.start, reading.subject
    draft = Draft(cue, spoke, start, clause_start(ctx, cue, subject), _rule(cue, reading.rule), 0.9, limit, subject)
    draft.nested = is_nested(ctx, cue, subject) or (subject is None and _goes_on_within(ctx, spoke))
    draft.via = carrier_named(ctx, cue.end, start.mark)
    told = draft.nested or ctx.scene.quote_at(cue.start) is not None
    return None if told and cue.entry.held and not is_stated_view(ctx, draft) else draft


def _goes_on_within(ctx: Context, spoke: Spoke) -> bool:
    """Whether the unsaid subject is somebody whom the words of a report name: قال إن المتمردين يريدون ...، ويرفضون."""
    outer = ctx.leading[-1] if ctx.leading else None
    if outer is None or outer.start.opening not in MARKED:
        return False
    return spoke.at >= outer.start.token and spoke.keys != outer.spoke.keys


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
        ctx.memory.remember(spoke_of(ctx, cue, subject), issued=statement_stem(ctx.scene, via))


def _repeated(ctx: Context, cue: Cue, at: int, limit: int) -> Cue | None:
    """Return the verbal noun of saying that a verb of repeating has for its object: جدد الإشارة إلى أن."""
    at = skip_adverbials(ctx.scene, at, limit)
    return ctx.nouns.get(at) if ctx.scene.norms[cue.start] in REPEATING else None
