#!/usr/bin/env python3
"""Write resources/help/commands.toml anew, the reference of commands in the help: run it after a command or an option changed."""

import inspect
import json
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import click

from sellerdesk.cli import command_line
from sellerdesk.cli.help import japanese

FILE = ROOT / "resources/help/commands.toml"
HEAD = "# The reference of commands in the help, written by packaging/reference.py from the commands themselves.\n"
EVERYWHERE = ("-h", "--help")


def text() -> str:
    """The whole file."""
    return HEAD + "".join(entry(way, command) for way, command in every_command())


def every_command(command: click.Command = command_line, way: tuple[str, ...] = ("sellerdesk",)) -> Iterator[tuple[str, click.Command]]:
    """Every command with its way to it, groups among them."""
    yield " ".join(way), command
    if isinstance(command, click.Group):
        for name in command.list_commands(click.Context(command)):
            found = command.get_command(click.Context(command), name)
            if found is not None and not found.hidden:
                yield from every_command(found, (*way, name))


def entry(way: str, command: click.Command) -> str:
    """A command with its options."""
    context = click.Context(command, info_name=way)
    arguments = [one.make_metavar(context) for one in command.params if isinstance(one, click.Argument)]
    words = told(inspect.cleandoc(command.help or "").partition("\f")[0])
    lines = ["", "[[command]]", f"name = {quoted(' '.join([way, *arguments]))}", *words]
    for one in command.params:
        record = one.get_help_record(context) if isinstance(one, click.Option) and not one.hidden else None
        if record is not None and not set(one.opts) & set(EVERYWHERE):
            lines += ["[[command.option]]", f"name = {quoted(record[0])}", *told(getattr(one, "help", "") or "")]
    return "\n".join(lines) + "\n"


def told(words: str) -> list[str]:
    """A text in both languages; its paragraphs become one."""
    return [f"text.ja = {quoted(' '.join(japanese(words).split()))}", f"text.en = {quoted(' '.join(words.split()))}"]


def quoted(words: str) -> str:
    """A text as TOML has it, which here is as JSON has it."""
    return json.dumps(words, ensure_ascii=False)


if __name__ == "__main__":
    FILE.write_text(text(), encoding="utf-8")
