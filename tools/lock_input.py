"""What ``make lock`` pins: ``lock_input.py run`` or ``dev`` prints the requirements of pyproject.toml for pip-compile;
``lock_input.py heading run`` copies pip-compile's answer from standard input, headed by a note on what it is.
"""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

PURPOSE = {"run": "runs with", "dev": "is developed and tested with"}


def requirements(purpose: str) -> list[str]:
    """Return the requirement lines for ``purpose``: ``run`` (with the endpoint) or ``dev`` (all extras and tools)."""
    data = tomllib.loads((Path(__file__).parent.parent / "pyproject.toml").read_text(encoding="utf-8"))
    extras = data["project"]["optional-dependencies"]
    lines = [*data["project"]["dependencies"], *data["build-system"]["requires"], "editables", *extras["serve"]]
    if purpose == "dev":
        lines += [line for name in sorted(extras) for line in extras[name]] + data["dependency-groups"]["dev"]
    return lines


def main() -> None:
    """Print the requirements, or head the locked ones."""
    if sys.argv[1] == "heading":
        note = f"# What khabar {PURPOSE[sys.argv[2]]}. Written by 'make lock' from pyproject.toml; do not edit."
        locked = [line for line in sys.stdin.read().splitlines() if line and not line.startswith("#")]
        print("\n".join([note, *locked]))
    else:
        print("\n".join(requirements(sys.argv[1])))


if __name__ == "__main__":
    main()
