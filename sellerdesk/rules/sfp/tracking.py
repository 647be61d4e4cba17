"""Tracking numbers: length and check digit of the carriers that the terms allow, and when the number was given.

Source: S-09. The last digit of a Yamato number, and of most of Japan Post's, is the rest of the number before it divided
by 7 (7DR). Whether every Yu-Pack number has such a digit is disputed in public: there a wrong one is a check.
"""

import re

import msgspec

from sellerdesk.domain.expressions import expression
from sellerdesk.domain.facts import SkuFacts
from sellerdesk.domain.finding import OK, Change, Facts, Finding, Verdict
from sellerdesk.domain.shipment import DAY_LENGTH, NOT_YET, Shipment, after
from sellerdesk.rules.engine.check import Judge, NoParams, Run, lacking
from sellerdesk.rules.sfp.service import ALLOWED, NOT_ALLOWED, standing

DIVISOR = 7
DIGITS = expression(r"\d+", re.ASCII)
CASES = ("absent", "placeholder", "malformed", "wrong_digit", "doubtful_digit", "repeated")
"""The cases of a tracking number, the worst first."""


class Numbers(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The methods judged per carrier, the lengths of a carrier's numbers in digits, and whose numbers all end in a check digit."""

    allowed: dict[str, tuple[str, ...]]
    lengths: dict[str, tuple[int, ...]]
    always_checked: frozenset[str]


def check_digit(body: str) -> int:
    """The digit that follows these digits: the rest of the number divided by 7 (12345678901 → 3)."""
    return int(body) % DIVISOR


def tracking_id(params: Numbers, _run: Run) -> Judge[Shipment]:
    """A number that the carrier can have given, and that no other order of the file had before (S-09)."""

    def judge(shipment: Shipment, _known: SkuFacts) -> Verdict | None:
        method = standing(shipment.service, params.allowed)
        if method == NOT_ALLOWED or (shipment.tracking == () and shipment.sent is False):
            return None
        if method != ALLOWED:
            return lacking("ship_method")
        if shipment.tracking is None:
            return lacking("tracking_number")
        if not shipment.tracking:
            return Verdict("absent", {"written": shipment.written})
        verdicts = [number_verdict(number, shipment.service.carriers[0], params) for number in shipment.tracking]
        worst = min(verdicts, key=lambda verdict: CASES.index(verdict.case) if verdict is not OK else len(CASES))
        if worst is OK and shipment.earlier is not None:
            return Verdict("repeated", {"tracking_number": shipment.tracking, "earlier": shipment.earlier})
        return worst

    return judge


def number_verdict(number: str, carrier: str, params: Numbers) -> Verdict:
    """The verdict on one number of a carrier, by itself."""
    lengths = params.lengths[carrier]
    if DIGITS.fullmatch(number) is None or len(number) not in lengths:
        described: Facts = {"tracking_number": number, "characters": len(number), "lengths": tuple(map(str, lengths)), "carrier": carrier}
        return Verdict("malformed", described)
    if len(set(number)) == 1:
        return Verdict("placeholder", {"tracking_number": number})
    digit, expected = int(number[-1]), check_digit(number[:-1])
    if digit == expected:
        return OK
    facts: Facts = {"tracking_number": number, "digit": digit, "expected": expected, "carrier": carrier}
    return Verdict("wrong_digit" if carrier in params.always_checked else "doubtful_digit", facts)


def tracking_before_confirmation(_params: NoParams, _run: Run) -> Judge[Shipment]:
    """The number was given before the shipment was confirmed (S-09); what has no number is another rule's."""

    def judge(shipment: Shipment, _known: SkuFacts) -> Verdict | None:
        given, confirmed = shipment.given_at, shipment.confirmed_at
        if shipment.tracking == () or (confirmed == NOT_YET and given is None):
            return None
        if confirmed == NOT_YET:
            return OK
        if given is None or confirmed is None:
            return lacking(*(["tracking_given_at"] if given is None else []), *(["confirmed_at"] if confirmed is None else []))
        late = after(given, confirmed)
        if late is None:
            return lacking(
                *(name for name, stamp in (("tracking_given_at", given), ("confirmed_at", confirmed)) if len(stamp) == DAY_LENGTH)
            )
        return Verdict("late", {"tracking_given_at": given, "confirmed_at": confirmed}) if late else OK

    return judge


def right_number(finding: Finding) -> tuple[Change, ...]:
    """The right number stands on the parcel's slip; no program can know it."""
    return (Change(finding.subject, "tracking_number", None, "answer"),)


def given_in_time(finding: Finding) -> tuple[Change, ...]:
    """A number given no later than the confirmation."""
    return (Change(finding.subject, "tracking_given_at", finding.facts["confirmed_at"], "would"),)
