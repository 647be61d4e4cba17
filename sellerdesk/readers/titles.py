"""Which field of a kind a column's title names: by its name, or by its name with a unit in brackets or as a question."""

import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

import msgspec
import rtoml

from sellerdesk import assets
from sellerdesk.domain.expressions import expression

MARKS = str.maketrans("-_・･.:/()", " " * 9)
"""What stands between words, as spaces."""
BRACKETS = expression(r"(?P<name>[^()\[\]{}【】〔〕]{1,200})[(\[{【〔](?P<unit>[^()\[\]{}【】〔〕]{1,60})[)\]}】〕]")


class Unit(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words in brackets, the fields that they fit, and those that they make another field of ({weight_kg: weight_g})."""

    words: list[str]
    fields: list[str]
    instead: dict[str, str] = {}


class Titles(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What may stand beside a column's name, as its file has it."""

    questions: list[str]
    anything: list[str]
    unit: list[Unit]


class Beside(NamedTuple):
    """What may stand beside a column's name, folded: endings of a question, words that say nothing, units by word."""

    questions: tuple[str, ...]
    anything: frozenset[str]
    units: dict[str, Unit]


class Title(NamedTuple):
    """A column's title, folded: the whole, its name without a unit in brackets, what that asks for (危険物かどうか), and the unit."""

    whole: str
    name: str
    asked: str | None
    unit: str | None


def fold(cell: str) -> str:
    """A column name without differences of width, case, spaces, hyphens and dots."""
    title = cell.strip("\ufeff")
    folded = title.lower() if title.isascii() else unicodedata.normalize("NFKC", title).casefold()
    return "".join(folded.translate(MARKS).split())


@cache
def beside() -> Beside:
    """What may stand beside a column's name."""
    listed = msgspec.convert(rtoml.loads(assets.text("headers/values/titles.toml")), Titles)
    units = {fold(word): unit for unit in listed.unit for word in unit.words}
    return Beside(tuple(map(fold, listed.questions)), frozenset(map(fold, listed.anything)), units)


@lru_cache(maxsize=1024)  # every kind of file asks for the titles of a file, several times: 40,000 questions for the demo's 15 files
def read_title(title: str) -> Title:
    """The words of a column's title."""
    found = BRACKETS.fullmatch(unicodedata.normalize("NFKC", title.strip("\ufeff ")))
    whole = fold(title)
    name = fold(found["name"]) if found else whole
    ending = next((ending for ending in beside().questions if name.endswith(ending)), "")
    return Title(whole, name, name.removesuffix(ending) if ending else None, fold(found["unit"]) if found else None)


def field_named(title: str, fields: dict[str, str]) -> str | None:
    """The field (folded name → field) that a title names; None when it names none, or one in a unit that the field has not."""
    words = read_title(title)
    if words.whole in fields:
        return fields[words.whole]
    field = fields.get(words.name) or (fields.get(words.asked) if words.asked is not None else None)
    return field if field is None or words.unit is None else in_unit(field, words.unit, frozenset(fields.values()))


def in_unit(field: str, unit: str, known: frozenset[str]) -> str | None:
    """The field when its unit is written beside it; None for a unit that it has not."""
    if unit in beside().anything:
        return field
    beside_unit = beside().units.get(unit)
    if beside_unit is None:
        return None
    other = beside_unit.instead.get(field)
    return field if field in beside_unit.fields else other if other in known else None
