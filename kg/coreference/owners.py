"""Which country an office belongs to where its phrase leaves it out: what the text tells, then what it suggests."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kg.coreference.guesses import Guesses
from kg.coreference.homes import Homes
from kg.coreference.lands import NEAR, Lands
from kg.coreference.offices import LOCAL, is_international, of_state
from kg.document import Document
from kg.entities import Found
from kg.roles import TitleMention
from kg.roles.kinds import PRIVATE, SENT, STATE
from kg.roles.tables import words

_COMMANDING = words(
    """
    تعليمات تعليماته اوامر اوامره توجيهات توجيهاته امر امرت اوعز اوعزت وجه كلف كلفت عين عينت اقال اقالت اعفي رقي
    قراره مرسوم مرسومه تكليف تعيين بتعيين اقاله اعفاء ترقيه يكلف يعين يامر يوجه يوعز
    """
)
"""Words by which someone gives orders or offices to their own people."""


def settle_countries(
    doc: Document, found: Found, titles: Sequence[TitleMention], keys: Mapping[int, str], fame: Mapping[str, str]
) -> list[TitleMention]:
    """Return ``titles`` with the countries that the same person has elsewhere or that the article decides.

    ``keys`` names the person of each name by its first token; ``fame`` the country of well-known people, by person.
    """
    homes = Homes(titles, keys, fame)
    owners = _Owners(doc, homes, Lands(doc, found, titles), sorted(keys))
    told = [_as_there(owners.ordered(title)) for title in owners.told(titles)]
    guesses = Guesses(doc, told, owners.lands, Lands(doc, found, titles, news=False), homes)
    return [_as_there(title) for title in guesses.made()]


def _as_there(title: TitleMention) -> TitleMention:
    """Return ``title`` with the role that its words mean in its country: المستشارة ميركل is no adviser."""
    role = dict(title.elsewhere).get(title.country or "")
    return replace(title, role=role) if role else title


@dataclass
class _Owners:
    """What tells whose an office is: people's own countries, ``lands``, and where names stand (``named``)."""

    doc: Document
    homes: Homes
    lands: Lands
    named: list[int]

    def told(self, titles: Sequence[TitleMention]) -> list[TitleMention]:
        """Return ``titles``, those without a country with the one that other people and titles of the text tell."""
        out: list[TitleMention] = []
        for index, title in enumerate(titles):
            rival = titles[index + 1] if index + 1 < len(titles) else None
            country = title.country or self._told(title, out[-1] if out else None, rival)
            out.append(title if country == title.country else replace(title, country=country))
        return out

    def _told(self, title: TitleMention, last: TitleMention | None, rival: TitleMention | None) -> str | None:
        country = self.homes.of(title.served[0] if title.served else None)
        if country is None and title.relative and title.role not in PRIVATE:
            country = self._lent(title)
        country = country or self._personal(title) or title.likely
        return country or self._opposed(title, rival) or self._beside(title, last)

    def _lent(self, title: TitleMention) -> str | None:
        """Return the country of the person that the pronoun in وزير خارجيته means: the last one named before with a
        country.
        """
        at = bisect_left(self.named, title.start)
        homes = (self.homes.of(start) for start in reversed(self.named[max(0, at - NEAR) : at]))
        return next((home for home in homes if home), None)

    def _personal(self, title: TitleMention) -> str | None:
        """Return the country that the same person has elsewhere in the article, or is known for."""
        if title.name is None:
            return None
        told = self.homes.told(title.name[0])
        if told or (is_international(self.doc, title) and title.role not in SENT):
            return told
        sent = title.role in SENT and title.title[1] - title.title[0] == 1
        known = of_state(title) or title.organization is None or sent
        return self.homes.famed(title.name[0]) if known else None

    def _opposed(self, title: TitleMention, rival: TitleMention | None) -> str | None:
        """Return the other country that the article is about, for whom another's counterpart follows: X ونظيره
        العراقي Y.
        """
        if title.name is None or rival is None or rival.rule != "counterpart" or not rival.country:
            return None
        same = self.doc.sentence_of(rival.start) == self.doc.sentence_of(title.start)
        return self.lands.other_than(rival.country) if same else None

    def _beside(self, title: TitleMention, last: TitleMention | None) -> str | None:
        """Return the country of the title before where the two are joined: وزير الدفاع الأميركي X ورئيس الأركان Y."""
        if last is None or not of_state(title) or title.organization or not last.country:
            return None
        if (not of_state(last) and last.role != "spokesperson") or title.start - last.end != 1:
            return None
        between = self.doc.tokens[last.end]
        same = between.text in ("،", ",") and last.name is None and title.name is not None
        return last.country if between.norm == "و" or same else None

    def ordered(self, title: TitleMention) -> TitleMention:
        """Return ``title`` with the country of who gives its holder orders or the office: أصدر X تعليماته لقائد
        العمليات Y.
        """
        if title.country or not title.name or title.role not in LOCAL | STATE or is_international(self.doc, title):
            return title
        first = self.doc.sentence_of(title.start).first
        giver = self.named[bisect_left(self.named, title.start) - 1]
        if not first <= giver < title.start or title.start - giver > NEAR:
            return title
        if not any(token.norm in _COMMANDING for token in self.doc.tokens[max(first, giver - 4) : title.start]):
            return title
        country = self.homes.of(giver)
        return replace(title, country=country, confidence=min(title.confidence, 0.85)) if country else title
