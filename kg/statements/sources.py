"""Phrases that name the source of a clause: بحسب، وفقا لـ، نقلا عن، حسبما قالت."""

from __future__ import annotations

from kg.arabic.tokens import TokenKind
from kg.statements.carriers import issuer_at
from kg.statements.content import Opening, Start
from kg.statements.cues import Cue, CueKind
from kg.statements.drafts import Context, Draft, fits, past_object, quote_limit, spoke_of
from kg.statements.memory import Spoke
from kg.statements.noun_phrases import definite_phrase, generic_at, proper_phrase
from kg.statements.phrases import Subject, agrees, phrase_at
from kg.statements.subjects import past_dateline, subject_after
from kg.statements.verb_subjects import taken_up
from kg.statements.words import ADVERBS, CONNECTORS, PREPOSITIONS, RELATIVES


def add_second_source(ctx: Context, cue: Cue) -> None:
    """Note a source named between verb and words: ذكرت الوكالة، نقلا عن مصادر، أن."""
    named = _source_named(ctx, cue, ctx.drafts[-1].start.mark)
    if named is None or cue.entry.concept.name != "quoting":
        return
    main = ctx.drafts[-1]
    second = Draft(cue, named[0], main.start, main.clause, f"source:{cue.entry.concept.name}", 0.8, main.stop)
    second.cuts, second.nested = False, True
    ctx.drafts.append(second)


def read_source(ctx: Context, cue: Cue) -> Draft | None:
    limit = quote_limit(ctx, cue)
    named = _source_named(ctx, cue, limit)
    if named is None:
        return None
    spoke, end = named
    rule = f"source:{cue.entry.concept.name}"
    clause = cue.start - 1 if cue.start > ctx.sentence.first and ctx.scene.norms[cue.start - 1] == "و" else cue.start
    if _leading(ctx, clause) or _links_only(ctx, clause, end, limit):
        at = _past_pause(ctx, _past_remark(ctx, end, limit), limit)
        if ctx.scene.words_in(at, limit) < 2:
            return None
        return Draft(cue, spoke, Start(at, at, Opening.OBJECT), clause, rule, 0.8, limit)
    return _trailing(ctx, cue, spoke, end, clause, rule)


def _trailing(ctx: Context, cue: Cue, spoke: Spoke, end: int, clause: int, rule: str) -> Draft | None:
    """Return the report of a source named behind its clause, None where it only belongs to the report before."""
    if _ends_report(ctx, cue, spoke, end, clause):
        return None
    first = past_dateline(ctx.scene, ctx.sentence.first, clause)
    while first < clause and (ctx.scene.norms[first] in ("و", "ف") or ctx.scene.tokens[first].text in "-–—()،"):
        first += 1
    words = ctx.scene.words_in(first, clause)
    behind = _resumed(ctx, first, clause, end)
    told = ctx.scene.norms[first : first + 2] in (["جاء", "ذلك"], ["ياتي", "ذلك"])
    if behind is None and (words < 2 or told):
        return None
    if behind is not None or _parenthetic(ctx, end, short=words <= 4):
        mark = first if behind is None else behind
        whole = Draft(cue, spoke, Start(first, mark, Opening.OBJECT), first, rule, 0.7, ctx.sentence.last)
        whole.cuts = False
        return whole
    draft = Draft(cue, spoke, Start(first, clause, Opening.OBJECT), first, rule, 0.8, clause)
    draft.said = (clause, end)
    return draft


def _ends_report(ctx: Context, cue: Cue, spoke: Spoke, end: int, clause: int) -> bool:
    """Whether the source at ``clause`` belongs to the report before it, whose words end there."""
    main = [d for d in ctx.drafts if not d.nested and d.cuts and d.cue and d.cue.kind in (CueKind.VERB, CueKind.SOURCE)]
    if not main:
        return False
    last = main[-1]
    last.stop = min(last.stop, clause) if last.start.token < clause else last.stop
    return _belongs_to(ctx, cue, spoke, end, last)


def _belongs_to(ctx: Context, cue: Cue, spoke: Spoke, end: int, last: Draft) -> bool:
    """Whether a source tells no more of a report than its own speaker or its carrier: قال إن ...، على حد قوله."""
    unsaid = ctx.scene.tokens[end - 1].kind == TokenKind.ENCLITIC or end == cue.end
    if unsaid and last.spoke.keys == spoke.keys:
        return True
    name = ctx.scene.entity(spoke.keys[0]) if spoke.keys else None
    if name is None or not ctx.scene.is_outlet(name.key):
        return False
    last.via = last.via or name.name
    return True


def _resumed(ctx: Context, first: int, clause: int, end: int) -> int | None:
    """Return the token after the verb that a source parts from its short subject: الاتفاق بحسب الصحيفة | ينص على."""
    scene = ctx.scene
    words = scene.words_in(first, clause)
    if ctx.drafts or words < 1 or end + 3 >= ctx.sentence.last or scene.tag(first) not in ("NOUN", "PROPN"):
        return None
    at = end + (scene.tokens[end].text in "،,")
    if scene.norms[at] in ("هو", "هي", "هم", "هما"):
        return at + 1  # العملية، التي شاركت فيها الطائرات، وفقا للوزارة، هي الأكبر
    clauseless = words <= 4 and all(scene.tag(place) != "VERB" for place in range(first, clause))
    return at + 1 if clauseless and (scene.tag(at) == "VERB" or scene.norms[at] in ("ليس", "ليست")) else None


def _parenthetic(ctx: Context, end: int, *, short: bool) -> bool:
    """Whether the clause goes on behind a source phrase between commas, with an object only where it was ``short``."""
    if end + 3 >= ctx.sentence.last or ctx.scene.tokens[end].text not in "،,":
        return False
    tag = ctx.scene.doc.tags(ctx.sentence)[end + 1 - ctx.sentence.first]
    return tag == "ADP" or (tag == "NOUN" and short)


def _leading(ctx: Context, clause: int) -> bool:
    if clause == ctx.sentence.first or ctx.scene.norms[clause - 1] in RELATIVES:
        return True
    before = ctx.scene.tokens[ctx.sentence.first : clause]
    return all(t.kind == TokenKind.PUNCT or t.norm in CONNECTORS or t.norm in ADVERBS for t in before)


def _links_only(ctx: Context, clause: int, end: int, limit: int) -> bool:
    """Whether only a phrase that links or dates stands before a source, and the clause behind: ومع ذلك، كما يقول،."""
    scene, first = ctx.scene, ctx.sentence.first
    first += scene.norms[first] in CONNECTORS and first + 1 < clause
    if ctx.drafts or clause - first > 7 or end >= limit or scene.tokens[clause - 1].text not in "،,":
        return False
    opened = scene.norms[first] in PREPOSITIONS or first in scene.date_ends
    clauseless = all(scene.tag(at) != "VERB" for at in range(first, clause))
    return opened and clauseless and scene.tokens[end].text in "،," and scene.words_in(end, limit) > 3


def _past_remark(ctx: Context, at: int, limit: int) -> int:
    """Return the comma that closes a source phrase: وحسب البيان الصادر عقب الاجتماع، ..."""
    for step in range(at, min(limit, at + 14)):
        if ctx.scene.tokens[step].text in "،,":
            return step
        if ctx.scene.tag(step) == "VERB" or ctx.scene.norms[step] in ("ف", "ان") or ctx.scene.tokens[step].text == ":":
            break
    return at


def _past_pause(ctx: Context, at: int, limit: int) -> int:
    while at < limit and (
        ctx.scene.tokens[at].text in "،,:"
        or (ctx.scene.norms[at] in ("ف", "ان") and ctx.scene.tokens[at].kind != TokenKind.ENCLITIC)
    ):
        at += 1
    return at


def _source_named(ctx: Context, cue: Cue, limit: int) -> tuple[Spoke, int] | None:
    at = cue.end
    if at < limit and ctx.scene.tokens[at].stem in ctx.scene.words.rule:
        return None  # وفق الاتفاق
    if cue.kind == CueKind.SOURCE_VERB:
        return _source_of_verb(ctx, cue, limit)
    pronoun = at + (at < limit and ctx.scene.tokens[at].stem in ctx.scene.words.issued)  # بحسب بيانه
    if pronoun < limit and ctx.scene.tokens[pronoun].kind == TokenKind.ENCLITIC:
        spoke = _pronoun_means(ctx, cue, pronoun)
        return (spoke, pronoun + 1) if spoke is not None else None
    found = _figures_of(ctx, at, limit) or phrase_at(ctx.scene, at, limit)
    if found is None and at < limit and ctx.scene.tokens[at].stem in ctx.scene.words.reported:
        found = issuer_at(ctx, at, min(limit, at + 9), cue)
    if found is not None and ctx.scene.tokens[at].stem in ctx.scene.words.vague and found.actors[0].start == at:
        return None  # وفق معلومات دقيقة
    if found is None:
        found = _known(ctx, at, limit)
    if found is None:
        return None
    return spoke_of(ctx, cue, found), found.end


def _source_of_verb(ctx: Context, cue: Cue, limit: int) -> tuple[Spoke, int] | None:
    found = subject_after(ctx.scene, cue, limit).subject or taken_up(ctx, cue, limit)
    at = past_object(ctx, cue)
    linked = ctx.scene.norms[cue.start] in ("كما", "علي", "مثلما")  # على ما شهدته المدينة tells no source
    if found is None and at < limit and (at == cue.end or not linked):
        found = definite_phrase(ctx.scene, at, limit) or proper_phrase(ctx.scene, at, limit)
    if found is not None and agrees(cue.features, found):
        return spoke_of(ctx, cue, found), found.end
    if cue.features.voice == "passive":
        return None
    fitting = [draft.spoke for draft in ctx.leading if fits(cue.features, draft.spoke)]
    spoke = fitting[-1] if fitting else ctx.memory.last(cue.features)
    return (spoke, at) if spoke is not None else None


def _pronoun_means(ctx: Context, cue: Cue, at: int) -> Spoke | None:
    """Return whom the pronoun at ``at`` means: بحسب قوله, على حد تعبيرها."""
    gender = {"ها": "f", "ه": "m"}.get(ctx.scene.norms[at])
    number = "p" if ctx.scene.norms[at] in ("هم", "هن", "هما") else "s"
    features = cue.features._replace(gender=gender, number=number)
    spokes = [draft.spoke for draft in ctx.leading if fits(features, draft.spoke)]
    return spokes[-1] if spokes else ctx.memory.last(features)


def _figures_of(ctx: Context, at: int, limit: int) -> Subject | None:
    """Return who told the figures or the text that a relative clause describes: آخر حصيلة أوردها المرصد."""
    scene, step = ctx.scene, at + (_word(ctx, at) in ("اخر", "احدث", "اول"))
    if step >= limit or scene.tokens[step].stem not in scene.words.reported:
        return None
    step += 1
    while step < limit and scene.tag(step) == "ADJ":
        step += 1
    if step + 1 >= limit or scene.tag(step) != "VERB":
        return None
    step += 1
    while step < limit and (scene.tokens[step].kind == TokenKind.ENCLITIC or scene.norms[step] == "ب"):
        step += 1
    return phrase_at(scene, step, limit) or definite_phrase(scene, step, limit) if step < limit else None


def _word(ctx: Context, at: int) -> str:
    return ctx.scene.norms[at] if at < len(ctx.scene.norms) else ""


def _known(ctx: Context, at: int, limit: int) -> Subject | None:
    """Return a definite noun that takes up someone named before (بحسب الصحيفة)."""
    phrase = generic_at(ctx.scene, at, min(limit, at + 1))
    if phrase is None or not ctx.scene.tokens[at].definite:
        return None
    if ctx.scene.norms[at].endswith(("ين", "ون")) and phrase.number == "p":
        return definite_phrase(ctx.scene, at, limit)  # بحسب المعتقلين
    return phrase if ctx.memory.meant_by(phrase.actors[0]) else None
