"""The document: an article's text with its tokens, sentences, quotations and the lexicon's matches, on spaCy.

``create_nlp`` gives a spaCy pipeline, blank Arabic with our own tokenizer, that works in a notebook too. The stages
that find facts read the plain ``Document`` that the tokenizer leaves in ``doc._.khabar``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from kg.arabic.names import find_names, names_of_text
from kg.arabic.quotations import Quotation, find_quotations
from kg.arabic.sentences import split_sentences
from kg.arabic.tagger import tag
from kg.arabic.tokens import INVISIBLE, Token, tokenize
from kg.dates import DateMention, find_dates
from kg.lexicon import Lexicon, Match

_HASHTAG = re.compile(r"[\s#_]+")
_INVISIBLE = re.compile(f"[{INVISIBLE}]")
_PAIRS = (("«", "»"), ("“", "”"), ("‘", "’"), ("(", ")"), ('"', '"'))


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: character offsets into the document's text, and token indexes; both half-open."""

    start: int
    end: int
    first: int
    last: int


@dataclass
class Document:
    """The text of an article, analysed. Offsets are into ``text``, the cleaned article."""

    text: str
    lexicon: Lexicon
    published: date | None = None
    tokens: list[Token] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    quotations: list[Quotation] = field(default_factory=list)

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    @cached_property
    def _firsts(self) -> list[int]:
        return [sentence.first for sentence in self.sentences]

    def token_at(self, offset: int) -> int:
        """Return the index of the token that covers or follows character ``offset`` (number of tokens at the end)."""
        index = bisect_right(self._starts, offset) - 1
        if index >= 0 and self.tokens[index].end > offset:
            return index
        return index + 1

    def sentence_of(self, token: int) -> Sentence:
        """Return the sentence that holds token number ``token``."""
        return self.sentences[bisect_right(self._firsts, token) - 1]

    def slice(self, first: int, last: int) -> str:
        """Return the text of tokens ``first`` to ``last`` (half-open)."""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end] if first < last else ""

    def name_text(self, first: int, last: int) -> str:
        """Return tokens ``first`` to ``last`` (half-open) as a name is shown: the article whole where ل had swallowed
        its alif (للقوات: القوات), hashtags as words, nothing invisible, no half of a pair of quotation marks.
        """
        text = _HASHTAG.sub(" ", _INVISIBLE.sub("", self.slice(first, last))).strip()
        swallowed = first < last and self.tokens[first].definite and text.startswith("ل")
        return _whole_quotes("ا" + text if swallowed else text)

    @cached_property
    def matches(self) -> list[Match]:
        """Every label of the lexicon found in the text, by place; within sentences."""
        return [
            match._replace(start=match.start + s.first, end=match.end + s.first)
            for s in self.sentences
            for match in self.lexicon.match(self.tokens[s.first : s.last])
        ]

    def matches_of(self, *schemes: str) -> list[Match]:
        """Return the matches of concepts in ``schemes``."""
        return [match for match in self.matches if match.concept.scheme in schemes]

    @cached_property
    def dates(self) -> list[DateMention]:
        """The date expressions of the text, resolved against the date of publication."""
        return list(find_dates(self.text, reference=self.published))

    @cached_property
    def names(self) -> list[tuple[int, int]]:
        """People's names in the whole text, by place: token indexes, half-open."""
        lands = [(m.start, m.end) for m in self.matches_of("countries", "places") if m.end - m.start > 1]
        return names_of_text(self.tokens, self.all_names, lands, self.tag_of)

    @cached_property
    def all_names(self) -> list[tuple[int, int]]:
        """People's names in each sentence, those that things are called by (مطار الملك خالد) included."""
        return [
            (start + s.first, end + s.first)
            for s in self.sentences
            for start, end in find_names(self.tokens[s.first : s.last])
        ]

    def tag_of(self, token: int) -> str:
        """Return the part of speech of token number ``token``."""
        sentence = self.sentence_of(token)
        return self.tags(sentence)[token - sentence.first]

    def tags(self, sentence: Sentence) -> list[str]:
        """Return the parts of speech of the tokens of ``sentence``."""
        found = self._tags.get(sentence.first)
        if found is None:
            found = self._tags[sentence.first] = tag(self.tokens[sentence.first : sentence.last])
        return found

    @cached_property
    def _tags(self) -> dict[int, list[str]]:
        return {}

    def quoted(self, offset: int) -> bool:
        """Whether character ``offset`` stands inside a quotation."""
        return any(q.start <= offset < q.end for q in self.quotations)


def analyse(text: str, lexicon: Lexicon, published: date | None = None) -> Document:
    """Return the document of ``text``: tokens, sentences and quotations found."""
    tokens, quotations = tokenize(text), find_quotations(text)
    return Document(text, lexicon, published, tokens, _sentences(text, tokens, quotations), quotations)


def _whole_quotes(text: str) -> str:
    """Return ``text`` without marks of which only one of a pair is there."""
    for opening, closing in _PAIRS:
        odd = text.count(opening) % 2 if opening == closing else text.count(opening) - text.count(closing)
        if odd:
            text = text.replace(opening, "").replace(closing, "")
    return text


def _sentences(text: str, tokens: Sequence[Token], quotations: list[Quotation]) -> list[Sentence]:
    starts = [token.start for token in tokens]
    spans = split_sentences(text, quotations)
    bounds = [(start, end, bisect_right(starts, start - 1), bisect_right(starts, end - 1)) for start, end in spans]
    return [Sentence(*bound) for bound in bounds if bound[2] < bound[3]]
