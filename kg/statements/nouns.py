"""Participles and verbal nouns that report."""

from __future__ import annotations

from kg.arabic.tokens import TokenKind
from kg.records import Kind
from kg.statements.content import MARKED, Opening, Start, find_start, start_at
from kg.statements.cues import Cue
from kg.statements.drafts import Context, Draft, past_object, quote_limit, spoke_of
from kg.statements.linking import clause_back
from kg.statements.memory import Spoke
from kg.statements.noun_phrases import accusative
from kg.statements.openings import other_clause
from kg.statements.phrases import phrase_at
from kg.statements.subjects import clause_subject, names_act
from kg.statements.unsaid import doer_of
from kg.statements.verb_lists import REPEATING, WILLING
from kg.statements.words import (
    BREAKS,
    COMPLEMENTIZERS,
    DONE,
    OPENING_QUOTES,
    PREPOSITIONS,
)


def read_participle(ctx: Context, cue: Cue) -> Draft | None:
    """Return the report of a participle that hangs on a clause: مشيرا إلى أن."""
    limit = quote_limit(ctx, cue)
    quote = ctx.scene.quote_at(cue.start)
    if quote is not None and ctx.scene.words_in(*quote) > 8 and quote[0] < cue.start < quote[1] - 1:
        return None
    start = find_start(ctx.scene, cue, cue.end, limit)
    if start is None:
        return None
    spoke = doer_of(ctx, cue)
    if spoke is None:
        return None
    clause = clause_back(ctx, cue.start, ctx.sentence.first)
    return Draft(cue, spoke, start, clause, f"participle:{cue.entry.concept.name}", 0.88, limit)


def read_noun(ctx: Context, cue: Cue) -> Draft | None:
    """Return the report of a verbal noun with its doer: دعوة الرئيس إلى."""
    limit = quote_limit(ctx, cue)
    if _not_said(ctx, cue) or _own_act(ctx, cue) or _without_genitive(ctx, cue):
        return None
    if _as_manner(ctx, cue):
        return _read_manner(ctx, cue, limit)
    at, spoke = _doer_of_noun(ctx, cue, limit)
    if spoke is None:
        return None
    start = noun_start(ctx, cue, at, min(limit, at + 14), bare=is_raised(ctx, cue) or cue.entry.stance == "announces")
    if start is None:
        return None
    draft = Draft(cue, spoke, start, cue.start, f"noun:{cue.entry.concept.name}", 0.7, limit)
    draft.cuts = False
    return draft


def _not_said(ctx: Context, cue: Cue) -> bool:
    """Whether the noun names something done or left undone: تم إعلان، دون الإشارة إلى، لم توجه أصابع الاتهام."""
    if cue.start > ctx.sentence.first and ctx.scene.norms[cue.start - 1] in DONE | {"عدم", "دون", "بدون"}:
        return True
    return is_raised(ctx, cue) and any(ctx.scene.norms[at] in ("لم", "لن") for at in range(cue.start - 5, cue.start))


def _without_genitive(ctx: Context, cue: Cue) -> bool:
    """Whether an accusative shows that nobody behind the noun is its doer: "شكرا لبنان"."""
    return accusative(ctx.scene.norms[cue.start]) and cue.end in ctx.scene.actors


def _own_act(ctx: Context, cue: Cue) -> bool:
    """Whether a verb of will has the noun for what its own subject does, to those behind it: قررت دعوة النواب إلى."""
    for at in range(cue.start - 1, max(ctx.sentence.first - 1, cue.start - 5), -1):
        if ctx.scene.norms[at] in WILLING:
            return True
        if ctx.scene.tag(at) == "VERB" or ctx.scene.norms[at] in PREPOSITIONS or ctx.scene.tokens[at].text in BREAKS:
            return False
    return False


def _as_manner(ctx: Context, cue: Cue) -> bool:
    """Whether ب makes the noun tell how something was said: اختتم كلمته بالإشارة إلى أن، رد بالقول إن، بقوله إن."""
    before = cue.start - 1
    if cue.entry.concept.name == "add" or cue.entry.stance in ("rejects", "supports"):
        return False  # بالإضافة إلى، بمعارضتها
    if before < ctx.sentence.first or ctx.scene.norms[before] != "ب" or any(d.start.mark == before for d in ctx.drafts):
        return False
    return ctx.scene.tokens[cue.start].definite or past_object(ctx, cue) > cue.end


def _read_manner(ctx: Context, cue: Cue, limit: int) -> Draft | None:
    start = find_start(ctx.scene, cue, past_object(ctx, cue), limit)
    spoke = doer_of(ctx, cue) if start is not None and start.opening in MARKED else None
    if start is None or spoke is None:
        return None
    return Draft(cue, spoke, start, cue.start - 1, f"manner:{cue.entry.concept.name}", 0.8, limit)


def read_attribution(ctx: Context, cue: Cue) -> Draft | None:
    """Return words laid at someone's door: تصريحات منسوبة للوزير عن تقليص القوات."""
    limit = quote_limit(ctx, cue)
    to = cue.end
    said = phrase_at(ctx.scene, to + 1, limit) if to + 1 < limit and ctx.scene.norms[to] in ("ل", "الي") else None
    topic = _topic(ctx, said.end, min(limit, said.end + 8)) if said else None
    if said is None or topic is None:
        return None
    start = Start(topic, topic - 1, Opening.OBJECT)
    draft = Draft(cue, spoke_of(ctx, cue, said), start, cue.start, "attributed", 0.5, limit, said)
    draft.cuts, draft.hearsay = False, True
    return draft


def _topic(ctx: Context, first: int, last: int) -> int | None:
    """Return where the topic of words begins that are only named: عن، حول، بشأن، أن، تتعلق بـ."""
    for at in range(first, last - 1):
        norm = ctx.scene.norms[at]
        if norm in ("عن", "حول", "بشان", "ان") or (norm == "شان" and ctx.scene.norms[at - 1] == "ب"):
            return at + 1
        if norm == "ب" and ctx.scene.norms[at - 1] in ("تتعلق", "يتعلق", "متعلقه"):
            return at + 1
    return None


def noun_start(ctx: Context, cue: Cue, at: int, limit: int, *, bare: bool) -> Start | None:
    """Return the start of the words that a verbal noun reports: after أن or its own preposition, or ``bare`` a noun."""
    if bare and (start := _bare_object(ctx, cue, at, limit)) is not None:
        return start
    for step in range(at, limit):
        token = ctx.scene.tokens[step]
        if token.text in "،,.؛:" or (token.text in OPENING_QUOTES and step > at + 4) or step in ctx.nouns:
            return None
        if token.norm in _SAYING or (step > at and ctx.scene.tag(step) == "VERB"):
            return None
        if token.norm in COMPLEMENTIZERS and token.kind == TokenKind.WORD:
            told = step - at <= 4 and not other_clause(ctx.scene, step)
            return start_at(ctx.scene, step, cue, limit) if told else None
        addressed = token.norm == "ل" and step == at and cue.entry.stance != "calls-for"
        if not addressed and _own_preposition(ctx, cue, step, limit):
            return start_at(ctx.scene, step, cue, limit) if step + 1 < limit else None
    return None


def _bare_object(ctx: Context, cue: Cue, at: int, limit: int) -> Start | None:
    """Return the start of words that a noun tells right behind the verbal noun: إعلان الرئيس، فلان، الانسحاب."""
    announced = cue.entry.stance == "announces"
    at += announced and at + 1 < limit and ctx.scene.tokens[at].text in "،,"
    if at >= limit or at in ctx.scene.actors or ctx.scene.tag(at) != "NOUN":
        return None
    act = announced and ctx.scene.tokens[at].definite and names_act(ctx.scene, at)
    return Start(at, at, Opening.OBJECT) if act or not ctx.scene.tokens[at].definite else None


def _own_preposition(ctx: Context, cue: Cue, at: int, limit: int) -> bool:
    """Whether the preposition at ``at`` is the one that a verbal noun of this kind has before its words."""
    token = ctx.scene.tokens[at]
    if token.norm not in _NOUN_PREPOSITIONS.get(cue.entry.stance, ()):
        return False
    because = (token.norm, ctx.scene.tokens[min(at + 1, limit)].stem) in (("ب", "سبب"), ("ل", "مره"))  # للمرة الثانية
    return not because and token.kind in (TokenKind.WORD, TokenKind.PROCLITIC)


def _doer_of_noun(ctx: Context, cue: Cue, limit: int) -> tuple[int, Spoke | None]:
    at = cue.end
    if at >= limit:
        return at, None
    if ctx.scene.tokens[at].kind == TokenKind.ENCLITIC:
        # اتهامه is mostly of him; what a pronoun within the words said means, they tell themselves
        return at + 1, None if cue.entry.stance == "accuses" else _owner(ctx, cue, at)
    owned = ctx.scene.norms[at] == "ل" and at + 1 in ctx.scene.actors
    if not ctx.scene.tokens[cue.start].definite and (owned or at in ctx.scene.actors):
        found = None if owned and _is_told(ctx, cue, at + 1) else phrase_at(ctx.scene, at + owned, limit)
        return (found.end, spoke_of(ctx, cue, found)) if found else (at, None)
    if is_raised(ctx, cue):
        found = clause_subject(ctx.scene, ctx.sentence.first, cue.start)
        return at, spoke_of(ctx, cue, found) if found else ctx.memory.last()
    return at, None


def _is_told(ctx: Context, cue: Cue, at: int) -> bool:
    """Whether ل before the one at ``at`` shows the accused, or an outlet to which words are said: حديث للجزيرة."""
    actor = ctx.scene.actors[at]
    return cue.entry.stance == "accuses" or (actor.key is not None and ctx.scene.is_outlet(actor.key))


def _owner(ctx: Context, cue: Cue, pronoun: int) -> Spoke | None:
    """Return who is meant by the pronoun on a verbal noun: in the words said the nearest before that agrees."""
    outer = [d for d in ctx.leading if d.start.token < cue.start]
    gender = {"ها": "f", "ه": "m"}.get(ctx.scene.norms[pronoun])
    for actor in ctx.scene.actors_before(cue.start, outer[-1].start.token) if outer and gender else ():
        if actor.gender == gender and actor.number == "s" and not ctx.scene.governed(actor.start):
            found = phrase_at(ctx.scene, actor.start, cue.start)
            return spoke_of(ctx, cue, found) if found is not None else None
    for actor in ctx.scene.actors_before(cue.start, ctx.sentence.first) if not outer and gender == "m" else ():
        if actor.kind == Kind.PERSON and actor.gender != "f" and not ctx.scene.governed(actor.start):
            found = phrase_at(ctx.scene, actor.start, cue.start)
            return spoke_of(ctx, cue, found) if found is not None else None  # سياسة الرئيس، عقب إعلانه
    spoke = doer_of(ctx, cue)
    return spoke if spoke is not None and _meant(ctx.scene.norms[pronoun], spoke) else None


def _meant(pronoun: str, spoke: Spoke) -> bool:
    """Whether a pronoun may mean who spoke: هم several, ها no man."""
    if pronoun in ("هم", "هن", "هما"):
        return spoke.number != "s" or spoke.gender == "f"
    return not (spoke.gender and {"ها": "f", "ه": "m"}.get(pronoun, spoke.gender) != spoke.gender)


def is_raised(ctx: Context, cue: Cue) -> bool:
    return any(ctx.scene.norms[at] in REPEATING for at in range(max(ctx.sentence.first, cue.start - 4), cue.start))


_SAYING = frozenset({"قايلا", "قايله", "قايلين"})
_NOUN_PREPOSITIONS = {
    "accuses": ("ب",),
    "calls-for": ("الي", "ل"),
    "demands": ("ب",),
    "claims": ("ب",),
    "threatens": ("ب",),
    "promises": ("ب",),
    "warns": ("من",),
    "confirms": ("علي",),
    "condemns": ("ل",),
    "asks": ("ل",),
}
