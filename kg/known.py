"""What the ontology knows of people: who they are by name, and which office they held when."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from kg.ontology import Ontology
from kg.people import Bearer, parts_of

SKOS = "http://www.w3.org/2004/02/skos/core#"
KG = "https://khabar.example/ontology#"
SCHEMES = "https://khabar.example/scheme/"
_DECADES = 30


class Tenure(NamedTuple):
    """An office that a known person held: from a day to the day on which it was over, in ISO form; empty where open."""

    iri: str
    person: str
    role: str
    country: str
    since: str
    until: str

    def covers(self, day: str) -> bool:
        """Whether the office was held on ``day``."""
        return self.since <= day and (not self.until or day <= self.until)


class KnownPeople:
    """The people of the ontology, found by name and by office."""

    def __init__(self, ontology: Ontology) -> None:
        self._ontology = ontology

    @cached_property
    def _by_name(self) -> dict[tuple[str, ...], list[str]]:
        found: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for iri in self._ontology.in_scheme(SCHEMES + "people"):
            for prop in ("prefLabel", "altLabel"):
                for label in self._ontology.values(iri, SKOS + prop):
                    if getattr(label, "language", None) == "ar" and iri not in found[parts_of(label.value)]:
                        found[parts_of(label.value)].append(iri)
        return found

    @cached_property
    def tenures(self) -> dict[tuple[str, str], list[Tenure]]:
        """The known tenures by office: role and country."""
        found: dict[tuple[str, str], list[Tenure]] = defaultdict(list)
        for iri in self._ontology.in_scheme(SCHEMES + "tenures"):
            names = ("holder", "role", "countryCode", "from", "until")
            holder, role, country, since, until = (self._ontology.first(iri, KG + name) for name in names)
            tenure = Tenure(iri, holder, role.rsplit("/", 1)[-1], country, since, until)
            found[tenure.role, tenure.country].append(tenure)
        return found

    @cached_property
    def _of_person(self) -> dict[str, list[Tenure]]:
        found: dict[str, list[Tenure]] = defaultdict(list)
        for tenure in chain.from_iterable(self.tenures.values()):
            found[tenure.person].append(tenure)
        return found

    def find(self, bearer: Bearer) -> str | None:
        """Return the concept of ``bearer``: by full name, unless an office speaks against it, or by name and office.

        A short name needs the office, held on the article's day where that is known.
        """
        if bearer.concept:
            return bearer.concept
        parts = parts_of(bearer.name)
        if len(parts) > 1:
            return next((iri for iri in self._by_name.get(parts, ()) if self._may_be(bearer, iri)), None)
        held = [t.person for t in self._held(bearer) if self._is_called(t.person, parts[0])]
        return held[0] if len(set(held)) == 1 else None

    def _may_be(self, bearer: Bearer, iri: str) -> bool:
        home = self._ontology.first(iri, KG + "countryCode")
        countries = {country for _, country in bearer.offices if country}
        return (not countries or not home or home in countries) and not self._is_namesake(bearer, iri)

    def _is_namesake(self, bearer: Bearer, iri: str) -> bool:
        """Whether all that is known of ``iri`` was over decades before the article, which gives other offices alone."""
        known = self._of_person.get(iri, ()) if bearer.offices else ()
        day = bearer.published
        if not known or not day or any(not t.until or int(day[:4]) - int(t.until[:4]) < _DECADES for t in known):
            return False
        return {role for role, _ in bearer.offices}.isdisjoint(t.role for t in known)

    def _held(self, bearer: Bearer) -> list[Tenure]:
        offices = sorted((role, country) for role, country in bearer.offices if country)
        found = [t for role, country in offices for t in self.tenures.get((role, country), ())]
        day = bearer.published
        return [t for t in found if t.covers(day)] if day else found

    def _is_called(self, iri: str, part: str) -> bool:
        labels = [label for prop in ("prefLabel", "altLabel") for label in self._ontology.values(iri, SKOS + prop)]
        return any(parts_of(label.value)[-1] == part for label in labels)

    def contradiction(self, concept: str | None, role: str, country: str | None, day: str | None) -> Tenure | None:
        """Return the tenure of another who is known to have held the office on ``day``; None where there is none."""
        if concept is None or country is None or day is None:
            return None
        holders = [t for t in self.tenures.get((role, country), ()) if t.covers(day)]
        if not holders or any(t.person == concept for t in holders):
            return None
        return holders[0]
