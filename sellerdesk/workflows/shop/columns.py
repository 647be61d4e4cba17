"""Names given to the columns of a header, and what a file with unknown columns looks like."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from sellerdesk.domain.refusal import UnusableArgument
from sellerdesk.readers.buyers import is_personal, witness
from sellerdesk.readers.guessing import guesses
from sellerdesk.readers.headers import first_rows, folded_columns, kinds
from sellerdesk.readers.opening import read_sheet
from sellerdesk.readers.rewriting import excerpt
from sellerdesk.readers.sheet import Sheet
from sellerdesk.readers.table import HIDDEN
from sellerdesk.readers.titles import fold
from sellerdesk.store import facts as saved
from sellerdesk.store.connection import Database
from sellerdesk.store.database import opened
from sellerdesk.workflows.files import READABLE, bytes_of

COLUMNS = "columns:"
"""The setting that holds the names given to the columns of a header."""
MAPPED = ("listings", "orders", "shipments", "returns", "facts", "price_file")
"""The kinds whose columns a person may name."""


def header_key(cells: Sequence[str]) -> str:
    """A header by its titles, whatever their order and width."""
    key = "|".join(sorted(fold(cell) for cell in cells if cell.strip()))
    return COLUMNS + hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()


def names_given(db: Database, sheet: Sheet) -> Mapping[str, str]:
    """The names that were given to the columns of this header before."""
    for cells in first_rows(sheet):
        kept = saved.get_setting(db, header_key(cells)) if any(cells) else None
        if kept:
            return {str(title): str(name) for title, name in kept.items()}
    return {}


def keep_names(db: Database, path_data: bytes, names: Mapping[str, str], now: datetime) -> None:
    """Keep the names of columns for the next file with the same header."""
    sheet = read_sheet(path_data, READABLE)
    wanted = {fold(title) for title in names}
    cells = next(cells for cells in first_rows(sheet) if wanted <= {fold(cell) for cell in cells})
    saved.put_setting(db, header_key(cells), dict(names), now)


def check_names(names: Mapping[str, str]) -> None:
    """Refuse names that no report has. Raises UnusableArgument."""
    for name in names.values():
        if not any(fold(name) in folded_columns(kind) for kind in READABLE):
            raise UnusableArgument("no_such_field", name=name)


def unread(path: Path) -> dict[str, Any]:
    """What a file whose columns are not known looks like: its titles and first rows, and for each kind its columns with a guess.

    Raises UnreadableFile for what is no table at all.
    """
    sheet = read_sheet(bytes_of(path), READABLE)
    titles, *rows = excerpt(sheet) or [[]]
    guessed = {kind: guesses(kind, titles, rows) for kind in MAPPED}
    best = max(MAPPED, key=lambda kind: len(set(guessed[kind].values()) & {name for group in kinds()[kind].marks for name in group}))
    choices = {kind: {"fields": fields_of(kind), "guesses": guessed[kind]} for kind in MAPPED}
    return {
        "titles": without_persons(titles, titles),
        "rows": [without_persons(titles, row) for row in rows],
        "kinds": choices,
        "kind": best,
    }


def fields_of(kind: str) -> dict[str, list[str]]:
    """The columns of a kind: field → its name in Japanese and in English, the first title of each; the only one where the other lacks."""

    def first(titles: Sequence[str], *, english: bool) -> str:
        return next((title for title in titles if title.isascii() is english), titles[0])

    return {name: [first(titles, english=False), first(titles, english=True)] for name, titles in kinds()[kind].columns.items()}


def field_name(kind: str, field_: str, lang: str) -> str:
    """What a column is called in a language; a field that has none keeps its own name."""
    return fields_of(kind).get(field_, [field_, field_])[("ja", "en").index(lang)]


def names_saved(store: Path, sheet: Sheet) -> Mapping[str, str]:
    """The names that were given to the columns of this header before; none where no shop is saved. Raises UnusableStore."""
    if not store.exists():
        return {}
    with opened(store) as db:
        return names_given(db, sheet)


def without_persons(titles: Sequence[str], row: Sequence[str]) -> list[str]:
    """The cells of a row with a buyer's hidden: those under a buyer's titles, and any that looks like an address or a number to call."""
    hidden = (is_personal(cell) or (row is not titles and witness(title) is not None) for title, cell in zip(titles, row, strict=True))
    return [HIDDEN if cell and hide else cell for cell, hide in zip(row, hidden, strict=True)]
