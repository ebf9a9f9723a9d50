"""Who is meant: short names, titles alone and pronouns resolved to the people and bodies of one article."""

from kg.coreference.assembly import assemble
from kg.coreference.cast import Cast

__all__ = ["Cast", "assemble"]
