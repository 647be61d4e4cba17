"""The reference inside the help: every command with its options, and every file that is read with the titles of its columns."""

from collections.abc import Iterator
from functools import cache

import msgspec

from sellerdesk import assets
from sellerdesk.domain.clause import Text, Words
from sellerdesk.readers.headers import kinds


class Option(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An option as it is typed, and what it does."""

    name: Text
    text: Words


class Command(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A command as it is typed, what it does, and its options."""

    name: Text
    text: Words
    option: list[Option] = []


class Reference(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All commands, written by packaging/reference.py from the commands themselves."""

    command: list[Command]


@cache
def commands() -> list[Command]:
    """Every command, in the order in which `--help` lists them."""
    return msgspec.toml.decode(assets.text("help/commands.toml"), type=Reference).command


def columns(lang: str) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Every kind of file by name, with its columns and the titles by which each is told."""
    for kind in kinds().values():
        yield kind.name.in_(lang), [(name, " · ".join(titles)) for name, titles in kind.columns.items()]
