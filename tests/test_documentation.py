"""What the documentation shows is so: examples in docstrings run, every command has help and is named in the README."""

from __future__ import annotations

import doctest
import importlib
import re
import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

import kg
from kg.cli import main
from kg.extraction import extract
from kg.lexicon import load_lexicon, ontology_folder
from kg.records import Article
from tests.conftest import ROOT

WITH_EXAMPLES = sorted(
    ".".join(path.relative_to(ROOT).with_suffix("").parts)
    for path in (ROOT / "kg").rglob("*.py")
    if ">>>" in path.read_text(encoding="utf-8")
)
COMMANDS = main.list_commands(None)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", WITH_EXAMPLES)
def test_examples_in_docstrings_run(name: str) -> None:
    result = doctest.testmod(importlib.import_module(name.removesuffix(".__init__")))
    assert result.failed == 0
    assert len(WITH_EXAMPLES) >= 10


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_that_teaches(command: str) -> None:
    shown = CliRunner().invoke(main, [command, "--help"])
    assert shown.exit_code == 0
    assert len(shown.output.splitlines()) > 8
    assert f"kg {command}" in shown.output or f"{command} [OPTIONS]" in shown.output


def test_the_readme_names_every_command() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert {name for name in COMMANDS if f"kg {name}" not in readme} == set()


@pytest.mark.parametrize(
    "document", ["README.md", "docs/guide.md", "docs/guide.ar.md", "docs/ontology.md", "docs/gold.md"]
)
def test_documents_link_to_what_is_there(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in link]
    assert [link for link in links if not (Path(ROOT / document).parent / link).exists()] == []


def _commands(document: str) -> list[list[str]]:
    """The calls of ``kg`` that a document shows, but for those that need files of the reader's or never end."""
    text = (ROOT / document).read_text(encoding="utf-8")
    blocks = re.findall(r"```console\n(.*?)```", text, re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines() if line.startswith("kg ")]
    calls = [shlex.split(line, comments=True)[1:] for line in lines]
    return [call for call in calls if call[0] != "serve" and "news.jsonl" not in call]


@pytest.mark.parametrize(
    "call", [*_commands("README.md"), *_commands("docs/guide.md"), *_commands("docs/guide.ar.md")], ids=" ".join
)
def test_commands_run_as_they_are_shown(
    call: list[str], built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "data").symlink_to(ROOT / "data")
    shutil.copytree(built, tmp_path / "output")
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, call)
    assert result.exit_code == 0, result.output
    assert result.output.strip()


def test_what_the_guide_adds_to_the_ontology_is_found(tmp_path: Path) -> None:
    shutil.copytree(ontology_folder(), tmp_path / "ontology")
    text = (ROOT / "docs" / "ontology.md").read_text(encoding="utf-8")
    (added,) = re.findall(r"```turtle\n(.*?)```", text, re.DOTALL)
    with (tmp_path / "ontology" / "roles.ttl").open("a", encoding="utf-8") as file:
        file.write("\n" + added)
    article = Article(identifier="a", raw="قال وزير المياه الأردني محمد النجار إن السدود امتلأت.")
    (role,) = extract(article, load_lexicon(tmp_path / "ontology")).roles
    assert (role.role, role.country) == ("water-minister", "JO")


def test_the_public_interface_is_documented() -> None:
    assert kg.__doc__
    for name in kg.__all__:
        assert getattr(kg, name).__doc__, name
