"""Refunds in the payment reports beside the returns report: without a return, not made in time, too large; lateness.

Sources: clauses S-14, S-18, S-21, S-25, S-26, S-31. A refund whose sale is older than the files is no fault; what the files do not
cover is not known, and said so.
"""

from datetime import date

from msgspec.structs import replace

from sellerdesk.domain.facts import SkuFacts
from sellerdesk.domain.finding import MISSING, Change, Facts, Finding, Verdict
from sellerdesk.domain.paid import PaidOrder
from sellerdesk.rules.engine.check import Changer, Check, Judge, NoParams, Run, everything, lacking
from sellerdesk.rules.payments.shares import beyond_of, given_since, is_whole, over_of, shares, sure_of, unsure_of

ONE_YEN = 1
DOUBLE = {"label_cost_untold": "double_or_label", "label_payer_open": "double_or_payer"}
"""Of yen that may be a label of the buyer's the case in which they are just the price once more: it was refunded twice, it seems."""
CLAIMED = ("claimed", "claimed_in_part", "claim_unknown")
HELD = ("held_back", "held_in_part")
LATE = ("not_refunded", "shipping_alone")
"""Cases of a refund that is late: of SFP items alone the terms ask for it in two business days."""
ROUNDING = 5
"""Yen that a refund may lack for what came back and still be all of it."""


def shown(yen: int | None) -> str:
    """Yen as a sentence shows them; "?" when not known."""
    return "?" if yen is None else f"{yen:,}"


def refund_without_return(_params: NoParams, run: Run) -> Judge[PaidOrder]:
    """A refund of the price of an order that stands in no returns report; returns of what Amazon sent stand in none of the shop's."""

    def judge(order: PaidOrder, _known: SkuFacts) -> Verdict | None:
        if order.refunded - order.refunded_shipping <= 0:
            return None
        back = order.unreturned if order.requested else order.refunded - order.shipping_alone
        yen = min(back, shares(replace(order, unreturned=back)).unreturned)
        facts: Facts = {
            "yen": yen, "amount": shown(yen), "back": shown(back or order.refunded), "refunded_on": order.refunded_on,
            "claim_by": order.claim_by, "last": order.last_refund or order.refunded_on,
        }  # fmt: skip
        if order.on_the_way and not back and not order.given_back and not order.by_amazon:
            out = {**facts, "yen": order.refunded - order.shipping_alone, "amount": shown(order.refunded - order.shipping_alone)}
            return Verdict("not_arrived_late" if is_late(order, run) else "not_arrived", out)
        if (order.requested and not back) or order.by_amazon or order.sold is None:
            return Verdict("by_amazon" if order.by_amazon else "returned" if order.requested else "older_sale", facts)
        if not yen or order.differs:
            return Verdict("one_report" if yen else "given_back", facts)
        if (unknown := outside_returns(order)) is not None:
            return unknown
        other = "other_pieces" if order.pieces_back == order.unreturned else "other_item"
        kind = other if order.requested else "ended" if order.ended else "no_return"
        return Verdict(f"{kind}_late" if is_late(order, run) else kind, facts)

    return judge


def outside_returns(order: PaidOrder) -> Verdict | None:
    """What is said of a refund before or after the days that the returns reports tell of; None of one within them."""
    if order.returns_from is None or order.refunded_on is None or order.refunded_on < order.returns_from:
        return lacking("returns_report")
    return beyond_returns(order) if is_beyond_returns(order, order.last_refund or order.refunded_on) else None


def is_beyond_returns(order: PaidOrder, day: date) -> bool:
    """Whether a day is later than the returns reports tell anything of: that they have no return of an order then tells nothing."""
    return order.returns_to is not None and day > order.returns_to


def beyond_returns(order: PaidOrder) -> Verdict:
    """What waits for a newer returns report, with the last day of those that are there."""
    return Verdict(MISSING, {"returns_to": order.returns_to}, ("returns_report",))


def is_late(order: PaidOrder, run: Run) -> bool:
    """Whether the last day for a claim about the refund is over."""
    return order.claim_by is not None and order.claim_by < run.as_of


def return_without_refund(_params: NoParams, run: Run) -> Judge[PaidOrder]:
    """A return that arrived, whose refund is due, and of which no payment report has one."""

    def judge(order: PaidOrder, _known: SkuFacts) -> Verdict | None:
        if order.returned_on is None:
            return None
        if (case := settled(order)) is not None and (case != "report_says" or is_covered(order)):
            return Verdict(case, facts_of(case, order))
        if order.refund_by is None or order.first_day is None or order.last_day is None:
            return lacking("payments_covering")
        facts: Facts = {
            "refund_by": order.refund_by, "returned_on": order.returned_on, "amount": shown(order.shipping_alone),
            "last_day": order.last_day,
            "claimed": shown(order.claim_returned), "back": shown(order.refund_back),
        }  # fmt: skip
        if order.refund_by >= run.as_of:
            return Verdict("open", facts)
        if not is_covered(order):
            return uncovered(order)
        case = "one_report" if order.differs else not_refunded(order)
        return lacking("sfp_item") if order.sfp_untold and case in LATE else Verdict(case, facts)

    return judge


def is_covered(order: PaidOrder) -> bool:
    """Whether the files hold the time in which a return that arrived is refunded: without it, that they have no refund tells nothing."""
    if order.returned_on is None or order.refund_by is None or order.first_day is None or order.last_day is None:
        return False
    return not order.unclear and order.lack_from is None and order.first_day <= order.returned_on and order.refund_by <= order.last_day


def uncovered(order: PaidOrder) -> Verdict:
    """What waits for payment reports of the time of a refund, with days between those that are there which none of them holds."""
    days: Facts = {"lack_from": order.lack_from, "lack_to": order.lack_to} if order.lack_from is not None else {}
    return Verdict(MISSING, days, ("payments_covering",))


def not_refunded(order: PaidOrder) -> str:
    """The case of a return without a refund: what there was of one, or of a claim, that is not left."""
    if order.refund_back:
        return "refund_returned"
    return "shipping_alone" if order.shipping_alone else "claim_returned" if order.claim_returned else "not_refunded"


def facts_of(case: str, order: PaidOrder) -> Facts:
    """What is said of a return that waits for no refund, or of which a part is made: the yen that its case is about, and what is open."""
    about = {
        **dict.fromkeys(CLAIMED, order.claimed),
        "claim_held": order.claim_held,
        "report_says": order.reported,
        "report_more": order.reported,
        "other_sku": order.other_back,
        "shipping_kept": shipping_kept(order),
    }
    yen = order.held if case in HELD else about.get(case, order.due_back)
    made = order.due_back + (order.held if case in HELD else order.claimed if case in CLAIMED else 0)
    full = None if order.due is None else max(0, order.due - order.label_off)  # as returns say it (S-27)
    open_ = None if full is None else max(0, full - made)
    back = order.back_in_all + order.held if case == "report_more" else order.due_back
    return {
        "yen": yen, "amount": shown(yen), "full": shown(full), "back": shown(back), "open": shown(open_),
        "sku": order.other_sku,
    }  # fmt: skip


def settled(order: PaidOrder) -> str | None:
    """The case of a return whose refund was made or is held back, or that asks for none; None while it waits for one."""
    if order.by_amazon or ((order.replaced or order.free) and not order.refunded and not order.claimed):
        return "by_amazon" if order.by_amazon else "replaced" if order.replaced else "nothing_paid"
    least = None if order.due is None else order.due - order.label_off - ROUNDING
    if order.due_back and least is not None and order.due_back >= least:
        return "shipping_kept" if shipping_kept(order) > ONE_YEN else "refunded"
    if order.claimed:
        return "claim_unknown" if least is None else "claimed" if order.due_back + order.claimed >= least else "claimed_in_part"
    if order.claim_held or order.held:
        is_all = least is None or order.due_back + order.held >= least
        return "claim_held" if order.claim_held else "held_back" if is_all else of_part(order, "held_in_part")
    if order.due_back:
        return "cover_unknown" if least is None else of_part(order, "part_label" if is_label_open(order) else "part")
    reported = order.reported > order.shipping_alone and not order.refund_back
    return "report_says" if reported else "other_sku" if order.other_back else None


def shipping_kept(order: PaidOrder) -> int:
    """The yen of the shipping that the buyer paid which a refund of the whole order lacks: the full refund has it (S-25).

    A label alone may be taken off (S-27). Of a part of an order, and where the sale is not whole, it is not known what is due of it.
    """
    if not is_whole(order) or order.due is None or order.due + ROUNDING < (order.sold or 0) - order.sold_shipping:
        return 0
    made = max(order.refunded, order.reported) + order.held + order.claimed
    return max(0, min(order.sold_shipping - order.refunded_shipping, (order.sold or 0) - order.label_off - made))


def of_part(order: PaidOrder, case: str) -> str:
    """The case of a refund in part; where the returns report tells more of it, that is believed, as returns do."""
    return "report_more" if order.reported > order.back_in_all + order.held + ROUNDING else case


def is_label_open(order: PaidOrder) -> bool:
    """Whether a refund lacks just the label that the buyer paid in the shop's place: it was taken off, and the returns ask for it."""
    open_ = (order.due or 0) - order.label_off - order.due_back
    return order.label_buyer > 0 and abs(open_ - order.label_buyer) <= ROUNDING


def refund_too_large(_params: NoParams, _run: Run) -> Judge[PaidOrder]:
    """More refunded than the buyer paid; not known where a part of the sale may stand in a month that is not among the files."""

    def judge(order: PaidOrder, _known: SkuFacts) -> Verdict | None:
        if not order.refunded:
            return None
        if order.sold is None or order.uneven:
            return lacking("payments_of_sale" if order.sold is None else "sound_rows")
        beyond, over = beyond_of(order), over_of(order)
        of_item = beyond > max(0, order.refunded - order.sold)
        sold, back = (order.over_paid, order.over_back) if of_item else (order.sold, order.refunded)
        yen = over if order.month_lacking else shares(order).over
        facts: Facts = {
            "refunded": back, "sold": sold, "yen": yen, "amount": shown(yen), "paid": shown(sold), "back": shown(back),
            "sku": order.over_sku, "label": shown(order.label_buyer),
        }  # fmt: skip
        if not over:
            return Verdict("with_label" if beyond else "within", facts)
        facts = {**facts, **given_since(over, yen)}
        if order.month_lacking:
            return Verdict("sale_not_whole", {**facts, "month": order.month_lacking})
        case = "too_large_label" if order.label_buyer else "too_large_item" if of_item else "too_large"
        if yen and not order.differs:
            return too_large(order, case, facts, yen, twice=back == 2 * sold)
        return Verdict("one_report" if yen else "given_back", facts)

    return judge


def too_large(order: PaidOrder, case: str, facts: Facts, yen: int, *, twice: bool) -> Verdict:
    """Yen beyond what was paid: which of them may still be a label of the buyer's, the rest is too much.

    It is no ground for a SAFE-T claim, so its 30 days are not those of this: Seller Support is asked, for which no last day is known.
    """
    unsure, sure = unsure_of(order), sure_of(order, yen)
    if not unsure:
        return Verdict(case, facts)
    if not sure:
        return Verdict(DOUBLE[unsure] if twice else unsure, facts)
    return Verdict("too_large_open", {**facts, "yen": sure, "amount": shown(sure), "open": shown(yen - sure)})


def lateness(_params: NoParams, _run: Run) -> Judge[PaidOrder]:
    """Shipping alone was refunded: Amazon does so for a late delivery (S-18)."""

    def judge(order: PaidOrder, _known: SkuFacts) -> Verdict | None:
        if order.refunded <= 0 or order.by_amazon:
            return None
        if not order.shipping_alone:
            return Verdict("with_price", {"yen": order.refunded})
        yen, more = shares(order).shipping, order.shipping_alone - order.sold_shipping
        facts: Facts = {"yen": yen, "amount": shown(yen), "carrier": order.carrier or "?", "back": shown(order.shipping_alone)}
        if not yen:
            return Verdict("given_back", facts)
        if order.sold_shipping and more > ONE_YEN and not order.month_lacking and not order.uneven:
            return Verdict("shipping_more", {**facts, "paid": shown(order.sold_shipping), "more": shown(more)})
        return Verdict("shipping_only" if order.carrier else "shipping_untold", facts)

    return judge


def would(field: str, value: str | int) -> Changer:
    """What would turn a verdict: nothing that the owner can set."""

    def change(finding: Finding) -> tuple[Change, ...]:
        return (Change(finding.subject, field, value, "would"),)

    return change


RETURNED = ("returned", "by_amazon", "older_sale", "given_back", "one_report")
UNRETURNED = (
    "not_arrived",
    "not_arrived_late",
    "no_return",
    "no_return_late",
    "ended",
    "ended_late",
    "other_item",
    "other_item_late",
    "other_pieces",
    "other_pieces_late",
)
CHECKS = (
    Check("paid_without_return", NoParams, everything, (*RETURNED, *UNRETURNED),
          ("refunded", "refunded_on"), refund_without_return, would("refunded", 0)),
    Check("paid_no_refund", NoParams, everything, ("refunded", "shipping_kept", "held_back", "held_in_part",
          "claimed", "claimed_in_part", "claim_unknown",
          "claim_held", "part", "part_label", "cover_unknown", "report_says", "report_more", "other_sku", "one_report", "by_amazon",
          "replaced", "nothing_paid", "open", "not_refunded", "shipping_alone", "claim_returned", "refund_returned"),
          ("refund_by",), return_without_refund, would("refunded", 1)),
    Check("paid_too_large", NoParams, everything, ("within", "with_label", "given_back", "sale_not_whole", "one_report", "too_large",
          "too_large_item", "too_large_label", "label_cost_untold", "label_payer_open", *DOUBLE.values(), "too_large_open"),
          ("refunded", "sold"),
          refund_too_large, would("refunded", 0)),
    Check("paid_lateness", NoParams, everything, ("with_price", "given_back", "shipping_only", "shipping_untold",
          "shipping_more"),
          ("shipping_alone",), lateness, would("refunded", 0), can_lack=False),
)  # fmt: skip
