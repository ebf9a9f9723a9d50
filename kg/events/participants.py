"""Participants: who did it, to whom, with whom and where, as grammar tells it."""

from __future__ import annotations

from collections.abc import Iterator

from kg.arabic.tokens import TokenKind
from kg.clauses import Clause, conjugated, word_set
from kg.context import matches_in
from kg.coreference import Cast
from kg.entities import Mention
from kg.events.scene import Scene
from kg.events.triggers import Trigger
from kg.events.words import CASUALTY
from kg.lexicon import DEMONYM, DEMONYM_PLURAL
from kg.records import Entity, Kind, Participant

_MUTUAL = frozenset(
    {"Meeting", "Talks", "PhoneCall", "Agreement", "Clash", "War", "Ceasefire", "Exercise", "StatementRelease"}
)
_SUFFERED = CASUALTY | {"Arrest", "Release", "Abduction", "Appointment", "Trial", "Siege", "Liberation", "Defeat"}
_UNDERGONE = conjugated("توفي استشهد لقي انفجر انهزم تأسس فارق سقط عين")
_TRANSITIVE = word_set(
    "استهداف مهاجمه اقتحام تدمير احراق نسف مداهمه دهس طعن قتل اعتقال احتجاز اغتيال اختطاف خطف استقبال "
    "غزو احتلال اجتياح سحب نشر ارسال تحرير اطلاق محاصره"
)
_INTRANSITIVE = conjugated(
    "استقال انسحب تظاهر اعتصم احتج اجتمع زار غادر خرج تولى/يتولى تسلم تقلد تنحى/يتنحى دخل انتشر تجمع احتشد"
)
_BY = ("من قبل", "علي يد", "علي ايدي", "بيد", "ب يد", "من جانب", "ب ايدي", "ب قياده", "نفذه", "نفذته", "شنه", "شنته")
_WITH = word_set("مع بين")
_AGAINST = word_set("علي ضد ل تجاه اتجاه نحو")
_PLACES = word_set(
    "في ب قرب شمال جنوب شرق غرب وسط شمالي جنوبي شرقي غربي داخل خارج ضواحي مدينه محافظه ريف بلده منطقه حي"
)
_NEAR, _SUBJECT = 12, 4
_ACTORS = frozenset({Kind.PERSON, Kind.COUNTRY, Kind.ORGANIZATION, Kind.FORCE, Kind.UNNAMED})


class Arguments:
    """The participants and places of the events of one sentence."""

    def __init__(self, cast: Cast, scene: Scene) -> None:
        self.cast, self.scene, self.clauses = cast, scene, scene.clauses
        self.tokens = cast.doc.tokens
        known = [m for m in cast.between(self.clauses.first, self.clauses.end) if m.key in cast.entities]
        self.mentions = _outermost(known)
        self.demonyms = {
            m.start: m.concept.get("iso3166") or ""
            for m in matches_in(cast.doc, scene.sentence)
            if m.prop in (DEMONYM, DEMONYM_PLURAL) and m.concept.get("iso3166")
        }

    def participants(self, trigger: Trigger) -> tuple[Participant, ...]:
        """Return who took part in the event of ``trigger``, with role, each once."""
        found: dict[str, Participant] = {}
        for key, role in self._roles(trigger):
            mutual = trigger.type in _MUTUAL
            found.setdefault(key, Participant(entity=key, role="participant" if mutual else role))
        return tuple(found.values())

    def place(self, trigger: Trigger) -> str | None:
        """Return the key of the place where it happened."""
        wanted = {self.clauses.number(trigger.start), *self._describing(trigger)}
        for mention in self.mentions:
            if mention.kind not in (Kind.PLACE, Kind.COUNTRY) or mention.start < trigger.end:
                continue
            close = mention.start - trigger.end < 2 * _NEAR and self.clauses.number(mention.start) in wanted
            if close and (self._before(mention) in _PLACES or self._led(trigger, mention)):
                return mention.key
        return None

    def _led(self, trigger: Trigger, mention: Mention) -> bool:
        """زيارة إلى بيروت، زار بيروت"""
        if trigger.type != "Visit":
            return trigger.type in ("Invasion", "Liberation") and mention.start - trigger.end < 3
        return self._before(mention) in ("الي", "ل") or (trigger.verb and mention.start - trigger.end < _NEAR)

    def _before(self, mention: Mention) -> str:
        return self.tokens[mention.start - 1].norm if mention.start else ""

    def _describing(self, trigger: Trigger) -> Iterator[int]:
        """Yield the clauses that describe a noun trigger: قصف نفذه التحالف."""
        for number, clause in enumerate(self.clauses.clauses):
            if clause.head is not None and trigger in self.scene.antecedent(clause):
                yield number

    # Roles ------------------------------------------------------------------------------------------------------

    def _roles(self, trigger: Trigger) -> Iterator[tuple[str, str]]:
        clause = self.clauses.clause(trigger.start)
        if trigger.verb:
            yield from self._of_verb(trigger.start, trigger.passive or self._undergone(trigger), clause)
            yield from self._phrases(trigger, clause)
            return
        yield from self._adjective(trigger)
        yield from self._owner(trigger)
        yield from self._phrases(trigger, clause)
        carrier = clause.verb if clause.verb in self.scene.carries else None
        if carrier is not None and trigger in self.scene.carried(carrier, self.scene.nouns_of(carrier), clause):
            yield from self._of_carrier(trigger, carrier, clause)
        for number in self._describing(trigger):
            inner = self.clauses.clauses[number]
            if inner.verb is not None and (inner.verb in self.scene.carries or inner.verb in self.scene.at):
                yield from self._of_description(inner)

    def _undergone(self, trigger: Trigger) -> bool:
        return self.tokens[trigger.start].norm in _UNDERGONE

    def _of_verb(self, verb: int, passive: bool, clause: Clause) -> Iterator[tuple[str, str]]:
        """Subject and object of an active verb; the subject of a passive one is whom it befell."""
        bare = [m for m in self._after(verb) if not self._governed(m)]
        subject = next((m for m in bare if self._is_subject(m, verb)), None)
        subject = subject or (None if self._other_subject(verb) else self._subject_before(verb, clause))
        rest = [m for m in bare if subject is None or subject.end <= m.start <= subject.end + _SUBJECT]
        alone = not rest and self._killed(verb) and subject is not None and self._ends(subject.end)
        if subject is not None:
            yield from self._joined(subject, "target" if passive or alone else "agent")
        if rest and not passive and self.tokens[verb].norm not in _INTRANSITIVE:
            yield from self._joined(rest[0], "target")

    def _is_subject(self, mention: Mention, verb: int) -> bool:
        """Whether a mention follows its verb at once, or after a pronoun, a date or a number."""
        return mention.start - verb <= _NEAR and all(self._slight(n) for n in range(verb + 1, mention.start))

    def _slight(self, number: int) -> bool:
        token = self.tokens[number]
        dated = any(m.start <= number < m.end for m in self.scene.mentions)
        return dated or token.kind in (TokenKind.ENCLITIC, TokenKind.NUMBER, TokenKind.PUNCT) or token.norm in _LIGHT

    def _other_subject(self, verb: int) -> bool:
        """Whether a noun that names no one known stands as the subject: احتجزت السلطات."""
        trigger = self.scene.at.get(verb)
        first = trigger.end if trigger is not None else verb + 1
        following = next((n for n in range(first, min(verb + 6, self.clauses.end)) if not self._slight(n)), None)
        if following is None or self.tokens[following].norm in _PREPOSITIONS | {"و", "ان"}:
            return False
        owned = following + 1 < self.clauses.end and self.tokens[following + 1].kind == TokenKind.ENCLITIC
        return not owned and (trigger is None or trigger.company != following)  # no object: تولى منصبه، أدى اليمين

    def _killed(self, verb: int) -> bool:
        trigger = self.scene.at.get(verb)
        return trigger is not None and trigger.type in CASUALTY

    def _ends(self, place: int) -> bool:
        """Whether no object can follow: قتل خمسة مسلحين في الغارة."""
        if place >= self.clauses.end:
            return True
        token = self.tokens[place]
        return (
            token.kind in (TokenKind.PUNCT, TokenKind.PROCLITIC) or token.norm in _PREPOSITIONS or self._slight(place)
        )

    def _of_carrier(self, trigger: Trigger, carrier: int, clause: Clause) -> Iterator[tuple[str, str]]:
        kinds = self.scene.carries[carrier]
        if "result" in kinds or (kinds == {"subject"} and trigger.start > carrier):
            return
        bare = [m for m in self._after(carrier) if not self._governed(m) and m.start - carrier <= _SUBJECT]
        subject = next((m for m in bare if m.start < trigger.start), None)
        subject = subject or (self._subject_before(carrier, clause) if "object" in kinds | {"undergoes"} else None)
        if subject is not None and subject.start != trigger.end:
            yield from self._joined(subject, "target" if "undergoes" in kinds else "agent")

    def _of_description(self, clause: Clause) -> Iterator[tuple[str, str]]:
        """ضربة نفذها التحالف: who follows the verb did it; هجوم استهدف القاعدة: or suffered it, where the noun is the
        subject.
        """
        verb = clause.verb
        if verb is None:
            return
        pronoun = self.tokens[verb + 1].kind == TokenKind.ENCLITIC if verb + 1 < len(self.tokens) else False
        bare = [m for m in self._after(verb) if not self._governed(m) and m.start - verb <= _SUBJECT + 1]
        for mention in bare[:1]:
            yield from self._joined(mention, "agent" if pronoun else "target")

    def _after(self, token: int) -> list[Mention]:
        number = self.clauses.number(token)
        return [
            m for m in self.mentions if m.start > token and m.kind in _ACTORS and self.clauses.number(m.start) == number
        ]

    def _governed(self, mention: Mention) -> bool:
        before = self._before(mention)
        if before in ("ال", "هذه", "هذا"):
            return False
        return (
            self.tokens[mention.start - 1].kind == TokenKind.PROCLITIC
            or before in _PREPOSITIONS
            or self._owned(mention)
        )

    def _owned(self, mention: Mention) -> bool:
        """Whether the mention completes a noun before it: مقر الجيش."""
        place = mention.start - 1
        before = self.tokens[place]
        if before.kind != TokenKind.WORD or before.definite or before.norm in _LIGHT or self._slight(place):
            return False
        return place not in self.clauses.verbs and not any(m.start <= place < m.end for m in self.mentions)

    def _subject_before(self, verb: int, clause: Clause) -> Mention | None:
        """The subject that stands before its verb, or the noun that a relative clause describes."""
        number = self.clauses.number(verb)
        pronoun = verb + 1 < len(self.tokens) and self.tokens[verb + 1].kind == TokenKind.ENCLITIC
        actors = [m for m in self.mentions if m.kind in _ACTORS]
        own = [m for m in actors if m.end <= verb and self.clauses.number(m.start) == number and not self._governed(m)]
        if own and own[0].start - clause.start <= _SUBJECT:
            return own[0]
        if clause.head is not None and not pronoun:
            return next((m for m in actors if m.start <= clause.head < m.end), None)
        return None

    def _adjective(self, trigger: Trigger) -> Iterator[tuple[str, str]]:
        """الغارة الإسرائيلية: the country whose demonym describes the event."""
        for number in range(trigger.end, min(trigger.end + 3, self.clauses.end)):
            code = self.demonyms.get(number)
            if code:
                yield self._country(code), "agent"
                continue
            if self.tokens[number].kind != TokenKind.WORD or self.tokens[number].norm in _PREPOSITIONS:
                return
            if any(m.start <= number < m.end for m in self.mentions):
                return

    def _country(self, code: str) -> str:
        key = f"country:{code}"
        if key not in self.cast.entities:
            concept = next(c for c in self.cast.doc.lexicon.scheme("countries") if c.get("iso3166") == code)
            name = concept.label("ar") or code
            self.cast.entities[key] = Entity(key=key, kind=Kind.COUNTRY, name=name, concept=concept.iri, country=code)
        return key

    def _owner(self, trigger: Trigger) -> Iterator[tuple[str, str]]:
        """The noun that completes a verbal noun: مقتل الجندي, انسحاب القوات."""
        for mention in self.mentions:
            if mention.start <= trigger.start < trigger.end < mention.end or mention.start == trigger.end:
                suffers = trigger.type in _SUFFERED or self.tokens[trigger.start].stem in _TRANSITIVE
                yield from self._joined(mention, "target" if suffers else "agent")
                return
        inside = [m for m in self.mentions if trigger.start < m.start < trigger.end]
        yield from ((m.key, "agent") for m in inside if m.kind in _ACTORS)

    def _phrases(self, trigger: Trigger, clause: Clause) -> Iterator[tuple[str, str]]:
        """Those whom a preposition after the trigger brings in: بين، مع، على، من قبل."""
        number = self.clauses.number(trigger.start)
        for mention in self.mentions:
            if not trigger.end < mention.start <= trigger.end + _NEAR or mention.kind not in _ACTORS:
                continue
            if self.clauses.number(mention.start) != number or self._other_trigger(trigger, mention):
                continue
            role = self._by_preposition(mention)
            if role == "target" and self._before(mention) == "ل" and not trigger.verb and trigger.type not in _SUFFERED:
                role = "agent"
            if role:
                yield from self._joined(mention, role)

    def _other_trigger(self, trigger: Trigger, mention: Mention) -> bool:
        return any(trigger.end <= t.start < mention.start for t in self.scene.triggers)

    def _by_preposition(self, mention: Mention) -> str | None:
        before = " ".join(t.norm for t in self.tokens[max(0, mention.start - 2) : mention.start])
        if before.endswith(_BY):
            return "agent"
        word = self._before(mention)
        if word in _WITH:
            return "participant"
        return "target" if word in _AGAINST and mention.kind != Kind.PLACE else None

    def _joined(self, mention: Mention, role: str) -> Iterator[tuple[str, str]]:
        """Yield a mention and those joined to it by و."""
        if mention.kind in _ACTORS:
            yield mention.key, role
        last = mention
        for other in self.mentions:
            if other.start > last.end and other.start <= last.end + 2 and self._before(other) == "و":
                if other.kind in _ACTORS:
                    yield other.key, role
                last = other


def _outermost(mentions: list[Mention]) -> list[Mention]:
    kept: list[Mention] = []
    for mention in mentions:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


_LIGHT = word_set(
    "ان كل جميع بعض عدد نحو قرابه حوالي زهاء ثلاثه اربعه خمسه سته سبعه ثمانيه تسعه عشره ميات الاف عشرات اكثر من"
)
_PREPOSITIONS = word_set(
    "ب ل ك في من علي الي عن مع بين خلال بعد قبل عند لدي منذ حول تحت ضد عبر فوق عقب اثر جراء سبب قرب امام وراء "
    "صالح دون رفقه حضور حسب وفق"
)
