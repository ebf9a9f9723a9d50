"""Events: what happened, when, to whom, and whether it really did.

``triggers`` finds the words that name events, ``scene`` the grammar around them, ``telling`` which of them the sentence
tells. ``dating`` with ``reach``, ``elsewhere``, ``agreements``, ``since`` and ``sharing`` finds which date belongs to
which, ``participants`` and ``counts`` who and how many; ``assembly`` makes the events of a sentence, ``merging`` those
of an article.
"""

from __future__ import annotations

from kg.coreference import Cast
from kg.events.assembly import events_of
from kg.events.merging import merge
from kg.evidence import Evidencer
from kg.records import Event

__all__ = ["find_events"]


def find_events(cast: Cast, evidence: Evidencer) -> list[Event]:
    """Return the events that the article tells, dated or not, in order of their place."""
    found = [event for sentence in cast.doc.sentences for event in events_of(cast, evidence, sentence)]
    return merge(found, cast.doc.lexicon)
