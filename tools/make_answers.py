"""Write into each shipped question what its example answers on the sample: the first row, cut short.

python tools/make_answers.py GRAPH     GRAPH is a folder with the sample's graph
"""

from __future__ import annotations

import re
import shlex
import sys
from pathlib import Path

from kg.asking.graph_store import Askable, open_graph
from kg.asking.questions import Question, bind, questions

QUERIES = Path(__file__).parent.parent / "kg" / "queries"
_LONGEST = 110


def answer_of(question: Question, graph: Askable) -> str:
    """Return the first row of the answer to the question's own example, cells parted by bars; - where there is none."""
    words = shlex.split(question.example)[3:]
    values = {name[2:]: value for name, value in zip(words[::2], words[1::2], strict=True) if name != "--output"}
    answer = graph.ask(question.query, bind(question, values, graph))
    if answer.triples is not None:
        return f"{len(answer.triples.splitlines())} triples"
    first = next(iter(answer.values()), ())
    text = " | ".join(cell for cell in first if cell) or "-"
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"


def main() -> None:
    """Write the answers."""
    graph = open_graph(sys.argv[1])
    for name, question in questions().items():
        path = QUERIES / f"{name}.rq"
        text = re.sub(r"^# answer: .*\n", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
        before, example, after = text.partition(f"# example: {question.example}\n")
        path.write_text(f"{before}{example}# answer: {answer_of(question, graph)}\n{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
