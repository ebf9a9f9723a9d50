"""Whether a word that begins with ال begins with the article."""

from __future__ import annotations

from functools import cache
from importlib import resources

# Words that begin with ال by nature, or in which it is never felt as the article; normal forms.
_NO_ARTICLE = """
    الله اللهم الان التي الذي الذين اللذان اللذين اللتان اللتين اللاتي اللواتي اللائي اللايي الا الي اليه البته
    التقي التقت التقوا التقيا التقينا التقيت التقا التقاء التزم التزمت التزموا التزما التزام التزامات التزاما التحق التحقت التحقوا التحاق
    التقط التقطت التقطوا التقاط التمس التمست التماس التهمت التهمه التفت التفتت التف التفوا التفاف التجا التجات التبس التباس التهاب التهابات
    الكسندر الكساندر الكسي اليكس اليكسي اليكساندر اليزابيث اليسون اليوت البرت البرتو الفريد الفريدو الفونسو الفارو اليخاندرو الكسيس الياس الان
    الكترون الكتروني الكترونيه الكترونيا الكترونيات الاسكا الاباما الماتي البانيا الباني البانيه
"""


def has_article(norm: str) -> bool:
    """Whether ``norm``, the normal form of a word written with a bare alif, begins with the article.

    Words in which careful spelling has أل, إل or آل (المانيا for ألمانيا, الغاء for إلغاء) do not.
    """
    return norm.startswith("ال") and len(norm) > 3 and norm not in no_article()


@cache
def no_article() -> frozenset[str]:
    """Return the normal forms that begin with ال and have no article: the table above and what careful spelling shows."""
    listed = (resources.files("kg.arabic") / "models" / "no_article.txt").read_text("utf-8")
    return frozenset(_NO_ARTICLE.split()) | frozenset(listed.split())
