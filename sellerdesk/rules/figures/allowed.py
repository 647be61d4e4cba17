"""What a field of figures may hold, read off the types that they are checked by: a fault says what would be right."""

import re
from collections.abc import Iterator
from typing import Any

from msgspec import inspect

from sellerdesk.domain.expressions import expression

BOUNDS = (
    (expression(r"Expected `\w+`(?: \| null)? >= (\d+)"), "at_least", "least"),
    (expression(r"Expected `\w+`(?: \| null)? <= (\d+)"), "at_most", "most"),
    (expression(r"Expected `str`(?: \| null)? of length >= (\d+)"), "empty", "least"),
    (expression(r"Expected `str`(?: \| null)? of length <= (\d+)"), "too_long", "most"),
    (expression(r"Expected `(?:array|object)`(?: \| null)? of length >= (\d+)"), "too_few", "least"),
)
"""What msgspec says of a value that is none of those allowed, with the key of our words for it and what those name."""
NAME = "matching regex"
UNION = expression(r"Expected `str \| object`")
FILLED = ("pack", "begun")
"""Fields that the reader fills; the one of a whole pack that is called so too is never missing where another is strange."""
CHOICE = "Invalid enum value"
NO_DAY = "Invalid RFC3339 encoded date"
"""What msgspec says of a text that should be a day; one that is no day of the calendar TOML itself does not read."""


def what_is_allowed(said: str, kind: Any, below: str) -> tuple[str, dict[str, object]] | None:
    """The key of our words for what msgspec says of a value, with its facts; None where it says nothing of what is allowed.

    `kind` is the type that was wanted, `below` the path of the field in it ("$.figure[...].version[...].sure").
    """
    for pattern, code, name in BOUNDS:
        if found := pattern.search(said):
            return code, {name: int(found[1])}
    if said == NO_DAY:
        return "wants_day", {}
    if NAME in said:
        return "bad_name", {}
    if UNION.search(said):
        return "wants_text", {}
    if said.startswith(CHOICE) and (there := choices(kind, below)):
        return "one_of", {"there": there}
    return None


def choices(kind: Any, below: str) -> tuple[str, ...]:
    """The values that a field may have, where they are few; () where they are not, or where there is no such field."""
    return tuple(str(value) for known in found_at(kind, below) for value in getattr(known, "values", ()))


def field_names(kind: Any, below: str) -> tuple[str, ...]:
    """The fields of the table at a path, in the order of their definition, without those that the reader fills."""
    names = (field.encode_name for known in found_at(kind, below) for field in fields(known))
    return tuple(name for name in dict.fromkeys(names) if name not in FILLED)


def found_at(kind: Any, below: str) -> list[inspect.Type]:
    """The types that a value at a path may have."""
    types = [*plain(inspect.type_info(kind))]
    for name in re.findall(r"\.(\w+)", below):
        types = [whole for known in types for field in fields(known) if field.encode_name == name for whole in plain(field.type)]
    return types


def plain(known: inspect.Type) -> Iterator[inspect.Type]:
    """A type without what is around it: what lists hold, what metadata is about, each of several."""
    for inner in (*getattr(known, "item_types", ()), *getattr(known, "types", ()), *held(known)):
        yield from plain(inner)
    yield known


def held(known: inspect.Type) -> tuple[inspect.Type, ...]:
    """The one type inside a list or behind metadata."""
    return tuple(inner for name in ("item_type", "type") if (inner := getattr(known, name, None)) is not None)


def fields(known: inspect.Type) -> tuple[inspect.Field, ...]:
    """The fields of a table; none of anything else."""
    return known.fields if isinstance(known, inspect.StructType) else ()
