"""A concept of the ontology, with all that the ontology says of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.labels import KG, SKOS


@dataclass(frozen=True, slots=True)
class Concept:
    """One concept of the ontology: its IRI, the scheme it is in (``roles``), and all its properties by IRI.

    Arabic and English literals are kept as ``(value, language)``.
    """

    iri: str
    scheme: str
    values: dict[str, tuple[tuple[str, str], ...]] = field(hash=False, compare=False)

    @property
    def name(self) -> str:
        """The last part of the IRI: ``prime-minister``."""
        return self.iri.rstrip("/").rsplit("/", 1)[-1].rsplit("#", 1)[-1]

    def texts(self, prop: str, language: str = "ar") -> tuple[str, ...]:
        """Return the literals of ``prop`` (an IRI) in ``language`` (empty for none)."""
        return tuple(value for value, lang in self.values.get(prop, ()) if lang == language)

    def get(self, name: str) -> str | None:
        """Return the first value of ``kg:name``, a literal or an IRI, or None."""
        values = self.values.get(KG + name, ())
        return values[0][0] if values else None

    def all(self, name: str) -> tuple[str, ...]:
        """Return all values of ``kg:name``."""
        return tuple(value for value, _ in self.values.get(KG + name, ()))

    def label(self, language: str) -> str | None:
        """Return the preferred label in ``language``."""
        return next(iter(self.texts(SKOS + "prefLabel", language)), None)
