"""Frequent words that look as if they began or ended with a clitic, and do not; and short words that do.

Hamza stands as in careful spelling. A conjunction may stand before each.
"""

from __future__ import annotations

from kg.arabic.tables import read_words

WHOLE_WORDS = frozenset(read_words("whole_words"))
SPLIT_WORDS = {word.replace("+", ""): tuple(word.split("+")) for word in read_words("split_words")}
