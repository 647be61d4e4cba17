"""When a return is refunded and whether it can come back at all: the deadline, the return window, hazmat.

Sources: clauses S-19…S-22 (window), S-24 (two business days), S-30…S-32 (hazmat). All days are Japan's.
"""

from datetime import date, timedelta

import msgspec

from sellerdesk.domain.facts import SkuFacts
from sellerdesk.domain.finding import OK, Change, Facts, Finding, Verdict
from sellerdesk.domain.returned_item import ReturnedItem
from sellerdesk.rules.business_days import Calendar, business_days_after
from sellerdesk.rules.check import Check, Judge, NoParams, Run, lacking
from sellerdesk.rules.returns import programme


class Deadline(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Business days from the day of arrival (day 0) to the last day for the refund."""

    business_days: int

    def day(self, arrived_on: date, calendar: Calendar) -> date:
        """The last day for the refund of what arrived on a day."""
        return business_days_after(arrived_on, self.business_days, calendar)


class Window(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Days from the item's arrival at the customer within which a return is authorised without anyone's action."""

    days: int


def refund_deadline(params: Deadline, run: Run) -> Judge[ReturnedItem]:
    """Whether the refund is made, still to be made, or late. A report does not say when it was made, so a late one is asked for."""

    def judge(item: ReturnedItem, _known: SkuFacts) -> Verdict | None:
        if item.status == "cancelled":
            return None
        if item.arrived_on is None:
            return lacking("arrived_on")
        refund_by = params.day(item.arrived_on, run.calendar)
        left = (refund_by - run.as_of).days
        told: Facts = {"arrived_on": item.arrived_on, "refund_by": refund_by, "days_left": left, "days_late": -left}
        if left >= 0:
            return Verdict("refunded" if item.refunded else "due", told)
        if item.refunded is None:
            return lacking("refunded")
        return lacking("refunded_on") if item.refunded else Verdict("overdue", told)

    return judge


def window(params: Window, _run: Run) -> Judge[ReturnedItem]:
    """Whether a return was asked for in time: as the report says, or because it was so soon after the order."""

    def judge(item: ReturnedItem, _known: SkuFacts) -> Verdict | None:
        if item.in_policy == "no":
            return Verdict("late", {"in_policy": "no", "days": params.days})
        if item.in_policy == "yes":
            return Verdict("inside", {"days": params.days})
        if item.ordered_on is None or item.requested_on is None:
            return lacking("in_policy")
        soon = item.requested_on - item.ordered_on <= timedelta(days=params.days)  # it cannot have arrived before it was ordered
        return Verdict("inside", {"days": params.days}) if soon else lacking("in_policy")

    return judge


def hazmat(_params: NoParams, _run: Run) -> Judge[ReturnedItem]:
    """Whether the item is one that cannot come back, yet may be refunded (AMB-08)."""

    def judge(item: ReturnedItem, known: SkuFacts) -> Verdict | None:
        told = item.hazmat if item.hazmat is not None else known.hazmat
        if told is None:
            return lacking("hazmat")
        return OK if told == "no" else Verdict("unreturnable" if told == "yes" else "potential", {"hazmat": told})

    return judge


def change_of_deadline(finding: Finding) -> tuple[Change, ...]:
    """Refund by the last day; what is late cannot be made early."""
    return (Change(finding.subject, "refunded_on", finding.facts["refund_by"], "mend" if finding.case == "due" else "would"),)


def change_of_window(finding: Finding) -> tuple[Change, ...]:
    """Nobody's to set: whether it was asked for in time."""
    return (Change(finding.subject, "in_policy", "yes", "would"),)


def change_of_hazmat(finding: Finding) -> tuple[Change, ...]:
    """Ask Seller Support for the right class, where this one is wrong (S-32)."""
    return (Change(finding.subject, "hazmat", "no", "would"),)


CHECKS = (
    Check(
        "refund_deadline",
        Deadline,
        programme,
        ("refunded", "due", "overdue"),
        ("arrived_on", "refunded"),
        refund_deadline,
        change_of_deadline,
    ),
    Check("window", Window, programme, ("inside", "late"), ("in_policy", "ordered_on", "requested_on"), window, change_of_window),
    Check("returns_hazmat", NoParams, programme, ("unreturnable", "potential"), ("hazmat",), hazmat, change_of_hazmat),
)
