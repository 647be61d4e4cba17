"""What every return of a report costs the shop by its own assumptions, and the totals by reason, SKU, category and month.

A report tells the order's amount, not its parts: it stands for the price. It tells neither points nor whether the delivery was
late, so most costs are "at least". Who pays is by the terms; what was charged to the wrong side is counted apart.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date

import msgspec

from sellerdesk.domain.assumptions import Assumptions
from sellerdesk.domain.charged import Charged
from sellerdesk.domain.decision import Decision
from sellerdesk.domain.finding import Finding
from sellerdesk.domain.folding import fold, fold_code
from sellerdesk.domain.return_costs import Costs, Figure, Line, LineKind, Ruling
from sellerdesk.domain.returned_item import ENDED, ReturnedItem
from sellerdesk.rules.returns.amounts import bounded
from sellerdesk.rules.returns.buyers_labels import buyers_labels
from sellerdesk.rules.returns.charged import is_named_charge, is_part, label_lack
from sellerdesk.rules.returns.costs import account
from sellerdesk.rules.returns.label_rows import Label, best_rows
from sellerdesk.rules.returns.payer import Reason
from sellerdesk.workflows.returns.charged import Key, as_charged, fee_of_refund, fee_so_far, has_refund, is_of_all_pieces
from sellerdesk.workflows.returns.fees import terms_of
from sellerdesk.workflows.returns.label_costs import label_costs, without_given
from sellerdesk.workflows.returns.reasons import rows_on
from sellerdesk.workflows.returns.report import Judged
from sellerdesk.workflows.returns.wrong_labels import LABEL

BY = ("reason", "sku", "category", "month")
"""What costs are added up by."""


class ReturnCost(msgspec.Struct, frozen=True):
    """A return with its account; `row` is the row of the reason table ("": none of them), `asked` the return as it was costed.

    `charged` is what payment reports tell of it, `taken` the yen that they took for it by the line of the account that these are of: its
    label, whoever should pay that, and its fee. Of its label's, `label_out` yen were charged to the shop wrongly and are still out.
    """

    item: ReturnedItem
    row: str
    costs: Costs
    ruling: Ruling
    asked: ReturnedItem
    charged: Charged | None = None
    taken: Mapping[LineKind, int] = {}
    label_out: int = 0

    @property
    def cost(self) -> Figure:
        """What it costs the shop by the terms, in yen."""
        return self.costs.figures.cost

    @property
    def borne(self) -> Figure:
        """What it costs, in yen: of label and fee what was taken where that is more than by the terms; a wrong label until it is back."""
        cost, more = self.cost, sum(map(self.taken_beyond, self.costs.lines))
        if not more:
            return cost
        yen = (cost.yen or 0) + more
        return bounded(yen, "at_least", cost.lacking) if cost.lacking else Figure(yen)

    def taken_beyond(self, line: Line) -> int:
        """The yen that payments took for a line of the account beyond what the cost by the terms holds of it."""
        counted = line.figure.yen if line.figure.holds else 0
        return max(0, self.taken.get(line.kind, 0) - (counted or 0))

    def with_label_back(self) -> "ReturnCost":
        """The same once the yen of its wrong label are back."""
        taken: Mapping[LineKind, int] = {**self.taken, "return_shipping": self.taken.get("return_shipping", 0) - self.label_out}
        return msgspec.structs.replace(self, taken=taken, label_out=0)

    @property
    def out(self) -> int:
        """The yen by which `borne` falls once those of its wrong label are back."""
        return (self.borne.yen or 0) - (self.with_label_back().borne.yen or 0) if self.label_out else 0

    @property
    def day(self) -> date | None:
        """The day (Japan) that it counts under: that of its request, as in the analysis, else that of its arrival."""
        return self.item.requested_on or self.item.arrived_on

    def keys(self) -> tuple[str, str, str, str]:
        """What it is added up under, in the order of BY; "" is "not known"."""
        month = f"{self.day:%Y-%m}" if self.day else ""
        return self.row or self.item.reason or "", self.item.sku or "", self.item.category or "", month


class Total(msgspec.Struct):
    """Returns added up: how many, the yen that are known, and of how many not all is known (the sum is then "at least")."""

    key: str
    count: int = 0
    yen: int = 0
    at_least: int = 0

    def add(self, figure: Figure) -> None:
        """Add a return."""
        self.count += 1
        self.yen += figure.yen or 0
        self.at_least += bool(figure.lacking)


def costs_of(judged: Judged, as_of: date, shop: Assumptions, charges: Mapping[Key, Charged] | None = None) -> list[ReturnCost]:
    """What every return that the terms speak of costs, on a day (Japan); one that was cancelled costs nothing and is left out.

    `charges` are what payment reports tell of orders and SKUs: where they do, the account is of what was really charged.
    """
    items = [item for item in judged.items if item.line in judged.ruled and item.status not in ENDED]
    if not items:
        return []
    findings = [judged.ruled[item.line] for item in items]
    paid = [(charges or {}).get((item.subject, fold(item.sku or ""))) for item in items]
    labels = best_rows(items, lambda item: item.label_cost)
    costs = without_given(label_costs(labels, charges or {}), labels, charges or {})
    bearers = {item.line: costs.get(label) for label, item in labels.items()}
    asked = with_fees_once(
        [
            (as_charged(as_asked(item, bearers.get(item.line), bears_label=item.line in bearers), charged), charged)
            for item, charged in zip(items, paid, strict=True)
        ]
    )
    asked = with_beyond_once(asked, charges or {})
    rulings, days = list(map(ruling_of, items, findings)), [day_of(item, as_of) for item in items]
    terms = terms_of(shop, as_of)
    accounts = [account(item, ruling, None, terms, day, within_price=True) for item, ruling, day in zip(asked, rulings, days, strict=True)]
    named = rows_on(as_of, shop.reasons)
    rows = [row_of(item, finding, named) for item, finding in zip(items, findings, strict=True)]
    wrong = {(label.item.subject, label.item.label): label.yen for label in judged.wrong if label.side == "shop"}
    charged_labels = [label_charged(item, bearers.get(item.line) or 0, wrong, known) for item, known in zip(items, paid, strict=True)]
    taken: list[Mapping[LineKind, int]] = [
        {"return_shipping": label, "admin_fee": fee_so_far(costed, known)}
        for label, costed, known in zip(charged_labels, asked, paid, strict=True)
    ]
    out = [label_out(item, yen["return_shipping"], wrong) for item, yen in zip(items, taken, strict=True)]
    return list(map(ReturnCost, items, rows, accounts, rulings, asked, paid, taken, out))


def row_of(item: ReturnedItem, finding: Finding, named: Mapping[str, Reason]) -> str:
    """The row of the reason table that a return is added up under: that of its verdict, or else the one that its reason names; "" for none.

    A return of which it is not known whether the terms speak of it has no row in its verdict.
    """
    reason = named.get(fold_code(item.reason or ""))
    return str(finding.facts.get("row") or (reason.row if reason else ""))


def label_out(item: ReturnedItem, taken: int, wrong: Mapping[Label, int | None]) -> int:
    """The yen of those taken for a return's label that were charged to the shop wrongly; where they are not told, all of them."""
    still = wrong.get((item.subject, item.label), 0)
    return taken if still is None else min(still, taken)


def with_labels_back(costs: Iterable[ReturnCost], decided: Iterable[Decision]) -> list[ReturnCost]:
    """The costs without the wrong labels of orders of which the owner said that they have them back, as by taking them off a refund."""
    back = {decision.subject for decision in decided if decision.rule == LABEL and decision.kind == "done"}
    return [returned.with_label_back() if returned.item.subject in back else returned for returned in costs]


def with_fees_once(asked: Iterable[tuple[ReturnedItem, Charged | None]]) -> list[ReturnedItem]:
    """The returns, without fee and points where the requests before it of one item are all the pieces that payments say were sold."""
    requested: defaultdict[Key, int] = defaultdict(int)
    asked, found = [*asked], list[ReturnedItem]()
    kept, lost = by_piece(asked, fee_of_refund), by_piece(asked, lambda paid: paid.points_lost)
    for item, paid in asked:
        is_again = paid is not None and paid.pieces is not None and requested[key_of(item)] >= paid.pieces
        requested[key_of(item)] += 1 if item.quantity is None else item.quantity
        fee, points = (0, 0) if is_again else (kept.get(item.line, item.fee_kept), lost.get(item.line, item.points_lost))
        found.append(msgspec.structs.replace(item, fee_kept=fee, points_lost=points))
    return found


def with_beyond_once(asked: Sequence[ReturnedItem], charges: Mapping[Key, Charged]) -> list[ReturnedItem]:
    """The returns, the first of each order with what refunds and claims surely gave the buyer beyond what was paid for the order.

    What the shop was given for the order may be of it, and so may a label that the buyer paid: the shop may owe that (S-26). What came
    back of fee and points more than once makes up for it. A part of the order may be sold in a month that no file has, unless the
    returns report tells the same yen of it.
    """
    orders: defaultdict[str, list[ReturnedItem]] = defaultdict(list)
    for item in asked:
        orders[item.subject].append(item)
    known: defaultdict[str, list[Charged]] = defaultdict(list)
    for (order, _sku), paid in charges.items():
        known[order].append(paid)
    beyond = {order: surely_beyond(known[order], rows) for order, rows in orders.items() if order in known}
    return [msgspec.structs.replace(item, paid_beyond=beyond.pop(item.subject, 0)) for item in asked]


def surely_beyond(paid: Sequence[Charged], returned: Sequence[ReturnedItem]) -> int:
    """The yen of an order that went to the buyer beyond what was paid, and that are surely no label of the buyer's and not given back."""
    sold = sum((charged.price or 0) + charged.shipping + charged.wrap for charged in paid)
    labels = [label.yen for label in buyers_labels(returned).values()]
    is_whole = any(item.amount is not None and abs(item.amount - sold) <= 1 for item in returned)
    if None in labels or not is_whole:
        return 0
    return max(0, (paid[0].beyond or 0) - sum(yen or 0 for yen in labels) - sum(paid[0].adjusted) - sum(paid[0].safe_t) - paid[0].more_back)


def by_piece(asked: Iterable[tuple[ReturnedItem, Charged | None]], yen_of: Callable[[Charged], int | None]) -> dict[int, int]:
    """Some yen of the refunds of a few pieces of a sale (the fee kept, the points lost), by the line of each row: by their pieces.

    Not where the pieces of the sale or of a row are not told.
    """
    rows: defaultdict[Key, list[ReturnedItem]] = defaultdict(list)
    fees: dict[Key, int] = {}
    for item, paid in asked:
        is_part_of_sale = paid is not None and paid.pieces and has_refund(item, paid) and not is_of_all_pieces(item, paid)
        if is_part_of_sale and paid is not None and (kept := yen_of(paid)) is not None:
            rows[key_of(item)].append(item)
            fees[key_of(item)] = kept
    return {line: yen for key, some in rows.items() for line, yen in by_pieces(fees[key], some)}


def by_pieces(yen: int, rows: Sequence[ReturnedItem]) -> Iterator[tuple[int, int]]:
    """Some yen shared out among rows by their pieces, each with its line; nothing where the pieces of one are not told."""
    pieces = sum(item.quantity or 0 for item in rows)
    for item in rows if all(item.quantity for item in rows) else ():
        mine = yen * (item.quantity or 0) // pieces
        yield item.line, mine
        yen, pieces = yen - mine, pieces - (item.quantity or 0)


def key_of(item: ReturnedItem) -> Key:
    """The order and the SKU of a return, folded."""
    return item.subject, fold(item.sku or "")


def label_charged(item: ReturnedItem, left: int, wrong: Mapping[Label, int | None], paid: Charged | None) -> int:
    """The yen that payment reports surely took for the label of a return; `left` is what did not come back of them.

    Of one that the customer pays what is no longer out of a label that the shop was charged wrongly was taken off the refund. Where the
    returns report names no charge of the shop's, or it is not known who pays, that is what the refund lacks, and no more: a whole refund
    left the label with the shop. What a claim gave the buyer of it since is out again.
    """
    if item.payer in ("seller", "mixed") or (item.payer is None and item.label_payer == "amazon"):
        return left
    still = wrong.get((item.subject, item.label), 0)
    if item.payer == "customer" and still is None:
        return left
    is_named = item.payer == "customer" and is_named_charge(item)
    off = (item.label_yen or 0) - item.label_back - (still or 0) if is_named else min(left, label_lack(item) or 0)
    return max(0, left - max(0, off - given_by_claim(item, paid, off)))


def given_by_claim(item: ReturnedItem, paid: Charged | None, off: int) -> int:
    """The yen of a label taken off a refund (`off`) that a claim gave the buyer after all; 0 where the pieces sold are others."""
    if paid is None or paid.claimed <= 0 or not is_of_all_pieces(item, paid):
        return 0
    lack = max(0, (paid.price or 0) - sum(yen for _day, yen in paid.refunds))
    return max(0, min(off, lack) - max(0, lack - paid.claimed))


def day_of(item: ReturnedItem, as_of: date) -> date:
    """The day (Japan) whose fees hold."""
    return item.arrived_on or as_of


def as_asked(item: ReturnedItem, left: int | None, *, bears_label: bool) -> ReturnedItem:
    """A return as the account takes it: its label's cost as the fare (nothing where Amazon paid), the order's amount as the price.

    A label that the payment reports charge costs what was charged, less what they give back (`left`; None: they tell nothing of it).

    What a buyer paid at the counter is in no report: the cost of such a label is not known, unless it is told. Nor is that of a label
    which the shop was charged or the buyer, and which of them is not told.
    """
    is_open = item.label_shared or (item.label_type == "unpaid" and not item.label_cost)
    label = left if left is not None else None if is_open else item.label_cost
    fare = item.fare if item.fare is not None else label
    amount = None if is_part(item) else item.amount
    rest = 0 if amount is not None else None
    return msgspec.structs.replace(
        item, fare=0 if item.label_payer == "amazon" or not bears_label else fare, price=amount, shipping_charged=rest, gift_wrap=rest
    )


def ruling_of(item: ReturnedItem, finding: Finding) -> Ruling:
    """Who pays a return by the verdict on it; where both sides do under one label, that is open."""
    if item.payer in ("customer", "seller"):
        return Ruling(item.payer, finding.clauses)
    return Ruling("check", finding.clauses, item.unsettled or ("payer",))


def total(costs: Sequence[ReturnCost]) -> Total:
    """All returns added up."""
    return added(costs, lambda _one: "").get("", Total(""))


def safe_t_beside(costs: Iterable[ReturnCost]) -> dict[str, int]:
    """What SAFE-T claims gave the shop for orders of returns, in yen by order, where it is of no label: in no cost it is taken off."""
    given = ((cost.item, sum(cost.charged.safe_t)) for cost in costs if cost.charged is not None and cost.charged.safe_t)
    return {item.subject: yen for item, whole in given if (yen := min(whole, item.given)) > 0}


def totals(costs: Sequence[ReturnCost]) -> dict[str, list[Total]]:
    """The totals by reason, SKU and category, the dearest first, and by month in their order."""
    found = {name: [*added(costs, lambda one, place=place: one.keys()[place]).values()] for place, name in enumerate(BY)}  # type: ignore[misc]  # the place of this turn
    return {
        name: sorted(sums, key=lambda total: (total.key,) if name == "month" else (-total.yen, total.key)) for name, sums in found.items()
    }


def added(costs: Iterable[ReturnCost], key: Callable[[ReturnCost], str]) -> Mapping[str, Total]:
    """Returns added up by a key."""
    found: defaultdict[str, Total] = defaultdict(lambda: Total(""))
    for returned in costs:
        name = key(returned)
        found[name].key = name
        found[name].add(returned.borne)
    return found
