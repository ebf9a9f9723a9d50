"""The noun phrase of a title: a head that the scheme of roles knows, and whatever Arabic lets follow it."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.arabic.tokens import Token, TokenKind
from kg.records import Entity, Kind
from kg.roles import grammar as g
from kg.roles.reading import BODY_KINDS, QUOTES, Reading
from kg.roles.vocabulary import Entry, HeadMatch, Use

_LONGEST = 18


@dataclass(slots=True)
class Phrase:
    """A title as parsed so far. ``end`` is where the parse stands, ``firm`` the last place where it may stop
    without a name.

    ``title_end`` ends the title's own words; ``loose`` counts words that only their place makes part of it.
    ``bare`` heads
    stand for a title named elsewhere (المحافظ): with a name beside them they may be something else. ``generic``
    titles are anyone's without a name (مسؤول أميركي).
    ``eponym``: the name that follows is part of a thing's name (مدير مركز الملك سلمان).
    """

    head: int
    end: int
    firm: int
    entries: tuple[Entry, ...]
    deputies: int = 0
    title_end: int = 0
    country: str | None = None
    country_is: str | None = None
    likely: str | None = None
    organization: str | None = None
    place: str | None = None
    standing: str | None = None
    former: bool = False
    complement: bool = False
    relative: bool = False
    open: bool = False
    bare: bool = False
    eponym: bool = False
    generic: bool = False
    loose: int = 0
    inner: Phrase | None = None
    entry: Entry | None = field(default=None)

    @property
    def chosen(self) -> Entry:
        """The entry that fits; a parsed phrase always has one."""
        return self.entry or self.entries[0]

    @property
    def role(self) -> str:
        """The slug of the role that the phrase means."""
        return self.chosen.deputy if self.deputies else self.chosen.role


def parse_title(reading: Reading, at: int, stop: int) -> Phrase | None:
    """Return the title whose head stands at ``at``, read as far as its grammar goes, at most to ``stop``."""
    stop = min(stop, at + _LONGEST)
    deputy = _deputy(reading, at, stop)
    if deputy is not None:
        return deputy
    for match in reading.vocabulary.match(reading.tokens, at, stop):
        phrase = _read(reading, at, match, stop)
        if phrase is not None:
            return phrase
    return None


def _deputy(reading: Reading, at: int, stop: int) -> Phrase | None:
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
        inner += 1
    elif tokens[at].definite:
        return None
    if inner >= stop or not reading.vocabulary.starts(tokens[inner]):
        return None
    phrase = parse_title(reading, inner, stop)
    if phrase is None:
        return None
    if tokens[at].stem == "مساعده" and not phrase.role.endswith("minister"):
        return None
    phrase.head, phrase.deputies = at, phrase.deputies + 1
    return phrase


def _read(reading: Reading, at: int, match: HeadMatch, stop: int) -> Phrase | None:
    last = reading.tokens[match.end - 1]
    phrase = Phrase(head=at, end=match.end, firm=match.end, entries=match.entries, title_end=match.end)
    phrase.open = not last.definite
    while phrase.end < stop and _step(reading, phrase, stop):
        pass
    ends_in_owner = phrase.open and phrase.end > match.end and reading.tokens[phrase.end - 1].stem in g.OWNERS
    phrase.eponym = phrase.eponym or ends_in_owner
    if _leads_a_place(reading, phrase, match):
        return None
    phrase.entry = _choose(reading, phrase)
    return phrase if phrase.entry is not None else None


def _leads_a_place(reading: Reading, phrase: Phrase, match: HeadMatch) -> bool:
    """Whether a bare head of command has a town for its complement: قائد برشلونة is no commander."""
    commands = any(entry.role == "commander" and entry.use is Use.HEAD for entry in phrase.entries)
    return commands and phrase.country_is == "place" and reading.mention(match.end, Kind.PLACE) is not None


def _step(reading: Reading, phrase: Phrase, stop: int) -> bool:
    """Take what stands at the end of ``phrase`` into it, if it belongs there; whether something was taken."""
    token = reading.tokens[phrase.end]
    if token.kind is TokenKind.ENCLITIC:
        return _possessive(reading, phrase)
    if phrase.end in reading.name_ends and reading.demonym(phrase.end) is None:
        return False
    if token.kind is TokenKind.PUNCT:
        return _quoted(reading, phrase, stop)
    if token.kind is TokenKind.PROCLITIC:
        return _proclitic(reading, phrase, stop)
    if token.kind is not TokenKind.WORD and not phrase.open:
        return False
    return (
        _standing(reading, phrase)
        or _demonym(reading, phrase)
        or _body(reading, phrase)
        or _land(reading, phrase)
        or _preposition(reading, phrase, stop)
        or _word(reading, phrase, stop)
    )


def _take(phrase: Phrase, end: int, *, title: bool, firm: bool = True) -> bool:
    """Move the end of ``phrase``; ``title`` says that the words are part of the title as written."""
    if title and phrase.title_end == phrase.end:
        phrase.title_end = end
    phrase.end = end
    if firm:
        phrase.firm = end
    return True


def _take_body(reading: Reading, phrase: Phrase, end: int) -> bool:
    """Take a body's name; the country's adjective at its end is not part of the title as written."""
    own = next((at for at in range(max(phrase.end + 1, end - 3), end) if (reading.demonym(at) or (0,))[0] == end), end)
    if phrase.title_end == phrase.end:
        phrase.title_end = own
    return _take(phrase, end, title=False)


def _possessive(reading: Reading, phrase: Phrase) -> bool:
    """رئيسها, وزير خارجيته: of the country or the body named last in the sentence, else of someone before."""
    phrase.open = False
    feminine = reading.tokens[phrase.end].norm == "ها"
    owner = reading.last_mention(phrase.head, Kind.COUNTRY, *BODY_KINDS) if feminine else None
    if owner is None:
        phrase.relative = True
    elif owner.kind is Kind.COUNTRY:
        phrase.likely, phrase.country_is = owner.country, "owner"
    else:
        phrase.complement, phrase.organization = True, owner.name
        phrase.likely = owner.country
    return _take(phrase, phrase.end + 1, title=True)


def _standing(reading: Reading, phrase: Phrase) -> bool:
    tokens, at = reading.tokens, phrase.end
    for words, standing in g.FIXED_STANDING:
        if tuple(t.norm for t in tokens[at : at + len(words)]) == words:
            phrase.standing = standing
            return _take(phrase, at + len(words), title=False)
    stem = tokens[at].stem
    if phrase.open and not tokens[at].definite and stem not in g.FORMER:
        return False
    if stem in g.FORMER:
        phrase.former, phrase.standing = True, g.FORMER[stem]
    elif stem in g.STANDING and tokens[at].definite:
        phrase.standing = phrase.standing or g.STANDING[stem]
    else:
        return False
    return _take(phrase, at + 1, title=False)


def _demonym(reading: Reading, phrase: Phrase) -> bool:
    hit = reading.demonym(phrase.end)
    token = reading.tokens[phrase.end]
    if hit is None or (not token.definite and not phrase.open):
        return False
    if phrase.end in reading.name_ends and (
        phrase.country or (reading.name_ends[phrase.end] > hit[0] and not _title_before_name(reading, hit[0]))
    ):
        return False
    phrase.country = phrase.country or hit[1]
    phrase.country_is = phrase.country_is or "adjective"
    phrase.open = False
    return _take(phrase, hit[0], title=False)


def _title_before_name(reading: Reading, place: int) -> bool:
    return place < len(reading.tokens) and place in reading.name_ends


def _body(reading: Reading, phrase: Phrase) -> bool:
    hit = reading.mention(phrase.end, *BODY_KINDS)
    if hit is None or not (phrase.open or phrase.loose):
        return False
    _complete(reading, phrase, hit[0].start, hit[0].end, hit[1])
    return _take_body(reading, phrase, hit[0].end)


def _complete(reading: Reading, phrase: Phrase, start: int, end: int, entity: Entity) -> None:
    phrase.complement, phrase.open = True, False
    phrase.organization = phrase.organization or reading.doc.slice(start, end)
    if entity.country and phrase.country is None:
        phrase.country, phrase.country_is = entity.country, "body"


def _land(reading: Reading, phrase: Phrase) -> bool:
    """A country or place in construct: وزير خارجية العراق, محافظ البصرة."""
    if not phrase.open:
        return False
    hit = reading.mention(phrase.end, Kind.COUNTRY, Kind.PLACE)
    if hit is None:
        return False
    mention, entity = hit
    if entity.kind is Kind.COUNTRY:
        phrase.country, phrase.country_is = phrase.country or entity.country, phrase.country_is or "name"
    else:
        phrase.complement = True
        phrase.country = phrase.country or entity.country
        phrase.country_is = phrase.country_is or "place"
    phrase.open = False
    return _take(phrase, mention.end, title=entity.kind is not Kind.COUNTRY)


def _proclitic(reading: Reading, phrase: Phrase, stop: int) -> bool:
    token = reading.tokens[phrase.end]
    if phrase.end + 1 >= stop:
        return False
    if token.norm in ("ل", "ب"):
        following = reading.tokens[phrase.end + 1]
        if token.norm == "ب" and following.stem in g.ACTING:
            phrase.standing = "acting"
            return _take(phrase, phrase.end + 2, title=False)
        if token.norm == "ب" and following.stem in g.NAME_PHRASE:
            return _object(reading, phrase, phrase.end + 2, stop)
        if token.norm == "ب" and (following.stem in g.LEADERSHIP or reading.vocabulary.starts(following)):
            return False
        return _object(reading, phrase, phrase.end + 1, stop)
    if token.norm == "و":
        return _coordinated(reading, phrase)
    return False


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
    if not fits or reading.vocabulary.starts(token) or _is_rank(token) or token.norm in g.TIME_WORDS:
        return False
    phrase.loose += 1
    return _take(phrase, at + 1, title=True, firm=False)


def _preposition(reading: Reading, phrase: Phrase, stop: int) -> bool:
    norm = reading.tokens[phrase.end].norm
    if norm in g.NAME_PHRASE:
        return _object(reading, phrase, phrase.end + 1, stop)
    if norm in g.PLACE_PREPOSITIONS or norm in g.TOPIC_PREPOSITIONS:
        return _object(reading, phrase, phrase.end + 1, stop, where=norm in g.PLACE_PREPOSITIONS)
    return False


def _object(reading: Reading, phrase: Phrase, at: int, stop: int, *, where: bool = False) -> bool:
    """The noun phrase after a preposition: whom an office serves, or where it is."""
    if at >= stop or at in reading.name_ends:
        return False
    hit = reading.mention(at, *BODY_KINDS, Kind.COUNTRY, Kind.PLACE)
    if hit is not None:
        return _known_object(reading, phrase, at, hit[1], hit[0].end, where=where)
    token = reading.tokens[at]
    if token.kind is not TokenKind.WORD or reading.is_function(at) or token.norm in g.TIME_WORDS:
        return False
    if not where and reading.vocabulary.starts(token) and _nested(reading, phrase, at, stop):
        return True
    if (
        token.stem in g.TOPICS
        or token.definite
        or token.stem in g.BODIES
        or _begins_construct(reading, at, stop, "NOUN", "X", "PROPN")
    ):
        phrase.complement = True
        phrase.open = not token.definite
        phrase.loose += 1
        firm = token.stem in g.TOPICS or token.stem in g.BODIES
        return _take(phrase, at + 1, title=not where, firm=firm)
    return False


def _known_object(reading: Reading, phrase: Phrase, at: int, entity: Entity, end: int, *, where: bool) -> bool:
    if entity.kind in BODY_KINDS:
        _complete(reading, phrase, at, end, entity)
        return _take_body(reading, phrase, end)
    if where:
        phrase.place = phrase.place or reading.doc.slice(at, end)
        phrase.country_is = phrase.country_is or ("seat" if entity.country else None)
        phrase.open = False
        if phrase.country is None and entity.country:
            phrase.country = entity.country
            phrase.country_is = "seat"
    elif phrase.country is None:
        phrase.country, phrase.country_is = entity.country, "name"
    return _take(phrase, end, title=False)


def _word(reading: Reading, phrase: Phrase, stop: int) -> bool:
    """An adjective that agrees, or a noun that an open construct needs."""
    at = phrase.end
    token = reading.tokens[at]
    if token.kind is not TokenKind.WORD or reading.is_function(at) or token.norm in g.TIME_WORDS or _is_rank(token):
        return False
    if phrase.open and reading.vocabulary.starts(token) and _nested(reading, phrase, at, stop):
        return True
    if token.definite:
        if not phrase.open and reading.vocabulary.starts(token) and not _adjective(reading, at):
            return False
        phrase.complement = phrase.complement or phrase.open
        if phrase.country_is and not phrase.open and not _still_agrees(reading, at):
            return False
        firm = phrase.open or _adjective(reading, at)
        phrase.loose += 0 if firm else 1
        phrase.open = False
        return _take(phrase, at + 1, title=True, firm=firm)
    if phrase.open and (token.stem in g.BODIES or _before_name(reading, at + 1, stop)):
        phrase.complement = True
        phrase.open = token.stem in g.BODIES
        phrase.loose += 0 if phrase.open else 1
        return _take(phrase, at + 1, title=True, firm=False)
    if phrase.open and _begins_construct(reading, at, stop, "NOUN", "X"):
        phrase.complement = True
        phrase.loose += 1
        return _take(phrase, at + 1, title=True, firm=False)
    if phrase.open and phrase.complement and reading.tokens[at - 1].stem in g.BODIES:
        phrase.open = False
        return _take(phrase, at + 1, title=True)
    return False


def _begins_construct(reading: Reading, at: int, stop: int, *tags: str) -> bool:
    """Whether token ``at`` is a noun without the article that a definite noun or a known name completes: تحرير
    الصحيفة.
    """
    if at + 1 >= stop or reading.tokens[at].definite or reading.tag(at) not in tags or at in reading.name_ends:
        return False
    following = reading.tokens[at + 1]
    closes = following.kind is TokenKind.WORD and following.definite and following.norm not in g.TIME_WORDS
    return closes or reading.mention(at + 1, *BODY_KINDS, Kind.COUNTRY, Kind.PLACE) is not None


def _nested(reading: Reading, phrase: Phrase, at: int, stop: int) -> bool:
    """The title of another inside a title: مستشار رئيس الوزراء, المتحدث باسم رئيس الجمهورية."""
    inner = parse_title(reading, at, stop)
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
    return _take(phrase, inner.firm, title=False)


def _still_agrees(reading: Reading, at: int) -> bool:
    """Whether the definite word at ``at`` may still be an adjective of the title after its country's adjective was
    read.
    """
    stem = reading.tokens[at].stem
    return stem.endswith(("ي", "يه")) or stem in g.IDLE_ADJECTIVES or reading.tag(at - 1) in ("NOUN", "PROPN")


def _adjective(reading: Reading, at: int) -> bool:
    token = reading.tokens[at]
    return reading.tag(at) == "ADJ" or token.stem.endswith(("ي", "يه")) or token.stem in g.IDLE_ADJECTIVES


def _before_name(reading: Reading, at: int, stop: int) -> bool:
    return at < stop and (at in reading.name_ends or _is_rank(reading.tokens[at]) or reading.demonym(at) is not None)


def _is_rank(token: Token) -> bool:
    return token.definite and (token.stem in g.RANKS or token.stem in g.HONORIFICS)


def _inserted(reading: Reading, phrase: Phrase, stop: int) -> bool:
    """What an editor inserts into another's words: الرئيس (الأميركي) X, الرئيس (الأميركي جو) X."""
    land = reading.demonym(phrase.end + 1)
    if land is None or phrase.country is not None:
        return False
    close = next((at for at in range(land[0], min(land[0] + 3, stop)) if reading.tokens[at].text == ")"), None)
    if close is None:
        return False
    phrase.country, phrase.country_is, phrase.open = land[1], "adjective", False
    return _take(phrase, close + 1, title=False)


def _quoted(reading: Reading, phrase: Phrase, stop: int) -> bool:
    """A body's name in quotation marks, or its short form in parentheses."""
    opening = reading.tokens[phrase.end].text
    if opening == '"' and sum(token.text == '"' for token in reading.tokens[phrase.head : phrase.end]) % 2:
        return _take(phrase, phrase.end + 1, title=True)
    if opening == "(" and _inserted(reading, phrase, stop):
        return True
    closing = ")" if opening == "(" else QUOTES.get(opening)
    if closing is None or not (phrase.open or phrase.complement):
        return False
    for at in range(phrase.end + 1, min(phrase.end + 7, stop)):
        hit = reading.mention(at, *BODY_KINDS)
        if hit is not None:
            _complete(reading, phrase, at, hit[0].end, hit[1])
        if reading.tokens[at].text == closing and at > phrase.end + 1:
            phrase.complement, phrase.open = True, False
            return _take(phrase, at + 1, title=opening != "(")
    return False


def _choose(reading: Reading, phrase: Phrase) -> Entry | None:
    """Return the entry that fits what was read: a country's own title first, then what a complement decides."""
    entries = [entry for entry in phrase.entries if not entry.held_in or phrase.country in entry.held_in]
    entries = entries or [entry for entry in phrase.entries if len(entry.held_in) == 1 and phrase.country is None]
    whose = (phrase.country or phrase.likely) is not None and not phrase.complement
    definite = reading.tokens[phrase.head].norm.startswith("ال") or phrase.entries[0].words > 1

    def rank(entry: Entry) -> int:
        if entry.held_in:
            return 4
        if entry.use is Use.COUNTRY:
            return 3 if whose else -1
        if entry.use is Use.HEAD:
            return 2 if phrase.complement or phrase.relative else 0 if phrase.country_is == "name" or definite else -1
        return 1 if definite or whose or phrase.complement or phrase.relative else -1

    best = max(entries, key=rank, default=None)
    definite = definite or any(t.kind is TokenKind.ENCLITIC for t in reading.tokens[phrase.head : phrase.title_end])
    phrase.generic = not definite and not (phrase.complement or phrase.relative or phrase.country_is == "name")
    phrase.bare = best is not None and best.use is Use.HEAD and rank(best) == 0 and phrase.country_is != "name"
    return best if best is not None and rank(best) >= 0 else None
