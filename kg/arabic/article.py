"""Whether a word that begins with ال begins with the article."""

from __future__ import annotations

from functools import cache
from importlib import resources

from kg.arabic.tables import read_words


def has_article(norm: str) -> bool:
    """Whether ``norm``, the normal form of a word written with a bare alif, begins with the article.

    Words in which careful spelling has أل, إل or آل (المانيا for ألمانيا, الغاء for إلغاء) do not.
    """
    return norm.startswith("ال") and len(norm) > 3 and norm not in no_article()


@cache
def no_article() -> frozenset[str]:
    """Return the normal forms that begin with ال and have no article: those of the table and what careful spelling
    shows.
    """
    counted = (resources.files("kg.arabic") / "models" / "no_article.txt").read_text("utf-8")
    return frozenset(read_words("no_article")) | frozenset(counted.split())
