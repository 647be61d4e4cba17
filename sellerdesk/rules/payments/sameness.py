"""What makes two rows of payments the same, and which part of an order, or of a settlement, a row is of."""

from collections.abc import Iterable, Sequence

import msgspec

from sellerdesk.domain.damage import looks_damaged
from sellerdesk.domain.payment import Payment
from sellerdesk.rules.payments.kinds import Places

Key = tuple[object, ...]
Part = tuple[str, str, str]
"""A settlement, an order, and its sale ("sale"), its refund ("refund"), or the kind of what else."""
MINUTE, MIDNIGHT = len("2026-07-03 12:34"), " 00:00:00"
DAY = len("2026-07-03")
NO_SECONDS, NO_ORDER, NO_SKU, NO_ZEROS, NO_TIME = 1, 2, 4, 8, 16
"""What of a row may be unknown; the zeros are those before a SKU that is a number."""


def is_rough(payment: Payment) -> bool:
    """Whether a row's seconds are not known: a spreadsheet saves moments to the minute."""
    return len(payment.at) == MINUTE


def blur_of(payment: Payment) -> int:
    """What of a row a spreadsheet left unknown: the seconds, the order, the SKU, the zeros before it, each a bit."""
    blur = is_rough(payment) * NO_SECONDS | looks_damaged(payment.order_id) * NO_ORDER | looks_damaged(payment.sku) * NO_SKU
    return blur | NO_ZEROS if payment.sku.isdecimal() and payment.sku[0] != "0" else blur


def times_of(files: Iterable[Sequence[Payment]]) -> list[int]:
    """What is unknown of all rows of each file: the time of day, where they tell days alone (each is of midnight then)."""
    return [NO_TIME * (len(rows) > 1 and all(payment.at.endswith(MIDNIGHT) for payment in rows)) for rows in files]


def blurred_key(payment: Payment, places: Places, blur: int) -> Key:
    """What makes a row the same in two files of which one does not tell all of it."""
    if not blur:
        return key_of(payment, places)
    at = payment.at[:DAY] if blur & NO_TIME else payment.at[:MINUTE] if blur & NO_SECONDS else payment.at
    order, sku = "" if blur & NO_ORDER else payment.order_id, "" if blur & NO_SKU else payment.sku
    sku = sku.lstrip("0") if blur & NO_ZEROS and sku.isdecimal() else sku
    return key_of(msgspec.structs.replace(payment, at=at, order_id=order, sku=sku), places)


def key_of(payment: Payment, places: Places) -> Key:
    """What makes a row the same in two files, also in two languages and with two columns more."""
    if payment.report == "settlement":
        return (
            payment.settlement,
            payment.at,
            payment.type,
            payment.amount_type,
            payment.text,
            payment.order_id,
            payment.sku,
            payment.total,
        )
    return payment.at, places.plan(payment), payment.order_id, payment.sku, payment.quantity, payment.amounts, payment.total


def part_in_order(payment: Payment, places: Places) -> tuple[str, str]:
    """The order of a row, and whether it is of the sale, the refund, or of what else."""
    kinds = set(places.plan(payment))
    return payment.order_id, places.role(payment) or (kinds.pop() if len(kinds) == 1 else "")


def part_of(payment: Payment, places: Places) -> Part:
    """The settlement and the order of a row, and whether it is of the sale, the refund, or of what else; "" for a payout."""
    if not payment.settlement or set(places.plan(payment)) == {"transfer"}:
        return "", "", ""
    return payment.settlement, *part_in_order(payment, places)
