"""Which country each person of an article serves."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from kg.roles import TitleMention


class Homes:
    """The countries of people: as their titles in the article tell, else as any reader knows.

    ``keys`` names the person of each name by its first token; ``fame`` gives the country of well-known people.
    """

    def __init__(self, titles: Iterable[TitleMention], keys: Mapping[int, str], fame: Mapping[str, str]) -> None:
        self._keys, self._fame = keys, fame
        self._told: dict[str, Counter[str]] = defaultdict(Counter)
        for title in titles:
            if title.name and title.country:
                self._told[keys[title.name[0]]][title.country] += 1

    def told(self, start: int | None) -> str | None:
        """Return the country that titles give to the person whose name begins at token ``start``."""
        person = self._keys.get(start) if start is not None else None
        return self._told[person].most_common(1)[0][0] if person in self._told else None

    def famed(self, start: int | None) -> str | None:
        """Return the country for which the person whose name begins at token ``start`` is known."""
        return self._fame.get(self._keys.get(start, "")) if start is not None else None

    def of(self, start: int | None) -> str | None:
        """Return the country of the person whose name begins at token ``start``: as told, else as known."""
        return self.told(start) or self.famed(start)
