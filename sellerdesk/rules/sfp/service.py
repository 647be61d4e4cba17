"""Whether a carrier and method are those that the terms allow: the seven of S-10, which bind every order of an SFP item (S-02)."""

from collections.abc import Mapping
from datetime import date

import msgspec

from sellerdesk.domain.facts import SkuFacts
from sellerdesk.domain.finding import MISSING, OK, Change, Facts, Finding, Verdict
from sellerdesk.domain.shipment import DAY_LENGTH, NOT_YET, Service, Shipment
from sellerdesk.rules.engine.check import Judge, Run, lacking

ALLOWED, NOT_ALLOWED, CONTRADICTION, UNCLEAR, UNKNOWN = "allowed", "not_allowed", "contradiction", "unclear", "unknown"
SLOWER = {NOT_ALLOWED: "slower", UNCLEAR: "slower_unclear"}
"""The cases of a slower service that stood in for one of the list, where it was not offered everywhere."""
CASES = (NOT_ALLOWED, "slower", CONTRADICTION, UNCLEAR, "slower_unclear", UNKNOWN)
"""What a service that is not simply allowed can be, the worst first."""

Allowed = Mapping[str, tuple[str, ...]]
"""The methods allowed, by id and carrier."""


class Methods(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The methods allowed per carrier, and those of which the names in the terms leave open whether they are meant.

    `slower` are services that stood in for one of the list where that was not offered, each with the day (Japan) from which it was
    offered everywhere again: before, whether they were meant is open too.
    """

    allowed: dict[str, tuple[str, ...]]
    unclear: tuple[str, ...] = ()
    slower: dict[str, date] = {}

    def standing(self, shipment: Shipment) -> str:
        """Where the service of a shipment stands on the day it was shipped, with the cases of a slower service; see `standing`."""
        day = shipment.shipped_at
        known = None if day in (None, NOT_YET) else date.fromisoformat(str(day)[:DAY_LENGTH])
        open_still = tuple(name for name, again in self.slower.items() if known is None or known < again)
        case = standing(shipment.service, self.allowed, (*self.unclear, *open_still))
        return SLOWER.get(case, case) if set(shipment.service.methods) & set(self.slower) else case


def standing(service: Service, allowed: Allowed, unclear: tuple[str, ...] = ()) -> str:
    """Where a service stands: allowed, one of CASES, or MISSING where the method is not told.

    What is open is judged by all that it may be: bare "Letter Pack" is allowed, since Plus and Light both are, and a
    carrier with no method on the list is not allowed, whatever its method.
    """
    if service.carriers and not set(service.carriers) & set(allowed):
        return NOT_ALLOWED
    if len(service.carriers) > 1:
        return CONTRADICTION
    if not service.methods:
        return UNKNOWN if service.unread else MISSING
    fine = {method for methods in allowed.values() for method in methods} & set(service.methods)
    if len(fine) == len(service.methods):
        return UNKNOWN if service.unread else ALLOWED
    return UNCLEAR if fine or set(service.methods) & set(unclear) else NOT_ALLOWED


def carrier_method(params: Methods, _run: Run) -> Judge[Shipment]:
    """One of the seven methods, by a carrier that offers it (S-10)."""
    names = tuple(method for methods in params.allowed.values() for method in methods)

    def judge(shipment: Shipment, _known: SkuFacts) -> Verdict | None:
        case = params.standing(shipment)
        if case == MISSING:
            return lacking("ship_method")
        return OK if case == ALLOWED else Verdict(case, {**described(shipment.service), "allowed": names})

    return judge


def same_day(params: Methods, _run: Run) -> Judge[Shipment]:
    """Same Day needs the same methods, the ship-from address in its region, and an application (S-08); the owner tells the last two.

    Only shipments that are told to be Same Day: the seller applies for it, so no other one is taken for such.
    """

    def judge(shipment: Shipment, _known: SkuFacts) -> Verdict | None:
        if shipment.same_day != "yes":
            return None if shipment.same_day is None else OK
        facts, case = described(shipment.service), params.standing(shipment)
        if shipment.same_day_region == "no":
            return Verdict("no_region", facts)
        if case in (NOT_ALLOWED, SLOWER[NOT_ALLOWED]):
            return Verdict("not_allowed", facts)
        if case == MISSING:
            return lacking("ship_method")
        if case != ALLOWED:
            return Verdict("method", facts)
        return OK if shipment.same_day_region == "yes" else Verdict("region", facts)

    return judge


def described(service: Service) -> Facts:
    """What a verdict says about a service: the words, and what they were read as."""
    return {"written": service.written, "carriers": service.carriers, "methods": service.methods, "unread": service.unread}


def allowed_method(finding: Finding) -> tuple[Change, ...]:
    """An allowed method in place of one that is not; else what was meant has to be told."""
    allowed = finding.facts.get("allowed")
    if finding.case in (NOT_ALLOWED, SLOWER[NOT_ALLOWED]) and isinstance(allowed, tuple):
        return (Change(finding.subject, "ship_method", allowed[0], "would"),)
    return (Change(finding.subject, "ship_method", None, "answer"),)


def same_day_change(finding: Finding) -> tuple[Change, ...]:
    """An allowed method, the answer whether the shop is in the region, or a shop that is."""
    if finding.case == "no_region":
        return (Change(finding.subject, "same_day_region", "yes", "would"),)
    fact = "same_day_region" if finding.case == "region" else "ship_method"
    return (Change(finding.subject, fact, None, "answer"),)
