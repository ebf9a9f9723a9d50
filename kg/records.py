"""The records of khabar: what every stage hands to the next.

Read this file first. An article goes in; entities and three kinds of fact come out. Records are frozen, know neither
spaCy nor RDF, and cross processes as JSON. Offsets are Unicode code points, half-open, into the article's raw text, so
that ``raw[start:end]`` is always the evidence.

Within one article an entity is named by its ``key`` (``person:مصطفى الكاظمي``, ``country:IQ``, ``force:US/combat``);
facts refer to entities by key. Resolution maps the keys of all articles to the entities of the graph.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

SUPPORTS, OPPOSES, NEUTRAL = "supports", "opposes", "neutral"
"""The positions towards a force's presence."""


class Kind(StrEnum):
    """The kinds of entity."""

    PERSON = "person"
    COUNTRY = "country"
    ORGANIZATION = "organization"
    FORCE = "force"
    PLACE = "place"
    UNNAMED = "unnamed"


class Status(StrEnum):
    """Whether an event really happened, as the text tells it."""

    ACTUAL = "actual"
    PLANNED = "planned"
    REQUESTED = "requested"
    DENIED = "denied"
    HYPOTHETICAL = "hypothetical"


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article as read.

    ``raw`` is the decoded file, a leading byte order mark dropped and line ends as they are. ``published`` is an ISO
    date or None where neither the metadata nor the text tells it.
    """

    identifier: str
    raw: str
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    sha256: str = ""
    media_type: str = "text/plain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Where a fact stands: ``exact`` is ``raw[start:end]``; ``rule`` names what fired; ``confidence`` is 0..1."""

    start: int
    end: int
    exact: str
    sentence: str
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """Someone or something that facts are about, as one article names it.

    ``name`` is the fullest form seen, ``aliases`` every other form; ``concept`` is the ontology's IRI where it is known
    there; ``country`` is ISO 3166-1 alpha-2 (for a country its own code). ``leaning`` tells that it is
    named by its owner's pronoun alone (قواتها).
    """

    key: str
    kind: Kind
    name: str
    aliases: tuple[str, ...] = ()
    concept: str | None = None
    country: str | None = None
    force_kind: str | None = None
    part_of: str | None = None
    leaning: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DateValue:
    """A date as written and what it means: ``edtf`` is None where text and reference do not decide it."""

    text: str
    edtf: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleHolding:
    """Person-role-Country: ``role`` is the concept's slug (``prime-minister``), ``country`` ISO alpha-2 or None.

    ``more_evidence`` holds the other places where the article tells the same role; ``events`` are indexes of the
    article's events by which it began or ended.
    """

    holder: str
    role: str
    title: str
    country: str | None
    evidence: Evidence
    organization: str | None = None
    place: str | None = None
    former: bool = False
    standing: str | None = None
    since: str | None = None
    until: str | None = None
    more_evidence: tuple[Evidence, ...] = ()
    events: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Statement-about-Force: who said what. ``about`` holds keys of forces named inside the content.

    ``positions`` holds where the words stand towards each of them, in the order of ``about``. ``said_as`` is the index
    of the role holding (in the article's roles) that the speaker had; ``reported_by`` the index of the statement that
    this one is nested in; ``about_events`` indexes of events inside the content.
    """

    speakers: tuple[str, ...]
    content: str
    evidence: Evidence
    about: tuple[str, ...] = ()
    quoted: bool = False
    verb: str | None = None
    stance: str = "says"
    positions: tuple[str, ...] = ()
    negated: bool = False
    date: DateValue | None = None
    said_as: int | None = None
    via: str | None = None
    reported_by: int | None = None
    hearsay: bool = False
    about_events: tuple[int, ...] = ()

    @property
    def position(self) -> str | None:
        """The statement's position as one word: towards the first force that it takes a stand on; None without any."""
        return next((stand for stand in self.positions if stand != NEUTRAL), NEUTRAL if self.positions else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """An entity in an event: ``role`` is ``agent``, ``target`` or ``participant``."""

    entity: str
    role: str = "participant"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Event-date: ``type`` is the local name of a class below ``kg:Event`` (``Airstrike``).

    ``more_evidence`` holds the other places where the article tells the same event.
    """

    type: str
    trigger: str
    evidence: Evidence
    status: Status = Status.ACTUAL
    date: DateValue | None = None
    participants: tuple[Participant, ...] = ()
    place: str | None = None
    killed: int | None = None
    wounded: int | None = None
    weapon: str | None = None
    more_evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleFacts:
    """All that one article says: the pure result of article and lexicon."""

    article: Article
    entities: tuple[Entity, ...] = ()
    roles: tuple[RoleHolding, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = field(default=())
