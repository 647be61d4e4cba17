"""Return labels that the shop was charged, by the payment reports, beside who pays them and what the returns report says of them.

Sources: clauses S-26…S-28. What the returns report asks for is asked for once, there.
"""

from msgspec.structs import replace

from sellerdesk.domain.facts import SkuFacts
from sellerdesk.domain.finding import Facts, Verdict
from sellerdesk.domain.paid import PaidOrder
from sellerdesk.domain.returned_item import Expected
from sellerdesk.rules.engine.check import Check, Judge, NoParams, Run, everything, lacking
from sellerdesk.rules.payments.refunds import ONE_YEN, beyond_returns, is_beyond_returns, shown, would
from sellerdesk.rules.payments.shares import given_for_labels, shares


def label(_params: NoParams, _run: Run) -> Judge[PaidOrder]:
    """A return label that was charged to the shop, beside who pays the return."""

    def judge(order: PaidOrder, _known: SkuFacts) -> Verdict | None:
        if order.label <= 0:
            return None
        if order.uneven:
            return lacking("sound_rows")
        return of_label(order, order.payer) if order.payer is not None else of_no_return(order)

    return judge


def of_no_return(order: PaidOrder) -> Verdict:
    """A label of an order without a return that goes on, by a returns report that holds its days; else who pays is not known."""
    is_held = order.ended or (order.returns_from is not None and order.label_on is not None and order.label_on >= order.returns_from)
    if order.requested or not is_held:
        return lacking("payer")
    if order.label_on is not None and is_beyond_returns(order, order.label_on):
        return beyond_returns(order)
    yen = max(0, order.label - given_for_labels(order, order.label))
    facts: Facts = {
        "yen": max(0, yen - order.label_held),
        "amount": shown(yen),
        "label": shown(order.label),
        "held": shown(order.label_held),
    }
    if not yen or order.label_held >= yen:
        return Verdict("back_held" if yen else "recovered", facts)
    return Verdict("return_ended" if order.ended else "no_return", facts)


def of_label(order: PaidOrder, payer: Expected) -> Verdict:
    """A label beside who pays it, what was held back for it, and what the returns report says of it: that report asks for it once.

    Of several labels those that the shop pays itself are left out, where they can be told apart.
    """
    if payer != "seller" and order.label_told is not None and not order.label_held:
        return of_told(order, payer, order.label_told)
    is_mixed = payer == "mixed" and order.label_own is None
    own, cost = order.label_own or 0 if payer == "mixed" else 0, order.label_cost
    case = "right_side" if payer == "seller" else "both_sides" if is_mixed else "wrong_side"
    yen = max(0, order.label - given_for_labels(order, order.label)) if payer == "seller" else max(0, shares(order).label - own)
    charged, held = max(0, order.label - own), 0 if payer == "seller" else min(yen, order.label_held)
    yen -= held
    if held and not yen:
        case = "back_held"
    elif not charged:
        case, yen, charged = "right_side", order.label, order.label
    elif not yen:
        case = "recovered"
    elif payer == "seller" and cost and order.label - cost > ONE_YEN:
        case, yen = "dearer", min(yen, order.label - cost)
    elif payer != "seller" and order.report_label:
        yen, cost = max(0, yen - order.report_label), min(yen, order.report_label)
        case = "told_and_more" if yen else "told_by_report"
    return Verdict(
        case, {"yen": yen, "amount": shown(yen), "payer": payer, "label": shown(charged), "cost": shown(cost), "held": shown(held)}
    )


def of_told(order: PaidOrder, payer: Expected, told: int) -> Verdict:
    """Labels of which the returns report tells everything: what is out of them by it, and what payments took beyond them.

    `told` are the yen that payments took for them by that report, less what came back.
    """
    left = shares(replace(order, due=None)).label  # what was taken off refunds the returns report has left out already
    out, more = min(left, order.report_label), max(0, left - told)
    charged = max(0, order.label - (order.label_own or 0 if payer == "mixed" else 0))
    if more > ONE_YEN:
        case, yen = ("told_and_more" if payer == "customer" else "told_and_dearer") if out else "dearer", more
    else:
        case, yen = ("told_by_report", 0) if out else ("recovered", 0) if charged else ("right_side", order.label)
    in_all = max(order.label, order.label + (order.label_cost or 0) - told - given_for_labels(order, order.label))  # with what came back
    label = in_all if case in ("dearer", "told_and_dearer") else order.label if yen else charged
    return Verdict(
        case,
        {
            "yen": yen, "amount": shown(yen), "payer": payer, "label": shown(label),
            "cost": shown(out or order.label_cost), "in_all": shown(order.label_cost), "held": shown(0),
        },
    )  # fmt: skip


CHECKS = (
    Check("paid_label", NoParams, everything, ("right_side", "recovered", "back_held", "told_by_report", "told_and_more", "told_and_dearer",
          "dearer", "wrong_side", "both_sides", "return_ended", "no_return"),
          ("label", "payer"), label, would("payer", "seller")),
)  # fmt: skip
