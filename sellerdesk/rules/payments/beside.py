"""Rows of an order that are no sale and no refund of it: claims, labels, fees of their own, and what the shop is given or charged."""

from collections import defaultdict

from sellerdesk.domain.folding import fold, fold_sku
from sellerdesk.domain.payment import COLUMNS, Payment
from sellerdesk.rules.payments import kinds
from sellerdesk.rules.payments.parts import CLAIMS, parts

GIVEN = ("adjustment", "reimbursement")
"""Kinds by which Amazon gives the shop back what it took for an order, or takes more."""
ADJUSTMENTS = ("調整", "adjustment")
"""Kinds of rows that correct something of their order, whatever their text."""
PRICES = tuple(place for place, name in enumerate(COLUMNS) if name in ("product_sales", "product_sales_tax", "shipping", "shipping_tax",
               "gift_wrap", "gift_wrap_tax", "promotion", "promotion_tax"))  # fmt: skip
"""The columns of transactions that hold what the buyer paid or got back."""
SELLING_FEES, POINTS = COLUMNS.index("selling_fees"), COLUMNS.index("points")
COMMISSIONS = ("commission", "refundcommission")
"""The texts of a settlement for the referral fee, and for what is kept of it."""
FEES = frozenset({"referral_fee", "refund_fee"})
"""Kinds by which a row beside sale and refund is of the fee of its order alone.

Settlements of Japan name CommissionCorrection with either sign; that a refund fee is charged by such a row is inferred, no file shows it.
"""
OVERPAID = "overpaidfeesadjustment"
"""The kind of transaction by which settlements of Japan give back fees that were paid too much: which fees, they do not say.

An order that the shop sends itself has no other fee than this one; that a row with an order number is of its fee is inferred.
"""
SAFE_T = "safe-treimbursement", "safe-t補てん"
"""Kinds and texts of what a SAFE-T claim gave. A label charged to the wrong side is no ground of such a claim, so it is not the label's."""
Key = tuple[str, str]
"""An order and one of its SKUs, folded."""


class Beside:
    """What rows tell of orders that are no sale and no refund of them, in yen by order: what claims took, what the shop was given back.

    `given` is all but what is of the fee alone (`fees`, below 0: charged); both stand in `by_sku`, the latter in `fees_by_sku`, too.
    `safe_t` are those of `given` that SAFE-T claims brought, `refund_fees` are those of the fees that are called a refund's. `unclear`,
    `uneven` and `charged_back` (by a chargeback) are orders; `claims_on` are the moments at which something was first claimed of one.
    """

    def __init__(self) -> None:
        """Nothing yet."""
        self.unclear, self.uneven, self.charged_back = set[str](), set[str](), set[str]()
        self.claims, self.given, self.fees = defaultdict[str, int](int), defaultdict[str, int](int), defaultdict[str, int](int)
        self.claims_back, self.claims_on = defaultdict[str, int](int), dict[str, str]()
        self.by_sku, self.refund_fees = defaultdict[Key, int](int), defaultdict[str, int](int)
        self.fees_by_sku, self.safe_t = defaultdict[Key, int](int), defaultdict[str, int](int)

    def add(self, payment: Payment, plan: tuple[str, ...]) -> None:
        """Add a row of an order."""
        order, of_fee = payment.order_id, is_of_fee(payment, plan)
        if not of_fee and any(payment.amounts[place] for place in parts(plan).unclear):
            self.unclear.add(order)
        if any(payment.amounts[place] for place in parts(plan).claim):
            yen = claimed(payment, plan)
            self.claims[order] += yen
            self.claims_back[order] += max(0, -yen)
            self.charged_back |= {order} if "chargeback" in plan else set()
            self.claims_on[order] = min(self.claims_on.get(order, payment.at), payment.at)
        if payment.difference:
            self.uneven.add(order)
        if of_fee or is_adjustment(payment, plan):
            (self.fees if of_fee else self.given)[order] += payment.total
            self.by_sku[order, fold_sku(payment.sku)] += payment.total
        if is_safe_t(payment):
            self.safe_t[order] += payment.total
        if of_fee:
            self.fees_by_sku[order, fold_sku(payment.sku)] += payment.total
        if "refund_fee" in plan:
            self.refund_fees[order] += payment.total


def is_of_fee(payment: Payment, plan: tuple[str, ...]) -> bool:
    """Whether a row beside sale and refund charges or gives back the fee of its order, and nothing else."""
    return not FEES.isdisjoint(plan) or ("adjustment" in plan and OVERPAID in (kinds.fold(payment.type), kinds.fold(payment.text)))


def is_adjustment(payment: Payment, plan: tuple[str, ...]) -> bool:
    """Whether a row corrects something of its order: what is of a return label or of the fee alone is no such thing."""
    if is_of_fee(payment, plan):
        return False
    return "return_label" not in plan and (not {*plan}.isdisjoint(GIVEN) or fold(payment.type) in ADJUSTMENTS)


def is_safe_t(payment: Payment) -> bool:
    """Whether a row is what a SAFE-T claim gave the shop."""
    return kinds.fold(payment.type) in SAFE_T or kinds.fold(payment.text) in SAFE_T


def label_back(payment: Payment, plan: tuple[str, ...]) -> int:
    """The yen that a row gives the shop back for a return label, or for its order, so that they may be of its label."""
    return max(0, payment.total if is_adjustment(payment, plan) else parts(plan).label(payment.amounts))


def claimed(payment: Payment, plan: tuple[str, ...]) -> int:
    """The yen of the price that a row of a claim takes from the shop, below 0 what it gives back; 0 for every other row.

    The fee that comes back with it is no part of that.
    """
    if not any(kind in CLAIMS for kind in plan):
        return 0
    if payment.report == "settlement":
        is_fee = fold(payment.amount_type) in ("itemfees", "points")
        return 0 if is_fee else -payment.total
    return -sum(payment.amounts[place] for place in PRICES) or -payment.total


def fee_of_claim(payment: Payment) -> int:
    """The yen of the referral fee that a row of a claim gives the shop back, less what of it Amazon keeps."""
    if payment.report == "settlement":
        return payment.total if fold(payment.amount_type) == "itemfees" and fold(payment.text) in COMMISSIONS else 0
    return payment.amounts[SELLING_FEES]


def points_of_claim(payment: Payment) -> int:
    """The points (one yen each) that a row of a claim gives the shop back."""
    if payment.report == "settlement":
        return payment.total if fold(payment.amount_type) == "points" else 0
    return payment.amounts[POINTS]
