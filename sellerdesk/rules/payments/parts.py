"""Which columns of a row of payments hold what a sale, a refund, a label or a claim comes to."""

from collections.abc import Callable
from functools import cache
from operator import itemgetter

import msgspec

from sellerdesk.rules.payments.kinds import NOT_PLACED

PAID = ("sale", "sale_tax", "shipping", "shipping_tax", "gift_wrap", "gift_wrap_tax", "promotion")
"""The kinds that a buyer pays for."""
BACK = ("refund_price", "promotion")
FEE_BACK = ("referral_fee_returned", "refund_fee")
UNCLEAR = ("adjustment", NOT_PLACED)
"""Kinds by which a buyer may have had the money back in another way than by a refund."""
CLAIMS = ("a_to_z", "chargeback")
"""Kinds by which Amazon or a card company takes the money back from the shop."""
Yen = Callable[[tuple[int, ...]], int]
"""The yen of some columns, out of all amounts of a row."""


class Parts(msgspec.Struct, frozen=True):
    """What the columns of a row come to, by what they are for; of what is unclear and of claims the places of the columns."""

    paid: Yen
    fee: Yen
    points: Yen
    price: Yen
    shipping: Yen
    fee_back: Yen
    label: Yen
    points_back: Yen
    shipping_paid: Yen
    price_sold: Yen
    unclear: tuple[int, ...]
    claim: tuple[int, ...]


@cache
def parts(plan: tuple[str, ...]) -> Parts:
    """The columns of the kinds of a row."""

    def yen(*kinds: str) -> Yen:
        return added(columns_of(plan, kinds))

    return Parts(
        paid=yen(*PAID),
        fee=yen("referral_fee"),
        points=yen("points_given"),
        price=yen(*BACK),
        shipping=yen("refund_shipping"),
        fee_back=yen(*FEE_BACK),
        label=yen("return_label"),
        points_back=yen("points_returned"),
        shipping_paid=yen("shipping", "shipping_tax"),
        price_sold=yen("sale", "sale_tax"),
        unclear=columns_of(plan, UNCLEAR),
        claim=columns_of(plan, CLAIMS),
    )


def columns_of(plan: tuple[str, ...], kinds: tuple[str, ...]) -> tuple[int, ...]:
    """The places of the columns of some kinds."""
    return tuple(place for place, kind in enumerate(plan) if kind in kinds)


def added(columns: tuple[int, ...]) -> Yen:
    """What adds up some columns: mostly one or none, and of 200,000 rows each is asked for eight such sums."""
    match columns:
        case ():
            return lambda _amounts: 0
        case (place,):
            return itemgetter(place)
        case price, tax:
            return lambda amounts: amounts[price] + amounts[tax]
    some = itemgetter(*columns)
    return lambda amounts: sum(some(amounts))
