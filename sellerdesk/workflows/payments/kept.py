"""What a judging keeps of the saved payments for the window: kinds folded into a few rows, by month, and what was found."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

import msgspec

from sellerdesk.domain.catalogue import Catalogue
from sellerdesk.domain.finding import Finding
from sellerdesk.domain.paid import PaidOrder
from sellerdesk.domain.payment import Payment
from sellerdesk.rules.payments.placed import Placed, grouped, placed
from sellerdesk.rules.payments.shares import beyond_in_all, fee_of_order, fee_wanted, is_whole, shares
from sellerdesk.store.connection import Database
from sellerdesk.workflows.payment_kinds import places
from sellerdesk.workflows.payments.found import (
    cells_of,
    first_day_of,
    is_awaited,
    is_claim_to_check,
    may_come_back,
    more_of,
    refunded_by_month,
    urgency,
    waiting_of,
)
from sellerdesk.workflows.payments.recorded import CLAIMED, UNREFUNDED, Decided, is_settled, with_recorded
from sellerdesk.workflows.payments.report import ReadFile, Report, judged, known_of, yen_of
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
WANTED = {"back": may_come_back, "claims": is_claim_to_check}
"""Which findings are of the yen that may be had back, and which of those of claims to be looked at first, by the names they are kept by."""
NO_RETURNS = ("refunds", "", "returns_report")
"""What waits for a returns report, whatever was refunded: the returns that were not."""


def judge_saved_payments(db: Database, catalogue: Catalogue, as_of: date) -> dict[str, Any]:
    """What is kept of the saved payments, judged on a day (Japan); nothing when none are saved."""
    read = of_database(db)
    if not read:
        return {}
    returns = of_store(db, catalogue, as_of)
    known = known_of(returns, catalogue.facts, catalogue.offers, (account.of(db), as_of), carriers(db))
    return kept_of(judged(read, as_of, known), as_of, with_returns=returns is not None)


def kept_of(report: Report, as_of: date, *, with_returns: bool = True) -> dict[str, Any]:
    """What is kept of a report, judged on a day (Japan); without a returns report no return was looked up that has no refund."""
    nothing = dict.fromkeys((payment.month for payment in report.held), placed((), places()))
    months = dict(sorted({**nothing, **grouped(report.payments, places(), "month")}.items()))
    days = [payment.at[:10] for payment in (*report.payments, *report.held)]
    wrong = sorted(
        (finding for finding in report.audit.findings if finding.outcome != "ok" and not finding.missing), key=partial(urgency, as_of)
    )
    shown, held_up = wrong[:MOST], [finding for finding in report.audit.findings if finding.outcome != "ok" and finding.missing]
    cells = cells_of([*wrong, *held_up], report.payments, ROWS)
    waiting = waiting_of(zip(held_up, cells[len(wrong) :], strict=True))
    return {
        "months": list(months),
        "files": len(report.files),
        "counted": len(report.payments),
        "lacking": [*map(lack_of, (*report.lacking, *report.unneeded))],
        "damaged": damaged_files(report),
        "elsewhere": elsewhere_of(report.files),
        "held": {"rows": len(report.held), "yen": report.held_yen, "unknown": report.unknown_states},
        "unknown_columns": [{"file": file.source.file, **msgspec.to_builtins(column)} for file in report.files for column in file.unknown],
        "rows": {name: [yen_of_row(sums, kinds) for sums in months.values()] for name, kinds in ROWS.items()},
        "first_day": min(days, default=""),
        "last_day": max(days, default=""),
        "summary": {rule: dict(counts) for rule, counts in report.audit.summary.items()},
        "missing": [msgspec.to_builtins(missing) for missing in report.audit.missing],
        "holes": [(str(first), str(last)) for first, last in report.holes],
        "beyond_returns": {"day": str(report.returns_to or ""), "count": report.beyond_returns},
        "findings": [msgspec.to_builtins(finding) for finding in shown],
        "cells": cells[: len(shown)],
        "more": more_of(zip(wrong[MOST:], cells[MOST : len(wrong)], strict=True)),
        "uncategorised": uncategorised(held_up, report.orders)[:MOST],
        "waiting": waiting if with_returns else [*waiting, NO_RETURNS],
        "count": len(wrong),
        "outcomes": Counter(finding.outcome for finding in wrong),
        "refunded": {month: msgspec.to_builtins(refunded) for month, refunded in refunded_by_month(report.orders).items()},
        "returns": paid_for_returns(report.payments, report.orders),
        "unpaid": [finding.subject for finding in wrong if finding.rule == UNREFUNDED and finding.outcome == "breach"],
        **{name: with_yen([finding for finding in wrong if is_wanted(finding)], as_of) for name, is_wanted in WANTED.items()},
        "awaited": counted([finding for finding in wrong if is_awaited(finding)], as_of),
    }


def elsewhere_of(files: Iterable[ReadFile]) -> list[dict[str, Any]]:
    """Which files have how many rows that stand in others under another settlement's number."""
    return [{"file": file.source.file, "other": also.file, "rows": also.rows} for file in files for also in file.elsewhere]


def uncategorised(held_up: Iterable[Finding], orders: Iterable[PaidOrder]) -> list[str]:
    """The SKUs whose category checks wait for: of their fees, or of the fee kept at a refund of an order."""
    skus = {order.subject: order.sku for order in orders}
    found = (skus.get(finding.subject, finding.subject) for finding in held_up if "category" in finding.missing)
    return [sku for sku in dict.fromkeys(found) if sku]


def lack_of(file: ReadFile) -> dict[str, Any]:
    """A file some of whose rows could not be read, and the one that holds them all ("": none)."""
    return {"file": file.source.file, "lost": file.lost, "cut": file.cut, "whole_in": file.whole_in}


def damaged_files(report: Report) -> list[dict[str, Any]]:
    """The files with damaged order numbers and SKUs: how many rows of each, by the kind of damage."""
    return [{"file": file.source.file, **{mend.kind: mend.times for mend in file.damaged}} for file in report.files if file.damaged]


def counted(findings: Sequence[Finding], as_of: date) -> dict[str, Any]:
    """How many orders findings are of, the first of their days from a day (Japan) on, and the orders."""
    orders = list(dict.fromkeys(finding.subject for finding in findings))
    return {"count": len(orders), "by": first_day_of(findings, as_of), "orders": orders[:MOST]}


def with_yen(findings: Sequence[Finding], as_of: date) -> dict[str, Any]:
    """What is counted of some findings, with their yen."""
    return {**counted(findings, as_of), "yen": sum(map(yen_of, findings))}


def yen_of_row(sums: Placed, kinds: Sequence[str]) -> int:
    """The yen of some kinds."""
    return sum(amount.yen for amount in sums.kinds if amount.kind in kinds)


def paid_for_returns(payments: Iterable[Payment], orders: Iterable[PaidOrder]) -> dict[str, int]:
    """What returned orders cost by the reports, in yen: labels and fees kept, less what came back, points, what went beyond the sale.

    Where no sale tells what the fee was, it is the fee of the refund that a settlement tells.
    """
    charged = charges(payments, ("return_label", "refund_fee"))
    labels = charged["return_label"]
    fees = charged["refund_fee"] | {
        order.subject: fee_left(order, order.fee) for order in orders if order.fee is not None and order.refunded
    }
    lost = {order.subject: more for order in orders if (more := order.points_lost + beyond_left(order))}
    yen = {order: labels.get(order, 0) + fees.get(order, 0) + lost.get(order, 0) for order in {**labels, **fees, **lost}}
    return {order: cost for order, cost in yen.items() if cost > 0}


def beyond_left(order: PaidOrder) -> int:
    """What refunds and claims gave the buyer beyond what was paid, in yen, less the buyer's own labels and what the shop was given back."""
    return max(0, (beyond_in_all(order) or 0) - order.label_buyer - order.given_back) if is_whole(order) else 0


def fee_left(order: PaidOrder, fee: int) -> int:
    """What Amazon kept of the fee of a refunded order, in yen, less what of it was given back since.

    What an adjustment gave for the order may be of the fee: it is divided, and of the fee only what nothing else asks for, and no more
    than is beyond what may be kept.
    """
    kept = fee_of_order(order, fee)
    return kept if order.fee_kept_most is None else kept - (fee_wanted(order) - shares(order).fee)


def charges(payments: Iterable[Payment], kinds: Sequence[str]) -> dict[str, defaultdict[str, int]]:
    """The yen that each of some kinds took for each order, less those that came back."""
    yen = {kind: defaultdict[str, int](int) for kind in kinds}
    for payment in payments:
        plan = places().plan(payment)
        if payment.order_id and not yen.keys().isdisjoint(plan):
            for kind, amount in zip(plan, payment.amounts, strict=True):
                if kind in yen:
                    yen[kind][payment.order_id] -= amount
    return yen


def findings_of(kept: Mapping[str, Any]) -> list[Finding]:
    """The findings that were kept, as they can be put into words: days are texts; none where nothing is kept of payments."""
    return [
        Finding(**{**finding, "clauses": tuple(finding["clauses"]), "missing": tuple(finding["missing"])})
        for finding in kept.get("findings", ())
    ]


def claims_left(kept: Mapping[str, Any], decided: Decided, as_of: date, name: str = "back") -> Mapping[str, Any]:
    """What may be had back of the payments that are kept, as `kept` tells it by one of WANTED, without what the owner settled.

    `claimed` are yen that the owner asked for and that have not come: they are in no other sum.
    """
    back: Mapping[str, Any] = kept.get(name, {"count": 0})
    is_wanted = WANTED[name]
    found = findings_of(kept)
    shown = with_recorded(found, decided)
    pairs = [(finding, now) for finding, now in zip(found, shown, strict=True) if is_settled(now) and is_wanted(finding)]
    settled = [finding for finding, _now in pairs]
    if not settled:
        return back
    open_ = [finding for finding in shown if is_wanted(finding)]
    gone = {finding.subject for finding in settled} - {finding.subject for finding in open_}
    orders = [order for order in back["orders"] if order not in gone]
    yen = back["yen"] - sum(map(yen_of, settled))
    claimed = sum(yen_of(now) for _finding, now in pairs if now.facts["decided"] == CLAIMED)
    return {"count": back["count"] - len(gone), "by": first_day_of(open_, as_of), "orders": orders, "yen": yen, "claimed": claimed}
