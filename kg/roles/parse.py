"""Reading a title: from its head to the right, one word group at a time."""

from __future__ import annotations

from dataclasses import replace

from kg.arabic.tokens import TokenKind
from kg.records import Entity, Kind
from kg.roles import grammar as g
from kg.roles.choice import choose
from kg.roles.kinds import HEADS
from kg.roles.nouns import accusative, construct_noun, definite_word, is_team, plain_object
from kg.roles.phrase import Phrase, take
from kg.roles.reading import BODY_KINDS, QUOTES, Reading
from kg.roles.units import numbered_unit
from kg.roles.vocabulary import HeadMatch, Use
from kg.roles.whose import (
    addressed,
    body,
    complete,
    demonym,
    governed,
    land,
    owner_of,
    possessive,
    quoted,
    serves,
    standing,
    take_body,
    take_served,
)
from kg.roles.words import (
    before_name,
    is_titled,
    may_hold_office,
    public,
    second_adjective,
)

_LONGEST = 18
_DEEPEST = 2
_DEPUTIZING = frozenset({"نايب", "نايبه", "نايبا"})


def parse_title(reading: Reading, at: int, stop: int, depth: int = 0) -> Phrase | None:
    """Return the title whose head stands at ``at``, read as far as its grammar goes, at most to ``stop``."""
    if depth > _DEEPEST:
        return None
    stop = min(stop, at + _LONGEST)
    deputy = _deputy(reading, at, stop, depth) or _acting(reading, at, stop, depth)
    if deputy is not None:
        return deputy
    for match in reading.vocabulary.match(reading.tokens, at, stop, reading.demonym):
        phrase = _read(reading, at, match, stop, depth)
        if phrase is not None:
            return phrase
    return None


def _deputy(reading: Reading, at: int, stop: int, depth: int) -> Phrase | None:
    """نائب رئيس الوزراء, النائب الأول لرئيس الوزراء, مساعد وزير الخارجية: a deputy head and the title that it
    serves.
    """
    tokens = reading.tokens
    if tokens[at].stem not in g.DEPUTIES:
        return None
    inner = at + 1
    while inner < stop and tokens[inner].stem in g.RANK_FOLLOWERS | {"خاص", "عام"}:
        inner += 1
    if inner < stop and tokens[inner].norm == "ل" and tokens[inner].kind is TokenKind.PROCLITIC:
        if tokens[at].stem not in _DEPUTIZING and not tokens[at].definite:
            return None  # مساعد لرئيس الوزراء: anyone's
        inner += 1
    elif tokens[at].definite:
        return None
    if inner >= stop or not reading.vocabulary.starts(tokens[inner]):
        return None
    phrase = parse_title(reading, inner, stop, depth + 1)
    if phrase is None:
        return None
    named = phrase.role.endswith("minister") or at in reading.name_starts
    if tokens[at].stem == "مساعده" and not named:
        return None
    phrase.assists = tokens[at].stem not in _DEPUTIZING
    phrase.aids = phrase.assists and phrase.role in HEADS
    phrase.served_by_deputy = phrase.served_by_deputy or replace(phrase, assists=False, aids=False)
    phrase.head, phrase.deputies = at, phrase.deputies + 1
    return phrase


def _acting(reading: Reading, at: int, stop: int, depth: int) -> Phrase | None:
    """القائم بأعمال وزير الدفاع: whoever does the work of an office holds it for the time being."""
    tokens, inner = reading.tokens, at + 3
    if tokens[at].stem not in ("قايم", "قايمه") or inner >= stop or tokens[at + 2].stem not in ("اعمال", "مهام"):
        return None
    phrase = parse_title(reading, inner, stop, depth + 1) if reading.vocabulary.starts(tokens[inner]) else None
    if phrase is not None:
        phrase.head, phrase.standing = at, "acting"
    return phrase


def _read(reading: Reading, at: int, match: HeadMatch, stop: int, depth: int) -> Phrase | None:
    last = reading.tokens[match.end - 1]
    phrase = Phrase(head=at, end=match.end, firm=match.end, entries=match.entries, title_end=match.end, depth=depth)
    of_state = match.end - at == 2 and last.stem == "دوله" and match.entries[0].role == "minister"
    phrase.open = not last.definite and not of_state and not _absolute(reading, at, match)
    _inside_label(reading, phrase, match)
    while phrase.end < stop and _step(reading, phrase, stop):
        pass
    if phrase.before_belonging is not None:
        phrase.complement, phrase.organization, phrase.body, phrase.country, phrase.country_is = phrase.before_belonging
    last_stem = reading.tokens[phrase.end - 1].stem
    named_so = g.OWNERS if phrase.end > match.end else g.LANDS
    ends_in_owner = phrase.open and last_stem in named_so
    phrase.eponym = phrase.eponym or ends_in_owner
    if _leads_a_place(reading, phrase, match) or _captain(reading, phrase, match):
        return None
    phrase.entry = choose(reading, phrase)
    return phrase if phrase.entry is not None else None


def _absolute(reading: Reading, at: int, match: HeadMatch) -> bool:
    """Whether the head is a plural or dual that has kept its nun, so that nothing completes it: مسؤولون, مراقبين."""
    sound = reading.tokens[at].norm.endswith(("ون", "ين", "ان"))
    return match.end - at == 1 and sound and all(entry.number > 1 for entry in match.entries)


def _inside_label(reading: Reading, phrase: Phrase, match: HeadMatch) -> None:
    """Note what the label holds beside its own words: the name of a body that begins with its last word (زعيم جماعة
    + جماعة أنصار الله), a pronoun (مستشاره للأمن القومي), a word of standing (المستشار السابق للأمن القومي).
    """
    for place in range(phrase.head + 1, match.end):
        token = reading.tokens[place]
        if token.kind is TokenKind.ENCLITIC:
            owner_of(reading, phrase, place)
        elif token.definite and token.stem in g.FORMER:
            phrase.former, phrase.standing = True, g.FORMER[token.stem]
        elif token.definite and (land := reading.demonym(place)) and land[0] == place + 1:
            phrase.country, phrase.country_is = phrase.country or land[1], "adjective"
    inside = phrase.open and match.end - 1 > phrase.head
    hit = reading.mention(match.end - 1, *BODY_KINDS, Kind.PLACE) if inside else None
    if hit is None or hit[0].end <= match.end:
        return
    if hit[1].kind is Kind.PLACE:
        phrase.country, phrase.country_is, phrase.complement, phrase.open = hit[1].country, "place", True, False
        take(phrase, hit[0].end, title=True)
    else:
        complete(reading, phrase, match.end - 1, hit[0].end, hit[1])
        take_body(reading, phrase, hit[0].end)


def _leads_a_place(reading: Reading, phrase: Phrase, match: HeadMatch) -> bool:
    """Whether a bare head of command has a town or country for its complement: قائد البرتغال is no commander."""
    commands = any(entry.role == "commander" and entry.use is Use.HEAD for entry in phrase.entries)
    if commands and phrase.country_is == "name" and not phrase.complement:
        return True
    return commands and phrase.country_is == "place" and reading.mention(match.end, Kind.PLACE) is not None


def _captain(reading: Reading, phrase: Phrase, match: HeadMatch) -> bool:
    """Whether all that completes a bare head of command is one word that nobody fights in: قائد الريان and قائد الأهلي
    are captains of clubs.
    """
    commands = any(entry.role == "commander" and entry.use is Use.HEAD for entry in phrase.entries)
    alone = phrase.title_end == match.end + 1 and phrase.organization is None and phrase.country is None
    fights = match.end < phrase.end and reading.tokens[match.end].stem in g.FIGHTERS | g.COMMANDED
    return commands and alone and phrase.complement and not fights


def _step(reading: Reading, phrase: Phrase, stop: int) -> bool:
    """Take what stands at the end of ``phrase`` into it, if it belongs there; whether something was taken."""
    token = reading.tokens[phrase.end]
    if token.kind is TokenKind.ENCLITIC:
        return possessive(reading, phrase)
    named = phrase.end in reading.name_ends
    if reading.demonym(phrase.end) is None:
        served = (named and governed(reading, phrase)) or serves(reading, phrase)
        if served or named:
            return served
    if token.text in ("_", "#") and phrase.end + 1 < stop and reading.tokens[phrase.end + 1].glued:
        return take(phrase, phrase.end + 1, title=token.text == "_", firm=False)
    if phrase.open and (so_called := _so_called(reading, phrase.end)):
        return take(phrase, so_called, title=True, firm=False)
    if token.kind is TokenKind.PUNCT:
        return quoted(reading, phrase, stop)
    if token.kind is TokenKind.PROCLITIC:
        return _proclitic(reading, phrase, stop)
    if token.kind is not TokenKind.WORD and not phrase.open:
        return False
    return (
        standing(reading, phrase)
        or demonym(reading, phrase)
        or numbered_unit(reading, phrase, stop)
        or body(reading, phrase)
        or land(reading, phrase)
        or _preposition(reading, phrase, stop)
        or _word(reading, phrase, stop)
    )


def _so_called(reading: Reading, at: int) -> int | None:
    """Return where words that only announce a body end: ما يسمى, هذه."""
    ends = [
        at + len(norms) for norms in g.SO_CALLED if tuple(t.norm for t in reading.tokens[at : at + len(norms)]) == norms
    ]
    return max(ends, default=None)


def _proclitic(reading: Reading, phrase: Phrase, stop: int) -> bool:
    token = reading.tokens[phrase.end]
    if phrase.end + 1 >= stop:
        return False
    if token.norm in ("ل", "ب"):
        following = reading.tokens[phrase.end + 1]
        if token.norm == "ب" and following.stem in g.ACTING:
            phrase.standing = "acting"
            return take(phrase, phrase.end + 2, title=False)
        if token.norm == "ل" and (told := addressed(reading, phrase, phrase.end + 1)):
            return take(phrase, told, title=False, firm=False)
        if so_called := _so_called(reading, phrase.end + 1):  # رئيسا لما يسمى المجلس الأعلى
            phrase.open = True
            return take(phrase, so_called, title=True, firm=False)
        if following.stem in g.NAME_PHRASE and reading.tokens[min(phrase.end + 2, stop - 1)].kind is TokenKind.ENCLITIC:
            owner_of(reading, phrase, phrase.end + 2)  # المتحدث باسمها
            phrase.complement = True
            return take(phrase, phrase.end + 3, title=True)
        if token.norm == "ب" and following.stem in g.NAME_PHRASE:
            return take_served(reading, phrase, phrase.end + 2) or _object(reading, phrase, phrase.end + 2, stop)
        if token.norm == "ب" and _begins_town(reading, phrase):
            return take(phrase, phrase.end + 2, title=True)
        if token.norm == "ب" and not may_hold_office(reading, phrase.end + 1):
            return False
        seat = token.norm == "ب" and reading.mention(phrase.end + 1, Kind.COUNTRY, Kind.PLACE) is not None
        return _object(reading, phrase, phrase.end + 1, stop, where=seat)
    if token.norm == "و":
        return _coordinated(reading, phrase)
    return False


def _begins_town(reading: Reading, phrase: Phrase) -> bool:
    """Whether ب is the first letter of the town that an open construct needs: رئيس بلدية باري."""
    named = phrase.open and reading.tokens[phrase.end - 1].stem in g.LANDS
    return named and not reading.tokens[phrase.end + 1].definite


def _coordinated(reading: Reading, phrase: Phrase) -> bool:
    """The second noun of a portfolio: وزير التعليم العالي والبحث العلمي."""
    at = phrase.end + 1
    token = reading.tokens[at]
    fits = (
        token.kind is TokenKind.WORD
        and (token.definite or phrase.open)
        and not reading.is_function(at)
        and at not in reading.name_ends
    )
    if not fits or is_titled(token) or token.norm in g.TIME_WORDS:
        return False
    if reading.vocabulary.starts(token) and not second_adjective(reading, at):
        return False
    phrase.loose += 1
    return take(phrase, at + 1, title=True, firm=False)


def _preposition(reading: Reading, phrase: Phrase, stop: int) -> bool:
    norm = reading.tokens[phrase.end].norm
    if norm == "لدي" and phrase.end + 1 < stop and reading.tokens[phrase.end + 1].kind is TokenKind.ENCLITIC:
        return take(phrase, phrase.end + 2, title=False)
    if norm in g.NAME_PHRASE:
        return _object(reading, phrase, phrase.end + 1, stop)
    if norm == "الي" and not any(entry.abroad for entry in phrase.entries):
        return False  # وصل وزير الدفاع إلى باريس
    if norm in g.PLACE_PREPOSITIONS or norm in g.TOPIC_PREPOSITIONS:
        return _object(reading, phrase, phrase.end + 1, stop, where=norm in g.PLACE_PREPOSITIONS)
    return False


def _object(reading: Reading, phrase: Phrase, at: int, stop: int, *, where: bool = False) -> bool:
    """The noun phrase after a preposition: whom an office serves, or where it is."""
    at += at < stop and reading.tokens[at].text == "#"
    if at >= stop or at in reading.name_ends:
        return at < stop and _served_by(reading, phrase, at) and take_served(reading, phrase, at)
    named = reading.tokens[at - 1].norm in ("ل", *g.NAME_PHRASE)
    quoted_body = reading.tokens[at].text in QUOTES and at + 1 < stop and _names_body(reading, at + 1)
    if reading.tokens[at].text in QUOTES and ((named and not phrase.complement) or quoted_body):
        return _quoted_object(reading, phrase, at, stop)
    hit = reading.mention(at, *BODY_KINDS, Kind.COUNTRY, Kind.PLACE)
    if hit is not None:
        return _known_object(reading, phrase, at, hit[1], hit[0].end, where=where)
    token = reading.tokens[at]
    if token.kind is not TokenKind.WORD or reading.is_function(at) or token.norm in g.TIME_WORDS:
        return False
    serves = not where or reading.tokens[at - 1].norm == "لدي"
    if serves and reading.vocabulary.starts(token) and _nested(reading, phrase, at, stop):
        return True
    return plain_object(reading, phrase, at, stop, where=where)


def _served_by(reading: Reading, phrase: Phrase, at: int) -> bool:
    """Whether an office that lacks but whom it serves stands before the name at ``at``: المستشار السابق لترامب."""
    lacking = phrase.served is None and not phrase.complement and phrase.end > phrase.head
    return lacking and reading.tokens[at - 1].norm == "ل" and reading.tokens[phrase.head].stem in g.SERVANTS


def _names_body(reading: Reading, at: int) -> bool:
    """Whether a body's name begins at ``at``: في "غرفة العمليات"."""
    return reading.tokens[at].stem in g.BODIES or reading.mention(at, *BODY_KINDS) is not None


def _quoted_object(reading: Reading, phrase: Phrase, at: int, stop: int) -> bool:
    """Take a body in quotation marks: الرئيس السابق لـ"فيفا"."""
    closing = QUOTES[reading.tokens[at].text]
    end = next((place for place in range(at + 2, min(stop, at + 7)) if reading.tokens[place].text == closing), None)
    if end is None:
        return False
    phrase.complement, phrase.open = True, False
    phrase.organization = phrase.organization or reading.doc.slice(at + 1, end)
    return take(phrase, end + 1, title=True)


def _known_object(reading: Reading, phrase: Phrase, at: int, entity: Entity, end: int, *, where: bool) -> bool:
    if entity.kind in BODY_KINDS:
        complete(reading, phrase, at, end, entity)
        return take_body(reading, phrase, end)
    if where and reading.tokens[max(at - 2, 0)].stem in g.AWAY:
        phrase.place = phrase.place or reading.doc.slice(at, end)
    elif where:
        phrase.place = phrase.place or reading.doc.slice(at, end)
        phrase.country_is = phrase.country_is or ("seat" if entity.country else None)
        phrase.open = False
        if phrase.country is None and entity.country:
            phrase.country = entity.country
            phrase.country_is = "seat"
    elif reading.tokens[phrase.head].stem in g.GOING or phrase.body == "international":
        phrase.place, phrase.sent = phrase.place or reading.doc.slice(at, end), True  # المبعوث الدولي لليمن
    elif phrase.country is None:
        phrase.country, phrase.country_is = entity.country, "name"
    return take(phrase, end, title=False)


def _word(reading: Reading, phrase: Phrase, stop: int) -> bool:
    """An adjective that agrees, or a noun that an open construct needs."""
    at = phrase.end
    token = reading.tokens[at]
    tells_when = token.norm in g.TIME_WORDS and not public(reading, at, stop, phrase.head)
    named = phrase.open and reading.tokens[at - 1].stem in g.LANDS and before_name(reading, at + 1, stop)
    if token.kind is not TokenKind.WORD or (reading.is_function(at) and not named) or tells_when:
        return False
    if is_titled(token) and not is_team(reading, phrase, stop):
        return False
    if phrase.open and reading.vocabulary.starts(token) and _nested(reading, phrase, at, stop):
        return True
    if token.definite:
        return definite_word(reading, phrase)
    return accusative(reading, phrase) or construct_noun(reading, phrase, stop)


def _nested(reading: Reading, phrase: Phrase, at: int, stop: int) -> bool:
    """The title of another inside a title: مستشار رئيس الوزراء, المتحدث باسم رئيس الجمهورية."""
    inner = parse_title(reading, at, stop, phrase.depth + 1)
    if inner is None:
        return False
    phrase.eponym = reading.tokens[at - 1].stem in g.NAMED_AFTER and inner.role in (
        "monarch",
        "president",
        "crown-prince",
        "cleric",
    )
    phrase.complement, phrase.open = True, False
    phrase.country, phrase.country_is = phrase.country or inner.country, phrase.country_is or inner.country_is
    phrase.inner = inner
    if phrase.title_end == phrase.end:
        phrase.title_end = inner.title_end
    return take(phrase, inner.firm, title=False)
