"""Prices just above a step of a referral fee, at which less is kept than at the end of the step. Whole yen, before tax on fees."""

from collections.abc import Iterator

import msgspec

from sellerdesk.rules.figures.values import Referral


class Cliff(msgspec.Struct, frozen=True):
    """At `up_to` yen `keeps` yen are left of a sale; above it less, until `more_from`: the first price that leaves more."""

    up_to: int
    keeps: int
    more_from: int


def kept(fee: Referral, price: int) -> int:
    """What is left of a price once its referral fee is taken, in yen."""
    return price - fee.fee(price)


def cliffs(fee: Referral) -> Iterator[Cliff]:
    """The steps of a fee beyond which a higher price leaves less."""
    for step in fee.steps:
        end = step.up_to
        if end is not None and kept(fee, end + 1) < kept(fee, end):
            yield Cliff(end, kept(fee, end), first_above(fee, end))


def first_above(fee: Referral, end: int) -> int:
    """The first price above the end of a step that leaves more than the end does (750 yen at 5%, then 15.4%: 843 yen)."""
    price, least = end + 1, kept(fee, end)
    while kept(fee, price) <= least:
        price += 1
    return price


def cliff_at(fee: Referral, price: int) -> Cliff | None:
    """The cliff that a price lies under: above the end of a step, and below the first price that leaves more; None for most prices."""
    return next((cliff for cliff in cliffs(fee) if cliff.up_to < price < cliff.more_from), None)
