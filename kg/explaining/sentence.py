"""What the program sees in a text, layer by layer: how an expert finds the label to mend in the ontology."""

from __future__ import annotations

from kg.arabic.normal import fold
from kg.document import Document
from kg.explaining.article import explain_facts
from kg.explaining.model import Item, Section
from kg.extraction import nlp_of
from kg.lexicon import Lexicon
from kg.records import Article, ArticleFacts


def explain_text(text: str, lexicon: Lexicon) -> list[Section]:
    """Return the layers of ``text``: tokens, quotations, dates, names, concepts, mentions, then the facts."""
    spacy_doc = nlp_of(lexicon)(text)
    doc: Document = spacy_doc._.khabar
    cast = spacy_doc._.cast
    facts = ArticleFacts(
        article=Article(identifier="text", raw=text),
        entities=tuple(cast.entities[key] for key in sorted(cast.entities)),
        roles=tuple(spacy_doc._.roles),
        statements=tuple(spacy_doc._.statements),
        events=tuple(spacy_doc._.events),
    )
    mentions = tuple(
        _span(doc, m.start, m.end, f"{m.kind.value}: {cast.entities[m.key].name}", f"key: {m.key}", f"rule: {m.rule}")
        for m in cast.mentions
        if m.key in cast.entities
    )
    return [*_layers(doc), Section("الكيانات", "mentions", mentions), *explain_facts(facts)]


def _layers(doc: Document) -> list[Section]:
    tags = [tag for sentence in doc.sentences for tag in doc.tags(sentence)]
    tokens = tuple(
        Item(token.text, notes=(f"normal form: {token.norm}", f"stem: {token.stem}", f"part of speech: {tag}"))
        for token, tag in zip(doc.tokens, tags, strict=True)
    )
    quotations = tuple(Item(doc.text[q.start : q.end], notes=(f"level: {q.level}",)) for q in doc.quotations)
    dates = tuple(Item(d.text, notes=(f"EDTF: {d.edtf or 'unresolved'}",)) for d in doc.dates)
    names = tuple(_span(doc, start, end, "name") for start, end in doc.names)
    concepts = tuple(
        _span(doc, m.start, m.end, m.concept.name, f"scheme: {m.concept.scheme}", f"label: {fold(m.label)}")
        for m in doc.matches
    )
    return [
        Section("الكلمات", "tokens", tokens),
        Section("الاقتباسات", "quotations", quotations),
        Section("التواريخ", "dates", dates),
        Section("الأسماء", "names", names),
        Section("مفاهيم الأنطولوجيا", "concepts of the ontology", concepts),
    ]


def _span(doc: Document, first: int, last: int, what: str, *notes: str) -> Item:
    return Item(doc.slice(first, last), notes=(what, *notes))
