"""What a sentence divides into: clauses, and how each hangs on the others."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Link(StrEnum):
    """How a clause hangs on its parent."""

    MAIN = "main"
    COORDINATE = "coordinate"
    COMPLEMENT = "complement"
    RELATIVE = "relative"
    ADVERBIAL = "adverbial"


@dataclass(slots=True)
class Clause:
    """A clause: ``start`` is its first token, ``verb`` its finite verb, ``auxiliary`` كان and its like before it
    (token numbers).

    ``parent`` and ``previous`` (the clause it is joined to by و) are numbers of clauses; ``head`` is the noun that a
    relative clause describes.
    """

    start: int
    link: Link = Link.MAIN
    parent: int | None = None
    previous: int | None = None
    head: int | None = None
    verb: int | None = None
    auxiliary: int | None = None
    opener: int | None = None


@dataclass(slots=True)
class Clauses:
    """The clauses of one sentence, and for each of its tokens the number of the innermost clause that holds it."""

    first: int
    clauses: list[Clause]
    of: list[int]
    verbs: frozenset[int] = frozenset()

    @property
    def end(self) -> int:
        """The first token after the sentence."""
        return self.first + len(self.of)

    def number(self, token: int) -> int:
        """Return the number of the clause that holds ``token``."""
        return self.of[token - self.first]

    def clause(self, token: int) -> Clause:
        """Return the clause that holds ``token``."""
        return self.clauses[self.of[token - self.first]]

    def tokens(self, number: int) -> list[int]:
        """Return the tokens of clause ``number`` itself, without those of clauses inside it."""
        return [self.first + place for place, owner in enumerate(self.of) if owner == number]

    def within(self, number: int, ancestor: int) -> bool:
        """Whether clause ``number`` is ``ancestor`` or hangs on it, however deep."""
        current: int | None = number
        while current is not None:
            if current == ancestor:
                return True
            current = self.clauses[current].parent
        return False
