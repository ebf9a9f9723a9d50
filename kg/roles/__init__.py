"""Roles: titles, whose they are, and who holds them."""

from kg.roles.finder import find_titles
from kg.roles.mention import TitleMention

__all__ = ["TitleMention", "find_titles"]
