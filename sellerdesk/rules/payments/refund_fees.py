"""What Amazon kept of the referral fee at a refund, an A-to-z claim or a chargeback, and a refund's fee without a refund.

Source: Amazon's table of selling fees (the line on refunds). Of chargebacks no source tells what is kept: more is to be asked about.
"""

from sellerdesk.domain.facts import SkuFacts
from sellerdesk.domain.finding import Facts, Verdict
from sellerdesk.domain.paid import PaidOrder
from sellerdesk.rules.engine.check import Check, Judge, NoParams, Run, everything, lacking
from sellerdesk.rules.payments.fees_kept import TOLERANCE
from sellerdesk.rules.payments.refunds import shown, uncovered, would
from sellerdesk.rules.payments.shares import fee_kept, fee_wanted, given_since, shares


def refund_fee(_params: NoParams, _run: Run) -> Judge[PaidOrder]:
    """What Amazon kept of the fee at a refund or a claim, beside a tenth of it and at most the cap; one yen is rounding."""

    def judge(order: PaidOrder, _known: SkuFacts) -> Verdict | None:
        if order.fee_alone:
            return of_fee_alone(order)
        if order.refunded <= 0 and order.fee is None:
            return None
        if order.uneven or order.fee_uncounted or order.fee_unnamed:
            return lacking("sound_rows" if order.uneven else "quantity_of_sale" if order.fee_uncounted else "sku_of_refund")
        if order.fee is None or order.fee_kept_most is None:
            return lacking("payments_of_sale")
        kept = fee_kept(order.fee, order.fee_back, min(0, order.fee_given))  # what was given back since may have been beyond the most
        beyond, over = shares(order).fee, kept - order.fee_kept_most
        each = order.fee_kept_most if order.fee_kept_each is None else order.fee_kept_each
        facts: Facts = {
            "kept": shown(kept), "most": shown(order.fee_kept_most), "yen": max(0, beyond), "amount": shown(max(0, beyond)),
            "fee": shown(order.fee), "fee_back": shown(order.fee_back), "over": shown(over),
        }  # fmt: skip
        facts = {**facts, **given_since(fee_wanted(order), beyond)}
        if beyond >= TOLERANCE:
            return too_much(order, {**facts, "each": shown(each)}, beyond, each - order.fee_kept_most)
        return within_most(order, facts, kept, over)

    return judge


def too_much(order: PaidOrder, facts: Facts, beyond: int, doubt: int) -> Verdict:
    """What Amazon kept beyond what it may (`beyond`, in yen); of items of an order alone, where those are named.

    So many yen (`doubt`) it may keep where the cap holds for each of several refunds. Nor is it sure where an A-to-z claim brought nothing
    of the fee back: whether transactions tell that in the same row is not known.
    """
    if order.charged_back:
        return Verdict("chargeback_kept", facts)
    sure = beyond - doubt
    if sure < TOLERANCE and not order.fee_beyond:
        return Verdict("cap_of_each", facts)
    if order.fee_of_claim and beyond - order.fee_of_claim < TOLERANCE:
        return Verdict("claim_fee_untold", facts)
    if doubt and not order.fee_beyond:
        facts = {**facts, "most": facts["each"], "yen": sure, "amount": shown(sure)}
    if order.fee_beyond:
        facts = {**facts, "sku": order.fee_sku, "kept": shown(order.fee_sku_kept), "most": shown(order.fee_sku_most)}
    return Verdict("claim_too_much" if order.refunded <= 0 else "too_much_item" if order.fee_beyond else "too_much", facts)


def within_most(order: PaidOrder, facts: Facts, kept: int, over: int) -> Verdict:
    """What Amazon kept of a fee (yen), which is no more than it may, as far as that is known: of a closing fee it may keep nothing."""
    if order.fee_doubt:
        return lacking(order.fee_doubt)
    if kept < 0:
        return Verdict("more_back", facts)
    is_beyond = over >= TOLERANCE or order.fee_beyond >= TOLERANCE
    return Verdict("given_back" if is_beyond else "right" if over <= 0 else "rounding", facts)


def of_fee_alone(order: PaidOrder) -> Verdict | None:
    """A refund's fee that was charged for an order without a refund: what of it is still out."""
    if order.uneven or order.sold is None:
        return lacking("sound_rows" if order.uneven else "payments_of_sale")
    if order.unclear or order.lack_from is not None:
        return uncovered(order)
    yen = shares(order).fee
    return Verdict("no_refund", {"kept": shown(order.fee_alone), "yen": yen, "amount": shown(yen)}) if yen else None


CHECKS = (
    Check("paid_refund_fee", NoParams, everything, ("right", "rounding", "given_back", "more_back", "too_much",
          "too_much_item", "cap_of_each", "claim_too_much", "claim_fee_untold", "chargeback_kept", "no_refund"),
          ("fee_back",), refund_fee, would("refunded", 0)),
)  # fmt: skip
