"""Which country an office belongs to where its phrase leaves it out, and which country an article is about."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from kg.coreference.origins import speaks_against
from kg.coreference.titles import SINGLE
from kg.document import Document
from kg.entities import Found
from kg.records import Kind
from kg.roles import TitleMention
from kg.roles.grammar import INTERNATIONAL, PRIVATE
from kg.roles.phrase import MEDIA
from kg.roles.tables import words

STATE = SINGLE | {"minister", "deputy-minister", "member-of-parliament", "governor"}
"""Roles that belong to a state, so that the article's country may fill in."""

LOCAL = frozenset(
    {
        "spokesperson",
        "press-secretary",
        "commander",
        "deputy-commander",
        "director",
        "official",
        "adviser",
        "party-leader",
        "military-officer",
        "other",
    }
)
"""Roles that mostly belong to the country that an article is about, where it is about one alone."""

COMMANDING = words(
    """
    تعليمات تعليماته اوامر اوامره توجيهات توجيهاته امر امرت اوعز اوعزت وجه كلف كلفت عين عينت اقال اقالت اعفي رقي
    قراره مرسوم مرسومه تكليف تعيين بتعيين اقاله اعفاء ترقيه يكلف يعين يامر يوجه يوعز
    """
)
"""Words by which someone gives orders or offices to their own people."""

_PRIVATE_ROLES = frozenset({"director", "official", "other", "analyst", "cleric"})
"""Roles that whoever is meant by a pronoun gives no country: رئيسها التنفيذي, مديره الفني."""

_SENATORS = words("سيناتور سناتور سيناتوره سناتوره سيناتورا سناتورا")
_SENATES = words("US FR IT AU CA ES BR AR MX CO CL PH NG KE ZW PK BE PL RO CZ NL IE TH KH KZ")
"""Countries whose senators newswire calls so; others are mostly of the United States."""

_BY_GIVEN_NAME = frozenset({"monarch", "crown-prince", "cleric"})
"""Roles whose holders go by a given name and a number or a surname of origin: إليزابيث الثانية."""

Tail = tuple[str, ...]


def of_state(title: TitleMention) -> bool:
    """Whether the office is one of a state."""
    return title.state or title.role in STATE


_NEAR = 30
"""Tokens within which a country's name tells whose an office is."""


class Lands:
    """Where an article names which countries; without ``news`` no medium counts, else a state's own agency does."""

    def __init__(self, doc: Document, found: Found, titles: Iterable[TitleMention] = (), *, news: bool = True) -> None:
        self.doc = doc
        opening = _after_dateline(doc)
        places = [
            (m.start, country)
            for m in found.mentions
            if m.key in found.entities
            and (country := found.entities[m.key].country)
            and m.kind in (Kind.COUNTRY, Kind.ORGANIZATION, Kind.PLACE, Kind.FORCE)
            and not _carries_news(doc, found.entities[m.key].concept, own=news)
        ]
        places += [(title.start, title.country) for title in titles if title.country]
        places = sorted(place for place in places if place[0] >= opening)
        self.starts = [start for start, _ in places]
        self.codes = [code for _, code in places]
        self.counts = Counter(self.codes)

    def leader(self, factor: float) -> str | None:
        """Return the country named at least ``factor`` times as often as any other."""
        ranked = self.counts.most_common(2)
        if not ranked or (len(ranked) > 1 and ranked[0][1] < factor * ranked[1][1]):
            return None
        return ranked[0][0]

    def other_than(self, country: str) -> str | None:
        """Return the country that leads clearly among those other than ``country``."""
        ranked = Counter({code: count for code, count in self.counts.items() if code != country}).most_common(2)
        if not ranked or (len(ranked) > 1 and ranked[0][1] < 1.5 * ranked[1][1]):
            return None
        return ranked[0][0]

    def near(self, place: int) -> str | None:
        """Return the one country named around token ``place``, in its sentence or else in the one before, if none is
        named more often; None for several.
        """
        sentence = self.doc.sentence_of(place)
        here = self._between(max(sentence.first, place - _NEAR), min(sentence.last, place + _NEAR))
        if not here and sentence.first > 0:
            before = self.doc.sentence_of(sentence.first - 1)
            here = self._between(max(before.first, sentence.first - _NEAR), sentence.first)
        alone = here.pop() if len(here) == 1 else ""
        return alone if alone and self.counts[alone] == max(self.counts.values()) else None

    def _between(self, low: int, high: int) -> set[str]:
        return set(self.codes[bisect_left(self.starts, low) : bisect_left(self.starts, high)])


_LONGEST_DATELINE = 14


def _after_dateline(doc: Document) -> int:
    """Return the token after a line that tells where the article was written: دبي، الإمارات (CNN) -- ..."""
    for place in range(1, min(_LONGEST_DATELINE, len(doc.tokens) - 1)):
        if doc.tokens[place].text == ")" and doc.tokens[place + 1].text[0] in "-–—":
            return place + 1
    return 0


_WORLDWIDE = words(
    """
    reuters afp ap upi dpa bloomberg cnn bbc sky-news sky-news-arabia aljazeera alarabiya alhadath alhurra rt sputnik
    france24 dw voa fox-news nbc abc cbs
    """
)
"""Media that write of everywhere."""


def _carries_news(doc: Document, concept: str | None, *, own: bool) -> bool:
    """Whether a body is a news agency or a newspaper: whose it is tells nothing of what it writes about.

    ``own``: a state's own agency tells whose its ministers are.
    """
    known = doc.lexicon.concepts.get(concept) if concept else None
    if known is None or known.get("organizationKind") not in MEDIA:
        return False
    return not own or known.get("organizationKind") != "agency" or known.name in _WORLDWIDE


def article_country(doc: Document, found: Found) -> str | None:
    """Return the country that is named clearly more often than any other, None where none is."""
    return Lands(doc, found).leader(1.5)


def settle_countries(
    doc: Document, found: Found, titles: list[TitleMention], keys: dict[int, str], fame: dict[str, str]
) -> list[TitleMention]:
    """Return ``titles`` with the countries that the same person has elsewhere or that the article decides.

    ``keys`` names the person of each name by its first token; ``fame`` the country of well-known people, by person.
    """
    lands = Lands(doc, found, titles)
    known = _known(titles, keys)
    named = sorted(keys)
    settled: list[TitleMention] = []
    for index, title in enumerate(titles):
        country = title.country
        if country is None:
            rival = titles[index + 1] if index + 1 < len(titles) else None
            country = _served(title, keys, known, fame)
            if country is None and title.relative and title.role not in _PRIVATE_ROLES:
                country = _lent(title, named, keys, known, fame)
            country = (
                country
                or _personal(doc, title, keys, known, fame)
                or title.likely
                or _beside(doc, title, settled, rival, lands)
            )
        settled.append(title if country == title.country else replace(title, country=country))
    told = Lands(doc, found, titles, news=False)
    settled = [_ordered(doc, title, named, keys, known, fame) for title in settled]
    settled = [_as_there(title) for title in settled]
    bodies = {tail: t.country for t in reversed(settled) if t.country and (tail := _tail(doc, t))}
    guessed = [
        _guessed(
            doc,
            title,
            bodies,
            lands if of_state(title) else told,
            fame.get(keys[title.name[0]]) if title.name else None,
        )
        for title in settled
    ]
    return [_as_there(title) for title in guessed]


def _as_there(title: TitleMention) -> TitleMention:
    """Return ``title`` with the role that its words mean in its country: المستشارة ميركل is no adviser."""
    role = dict(title.elsewhere).get(title.country or "")
    return replace(title, role=role) if role else title


def _served(
    title: TitleMention, keys: dict[int, str], known: dict[str, Counter[str]], fame: dict[str, str]
) -> str | None:
    """Return the country of the person whom the office serves: مستشار ترامب."""
    person = keys.get(title.served) if title.served is not None else None
    if person is None:
        return None
    return known[person].most_common(1)[0][0] if person in known else fame.get(person)


def _personal(
    doc: Document, title: TitleMention, keys: dict[int, str], known: dict[str, Counter[str]], fame: dict[str, str]
) -> str | None:
    """Return the country that the same person has elsewhere in the article, or is known for."""
    person = keys[title.name[0]] if title.name else None
    if person is None:
        return None
    if person in known:
        return known[person].most_common(1)[0][0]
    sent = title.role in ("ambassador", "envoy") and title.title[1] - title.title[0] == 1
    if _international(doc, title) and title.role not in ("ambassador", "envoy"):
        return None
    return fame.get(person) if of_state(title) or title.organization is None or sent else None


def _beside(
    doc: Document, title: TitleMention, before: list[TitleMention], rival: TitleMention | None, lands: Lands
) -> str | None:
    """Return the country that the title before shares with this one (وزير الدفاع الأميركي X ورئيس الأركان Y), or
    that is left.

    Whose counterpart is another country's is that of the other country that the article is about (X ونظيره العراقي Y).
    """
    if (
        title.name
        and rival
        and rival.rule == "counterpart"
        and rival.country
        and doc.sentence_of(rival.start) == doc.sentence_of(title.start)
    ):
        return lands.other_than(rival.country)
    last = before[-1] if before else None
    if last is None or not of_state(title) or title.organization or not last.country:
        return None
    if not of_state(last) and last.role != "spokesperson":
        return None
    if title.start - last.end != 1:
        return None
    between = doc.tokens[last.end]
    same = between.text in ("،", ",") and last.name is None and title.name is not None
    return last.country if between.norm == "و" or same else None


def _ordered(
    doc: Document,
    title: TitleMention,
    named: list[int],
    keys: dict[int, str],
    known: dict[str, Counter[str]],
    fame: dict[str, str],
) -> TitleMention:
    """Return ``title`` with the country of who gives its holder orders: أصدر X تعليماته لقائد العمليات Y."""
    if title.country or not title.name or title.role not in LOCAL or title.international:
        return title
    first = doc.sentence_of(title.start).first
    giver = named[bisect_left(named, title.start) - 1]
    if not first <= giver < title.start or title.start - giver > _NEAR:
        return title
    if not any(token.norm in COMMANDING for token in doc.tokens[max(first, giver - 4) : title.start]):
        return title
    person = keys[giver]
    country = known[person].most_common(1)[0][0] if person in known else fame.get(person)
    return replace(title, country=country, confidence=min(title.confidence, 0.85)) if country else title


def _guessed(
    doc: Document, title: TitleMention, bodies: Mapping[Tail, str], lands: Lands, famed: str | None
) -> TitleMention:
    """Return ``title`` with the country of its body elsewhere, of its sentence, or of the article; less sure of it."""
    if title.country or not title.name or _international(doc, title) or _of_other_land(doc, title):
        return title
    if title.relative and not of_state(title):
        return title
    country = bodies.get(_tail(doc, title) or ()) or famed
    country = country or _suggested(doc, title, lands)
    return replace(title, country=country, confidence=min(title.confidence, 0.85)) if country else title


def _suggested(doc: Document, title: TitleMention, lands: Lands) -> str | None:
    """Return the country that the article or what is near suggests for ``title``, unless the name speaks against it."""
    country = None
    if of_state(title) and title.organization is None:
        country = lands.leader(2) or lands.near(title.start) or lands.leader(1.5)
    elif (of_state(title) or title.role in LOCAL) and not _private(doc, title):
        country = lands.leader(2) or lands.near(title.start)
    if doc.tokens[title.title[0]].stem in _SENATORS and country not in _SENATES:
        return "US"
    against = (
        country
        and title.name
        and title.role not in _BY_GIVEN_NAME
        and speaks_against(doc.tokens[slice(*title.name)], country)
    )
    return None if against else country


_OF_ANY_LAND = words("وطني وطنيه سياسي سياسيه ديني دينيه روحي حالي حاليه تاريخي جمهوري ثوري قومي حزبي")


def _of_other_land(doc: Document, title: TitleMention) -> bool:
    """Whether the title names a people that is no country's: الملك الفارسي, الرئيس الكاتالوني."""
    first, last = title.title
    if title.role not in SINGLE | {"party-leader"} or last - first != 2 or not doc.tokens[first].definite:
        return False
    people = doc.tokens[first + 1]
    return people.definite and people.stem.endswith(("ي", "يه")) and people.stem not in _OF_ANY_LAND


def _private(doc: Document, title: TitleMention) -> bool:
    """Whether the body of a title is of a kind that no country leads: شركة, نادي, جامعة."""
    return any(token.stem in PRIVATE for token in doc.tokens[slice(*title.title)])


def _international(doc: Document, title: TitleMention) -> bool:
    if of_state(title):
        european = title.role in ("member-of-parliament", "parliament-speaker") and any(
            token.stem in ("اوروبي", "اوروبيه") for token in doc.tokens[slice(*title.title)]
        )
        return title.international or european
    named = any(token.stem in INTERNATIONAL for token in doc.tokens[slice(*title.title)])
    return named or title.international


def _tail(doc: Document, title: TitleMention) -> Tail | None:
    """Return the last words of a title, by which a body is known: المتحدث باسم الأركان المشتركة."""
    first, last = title.title
    return tuple(token.stem for token in doc.tokens[last - 2 : last]) if last - first > 2 else None


def _known(titles: Iterable[TitleMention], keys: dict[int, str]) -> dict[str, Counter[str]]:
    known: dict[str, Counter[str]] = defaultdict(Counter)
    for title in titles:
        if title.name and title.country:
            known[keys[title.name[0]]][title.country] += 1
    return known


def _lent(
    title: TitleMention, named: list[int], keys: dict[int, str], known: dict[str, Counter[str]], fame: dict[str, str]
) -> str | None:
    """Return the country of the person that the pronoun in وزير خارجيته means: the last one named before with a
    country.
    """
    at = bisect_left(named, title.start)
    for start in reversed(named[max(0, at - _NEAR) : at]):
        person = keys[start]
        if person in known or person in fame:
            return known[person].most_common(1)[0][0] if person in known else fame[person]
    return None
