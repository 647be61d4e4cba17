"""What was found in payments, as the page shows it: how urgent it is, what may come back, and the cells of the table it stands in."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date

import msgspec

from sellerdesk.domain.finding import Finding, badness
from sellerdesk.domain.folding import fold_sku
from sellerdesk.domain.paid import PaidOrder
from sellerdesk.domain.payment import Payment
from sellerdesk.rules.payments.claims import TWICE
from sellerdesk.rules.payments.refunds import DOUBLE
from sellerdesk.rules.payments.shares import fee_of_order
from sellerdesk.workflows.payment_kinds import places
from sellerdesk.workflows.payments.report import yen_of

BACK = ("payments.refund-without-return", "payments.refund-too-large", "payments.label", "payments.refund-fee", "payments.paid-twice")
"""Rules whose yen may be had back."""
CHECKED_FIRST = (*BACK, "payments.lateness", "payments.referral-rate", "payments.points")
"""Rules of which a check may turn out to be a claim: another category, the day of delivery, the points of the listing."""
LATE = ("no_return_late", "ended_late", "other_item_late", "other_pieces_late", "not_arrived_late")
"""Cases of a claim whose time is over."""
NOT_BACK = (
    *LATE, "not_arrived", "sale_not_whole", "claim_sale_not_whole", "may_be_twice", "one_report", "label_cost_untold", "label_payer_open",
    *DOUBLE.values(), *TWICE.values(), "claim_no_return", "label_by_claim_open", "chargeback_kept",
    "cap_of_each", "claim_fee_untold",
)  # fmt: skip
"""Cases of a claim whose time is over, or of which it is not known whether there is one: their yen do not count as what may come back."""
ROWS_OF: Mapping[str, tuple[str, ...]] = {
    "payments.refund-without-return": ("refunds",),
    "payments.return-without-refund": ("refunds",),
    "payments.refund-too-large": ("refunds",),
    "payments.lateness": ("refunds",),
    "payments.label": ("labels",),
    "payments.refund-fee": ("refund_fee", "referral"),
    "payments.referral-rate": ("referral",),
    "payments.points": ("points",),
    "payments.points-back": ("points",),
    "payments.paid-twice": ("refunds",),
    "payments.sum": ("not_placed",),
    "payments.reports-differ": ("sales", "refunds"),
}
"""The row of the page that a rule is about; of two, the first one that has yen of the order."""


MONTH = len("2026-07")


class Refunded(msgspec.Struct, frozen=True):
    """The refunds of a month (Japan): orders, yen of the referral fee that Amazon kept of them, and orders of which that is not known."""

    orders: int = 0
    fees_kept: int = 0
    unknown: int = 0


def urgency(as_of: date, finding: Finding) -> tuple[int, str, int, int]:
    """What findings are sorted by: an open deadline, the nearest first; then how bad they are, then their yen."""
    by = day_of(finding)
    is_open = bool(by) and (by >= as_of.isoformat() or "refund_by" in finding.facts)
    return (0, by, badness(finding), -yen_of(finding)) if is_open else (1, "", badness(finding), -yen_of(finding))


def day_of(finding: Finding) -> str:
    """The last day (Japan) to claim or to refund; "" where none is known."""
    return str(finding.facts.get("claim_by") or finding.facts.get("refund_by") or "")


def may_come_back(finding: Finding) -> bool:
    """Whether the yen of a finding may be had back from Amazon; of one that the owner settled they are not asked for any more."""
    return finding.rule in BACK and finding.case not in NOT_BACK and yen_of(finding) > 0 and "decided" not in finding.facts


def may_be_claimed(finding: Finding) -> bool:
    """Whether the yen of a finding may be had back once something of it is checked; what is surely asked for is none of these.

    Where two reports differ, nothing is to be claimed before they are downloaded again.
    """
    yen = finding.facts.get("yen")
    is_open = finding.outcome == "check" and not finding.missing and isinstance(yen, int) and yen > 0 and "decided" not in finding.facts
    return is_open and finding.case != "one_report" and finding.rule in CHECKED_FIRST and not may_come_back(finding)


def is_claim_to_check(finding: Finding) -> bool:
    """Whether a finding is of an A-to-z claim or a chargeback whose yen may be had back once it is looked at."""
    return finding.rule == "payments.paid-twice" and may_be_claimed(finding)


def is_awaited(finding: Finding) -> bool:
    """Whether a finding is of a refunded parcel on the way back that can be claimed where it is lost: nobody knows yet whether it is."""
    return (finding.rule, finding.case) == ("payments.refund-without-return", "not_arrived")


def first_day_of(findings: Iterable[Finding], as_of: date) -> str:
    """The first day of claims that can still be made; "" where no day is known."""
    return min((by for finding in findings if (by := day_of(finding)) >= as_of.isoformat()), default="")


def refunded_by_month(orders: Iterable[PaidOrder]) -> dict[str, Refunded]:
    """The refunds by month."""
    of_month: defaultdict[str, list[PaidOrder]] = defaultdict(list)
    for order in orders:
        if order.refunded_on is not None and order.refunded > 0:
            of_month[order.refunded_on.isoformat()[:7]].append(order)
    return {month: refunded_of(some) for month, some in sorted(of_month.items())}


def refunded_of(orders: Sequence[PaidOrder]) -> Refunded:
    """Some refunds together; of shipping alone a fee counts where it was kept, and nothing is missed where that is not known."""
    kept = sum(fee_of_order(order, order.fee) for order in orders if order.fee is not None)
    unknown = sum(order.fee is None and order.refunded > order.refunded_shipping for order in orders)
    return Refunded(len(orders), kept, unknown)


def cells_of(findings: Sequence[Finding], payments: Iterable[Payment], rows: Mapping[str, Sequence[str]]) -> list[tuple[str, list[str]]]:
    """For every finding the row of the page and the months (Japan) that hold its yen; no months where the files have none of it.

    A refund that is missing stands in the month in which it was due, where the files have that. `rows` are the rows of the page with
    their kinds.
    """
    wanted: defaultdict[str, set[str]] = defaultdict(set)
    for finding in findings:
        wanted[fold_sku(finding.subject)].update(ROWS_OF[finding.rule])
    months: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    held = set[str]()
    for payment in payments:
        held.add(payment.month)
        for subject in (fold_sku(payment.order_id), fold_sku(payment.sku)):
            if subject in wanted:
                kinds = {kind for kind, _yen in places().parts(payment)}
                for name in wanted[subject]:
                    if not kinds.isdisjoint(rows[name]):
                        months[subject, name].add(payment.month)
    return [cell_of(finding, months, held) for finding in findings]


def waiting_of(cells: Iterable[tuple[Finding, tuple[str, Sequence[str]]]]) -> list[tuple[str, str, str]]:
    """The checks that a missing fact holds up: row, month (Japan; "" where the files have none of its yen) and the fact, each once."""
    waiting = {(row, month, fact) for finding, (row, months) in cells for month in months or ("",) for fact in finding.missing}
    return sorted(waiting)


def more_of(cells: Iterable[tuple[Finding, tuple[str, Sequence[str]]]]) -> list[tuple[str, str, str]]:
    """Where findings stand that are not kept: row, month (Japan; "" where the files have none of its yen) and outcome, each once."""
    return sorted({(row, month, finding.outcome) for finding, (row, months) in cells for month in months or ("",)})


def cell_of(finding: Finding, months: Mapping[tuple[str, str], set[str]], held: AbstractSet[str]) -> tuple[str, list[str]]:
    """The row and the months of one finding; `held` are the months that the files have."""
    names, subject = ROWS_OF[finding.rule], fold_sku(finding.subject)
    row = next((name for name in names if months.get((subject, name))), names[0])
    due = {str(finding.facts.get("refund_by") or "")[:MONTH]} & held
    return row, sorted(months.get((subject, row), due))
