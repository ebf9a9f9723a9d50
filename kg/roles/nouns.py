"""Words that go on with a title: adjectives that agree, nouns that a construct needs, objects of prepositions."""

from __future__ import annotations

from kg.arabic.tokens import Token, TokenKind
from kg.arabic.words import marks
from kg.roles import grammar as g
from kg.roles.phrase import Phrase, take
from kg.roles.reading import COMMAS, Reading
from kg.roles.words import before_name, begins_construct, begins_office, is_adjective, still_agrees, surely_adjective


def definite_word(reading: Reading, phrase: Phrase) -> bool:
    """Take the definite word at the end of ``phrase``: an adjective that agrees, or the noun that completes it."""
    at, token = phrase.end, reading.tokens[phrase.end]
    if token.stem in g.BELONGING and not phrase.open:
        held = phrase.complement, phrase.organization, phrase.body, phrase.country, phrase.country_is
        phrase.before_belonging = phrase.before_belonging or held
        return take(phrase, at + 1, title=False, firm=False)
    if _rules(reading, phrase):
        return take(phrase, at + 1, title=True)
    if not phrase.open and not _agrees(reading, phrase):
        return False
    if reading.tokens[at - 1].kind is TokenKind.ENCLITIC and not surely_adjective(reading, at):
        return False
    phrase.complement = phrase.complement or phrase.open
    _note_kind(phrase, token)
    firm = phrase.open or surely_adjective(reading, at)
    phrase.loose += 0 if firm else 1
    phrase.open = False
    return take(phrase, at + 1, title=True, firm=firm)


def _agrees(reading: Reading, phrase: Phrase) -> bool:
    """Whether the definite word at the end of ``phrase``, which lacks nothing, may be an adjective of it."""
    at, token = phrase.end, reading.tokens[phrase.end]
    if begins_office(reading, at) or (reading.vocabulary.starts(token) and not is_adjective(reading, at)):
        return False
    described = reading.tag(at) == "ADJ" and at + 1 in reading.name_ends  # الزعيم البوسني المسلم X
    return not phrase.country_is or described or still_agrees(reading, at)


def _note_kind(phrase: Phrase, word: Token) -> None:
    """Note what an adjective tells of the body: البرلمانية, الحوثي."""
    if word.stem in g.PARLIAMENTS:
        phrase.body = "parliament"
    if word.stem in g.FIGHTING and not phrase.open:
        phrase.fights, phrase.country = True, phrase.country or g.FIGHTING[word.stem]


def _rules(reading: Reading, phrase: Phrase) -> bool:
    """Whether the word at the end of ``phrase`` tells that the party before it rules or does not: حزب الوسط الحاكم."""
    party = any(token.stem in g.PARTIES for token in reading.tokens[phrase.head : phrase.end])
    return party and not phrase.open and reading.tokens[phrase.end].stem in g.RULING


def construct_noun(reading: Reading, phrase: Phrase, stop: int) -> bool:
    """Take the noun without the article that an open construct needs: رئيس شركة + بترول أبوظبي, محافظ + خوزستان."""
    at, token = phrase.end, reading.tokens[phrase.end]
    if not phrase.open:
        return False
    if _of_whom_stands_before(reading, phrase) and reading.tag(at) == "PROPN" and token.stem not in g.BODIES:
        return _take_unknown_body(reading, phrase, stop)
    last = reading.tokens[at - 1].stem
    if token.stem in g.BODIES or before_name(reading, at + 1, stop):
        phrase.open = token.stem in g.BODIES
        phrase.loose += 0 if phrase.open else 1
    elif begins_construct(reading, at, stop, "NOUN", "X"):
        phrase.loose += 1
    elif last in g.BODIES:
        phrase.complement = True
        return take(phrase, at + 1, title=True)
    elif last in g.GOVERNED and (reading.tag(at) == "PROPN" or _is_rare(token)):
        phrase.complement, phrase.open = True, False
        return take(phrase, at + 1, title=True)
    else:
        return False
    phrase.complement = True
    return take(phrase, at + 1, title=True, firm=False)


def accusative(reading: Reading, phrase: Phrase) -> bool:
    """Take the adjective of a title that is a predicate: مبعوثا أمميا, مديرا تنفيذيا."""
    head, word = reading.tokens[phrase.head], reading.tokens[phrase.end]
    agrees = head.norm.endswith("ا") and not head.definite and word.norm.endswith("ا") and not word.definite
    if not agrees or reading.tag(phrase.end) != "ADJ":
        return False
    phrase.complement, phrase.open = phrase.complement or word.norm.endswith("يا"), False
    return take(phrase, phrase.end + 1, title=True)


def _is_rare(token: Token) -> bool:
    return marks(token.norm).word < "4" and not marks(token.norm).lists


def _of_whom_stands_before(reading: Reading, phrase: Phrase) -> bool:
    """Whether the name of the holder stands right before the title: X رئيس استوديانتس."""
    comma = reading.tokens[phrase.head - 1].text in COMMAS
    return phrase.head - comma in reading.name_starts and reading.tokens[phrase.head].stem in g.CHAIRING


def _take_unknown_body(reading: Reading, phrase: Phrase, stop: int) -> bool:
    """Take the name of a body that nobody knows, to its end, also what looks like a person's name in it."""
    end = phrase.end + 1
    while end < stop and reading.tag(end) == "PROPN" and not reading.tokens[end].definite:
        end += 1
    for place in range(phrase.end, end):
        if reading.name_ends.get(place, end + 1) <= end:
            reading.rename(place, reading.name_ends[place])
    phrase.complement, phrase.open = True, False
    return take(phrase, end, title=True)


def _named_body(reading: Reading, at: int, stop: int) -> bool:
    """Whether a name nobody knows stands at ``at`` after ل or في and before the holder's: الرئيس التنفيذي لتويتر X."""
    after = reading.tokens[at - 1].norm in ("ل", "في") and at + 1 < stop and at + 1 in reading.name_ends
    return after and reading.tag(at) in ("PROPN", "X")


def plain_object(reading: Reading, phrase: Phrase, at: int, stop: int, *, where: bool) -> bool:
    """Take the noun at ``at`` that no list knows, the object of a preposition: لشؤون المناخ, في اللجنة."""
    token = reading.tokens[at]
    known = token.stem in g.TOPICS or token.stem in g.BODIES
    if _named_body(reading, at, stop):
        phrase.complement, phrase.open = True, False
        return take(phrase, at + 1, title=not where)
    if not (known or token.definite or begins_construct(reading, at, stop, "NOUN", "X", "PROPN")):
        return False
    if token.stem in g.PARTIES | g.PARLIAMENTS:
        phrase.body = phrase.body or ("party" if token.stem in g.PARTIES else "parliament")
    phrase.complement = phrase.complement or not (token.stem in g.TOPICS and phrase.country_is == "adjective")
    phrase.open = not token.definite
    phrase.loose += 1
    return take(phrase, at + 1, title=not where, firm=known)


def is_team(reading: Reading, phrase: Phrase, stop: int) -> bool:
    """Whether الفريق at the end of ``phrase`` is the team that it needs and no rank: رئيس الفريق البحثي."""
    if not phrase.open or reading.tokens[phrase.end].stem != "فريق" or phrase.end + 1 >= stop:
        return False
    after = reading.tokens[phrase.end + 1]
    return after.definite and after.stem not in g.RANK_FOLLOWERS and phrase.end + 1 not in reading.name_ends
