"""What Amazon really charged for returned orders, out of the saved payment reports: it makes the account of a return exact."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction

import msgspec

from sellerdesk.domain.charged import Charged
from sellerdesk.domain.folding import fold
from sellerdesk.domain.money import PER_CENT
from sellerdesk.domain.payment import Payment
from sellerdesk.domain.returned_item import ReturnedItem
from sellerdesk.readers.headers import PAYMENTS
from sellerdesk.rules.payments.beside import claimed, fee_of_claim, is_adjustment, is_of_fee, is_safe_t, label_back
from sellerdesk.rules.payments.items import shipping_alone, taken_back
from sellerdesk.rules.payments.items import with_claims as with_claims_of
from sellerdesk.rules.payments.once import rows_once
from sellerdesk.rules.payments.orders import by_order, yen_of_order
from sellerdesk.rules.payments.parts import parts
from sellerdesk.rules.payments.points_lost import points_lost
from sellerdesk.rules.payments.records import Looked, Refund, Sale, add_refund, look, tells_pieces
from sellerdesk.rules.payments.shares import beyond_in_all, fee_kept, held_beyond
from sellerdesk.store import imports, payments
from sellerdesk.store.connection import Database
from sellerdesk.workflows.payment_kinds import places
from sellerdesk.workflows.returns.held_time import with_time

Key = tuple[str, str]
"""An order, and one of its SKUs, folded."""
PRICE, SHIPPING, WRAP = ("sale", "sale_tax", "promotion"), ("shipping", "shipping_tax"), ("gift_wrap", "gift_wrap_tax")
PRICE_BACK = ("refund_price", "promotion")
BACK = (*PRICE_BACK, "refund_shipping")
FEE_BACK = ("referral_fee_returned", "refund_fee")
RESTOCKING = "restockingfee"
"""The text of a settlement for what a refund was made less by because the item came back changed."""


def charged(db: Database, orders: Iterable[str]) -> Mapping[Key, Charged]:
    """What the saved payment reports tell of some orders, each row counted once."""
    wanted = {*orders}
    numbers = [imported.number for imported in imports.every(db) if imported.kind in PAYMENTS]
    files = [payments.of_orders(db, number, wanted) for number in numbers]
    whole = rows_once(files, places(), {name for number in numbers for name in payments.met(db, number)})
    found = with_time(of_rows(whole.payments, whole.held), payments.months(db, numbers))
    listed = [rows for rows in files if rows and rows[0].report == "payments"]
    return found if len(listed) == len(files) else with_other_report(found, of_rows(rows_once(listed, places()).payments))


def with_other_report(known: Mapping[Key, Charged], listed: Mapping[Key, Charged]) -> dict[Key, Charged]:
    """What is known, with the refunds that transactions have and the settlement's report, which counts in their place, has not."""
    found = dict(known)
    for key, other in listed.items():
        here = found.get(key, Charged())
        more = sum(yen for _day, yen in other.refunds) - sum(yen for _day, yen in here.refunds)
        if more > 0:
            found[key] = msgspec.structs.replace(here, by_one_report=more)
    return found


class OfOrder(msgspec.Struct):
    """What rows tell of an order as a whole, in yen: what its labels cost in all, what came back of them, of that to the buyer.

    `labels` are what was taken for one label each, `adjusted` what other rows gave the shop, `label_held` what is held back for labels.
    """

    label: int = 0
    label_back: int = 0
    postage: int = 0
    label_held: int = 0
    labels: list[int] = msgspec.field(default_factory=list)
    adjusted: list[int] = msgspec.field(default_factory=list)
    safe_t: list[int] = msgspec.field(default_factory=list)

    def add(self, row: Payment) -> None:
        """Count what a row took or gave for return labels."""
        label = sum(yen for kind, yen in places().parts(row) if kind == "return_label")
        self.label -= label
        self.label_back += max(0, label)
        if is_postage(row):
            self.postage -= label
        elif label < 0:
            self.labels.append(-label)

    def tells(self) -> bool:
        """Whether anything is told of an order of which no row names an article."""
        return bool(self.label_back or self.labels or self.adjusted or self.safe_t or self.postage or self.label_held)

    def of_labels(self) -> dict[str, object]:
        """What is told of the labels, by the names that Charged has for it."""
        return {
            "label_back": self.label_back, "adjusted": given_of(self.adjusted), "safe_t": given_of(self.safe_t),
            "labels": tuple(self.labels),
            "postage": max(0, self.postage), "label_held": self.label_held,
        }  # fmt: skip


class Claims(msgspec.Struct):
    """The yen of claims by order and SKU: what they took, what of that came back, what is held back of them, what came back of the fee."""

    took: defaultdict[Key, int] = msgspec.field(default_factory=lambda: defaultdict(int))
    back: defaultdict[Key, int] = msgspec.field(default_factory=lambda: defaultdict(int))
    held: defaultdict[Key, int] = msgspec.field(default_factory=lambda: defaultdict(int))
    fee: defaultdict[Key, int] = msgspec.field(default_factory=lambda: defaultdict(int))


def of_rows(rows: Sequence[Payment], waiting: Sequence[Payment] = ()) -> Mapping[Key, Charged]:
    """What rows tell of each order and SKU; `waiting` are those that Amazon holds back."""
    return with_beyond(of_keys(rows, waiting), look(rows, places(), waiting))


def with_beyond(known: Mapping[Key, Charged], looked: Looked) -> dict[Key, Charged]:
    """What is known of each order and SKU, with the points lost, and what refunds and claims gave the buyer beyond what was paid."""
    wanted = {order for order, _sku in known}
    sold, back = by_order(looked, wanted)
    orders = {order: yen_of_order(order, sold.get(order, ()), back.get(order, ()), looked) for order in wanted}
    beyond = {order: {"beyond": beyond_in_all(yen), "beyond_held": held_beyond(yen)} for order, yen in orders.items()}
    gone = {order: with_claims_of(back.get(order, ()), looked.claim_refunds.get(order, {})) for order in wanted}
    lost = {order: points_lost(sold.get(order, ()), some) for order, some in gone.items()}
    more = {order: more_back(sold.get(order, ()), some, looked.fees_given.get(order, 0)) for order, some in gone.items()}
    return {
        key: msgspec.structs.replace(paid, **beyond[key[0]], points_lost=lost[key[0]].get(key[1], 0), more_back=more[key[0]])
        for key, paid in known.items()
    }


def more_back(sold: Iterable[Sale], gone: Iterable[Refund], given: int) -> int:
    """The yen of fee and points that came back of an order beyond those of its sales; `given` by rows of the fee alone."""
    sales, refunds = [*sold], [*gone]
    fee = sum(refund.fee_back for refund in refunds) + given - sum(sale.fee + sale.closing_fee for sale in sales)
    points = sum(refund.points for refund in refunds) - sum(sale.points for sale in sales)
    return max(0, fee) + max(0, points) if sales else 0


def of_keys(rows: Iterable[Payment], waiting: Iterable[Payment] = ()) -> Mapping[Key, Charged]:
    """What rows tell of each order and SKU on its own, and of the labels of the order."""
    items, orders, claims = defaultdict[Key, list[Payment]](list), defaultdict[str, OfOrder](OfOrder), Claims()
    fees = defaultdict[Key, int](int)
    for row in rows:
        key, plan = (row.order_id, fold(row.sku)), places().plan(row)
        if places().role(row):
            items[key].append(row)
        elif yen := claimed(row, plan):
            claims.took[key] += yen
            claims.back[key] += max(0, -yen)
        elif is_of_fee(row, plan):
            fees[key] += row.total
        elif is_adjustment(row, plan):
            order = orders[row.order_id]
            (order.safe_t if is_safe_t(row) else order.adjusted).append(row.total)
        if parts(plan).claim:
            claims.fee[key] += fee_of_claim(row)
        orders[row.order_id].add(row)
    refunds_held = held_back(waiting, orders, claims)
    keys = {**items, **refunds_held, **claims.took, **claims.held}
    alone = {order for order, told in orders.items() if told.tells()} - {order for order, _sku in keys}
    known: dict[Key, Charged] = {}
    for key in [*keys, *((order, "") for order in alone)]:
        order = orders[key[0]]
        paid = of_key(items.get(key, []), order.label, refunds_held.get(key, 0))
        known[key] = msgspec.structs.replace(paid, **order.of_labels())
    return with_fees(with_claims(known, claims), fees)


def with_fees(known: Mapping[Key, Charged], fees: Mapping[Key, int]) -> dict[Key, Charged]:
    """What is known of each order and SKU, with what rows of the fee alone gave back of it, or charged (below 0).

    A row that names no SKU is of what was refunded, or, where nothing was, of all that was sold.
    """
    refunded = {key: paid.refunded for key, paid in known.items() if paid.refunded}
    orders = {order for order, _sku in refunded}
    weights = refunded | {key: paid.price for key, paid in known.items() if key[0] not in orders and paid.price}
    given = shared_out(weights, fees)
    return {key: msgspec.structs.replace(paid, fee_given=given[key]) if key in given else paid for key, paid in known.items()}


def held_back(waiting: Iterable[Payment], orders: Mapping[str, OfOrder], claims: Claims) -> Mapping[Key, int]:
    """The yen of refunds that Amazon holds back, by order and SKU; what it holds of claims and labels is counted with theirs."""
    refunds = defaultdict[Key, int](int)
    for row in waiting:
        key, plan = (row.order_id, fold(row.sku)), places().plan(row)
        if places().role(row) == "refund":
            refunds[key] -= yen_of([row], BACK)
        elif yen := claimed(row, plan):
            claims.held[key] += yen
        elif not places().role(row):
            orders[row.order_id].label_held += label_back(row, plan)
    return refunds


def is_postage(row: Payment) -> bool:
    """Whether what a row holds of a return label is part of what the buyer got back: the postage that the buyer had paid."""
    return row.report == "settlement" and places().role(row) == "refund" and fold(row.amount_type) == "itemprice"


def given_of(adjusted: Iterable[int]) -> tuple[int, ...]:
    """The yen that rows of an order give the shop back, without those that another row takes again."""
    given = [yen for yen in adjusted if yen > 0]
    for yen in adjusted:
        if -yen in given:
            given.remove(-yen)
    return tuple(given)


def with_claims(known: dict[Key, Charged], claims: Claims) -> dict[Key, Charged]:
    """What is known of each order and SKU, with what claims took, what came back of those, and what is held back of others."""
    prices = {key: paid.price for key, paid in known.items() if paid.price}
    took, back, held, fee = (shared_out(prices, some) for some in (claims.took, claims.back, claims.held, claims.fee))
    found = dict(known)
    for key in {*took, *held}:
        paid, left = found.get(key, Charged()), took.get(key, 0)
        found[key] = msgspec.structs.replace(
            paid, claimed=left, claim_back=back.get(key, 0) if left <= 0 else 0, claim_held=max(0, held.get(key, 0)),
            claim_fee=fee.get(key, 0),
        )  # fmt: skip
    return found


def shared_out(weights: Mapping[Key, int], yen: Mapping[Key, int]) -> Mapping[Key, int]:
    """Some yen by order and SKU; those that name no SKU are shared out among the SKUs of their order by their weights, to the yen."""
    of_order: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for (order, sku), weight in weights.items():
        if sku:
            of_order[order][sku] = weight
    found: defaultdict[Key, int] = defaultdict(int)
    for (order, sku), amount in yen.items():
        some = of_order[order] if not sku and of_order[order] else {sku: 1}
        left, of_all = amount, sum(some.values())
        for name, weight in some.items():
            part = left * weight // of_all
            found[order, name], left, of_all = found[order, name] + part, left - part, of_all - weight
    return found


def of_key(rows: Sequence[Payment], label: int, held: int = 0) -> Charged:
    """What the rows of one order and SKU tell."""
    sold = [row for row in rows if places().role(row) == "sale"]
    back = [row for row in rows if places().role(row) == "refund"]
    refunds = refunds_told(back)
    alone = shipping_alone(refunds)
    return Charged(
        price=yen_of(sold, PRICE) if sold else None,
        shipping=yen_of(sold, SHIPPING),
        wrap=yen_of(sold, WRAP),
        fee=-yen_of(sold, ("referral_fee",)),
        points=-yen_of(sold, ("points_given",)),
        pieces=pieces_of(sold),
        refunded=-yen_of(back, BACK) if back else None,
        refunded_on=date.fromisoformat(min(row.at for row in back)[:10]) if back else None,
        fee_back=yen_of(back, FEE_BACK),
        label=label,
        refunds=tuple(refunds_of(back)),
        held=held,
        shipping_alone=alone,
        shipping_back=-yen_of(back, ("refund_shipping",)) - alone,
        refund_back=taken_back(refunds),
        restocking=sum(row.total for row in back if row.report == "settlement" and fold(row.text) == RESTOCKING),
    )


def refunds_of(back: Iterable[Payment]) -> list[tuple[date, int]]:
    """The yen of the price refunded on each day (Japan), the first day first."""
    yen: defaultdict[str, int] = defaultdict(int)
    for row in back:
        yen[row.at[:10]] -= yen_of([row], PRICE_BACK)
    return [(date.fromisoformat(day), yen[day]) for day in sorted(yen)]


def refunds_told(back: Iterable[Payment]) -> list[Refund]:
    """The refunds of some rows, each with its moments."""
    refunds: dict[Key, Refund] = {}
    for row in back:
        add_refund(refunds, row, parts(places().plan(row)))
    return [*refunds.values()]


def pieces_of(sold: Iterable[Payment]) -> int | None:
    """How many pieces the rows of a sale tell; None where one of them does not say, or none. A settlement repeats it in many rows."""
    known = 0
    for row in sold:
        if tells_pieces(row):
            if row.quantity is None:
                return None
            known += row.quantity
    return known or None


def yen_of(rows: Iterable[Payment], kinds: Sequence[str]) -> int:
    """The yen of some kinds in some rows."""
    return sum(yen for row in rows for kind, yen in places().parts(row) if kind in kinds)


def as_charged(item: ReturnedItem, paid: Charged | None) -> ReturnedItem:
    """A return with what was really paid and charged, where the reports hold the sale of just the pieces that came back.

    The fee as it was charged has its tax in it, and is told as a share of what was paid less points. Once something of the price was
    refunded, what Amazon kept of it is told, too, whether that is too much or not.
    """
    if paid is None or paid.price is None or not is_of_all_pieces(item, paid):
        return item
    base = paid.price + paid.shipping + paid.wrap - paid.points
    share = Fraction(paid.fee * PER_CENT, base) if base > 0 else None
    return msgspec.structs.replace(
        item,
        price=paid.price,
        shipping_charged=paid.shipping,
        gift_wrap=paid.wrap,
        points=paid.points,
        referral_percent=item.referral_percent if share is None else share,
        rate_has_tax=share is not None,
        fee_kept=fee_of_refund(paid) if has_refund(item, paid) else None,
        points_lost=paid.points_lost if has_refund(item, paid) else None,
    )


def has_refund(item: ReturnedItem, paid: Charged) -> bool:
    """Whether something of the price of a return went back to the buyer, by a refund or a claim."""
    return item.paid_back is not None or item.paid_part is not None or paid.claimed > 0


def is_of_all_pieces(item: ReturnedItem, paid: Charged) -> bool:
    """Whether just the pieces that came back were sold: what was charged for the item is then what was charged for the return."""
    came_back = 1 if item.quantity is None else item.quantity  # right of a sale of one piece; no other sale passes without it
    return paid.pieces == came_back


def fee_so_far(asked: ReturnedItem, paid: Charged | None) -> int:
    """What Amazon kept of the fee up to now, in yen: of a refund in part, too, whose rest is still to be made."""
    if asked.fee_kept is not None:
        return asked.fee_kept
    return (fee_of_refund(paid) or 0) if paid is not None and is_of_all_pieces(asked, paid) else 0


def fee_of_refund(paid: Charged) -> int | None:
    """What Amazon kept of the referral fee on what was refunded or claimed, in yen with its tax; None where nothing of that is left.

    Nor is it told where an adjustment gave the order something that may be of the fee: an item has no part in that which is known.
    """
    whole = (paid.price or 0) + paid.shipping + paid.wrap
    claimed_yen = max(0, paid.claimed)
    went, came_back = (paid.refunded or 0) + claimed_yen, paid.fee_back + (paid.claim_fee if claimed_yen else 0)
    if whole <= 0 or not went or paid.refund_back or paid.adjusted:
        return None
    due = (2 * paid.fee * min(went, whole) + whole) // (2 * whole)  # half up, as fees are rounded: no yen is taken for kept by rounding
    return max(0, fee_kept(due, came_back, paid.fee_given))
