"""Fixtures that every stage shares."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import settings

from kg.cli import main
from kg.lexicon import Lexicon, load_lexicon

# The same examples in every run; HYPOTHESIS_PROFILE=search looks for new ones.
settings.register_profile("same", derandomize=True)
settings.register_profile("search", max_examples=5000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="the shared test data is not beside the checkout")


def cases(name: str) -> list[Any]:
    """Return the cases of ``tests/cases/NAME.toml`` as pytest parameters, named by their text."""
    data = tomllib.loads((ROOT / "tests" / "cases" / f"{name}.toml").read_text(encoding="utf-8"))
    assert data["case"], f"{name}.toml holds no case"
    return [pytest.param(case, id=f"{number:03}") for number, case in enumerate(data["case"])]


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """The shipped ontology, compiled once."""
    return load_lexicon()


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the graph of the sample, built as a user builds it."""
    folder = tmp_path_factory.mktemp("sample")
    result = CliRunner().invoke(main, ["build", str(ROOT / "data" / "articles"), "--output", str(folder)])
    assert result.exit_code == 0, result.output
    return folder
