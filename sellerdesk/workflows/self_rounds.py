"""The parts of the self-test that go a whole way: a store filled, an old one brought up to date, files written and read again."""

import sqlite3
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

from sqlite_utils import Database

from sellerdesk import assets
from sellerdesk.domain.refusal import UnusableArgument
from sellerdesk.reports.calendar_file import Entry, calendar
from sellerdesk.reports.shown_table import ShownTable, table_file
from sellerdesk.rules.business_days import is_holiday
from sellerdesk.store.migrations import MIGRATIONS
from sellerdesk.workflows import shop
from sellerdesk.workflows.tables import offers_table

Drawing = Callable[[ShownTable, Callable[[int, int], None]], bytes]
"""What makes a PDF of a table: the window's half of the program, when it is there."""


def store_round(now: datetime) -> None:
    """A store is made, migrated, filled and read back. Raises AssertionError."""
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "self-test.db"
        shop.import_file(store, demo_listings(), now)
        if not count_offers(store):
            raise AssertionError("what was saved did not come back")


def old_store(now: datetime) -> None:
    """A store of the first schema is opened, brought up to date after a backup, and filled. Raises AssertionError."""
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "shops/old.db"
        store.parent.mkdir()
        with closing(sqlite3.connect(store)) as connection:
            MIGRATIONS.apply(Database(connection, execute_plugins=False), stop_before="judged")
        shop.import_file(store, demo_listings(), now)
        if not count_offers(store):
            raise AssertionError("the store did not come up to date")


def workbook_round(now: datetime) -> None:
    """A catalogue goes out as a workbook and comes in again, whole. Raises AssertionError."""
    with tempfile.TemporaryDirectory() as folder:
        first, second, file = (Path(folder) / name for name in ("first.db", "second.db", "offers.xlsx"))
        shop.import_file(first, demo_listings(), now)
        saved = shop.load(first)
        table = offers_table(saved.offers if saved else (), now.date(), "ja")
        file.write_bytes(table_file(table, "xlsx")[0])
        shop.import_file(second, file, now)
        if count_offers(first) != count_offers(second):
            raise AssertionError("the workbook came back with other rows")


def calendar_round(now: datetime) -> None:
    """A calendar file is written, and a holiday known. Raises AssertionError."""
    if not calendar([Entry("self-test@sellerdesk", now.date(), "返金", "")], "返金", now).startswith(b"BEGIN:VCALENDAR"):
        raise AssertionError("no calendar was written")
    if not is_holiday(now.date().replace(month=1, day=1)):
        raise AssertionError("New Year is no holiday")


def paper_round(now: datetime, drawing: Drawing | None) -> None:
    """A table goes out as a PDF; a checkout may lack what Qt needs, a built program may not. Raises AssertionError, UnusableArgument."""
    built, table = getattr(sys, "frozen", False), ShownTable("手数料", f"{now:%Y-%m-%d}", ["SKU", "円"], [False, True], [["A-1", "1980"]])
    try:
        made = drawing(table, lambda _done, _total: None) if drawing else b""
    except UnusableArgument:
        if built:
            raise
        return
    if (drawing or built) and not made.startswith(b"%PDF"):
        raise AssertionError("no PDF was made")


def demo_listings() -> Path:
    """The listings report of the demo shop."""
    return assets.path("demo/listings.txt")


def count_offers(store: Path) -> int:
    """How many offers a store holds."""
    saved = shop.load(store)
    return len(saved.offers) if saved else 0
