"""A file against the last import of its kind: new, gone, changed."""

from collections import Counter
from collections.abc import Collection, Sequence
from typing import Any

import msgspec
from msgspec.structs import replace

from sellerdesk.domain.damage import looks_damaged
from sellerdesk.domain.payment import Payment
from sellerdesk.readers.headers import PAYMENTS
from sellerdesk.readers.payments import PaymentFile
from sellerdesk.readers.returns import Returns
from sellerdesk.rules.payments.once import rows_once
from sellerdesk.rules.payments.sameness import key_of
from sellerdesk.store import imports, payments
from sellerdesk.store.connection import Database
from sellerdesk.workflows.files import Report, ReportContent
from sellerdesk.workflows.payment_kinds import places
from sellerdesk.workflows.shop.kept_report import kept_report
from sellerdesk.workflows.shop.kept_returns import Beside, KeptReturns, beside, kept_returns, untold


def records(content: ReportContent) -> dict[str, dict[str, Any]]:
    """What a report says of each subject: a SKU, an order, a return with its SKU."""
    listed: Sequence[Any] = next(
        (getattr(content, name) for name in ("offers", "orders", "shipments", "items", "cells") if hasattr(content, name)), ()
    )
    found: dict[str, dict[str, Any]] = {}
    for row in listed:
        fields = {name: getattr(row, name) for name in row.__struct_fields__ if name not in ("line", "file")}
        key = (
            str(fields.get("sku") or "")
            if hasattr(content, "offers")
            else " ".join(str(fields[name]) for name in ("order_id", "subject", "sku", "template", "region", "service") if fields.get(name))
        )
        found[key] = fields
    if not listed and hasattr(content, "facts") and not isinstance(content, PaymentFile):
        found = {
            sku: {name: value for name, value in msgspec.structs.asdict(known).items() if value is not None}
            for sku, known in content.facts.items()
        }
    return found


class Compared(msgspec.Struct, frozen=True):
    """What a file would change: subjects that are new, gone, and fields that changed with before and after.

    `older` holds when the file was written and when the one in place was (days, Japan), where the file is the older one. `beside` is
    what a returns report does beside those before it.
    """

    new: Sequence[str]
    gone: Sequence[str]
    changed: Sequence[tuple[str, str, object, object]]
    against: str
    older: tuple[str, str] | None = None
    beside: Beside | None = None


def compared(db: Database, report: Report, beside: Collection[str]) -> Compared | None:
    """A report against the last import of its kind; None when there is none. Raises UnreadableFile."""
    last = imports.last(db, beside)
    if last is None:
        return None
    if isinstance(report.content, PaymentFile):
        return Compared(new_payments(db, report.content.content.payments), (), (), last.file)
    if isinstance(report.content, Returns):
        return compared_returns(kept_returns(db), report.content, last.file)
    return differences(kept_report(last.file, imports.source(db, last.number)).content, report.content, last.file)


def compared_returns(there: KeptReturns | None, content: Returns, against: str) -> Compared:
    """A returns report against those before it, which it stands beside: of a return that it does not name nothing is gone."""
    stay = {item.line for item in untold(there.items, content.items)} if there else set()
    before = Returns([item for item in there.items if item.line not in stay] if there else [], [], 0)
    return replace(differences(before, content, against), beside=beside(there, content.items))


def differences(there: ReportContent, content: ReportContent, against: str) -> Compared:
    """What one report says otherwise than another."""
    before, after = records(there), records(content)
    changed = [
        (key, name, old.get(name), value)
        for key, entry in after.items()
        if (old := before.get(key)) is not None and old != entry
        for name, value in entry.items()
        if old.get(name) != value
    ]
    return Compared([key for key in after if key not in before], [key for key in before if key not in after], changed, against)


def new_payments(db: Database, rows: Sequence[Payment]) -> list[str]:
    """The orders, or lines, of the rows that no saved payment report has: payment reports add up, and none goes by another one."""
    before = [payments.of_import(db, imported.number).payments for imported in imports.every(db) if imported.kind in PAYMENTS]
    doubled = rows_once([*before, rows], places()).doubled.get(len(before), 0)
    there = Counter(key_of(row, places()) for some in before for row in some)
    found = list[str]()
    for row in rows:
        key = key_of(row, places())
        if there[key] <= 0:
            found.append(f"#{row.line}" if not row.order_id or looks_damaged(row.order_id) else row.order_id)
        there[key] -= 1
    return found[: len(rows) - doubled]
