"""Korean, Chinese and Vietnamese names in Arabic letters: their syllables, written apart or with hyphens."""

from __future__ import annotations

from collections.abc import Sequence

from kg.arabic.closed_classes import folded_words
from kg.arabic.tokens import Token, TokenKind

SYLLABLES = folded_words(
    "أون إيل أيل إل إن نام يونغ يونج هو سوك هي يو جونغ جونج جين جاي هيون هيون تشول سونغ سونج مين هاي هوي أوك وون "
    "ون جيه جي هون كيو سيوك وو يول يون بين بينغ وين مينغ"
)
"""What follows a family name or another syllable."""
OPENING = SYLLABLES | folded_words(
    "كيم لي بارك بايك مون تشونغ يونغ وانغ تشانغ شين شي جي تاي هان سون إينغ تساي دونغ تشو ري ليو تشن"
)
"""What a syllable may follow."""
# The last syllable of some names is written like a pronoun or a particle.
_LIKE_PRONOUNS = frozenset({"هو", "هي"})
_LIKE_PARTICLES = frozenset({("جيه", "ان"), ("جاي", "ان"), ("هي", "ان"), ("جو", "ان")})


def ends_eastern_name(tokens: Sequence[Token], start: int, at: int) -> bool:
    """Whether the word at ``at``, written like a pronoun or a particle, is the last syllable of the name that begins
    at ``start``: ري يونغ | هو, مون جيه | إن.
    """
    norm, last = tokens[at].norm, tokens[at - 1].norm
    if (last, norm) in _LIKE_PARTICLES:
        return True
    if norm not in _LIKE_PRONOUNS or tokens[start].norm not in OPENING:
        return False
    closed = at + 1 == len(tokens) or tokens[at + 1].kind is TokenKind.PUNCT
    return (at - start == 2 and last in SYLLABLES) or (at - start == 1 and closed)  # ليو هي.
