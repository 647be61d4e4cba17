"""The owner's word on a refund that the returns report does not tell: kept, undoable; what a report tells comes first."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from itertools import accumulate
from pathlib import Path
from typing import Literal

import msgspec

from sellerdesk.domain.charged import Charged
from sellerdesk.domain.folding import fold
from sellerdesk.domain.refusal import UnusableArgument
from sellerdesk.domain.returned_item import ENDED, ReturnedItem
from sellerdesk.readers import cells
from sellerdesk.readers.cells import BadCell
from sellerdesk.rules.returns import cover
from sellerdesk.rules.returns.buyers_labels import is_buyers, is_label_off
from sellerdesk.rules.returns.charged import is_part
from sellerdesk.store import told_refunds as saved
from sellerdesk.store.database import opened
from sellerdesk.store.history import doing
from sellerdesk.store.told_refunds import Key
from sellerdesk.workflows.returns.several_rows import covers_all, item_key, rows_by_item, shared_by_rows
from sellerdesk.workflows.returns.unnamed import with_unnamed

Paid = Mapping[Key, Charged]
"""What payment reports tell, by order and folded SKU."""


class Differing(msgspec.Struct, frozen=True):
    """A refund of which the owner and a report say different things, in yen: the report's holds. `source` is the kind of report.

    "both": the returns report (`told`) and payments (`reported`) say different things; the larger amount holds.
    """

    order_id: str
    sku: str
    told: int
    reported: int
    source: Literal["returns", "payments", "both"]


def load(store: Path) -> dict[Key, int]:
    """All refunds that the owner told, in yen by order id and SKU. Raises UnusableStore."""
    if not store.exists():
        return {}
    with opened(store) as db:
        return saved.every(db)


def tell(store: Path, key: Key, text: str, now: datetime) -> int | None:
    """Keep the yen refunded for an item, as it is typed ("" forgets them); gives them. Raises UnusableArgument, UnusableStore."""
    yen = yen_of(text)
    with doing(store, "refund" if yen is not None else "no_refund", now, order=key[0], sku=key[1], refunded=yen) as db:
        saved.put(db, key, yen, now)
    return yen


def yen_of(text: str) -> int | None:
    """Whole yen as they are typed, 0 among them; None for nothing. Raises UnusableArgument."""
    try:
        return cells.amount(fold(text)) if text.strip() else None
    except BadCell as error:
        raise UnusableArgument("bad_fact", fact="refunded", value=text, expected=error.args[0]) from error


def key_of(item: ReturnedItem) -> Key:
    """What a refund of an item is kept by."""
    return item.subject, item.sku or ""


def settled(items: Sequence[ReturnedItem], entered: Mapping[Key, int], paid: Paid) -> list[ReturnedItem]:
    """The returns, those whose refund no report tells with the owner's word.

    Of several rows of one item in an order nobody told which is meant: they stay open. A cancelled or declined row is none of them.
    """
    if not entered:
        return list(items)
    rows = rows_of(items)
    return [with_word(item, entered, paid) if is_only(item, rows) else item for item in items]


def rows_of(items: Sequence[ReturnedItem]) -> Counter[Key]:
    """How many rows each item has that were not cancelled or declined."""
    return Counter(key_of(item) for item in items if item.status not in ENDED)


def is_only(item: ReturnedItem, rows: Counter[Key]) -> bool:
    """Whether a refund of an item is of this row alone."""
    return rows[key_of(item)] == (0 if item.status in ENDED else 1)


def with_payments(items: Sequence[ReturnedItem], paid: Paid) -> list[ReturnedItem]:
    """The returns with the refund that payment reports tell; of several rows of one item those that arrived first are refunded first.

    A cancelled or declined row beside another one of its item has no part in it.
    """
    if not paid:
        return list(items)
    joined, rows = with_unnamed(items, paid), rows_by_item(items)
    of_row = shared_by_rows(items, joined)
    found: list[ReturnedItem] = []
    for item in items:
        beside, known = rows.get(item_key(item), []), paid_for(item, joined)
        if item.status in ENDED and beside:
            found.append(item)
        elif len(beside) > 1 and known is not None:
            found.append(one_of_several(item, beside, known, of_row.get(item.line, known)))
        else:
            found.append(with_shipping_kept(with_payment(item, known), known))
    return found


def with_nothing_paid(items: Sequence[ReturnedItem], paid: Paid) -> list[ReturnedItem]:
    """The returns, told of those for which the buyer paid nothing: a free replacement, or a discount of the whole price (S-25).

    What payment reports tell of the sale counts before the amount of the order.
    """
    return [msgspec.structs.replace(item, nothing_paid=True) if is_free(item, paid) else item for item in items]


def is_free(item: ReturnedItem, paid: Paid) -> bool:
    """Whether the buyer paid 0 yen for an item, its shipping and its gift wrap in it."""
    known = paid.get((item.subject, fold(item.sku or "")))
    if known is not None and known.price is not None:
        return known.price + known.shipping + known.wrap <= 0
    return item.amount == 0 and not is_part(item)


def one_of_several(item: ReturnedItem, rows: Sequence[ReturnedItem], known: Charged, share: Charged) -> ReturnedItem:
    """A row that others of the same item stand beside, with its share of the refunds.

    A claim or a refund held back may be of any row that is not refunded, and is told of all: it covers one where it covers all.
    """
    found = with_payment(item, share)
    if found.paid_back or not (known.held or has_claim(known)):
        return found
    return msgspec.structs.replace(found, paid_held=known.held or None, claim_covers=known.claimed > 0 and covers_all(rows, known))


def has_claim(known: Charged) -> bool:
    """Whether there was a claim of an item, be it held back or given back, or a refund that was taken back since."""
    return known.claimed > 0 or bool(known.claim_held or known.claim_back or known.refund_back)


def with_claim(item: ReturnedItem, known: Charged) -> ReturnedItem:
    """A return with what a claim took of it, what is held back of one, and what came back of one, or of a refund."""
    return msgspec.structs.replace(
        item,
        paid_claim=max(0, known.claimed) or None,
        claim_held=known.claim_held or None,
        claim_back=known.claim_back or None,
        refund_back=known.refund_back or None,
    )


def paid_for(item: ReturnedItem, paid: Paid) -> Charged | None:
    """What payment reports tell of an item, or of its order where a claim names no SKU and no sale is known."""
    return paid.get((item.subject, fold(item.sku or ""))) or paid.get((item.subject, ""))


def with_payment(item: ReturnedItem, known: Charged | None) -> ReturnedItem:
    """A return with the refund that payment reports tell of it: made once it covers what came back, and a part until then."""
    if known is None or not (known.refunded or known.held or has_claim(known) or known.by_one_report):
        return item
    item = without_shipping(item, known)
    due, back = due_of(item, known), sum(yen for _day, yen in known.refunds)
    refunded = max(0, (known.refunded or 0) - known.shipping_alone)
    if (day := covered_on(item, known, due)) is not None:
        later, no_label = is_label_later(item, known, due), not known.labels and not known.label
        return msgspec.structs.replace(item, paid_back=refunded, paid_back_on=day, label_later=later, no_label=no_label)
    if known.by_one_report:
        return msgspec.structs.replace(item, paid_part=known.by_one_report + refunded)
    whole = None if due is None else due + (known.shipping_back if cover.is_by_sale(item, known.price, known.pieces) else 0)
    return msgspec.structs.replace(
        with_claim(item, known),
        paid_part=part_of(refunded, known, whole, item) or None,
        paid_due=whole,
        paid_held=known.held or None,
        claim_covers=known.claimed > 0 and due is not None and back + known.claimed + (item.quantity or 1) >= due,
    )


def with_shipping_kept(item: ReturnedItem, known: Charged | None) -> ReturnedItem:
    """A return of all that was sold, with the shipping that its refund lacks although the price is refunded (S-25).

    A label that the customer pays may be taken off, nothing else (S-27); a claim or what is held back may hold the rest.
    """
    if known is None or not item.paid_back or known.price is None or known.pieces != item.quantity:
        return item
    paid, back = known.price + known.shipping + known.wrap, max(known.refunded or 0, item.refunded or 0)
    made = back + known.held + known.claimed + cover.label_off(item)
    kept = min(known.shipping - known.shipping_alone - known.shipping_back, paid - made)
    return msgspec.structs.replace(item, shipping_kept=kept) if kept > 1 else item  # a yen is rounding


def covered_on(item: ReturnedItem, known: Charged, due: int | None) -> date | None:
    """The day (Japan) since which refunds are all that is due; None where they are not, or were taken back."""
    back, since = 0, None
    for day, yen in known.refunds:
        back += yen
        whole = back + (0 if cover.is_by_sale(item, known.price, known.pieces) else known.shipping_back)
        covers = due is not None and back > 0 and whole + (item.quantity or 1) >= due  # a yen of each piece is rounding
        since = (since or day) if covers else None
    return since


def is_label_later(item: ReturnedItem, known: Charged, due: int | None) -> bool:
    """Whether refunds lacked just the label on one day, and covered what came back on a later one: the label was given back with them."""
    if due is None or not item.label_cost or item.payer != "seller" or not is_buyers(item):
        return False
    back = accumulate(yen for _day, yen in known.refunds[:-1])
    return any(is_label_off(item, due - yen) for yen in back)


def part_of(refunded: int, known: Charged, due: int | None, item: ReturnedItem) -> int:
    """The yen of a part that was refunded: 0 where the rest is held back, and with what is held back where more is due than both."""
    if not refunded or not known.held:
        return refunded
    return refunded + known.held if due is not None and refunded + known.held + (item.quantity or 1) < due else 0


def without_shipping(item: ReturnedItem, known: Charged) -> ReturnedItem:
    """A return with the shipping that was refunded alone told apart, in the returns report too where that has just what was paid."""
    if not known.shipping_alone:
        return item
    refunded = item.refunded
    if refunded and refunded == known.refunded:
        refunded = refunded - known.shipping_alone or None
    return msgspec.structs.replace(item, refunded=refunded, paid_shipping=known.shipping_alone)


def with_shortfalls(items: Sequence[ReturnedItem], by_word: frozenset[int], paid: Paid) -> list[ReturnedItem]:
    """The returns, those whose refund the owner told (`by_word`: their lines) with the yen that are due: a part closes none.

    Such a refund came after one that was taken back.
    """
    return [
        msgspec.structs.replace(item, paid_due=due_of(item, paid_for(item, paid) or Charged()), refund_back=None)
        if item.line in by_word
        else item
        for item in items
    ]


def due_of(item: ReturnedItem, known: Charged) -> int | None:
    """The yen to be refunded for what came back: its share of the sale, or the order's amount; None where neither is known.

    A label that the customer pays may be taken off (S-27).
    """
    due = cover.due_of(item, known.price, known.pieces)
    return None if due is None else due - cover.label_off(item)


def with_word(item: ReturnedItem, entered: Mapping[Key, int], paid: Paid) -> ReturnedItem:
    """A return with what was refunded for it, where the owner told it and no report does.

    Where payment reports tell a refund, what they tell counts, be it only a part: the rest may not have gone out.
    """
    if item.refunded is not None or key_of(item) not in entered or refunded(item, paid):
        return item
    return msgspec.structs.replace(item, refunded=entered[key_of(item)])


def refunded(item: ReturnedItem, paid: Paid) -> int | None:
    """The yen that payment reports tell as refunded for an item; None where they tell none, or one of which nothing is left."""
    known = paid.get((item.subject, fold(item.sku or "")))
    return None if known is None else known.refunded or None


def entered_lines(items: Sequence[ReturnedItem], entered: Mapping[Key, int], paid: Paid) -> frozenset[int]:
    """The lines of the report whose refund is known by the owner's word alone."""
    pairs = zip(items, settled(items, entered, {}), strict=True)
    return frozenset(item.line for item, now in pairs if now is not item and refunded(item, paid) is None)


def differing(items: Sequence[ReturnedItem], entered: Mapping[Key, int], paid: Paid) -> list[Differing]:
    """Where the owner's word is not what a report tells, or the returns report not what payments tell."""
    rows = rows_of(items)
    found = [two for item in items if is_only(item, rows) and (two := of_reports(item, paid)) is not None]
    for item in items:
        key = key_of(item)
        reported = refunded(item, paid) if item.refunded is None else item.refunded
        if is_only(item, rows) and key in entered and reported is not None and reported != entered[key]:
            found.append(Differing(*key, entered[key], reported, "payments" if item.refunded is None else "returns"))
    return found


def of_reports(item: ReturnedItem, paid: Paid) -> Differing | None:
    """Where the returns report tells another refund of an item than payments do; None where both tell the same, or one tells none.

    The report may have shipping that was refunded alone in its amount, or not, and what payments hold back. A yen a piece is rounding.
    """
    known = paid.get((item.subject, fold(item.sku or "")))
    if not item.refunded or known is None or not known.refunded or known.refund_back:
        return None
    same = (known.refunded, known.refunded - known.shipping_alone, known.refunded + known.held)
    if any(abs(item.refunded - yen) <= (item.quantity or 1) for yen in same):
        return None
    return Differing(*key_of(item), item.refunded, known.refunded, "both")


def open_items(items: Sequence[ReturnedItem]) -> dict[str, list[str]]:
    """The orders with a refund that nobody told, each with the SKUs of which the owner can: those that stand in one row of it."""
    rows = rows_of(items)
    found: dict[str, list[str]] = {}
    for item in items:
        if item.known_refund is None and item.waits_for_refund and item.status not in ENDED:
            skus = found.setdefault(item.subject, [])
            skus += [item.sku or ""] if is_only(item, rows) else []
    return found
