"""Context: negation, denial, plan, demand, condition and doubt, by one scope mechanism for all facts.

A cue (see ``kg.cues``) reaches the next verb, the content that it governs, the clause that it opens, or the noun before
it. Each flag keeps the cue that caused it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from kg.arabic.tokens import TokenKind
from kg.clauses import AUXILIARIES, COMPLEMENTIZERS, PARTICLES, PREPOSITIONS, Clauses, find_clauses, word_set
from kg.cues import STATUS, Cue, Kind, Reach, cues
from kg.dates import DateMention
from kg.document import Document, Sentence
from kg.lexicon import Match
from kg.records import Status

__all__ = ["Flag", "Kind", "flags_in", "flags_of", "status_of"]


class Flag(NamedTuple):
    """What one cue does: ``cue`` are its tokens (half-open), ``targets`` the tokens that it governs."""

    kind: Kind
    cue: tuple[int, int]
    targets: tuple[int, ...]


def status_of(doc: Document, token: int) -> Status:
    """Return whether what is said at ``token`` is told as actual, planned, requested, denied or hypothetical."""
    return _decide(flags_of(doc, token))


def flags_of(doc: Document, token: int) -> list[Flag]:
    """Return the flags whose targets hold ``token``, those undone by another flag (لم ينف) left out."""
    return [flag for flag in flags_in(doc, doc.sentence_of(token)) if token in flag.targets]


def flags_in(doc: Document, sentence: Sentence) -> list[Flag]:
    """Return every flag of ``sentence`` in the order of their cues."""
    known: dict[int, list[Flag]] = doc.__dict__.setdefault("_flags", {})
    if sentence.first not in known:
        known[sentence.first] = _without_undone(list(_Scope(doc, sentence).flags()))
    return known[sentence.first]


def clauses_of(doc: Document, sentence: Sentence) -> Clauses:
    """Return the clauses of ``sentence``, found once."""
    known: dict[int, Clauses] = doc.__dict__.setdefault("_clauses", {})
    if sentence.first not in known:
        known[sentence.first] = find_clauses(doc, sentence, matches_in(doc, sentence), dates_in(doc, sentence))
    return known[sentence.first]


def in_future(edtf: str | None, published: date | None) -> bool:
    """Whether a date lies after the day of publication; for a deadline its end."""
    if edtf is None or published is None:
        return False
    first, _, last = edtf.partition("/")
    known = last if first in ("", "..") else first
    return known not in ("", "..") and known > published.isoformat()[: len(known)]


def matches_in(doc: Document, sentence: Sentence) -> list[Match]:
    """Return the lexicon's matches in ``sentence``."""
    known: dict[int, list[Match]] | None = doc.__dict__.get("_matches_in")
    if known is None:
        known = doc.__dict__["_matches_in"] = {s.first: [] for s in doc.sentences}
        starts = sorted(known)
        place = 0
        for match in doc.matches:
            while place + 1 < len(starts) and starts[place + 1] <= match.start:
                place += 1
            known[starts[place]].append(match)
    return known[sentence.first]


def mentions_in(doc: Document, sentence: Sentence) -> list[DateMention]:
    """Return the date expressions of ``sentence``."""
    known: dict[int, list[DateMention]] | None = doc.__dict__.get("_dates_in")
    if known is None:
        known = doc.__dict__["_dates_in"] = {s.start: [] for s in doc.sentences}
        starts = sorted(known)
        for mention in doc.dates:
            place = bisect_right(starts, mention.start) - 1
            if place >= 0:
                known[starts[place]].append(mention)
    return known[sentence.start]


def dates_in(doc: Document, sentence: Sentence) -> list[tuple[int, int]]:
    """Return the token ranges of the date expressions in ``sentence``."""
    return [(doc.token_at(mention.start), doc.token_at(mention.end - 1) + 1) for mention in mentions_in(doc, sentence)]


_ORDER = [Status.DENIED, Status.HYPOTHETICAL, Status.REQUESTED, Status.PLANNED]


def _decide(flags: list[Flag]) -> Status:
    found = {STATUS[flag.kind] for flag in flags}
    return next((status for status in _ORDER if status in found), Status.ACTUAL)


def _without_undone(flags: list[Flag]) -> list[Flag]:
    """A negated denial denies nothing; a negated plan or demand is a denial (لا تسعى إلى قواعد)."""
    negated = {token: flag for flag in flags if flag.kind == Kind.NEGATION for token in flag.targets}
    kept = []
    for flag in flags:
        by = next((negated[n] for n in range(*flag.cue) if n in negated and negated[n].cue != flag.cue), None)
        if by is None:
            kept.append(flag)
        elif flag.kind not in (Kind.DENIAL, Kind.NEGATION, Kind.HEARSAY, Kind.CONDITION):
            kept.append(flag._replace(kind=Kind.NEGATION, cue=(by.cue[0], flag.cue[1])))
    return kept


_TRANSPARENT = word_set(
    "جميع كل اي عدد معظم باقي بقيه مزيد المزيد اجراء عقد شن تنفيذ وقوع حدوث بدء البدء استيناف مواصله اتخاذ "
    "ضروره امكانيه احتمال عمليه عمليات فكره خيار مشروع قرار خطه خطط مبادره اعاده تكرار القيام قيام بدايه وجود "
    "حصول فرض توقيع ابرام مثل هذه هذا تلك اول جوله جولات مزيدا سرعه الاسراع تسريع تعجيل التعجيل عوده انجاز "
    "اتمام استكمال المشاركه الي من علي في ل ب عن فورا"
)
_TIME = word_set("اسبوع شهر عام سنه يوم ايام مرحله فتره اشهر اسابيع سنوات اعوام ساعات صيف شتاء ربيع خريف موسم عقد")
_OUTSIDE = PREPOSITIONS | word_set("بعيد قبيل غداه عشيه اثناء لدي وسط مع")  # what they open is not what a cue is about
_COORDINATORS = word_set("و ف ثم او بل لكن")
_STOP = frozenset({"،", ".", "؟", "!", "؛", ":", ";"})


class _Scope:
    """The flags of one sentence."""

    def __init__(self, doc: Document, sentence: Sentence) -> None:
        self.doc, self.tokens, self.sentence = doc, doc.tokens, sentence
        matches = [m for m in matches_in(doc, sentence) if m.concept.scheme in ("events", "support")]
        self.nominal = {m.start for m in matches if not m.features.voice}
        self.dated = {n for first, last in dates_in(doc, sentence) for n in range(first, last)}

    def flags(self) -> Iterator[Flag]:
        """Yield the flags in the order of their cues, the longest cue at each place."""
        place = self.sentence.first
        while place < self.sentence.last:
            found = [cue for cue in self._cues_at(place) if self._stands(cue, place)]
            longest = max((len(cue.words) for cue in found), default=0)
            for cue in found:
                if len(cue.words) == longest and cue.kind != Kind.PSEUDO:
                    targets = tuple(dict.fromkeys(self._targets(cue, place, place + longest)))
                    if targets:
                        yield Flag(cue.kind, (place, place + longest), targets)
            place += longest if found and found[0].kind == Kind.PSEUDO else 1

    def _cues_at(self, place: int) -> tuple[Cue, ...]:
        token, table = self.tokens[place], cues()
        found = table.get(token.norm, ())
        return found + table.get(token.stem, ()) if token.definite else found

    def _stands(self, cue: Cue, place: int) -> bool:
        end = place + len(cue.words)
        if end > self.sentence.last or place in self.dated:
            return False
        if any(not self._is(place + n, word) for n, word in enumerate(cue.words)):
            return False
        if cue.verb and self._is_noun(place):
            return False
        single = len(cue.words) == 1 and len(cue.words[0]) == 1
        return not single or self.tokens[place].kind == TokenKind.PROCLITIC

    def _is_noun(self, place: int) -> bool:
        """Whether what looks like a verb is a noun here: أمرا ملكيا، مهد الاحتجاجات."""
        if place in self.clauses.verbs:
            return False
        return self.tokens[place].definite or self.doc.tag_of(place) in ("NOUN", "ADJ", "PROPN")

    def _is(self, place: int, word: str) -> bool:
        token = self.tokens[place]
        return token.norm == word or (token.definite and token.stem == word and place not in self.clauses.verbs)

    def _targets(self, cue: Cue, start: int, end: int) -> Iterator[int]:
        if cue.reach == Reach.VERB:
            yield from self._next_verb(cue, end)
        elif cue.reach == Reach.CONTENT:
            yield from self._content(end, cue.links)
            if cue.verb and cue.kind == Kind.DENIAL:
                yield from self._object_like_verb(end)
        elif cue.reach == Reach.CLAUSE:
            yield from self._clause(start, end)
        else:
            yield from self._described(start)

    def _next_verb(self, cue: Cue, place: int) -> Iterator[int]:
        """Yield the verb that follows, its auxiliary included; قد doubts only an imperfect."""
        if cue.words == ("قد",) and not self._supposes(place):
            return
        seen = 0
        while place < self.sentence.last and self.tokens[place].norm in PARTICLES:
            place += 1
        while place < self.sentence.last and seen < 2:
            yield place
            if self.tokens[place].norm not in AUXILIARIES:
                return
            seen += 1
            following = next((v for v in sorted(self.clauses.verbs) if v > place), None)
            if following is None or self.clauses.number(following) != self.clauses.number(place):
                yield from self._content(place + 1, frozenset())
                return
            place = following

    def _supposes(self, place: int) -> bool:
        """Whether قد before ``place`` means may: before an imperfect. A verb in ت is taken for one unless و or كان
        leads.
        """
        if place >= self.sentence.last or place not in self.clauses.verbs:
            return False
        first = self.tokens[place].norm[:1]
        if first == "ت":
            led = self.tokens[place - 2].norm in ("و", "ف", "ل") if place - 2 >= self.sentence.first else False
            return (
                not led and self.clauses.clause(place).auxiliary is None and not self.tokens[place].norm.endswith("ت")
            )
        return first in ("ي", "ن")

    @property
    def clauses(self) -> Clauses:
        return clauses_of(self.doc, self.sentence)

    def _content(self, start: int, links: frozenset[str]) -> Iterator[int]:
        """Yield the head of what a cue governs: after a link, a clause's verb, an event as object, else the nearest
        noun.
        """
        found = list(self._governed(start, links))
        yield from found or self._nouns(start)

    def _object_like_verb(self, start: int) -> Iterator[int]:
        """Yield the object of a denial that looks like a verb, though nothing opens a clause: نفى تعرض المقر لهجوم."""
        verb = next((v for v in sorted(self.clauses.verbs) if v >= start), None)
        if verb is None or not self.tokens[verb].norm.startswith("ت"):
            return
        before = self.tokens[start:verb]
        if not any(token.norm in COMPLEMENTIZERS or token.norm in _COORDINATORS for token in before):
            yield verb

    def _nouns(self, start: int) -> Iterator[int]:
        """Yield the nouns right after a cue up to a preposition: its subject and its object."""
        home = self.clauses.number(start - 1)
        for number in range(start, min(self.sentence.last, start + 4)):
            if self.clauses.number(number) != home or self.tokens[number].kind != TokenKind.WORD:
                return
            if self.tokens[number].norm in PREPOSITIONS:
                return
            yield number

    def _governed(self, start: int, links: frozenset[str]) -> Iterator[int]:
        home = self.clauses.number(start - 1)
        place, limit = start, min(self.sentence.last, start + 24)
        while place < limit:
            norm, kind = self.tokens[place].norm, self.tokens[place].kind
            if norm in COMPLEMENTIZERS:
                yield from self._verb_after(place)
                return
            if norm in _STOP or (self.clauses.number(place) != home and place - start > 1 and norm not in links):
                return
            if (not links and place == start) or (norm in links and kind in (TokenKind.PROCLITIC, TokenKind.WORD)):
                heads = list(self._heads(place))
                yield from heads
                if any(h in self.nominal for h in heads) or not links or norm in ("ب", "الي"):
                    return
            elif place in self.nominal and self.tokens[place - 1].norm not in _OUTSIDE:
                yield from self._heads(place)
                return
            place += 1

    def _heads(self, place: int) -> Iterator[int]:
        """Yield the noun at ``place``, through words that only carry it, and the events joined to it by و."""
        while place < self.sentence.last and self.tokens[place].stem in _TRANSPARENT:
            yield place
            place += 1
        if place >= self.sentence.last or self.tokens[place].norm in COMPLEMENTIZERS:
            if place < self.sentence.last:
                yield from self._verb_after(place)
            return
        yield place
        yield from self._joined(place)

    def _joined(self, place: int) -> Iterator[int]:
        home = self.clauses.number(place)
        for number in range(place + 1, min(self.sentence.last, place + 20)):
            if self.clauses.number(number) != home or self.tokens[number].norm in _STOP:
                return
            if number in self.nominal and self._after_and(number):
                yield number

    def _after_and(self, number: int) -> bool:
        before = self.tokens[number - 1]
        if before.norm in ("ب", "ل", "الي", "علي"):
            before = self.tokens[number - 2]
        return before.norm in ("و", "او")

    def _verb_after(self, place: int) -> Iterator[int]:
        """Yield the verb of the clause that أن opens at ``place``, and of clauses joined to it."""
        clauses = self.clauses
        home = clauses.number(place)
        wanted = {home} | {n for n, c in enumerate(clauses.clauses) if c.previous == home}
        for verb in sorted(clauses.verbs):
            if verb > place and clauses.number(verb) in wanted:
                yield verb

    def _clause(self, start: int, end: int) -> Iterator[int]:
        """Yield the tokens of the clause that the cue opens, up to its comma."""
        home = self.clauses.number(min(end, self.sentence.last - 1))
        for number in range(end, self.sentence.last):
            if self.clauses.number(number) != home or self.tokens[number].norm in _STOP:
                return
            yield number

    def _described(self, start: int) -> Iterator[int]:
        """Yield the event that the adjective at ``start`` describes."""
        if self.tokens[start - 1].stem in _TIME:
            return
        for number in range(start - 1, max(self.sentence.first - 1, start - 6), -1):
            if number in self.nominal:
                yield number
                return
            if number in self.clauses.verbs or self.tokens[number].kind == TokenKind.PUNCT:
                return
