"""What a judging keeps of the saved payments for the window: kinds folded into a few rows, by month, and what was found."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

import msgspec

from sellerdesk.domain.catalogue import Catalogue
from sellerdesk.domain.finding import Finding
from sellerdesk.domain.payment import Payment
from sellerdesk.rules.payments.placed import Placed, grouped
from sellerdesk.store.connection import Database
from sellerdesk.workflows.payment_kinds import places
from sellerdesk.workflows.payments.found import cells_of, first_day_of, may_come_back, refunded_by_month, urgency
from sellerdesk.workflows.payments.report import Report, judged, known_of, yen_of
from sellerdesk.workflows.payments.saved import carriers, of_database, of_store
from sellerdesk.workflows.shop import account

ROWS: Mapping[str, tuple[str, ...]] = {
    "sales": ("sale", "sale_tax", "shipping", "shipping_tax", "gift_wrap", "gift_wrap_tax", "promotion"),
    "points": ("points_given", "points_returned"),
    "referral": ("referral_fee", "referral_fee_returned"),
    "refunds": ("refund_price", "refund_shipping"),
    "labels": ("return_label",),
    "refund_fee": ("refund_fee",),
    "delivery": ("easy_ship", "fba_fee", "storage_fee"),
    "advertising": ("advertising",),
    "fixed": ("subscription", "other"),
    "adjustments": ("adjustment", "reimbursement", "a_to_z", "chargeback", "reserve"),
    "not_placed": ("not_placed",),
}
"""The rows of the page with their kinds; payouts are in none, for they are no income and no cost."""
MOST = 300
"""Findings that are kept: the worst; the command lists all."""
RETURN_KINDS = frozenset({"return_label", "refund_fee"})
"""Kinds that are a cost of one returned order: its label, and the fee of its refund."""


def judge_saved_payments(db: Database, catalogue: Catalogue, as_of: date) -> dict[str, Any]:
    """What is kept of the saved payments, judged on a day (Japan); nothing when none are saved."""
    read = of_database(db)
    if not read:
        return {}
    known = known_of(of_store(db, catalogue, as_of), catalogue.facts, catalogue.offers, (account.of(db), as_of), carriers(db))
    return kept_of(judged(read, as_of, known), as_of)


def kept_of(report: Report, as_of: date) -> dict[str, Any]:
    """What is kept of a report, judged on a day (Japan)."""
    months = grouped(report.payments, places(), "month")
    wrong = sorted((one for one in report.audit.findings if one.outcome != "ok" and not one.missing), key=partial(urgency, as_of))
    back = [one for one in wrong if may_come_back(one)]
    shown = wrong[:MOST]
    return {
        "months": list(months),
        "lacking": [{"file": one.source.file, "lost": one.lost, "cut": one.cut} for one in report.lacking],
        "rows": {name: [yen_of_row(sums, kinds) for sums in months.values()] for name, kinds in ROWS.items()},
        "first_day": min(one.at for one in report.payments)[:10] if report.payments else "",
        "last_day": max(one.at for one in report.payments)[:10] if report.payments else "",
        "summary": {rule: dict(counts) for rule, counts in report.audit.summary.items()},
        "missing": [msgspec.to_builtins(one) for one in report.audit.missing],
        "findings": [msgspec.to_builtins(one) for one in shown],
        "cells": cells_of(shown, report.payments, ROWS),
        "count": len(wrong),
        "refunded": {month: msgspec.to_builtins(one) for month, one in refunded_by_month(report.orders).items()},
        "returns": paid_for_returns(report.payments),
        "back": {
            "count": len({one.subject for one in back}),
            "yen": sum(map(yen_of, back)),
            "by": first_day_of(back, as_of),
            "orders": list(dict.fromkeys(one.subject for one in back))[:MOST],
        },
    }


def yen_of_row(sums: Placed, kinds: Sequence[str]) -> int:
    """The yen of some kinds."""
    return sum(one.yen for one in sums.kinds if one.kind in kinds)


def paid_for_returns(payments: Iterable[Payment]) -> dict[str, int]:
    """What returned orders cost by the reports, in yen: their labels and the fees of their refunds, less what came back of them."""
    yen: defaultdict[str, int] = defaultdict(int)
    for one in payments:
        plan = places().plan(one)
        if one.order_id and not RETURN_KINDS.isdisjoint(plan):
            yen[one.order_id] -= sum(amount for kind, amount in zip(plan, one.amounts, strict=True) if kind in RETURN_KINDS)
    return {order: cost for order, cost in yen.items() if cost > 0}


def findings_of(kept: Mapping[str, Any]) -> list[Finding]:
    """The findings that were kept, as they can be put into words: days are texts."""
    return [Finding(**{**one, "clauses": tuple(one["clauses"]), "missing": tuple(one["missing"])}) for one in kept["findings"]]
