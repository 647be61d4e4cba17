"""Refunds in payment reports that name no SKU, or one that was never sold in the order: which returned item they are of."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from sellerdesk.domain.charged import Charged
from sellerdesk.domain.folding import fold
from sellerdesk.domain.returned_item import ENDED, ReturnedItem
from sellerdesk.rules.returns.cover import due_of, labels_off

Key = tuple[str, str]
"""An order, and one of its SKUs, folded."""


def with_unnamed(items: Sequence[ReturnedItem], paid: Mapping[Key, Charged]) -> Mapping[Key, Charged]:
    """What payment reports tell of each item, the refunds that name none of an order's items among it."""
    of_order: defaultdict[str, list[ReturnedItem]] = defaultdict(list)
    for item in items:
        if item.status not in ENDED:
            of_order[item.subject].append(item)
    skus: defaultdict[str, list[str]] = defaultdict(list)
    for order, sku in paid:
        skus[order].append(sku)
    found = dict(paid)
    for order, some in of_order.items():
        if len(skus[order]) > 1:
            found.update(of_items(some, {sku: paid[order, sku] for sku in skus[order]}))
    return found


def of_items(items: Sequence[ReturnedItem], paid: Mapping[str, Charged]) -> dict[Key, Charged]:
    """The items of an order of which a refund is, that names another SKU or none; it may be of each where that is not known."""
    returned = {fold(item.sku or "") for item in items}
    sold = {sku for sku, known in paid.items() if known.price is not None}
    loose = {sku: known for sku, known in paid.items() if sku not in {*returned, *sold} and (known.refunded or known.held)}
    if not loose or "" in returned or not returned <= {*paid}:
        return {}
    order = items[0].subject
    unnamed = loose.get("")
    if unnamed is not None and len(items) == 1:
        sku = next(iter(returned))
        return {(order, sku): joined(paid[sku], unnamed)}
    if unnamed is not None and (shared := shared_out(items, paid, unnamed)):
        return shared
    if unnamed is None and len(sold) > 1:  # under a SKU of its own: of a single item it may be this one's
        return {}
    yen = sum((known.refunded or 0) + known.held for known in loose.values())
    return {(order, sku): replace(paid[sku], by_one_report=yen) for sku in returned if not paid[sku].refunded}


def joined(known: Charged, more: Charged) -> Charged:
    """What is known of an item, with a refund that names none."""
    refunded = None if known.refunded is None and more.refunded is None else (known.refunded or 0) + (more.refunded or 0)
    return replace(
        known,
        refunded=refunded,
        refunds=tuple(sorted([*known.refunds, *more.refunds])),
        fee_back=known.fee_back + more.fee_back,
        refunded_on=min((day for day in (known.refunded_on, more.refunded_on) if day), default=None),
        held=known.held + more.held,
        shipping_alone=known.shipping_alone + more.shipping_alone,
        shipping_back=known.shipping_back + more.shipping_back,
    )


def shared_out(items: Sequence[ReturnedItem], paid: Mapping[str, Charged], unnamed: Charged) -> dict[Key, Charged]:
    """A refund that names no item, shared out where it is just what is due for all that came back; {} else."""
    dues = [due_of(item, paid[fold(item.sku or "")].price, paid[fold(item.sku or "")].pieces) for item in items]
    price = sum(yen for _day, yen in unnamed.refunds)
    whole = sum(due or 0 for due in dues)
    off = labels_off(items)
    rounding = sum(item.quantity or 1 for item in items)
    if None in dues or not unnamed.refunds or not whole - off - rounding <= price <= whole + rounding:
        return {}
    day = unnamed.refunds[-1][0]
    found: dict[Key, Charged] = {}
    for item, due in zip(items, dues, strict=True):
        part = Charged(refunded=due, refunded_on=day, refunds=((day, due or 0),))
        key = item.subject, fold(item.sku or "")
        found[key] = joined(found.get(key, paid[key[1]]), part)
    return found
