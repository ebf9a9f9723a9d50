"""Where the words said end."""

from __future__ import annotations

from kg.arabic.tokens import TokenKind
from kg.clauses import word_set
from kg.statements.content import Opening, Start
from kg.statements.scene import Scene
from kg.statements.verb_lists import TELLING_MORE
from kg.statements.words import (
    OPENING_QUOTES,
)

LONGEST_WORDS = 600


def find_end(scene: Scene, start: Start, limit: int, cuts: list[int]) -> tuple[int, int, bool]:
    """Return the words said as a token span and whether they are a quotation; they end before the first of ``cuts``.

    ``limit`` is the end of the sentence, of the one in which the quotation closes where it runs on.
    """
    first = start.token
    quote = scene.quote_opening(first)
    after = [cut for cut in cuts if cut > first]
    if quote is not None:
        behind = [cut for cut in after if cut >= quote[1]]
        if _complete(scene, quote, limit, behind, start):
            return first + 1, quote[1] - 1, True
        return first, _trimmed(scene, first, min([limit, *behind])), True
    inside = scene.quote_at(first)
    if inside is not None and scene.words_in(*inside) > 3:
        after = [*after, inside[1] - 1]
    else:
        after = [cut for cut in after if not _within_quote(scene, cut)] or after
    return first, _trimmed(scene, first, min([limit, *after])), inside is not None


def reporters_words(scene: Scene, start: Start, last: int) -> list[int]:
    """Return where clauses begin that only the reporter can say: دون أن يعلن، لكنه لم يذكر، في إشارة إلى."""
    first, behind = start.token + 2, min(last, start.token + LONGEST_WORDS) - 2
    openings = [at for at in range(first, behind) if scene.norms[at] in _OPENINGS]
    found = (_aside(scene, at, start) for at in openings)
    return [at for at in found if at is not None]


_OPENINGS = frozenset({"دون", "بدون", "لكن", "ولكن", "في", "ردا", "و"})


def _aside(scene: Scene, at: int, start: Start) -> int | None:
    """Return where the reporter's own clause begins, if one does at ``at``."""
    first, second, third = scene.norms[at : at + 3]
    if first in ("دون", "بدون") and second == "ان":
        return at - 1 if scene.norms[at - 1] == "من" else at
    silent = first in ("لكن", "ولكن") and (
        (third == "لم" and scene.tokens[at + 1].kind == TokenKind.ENCLITIC)
        or (second == "لم" and third in TELLING_MORE)
    )
    return at if silent or (first, second, third) in _ASIDES or _act_behind_quote(scene, at, start) else None


_ASIDES = frozenset({("في", "اشاره", "الي"), ("في", "اشاره", "علي"), ("ردا", "علي", "سوال")})


def _act_behind_quote(scene: Scene, at: int, start: Start) -> bool:
    """Whether و and a perfect verb follow a closed quotation inside the words: ... نبني" وقدم الشكر."""
    if scene.norms[at] != "و" or scene.tokens[at - 1].text not in '"”»' or scene.quote_opening(at - 1) is not None:
        return False
    verb = scene.norms[at + 1]
    quote = scene.quote_at(at - 1)
    closed = quote is not None and quote[1] == at and quote[0] > start.token
    return (
        closed and scene.tag(at + 1) == "VERB" and not verb.startswith(("ي", "ت", "ن")) and verb not in ("كان", "كانت")
    )


def _within_quote(scene: Scene, at: int) -> bool:
    quote = scene.quote_at(at)
    return quote is not None and quote[0] < at


def _complete(scene: Scene, quote: tuple[int, int], limit: int, cuts: list[int], start: Start) -> bool:
    """Whether the words said are the quotation alone: nothing goes on behind it, or it is a long direct one."""
    behind = quote[1]
    while (
        behind < limit
        and scene.tokens[behind].kind == TokenKind.PUNCT
        and scene.tokens[behind].text not in OPENING_QUOTES
    ):
        behind += 1
    if behind >= limit or behind >= min([limit, *cuts]):
        return True
    direct = start.opening in (Opening.COLON, Opening.QUOTE)
    return direct and scene.words_in(*quote) >= 8


def _trimmed(scene: Scene, first: int, last: int) -> int:
    """Return ``last`` without the marks and the conjunctions that the next clause begins with."""
    while last - 1 > first:
        token = scene.tokens[last - 1]
        opened = token.text in ")]”»" or (token.text in "\"'" and scene.quote_at(last - 1) is not None)
        if (token.kind == TokenKind.PUNCT and not opened) or (
            token.norm in _LOOSE and token.kind != TokenKind.ENCLITIC
        ):
            last -= 1
        elif token.norm == "ذلك" and last - 2 > first and scene.norms[last - 2] == "و":
            last -= 2  # تعرض الموقع لقصف، وذلك | بعد أن كشف
        else:
            break
    return last


_LOOSE = word_set("و ف ثم كما فيما بينما حيث اذ لكن ولكن قد وقد")
