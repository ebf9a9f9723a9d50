"""Statements of a text: reports read sentence by sentence, then bounded, nested and made records."""

from __future__ import annotations

from bisect import bisect_left

from kg.coreference import Cast
from kg.document import Sentence
from kg.entities import Mention, is_speakers_own, own_force
from kg.evidence import Evidencer
from kg.records import DateValue, Event, Kind, RoleHolding, Statement
from kg.statements.cues import CueKind, find_cues
from kg.statements.drafts import Draft
from kg.statements.endings import find_end, reporters_words
from kg.statements.headlines import find_headings
from kg.statements.memory import Memory
from kg.statements.naming import name_speakers
from kg.statements.position import Positions
from kg.statements.position_reach import Named
from kg.statements.position_voice import Voice
from kg.statements.reader import read_sentence
from kg.statements.scene import Scene

MOST_CUES = 120  # in one sentence; no sentence of prose has as many


def find_statements(cast: Cast, roles: list[RoleHolding], events: list[Event], evidence: Evidencer) -> list[Statement]:
    """Return what is reported as said in the text of ``cast``, in order of the cues.

    ``roles`` and ``events`` are those of the same article: statements refer to them by index. Speakers known by their
    words alone become entities of ``cast``.
    """
    scene = Scene(cast)
    drafts = _drafts(scene)
    writer = _Writer(scene, roles, events, evidence)
    return writer.write(drafts)


def _drafts(scene: Scene) -> list[Draft]:
    cues = find_cues(scene)
    starts = [cue.start for cue in cues]
    memory = Memory(scene)
    headings = {heading.clause: heading for heading in find_headings(scene, memory)}
    found: list[Draft] = []
    for sentence in scene.doc.sentences:
        inside = cues[bisect_left(starts, sentence.first) : bisect_left(starts, sentence.last)]
        drafts: list[Draft] = []
        if (heading := headings.get(sentence.first)) is not None:
            drafts.append(heading)
            memory.remember(heading.spoke, issued=None)
            inside = [cue for cue in inside if cue.start >= heading.start.token]
        if inside:
            drafts = read_sentence(scene, memory, sentence, inside[:MOST_CUES], drafts)
        memory.quiet = None if drafts else sentence
        _bound(scene, sentence, drafts)
        found += drafts
    name_speakers(scene, found)
    return [draft for draft in found if draft.span[0] < draft.span[1]]


def _bound(scene: Scene, sentence: Sentence, drafts: list[Draft]) -> None:
    """Set where the words of each report end, and which report holds which."""
    for draft in drafts:
        cuts = [d.clause for d in drafts if d is not draft and d.cuts and not d.nested and d.clause > draft.start.token]
        cuts += [d.said[0] for d in drafts if d.said[0]]
        cuts += _main_clause(scene, draft, sentence)
        cuts += reporters_words(scene, draft.start, sentence.last)
        if draft.nested:
            cuts += [d.clause for d in drafts if d is not draft and d.nested and d.clause > draft.start.token]
        limit = _limit(scene, draft, sentence)
        first, last, quoted = find_end(scene, draft.start, limit, cuts)
        if draft.said[0] and scene.words_in(first, last) < 7:  # the clause of a source holds the report in it
            first, last, quoted = find_end(scene, draft.start, limit, [draft.said[0]])
        draft.span, draft.quoted = (first, last), quoted
        if draft.cue and draft.cue.kind in (CueKind.MASDAR, CueKind.ATTRIBUTION):
            draft.span = (first, _to_comma(scene, first, last))
    for index, draft in enumerate(drafts):
        for outer in reversed(drafts[:index]):
            if outer.cuts and outer.span[0] <= draft.clause and draft.span[1] <= outer.span[1]:
                draft.parent = outer
                break


def _main_clause(scene: Scene, draft: Draft, sentence: Sentence) -> list[int]:
    """Return where the main clause begins behind a report in a clause that hangs on it: وفي حين أكد أن ...، نشرت."""
    opener = scene.norms[draft.clause : (draft.cue.start if draft.cue else draft.clause)]
    if not any(word in ("حين", "بينما", "عندما", "منذ", "بعد", "قبل") for word in opener):
        return []
    tags = scene.doc.tags(sentence)
    return [
        at
        for at in range(draft.start.token + 1, sentence.last - 1)
        if scene.tokens[at].text in "،," and tags[at + 1 - sentence.first] == "VERB"
    ]


def _limit(scene: Scene, draft: Draft, sentence: Sentence) -> int:
    """Return where the words must end: with the sentence, or with that in which a quotation of theirs closes."""
    if draft.stop < sentence.last:
        return draft.stop
    quote = scene.quote_at(sentence.last - 1)
    if quote is None or quote[1] <= sentence.last or quote[0] < draft.clause:
        return draft.stop
    return max(quote[1], scene.doc.sentence_of(quote[1] - 1).last)


def _to_comma(scene: Scene, first: int, last: int) -> int:
    for at in range(first + 1, last):
        if scene.tokens[at].text in "،,؛" and scene.words_in(first, at) >= 2:
            return at
    return last


class _Writer:
    """Makes records of reports."""

    def __init__(self, scene: Scene, roles: list[RoleHolding], events: list[Event], evidence: Evidencer) -> None:
        self.scene = scene
        self.roles = roles
        self.events = events
        self.evidence = evidence
        self.positions = Positions(scene, {r.holder: r.country for r in roles if r.country and not r.former})
        self.dates: dict[tuple[str, ...], DateValue] = {}

    def write(self, drafts: list[Draft]) -> list[Statement]:
        """Return the statements of ``drafts``, in their order."""
        index = {id(draft): position for position, draft in enumerate(drafts)}
        return [self._statement(draft, index) for draft in drafts]

    def _statement(self, draft: Draft, index: dict[int, int]) -> Statement:
        first, last = draft.span
        proof = self.evidence.of_tokens(first, last, rule=draft.rule, confidence=draft.confidence)
        cue = draft.cue
        named = self._forces(first, last, draft.spoke.keys)
        voice = Voice.of(self.scene, draft.spoke.keys, self._country_of(draft.spoke.keys))
        stands = self.positions.of(first, last, named, cue, voice)
        return Statement(
            speakers=draft.spoke.keys,
            content=self.scene.doc.slice(first, last),
            evidence=proof,
            about=tuple(stands),
            quoted=draft.quoted,
            verb=self.scene.doc.slice(cue.start, cue.end) if cue else None,
            stance=cue.entry.stance if cue else "says",
            positions=tuple(stands.values()),
            negated=cue.negated if cue else False,
            date=self._date(draft),
            said_as=self._said_as(draft.spoke.keys),
            via=draft.via,
            reported_by=index.get(id(draft.parent)) if draft.parent else None,
            hearsay=draft.hearsay,
            about_events=self._events(proof.start, proof.end),
        )

    def _forces(self, first: int, last: int, speakers: tuple[str, ...]) -> list[Named]:
        """Return the forces that the words name, those in the names of bodies behind the others."""
        mentions = self.scene.cast.between(first, last)
        found = [Named(m.start, m.end, self._force(m, speakers)) for m in mentions if m.kind == Kind.FORCE]
        bodies = [m for m in mentions if m.kind == Kind.ORGANIZATION]
        return found + [Named(b.start, b.end, key) for b in bodies for key in self.scene.forces_in(b.start, b.end)]

    def _force(self, mention: Mention, speakers: tuple[str, ...]) -> str:
        """Return the key of the force; قواتنا is that of the country that the speaker stands for."""
        entities = self.scene.cast.entities
        country = self._country_of(speakers) if is_speakers_own(mention) else None
        if country is None or mention.key not in entities:
            return mention.key
        force = own_force(entities[mention.key], country)
        return entities.setdefault(force.key, force).key

    def _country_of(self, speakers: tuple[str, ...]) -> str | None:
        """Return the country that all speakers stand for, by a role held now or by themselves."""
        held = {role.country for role in self.roles if role.holder in speakers and not role.former and role.country}
        own = {entity.country for key in speakers if (entity := self.scene.cast.entities.get(key)) and entity.country}
        countries = held or own
        return countries.pop() if len(countries) == 1 else None

    def _date(self, draft: Draft) -> DateValue | None:
        """Return when it was said: the date in the reporting clause, else that of the report which it carries on."""
        own = self.scene.date_in(draft.clause, draft.start.mark)
        if own is None and draft.said[0]:
            own = self.scene.date_in(*draft.said)
        if own is not None:
            self.dates[draft.spoke.keys] = own
            return own
        return self.dates.get(draft.spoke.keys) if draft.cue else None

    def _said_as(self, keys: tuple[str, ...]) -> int | None:
        if len(keys) != 1:
            return None
        held = [index for index, role in enumerate(self.roles) if role.holder == keys[0]]
        return next((index for index in held if not self.roles[index].former), held[0] if held else None)

    def _events(self, start: int, end: int) -> tuple[int, ...]:
        return tuple(
            index
            for index, event in enumerate(self.events)
            if start <= event.evidence.start and event.evidence.end <= end
        )
