"""How many yen are due for what came back: its share of the sale, or the amount of the order."""

from collections.abc import Iterable

from sellerdesk.domain.returned_item import ReturnedItem
from sellerdesk.rules.returns.charged import is_part
from sellerdesk.rules.returns.label_rows import best_rows


def due_of(item: ReturnedItem, price: int | None, sold: int | None) -> int | None:
    """The whole yen to be refunded for a return, of a sale of `price` yen for `sold` pieces; None where neither sale nor amount tells."""
    if is_by_sale(item, price, sold):
        return (price or 0) * min(item.quantity or 1, sold or 1) // (sold or 1)
    return item.amount if item.amount is not None and not is_part(item) else None


def is_by_sale(item: ReturnedItem, price: int | None, sold: int | None) -> bool:
    """Whether the sale tells what is due for a return, without its shipping; else the order's amount does, which has that in it."""
    return price is not None and bool(sold) and (bool(item.quantity) or sold == 1)


def label_off(item: ReturnedItem) -> int:
    """The yen of a label that the customer pays, or perhaps does, as far as is known: it may be taken off the refund (S-27)."""
    is_open = item.payer is None and bool(item.unsettled) and item.label_type != "unpaid"
    return item.label_cost or 0 if item.payer == "customer" or is_open else 0


def labels_off(items: Iterable[ReturnedItem]) -> int:
    """The yen of labels that may be taken off the refunds of some returns, those of a label on several rows once."""
    return sum(map(label_off, best_rows(items, label_off).values()))
