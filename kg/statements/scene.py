"""The scene of a text: who stands where, where quotations and dates lie, by token."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from kg.arabic.normal import fold
from kg.arabic.tokens import TokenKind
from kg.clauses import word_set
from kg.coreference import Cast
from kg.entities.forces import named_key
from kg.lexicon import Match
from kg.records import Entity, Kind
from kg.statements.agreement import MASCULINE_IN_HA
from kg.statements.layout import Layout
from kg.statements.words import MASCULINE_COUNTRIES, PREPOSITIONS

FAR_BACK = 400  # actors looked at when a short noun takes one up


SPEAKING = frozenset({Kind.PERSON, Kind.COUNTRY, Kind.ORGANIZATION, Kind.FORCE, Kind.UNNAMED})


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone or something named in tokens ``start`` to ``end`` (half-open) who may speak.

    ``key`` is None where only the words name them; ``gender`` is None where it is open.
    """

    start: int
    end: int
    key: str | None
    kind: Kind
    gender: str | None
    number: str


class Scene(Layout):
    """What the search for speakers asks of a text. Indexes are tokens, spans half-open."""

    def __init__(self, cast: Cast) -> None:
        super().__init__(cast.doc)
        self.cast = cast

    @cached_property
    def actors(self) -> dict[int, Actor]:
        """The longest actor that begins at each token."""
        found: dict[int, Actor] = {}
        for start, end, key, kind in sorted(self._named(), key=lambda n: (n[0], n[3] == Kind.UNNAMED, -n[1])):
            if start not in found:
                found[start] = self._actor(start, end, key, kind)
        return found

    def _named(self) -> list[tuple[int, int, str | None, Kind]]:
        named: list[tuple[int, int, str | None, Kind]] = [
            (m.start, m.end, m.key, m.kind) for m in self.cast.mentions if m.kind in SPEAKING
        ]
        for title, key in self.cast.titles:
            entity = self.cast.entities.get(key) if key else None
            named.append((title.start, title.end, key, entity.kind if entity else Kind.UNNAMED))
        taken = self._covered
        for at in range(1, len(self.tokens)):  # تصريحات منسوبة لل|كاظمي
            if self.norms[at - 1] == "ل" and self.tokens[at - 1].kind == TokenKind.PROCLITIC and at not in taken:
                key = self.surnames.get(self.norms[at])
                named += [(at, at + 1, key, Kind.PERSON)] if key else []
        return named

    def _actor(self, start: int, end: int, key: str | None, kind: Kind) -> Actor:
        gender, number = self.agreement(start, end, key, kind)
        return Actor(start, end, key, kind, gender, number)

    @cached_property
    def ending(self) -> dict[int, Actor]:
        """The longest actor that ends before each token."""
        found: dict[int, Actor] = {}
        for actor in sorted(self.actors.values(), key=lambda a: a.start):
            found.setdefault(actor.end, actor)
        return found

    @cached_property
    def surnames(self) -> dict[str, str]:
        """The last names of people whose full names the text tells, where only one bears them."""
        found: dict[str, str | None] = {}
        for key, entity in sorted(self.cast.entities.items()):
            words = fold(entity.name).split()
            if entity.kind == Kind.PERSON and len(words) > 1:
                found[words[-1]] = None if words[-1] in found else key
        return {name: key for name, key in found.items() if key is not None and len(name) > 3}

    @cached_property
    def _covered(self) -> frozenset[int]:
        return frozenset(at for m in self.cast.mentions for at in range(m.start, m.end))

    @cached_property
    def name_words(self) -> dict[str, str]:
        """Every word of a person's full name that no other person of the text bears."""
        found: dict[str, str | None] = {}
        for key, entity in sorted(self.cast.entities.items()):
            words = set(fold(entity.name).split()) if entity.kind == Kind.PERSON else set()
            for word in sorted(words if len(words) > 1 else ()):
                found[word] = None if word in found else key
        return {name: key for name, key in found.items() if key is not None and len(name) > 2}

    def body_named(self, words: list[str]) -> str | None:
        """Return the only body or force of the text whose name holds ``words``: شركة "سيسكو سيستمز" is "سيسكو"."""
        found = {key for key, name in self._bodies if _holds(name, words)}
        return found.pop() if len(found) == 1 else None

    @cached_property
    def _bodies(self) -> list[tuple[str, list[str]]]:
        kinds = (Kind.ORGANIZATION, Kind.FORCE)
        return [(key, _words(e.name)) for key, e in sorted(self.cast.entities.items()) if e.kind in kinds]

    def government(self, token: int) -> Actor | None:
        """Return the country whose capital stands at ``token``, where a verb of saying has it for its subject."""
        if token not in self.capitals:
            return None
        end, concept = self.capitals[token]
        code = concept.get("iso3166") or ""
        key = f"country:{code}"
        name = concept.label("ar") or code
        entity = Entity(key=key, kind=Kind.COUNTRY, name=name, concept=concept.iri, country=code)
        self.cast.entities.setdefault(key, entity)
        return Actor(token, end, key, Kind.COUNTRY, "f", "s")

    def forces_in(self, first: int, last: int) -> list[str]:
        """Return the keys of the forces that the name of a body holds: وفد ميليشيات الحوثي."""
        low, high = bisect_right(self._force_starts, first), bisect_left(self._force_starts, last)
        inside = [match for match in self._force_names[low:high] if match.end <= last]
        for match in inside:
            key, concept = named_key(match.concept), match.concept
            if key not in self.cast.entities:
                self.cast.entities[key] = Entity(
                    key=key,
                    kind=Kind.FORCE,
                    name=self.doc.slice(match.start, match.end),
                    concept=None if concept.get("national") else concept.iri,
                    country=concept.get("countryCode"),
                    force_kind=concept.get("forceKind"),
                )
        return [named_key(match.concept) for match in inside]

    @cached_property
    def _force_names(self) -> list[Match]:
        return sorted(self.doc.matches_of("forces"), key=lambda match: match.start)

    @cached_property
    def _force_starts(self) -> list[int]:
        return [match.start for match in self._force_names]

    def state(self, token: int, code: str) -> Actor:
        """Return the country ``code``, made an entity of the cast, as an actor whose adjective stands at ``token``."""
        key = f"country:{code}"
        if key not in self.cast.entities:
            concept = next(c for c in self.doc.lexicon.scheme("countries") if c.get("iso3166") == code)
            name = concept.label("ar") or code
            self.cast.entities[key] = Entity(key=key, kind=Kind.COUNTRY, name=name, concept=concept.iri, country=code)
        return Actor(token, token + 1, key, Kind.COUNTRY, "f", "s")

    @cached_property
    def lands(self) -> dict[int, int]:
        """Where each place that begins at a token ends."""
        return {m.start: m.end for m in self.cast.mentions if m.kind == Kind.PLACE}

    def described_end(self, noun: int) -> int:
        """Return the token after the adjectives of the definite ``noun``, and after what the last one hangs on."""
        last = self.doc.sentence_of(noun).last
        end = noun + 1
        if not self.tokens[noun].definite:
            return end
        while end < last and self.tag(end) == "ADJ" and self.tokens[end].definite:
            end += 1
        if noun + 1 < end < last - 1 and self.norms[end] in ("ب", "ل", "في") and end + 1 in self.places:
            end = self.places[end + 1]
        return end

    def covered(self, token: int) -> bool:
        """Whether a mention of anything holds ``token``."""
        return token in self._covered

    @cached_property
    def places(self) -> dict[int, int]:
        """Where each mention of any kind that begins at a token ends."""
        found: dict[int, int] = {actor.start: actor.end for actor in self.actors.values()}
        for mention in self.cast.mentions:
            found[mention.start] = max(found.get(mention.start, 0), mention.end)
        return found

    def agreement(self, start: int, end: int, key: str | None, kind: Kind) -> tuple[str | None, str]:
        """Return gender (None where open) and number that a verb shows after this subject."""
        head = self.tokens[start].stem
        if kind == Kind.COUNTRY:
            country = (key or "").rpartition(":")[2]
            masculine = country in MASCULINE_COUNTRIES and not head.endswith("ه") and head not in _CAPITALS
            return ("m" if masculine else "f"), "s"
        if kind == Kind.PERSON:
            return self._person_gender(start, end), "s"
        if kind in (Kind.FORCE, Kind.UNNAMED) and len(head) > 4 and head.endswith(("و", "ون")):
            return "m", "p"  # مسلحو المعارضة
        name = kind == Kind.FORCE and end == start + 1 and not self.tokens[start].definite
        if name and self.form(start)[1] == "d":
            return None, "s"  # طالبان
        borrowed = self.tag(start) == "PROPN" or (kind == Kind.ORGANIZATION and end == start + 1)  # البنتاغون
        if kind in (Kind.ORGANIZATION, Kind.FORCE) and borrowed and not head.endswith("ه"):
            return None, "s"
        return self.form(start)

    @cached_property
    def _titled(self) -> dict[int, int]:
        """Where the longest phrase of title and name ends that holds each token."""
        found: dict[int, int] = {}
        for title, _ in self.cast.titles:
            for at in range(max(title.start, title.title[0]), title.end):
                found[at] = max(found.get(at, 0), title.end)
        return found

    def _person_gender(self, start: int, end: int) -> str | None:
        title = self.tokens[start].stem
        named = self._titled.get(start, 0) >= end
        return ("f" if title.endswith("ه") and title not in MASCULINE_IN_HA else "m") if named else None

    @cached_property
    def actor_starts(self) -> list[int]:
        """The tokens at which actors begin, in order."""
        return sorted(self.actors)

    def actors_before(self, token: int, first: int = 0) -> Iterator[Actor]:
        """Yield the actors that begin before ``token`` and not before ``first``, the nearest first."""
        index = bisect_left(self.actor_starts, token) - 1
        for place in range(index, max(-1, index - FAR_BACK), -1):
            start = self.actor_starts[place]
            if start < first:
                return
            yield self.actors[start]

    def governed(self, token: int) -> bool:
        """Whether the phrase that begins at ``token`` hangs on a preposition or a noun before it."""
        if token == 0:
            return False
        before = self.tokens[token - 1]
        if before.text in "\"“«”»‘’'(" and token > 1:
            token -= 1
            before = self.tokens[token - 1]
        if before.norm == "و" and token - 1 in self.ending:
            return self.governed(self.ending[token - 1].start)
        if before.kind == TokenKind.PROCLITIC:
            return before.norm in ("ب", "ل", "ك")
        return before.norm in PREPOSITIONS

    def entity(self, key: str) -> Entity | None:
        """Return the entity named ``key``."""
        return self.cast.entities.get(key)

    def is_outlet(self, key: str) -> bool:
        """Whether ``key`` is a paper, an agency, a channel."""
        entity = self.entity(key)
        if entity is None or entity.kind != Kind.ORGANIZATION:
            return False
        concept = self.doc.lexicon.concepts.get(entity.concept or "")
        if concept is not None and any(value in _MEDIA for value in concept.all("organizationKind")):
            return True
        return any(word in self.words.outlet for name in (entity.name, *entity.aliases) for word in _first_stems(name))


def _words(name: str) -> list[str]:
    return [word for part in fold(name).split() if (word := part.strip("\"“”«»'()"))]


def _holds(name: list[str], words: list[str]) -> bool:
    return any(name[at : at + len(words)] == words for at in range(1, len(name) - len(words) + 1))


_CAPITALS = word_set("بغداد بيروت عمان الرباط الخرطوم صنعاء مقديشو رباط خرطوم")


def _first_stems(name: str) -> list[str]:
    from kg.arabic.tokens import tokenize

    return [token.stem for token in tokenize(name)[:1]]


_MEDIA = frozenset({"agency", "newspaper", "channel", "broadcaster", "magazine", "website", "media", "radio"})
