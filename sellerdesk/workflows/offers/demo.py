"""The demonstration shop: its files, its account and how it is imported."""

import re
from datetime import date, datetime, timedelta
from pathlib import Path

from sellerdesk import assets
from sellerdesk.store import facts as saved_facts
from sellerdesk.store.database import changing
from sellerdesk.workflows.files import any_report
from sellerdesk.workflows.offers.audit import Files
from sellerdesk.workflows.shop import account
from sellerdesk.workflows.shop.imports import Imported, add

DEMO_ACCOUNT = {"participant": "yes", "applied_on": "2020-07-20", "applied_by": "own"}
"""What the owner of the demo shop told about it."""


def demo_orders() -> Path:
    """The orders of the demo shop, of 2020, one for every verdict."""
    return assets.path("demo/orders.txt")


def demo_recent(as_of: date) -> list[tuple[Path, bytes]]:
    """The demo shop's shipments, returns, templates, three months of payments, and the settlement that they end with.

    A day in braces is so many days from a day (Japan), {-2} the day before last.
    """

    def day(found: re.Match[str]) -> str:
        return (as_of + timedelta(days=int(found[1]))).isoformat()

    names = (
        "shipments.csv", "returns.txt", "templates.csv", "payments_1.csv", "payments_2.csv", "payments_3.csv", "settlement.txt",
    )  # fmt: skip
    return [(Path(name), re.sub(r"\{(-?\d+)\}", day, assets.text(f"demo/{name}")).encode()) for name in names]


def demo() -> Files:
    """The files of the demo shop, which is made up and has an offer of every verdict."""
    folder = assets.path("demo")
    return Files(folder / "listings.txt", folder / "facts.csv", folder / "price_file.txt", ("プライム配送パターン",))


def import_demo(store: Path, now: datetime, as_of: date) -> Imported:
    """Import the demo shop, whole, in place of what the store held; its parcels and returns are of the days before a day (Japan).

    Raises UnusableStore.
    """
    files = demo()
    recent = [any_report(path, data) for path, data in demo_recent(as_of)]
    paths = (files.facts, files.price_file, demo_orders(), files.listings)
    reports = [*recent, *(any_report(path) for path in paths if path is not None)]
    with changing(store) as db:
        done = [add(db, report, now) for report in reports]
        saved_facts.put_prime_templates(db, frozenset(files.prime_templates), now)
        for name, value in DEMO_ACCOUNT.items():
            saved_facts.put_setting(db, account.ACCOUNT + name, value, now)
    return done[-1]
