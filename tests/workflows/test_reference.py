"""The reference in the help: no command, option or column is missing in it, and none in it is gone."""

import importlib
import sys

import click

from sellerdesk.readers.headers import kinds
from sellerdesk.workflows.program.reference import columns, commands
from tests.cli.test_help import every_command
from tests.conftest import ROOT


def test_every_command_and_option_is_in_the_help_and_none_that_is_gone() -> None:
    documented = {command.name.split(" [")[0]: {name for one in command.option for name in options_of(one.name)} for command in commands()}
    there = {
        " ".join(("sellerdesk", *way)): {
            name for one in command.params if isinstance(one, click.Option) and not one.hidden for name in (*one.opts, *one.secondary_opts)
        }
        - {"-h", "--help"}
        for way, command in every_command()
    }
    named = {name: next(way for way in sorted(there, key=len, reverse=True) if name.startswith(way)) for name in documented}
    assert sorted(named.values()) == sorted(there)
    for name, way in named.items():
        assert documented[name] == there[way], way


def options_of(name: str) -> set[str]:
    """The options in a name such as `-o, --out FILE`."""
    return {word.strip(",") for part in name.split(" / ") for word in part.replace(", ", " ").split() if word.startswith("-")}


def test_the_reference_is_what_the_commands_say() -> None:
    sys.path.insert(0, str(ROOT / "packaging"))
    try:
        made = importlib.import_module("reference")
    finally:
        sys.path.pop(0)
    assert made.FILE.read_text(encoding="utf-8") == made.text(), ".venv/bin/python packaging/reference.py"


def test_every_column_is_in_the_help_with_all_its_titles() -> None:
    for lang in ("ja", "en"):
        shown = dict(columns(lang))
        assert len(shown) == len({kind.name.in_(lang) for kind in kinds().values()})
        for kind in kinds().values():
            titles = dict(shown[kind.name.in_(lang)])
            assert titles.keys() == kind.columns.keys()
            assert all(title in titles[name] for name, all_titles in kind.columns.items() for title in all_titles)
