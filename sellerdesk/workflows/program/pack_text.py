"""What is written into a fact pack: figures, fares, and the words that packs and the owner taught, by their ids."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any

import msgspec

from sellerdesk.domain.folding import fold_code
from sellerdesk.domain.tariff import Table
from sellerdesk.rules.figures.figure import Figure, Gap, Version
from sellerdesk.rules.figures.pack import PackPayment, PackReason, PackWord
from sellerdesk.rules.payments.kinds import fold as fold_payment
from sellerdesk.rules.payments.kinds import listed_kinds
from sellerdesk.rules.returns.categories import fold as fold_category
from sellerdesk.workflows import fares
from sellerdesk.workflows.figures.in_force import figures, packs_taken
from sellerdesk.workflows.payment_kinds import listed
from sellerdesk.workflows.returns import categories, reasons
from sellerdesk.workflows.shop.known_words import kind_of, kinds_of_packs, row_of, rows_of_packs

LEFT_TO_TABLES = ("version", "gap", "pack", "begun", "fares")
"""Fields that stand as tables of their own, or that the reader fills."""
SPELLED = {"start": "from", "end": "to"}
Taught = PackReason | PackWord | PackPayment
HEADS: Mapping[type[Taught], str] = {PackReason: "reason", PackWord: "category", PackPayment: "payment"}
Tables = Mapping[str, Sequence[Table]]


class Written(msgspec.Struct, frozen=True):
    """What a pack is to hold: figures, tables of fares by method, words; `left_out` are words that no pack may overturn, by their ids."""

    figures: Sequence[Figure]
    tables: Tables
    words: Sequence[Taught]
    left_out: Sequence[str] = ()

    @property
    def text(self) -> str:
        """The text of the pack."""
        return format_of(self.figures, self.tables, self.words)


def written(store: Path, only: tuple[str, ...] = ()) -> Written:
    """All that can be handed on whose id begins with one of some words, or all of it.

    Ids: those of figures, "tariff." with a method, "reason.", "category." and "payment." with the word. Raises UnusableStore.
    """

    def wanted(name: str) -> bool:
        return not only or name.startswith(only)

    words = {id_of(word): word for word in taught(store)}
    tables = {method: fares.tariff(method).table for method in fares.methods()}
    return Written(
        [figure for name, figure in figures().items() if wanted(name)],
        {method: known for method, known in tables.items() if any(map(wanted, tariff_ids(method, len(known))))},
        [word for name, word in words.items() if wanted(name) and not overturns(word)],
        [name for name, word in words.items() if wanted(name) and overturns(word)],
    )


def tariff_ids(method: str, count: int) -> list[str]:
    """The ids by which so many tables of fares of a method are shown."""
    name = f"tariff.{method.replace('_', '-')}"
    return [name, *(f"{name}.{number}" for number in range(1, count + 1))] if count else []


def id_of(word: Taught) -> str:
    """The id of a word: what it is of, and the word itself."""
    return f"{HEADS[type(word)]}.{word.code if isinstance(word, PackReason) else word.word}"


def taught(store: Path) -> Iterator[Taught]:
    """What packs in force and the owner said of words of reports; of two that say it of one word the owner, or the later, holds."""
    yield from (PackReason(code, row) for code, row in last([*rows_of_packs().items(), *reasons.load(store).items()], fold_code))
    known = last([*kinds_of_packs().items(), *categories.load(store).items()], fold_category)
    yield from (msgspec.convert({"word": word, "means": means}, PackWord) for word, means in known)
    payments = [(word.word, word.kind) for pack in packs_taken() for word in pack.payment]
    yield from (PackPayment(word, kind) for word, kind in last(payments, fold_payment))


def last(pairs: Iterable[tuple[str, Any]], folded: Any) -> list[tuple[str, Any]]:
    """Of pairs whose words are the same when folded, the last."""
    return list({folded(word): (word, what) for word, what in pairs}.values())


def overturns(word: Taught) -> bool:
    """Whether a word says otherwise than the program's own lists, which no pack may: the owner teaches it in each shop."""
    if isinstance(word, PackReason):
        return row_of(word.code) not in (None, word.row)
    if isinstance(word, PackWord):
        return kind_of(word.word) not in (None, word.means)
    own = listed_kinds(listed(), word.word)
    return bool(own) and word.kind not in own


def format_of(pack_figures: Sequence[Figure], tables: Tables, words: Sequence[Taught]) -> str:
    """The text of a fact pack."""
    lines = ["pack = 1"]
    for figure in pack_figures:
        lines += ["", "[[figure]]", *fields(figure)]
        for version in figure.version:
            lines += ["[[figure.version]]", *fields(version)]
        for gap in figure.gap:
            lines += ["[[figure.gap]]", *fields(gap)]
    for method, known in tables.items():
        lines += tariff_lines(method, known)
    for word in words:
        lines += ["", f"[[{HEADS[type(word)]}]]", *fields(word)]
    return "\n".join(lines) + "\n"


def tariff_lines(method: str, tables: Iterable[Table]) -> Iterator[str]:
    """The tables of a method; those of unlike distances may hold on one day, and stand as entries of their own."""
    for _distances, alike in groupby(sorted(tables, key=distances_of), key=distances_of):
        yield from ("", "[[tariff]]", f"method = {toml(method)}")
        for table in alike:
            yield from ("[[tariff.table]]", *fields(table), "[tariff.table.fares]")
            yield from (f"{distance} = {toml(row)}" for distance, row in table.fares.items())


def distances_of(table: Table) -> list[str]:
    """The distances of a table."""
    return sorted(table.fares)


def fields(record: Figure | Version | Gap | Table | Taught) -> Iterator[str]:
    """The fields of a record as lines of TOML, without those that are empty or as usual."""
    for name in record.__struct_fields__:
        value = msgspec.to_builtins(getattr(record, name), builtin_types=(date,))
        if name not in LEFT_TO_TABLES and value not in (None, [], (), "sure"):
            yield f"{SPELLED.get(name, name)} = {toml(value)}"


def toml(value: Any) -> str:
    """A value as TOML has it in one line."""
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{name} = {toml(part)}" for name, part in value.items() if part is not None) + " }"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(toml, value)) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    return quoted(value) if isinstance(value, str) else str(value)


def quoted(text: str) -> str:
    """A text as a string of TOML."""
    return msgspec.json.encode(text).decode()
