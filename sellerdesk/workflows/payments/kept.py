"""What a judging keeps of the saved payments for the window: kinds folded into a few rows, by month, and what was found."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import msgspec

from sellerdesk.domain.catalogue import Catalogue
from sellerdesk.domain.finding import Finding
from sellerdesk.readers.headers import PAYMENTS
from sellerdesk.rules.payments.placed import Placed, grouped
from sellerdesk.store import imports, payments
from sellerdesk.store.connection import Database
from sellerdesk.workflows.payment_kinds import places
from sellerdesk.workflows.payments.report import Report, judged, known_of, yen_of
from sellerdesk.workflows.payments.saved import carriers, of_store, source_of
from sellerdesk.workflows.returns.claims import claim_days
from sellerdesk.workflows.shop import account

ROWS: Mapping[str, tuple[str, ...]] = {
    "sales": ("sale", "sale_tax", "shipping", "shipping_tax", "gift_wrap", "gift_wrap_tax", "promotion"),
    "points": ("points_given", "points_returned"),
    "referral": ("referral_fee", "referral_fee_returned", "refund_fee"),
    "refunds": ("refund_price", "refund_shipping"),
    "labels": ("return_label",),
    "delivery": ("easy_ship", "fba_fee", "storage_fee"),
    "advertising": ("advertising",),
    "fixed": ("subscription", "other"),
    "adjustments": ("adjustment", "reimbursement", "a_to_z", "chargeback", "reserve"),
    "not_placed": ("not_placed",),
}
"""The rows of the page with their kinds; payouts are in none, for they are no income and no cost."""
MOST = 300
"""Findings that are kept: the worst; the command lists all."""
BACK = ("payments.refund-without-return", "payments.refund-too-large", "payments.label", "payments.refund-fee")
"""Rules whose yen may be had back."""


def judge_saved_payments(db: Database, catalogue: Catalogue, as_of: date) -> dict[str, Any]:
    """What is kept of the saved payments, judged on a day (Japan); nothing when none are saved."""
    read = [(source_of(one), payments.of_import(db, one.number)) for one in imports.every(db) if one.kind in PAYMENTS]
    if not read:
        return {}
    known = known_of(of_store(db, catalogue, as_of), catalogue.facts, catalogue.offers, claim_days(account.of(db), as_of), carriers(db))
    return kept_of(judged(read, as_of, known))


def kept_of(report: Report) -> dict[str, Any]:
    """What is kept of a report."""
    months = grouped(report.payments, places(), "month")
    wrong = [one for one in report.audit.findings if one.outcome != "ok" and not one.missing]
    back = [one for one in wrong if one.rule in BACK]
    return {
        "months": list(months),
        "rows": {name: [yen_of_row(sums, kinds) for sums in months.values()] for name, kinds in ROWS.items()},
        "first_day": min(one.at for one in report.payments)[:10] if report.payments else "",
        "last_day": max(one.at for one in report.payments)[:10] if report.payments else "",
        "summary": {rule: dict(counts) for rule, counts in report.audit.summary.items()},
        "missing": [msgspec.to_builtins(one) for one in report.audit.missing],
        "findings": [msgspec.to_builtins(one) for one in wrong[:MOST]],
        "count": len(wrong),
        "back": {"count": len({one.subject for one in back}), "yen": sum(map(yen_of, back))},
    }


def yen_of_row(sums: Placed, kinds: Sequence[str]) -> int:
    """The yen of some kinds."""
    return sum(one.yen for one in sums.kinds if one.kind in kinds)


def findings_of(kept: Mapping[str, Any]) -> list[Finding]:
    """The findings that were kept, as they can be put into words: days are texts."""
    return [Finding(**{**one, "clauses": tuple(one["clauses"]), "missing": tuple(one["missing"])}) for one in kept["findings"]]
