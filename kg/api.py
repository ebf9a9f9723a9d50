"""khabar from Python: build a graph or load one, and have its facts as records, tables, RDF or a network.

>>> import kg
>>> graph = kg.build(["data/articles"])
>>> len(graph.articles), len(graph.statements) > 50, len(graph.events) > 20
(5, True, True)
>>> sorted({role.role for role in graph.roles})[:3]
['ambassador', 'chief-of-staff', 'defense-minister']
>>> graph.query("roles", person="جين ساكي")[0]["title"]
'المتحدثة باسم البيت الأبيض'
>>> graph.to_pandas("roles").query("country == 'US'")["person"].nunique() > 5
True
>>> any(data["kind"] == "Person" for _, data in graph.to_networkx().nodes(data=True))
True
>>> len(graph.to_rdflib()) > 3000
True
>>> kg.load(graph.folder).query("ASK { ?s a kg:Statement }")
[{'answer': 'true'}]
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.records import OPPOSES, SUPPORTS, ArticleFacts, Event, RoleHolding, Statement

if TYPE_CHECKING:
    import networkx
    import pandas
    import rdflib
    from spacy.language import Language


class Graph:
    """A built graph. ``folder`` holds its files; a folder made for it alone goes with it."""

    def __init__(self, folder: Path, *, owned: tempfile.TemporaryDirectory[str] | None = None) -> None:
        self.folder = folder
        self._owned = owned

    @cached_property
    def articles(self) -> tuple[ArticleFacts, ...]:
        """The facts of each article, as records, in order of the articles' identifiers."""
        from kg.building import kept_facts

        return tuple(kept_facts(self.folder))

    @property
    def roles(self) -> list[RoleHolding]:
        """Every office that an article says someone holds or held."""
        return [role for facts in self.articles for role in facts.roles]

    @property
    def statements(self) -> list[Statement]:
        """Every report of speech."""
        return [statement for facts in self.articles for statement in facts.statements]

    @property
    def events(self) -> list[Event]:
        """Every event, as each article tells it."""
        return [event for facts in self.articles for event in facts.events]

    def query(self, question: str, **parameters: str) -> list[dict[str, str | None]]:
        """Return the rows of a SPARQL query, or of a shipped question with its ``parameters``.

        ASK gives one row, ``answer``; CONSTRUCT and DESCRIBE a row a triple: ``subject``, ``predicate``, ``object``.
        A parameter whose name is a Python keyword is written with an underscore: ``from_="2021-01"``. Raises
        kg.asking.guard.QueryError for what cannot or may not be asked.
        """
        from kg.asking.graph_store import open_graph
        from kg.asking.questions import bind, find_question

        graph = open_graph(str(self.folder))
        if "{" in question:
            answer = graph.ask(question)
        else:
            found = find_question(question)
            answer = graph.ask(found.query, bind(found, {k.rstrip("_"): v for k, v in parameters.items()}, graph))
        return answer.rows_by_name()

    def to_rdflib(self) -> rdflib.Dataset:
        """Return the graph as an rdflib Dataset on the Oxigraph store, a named graph an article."""
        import rdflib

        from kg.outputs import reading

        dataset = rdflib.Dataset(store="Oxigraph", default_union=True)
        with reading(self.folder):
            dataset.parse(self.folder / "graph.nq", format="ox-nq")
        return dataset

    def to_networkx(self) -> networkx.MultiDiGraph[Any]:
        """Return entities and events as nodes, and what ties them as edges, each with its attributes."""
        from kg.formats import network_of
        from kg.outputs import reading

        with reading(self.folder):
            network: networkx.MultiDiGraph[Any] = network_of(self.folder / "graph.nq")
        return network

    def to_pandas(self, kind: str = "statements") -> pandas.DataFrame:
        """Return the ``roles``, ``statements`` or ``events`` as a data frame, evidence and article beside each.

        Needs the extra: pip install 'khabar[pandas]'; raises ImportError, which says so, where it is not there.
        """
        try:
            import pandas
        except ImportError as error:
            raise ImportError("a data frame needs pandas: pip install 'khabar[pandas]'") from error
        return pandas.DataFrame([row for facts in self.articles for row in _rows(facts, kind)])


def _rows(facts: ArticleFacts, kind: str) -> list[dict[str, Any]]:
    names = {entity.key: entity.name for entity in facts.entities}
    if kind not in ("roles", "statements", "events"):
        raise ValueError(f"{kind!r} is no kind of fact; choose roles, statements or events")
    made: dict[str, Callable[..., dict[str, Any]]] = {"roles": _role, "statements": _statement, "events": _event}
    source = {"article": facts.article.identifier, "published": facts.article.published}
    return [made[kind](fact, names) | _proof(fact) | source for fact in getattr(facts, kind)]


def _role(role: RoleHolding, names: dict[str, str]) -> dict[str, Any]:
    found = {"person": names[role.holder], "role": role.role, "title": role.title, "country": role.country}
    return found | {"former": role.former}


def _statement(said: Statement, names: dict[str, str]) -> dict[str, Any]:
    return {
        "speakers": "; ".join(names[key] for key in said.speakers),
        "verb": said.verb,
        "content": said.content,
        "about": "; ".join(names[key] for key in said.about),
        "stance": said.stance,
        "position": said.position,
        "supports": _stood(said, SUPPORTS, names),
        "opposes": _stood(said, OPPOSES, names),
        "quoted": said.quoted,
        "date": said.date.edtf if said.date else None,
    }


def _stood(said: Statement, position: str, names: dict[str, str]) -> str:
    """Return the names of the forces towards which the statement takes a position."""
    return "; ".join(names[force] for force, taken in zip(said.about, said.positions, strict=True) if taken == position)


def _event(event: Event, names: dict[str, str]) -> dict[str, Any]:
    return {
        "type": event.type,
        "trigger": event.trigger,
        "date": event.date.edtf if event.date else None,
        "status": event.status.value,
        "participants": "; ".join(names[participant.entity] for participant in event.participants),
        "place": names.get(event.place) if event.place else None,
        "killed": event.killed,
        "wounded": event.wounded,
    }


def _proof(fact: RoleHolding | Statement | Event) -> dict[str, Any]:
    proof = fact.evidence
    return {"start": proof.start, "end": proof.end, "sentence": proof.sentence, "confidence": proof.confidence}


def build(sources: Sequence[str | Path], output: str | Path | None = None) -> Graph:
    """Build the graph of ``sources`` (files and folders) into ``output``, or into a folder that goes with the graph.

    Raises kg.building.BuildError where nothing can be built.
    """
    from kg.building import build as build_into

    owned = tempfile.TemporaryDirectory(prefix="khabar-") if output is None else None
    folder = Path(owned.name if owned else str(output))
    build_into([str(source) for source in sources], folder)
    return Graph(folder, owned=owned)


def load(folder: str | Path) -> Graph:
    """Return the graph that was built into ``folder``; raises FileNotFoundError where there is none."""
    if not (Path(folder) / "graph.nq").is_file():
        raise FileNotFoundError(f"{folder}: holds no graph; build one with: kg build SOURCE --output {folder}")
    return Graph(Path(folder))


def load_nlp() -> Language:
    """Return the spaCy pipeline: ``nlp(text)`` with ``doc.spans`` for entities, roles, events and statements.

    >>> doc = load_nlp()("قال الرئيس الفرنسي إيمانويل ماكرون إن القوات الفرنسية ستبقى.")
    >>> [span.text for span in doc.spans["roles"]]
    ['الرئيس الفرنسي إيمانويل ماكرون']
    """
    from kg.pipeline import create_nlp

    return create_nlp()
