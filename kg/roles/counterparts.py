"""The title of another, lent: نظيره التركي X, سلفه X, نائبه X, خلفا لـX."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kg.arabic.tokens import Token, TokenKind
from kg.roles.grammar import DEPUTY, FORMER
from kg.roles.holders import skip_ranks
from kg.roles.kinds import RULERS
from kg.roles.known import known_roles
from kg.roles.mention import TitleMention
from kg.roles.reading import COMMAS, Reading

COUNTERPART = frozenset(
    {"نظير", "نظيره", "نظيرت", "نظيرته", "نظيرها", "نظيرتها", "نظيريه", "نظيري", "نظراي", "نظرايه", "نظراء"}
)
PREDECESSOR = frozenset({"سلف", "سلفه", "سلفها"})
DEPUTY_OF = {
    "president": "vice-president",
    "prime-minister": "deputy-prime-minister",
    "minister": "deputy-minister",
    "defense-minister": "deputy-minister",
    "foreign-minister": "deputy-minister",
    "interior-minister": "deputy-minister",
    "commander": "deputy-commander",
    "chief-of-staff": "deputy-commander",
    "parliament-speaker": "member-of-parliament",
}
"""What نائبه is to the holder of a role."""

_SPEAKING = frozenset({"spokesperson", "press-secretary", "adviser", "official", "director", "analyst", "other"})
"""Roles of those who speak for or serve whoever meets a counterpart."""
_FARTHEST = 40
"""Tokens within which a pronoun finds whom it means by name."""


@dataclass
class Offices:
    """The offices that the text has told so far: of its last sentence, and by the family names of their holders."""

    reading: Reading
    _last: TitleMention | None = None
    _held: dict[str, TitleMention] = field(default_factory=dict)

    def note(self, titles: Sequence[TitleMention]) -> None:
        """Note ``titles``, those of the next sentence."""
        named = [title for title in titles if title.name and title.number == 1 and title.role not in _SPEAKING]
        self._last = named[-1] if named else None
        for title in named:
            family = self.reading.tokens[title.name[1] - 1].stem if title.name else ""
            if not title.former or family not in self._held:
                self._held[family] = title

    def lender(self, at: int, first: int, last: TitleMention | None) -> TitleMention | None:
        """Return the title of the person whom a pronoun at ``at`` means, ``last`` being the one before in the sentence,
        which begins at ``first``: of who is named nearest, else who was told of last.
        """
        starts, tokens = self.reading.name_starts, self.reading.tokens
        nearest = max(first, at - _FARTHEST, last.end if last else 0)
        end = next((place for place in range(at, nearest, -1) if place in starts), None)
        if end is not None:
            return self._held.get(tokens[end - 1].stem, last)
        return last or self._last


def lends(token: Token) -> bool:
    """Whether ``token`` is نظير, سلف or نائب, which a pronoun may follow."""
    return token.stem in COUNTERPART or token.stem in PREDECESSOR or token.stem in DEPUTY


def counterpart(reading: Reading, at: int, stop: int, last: TitleMention | None) -> TitleMention | None:
    """Return the title that نظيره or سلفه at ``at`` lends from ``last``, the title of whom the pronoun means."""
    tokens = reading.tokens
    stem = tokens[at].stem
    if last is None or not lends(tokens[at]):
        return None
    if stem in DEPUTY:
        last = replace(last, role=DEPUTY_OF.get(last.role, "other"), relative=False)
    place = at + 1
    if place < stop and tokens[place].kind is TokenKind.ENCLITIC:
        place += 1
    elif not tokens[at].norm.endswith(("يره", "يرته", "يرها", "يرتها", "لفه", "لفها", "نايبها", "نايبته")):
        return None
    lent = _lent(reading, at, place, stop, last)
    return _as_known(reading, lent) if stem in COUNTERPART else lent


def _as_known(reading: Reading, title: TitleMention) -> TitleMention:
    """Return ``title`` with the office for which its holder is known, where that is another: the title before may be of
    who speaks for the person met.
    """
    roles = known_roles(reading, *title.name) if title.name and title.role in _SPEAKING else ()
    return title if not roles or title.role in roles else replace(title, role=roles[0])


def _lent(reading: Reading, at: int, place: int, stop: int, last: TitleMention) -> TitleMention:
    former = predecessor = reading.tokens[at].stem in PREDECESSOR
    title_end = place
    over = place < stop and reading.tokens[place].definite and reading.tokens[place].stem in FORMER
    place, former = place + over, former or over
    land = reading.demonym(place) if place < stop and place not in reading.name_ends else None
    same_land = predecessor or reading.tokens[at].stem in DEPUTY
    country = land[1] if land else last.country if same_land else None
    office_end = land[0] if land else place
    start, end = _name(reading, office_end, stop, forced=land is not None)
    return replace(
        last, start=at, end=end or office_end, title=(at, title_end), name=(start, end) if end else None,
        country=country, rule="predecessor" if predecessor else "counterpart", confidence=0.92, former=former,
        relative=country is None, organization=None, place=None, standing="former" if former else None,
    )  # fmt: skip


def _name(reading: Reading, at: int, stop: int, *, forced: bool) -> tuple[int, int | None]:
    """Return where the name begins and ends that stands at ``at`` or after a comma there; no end where none does.

    ``forced``: after a country's adjective (نظيره الياباني) a name follows, known or not.
    """
    comma = at < stop and reading.tokens[at].text in COMMAS
    start = skip_ranks(reading, at + comma, stop)
    if start >= stop:
        return start, None
    known = reading.name_ends.get(start)
    if known is not None or not forced:
        return start, known
    return start, reading.enclosed_name(start, stop) if comma else reading.forced_name(start, stop)


def succeeded(reading: Reading, at: int, stop: int, last: TitleMention | None) -> TitleMention | None:
    """Return the former title of the person whom خلفا لـ names: عين X وزيرا للدفاع خلفا لـY."""
    tokens = reading.tokens
    appoints = last is not None and last.role in RULERS and last.rule.startswith("title")
    if (
        last is None
        or last.number > 1
        or appoints
        or tokens[at].norm != "خلفا"
        or at + 2 >= stop
        or tokens[at + 1].norm != "ل"
    ):
        return None
    start = skip_ranks(reading, at + 2, stop)
    end = reading.name_ends.get(start)
    if end is None:
        return None
    return replace(
        last, start=at, end=end, name=(start, end), rule="succeeded", confidence=0.88, former=True, standing="former"
    )
