"""Judge the saved orders and keep a row for each: what the window's order table shows; nothing of a buyer is kept."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sellerdesk.domain.finding import MISSING, RANKS, Finding
from sellerdesk.domain.folding import folded
from sellerdesk.domain.judged_row import JudgedOrder
from sellerdesk.domain.order import Order
from sellerdesk.readers import orders as orders_read
from sellerdesk.readers.orders import Orders
from sellerdesk.store import imports
from sellerdesk.store.connection import Database
from sellerdesk.workflows.cashless.orders import Rebates
from sellerdesk.workflows.cashless.orders import judged as judge
from sellerdesk.workflows.cashless.payments import answers_of
from sellerdesk.workflows.shop.kept_report import kept_report
from sellerdesk.workflows.shop.readings import readings_of


def saved_orders(db: Database) -> list[Order]:
    """The orders of the last report, read again from what its import kept; none when none was opened."""
    last = imports.last(db, orders_read.KINDS)
    if last is None:
        return []
    content = kept_report(last.file, imports.source(db, last.number)).content
    return content.orders if isinstance(content, Orders) else []


def judge_orders(db: Database, orders: Sequence[Order], as_of: date) -> tuple[list[JudgedOrder], dict[str, Any]]:
    """A row for every order, and what is kept of the judging beside them."""
    rebates = judge(orders, as_of, answers_of(db), readings_of(db))
    ranks = {number: rank for rank, number in enumerate(sorted({order.order_id for order in orders}))}
    pairs = zip(rebates.orders, rebates.audit.findings, strict=False)
    rows = [row_of(place, order, finding, ranks[order.order_id]) for place, (order, finding) in enumerate(pairs)]
    return rows, rebates_json(rebates)


def row_of(place: int, order: Order, finding: Finding, rank: int) -> JudgedOrder:
    """The row of one order."""
    facts = finding.facts
    skus = " ".join(sku for sku, _count in order.units)
    rebate, left = facts.get("rebate"), facts.get("days_left")
    return JudgedOrder(
        place, order.order_id, skus, str(facts.get("placed", "")), RANKS[finding.outcome], str(facts["state"]), finding.case,
        order.amount, rebate if isinstance(rebate, int) else None, left if isinstance(left, int) else None, order.category or "",
        " ".join(finding.missing) if finding.case == MISSING else "", folded(f"{order.order_id}\n{skus}"), rank,
    )  # fmt: skip


def rebates_json(rebates: Rebates) -> dict[str, Any]:
    """What is kept of a judging beside its rows; `words` are those of the report that nobody knows, by order."""
    words = {finding.subject: finding.facts["words"] for finding in rebates.audit.findings if "words" in finding.facts}
    return {"states": dict(rebates.states), "rebate": dict(rebates.rebate), "unpriced": dict(rebates.unpriced), "words": words}
