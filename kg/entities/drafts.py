"""A mention while it is being read: what is known of it before the article as a whole decides the rest."""

from __future__ import annotations

from dataclasses import dataclass

from kg.entities.mentions import Mention
from kg.records import Entity, Kind


@dataclass(slots=True)
class Draft:
    """A mention to be. ``core`` is where the words that name it end; ``key`` is None until the article decides it.

    ``anaphora`` says what it leans on: ``pronoun`` (قواتها), ``bare`` (القوات, الجيش), ``shown`` (هذه القوات) or None;
    ``group`` is the class of its head, by which it finds what it leans on.
    """

    start: int
    end: int
    core: int
    kind: Kind
    key: str | None
    rule: str
    text: str
    country: str | None = None
    concept: str | None = None
    force_kind: str | None = None
    part_of: str | None = None
    anaphora: str | None = None
    group: str | None = None
    possessor: str | None = None
    people: str | None = None
    definite: bool = True
    number: str | None = None
    head: int = -1

    def mention(self) -> Mention:
        """Return the finished mention."""
        return Mention(
            self.start,
            self.end,
            self.head if self.head >= 0 else self.start,
            self.kind,
            self.key or "",
            self.rule,
            self.possessor,
        )


def entities_of(drafts: list[Draft]) -> dict[str, Entity]:
    """Return the entities that finished drafts name: the fullest form as name, the others as aliases."""
    by_key: dict[str, list[Draft]] = {}
    for draft in drafts:
        if draft.key:
            by_key.setdefault(draft.key, []).append(draft)
    return {key: _entity(key, group) for key, group in by_key.items()}


def _entity(key: str, group: list[Draft]) -> Entity:
    own = [draft for draft in group if draft.anaphora is None]
    full, named = own or group, [draft for draft in group if draft.anaphora != "pronoun"]  # قواتها is nobody's name
    forms = dict.fromkeys(draft.text for draft in named)
    name = max(dict.fromkeys(draft.text for draft in full), key=len)
    return Entity(
        key=key,
        kind=group[0].kind,
        name=name,
        aliases=tuple(sorted(form for form in forms if form != name)),
        concept=next((draft.concept for draft in group if draft.concept), None),
        country=next((draft.country for draft in full if draft.country), None),
        force_kind=next((draft.force_kind for draft in full if draft.force_kind), None),
        part_of=next((draft.part_of for draft in full if draft.part_of), None),
        leaning=not named,
    )
