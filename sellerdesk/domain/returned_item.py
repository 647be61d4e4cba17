"""One return: what a report or the owner tells about it. `None` is "not known" everywhere, never no and never 0."""

from datetime import date
from fractions import Fraction
from typing import Literal

import msgspec

from sellerdesk.domain.facts import Hazmat, YesNo
from sellerdesk.domain.finding import Facts

Expected = Literal["customer", "seller", "mixed"]
"""Who the terms say pays: one of the two, or both, for what came back under one label."""

STATUSES = ("approved", "completed", "pending", "cancelled", "declined")
"""How far a return is, in the program's words."""
ENDED = ("cancelled", "declined")
"""Requests that came to nothing: they have no label and no refund."""

LINES_APART = 1_000_000_000
"""By so much the lines of a saved report are above those of the next newer one: no file has as many lines."""


def line_in_report(line: int) -> int:
    """The line of a row in its own report."""
    return line % LINES_APART


class ReturnedItem(msgspec.Struct, frozen=True, gc=False):
    """A returned item. `subject` names the return: an order id or the number of a quote; days are Japan's, money is whole yen.

    `reason` is a row of the reason table (1–22), a report's code or a phrase of the table. `sfp` says whether the item was a
    Prime one (a quote is asked about such an item, so it is unless a reader says otherwise), `is_prime` whether the report
    calls the order a Prime one. `status` is one of STATUSES, or a word that nobody knows. `amount` is the order's, for
    `order_quantity` pieces, of which `quantity` came back; `refunded` what the report says was refunded, `paid_back` what payment
    reports do, and on which day, once that covers what came back; `paid_part` what does not, or of which that is not known, beside the
    yen that are due (`paid_due`), `paid_held` what Amazon holds back, `paid_claim` what an A-to-z claim or a chargeback
    took, which `claim_covers` where it and the refunds are all that is due, `claim_held` what one took that is held back, `claim_back`
    and `refund_back` what came back to the shop of a claim and of a refund of which nothing is left. `paid_shipping` is shipping alone
    that was refunded before, as for a late delivery: no part of the refund for what came back. `label_taken` are the yen that payment
    reports took for the label (None: not told), `label_back` those that they give back of it, `label_maybe_back` those given for the
    order that may be of it, `label_held` those that Amazon still holds back; `postage_back` are those that the buyer got back of the
    postage. `label_beyond` are those refunded beyond the sale of the order that are of a label which the buyer paid (None: no sale is
    told), or may be where its cost is not told, `label_beyond_held` those that Amazon still holds back. `label_later`: a label was held
    back from the refund first, and refunded later. `full` is the full refund of a part of an order, where it is known. `nothing_paid`:
    the buyer paid 0 yen. `fee_kept` is what Amazon kept of the fee at the refund, by payment reports. `alone` is whether the order has no
    other row but cancelled ones.

    `label_payer` is "customer", "seller", "amazon", or a word that nobody knows; `label_type` "prepaid" (Amazon bought it), "unpaid"
    (the buyer pays at the counter), or another kind as it is written; `label` tells apart the labels of one order. `payer` is who
    pays by the terms, once that was judged, or else what that waits for (`unsettled`); `refund_by` the last day for the refund,
    where the day of arrival is known. `resolution` is what the buyer asked for: "refund", "replacement", or a word as it is written.
    `label_of_shop` are the yen that payment reports took from the shop for a label which the report says the buyer was charged;
    `no_label`: payment reports tell the refund for what came back, and of no label of its order.
    `label_lack` are the yen that refunds lack for the label by the columns of payment reports (None: not told).
    `label_unseen`: payment reports, which have rows of every month since the request, tell the refund and no charge of this label.
    `label_costs` are the yen that rows of the report name for one label, where they differ.
    `shipping_kept` are the yen of shipping that the buyer paid, and that a refund of all that was sold lacks.
    `points_lost` are points (one yen each) that payment reports tell as given and not come back (None: not told), `paid_beyond` the yen
    that refunds and claims of its order surely gave the buyer beyond what was paid, and that are no label of the buyer's.
    `given` are the yen that other rows of payment reports gave the shop for the order, and that are of no label for certain.
    `label_shared`: for it or for other labels of its order, and which of them is not told.
    `unpaid`: payment reports hold the whole time in which its order was to be refunded, and tell of no refund.
    `line` tells the rows of all saved reports apart; `file` is the report's where there are several, else "".
    """

    subject: str = ""
    reason: str | None = None
    category: str | None = None
    line: int = 0
    hazmat: Hazmat | None = None
    ordered_on: date | None = None
    arrived_on: date | None = None
    price: int | None = None
    points: int | None = None
    shipping_charged: int | None = None
    gift_wrap: int | None = None
    outbound_cost: int | None = None
    referral_percent: Fraction | None = None
    method: str | None = None
    size: int | None = None
    weight: int | None = None
    from_prefecture: str | None = None
    to_prefecture: str | None = None
    handling_cost: int | None = None
    value_loss_percent: Fraction | None = None
    fare: int | None = None
    late_delivery: YesNo | None = None
    tax_on_fees: YesNo | None = None
    rate_has_tax: bool = False
    sku: str | None = None
    sfp: YesNo | None = "yes"
    is_prime: YesNo | None = None
    requested_on: date | None = None
    status: str | None = None
    label_payer: str | None = None
    label_cost: int | None = None
    label: str = ""
    in_policy: YesNo | None = None
    amount: int | None = None
    order_quantity: int | None = None
    quantity: int | None = None
    refunded: int | None = None
    alone: bool = True
    payer: Expected | None = None
    unsettled: tuple[str, ...] = ()
    label_type: str | None = None
    refund_by: date | None = None
    paid_back: int | None = None
    paid_back_on: date | None = None
    paid_part: int | None = None
    paid_due: int | None = None
    paid_held: int | None = None
    paid_claim: int | None = None
    claim_covers: bool = False
    claim_held: int | None = None
    claim_back: int | None = None
    refund_back: int | None = None
    paid_shipping: int = 0
    label_back: int = 0
    label_maybe_back: int = 0
    label_taken: int | None = None
    label_held: int = 0
    postage_back: int = 0
    full: int | None = None
    label_beyond: int | None = None
    label_beyond_held: int = 0
    label_later: bool = False
    label_of_shop: int = 0
    label_shared: bool = False
    nothing_paid: bool = False
    fee_kept: int | None = None
    resolution: str | None = None
    unpaid: bool = False
    file: str = ""
    label_costs: tuple[int, ...] = ()
    no_label: bool = False
    label_lack: int | None = None
    label_out: int = 0
    shipping_kept: int = 0
    points_lost: int | None = None
    paid_beyond: int = 0
    label_unseen: bool = False
    given: int = 0

    @property
    def where(self) -> Facts:
        """The line of the report, and which one that is where there are several: what is said of a row."""
        return {"line": line_in_report(self.line), "file": f" ({self.file})" if self.file else ""}

    @property
    def waits_for_refund(self) -> bool:
        """Whether a refund is still to be made: no refund or claim covers what came back, which was paid for, and no replacement is due."""
        is_made = self.refunded and not (self.is_short or self.refund_back or self.shipping_kept)
        is_paid = self.paid_back and not self.shipping_kept
        return not (is_made or is_paid or self.claim_covers or self.nothing_paid or self.resolution == "replacement")

    @property
    def label_yen(self) -> int | None:
        """What the label cost, in yen: no more than payment reports took for it, where they tell; None where nobody tells."""
        return min((yen for yen in (self.label_cost, self.label_taken) if yen is not None), default=None)

    @property
    def known_refund(self) -> int | None:
        """The yen refunded by the report that tells most of them: payments tell what was paid; 0 only where no report tells more."""
        return max((yen + self.paid_shipping for yen in (self.refunded, self.paid_back, self.paid_part) if yen), default=self.refunded)

    @property
    def is_short(self) -> bool:
        """Whether the refund on record is less than what is due for what came back, where both are known; a yen a piece is rounding."""
        return bool(self.refunded) and (self.refunded or 0) + (self.quantity or 1) < (self.paid_due or 0)
