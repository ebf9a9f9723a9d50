"""Speakers' phrases: known actors with their appositions, joined to one another."""

from __future__ import annotations

from dataclasses import dataclass

from kg.arabic.tokens import TokenKind
from kg.labels import Features
from kg.records import Kind
from kg.statements.anonymity import past_anonymity
from kg.statements.scene import Actor, Scene
from kg.statements.words import COMPLEMENTIZERS, DEMONSTRATIVES, OPENING_QUOTES, QUANTIFIERS


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
        following = _one(scene, end + 1, limit) or _ally(scene, end + 1, limit)
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
    head = scene.actors.get(at)
    gender = head.gender if head is not None and head.kind == Kind.UNNAMED and head.gender else actors[0].gender
    return Subject(at, end, tuple(actors), gender, number)


def _one(scene: Scene, at: int, limit: int) -> tuple[Actor, int] | None:
    """Return one speaker named at ``at`` and where the phrase ends."""
    if at >= limit:
        return None
    if at in scene.actors:
        return _apposed(scene, _described(scene, scene.actors[at], limit), limit)
    if (key := scene.surnames.get(scene.norms[at])) is not None and not scene.covered(at):
        return Actor(at, at + 1, key, Kind.PERSON, None, "s"), at + 1
    right_before = at + 1 < limit and scene.norms[at + 1] in COMPLEMENTIZERS  # اعتبر فتح أن
    if (
        (scene.tag(at) == "PROPN" or right_before)
        and not scene.covered(at)
        and (key := scene.name_words.get(scene.norms[at])) is not None
    ):
        return Actor(at, at + 1, key, Kind.PERSON, None, "s"), at + 1
    return _opened(scene, at, limit) if at + 1 < limit else None


def _ally(scene: Scene, at: int, limit: int) -> tuple[Actor, int] | None:
    """Return the one named behind a noun that a pronoun ties to who stands before: الحكومة وحليفتها موسكو."""
    if at >= limit or scene.tokens[at].stem not in scene.words.associate:
        return None
    for end in range(at + 1, min(limit - 1, at + 3)):
        if scene.tokens[end].kind == TokenKind.ENCLITIC:
            actor = scene.government(end + 1) or scene.actors.get(end + 1)
            return (actor, actor.end) if actor is not None and actor.end <= limit else None
        if scene.tag(end) not in ("NOUN", "ADJ"):
            return None
    return None


def _opened(scene: Scene, at: int, limit: int) -> tuple[Actor, int] | None:
    """Return a speaker behind a mark or a word that opens the phrase: «سنتكوم», حركة #الجهاد, كل من, بعض."""
    both = scene.norms[at] == "كل" and scene.norms[at + 1] == "من"
    if both or (scene.norms[at] in DEMONSTRATIVES and scene.tokens[at + 1].definite and at + 1 in scene.actors):
        return _one(scene, at + 1 + both, limit)
    if "#" in (scene.tokens[at].text, scene.tokens[at + 1].text):
        marked = scene.actors.get(at + 1 if scene.tokens[at].text == "#" else at + 2)
        return _apposed(scene, marked, limit) if marked else None
    if (named := _in_apposition(scene, at, limit) or _body_by_kind(scene, at, limit)) is not None:
        return named
    inner = scene.actors.get(at + 1)
    if inner is not None and scene.tokens[at].text in OPENING_QUOTES:
        actor, end = _apposed(scene, inner, limit)
        return actor, _past_closing(scene, end, limit)
    if inner is not None and scene.norms[at] in QUANTIFIERS:
        return Actor(at, inner.end, None, Kind.UNNAMED, "m", "p"), inner.end
    return None


def _in_apposition(scene: Scene, at: int, limit: int) -> tuple[Actor, int] | None:
    """Return the person named behind a definite noun and its adjectives: الأمير محمد, المخرج المصري خالد."""
    if not scene.tokens[at].definite or scene.tag(at) != "NOUN":
        return None
    name = at + 1
    while name < limit and scene.tokens[name].definite and scene.tag(name) == "ADJ":
        name += 1
    paused = name < limit and scene.tokens[name].text in "،,"
    person = scene.actors.get(name + paused) if name < limit else None
    if person is None or person.kind != Kind.PERSON or (paused and not _between_pauses(scene, at, person, limit)):
        return None
    return _apposed(scene, person, limit)


def _body_by_kind(scene: Scene, at: int, limit: int) -> tuple[Actor, int] | None:
    """Return the body known by its name behind the noun of what it is: منظمة الصليب الأحمر، صحيفة الغد."""
    body = scene.actors.get(at + 1)
    if scene.tokens[at].stem not in scene.words.kind_of_body or scene.tokens[at].definite or body is None:
        return None
    known = body.kind in (Kind.ORGANIZATION, Kind.FORCE) and body.key is not None and body.end <= limit
    return (body, body.end) if known else None


def _between_pauses(scene: Scene, title: int, person: Actor, limit: int) -> bool:
    """Whether a name behind a comma tells who the bearer of a definite noun is: الكاتبة الكويتية، منى الصالح، أن."""
    stem = scene.tokens[title].stem
    if title in scene.date_ends or stem in scene.words.issued or stem in scene.words.institution:
        return False
    mark = scene.tokens[person.end] if person.end < limit else None
    closed = mark is None or mark.text in "،,:" or mark.text in OPENING_QUOTES or mark.norm in COMPLEMENTIZERS
    return closed and scene.form(title)[1] == "s"


def _described(scene: Scene, actor: Actor, limit: int) -> Actor:
    """Return an unnamed source with the adjectives behind it (مسؤولان دفاعيان أمريكيان)."""
    if actor.kind != Kind.UNNAMED:
        return actor
    for at in range(max(actor.start + 2, actor.end - 4), actor.end):  # متحدث باسم المجلس | لرويترز
        told = scene.actors.get(at) if scene.norms[at - 1] == "ل" else None
        if told is not None and told.end == actor.end and told.key and scene.is_outlet(told.key):
            return Actor(actor.start, at - 1, None, Kind.UNNAMED, actor.gender, actor.number)
    sentence = scene.doc.sentence_of(actor.start)
    tags, end = scene.doc.tags(sentence), actor.end
    for at in range(actor.start + 1, actor.end):  # رئيس الكتلة | القوات: a definite noun ends its phrase
        noun = tags[at - sentence.first] == "NOUN" and not scene.norms[at].endswith(("ي", "يه", "يين", "يون"))
        described = scene.norms[at].startswith("الم") and at not in scene.actors  # المشرعون المدعومون من الخارج
        if noun and not described and scene.tokens[at].definite and scene.tokens[at - 1].definite:
            return Actor(actor.start, at, None, Kind.UNNAMED, actor.gender, actor.number)
    while end < min(limit, actor.end + 3) and tags[end - sentence.first] == "ADJ" and end not in scene.date_ends:
        if past_anonymity(scene, end) > end:
            break
        end += 1
    end = past_represented(scene, actor.start, past_pronoun(scene, actor.start, end, limit), limit)
    return actor if end == actor.end else Actor(actor.start, end, None, Kind.UNNAMED, actor.gender, actor.number)


def past_represented(scene: Scene, start: int, end: int, limit: int) -> int:
    """Return the token after those whom somebody stands for: ممثلون عن "الجيش الحر"."""
    if (
        end + 1 >= limit
        or scene.norms[end] != "عن"
        or not scene.tokens[start].stem.startswith(("ممثل", "مندوب", "ناطق"))
    ):
        return end
    quote = scene.quote_opening(end + 1)
    if quote is not None:
        return quote[1] if scene.words_in(*quote) <= 4 and quote[1] <= limit else end
    return min(limit, scene.places.get(end + 1, end))


def past_pronoun(scene: Scene, start: int, end: int, limit: int) -> int:
    """Return the token after a preposition with its pronoun on an indefinite noun: أعضاء فيها، مسؤولون منهم."""
    inside = end + 1 < limit and scene.norms[end] in ("في", "ب", "من", "لدي") and not scene.tokens[start].definite
    return end + 2 if inside and scene.tokens[end + 1].kind == TokenKind.ENCLITIC else end


def _past_closing(scene: Scene, end: int, limit: int) -> int:
    return end + 1 if end < limit and scene.tokens[end].text in "\"”»’'" else end


def _apposed(scene: Scene, actor: Actor, limit: int) -> tuple[Actor, int]:
    """Return the actor that a phrase names in the end, and where the phrase ends: title, comma, name, comma."""
    end = _past_name_quote(scene, actor, limit)
    if _is_title(actor) and end < limit and scene.tag(end) == "PROPN" and end not in scene.actors:
        named = scene.actors.get(end + 2) if scene.tokens[end + 1].text in "،," else None
        end += named is not None and named.kind == Kind.PERSON and end + 2 < limit  # رئيس مجلس كاشين، الجنرال
    person = scene.actors.get(_past_quoted_body(scene, end, limit)) if _is_title(actor) else None
    if person is not None and person.kind == Kind.PERSON and person.start > end and actor.number == "s":
        return person, past_brackets(scene, person.end, limit)
    return _behind_comma(scene, actor, end, limit) or _right_behind(scene, actor, end, limit) or (actor, end)


def _behind_comma(scene: Scene, actor: Actor, end: int, limit: int) -> tuple[Actor, int] | None:
    """Return the name between commas that tells who somebody is: المتحدث باسم الوزارة، فلان."""
    if end + 1 >= limit or scene.tokens[end].text not in "،,؛" or end + 1 not in scene.actors:
        return None
    other = scene.actors[end + 1]
    same = other.key == actor.key
    if not same and not ((actor.key is None or actor.kind == Kind.UNNAMED) and other.kind == Kind.PERSON):
        return None
    return (actor if same and actor.key else other), past_brackets(scene, other.end, limit)


def _right_behind(scene: Scene, actor: Actor, end: int, limit: int) -> tuple[Actor, int] | None:
    """Return a source or a title without a name, with the person or the title right behind it."""
    other = scene.actors.get(end)
    named = actor.key is not None and actor.kind != Kind.UNNAMED
    if other is None or named or other.kind not in (Kind.PERSON, Kind.UNNAMED):
        return None
    if not _is_title(actor) and _owned(scene, end):  # مصادر في مكتب | رئيس الوزراء
        return Actor(actor.start, other.end, None, Kind.UNNAMED, actor.gender, actor.number), other.end
    if _is_title(actor) and actor.number == "s":
        following, behind = _apposed(scene, other, limit)  # وزير الإدارة رئيس اللجنة، فلان
        return (following, behind) if following.kind == Kind.PERSON else None
    return None


def _past_quoted_body(scene: Scene, at: int, limit: int) -> int:
    """Return the token after the quoted name of a body behind a title: مدير الإعلام في "هيئة كذا" التابعة للحكومة."""
    end = at
    if end + 2 < limit and scene.norms[end] in ("في", "ب", "ل", "لدي"):
        end += 1 + (scene.norms[end + 1] == "اسم")
    end += scene.tag(end) == "NOUN" if end + 1 < limit else 0
    quote = scene.quote_opening(end) if end < limit else None
    if quote is None or quote[1] >= limit or scene.words_in(*quote) > 6:
        return at
    end = quote[1]
    if end + 2 < limit and scene.norms[end].startswith("التابع") and scene.norms[end + 1] == "ل":
        end = scene.places.get(end + 2, end + 3)
        while end < limit and scene.tag(end) == "ADJ":
            end += 1
    return end


def _is_title(actor: Actor) -> bool:
    return actor.key is None or actor.key.startswith("title:")


def _owned(scene: Scene, at: int) -> bool:
    """Whether the noun before ``at`` is indefinite, so that what follows it completes it."""
    return not scene.tokens[at - 1].definite and scene.tag(at - 1) == "NOUN"


def _past_name_quote(scene: Scene, actor: Actor, limit: int) -> int:
    """Return the token after a body's other name in brackets or marks: القيادة المركزية الأمريكية "سنتكوم"."""
    end = past_brackets(scene, actor.end, limit)
    if end + 1 < limit and actor.kind == Kind.ORGANIZATION and scene.tokens[end].text in "،,":
        quote = scene.quote_opening(end + 1)
        short = quote is not None and quote[1] < limit and scene.words_in(*quote) <= 2
        return quote[1] if quote is not None and short and scene.tokens[quote[1]].text in "،," else end
    quote = scene.quote_opening(end) if end < limit and actor.kind in (Kind.ORGANIZATION, Kind.FORCE) else None
    return quote[1] if quote is not None and quote[1] <= limit and scene.words_in(*quote) <= 2 else end


def past_brackets(scene: Scene, at: int, limit: int) -> int:
    """Return the token after the brackets that open at ``at``, ``at`` itself where none do."""
    if at < limit and scene.tokens[at].text in "([":
        for close in range(at + 1, min(limit, at + 12)):
            if scene.tokens[close].text in ")]":
                return close + 1
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
