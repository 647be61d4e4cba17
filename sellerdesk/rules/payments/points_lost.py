"""Points that sales gave and that neither their refunds nor claims gave back (P2-09)."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sellerdesk.domain.folding import fold_sku
from sellerdesk.rules.payments.fees_kept import named, sale_of
from sellerdesk.rules.payments.records import Refund, Sale


def points_lost(sold: Sequence[Sale], back: Sequence[Refund]) -> Mapping[str, int]:
    """The points (one yen each) that are still out, by folded SKU: of a refund in part its share; a point is rounding.

    `back` are the refunds with the claims of each item in them.
    """
    lost: defaultdict[str, int] = defaultdict(int)
    for refund in named(sold, back):
        sale = sale_of(refund, sold)
        price = sale.paid - sale.shipping if sale is not None else 0
        if sale is None or sale.points <= 0 or price <= 0:
            continue
        missing = due_back(sale, price, max(0, min(refund.price, price))) - refund.points
        lost[fold_sku(sale.sku)] += missing if missing > 1 else 0
    return lost


def due_back(sale: Sale, price: int, part: int) -> int:
    """The points that come back with a part of the price of a sale (yen): those of whole pieces, where it is of these."""
    pieces = sale.pieces or 1
    whole = round_pieces(part, price, pieces)
    return sale.points * whole // pieces if whole else sale.points * part // price


def round_pieces(yen: int, paid: int, pieces: int) -> int:
    """How many whole pieces of a sale some yen are, to a yen for each; 0 where they are none."""
    whole = (2 * yen * pieces + paid) // (2 * paid)
    return whole if abs(yen * pieces - paid * whole) <= pieces * max(whole, 1) else 0
