"""The command ``kg``.

Each command lives in a module of its own, ``kg/commands/NAME.py``, that defines a click command named ``command``;
the file's name is the command's name (``said_about.py`` is ``kg said-about``). It is imported only when called for,
so a module may import what it needs, and heavy packages inside the function that needs them. To add a command, add a
file.
"""

from __future__ import annotations

import importlib
import pkgutil

import click

import kg.commands


class Commands(click.Group):
    """A group whose commands are the modules of ``kg.commands``."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(module.name.replace("_", "-") for module in pkgutil.iter_modules(kg.commands.__path__))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        module = importlib.import_module(f"kg.commands.{cmd_name.replace('-', '_')}")
        command = module.command
        return command if isinstance(command, click.Command) else None


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="khabar", prog_name="kg")
def main() -> None:
    """Read Arabic news into a knowledge graph, and ask it.

    \b
    kg build data/articles --output output     reads articles, writes the graph and its page
    kg query --list                            shows the questions that can be asked
    """


if __name__ == "__main__":
    main()
