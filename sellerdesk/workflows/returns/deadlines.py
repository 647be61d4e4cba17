"""The deadline board: which refunds are still to be made, by when, and what leaves the board by the owner's word."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Literal

import msgspec

from sellerdesk.domain.calendar import Calendar
from sellerdesk.domain.decision import Decision
from sellerdesk.domain.returned_item import ReturnedItem
from sellerdesk.rules.business_days import is_open
from sellerdesk.rules.returns.refunds import is_all_with_held
from sellerdesk.workflows.returns.costs import ReturnCost

__all__ = ["LEAVES", "RULE", "Deadline", "board", "deadline", "is_open", "open_days_left", "started"]

RULE = "returns.refund-deadline"
LEAVES = ("refunded", "done", "not-so")
"""Decisions about a deadline by which a return leaves the board; "later" keeps it there."""


Begun = Literal["", "part", "held", "claim", "claim_held", "came_back"]
"""How far a refund is that is still on the board."""


class Deadline(msgspec.Struct, frozen=True):
    """A refund to be made for an order. Days are Japan's; `days_left` is below 0 when it is overdue; `later`: put off by the owner.

    `refund` is what the reports tell of it already: one that is held back, one of a part, a claim that took money (or that is
    held back), what came back to the shop so that nothing of it is left, or nothing.
    """

    order_id: str
    skus: tuple[str, ...]
    arrived_on: date
    refund_by: date
    days_left: int
    later: bool = False
    refund: Begun = ""


def open_days_left(today: date, due: date, calendar: Calendar, most: int) -> int:
    """The business days after today until a deadline, that day among them; no more than so many days are looked at."""
    days = (today + timedelta(days=number) for number in range(1, min((due - today).days, most) + 1))
    return sum(is_open(day, calendar) for day in days)


def board(costs: Sequence[ReturnCost], decided: Iterable[Decision], as_of: date) -> list[Deadline]:
    """The refunds still to be made, the most urgent first, as far as the report and the owner tell."""
    kinds = {decision.subject: decision.kind for decision in decided if decision.rule == RULE}
    orders: dict[str, list[tuple[date, ReturnedItem]]] = {}
    for returned in costs:
        if returned.costs.refund_by and returned.item.waits_for_refund and kinds.get(returned.item.subject) not in LEAVES:
            orders.setdefault(returned.item.subject, []).append((returned.costs.refund_by, returned.item))
    found = [deadline(number, due, as_of, later=kinds.get(number) == "later") for number, due in orders.items()]
    return sorted(found, key=lambda deadline: (deadline.refund_by, deadline.order_id))


def deadline(number: str, due: Sequence[tuple[date, ReturnedItem]], as_of: date, *, later: bool) -> Deadline:
    """The deadline of an order: that of the row which came back first."""
    refund_by, first = min(due, key=lambda pair: pair[0])
    skus = tuple(dict.fromkeys(item.sku for _day, item in due if item.sku))
    begun = {started(item) for _day, item in due}
    refund = begun.pop() if len(begun) == 1 else ""
    return Deadline(number, skus, first.arrived_on or refund_by, refund_by, (refund_by - as_of).days, later, refund)


def started(item: ReturnedItem) -> Begun:
    """What the reports tell of a refund that is still to be made."""
    if item.paid_claim:
        return "claim"
    if item.claim_held:
        return "claim_held"
    if item.paid_held and not item.paid_part and is_all_with_held(item):
        return "held"
    is_part = bool(item.paid_part or item.refunded or item.shipping_kept) and not item.refund_back
    return "part" if is_part else "came_back" if item.refund_back or item.claim_back else ""
