"""The edges of people's names: what may stand at them, and what no name can cross."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kg.arabic.closed_classes import folded_words
from kg.arabic.name_growth import belongs_to_phrase, follows_particle, grown
from kg.arabic.name_particles import begins_foreign_name, divides
from kg.arabic.name_parts import LEADING, TRAILING
from kg.arabic.name_words import (
    STOPS,
    SURNAMES_TOO,
    TITLES,
    has_tanwin,
    is_adverb,
    is_common_noun,
    is_dual_noun,
    is_function_word,
    is_plain_noun,
    is_stop,
    is_verb,
    never_a_name,
)
from kg.arabic.tokens import Token, TokenKind
from kg.arabic.words import marks

Span = tuple[int, int]
_HEADS = folded_words(
    """
    نجم نجمة سكرتير سكرتيرة رقيب مهاجم مدافع حارس كاتب شاعر مخرج مطرب قاضي أمين أمينة عميد نقيب رائد مفتي صاحب
    صاحبة لاعب مدرب محلل خبير باحث أستاذ مؤسس مراسل ابن ابنة نجل شقيق زوج والد
    """
)
_RANKED = folded_words("ثاني ثالث رابع خامس أول آخر أكبر أهم أبرز أغنى أفضل أشهر أقوى أحد إحدى")
_PREPOSITIONS = frozenset({"ل", "ب", "في", "من", "الي", "علي", "عن", "مع", "ضد", "لدي"})


def mend(tokens: Sequence[Token], spans: Sequence[Span]) -> list[Span]:
    """Return ``spans`` of names in ``tokens``, one sentence, with their edges set right."""
    out: list[Span] = []
    for span in spans:
        for piece in _pieces(tokens, *span):
            start, end = _trimmed(tokens, *piece)
            if start < end:
                out.append(grown(tokens, start, end, out[-1][1] if out else 0))
    return _joined(out)


def _joined(spans: Sequence[Span]) -> list[Span]:
    """Names that touch are one: two people are never named without a word or a mark between them."""
    out: list[Span] = []
    for span in spans:
        if out and span[0] <= out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], span[1]))
        else:
            out.append(span)
    return out


def _pieces(tokens: Sequence[Token], start: int, end: int) -> list[Span]:
    """Cut a span where no name goes on: at punctuation other than a hyphen or the dot of an initial, and at numbers."""
    cuts = [at for at in range(start + 1, end) if divides(tokens, at) or (at + 1 < end and _parts(tokens, at))]
    edges = [start - 1, *cuts, end]
    return [(left + 1, right) for left, right in pairwise(edges) if left + 1 < right]


def _parts(tokens: Sequence[Token], at: int) -> bool:
    """Whether no name goes on over the word at ``at``: a verb, a particle, هو, or ذو that describes (ذو شخصية)."""
    token = tokens[at]
    if token.norm in ("هو", "هي") or is_common_noun(token) or (token.norm == "ذو" and not tokens[at + 1].definite):
        return True
    return is_verb(token) or (is_function_word(token) and (token.norm in STOPS or token.norm in _PREPOSITIONS))


def _trimmed(tokens: Sequence[Token], start: int, end: int) -> Span:
    while start < end and _no_start(tokens, start, end):
        start += 1
    while start < end and (_no_end(tokens[end - 1]) or (end - start > 1 and _is_word_after(tokens, end - 1))):
        end -= 1
    if end - start > 2 and tokens[end - 1].norm in _RANKED and tokens[end - 2].norm not in LEADING:
        end -= 1
    return start, end


def _is_word_after(tokens: Sequence[Token], at: int) -> bool:
    """Whether the last word of what looks like a name is a common noun, a verb, or a participle with its preposition
    (المقيم في).
    """
    token = tokens[at]
    word = is_plain_noun(token) or is_verb(token) or is_adverb(token)
    return word or _is_participle(tokens, at) or _is_head(tokens, at)


def _is_head(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word at ``at``, which people bear too, is the head of what follows: نجم ليفربول, أمين عام."""
    if tokens[at].norm not in _HEADS or at + 1 >= len(tokens):
        return False
    after = tokens[at + 1]
    noun = after.kind is TokenKind.WORD and not after.glued and after.norm not in TRAILING
    titled = after.definite and after.norm in TITLES
    return noun and after.norm not in STOPS and not titled and not is_function_word(after)


def _is_participle(tokens: Sequence[Token], at: int) -> bool:
    token, known = tokens[at], marks(tokens[at].norm)
    follows = at + 1 < len(tokens) and tokens[at + 1].norm in _PREPOSITIONS
    common = known.name == "0" and known.word > "2" and known.named < "3" and not known.lists
    return follows and common and token.norm.startswith("الم")


def _no_start(tokens: Sequence[Token], start: int, end: int) -> bool:
    token = tokens[start]
    if token.kind in (TokenKind.PUNCT, TokenKind.ENCLITIC):
        return True
    if token.kind is TokenKind.PROCLITIC:
        return not begins_foreign_name(tokens, start)
    if token.norm in TITLES:
        return end - start > 1 or token.norm not in SURNAMES_TOO
    if is_stop(token) or token.norm in TRAILING or is_function_word(token):
        return True
    staff = token.norm == "اركان" or (token.norm == "حرب" and start > 0 and tokens[start - 1].norm == "اركان")
    if staff or belongs_to_phrase(tokens, start, end):
        return True
    word = never_a_name(token) or is_verb(token) or is_common_noun(token) or is_adverb(token) or is_dual_noun(token)
    return end - start > 1 and (word or follows_particle(tokens, start))


def plausible(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether a name that only a cue calls for can be one: no lone common noun, verb, or noun with its pronoun."""
    token, known = tokens[start], marks(tokens[start].norm)
    if token.kind is TokenKind.LATIN and not token.text[:1].isupper():
        return False
    if end - start > 2 or token.kind is not TokenKind.WORD:
        return True
    lone = end - start == 1 or tokens[start + 1].kind is TokenKind.ENCLITIC
    adjective = token.definite and known.word > "5" and known.named < "3"
    return not lone or not (adjective or never_a_name(token) or known.verb > "4")


def _no_end(token: Token) -> bool:
    word = is_stop(token) or is_function_word(token) or token.norm == "ذو"
    return token.kind is TokenKind.PUNCT or word or has_tanwin(token)
