"""What Amazon really paid and took for an order and one of its SKUs, as payment reports tell it."""

from datetime import date

import msgspec


class Charged(msgspec.Struct, frozen=True):
    """The sale of a SKU in an order and what came of it, in whole yen above 0; None where the reports hold no sale, or no refund, of it.

    `price`, `shipping` and `wrap` are what the buyer paid, tax in, discounts off; `fee` the referral fee with its tax, `points` those given
    (one yen each), `pieces` how many were sold (None where a row of the sale lacks its quantity). `refunded` is what the buyer got back,
    `fee_back` what came back of the fee, `label` what the return labels of the order cost (0: none, or all came back). `refunds` are the
    refunds of the price on each day, `held` those that Amazon holds back, `claimed` what an A-to-z claim or a chargeback took, `claim_held`
    what one took that is held back, `claim_back` what came back of one that took nothing in the end, and `refund_back` what was refunded of
    the price and taken back since, so that nothing of it is left. Of `refunded`, `shipping_alone` is shipping that was refunded before any
    price, as for a late delivery, and `shipping_back` what was with a price or after it. `by_one_report` are yen of a refund that one
    report tells and another one, of the same time, does not. `label` is less what came back of labels (`label_back`), `adjusted` are the
    yen of other rows that give the shop something back for the order, `safe_t` those that SAFE-T claims gave, `labels` what each row took
    for a label, `label_held` is what Amazon still holds back of what it gives for labels or the order, `postage` what the buyer got back of
    the postage of returns, which is in `label`, too. `beyond` is what refunds and claims gave the buyer of the order beyond what was paid
    for it (None: no sale of it is known), `beyond_held` what more of that Amazon holds back, `fee_given` what other rows gave back of the
    fee of the sale since (below 0: charged), `claim_fee` what came back of the fee with claims. `restocking` is what refunds were made less
    by for restocking, where a settlement names it. `more_back` came back of fee and points beyond those of the sales of the order, as at a
    second refund. `points_lost` are points of the sale (one yen each) that neither refunds nor claims gave back. `held_from` is the first
    day since which the reports have rows of every month up to their last one (None: not told). Days are Japan's.
    """

    price: int | None = None
    shipping: int = 0
    wrap: int = 0
    fee: int = 0
    points: int = 0
    pieces: int | None = None
    refunded: int | None = None
    refunded_on: date | None = None
    fee_back: int = 0
    label: int = 0
    refunds: tuple[tuple[date, int], ...] = ()
    held: int = 0
    claimed: int = 0
    shipping_alone: int = 0
    shipping_back: int = 0
    by_one_report: int = 0
    label_back: int = 0
    adjusted: tuple[int, ...] = ()
    claim_held: int = 0
    claim_back: int = 0
    refund_back: int = 0
    labels: tuple[int, ...] = ()
    postage: int = 0
    label_held: int = 0
    beyond: int | None = None
    beyond_held: int = 0
    fee_given: int = 0
    claim_fee: int = 0
    restocking: int = 0
    points_lost: int = 0
    held_from: date | None = None
    more_back: int = 0
    safe_t: tuple[int, ...] = ()
