"""The Arabic language layer: normal form, clitics, sentences, quotations, numbers, inflection, names.

Usable by itself.
"""

from kg.arabic.clitics import segment
from kg.arabic.normal import fold
from kg.arabic.quotations import Quotation, find_quotations
from kg.arabic.sentences import split_sentences

__all__ = ["Quotation", "find_quotations", "fold", "segment", "split_sentences"]
