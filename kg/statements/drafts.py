"""Drafts: each cue read into who speaks and where the words begin; one sentence at a time."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.arabic.tokens import TokenKind
from kg.clauses import word_set
from kg.document import Sentence
from kg.labels import Features
from kg.lexicon import KG
from kg.records import Kind
from kg.statements.content import MARKED, Opening, Start, find_start, start_at
from kg.statements.cues import Cue, CueKind
from kg.statements.memory import Memory, Spoke
from kg.statements.scene import Actor, Scene
from kg.statements.subjects import (
    Subject,
    agrees,
    clause_subject,
    definite_phrase,
    described_phrase,
    generic_at,
    opens_content,
    phrase_at,
    relative_before,
    skip_adverbials,
    subject_after,
    subject_before,
    unknown_before,
)
from kg.statements.words import (
    ADVERBS,
    CARRIERS,
    COMPLEMENTIZERS,
    CONNECTORS,
    ISSUED,
    OPENING_QUOTES,
    PAIRS,
    PREPOSITIONS,
    RELATIVES,
)


@dataclass
class Draft:
    """One report: ``clause`` is where its reporting clause begins, ``stop`` where the words said must end at the latest."""

    cue: Cue | None
    spoke: Spoke
    start: Start
    clause: int
    rule: str
    confidence: float
    stop: int
    subject: Subject | None = None
    nested: bool = False
    via: str | None = None
    hearsay: bool = False
    span: tuple[int, int] = (0, 0)
    quoted: bool = False
    parent: Draft | None = None
    cuts: bool = True
    said: tuple[int, int] = field(default=(0, 0))


class Reader:
    """Reads the cues of one sentence after the other; remembers who spoke."""

    def __init__(self, scene: Scene, memory: Memory) -> None:
        self.scene = scene
        self.memory = memory
        self.nouns: dict[int, Cue] = {}
        self.hanging: list[int] = []

    def read(self, sentence: Sentence, cues: list[Cue], drafts: list[Draft]) -> list[Draft]:
        """Return the reports of a sentence in order of their cues, behind ``drafts``, its heading."""
        done = sentence.first
        self.nouns = {cue.start: cue for cue in cues if cue.kind == CueKind.MASDAR}
        self.hanging = [c.start for c in cues if c.kind == CueKind.PARTICIPLE and not _opens_words(c)]
        for cue in cues:
            if cue.start < done:
                if drafts and cue.kind == CueKind.SOURCE:
                    self._second_source(cue, sentence, drafts)
                continue
            draft = self._draft(cue, sentence, drafts)
            if draft is None:
                continue
            draft.nested = draft.nested or self._inside(draft, drafts)
            if drafts and self._only_leads_in(drafts[-1], draft):
                drafts.pop()
            drafts.append(draft)
            done = max(done, draft.start.mark + (cue.kind not in (CueKind.SOURCE, CueKind.SOURCE_VERB)))
            if not draft.nested and draft.cuts:
                self.memory.remember(draft.spoke, issued=draft.via is not None and draft.via in _ISSUES)
        return drafts

    def _only_leads_in(self, last: Draft, draft: Draft) -> bool:
        """Whether a report only leads in to the words (عبرت عن قلقها، قائلة)."""
        if draft.cue is None or draft.cue.kind != CueKind.PARTICIPLE or draft.cue.entry.concept.name != "say":
            return False
        return last.start.opening == Opening.PREPOSITION and self.scene.words_in(last.start.token, draft.clause) <= 2

    def _second_source(self, cue: Cue, sentence: Sentence, drafts: list[Draft]) -> None:
        """Note a source named between verb and words: ذكرت الوكالة، نقلا عن مصادر، أن."""
        named = self._source_named(cue, drafts[-1].start.mark)
        if named is None or cue.entry.concept.name != "quoting":
            return
        main = drafts[-1]
        second = Draft(cue, named[0], main.start, main.clause, f"source:{cue.entry.concept.name}", 0.8, main.stop)
        second.cuts, second.nested = False, True
        drafts.append(second)

    def _inside(self, draft: Draft, drafts: list[Draft]) -> bool:
        quote = self.scene.quote_at(draft.clause)
        return any(
            quote is not None and quote[0] < draft.clause and quote[0] <= other.start.token < draft.clause < quote[1]
            for other in drafts
        )

    def _draft(self, cue: Cue, sentence: Sentence, drafts: list[Draft]) -> Draft | None:
        if cue.kind == CueKind.VERB:
            return self._verb(cue, sentence, drafts)
        if cue.kind == CueKind.PARTICIPLE:
            return self._participle(cue, sentence, drafts)
        if cue.kind == CueKind.MASDAR:
            return self._masdar(cue, sentence, drafts)
        return self._source(cue, sentence, drafts)

    # Verbs

    def _verb(self, cue: Cue, sentence: Sentence, drafts: list[Draft]) -> Draft | None:
        limit = self._limit(cue, sentence)
        if cue.entry.in_carrier:
            return self._in_carrier(cue, limit)
        if cue.entry.relays and (relayed := self._relay(cue, limit)) is not None:
            return relayed
        first = self._clause_floor(cue, sentence, drafts)
        subject, at, rule = self._subject(cue, first, limit, sentence, drafts)
        if self._unreal(cue, sentence) or (rule == "relative" and cue.entry.held):
            return None
        start = find_start(self.scene, cue, at, min(limit, self._participle_behind(cue, limit)))
        if start is not None and start.opening in (Opening.OBJECT, Opening.ADDRESSEE) and start.token in self.nouns:
            noun = self.nouns[start.token]
            start = self._noun_start(noun, self._past_object(noun), min(limit, noun.end + 8), bare=False) or start
        if start is None and (noun_at := self._repeated(cue, at, limit)) is not None:
            start = self._noun_start(noun_at, noun_at.end, min(limit, noun_at.end + 8), bare=False)
        if start is None or self._told_by_nobody(cue, subject, sentence) or self._empty(start, limit):
            return None
        if self._silent(cue, start):
            if subject is not None:
                via = self._carrier(cue.end, subject.end)
                self.memory.remember(self._spoke(cue, subject), issued=via in _ISSUES)
            return None
        if subject is None:
            generic = self._nominative(cue, limit) or self._generic(cue, start, limit)
            generic = generic or unknown_before(self.scene, cue, first)
            if generic is not None:
                subject, rule = generic, "noun phrase"
        spoke = self._spoke(cue, subject) if subject else self._unsaid(cue, sentence, drafts)
        if spoke is None:
            return None
        clause = self._clause(cue, subject, sentence)
        draft = Draft(cue, spoke, start, clause, f"verb:{cue.entry.concept.name}/{rule}", 0.9, limit, subject)
        draft.nested = self._nested(cue, subject, drafts, sentence)
        if (draft.nested or self.scene.quote_at(cue.start)) and cue.entry.held and not self._stated_view(draft, drafts):
            return None
        draft.via = self._carrier(cue.end, start.mark)
        return draft

    def _repeated(self, cue: Cue, at: int, limit: int) -> Cue | None:
        """Return the verbal noun of saying that a verb of repeating has for its object: جدد الإشارة إلى أن."""
        at = skip_adverbials(self.scene, at, limit)
        return self.nouns.get(at) if self.scene.norms[cue.start] in _RAISING else None

    def _empty(self, start: Start, limit: int) -> bool:
        """Whether nothing but a pronoun stands for the words said: تعهد بذلك."""
        if start.opening in MARKED or self.scene.norms[start.token] not in ("ذلك", "هذا", "هذه", "تلك", "عنه", "عنها"):
            return False
        behind = start.token + 1
        return behind >= limit or self.scene.tokens[behind].kind == TokenKind.PUNCT

    def _limit(self, cue: Cue, sentence: Sentence) -> int:
        quote = self.scene.quote_at(cue.start)
        if quote is not None and self.scene.words_in(*quote) > 4 and quote[0] < cue.start:
            return min(sentence.last, quote[1] - 1) if quote[1] - 1 > cue.end else sentence.last
        return sentence.last

    def _clause_floor(self, cue: Cue, sentence: Sentence, drafts: list[Draft]) -> int:
        """Return where to stop looking back for a subject: after the last mark of speech or colon before the cue."""
        floor = sentence.first
        for draft in drafts:
            floor = max(floor, min(draft.start.token, cue.start))
        quote = self.scene.quote_at(cue.start)
        if quote is not None and quote[0] < cue.start:
            floor = max(floor, quote[0] + 1)
        return floor

    def _subject(
        self, cue: Cue, first: int, limit: int, sentence: Sentence, drafts: list[Draft]
    ) -> tuple[Subject | None, int, str]:
        """Return the subject said, where to go on, and how it was found."""
        before = subject_before(self.scene, cue, first)
        if before is not None and self._free(cue, before, first) and agrees(cue.features, before, before=True):
            return before, self._past_object(cue), "before"
        relative = relative_before(self.scene, cue, sentence.first)
        cut = self._participle_behind(cue, limit)
        limit = min(limit, cut)
        if relative is not None and self._object_behind(cue):
            return None, limit, "object"
        after = subject_after(self.scene, cue, limit)
        found = after.subject or self._short(cue, limit) or self._institution(cue, limit)
        if found is not None and self._is_subject(cue, found, limit, drafts):
            return found, found.end, "after"
        if relative is not None:
            antecedent = self._antecedent(relative, cue, sentence)
            if antecedent is not None:
                return antecedent, cue.end, "relative"
        return None, self._past_object(cue), "unsaid"

    def _object_behind(self, cue: Cue) -> bool:
        return self._past_object(cue) > cue.end

    def _participle_behind(self, cue: Cue, limit: int) -> int:
        """Return where another report begins that hangs on this verb (امتنع عن الرد موضحا أن); قائلا only opens its words."""
        return next((at for at in self.hanging if cue.end < at < limit), limit)

    def _past_object(self, cue: Cue) -> int:
        at = cue.end
        return at + 1 if at < len(self.scene.tokens) and self.scene.tokens[at].kind == TokenKind.ENCLITIC else at

    def _free(self, cue: Cue, before: Subject, first: int) -> bool:
        """Whether a phrase before the verb is its subject, not the end of another clause."""
        if before.start <= first:
            return True
        token = self.scene.tokens[before.start - 1]
        if token.text in '"“«' and before.start - 2 >= first:
            token = self.scene.tokens[before.start - 2]
        between = self.scene.tokens[before.end : cue.start]
        comma = any(t.text in "،," for t in between)
        opened = token.kind in (TokenKind.PUNCT, TokenKind.ENCLITIC) or token.norm in CONNECTORS
        opened = opened or token.norm in COMPLEMENTIZERS or token.norm in ADVERBS or token.norm in ("ف", "و")
        return opened and not (comma and token.text not in "،," and token.norm not in COMPLEMENTIZERS)

    def _short(self, cue: Cue, limit: int) -> Subject | None:
        """Return a definite noun after the verb that takes up someone named before (البيان، المصدر، الجانبان)."""
        at = skip_adverbials(self.scene, self._past_object(cue), limit)
        if at >= limit:
            return None
        token = self.scene.tokens[at]
        if token.text in OPENING_QUOTES and at + 1 < limit:
            at, token = at + 1, self.scene.tokens[at + 1]
        if token.stem in ISSUED and token.kind == TokenKind.WORD:
            return self._issuer(at, limit, cue)
        if token.kind != TokenKind.WORD or not token.definite or token.norm in COMPLEMENTIZERS:
            return None
        phrase = generic_at(self.scene, at, min(limit, at + 1))
        if phrase is None or not agrees(cue.features, phrase):
            return None
        if token.norm not in PAIRS and not self.memory.meant_by(phrase.actors[0]):
            return None
        tags, end = self.scene.doc.tags(self.scene.doc.sentence_of(at)), phrase.end
        first = self.scene.doc.sentence_of(at).first
        while end < limit and tags[end - first] == "ADJ" and self.scene.tokens[end].definite:
            end += 1
        return Subject(at, end, phrase.actors, phrase.gender, phrase.number)

    def _issuer(self, at: int, limit: int, cue: Cue) -> Subject | None:
        """Return who issued the statement or report whose noun stands at ``at``."""
        stop = at + 1
        while stop < min(limit, at + 12) and not opens_content(self.scene, stop, cue):
            stop += 1
        inside = self._issuers(at + 1, stop)
        if inside is not None:
            return Subject(at, inside.end, inside.actors, None, inside.number)
        phrase = generic_at(self.scene, at, stop)
        return phrase

    def _issuers(self, first: int, last: int) -> Subject | None:
        """Return who is named behind the noun of a text as its author, not as its place (تغريدة بموقع تويتر)."""
        sentence = self.scene.doc.sentence_of(first)
        tags = self.scene.doc.tags(sentence)
        for at in range(first, min(last, sentence.last)):
            actor = self.scene.actors.get(at)
            if actor is None:
                if tags[at - sentence.first] not in ("ADJ", "ADP", "PUNCT", "ADV", "PRON"):
                    return None
                continue
            printed = actor.key is not None and self.scene.norms[at - 1] == "في" and self.scene.is_outlet(actor.key)
            if printed or self.scene.norms[at - 1] not in _PLACING:
                return phrase_at(self.scene, at, last)
        return None

    def _is_subject(self, cue: Cue, found: Subject, limit: int, drafts: list[Draft]) -> bool:
        """Whether the phrase after a verb is its subject rather than the one addressed or accused."""
        if not agrees(cue.features, found):
            return False
        if not cue.entry.addressee or not drafts:
            return True
        before = self.scene.norms[cue.start - 1] if cue.start else ""
        if before not in ("و", "ف", "كما") or found.actors[0].kind == Kind.PERSON:
            return True
        return phrase_at(self.scene, found.end, limit) is not None

    def _antecedent(self, relative: int, cue: Cue, sentence: Sentence) -> Subject | None:
        at = relative
        while at > sentence.first and (
            self.scene.tokens[at - 1].kind == TokenKind.PUNCT or self.scene.norms[at - 1] == "و"
        ):
            at -= 1
        actor = self._described_before(at, sentence)
        if actor is None or not agrees(cue.features, actor):
            return None
        found = phrase_at(self.scene, actor.start, at)
        return found or Subject(actor.start, actor.end, (actor,), actor.gender, actor.number)

    def _nominative(self, cue: Cue, limit: int) -> Subject | None:
        """Return an indefinite noun in a nominative that shows, right behind the verb: اتهم يمنيون، قال مسؤولان."""
        at = skip_adverbials(self.scene, self._past_object(cue), limit)
        if at >= limit or not self.scene.norms[at].endswith(("ون", "ان")) or len(self.scene.norms[at]) < 5:
            return None
        if self.scene.norms[at] in COMPLEMENTIZERS or self.scene.tokens[at].definite:
            return None
        phrase = generic_at(self.scene, at, min(limit, at + 3))
        return phrase if phrase is not None and phrase.number in ("p", "d") and agrees(cue.features, phrase) else None

    def _institution(self, cue: Cue, limit: int) -> Subject | None:
        """Return a definite phrase behind the verb that nobody knows yet, if what is said follows it: أيد مجلس النواب بقاء."""
        at = skip_adverbials(self.scene, self._past_object(cue), limit)
        if at >= limit:
            return None
        phrase = definite_phrase(self.scene, at, limit) or described_phrase(self.scene, at, limit)
        if phrase is None or phrase.end >= limit or not agrees(cue.features, phrase):
            return None
        behind = phrase.end
        if opens_content(self.scene, behind, cue):
            return phrase
        if not self.scene.tokens[phrase.start].definite and not self.scene.tokens[phrase.end - 1].definite:
            return None
        sentence = self.scene.doc.sentence_of(behind)
        noun = self.scene.doc.tags(sentence)[behind - sentence.first] == "NOUN" and behind not in self.scene.date_ends
        return phrase if noun and ("object" in cue.entry.introduces or cue.entry.addressee) else None

    def _described_before(self, at: int, sentence: Sentence) -> Actor | None:
        """Return the actor whom a relative clause at ``at`` describes, past adjectives, joined nouns and dates."""
        tags = self.scene.doc.tags(sentence)
        dates = {end: start for start, end in self.scene.date_ends.items()}
        behind, nouns = at, False
        while at - behind < 12 and behind > sentence.first:
            actor = self.scene.ending.get(behind)
            if actor is not None and not nouns:
                return actor
            if behind in dates:
                behind = dates[behind] - (self.scene.norms[dates[behind] - 1] == "في")
                continue
            tag = tags[behind - 1 - sentence.first]
            if tag == "CCONJ":
                nouns = False
            elif tag == "NOUN":
                nouns = True
            elif tag not in _TRAILING:
                return None
            behind -= 1
        return None

    def _generic(self, cue: Cue, start: Start, limit: int) -> Subject | None:
        """Return an unnamed subject between verb and words said: وقال مراقبون إن."""
        if start.opening not in MARKED and start.opening != Opening.PREPOSITION:
            return None
        at = skip_adverbials(self.scene, self._past_object(cue), limit)
        if at >= start.mark or self._mark_before(start) <= at:
            return None
        phrase = generic_at(self.scene, at, self._mark_before(start))
        if phrase is None or not agrees(cue.features, phrase):
            return None
        if "object" in cue.entry.introduces and not self.scene.tokens[at].definite and phrase.number == "s":
            return None
        return phrase

    def _mark_before(self, start: Start) -> int:
        mark = start.mark
        return mark - 1 if mark > 0 and self.scene.norms[mark - 1] in ("ب", "علي", "الي", "عن", "من") else mark

    def _stated_view(self, draft: Draft, drafts: list[Draft]) -> bool:
        """Whether a view inside another's words is told as somebody's: بحسب الصحيفة اعتبر القادة، أن مسؤولا اعتبر."""
        if draft.cue is None or draft.cue.entry.weak or draft.subject is None:
            return False
        outer = drafts[-1].cue if drafts else None
        if outer is not None and outer.kind in (CueKind.SOURCE, CueKind.SOURCE_VERB):
            return True
        kind = draft.subject.actors[0].kind
        return draft.cue.entry.stance == "believes" and kind in (Kind.PERSON, Kind.UNNAMED)

    def _unreal(self, cue: Cue, sentence: Sentence) -> bool:
        """Whether the saying is a condition or a question: عما إذا كان طلب."""
        return any(self.scene.norms[at] in ("اذا", "لو") for at in range(max(sentence.first, cue.start - 6), cue.start))

    def _told_by_nobody(self, cue: Cue, subject: Subject | None, sentence: Sentence) -> bool:
        """يذكر أن، يشار إلى أن: the paper's own reminder."""
        return (
            subject is None
            and cue.entry.concept.name in ("mention", "note")
            and cue.features.tense == "imperfect"
            and cue.features.gender == "m"
            and cue.features.number == "s"
            and self._back(cue.start, sentence.first) == sentence.first
        )

    def _silent(self, cue: Cue, start: Start) -> bool:
        """Whether a denied saying tells nothing of its content: لم يذكر، دون أن يعلن."""
        if not cue.negated:
            return False
        litotes = cue.entry.stance in ("denies", "rejects", "expects", "believes")
        return not litotes and start.opening not in MARKED

    def _spoke(self, cue: Cue, subject: Subject) -> Spoke:
        keys = self.memory.keys_of(subject)
        gender = cue.features.gender if subject.gender is None else subject.gender
        if keys and len(subject.actors) == 1 and (entity := self.scene.entity(keys[0])) and entity.kind == Kind.PERSON:
            gender = cue.features.gender or gender
        return Spoke(keys, gender, subject.number, subject.start)

    def _unsaid(self, cue: Cue, sentence: Sentence, drafts: list[Draft]) -> Spoke | None:
        """Return the speaker of a verb without subject."""
        features = cue.features
        quote = self.scene.quote_at(cue.start)
        inside = [d for d in drafts if quote is not None and self.scene.quote_at(d.start.token) == quote]
        if inside and _fits(features, inside[-1].spoke):
            return inside[-1].spoke
        if (author := self._author(cue, sentence)) is not None:
            return author
        same = [d for d in drafts if not d.nested and d.cuts]
        if same and _fits(features, same[-1].spoke):
            return same[-1].spoke
        if not cue.entry.continues:
            found = clause_subject(self.scene, sentence.first, cue.start)
            if found is not None and agrees(features, found, before=True):
                return self._spoke(cue, found)
        inner = [d for d in drafts if _fits(features, d.spoke)]
        if inner:
            return inner[-1].spoke
        return self.memory.last(features) or (self.memory.last() if cue.entry.continues else None)

    def _author(self, cue: Cue, sentence: Sentence) -> Spoke | None:
        """Return who issued the text that a verb looks back to: تصريح للوزير قال فيه."""
        if cue.end + 1 >= sentence.last or self.scene.norms[cue.end] != "في":
            return None
        if self.scene.tokens[cue.end + 1].kind != TokenKind.ENCLITIC:
            return None
        nouns = [at for at in range(sentence.first, cue.start) if self.scene.tokens[at].stem in _TEXTS]
        if not nouns:
            return None
        found = self._issuers(nouns[-1] + 1, cue.start)
        if found is not None and agrees(cue.features, found):
            return self._spoke(cue, found)
        return self._nearest(cue, sentence.first, nouns[-1])

    def _nearest(self, cue: Cue, first: int, last: int) -> Spoke | None:
        for start in sorted((s for s in self.scene.actors if first <= s < last), reverse=True):
            found = phrase_at(self.scene, start, last)
            if found is not None and agrees(cue.features, found) and found.actors[0].kind != Kind.COUNTRY:
                return self._spoke(cue, found)
        return None

    def _clause(self, cue: Cue, subject: Subject | None, sentence: Sentence) -> int:
        """Return the first token of the clause of a cue: its conjunctions, adverbs and the subject before it."""
        at = min(cue.start, subject.start) if subject is not None and subject.start < cue.start else cue.start
        at = self._back(at, sentence.first)
        before = at - 1
        if before > sentence.first and self.scene.tokens[before].kind == TokenKind.ENCLITIC:
            if self.scene.norms[before - 1] in ("لكن", "ولكن", "ان", "كان"):
                at = self._back(before - 1, sentence.first)
        return at

    def _back(self, at: int, first: int) -> int:
        dates = {end: start for start, end in self.scene.date_ends.items()}
        while at > first:
            token = self.scene.tokens[at - 1]
            if at in dates and dates[at] >= first:
                at = dates[at]
            elif token.norm in CONNECTORS or token.norm in ADVERBS or token.norm in _CLAUSE_OPENERS:
                at -= 1
            elif (
                token.norm == "ان"
                and at - 2 >= first
                and self.scene.norms[at - 2] in ("بعد", "غير", "الا", "حين", "بيد")
            ):
                at -= 2
            else:
                break
        return at

    def _nested(self, cue: Cue, subject: Subject | None, drafts: list[Draft], sentence: Sentence) -> bool:
        """Whether the cue's clause is part of what an earlier cue of the sentence reports."""
        outer = [d for d in drafts if d.cuts]
        if not outer or cue.start < outer[-1].start.token:
            return False
        at = self._clause(cue, subject, sentence)
        before = self.scene.tokens[at - 1] if at > sentence.first else None
        if before is None or at <= outer[-1].start.token:
            return (at <= outer[-1].start.token and at > outer[-1].start.mark) or cue.start == outer[-1].start.token
        if relative_before(self.scene, cue, sentence.first) is not None:
            return True
        joined = self.scene.norms[at] in (
            "و",
            "ف",
            "كما",
            "لكن",
            "ولكن",
            "فيما",
            "بينما",
            "ثم",
            "حيث",
            "اذ",
            "بعد",
            "غير",
            "الا",
            "حين",
        )
        if self.scene.tokens[at].norm == "ان" or before.norm in COMPLEMENTIZERS:
            return True
        if before.kind == TokenKind.ENCLITIC and self.scene.norms[at - 2] in COMPLEMENTIZERS:
            return self.scene.norms[at - 3] not in ("الا", "غير", "بيد") if at >= 3 else True
        return not joined and before.text not in '،,؛;."”»:-'

    def _carrier(self, first: int, last: int) -> str | None:
        """Return the carrier of the words between a cue and what it opens: an outlet told, a tweet, an interview."""
        tokens = self.scene.tokens
        for at in range(first, last):
            actor = self.scene.actors.get(at)
            if actor and actor.key and self.scene.is_outlet(actor.key) and self.scene.governed(at):
                entity = self.scene.entity(actor.key)
                return entity.name if entity else None
        for at in range(first, last):
            if tokens[at].stem in CARRIERS and (self.scene.governed(at) or at == first):
                return tokens[at].text
        return None

    # Words in a statement, words passed on

    def _in_carrier(self, cue: Cue, limit: int) -> Draft | None:
        at = skip_adverbials(self.scene, cue.end, limit)
        if at + 1 >= limit or self.scene.norms[at] not in ("في", "علي"):
            return None
        noun = at + 1
        if self.scene.tokens[noun].kind == TokenKind.ENCLITIC:
            return None
        issued = self.scene.tokens[noun].stem in ISSUED
        if not issued and self.scene.norms[at] != "علي":
            return None
        start = find_start(self.scene, cue, noun + 1, limit)
        if start is None or start.opening not in MARKED:
            return None
        inside = self._issuers(noun + 1, start.mark)
        if inside is not None:
            spoke: Spoke | None = Spoke(self.memory.keys_of(inside), inside.gender, inside.number, noun)
        elif not self.scene.tokens[noun].definite and start.mark > noun + 1:
            spoke = Spoke((self.memory.unnamed(noun, min(start.mark, noun + 8)),), None, "s", noun)
        else:
            spoke = self.memory.issuer or self.memory.last()
        if spoke is None or not spoke.keys:
            return None
        clause = self._back(cue.start, self.scene.doc.sentence_of(cue.start).first)
        draft = Draft(cue, spoke, start, clause, f"carrier:{cue.entry.concept.name}", 0.8, limit, inside)
        draft.via = self.scene.tokens[noun].text
        return draft

    def _relay(self, cue: Cue, limit: int) -> Draft | None:
        """Read نقلت الوكالة عن الوزير قوله إن: the minister speaks, the agency carries."""
        wanted = {"الي"} if cue.entry.concept.name == "attribute" else {"عن"}
        for at in range(cue.end, min(limit, cue.end + 30)):
            token = self.scene.tokens[at]
            if token.norm in COMPLEMENTIZERS or token.text in ":.":
                return None
            if token.norm in wanted and token.kind == TokenKind.WORD and at + 1 < limit:
                said = phrase_at(self.scene, at + 1, limit) or generic_at(self.scene, at + 1, limit)
                start = find_start(self.scene, cue, said.end, limit) if said else None
                if said is None or start is None or start.opening == Opening.PREPOSITION:
                    return None
                said = self._cut_at_masdar(said)
                clause = self._back(cue.start, self.scene.doc.sentence_of(cue.start).first)
                draft = Draft(
                    cue, self._spoke(cue, said), start, clause, f"relay:{cue.entry.concept.name}", 0.85, limit, said
                )
                draft.via = self._relayer(cue, at)
                return draft
        return None

    def _cut_at_masdar(self, said: Subject) -> Subject:
        if len(said.actors) != 1 or said.actors[0].key is not None:
            return said
        for at in range(said.start + 1, said.end):
            if self.scene.tokens[at].stem in ("قول", "تاكيد", "اعلان", "ان"):
                cut = generic_at(self.scene, said.start, at)
                return cut or said
        return said

    def _relayer(self, cue: Cue, last: int) -> str | None:
        found = subject_after(self.scene, cue, last).subject
        if found is None:
            found = subject_before(self.scene, cue, self.scene.doc.sentence_of(cue.start).first)
        if found is None:
            return None
        return self.scene.doc.slice(found.start, found.end).strip("\"“”«»")

    # Participles, verbal nouns, source phrases

    def _participle(self, cue: Cue, sentence: Sentence, drafts: list[Draft]) -> Draft | None:
        limit = self._limit(cue, sentence)
        quote = self.scene.quote_at(cue.start)
        if quote is not None and self.scene.words_in(*quote) > 8 and quote[0] < cue.start < quote[1] - 1:
            return None
        start = find_start(self.scene, cue, cue.end, limit)
        if start is None:
            return None
        spoke = self._doer(cue, sentence, drafts)
        if spoke is None:
            return None
        clause = self._back(cue.start, sentence.first)
        return Draft(cue, spoke, start, clause, f"participle:{cue.entry.concept.name}", 0.88, limit)

    def _doer(self, cue: Cue, sentence: Sentence, drafts: list[Draft]) -> Spoke | None:
        same = [d for d in drafts if not d.nested and d.cuts]
        if same:
            return same[-1].spoke
        found = clause_subject(self.scene, sentence.first, cue.start)
        if found is not None:
            return self._spoke(cue, found)
        return self.memory.last(cue.features) or self.memory.last()

    def _masdar(self, cue: Cue, sentence: Sentence, drafts: list[Draft]) -> Draft | None:
        limit = self._limit(cue, sentence)
        if cue.start > sentence.first and self.scene.norms[cue.start - 1] in ("عدم", "دون", "بدون"):
            return None
        at, spoke = self._doer_of_noun(cue, sentence, drafts, limit)
        if spoke is None:
            return None
        start = self._noun_start(
            cue, at, min(limit, at + 14), bare=self._raised(cue, sentence) or cue.entry.stance == "announces"
        )
        if start is None:
            return None
        draft = Draft(cue, spoke, start, cue.start, f"noun:{cue.entry.concept.name}", 0.7, limit)
        draft.cuts = False
        return draft

    def _noun_start(self, cue: Cue, at: int, limit: int, *, bare: bool) -> Start | None:
        """Return the start of the words that a verbal noun reports: after أن or its own preposition, or ``bare`` a noun."""
        if bare and at < limit and not self.scene.tokens[at].definite and at not in self.scene.actors:
            sentence = self.scene.doc.sentence_of(at)
            if self.scene.doc.tags(sentence)[at - sentence.first] == "NOUN":
                return Start(at, at, Opening.OBJECT)
        for step in range(at, limit):
            token = self.scene.tokens[step]
            if token.text in "،,.؛:" or (token.text in OPENING_QUOTES and step > at + 4) or step in self.nouns:
                return None
            if token.norm in COMPLEMENTIZERS and token.kind == TokenKind.WORD:
                return start_at(self.scene, step, cue, limit) if step - at <= 4 else None
            if token.norm in _NOUN_PREPOSITIONS.get(cue.entry.stance, ()) and token.kind in (
                TokenKind.WORD,
                TokenKind.PROCLITIC,
            ):
                if not (token.norm == "ل" and step == at and cue.entry.stance != "calls-for"):
                    return start_at(self.scene, step, cue, limit) if step + 1 < limit else None
        return None

    def _doer_of_noun(self, cue: Cue, sentence: Sentence, drafts: list[Draft], limit: int) -> tuple[int, Spoke | None]:
        at = cue.end
        if at >= limit:
            return at, None
        if self.scene.tokens[at].kind == TokenKind.ENCLITIC:
            return at + 1, self._doer(cue, sentence, drafts)
        if self.scene.norms[at] == "ل" and at + 1 in self.scene.actors and not self.scene.tokens[cue.start].definite:
            found = phrase_at(self.scene, at + 1, limit)
            return (found.end, self._spoke(cue, found)) if found else (at, None)
        if not self.scene.tokens[cue.start].definite and at in self.scene.actors:
            found = phrase_at(self.scene, at, limit)
            return (found.end, self._spoke(cue, found)) if found else (at, None)
        if self._raised(cue, sentence):
            found = clause_subject(self.scene, sentence.first, cue.start)
            return at, self._spoke(cue, found) if found else self.memory.last()
        return at, None

    def _raised(self, cue: Cue, sentence: Sentence) -> bool:
        return any(self.scene.norms[at] in _RAISING for at in range(max(sentence.first, cue.start - 4), cue.start))

    def _source(self, cue: Cue, sentence: Sentence, drafts: list[Draft]) -> Draft | None:
        limit = self._limit(cue, sentence)
        named = self._source_named(cue, limit)
        if named is None:
            return None
        spoke, end = named
        rule = f"source:{cue.entry.concept.name}"
        clause = cue.start - 1 if cue.start > sentence.first and self.scene.norms[cue.start - 1] == "و" else cue.start
        if self._leading(clause, sentence):
            at = self._past_pause(self._past_remark(end, limit), limit)
            if at >= limit:
                return None
            return Draft(cue, spoke, Start(at, at, Opening.OBJECT), clause, rule, 0.8, limit)
        return self._trailing(cue, spoke, end, clause, sentence, drafts, rule)

    def _trailing(
        self, cue: Cue, spoke: Spoke, end: int, clause: int, sentence: Sentence, drafts: list[Draft], rule: str
    ) -> Draft | None:
        main = [d for d in drafts if not d.nested and d.cuts and d.cue and d.cue.kind in (CueKind.VERB, CueKind.SOURCE)]
        name = self.scene.entity(spoke.keys[0]) if spoke.keys else None
        if main and name is not None and self.scene.is_outlet(name.key):
            main[-1].via = main[-1].via or name.name
            main[-1].stop = min(main[-1].stop, clause) if main[-1].start.token < clause else main[-1].stop
            return None
        if main:
            main[-1].stop = min(main[-1].stop, clause) if main[-1].start.token < clause else main[-1].stop
        first = sentence.first
        while first < clause and (self.scene.norms[first] in ("و", "ف") or self.scene.tokens[first].text in "-–—()،"):
            first += 1
        if self.scene.words_in(first, clause) < 2:
            return None
        if self._parenthetic(end, sentence):
            whole = Draft(cue, spoke, Start(first, first, Opening.OBJECT), first, rule, 0.7, sentence.last)
            whole.cuts = False
            return whole
        draft = Draft(cue, spoke, Start(first, clause, Opening.OBJECT), first, rule, 0.8, clause)
        draft.said = (clause, end)
        draft.stop = clause
        return draft

    def _parenthetic(self, end: int, sentence: Sentence) -> bool:
        """Whether the clause goes on behind a source phrase between commas."""
        if end + 3 >= sentence.last or self.scene.tokens[end].text not in "،,":
            return False
        tags = self.scene.doc.tags(sentence)
        return tags[end + 1 - sentence.first] == "ADP"

    def _leading(self, clause: int, sentence: Sentence) -> bool:
        if clause == sentence.first or self.scene.norms[clause - 1] in RELATIVES:
            return True
        before = self.scene.tokens[sentence.first : clause]
        return all(t.kind == TokenKind.PUNCT or t.norm in CONNECTORS or t.norm in ADVERBS for t in before)

    def _past_remark(self, at: int, limit: int) -> int:
        """Return the comma that closes a source phrase: وحسب البيان الصادر عقب الاجتماع، ..."""
        for step in range(at, min(limit, at + 14)):
            if self.scene.tokens[step].text in "،,":
                return step
            if self.scene.tag(step) == "VERB" or self.scene.norms[step] in ("ف", "ان") or self.scene.tokens[step].text == ":":
                break
        return at

    def _past_pause(self, at: int, limit: int) -> int:
        while at < limit and (
            self.scene.tokens[at].text in "،,:"
            or (self.scene.norms[at] in ("ف", "ان") and self.scene.tokens[at].kind != TokenKind.ENCLITIC)
        ):
            at += 1
        return at

    def _source_named(self, cue: Cue, limit: int) -> tuple[Spoke, int] | None:
        at = cue.end
        if cue.kind == CueKind.SOURCE_VERB:
            after = subject_after(self.scene, cue, limit)
            found = after.subject or self._short(cue, limit)
            if found is None:
                spoke = self.memory.last(cue.features)
                return (spoke, cue.end) if spoke and cue.features.voice != "passive" else None
            return self._spoke(cue, found), found.end
        found = phrase_at(self.scene, at, limit)
        if (
            found is None
            and at < limit
            and self.scene.tokens[at].stem in ISSUED | {"ترجمه", "احصاء", "احصاءات", "ارقام"}
        ):
            found = self._issuer(at, min(limit, at + 9), cue)
        if found is None:
            found = self._known(at, limit)
        if found is None:
            return None
        return self._spoke(cue, found), found.end

    def _known(self, at: int, limit: int) -> Subject | None:
        """Return a definite noun that takes up someone named before (بحسب الصحيفة)."""
        phrase = generic_at(self.scene, at, min(limit, at + 1))
        if phrase is None or not self.scene.tokens[at].definite:
            return None
        return phrase if self.memory.meant_by(phrase.actors[0]) else None


def _opens_words(cue: Cue) -> bool:
    """Whether a participle only opens the words of the verb before it (وأضاف قائلا، وتابع متسائلا)."""
    return cue.entry.concept.name in ("say", "wonder", "add", "continue", "ask")


def _fits(features: Features, spoke: Spoke) -> bool:
    if features.gender and spoke.gender and features.gender != spoke.gender:
        return False
    return features.number is None or (features.number in ("d", "p")) == (spoke.number in ("d", "p"))


_CLAUSE_OPENERS = word_set("كان كانت كانوا كانا ان") - {"ان"} | frozenset({"حين", "كما", "وفيما"})
_PLACING = frozenset({"ب", "في", "علي", "عبر", "من", "مع", "الي", "حول", "بشان"})
_TRAILING = frozenset({"ADJ", "PROPN", "CCONJ", "PUNCT"})
_ISSUES = frozenset({"بيان", "البيان", "بيانا", "بيانه", "تقرير", "التقرير", "بلاغ"})
_TEXTS = CARRIERS | word_set(
    "تصريحا بيانا تقريرا خطابا حديثا لقاء حوارا مقالا تسجيلا نداء بيانه كلمتها رسالته قرار قرارا"
)
_RAISING = word_set(
    "اعاد اعادت اعادوا يعيد تعيد واصل واصلت يواصل تواصل جدد جددت يجدد تجدد كرر كررت يكرر تكرر وجه وجهت يوجه توجه "
    "اطلق اطلقت اصدر اصدرت"
)
_NOUN_PREPOSITIONS = {
    "accuses": ("ب",),
    "calls-for": ("الي", "ل"),
    "demands": ("ب",),
    "claims": ("ب",),
    "threatens": ("ب",),
    "promises": ("ب",),
    "warns": ("من",),
    "confirms": ("علي",),
    "condemns": ("ل",),
    "asks": ("ل",),
}
_ = (KG, PREPOSITIONS)
