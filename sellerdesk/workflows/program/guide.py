"""The guide inside the program: first steps, where files come from, what changed; and the clauses with what carries each."""

from functools import cache

import msgspec

from sellerdesk import assets
from sellerdesk.domain.clause import Text, Words


class Section(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A part of the guide; a line of the body that begins with "- " is a step."""

    id: Text
    title: Words
    body: Words


class Change(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a version brought, in plain words."""

    version: Text
    text: Words


class Guide(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole guide."""

    section: list[Section]
    change: list[Change]


@cache
def guide() -> Guide:
    """The guide."""
    return msgspec.toml.decode(assets.text("help/guide.toml"), type=Guide)


def lines(text: str) -> list[str]:
    """The lines of a body, without the marks of steps."""
    return [line.removeprefix("- ") for line in text.strip().splitlines()]
