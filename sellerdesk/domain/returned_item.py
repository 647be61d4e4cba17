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
    """A returned item. Days are Japan's, money is whole yen."""

    # What it is, by the returns report or the owner

    subject: str = ""  # the order number, or the number of a quote
    reason: str | None = None  # a row of the reason table (1–22), a report's code, or a phrase of the table
    category: str | None = None
    line: int = 0  # tells the rows of all saved reports apart
    file: str = ""  # the report's where there are several, else ""
    sku: str | None = None
    hazmat: Hazmat | None = None
    size: int | None = None  # the three sides together, in cm
    weight: int | None = None  # in g
    # whether the item was a Prime one: a quote is asked about such an item, so it is unless a reader says otherwise
    sfp: YesNo | None = "yes"
    is_prime: YesNo | None = None  # whether the report calls the order a Prime one
    in_policy: YesNo | None = None
    status: str | None = None  # one of STATUSES, or a word that nobody knows
    resolution: str | None = None  # what the buyer asked for: "refund", "replacement", or a word as it is written
    ordered_on: date | None = None
    requested_on: date | None = None
    arrived_on: date | None = None
    quantity: int | None = None  # how many pieces came back
    order_quantity: int | None = None  # of how many in the order
    amount: int | None = None  # the yen of the order
    alone: bool = True  # the order has no other row but cancelled ones
    nothing_paid: bool = False  # the buyer paid 0 yen

    # What was paid and what it costs, for the account of the return

    price: int | None = None
    shipping_charged: int | None = None
    gift_wrap: int | None = None
    points: int | None = None  # one yen each
    referral_percent: Fraction | None = None
    rate_has_tax: bool = False  # whether consumption tax is in that
    tax_on_fees: YesNo | None = None  # whether the shop pays it
    outbound_cost: int | None = None
    handling_cost: int | None = None
    value_loss_percent: Fraction | None = None
    late_delivery: YesNo | None = None
    method: str | None = None  # how it is sent back
    from_prefecture: str | None = None
    to_prefecture: str | None = None
    fare: int | None = None  # of the carrier
    fee_kept: int | None = None  # what Amazon kept of the fee at the refund, by payment reports
    points_lost: int | None = None  # points that payment reports tell as given and not come back (None: not told)
    # what refunds and claims of its order surely gave the buyer beyond what was paid, and that is no label of the buyer's
    paid_beyond: int = 0

    # Who pays, and by when, once that was judged

    payer: Expected | None = None  # who pays by the terms
    unsettled: tuple[str, ...] = ()  # or else what that waits for
    refund_by: date | None = None  # the last day for the refund, where the day of arrival is known
    unpaid: bool = False  # payment reports hold the whole time in which its order was to be refunded, and tell of no refund

    # The refund

    refunded: int | None = None  # what the returns report says was refunded
    full: int | None = None  # the full refund of a part of an order, where it is known
    paid_back: int | None = None  # what payment reports say was, once that covers what came back
    paid_back_on: date | None = None  # since which day
    paid_part: int | None = None  # what does not, or of which that is not known
    paid_due: int | None = None  # beside what is due
    paid_held: int | None = None  # what Amazon holds back of it
    paid_shipping: int = 0  # shipping alone that was refunded before, as for a late delivery: no part of the refund for what came back
    shipping_kept: int = 0  # shipping that the buyer paid, and that a refund of all that was sold lacks
    refund_back: int | None = None  # what came back to the shop of a refund of which nothing is left
    paid_claim: int | None = None  # what an A-to-z claim or a chargeback took
    claim_covers: bool = False  # it and the refunds are all that is due
    claim_held: int | None = None  # what one took that is held back
    claim_back: int | None = None  # what came back to the shop of one
    given: int = 0  # what other rows of payment reports gave the shop for the order, and that is of no label for certain

    # Its label

    label: str = ""  # tells apart the labels of one order
    # "prepaid" (Amazon bought it), "unpaid" (the buyer pays at the counter), or another kind as it is written
    label_type: str | None = None
    label_payer: str | None = None  # who was charged: "customer", "seller", "amazon", or a word that nobody knows
    label_cost: int | None = None  # by the returns report
    label_costs: tuple[int, ...] = ()  # what rows of that name for one label, where they differ
    label_taken: int | None = None  # what payment reports took for it (None: not told)
    label_back: int = 0  # what they give back of that
    label_maybe_back: int = 0  # what they give for the order that may be of it
    label_held: int = 0  # what Amazon still holds back of that
    label_out: int = 0  # what is out of it by the verdict on it
    label_lack: int | None = None  # what refunds lack for it by the columns of payments (None: not told)
    label_later: bool = False  # it was held back from the refund first, and refunded later
    label_unseen: bool = False  # payment reports, which have rows of every month since the request, tell the refund and no charge of it
    no_label: bool = False  # payment reports tell the refund for what came back, and of no label of its order
    label_of_shop: int = 0  # what payment reports took from the shop for a label which the report says the buyer was charged
    label_shared: bool = False  # for it or for other labels of its order, and which of them is not told
    postage_back: int = 0  # what the buyer got back of the postage
    # refunded beyond the sale of the order, of a label which the buyer paid (None: no sale is told), or that may be of it
    label_beyond: int | None = None
    label_beyond_held: int = 0  # what of that Amazon still holds back

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
