"""Several offices of one person written in a row before the name: نائب رئيس الوزراء وزير الدفاع X."""

from __future__ import annotations

from dataclasses import replace

from kg.arabic.tokens import Token, TokenKind
from kg.roles.grammar import MEETING_VERBS
from kg.roles.kinds import HEADS
from kg.roles.mention import TitleMention

SECOND_OFFICES = frozenset(
    {
        "minister",
        "defense-minister",
        "foreign-minister",
        "interior-minister",
        "commander",
        "prime-minister",
        "deputy-minister",
        "deputy-prime-minister",
    }
)
_FIRST = frozenset({"crown-prince", "vice-president", "deputy-minister", "deputy-prime-minister"})
_BESIDE = frozenset({"member-of-parliament", "analyst", "party-leader"})
"""Roles that people hold beside another office: القيادي في الحزب وعضو البرلمان X."""
_CHAIRED = frozenset({"لجنه", "هييه", "مجلس"})
"""Bodies that are chaired beside another office."""
_STYLES = frozenset({"ambassador", "adviser"})
"""Offices that are a mere style before a name where another office stands right before: وزير الخارجية السفير X."""


def chained(tokens: list[Token], titles: list[TitleMention]) -> list[TitleMention]:
    """Give the name of a title to the title right before it, where both are offices that one person holds together."""
    out = list(titles)
    for index in range(len(out) - 2, -1, -1):
        first, second = out[index], out[index + 1]
        if first.name is None and second.name is not None and _one_person(tokens, first, second):
            country = first.country or second.country
            rule = "title title name"
            out[index] = replace(first, name=second.name, end=second.end, country=country, rule=rule, confidence=0.85)
            if second.start == first.end and is_style(second):
                out[index + 1] = replace(second, name=None, end=second.title[1], again=True)
    return out


def is_style(title: TitleMention) -> bool:
    """Whether ``title`` is a rank or one word that may be a mere style before a name: السفير X, المستشار X."""
    styled = title.role in _STYLES and title.title[1] - title.title[0] == 1 and title.rule.startswith("title")
    return title.rule == "rank name" or (styled and title.country is None)


def _one_person(tokens: list[Token], first: TitleMention, second: TitleMention) -> bool:
    if (
        first.number != 1
        or second.number != 1
        or second.title[0] != second.start
        or (first.country and second.country and first.country != second.country)
    ):
        return False
    joined = second.start - first.end
    if joined == 0:
        return held_together(tokens, first, second.role) or not _met(tokens, first.start)
    conjunction = tokens[first.end]
    if joined != 1 or conjunction.norm != "و" or conjunction.kind is not TokenKind.PROCLITIC:
        return False
    if first.role in HEADS:
        return second.role == "commander" and second.organization is None
    if held_together(tokens, first, second.role) or _chairs_as_minister(tokens, first, second):
        return True
    return bool(_BESIDE & {first.role, second.role}) and first.role != second.role and not _met(tokens, first.start)


def _chairs_as_minister(tokens: list[Token], first: TitleMention, second: TitleMention) -> bool:
    """Whether a minister or governor chairs a committee, too: وزير الصحة ورئيس اللجنة العليا للطوارئ، X."""
    chairs = second.role == "director" and tokens[second.title[0] + 1].stem in _CHAIRED
    return chairs and first.role in SECOND_OFFICES | {"governor"} and not _met(tokens, first.start)


def held_together(tokens: list[Token], first: TitleMention, second: str, *, government: bool = False) -> bool:
    """Whether one person commonly holds both offices: نائب رئيس الوزراء وزير الدفاع.

    ``government``: the second deputizes for a head of government.
    """
    of_government = any(token.stem in ("وزراء", "حكومه") for token in tokens[slice(*first.title)])
    deputy = first.role in _FIRST or (first.role == "other" and of_government)
    return deputy and (government or second in SECOND_OFFICES)


def _met(tokens: list[Token], at: int) -> bool:
    """Whether a verb whose object is a person stands before the title at ``at``: استدعى وزير الدفاع رئيس الأركان X."""
    places = range(max(0, at - 2), at)
    return any(tokens[place].norm in MEETING_VERBS and tokens[place - 1].norm != "ب" for place in places)
