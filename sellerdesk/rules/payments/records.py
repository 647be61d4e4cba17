"""Orders and SKUs out of the rows of payment reports, with what is known beside them: what the rules about payments look at."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from functools import lru_cache

import msgspec

from sellerdesk.domain.damage import looks_damaged
from sellerdesk.domain.folding import fold, fold_sku
from sellerdesk.domain.paid import PaidSum
from sellerdesk.domain.payment import Payment, PrintedTotal
from sellerdesk.domain.returned_item import ReturnedItem
from sellerdesk.rules.figures.figure import Version
from sellerdesk.rules.figures.values import Referral, Share
from sellerdesk.rules.payments.beside import Beside, Key, claimed, fee_of_claim, label_back, points_of_claim
from sellerdesk.rules.payments.kinds import Places
from sellerdesk.rules.payments.parts import Parts, parts

ITEM_FEE, CLOSING_FEE = "fixedclosingfee", "variableclosingfee"
"""The texts of a settlement for the small plan's fee for each piece and the closing fee of media: neither is a referral fee."""
PRICE = "principal", "itemprice"
"""The text and the kind of amount of a price in a settlement, which stands beside its pieces."""
fold_text = lru_cache(10_000)(fold)


class Known(msgspec.Struct, frozen=True):
    """What is known beside the reports, and the figures of a day (Japan)."""

    # The returns reports, by order

    returns: Mapping[str, Sequence[ReturnedItem]] = {}
    returns_from: date | None = None  # their first day (None: there is no report)

    # SKUs, folded, and orders

    categories: Mapping[str, str] = {}
    points: Mapping[str, int] = {}  # of the listing
    prices: Mapping[str, int] = {}  # of the listing
    carriers: Mapping[str, str] = {}  # by order

    # Figures of a day, and terms

    claim_days: Callable[[date], int | None] = lambda _day: None  # days from a refund within which a claim is taken (None: not known)
    rate: Callable[[str | None, date], Referral | None] = lambda _category, _day: None  # the referral fee of a category
    refund_share: Callable[[date], Share | None] = lambda _day: None  # what of it is kept at a refund
    tax: Callable[[date], Share | None] = lambda _day: None  # consumption tax
    taxed: bool = True  # whether the shop pays it on Amazon's fees
    whole: bool = True  # whether every row of the files could be read
    # the closing fee of a unit of a category (yen before tax; 0: it has none, None: not known)
    closing: Callable[[str, date], int | None] = lambda _category, _day: 0
    # what the plan without a monthly fee costs for each piece (yen before tax; 0: not known)
    item_fee: Callable[[date], int] = lambda _day: 0
    version: Callable[[str | None, date], Version | None] = lambda _category, _day: None  # the version of a category's referral fee

    # What tells that something cannot be known

    differing: AbstractSet[str] = frozenset()  # orders of which two reports tell other yen
    unlisted: Mapping[str, str] = {}  # words for a category that no table of fees has, by folded SKU
    returns_lack: AbstractSet[str] = frozenset()  # months ("2026-08") between two returns reports of which neither tells anything
    returns_to: date | None = None  # the last day that returns reports tell anything of (None: not known)


class Sale(msgspec.Struct, gc=False):
    """A sale of one SKU in one order, in whole yen above 0."""

    # As its rows tell it

    line: int = 0
    at: str = ""  # the first moment (Japan)
    sku: str = ""
    paid: int = 0  # what the buyer paid, shipping in it
    shipping: int = 0
    fee: int = 0  # referral
    points: int = 0  # one yen each
    pieces: int | None = 0  # None where a row of it lacks its quantity
    closing: bool = True  # whether closing fees stand in the fee, for want of rows of their own
    uneven: bool = False  # the amounts of a row of it do not come to its total
    sender: str = ""  # "amazon", "seller", "" (not told)

    # Beside that

    corrected: int = 0  # what other rows gave back for it: of its fee, it may be
    price: int = 0  # of its pieces, before discounts and without shipping
    closing_fee: int = 0  # what rows of their own charged as closing fees, which are not in the fee
    fee_back: int = 0  # what came back of the fee with its refunds


class Refund(msgspec.Struct, gc=False):
    """What was refunded of one SKU in one order, in whole yen above 0."""

    # As its rows tell it

    line: int = 0
    at: str = ""  # the first moment (Japan)
    sku: str = ""
    price: int = 0
    shipping: int = 0
    fee_back: int = 0  # less what Amazon kept, closing fees in it
    points: int = 0  # those that came back
    last: str = ""  # the moment of the last refund with a price
    uneven: bool = False  # the amounts of a row of it do not come to its total
    sender: str = ""  # as of a sale
    moments: dict[str, tuple[int, int]] = msgspec.field(default_factory=dict)  # the price and the shipping of each


class Looked(msgspec.Struct, frozen=True):
    """The sales, refunds and return labels of some rows, and the days that the rows are of (Japan). Orders are numbers, yen whole."""

    # What was sold, refunded, and charged for labels

    sales: Mapping[Key, Sale]  # by order and folded SKU
    refunds: Mapping[Key, Refund]  # likewise
    labels: Mapping[str, int]  # by order
    labels_on: Mapping[str, str]  # when they were first charged, by order
    first_day: date | None
    last_day: date | None
    unclear: AbstractSet[str] = frozenset()  # orders of which a row is not placed
    months: AbstractSet[str] = frozenset()  # those that have rows ("2026-08")
    subscribed: bool = False  # whether the monthly fee of the large plan was charged, which has no fee for each item

    # What Amazon holds back

    held_sales: Mapping[Key, Sale] = {}
    held_refunds: Mapping[str, int] = {}  # by order
    held_claims: Mapping[str, int] = {}  # by order
    held_labels: Mapping[str, int] = {}  # what is given back for labels, by order

    # Other rows of an order

    claims: Mapping[str, int] = {}  # what A-to-z claims and chargebacks took, less what came back
    uneven: AbstractSet[str] = frozenset()  # orders with another row that does not add up
    given: Mapping[str, int] = {}  # what the shop was given back
    fees_given: Mapping[str, int] = {}  # what rows of its fee alone gave back, below 0 where they charged more
    claims_back: Mapping[str, int] = {}  # what came back of claims
    # claims by order and folded SKU as refunds: what they took of the price and gave back of fee and points
    claim_refunds: Mapping[str, Mapping[str, Refund]] = {}
    refund_fees: Mapping[str, int] = {}  # rows that are a refund's fee alone (below 0: charged)
    fees_by_sku: Mapping[Key, int] = {}  # `fees_given` by order and SKU
    claims_on: Mapping[str, str] = {}  # when something was first claimed
    charged_back: AbstractSet[str] = frozenset()  # orders with a chargeback
    holes: Sequence[tuple[date, date]] = ()  # the first and the last of days between the files that none of them holds
    safe_t: Mapping[str, int] = {}  # of `given` by SAFE-T claims


def rows_of_transactions(payments: Iterable[Payment]) -> list[Payment]:
    """The rows that are of no settlement report."""
    return [payment for payment in payments if payment.report == "payments"]


def without_damage(payments: Sequence[Payment], lost: AbstractSet[str]) -> Sequence[Payment]:
    """The rows as the rules look at them: without order numbers that a spreadsheet damaged, and without the SKUs `lost`."""
    orders = {*filter(looks_damaged, {payment.order_id for payment in payments})}
    if not orders and not lost:
        return payments
    return [
        msgspec.structs.replace(
            payment,
            order_id="" if payment.order_id in orders else payment.order_id,
            sku="" if payment.sku in lost else payment.sku,
        )
        if payment.order_id in orders or payment.sku in lost
        else payment
        for payment in payments
    ]


def look(payments: Sequence[Payment], places: Places, held: Sequence[Payment] = (), unmet: AbstractSet[str] = frozenset()) -> Looked:
    """The sales, refunds and labels of some rows; of those held back (`held`) the sales, and the yen of refunds and claims by order.

    Of the settlements `unmet` rows may be lacking: what they tell of an order is not whole.
    """
    sales: dict[Key, Sale] = {}
    refunds: dict[Key, Refund] = {}
    labels, labels_on = defaultdict[str, int](int), dict[str, str]()
    beside, unsound, subscribed = Beside(), set[str](), False
    claims = defaultdict[str, dict[str, Refund]](dict)
    for payment in payments:
        role, plan = places.role(payment), places.plan(payment)
        if unmet and payment.report == "settlement" and payment.settlement in unmet:
            unsound.add(payment.order_id)
        if role == "sale":
            add_sale(sales, payment, parts(plan))
            continue
        if label := parts(plan).label(payment.amounts):
            labels[payment.order_id] -= label
            labels_on[payment.order_id] = min(labels_on.get(payment.order_id, payment.at), payment.at)
        if role == "refund":
            add_refund(refunds, payment, parts(plan))
        elif payment.order_id:
            beside.add(payment, plan)
            if parts(plan).claim:
                add_claim(claims[payment.order_id], payment, plan)
        else:
            subscribed = subscribed or "subscription" in plan
    moments = [payment.at for payment in payments]
    first, last = (date.fromisoformat(moment(moments)[:10]) if moments else None for moment in (min, max))
    months = {text[:7] for text in moments} | {payment.month for payment in held}
    for (order, _sku), sale in sales.items() if unsound or beside.by_sku else ():
        sale.uneven = sale.uneven or order in unsound
        sale.corrected = beside.by_sku.get((order, fold_sku(sale.sku)), 0) + (beside.by_sku.get((order, ""), 0) if sale.sku else 0)
    tell_fees_back(sales, refunds)
    return Looked(
        sales, refunds, labels, labels_on, first, last, beside.unclear, months, subscribed, *held_back(held, places), claims=beside.claims,
        claims_back=beside.claims_back, uneven=beside.uneven | unsound, given=beside.given, fees_given=beside.fees,
        claim_refunds=claims, refund_fees=beside.refund_fees, fees_by_sku=beside.fees_by_sku, claims_on=beside.claims_on,
        charged_back=beside.charged_back, safe_t=beside.safe_t,
    )  # fmt: skip


def tell_fees_back(sales: Mapping[Key, Sale], refunds: Mapping[Key, Refund]) -> None:
    """Tell each sale what came back of its fee."""
    for key in refunds.keys() & sales.keys():
        sales[key].fee_back = refunds[key].fee_back


def held_back(held: Sequence[Payment], places: Places) -> tuple[dict[Key, Sale], dict[str, int], dict[str, int], dict[str, int]]:
    """The sales that Amazon holds back, and by order the yen of such refunds, of such claims, and of what comes back for labels."""
    sales: dict[Key, Sale] = {}
    refunds: dict[Key, Refund] = {}
    claims, labels = defaultdict[str, int](int), defaultdict[str, int](int)
    for payment in held:
        role, where = places.role(payment), parts(places.plan(payment))
        if role == "sale":
            add_sale(sales, payment, where)
        elif role == "refund":
            add_refund(refunds, payment, where)
        else:
            claims[payment.order_id] += claimed(payment, places.plan(payment))
            labels[payment.order_id] += label_back(payment, places.plan(payment))
    yen: defaultdict[str, int] = defaultdict(int)
    for (order, _sku), refund in refunds.items():
        yen[order] += refund.price + refund.shipping if refund.price else 0  # of shipping alone the price is still to be refunded
    refunded, taken = ({order: back for order, back in some.items() if back > 0} for some in (yen, claims))
    return sales, refunded, taken, labels


def add_sale(sales: dict[Key, Sale], payment: Payment, where: Parts) -> None:
    """Add a row of a sale."""
    key = payment.order_id, fold_sku(payment.sku)
    sale, before = sale_of(payment, where), sales.get(key)
    sales[key] = sale if before is None else together_sold(before, sale)


def sale_of(payment: Payment, where: Parts) -> Sale:
    """What a row tells of its sale."""
    amounts, is_whole = payment.amounts, payment.report == "payments"
    fee, text = -where.fee(amounts), "" if is_whole else fold_text(payment.text)
    return Sale(
        payment.line,
        payment.at,
        payment.sku,
        where.paid(amounts),
        where.shipping_paid(amounts),
        fee if text not in (ITEM_FEE, CLOSING_FEE) else 0,
        -where.points(amounts),
        (payment.quantity or None) if tells_pieces(payment) else 0,
        is_whole,
        payment.total != sum(amounts),
        payment.fulfilled,
        0,
        where.price_sold(amounts),
        fee if text == CLOSING_FEE else 0,
    )


def tells_pieces(payment: Payment) -> bool:
    """Whether a row of a sale tells its pieces: of a settlement that of the price alone, and not "Principal" of its Promotion."""
    return payment.report == "payments" or (fold_text(payment.text), fold_text(payment.amount_type)) == PRICE


def together_sold(first: Sale, second: Sale) -> Sale:
    """Two rows of one sale as one."""
    return Sale(
        first.line,
        min(first.at, second.at),
        first.sku,
        first.paid + second.paid,
        first.shipping + second.shipping,
        first.fee + second.fee,
        first.points + second.points,
        None if first.pieces is None or second.pieces is None else first.pieces + second.pieces,
        first.closing,
        first.uneven or second.uneven,
        sender_of(first.sender, second.sender),
        0,
        first.price + second.price,
        first.closing_fee + second.closing_fee,
    )


def add_refund(refunds: dict[Key, Refund], payment: Payment, where: Parts) -> None:
    """Add a row of a refund."""
    key = payment.order_id, fold_sku(payment.sku)
    found = refunds.get(key)
    if found is None:
        found = refunds[key] = Refund(payment.line, payment.at, payment.sku)
    price, shipping = -where.price(payment.amounts), -where.shipping(payment.amounts)
    before = found.moments.get(payment.at, (0, 0))
    found.moments[payment.at] = before[0] + price, before[1] + shipping
    found.price += price
    found.shipping += shipping
    if payment.report == "payments" or fold_text(payment.text) != ITEM_FEE:  # whether that comes back is not told: it counts on no side
        found.fee_back += where.fee_back(payment.amounts)
    found.points += where.points_back(payment.amounts)
    found.uneven = found.uneven or bool(payment.difference)
    found.sender = sender_of(found.sender, payment.fulfilled)
    found.at = min(found.at, payment.at)
    if price:
        found.last = max(found.last, payment.at)


def add_claim(claims: dict[str, Refund], payment: Payment, plan: tuple[str, ...]) -> None:
    """Add a row of an A-to-z claim or a chargeback: what it took of the price, and what came back of fee and points with it."""
    claim = claims.setdefault(fold_sku(payment.sku), Refund(payment.line, payment.at, payment.sku))
    claim.price += claimed(payment, plan)
    claim.fee_back += fee_of_claim(payment)
    claim.points += points_of_claim(payment)


def sender_of(known: str, stated: str) -> str:
    """Who sent the parcel: the shop, once a row says so."""
    return known if known == "seller" or not stated else stated


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
