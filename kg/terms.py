"""The vocabulary as rdflib's terms, closed: ``KG.roleHoldng`` raises AttributeError."""

from __future__ import annotations

from rdflib.namespace import ClosedNamespace

from kg.namespaces import ONTOLOGY, SINCE, TERM

KG = ClosedNamespace(ONTOLOGY, [*vars(TERM), SINCE.removeprefix(ONTOLOGY)])
