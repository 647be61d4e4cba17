"""What a spreadsheet did to order numbers and SKUs of payment reports: their rows have yen and count, but are of no known order or SKU."""

from collections import Counter
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

from sellerdesk.domain.damage import looks_damaged
from sellerdesk.domain.payment import Payment, PaymentsOfFile
from sellerdesk.domain.unread import DAMAGE, Mend, in_japan_time, repeated
from sellerdesk.readers.own_skus import OWN_SKUS

FIRST = 6
"""Lines that are named."""


def mends_of(content: PaymentsOfFile) -> tuple[Mend, ...]:
    """What was mended in a file, and what a spreadsheet damaged in it."""
    return (*repeated(content.repeated), *in_japan_time(pacific=content.pacific), *damage_of(content.payments))


def damage_of(rows: Sequence[Payment]) -> tuple[Mend, ...]:
    """How many rows have an order number, or a SKU, that a spreadsheet damaged, and their first lines; nothing where none has."""
    names = {payment.sku for payment in rows}
    orders, skus, zeros = ({*filter(looks_damaged, {payment.order_id for payment in rows})}, damaged(names), without_zeros(names))
    lines = (
        [payment.line for payment in rows if payment.order_id in orders] if orders else [],
        *([payment.line for payment in rows if payment.sku in some] if some else [] for some in (skus, zeros)),
    )
    return tuple(Mend(kind, len(some), tuple(some[:FIRST])) for kind, some in zip(DAMAGE, lines, strict=True) if some)


def damaged(skus: Iterable[str]) -> set[str]:
    """The SKUs that look like a spreadsheet's text, and are none of the shop's own."""
    found = {*filter(looks_damaged, skus)}
    return {sku for sku in found if sku not in OWN_SKUS.get()()} if found else found


def without_zeros(skus: Iterable[str]) -> set[str]:
    """The SKUs that are none of the shop's own, where exactly one of these is the same with zeros before it."""
    numbers = {sku for sku in skus if sku.isdecimal() and not sku.startswith("0")}
    own = OWN_SKUS.get()() if numbers else ()
    if not numbers or not isinstance(own, AbstractSet):
        return set()
    bare = Counter(sku.lstrip("0") for sku in own if sku.startswith("0"))
    return {sku for sku in numbers if bare[sku] == 1 and sku not in own}


def lost_skus(skus: Iterable[str]) -> set[str]:
    """The SKUs of which it is not known what they were."""
    names = {*skus}
    return damaged(names) | without_zeros(names)
