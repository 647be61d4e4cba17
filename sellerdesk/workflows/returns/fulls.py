"""What the full refund of a part of an order comes to: by its sale in payment reports, or by the rows of an order that came back whole."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from sellerdesk.domain.charged import Charged
from sellerdesk.domain.folding import fold
from sellerdesk.domain.returned_item import ENDED, ReturnedItem
from sellerdesk.rules.returns.charged import is_part

Key = tuple[str, str]
"""An order, and one of its SKUs, folded."""


def with_fulls(items: Sequence[ReturnedItem], paid: Mapping[Key, Charged]) -> list[ReturnedItem]:
    """The returns, those of a part of an order with the yen of the full refund of that part, where they are known."""
    orders: defaultdict[str, list[ReturnedItem]] = defaultdict(list)
    for item in items:
        if is_part(item) and item.status not in ENDED:
            orders[item.subject].append(item)
    fulls = {line: full for rows in orders.values() for line, full in fulls_of(rows, paid).items()}
    return [replace(item, full=fulls[item.line]) if item.line in fulls else item for item in items] if fulls else [*items]


def with_amounts(items: Sequence[ReturnedItem], paid: Mapping[Key, Charged]) -> list[ReturnedItem]:
    """The returns, those of a whole order with what the buyer paid for it, where payments tell that it was less: by a promotion.

    Without it what the promotion took off would be taken for a label that was held back from the refund (S-27).
    """
    sold = {item.line: by_sale(item, paid, item.quantity or 0) for item in items if is_sold_whole(item, paid)}
    return [replace(item, amount=yen) if (yen := sold.get(item.line)) and yen < (item.amount or 0) - 1 else item for item in items]


def is_sold_whole(item: ReturnedItem, paid: Mapping[Key, Charged]) -> bool:
    """Whether a return is of a whole order of which payments tell the sale of just these pieces."""
    known = paid.get((item.subject, fold(item.sku or "")))
    return known is not None and known.pieces == item.quantity and not is_part(item)


def fulls_of(rows: Sequence[ReturnedItem], paid: Mapping[Key, Charged]) -> dict[int, int]:
    """The full refund of each row of an order, by its line; none where a refund holds back what may be of another row's label."""
    pieces = defaultdict[str, int](int)
    for row in rows:
        pieces[fold(row.sku or "")] += row.quantity or 0
    sales = {row.line: by_sale(row, paid, pieces[fold(row.sku or "")]) for row in rows}
    told = {row.line: row.refunded for row in rows} if is_refunded_whole(rows) else {}
    found = {row.line: full for row in rows if (full := sales.get(row.line) or told.get(row.line))}
    labels = Counter(row.label for row in rows)
    beyond = any(labels_beyond(row, found.get(row.line), labels[row.label]) for row in rows)
    return {} if beyond else found


def by_sale(item: ReturnedItem, paid: Mapping[Key, Charged], pieces: int) -> int | None:
    """The yen that the buyer paid for what came back; None where a part of a sale came back of which shipping or wrap were paid, too.

    `pieces` are those of all rows of the item: where they are more than were sold, two rows ask for the same.
    """
    known = paid.get((item.subject, fold(item.sku or "")))
    if known is None or known.price is None or not known.pieces or not item.quantity or pieces > known.pieces:
        return None
    beside = known.shipping + known.wrap
    return None if beside and item.quantity < known.pieces else known.price * item.quantity // known.pieces + beside


def is_refunded_whole(rows: Sequence[ReturnedItem]) -> bool:
    """Whether the rows of an order are all of its pieces, and their refunds its amount, to a yen for each row."""
    first = rows[0]
    if first.amount is None or any(None in (row.refunded, row.quantity) for row in rows):
        return False
    pieces, yen = sum(row.quantity or 0 for row in rows), sum(row.refunded or 0 for row in rows)
    return pieces == first.order_quantity and abs(first.amount - yen) <= len(rows)


def labels_beyond(item: ReturnedItem, full: int | None, rows: int) -> bool:
    """Whether the refund of a row may hold back more than a label of its own, one that no other of `rows` stands under."""
    if rows > 1 and full is None:
        return True
    held_back = (full or 0) - (item.known_refund or 0) - (item.quantity or 1)  # a yen of each piece is rounding
    return full is not None and bool(item.known_refund) and held_back > (item.label_yen or 0 if rows == 1 else 0)
