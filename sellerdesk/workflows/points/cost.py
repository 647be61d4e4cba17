"""What the shop's points cost a month, at any rate, from units that it sold or that the owner types."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

import msgspec
from msgspec import structs

from sellerdesk.domain.money import half_up
from sellerdesk.domain.offer import UNSOLD, Offer
from sellerdesk.domain.order import Order
from sellerdesk.domain.refusal import UnusableArgument
from sellerdesk.rules.cashless import midnight
from sellerdesk.rules.figures.known import ASSUMED_FEE, ASSUMED_MARGIN, LEAST_POINTS, PLAN_FEE
from sellerdesk.rules.figures.values import Referral
from sellerdesk.rules.points.cost import PER_MILLE, BreakEven, Cost, cost, lift_of, paid_by
from sellerdesk.workflows.figures.in_force import nearest_value
from sellerdesk.workflows.files import order_report

SLIDER = range(1, 11)
"""The rates that the window's slider has."""

MONTH = 30
"""Days that a report of a month counts."""


class Assumed(msgspec.Struct, frozen=True):
    """What stands in the fields until the owner types their own: a fee in per mille, a margin and a rate of points in percent.

    `plan` is the fee of the selling plan, in yen a month.
    """

    fee_per_mille: int
    margin: int
    percent: int
    plan: int


def assumed(day: date) -> Assumed:
    """The figures of a day (Japan) that a cost begins with; before the first known day, the first known."""
    return Assumed(*(int(nearest_value(name, day)) for name in (ASSUMED_FEE, ASSUMED_MARGIN, LEAST_POINTS, PLAN_FEE)))


class Sold(msgspec.Struct, frozen=True):
    """Units sold a month: per price in yen, and per SKU; `days` is the span counted (0: typed by the owner)."""

    by_price: Mapping[int, int]
    by_sku: Mapping[str, int]
    days: int
    unknown: int = 0


class Answer(msgspec.Struct, frozen=True):
    """The cost of a rate with the lift that pays for it; `net` are the yen borne, the referral fee saved on points taken off.

    `rate` is the referral fee in per mille that all units pay, None where they differ; `others` are the units of which no fee of a
    category is known.
    """

    percent: int
    cost: Cost
    break_even: BreakEven
    net: int
    rate: int | None
    others: int


def of_orders(orders: Sequence[Order], offers: Sequence[Offer], as_of: date, days: int) -> Sold:
    """The units that orders sold in the days up to a day (Japan), that one counted, at today's prices; cancelled orders left out.

    `unknown` counts units of SKUs that no offer has, or that has no price.
    """
    start, end = midnight(as_of - timedelta(days=days - 1)), midnight(as_of + timedelta(days=1))
    prices = {offer.sku: offer.price for offer in offers}
    units: Counter[str] = Counter()
    for order in orders:
        if order.status != "cancelled" and order.placed is not None and start <= order.placed < end:
            units.update(dict(order.units))
    known = {sku: count for sku, count in units.items() if prices.get(sku) is not None}
    by_price: Counter[int] = Counter()
    for sku, count in known.items():
        by_price[prices[sku] or 0] += count
    return Sold(by_price, known, days, sum(units.values()) - sum(known.values()))


def typed(units: Mapping[str, int], offers: Sequence[Offer]) -> Sold:
    """The units that the owner types, per SKU. Raises UnusableArgument for a SKU that has no offer with a price."""
    prices = {offer.sku: offer.price for offer in offers}
    by_price: Counter[int] = Counter()
    for sku, count in units.items():
        price = prices.get(sku)
        if price is None:
            raise UnusableArgument("no_such_sku", name=sku)
        by_price[price] += count
    return Sold(by_price, dict(units), 0)


def spread(units: int, offers: Sequence[Offer]) -> Sold:
    """Units of the whole shop, spread evenly over its active offers with a price: an assumption, for want of orders.

    Of fewer units than offers the cheap and the dear get alike many, in whatever order the file has them.
    """
    skus = [offer for offer in offers if offer.price is not None and offer.status in ("active", None)]
    skus.sort(key=lambda offer: (offer.price or 0, offer.sku))
    each, rest = divmod(units, len(skus)) if skus else (0, 0)
    counts = {offer.sku: each + share(place, rest, len(skus)) for place, offer in enumerate(skus)}
    by_price: Counter[int] = Counter()
    for offer in skus:
        by_price[offer.price or 0] += counts[offer.sku]
    return Sold(by_price, counts, 0)


def share(place: int, rest: int, among: int) -> int:
    """1 for as many of the places as there is a rest, evenly apart."""
    return (place + 1) * rest // among - place * rest // among


def of_file(path: Path, offers: Sequence[Offer], as_of: date, days: int) -> Sold:
    """The units that an order report sold. Raises UnreadableFile."""
    _source, content = order_report(path)
    return of_orders(content.orders, offers, as_of, days)


def answer(sold: Sold, prices: Mapping[str, int], fees: Mapping[str, Referral], begin: Assumed) -> Answer:
    """The cost of a rate, and the lift that pays for it; a SKU that has no fee among `fees` pays the rate of `begin`."""
    percent, per_mille = begin.percent, begin.fee_per_mille
    borne, rates, others = Fraction(0), set(), 0
    for sku, count in sold.by_sku.items():
        price, fee = prices[sku], fees.get(sku)
        points = half_up(price, percent)
        if fee is None:
            borne, others = borne + count * points * Fraction(PER_MILLE - per_mille, PER_MILLE), others + count
        else:
            borne += count * (points - fee.fee(price) + fee.fee(price - points, price))
        rates.add(per_mille if fee is None else fee.step_of(price).per_mille if fee.kind == "whole" else None)
    units, revenue = sum(sold.by_sku.values()), sum(prices[sku] * count for sku, count in sold.by_sku.items())
    paid = paid_by(units, lift_of(revenue, borne, begin.margin))
    rate = rates.pop() if len(rates) == 1 else None
    return Answer(percent, cost(sold.by_price.items(), percent), paid, int(borne + Fraction(1, 2)), rate, others)


def strip_figures(sold: Sold, offers: Sequence[Offer], fees: Mapping[str, Referral], begin: Assumed) -> dict[str, Any]:
    """What the window's strip shows of the units that orders sold, or else of units at the mean price, ready for its slider.

    `rates` are the points in yen of every rate in percent, rounded down, half up and up; `net` those yen without the referral fee
    saved on them. `fee_per_mille` is the fee of the mean price, `others` counts what has no known fee and pays the assumed one:
    units sold, or, where nothing was sold, offers.
    """
    prices = {offer.sku: offer.price or 0 for offer in offers}
    each = {percent: answer(sold, prices, fees, structs.replace(begin, percent=percent)) for percent in SLIDER if sold.by_sku}
    priced = [offer for offer in offers if offer.price and offer.status not in UNSOLD]
    whole = sum(offer.price or 0 for offer in priced)
    charged = sum(yen_of(fees.get(offer.sku), offer.price or 0, begin) for offer in priced)
    return {
        "units": sum(sold.by_price.values()),
        "revenue": sum(price * units for price, units in sold.by_price.items()),
        "rates": {str(percent): [made.cost.down, made.cost.half_up, made.cost.up] for percent, made in each.items()},
        "net": {str(percent): made.net for percent, made in each.items()},
        "mean_price": whole // len(priced) if priced else 0,
        "fee_per_mille": int(PER_MILLE * charged / whole + Fraction(1, 2)) if whole else begin.fee_per_mille,
        "others": next((made.others for made in each.values()), sum(offer.sku not in fees for offer in priced)),
    }


def typed_cost(price: int, units: int) -> dict[int, Cost]:
    """The points of every rate of the slider for typed units at a price in yen."""
    return {percent: cost([(price, units)], percent) for percent in SLIDER}


def lift(revenue: int, borne: Fraction, margin_percent: int) -> Fraction | None:
    """The share by which sales must grow to earn as much when so many yen are borne; None when no growth does."""
    return lift_of(revenue, borne, margin_percent)


def yen_of(fee: Referral | None, price: int, begin: Assumed) -> Fraction:
    """The referral fee of a unit in yen, before tax; the assumed share where none is known."""
    return Fraction(price * begin.fee_per_mille, PER_MILLE) if fee is None else Fraction(fee.fee(price))
