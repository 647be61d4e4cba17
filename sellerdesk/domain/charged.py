"""What Amazon really paid and took for an order and one of its SKUs, as payment reports tell it."""

from datetime import date

import msgspec


class Charged(msgspec.Struct, frozen=True):
    """The sale of a SKU in an order and what came of it, in whole yen above 0; None where the reports hold no sale, or no refund, of it.

    Days are Japan's. What is said of the order as a whole stands with each of its SKUs.
    """

    # The sale

    price: int | None = None  # what the buyer paid, tax in, discounts off
    shipping: int = 0
    wrap: int = 0  # gift wrap
    fee: int = 0  # the referral fee with its tax
    points: int = 0  # those given (one yen each)
    pieces: int | None = None  # how many were sold (None where a row of the sale lacks its quantity)
    held_from: date | None = None  # the first day since which the reports have rows of every month up to their last one (None: not told)

    # Refunds

    refunded: int | None = None  # what the buyer got back
    refunded_on: date | None = None  # the first day of that
    refunds: tuple[tuple[date, int], ...] = ()  # those of the price on each day
    held: int = 0  # those that Amazon holds back
    shipping_alone: int = 0  # of `refunded`: shipping that was refunded before any price, as for a late delivery
    shipping_back: int = 0  # of `refunded`: shipping with a price or after it
    refund_back: int = 0  # what was refunded of the price and taken back since, so that nothing of it is left
    by_one_report: int = 0  # of a refund that one report tells and another one, of the same time, does not
    restocking: int = 0  # what refunds were made less by for restocking, where a settlement names it
    fee_back: int = 0  # what came back of the fee with refunds
    fee_given: int = 0  # of the fee of the sale by other rows since (below 0: charged)
    points_lost: int = 0  # points of the sale (one yen each) that neither refunds nor claims gave back
    # what refunds and claims gave the buyer of the order beyond what was paid for it (None: no sale of it is known)
    beyond: int | None = None
    beyond_held: int = 0  # what more of that Amazon holds back
    more_back: int = 0  # came back of fee and points beyond those of the sales of the order, as at a second refund

    # A-to-z claims and chargebacks

    claimed: int = 0  # what they took
    claim_held: int = 0  # what one took that is held back
    claim_back: int = 0  # what came back of one that took nothing in the end
    claim_fee: int = 0  # what came back of the fee with claims

    # Return labels of the order, and what was given for it

    label: int = 0  # what they cost, less what came back (0: none, or all came back)
    label_back: int = 0  # what came back of them
    labels: tuple[int, ...] = ()  # what each row took for a label
    label_held: int = 0  # what Amazon still holds back of what it gives for labels or the order
    postage: int = 0  # what the buyer got back of the postage of returns, which is in `label`, too
    adjusted: tuple[int, ...] = ()  # what each of other rows gave the shop for the order
    safe_t: tuple[int, ...] = ()  # what SAFE-T claims gave it, which is not among those
