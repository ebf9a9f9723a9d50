"""Gold and found facts side by side: one to one, required entries first; an optional entry counts neither way."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from kg.arabic.normal import fold
from kg.evaluation.gold import GoldArticle, places
from kg.lexicon import Lexicon
from kg.records import ArticleFacts, Event, Evidence, RoleHolding, Statement

MEASURES = ("roles", "statements-found", "statements-speaker", "about-force", "events-found", "event-date")
_HONORIFICS = frozenset(
    (
        "السيد",
        "الشيخ",
        "الجنرال",
        "اللواء",
        "الفريق",
        "العميد",
        "العقيد",
        "الدكتور",
        "الامير",
        "الملك",
        "المشير",
        "الادميرال",
    )
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """One decision: ``right``, ``false`` (found, not in the gold) or ``missed``, with its class and what was said."""

    measure: str
    verdict: str
    label: str
    text: str
    sentence: str


@dataclass
class Compared:
    """The outcomes of one article."""

    identifier: str
    outcomes: list[Outcome] = field(default_factory=list)


def compare(gold: GoldArticle, facts: ArticleFacts, lexicon: Lexicon) -> Compared:
    """Return how the ``facts`` found in an article stand against its ``gold``."""
    return _Comparison(gold, facts, lexicon).run()


class _Comparison:
    """Gold and facts of one article, with the entities by key."""

    def __init__(self, gold: GoldArticle, facts: ArticleFacts, lexicon: Lexicon) -> None:
        self.gold, self.facts, self.lexicon = gold, facts, lexicon
        self.entities = {entity.key: entity for entity in facts.entities}
        self.result = Compared(gold.identifier)

    def run(self) -> Compared:
        self._roles()
        self._statements()
        self._events()
        return self.result

    def _names(self, key: str) -> list[str]:
        entity = self.entities.get(key)
        return [entity.name, *entity.aliases, entity.country or ""] if entity else [key.split(":", 1)[-1]]

    def _add(self, measure: str, verdict: str, label: str, text: str, evidence: Evidence | None = None) -> None:
        self.result.outcomes.append(Outcome(measure, verdict, label, text, evidence.sentence if evidence else ""))

    def _roles(self) -> None:
        found = _distinct(self.facts.roles, lambda r: (r.holder, r.role, r.country, r.former))

        def same(gold: dict[str, Any], role: RoleHolding) -> int:
            country = gold.get("country")
            agrees = country is None or role.country == country or (role.country is None and gold.get("optional"))
            return int(
                bool(agrees)
                and role.role == gold.get("concept")
                and same_name(gold["person"], self._names(role.holder))
            )

        for want, have in match(self.gold.facts["roles"], found, same):
            self._judge(
                "roles",
                want,
                have,
                lambda w: (w.get("concept", ""), f"{w['person']}: {w['span']}"),
                lambda h: (h.role, h),
            )

    def _judge(
        self,
        measure: str,
        want: dict[str, Any] | None,
        have: Any,
        tell: Callable[[dict[str, Any]], tuple[str, str]],
        label: Callable[[Any], tuple[str, Any]],
    ) -> None:
        """Record one pair of a matching: both right, one alone missed or false; optional entries are passed over."""
        if want is None:
            name, fact = label(have)
            self._add(measure, "false", name, fact.evidence.exact, fact.evidence)
        elif not want.get("optional"):
            name, text = tell(want)
            self._add(measure, "right" if have else "missed", name, text, have.evidence if have else None)

    def _statements(self) -> None:
        want, raw = self.gold.facts["statements"], self.facts.article.raw
        where = {id(entry): places(raw, entry["span"]) for entry in want}

        def found(gold: dict[str, Any], said: Statement) -> int:
            shared = max((overlap(place, said.evidence) for place in where[id(gold)]), default=0)
            return shared if shared * 2 >= len(gold["span"]) else 0

        def speaks(gold: dict[str, Any], said: Statement) -> bool:
            return any(same_name(gold["speaker"], self._names(key)) for key in said.speakers)

        def tell(gold: dict[str, Any]) -> tuple[str, str]:
            return str(gold.get("kind", "")), f"{gold['speaker']}: {gold['span']}"

        said = self.facts.statements
        pairs = list(match(want, said, lambda g, s: found(g, s) and found(g, s) + 10_000 * speaks(g, s)))
        for gold, fact in pairs:
            self._judge("statements-found", gold, fact, tell, lambda h: (self._kind(h), h))
            self._forces(gold, fact)
        for gold, fact in match(want, said, lambda g, s: found(g, s) if speaks(g, s) else 0):
            self._judge("statements-speaker", gold, fact, tell, lambda h: (self._kind(h), h))

    def _forces(self, gold: dict[str, Any] | None, said: Statement | None) -> None:
        """The forces of one statement, one for each country: which of a country's forces is meant is not judged."""
        if gold is None or gold.get("optional"):
            return
        want = list({force.get("country") or force["text"]: force for force in gold.get("about") or []}.values())
        have = _distinct(said.about if said else (), lambda key: self._country(key) or key)

        def same(force: dict[str, Any], key: str) -> int:
            country = force.get("country")
            if country and country == self._country(key):
                return 2
            return int(same_name(force["text"], self._names(key)) and not (country and self._country(key)))

        for force, key in match(want, have, same):
            if force is None:
                self._add(
                    "about-force",
                    "false",
                    "",
                    f"{gold['span']} -> {self._names(key)[0]}",
                    said.evidence if said else None,
                )
            elif not force.get("optional"):
                self._add(
                    "about-force", "right" if key else "missed", force["text"], f"{gold['span']} -> {force['text']}"
                )

    def _kind(self, said: Statement) -> str:
        """What kind of speaker a statement has, in the gold's words."""
        entity = self.entities.get(said.speakers[0])
        return entity.kind.value if entity else "unnamed"

    def _country(self, key: str) -> str | None:
        entity = self.entities.get(key)
        return entity.country if entity else None

    def _events(self) -> None:
        raw = self.facts.article.raw
        want = [entry if entry.get("date") else entry | {"optional": True} for entry in self.gold.facts["events"]]
        where = {id(entry): places(raw, entry["span"], entry.get("trigger")) for entry in want}
        dated = [event for event in self.facts.events if event.date and event.date.edtf]

        def found(gold: dict[str, Any], event: Event) -> int:
            kind = "".join(part.title() for part in str(gold.get("type", "other")).split("-"))
            here = any(overlap(place, event.evidence) for place in where[id(gold)])
            return int(
                here
                and (
                    kind in ("Other", event.type)
                    or bool({kind, *self._above(kind)} & {event.type, *self._above(event.type)})
                )
            )

        def tell(gold: dict[str, Any]) -> tuple[str, str]:
            return str(gold.get("type", "")), f"{gold.get('date')}: {gold['span']}"

        for gold, event in match(want, dated, found):
            self._judge("events-found", gold, event, tell, lambda h: (h.type, h))
        with_dates = [entry for entry in want if entry.get("date")]
        for gold, event in match(
            with_dates, dated, lambda g, e: found(g, e) and int(same_date(str(g["date"]), e.date.edtf))
        ):
            self._judge("event-date", gold, event, tell, lambda h: (h.type, h))

    def _above(self, kind: str) -> set[str]:
        """The names of the event classes above one, ``Event`` itself not counted."""
        found: set[str] = set()
        todo = [f"https://khabar.example/ontology#{kind}"]
        while todo:
            concept = self.lexicon.concepts.get(todo.pop())
            above = [value for value, _ in concept.values.get(_SUBCLASS, ())] if concept else []
            todo += [iri for iri in above if iri.rsplit("#", 1)[-1] not in found]
            found |= {iri.rsplit("#", 1)[-1] for iri in above}
        return found - {"Event"}


_SUBCLASS = "http://www.w3.org/2000/01/rdf-schema#subClassOf"


def _distinct(items: Sequence[Any], key: Callable[[Any], Any]) -> list[Any]:
    return list({key(item): item for item in reversed(items)}.values())[::-1]


def match(gold: Sequence[Any], found: Sequence[Any], same: Callable[[Any, Any], int]) -> list[tuple[Any, Any]]:
    """Pair gold entries with found facts one to one, the best first for each entry, required entries first.

    ``same`` says how well two agree (0: not at all). What stays alone is paired with None.
    """
    free = list(range(len(found)))
    pairs: list[tuple[Any, Any]] = []
    for entry in sorted(gold, key=lambda entry: bool(entry.get("optional"))):
        best = max(((same(entry, found[index]), -index) for index in free), default=(0, 0))
        if best[0]:
            free.remove(-best[1])
        pairs.append((entry, found[-best[1]] if best[0] else None))
    return pairs + [(None, found[index]) for index in free]


def overlap(place: tuple[int, int], evidence: Evidence) -> int:
    """Return how many characters two half-open spans share."""
    return max(0, min(place[1], evidence.end) - max(place[0], evidence.start))


def same_name(gold: str, labels: Sequence[str]) -> bool:
    """Whether a name is one of ``labels``: equal, or the shorter's words all in the longer, two of them or the last."""
    wanted = _words(gold)
    return gold in labels or any(_agree(wanted, _words(label)) for label in labels)


def _agree(a: list[str], b: list[str]) -> bool:
    if not a or not b:
        return False
    short, long = sorted((a, b), key=len)
    return set(short) <= set(long) and (short[-1] == long[-1] or len(short) >= 2 or set(short) == set(long))


def _words(name: str) -> list[str]:
    words = re.findall(r"\w+", fold(name))
    words = [word for word in words if word not in _HONORIFICS] or words
    return [word.removeprefix("ال") if len(word) > 4 else word for word in words]


def same_date(gold: str, found: str) -> bool:
    """Whether two EDTF values say the same: equal, or one a deadline that the other gives as its day."""
    a, b = _ends(gold), _ends(found)
    return a == b or (a[0] == "" and a[1] in b) or (b[0] == "" and b[1] == a[1] and a[0] in ("", a[1]))


def _ends(edtf: str) -> tuple[str, str]:
    first, slash, last = edtf.strip("~?%").partition("/")
    return (first.strip("."), last.strip(".")) if slash else (first, first)
