"""What Amazon kept of the referral fee of what was refunded, and what of it it may keep: refund by refund, by the sale of each."""

from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

from sellerdesk.domain.folding import fold_sku
from sellerdesk.rules.figures.values import PER_MILLE, Share
from sellerdesk.rules.payments.items import with_claims
from sellerdesk.rules.payments.records import Known, Looked, Refund, Sale


class FeeKept(msgspec.Struct, frozen=True):
    """The referral fee on what was refunded and what of it Amazon may keep, in whole yen; None where a sale is not known.

    `uncounted`: not known because a sale lacks its quantity, for each piece has its own cap; `unnamed`: because the refund names no SKU.
    """

    fee: int | None = None
    most: int | None = None
    uncounted: bool = False
    unnamed: bool = False


def fees_of(order: str, sold: Sequence[Sale], back: Sequence[Refund], looked: Looked, known: Known) -> dict[str, int | bool | None]:
    """What is known of the fee of an order's refunds and A-to-z claims, by the names that PaidOrder has for it."""
    refunds = with_claims(back, looked.claim_refunds.get(order, {}))
    kept = fee_and_most(sold, refunds, known)
    return {
        "fee": kept.fee, "fee_back": sum(refund.fee_back for refund in refunds), "fee_kept_most": kept.most,
        "fee_uncounted": kept.uncounted, "fee_unnamed": kept.unnamed, "fee_alone": 0 if refunds else fee_alone(order, looked),
    }  # fmt: skip


def fee_and_most(sold: Sequence[Sale], back: Sequence[Refund], known: Known) -> FeeKept:
    """The referral fee on what was refunded, and what of it Amazon may keep.

    The cap is before consumption tax, and the fee holds it: both are compared with tax.
    """
    fees = most = 0
    for refund in named(sold, back):
        sale = sale_of(refund, sold)
        day = date.fromisoformat(refund.at[:10])
        share = known.refund_share(day)
        if sale is not None and sale.paid <= 0 and not sale.fee:  # nothing was paid for it, and no fee charged of which some may be kept
            continue
        if sale is None or sale.paid <= 0 or share is None:
            return FeeKept(unnamed=sale is None and not refund.sku and bool(sold))
        part = min(refund.price + refund.shipping, sale.paid)
        due = -(-sale.fee * part // sale.paid)
        kept = kept_most(due, part, sale, share, known.tax(day))
        if kept is None:
            return FeeKept(uncounted=True)
        fees, most = fees + due, most + kept
    return FeeKept(fees, most) if back else FeeKept()


def kept_most(due: int, part: int, sale: Sale, share: Share, tax: Share | None) -> int | None:
    """What of a fee Amazon may keep at a refund of some yen of a sale; None where the cap depends on pieces that are not known.

    Each piece has its own cap, and is rounded on its own.
    """
    tenth = -(-due * share.per_mille // PER_MILLE)
    cap = due if share.most is None else share.most + (tax.of(share.most) if tax else 0)
    if tenth <= cap:
        return tenth
    if sale.pieces is None:
        return None
    return min(tenth, cap * max(1, -(-part * sale.pieces // sale.paid)))


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
        yield msgspec.structs.replace(refund, sku=sale.sku, price=yen - shipping, shipping=shipping, points=mine)
