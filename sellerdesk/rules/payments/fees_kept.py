"""What Amazon kept of the referral fee of what was refunded, and what of it it may keep: refund by refund, by the sale of each."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import msgspec
from msgspec.structs import replace

from sellerdesk.domain.days import LAST_DAY
from sellerdesk.domain.folding import fold_sku
from sellerdesk.rules.figures.values import PER_MILLE, Share
from sellerdesk.rules.payments.items import with_claims
from sellerdesk.rules.payments.records import Known, Looked, Refund, Sale

TOLERANCE = 10
"""Yen below which a difference of the refund fee is rounding: of the fee, of its tax and of every piece."""


class Line(msgspec.Struct, frozen=True):
    """One item of an order that was refunded: the referral fee on that, what of it came back, and what of it Amazon may keep (yen).

    `most_each` is what it may keep if the cap holds for every refund of the item on its own. `doubt` is the fact without which it may
    keep less ("": none).
    """

    sku: str
    fee: int
    back: int
    most: int
    most_each: int
    doubt: str = ""

    @property
    def over(self) -> int:
        """The yen that were surely kept beyond what may be."""
        return self.fee - self.back - self.most_each


class FeeKept(msgspec.Struct, frozen=True):
    """The referral fee on what was refunded and what of it Amazon may keep, in whole yen; None where a sale is not known.

    `most_each` is what it may keep if the cap holds for every refund on its own: of several refunds of an item no source tells.

    `uncounted`: not known because a sale lacks its quantity, for each piece has its own cap; `unnamed`: because the refund names no SKU.
    `doubt` is the fact without which a closing fee may stand in the fee, so that less may be kept than `most` ("": none).
    """

    fee: int | None = None
    most: int | None = None
    most_each: int | None = None
    uncounted: bool = False
    unnamed: bool = False
    doubt: str = ""
    lines: Sequence[Line] = ()


def fees_of(order: str, sold: Sequence[Sale], back: Sequence[Refund], looked: Looked, known: Known) -> dict[str, int | bool | str | None]:
    """What is known of the fee of an order's refunds and claims, by the names that PaidOrder has for it."""
    refunds = with_claims(back, looked.claim_refunds.get(order, {}))
    told = categories_told(order, known)
    kept = fee_and_most(sold, refunds, known, told)
    without = fee_and_most(sold, back, known, told) if brings_no_fee(looked.claim_refunds.get(order, {})) else kept
    return {
        "fee_of_claim": max(0, (kept.fee or 0) - (without.fee or 0)),
        "fee": kept.fee, "fee_back": sum(refund.fee_back for refund in refunds), "fee_kept_most": kept.most,
        "fee_kept_each": kept.most_each,
        "fee_uncounted": kept.uncounted, "fee_unnamed": kept.unnamed, "fee_alone": 0 if refunds else fee_alone(order, looked),
        "fee_doubt": kept.doubt, "charged_back": order in looked.charged_back,
        **beyond_of_items(order, kept.lines if all(refund.sku for refund in refunds) else (), looked),
    }  # fmt: skip


def brings_no_fee(claims: Mapping[str, Refund]) -> bool:
    """Whether claims took something of an order, and brought nothing of its fee back."""
    took = [claim for claim in claims.values() if claim.price > 0]
    return bool(took) and not any(claim.fee_back for claim in took)


def beyond_of_items(order: str, lines: Sequence[Line], looked: Looked) -> dict[str, int | str]:
    """What was kept too much of single items of an order (yen), by the names that PaidOrder has for it; less kept of another is no part.

    What rows of the fee alone gave back since counts for the item that they name, else for the order.
    """
    fees = {fold_sku(line.sku): looked.fees_by_sku.get((order, fold_sku(line.sku)), 0) for line in lines}
    after = [replace(line, back=line.back + fees[fold_sku(line.sku)]) for line in lines]
    too_much = [line for line in after if line.over >= TOLERANCE]
    if len(lines) < 2 or not too_much:  # noqa: PLR2004 (an order with one item is judged as a whole)
        return {}
    unnamed = looked.fees_given.get(order, 0) - sum(fees.values())
    return {
        "fee_beyond": max(0, sum(line.over for line in too_much) - max(0, unnamed)),
        "fee_sku": ", ".join(line.sku for line in too_much),
        "fee_sku_kept": sum(line.fee - line.back for line in too_much),
        "fee_sku_most": sum(line.most for line in too_much),
    }


def categories_told(order: str, known: Known) -> Mapping[str, str]:
    """The categories that the returns report tells of an order's items, by folded SKU, where the table of fees has them."""
    told = {fold_sku(item.sku or ""): item.category or "" for item in known.returns.get(order, ())}
    return {sku: name for sku, name in told.items() if known.rate(name, LAST_DAY) is not None}


def fee_and_most(sold: Sequence[Sale], back: Sequence[Refund], known: Known, told: Mapping[str, str]) -> FeeKept:
    """The referral fee on what was refunded, and what of it Amazon may keep; `told` are categories where the owner told none.

    The cap is before consumption tax, and the fee holds it: both are compared with tax.
    """
    lines: list[Line] = []
    for refund in named(sold, back):
        sale = sale_of(refund, sold)
        if sale is not None and sale.paid <= 0 and not sale.fee:  # nothing was paid for it, and no fee charged of which some may be kept
            continue
        if sale is None or sale.paid <= 0 or known.refund_share(date.fromisoformat(refund.at[:10])) is None:
            return FeeKept(unnamed=sale is None and not refund.sku and bool(sold))
        sku = fold_sku(sale.sku)
        line = line_of(refund, sale, known, known.categories.get(sku) or told.get(sku))
        if line is None:
            return FeeKept(uncounted=True)
        lines.append(line)
    if not back:
        return FeeKept()
    doubt = next((line.doubt for line in lines if line.doubt and line.fee > line.back), "")
    fee, most, each = (
        (sum(yen) for yen in zip(*((line.fee, line.most, line.most_each) for line in lines), strict=True)) if lines else (0, 0, 0)
    )
    return FeeKept(fee, most, each, doubt=doubt, lines=lines)


def line_of(refund: Refund, sale: Sale, known: Known, category: str | None) -> Line | None:
    """The fee on a refund of a sale; None where what may be kept of it depends on pieces that are not known.

    The closing fee comes back with it, and none of that may be kept; whether it does at a refund in part is told nowhere. Where it is not
    known how much of the fee it is, all that was kept at such a refund may be of it.
    """
    day, (part, whole) = date.fromisoformat(refund.at[:10]), part_of(refund, sale)
    referral, doubt = referral_of(sale, known, category)
    share = known.refund_share(day)
    pieces = None if sale.pieces is None else max(1, -(-part * sale.pieces // whole))
    most = None if share is None else kept_most(-(-referral * part // whole), pieces, share, known.tax(day))
    if share is None or most is None:
        return None
    each = kept_most(-(-referral * part // whole), max(pieces or 1, times_of(refund)), share, known.tax(day)) or 0
    fee = sale.fee + sale.closing_fee
    due = (2 * fee * part + whole) // (2 * whole)  # half up, as fees are rounded
    if part < whole and doubt:
        most = each = due
    elif part < whole and fee > referral:
        closing, doubt = -(-(fee - referral) * part // whole), "closing_fee_back"
        most, each = most + closing, each + closing
    return Line(refund.sku, due, refund.fee_back, most, each, doubt)


def times_of(refund: Refund) -> int:
    """How many times something of the price of an item was refunded."""
    return sum(price > 0 for price, _shipping in refund.moments.values())


def part_of(refund: Refund, sale: Sale) -> tuple[int, int]:
    """What was refunded of a sale, and what was paid for it, in yen: the share of the fee that is to come back.

    Amazon takes the shipping of an order that it sends, so that the fee may be of the item alone: the smaller share is asked for.
    """
    part, item = min(refund.price + refund.shipping, sale.paid), sale.paid - sale.shipping
    alone = min(refund.price, item)
    is_less = sale.sender == "amazon" and item > 0 and alone * sale.paid < part * item
    return (alone, item) if is_less else (part, sale.paid)


def referral_of(sale: Sale, known: Known, category: str | None) -> tuple[int, str]:
    """The yen of a sale's fee without the closing fee in it, with their tax, and the fact without which they may be fewer ("": none).

    Transactions have both in one column.
    """
    day = date.fromisoformat(sale.at[:10])
    if not sale.closing:
        return sale.fee, ""
    if category is None:
        return sale.fee, "category"
    closing, tax = known.closing(category, day), known.tax(day) if known.taxed else None
    if not closing:
        return sale.fee, "closing_fee" if closing is None else ""
    if sale.pieces is None:
        return sale.fee, "quantity_of_sale"
    return max(0, sale.fee - (closing + (tax.of(closing) if tax else 0)) * sale.pieces), ""


def kept_most(due: int, pieces: int | None, share: Share, tax: Share | None) -> int | None:
    """What of a fee Amazon may keep at a refund of some pieces; None where the cap depends on them, and they are not known.

    Each piece has its own cap, and is rounded on its own.
    """
    tenth = -(-due * share.per_mille // PER_MILLE)
    cap = due if share.most is None else share.most + (tax.of(share.most) if tax else 0)
    if tenth <= cap:
        return tenth
    return None if pieces is None else min(tenth, cap * pieces)


def fee_alone(order: str, looked: Looked) -> int:
    """The yen of a refund's fee that were charged for an order without a refund or a claim, paid or held back, and not given back since."""
    if looked.held_refunds.get(order) or looked.claims.get(order) or looked.held_claims.get(order):
        return 0
    return max(0, -max(looked.refund_fees.get(order, 0), looked.fees_given.get(order, 0)))


def sale_of(refund: Refund, sold: Sequence[Sale]) -> Sale | None:
    """The sale of a refund: a paid one before the same held back; of an order with one sale it is that."""
    found = next((sale for sale in sold if fold_sku(sale.sku) == fold_sku(refund.sku)), None)
    return found or (sold[0] if len(sold) == 1 else None)


def named(sold: Sequence[Sale], back: Sequence[Refund]) -> list[Refund]:
    """The refunds, one without a SKU shared out by the sales that it is of: the only one of its yen, or all that are left."""
    of_sku = {fold_sku(refund.sku): refund.price + refund.shipping for refund in back if refund.sku}
    open_ = [(sale, left) for sale in sold if (left := sale.paid - of_sku.get(fold_sku(sale.sku), 0)) > 0]
    found: list[Refund] = []
    for refund in back:
        yen = refund.price + refund.shipping
        same = [(sale, left) for sale, left in open_ if left == yen]
        whole = open_ if abs(sum(left for _sale, left in open_) - yen) <= len(open_) else same if len(same) == 1 else []
        found += [refund] if refund.sku or not whole else shared_out(refund, whole)
    return found


def shared_out(refund: Refund, sales: Sequence[tuple[Sale, int]]) -> Iterator[Refund]:
    """A refund as one of each of some sales, with the yen of each that were still to be refunded; points come back as they were given."""
    points = refund.points
    for sale, yen in sales:
        shipping = min(sale.shipping, yen) if refund.shipping else 0
        mine = min(points, sale.points)
        points -= mine
        yield replace(refund, sku=sale.sku, price=yen - shipping, shipping=shipping, points=mine)
