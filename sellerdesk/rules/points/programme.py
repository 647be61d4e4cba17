"""The shop in the points programme: may it join, when does the badge come, do all offers stand, is the programme on.

Sources: clauses P2-02, P2-05…P2-08, P2-10, P2-12. Days are Japan's.
"""

from datetime import date
from typing import NamedTuple

import msgspec

from sellerdesk.domain.account import Account
from sellerdesk.domain.calendar import NATIONAL, Calendar
from sellerdesk.domain.facts import SkuFacts
from sellerdesk.domain.finding import OK, Change, Facts, Finding, Value, Verdict
from sellerdesk.rules.business_days import business_days_after, is_open
from sellerdesk.rules.engine.check import Check, Judge, NoParams, Run, everything, lacking
from sellerdesk.rules.points import eligibility


class Badge(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The day from which the badge is counted, for whoever applied by then, and the business days that it takes."""

    counted_from: date
    business_days: int


class Period(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The planned last day of the programme."""

    planned_end: date


class BadgeDates(NamedTuple):
    """When the badge is due by both readings of AMB-02; `deadline` is that of the reading taken."""

    day_0: date
    day_1: date
    deadline: date


def calendar_of(account: Account) -> Calendar:
    """The owner's own days off."""
    return Calendar(frozenset(account.closed_days), account.year_end == "yes")


def badge_dates(start: date, params: Badge, account: Account, reading: str) -> BadgeDates:
    """The badge's days for an application that counts from `start`."""
    calendar = calendar_of(account)
    day_0 = business_days_after(start, params.business_days, calendar)
    day_1 = business_days_after(start, params.business_days, calendar, from_day_one=True)
    return BadgeDates(day_0, day_1, day_1 if reading == "day-1" else day_0)


def badge_date(params: Badge, run: Run) -> Judge[Account]:
    """Where the shop stands between its application and the badge."""
    reading = run.readings.get("AMB-02", "day-0")

    def judge(account: Account, _known: SkuFacts) -> Verdict | None:
        if account.cancelled_on is not None and account.cancelled_on <= run.as_of:
            return Verdict("cancelled", {"cancelled_on": account.cancelled_on})
        if account.badge == "seen":
            return OK
        if account.applied_on is None:
            return lacking("applied_on")
        later = account.applied_on > params.counted_from
        dates = badge_dates(account.applied_on if later else params.counted_from, params, account, reading)
        facts: Facts = {"applied_on": account.applied_on, "day_0": dates.day_0, "day_1": dates.day_1, "badge_by": dates.deadline}
        if later:
            return Verdict("later_application", facts)
        if run.as_of > dates.deadline:
            return Verdict("overdue", facts)
        return moved(params, account, facts) or Verdict("waiting", facts)

    return judge


def moved(params: Badge, account: Account, facts: Facts) -> Verdict | None:
    """The verdict when the owner's own days off move the date, naming them."""
    last = facts["badge_by"]
    free = calendar_of(account)
    if not isinstance(last, date):
        return None
    span = (date.fromordinal(number) for number in range(params.counted_from.toordinal(), last.toordinal() + 1))
    closed = tuple(day.isoformat() for day in span if is_open(day, NATIONAL) and not is_open(day, free))
    return Verdict("moved", {**facts, "closed": closed}) if closed else None


def all_offers(_params: NoParams, _run: Run) -> Judge[Account]:
    """Whether every offer carries its points, by the last audit (P2-02, P2-12)."""

    def judge(account: Account, _known: SkuFacts) -> Verdict | None:
        counts = account.offers
        if counts is None:
            return lacking("listings")
        facts: Facts = {"total": counts.total, "short": counts.short, "unsure": counts.unsure}
        return Verdict("short" if counts.short else "unsure" if counts.unsure else "ok", facts)

    return judge


def programme_period(params: Period, run: Run) -> Judge[Account]:
    """Whether the programme is on: its planned end, or a later one that Amazon announced and the owner noted (P2-08)."""

    def judge(account: Account, _known: SkuFacts) -> Verdict | None:
        end = account.programme_end or params.planned_end
        facts: dict[str, Value] = {"end": end, "as_of": run.as_of, "note": account.programme_note or ""}
        facts |= {"noted": f" ({account.programme_note})" if account.programme_note else ""}
        if account.programme_end is None:
            return Verdict("ok" if run.as_of <= end else "past_plan", facts)
        return Verdict("announced" if run.as_of <= end else "ended", facts)

    return judge


def change_of_badge(finding: Finding) -> tuple[Change, ...]:
    """Look for the badge; a later application has no date but the owner's own assumption."""
    kind = "would" if finding.case == "cancelled" else "answer"
    return (Change(finding.subject, "cancelled_on" if finding.case == "cancelled" else "badge", None, kind),)  # type: ignore[arg-type]


def change_of_offers(finding: Finding) -> tuple[Change, ...]:
    """Mend every offer that is short, or look at those not certain."""
    return (Change(finding.subject, "points", None, "answer"),)


def change_of_period(finding: Finding) -> tuple[Change, ...]:
    """Note what Amazon announced."""
    return (Change(finding.subject, "programme_end", None, "answer"),)


CHECKS = (
    Check(
        "eligible",
        eligibility.Smb,
        everything,
        eligibility.CASES,
        ("participant",),
        eligibility.eligible,
        eligibility.change_of_eligibility,
    ),
    Check(
        "badge_date", Badge, everything, ("waiting", "moved", "overdue", "later_application", "cancelled"), (), badge_date, change_of_badge
    ),
    Check("all_offers", NoParams, everything, ("short", "unsure"), (), all_offers, change_of_offers),
    Check(
        "programme_period", Period, everything, ("announced", "past_plan", "ended"), (), programme_period, change_of_period, can_lack=False
    ),
)
