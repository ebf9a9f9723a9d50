"""What the grammar of titles asks of a document, looked up by token: names, entities, demonyms, and classes of words."""

from __future__ import annotations

from collections import defaultdict

from kg.arabic.names import extend_name, find_names
from kg.arabic.tokens import Token, TokenKind
from kg.arabic.words import marks
from kg.document import Document, Sentence
from kg.entities import Found, Mention
from kg.records import Entity, Kind
from kg.roles.grammar import FUNCTION_WORDS, SAYING
from kg.roles.vocabulary import RoleVocabulary, role_vocabulary
from kg.roles.whose import country_adjectives

BODY_KINDS = (Kind.ORGANIZATION, Kind.FORCE)
PLACE_KINDS = (Kind.COUNTRY, Kind.PLACE)
COMMAS = frozenset({"،", ",", "-", "–", "—"})
QUOTES = {'"': '"', "«": "»", "“": "”", "'": "'", "”": "”", "„": "“"}


class Reading:
    """One document, indexed for the parser of titles. Places are token indexes into ``tokens``."""

    def __init__(self, doc: Document, found: Found) -> None:
        self.doc = doc
        self.tokens: list[Token] = doc.tokens
        self.vocabulary: RoleVocabulary = role_vocabulary(doc.lexicon)
        self.entities = found.entities
        self._adjectives = country_adjectives(doc.lexicon)
        self._mentions: dict[int, list[Mention]] = defaultdict(list)
        for mention in found.mentions:
            self._mentions[mention.start].append(mention)
        self.name_ends: dict[int, int] = {}
        self.name_starts: dict[int, int] = {}
        for start, end in person_names(doc):
            self.name_ends[start] = end
            self.name_starts[end] = start

    def sentence(self, place: int) -> Sentence:
        """Return the sentence that holds token ``place``."""
        return self.doc.sentence_of(place)

    def demonym(self, place: int) -> tuple[int, str] | None:
        """Return where the adjective of a country at ``place`` ends, and the country's code."""
        tokens, best = self.tokens, None
        node = self._adjectives
        for at in range(place, min(place + 3, len(tokens))):
            step = node.get(tokens[at].stem)
            if step is None:
                break
            node = step  # type: ignore[assignment]
            if "" in node:
                best = (at + 1, str(node[""]))
        return best

    def mention(self, place: int, *kinds: Kind) -> tuple[Mention, Entity] | None:
        """Return the longest mention of one of ``kinds`` that begins at ``place``, with its entity."""
        fits = [m for m in self._mentions.get(place, ()) if m.kind in kinds and m.key in self.entities]
        longest = max(fits, key=lambda m: m.end, default=None)
        return (longest, self.entities[longest.key]) if longest else None

    def country(self, place: int) -> tuple[int, str] | None:
        """Return where the name of a country at ``place`` ends, and its code."""
        hit = self.mention(place, Kind.COUNTRY)
        return (hit[0].end, hit[1].country) if hit and hit[1].country else None

    def forced_name(self, place: int, stop: int) -> int | None:
        """Return where a name ends that must begin at ``place`` because a title stands before it; None where it cannot."""
        token = self.tokens[place]
        if not self.may_name(token):
            return None
        sentence = self.sentence(place)
        end = extend_name(self.tokens[sentence.first : min(sentence.last, stop)], place - sentence.first)
        return end + sentence.first if end else None

    def may_name(self, token: Token) -> bool:
        """Whether ``token`` could begin a person's name as far as its class goes."""
        if token.kind is TokenKind.LATIN:
            return True
        if token.kind is not TokenKind.WORD or self.is_function(token) or len(token.norm) < 2:
            return False
        known = marks(token.norm)
        return known.name != "0" or known.word < "7"

    def is_function(self, token: Token) -> bool:
        """Whether ``token`` is a particle or a finite verb of newswire: no part of a title."""
        return token.norm in FUNCTION_WORDS or token.norm in SAYING


def person_names(doc: Document) -> list[tuple[int, int]]:
    """Return the people's names of ``doc`` as half-open token indexes, in order."""
    spans = []
    for sentence in doc.sentences:
        names = find_names(doc.tokens[sentence.first : sentence.last])
        spans += [(start + sentence.first, end + sentence.first) for start, end in names]
    return spans
