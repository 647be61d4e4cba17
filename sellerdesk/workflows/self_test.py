"""The built program tests itself: resources, languages, rulebooks, an audit of the demo shop, files out and in, a store, and no socket."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime

import rtoml

from sellerdesk import assets
from sellerdesk.domain.finding import OUTCOMES
from sellerdesk.readers.headers import kinds
from sellerdesk.reports import words
from sellerdesk.workflows import fares, self_rounds
from sellerdesk.workflows.audit import audit, demo
from sellerdesk.workflows.guide import guide
from sellerdesk.workflows.quote import known_fees
from sellerdesk.workflows.terms import obligations, rules, terms

FOLDERS = ("demo", "fees", "headers", "headers/values", "help", "i18n", "icons", "measures", "rules", "tariffs", "terms")
MADE_IN_WINDOW = "i18n/ja.qm"
"""The window's Japanese, made from ja.ts by the set-up."""
INET = (2, 10, 23, 30)
"""AF_INET, and AF_INET6 on Linux, Windows and macOS."""


def self_test(now: datetime, drawing: self_rounds.Drawing | None = None) -> dict[str, str]:
    """Every check by name with "ok" or what went wrong."""
    checks: dict[str, Callable[[], object]] = {
        "resources": resources,
        "languages": languages,
        "headers": kinds,
        "clauses": terms,
        "rulebooks": rules,
        "obligations": obligations,
        "tariffs": lambda: [known_fees(), *map(fares.tariff, fares.methods())],
        "guide": guide,
        "demo": lambda: demo_audit(now),
        "store": lambda: self_rounds.store_round(now),
        "migration": lambda: self_rounds.old_store(now),
        "xlsx": lambda: self_rounds.workbook_round(now),
        "calendar": lambda: self_rounds.calendar_round(now),
        "pdf": lambda: self_rounds.paper_round(now, drawing),
    }
    with no_sockets() as opened:
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
