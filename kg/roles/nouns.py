"""Words that go on with a title: adjectives that agree, nouns that a construct needs, objects of prepositions."""

from __future__ import annotations

from kg.arabic.tokens import TokenKind
from kg.roles import grammar as g
from kg.roles.phrase import Phrase, take
from kg.roles.reading import Reading
from kg.roles.words import before_name, begins_construct, is_adjective, still_agrees, surely_adjective


def definite_word(reading: Reading, phrase: Phrase) -> bool:
    """Take the definite word at the end of ``phrase``: an adjective that agrees, or the noun that completes it."""
    at, token = phrase.end, reading.tokens[phrase.end]
    if token.stem in g.BELONGING and not phrase.open:
        held = phrase.complement, phrase.organization, phrase.body, phrase.country, phrase.country_is
        phrase.before_belonging = phrase.before_belonging or held
        return take(phrase, at + 1, title=False, firm=False)
    if not phrase.open and reading.vocabulary.starts(token) and not is_adjective(reading, at):
        return False
    phrase.complement = phrase.complement or phrase.open
    if phrase.country_is and not phrase.open and not still_agrees(reading, at):
        return False
    if reading.tokens[at - 1].kind is TokenKind.ENCLITIC and not surely_adjective(reading, at):
        return False
    firm = phrase.open or surely_adjective(reading, at)
    phrase.loose += 0 if firm else 1
    phrase.open = False
    return take(phrase, at + 1, title=True, firm=firm)


def construct_noun(reading: Reading, phrase: Phrase, stop: int) -> bool:
    """Take the noun without the article that an open construct needs: رئيس شركة + بترول أبوظبي, محافظ + خوزستان."""
    at, token = phrase.end, reading.tokens[phrase.end]
    if not phrase.open:
        return False
    last = reading.tokens[at - 1].stem
    if token.stem in g.BODIES or before_name(reading, at + 1, stop):
        phrase.open = token.stem in g.BODIES
        phrase.loose += 0 if phrase.open else 1
    elif begins_construct(reading, at, stop, "NOUN", "X"):
        phrase.loose += 1
    elif last in g.BODIES:
        phrase.complement = True
        return take(phrase, at + 1, title=True)
    elif last in g.GOVERNED and reading.tag(at) == "PROPN":
        phrase.complement, phrase.open = True, False
        return take(phrase, at + 1, title=True)
    else:
        return False
    phrase.complement = True
    return take(phrase, at + 1, title=True, firm=False)


def plain_object(reading: Reading, phrase: Phrase, at: int, stop: int, *, where: bool) -> bool:
    """Take the noun at ``at`` that no list knows, the object of a preposition: لشؤون المناخ, في اللجنة."""
    token = reading.tokens[at]
    known = token.stem in g.TOPICS or token.stem in g.BODIES
    if not (known or token.definite or begins_construct(reading, at, stop, "NOUN", "X", "PROPN")):
        return False
    if token.stem in g.PARTIES:
        phrase.body = phrase.body or "party"
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
