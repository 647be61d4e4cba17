"""Judge the saved returns and keep a row for each order: what the window's returns table shows."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import msgspec

from sellerdesk.domain.catalogue import Catalogue
from sellerdesk.domain.finding import BADNESS, MISSING, RANKS, Finding, badness
from sellerdesk.domain.folding import folded
from sellerdesk.domain.judged_row import JudgedReturn
from sellerdesk.domain.returned_item import ENDED, ReturnedItem
from sellerdesk.readers.returns import KINDS
from sellerdesk.rules.scopes import sfp_skus
from sellerdesk.store.connection import Database
from sellerdesk.workflows.returns import assumptions
from sellerdesk.workflows.returns.charged import charged
from sellerdesk.workflows.returns.costs import ReturnCost, costs_of, total, totals
from sellerdesk.workflows.returns.deadlines import RULE as DEADLINE
from sellerdesk.workflows.returns.refunds import open_items
from sellerdesk.workflows.returns.report import PAYER, Judged, judge, payer_of, put_in
from sellerdesk.workflows.returns.wrong_labels import LABEL, WrongLabel, wrong_by_order
from sellerdesk.workflows.shop.kept_returns import KeptReturns, kept_returns

COST_OUT = "cost_out"
"""The fact of a kept verdict on labels: the yen of them that the cost of the row holds though another side should pay."""
LATE_UNTOLD = f"{DEADLINE}:{MISSING}"
"""Why a return stands where it does whose refund is past its day, and of which no report tells whether it was made."""

__all__ = ["KINDS", "judge_saved_returns", "judged_returns", "saved_returns"]


def saved_returns(db: Database) -> list[ReturnedItem]:
    """The returns of all saved reports."""
    report = kept_returns(db)
    return report.items if report else []


def judged_returns(db: Database, catalogue: Catalogue, as_of: date, unpaid: Collection[str] = ()) -> tuple[Judged, list[ReturnCost]]:
    """The saved returns judged on a day (Japan), as `judged_items` does."""
    return judged_items(db, saved_returns(db), catalogue, as_of, unpaid)


def judged_items(
    db: Database, items: Iterable[ReturnedItem], catalogue: Catalogue, as_of: date, unpaid: Collection[str]
) -> tuple[Judged, list[ReturnCost]]:
    """Saved returns judged on a day (Japan), with what is known of their SKUs, and what each costs the shop.

    `unpaid` are the orders of which payment reports, which hold their time, tell of no refund.
    """
    shop, sfp = assumptions.of(db), sfp_skus(catalogue.offers, catalogue.prime_templates)
    items = [put_in(item, catalogue.facts, sfp, all_prime=shop.all_prime) for item in items]
    items = [msgspec.structs.replace(item, unpaid=True) if item.subject in unpaid else item for item in items]
    paid = charged(db, (item.subject for item in items))
    judged = judge(items, as_of, shop, paid)
    return judged, costs_of(judged, as_of, shop, paid)


def judge_saved_returns(
    db: Database, catalogue: Catalogue, as_of: date, paid: Mapping[str, Any]
) -> tuple[list[JudgedReturn], dict[str, Any]]:
    """A row for every returned order that the terms speak of, and what is kept of the judging beside them.

    `paid` is what is kept of the judging of payments: which returned orders they have no refund of.
    """
    reports = kept_returns(db)
    judged, costs = judged_items(db, reports.items if reports else [], catalogue, as_of, unpaid_of(paid))
    found: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in judged.audit.findings:
        found[finding.subject].append(finding)
    orders, wrong, cost = by_order(judged.items), wrong_by_order(judged.wrong), by_order_cost(costs)
    ranks = {number: rank for rank, number in enumerate(sorted(found))}
    rows = [
        row_of(place, orders[number], (found[number], wrong[number], cost[number]), as_of, ranks[number])
        for place, number in enumerate(number for number in orders if number in found)
    ]
    kept = {
        "summary": {rule: dict(counts) for rule, counts in judged.audit.summary.items()},
        "missing": [msgspec.to_builtins(missing) for missing in judged.audit.missing],
        "payers": judged.payers,
        "left_out": judged.left_out,
        "unknown_categories": judged.unknown_categories(),
        "unknown": len({item.subject for item in judged.items if item.is_prime != "yes" and item.sfp is None}),
        "all_prime": assumptions.of(db).all_prime,
        "refunds_open": {number: skus for number, skus in open_items(judged.items).items() if len(orders[number]) > 1},
        "refunds_differ": msgspec.to_builtins(judged.differ),
        "totals": msgspec.to_builtins(totals(costs)),
        **counted(reports),
    }
    return rows, kept


def counted(reports: KeptReturns | None) -> dict[str, int]:
    """Of how many reports the returns are, how many rows they have together, and how many could not be read."""
    if reports is None:
        return {}
    return {"files": 1 + len(reports.earlier), "counted": len(reports.items), "refused": reports.refused}


def unpaid_of(paid: Mapping[str, Any]) -> frozenset[str]:
    """The orders whose refund is surely missing by what is kept of the judging of payments."""
    return frozenset(paid.get("unpaid", ()))


def by_order(items: Sequence[ReturnedItem]) -> dict[str, list[ReturnedItem]]:
    """The rows of every order, in the order of the file."""
    orders: dict[str, list[ReturnedItem]] = {}
    for item in items:
        orders.setdefault(item.subject, []).append(item)
    return orders


def by_order_cost(costs: Sequence[ReturnCost]) -> defaultdict[str, list[ReturnCost]]:
    """The costs of every order."""
    orders: defaultdict[str, list[ReturnCost]] = defaultdict(list)
    for returned in costs:
        orders[returned.item.subject].append(returned)
    return orders


def row_of(
    place: int,
    items: Sequence[ReturnedItem],
    judged: tuple[Sequence[Finding], Sequence[WrongLabel], Sequence[ReturnCost]],
    as_of: date,
    rank: int,
) -> JudgedReturn:
    """The row of one order: its worst verdict first."""
    found, wrong, costs = judged
    out = sum(cost.out for cost in costs)
    worst = sorted((with_cost_out(finding, out) if finding.rule == LABEL and out else finding for finding in found), key=urgency)
    verdict, why = standing(worst[0] if worst else None)
    reason, sku, category = (joined(getattr(item, name) for item in items) for name in ("reason", "sku", "category"))
    summed, refund_by = total(costs), refund_day(costs)
    number, due = items[0].subject, refund_by is not None and is_due(costs)
    payer = next((payer_of(finding) for finding in found if finding.rule == PAYER), "check")
    return JudgedReturn(
        place, number, sku, reason, category, payer, joined(item.label_payer for item in items), difference(wrong),
        summed.yen if summed.yen or not summed.at_least else None, int(summed.at_least > 0),
        str(min((item.requested_on for item in items if item.requested_on), default="")), str(refund_by or ""),
        (refund_by - as_of).days if due and refund_by else None, verdict, why,
        msgspec.json.encode(worst).decode(), " ".join(sorted({fact for finding in found for fact in finding.missing})),
        folded(f"{number}\n{sku}\n{reason}\n{category}"), rank,
    )  # fmt: skip


def with_cost_out(label: Finding, yen: int) -> Finding:
    """The verdict on an order's labels with the yen of them that the row's cost holds: they leave it once the owner has them back."""
    return msgspec.structs.replace(label, facts={**label.facts, COST_OUT: yen})


def is_late_untold(finding: Finding) -> bool:
    """Whether the day of a refund is over and no report tells whether it was made (S-24): only then the deadline waits for that alone."""
    return finding.rule == DEADLINE and finding.missing == ("refunded",)


def urgency(finding: Finding) -> tuple[int, bool]:
    """What the verdicts on a return are sorted by: how bad they are; a refund that may be overdue goes before every other doubt."""
    return (BADNESS["check"], False) if is_late_untold(finding) else (badness(finding), True)


def standing(worst: Finding | None) -> tuple[int, str]:
    """The rank of a row by the worst finding on it, and the code of why: "" where all is well."""
    if worst is None or worst.outcome == "ok":
        return RANKS["ok"], ""
    if is_late_untold(worst):
        return RANKS["check"], LATE_UNTOLD
    return RANKS[worst.outcome], MISSING if worst.case == MISSING else f"{worst.rule}:{worst.case}"


def joined(texts: Iterable[str | None]) -> str:
    """What the rows of an order say of themselves, each once."""
    return ", ".join(dict.fromkeys(text for text in texts if text))


def difference(wrong: Sequence[WrongLabel]) -> int | None:
    """The yen of the labels that were charged to the wrong side; None when one is not known."""
    return None if any(label.yen is None for label in wrong) else sum(wrong_label.yen or 0 for wrong_label in wrong)


def refund_day(costs: Sequence[ReturnCost]) -> date | None:
    """The first day by which something of an order is to be refunded, of what is not refunded yet where there is such."""
    days = [(not returned.item.waits_for_refund, returned.costs.refund_by) for returned in costs if returned.costs.refund_by]
    return min(days)[1] if days else None


def is_due(costs: Sequence[ReturnCost]) -> bool:
    """Whether a refund is still to be made of what arrived, as far as the report tells."""
    waiting = (returned.item for returned in costs if returned.costs.refund_by)
    return any(item.waits_for_refund and item.status not in ENDED for item in waiting)
