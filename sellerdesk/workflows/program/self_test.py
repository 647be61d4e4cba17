"""The built program tests itself: resources, languages, rulebooks, an audit of the demo shop, files out and in, a store, and no socket."""

import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

import rtoml
from sqlite_utils import Database

from sellerdesk import assets
from sellerdesk.domain.finding import OUTCOMES
from sellerdesk.domain.refusal import UnusableArgument
from sellerdesk.readers.headers import kinds
from sellerdesk.rules.business_days import is_holiday
from sellerdesk.store.changed import keeping_changed
from sellerdesk.store.migrations import MIGRATIONS
from sellerdesk.workflows import fares
from sellerdesk.workflows.figures.in_force import figures
from sellerdesk.workflows.offers.audit import audit
from sellerdesk.workflows.offers.demo import demo
from sellerdesk.workflows.out.tables import offers_table
from sellerdesk.workflows.program.guide import guide
from sellerdesk.workflows.shop import imports
from sellerdesk.workflows.shop import saved as shop_saved
from sellerdesk.workflows.terms import obligations, rules, terms
from sellerdesk.writers import words
from sellerdesk.writers.calendar_file import Entry, calendar
from sellerdesk.writers.shown_table import ShownTable, table_file

Drawing = Callable[[ShownTable, Callable[[int, int], None]], bytes]
"""What makes a PDF of a table: the window's half of the program, when it is there."""

FOLDERS = ("demo", "figures", "headers", "headers/values", "help", "i18n", "icons", "rules", "tariffs", "terms")
MADE_IN_WINDOW = "i18n/ja.qm"
"""The window's Japanese, made from ja.ts by the set-up."""
INET = (2, 10, 23, 30)
"""AF_INET, and AF_INET6 on Linux, Windows and macOS."""


def self_test(now: datetime, drawing: Drawing | None = None) -> dict[str, str]:
    """Every check by name with "ok" or what went wrong."""
    checks: dict[str, Callable[[], object]] = {
        "resources": resources,
        "languages": languages,
        "headers": kinds,
        "clauses": terms,
        "rulebooks": rules,
        "obligations": obligations,
        "tariffs": lambda: [figures(), *map(fares.tariff, fares.methods())],
        "guide": guide,
        "demo": lambda: demo_audit(now),
        "store": lambda: store_round(now),
        "migration": lambda: old_store(now),
        "xlsx": lambda: workbook_round(now),
        "calendar": lambda: calendar_round(now),
        "pdf": lambda: paper_round(now, drawing),
    }
    with no_sockets() as opened, keeping_changed():
        results = {name: result(check) for name, check in checks.items()}
    return {**results, "no-sockets": "ok" if not opened else f"{len(opened)} opened"}


def result(check: Callable[[], object]) -> str:
    """Give "ok", or the error of a check: whatever fails here is what the test is for."""
    try:
        check()
    except Exception as error:  # noqa: BLE001 (the report of a self-test names every kind of failure)
        return f"{type(error).__name__}: {error}"
    return "ok"


def resources() -> None:
    """Every folder of resources holds files, none of them empty; every TOML file can be read. Raises AssertionError."""
    for folder in FOLDERS:
        files = [file for file in assets.path(folder).iterdir() if file.is_file()]
        if not files or any(not file.stat().st_size for file in files):
            raise AssertionError(f"{folder} is not whole")
        for text in assets.texts(folder).values():
            rtoml.loads(text)


def languages() -> None:
    """Every message in every language, and the window's. Raises AssertionError."""
    for lang in words.LANGUAGES:
        words.say(lang, "say.self_test_ok")
    if not assets.path(MADE_IN_WINDOW).stat().st_size:
        raise AssertionError("the window's Japanese is empty")


def demo_audit(now: datetime) -> None:
    """The demo shop has every outcome. Raises AssertionError."""
    summary = audit(demo(), None, now.date(), everything=True).audit.summary
    absent = [outcome for outcome in OUTCOMES if not any(counts.get(outcome) for counts in summary.values())]
    if absent:
        raise AssertionError(f"no {absent} in the demo shop")


@contextmanager
def no_sockets() -> Iterator[list[object]]:
    """Collects every internet socket that is opened meanwhile; an audit hook cannot be taken off, so it only stops listening."""
    opened: list[object] = []
    listening = [True]

    def listen(event: str, details: tuple[object, ...]) -> None:
        if listening[0] and event == "socket.__new__" and details[1] in INET:
            opened.append(details)

    sys.addaudithook(listen)
    yield opened
    listening[0] = False


def store_round(now: datetime) -> None:
    """A store is made, migrated, filled and read back. Raises AssertionError."""
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "self-test.db"
        imports.import_file(store, demo_listings(), now)
        if not count_offers(store):
            raise AssertionError("what was saved did not come back")


def old_store(now: datetime) -> None:
    """A store of the first schema is opened, brought up to date after a backup, and filled. Raises AssertionError."""
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "shops/old.db"
        store.parent.mkdir()
        with closing(sqlite3.connect(store)) as connection:
            MIGRATIONS.apply(Database(connection, execute_plugins=False), stop_before="judged")
        imports.import_file(store, demo_listings(), now)
        if not count_offers(store):
            raise AssertionError("the store did not come up to date")


def workbook_round(now: datetime) -> None:
    """A catalogue goes out as a workbook and comes in again, whole. Raises AssertionError."""
    with tempfile.TemporaryDirectory() as folder:
        first, second, file = (Path(folder) / name for name in ("first.db", "second.db", "offers.xlsx"))
        imports.import_file(first, demo_listings(), now)
        saved = shop_saved.load(first)
        table = offers_table(saved.offers if saved else (), now.date(), "ja")
        file.write_bytes(table_file(table, "xlsx")[0])
        imports.import_file(second, file, now)
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
    saved = shop_saved.load(store)
    return len(saved.offers) if saved else 0
