"""The subject of a finite verb, said after it, before it, or in front of its relative clause."""

from __future__ import annotations

from kg.arabic.tokens import TokenKind
from kg.clauses import AUXILIARIES, word_set
from kg.records import Kind
from kg.statements.carriers import issuer_at
from kg.statements.cues import Cue, CueKind
from kg.statements.drafts import Context, past_object
from kg.statements.noun_phrases import definite_phrase, generic_at
from kg.statements.openings import other_clause, preposition_of, skip_adverbials
from kg.statements.phrases import Subject, agrees, phrase_at
from kg.statements.scene import Actor, Scene
from kg.statements.subjects import (
    named_between_commas,
    proper_before,
    relative_before,
    subject_after,
    subject_before,
)
from kg.statements.unknown_subjects import institution
from kg.statements.words import (
    ADVERBS,
    COMPLEMENTIZERS,
    CONNECTORS,
    OPENING_QUOTES,
    PAIRS,
    WHO,
)


def clause_floor(ctx: Context, cue: Cue) -> int:
    """Return where to stop looking back for a subject: after the last mark of speech or colon before the cue."""
    floor = ctx.sentence.first
    for draft in ctx.drafts:
        floor = max(floor, min(draft.start.token, cue.start))
    quote = ctx.scene.quote_at(cue.start)
    if quote is not None and quote[0] < cue.start:
        floor = max(floor, quote[0] + 1)
    return floor


def find_subject(ctx: Context, cue: Cue, first: int, limit: int) -> tuple[Subject | None, int, str]:
    """Return the subject said, where to go on, and how it was found."""
    if _has_pronoun(ctx, cue):
        return None, past_object(ctx, cue), "unsaid"
    before = subject_before(ctx.scene, cue, first)
    if before is not None and _free(ctx, cue, before, first) and agrees(cue.features, before, before=True):
        return before, past_object(ctx, cue), "before"
    relative = relative_before(ctx.scene, cue, ctx.sentence.first)
    cut = participle_behind(ctx, cue, limit)
    limit = min(limit, cut)
    if _object_behind(ctx, cue) and (relative is not None or _what(ctx, cue)):
        return _around_object(ctx, cue, relative, limit)
    after = subject_after(ctx.scene, cue, limit)
    found = _body_right_behind(ctx, cue, after.subject, limit)
    found = found or after.subject or taken_up(ctx, cue, limit) or institution(ctx, cue, limit)
    if found is not None and _is_subject(ctx, cue, found, limit):
        found = named_between_commas(ctx.scene, found, limit)
        return found, found.end, "after"
    if (between := _before_mark(ctx, cue, limit)) is not None:
        return between, between.end, "between"
    antecedent = _antecedent(ctx, relative, cue) or _telling_antecedent(ctx, relative, cue) if relative else None
    return (antecedent, cue.end, "relative") if antecedent else (None, past_object(ctx, cue), "unsaid")


def _before_mark(ctx: Context, cue: Cue, limit: int) -> Subject | None:
    """Return the person named between a verb of saying and أن: قال قائد اللواء 117 مشاة العميد فلان إن."""
    scene, at = ctx.scene, past_object(ctx, cue)
    if at >= limit or cue.entry.stance not in _TELLING or scene.tag(at) not in ("NOUN", "PROPN"):
        return None
    if scene.tokens[at].stem in scene.words.kin | scene.words.institution:
        return None  # قال والد الشاب فلان إن، قال مكتب فلان إن
    person: Actor | None = None
    for step in range(at, min(limit, at + LONGEST_OFFICE)):
        if scene.norms[step] in COMPLEMENTIZERS:
            fits = person is not None and agrees(cue.features, person) and not other_clause(scene, step)
            return phrase_at(scene, person.start, limit) if person is not None and fits else None
        if scene.tag(step) in ("VERB", "PRON") or scene.tokens[step].text in ".؛:":
            return None
        actor = scene.actors.get(step)
        if actor is not None and actor.kind == Kind.PERSON and not _of_another(scene, actor):
            person = actor
    return None


_TELLING = frozenset({"says", "reports", "announces", "confirms", "notes", "reveals"})


def _of_another(scene: Scene, person: Actor) -> bool:
    """Whether a preposition or an indefinite noun before a bare name makes it tell whose somebody is: خطيبة فلان."""
    before = person.start - 1
    owned = scene.tag(before) == "NOUN" and not scene.tokens[before].definite
    return scene.governed(person.start) or (owned and not scene.tokens[person.start].definite)


LONGEST_OFFICE = 18


def _body_right_behind(ctx: Context, cue: Cue, found: Subject | None, limit: int) -> Subject | None:
    """Return the body that nobody knows right behind a verb, before those whom it asks: طالبت رابطة كذا، المبعوث."""
    at = past_object(ctx, cue)
    if found is None or found.start <= at + 1 or ctx.scene.tokens[at].stem not in ctx.scene.words.institution:
        return None
    return institution(ctx, cue, limit)


def _around_object(ctx: Context, cue: Cue, relative: int | None, limit: int) -> tuple[Subject | None, int, str]:
    """Return the subject of a verb whose object is a pronoun, in a clause that describes somebody or something."""
    accuser = _accuser(ctx, cue, limit) if relative is not None or cue.entry.held else None
    if accuser is not None:
        return accuser, accuser.end, "object"
    if relative is not None and cue.entry.addressee and cue.entry.stance == "says" and past_object(ctx, cue) > cue.end:
        informant = _antecedent(ctx, relative, cue)  # المبعوث الذي أبلغه موافقة
        if informant is not None:
            return informant, past_object(ctx, cue), "relative"
    return None, limit, "object"


def _accuser(ctx: Context, cue: Cue, limit: int) -> Subject | None:
    """Return who accuses or judges what a clause describes: الذي تتهمه واشنطن بـ، وهو ما اعتبرته الهيئة."""
    if not cue.entry.addressee and not cue.entry.held:
        return None
    at = past_object(ctx, cue)
    found = phrase_at(ctx.scene, at, limit) or (cue.entry.held and definite_phrase(ctx.scene, at, limit)) or None
    return found if found is not None and agrees(cue.features, found) else None


def _has_pronoun(ctx: Context, cue: Cue) -> bool:
    """Whether a pronoun on أن is the subject: إنه أبلغ الرئيس."""
    if cue.start - 2 < ctx.sentence.first or ctx.scene.tokens[cue.start - 1].kind != TokenKind.ENCLITIC:
        return False
    return ctx.scene.norms[cue.start - 2] in ("ان", "لكن", "بان", "لان")


def _what(ctx: Context, cue: Cue) -> bool:
    """Whether ما opens the clause of the cue: ما ذكرته الصحيفة، وهو ما ينفيه."""
    at = cue.start - 1
    while at > ctx.sentence.first and ctx.scene.norms[at] in ("كان", "كانت", "قد", "سبق", "ان"):
        at -= 1
    return at >= ctx.sentence.first and ctx.scene.norms[at] == "ما" and cue.kind == CueKind.VERB


def _object_behind(ctx: Context, cue: Cue) -> bool:
    at = cue.end  # التدريبات التي أعلنت عنها الوزارة
    looks_back = at + 1 < ctx.sentence.last and ctx.scene.norms[at] in ("عن", "ب", "علي", "الي")
    return past_object(ctx, cue) > at or (looks_back and ctx.scene.tokens[at + 1].kind == TokenKind.ENCLITIC)


def participle_behind(ctx: Context, cue: Cue, limit: int) -> int:
    """Return where a report begins that hangs on this verb (امتنع عن الرد موضحا أن); قائلا only opens its words."""
    return next((at for at in ctx.hanging if cue.end < at < limit), limit)


def _free(ctx: Context, cue: Cue, before: Subject, first: int) -> bool:
    """Whether a phrase before the verb is its subject, not the end of another clause."""
    if before.start <= first:
        return True
    token = ctx.scene.tokens[before.start - 1]
    if token.text in '"“«' and before.start - 2 >= first:
        token = ctx.scene.tokens[before.start - 2]
    between = ctx.scene.tokens[before.end : cue.start]
    described = len(between) > 1 and between[0].text in "،," and between[1].norm in WHO
    comma = not described and any(t.text in "،," for t in between)
    opened = token.kind in (TokenKind.PUNCT, TokenKind.ENCLITIC) or token.norm in CONNECTORS
    opened = (
        opened
        or token.norm in AUXILIARIES
        or token.norm in COMPLEMENTIZERS
        or token.norm in ADVERBS
        or token.norm in ("ف", "و")
    )
    return opened and not (comma and token.text not in "،," and token.norm not in COMPLEMENTIZERS)


def taken_up(ctx: Context, cue: Cue, limit: int) -> Subject | None:
    """Return a definite noun after the verb that takes up someone named before (البيان، المصدر، الجانبان)."""
    at = skip_adverbials(ctx.scene, past_object(ctx, cue), limit)
    if at >= limit:
        return None
    token = ctx.scene.tokens[at]
    if token.text in OPENING_QUOTES and at + 1 < limit:
        at, token = at + 1, ctx.scene.tokens[at + 1]
    if token.stem in ctx.scene.words.issued and token.kind == TokenKind.WORD:
        return issuer_at(ctx, at, limit, cue)
    if token.kind != TokenKind.WORD or not token.definite or token.norm in COMPLEMENTIZERS:
        return None
    phrase = generic_at(ctx.scene, at, min(limit, at + 1))
    if phrase is None or not agrees(cue.features, phrase):
        return None
    if token.norm not in PAIRS and not ctx.memory.meant_by(phrase.actors[0]):
        return None
    tags, end = ctx.scene.doc.tags(ctx.scene.doc.sentence_of(at)), phrase.end
    first = ctx.scene.doc.sentence_of(at).first
    while end < limit and tags[end - first] == "ADJ" and ctx.scene.tokens[end].definite:
        end += 1
    return Subject(at, end, phrase.actors, phrase.gender, phrase.number)


def _is_subject(ctx: Context, cue: Cue, found: Subject, limit: int) -> bool:
    """Whether the phrase after a verb is its subject rather than the one addressed or accused."""
    if not agrees(cue.features, found) or _oblique(ctx, found) or _accused(ctx, cue, found, limit):
        return False
    if cue.entry.addressee and found.end < limit and ctx.scene.tokens[found.end].stem in cue.entry.objects:
        return False  # وحمّل إيران المسؤولية
    if cue.entry.addressee and ctx.memory.last() and ctx.scene.norms[found.start] in _ADDRESSED:
        return ctx.scene.norms[cue.start - 1] != "و"  # ودعا المجتمع الدولي إلى
    if not cue.entry.addressee or not ctx.drafts:
        return True
    before = ctx.scene.norms[cue.start - 1] if cue.start else ""
    if before not in ("و", "ف", "كما") or found.actors[0].kind == Kind.PERSON:
        return True
    return phrase_at(ctx.scene, found.end, limit) is not None


_ADDRESSED = word_set("المجتمع الاطراف الجميع جميع كافه كل العالم الدول المواطنين الشعب الاهالي السكان الناس")


def _accused(ctx: Context, cue: Cue, found: Subject, limit: int) -> bool:
    """Whether ب right behind the only phrase after a verb that needs an object shows that object: ووصف الوزير بأنه."""
    scene, behind = ctx.scene, found.end
    if cue.entry.stance not in ("accuses", "describes") or not cue.entry.addressee or cue.entry.objects:
        return False
    if past_object(ctx, cue) > cue.end or behind + 1 >= limit or len(found.actors) > 1:
        return False
    if scene.norms[behind] != "ب" or preposition_of(scene, behind, cue) is None or behind + 1 in scene.lands:
        return False
    told = found.actors[0].kind != Kind.UNNAMED and behind + 1 not in scene.capitals
    return told and (ctx.memory.last() is not None or scene.norms[cue.end] == "في")


def _oblique(ctx: Context, found: Subject) -> bool:
    """Whether a plural or dual shows that it is no subject: واتهم المسلحين بتنفيذ."""
    token, actor = ctx.scene.tokens[found.start], found.actors[0]
    shown = token.norm.endswith("ين") and token.definite and len(token.norm) > 6
    return shown and actor.kind in (Kind.UNNAMED, Kind.FORCE) and found.end - found.start == 1


def _antecedent(ctx: Context, relative: int, cue: Cue) -> Subject | None:
    at = relative
    while at > ctx.sentence.first and (
        ctx.scene.tokens[at - 1].kind == TokenKind.PUNCT or ctx.scene.norms[at - 1] == "و"
    ):
        at -= 1
    actor = _described_before(ctx, at)
    if actor is None or not agrees(cue.features, actor, before=True):
        return None
    found = phrase_at(ctx.scene, actor.start, at)
    return found or Subject(actor.start, actor.end, (actor,), actor.gender, actor.number)


def _telling_antecedent(ctx: Context, relative: int, cue: Cue) -> Subject | None:
    """Return the noun of people or of a text that a relative clause describes: الأنباء التي ذكرت."""
    name = proper_before(ctx.scene, relative)
    if name is not None:
        return name if agrees(cue.features, name, before=True) else None
    at = _noun_before(ctx, relative)
    behind = past_object(ctx, cue)
    looks_back = behind + 1 < ctx.sentence.last and _is_pronoun(ctx, behind + 1)
    if at is None or behind > cue.end or looks_back:
        return None  # الرسالة التي قال فيها
    words, (gender, number) = ctx.scene.words, ctx.scene.form(at)
    if number == "s" and ctx.scene.tokens[at].stem not in words.issued | words.telling:
        return None
    found = Subject(at, relative, (Actor(at, relative, None, Kind.UNNAMED, gender, number),), gender, number)
    return found if agrees(cue.features, found, before=True) else None


def of_a_thing(ctx: Context, cue: Cue) -> bool:
    """Whether a relative clause in the imperfect tells what a thing does: الأمر الذي يشير إلى، الاتفاقيات التي تهدد."""
    relative = relative_before(ctx.scene, cue, ctx.sentence.first)
    if cue.end + 1 < ctx.sentence.last and ctx.scene.norms[cue.end] == "في" and _is_pronoun(ctx, cue.end + 1):
        return False  # في الوقت الذي تهدد فيه
    at = _noun_before(ctx, relative) if relative is not None and cue.features.tense == "imperfect" else None
    return at is not None and not ctx.scene.covered(at) and ctx.scene.form(at)[1] == "s"


def _is_pronoun(ctx: Context, at: int) -> bool:
    return ctx.scene.tokens[at].kind == TokenKind.ENCLITIC


def _noun_before(ctx: Context, relative: int) -> int | None:
    """Return the definite noun right before a relative pronoun and its adjectives."""
    at = relative - 1
    while at > ctx.sentence.first and ctx.scene.tag(at) == "ADJ" and ctx.scene.tokens[at].definite:
        at -= 1
    noun = at > ctx.sentence.first and ctx.scene.tag(at) == "NOUN" and ctx.scene.tokens[at].definite
    return at if noun else None


def _described_before(ctx: Context, at: int) -> Actor | None:
    """Return the actor whom a relative clause at ``at`` describes, past adjectives, joined nouns and dates."""
    tags = ctx.scene.doc.tags(ctx.sentence)
    dates = ctx.scene.date_starts
    behind, nouns = at, False
    while at - behind < 12 and behind > ctx.sentence.first:
        actor = ctx.scene.ending.get(behind)
        if actor is not None and not nouns:
            return actor
        if behind in dates:
            behind = dates[behind] - (ctx.scene.norms[dates[behind] - 1] == "في")
            continue
        tag = tags[behind - 1 - ctx.sentence.first]
        if tag == "CCONJ":
            nouns = False
        elif tag == "NOUN":
            nouns = True
        elif tag not in _TRAILING:
            return None
        behind -= 1
    return None


_TRAILING = frozenset({"ADJ", "PROPN", "CCONJ", "PUNCT"})
