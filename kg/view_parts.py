"""Parts of the picture: what one section of the graph adds to it, as plain data that can be kept as JSON.

A part is made of the section's descriptions alone and refers to nodes by their IRIs, so that it stays the same
whatever stands in other sections; ``kg.view`` puts the parts of a build together.

``nodes`` has for each entity its IRI, kind, Arabic and English label, other names, what it belongs to and by what
others know it (ISO 3166, Wikidata); ``articles`` the IRI and what the page tells of each; ``names`` the IRIs of nodes
to which facts refer by number; ``sentences`` the number of the article and the text; ``facts`` the facts in the page's
form (see ``kg/page/js``), with numbers of ``names`` and ``sentences``; ``labels`` the Arabic and English labels of the
ontology's terms.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import pyoxigraph as ox

from kg.graph import DCTERMS, PREFIXES, RDF_TYPE, SCHEMA, SKOS, Description
from kg.namespaces import ONTOLOGY, SINCE, TERM

Part = dict[str, Any]
Values = dict[str, dict[ox.NamedNode | ox.Literal, None]]
"""The values of a subject by predicate, each once, in their order."""
ENTITY_KINDS = {
    TERM.Person: "person",
    TERM.Country: "country",
    TERM.Organization: "organization",
    TERM.Force: "force",
    TERM.Place: "place",
    TERM.UnnamedSource: "unnamed",
}
_ARTICLE = (DCTERMS + "identifier", *(SCHEMA + n for n in ("headline", "publisher", "datePublished", "url")))
_IDENTIFIERS = (TERM.iso3166, SKOS + "exactMatch", PREFIXES["owl"] + "sameAs")
_LABEL = PREFIXES["rdfs"] + "label"


def part_of(descriptions: Iterable[Description]) -> Part:
    """Return what ``descriptions`` add to the picture."""
    subjects: dict[str, Values] = defaultdict(lambda: defaultdict(dict))
    for description in descriptions:
        values = subjects[description.subject.value]
        for predicate, target in description.pairs:
            values[predicate.value][target] = None
    return _Reader(subjects).part()


class _Reader:
    """Reads a part out of subjects with their values."""

    def __init__(self, subjects: dict[str, Values]) -> None:
        self.subjects = subjects
        self.names: dict[str, int] = {}
        self.articles: dict[str, int] = {}
        self.sentences: dict[tuple[int, str], int] = {}

    def part(self) -> Part:
        kinds = {iri: {v.value for v in values.get(RDF_TYPE, ())} for iri, values in self.subjects.items()}
        articles = [iri for iri, own in kinds.items() if TERM.Article in own]
        self.articles = {iri: number for number, iri in enumerate(articles)}
        made = [fact for iri, own in kinds.items() if own and (fact := self._fact(iri, own))]
        nodes = [self._entity(iri, kind) for iri, own in kinds.items() if own and (kind := _kind(own))]
        return {
            "nodes": nodes,
            "articles": [[iri, *(self._text(iri, name) for name in _ARTICLE)] for iri in articles],
            "names": [*self.names],
            "sentences": [[*place] for place in self.sentences],
            "facts": made,
            "labels": {iri: found for iri in kinds if (found := self._labels(iri))},
        }

    def _fact(self, iri: str, kinds: set[str]) -> dict[str, Any] | None:
        if TERM.RoleHolding in kinds:
            return self._role(iri)
        if TERM.Statement in kinds:
            return self._statement(iri)
        return self._event(iri, kinds) if TERM.Event in kinds else None

    def _entity(self, iri: str, kind: str) -> list[Any]:
        english = self._text(iri, SKOS + "prefLabel", "en")
        other = [value.value for value in self.subjects[iri].get(SKOS + "altLabel", ())]
        label = self._text(iri, SKOS + "prefLabel", "ar") or next(iter(other), None) or english or iri
        above = self._all(iri, TERM.partOf) or self._all(iri, TERM.country)
        known = [value for name in _IDENTIFIERS for value in self._all(iri, name)]
        return [iri, kind, label, english, [name for name in other if name not in (label, english)], above, known]

    def _labels(self, iri: str) -> list[str] | None:
        """The Arabic and English label of a term of the ontology, one for the other where there is one alone."""
        if not (iri.startswith((ONTOLOGY, PREFIXES["stance"]))):
            return None
        found = [self._text(iri, SKOS + "prefLabel", lang) or self._text(iri, _LABEL, lang) for lang in ("ar", "en")]
        label = found[0] or found[1]
        return [label, found[1] or last_part(iri)] if label else None

    def _text(self, iri: str, predicate: str, language: str | None = None) -> str | None:
        for value in self.subjects[iri].get(predicate, ()):
            if language is None or (isinstance(value, ox.Literal) and value.language == language):
                return value.value
        return None

    def _all(self, iri: str, predicate: str) -> list[str]:
        return [value.value for value in self.subjects[iri].get(predicate, ())]

    def _nodes(self, iri: str, predicate: str) -> list[int]:
        found = (value.value for value in self.subjects[iri].get(predicate, ()) if isinstance(value, ox.NamedNode))
        return [self.names.setdefault(name, len(self.names)) for name in found]

    def _node(self, iri: str, predicate: str) -> int | None:
        return next(iter(self._nodes(iri, predicate)), None)

    def _last(self, iri: str, predicate: str) -> str | None:
        value = self._text(iri, predicate)
        return last_part(value) if value else None

    def _is(self, iri: str, predicate: str) -> int:
        return int(self._text(iri, predicate) == "true")

    def _common(self, iri: str, kind: str) -> dict[str, Any]:
        return {"t": kind, "i": iri, "d": self._text(iri, TERM.edtf), "v": self._evidence(iri)}

    def _evidence(self, iri: str) -> list[list[Any]]:
        found = []
        for proof in self._all(iri, TERM.evidence):
            article = self.articles.get(self._text(proof, TERM.article) or "") if proof in self.subjects else None
            if article is not None:
                sentence, exact = self._text(proof, TERM.sentence) or "", self._text(proof, TERM.exact) or ""
                start = sentence.find(exact)
                number = self.sentences.setdefault((article, sentence), len(self.sentences))
                found.append([number, start, start + len(exact), float(self._text(proof, TERM.confidence) or 0)])
        return sorted(found)

    def _role(self, iri: str) -> dict[str, Any]:
        return self._common(iri, "role") | {
            "h": self._node(iri, TERM.holder),
            "r": self._last(iri, TERM.role),
            "ti": self._text(iri, TERM.title) or "",
            "c": self._node(iri, TERM.country),
            "o": self._node(iri, TERM.organization),
            "p": self._node(iri, TERM.place),
            "f": self._is(iri, TERM.former),
            "fr": self._text(iri, SINCE),
            "un": self._text(iri, TERM.until),
        }

    def _statement(self, iri: str) -> dict[str, Any]:
        return self._common(iri, "statement") | {
            "sp": self._nodes(iri, TERM.speaker),
            "ab": self._nodes(iri, TERM.about),
            "vb": self._text(iri, TERM.reportingVerb),
            "st": self._last(iri, TERM.stance),
            "fo": self._nodes(iri, TERM.supports),
            "ag": self._nodes(iri, TERM.opposes),
            "ne": self._nodes(iri, TERM.neutralTowards),
            "q": self._is(iri, TERM.quoted),
            "ng": self._is(iri, TERM.negated),
            "hs": self._is(iri, TERM.hearsay),
            "vi": self._node(iri, TERM.via),
            "rb": self._text(iri, TERM.reportedBy),
        }

    def _event(self, iri: str, kinds: set[str]) -> dict[str, Any]:
        roles = {node: role for role in ("agent", "target") for node in self._nodes(iri, ONTOLOGY + role)}
        people = dict.fromkeys([*roles, *self._nodes(iri, TERM.participant)])
        return self._common(iri, "event") | {
            "e": self.names.setdefault(iri, len(self.names)),
            "c": min(kinds - {TERM.Event}, default=TERM.Event).removeprefix(ONTOLOGY),
            "su": self._last(iri, TERM.status) or "actual",
            "pa": [[node, roles.get(node, "participant")] for node in people],
            "pl": self._node(iri, TERM.place),
            "kd": self._text(iri, TERM.killed),
            "wd": self._text(iri, TERM.wounded),
            "dp": self._is(iri, TERM.disputed),
        }


def _kind(kinds: set[str]) -> str | None:
    return next((kind for name, kind in ENTITY_KINDS.items() if name in kinds), None)


def last_part(iri: str) -> str:
    """Return the last part of an IRI: ``prime-minister``."""
    return iri.rsplit("/", 1)[-1].rsplit("#", 1)[-1]
