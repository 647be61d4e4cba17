"""Seller Fulfilled Prime, shipment by shipment: method, tracking, origin, and delivery by the day promised.

Sources: clauses S-02, S-08…S-11, S-17, S-18. Only shipments of SFP offers are judged; `prime_shipments` tells which those are.
"""

from datetime import date

from sellerdesk.domain.facts import SkuFacts
from sellerdesk.domain.finding import OK, Change, Finding, Verdict
from sellerdesk.domain.japan import JP
from sellerdesk.domain.shipment import DAY_LENGTH, NOT_YET, Shipment, past
from sellerdesk.rules.engine.check import Check, Judge, NoParams, Run, lacking
from sellerdesk.rules.scopes import of_prime_items
from sellerdesk.rules.sfp import service, tracking
from sellerdesk.rules.sfp.service import Methods
from sellerdesk.rules.sfp.tracking import Numbers


def shipment_origin(_params: NoParams, _run: Run) -> Judge[Shipment]:
    """Shipped from Japan (S-11)."""
    unknown = lacking("ship_from")

    def judge(shipment: Shipment, _known: SkuFacts) -> Verdict | None:
        place = shipment.ship_from
        return unknown if place is None else OK if place == JP else Verdict("abroad", {"ship_from": place})

    return judge


def late_delivery(_params: NoParams, run: Run) -> Judge[Shipment]:
    """Delivered by the day promised, that day included (S-17, S-18); a promise of a day to come is not judged before it has passed."""
    today = run.as_of.isoformat()

    def judge(shipment: Shipment, _known: SkuFacts) -> Verdict | None:
        promised, delivered = shipment.promised_by, shipment.delivered_at
        open_still = delivered in (None, NOT_YET)
        if promised is None:
            return lacking("promised_by", *(["delivered_at"] if open_still else []))
        if delivered is None or delivered == NOT_YET:
            return lacking("delivered_at") if today > promised[:DAY_LENGTH] else None
        late = past(delivered, promised)
        if late is None:
            return lacking("delivered_at")
        return late_by(promised, delivered) if late else OK

    return judge


def late_by(promised: str, delivered: str) -> Verdict:
    """The verdict on a delivery after its promise; 0 days are some hours of the promised day."""
    days = date.fromisoformat(delivered[:DAY_LENGTH]) - date.fromisoformat(promised[:DAY_LENGTH])
    return Verdict("late", {"promised_by": promised, "delivered_at": delivered, "days_late": days.days})


def from_japan(finding: Finding) -> tuple[Change, ...]:
    """A parcel that left from Japan."""
    return (Change(finding.subject, "ship_from", JP, "would"),)


def in_time(finding: Finding) -> tuple[Change, ...]:
    """A delivery by the moment promised."""
    return (Change(finding.subject, "delivered_at", finding.facts["promised_by"], "would"),)


CHECKS = (
    Check("carrier_method", Methods, of_prime_items, service.CASES, ("written",), service.carrier_method, service.allowed_method),
    Check("tracking_id", Numbers, of_prime_items, tracking.CASES, ("tracking", "written"), tracking.tracking_id, tracking.right_number),
    Check(
        "tracking_before_confirmation",
        NoParams,
        of_prime_items,
        ("late",),
        ("given_at", "confirmed_at"),
        tracking.tracking_before_confirmation,
        tracking.given_in_time,
    ),
    Check("shipment_origin", NoParams, of_prime_items, ("abroad",), ("ship_from",), shipment_origin, from_japan),
    Check("late_delivery", NoParams, of_prime_items, ("late",), ("promised_by", "delivered_at"), late_delivery, in_time),
    Check(
        "same_day",
        Methods,
        of_prime_items,
        ("no_region", "not_allowed", "method", "region"),
        ("same_day", "same_day_region", "written"),
        service.same_day,
        service.same_day_change,
    ),
)
