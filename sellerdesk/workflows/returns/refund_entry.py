"""A refund as it is told of the saved returns: of a row that is there, and that leaves it open."""

from datetime import datetime
from pathlib import Path

from sellerdesk.domain.refusal import UnusableArgument
from sellerdesk.domain.returned_item import ENDED, ReturnedItem
from sellerdesk.store.database import opened
from sellerdesk.workflows.returns import refunds
from sellerdesk.workflows.returns.rows import saved_returns


def tell(store: Path, order_id: str, sku: str | None, text: str, now: datetime) -> None:
    """Keep the yen refunded for a row of the saved report, the only one of its order if no SKU is named.

    Raises UnusableArgument when there is no such row, it is not the only one, or the report tells its refund; UnusableStore.
    """
    with opened(store) as db:
        item = only(saved_returns(db), order_id, sku)
    if item.refunded is not None:
        raise UnusableArgument("refund_reported", yen=item.refunded)
    refunds.tell(store, refunds.key_of(item), text, now)


def only(items: list[ReturnedItem], order_id: str, sku: str | None) -> ReturnedItem:
    """The one row that is meant. Raises UnusableArgument."""
    named = [item for item in items if item.subject == order_id and sku in (None, item.sku)]
    rows = [item for item in named if item.status not in ENDED] or named  # a cancelled or declined one is not refunded
    if not rows:
        raise UnusableArgument("no_such_return", order=order_id, sku="" if sku is None else f" ({sku})")
    if len(rows) > 1:
        skus = tuple(dict.fromkeys(item.sku or "" for item in rows))
        raise UnusableArgument("which_item" if len(skus) > 1 else "refund_rows", order=order_id, there=skus)
    return rows[0]


def forget(store: Path, order_id: str, sku: str | None, now: datetime) -> None:
    """Take back what was told of an order, or of one item of it. Raises UnusableStore."""
    for key in refunds.load(store):
        if key[0] == order_id and sku in (None, key[1]):
            refunds.tell(store, key, "", now)
