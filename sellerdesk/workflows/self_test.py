"""The built program tests itself: resources, languages, rulebooks, an audit of the demo shop, a store, and no socket."""

import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from sellerdesk import assets
from sellerdesk.domain.finding import OUTCOMES
from sellerdesk.readers.headers import kinds
from sellerdesk.reports import words
from sellerdesk.workflows import shop
from sellerdesk.workflows.audit import audit, demo
from sellerdesk.workflows.terms import obligations, rules, terms

RESOURCES = (
    "terms/clauses",
    "i18n/messages",
    "headers/values/answers",
    "headers/values/methods",
    "headers/values/templates",
    "measures/shipments",
)
INET = (2, 10, 23, 30)
"""AF_INET, and AF_INET6 on Linux, Windows and macOS."""


def self_test(now: datetime) -> dict[str, str]:
    """Every check by name with "ok" or what went wrong."""
    checks: dict[str, Callable[[], object]] = {
        "resources": lambda: [assets.text(f"{name}.toml") for name in RESOURCES],
        "languages": lambda: [words.say(lang, "say.self_test_ok") for lang in words.LANGUAGES],
        "headers": kinds,
        "clauses": terms,
        "rulebooks": rules,
        "obligations": obligations,
        "demo": lambda: demo_audit(now),
        "store": lambda: store_round(now),
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


def demo_audit(now: datetime) -> None:
    """The demo shop has every outcome. Raises AssertionError."""
    summary = audit(demo(), None, now.date(), everything=True).audit.summary
    absent = [outcome for outcome in OUTCOMES if not any(counts.get(outcome) for counts in summary.values())]
    if absent:
        raise AssertionError(f"no {absent} in the demo shop")


def store_round(now: datetime) -> None:
    """A store is made, migrated, filled and read back. Raises AssertionError."""
    with tempfile.TemporaryDirectory() as folder:
        store, files = Path(folder) / "self-test.db", demo()
        if files.listings is None:
            raise AssertionError("no demo listings")
        shop.import_file(store, files.listings, now)
        saved = shop.load(store)
        if saved is None or not saved.offers:
            raise AssertionError("what was saved did not come back")


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
