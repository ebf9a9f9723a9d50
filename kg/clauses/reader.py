"""Reading a sentence from left to right: where clauses open and close, and what each hangs on."""

from __future__ import annotations

from collections.abc import Sequence

from kg.arabic.tokens import Token, TokenKind
from kg.clauses.model import Clause, Clauses, Link
from kg.clauses.verbs import after_preposition, finite_verbs
from kg.clauses.words import AUXILIARIES, COMPLEMENTIZERS, PARTICLES, conjugated, word_set
from kg.document import Document, Sentence
from kg.lexicon import Match

_RELATIVES = word_set("الذي التي الذين اللذان اللذين اللتان اللتين اللواتي اللاتي اللايي")
_SUBORDINATORS = word_set("عندما حينما حين بعدما قبلما اذا لو كي بينما طالما كلما ريثما حالما منذما")
_CONJUNCTIVE = word_set("حيث اذ لكن مما كما فيما")
_BEFORE_AN = word_set("بعد قبل منذ دون رغم بدون عقب بعيد قبيل الا غير بيد علي حتي كما مع الي ل ك")
_DATE_PREPOSITIONS = word_set("في ب خلال منذ حلول ف حتي من اليوم نفس ذات يوم وقت سابق عام")
_DOING = conjugated("قام")
_RESULTS_IN = conjugated("أسفر نجم كشف")
_COORDINATORS = frozenset({"و", "ف", "ثم", "او", "بل"})


def find_clauses(
    doc: Document, sentence: Sentence, matches: Sequence[Match], dates: Sequence[tuple[int, int]] = ()
) -> Clauses:
    """Return the clauses of ``sentence``. ``matches`` are the lexicon's in it, ``dates`` token ranges of its date
    expressions.
    """
    timed = {number for first, last in dates for number in range(first, last)}
    return _Reader(doc, sentence, finite_verbs(doc, sentence, matches) - timed, matches, dates).read()


def _participles(tokens: Sequence[Token], matches: Sequence[Match]) -> frozenset[int]:
    """The participles that report beside a clause: مضيفا، مؤكدا; a feminine one after a comma alone, where it is no
    adjective.
    """
    found = [m.start for m in matches if m.concept.scheme == "reporting" and m.features.tense == "participle"]
    return frozenset(
        n
        for n in found
        if n and not tokens[n].definite and (tokens[n].norm.endswith("ا") or tokens[n - 1].kind == TokenKind.PUNCT)
    )


class _Reader:
    """Reads one sentence; holds the stack of open clauses."""

    def __init__(
        self,
        doc: Document,
        sentence: Sentence,
        verbs: frozenset[int],
        matches: Sequence[Match],
        dates: Sequence[tuple[int, int]],
    ) -> None:
        self.tokens, self.sentence, self.verbs = doc.tokens, sentence, verbs
        self.reporting = frozenset(m.start for m in matches if m.concept.scheme == "reporting")
        self.participles = _participles(doc.tokens, matches) - verbs
        self.deeds = frozenset(m.start for m in matches if m.concept.scheme == "events") - verbs
        self.dates = {end: start for start, end in dates}
        self.clauses = [Clause(sentence.first)]
        self.of: list[int] = []
        self.stack = [0]
        self.comma = -1

    def read(self) -> Clauses:
        for number in range(self.sentence.first, self.sentence.last):
            self._step(number, self.tokens[number])
            self.of.append(self.stack[-1])
        return Clauses(self.sentence.first, self.clauses, self.of, self.verbs)

    def _step(self, number: int, token: Token) -> None:
        norm = token.norm
        if token.kind == TokenKind.PUNCT:
            self._punctuation(number, token.text)
        elif norm in _RELATIVES:
            self._relative(number)
        elif norm in COMPLEMENTIZERS and token.kind == TokenKind.WORD and not self._ends_name(number):
            self._complement(number)
        elif norm == "عن" and self._goes_on_outside(number):
            del self.stack[-1:]
        elif norm in _SUBORDINATORS or self._since_then(number, norm):
            self._push(Clause(number, Link.ADVERBIAL, opener=number))
        elif norm in _CONJUNCTIVE and self._opens(number):
            self._sibling(number, Link.ADVERBIAL, opener=number)
        elif number in self.verbs:
            self._verb(number)
        elif number in self.deeds and self._resumes_doing(number):
            del self.stack[-1:]
            self._claim(number - 1, number)
        elif number in self.deeds and self._is_object(number):
            self._return_to_outer(number)
        elif number in self.participles:
            self._leave_relatives()
            self._sibling(number, Link.ADVERBIAL, opener=number)
            self.clauses[self.stack[-1]].verb = number

    def _since_then(self, number: int, norm: str) -> bool:
        """منذ وصل، في وقت لم تصدر: a word of time that opens a clause where a verb follows."""
        following = number + 1
        if following in self.verbs and norm == "منذ":
            return True
        told = following in self.verbs or (following < self.sentence.last and self.tokens[following].norm in PARTICLES)
        return told and norm == "وقت" and number > self.sentence.first and self.tokens[number - 1].norm == "في"

    def _ends_name(self, number: int) -> bool:
        """مون جاي إن، كيم: what nothing follows that it could open is the last part of a name."""
        following = number + 1
        return following >= self.sentence.last or self.tokens[following].text in ("،", ",", ".")

    def _goes_on_outside(self, number: int) -> bool:
        """Whether عن goes on from the verb around a relative clause: أعلن الحزب الذي يقوده، عن فوزه with a comma; أسفرت
        الغارات التي شنها عن مقتل without.
        """
        top = self.clauses[self.stack[-1]]
        if top.link != Link.RELATIVE or top.parent is None or top.verb is None:
            return False
        verb = self.clauses[top.parent].verb
        if verb is None or (number - 1 == self.comma and verb in self.reporting):
            return verb is not None
        following = self.tokens[number + 1 : number + 2]
        pronoun = bool(following) and following[0].kind == TokenKind.ENCLITIC
        return self.tokens[verb].norm in _RESULTS_IN and not pronoun

    def _return_to_outer(self, number: int) -> None:
        """بدأت قوات يدعمها التحالف هجوما: a verb that describes a noun and has its object leaves what happened next to
        the verb outside.
        """
        depth = len(self.stack) - 1
        while depth and self._is_full(depth):
            depth -= 1
        if depth < len(self.stack) - 1 and self.clauses[self.stack[depth]].verb is not None:
            del self.stack[depth + 1 :]
            self._claim(self.dates.get(number, number), number)

    def _is_full(self, depth: int) -> bool:
        """Whether an open clause takes no object: يدعمها has one, أنهم من داعش no verb, يعتقد أنهم a clause for it."""
        clause = self.clauses[self.stack[depth]]
        if clause.link == Link.COMPLEMENT:
            return clause.verb is None and self.clauses[self.stack[depth - 1]].link == Link.RELATIVE
        if clause.link != Link.RELATIVE or clause.verb is None:
            return False
        behind = self.tokens[clause.verb + 1]
        return behind.kind == TokenKind.ENCLITIC or behind.norm in COMPLEMENTIZERS

    def _is_object(self, number: int) -> bool:
        """Whether what happened stands as a verb's object does: indefinite, behind no preposition and no noun of its
        own.
        """
        token, before = self.tokens[number], self.tokens[number - 1]
        if token.definite or number == self.sentence.first or after_preposition(self.tokens, number):
            return False
        return token.norm.endswith("ا") or before.definite or number in self.dates

    def _resumes_doing(self, number: int) -> bool:
        """قام مسلح يرتدي قناعا بالهجوم: ب with what was done goes back to a verb of doing outside."""
        if len(self.stack) < 2 or self.clauses[self.stack[-1]].link != Link.RELATIVE:
            return False
        verb = self.clauses[self.stack[-2]].verb
        return verb is not None and self.tokens[verb].norm in _DOING and self.tokens[number - 1].norm == "ب"

    def _punctuation(self, number: int, text: str) -> None:
        if text in "،,":
            self.comma = number
        elif text in "؛;":
            del self.stack[1:]
            self._sibling(number + 1, Link.COORDINATE)
        elif text == ":" and not self._clock(number) and self.clauses[self.stack[-1]].link != Link.RELATIVE:
            self._push(Clause(number + 1, Link.COMPLEMENT, opener=number))

    def _clock(self, number: int) -> bool:
        """12:15"""
        return number + 1 < self.sentence.last and self.tokens[number + 1].kind == TokenKind.NUMBER

    def _opens(self, number: int) -> bool:
        """كما and فيما open a clause before a verb or after a comma, not in كما هو متوقع."""
        return (
            number - 1 == self.comma
            or number + 1 in self.verbs
            or self.tokens[number].norm in ("حيث", "اذ", "لكن", "مما")
        )

    def _relative(self, number: int) -> None:
        joined = number > 0 and self.tokens[number - 1].norm == "و" and self.tokens[number - 1].glued is False
        top = self.clauses[self.stack[-1]]
        head = top.head if joined and top.link == Link.RELATIVE else self._noun_before(number)
        if joined and top.link == Link.RELATIVE:
            self.stack.pop()
        self._push(Clause(number, Link.RELATIVE, head=head, opener=number))

    def _noun_before(self, number: int) -> int | None:
        for place in range(number - 1, max(self.sentence.first - 1, number - 12), -1):
            if self.tokens[place].kind == TokenKind.WORD:
                return place
        return None

    def _complement(self, number: int) -> None:
        before = self.tokens[number - 1].norm if number > self.sentence.first else ""
        if before in _BEFORE_AN and before not in ("ل", "علي", "الي"):
            self._push(Clause(number, Link.ADVERBIAL, opener=number))
            return
        for depth in range(len(self.stack) - 1, 0, -1):
            verb = self.clauses[self.stack[depth]].verb
            if verb is not None and verb in self.reporting:
                del self.stack[depth + 1 :]
                break
        else:
            root = self.clauses[self.stack[0]].verb
            top = self.clauses[self.stack[-1]]
            told = top.link == Link.RELATIVE and top.verb is not None
            if root is not None and root in self.reporting and told:
                del self.stack[1:]
        if before in _COORDINATORS and self.clauses[self.stack[-1]].link == Link.COMPLEMENT:
            self._sibling(number, Link.COMPLEMENT, opener=number)
        else:
            self._push(Clause(number, Link.COMPLEMENT, opener=number))

    def _verb(self, number: int) -> None:
        start, joined = self._start(number)
        current = self.clauses[self.stack[-1]]
        auxiliary = self.tokens[number].norm in AUXILIARIES
        if current.verb is not None or (current.auxiliary is not None and auxiliary):
            self._another(start, number, joined)
            current = self.clauses[self.stack[-1]]
        if auxiliary:
            current.auxiliary = number
        else:
            current.verb = number

    def _start(self, number: int) -> tuple[int, bool]:
        """Return where the verb's clause starts, its particles and a date before it included, and whether و or ف
        joins it.
        """
        start = number
        while start > self.sentence.first and self.tokens[start - 1].norm in PARTICLES:
            start -= 1
        place = start - 1 if self.tokens[start - 1].text in "،," else start
        if place in self.dates:
            start = self._before_date(place, start)
        joined = start > self.sentence.first and self.tokens[start - 1].norm in _COORDINATORS
        return (start - 1 if joined else start), joined or (start - 1 == self.comma and start < number)

    def _before_date(self, place: int, start: int) -> int:
        """A date opens the verb's clause where it follows a comma, a conjunction or an opening word, not where it
        trails.
        """
        first = self.dates[place]
        while first > self.sentence.first and self.tokens[first - 1].norm in _DATE_PREPOSITIONS:
            first -= 1
        before = self.tokens[first - 1] if first > self.sentence.first else None
        opens = before is None or before.norm in _COORDINATORS or before.text in "،,:" or first == self._opened()
        return first if opens else start

    def _opened(self) -> int:
        return self.clauses[self.stack[-1]].start

    def _another(self, start: int, number: int, joined: bool) -> None:
        """A verb in a clause that has one: joined to it, of the clause around it, or describing the noun before it."""
        after_comma = start - 1 == self.comma
        if joined:
            if after_comma:
                self._leave_relatives()
            self._sibling(start, Link.COORDINATE)
        elif self._outer_waits():
            while self.clauses[self.stack[-1]].verb is not None:
                self.stack.pop()
        elif after_comma:
            self._leave_relatives()
            self._sibling(start, Link.COORDINATE)
        else:
            self._push(Clause(start, Link.RELATIVE, head=self._noun_before(start)))
        self._claim(start, number)

    def _outer_waits(self) -> bool:
        """Whether a clause around this relative one still lacks its verb: the subject came first."""
        top = self.clauses[self.stack[-1]]
        return top.link in (Link.RELATIVE, Link.ADVERBIAL) and any(
            self.clauses[n].verb is None for n in self.stack[:-1]
        )

    def _leave_relatives(self) -> None:
        while len(self.stack) > 1 and self.clauses[self.stack[-1]].link in (Link.RELATIVE, Link.ADVERBIAL):
            self.stack.pop()

    def _claim(self, start: int, number: int) -> None:
        for place in range(start, number):
            if place - self.sentence.first < len(self.of):
                self.of[place - self.sentence.first] = self.stack[-1]

    def _push(self, clause: Clause) -> None:
        clause.parent = self.stack[-1]
        self.clauses.append(clause)
        self.stack.append(len(self.clauses) - 1)

    def _sibling(self, start: int, link: Link, opener: int | None = None) -> None:
        previous = self.stack[-1]
        clause = Clause(start, link, self.clauses[previous].parent, previous, opener=opener)
        if self.clauses[previous].link == Link.RELATIVE:
            clause.head = self.clauses[previous].head
        self.clauses.append(clause)
        self.stack[-1] = len(self.clauses) - 1
