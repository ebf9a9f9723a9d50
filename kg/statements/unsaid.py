"""Speakers that no word names where they speak: empty subjects, authors of a text, doers of a participle."""

from __future__ import annotations

from kg.arabic.tokens import TokenKind
from kg.records import Kind
from kg.statements.content import Opening
from kg.statements.cues import Cue, CueKind
from kg.statements.drafts import Context, Draft, fits, spoke_of
from kg.statements.issuers import author_behind
from kg.statements.memory import Spoke
from kg.statements.noun_phrases import definite_phrase, generic_at
from kg.statements.phrases import Subject, agrees, phrase_at
from kg.statements.scene import Actor
from kg.statements.subjects import clause_subject
from kg.statements.verb_lists import HANDING
from kg.statements.words import QUANTIFIERS

FAR = 120  # tokens between a text and the verb that looks back to it


def unsaid_speaker(ctx: Context, cue: Cue) -> Spoke | None:
    """Return the speaker of a verb without subject."""
    if (told := _third_person(ctx, cue) or _in_turn(ctx, cue)) is not None:
        return told
    if _describes(ctx, cue) or _described_head(ctx, cue) is not None:
        return _author(ctx, cue) or _described_noun(ctx, cue)
    inside = _of_sentence(ctx, cue)
    if inside is not None:
        return inside
    if cue.entry.continues:
        fitting = ctx.memory.last(cue.features)
        return fitting or (ctx.memory.last() if cue.features.number not in ("d", "p") else None)
    return None if _within_words(ctx, cue) else _topic(ctx, cue) or ctx.memory.last(cue.features)


def opens_direct_words(ctx: Context, cue: Cue) -> bool:
    """Whether direct words begin with the verb: who speaks would say I, so that it is of another (: "تؤكد الأدلة)."""
    heads = [d.start.token for d in ctx.leading if d.start.opening in (Opening.COLON, Opening.QUOTE)]
    return any(cue.start in (head, head + (ctx.scene.quote_opening(head) is not None)) for head in heads)


def _within_words(ctx: Context, cue: Cue) -> bool:
    """Whether a verb goes on within the words of a report of its sentence: its subject is none who spoke before."""
    if not any(draft.start.token < cue.start for draft in ctx.leading):
        return False
    before = cue.start - 1
    return not (ctx.scene.norms[before] in ("و", "كما", "ثم", "ف") and ctx.scene.tokens[before - 1].text in "،,؛")


def _in_turn(ctx: Context, cue: Cue) -> Spoke | None:
    """Return who does something in order to say it: قال إن فلانا اتصل به ليقول له إن."""
    if ctx.scene.norms[cue.start - 1] != "ل" or not ctx.leading:
        return None
    outer = ctx.leading[-1]
    found = clause_subject(ctx.scene, outer.start.token, cue.start)
    return spoke_of(ctx, cue, found) if found is not None and agrees(cue.features, found, before=True) else outer.spoke


def _third_person(ctx: Context, cue: Cue) -> Spoke | None:
    """Return of whom someone tells in direct speech, who would say قلت of himself: "التقيت الملك، فقال لي إن"."""
    quote = ctx.scene.quote_at(cue.start)
    if quote is None or cue.features.number != "s" or quote[0] >= cue.start:
        return None
    outer = [d for d in ctx.drafts if d.start.token in (quote[0], quote[0] + 1)]
    own = outer[-1].spoke.keys if outer else ()
    within = [d for d in ctx.drafts if d.nested and quote[0] < d.clause and fits(cue.features, d.spoke)]
    if within and within[-1].spoke.keys != own:
        return within[-1].spoke
    for actor in ctx.scene.actors_before(cue.start, quote[0]) if outer else ():
        told = actor.kind == Kind.PERSON and actor.key and actor.key not in own
        if told and agrees(cue.features, actor):
            return Spoke((actor.key or "",), actor.gender, "s", actor.start)
    return None


def _describes(ctx: Context, cue: Cue) -> bool:
    """Whether a verb in the imperfect describes the noun right before it: وثائق سرية تدين."""
    at = cue.start - 1
    token = ctx.scene.tokens[at]
    if cue.features.tense != "imperfect" or token.kind != TokenKind.WORD or ctx.scene.tag(at) not in ("NOUN", "ADJ"):
        return False
    if cue.entry.stance in _JUDGING and ctx.leading:
        return True
    return not token.definite and ctx.scene.governed(at)  # في إشارة تذكر بالوضع


_JUDGING = frozenset({"condemns", "accuses", "supports"})


def _of_sentence(ctx: Context, cue: Cue) -> Spoke | None:
    """Return the speaker whom the sentence itself tells: by quotation, text, report or clause."""
    quote = ctx.scene.quote_at(cue.start)
    quoted = [d for d in ctx.drafts if quote is not None and ctx.scene.quote_at(d.start.token) == quote]
    if quoted and fits(cue.features, quoted[-1].spoke):
        return quoted[-1].spoke
    author = _author(ctx, cue) or _described_noun(ctx, cue)
    if author is not None or (ctx.leading and fits(cue.features, ctx.leading[-1].spoke)):
        return author or ctx.leading[-1].spoke
    found = None if cue.entry.continues else clause_subject(ctx.scene, ctx.sentence.first, cue.start)
    if found is not None and agrees(cue.features, found, before=True):
        return spoke_of(ctx, cue, _woman_of(ctx, cue, found) or found)
    return next((d.spoke for d in reversed(ctx.drafts) if fits(cue.features, d.spoke)), None)


def _woman_of(ctx: Context, cue: Cue, man: Subject) -> Subject | None:
    """Return the woman told of behind a person as his own, whom a verb in the feminine means: خطيبته ... لكنها قالت."""
    scene = ctx.scene
    if cue.features.gender != "f" or man.gender is not None or man.actors[0].kind != Kind.PERSON:
        return None
    for at in range(cue.start - 2, man.end, -1):
        if scene.tokens[at].stem in scene.words.kin and scene.tokens[at + 1].kind == TokenKind.ENCLITIC:
            end = at + 2 + (scene.tag(at + 2) == "ADJ")
            gender, number = scene.form(at)
            actor = Actor(at, end, None, Kind.UNNAMED, gender, number)
            return Subject(at, end, (actor,), gender, number) if gender == "f" else None
    return None


def _topic(ctx: Context, cue: Cue) -> Spoke | None:
    """Return the subject of the sentence before, if that reports nothing: التقى الوزير نظيره. وقال إن."""
    sentence = ctx.memory.quiet
    if sentence is None or not any(
        ctx.scene.tag(at) == "VERB" for at in range(sentence.first, min(sentence.first + 4, sentence.last))
    ):
        return None
    found = clause_subject(ctx.scene, sentence.first, sentence.last)
    if found is None or found.start - sentence.first > 6:
        return None
    if found.actors[0].kind not in _TOPICS and not _state_or_people(ctx, cue, found, sentence.first):
        return None
    return spoke_of(ctx, cue, found) if agrees(cue.features, found, before=True) else None


_TOPICS = (Kind.PERSON, Kind.ORGANIZATION)


def _state_or_people(ctx: Context, cue: Cue, found: Subject, first: int) -> bool:
    """Whether a verb may go on with several people, or one in the feminine with the state right behind the verb that
    opens the sentence before: وردت روسيا بطرد الدبلوماسيين. كما أعلنت.
    """
    if found.actors[0].kind == Kind.UNNAMED:
        return cue.features.number == "p"
    single = found.actors[0].kind == Kind.COUNTRY and len(found.actors) == 1 and cue.features.gender == "f"
    return single and ctx.scene.tag(found.start - 1) == "VERB" and found.start - first <= 2


def text_looked_back_to(ctx: Context, cue: Cue) -> int | None:
    """Return the noun of the text that a verb with فيه behind it looks back to: تصريح للوزير قال فيه."""
    if cue.end + 1 >= ctx.sentence.last or ctx.scene.norms[cue.end] != "في":
        return None
    if ctx.scene.tokens[cue.end + 1].kind != TokenKind.ENCLITIC:
        return None
    first = max(ctx.sentence.first, cue.start - FAR)
    nouns = [at for at in range(first, cue.start) if ctx.scene.tokens[at].stem in ctx.scene.words.looked_back]
    if not nouns or ctx.scene.tokens[nouns[-1] + 1].kind == TokenKind.ENCLITIC:  # كلمته التي قال فيها
        return None
    return next((at for at in reversed(nouns) if ctx.scene.norms[at - 1] not in ("بشان", "شان", "حول")), nouns[-1])


def _author(ctx: Context, cue: Cue) -> Spoke | None:
    """Return who issued the text that a verb looks back to."""
    noun = text_looked_back_to(ctx, cue)
    if noun is None:
        return None
    found = author_behind(ctx.scene, noun + 1, cue.start) or _owner_in_words(ctx, noun + 1, cue.start)
    if found is not None and agrees(cue.features, found) and not _received(ctx, noun, found.start):
        return spoke_of(ctx, cue, found)
    clause = _publisher(ctx, noun) or clause_subject(ctx.scene, ctx.sentence.first, noun)
    if clause is not None and agrees(cue.features, clause) and clause.actors[0].kind != Kind.UNNAMED:
        return spoke_of(ctx, cue, clause)
    return _nearest(ctx, cue, ctx.sentence.first, noun)


def _publisher(ctx: Context, noun: int) -> Subject | None:
    """Return whom a relative clause describes that tells of a text: الوزير، الذي نشر تغريدة طالب فيها."""
    for at in range(noun - 1, max(ctx.sentence.first, noun - 7), -1):
        if ctx.scene.norms[at] in ("الذي", "التي", "الذين"):
            end = at - (ctx.scene.tokens[at - 1].text in "،,")
            actor = ctx.scene.ending.get(end)
            return phrase_at(ctx.scene, actor.start, at) if actor is not None else None
        if ctx.scene.tokens[at].kind == TokenKind.PUNCT:
            return None
    return None


def _owner_in_words(ctx: Context, at: int, last: int) -> Subject | None:
    """Return whose a text is, by words alone: تصريح لعمدة المدينة قال فيه."""
    if at + 1 >= last or ctx.scene.norms[at] != "ل" or ctx.scene.tokens[at].kind != TokenKind.PROCLITIC:
        return None
    return definite_phrase(ctx.scene, at + 1, last) or generic_at(ctx.scene, at + 1, last)


def _described_head(ctx: Context, cue: Cue) -> int | None:
    """Return the indefinite noun whose relative clause a verb in the imperfect opens behind it: مظاهرات تدعو إلى."""
    head = _indefinite_before(ctx, cue)
    if head is None or cue.features.tense != "imperfect" or head in ctx.scene.date_ends:
        return None
    if cue.entry.stance in ("says", "claims", "describes"):
        return None  # غارة تقول إن واشنطن شنتها: those who say it are others
    gender, number = ctx.scene.form(head)
    phrase = Subject(head, head + 1, (), gender, number)
    return head if agrees(cue.features, phrase, before=True) else None


def _indefinite_before(ctx: Context, cue: Cue) -> int | None:
    """Return the indefinite noun right before a verb, past its adjectives."""
    head = cue.start
    while (
        head - 1 > ctx.sentence.first
        and (ctx.scene.tag(head - 1) == "ADJ" or ctx.scene.norms[head - 1] == "غير")
        and not ctx.scene.tokens[head - 1].definite
    ):
        head -= 1
    head -= 1
    token = ctx.scene.tokens[head]
    if head <= ctx.sentence.first or token.kind != TokenKind.WORD or token.definite or ctx.scene.tag(head) != "NOUN":
        return None
    return head


def _described_noun(ctx: Context, cue: Cue) -> Spoke | None:
    """Return who tells by the indefinite noun that a verb right behind it describes: نشرت تقريرا أكد، إحصائية تفيد."""
    head = _indefinite_before(ctx, cue)
    if head is None:
        return None
    token, words = ctx.scene.tokens[head], ctx.scene.words
    if token.stem in words.issued or token.stem in words.looked_back:
        found = clause_subject(ctx.scene, ctx.sentence.first, head)
        return spoke_of(ctx, cue, found) if found is not None else None
    people = ctx.scene.form(head)[1] == "p"
    tells = people or token.stem in words.telling | words.taken_up | words.rank or token.stem in words.group
    phrase = generic_at(ctx.scene, head, cue.start) if tells else None
    return spoke_of(ctx, cue, phrase) if phrase is not None and agrees(cue.features, phrase, before=True) else None


def _received(ctx: Context, noun: int, at: int) -> bool:
    """Whether those behind the noun of a text received it: قدم تقريرا للمجلس، بعث رسالة إلى الوزير."""
    if ctx.scene.norms[at - 1] not in ("ل", "الي"):
        return False
    return any(ctx.scene.tokens[step].norm in HANDING for step in range(max(ctx.sentence.first, noun - 3), noun))


def _nearest(ctx: Context, cue: Cue, first: int, last: int) -> Spoke | None:
    for actor in ctx.scene.actors_before(last, first):
        if ctx.scene.governed(actor.start):
            continue
        found = phrase_at(ctx.scene, actor.start, last)
        if found is not None and agrees(cue.features, found) and found.actors[0].kind != Kind.COUNTRY:
            return spoke_of(ctx, cue, found)
    return None


def _agreeing(ctx: Context, cue: Cue) -> Spoke | None:
    """Return the nearest one before a participle in the singular who agrees with it and whom nothing governs."""
    for actor in ctx.scene.actors_before(cue.start, ctx.sentence.first):
        found = None if ctx.scene.governed(actor.start) else phrase_at(ctx.scene, actor.start, cue.start)
        if found is not None and found.number == "s" and agrees(cue.features, found, before=True):
            return spoke_of(ctx, cue, found)
    return None


def doer_of(ctx: Context, cue: Cue) -> Spoke | None:
    """Return who does what a participle or verbal noun tells."""
    inner = _doer_inside(ctx, cue)
    if inner is not None:
        return inner
    if ctx.leading:
        return _hanging_on(ctx, cue, ctx.leading[-1])
    if cue.kind == CueKind.PARTICIPLE and ctx.scene.norms[cue.start].endswith("ين"):
        return _many(ctx, cue)
    found = clause_subject(ctx.scene, ctx.sentence.first, cue.start)
    man = cue.kind == CueKind.PARTICIPLE and ctx.scene.norms[cue.start].endswith("ا")
    if found is not None and man and (found.gender == "f" or found.number != "s"):
        return _agreeing(ctx, cue) or spoke_of(ctx, cue, found)
    if found is not None:
        return spoke_of(ctx, cue, found)
    return ctx.memory.last(cue.features) or ctx.memory.last()


def _many(ctx: Context, cue: Cue) -> Spoke | None:
    """Return the nearest plural subject behind a verb, who do what a plural participle tells: خرج الآلاف مطالبين."""
    for at in range(cue.start - 1, ctx.sentence.first, -1):
        if ctx.scene.tag(at - 1) != "VERB" or ctx.scene.governed(at):
            continue
        counted = ctx.scene.norms[at] in QUANTIFIERS
        found = phrase_at(ctx.scene, at, cue.start) or generic_at(ctx.scene, at, min(cue.start, at + 5))
        if found is not None and (counted or found.number == "p"):
            return spoke_of(ctx, cue, found)
    return None


def _hanging_on(ctx: Context, cue: Cue, last: Draft) -> Spoke:
    """Return whose a participle or noun behind a report is: its speaker's, or theirs whom its words tell of.

    أظهرت الإحصاءات أن الرئيس قدم شكاوى، متهما إياهم.
    """
    man = cue.kind == CueKind.PARTICIPLE and ctx.scene.norms[cue.start].endswith("ا")
    person = ctx.scene.actors.get(last.start.token)
    if not man or last.spoke.gender != "f" or person is None or person.kind != Kind.PERSON or person.gender == "f":
        return last.spoke
    found = phrase_at(ctx.scene, person.start, cue.start)
    return spoke_of(ctx, cue, found) if found is not None else last.spoke


def _doer_inside(ctx: Context, cue: Cue) -> Spoke | None:
    """Return the person in the words of a report who does something saying: أفادت بأن الوزير قاطعه قائلا."""
    if cue.kind != CueKind.PARTICIPLE or cue.entry.concept.name != "say" or not ctx.leading:
        return None
    before, last = ctx.scene.tokens[cue.start - 1], ctx.leading[-1]
    if last.start.opening != Opening.THAT or before.kind == TokenKind.PUNCT or before.norm == "و":
        return None
    actor = ctx.scene.actors.get(last.start.token)
    if actor is None or actor.kind not in (Kind.PERSON, Kind.UNNAMED) or actor.end >= cue.start:
        return None
    found = phrase_at(ctx.scene, actor.start, cue.start)
    return spoke_of(ctx, cue, found) if found is not None else None
