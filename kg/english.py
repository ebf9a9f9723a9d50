"""English names for entities that the ontology does not name: made from what it knows, or transliterated."""

from __future__ import annotations

from kg.arabic.normal import fold
from kg.arabic.transliteration import latin
from kg.namespaces import ONTOLOGY, concept
from kg.ontology import Ontology
from kg.records import Kind
from kg.resolution import Resolved


def english_name(entity: Resolved, ontology: Ontology) -> tuple[str | None, bool]:
    """Return an English name of ``entity``, None where there is none to tell, and whether it is a transliteration.

    A person is transliterated (مقتدى الصدر: Muqtada al-Sadr), a capital called as its country's concept says, and a
    force by its country and kind.
    """
    if entity.kind is Kind.PERSON:
        return latin(entity.name) or None, True
    if entity.kind is Kind.PLACE:
        return _capital(entity, ontology), False
    if entity.kind is Kind.FORCE and entity.concept is None:
        return _force(entity, ontology), False
    return None, False


def _capital(entity: Resolved, ontology: Ontology) -> str | None:
    known = ontology.country(entity.country or "")
    names = ontology.values(known, ONTOLOGY + "capital") if known else []
    wanted = {fold(name) for name in (entity.name, *entity.aliases)}
    if not any(_language(name) == "ar" and fold(name.value) in wanted for name in names):
        return None
    return next((name.value for name in names if _language(name) == "en"), None)


def _force(entity: Resolved, ontology: Ontology) -> str | None:
    known = ontology.country(entity.country or "")
    if known is None or not entity.force_kind:
        return None
    kind = entity.force_kind if ":" in entity.force_kind else concept("force-kind", entity.force_kind)
    country = _label(known, ontology)
    what = _label(kind, ontology)
    return f"{country}: {what.lower()}" if country and what else None


def _label(iri: str, ontology: Ontology) -> str | None:
    return next((label.value for label in ontology.labels(iri) if label.language == "en"), None)


def _language(value: object) -> str | None:
    return getattr(value, "language", None)
