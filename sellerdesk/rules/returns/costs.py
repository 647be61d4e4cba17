"""The accounts of returns: all their amounts, and what they cost the shop, line by line. Whole yen; what is not known stays so.

Sources: clauses S-18 (late delivery), S-24 (refund by), S-26…S-29 (payer). Every line without a clause is the shop's own assumption.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import partial
from itertools import repeat
from operator import ne, not_
from typing import TypeVar

from sellerdesk.domain.parcel import Fare, NoFare
from sellerdesk.domain.return_costs import COST, Accounts, Column, Costs, Known, Lacking, Ruling
from sellerdesk.domain.returned_item import ReturnedItem, ReturnedItems, by_column
from sellerdesk.rules.returns.amounts import (
    BESIDE,
    Fee,
    charge,
    deducted,
    fees,
    full_refund,
    least,
    referral_fee,
    shipping_refund,
    value_loss,
)
from sellerdesk.rules.returns.assumptions import Terms
from sellerdesk.rules.returns.fees import NO_TAX, STEP_READING
from sellerdesk.rules.returns.trust import known

T = TypeVar("T")
NO_SHIPPING: Fee = (None, ("late_delivery",))
"""What a late delivery costs where the price holds the shipping fee."""


def account(
    item: ReturnedItem, ruling: Ruling, found: Fare | NoFare | None, terms: Terms, day: date, *, within_price: bool = False
) -> Costs:
    """The account of one return; see accounts."""
    return accounts(by_column([item]), [ruling], [found], terms, [day], within_price=within_price).costs(0)


def spent_yen(certainty: Known, cost: int | None) -> int | None:
    """The yen that a return costs the shop; None where nothing of it is known."""
    return None if certainty.trusts[COST].nothing else cost


def accounts(
    items: ReturnedItems,
    rulings: Sequence[Ruling],
    found: Sequence[Fare | NoFare | None],
    terms: Terms,
    days: Sequence[date],
    *,
    within_price: bool = False,
) -> Accounts:
    """All amounts of returns that came back on these days (Japan); `found` are their fares, None where the owner typed one.

    `within_price` is whether the price is all that was paid: the shipping fee that a late delivery can cost is then not known.
    """
    told, shop = items.column, terms.shop
    price, points, outbound = told("price"), told("points"), told("outbound_cost")
    refund, beside = refund_columns(items)
    fare, no_fare = zip(*map(fare_yen, told("fare"), found), strict=True)
    referral, admin, no_fee = fee_columns(items, refund, beside, terms, days)
    late, no_late = zip(*(repeat(NO_SHIPPING, len(items)) if within_price else late_rows(items)), strict=True)
    loss, no_loss = zip(*map(value_loss, price, instead(told("value_loss_percent"), shop.value_loss_percent)), strict=True)
    handling = instead(told("handling_cost"), shop.handling_cost)
    off, (sent, box) = [*map(deducted, rulings, fare, refund)], shipping_columns(rulings, fare, found)
    sure = [None if one is None else fee for one, fee in zip(points, admin, strict=True)]
    cost = sums(rulings, sent, box, zip(handling, loss, sure, strict=True))
    lacks = (
        *(rulings, no_fare, [yen is not None for yen in box], untold(refund), beside, untold(points), no_fee, told("hazmat"), no_late),
        *(untold(handling), no_loss, untold(outbound), map(ne, off, fare), map(not_, cost), map(is_assumed, found)),
    )
    shapes = [*map(known, zip(*lacks, strict=True))]
    held = [*map(least, told("hazmat"), refund, open_deductions(rulings, fare, off))]
    charges, spent = [*map(charge, refund, admin, referral)], [*map(spent_yen, shapes, cost)]
    amounts = (fare, refund, off, held, refund, referral, admin, points, late, charges, spent, outbound)
    due = [None if day is None else terms.refund_by(day) for day in told("arrived_on")]
    inside = [0] * len(items)  # the shipping fee of a late delivery is refunded with the rest
    return Accounts(amounts, (sent, box, handling, loss, admin, inside, outbound), shapes, found, due)


def refund_columns(items: ReturnedItems) -> tuple[Column, Sequence[Lacking]]:
    """The full refunds, and what they lack beside the price."""
    shipping, wrap = items.column("shipping_charged"), items.column("gift_wrap")
    beside = [BESIDE[one is None, other is None] for one, other in zip(shipping, wrap, strict=True)]
    return [*map(full_refund, items.column("price"), shipping, wrap)], beside


def late_rows(items: ReturnedItems) -> Iterable[Fee]:
    """What late deliveries cost."""
    return map(shipping_refund, items.column("late_delivery"), items.column("shipping_charged"))


def open_deductions(rulings: Sequence[Ruling], fare: Column, off: Column) -> Column:
    """What may come off the refunds: the whole fare, where it is open who pays it."""
    return [way if one.payer == "check" else yen for one, way, yen in zip(rulings, fare, off, strict=True)]


def untold(column: Column) -> list[bool]:
    """Where nothing is known."""
    return [yen is None for yen in column]


def instead(column: Sequence[T | None], usual: T | None) -> Sequence[T | None]:
    """A column with what the shop assumes where nothing is told."""
    return column if usual is None else [usual if one is None else one for one in column]


def fee_columns(
    items: ReturnedItems, refund: Column, beside: Sequence[Lacking], terms: Terms, days: Sequence[date]
) -> tuple[Column, Column, Sequence[Lacking]]:
    """The referral fees that come back, the administration fees, and what they wait for.

    The fees are those of the day of the return, the rate that of the day of the order, where that is known.
    """
    told = items.column
    sold = [day if ordered is None else ordered for day, ordered in zip(days, told("ordered_on"), strict=True)]
    rates = map(terms.rate, told("category"), sold)
    fee = partial(referral_fee, reading=terms.shop.readings.get(STEP_READING, ""))
    before_tax, why = zip(*map(fee, refund, told("points"), told("referral_percent"), rates, beside), strict=True)
    usual = "yes" if terms.shop.tax_on_fees else "no"
    taxes = [terms.tax(day) if (wanted or usual) == "yes" else NO_TAX for day, wanted in zip(days, told("tax_on_fees"), strict=True)]
    referral, admin, no_fee = zip(*map(fees, before_tax, why, map(terms.refund, days), taxes), strict=True)
    return referral, admin, no_fee


def fare_yen(typed: int | None, found: Fare | NoFare | None) -> Fee:
    """The fare typed, or else the one found, or what it waits for; the box is apart."""
    if found is None:
        return typed, () if typed is not None else ("fare",)
    if type(found) is Fare:
        return found.yen, ()
    return None, found.lacking or ("fare",)


def is_assumed(found: Fare | NoFare | None) -> bool:
    """Whether a fare is of a table that has ended, and so an assumption."""
    return type(found) is Fare and found.assumed_after is not None


def box_yen(found: Fare | NoFare | None) -> int | None:
    """What the box costs that is bought; None where there is none."""
    return next((extra.yen for extra in found.extras if extra.kind == "box"), None) if type(found) is Fare and found.extras else None


def shipping_columns(rulings: Sequence[Ruling], fare: Column, found: Sequence[Fare | NoFare | None]) -> tuple[Column, Column]:
    """The shop's return shipping and boxes, or the customer's: nothing of theirs is the shop's."""
    theirs = [one.payer == "customer" for one in rulings]
    boxes = [None if is_theirs else box_yen(one) for one, is_theirs in zip(found, theirs, strict=True)]
    return [0 if is_theirs else yen for yen, is_theirs in zip(fare, theirs, strict=True)], boxes


def sums(rulings: Sequence[Ruling], sent: Column, box: Column, rest: Iterable[tuple[int | None, ...]]) -> list[int]:
    """What is known to be the shop's cost: all but shipping that may be the customer's; `rest` are the other lines that are sure."""
    return [
        sum(filter(None, lines)) + ((way or 0) + (boxed or 0) if one.payer != "check" else 0)
        for one, way, boxed, lines in zip(rulings, sent, box, rest, strict=True)
    ]
