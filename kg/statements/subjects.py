"""Speakers: the noun phrase that a cue has for its subject, by grammar."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.arabic.tokens import TokenKind
from kg.clauses import word_set
from kg.labels import Features
from kg.records import Kind
from kg.statements.cues import Cue
from kg.statements.scene import Actor, Scene, noun_agreement
from kg.statements.words import (
    ADJUNCTS,
    ADVERBS,
    BREAKS,
    CARRIERS,
    COMPLEMENTIZERS,
    CONNECTORS,
    ISSUED,
    NOT_SAID_BEFORE,
    OPENING_QUOTES,
    PLATFORMS,
    PREPOSITIONS,
    QUANTIFIERS,
    RELATIVES,
)

LONGEST_SEARCH = 45


@dataclass(frozen=True)
class Subject:
    """Who speaks: tokens ``start`` to ``end`` (half-open); ``actors`` are several where they speak together."""

    start: int
    end: int
    actors: tuple[Actor, ...]
    gender: str | None
    number: str


def phrase_at(scene: Scene, at: int, limit: int) -> Subject | None:
    """Return the speakers' phrase that begins at token ``at``, joint speakers together."""
    first = _one(scene, at, limit)
    if first is None:
        return None
    actors, end = [first[0]], first[1]
    while end + 1 < limit and scene.norms[end] == "و" and scene.tokens[end].kind == TokenKind.PROCLITIC:
        following = _one(scene, end + 1, limit)
        if following is None or following[0].kind == Kind.UNNAMED != actors[0].kind:
            break
        if following[0].kind == actors[0].kind == Kind.UNNAMED:
            actors = [Actor(at, following[1], None, Kind.UNNAMED, actors[0].gender, "p")]
            end = following[1]
            continue
        actors.append(following[0])
        end = following[1]
    keys = {actor.key for actor in actors}
    if len(keys) == 1:
        actors = actors[:1]
    number = actors[0].number if len(actors) == 1 else ("d" if len(actors) == 2 else "p")
    return Subject(at, end, tuple(actors), actors[0].gender, number)


def _one(scene: Scene, at: int, limit: int) -> tuple[Actor, int] | None:
    if at >= limit:
        return None
    if scene.tokens[at].text in OPENING_QUOTES and at + 1 < limit and at + 1 in scene.actors:
        actor, end = _apposed(scene, scene.actors[at + 1], limit)
        return actor, _past_closing(scene, end, limit)
    if at + 2 < limit and "#" in (scene.tokens[at].text, scene.tokens[at + 1].text):  # حركة #الجهاد_الإسلامي
        marked = at + 1 if scene.tokens[at].text == "#" else at + 2
        if marked in scene.actors:
            return _apposed(scene, scene.actors[marked], limit)
    if scene.norms[at] == "كل" and at + 2 < limit and scene.norms[at + 1] == "من":
        return _one(scene, at + 2, limit)
    if at in scene.actors:
        return _apposed(scene, _described(scene, scene.actors[at], limit), limit)
    if (key := scene.surnames.get(scene.norms[at])) is not None and not scene.covered(at):
        return Actor(at, at + 1, key, Kind.PERSON, None, "s"), at + 1
    if scene.norms[at] in QUANTIFIERS and at + 1 < limit and at + 1 in scene.actors:
        inner = scene.actors[at + 1]
        return Actor(at, inner.end, None, Kind.UNNAMED, "m", "p"), inner.end
    return None


def _described(scene: Scene, actor: Actor, limit: int) -> Actor:
    """Return an unnamed source with the adjectives behind it (مسؤولان دفاعيان أمريكيان)."""
    if actor.kind != Kind.UNNAMED:
        return actor
    sentence = scene.doc.sentence_of(actor.start)
    tags, end = scene.doc.tags(sentence), actor.end
    for at in range(actor.start + 1, actor.end):  # رئيس الكتلة | القوات: a definite noun ends its phrase
        noun = tags[at - sentence.first] == "NOUN" and not scene.norms[at].endswith(("ي", "يه", "يين", "يون"))
        if noun and scene.tokens[at].definite and scene.tokens[at - 1].definite:
            return Actor(actor.start, at, None, Kind.UNNAMED, actor.gender, actor.number)
    while end < min(limit, actor.end + 3) and tags[end - sentence.first] == "ADJ" and end not in scene.date_ends:
        end += 1
    return actor if end == actor.end else Actor(actor.start, end, None, Kind.UNNAMED, actor.gender, actor.number)


def _past_closing(scene: Scene, end: int, limit: int) -> int:
    return end + 1 if end < limit and scene.tokens[end].text in "\"”»’'" else end


def _apposed(scene: Scene, actor: Actor, limit: int) -> tuple[Actor, int]:
    """Return the actor that a phrase names in the end, and where the phrase ends: title, comma, name, comma."""
    end = _past_brackets(scene, actor.end, limit)
    if end + 1 < limit and scene.tokens[end].text in "،,؛" and end + 1 in scene.actors:
        other = scene.actors[end + 1]
        same = other.key == actor.key
        if same or ((actor.key is None or actor.kind == Kind.UNNAMED) and other.kind == Kind.PERSON):
            closing = _past_brackets(scene, other.end, limit)
            return (actor if same and actor.key else other), closing
    if end in scene.actors and actor.key is None and scene.actors[end].kind == Kind.PERSON:
        return scene.actors[end], scene.actors[end].end
    return actor, end


def _past_brackets(scene: Scene, at: int, limit: int) -> int:
    if at < limit and scene.tokens[at].text in "([":
        for close in range(at + 1, min(limit, at + 12)):
            if scene.tokens[close].text in ")]":
                return close + 1
    if at + 1 < limit and scene.tokens[at].text in '"“«' and (quote := scene.quote_opening(at)) and quote[1] - at <= 5:
        return quote[1]  # القيادة المركزية الأمريكية "سنتكوم"
    return at


def agrees(features: Features, subject: Subject | Actor, *, before: bool = False) -> bool:
    """Whether a verb's form fits a subject that stands after it, or ``before`` it (then in number too)."""
    gender, number = subject.gender, subject.number
    if features.gender and gender and features.gender != gender and not (features.person == 3 and gender is None):
        return False
    if features.number in ("p", "d") and not before:
        return False
    if before and features.number in ("p", "d"):
        return number in ("p", "d")
    return not (before and features.number == "s" and number == "p")


@dataclass(frozen=True)
class After:
    """What stands after a verb: its subject or None, and the token where the search for the words said goes on."""

    subject: Subject | None
    next: int


def subject_after(scene: Scene, cue: Cue, limit: int) -> After:
    """Return the subject that follows a cue within ``limit``, past adverbs, dates and adjuncts."""
    at = cue.end
    if at < limit and scene.tokens[at].kind == TokenKind.ENCLITIC:
        at += 1
    start = at
    steps = 0
    while at < limit and steps < LONGEST_SEARCH:
        steps += 1
        jump = skip_adverbials(scene, at, limit)
        if jump > at:
            at = jump
            continue
        if opens_content(scene, at, cue):
            return After(None, start)
        found = phrase_at(scene, at, limit)
        if found is not None:
            found = _before_content(scene, found, cue)
            return After(found, found.end)
        if scene.tokens[at].text in "،,":
            at += 1
            continue
        jump = skip_adjunct(scene, at, limit, cue, people_stop=True)
        if jump > at:
            at = jump
            continue
        return After(None, start)
    return After(None, start)


def _before_content(scene: Scene, subject: Subject, cue: Cue) -> Subject:
    """Return a subject that ends where the words said open, should its phrase have been read on into them."""
    if len(subject.actors) != 1 or (subject.actors[0].kind not in (Kind.UNNAMED, Kind.PERSON)):
        return subject
    for at in range(subject.start + 1, subject.end):
        inner = scene.norms[at] in ("في", "ل", "من") and (at + 1 in scene.places or scene.tokens[at + 1].definite)
        if not inner and preposition_of(scene, at, cue) is not None:
            whole = subject.actors[0]
            key = whole.key if whole.kind == Kind.PERSON else None
            actor = Actor(subject.start, at, key, whole.kind, whole.gender, whole.number)
            return Subject(subject.start, at, (actor,), subject.gender, subject.number)
    return subject


def skip_adverbials(scene: Scene, at: int, limit: int) -> int:
    """Return the token after dates, adverbs and bracketed remarks that begin at ``at``."""
    while at < limit:
        if at in scene.date_ends:
            at = scene.date_ends[at]
        elif scene.norms[at] in ADVERBS and scene.tokens[at].kind == TokenKind.WORD and at not in scene.actors:
            at += 1
        elif scene.tokens[at].text in "([":
            closed = _past_brackets(scene, at, limit)
            if closed == at:
                break
            at = closed
        else:
            break
    return min(at, limit)


def skip_adjunct(scene: Scene, at: int, limit: int, cue: Cue, *, people_stop: bool = False) -> int:
    """Return the token after the prepositional phrase that begins at ``at``; ``at`` itself where none does.

    It ends where the words said may open, or where people are named anew with ``people_stop``.
    """
    token = scene.tokens[at]
    if token.norm not in ADJUNCTS or token.kind not in (TokenKind.WORD, TokenKind.PROCLITIC):
        return at
    at += 1
    if at in scene.date_ends:
        return scene.date_ends[at]
    if at < limit and scene.tokens[at].kind == TokenKind.ENCLITIC:
        return at + 1
    if at < limit and scene.tokens[at].stem in _MANNERS:
        return at + 1
    if at in scene.places:
        return max(at + 1, _past_brackets(scene, scene.places[at], limit))
    count = 0
    while at < limit and count < 14:
        token = scene.tokens[at]
        if token.kind == TokenKind.PUNCT and not (token.text in OPENING_QUOTES and _name_quote(scene, at)):
            break
        if token.norm in COMPLEMENTIZERS or token.text == ":" or (count and _resumes(scene, at, cue)):
            break
        if people_stop and count and at in scene.actors and scene.actors[at].kind in (Kind.PERSON, Kind.UNNAMED):
            if not scene.governed(at) and scene.tokens[at - 1].stem != "موتمر":
                break
        if token.kind == TokenKind.PUNCT and (quote := scene.quote_opening(at)):
            at = quote[1]
            continue
        if at in scene.date_ends:
            break
        at = scene.places[at] if at in scene.places else at + 1
        count += 1
    return at


def _resumes(scene: Scene, at: int, cue: Cue) -> bool:
    """Whether the cue's own preposition at ``at`` goes on from the cue, and not from the noun before it (الكشف عن)."""
    if preposition_of(scene, at, cue) is None:
        return False
    sentence = scene.doc.sentence_of(at)
    before = scene.doc.tags(sentence)[at - 1 - sentence.first]
    return before in ("ADJ", "PROPN") or scene.tokens[at - 1].stem in CARRIERS or at in scene.ending


def _name_quote(scene: Scene, at: int) -> bool:
    """Whether the quotation opening at ``at`` is a name rather than words said: short, after a noun or a preposition."""
    quote = scene.quote_opening(at)
    return quote is not None and scene.words_in(*quote) <= 3


def opens_content(scene: Scene, at: int, cue: Cue) -> bool:
    """Whether the words said begin at ``at``: أن, a colon, a quotation mark or the cue's own preposition."""
    token = scene.tokens[at]
    if token.text == ":":
        return True
    if token.text in OPENING_QUOTES:
        return _words_quoted(scene, at, cue)
    if token.norm in COMPLEMENTIZERS and token.kind == TokenKind.WORD:
        quote = scene.quote_at(at)
        if quote is not None and quote[0] > cue.end and scene.words_in(*quote) <= 3:
            return False  # "سي إن إن"
        return not (at > cue.end and other_clause(scene, at))
    return preposition_of(scene, at, cue) is not None


def _words_quoted(scene: Scene, at: int, cue: Cue) -> bool:
    """Whether the quotation opening at ``at`` holds words said, and not a name."""
    quote = scene.quote_opening(at)
    if quote is None:
        return False
    if scene.tokens[at - 1].text == ":":
        return True
    actor = scene.actors.get(at + 1)
    if actor is not None and actor.end >= quote[1] - 1:
        return False
    if quote[1] < len(scene.norms) and scene.norms[quote[1]] in COMPLEMENTIZERS and scene.words_in(*quote) <= 3:
        return False
    return scene.words_in(*quote) >= (4 if cue.entry.marker_only else 2)


def other_clause(scene: Scene, at: int) -> bool:
    """Whether أن at ``at`` belongs to another word than the cue (بعد أن، يمكن أن، لأن)."""
    before = scene.tokens[at - 1]
    if before.kind == TokenKind.PROCLITIC:
        return before.norm in ("ل", "ك")
    return before.norm in NOT_SAID_BEFORE or _verb_like(scene, at - 1)


# Adverbial phrases with ب and على that are no object of the verb before them.
_ADVERBIAL = {
    "ب": word_set(
        "قياده رييس رياسه شكل صوره حسب شان دوره سبب شده وضوح حضور حده دور جانب رفقه اسم طريقه صراحه صفه لهجه كل بعض "
        "صوت لغه الاضافه التزامن"
    ),
    "علي": word_set(
        "هامش حسابه حسابها حساب صفحته صفحتها تويتر فيسبوك موقع موقعه منصه رغم الرغم ضوء اثر خلفيه لسان حد ما غرار "
        "الهواء"
    ),
    "عن": word_set("طريق كثب"),
    "الي": word_set("ذلك جانب حد"),
    "ل": frozenset(),
    "من": word_set("جهته جهتها جهه جانبه جانبها خلال ناحيته ناحيتها جديد قبل دون اجل بين"),
    "في": frozenset(),
}


_MANNERS = word_set("اسم وضوح شده صراحه حزم قوه حده تفصيل اجمال")


def preposition_of(scene: Scene, at: int, cue: Cue) -> str | None:
    """Return the preposition at ``at`` where it opens the cue's content (طالب بـ، دعا إلى), else None."""
    norm = scene.norms[at]
    wanted = cue.entry.introduces
    for written, folded in _WRITTEN.items():
        if norm == folded and written in wanted and at + 1 < len(scene.tokens):
            after = scene.tokens[at + 1]
            if after.kind == TokenKind.ENCLITIC:
                return None
            if after.stem in _ADVERBIAL.get(folded, ()) or after.norm in _ADVERBIAL.get(folded, ()):
                return None
            if folded in ("ب", "ل", "من", "في") and at + 1 in scene.date_ends:
                return None
            return written
    return None


_WRITTEN = {"ب": "ب", "إلى": "الي", "على": "علي", "عن": "عن", "من": "من", "ل": "ل", "في": "في"}


def subject_before(scene: Scene, cue: Cue, first: int) -> Subject | None:
    """Return the subject that stands before a cue in its clause, which begins at ``first`` at the earliest."""
    at = _before_adverbs(scene, cue.start, first)
    if at <= first:
        return None
    adjacent = scene.ending.get(at)
    if adjacent is None and scene.tokens[at - 1].text in "\"”»’')،,":
        adjacent = scene.ending.get(at - 1)
    if adjacent is not None and adjacent.start >= first and not scene.governed(adjacent.start):
        return _widened(scene, adjacent, first)
    return None


def unknown_before(scene: Scene, cue: Cue, first: int) -> Subject | None:
    """Return the noun phrase that fills the clause before a cue, as a speaker known by its words alone."""
    end = _before_adverbs(scene, cue.start, first)
    start = end
    while start > first and end - start < 8 and scene.tag(start - 1) in _PHRASE and scene.norms[start - 1] not in _ENDS:
        start -= 1
    if start == end or end - start >= 8 or scene.tag(start) not in ("NOUN", "PROPN", "DET") or start in scene.date_ends:
        return None
    before = scene.tokens[start - 1] if start > first else None
    opened = before is None or before.kind == TokenKind.PUNCT or before.norm in _ENDS or before.norm in COMPLEMENTIZERS
    if not opened or _accusative(scene.norms[start]) or scene.norms[start] in PREPOSITIONS or start in scene.actors:
        return None
    gender, number = noun_agreement(scene.norms[start])
    found = Subject(start, end, (Actor(start, end, None, Kind.UNNAMED, gender, number),), gender, number)
    named = scene.tag(start) == "PROPN"
    fits = named or agrees(cue.features, found, before=scene.norms[start] not in QUANTIFIERS)
    return found if fits else None


_PHRASE = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM", "X"})
_ENDS = CONNECTORS | {"كان", "كانت", "كانوا", "وكان", "وكانت"}


def _before_adverbs(scene: Scene, at: int, first: int) -> int:
    dates = {end: start for start, end in scene.date_ends.items()}
    while at > first:
        if at in dates:
            at = dates[at]
        elif scene.norms[at - 1] in ADVERBS and scene.tokens[at - 1].kind == TokenKind.WORD:
            at -= 1
        else:
            break
    return at


def _widened(scene: Scene, actor: Actor, first: int) -> Subject:
    """Return the whole joint phrase whose last member is ``actor``."""
    start = actor.start
    while start - 1 > first and scene.norms[start - 1] == "و" and (left := scene.ending.get(start - 1)) is not None:
        if left.start < first or scene.governed(left.start):
            break
        start = left.start
    if start - 1 >= first and scene.norms[start - 1] in QUANTIFIERS:
        start -= 1
    found = phrase_at(scene, start, actor.end)
    return found or Subject(actor.start, actor.end, (actor,), actor.gender, actor.number)


def clause_subject(scene: Scene, first: int, last: int) -> Subject | None:
    """Return the first speakers' phrase between ``first`` and ``last`` that no preposition governs: the clause's subject."""
    start = at = _past_dateline(scene, first, last)
    while at < last:
        if scene.norms[at] in QUANTIFIERS and at + 1 < last and at + 1 not in scene.actors and not scene.governed(at):
            found = generic_at(scene, at, min(last, at + 2))
            if found is not None:
                return found
        if at in scene.actors and not scene.governed(at) and not _possessed(scene, at, first):
            found = phrase_at(scene, at, last)
            if found is not None and not _platform(scene, at):
                return found
        at = scene.actors[at].end if at in scene.actors else at + 1
    people = [a for a in range(start, last) if a in scene.actors and scene.actors[a].kind == Kind.PERSON]
    told = bool(people) and any(scene.tag(place) == "VERB" for place in range(start, people[0]))
    return phrase_at(scene, people[0], last) if told and _possessed(scene, people[0], first) else None


def _platform(scene: Scene, at: int) -> bool:
    return scene.norms[at] in PLATFORMS


def _past_dateline(scene: Scene, first: int, last: int) -> int:
    """Return the token after a dateline (دبي، الإمارات (CNN) --) that begins at ``first``, else ``first``."""
    sentence = scene.doc.sentence_of(first)
    if first != sentence.first:
        return first
    tags = scene.doc.tags(sentence)
    for at in range(first, min(last, first + 16)):
        if tags[at - first] == "VERB":
            return first
        if (
            scene.tokens[at].text in ("-", "–", "—", "ـ")
            and at + 1 < last
            and scene.tokens[at].start > scene.tokens[first].start
        ):
            while at < last and scene.tokens[at].kind == TokenKind.PUNCT:
                at += 1
            return at
    return first


def _possessed(scene: Scene, at: int, first: int) -> bool:
    """Whether the actor is the second part of a noun phrase (زيارة الكاظمي): an indefinite noun stands right before it."""
    if at - 1 < first:
        return False
    before = scene.tokens[at - 1]
    if before.kind != TokenKind.WORD or before.definite:
        return False
    return before.norm not in CONNECTORS and before.norm not in ADVERBS and not _verb_like(scene, at - 1)


def _verb_like(scene: Scene, at: int) -> bool:
    sentence = scene.doc.sentence_of(at)
    return scene.doc.tags(sentence)[at - sentence.first] == "VERB"


def relative_before(scene: Scene, cue: Cue, first: int) -> int | None:
    """Return the relative pronoun that opens the clause of a cue (الذي قال إنه), else None."""
    at = _before_adverbs(scene, cue.start, first)
    while at > first and scene.norms[at - 1] in ("كان", "كانت", "كانوا", "قد", "لم", "لا", "سبق", "و", "ان"):
        at -= 1
    if at > first and scene.norms[at - 1] in RELATIVES - {"من", "ما"}:
        return at - 1
    return None


def generic_at(scene: Scene, at: int, limit: int) -> Subject | None:
    """Return the noun phrase at ``at`` as a speaker known by its words alone (شهود عيان, مراقبون)."""
    token = scene.tokens[at] if at < limit else None
    if token is None or token.kind not in (TokenKind.WORD, TokenKind.LATIN) or token.norm in PREPOSITIONS:
        return None
    if token.norm in COMPLEMENTIZERS or token.norm in RELATIVES or token.norm in ADVERBS or token.norm in CONNECTORS:
        return None
    sentence = scene.doc.sentence_of(at)
    tag = scene.doc.tags(sentence)[at - sentence.first]
    if tag not in ("NOUN", "PROPN", "ADJ", "NUM", "DET", "X") or _accusative(token.norm):
        return None
    end = at + 1
    while end < limit and end - at < 8:
        quote = scene.quote_opening(end)
        if quote is not None and scene.words_in(*quote) <= 2 and quote[1] <= limit:
            end = quote[1]
        elif _continues_phrase(scene, end):
            end += 1
        else:
            break
    gender, number = noun_agreement(token.norm)
    return Subject(at, end, (Actor(at, end, None, Kind.UNNAMED, gender, number),), gender, number)


def definite_phrase(scene: Scene, at: int, limit: int) -> Subject | None:
    """Return the definite noun phrase at ``at``: a noun with the article or nouns up to one, and their adjectives (مجلس النواب)."""
    sentence = scene.doc.sentence_of(at)
    tags = scene.doc.tags(sentence)
    limit = min(limit, at + 7)
    end = at
    while end < limit and tags[end - sentence.first] in ("NOUN", "PROPN") and scene.norms[end] not in ADVERBS:
        end += 1
        if scene.tokens[end - 1].definite:
            break
    if end == at or not scene.tokens[end - 1].definite or _verbal_noun(scene.tokens[at].norm):
        return None
    while end < limit and tags[end - sentence.first] == "ADJ" and scene.tokens[end].definite:
        end += 1
    gender, number = noun_agreement(scene.norms[at])
    return Subject(at, end, (Actor(at, end, None, Kind.UNNAMED, gender, number),), gender, number)


_VERBAL_NOUN = re.compile(r"ال(?:انت|انس|انض|انه|است|اعت|اجت|اتف|اقت|احت|اشت|ارت|تو|تع|تح|تق|تس|تر|تن|تص|تد|تف|تم|تا)")
_BODIES = word_set(
    "التحالف التقرير التنظيم التيار الاتحاد التلفزيون التجمع التحقيق التنسيقيه الائتلاف الايتلاف الاستخبارات"
)
_MATTERS = word_set(
    "الحرب الحداد الطواري النفير الهدنه السيطره القبض العفو الافراج الاعلان الاصرار الافلاس الاضراب الاغلاق "
    "الامر القرار الاتهام"
)


def described_phrase(scene: Scene, at: int, limit: int) -> Subject | None:
    """Return the indefinite noun and adjectives at ``at`` (تحقيق أميركي، دراسة حديثة)."""
    sentence = scene.doc.sentence_of(at)
    tags = scene.doc.tags(sentence)
    end = at + 1
    while end < min(limit, at + 4) and tags[end - sentence.first] == "ADJ" and not scene.tokens[end].definite:
        end += 1
    if tags[at - sentence.first] != "NOUN" or scene.tokens[at].definite or _accusative(scene.norms[at]):
        return None
    if end == at + 1 and scene.norms[at] not in ISSUED and noun_agreement(scene.norms[at])[1] != "p":
        return None
    gender, number = noun_agreement(scene.norms[at])
    return Subject(at, end, (Actor(at, end, None, Kind.UNNAMED, gender, number),), gender, number)


def _verbal_noun(norm: str) -> bool:
    """Whether a definite noun names an act rather than someone who speaks (أعلنت الحرب، أكد الاستمرار)."""
    return norm in _MATTERS or (norm not in _BODIES and _VERBAL_NOUN.match(norm) is not None)


def _accusative(norm: str) -> bool:
    """Whether an indefinite noun shows the accusative: no subject has it (متسائلا، وفقا)."""
    return norm.endswith("ا") and not norm.startswith("ال") and len(norm) > 3


def _continues_phrase(scene: Scene, at: int) -> bool:
    token = scene.tokens[at]
    if token.kind == TokenKind.ENCLITIC:
        return True
    if token.kind not in (TokenKind.WORD, TokenKind.LATIN) or at in scene.date_ends:
        return False
    known = PREPOSITIONS | COMPLEMENTIZERS | RELATIVES | ADVERBS | BREAKS
    return token.norm not in known
