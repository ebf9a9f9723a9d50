"""Offices told by a verb: تولى X رئاسة الحكومة, خلف X Y في منصب الوزير, انتخب المجلس X أمس رئيسا."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from kg.arabic.tokens import Token, TokenKind
from kg.roles.grammar import FIGHTERS
from kg.roles.holders import Holder, is_predicate
from kg.roles.kinds import RULERS
from kg.roles.mention import TitleMention
from kg.roles.phrase import Phrase
from kg.roles.reading import Reading
from kg.roles.tables import words

TAKING = words("تولي تولت يتولي تتولي تسلم تسلمت ادي ادت شغل شغلت يشغل تشغل اعتلي استلم استلمت تبوا تقلد خلف خلفت")
LEAVING = words("استقال استقالت تنحي تنحت اقيل اقيلت اعفي اعفيت عزل عزلت غادر غادرت ترك تركت تخلي تخلت ازيح")
GIVING = words("عين عينت كلف كلفت انتخب انتخبت اختار اختارت اختير اختيرت نصب نصبت سمي سمت ثبت بايع بايعت زكي رقي")
_GIVING_NOUNS = words("تعيين انتخاب تكليف اختيار تنصيب تسميه مبايعه ترقيه تثبيت")
_LEAVING_NOUNS = words("استقاله اقاله تنحي اعفاء عزل تنحيه رحيل")
_VERBS = TAKING | LEAVING | GIVING | _GIVING_NOUNS | _LEAVING_NOUNS
_HOLDING = TAKING | LEAVING | _LEAVING_NOUNS
_POSTS = words("منصب مهام اعمال مهمه")
_SUCCEEDING = words("خلفا بدلا خليفه")
_LONGEST_NAME = 4
_REST = 3
_BEFORE_VERB = words("و ف قد الذي التي ثم كان كانت ان ه ها ب ، ,")
"""What may stand between a name and the verb of which it is the subject: X الذي كان قد تولى, تكليف X بتولي."""
_FARTHEST = 14
_OFFICES = {"رياسه": "رييس", "قياده": "قايد", "زعامه": "زعيم", "وزاره": "وزير", "حقيبه": "وزير"}
"""Nouns of an office, with the title of who holds it."""


class Told(NamedTuple):
    """Who holds an office by a verb, and whether the verb ends it; ``left`` is who held it before (خلف X Y)."""

    holder: Holder
    over: bool
    left: Holder | None = None


def with_holders(tokens: Sequence[Token]) -> list[Token]:
    """Return ``tokens`` with the noun of an office read as its holder's title where a verb of office stands before:
    تولى X رئاسة الحكومة is read as رئيس الحكومة.
    """
    read = list(tokens)
    near = -_FARTHEST
    for place, token in enumerate(tokens):
        if token.norm in _HOLDING and token.kind is TokenKind.WORD:
            near = place
        elif token.text in (".", "؟", "!"):
            near = -_FARTHEST
        elif place - near < _FARTHEST and _may_be_held(tokens, place) and (holder := _OFFICES.get(token.stem)):
            read[place] = _as(token, holder)
    return read


def _may_be_held(tokens: Sequence[Token], place: int) -> bool:
    """Whether the noun at ``place`` is what is taken or left, not where something is (بوزارة الخارجية) and no match
    that is led (قيادة المباراة).
    """
    if tokens[place].definite or tokens[place - 1].norm in ("ب", "ل", "في", "ك"):
        return False
    return tokens[place].stem != "قياده" or (place + 1 < len(tokens) and tokens[place + 1].stem in FIGHTERS)


def _as(token: Token, word: str) -> Token:
    """Return ``word`` at the place of ``token``."""
    other = Token((word, TokenKind.WORD, word, word, False), token.start, token.glued)
    other.end = token.end
    return other


def told_holder(reading: Reading, phrase: Phrase, first: int) -> Told | None:
    """Return who holds the office of ``phrase`` by a verb before it in its clause; None where no verb tells."""
    named = reading.tokens[phrase.head] is not reading.doc.tokens[phrase.head]
    in_post = any(token.norm in _POSTS for token in reading.tokens[max(first, phrase.head - 2) : phrase.head])
    if not (named or in_post or is_predicate(reading, phrase)):
        return None
    verb = _verb_before(reading, phrase.head, first)
    if verb is None:
        return None
    norm = reading.tokens[verb].norm
    people = _people_between(reading, verb, phrase.head) or _subject_before(reading, verb, first)
    over = norm in LEAVING or norm in _LEAVING_NOUNS
    given = norm in GIVING or norm in _GIVING_NOUNS
    if not people and given:
        people = _strangers(reading, verb + 1, phrase.head)
    if not people:
        return None
    if given:
        start, end = people[-1]
        return Told(_holder(phrase, (start, _grown(reading, end, phrase.head))), over)
    left = _holder(phrase, people[1]) if norm in ("خلف", "خلفت") and len(people) == 2 else None
    return Told(_holder(phrase, people[0]), over, left)


def without_givers(reading: Reading, titles: list[TitleMention]) -> list[TitleMention]:
    """Return ``titles`` where a ruler who gives an office has not the name of who gets it: عين الملك X وزيرا."""
    given = {title.name: title.start for title in titles if title.name}
    return [replace(t, name=None, end=t.title[1]) if _gives(reading, t, given) else t for t in titles]


def _gives(reading: Reading, title: TitleMention, last: dict[tuple[int, int], int]) -> bool:
    if title.role not in RULERS or title.name is None or title.start == 0 or title.name[0] < title.title[0]:
        return False
    verb = reading.tokens[title.start - 1].norm
    return verb in GIVING | {"اعفي", "اقال", "عزل"} and last[title.name] > title.start


def _holder(phrase: Phrase, span: tuple[int, int]) -> Holder:
    return Holder(*span, phrase.firm, "name, verb of office, title", 0.85)


def _verb_before(reading: Reading, head: int, first: int) -> int | None:
    for place in range(head - 1, max(first, head - _FARTHEST) - 1, -1):
        token = reading.tokens[place]
        if token.norm in _VERBS and place not in reading.name_ends:
            return place
        if token.kind is TokenKind.PUNCT and token.text not in ("،", ",", '"', "(", ")"):
            return None
    return None


def _people_between(reading: Reading, verb: int, head: int) -> list[tuple[int, int]]:
    """Return the names between the verb and the title, but for those of who held the office before (خلفا لـX)."""
    people = [(at, end) for at in range(verb + 1, head) if (end := reading.name_ends.get(at, 0)) and end <= head]
    norms = [token.norm for token in reading.tokens[verb:head]]
    return [span for span in people if not _SUCCEEDING.intersection(norms[max(0, span[0] - verb - 3) : span[0] - verb])]


def _grown(reading: Reading, end: int, head: int) -> int:
    """Return where a name ends of which only the first words are known, an office following: X Y | Z وزيرا."""
    rest = range(end, head)
    return head if 0 < len(rest) < _REST and all(map(reading.may_be_part, rest)) else end


def _strangers(reading: Reading, start: int, end: int) -> list[tuple[int, int]]:
    """Return the name that fills the space between a verb of giving and the office, though nobody knows its words."""
    fits = 2 <= end - start <= _LONGEST_NAME and all(map(reading.may_be_part, range(start, end)))
    return [(start, end)] if fits else []


def _subject_before(reading: Reading, verb: int, first: int) -> list[tuple[int, int]]:
    """Return the name that stands before the verb: X الذي تولى, كان X قد تولى, تكليف X بتولي."""
    at = verb
    while at > first and at not in reading.name_starts and reading.tokens[at - 1].norm in _BEFORE_VERB:
        at -= 1
    return [(reading.name_starts[at], at)] if at in reading.name_starts else []
