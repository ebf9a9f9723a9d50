"""Whether a name speaks against a country: a Yuri serves Damascus as little as an al-Mutairi Paris."""

from __future__ import annotations

from kg.arabic.tokens import Token, TokenKind
from kg.arabic.words import marks
from kg.roles.tables import words

ARAB = words("SA YE IQ SY JO PS EG SD LY TN DZ MA MR AE QA KW BH OM SO DJ KM")
"""Countries whose people mostly bear Arabic names; in Lebanon many do not."""

FAR = words(
    "US CA MX BR AR CL CO PE VE CU BO EC GB IE FR DE IT ES PT NL BE LU CH AT DK NO SE FI IS PL CZ SK HU RO BG GR UA BY"
    " RU EE LV LT HR RS SI CN JP KR KP TW VN TH PH AU NZ"
)
"""Countries whose office holders hardly bear a family name with the Arabic article."""

_ARABIC_PARTS = frozenset({"بن", "ابن", "بنت", "ابو", "ابي", "ام", "عبد", "ال", "ولد", "باشا"})
_FEWEST = 2


def speaks_against(name: list[Token], country: str) -> bool:
    """Whether a person called ``name`` hardly serves ``country``, which only its being near suggests."""
    parts = [token for token in name if token.kind is TokenKind.WORD]
    if len(parts) < _FEWEST:
        return False
    if country in ARAB:
        return not any(_arabic(token) for token in parts)
    return country in FAR and any(token.definite and token.norm.startswith("ال") for token in parts[1:])


def _arabic(token: Token) -> bool:
    if token.definite or token.norm in _ARABIC_PARTS or token.norm.startswith(("عبد", "ابو")):
        return True
    return bool(marks(token.norm).lists)
