"""How soon a question is answered on a graph of a million triples: making the store, then asking it."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from kg.asking.graph_store import open_graph
from kg.asking.questions import bind, find_question

STATEMENTS = 100_000
_HEAD = "https://khabar.example/"


def main() -> None:
    """Print the seconds for each step."""
    with tempfile.TemporaryDirectory() as folder:
        triples = _write(Path(folder) / "graph.nq")
        started = time.perf_counter()
        graph = open_graph(folder)
        print(f"store of {triples:,} triples made in {time.perf_counter() - started:.1f} s, kept by the folder")
        for name, values in (
            ("positions", {"force": "قوات 7"}),
            ("said-about", {"force": "قوات 7"}),
        ):
            question = find_question(name)
            started = time.perf_counter()
            rows = graph.ask(question.query, bind(question, values, graph)).rows
            print(f"{name}: {len(rows)} rows in {time.perf_counter() - started:.2f} s")


def _write(path: Path) -> int:
    """Write a graph of statements about 500 forces by 2,000 people; return the number of triples."""
    lines = []
    for kind, count, label in (("Force", 500, "قوات"), ("Person", 2000, "شخص")):
        for number in range(count):
            node = f"<{_HEAD}id/{kind.lower()}/{number}>"
            lines += [f"{node} {_A} <{_HEAD}ontology#{kind}> .", f'{node} <{_LABEL}> "{label} {number}"@ar .']
    for number in range(STATEMENTS):
        lines += _statement(number)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return len(lines)


_A = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
_LABEL = "http://www.w3.org/2004/02/skos/core#prefLabel"


def _statement(number: int) -> list[str]:
    node, proof = f"<{_HEAD}id/statement/{number}>", f"<{_HEAD}id/evidence/{number}>"
    stand = ("supports", "opposes", "neutralTowards")[number % 3]
    pairs = [
        (node, _A, f"<{_HEAD}ontology#Statement>"),
        (node, "speaker", f"<{_HEAD}id/person/{number % 2000}>"),
        (node, "about", f"<{_HEAD}id/force/{number % 500}>"),
        (node, "content", f'"قال كلاما رقم {number}"@ar'),
        (node, stand, f"<{_HEAD}id/force/{number % 500}>"),
        (node, "evidence", proof),
        (proof, "sentence", f'"قال شخص كلاما رقم {number}"@ar'),
        (proof, "article", f"<{_HEAD}id/article/{number // 20}>"),
        (node, "edtf", '"2021-07-26"'),
        (proof, "start", f'"{number}"'),
    ]
    return [f"{s} {p if p.startswith('<') else f'<{_HEAD}ontology#{p}>'} {o} ." for s, p, o in pairs]


if __name__ == "__main__":
    main()
