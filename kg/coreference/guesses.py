"""Which country an office probably belongs to: of its body elsewhere, of the list it stands in, of the article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kg.coreference.homes import Homes
from kg.coreference.lands import Lands
from kg.coreference.offices import LOCAL, is_international, is_private, of_other_land, of_state
from kg.coreference.origins import speaks_against
from kg.document import Document
from kg.roles import TitleMention
from kg.roles.kinds import BY_GIVEN_NAME
from kg.roles.tables import words

_SENATORS = words("سيناتور سناتور سيناتوره سناتوره سيناتورا سناتورا")
_SENATES = words("US FR IT AU CA ES BR AR MX CO CL PH NG KE ZW PK BE PL RO CZ NL IE TH KH KZ")
"""Countries whose senators newswire calls so; others are mostly of the United States."""

_SPEAKERS = frozenset({"spokesperson", "press-secretary"})
_LISTING = frozenset({"،", ",", "و"})
_FARTHEST = 2
_SURE = 0.85
"""No office whose country is guessed is surer than this."""

_Tail = tuple[str, ...]


@dataclass
class Guesses:
    """The guesses for ``titles``: ``lands`` with the news agencies of states, ``told`` without any medium."""

    doc: Document
    titles: Sequence[TitleMention]
    lands: Lands
    told: Lands
    homes: Homes
    _bodies: dict[_Tail, str] = field(init=False)
    _speakers: set[str] = field(init=False)

    def __post_init__(self) -> None:
        self._bodies = {tail: t.country for t in reversed(self.titles) if t.country and (tail := self._tail(t))}
        self._speakers = {t.country for t in self.titles if t.country and t.role in _SPEAKERS}

    def made(self) -> list[TitleMention]:
        """Return the titles, each with its country or a guess of it."""
        out: list[TitleMention] = []
        for title in self.titles:
            country = self._guess(title, out[-1] if out else None) if self._open(title) else None
            sure = min(title.confidence, _SURE)
            out.append(replace(title, country=country, confidence=sure) if country else title)
        return out

    def _open(self, title: TitleMention) -> bool:
        """Whether the country of ``title`` is worth a guess."""
        if title.country or not title.name or (title.relative and not of_state(title)):
            return False
        return not is_international(self.doc, title) and not of_other_land(self.doc, title)

    def _guess(self, title: TitleMention, last: TitleMention | None) -> str | None:
        known = self._bodies.get(self._tail(title) or ()) or self.homes.famed(title.name[0] if title.name else None)
        return known or self._announced(title) or self._suggested(title) or self._listed(title, last)

    def _tail(self, title: TitleMention) -> _Tail | None:
        """Return the last words of a title, by which a body is known: المتحدث باسم الأركان المشتركة."""
        first, last = title.title
        return tuple(token.stem for token in self.doc.tokens[last - 2 : last]) if last - first > 2 else None

    def _announced(self, title: TitleMention) -> str | None:
        """Return the country for which the only other spokespersons of the text speak: متحدث باسم الرئيس الكيني, then
        المتحدث الرئاسي X.
        """
        vague = title.role in _SPEAKERS and title.organization is None and title.title[1] - title.title[0] <= _FARTHEST
        return next(iter(self._speakers)) if vague and len(self._speakers) == 1 else None

    def _suggested(self, title: TitleMention) -> str | None:
        """Return the country that the article or what is near suggests, unless the name speaks against it."""
        country = self._of_article(title)
        if self.doc.tokens[title.title[0]].stem in _SENATORS and country not in _SENATES:
            return "US"
        return None if country and self._speaks_against(title, country) else country

    def _of_article(self, title: TitleMention) -> str | None:
        state = of_state(title)
        lands = self.lands if state else self.told
        if state and title.organization is None:
            return lands.leader(2) or lands.near(title.start) or lands.leader(1.5)
        fits = (state or title.role in LOCAL) and not is_private(self.doc, title)
        return lands.leader(2) or lands.near(title.start) if fits else None

    def _listed(self, title: TitleMention, last: TitleMention | None) -> str | None:
        """Return the country of the office that stands right before in a list: X، ورئيس المجلس السياسي Y."""
        if last is None or not last.name or not last.country or title.role not in LOCAL or is_private(self.doc, title):
            return None
        between = self.doc.tokens[last.end : title.start]
        joined = 0 < len(between) <= _FARTHEST and all(token.norm in _LISTING for token in between)
        return last.country if joined and not self._speaks_against(title, last.country) else None

    def _speaks_against(self, title: TitleMention, country: str) -> bool:
        if title.name is None or title.role in BY_GIVEN_NAME:
            return False
        return speaks_against(self.doc.tokens[slice(*title.name)], country)
