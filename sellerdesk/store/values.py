"""What each cell of a store can hold: types, ranges, words. A row that comes from elsewhere is looked through by it, cell by cell."""

import re
import zlib
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, get_args

import msgspec

from sellerdesk.domain.days import is_ours
from sellerdesk.domain.decision import Kind
from sellerdesk.domain.facts import FACT_NAMES
from sellerdesk.domain.judged_row import JudgedRow
from sellerdesk.domain.plain_names import is_file_name, is_sku
from sellerdesk.store import settings_known, sums, undoing

Cell = Any
Check = Callable[[Cell], bool]
LONGEST_TEXT, LONGEST_LIST = 200_000, 256_000_000
"""Characters of a cell, and of one that holds a list as JSON. A report's cell has 32,767 at most."""
LARGEST_SOURCE, LARGEST_PHOTO = 512 * 1024 * 1024, 20_000_000
"""Bytes of a report as it is read, and of a photo."""
LARGEST_NUMBER = 2**53
UNPACKED_FREELY, MOST_TIMES = 64 * 1024 * 1024, 200
"""Bytes from which a source is no more than so many times its packed size: a large report has a SKU of its own in every row."""
FIRST_YEAR, LAST_YEAR = 1970, 2099
"""No clock of a computer says less, also one whose battery is dead, and its rows are a shop's own; and none of ours says more."""
KINDS = (
    "b2_issued", "clickpost_history", "facts", "fba_returns", "listings", "open_listings", "orders", "payments", "points_list",
    "price_file", "quotes", "returns", "settlement", "settlement_v1", "shipments", "templates", "transaction_view", "unshipped_orders",
    "upload_file", "yupri_history",
)  # fmt: skip
"""The kinds of files, and below how the readers say that a file was written."""
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "cp932", "xlsx", "xml")
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
    """A moment that a clock can have said, ISO 8601."""
    return any_moment(cell) and FIRST_YEAR <= datetime.fromisoformat(cell).year <= LAST_YEAR


def any_moment(cell: Cell) -> bool:
    """A moment that a report or a disk can tell, ISO 8601."""
    if not isinstance(cell, str) or len(cell) > len("2026-01-01T00:00:00.000000+09:00") or not succeeds(datetime.fromisoformat)(cell):
        return False
    return is_ours(datetime.fromisoformat(cell).date())


def day(cell: Cell) -> bool:
    """A day that a shop can speak of, ISO 8601."""
    return isinstance(cell, str) and succeeds(date.fromisoformat)(cell) and is_ours(date.fromisoformat(cell))


def sku(cell: Cell) -> bool:
    """A SKU of the catalogue; the readers let no other in."""
    return text()(cell) and is_sku(cell)


def file_name(cell: Cell) -> bool:
    """A file's name without its folder."""
    return text()(cell) and is_file_name(cell)


def words(*allowed: str) -> Check:
    """One of some words."""
    return lambda cell: cell in allowed


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
    most = min(LARGEST_SOURCE, max(UNPACKED_FREELY, MOST_TIMES * len(cell)))
    return size <= most and not opener.unused_data


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
        "number": ID, "kind": words(*KINDS), "file": file_name, "sha256": SHA, "encoding": words(*ENCODINGS), "imported_at": moment,
        "rows": COUNT, "refused": COUNT, "source": packed, "written_at": any_moment,
    },
    "offer": {"sku": sku, "condition": number(), "price": YEN, "points": YEN, "quantity": YEN, "line": COUNT},
    "restock": {"import": ID, "sku": sku, "restock_date": FACTS["restock_date"]},
    "sku_fact": {"sku": sku, "fact": words(*FACT_NAMES), "value": TEXT, "changed_at": moment},
    "setting": {"name": TEXT, "value": LIST, "changed_at": moment},
    "intention": {"sku": sku, "fact": TEXT, "value": TEXT, "decided_at": moment},
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
    "sale": {"import": ID, "sku": sku, "price": YEN, "points": YEN, "start_day": day, "end_day": day},
    "order_payment": {"order_id": ORDER, "payment": words("cashless", "other"), "changed_at": moment},
    "judged_order": JUDGED_FACTS,
    "judged_shipment": JUDGED_FACTS,
    "method_alias": {"written": TEXT, "method": TEXT, "told_at": moment},
    "decision": {"kind": words(*get_args(Kind)), "decided_at": moment},
    "judged_return": JUDGED_FACTS,
    "return_note": {"order_id": ORDER, "note": TEXT, "changed_at": moment},
    "told_refund": {"order_id": ORDER, "sku": SKU, "yen": COUNT, "told_at": moment},
    "photo": {"sha256": SHA, "content": photo},
    "return_photo": {"order_id": ORDER, "sha256": SHA, "name": file_name, "added_at": moment},
    "payment": {
        "import": ID, "line": COUNT, "at": any_moment, "type": TEXT, "order_id": ORDER, "sku": SKU, "text": TEXT,
        "amounts": word(r"-?\d{1,12}(?: -?\d{1,12}){0,20}"), "total": YEN, "quantity": COUNT, "settlement": TEXT, "amount_type": TEXT,
        "report": words("payments", "settlement"), "state": words("", "deferred", "released", "unknown"), "released": TEXT,
        "fulfilled": words("", "amazon", "seller"),
    },
    "payment_total": {"import": ID, "settlement": TEXT, "yen": YEN, "line": COUNT},
    "payment_column": {"import": ID, "title": TEXT, "yen": YEN, "rows": COUNT},
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
