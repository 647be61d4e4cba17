"""Refunds in the payment reports beside the returns report: without a return, not made in time, too large; lateness; labels.

Sources: clauses S-14, S-18, S-21, S-25, S-26, S-31. A refund whose sale is older than the files is no fault; what the files do not
cover is not known, and said so.
"""

from sellerdesk.domain.facts import SkuFacts
from sellerdesk.domain.finding import Change, Facts, Finding, Verdict
from sellerdesk.domain.paid import PaidOrder
from sellerdesk.rules.engine.check import Changer, Check, Judge, NoParams, Run, everything, lacking

ONE_YEN = 1


def shown(yen: int | None) -> str:
    """Yen as a sentence shows them; "?" when not known."""
    return "?" if yen is None else f"{yen:,}"


def refund_without_return(_params: NoParams, run: Run) -> Judge[PaidOrder]:
    """A refund of the price of an order that stands in no returns report; returns of what Amazon sent stand in none of the shop's."""

    def judge(order: PaidOrder, _known: SkuFacts) -> Verdict | None:
        if order.refunded - order.refunded_shipping <= 0:
            return None
        facts: Facts = {
            "yen": order.refunded,
            "amount": shown(order.refunded),
            "refunded_on": order.refunded_on,
            "claim_by": order.claim_by,
        }
        if order.requested or order.by_amazon or order.sold is None:
            return Verdict("returned" if order.requested else "by_amazon" if order.by_amazon else "older_sale", facts)
        if order.returns_from is None or order.refunded_on is None or order.refunded_on < order.returns_from:
            return lacking("returns_report")
        late = order.claim_by is not None and order.claim_by < run.as_of
        return Verdict("no_return_late" if late else "no_return", facts)

    return judge


def return_without_refund(_params: NoParams, run: Run) -> Judge[PaidOrder]:
    """A return that arrived, whose refund is due, and of which no payment report has one."""

    def judge(order: PaidOrder, _known: SkuFacts) -> Verdict | None:
        if order.returned_on is None:
            return None
        if (case := settled(order)) is not None:
            return Verdict(case, {"yen": order.refunded or order.held, "amount": shown(order.refunded or order.held)})
        if order.refund_by is None or order.first_day is None or order.last_day is None:
            return lacking("payments_covering")
        facts: Facts = {"refund_by": order.refund_by, "returned_on": order.returned_on}
        if order.refund_by >= run.as_of:
            return Verdict("open", facts)
        if order.unclear or order.last_day < order.refund_by or order.first_day > order.returned_on:
            return lacking("payments_covering")
        return Verdict("not_refunded", facts)

    return judge


def settled(order: PaidOrder) -> str | None:
    """The case of a return whose refund was made or is held back, or that asks for none; None while it waits for one."""
    if order.refunded:
        return "refunded"
    if order.held:
        return "held_back"
    return "by_amazon" if order.by_amazon else "replaced" if order.replaced else None


def refund_too_large(_params: NoParams, _run: Run) -> Judge[PaidOrder]:
    """More refunded than the buyer paid; not known where a part of the sale may stand in a month that is not among the files."""

    def judge(order: PaidOrder, _known: SkuFacts) -> Verdict | None:
        if not order.refunded:
            return None
        if order.sold is None:
            return lacking("payments_of_sale")
        if order.uneven:
            return lacking("sound_rows")
        yen = order.refunded - order.sold
        facts: Facts = {
            "refunded": order.refunded, "sold": order.sold, "yen": yen, "amount": shown(yen), "paid": shown(order.sold),
            "back": shown(order.refunded), "claim_by": order.claim_by,
        }  # fmt: skip
        if yen > 0 and order.month_lacking:
            return Verdict("sale_not_whole", {**facts, "month": order.month_lacking})
        return Verdict("too_large" if yen > 0 else "within", facts)

    return judge


def lateness(_params: NoParams, _run: Run) -> Judge[PaidOrder]:
    """Shipping alone was refunded: Amazon does so for a late delivery (S-18)."""

    def judge(order: PaidOrder, _known: SkuFacts) -> Verdict | None:
        if order.refunded <= 0:
            return None
        if order.refunded > order.refunded_shipping:
            return Verdict("with_price", {"yen": order.refunded})
        carrier = order.carrier or "?"
        return Verdict("shipping_only", {"yen": order.refunded_shipping, "amount": shown(order.refunded_shipping), "carrier": carrier})

    return judge


def label(_params: NoParams, _run: Run) -> Judge[PaidOrder]:
    """A return label that was charged to the shop, beside who pays the return."""

    def judge(order: PaidOrder, _known: SkuFacts) -> Verdict | None:
        if order.label <= 0:
            return None
        if order.uneven:
            return lacking("sound_rows")
        if order.payer is None:
            return lacking("payer")
        facts: Facts = {"yen": order.label, "amount": shown(order.label), "payer": order.payer}
        return Verdict({"customer": "wrong_side", "mixed": "both_sides"}.get(order.payer, "right_side"), facts)

    return judge


def refund_fee(_params: NoParams, _run: Run) -> Judge[PaidOrder]:
    """What Amazon kept of the referral fee of a refund, beside a tenth of it and at most the cap; one yen is rounding."""

    def judge(order: PaidOrder, _known: SkuFacts) -> Verdict | None:
        if order.refunded - order.refunded_shipping <= 0:
            return None
        if order.uneven or order.fee_uncounted:
            return lacking("sound_rows" if order.uneven else "quantity_of_sale")
        if order.fee is None or order.fee_kept_most is None:
            return lacking("payments_of_sale")
        kept = order.fee - order.fee_back
        beyond = kept - order.fee_kept_most
        facts: Facts = {"kept": shown(kept), "most": shown(order.fee_kept_most), "yen": max(0, beyond), "amount": shown(max(0, beyond))}
        return Verdict("too_much" if beyond > ONE_YEN else "right", facts)

    return judge


def would(field: str, value: str | int) -> Changer:
    """What would turn a verdict: nothing that the owner can set."""

    def change(finding: Finding) -> tuple[Change, ...]:
        return (Change(finding.subject, field, value, "would"),)

    return change


CHECKS = (
    Check("paid_without_return", NoParams, everything, ("returned", "by_amazon", "older_sale", "no_return", "no_return_late"),
          ("refunded", "refunded_on"), refund_without_return, would("refunded", 0)),
    Check("paid_no_refund", NoParams, everything, ("refunded", "held_back", "by_amazon", "replaced", "open", "not_refunded"),
          ("refund_by",), return_without_refund, would("refunded", 1)),
    Check("paid_too_large", NoParams, everything, ("within", "sale_not_whole", "too_large"), ("refunded", "sold"), refund_too_large,
          would("refunded", 0)),
    Check("paid_lateness", NoParams, everything, ("with_price", "shipping_only"), ("refunded_shipping",), lateness, would("refunded", 0),
          can_lack=False),
    Check("paid_label", NoParams, everything, ("right_side", "wrong_side", "both_sides"), ("label", "payer"), label,
          would("payer", "seller")),
    Check("paid_refund_fee", NoParams, everything, ("right", "too_much"), ("fee_back",), refund_fee, would("refunded", 0)),
)  # fmt: skip
