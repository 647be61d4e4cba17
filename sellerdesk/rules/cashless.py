"""METI's cashless rebate of 2019–20: which orders earn it, which still can, and until when.

Sources: clauses CL-01…CL-08, CL-12, CL-13. All boundaries are midnights in Japan, whatever zone a stamp was written in.
"""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Literal

import msgspec

from sellerdesk.domain.facts import SkuFacts
from sellerdesk.domain.finding import MISSING, Change, Facts, Finding, Verdict
from sellerdesk.domain.japan import JAPAN
from sellerdesk.domain.money import most_for
from sellerdesk.domain.order import PAYMENTS, STATUSES, Dispatch, Order
from sellerdesk.rules.engine.check import Check, Judge, Run, everything

State = Literal["eligible", "not-eligible", "check", "open", "cancelled"]


class Rebate(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The project's first and last day for orders, the last day to ship and confirm (Japan), and the rebate in percent.

    An open order is an alarm when `alarm_days` days or fewer are left.
    """

    first_day: date
    last_day: date
    ship_by: date
    per_cent: int
    alarm_days: int

    def starts(self) -> datetime:
        """The first moment of the project."""
        return midnight(self.first_day)

    def ends(self) -> datetime:
        """The first moment after the last day for orders."""
        return midnight(self.last_day + timedelta(days=1))

    def closes(self) -> datetime:
        """The first moment after the last day to ship and confirm."""
        return midnight(self.ship_by + timedelta(days=1))


def midnight(day: date) -> datetime:
    """The first moment of a day in Japan."""
    return datetime.combine(day, time(), JAPAN)


CASES_OF: Mapping[State, tuple[str, ...]] = {
    "eligible": ("ok", "hold_counts"),
    "cancelled": ("cancelled",),
    "not-eligible": ("early", "ended", "no_part", "not_cashless", "late", "hold_excluded", "hold_expired"),
    "check": ("line_unread", "hold_last_day", "hold_late", "into_cashless", "payment_word", "status_word", "lines_differ", MISSING),
    "open": ("on_hold", "open", "due", "unconfirmed"),
}
STATES: Mapping[str, State] = {case: state for state, cases in CASES_OF.items() for case in cases}
"""What each case says of the order."""


def order(params: Rebate, run: Run) -> Judge[Order]:
    """Whether an order earns the rebate. A sure no beats an unknown: only what could still be a yes is asked for."""

    def judge(one: Order, _known: SkuFacts) -> Verdict | None:
        case, missing = judged(one, params, run)
        return Verdict(case, described(one, case, params, run.as_of), missing)

    return judge


def judged(one: Order, params: Rebate, run: Run) -> tuple[str, tuple[str, ...]]:
    """The case of an order, and the facts that it waits for."""
    payment = paid(one, run.readings.get("AMB-17", "check"))
    shipping = shipped(one, params, run)
    placed = when_placed(one, params, run)
    if one.status == "cancelled" and not one.torn:
        return "cancelled", ()
    part = {"no": "no_part", "yes": "ok"}.get(run.took_part or "", MISSING)
    sure = next((case for case in (placed, part, payment, shipping) if STATES.get(case) == "not-eligible"), None)
    if sure is not None:
        return sure, ()
    if one.torn:
        return "line_unread", ()
    doubt = next((case for case in (placed, payment, shipping) if STATES.get(case) == "check" and case != MISSING), None)
    if doubt is not None:
        return doubt, ()
    if one.status is not None and one.status not in STATUSES:
        return "status_word", ()
    missing = (*(["participant"] if part == MISSING else []), *lacking(one, run.as_of, placed, payment, shipping))
    return (MISSING, missing) if missing else (shipping, ())


def when_placed(one: Order, params: Rebate, run: Run) -> str:
    """By the day of the order: "early", "ended", a doubt about an order On Hold, or "ok" (CL-01, CL-02, CL-08, CL-12)."""
    if one.placed is None:
        return MISSING
    if one.placed < params.starts():
        return "early"
    if one.placed >= params.ends():
        return "ended"
    on_last_day = one.placed >= midnight(params.last_day)
    if one.status == "pending" and on_last_day and run.as_of > params.last_day:
        return {"included": "ok", "excluded": "hold_excluded"}.get(run.readings.get("AMB-01", ""), "hold_last_day")
    return "ok"


def paid(one: Order, reading: str) -> str:
    """By the payment: the method changed to decides (CL-07); from outside into the project is not spoken of (AMB-17)."""
    if one.changed_to == "other" or (one.payment == "other" and one.changed_to == "none"):
        return "not_cashless"
    if one.changed_to == "cashless" and reading == "last":
        return "ok"
    if unknown_words(one):
        return "payment_word"
    if one.payment is None or one.changed_to is None:
        return MISSING
    if one.payment == "other":
        return "not_cashless" if reading == "first" else "into_cashless"
    return "ok"


def unknown_words(one: Order) -> str | None:
    """What an order says of its payment in words that nobody knows; None where there are none."""
    return next((word for word in (one.payment, one.changed_to) if word is not None and word not in (*PAYMENTS, "none")), None)


def shipped(one: Order, params: Rebate, run: Run) -> str:
    """By shipping and its confirmation, both by the last day (CL-02, CL-03, CL-04); lines that differ at the end are a doubt."""
    over = run.as_of > params.ship_by
    if one.status == "pending" and over:
        return {"not-eligible": "hold_expired", "eligible": "hold_counts"}.get(run.readings.get("AMB-15", ""), "hold_late")
    if one.status == "pending":
        return "on_hold"
    if one.status == "shipped" and one.updated is not None and one.updated < params.closes():
        return "ok"  # Amazon sets Shipped when the shipment is confirmed, so it was both by the day of the last change
    found = {parcel_case(as_told(parcel, one.status, run.as_of), params, run.as_of) for parcel in one.parcels}
    alarm = next((case for case in ("unconfirmed", "due", "open") if case in found), None)
    return alarm or (found.pop() if len(found) == 1 else MISSING if MISSING in found else "lines_differ")


def as_told(parcel: Dispatch, status: str | None, as_of: date) -> Dispatch:
    """A parcel as the order's status completes it, by the end of a day: what a later moment tells has not happened yet."""
    end = midnight(as_of + timedelta(days=1))
    moments = ["none" if isinstance(moment, datetime) and moment >= end else moment for moment in (parcel.shipped, parcel.confirmed)]
    if status == "unshipped":  # Amazon calls it so until the shipment is confirmed
        moments = ["none" if moment is None else moment for moment in moments]
    if status == "shipped":  # Amazon calls it so once the shipment is confirmed: a blank cell beside it is a gap in the sheet
        moments = [None if moment == "none" else moment for moment in moments]
    return Dispatch(*moments)


def parcel_case(parcel: Dispatch, params: Rebate, as_of: date) -> str:
    """By one parcel: in time, late, not yet, or not known."""
    moments = (parcel.shipped, parcel.confirmed)
    if any(isinstance(moment, datetime) and moment >= params.closes() for moment in moments):
        return "late"
    if "none" in moments and as_of > params.ship_by:
        return "late"
    if None in moments:
        return MISSING
    if "none" in moments:
        return waiting(params, as_of) if parcel.shipped == "none" else "unconfirmed"
    return "ok"


def waiting(params: Rebate, as_of: date) -> str:
    """An order that still can be shipped in time: "due" when few days are left."""
    return "due" if days_left(params, as_of) <= params.alarm_days else "open"


def days_left(params: Rebate, as_of: date) -> int:
    """Days from a day to the last day to ship and confirm."""
    return (params.ship_by - as_of).days


def lacking(one: Order, as_of: date, placed: str, payment: str, shipping: str) -> tuple[str, ...]:
    """The facts that the order waits for."""
    facts = ["purchase_date"] if placed == MISSING else []
    if payment == MISSING:
        facts += ["payment_method"] if one.payment is None else []
        facts += ["changed_payment"] if one.changed_to is None else []
    if shipping == MISSING:
        parcels = [as_told(parcel, one.status, as_of) for parcel in one.parcels]  # what the verdict went by, so that it never lacks nothing
        facts += ["ship_date"] if any(parcel.shipped in (None, "none") for parcel in parcels) else []
        facts += ["ship_confirmed"] if any(parcel.confirmed is None for parcel in parcels) else []
    return tuple(facts)


def described(one: Order, case: str, params: Rebate, as_of: date) -> Facts:
    """What a verdict says about the order: its state, the reason that decided, its rebate in yen, the days left."""
    state = STATES[case]
    facts: dict[str, object] = {"state": state, "reason": case}
    if one.placed is not None:
        facts["placed"] = one.placed.astimezone(JAPAN).strftime("%Y-%m-%d %H:%M:%S")
    if one.amount is not None:
        facts["amount"] = one.amount
        if state in ("eligible", "open"):
            facts["rebate"] = most_for(one.amount, params.per_cent)
    if case == "payment_word":
        facts["words"] = unknown_words(one)
    if case == "status_word":
        facts["words"] = one.status
    if state == "open" and case != "on_hold":  # nothing is to be shipped while it is On Hold
        facts["ship_by"], facts["days_left"] = params.ship_by, days_left(params, as_of)
    return facts  # type: ignore[return-value]  # all of them are values


WOULD = {
    "early": "purchase_date", "ended": "purchase_date", "not_cashless": "payment_method", "late": "ship_confirmed",
    "hold_excluded": "purchase_date", "hold_expired": "order_status", "no_part": "participant",
}  # fmt: skip
"""What would have to be otherwise for a sure no to be a yes: past, and nobody's to set."""
ASK = {
    "line_unread": "order_line",
    "hold_last_day": "order_status",
    "hold_late": "order_status",
    "into_cashless": "payment_method",
    "payment_word": "payment_method",
    "status_word": "order_status",
    "on_hold": "order_status",
    "lines_differ": "ship_confirmed",
}


def change_of_order(finding: Finding) -> tuple[Change, ...]:
    """Ship and confirm an open order; find out what is in doubt; a sure no has nothing that anybody may set."""
    if finding.case in ("open", "due", "unconfirmed"):
        return (Change(finding.subject, "ship_confirmed", finding.facts["ship_by"]),)
    if finding.case in ASK:
        return (Change(finding.subject, ASK[finding.case], None, "answer"),)
    return (Change(finding.subject, WOULD[finding.case], None, "would"),)


CASES = tuple(case for case in STATES if case not in ("ok", MISSING))

ASKED = ("participant", "order_status", "purchase_date", "payment_method", "ship_date", "ship_confirmed")

CHECKS = (Check("order", Rebate, everything, CASES, ASKED, order, change_of_order),)
