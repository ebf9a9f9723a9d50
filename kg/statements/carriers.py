"""Statements, reports and agencies: who issued them, whose words they carry."""

from __future__ import annotations

from kg.arabic.normal import fold
from kg.arabic.tokens import TokenKind, strip_article
from kg.clauses import word_set
from kg.records import Kind
from kg.statements.content import MARKED, Opening, Start, find_start
from kg.statements.cues import Cue
from kg.statements.drafts import Context, Draft, spoke_of
from kg.statements.issuers import author_behind, nations_of
from kg.statements.linking import clause_back
from kg.statements.memory import Spoke
from kg.statements.noun_phrases import definite_phrase, generic_at, is_nisba
from kg.statements.openings import opens_content, preposition_of, skip_adverbials
from kg.statements.phrases import Subject, phrase_at
from kg.statements.scene import Actor, Scene
from kg.statements.subjects import named_between_commas, subject_after, subject_before
from kg.statements.verb_lists import ISSUING
from kg.statements.words import COMPLEMENTIZERS


def issuer_at(ctx: Context, at: int, limit: int, cue: Cue) -> Subject | None:
    """Return who issued the statement or report whose noun stands at ``at``."""
    stop = at + 1
    while stop < min(limit, at + 12) and not (
        opens_content(ctx.scene, stop, cue) and preposition_of(ctx.scene, stop, cue) is None
    ):
        stop += 1
    inside = nations_of(ctx.scene, at, stop) or author_behind(ctx.scene, at + 1, stop)
    if inside is not None and inside.actors[0].kind == Kind.UNNAMED and (key := ctx.memory.text_before(at)):
        return Subject(at, inside.end, (Actor(at, inside.end, key, Kind.UNNAMED, None, "s"),), None, "s")
    if inside is not None:
        return Subject(at, inside.end, inside.actors, None, inside.number)
    if (issuer := _issuer_by_verb(ctx, at, limit) or _issuer_by_words(ctx, at, stop)) is not None:
        return issuer
    phrase = generic_at(ctx.scene, at, stop)
    if phrase is None or phrase.end >= limit or ctx.scene.norms[phrase.end] != "ل":
        return phrase
    end = owned_end(ctx, phrase.end, limit)
    told = any(ctx.scene.tag(place) == "VERB" for place in range(at, phrase.end))
    body = end > phrase.end and ctx.scene.tokens[phrase.end + 1].stem in ctx.scene.words.printed
    owner = phrase.end + 1 if body and not told else at
    actor = Actor(owner, end, None, Kind.UNNAMED, phrase.gender, phrase.number)
    return Subject(at, end, (actor,), phrase.gender, phrase.number)


def _issuer_by_verb(ctx: Context, noun: int, limit: int) -> Subject | None:
    """Return the body that a clause behind a text's noun says to have issued it: تقرير حديث أصدرته الوكالة."""
    scene, at = ctx.scene, noun + 1
    while at + 2 < limit and at < noun + 4 and scene.tag(at) in ("ADJ", "NOUN") and not scene.tokens[at].definite:
        at += 1
    if at + 2 >= limit or scene.norms[at] not in ISSUING or scene.tokens[at + 1].kind != TokenKind.ENCLITIC:
        return None
    found = phrase_at(scene, at + 2, limit) or definite_phrase(scene, at + 2, limit)
    return Subject(noun, found.end, found.actors, None, found.number) if found is not None else None


def _issuer_by_words(ctx: Context, noun: int, limit: int) -> Subject | None:
    """Return the body that nobody knows whose a statement is: بيان صادر عن الرابطة، بيان أهالي المفقودين."""
    scene, at = ctx.scene, noun + 1
    while at + 1 < limit and scene.tokens[at].stem in ("صادر", "صادره", "مشترك", "رسمي", "صحفي"):
        at += 1
    if at == noun + 1:
        own = scene.tokens[noun].stem == "بيان" and at < limit and scene.tag(at) == "NOUN" and not is_nisba(scene, at)
        phrase = definite_phrase(scene, at, limit) if own and not scene.tokens[noun].definite else None
    else:
        phrase = definite_phrase(scene, at + 1, limit) if scene.norms[at] in ("عن", "من") else None
    if phrase is None:
        return None
    return Subject(noun, phrase.end, phrase.actors, None, phrase.number)


def owned_end(ctx: Context, at: int, limit: int) -> int:
    """Return the token after ل at ``at`` and those whom it names as owners, ``at`` where it goes on otherwise."""
    tags = ctx.scene.doc.tags(ctx.scene.doc.sentence_of(at))
    first = ctx.scene.doc.sentence_of(at).first
    quote = ctx.scene.quote_opening(at + 1)
    if quote is not None:
        return min(quote[1], limit) if ctx.scene.words_in(*quote) <= 3 else at
    end = ctx.scene.places.get(at + 1, at + 1)
    while end < min(limit, at + 9) and tags[end - first] in ("NOUN", "PROPN", "ADJ") and end not in ctx.scene.date_ends:
        end = ctx.scene.places.get(end, end + 1)
    if end + 1 < limit and ctx.scene.norms[end] in ("ب", "في") and end + 1 in ctx.scene.places and end > at + 2:
        end = ctx.scene.places[end + 1]  # للفريق المعني بليبيا
    return end if at + 1 < end <= limit else at


def carrier_named(ctx: Context, first: int, last: int) -> str | None:
    """Return the carrier of the words between a cue and what it opens: an outlet told, a tweet, an interview."""
    tokens = ctx.scene.tokens
    for at in range(first, last):
        actor = ctx.scene.actors.get(at)
        if actor and actor.key and ctx.scene.is_outlet(actor.key) and ctx.scene.governed(at):
            entity = ctx.scene.entity(actor.key)
            return entity.name if entity else None
    for at in range(first, last):
        if tokens[at].stem in ctx.scene.words.carrier and (ctx.scene.governed(at) or at == first):
            return tokens[at].text
    return None


def statement_stem(scene: Scene, carrier: str | None) -> str | None:
    """Return the stem of a carrier as written, if it is a text that "the statement" later takes up: بيان, التقرير."""
    stem = strip_article(fold(carrier)) if carrier is not None else None
    return stem if stem in scene.words.statement else None


def read_in_carrier(ctx: Context, cue: Cue, limit: int) -> Draft | None:
    """Return the report of words that a text held: جاء في بيان للوزارة أن، ورد على لسان المتحدث أن."""
    noun = _carrier_behind(ctx, cue, limit)
    start = find_start(ctx.scene, cue, noun + 1, limit) if noun is not None else None
    if noun is None or start is None or start.opening not in MARKED:
        return None
    inside = author_behind(ctx.scene, noun + 1, start.mark)
    spoke = _held_by(ctx, noun, start, inside)
    if spoke is None or not spoke.keys:
        return None
    clause = clause_back(ctx, cue.start, ctx.scene.doc.sentence_of(cue.start).first)
    draft = Draft(cue, spoke, start, clause, f"carrier:{cue.entry.concept.name}", 0.8, limit, inside)
    draft.via = ctx.scene.tokens[noun].text
    return draft


def _carrier_behind(ctx: Context, cue: Cue, limit: int) -> int | None:
    """Return the noun of the text or the page in which words stand, behind في or على."""
    at = skip_adverbials(ctx.scene, cue.end, limit)
    if at + 1 >= limit or ctx.scene.norms[at] not in ("في", "علي"):
        return None
    token, words = ctx.scene.tokens[at + 1], ctx.scene.words
    if token.kind == TokenKind.ENCLITIC:
        return None
    return at + 1 if token.stem in words.issued or (ctx.scene.norms[at] == "علي" and token.stem in words.page) else None


def _held_by(ctx: Context, noun: int, start: Start, inside: Subject | None) -> Spoke | None:
    """Return who speaks through the text at ``noun``: the author told ``inside``, the text, or whoever issued it."""
    if inside is not None:
        return Spoke(ctx.memory.keys_of(inside), inside.gender, inside.number, noun)
    if not ctx.scene.tokens[noun].definite and start.mark > noun + 1:
        return Spoke((ctx.memory.unnamed(noun, min(start.mark, noun + 8)),), None, "s", noun)
    return _issued(ctx, noun) or ctx.memory.last()


def _issued(ctx: Context, noun: int) -> Spoke | None:
    """Return who issued the text that the definite noun takes up, else the text itself where nobody spoke yet."""
    keys = ctx.memory.issuers(noun)
    if not keys and ctx.memory.last() is None:
        keys = (ctx.memory.unnamed(noun, noun + 1),)
    return Spoke(keys, None, "s" if len(keys) == 1 else "d", noun) if keys else None


def read_relay(ctx: Context, cue: Cue, limit: int) -> Draft | None:
    """Read نقلت الوكالة عن الوزير قوله إن: the minister speaks, the agency carries."""
    wanted = {"الي", "ل"} if cue.entry.concept.name == "attribute" else {"عن"}
    for at in range(cue.end, min(limit, cue.end + 30)):
        token = ctx.scene.tokens[at]
        if token.norm in COMPLEMENTIZERS or token.text in ":.":
            return None
        name = _quoted_behind(ctx, at, wanted)
        if name is None and token.stem == "قول" and ctx.scene.tokens[min(at + 1, limit - 1)].kind == TokenKind.ENCLITIC:
            return _relayed_again(ctx, cue, at + 1, limit)  # نقلت الوكالات قوله
        if name is not None and name < limit:
            again = ctx.scene.tokens[name].kind == TokenKind.ENCLITIC
            return _relayed_again(ctx, cue, name, limit) if again else _relayed(ctx, cue, at, name, limit)
    return None


def _relayed(ctx: Context, cue: Cue, at: int, name: int, limit: int) -> Draft | None:
    """Return the report of who is named at ``name``, behind the عن at ``at``."""
    said = phrase_at(ctx.scene, name, limit) or generic_at(ctx.scene, name, limit)
    if said is None:
        return None
    said = named_between_commas(ctx.scene, said, limit)
    start = find_start(ctx.scene, cue, _past_saying(ctx, said.end, limit), limit)
    if start is None or start.opening not in MARKED:
        told = _noun_told(ctx, at + 2, limit)
        start, said = (told, _up_to(ctx, said, told.token)) if told is not None else (start, said)
    if start is None or start.opening == Opening.PREPOSITION:
        return None
    said = _cut_at_masdar(ctx, said)
    clause = clause_back(ctx, cue.start, ctx.scene.doc.sentence_of(cue.start).first)
    rule = f"relay:{cue.entry.concept.name}"
    draft = Draft(cue, spoke_of(ctx, cue, said), start, clause, rule, 0.85, limit, said)
    draft.via = _relayer(ctx, cue, at)
    return draft


def _relayed_again(ctx: Context, cue: Cue, pronoun: int, limit: int) -> Draft | None:
    """Return the report of somebody who spoke before and whom a pronoun means: ونقلت الوكالة عنه قوله."""
    start = find_start(ctx.scene, cue, _past_saying(ctx, pronoun + 1, limit), limit)
    gender = {"ها": "f", "ه": "m"}.get(ctx.scene.norms[pronoun])
    number = "s" if gender else "p"
    spoke = ctx.memory.last(cue.features._replace(gender=gender, number=number))
    if spoke is None or start is None or start.opening not in MARKED:
        return None
    clause = clause_back(ctx, cue.start, ctx.scene.doc.sentence_of(cue.start).first)
    draft = Draft(cue, spoke, start, clause, f"relay:{cue.entry.concept.name}", 0.8, limit)
    draft.via = _relayer(ctx, cue, pronoun - 1)
    return draft


def _quoted_behind(ctx: Context, at: int, wanted: set[str]) -> int | None:
    """Return where the quoted one is named behind ``at``: نقلت عن فلان، على لسان فلان، قول فلان إن."""
    scene, token = ctx.scene, ctx.scene.tokens[at]
    if token.norm in wanted and token.kind != TokenKind.ENCLITIC:
        return at + 1
    if token.norm == "علي" and scene.norms[at + 1 : at + 2] == ["لسان"]:
        return at + 2
    noun = ctx.nouns.get(at)
    if noun is None or noun.entry.concept.name != "say" or token.definite or noun.end >= len(scene.tokens):
        return None
    return noun.end if scene.tokens[noun.end].kind != TokenKind.ENCLITIC else None


def _noun_told(ctx: Context, first: int, limit: int) -> Start | None:
    """Return the verbal noun with its pronoun that tells what somebody did by words: عن مسؤول | نفيه للأنباء."""
    for at in range(first, min(limit - 1, first + 9)):
        pronoun = ctx.scene.tokens[at + 1].kind == TokenKind.ENCLITIC and ctx.scene.norms[at + 1] in _HIS
        if pronoun and (at in ctx.nouns or ctx.scene.tokens[at].stem in _TOLD_BY):
            return Start(at, at, Opening.OBJECT)
        if ctx.scene.tokens[at].kind == TokenKind.PUNCT and ctx.scene.tokens[at].text not in '"“”«»،,':
            return None
    return None


def _up_to(ctx: Context, said: Subject, last: int) -> Subject:
    """Return the phrase of a speaker that ends at ``last``, should it have been read on."""
    return said if said.end <= last else generic_at(ctx.scene, said.start, last) or said


_HIS = ("ه", "ها", "هم", "هما")
_TOLD_BY = word_set(
    "نفي تاكيد رفض دعوه دعوت مطالبه مطالبت تحذير ترحيب ادانه ادانت استنكار اعتراف اقرار وصف اتهام تهديد"
)


def _past_saying(ctx: Context, at: int, limit: int) -> int:
    """Return the token behind a verbal noun of saying and the pronoun on it (نسبت إليه القول إن, نقلت عنه قوله إن)."""
    if at < limit and ctx.scene.tokens[at].stem in ("قول", "تاكيد"):
        at += 1
        at += at < limit and ctx.scene.tokens[at].kind == TokenKind.ENCLITIC
    return at


def _cut_at_masdar(ctx: Context, said: Subject) -> Subject:
    if len(said.actors) != 1 or said.actors[0].key is not None:
        return said
    for at in range(said.start + 1, said.end):
        if ctx.scene.tokens[at].stem in ("قول", "تاكيد", "اعلان", "ان"):
            cut = generic_at(ctx.scene, said.start, at)
            return cut or said
    return said


def _relayer(ctx: Context, cue: Cue, last: int) -> str | None:
    found = subject_after(ctx.scene, cue, last).subject
    if found is None:
        found = subject_before(ctx.scene, cue, ctx.scene.doc.sentence_of(cue.start).first)
    if found is None:
        return None
    return ctx.scene.doc.slice(found.start, found.end).strip('"“”«»')
