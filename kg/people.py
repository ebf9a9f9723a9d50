"""The same person in several articles. Each merge and each refusal has a reason, and no merge runs through a chain.

Names are compared as their parts tell (``kg.arabic.names.compatible``). A full name joins its bearers unless it is made
of two of the commonest given names, or their offices contradict each other; so does a foreign one that is spelled in
two ways. Any other likeness needs a second sign: the same office, or the same country. A name joins only what stands at
the root of a group, never what was itself joined.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from kg.arabic.name_parts import COMMON_GIVEN, compatible, consonants, split_name
from kg.arabic.name_spelling import same_foreign_name
from kg.arabic.normal import fold
from kg.roles.kinds import SINGLE, STATE

_MANY_PARTS = 3


@dataclass(frozen=True, slots=True)
class Bearer:
    """A person of one article: the name, every other form of it, and the offices that the article gives."""

    article: str
    key: str
    name: str
    concept: str | None = None
    offices: frozenset[tuple[str, str | None]] = frozenset()
    country: str | None = None
    published: str | None = None


@dataclass(slots=True)
class Group:
    """Bearers who are one person; ``reasons`` say why, ``refusals`` whom they were kept apart from.

    Name, its sound, offices and countries are those of the bearers that the group began with, so that what joins later
    lends no signs for further joining.
    """

    bearers: list[Bearer]
    parts: tuple[str, ...]
    reasons: list[str] = field(default_factory=list)
    refusals: list[str] = field(default_factory=list)
    root: bool = True
    name: str = field(init=False)
    offices: frozenset[tuple[str, str | None]] = field(init=False)
    countries: frozenset[str] = field(init=False)
    sound: str = field(init=False)
    signs: list[str] = field(init=False)

    def __post_init__(self) -> None:
        names = sorted(bearer.name for bearer in self.bearers)
        self.name = max(sorted(set(names)), key=names.count)
        self.sound = consonants(self.parts[-1])
        self.offices = frozenset(office for b in self.bearers for office in b.offices)
        served = {country for _, country in self.offices if country}
        self.countries = frozenset(served | {b.country for b in self.bearers if b.country})
        self.signs = self._signs()

    def _signs(self) -> list[str]:
        """Return by what the groups are found whose name may be a form of this one's: its sound alone, its first or
        last part only with a country or an office, without which the two are not one.
        """
        told = {*self.countries, *(f"{role} of {country}" for role, country in self.offices)}
        names = {self.parts[0], self.parts[-1]}
        return sorted({"~" + self.sound, *(f"{name}, {sign}" for name in names for sign in told)})


def group_people(bearers: Iterable[Bearer]) -> list[Group]:
    """Return ``bearers`` as people, in a fixed order."""
    groups = [group for same in _by_name(bearers) for group in _told_apart(same)]
    index: dict[str, list[Group]] = defaultdict(list)
    for group in groups:
        for sign in group.signs:
            index[sign].append(group)
    for group in sorted(groups, key=lambda g: (-len(g.parts), g.parts, _first(g))):
        _join(group, index)
    return sorted((g for g in groups if g.bearers), key=_first)


def _first(group: Group) -> tuple[str, str]:
    return min(((b.article, b.key) for b in group.bearers), default=("", ""))


def _by_name(bearers: Iterable[Bearer]) -> Iterator[list[Bearer]]:
    names: dict[tuple[str, ...], list[Bearer]] = defaultdict(list)
    for bearer in bearers:
        names[("=", bearer.concept) if bearer.concept else parts_of(bearer.name)].append(bearer)
    for parts in sorted(names):
        yield sorted(names[parts], key=lambda b: (b.article, b.key))


@lru_cache(maxsize=100_000)
def parts_of(name: str) -> tuple[str, ...]:
    """Return the parts of ``name`` for comparing: folded, without spaces inside compounds and without the article."""
    folded = tuple(fold(part).replace(" ", "") for part in split_name(name))
    return tuple(part.removeprefix("ال") if len(part) > 4 else part for part in folded) or (fold(name),)


def _told_apart(bearers: list[Bearer]) -> list[Group]:
    """Return the people who bear one name."""
    parts = parts_of(bearers[0].name)
    if bearers[0].concept:
        return [_group(bearers, parts, "known by that name in the ontology")]
    rare = len(parts) > 1 and not all(part in COMMON_GIVEN for part in parts)
    if rare or len(parts) >= _MANY_PARTS:
        return _by_contradiction(bearers, parts)
    return _by_office(bearers, parts)


def _group(bearers: list[Bearer], parts: tuple[str, ...], reason: str) -> Group:
    group = Group(bearers, parts)
    articles = len({b.article for b in bearers})
    if articles > 1:
        group.reasons.append(f"{reason}: {group.name} ({articles} articles)")
    return group


def _by_contradiction(bearers: list[Bearer], parts: tuple[str, ...]) -> list[Group]:
    """One full name is one person, unless offices of two countries contradict each other."""
    homes: dict[str, list[Bearer]] = defaultdict(list)
    rest: list[Bearer] = []
    for bearer in bearers:
        bound = sorted({country for role, country in bearer.offices if country and role in STATE})
        (homes[bound[0]] if len(bound) == 1 else rest).append(bearer)
    if len(homes) < 2:
        return [_group(bearers, parts, "the same full name")]
    most = max(sorted(homes), key=lambda home: len(homes[home]))
    homes[most] += rest
    return _apart([_group(homes[home], parts, f"the same full name, office of {home}") for home in sorted(homes)])


def _by_office(bearers: list[Bearer], parts: tuple[str, ...]) -> list[Group]:
    """A name that many bear joins only those who hold the same office or serve the same country."""
    known: dict[str, list[Bearer]] = defaultdict(list)
    for bearer in bearers:
        known[_sign(bearer, full=len(parts) > 1) or f"{bearer.article} alone"].append(bearer)
    reasons = "a common name, and the same country" if len(parts) > 1 else "the same short name and office"
    return _apart([_group(known[sign], parts, reasons) for sign in sorted(known)])


def _sign(bearer: Bearer, *, full: bool) -> str | None:
    offices = sorted((role, country) for role, country in bearer.offices if country)
    if not full:
        return "/".join(offices[0]) if offices else None
    countries = sorted({country for _, country in offices} | ({bearer.country} if bearer.country else set()))
    return countries[0] if countries else None


def _apart(groups: list[Group]) -> list[Group]:
    if len(groups) > 1:
        for group in groups:
            group.refusals.append(f"{group.name}: others bear this name, and neither office nor country joins them")
    return groups


def _join(group: Group, index: dict[str, list[Group]]) -> None:
    """Join ``group`` to the one person of whose name its own is a form."""
    fits: dict[int, tuple[Group, str]] = {}
    for other in {id(o): o for sign in group.signs for o in index[sign]}.values():
        if other is not group and other.root and other.bearers and (reason := _same(group, other)):
            fits[id(other)] = (other, reason)
    found = _of_spellings(sorted(fits.values(), key=lambda fit: _first(fit[0])))
    if len(found) == 1:
        other, reason = found[0]
        other.reasons.append(f"{group.name} is {other.name}: {reason}")
        other.bearers += group.bearers
        group.bearers, group.root = [], False
    elif found:
        names = ", ".join(other.name for other, _ in found)
        group.refusals.append(f"{group.name} may be any of: {names}")


def _of_spellings(found: list[tuple[Group, str]]) -> list[tuple[Group, str]]:
    """Of several that are spellings of one foreign name, return the one of most articles."""
    if len(found) < 2:
        return found
    most = max(found, key=lambda fit: len(fit[0].bearers))
    others = [other for other, _ in found if other is not most[0]]
    alike = all(same_foreign_name(other.name, most[0].name) for other in others)
    return [most] if alike else found


def _same(short: Group, full: Group) -> str | None:
    """Return why ``short`` is another form of ``full``'s name; None where a sign is missing or the names do not fit."""
    level = len(short.parts) == len(full.parts)
    if len(short.parts) > len(full.parts) or (level and not _rarer(short, full)):
        return None
    alike = level and short.sound == full.sound and short.parts != full.parts
    apart = short.offices.isdisjoint(full.offices) and short.countries.isdisjoint(full.countries)
    if apart and not alike:
        return None
    if alike and same_foreign_name(short.name, full.name) and not _contradict(short, full):
        return "the same foreign name, spelled differently"
    if apart:
        return None
    likeness = compatible(short.name, full.name)
    fits = likeness and (len(short.parts) > 1 or likeness == "family name alone")
    vague = likeness == "family name left out" and all(part in COMMON_GIVEN for part in short.parts)
    return f"{likeness}, {sign}" if fits and (sign := _shared(short, full, vague=vague)) else None


def _shared(short: Group, full: Group, *, vague: bool) -> str | None:
    """Return the office or the country that both groups have, where it tells that they are one: of a ``vague`` name,
    made of the commonest given names, only an office that a country has once.
    """
    shared = {(role, country) for role, country in short.offices & full.offices if role in SINGLE or not vague}
    office = sorted(f"{role} of {country}" for role, country in shared if country)
    if office:
        return f"both {office[0]}"
    country = sorted(short.countries & full.countries)
    if country and len(short.parts) > 1 and not vague and _agree(short, full):
        return f"both of {country[0]}"
    return None


def _contradict(short: Group, full: Group) -> bool:
    """Whether the two serve different countries."""
    return bool(short.countries and full.countries) and short.countries.isdisjoint(full.countries)


def _agree(short: Group, full: Group) -> bool:
    """Whether two people of one country share the kind of office, or one has none."""
    kinds, others = {role for role, _ in short.offices}, {role for role, _ in full.offices}
    return not kinds or not others or bool(kinds & others) or len(short.parts) > 2


def _rarer(group: Group, other: Group) -> bool:
    """Of two spellings, the one of fewer articles joins the other."""
    return (len(group.bearers), group.parts) < (len(other.bearers), other.parts)
