"""Every order that was refunded, returned, or charged a return label: its rows in the payment reports beside its return."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import chain
from typing import Any

import msgspec

from sellerdesk.domain.folding import fold_sku
from sellerdesk.domain.paid import PaidOrder
from sellerdesk.domain.returned_item import Expected, ReturnedItem
from sellerdesk.rules.payments.fees_kept import fees_of
from sellerdesk.rules.payments.items import is_live, items_of, most_beyond, shipping_alone, taken_back, with_claims
from sellerdesk.rules.payments.points_lost import points_lost
from sellerdesk.rules.payments.records import Known, Looked, Refund, Sale
from sellerdesk.rules.payments.shares import given_for_labels
from sellerdesk.rules.returns.buyers_labels import buyers_labels
from sellerdesk.rules.returns.label_rows import best_rows

MONTH = len("2026-07")
AMAZONS_LABEL = "prepaid"


def orders(looked: Looked, known: Known) -> Iterator[PaidOrder]:
    """Every order that has a refund, a claim, a return label, a return, or a fee for a refund."""
    claims = (order for order, yen in looked.claims.items() if yen)
    fees = (order for order, yen in looked.refund_fees.items() if yen < 0)
    wanted = {*(order for order, _sku in looked.refunds), *looked.labels, *known.returns, *claims, *fees} - {""}
    sold, back = by_order(looked, wanted)
    tells_arrivals = any(item.arrived_on for items in known.returns.values() for item in items)
    for order in sorted(wanted):
        found = order_of(order, sold.get(order, ()), back.get(order, ()), looked, known)
        is_out = tells_arrivals and is_on_the_way(known.returns.get(order, ()))
        yield msgspec.structs.replace(found, on_the_way=True) if is_out else found


def by_order(looked: Looked, wanted: Container[str]) -> tuple[Mapping[str, list[Sale]], Mapping[str, list[Refund]]]:
    """The sales of each of some orders, those held back last, and its refunds: of 200,000 sales most were never refunded."""
    sold: defaultdict[str, list[Sale]] = defaultdict(list)
    back: defaultdict[str, list[Refund]] = defaultdict(list)
    for (order, _sku), sale in chain(looked.sales.items(), looked.held_sales.items()):
        if order in wanted:
            sold[order].append(sale)
    for (order, _sku), refund in looked.refunds.items():
        if order in wanted:
            back[order].append(refund)
    return sold, back


def is_on_the_way(returned: Sequence[ReturnedItem]) -> bool:
    """Whether what comes back of an order goes by Amazon's label, and nothing of it has arrived."""
    live = [item for item in returned if is_live(item)]
    return bool(live) and all(item.label_type == AMAZONS_LABEL and item.arrived_on is None for item in live)


def order_of(order: str, sold: Sequence[Sale], back: Sequence[Refund], looked: Looked, known: Known) -> PaidOrder:
    """One order."""
    refunded_on = day_of(min((refund.at for refund in back), default=""))
    last_refund = day_of(max((refund.last for refund in back), default="")) or refunded_on
    taken_on = last_refund or (looked.last_day if looked.claims.get(order) else None)  # of a claim the day is not kept
    label_on = day_of(looked.labels_on.get(order, ""))
    fees = fees_of(order, sold, back, looked, known)
    every = known.returns.get(order, ())
    returned = [item for item in every if is_live(item)]
    rows: Sequence[Sale | Refund] = [*back, *sold]
    arrived = max((item.arrived_on for item in returned if item.arrived_on), default=None)
    since = first_sale(sold) if fees["fee_alone"] and arrived is None else arrived
    senders = {row.sender for row in rows}
    found = msgspec.structs.replace(
        yen_of_order(order, sold, back, looked),
        line=rows[0].line if rows else 0,
        sku=rows[0].sku if rows else "",
        day=refunded_on,
        refunded_on=refunded_on,
        **fees,
        label=looked.labels.get(order, 0),
        label_on=label_on,
        label_held=looked.held_labels.get(order, 0),
        first_day=looked.first_day,
        last_day=looked.last_day,
        **days_of_returns(known, refunded_on, label_on),
        returned_on=arrived,
        refund_by=max((item.refund_by for item in returned if item.refund_by), default=None),
        claim_by=last_claim_day(last_refund, known),
        carrier=known.carriers.get(order, ""),
        **days_lacking(looked, since),
        unclear=not known.whole or order in looked.unclear or lacks_month(looked, since),
        uneven=order in looked.uneven or any(row.uneven for row in rows),
        month_lacking="" if is_told_whole(sold, back, every) else month_lacking(sold, taken_on, looked, first_order(every)),
        by_amazon="amazon" in senders and "seller" not in senders,
        last_refund=last_refund,
        differs=order in known.differing,
        claimed_on=day_of(looked.claims_on.get(order, "")),
        points_lost=sum(points_lost(sold, with_claims(back, looked.claim_refunds.get(order, {}))).values()),
    )
    return with_items(found, every, sold, back)


def days_of_returns(known: Known, *days: date | None) -> dict[str, date | None]:
    """The days (Japan) that the returns reports tell of, by the names that PaidOrder has for them.

    There is no first one where one of some days is in a month between two reports of which neither tells anything.
    """
    is_lacking = any(day is not None and day.isoformat()[:MONTH] in known.returns_lack for day in days)
    return {"returns_from": None if is_lacking else known.returns_from, "returns_to": known.returns_to}


def yen_of_order(order: str, sold: Sequence[Sale], back: Sequence[Refund], looked: Looked) -> PaidOrder:
    """What the buyer paid for an order, what was refunded or claimed of it, and what the shop was given back: what returns look at, too."""
    took = looked.claims.get(order, 0)
    over = most_beyond(sold, back)
    return PaidOrder(
        subject=order,
        sold=sum(sale.paid for sale in sold) if sold else None,
        refunded=sum(refund.price + refund.shipping for refund in back),
        held=looked.held_refunds.get(order, 0),
        over_sku=over.sku,
        over_paid=over.paid,
        over_back=over.back,
        claimed=max(0, took),
        claim_returned=looked.claims_back.get(order, 0) if took <= 0 else 0,
        claim_held=looked.held_claims.get(order, 0),
        given_back=max(0, looked.given.get(order, 0)),
        safe_t=max(0, looked.safe_t.get(order, 0)),
        fee_given=looked.fees_given.get(order, 0),
    )


def last_claim_day(refunded: date | None, known: Known) -> date | None:
    """The last day (Japan) of a claim for a refund, by the days that hold for that day; None where either is not known."""
    days = known.claim_days(refunded) if refunded else None
    return refunded + timedelta(days=days) if refunded and days else None


def with_items(order: PaidOrder, returned: Sequence[ReturnedItem], sold: Sequence[Sale], back: Sequence[Refund]) -> PaidOrder:
    """An order with what its items, its refunds and its labels come to."""
    live = [item for item in returned if is_live(item)]
    beside = sum(refund.points for refund in back) - sum(sale.points for sale in sold)
    return msgspec.structs.replace(
        order,
        **msgspec.structs.asdict(items_of(returned, sold, back)),
        back_more=max(0, beside) if sold else 0,
        ended=bool(returned) and not live,
        **(of_returns(live, order.label - given_for_labels(order, order.label)) if live else {}),
        refunded_shipping=sum(refund.shipping for refund in back),
        shipping_alone=shipping_alone(back),
        refund_back=taken_back(back),
        sold_shipping=sum(sale.shipping for sale in sold),
    )


def of_returns(live: Sequence[ReturnedItem], charged: int) -> dict[str, Any]:
    """What the returns of an order tell, by the names that PaidOrder has for it; `charged` are the yen of its labels by payments."""
    return {
        "report_label": label_out(live),
        "label_told": label_told(live, charged),
        "label_cost": label_cost(live),
        "label_own": label_own(live),
        **of_buyer(live),
        "requested": True,
        "sfp_untold": not any(is_sfp(item) for item in live) and any(item.sfp is None for item in live),
        "payer": payer_of(live),
        "replaced": all(item.resolution == "replacement" for item in live),
    }


def is_sfp(item: ReturnedItem) -> bool:
    """Whether the terms speak of a return (S-02), as its own rules see it."""
    return item.is_prime == "yes" or item.sfp == "yes"


def labels_of(returned: Iterable[ReturnedItem]) -> dict[str, ReturnedItem]:
    """A row for every label of an order that Amazon bought and whose yen are known, by the label: the one that tells most of its yen."""
    bought = (item for item in returned if item.label_type in ("prepaid", None) and item.label_yen is not None)
    return {label: item for (_order, label), item in best_rows(bought, lambda item: item.label_yen).items()}


def label_out(returned: Iterable[ReturnedItem]) -> int:
    """The yen of labels that the returns report has among the wrong charges of the shop."""
    return sum(item.label_out for item in returned)


def label_told(returned: Sequence[ReturnedItem], charged: int) -> int | None:
    """The yen that were taken from the shop for labels by the returns report, less what came back; None where it does not tell each.

    `charged` are those by payments. Where they are all of some labels, the files have no charge of the others.
    """
    labels = labels_of(item for item in returned if item.label_cost is not None and item.label_payer == "seller")
    is_told = {item.label for item in returned} == {*labels} and all(item.payer in ("customer", "seller") for item in returned)
    if not is_told or not any(item.label_cost for item in labels.values()):
        return None
    known = sum(rest_of(item) for item in labels.values() if item.label_taken is not None)
    return known if known >= charged else sum(map(rest_of, labels.values()))


def rest_of(label: ReturnedItem) -> int:
    """The yen of a label less what came back of it, surely or maybe."""
    return max(0, (label.label_yen or 0) - label.label_back - label.label_maybe_back)


def label_own(returned: Sequence[ReturnedItem]) -> int | None:
    """The yen of the labels charged to the shop that it pays itself; None where they cannot be told from those that the customer pays."""
    labels = labels_of(returned)
    apart = {item.label for item in returned} == {*labels} and all(item.payer in ("customer", "seller") for item in returned)
    own = (item for item in labels.values() if item.label_payer == "seller" and item.payer == "seller")
    return sum(item.label_yen or 0 for item in own) if apart else None


def of_buyer(returned: Iterable[ReturnedItem]) -> dict[str, int | bool | None]:
    """What is known of labels that the buyer paid and the shop may owe, by the names that PaidOrder has for it."""
    labels = buyers_labels(returned).values()
    open_ = [label.yen for label in labels if not label.sure]
    return {
        "label_buyer": sum(label.yen or 0 for label in labels if label.sure),
        "label_untold": any(label.sure and label.yen is None for label in labels),
        "label_unsettled": None if None in open_ else sum(yen or 0 for yen in open_),
    }


def label_cost(returned: Sequence[ReturnedItem]) -> int | None:
    """What the labels of an order cost by the returns report; None where one is not told."""
    priced = labels_of(item for item in returned if item.label_cost is not None)
    return sum(item.label_cost or 0 for item in priced.values()) if {item.label for item in returned} == {*priced} != set() else None


def day_of(at: str) -> date | None:
    """The day of a moment; None for none."""
    return date.fromisoformat(at[:10]) if at else None


def lacks_month(looked: Looked, since: date | None) -> bool:
    """Whether a month from a day to the last of the files has no row: its file is missing."""
    day = since.replace(day=1) if since is not None else None
    while day is not None and looked.last_day is not None and day <= looked.last_day:
        if day.isoformat()[:MONTH] not in looked.months:
            return True
        day = (day + timedelta(days=31)).replace(day=1)
    return False


def days_lacking(looked: Looked, since: date | None) -> dict[str, date | None]:
    """The first days (Japan) between the files from a day on that none of them holds, by the names that PaidOrder has for them."""
    first, last = next((days for days in looked.holes if since is not None and days[1] >= since), (None, None))
    return {"lack_from": first, "lack_to": last}


def first_sale(sold: Iterable[Sale]) -> date | None:
    """The day (Japan) of the first of some sales; None for none."""
    return day_of(min((sale.at for sale in sold), default=""))


def first_order(returned: Iterable[ReturnedItem]) -> date | None:
    """The day (Japan) on which the order was made, by the returns report; None where that does not say."""
    return min((item.ordered_on for item in returned if item.ordered_on), default=None)


def is_told_whole(sold: Sequence[Sale], back: Sequence[Refund], returned: Sequence[ReturnedItem]) -> bool:
    """Whether the returns report tells the same yen and pieces of an order as its sale: no part of it stands elsewhere."""
    known, pieces = {fold_sku(sale.sku) for sale in sold}, [sale.pieces for sale in sold]
    others = {fold_sku(refund.sku) for refund in back} | {fold_sku(item.sku) for item in returned if item.sku}
    if not sold or None in pieces or not others <= known:  # a refund that names none may be of an item that is sold elsewhere
        return False
    yen, count = sum(sale.paid for sale in sold), sum(number or 0 for number in pieces)
    return any(item.amount is not None and abs(item.amount - yen) <= 1 and item.order_quantity == count for item in returned)


def month_lacking(sold: Sequence[Sale], refunded_on: date | None, looked: Looked, ordered_on: date | None = None) -> str:
    """The months ("2026-08, 2026-10") without rows in which another parcel of an order may have been sold; "" when there is none.

    Where no month is without rows, days between the files that none of them holds ("2026-08-20–2026-08-31").
    A parcel is charged in the month before, of or after the one that is known, not before it was ordered, and before it is refunded.
    """
    first = first_sale(sold)
    if first is None:
        return ""
    before = (first.replace(day=1) - timedelta(days=1)).replace(day=1)
    after = (first.replace(day=1) + timedelta(days=31)).replace(day=1)
    months = [before] if ordered_on is None or ordered_on < first.replace(day=1) else []
    months += [after] if refunded_on is not None and after <= refunded_on else []
    lacking = [name for month in months if (name := month.isoformat()[:MONTH]) not in looked.months]
    begin, end = max(before, ordered_on or before), min(refunded_on or first, after + timedelta(days=30))
    days = [f"{hole[0]}–{hole[1]}" for hole in looked.holes if hole[0] <= end and begin <= hole[1]]
    return ", ".join(lacking or days)


def payer_of(returned: Iterable[ReturnedItem]) -> Expected | None:
    """Who pays the return of an order; both sides where its rows differ, None where one is not known."""
    sides = {item.payer for item in returned}
    return None if None in sides or not sides else sides.pop() if len(sides) == 1 else "mixed"
