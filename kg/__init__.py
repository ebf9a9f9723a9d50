"""khabar: Arabic news to a knowledge graph with evidence to the character.

``build`` and ``load`` give a ``Graph``; ``load_nlp`` the spaCy pipeline. They are imported when first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.api import Graph, build, load, load_nlp

__all__ = ["Graph", "build", "load", "load_nlp"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'kg' has no attribute {name!r}")
    from kg import api

    return getattr(api, name)
