"""The rates that Amazon asks for, over the orders of SFP offers: those of the days just past, and those of the trial before joining."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, get_args

import msgspec

from sellerdesk.domain.clause import Words
from sellerdesk.domain.finding import Finding
from sellerdesk.domain.money import PER_CENT
from sellerdesk.domain.shipment import DAY_LENGTH, NOT_YET, Shipment, Stamp
from sellerdesk.rules.business_days import business_days_after
from sellerdesk.rules.engine.judge import Audit
from sellerdesk.rules.figures.figure import Figure, Version
from sellerdesk.rules.figures.known import MEASURE, TRIAL
from sellerdesk.rules.figures.values import Counted
from sellerdesk.rules.sfp.rates import Measure, Measured, Result, counted_up, measured
from sellerdesk.workflows.figures.in_force import figures
from sellerdesk.writers import words

ON_TIME, TRACKED = "sfp.late-delivery", "sfp.tracking-id"
Verdicts = Mapping[str, Mapping[str, Finding]]
"""The findings of a rule by order."""
SAME_DAY = Words("当日出荷率", "shipped on the day of the order")
TRACKING = Words("追跡可能率", "valid tracking")
SHIPS_SAME_DAY = "same_day"
OF_OTHERS = ("express_", "ordinary_")
"""How the rates begin that are asked of more shops than those of SFP."""
CANCELLED = Words("出荷前キャンセル率", "cancellation by the seller")


class OfTrial(msgspec.Struct, frozen=True):
    """The rates of a trial over so many of the last orders; `there` of them stand in the file."""

    orders: int
    there: int
    measures: list[Measured]


def kept_rates(judged: Mapping[str, Any]) -> tuple[Measured, ...]:
    """The rates of a saved judging; none of one by an older program, which kept them otherwise."""
    try:
        return msgspec.convert(judged.get("shipments", {}).get("measures", []), tuple[Measured, ...])
    except msgspec.ValidationError:
        return ()


def missed(rates: Iterable[Measured]) -> tuple[Measured, ...]:
    """The rates that are missed, those of SFP before those of express delivery and of ordinary shops."""
    return tuple(sorted((rate for rate in rates if rate.is_missed), key=lambda rate: rate.measure.startswith(OF_OTHERS)))


def of_sfp(rates: Iterable[Measured]) -> bool:
    """Whether one of some rates is asked for SFP."""
    return any(not rate.measure.startswith(OF_OTHERS) for rate in rates)


def rate_words(rate: Measured, lang: str) -> str:
    """A rate in a few words: how many of how many, and what is to be kept."""
    facts = {"name": rate.name.in_(lang), "counted": rate.counted, "kept": rate.counted_of_it}
    if rate.most_percent is None:
        return words.say(lang, "say.rate_least", **facts, percent=rate.least_percent)
    if rate.below:
        return words.say(lang, "say.rate_below", **facts, percent=rate.most_percent)
    return words.say(lang, "say.rate_most", **facts, percent=rate.most_percent)


def lacks_ship_by(rate: Measured) -> bool:
    """Whether what is not known of a rate is by when its orders had to leave."""
    return bool(rate.unknown) and rate.measure.endswith(SHIPS_SAME_DAY)


def asked_rates(as_of: date) -> Iterator[Measure]:
    """The rates that Amazon asks for on a day (Japan); before the first that is known that one, which says so."""
    for name, figure in figures().items():
        first = figure.version[0]
        version = first if as_of < first.start else figure.on(as_of)
        if name.startswith(MEASURE) and version is not None:
            yield asked(name.removeprefix(MEASURE).replace("-", "_"), figure, version)


def asked(name: str, figure: Figure, version: Version) -> Measure:
    """A rate as a figure has it."""
    rate = version.value
    least = PER_CENT - rate.most_percent if rate.least_percent is None else rate.least_percent
    bounds = (rate.most_percent, rate.below)
    return Measure(name, figure.name, rate.counts, least, rate.days, version.checked, version.sure, *bounds, version.first)


def measures(shipments: Sequence[Shipment], audit: Audit, as_of: date) -> list[Measured]:
    """The rates of the trailing days over the orders of SFP offers, by the verdicts on them (of an audit that holds them all)."""
    orders, verdicts = by_order(shipments), by_rule(audit)
    counted = {name: [*results(name, orders, verdicts)] for name in get_args(Counted)}
    return [measured(measure, counted[measure.counts], as_of) for measure in asked_rates(as_of)]


def by_order(shipments: Iterable[Shipment]) -> dict[str, Shipment]:
    """The first shipment of every order."""
    orders: dict[str, Shipment] = {}
    for shipment in shipments:
        orders.setdefault(shipment.order_id, shipment)
    return orders


def by_rule(audit: Audit) -> Verdicts:
    """The verdicts that rates are counted from."""
    verdicts: dict[str, dict[str, Finding]] = {ON_TIME: {}, TRACKED: {}}
    for finding in audit.findings:
        verdicts.get(finding.rule, {})[finding.subject] = finding
    return verdicts


def results(name: str, orders: Mapping[str, Shipment], verdicts: Verdicts) -> Iterator[Result]:
    """The day and the result of every order that a rate counts."""
    judge = RESULTS[name]
    for order, shipment in orders.items():
        if (found := judge(shipment, verdicts, order)) is not None:
            yield found


def on_time(shipment: Shipment, verdicts: Verdicts, order: str) -> Result | None:
    """The day promised and whether it was kept, for an order whose promise is due."""
    finding = verdicts[ON_TIME].get(order)
    return None if finding is None else (day_of(shipment.promised_by), {"ok": True, "advice": False}.get(finding.outcome))


def tracked(shipment: Shipment, verdicts: Verdicts, order: str) -> Result | None:
    """The day of confirmation (else of shipment) and whether the number holds, for an order that was sent."""
    if shipment.sent is False or shipment.is_cancelled:
        return None
    finding = verdicts[TRACKED].get(order)
    met = None if finding is None else {"ok": True, "breach": False}.get(finding.outcome)
    return day_of(shipment.confirmed_at) or day_of(shipment.shipped_at), met


def uncancelled(shipment: Shipment, _verdicts: Verdicts, _order: str) -> Result | None:
    """The day of an order and whether the seller did not cancel it; a sheet that never speaks of it lists those that were sent."""
    met = None if shipment.cancelled is None else shipment.cancelled != "seller"
    return last_day(shipment), met


def same_day(shipment: Shipment, _verdicts: Verdicts, _order: str) -> Result | None:
    """The day of an order and whether it left by the day on which it had to.

    Where that day is not told, an order that left on its own day was in time, and one that left after the next business day was not,
    whatever the hour up to which orders leave on the same day. In between it is not known.
    """
    if shipment.is_cancelled:
        return None
    due, left, ordered = day_of(shipment.ship_by), day_of(shipment.shipped_at), day_of(shipment.ordered_at)
    met = None if left is None or due is None else left <= due
    if left is not None and ordered is not None and left == ordered:
        met = True
    elif due is None and left is not None and ordered is not None and left > business_days_after(ordered, 1):
        met = False
    return last_day(shipment), met


RESULTS: Mapping[str, Callable[[Shipment, Verdicts, str], Result | None]] = {
    "on_time_delivery": on_time,
    "valid_tracking": tracked,
    "cancellation": uncancelled,
    SHIPS_SAME_DAY: same_day,
}
"""What each rate counts, by its name in the figures."""


def trial(shipments: Sequence[Shipment], audit: Audit, as_of: date) -> list[OfTrial]:
    """The rates of the trial over the last orders up to a day (Japan), once for each number of orders that sources name."""
    figure = figures()[TRIAL]
    version = figure.on(as_of)
    if version is None:
        return []
    asked_of = version.value
    bounds = (
        (SHIPS_SAME_DAY, SAME_DAY, asked_of.same_day_percent, None),
        ("valid_tracking", TRACKING, asked_of.tracking_percent, None),
        ("cancellation", CANCELLED, PER_CENT - asked_of.cancelled_below_percent, asked_of.cancelled_below_percent),
    )
    rates = [
        Measure(f"trial_{name}", words, name, least, 0, version.checked, version.sure, most, most is not None)
        for name, words, least, most in bounds
    ]
    verdicts = by_rule(audit)
    return [over_last(count, shipments, verdicts, rates, as_of) for count in asked_of.orders]


def over_last(count: int, shipments: Sequence[Shipment], verdicts: Verdicts, rates: Iterable[Measure], as_of: date) -> OfTrial:
    """Some rates over so many of the last orders."""
    dated = [
        (day, order, shipment)
        for order, shipment in by_order(shipments).items()
        if (day := last_day(shipment)) is not None and day <= as_of
    ]
    last = sorted(dated, key=lambda measured_rates: measured_rates[:2])[-count:]
    orders = {order: shipment for _day, order, shipment in last}
    start = last[0][0] if last else as_of
    measured_rates = [counted_up(rate, [met for _day, met in results(rate.counts, orders, verdicts)], start, as_of) for rate in rates]
    return OfTrial(count, len(last), measured_rates)


def last_day(shipment: Shipment) -> date | None:
    """The day of an order: of its purchase, or of what came after it."""
    stamps: tuple[Stamp | None, ...] = (
        shipment.ordered_at, shipment.ship_by, shipment.shipped_at, shipment.confirmed_at, shipment.promised_by,
    )  # fmt: skip
    return next((day for stamp in stamps if (day := day_of(stamp)) is not None), None)


def day_of(stamp: Stamp | None) -> date | None:
    """The day of a moment; `None` where it is not known or has not come."""
    return None if stamp is None or stamp == NOT_YET else date.fromisoformat(stamp[:DAY_LENGTH])
