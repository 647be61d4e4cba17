"""The items of an order: what came back of each and was refunded, and what was refunded of an item that did not come back."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

import msgspec
from msgspec.structs import replace

from sellerdesk.domain.folding import fold_sku
from sellerdesk.domain.returned_item import ENDED, ReturnedItem
from sellerdesk.rules.payments.records import Refund, Sale
from sellerdesk.rules.returns.buyers_labels import buyers_labels
from sellerdesk.rules.returns.charged import is_part
from sellerdesk.rules.returns.cover import due_of, labels_off


class Items(msgspec.Struct, frozen=True):
    """What the items of an order come to, in whole yen.

    `due` is to be refunded for what arrived (None: not known), `due_in_all` with what is still on its way, `due_refunded` for those items
    of it of which something was refunded, `due_back` of its price was (without a sale with the shipping, which the order's amount has,
    too), `back_in_all` with the shipping that came with it;
    `label_off` may be taken off for labels. `unreturned` was refunded of items that did not come back, but for shipping alone (of it
    `pieces_back` of pieces of an item of which only others came back), and
    `other_back` under `other_sku`, which was never sold in the order, where its only item came back: it may be of that. `free`: the
    buyer paid nothing for what came back. `reported` is what the returns report says was refunded.
    """

    due: int | None = None
    due_in_all: int | None = None
    due_back: int = 0
    label_off: int = 0
    unreturned: int = 0
    reported: int = 0
    other_back: int = 0
    other_sku: str = ""
    free: bool = False
    due_refunded: int | None = None
    back_in_all: int = 0
    pieces_back: int = 0


class Beyond(msgspec.Struct, frozen=True):
    """The items of which more was refunded than was paid ("A, B"), with the yen paid and refunded of them together."""

    sku: str = ""
    paid: int = 0
    back: int = 0


def is_live(item: ReturnedItem) -> bool:
    """Whether a return was not cancelled and not declined."""
    return item.status not in ENDED


def items_of(returned: Sequence[ReturnedItem], sold: Sequence[Sale], back: Sequence[Refund]) -> Items:
    """The items of one order. Where a row names no SKU, it is not known which item it is of: it counts as one that came back."""
    live = [item for item in returned if is_live(item)]
    if not live:
        return Items(unreturned=sum(map(yen_of, back)))
    skus = {fold_sku(item.sku or "") for item in live}
    of_item = [refund for refund in back if fold_sku(refund.sku) in skus or not refund.sku or "" in skus]
    asked = [item for item in live if item.resolution != "replacement"]
    arrived = [item for item in asked if item.arrived_on] or asked
    others = of_other_sku(sold, [refund for refund in back if refund not in of_item], skus)
    pieces_back = of_other_pieces(live, sold, of_item)
    return Items(
        due_of_rows(arrived, sold),
        due_of_rows(asked, sold),
        sum(refund.price if is_sold(refund, sold) else yen_of(refund) for refund in of_item),
        labels_off(arrived),
        sum(yen_of(refund) for refund in back if refund not in of_item and refund not in others) + pieces_back,
        sum(item.refunded or 0 for item in live),
        sum(refund.price for refund in others),
        others[0].sku if others else "",
        bool(asked) and all(is_free(item, sold) for item in asked),
        due_of_rows([item for item in arrived if is_refunded(item, of_item)], sold),
        sum(map(yen_of, of_item)),
        pieces_back,
    )  # fmt: skip


def of_other_pieces(live: Sequence[ReturnedItem], sold: Sequence[Sale], back: Sequence[Refund]) -> int:
    """The yen refunded of items beyond the pieces that the returns report has of them, a yen of each piece being rounding.

    What may be a label of the buyer's is no part of them; nothing is known where such a label's cost is not told.
    """
    labels = [label.yen for label in buyers_labels(live).values()]
    if None in labels or any(not refund.sku for refund in back) or any(not item.sku for item in live):
        return 0
    more = sum(beyond_pieces(sku, live, sold, back) for sku in {fold_sku(refund.sku) for refund in back})
    return max(0, more - sum(yen or 0 for yen in labels))


def beyond_pieces(sku: str, live: Sequence[ReturnedItem], sold: Sequence[Sale], back: Sequence[Refund]) -> int:
    """The yen refunded of one item beyond what is due for its rows; 0 where these are all of its pieces, or that is not known."""
    rows = [item for item in live if fold_sku(item.sku or "") == sku]
    mine = [sale for sale in sold if fold_sku(sale.sku) == sku]
    pieces, came = pieces_in(sale.pieces for sale in mine), pieces_in(item.quantity for item in rows)
    if pieces is None or came is None or came >= pieces:
        return 0
    refunded, due = sum(refund.price for refund in back if fold_sku(refund.sku) == sku), due_of_rows(rows, sold)
    more = 0 if due is None else refunded - due
    return more if more > pieces else 0


def pieces_in(counts: Iterable[int | None]) -> int | None:
    """The pieces of some rows together; None for no rows, or where one does not tell its pieces."""
    every = [*counts]
    return None if not every or None in every else sum(count or 0 for count in every)


def with_claims(back: Sequence[Refund], claims: Mapping[str, Refund]) -> list[Refund]:
    """The refunds of an order and the claims that took something of it, of each item as one: together they give back one fee."""
    found = {fold_sku(refund.sku): refund for refund in back}
    for sku, claim in claims.items():
        if claim.price > 0:
            mine = found.get(sku)
            found[sku] = claim if mine is None else with_claim(mine, claim)
    return [*found.values()]


def with_claim(refund: Refund, claim: Refund) -> Refund:
    """A refund and a claim of one item together."""
    fee, points = refund.fee_back + claim.fee_back, refund.points + claim.points
    return replace(refund, price=refund.price + claim.price, fee_back=fee, points=points)


def is_refunded(item: ReturnedItem, back: Sequence[Refund]) -> bool:
    """Whether a refund is of a returned item, or may be, where one of the two names no SKU."""
    return not item.sku or any(refund.price and fold_sku(refund.sku) in ("", fold_sku(item.sku)) for refund in back)


def is_sold(refund: Refund, sold: Sequence[Sale]) -> bool:
    """Whether what is due for a refund's item is told by a sale, which has its shipping apart."""
    return len(sold) == 1 or any(fold_sku(sale.sku) == fold_sku(refund.sku) for sale in sold)


def yen_of(refund: Refund) -> int:
    """The yen of a refund, but for shipping that was refunded alone."""
    return refund.price + refund.shipping - shipping_alone([refund])


def shipping_alone(back: Sequence[Refund]) -> int:
    """The yen of shipping refunded without a price, before any price was, less what was taken back of it later.

    Shipping that comes with a price or after it is of that refund.
    """
    if all(price for refund in back for price, _shipping in refund.moments.values()):
        return 0
    moments: defaultdict[str, tuple[int, int]] = defaultdict(lambda: (0, 0))
    for refund in back:
        for at, (price, shipping) in refund.moments.items():
            moments[at] = moments[at][0] + price, moments[at][1] + shipping
    first = min((at for at, (price, _shipping) in moments.items() if price > 0), default=None)
    alone = {at: shipping for at, (price, shipping) in moments.items() if not price}
    return max(0, sum(shipping for at, shipping in alone.items() if first is None or at < first or shipping < 0))


def taken_back(back: Iterable[Refund]) -> int:
    """The yen of a price that was refunded and came back to the shop since, where nothing of it is left; 0 else."""
    prices = [price for refund in back for price, _shipping in refund.moments.values()]
    return sum(price for price in prices if price > 0) if sum(prices) <= 0 else 0


def of_other_sku(sold: Sequence[Sale], back: Sequence[Refund], returned: AbstractSet[str]) -> list[Refund]:
    """The refunds under SKUs that the order does not have, where its only item came back."""
    only = {fold_sku(sale.sku) for sale in sold}
    return [refund for refund in back if refund.price > 0] if len(only) == 1 and only <= returned else []


def is_free(item: ReturnedItem, sold: Sequence[Sale]) -> bool:
    """Whether the buyer paid 0 yen for a returned item, its shipping and its gift wrap in it; by the order's amount without a sale."""
    mine = sales_of(item, sold)
    if mine:
        return not any(sale.paid > 0 or sale.uneven for sale in mine)
    return not sold and item.amount == 0 and not is_part(item)


def sales_of(item: ReturnedItem, sold: Sequence[Sale]) -> list[Sale]:
    """The sales of a returned item; the only sale of its order where none has its SKU."""
    return [sale for sale in sold if fold_sku(sale.sku) == fold_sku(item.sku or "")] or ([*sold] if len(sold) == 1 else [])


def due_in(item: ReturnedItem, sold: Sequence[Sale]) -> int | None:
    """The yen due for a return, by the sale of its item."""
    mine = sales_of(item, sold)
    if not mine or any(sale.pieces is None for sale in mine):
        return due_of(item, None, None)
    return due_of(item, sum(sale.paid - sale.shipping for sale in mine), sum(sale.pieces or 0 for sale in mine))


def due_of_rows(rows: Sequence[ReturnedItem], sold: Sequence[Sale]) -> int | None:
    """The yen due for some rows of an order, of each item no more than its sale; None for no rows, or where one is not known."""
    dues: defaultdict[str, int] = defaultdict(int)
    for item in rows:
        due = due_in(item, sold)
        if due is None:
            return None
        mine, sku = sales_of(item, sold), fold_sku(item.sku or "")
        dues[sku] = min(dues[sku] + due, sum(sale.paid - sale.shipping for sale in mine)) if mine else dues[sku] + due
    return sum(dues.values()) if rows else None


def most_beyond(sold: Sequence[Sale], back: Sequence[Refund]) -> Beyond:
    """The SKUs of which more was refunded than their own sale, the most first, with the yen paid and refunded; "" where none was.

    Shipping counts on neither side, but where a discount may be of the shipping.
    """
    paid: dict[str, int] = {}
    for sale in sold:
        price = sale.paid - sale.shipping
        paid[fold_sku(sale.sku)] = paid.get(fold_sku(sale.sku), 0) + (sale.paid if price < sale.price else price)
    known = [(refund.sku, paid[fold_sku(refund.sku)], refund.price) for refund in back if fold_sku(refund.sku) in paid and refund.sku]
    over = sorted((one for one in known if one[2] > one[1]), key=lambda one: one[1] - one[2])
    return Beyond(", ".join(sku for sku, _paid, _back in over), sum(one[1] for one in over), sum(one[2] for one in over))
