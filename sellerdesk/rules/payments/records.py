"""Orders and SKUs out of the rows of payment reports, with what is known beside them: what the rules about payments look at."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date, timedelta
from functools import cache, lru_cache

import msgspec

from sellerdesk.domain.folding import fold
from sellerdesk.domain.paid import PaidOrder, PaidSum
from sellerdesk.domain.payment import Payment, PrintedTotal
from sellerdesk.domain.returned_item import Expected, ReturnedItem
from sellerdesk.rules.figures.figure import Version
from sellerdesk.rules.figures.values import PER_MILLE, Referral, Share
from sellerdesk.rules.payments.kinds import NOT_PLACED, Places

PAID = ("sale", "sale_tax", "shipping", "shipping_tax", "gift_wrap", "gift_wrap_tax", "promotion")
"""The kinds that a buyer pays for."""
BACK = ("refund_price", "promotion")
FEE_BACK = ("referral_fee_returned", "refund_fee")
UNCLEAR = ("a_to_z", "chargeback", "adjustment", NOT_PLACED)
"""Kinds by which a buyer may have had the money back in another way than by a refund."""
CLOSING = frozenset({"fixedclosingfee", "variableclosingfee"})
"""The texts of a settlement for closing fees and the fee of the small plan, which are no referral fee."""
fold_sku = lru_cache(100_000)(fold)
Key = tuple[str, str]
"""An order and one of its SKUs, folded."""


class Known(msgspec.Struct, frozen=True):
    """What is known beside the reports: returns, categories and points by folded SKU, carriers by order, and the figures of a day.

    `returns_from` is the first day (Japan) of the returns report; None when there is none. `claim_days` are those from a
    refund within which a claim is taken. `taxed`: whether the shop pays consumption tax on Amazon's fees.
    `whole`: whether every row of the files could be read. `closing` is the closing fee of a unit (yen before tax; 0: it has none, None:
    not known), `version` is the version of a category's referral fee.
    `item_fee` is what the plan without a monthly fee costs for each piece (yen before tax; 0: not known).
    """

    returns: Mapping[str, Sequence[ReturnedItem]] = {}
    returns_from: date | None = None
    categories: Mapping[str, str] = {}
    points: Mapping[str, int] = {}
    carriers: Mapping[str, str] = {}
    claim_days: int | None = None
    rate: Callable[[str | None, date], Referral | None] = lambda _category, _day: None
    refund_share: Callable[[date], Share | None] = lambda _day: None
    tax: Callable[[date], Share | None] = lambda _day: None
    taxed: bool = True
    whole: bool = True
    closing: Callable[[str, date], int | None] = lambda _category, _day: 0
    item_fee: Callable[[date], int] = lambda _day: 0
    version: Callable[[str | None, date], Version | None] = lambda _category, _day: None


class Sale(msgspec.Struct, gc=False):
    """A sale of one SKU in one order, in whole yen above 0: what was paid, fee, points (one yen each), and pieces.

    `pieces` is None where a row of it lacks its quantity. `closing`: whether closing fees stand in the fee, for want of rows of their own.
    """

    line: int = 0
    at: str = ""
    sku: str = ""
    paid: int = 0
    fee: int = 0
    points: int = 0
    pieces: int | None = 0
    closing: bool = True


class Refund(msgspec.Struct, gc=False):
    """What was refunded of one SKU in one order, in whole yen above 0; `fee_back` is less what Amazon kept."""

    line: int = 0
    at: str = ""
    sku: str = ""
    price: int = 0
    shipping: int = 0
    fee_back: int = 0


class Looked(msgspec.Struct, frozen=True):
    """The sales, refunds and return labels of some rows, and the days that the rows are of (Japan).

    `subscribed`: whether the monthly fee of the large plan was charged, which has no fee for each item.
    """

    sales: Mapping[Key, Sale]
    refunds: Mapping[Key, Refund]
    labels: Mapping[str, int]
    first_day: date | None
    last_day: date | None
    unclear: AbstractSet[str] = frozenset()
    months: AbstractSet[str] = frozenset()
    subscribed: bool = False
    held_sales: Mapping[Key, Sale] = {}
    held_refunds: Mapping[str, int] = {}


def look(payments: Sequence[Payment], places: Places, held: Sequence[Payment] = ()) -> Looked:
    """The sales, refunds and labels of some rows; of rows that Amazon holds back (`held`) the sales, and the yen of refunds by order."""
    sales: dict[Key, Sale] = {}
    refunds: dict[Key, Refund] = {}
    labels: defaultdict[str, int] = defaultdict(int)
    unclear: set[str] = set()
    subscribed = False
    for payment in payments:
        role = places.role(payment)
        if role == "sale":
            add_sale(sales, payment, parts(places.plan(payment)))
        elif role == "refund":
            add_refund(refunds, payment, parts(places.plan(payment)))
        if role != "sale" and (label := of(payment, parts(places.plan(payment)).label)):
            labels[payment.order_id] -= label
        if not role and payment.order_id and any(payment.amounts[place] for place in parts(places.plan(payment)).unclear):
            unclear.add(payment.order_id)
        subscribed = subscribed or (not role and not payment.order_id and "subscription" in places.plan(payment))
    moments = [payment.at for payment in payments]
    first, last = (date.fromisoformat(moment(moments)[:10]) if moments else None for moment in (min, max))
    months = {text[:7] for text in moments} | {payment.month for payment in held}
    return Looked(sales, refunds, labels, first, last, unclear, months, subscribed, *held_back(held, places))


def held_back(held: Sequence[Payment], places: Places) -> tuple[dict[Key, Sale], dict[str, int]]:
    """The sales that Amazon holds back, and the yen of such refunds by order."""
    sales: dict[Key, Sale] = {}
    refunds: dict[Key, Refund] = {}
    for payment in held:
        role, where = places.role(payment), parts(places.plan(payment))
        if role == "sale":
            add_sale(sales, payment, where)
        elif role == "refund":
            add_refund(refunds, payment, where)
    yen: defaultdict[str, int] = defaultdict(int)
    for (order, _sku), refund in refunds.items():
        yen[order] += refund.price + refund.shipping
    return sales, {order: back for order, back in yen.items() if back > 0}


class Parts(msgspec.Struct, frozen=True):
    """Which columns of a row hold what a sale, a refund and a label come to."""

    paid: tuple[int, ...]
    fee: tuple[int, ...]
    points: tuple[int, ...]
    price: tuple[int, ...]
    shipping: tuple[int, ...]
    fee_back: tuple[int, ...]
    label: tuple[int, ...]
    unclear: tuple[int, ...]


@cache
def parts(plan: tuple[str, ...]) -> Parts:
    """The columns of the kinds of a row."""
    kinds = (PAID, ("referral_fee",), ("points_given",), BACK, ("refund_shipping",), FEE_BACK, ("return_label",), UNCLEAR)
    return Parts(*(tuple(place for place, kind in enumerate(plan) if kind in some) for some in kinds))


def of(payment: Payment, columns: tuple[int, ...]) -> int:
    """The yen of some columns of a row."""
    return sum(map(payment.amounts.__getitem__, columns))


def add_sale(sales: dict[Key, Sale], payment: Payment, where: Parts) -> None:
    """Add a row of a sale."""
    key = payment.order_id, fold_sku(payment.sku)
    found = sales.get(key)
    if found is None:
        found = sales[key] = Sale(payment.line, payment.at, payment.sku, closing=payment.report == "payments")
    found.paid += of(payment, where.paid)
    found.fee -= of(payment, where.fee) if fold(payment.text) not in CLOSING else 0
    found.points -= of(payment, where.points)
    if payment.report == "payments" or payment.text == "Principal":
        found.pieces = None if found.pieces is None or not payment.quantity else found.pieces + payment.quantity


def add_refund(refunds: dict[Key, Refund], payment: Payment, where: Parts) -> None:
    """Add a row of a refund."""
    key = payment.order_id, fold_sku(payment.sku)
    found = refunds.get(key)
    if found is None:
        found = refunds[key] = Refund(payment.line, payment.at, payment.sku)
    found.price -= of(payment, where.price)
    found.shipping -= of(payment, where.shipping)
    found.fee_back += of(payment, where.fee_back)


def orders(looked: Looked, known: Known) -> Iterator[PaidOrder]:
    """Every order that has a refund, a return label or a return."""
    sold: defaultdict[str, list[Sale]] = defaultdict(list)
    back: defaultdict[str, list[Refund]] = defaultdict(list)
    for (order, _sku), refund in looked.refunds.items():
        back[order].append(refund)
    wanted = {*back, *looked.labels, *known.returns} - {""}
    for (order, _sku), sale in [*looked.sales.items(), *looked.held_sales.items()]:
        if order in wanted:
            sold[order].append(sale)
    for order in sorted(wanted):
        yield order_of(order, sold[order], back[order], looked, known)


def order_of(order: str, sold: Sequence[Sale], back: Sequence[Refund], looked: Looked, known: Known) -> PaidOrder:
    """One order."""
    at = min((refund.at for refund in back), default="")
    refunded_on = date.fromisoformat(at[:10]) if at else None
    fee, most = fee_kept(sold, back, known)
    returned = known.returns.get(order, ())
    rows: Sequence[Sale | Refund] = [*back, *sold]
    arrived = max((item.arrived_on for item in returned if item.arrived_on), default=None)
    return PaidOrder(
        subject=order,
        line=rows[0].line if rows else 0,
        sku=rows[0].sku if rows else "",
        day=refunded_on,
        sold=sum(sale.paid for sale in sold) if sold else None,
        fee=fee,
        refunded=sum(refund.price + refund.shipping for refund in back),
        refunded_shipping=sum(refund.shipping for refund in back),
        refunded_on=refunded_on,
        fee_back=sum(refund.fee_back for refund in back),
        fee_kept_most=most,
        label=looked.labels.get(order, 0),
        first_day=looked.first_day,
        last_day=looked.last_day,
        returns_from=known.returns_from,
        requested=bool(returned),
        returned_on=arrived,
        refund_by=max((item.refund_by for item in returned if item.refund_by), default=None),
        payer=payer_of(returned),
        claim_by=refunded_on + timedelta(days=known.claim_days) if refunded_on and known.claim_days else None,
        carrier=known.carriers.get(order, ""),
        held=looked.held_refunds.get(order, 0),
        unclear=not known.whole or order in looked.unclear or lacks_month(looked, arrived),
    )


def lacks_month(looked: Looked, since: date | None) -> bool:
    """Whether a month from a day to the last of the files has no row: its file is missing."""
    day = since.replace(day=1) if since is not None else None
    while day is not None and looked.last_day is not None and day <= looked.last_day:
        if day.isoformat()[:7] not in looked.months:
            return True
        day = (day + timedelta(days=31)).replace(day=1)
    return False


def payer_of(returned: Iterable[ReturnedItem]) -> Expected | None:
    """Who pays the return of an order; both sides where its rows differ, None where one is not known."""
    sides = {item.payer for item in returned}
    return None if None in sides or not sides else sides.pop() if len(sides) == 1 else "mixed"


def fee_kept(sold: Sequence[Sale], back: Sequence[Refund], known: Known) -> tuple[int | None, int | None]:
    """The referral fee on what was refunded, in whole yen, and what of it Amazon may keep; None where a sale is not known.

    The cap is before consumption tax, and the fee holds it: both are compared with tax.
    """
    by_sku = {fold_sku(sale.sku): sale for sale in reversed(sold)}  # a sale that was paid, before the same held back
    fees = most = 0
    for refund in back:
        sale = by_sku.get(fold_sku(refund.sku)) or (sold[0] if len(sold) == 1 else None)
        day = date.fromisoformat(refund.at[:10])
        share = known.refund_share(day)
        if sale is None or sale.paid <= 0 or share is None:
            return None, None
        due = -(-sale.fee * min(refund.price + refund.shipping, sale.paid) // sale.paid)
        tax = known.tax(day)
        cap = due if share.most is None else share.most + (tax.of(share.most) if tax else 0)
        fees += due
        most += min(-(-due * share.per_mille // PER_MILLE), cap)
    return (fees, most) if back else (None, None)


def sums(payments: Iterable[Payment], printed: Iterable[PrintedTotal]) -> list[PaidSum]:
    """Every settlement, and every row whose total is not the sum of its amounts."""
    of_settlement: defaultdict[str, int] = defaultdict(int)
    found: list[PaidSum] = []
    for payment in payments:
        if payment.report == "settlement":
            of_settlement[payment.settlement] += payment.total
        elif payment.difference:
            subject = payment.order_id or f"#{payment.line}"
            found.append(PaidSum(subject=subject, line=payment.line, printed=payment.total, parts=sum(payment.amounts), whole=False))
    whole = {total.settlement: total for total in printed}
    found += [PaidSum(subject=name, line=total.line, printed=total.yen, parts=of_settlement[name]) for name, total in whole.items()]
    found += [PaidSum(subject=name, printed=None, parts=yen) for name, yen in of_settlement.items() if name not in whole]
    return found
