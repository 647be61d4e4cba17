"""What each cell of a store can hold: types, ranges, words. A row that comes from elsewhere is looked through by it, cell by cell."""

import re
import zlib
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, get_args

import msgspec

from sellerdesk.domain.decision import Kind
from sellerdesk.domain.facts import FACT_NAMES
from sellerdesk.domain.judged_row import JudgedRow
from sellerdesk.store import settings_known, sums, undoing

Cell = Any
Check = Callable[[Cell], bool]
LONGEST_TEXT, LONGEST_LIST = 200_000, 256_000_000
"""Characters of a cell, and of one that holds a list as JSON. A report's cell has 32,767 at most."""
LARGEST_SOURCE, LARGEST_PHOTO = 512 * 1024 * 1024, 20_000_000
"""Bytes of a report as it is read, and of a photo."""
LARGEST_NUMBER = 2**53
CHUNK = 1 << 20


def text(most: int = LONGEST_TEXT) -> Check:
    """A text of so many characters at most."""
    return lambda cell: isinstance(cell, str) and len(cell) <= most


def word(pattern: str) -> Check:
    """A text of a pattern."""
    matches = re.compile(pattern, re.ASCII).fullmatch
    return lambda cell: isinstance(cell, str) and len(cell) <= LONGEST_TEXT and matches(cell) is not None


def number(least: int = -LARGEST_NUMBER, most: int = LARGEST_NUMBER) -> Check:
    """A whole number of a range."""
    return lambda cell: type(cell) is int and least <= cell <= most


def succeeds(act: Callable[[Cell], object]) -> Check:
    """A cell that something can be made of."""

    def check(cell: Cell) -> bool:
        try:
            act(cell)
        except (ValueError, TypeError, RecursionError, OverflowError, zlib.error):  # those of msgspec are ValueErrors
            return False
        return True

    return check


def moment(cell: Cell) -> bool:
    """A moment, ISO 8601."""
    return isinstance(cell, str) and len(cell) <= len("2026-01-01T00:00:00.000000+09:00") and succeeds(datetime.fromisoformat)(cell)


def day(cell: Cell) -> bool:
    """A day, ISO 8601."""
    return isinstance(cell, str) and succeeds(date.fromisoformat)(cell)


def words(*told: str) -> Check:
    """One of some words."""
    return lambda cell: cell in told


def json_of(kind: Any) -> Check:
    """JSON of a kind."""
    decoder = msgspec.json.Decoder(kind)
    return lambda cell: isinstance(cell, str) and len(cell) <= LONGEST_LIST and succeeds(decoder.decode)(cell)


def packed(cell: Cell) -> bool:
    """A packed report that is no larger than one can be, whatever it says of itself."""
    if not isinstance(cell, bytes):
        return False
    opener, size, rest = zlib.decompressobj(), 0, cell
    try:
        while not opener.eof and size <= LARGEST_SOURCE:
            if not (part := opener.decompress(rest, CHUNK)):
                return False  # cut short
            size, rest = size + len(part), opener.unconsumed_tail
    except zlib.error:
        return False
    return size <= LARGEST_SOURCE and not opener.unused_data


def photo(cell: Cell) -> bool:
    """A photo's bytes."""
    return isinstance(cell, bytes) and len(cell) <= LARGEST_PHOTO


SKU, ORDER, SHA = text(), text(), word("[0-9a-f]{64}")
ID, COUNT, RANK = number(1), number(0), number(0, 3)
LIST, TEXT, YEN = text(LONGEST_LIST), text(), number()
NAME = word("[a-z_]{1,40}")
JUDGED_FACTS = {"place": COUNT, "sku": SKU, "order_id": ORDER, "verdict": RANK, "points_verdict": RANK, "sfp_verdict": RANK}
YES_NO = words("yes", "no")
FACTS: Mapping[str, Check] = {
    **dict.fromkeys(FACT_NAMES, TEXT), "preorder": YES_NO, "medical": YES_NO, "hazmat": words("yes", "no", "potential"),
    "ship_from": word("[A-Z]{2}"), "restock_date": lambda cell: cell == "none" or day(cell), "size_cm": word(r"\d{1,9}"),
    "weight_g": word(r"\d{1,9}"),
}  # fmt: skip
TABLES: Mapping[str, Mapping[str, Check]] = {
    "_sqlite_migrations": {"id": ID, "migration_set": words("sellerdesk"), "name": NAME, "applied_at": text(40)},
    "import": {
        "number": ID, "kind": NAME, "file": TEXT, "sha256": SHA, "encoding": text(40), "imported_at": moment,
        "rows": COUNT, "refused": COUNT, "source": packed, "written_at": moment,
    },
    "offer": {"condition": number(), "price": YEN, "points": YEN, "quantity": YEN, "line": COUNT},
    "restock": {"import": ID, "sku": SKU, "restock_date": FACTS["restock_date"]},
    "sku_fact": {"sku": SKU, "fact": words(*FACT_NAMES), "value": TEXT, "changed_at": moment},
    "setting": {"name": TEXT, "value": LIST, "changed_at": moment},
    "intention": {"sku": SKU, "fact": TEXT, "value": TEXT, "decided_at": moment},
    "refusal": {"import": ID, "line": COUNT},
    "action": {"number": ID, "name": NAME, "facts": json_of(dict[str, Any]), "at": moment, "state": words("done", "undone")},
    "undo_step": {
        "position": ID, "action": ID, "did": words(*undoing.DEEDS), "table_name": words(*undoing.COLUMNS), "row": number(1, 2**62),
        **dict.fromkeys(undoing.HELD.split(", "), LIST),
    },
    "history": {
        "number": ID, "at": moment, "who": TEXT, "did": words("done", "undone", "redone"), "name": NAME,
        "facts": json_of(dict[str, Any]),
    },
    "sale": {"import": ID, "sku": SKU, "price": YEN, "points": YEN, "start_day": day, "end_day": day},
    "order_payment": {"order_id": ORDER, "payment": words("cashless", "other"), "changed_at": moment},
    "judged_order": JUDGED_FACTS,
    "judged_shipment": JUDGED_FACTS,
    "method_alias": {"written": TEXT, "method": TEXT, "told_at": moment},
    "decision": {"kind": words(*get_args(Kind)), "decided_at": moment},
    "judged_return": JUDGED_FACTS,
    "return_note": {"order_id": ORDER, "note": TEXT, "changed_at": moment},
    "photo": {"sha256": SHA, "content": photo},
    "return_photo": {"order_id": ORDER, "sha256": SHA, "name": TEXT, "added_at": moment},
    "payment": {
        "import": ID, "line": COUNT, "at": moment, "type": TEXT, "order_id": ORDER, "sku": SKU, "text": TEXT,
        "amounts": word(r"-?\d{1,12}(?: -?\d{1,12}){0,20}"), "total": YEN, "quantity": COUNT, "settlement": TEXT, "amount_type": TEXT,
        "report": words("payments", "settlement"),
    },
    "payment_total": {"import": ID, "settlement": TEXT, "yen": YEN, "line": COUNT},
    "table_sum": {"name": words(*sums.IMPORTED), "sum": SHA},
    "judged": {**JUDGED_FACTS, "row": json_of(JudgedRow)},
}  # fmt: skip
"""The tables in an order in which each comes after those that it points to; a column that is not named takes a text or a number.

`acting` is not among them: it is empty whenever nothing is being written.
"""


def either(cell: Cell) -> bool:
    """A text or a whole number within the limits of all cells."""
    return number()(cell) or text()(cell)


def checks(table: str, columns: Sequence[str]) -> list[Check]:
    """What each column of a table takes, in the order of the columns."""
    expected = TABLES[table]
    return [expected.get(column, either) for column in columns]


def check_row(table: str, row: Mapping[str, Cell]) -> str | None:
    """The column of a row whose cells do not fit each other; None when all do."""
    if table == "sku_fact":
        return None if FACTS[row["fact"]](row["value"]) else "value"
    if table == "setting":
        return None if succeeds(lambda value: settings_known.check(row["name"], value))(row["value"]) else "value"
    if table == "undo_step":
        step = undoing.from_row(row["did"], row["table_name"], row["row"], *(row[name] for name in undoing.HELD.split(", ")))
        return None if undoing.fits(step) else "old_1"
    return None


SPOKEN_FOR = ("sku_fact", "setting", "undo_step")
"""The tables whose cells are looked at together."""
