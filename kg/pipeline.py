"""The spaCy pipeline: blank Arabic with khabar's tokenizer and one component for each stage.

``create_nlp`` gives a pipeline for a notebook as for the build. Each component calls one stage, a plain function that
knows nothing of spaCy, and stores what it found: ``doc._.khabar`` the analysis (``kg.document.Document``),
``doc._.cast`` who is in the text, ``doc._.roles``, ``doc._.events`` and ``doc._.statements`` the facts as records; the
span groups of the same names show where they stand.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import get_lang_class
from spacy.vocab import Vocab

from kg.clean import CleanText
from kg.coreference import assemble
from kg.document import Document, analyse
from kg.entities import find_entities
from kg.events import find_events
from kg.evidence import Evidencer
from kg.holdings import holdings, with_events
from kg.lexicon import Lexicon, load_lexicon
from kg.records import Evidence
from kg.roles import find_titles
from kg.statements import find_statements

for _name in ("khabar", "evidence", "cast", "roles", "events", "statements"):
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, default=None)


class Tokenizer:
    """Text to Doc with khabar's tokens, clitics split; ``doc.text`` is the text to the character."""

    def __init__(self, vocab: Vocab, lexicon: Lexicon) -> None:
        self.vocab = vocab
        self.lexicon = lexicon

    def __call__(self, text: str) -> Doc:
        """Return the Doc of ``text``, analysed; its evidence leads into ``text`` itself."""
        document = analyse(text, self.lexicon)
        words, spaces = _words_and_spaces(document)
        doc = Doc(self.vocab, words=words, spaces=spaces)
        doc._.khabar = document
        doc._.evidence = Evidencer(document, CleanText(text, ((0, 0, len(text)),)), text)
        return doc


def _words_and_spaces(document: Document) -> tuple[list[str], list[bool]]:
    words: list[str] = []
    spaces: list[bool] = []
    end = 0
    for token in document.tokens:
        if token.start > end:
            _add_gap(document.text[end : token.start], words, spaces)
        words.append(token.text)
        spaces.append(False)
        end = token.end
    _add_gap(document.text[end:], words, spaces)
    return words, spaces


def _add_gap(gap: str, words: list[str], spaces: list[bool]) -> None:
    """White space between tokens: one blank belongs to the word before it, the rest is a token of its own."""
    if words and gap.startswith(" "):
        spaces[-1], gap = True, gap[1:]
    if gap:
        words.append(gap)
        spaces.append(False)


def create_nlp(lexicon: Lexicon | None = None) -> Language:
    """Return a spaCy pipeline that finds khabar's facts, driven by ``lexicon`` (the shipped ontology by default).

    >>> nlp = create_nlp()
    >>> doc = nlp("قال الرئيس الفرنسي إيمانويل ماكرون إن القوات الفرنسية ستبقى.")
    >>> [span.text for span in doc.spans["roles"]]
    ['الرئيس الفرنسي إيمانويل ماكرون']
    """
    known = lexicon or load_lexicon()
    arabic = get_lang_class("ar")
    # The limit guards memory of trained pipelines; nothing here grows so.
    nlp = arabic(max_length=sys.maxsize, create_tokenizer=lambda nlp: Tokenizer(nlp.vocab, known))
    for stage in ("khabar_entities", "khabar_roles", "khabar_events", "khabar_statements"):
        nlp.add_pipe(stage)
    return nlp


@Language.component("khabar_entities")
def _entities(doc: Doc) -> Doc:
    document: Document = doc._.khabar
    found = find_entities(document)
    doc._.cast = assemble(document, found, find_titles(document, found))
    return _show(doc, "entities", ((m.start, m.end, m.kind.value) for m in doc._.cast.mentions))


@Language.component("khabar_roles")
def _roles(doc: Doc) -> Doc:
    doc._.roles = holdings(doc._.cast, doc._.evidence)
    named = (title for title, person in doc._.cast.titles if person and title.name)
    return _show(doc, "roles", ((title.start, title.end, title.role) for title in named))


@Language.component("khabar_events")
def _events(doc: Doc) -> Doc:
    doc._.events = find_events(doc._.cast, doc._.evidence)
    doc._.roles = with_events(doc._.roles, doc._.events)
    return _show_facts(doc, "events", ((event.evidence, event.type) for event in doc._.events))


@Language.component("khabar_statements")
def _statements(doc: Doc) -> Doc:
    doc._.statements = find_statements(doc._.cast, doc._.roles, doc._.events, doc._.evidence)
    return _show_facts(doc, "statements", ((statement.evidence, statement.stance) for statement in doc._.statements))


def _show(doc: Doc, group: str, found: Iterable[tuple[int, int, str]]) -> Doc:
    """Store token ranges of the document as a span group."""
    tokens = doc._.khabar.tokens
    spans = (doc.char_span(tokens[first].start, tokens[last - 1].end, label=label) for first, last, label in found)
    doc.spans[group] = [span for span in spans if span is not None]
    return doc


def _show_facts(doc: Doc, group: str, facts: Iterable[tuple[Evidence, str]]) -> Doc:
    """Store the evidence of facts as a span group."""
    places = ((*doc._.evidence.text_span(evidence), label) for evidence, label in facts)
    spans = (doc.char_span(start, end, label=label) for start, end, label in places)
    doc.spans[group] = [span for span in spans if span is not None]
    return doc
