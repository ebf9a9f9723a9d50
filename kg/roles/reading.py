"""What the grammar of titles asks of a document, looked up by token: names, entities, demonyms, and classes of
words.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import replace
from functools import cached_property

from kg.arabic.name_growth import ends_compound
from kg.arabic.name_parts import LEADING, TRAILING
from kg.arabic.names import extend_name
from kg.arabic.tokens import Token, TokenKind
from kg.arabic.words import marks
from kg.document import Document, Sentence
from kg.entities import Found, Mention
from kg.lexicon import DEMONYM, NOUN_LABELS, Match
from kg.records import Entity, Kind
from kg.roles.families import known_families
from kg.roles.grammar import FORMER, FUNCTION_WORDS, SAYING, TIME_WORDS
from kg.roles.people import people_names
from kg.roles.vocabulary import RoleVocabulary, role_vocabulary

BODY_KINDS = (Kind.ORGANIZATION, Kind.FORCE)
COMMAS = frozenset({"،", ",", "-", "–", "—"})
QUOTES = {'"': '"', "«": "»", "“": "”", "'": "'", "”": "”", "„": "“"}
CURRENT = frozenset({"حالي", "جديد"})
_NO_NOUNS = frozenset({"VERB", "SCONJ", "PART", "PRON", "DET", "CCONJ"})


class Reading:
    """One document, indexed for the parser of titles. Places are token indexes into ``tokens``: the document's, or
    ``read_as`` in their stead.
    """

    def __init__(self, doc: Document, found: Found, read_as: list[Token] | None = None) -> None:
        self.doc = doc
        self.tokens: list[Token] = read_as or doc.tokens
        self.vocabulary: RoleVocabulary = role_vocabulary(doc.lexicon)
        self.entities = found.entities
        self._firsts = [sentence.first for sentence in doc.sentences]
        self._demonyms = _demonyms(doc)
        self._lands = _country_names(doc)
        self._mentions: dict[int, list[Mention]] = defaultdict(list)
        for mention in found.mentions:
            if not any(token.text in ("،", ",") for token in self.tokens[mention.start : mention.end]):
                self._mentions[mention.start].append(self._without_standing(mention))
        self.name_ends: dict[int, int] = {}
        self.name_starts: dict[int, int] = {}
        for start, last in people_names(doc):
            end = self._over_hashtag(last) if last - start == 1 else last
            self.name_ends[start] = end
            self.name_starts[end] = start
        self._free_names_of_places()
        whole = [span for span in people_names(doc) if span[1] - span[0] > 1]
        self.family_names = {self.tokens[end - 1].stem for _, end in whole}
        self._families = {self._family(*span) for span in whole}

    def _family(self, start: int, end: int) -> str:
        """Return the family name of the person named in tokens ``start`` to ``end``, in one word (نصرالله)."""
        two = self.tokens[end - 1].norm in TRAILING or self.tokens[end - 2].norm in LEADING
        return self._joined(end - 2 if two and end - start > 2 else end - 1, end)

    def _joined(self, start: int, end: int) -> str:
        return "".join(token.norm for token in self.tokens[start:end])

    def served_end(self, place: int) -> int | None:
        """Return where the name at ``place`` of whom an office serves ends; after the family name of someone named in
        full elsewhere the name of another begins (مستشار ترامب | جون بولتون).
        """
        end = self.name_ends.get(place)
        family = next((at for at in (place + 2, place + 1) if self._joined(place, at) in self._families), None)
        if family is not None and end is not None and end - family > 1:
            self.rename(place, family)
        return family or end or (place + 1 if self._known_by_family(place) else None)

    def _known_by_family(self, place: int) -> bool:
        """Whether the word at ``place`` is hardly ever anything but the family name of people (ترامب)."""
        token, known = self.tokens[place], marks(self.tokens[place].norm)
        borne = (known.named >= "8" and known.name > "0") or token.norm in known_families(self.doc.lexicon)
        return borne and not token.definite and not known.lists and self.tag(place) == "PROPN"

    def _free_names_of_places(self) -> None:
        """Cut what was taken for the name of a place before a person's whole name at its end: إقليم كردستان | X Y."""
        for start, mentions in self._mentions.items():
            for at, mention in enumerate(mentions):
                first = self.name_starts.get(mention.end, start)
                if mention.kind is Kind.PLACE and start + 1 < first < mention.end - 1:
                    mentions[at] = replace(mention, end=first)

    def _without_standing(self, mention: Mention) -> Mention:
        """Return ``mention`` of a body without السابق or الحالي at its end, which is of the office that leads it."""
        last = self.tokens[mention.end - 1]
        ours = last.definite and (last.stem in FORMER or last.stem in CURRENT) and mention.end - mention.start > 1
        return replace(mention, end=mention.end - 1) if ours and mention.kind in BODY_KINDS else mention

    def _over_hashtag(self, end: int) -> int:
        """Return where a name ends whose family name is a hashtag (ديفيد #ساترفيلد)."""
        tagged = end + 1 < len(self.tokens) and self.tokens[end].text == "#" and self.tokens[end + 1].glued
        return end + 2 if tagged and self.tokens[end + 1].kind is TokenKind.WORD else end

    def kind_of(self, entity: Entity) -> str | None:
        """Return what kind of organization ``entity`` is, None where the ontology does not tell."""
        concept = self.doc.lexicon.concepts.get(entity.concept) if entity.concept else None
        return concept.get("organizationKind") if concept else None

    def tag(self, place: int) -> str:
        """Return the part of speech of token ``place``."""
        sentence = self.sentence(place)
        return self.doc.tags(sentence)[place - sentence.first]

    def sentence(self, place: int) -> Sentence:
        """Return the sentence that holds token ``place``."""
        return self.doc.sentences[bisect_right(self._firsts, place) - 1]

    def demonym(self, place: int) -> tuple[int, str] | None:
        """Return where the adjective of a country at ``place`` ends, and the country's code: تركيا is the country."""
        named = place in self._lands and self.tokens[place].norm.endswith("ا")
        return None if named else self._demonyms.get(place)

    def mention(self, place: int, *kinds: Kind) -> tuple[Mention, Entity] | None:
        """Return the longest mention of one of ``kinds`` that begins at ``place``, with its entity."""
        fits = [m for m in self._mentions.get(place, ()) if m.kind in kinds and m.key in self.entities]
        longest = max(fits, key=lambda m: m.end, default=None)
        return (longest, self.entities[longest.key]) if longest else None

    def last_mention(self, before: int, *kinds: Kind) -> Entity | None:
        """Return the entity of one of ``kinds`` that is named last before token ``before`` in its sentence."""
        for place in range(before - 1, self.sentence(before).first - 1, -1):
            hit = self.mention(place, *kinds)
            if hit is not None and hit[0].end <= before:
                return hit[1]
        return None

    def country(self, place: int) -> tuple[int, str] | None:
        """Return where the name of a country at ``place`` ends, and its code."""
        hit = self.mention(place, Kind.COUNTRY)
        return (hit[0].end, hit[1].country) if hit and hit[1].country else self._lands.get(place)

    def place_name(self, place: int) -> tuple[int, str | None] | None:
        """Return where the longest name of a place at ``place`` ends, also one that a person may bear, and its
        country's code.
        """
        found = self._places.get(place)
        return (found.end, found.concept.get("countryCode")) if found is not None else None

    @cached_property
    def _places(self) -> dict[int, Match]:
        found: dict[int, Match] = {}
        for match in self.doc.matches_of("places"):
            if match.start not in found or match.end > found[match.start].end:
                found[match.start] = match
        return found

    def rename(self, start: int, first: int) -> None:
        """Note that the name at ``start`` begins only at token ``first``; there is none where it ends there."""
        end = self.name_ends.pop(start)
        del self.name_starts[end]
        if first < end:
            self.name_ends[first], self.name_starts[end] = end, first

    def forced_name(self, place: int, stop: int, *, ranked: bool = False) -> int | None:
        """Return where a name ends that must begin at ``place`` because a title stands before it; None where it cannot.

        After a rank even a word that is mostly a verb may be a name (الجنرال راي).
        """
        if not self.may_name(place) and not (ranked and self.tokens[place].norm in SAYING):
            return None
        end = self.extended(place, stop)
        if end is None:
            return None
        whole = self._without_words(place, end)
        single = whole == place + 1 and (_mostly_word(self.tokens[place]) or self._said_of_holder(place))
        return None if (single or self._common_noun(place)) and not ranked else whole

    def _said_of_holder(self, place: int) -> bool:
        """Whether the single word after a title is what is said of its holder or an object: الرئيس متغطرس, يرفض الرئيس
        بندا.
        """
        known = marks(self.tokens[place].norm)
        borne = known.lists or (known.named and known.named >= "5")
        return self.tag(place) in ("ADJ", "NOUN", "ADV") and not borne

    def _common_noun(self, place: int) -> bool:
        known = marks(self.tokens[place].norm)
        common = known.name in "01" and known.article >= "4" and known.word >= "5"
        return common and not known.lists and self.tag(place) == "NOUN"

    def extended(self, place: int, stop: int) -> int | None:
        """Return where the name that begins at ``place`` ends, a cue standing before it; None where none begins."""
        sentence = self.sentence(place)
        end = extend_name(self.tokens[sentence.first : min(sentence.last, stop)], place - sentence.first)
        return end + sentence.first if end is not None else None

    def enclosed_name(self, start: int, stop: int) -> int | None:
        """Return where the name ends that fills the space from ``start`` to the next punctuation mark; None where
        none does.
        """
        end = start
        while end < min(stop, start + 6) and self.tokens[end].kind is not TokenKind.PUNCT:
            if not self.may_be_part(end):
                return None
            end += 1
        closed = end >= stop or self.tokens[end].kind is TokenKind.PUNCT
        named = sum(self._may_be_borne(place) for place in range(start, end))
        return (
            end if closed and end - start > 1 and named * 2 > end - start and not self.tokens[start].definite else None
        )

    def may_be_part(self, place: int) -> bool:
        """Whether the word at ``place`` may be part of a name that marks or words on both sides enclose."""
        token = self.tokens[place]
        if token.kind is not TokenKind.WORD or token.norm in TIME_WORDS:
            return False
        return not (self.is_function(place) or self.vocabulary.starts(token) or self.hardly_borne(place))

    def _may_be_borne(self, place: int) -> bool:
        known = marks(self.tokens[place].norm)
        return known.name != "0" or bool(known.lists) or self.tag(place) == "PROPN"

    def hardly_borne(self, place: int) -> bool:
        """Whether the word at ``place`` is common and newswire hardly writes it as a name."""
        known = marks(self.tokens[place].norm)
        return known.name == "0" and not known.lists and known.word >= "6" and self.tag(place) != "PROPN"

    def unknown_name(self, start: int, stop: int) -> int | None:
        """Return where two or three words end that nobody knows and that fill the space between a title and the next
        particle, verb or mark; None where they do not.
        """
        end = start
        while end < min(stop, start + 4) and self._unknown(end):
            end += 1
        if not 2 <= end - start <= 3 or self.tag(start) != "PROPN":
            return None
        after = self.tokens[end] if end < stop else None
        bounded = after is None or after.kind is not TokenKind.WORD or self.is_function(end)
        return end if bounded else None

    def may_be_family(self, place: int, stop: int) -> bool:
        """Whether the word at ``place`` may be a family name, shown by the particle or mark after it."""
        if place + 1 >= stop or place in self.name_ends or self.demonym(place) is not None:
            return False
        token, after = self.tokens[place], self.tokens[place + 1]
        fits = token.kind is TokenKind.WORD and not self.is_function(place) and token.norm not in TIME_WORDS
        if not fits or self.vocabulary.starts(token) or token.stem in FORMER or token.stem in CURRENT:
            return False
        ends = after.kind is TokenKind.PUNCT or after.norm in FUNCTION_WORDS or after.norm == "و"
        return ends and self.tag(place) in ("PROPN", "NOUN", "ADJ", "X")

    def _unknown(self, place: int) -> bool:
        token = self.tokens[place]
        if token.kind is not TokenKind.WORD or token.definite or len(token.norm) < 2:
            return False
        if self.is_function(place) or self.vocabulary.starts(token) or token.norm in TIME_WORDS:
            return False
        return marks(token.norm).word <= "5" and self.tag(place) in ("PROPN", "X", "NOUN")

    def _without_words(self, start: int, end: int) -> int:
        """Return where a name taken eagerly ends before a word that is common and no part of names."""
        for place in range(start + 1, end):
            known = marks(self.tokens[place].norm)
            if known.name == "0" and known.word >= "5" and not ends_compound(self.tokens, start, place):
                return place
        return end

    def may_name(self, place: int) -> bool:
        """Whether token ``place`` could begin a person's name as far as its class goes."""
        token = self.tokens[place]
        if token.kind is TokenKind.LATIN:
            return True
        if token.norm == "علي" and token.text[-1] == "ي":
            return True
        known = marks(token.norm)
        listed = "f" in known.lists and token.norm not in FUNCTION_WORDS and token.norm not in SAYING
        if token.kind is not TokenKind.WORD or len(token.norm) < 2 or (self.is_function(place) and not listed):
            return False
        return known.name != "0" or known.word < "7"

    def is_function(self, place: int) -> bool:
        """Whether token ``place`` is a particle or a finite verb: no part of a title or a name."""
        token = self.tokens[place]
        if token.norm in FUNCTION_WORDS or token.norm in SAYING:
            return True
        return token.kind is TokenKind.WORD and not token.definite and self.tag(place) in _NO_NOUNS


def _mostly_word(token: Token) -> bool:
    """Whether ``token`` is a common word that newswire hardly writes as a name."""
    known = marks(token.norm)
    return known.word >= "7" or (known.word >= "3" and known.named in "012")


_DOUBTFUL = frozenset({"ML", "KM"})
"""Countries whose adjective is a common word too (المالية): it counts only where the country is named."""


def _demonyms(doc: Document) -> dict[int, tuple[int, str]]:
    """Return where each adjective of a country ends and the country's code, by its first token."""
    named = {
        match.concept.iri
        for match in doc.matches
        if match.concept.scheme == "countries" and match.prop != DEMONYM and not doc.tokens[match.start].definite
    }
    found: dict[int, tuple[int, str]] = {}
    for match in doc.matches:
        code = match.concept.get("iso3166") if match.prop == DEMONYM else None
        if code and (code not in _DOUBTFUL or (match.concept.iri in named and not _of_money(doc, match.start))):
            found[match.start] = max(found.get(match.start, (0, "")), (match.end, code))
    return found


def _of_money(doc: Document, place: int) -> bool:
    """Whether المالية at ``place`` is finance: وزير المالية, الشؤون المالية."""
    return place > 0 and doc.tokens[place - 1].stem in (
        "وزير",
        "وزيره",
        "وزاره",
        "شوون",
        "اوراق",
        "سوق",
        "ازمه",
        "سياسه",
        "مدير",
        "مديره",
        "مسوول",
        "مسووله",
        "مراقب",
        "محلل",
        "مستشار",
    )


def _country_names(doc: Document) -> dict[int, tuple[int, str]]:
    """Return where each country's name ends and its code, by its first token, also inside other phrases."""
    named: dict[int, tuple[int, str]] = {}
    for match in doc.matches_of("countries"):
        code = match.concept.get("iso3166")
        if code and match.prop in NOUN_LABELS:
            named[match.start] = max(named.get(match.start, (0, "")), (match.end, code))
    return named
