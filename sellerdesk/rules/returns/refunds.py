"""When a return is refunded and whether it can come back at all: the deadline, the return window, hazmat.

Sources: clauses S-19…S-22 (window), S-24 (two business days), S-30…S-32 (hazmat). All days are Japan's.
"""

from datetime import date

import msgspec

from sellerdesk.domain.calendar import Calendar
from sellerdesk.domain.facts import SkuFacts
from sellerdesk.domain.finding import OK, Change, Facts, Finding, Verdict
from sellerdesk.domain.returned_item import ENDED, STATUSES, ReturnedItem
from sellerdesk.rules.business_days import business_days_after
from sellerdesk.rules.engine.check import Check, Judge, NoParams, Run, lacking
from sellerdesk.rules.returns.buyers_labels import is_buyers, is_label_off
from sellerdesk.rules.returns.charged import is_part
from sellerdesk.rules.scopes import programme

STARTED = (
    "shipping_kept", "refunded_in_part", "refunded_but_label", "refunded_and_held", "cover_unknown", "held_back", "claimed_in_part",
    "claim_held", "claim_returned", "refund_returned",
)  # fmt: skip
"""Cases of a refund that is made in part, held back or taken back, or that a claim may have made: whether more is due is looked at."""


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
        if item.status in ENDED:
            return None
        if (verdict := without_deadline(item)) is not None:
            return verdict
        if item.arrived_on is None:
            return lacking("arrived_on")
        refund_by = params.day(item.arrived_on, run.calendar)
        left = (refund_by - run.as_of).days
        facts: Facts = {"arrived_on": item.arrived_on, "refund_by": refund_by, "days_left": left, "days_late": -left}
        if (verdict := by_payments(item, facts, refund_by)) is not None:
            return verdict
        if left >= 0:
            return Verdict("refunded", {**facts, "refunded": item.refunded}) if item.refunded else Verdict("due", facts)
        return past(item, facts)

    return judge


def without_deadline(item: ReturnedItem) -> Verdict | None:
    """A return with a status that nobody knows, one that asks for a replacement, or one that nobody paid for; None for every other."""
    if item.status is not None and item.status not in STATUSES:
        return Verdict("unknown_status", {"status": item.status, **item.where})
    if item.refunded or item.paid_back or item.paid_claim:
        return None
    if item.nothing_paid:
        return Verdict("nothing_paid")
    return Verdict("replaced") if item.resolution == "replacement" else None


def by_payments(item: ReturnedItem, facts: Facts, refund_by: date) -> Verdict | None:
    """What payment reports tell of the refund; None where they tell nothing, or the returns report tells of one that is enough.

    A part of it, or one that is held back, leaves the deadline as it is: whether the rest is due is to be looked at. What a claim took
    counts whatever the returns report says was refunded: it has no claims.
    """
    if item.paid_back and item.paid_back_on is not None:
        is_late = item.paid_back_on > refund_by
        if item.shipping_kept:
            return Verdict("shipping_kept", {**facts, "refunded": item.paid_back, "kept": item.shipping_kept})
        return Verdict("refunded_late" if is_late else "refunded", {**facts, "refunded": item.paid_back, "refunded_on": item.paid_back_on})
    if item.refunded and not (item.is_short or item.claim_covers or item.refund_back):
        return None
    if item.paid_claim or item.claim_held:
        return of_claim(item, facts)
    if item.paid_held and not item.paid_part and is_all_with_held(item):
        return Verdict("held_back", {**facts, "refunded": item.paid_held})
    return of_what_is_left(item, facts)


def of_claim(item: ReturnedItem, facts: Facts) -> Verdict:
    """What a claim took, or would take once it is no longer held back."""
    if not item.paid_claim:
        return Verdict("claim_held", {**facts, "claimed": item.claim_held})
    case = "claimed" if item.claim_covers else "claimed_in_part"
    return Verdict(case, {**facts, "claimed": item.paid_claim, "full": item.paid_due})


def of_what_is_left(item: ReturnedItem, facts: Facts) -> Verdict | None:
    """A refund of a part, or what came back to the shop of a refund or a claim; None where there was none."""
    if item.refund_back:
        return Verdict("refund_returned", {**facts, "refunded": item.refund_back})
    if refunded := max(item.refunded or 0, item.paid_part or 0):
        return in_part(item, facts, refunded)
    return Verdict("claim_returned", {**facts, "claimed": item.claim_back}) if item.claim_back else None


def is_all_with_held(item: ReturnedItem) -> bool:
    """Whether what is held back leaves nothing open beside the refund of the returns report, if that tells of one."""
    return not item.refunded or item.paid_due is None or item.refunded + (item.paid_held or 0) + (item.quantity or 1) >= item.paid_due


def in_part(item: ReturnedItem, facts: Facts, refunded: int) -> Verdict:
    """A refund that is less than what is due, or of which that is not known: the yen that are left, where they are."""
    if item.paid_due is None:
        return Verdict("cover_unknown", {**facts, "refunded": refunded, "full": None})
    facts = {**facts, "refunded": refunded, "full": item.paid_due, "rest": item.paid_due - refunded}
    if not item.paid_held or refunded == item.refunded:  # the yen of the returns report have none in them that is held back
        is_label = item.payer == "seller" and is_buyers(item) and is_label_off(item, item.paid_due - refunded)
        return Verdict("refunded_but_label" if is_label else "refunded_in_part", facts)
    return Verdict("refunded_and_held", {**facts, "held": item.paid_held, "made": refunded - item.paid_held})


def past(item: ReturnedItem, facts: Facts) -> Verdict:
    """A return whose last day for the refund is over."""
    if item.refunded is None:
        return Verdict("unpaid", facts) if item.unpaid else lacking("refunded")
    if item.refunded:
        return lacking("refunded_on")
    return (
        Verdict("nothing_left", {**facts, "full": item.amount, "cost": item.label_cost})
        if nothing_left(item)
        else Verdict("overdue", facts)
    )


def nothing_left(item: ReturnedItem) -> bool:
    """Whether the customer pays a label that costs as much as the whole order: the least refund is then 0 yen (S-27)."""
    if item.payer != "customer" or item.amount is None or is_part(item):
        return False
    return item.label_cost is not None and item.label_cost - item.label_back >= item.amount


def window(params: Window, _run: Run) -> Judge[ReturnedItem]:
    """Whether a return was asked for in time: as the report says, or because it was so soon after the order."""

    def judge(item: ReturnedItem, _known: SkuFacts) -> Verdict | None:
        days = {"window_days": params.days}
        after = None if item.ordered_on is None or item.requested_on is None else (item.requested_on - item.ordered_on).days
        soon = after is not None and after <= params.days  # it cannot have arrived before it was ordered
        if item.in_policy == "no":  # N says "outside the policy": a day too late is one ground of several
            return Verdict("outside_untold" if after is None else "outside" if soon else "late", {**days, "after": after})
        if item.in_policy == "yes" or soon:
            return Verdict("inside", days)
        return lacking("in_policy")

    return judge


def hazmat(_params: NoParams, _run: Run) -> Judge[ReturnedItem]:
    """Whether the item is one that cannot come back, yet may be refunded (AMB-08)."""

    def judge(item: ReturnedItem, known: SkuFacts) -> Verdict | None:
        kind = item.hazmat if item.hazmat is not None else known.hazmat
        if kind is None:
            return lacking("hazmat")
        return OK if kind == "no" else Verdict("unreturnable" if kind == "yes" else "potential", {"hazmat": kind})

    return judge


def change_of_deadline(finding: Finding) -> tuple[Change, ...]:
    """Refund by the last day; what is late cannot be made early."""
    if finding.case == "unknown_status":
        return (Change(finding.subject, "return_status", None, "answer"),)
    if finding.case in (*STARTED, "nothing_left", "refunded_late", "claimed"):
        return (Change(finding.subject, "refunded_on", None, "answer"),)
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
        (
            "refunded",
            "refunded_late",
            "replaced",
            "nothing_paid",
            "shipping_kept",
            "refunded_in_part",
            "refunded_but_label",
            "refunded_and_held",
            "cover_unknown",
            "held_back",
            "claimed",
            "claimed_in_part",
            "claim_held",
            "claim_returned",
            "refund_returned",
            "due",
            "overdue",
            "unpaid",
            "nothing_left",
            "unknown_status",
        ),
        ("arrived_on", "refunded"),
        refund_deadline,
        change_of_deadline,
    ),
    Check(
        "window",
        Window,
        programme,
        ("inside", "late", "outside", "outside_untold"),
        ("in_policy", "ordered_on", "requested_on"),
        window,
        change_of_window,
    ),
    Check("returns_hazmat", NoParams, programme, ("unreturnable", "potential"), ("hazmat",), hazmat, change_of_hazmat),
)
