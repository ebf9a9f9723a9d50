"""People's names in running text: where one begins and ends, with and without a cue."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from kg.arabic.chain import Chain, Scores
from kg.arabic.model_files import read_lines
from kg.arabic.name_doubts import Tag, without_things, without_words
from kg.arabic.name_features import DISTANCES, features, keys, shape
from kg.arabic.name_grammar import mend, plausible
from kg.arabic.name_growth import compounds, ends_compound
from kg.arabic.name_joints import TAG_MARKS, by_hashtag, carried, end_over_hyphens, joined, parted, whole
from kg.arabic.name_particles import divides
from kg.arabic.name_parts import compatible, split_name
from kg.arabic.name_words import is_function_word
from kg.arabic.tokens import Token, TokenKind
from kg.arabic.words import marks

__all__ = ["carried", "compatible", "extend_name", "find_names", "names_of_text", "split_name"]

LABELS = ("O", "B", "I", "E", "S")
# What is taken from "no name" so that as many names are missed as are wrongly found.
_BOLDNESS = 60
_OUT, _BEGIN, _INSIDE, _END, _SINGLE = range(5)


@cache
def _chain() -> Chain:
    return Chain(read_lines("names.model.xz"), features, shape, DISTANCES)


def find_names(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """Return the people's names among ``tokens`` of one sentence: half-open token indexes, in order."""
    return find_with(_chain(), tokens)


def find_with(chain: Chain, tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """Return the names that ``chain`` finds, mended by grammar; the marks of hashtags part no name (دونالد #ترامب)."""
    places = [place for place, token in enumerate(tokens) if token.text not in TAG_MARKS]
    found = _find(chain, tokens if len(places) == len(tokens) else [tokens[place] for place in places])
    if len(places) < len(tokens):
        found = [span for start, end in found for span in by_hashtag(tokens, places[start], places[end - 1] + 1)]
    return found


def names_of_text(
    tokens: Sequence[Token], found: Sequence[tuple[int, int]], lands: Sequence[tuple[int, int]], tag: Tag
) -> list[tuple[int, int]]:
    """Return the people's names of a whole text, of whose sentences ``find_names`` gave ``found``.

    Family names are found where they stand alone; what a thing is called by, what begins with the name of a land
    (``lands``: where such names of several words stand), and common words, are left out. ``tag`` tells the part of
    speech of the token at a place.
    """
    lands = [span for span in lands if not marks(tokens[span[0]].norm).lists]  # صلاح الدين is a man as well
    inside = {at for start, end in lands for at in range(start, end)}
    people = [span for span in without_things(tokens, found) if span[0] not in inside]
    alone = without_things(tokens, carried(tokens, people, [*found, *lands]))
    return without_words(tokens, sorted([*whole(tokens, parted(tokens, people)), *alone]), tag)


def _find(chain: Chain, tokens: Sequence[Token]) -> list[tuple[int, int]]:
    scores = chain.scores(keys(tokens))
    scores[:, _OUT] -= _BOLDNESS
    found = spans_of(chain.decode(scores))
    taken = {at for start, end in found for at in range(start, end)}
    sure = [span for span in compounds(tokens) if taken.isdisjoint(range(*span))]
    return joined(tokens, mend(tokens, sorted([*found, *sure])))


def labels_of(spans: Iterable[tuple[int, int]], count: int) -> list[str]:
    """Return the labels of ``count`` tokens whose names are ``spans``."""
    labels = ["O"] * count
    for start, end in spans:
        labels[start:end] = ["S"] if end - start == 1 else ["B", *"I" * (end - start - 2), "E"]
    return labels


def spans_of(labels: Sequence[int]) -> list[tuple[int, int]]:
    """Return the spans that label numbers describe; a name that never closes ends where the labels do."""
    spans: list[tuple[int, int]] = []
    open_at: int | None = None
    for at, label in enumerate([*labels, _OUT]):
        if open_at is not None and label in (_OUT, _BEGIN, _SINGLE):
            spans.append((open_at, at))
            open_at = None
        if label != _OUT and open_at is None:
            open_at = at
        if label in (_END, _SINGLE) and open_at is not None:
            spans.append((open_at, at + 1))
            open_at = None
    return spans


def extend_name(tokens: Sequence[Token], start: int) -> int | None:
    """Return where the name that begins at ``start`` ends (half-open), after a cue such as a title or a rank.

    The cue is evidence that a name follows, so unknown words are taken more easily than by ``find_names``. None where
    the word at ``start`` begins no name.
    """
    low, high = max(0, start - 2), _stop(tokens, start)
    if high == start:
        return None
    window = tokens[low : high + 2]
    scores = _chain().scores(keys(window))[start - low : high - low]
    end = _forced_end(_chain(), scores) or int(ends_compound(tokens, start, start + 1))
    if not end:
        return None
    mended = next((last for first, last in mend(tokens, [(start, start + end)]) if first == start), None)
    if mended == start + 1 < high and ends_compound(tokens, start, mended) and tokens[mended].kind is TokenKind.WORD:
        mended += 1  # nobody is introduced by عبدالرقيب alone, whatever else فتح may mean
    return end_over_hyphens(tokens, mended) if mended and plausible(tokens, start, mended) else None


_EAGER = 400
_IMPOSSIBLE = -1_000_000
_LONGEST = 9


def _forced_end(chain: Chain, scores: Scores) -> int | None:
    scores[:, _OUT] -= _BOLDNESS
    scores[0, [_INSIDE, _END]] = _IMPOSSIBLE
    scores[0, [_BEGIN, _SINGLE]] += _EAGER
    end = 0
    for first, last in spans_of(chain.decode(scores)):
        if first != end:
            break
        end = last
    return end or None


def _stop(tokens: Sequence[Token], start: int) -> int:
    """Return the first place from ``start`` on that no name can cross."""
    at = start
    while at < min(len(tokens), start + _LONGEST) and not divides(tokens, at) and not is_function_word(tokens[at]):
        at += 1
    return at
