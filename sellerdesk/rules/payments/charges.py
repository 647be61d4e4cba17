"""The referral fee and the points of every SKU's sales, beside what the table and the listing say."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date
from functools import cache
from typing import Any

import msgspec

from sellerdesk.domain.money import PER_CENT
from sellerdesk.domain.paid import PaidSku
from sellerdesk.rules.engine.by_figures import WORST
from sellerdesk.rules.figures.values import PER_MILLE, Referral
from sellerdesk.rules.payments.records import Known, Looked, Sale

PIECES = (1, 2, 3, 5, 10, 30, 99)
"""Pieces that are tried for a sale whose quantity is not written; where the fee is another for some of them, it is not known."""
Fees = Callable[[str, Sale, int, int], tuple[int, ...]]
"""The fees that the table leaves open for a category, a sale, its pieces, and a fee for each piece in yen; first the likeliest."""


class Charge(msgspec.Struct, frozen=True):
    """The fee of a sale by the table, in whole yen, and whether the one charged is right.

    `with_item_fee`: only with the small plan's fee; where the one charged is wrong, that it may hold this fee.
    """

    expected: int
    right: bool = True
    with_item_fee: bool = False


def skus(looked: Looked, known: Known) -> list[PaidSku]:
    """Every SKU that was sold, in the order of their names."""
    of_sku: defaultdict[str, list[Sale]] = defaultdict(list)
    for (order, sku), sale in looked.sales.items():
        # of no known order it may be several sales; what of an uneven one is fee and what is not cannot be told: payments.sum says so
        if order and sku and not sale.uneven:
            of_sku[sku].append(sale)
    fees = fees_by(known)
    return [sku_of(sku, of_sku[sku], known, fees, subscribed=looked.subscribed) for sku in sorted(of_sku)]


def fees_by(known: Known) -> Fees:
    """The fees of a sale, piece by piece: on what was paid with or without points, with or without consumption tax on the fee.

    The step is chosen with the points in it; that they come off first is the other reading. Reports differ in that;
    and a closing fee may stand in the same column. Of an order that Amazon sends it may be of what was paid for the item alone, too.
    """

    @cache
    def possible(category: str, day: str, money: tuple[int, int], pieces: int, more: tuple[int, ...]) -> tuple[int, ...]:
        on, (paid, points) = date.fromisoformat(day), money
        rate, tax = known.rate(category, on), known.tax(on)
        if rate is None:
            return ()
        bases = ((paid - points, paid), (paid - points, paid - points), (paid, paid))
        plain = [by_piece(rate, base, pieces, proceeds) + number for number in more for base, proceeds in bases]
        taxed = [fee + (tax.of(fee) if tax else 0) for fee in plain]
        return (*taxed, *plain) if known.taxed else (*plain, *taxed)

    def fees(category: str, sale: Sale, pieces: int, item_fee: int) -> tuple[int, ...]:
        item, on = item_fee * pieces, date.fromisoformat(sale.at[:10])
        closing = (known.closing(category, on) or 0) * pieces if sale.closing else 0
        more = (closing + item, item)
        return tuple(
            fee for paid in bases_of(sale)
            for fee in possible(category, sale.at[:10], (paid, sale.points), pieces, more)
        )  # fmt: skip

    return fees


def bases_of(sale: Sale) -> tuple[int, ...]:
    """The yen that the fee of a sale may be of, the likeliest first: what was paid, or for the item alone where Amazon sends the order.

    Amazon takes shipping and gift wrap of such an order at once (ShippingChargeback, GiftwrapChargeback); that it asks no fee on them is
    inferred: ShippingHB, the fee on shipping, is one of orders that the shop sends. A discount may be of the shipping, or of the item.
    """
    if sale.sender != "amazon" or sale.price <= 0:
        return (sale.paid,)
    return tuple(dict.fromkeys((min(sale.paid, sale.price), min(sale.paid - sale.shipping, sale.price), sale.paid)))


def by_piece(rate: Referral, yen: int, pieces: int, proceeds: int) -> int:
    """The fee of a sale of several pieces: each pays its own, in the step of its own proceeds; all are of the whole sale in yen."""
    (each, left), step = divmod(yen, pieces), proceeds // pieces
    return rate.fee(each, step) * (pieces - left) + (rate.fee(each + 1, step + (proceeds == yen)) * left if left else 0)


def charge_of(category: str, sale: Sale, known: Known, fees: Fees, *, small: bool) -> Charge | None:
    """The fee by the table beside the one charged; None where it is not known: no table of the day, no quantity, a closing fee unknown.

    `small`: whether the shop may be on the small plan, whose fee for each piece may stand in the same column.
    """
    on = date.fromisoformat(sale.at[:10])
    counts = [sale.pieces] if sale.pieces else [*PIECES]
    readings = {pieces: fees(category, sale, pieces, 0) for pieces in counts}
    likely = next(iter(readings.values()))
    if not likely or any(abs(some[0] - likely[0]) > pieces for pieces, some in readings.items() if len(counts) > 1):
        return None
    is_right = fits(sale, readings) or (sale.corrected and fits(sale, readings, sale.corrected))
    if is_right or 0 <= likely[0] - sale.fee <= little(category, sale, known):
        return Charge(sale.fee)
    if sale.closing and known.closing(category, on) is None:
        return None
    item_fee = known.item_fee(on)
    if not small or not sale.closing or not item_fee:
        return Charge(likely[0], right=False)
    dearer = {pieces: fees(category, sale, pieces, item_fee) for pieces in counts}
    if fits(sale, dearer):
        return Charge(sale.fee, with_item_fee=True)
    return Charge(likely[0], right=False, with_item_fee=True)


def little(category: str, sale: Sale, known: Known) -> int:
    """The yen by which a fee may be below the table's without being another category's, of which the rates differ by a whole per cent.

    Points may come off the portion of the dearer step; and half a per cent of what was paid is no other rate. Both with rounding.
    """
    on, pieces = date.fromisoformat(sale.at[:10]), sale.pieces or 1
    rate, tax = known.rate(category, on), known.tax(on)
    portions = [step.per_mille for step in rate.steps if not step.whole] if rate is not None and rate.kind == "portion" else [0]
    of_points = -(-sale.points * (max(portions) - min(portions)) // PER_MILLE)
    return max(of_points + (tax.of(of_points) if tax else 0), 5 * sale.paid // PER_MILLE) + 1 + pieces


def fits(sale: Sale, readings: dict[int, tuple[int, ...]], given: int = 0) -> bool:
    """Whether the fee charged, less what was given back of it, is one that the table allows, within a yen for every piece for rounding."""
    return any(abs(sale.fee - given - fee) <= 1 + pieces for pieces, some in readings.items() for fee in some)


def points_of(sale: Sale, listed: int, price: int | None) -> int:
    """The points that the percentage of the listing gives for a sale; the points of the listing where it has no price, or the sale none.

    Points of a listing are a whole percentage of its price, rounded; where they are none, they are a share of it.
    """
    pieces = sale.pieces or 1
    if not price or sale.price <= 0:
        return listed * pieces
    nearest = (2 * listed * PER_CENT + price) // (2 * price)
    parts, whole = (nearest, PER_CENT) if abs(nearest * price - listed * PER_CENT) <= PER_CENT else (listed, price)
    each = -(-sale.price // pieces)
    return max(-(-each * parts // whole), listed if each == price else 0) * pieces


def tax_in_fee(sale: Sale, known: Known) -> int:
    """The consumption tax in the fee of a sale, in per cent; 0 where the shop pays none."""
    last = date.fromisoformat(sale.at[:10])
    tax = known.tax(last) if known.taxed else None
    return tax.per_mille * 100 // PER_MILLE if tax else 0


def sku_of(sku: str, sales: Sequence[Sale], known: Known, fees: Fees, *, subscribed: bool) -> PaidSku:
    """One SKU; what it lacks of category, table or pieces is told apart."""
    category = known.categories.get(sku)
    charges = [(sale, charge_of(category, sale, known, fees, small=not subscribed)) for sale in sales] if category else []
    fitted = [(sale, charge) for sale, charge in charges if charge is not None]
    open_ = [sale for sale, charge in charges if charge is None]
    uncounted = sum(bool(category and not sale.pieces and fees(category, sale, 1, 0)) for sale in open_)
    off = [(sale, charge) for sale, charge in fitted if not charge.right]
    # a fee above the table is not made up for by another one below
    above = [(sale, charge) for sale, charge in off if sale.fee > charge.expected]
    shown, less = above or off or fitted, [(sale, charge) for sale, charge in off if sale.fee <= charge.expected] if above else []
    looked = [sale for sale, _charge in shown] if category else sales
    versions = [known.version(category, date.fromisoformat(sale.at[:10])) for sale, _charge in shown] if category else []
    doubts = {version.sure for version in versions if version is not None}
    return PaidSku(
        subject=sales[0].sku,
        line=sales[0].line,
        day=date.fromisoformat(sales[0].at[:10]),
        sales=len(sales),
        category=category,
        unlisted=known.unlisted.get(sku, ""),
        base=sum(bases_of(sale)[0] - sale.points for sale in looked),
        fee=sum(sale.fee for sale in looked),
        fee_expected=sum(charge.expected for _sale, charge in shown) if shown else None,
        fee_tax=tax_in_fee(sales[-1], known),
        undated=len(open_) - uncounted,
        fee_uncounted=uncounted,
        off=len(shown) if off else 0,
        item_fees=sum(charge.with_item_fee for _sale, charge in (shown if off else fitted)),
        **points_told(sales, known.points.get(sku), known.prices.get(sku)),
        less_sales=len(less),
        less_yen=sum(charge.expected - sale.fee for sale, charge in less),
        came_back=sum((sale.fee - charge.expected) * min(sale.fee_back, sale.fee) // sale.fee for sale, charge in above),
        unsure=next((sure for sure in WORST if sure in doubts), None),
        table_from=versions[-1].start if versions and versions[-1] is not None else None,
    )


def points_told(sales: Sequence[Sale], listed: int | None, price: int | None) -> dict[str, Any]:
    """The points of a SKU's sales beside those of its listing, by the names that PaidSku has for them."""
    allowed = [points_of(sale, listed, price) for sale in sales] if listed is not None else []
    beyond = [(sale, more) for sale, points in zip(sales, allowed, strict=False) if (more := sale.points - points) > 0]
    dear = [(sale, more) for sale, more in beyond if sale.pieces is not None]
    return {
        "points": sum(sale.points for sale in sales),
        "points_listed": None if listed is None else sum(allowed),
        "points_beyond": sum(more for _sale, more in dear),
        "dear_sales": len(dear),
        "dear_points": sum(sale.points for sale, _more in dear),
        "uncounted": len(beyond) - len(dear),
    }
