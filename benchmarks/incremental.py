"""What a second build costs: nothing changed, and one article in a hundred new, against a cold build of the same.

Usage: python -m benchmarks.incremental [ARTICLES.jsonl.gz] [--articles N]

Processor seconds of the whole ``kg build``, worker processes included, with the program compiled as an installation
leaves it. At the end the files of the grown build must be
those of the cold one, byte for byte.
"""

from __future__ import annotations

import compileall
import gzip
import random
import resource
import subprocess
import sys
import tempfile
from itertools import islice
from pathlib import Path

import kg
from benchmarks.language import CORPUS

FILES = ("graph.nq", "graph.ttl", "network.html")


def build(source: Path, output: Path) -> float:
    """Build ``source`` into ``output``; return the processor seconds that it took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "kg", "build", str(source), "--output", str(output)]
    subprocess.run(command, check=False, capture_output=True)  # noqa: S603 - exit status 2 tells of skipped articles
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main(arguments: list[str]) -> None:
    """Measure and print, one line a build."""
    compileall.compile_dir(Path(kg.__file__).parent, quiet=2)
    limit = int(arguments[arguments.index("--articles") + 1]) if "--articles" in arguments else 3000
    corpus = next((Path(a) for a in arguments if a.endswith(".gz")), CORPUS)
    if not corpus.is_file():
        print(f"incremental builds: skipped, {corpus} is not there")
        return
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        articles = list(islice(lines, limit))
    with tempfile.TemporaryDirectory() as folder:
        measure(articles, Path(folder))


def measure(articles: list[str], folder: Path) -> None:
    """Build ``articles`` cold and grown by one in a hundred, in ``folder``."""
    new = set(random.Random(1).sample(range(len(articles)), max(1, len(articles) // 100)))  # noqa: S311 - a fixed draw
    whole, part = folder / "whole.jsonl", folder / "part.jsonl"
    whole.write_text("".join(articles), encoding="utf-8")
    part.write_text("".join(line for number, line in enumerate(articles) if number not in new), encoding="utf-8")
    cold = build(whole, folder / "cold")
    build(part, folder / "grown")
    grown = build(whole, folder / "grown")
    unchanged = build(whole, folder / "grown")
    print(f"{len(articles):,} articles, cold                  {cold:7.2f} s of CPU")
    print(f"  {len(new):,} of them new in a second build  {grown:7.2f} s, {grown / cold:.1%}")
    print(f"  nothing changed                 {unchanged:7.2f} s, {unchanged / cold:.1%}")
    same = all((folder / "cold" / name).read_bytes() == (folder / "grown" / name).read_bytes() for name in FILES)
    print("  the files are the same bytes" if same else "  THE FILES DIFFER")


if __name__ == "__main__":
    main(sys.argv[1:])
