"""What payment reports tell of an order, of a SKU, and of sums: the records that the rules look at. `None` is "not known"."""

from datetime import date

import msgspec

from sellerdesk.domain.returned_item import Expected


class PaidOrder(msgspec.Struct, frozen=True, kw_only=True):
    """An order in the payment reports, with its return. All amounts are whole yen above 0; days are Japan's."""

    # The order: what was sold, and what the files hold of it

    subject: str = ""  # the order number
    line: int = 0
    sku: str = ""
    day: date | None = None  # that of the first refund
    # what the buyer paid (price, shipping, gift wrap, tax, less discounts); None where the sale stands in none of the files
    sold: int | None = None
    sold_shipping: int = 0  # the shipping that the buyer paid
    by_amazon: bool = False  # Amazon sent the order, and its returns come back to Amazon
    carrier: str = ""  # who carried it, by the shipment sheet ("": not told)
    first_day: date | None = None  # of the files
    last_day: date | None = None  # of the files
    # the files may hold a refund of it that was not read or not placed (rows refused, a file cut, a month without rows)
    unclear: bool = False
    # the first of days between the files that none of them holds, and in which a refund of it may stand (None: there are none)
    lack_from: date | None = None
    lack_to: date | None = None  # the last of these days
    month_lacking: str = ""  # months ("2026-08, 2026-10") that are not among the files, in which a part of it may stand ("": none)
    uneven: bool = False  # a row of it does not add up to its total
    differs: bool = False  # two reports tell other yen of it

    # Refunds

    refunded: int = 0  # what the buyer got back; held back refunds are not in it
    refunded_on: date | None = None  # the day of the first refund
    last_refund: date | None = None  # the day of the last one
    refunded_shipping: int = 0  # the part of `refunded` that is shipping
    shipping_alone: int = 0  # what of that was refunded before any price, as for a late delivery
    refund_back: int = 0  # what was refunded of the price and taken back since, so that nothing of it is left
    held: int = 0  # refunds that Amazon holds back
    unreturned: int = 0  # refunded of items that did not come back
    pieces_back: int = 0  # of `unreturned`: of pieces of an item of which only others came back
    other_back: int = 0  # refunded of the price under `other_sku`, which the order does not have: it may be of its only item
    other_sku: str = ""
    over_sku: str = ""  # the items of which more was refunded than their sale ("A, B")
    over_paid: int = 0  # what was paid for these
    over_back: int = 0  # what was refunded of these
    back_more: int = 0  # came back to the shop in its refunds beside fee and points
    claim_by: date | None = None  # the last day for a claim about the refund

    # What the shop was given since

    given_back: int = 0  # beside its refunds
    safe_t: int = 0  # of that by SAFE-T claims
    fee_given: int = 0  # for its fee (below 0: rows of the fee alone that charged more)

    # A-to-z claims and chargebacks

    claimed: int = 0  # what they took
    claimed_on: date | None = None  # the day of the first
    claim_returned: int = 0  # what came back of claims that took nothing in the end
    claim_held: int = 0  # what one took that is held back
    charged_back: bool = False  # one of them is a chargeback

    # The referral fee, closing fees in it

    fee: int | None = None  # that on what was refunded; None where the sale stands in none of the files
    fee_back: int = 0  # what came back, less what Amazon kept
    fee_kept_most: int | None = None  # what Amazon may keep
    fee_kept_each: int | None = None  # the same if the cap holds for each of several refunds of an item
    fee_of_claim: int = 0  # the part of `fee` on what claims took, where none of it came back with them
    fee_uncounted: bool = False  # what Amazon may keep is not known for want of the pieces of a sale
    fee_unnamed: bool = False  # or for want of the SKU of a refund
    fee_doubt: str = ""  # the fact without which the fee may hold a closing fee, of which nothing may be kept ("": none)
    fee_beyond: int = 0  # kept too much of the fee of items, in an order with several: less kept of another item does not make up for them
    fee_sku: str = ""  # these items ("A, B")
    fee_sku_kept: int = 0  # kept of their fee
    fee_sku_most: int = 0  # what may be kept of it
    fee_alone: int = 0  # a refund's fee that was charged although there is no refund and no claim of the order
    points_lost: int = 0  # points given for what was refunded, or taken by a claim, that did not come back (one yen each)

    # Its return, by the returns reports

    requested: bool = False  # whether the order stands in them
    returns_from: date | None = None  # their first day (None: there is none of that time)
    returns_to: date | None = None  # the last day that they tell anything of (None: not known)
    returned_on: date | None = None  # the arrival
    refund_by: date | None = None  # the last day for the refund
    payer: Expected | None = None  # who pays the return by the terms
    sfp_untold: bool = False  # of what came back it is not known whether it is an SFP item, of which alone the terms speak
    on_the_way: bool = False  # it goes by Amazon's label and has not arrived, in a report that tells when others did
    ended: bool = False  # all its returns were cancelled or declined
    replaced: bool = False  # another piece is asked for
    free: bool = False  # the buyer paid nothing for what came back
    reported: int = 0  # what the report says was refunded
    due: int | None = None  # to be refunded for what arrived
    due_in_all: int | None = None  # with what is on its way
    due_refunded: int | None = None  # for those items of it of which something was refunded
    due_back: int = 0  # refunded of these items
    back_in_all: int = 0  # with the shipping that came with it
    label_off: int = 0  # what may be off it for labels

    # Return labels

    label: int = 0  # taken from the shop for them
    label_on: date | None = None  # the day on which one was first charged
    label_held: int = 0  # what Amazon still holds back of what it gives for them
    label_told: int | None = None  # taken for them by the returns report, less what came back (None: it does not tell it of each)
    label_cost: int | None = None  # what the returns report says that they cost
    label_own: int | None = None  # the yen of those that the shop pays itself (None: not told apart)
    report_label: int = 0  # what the returns report says of a label that it finds charged wrongly
    label_buyer: int = 0  # of labels that the buyer was charged although the shop pays, and that did not come back as postage
    label_untold: bool = False  # what such a label cost is not told
    label_unsettled: int | None = 0  # the yen of those of which it is not known who owes them (None: their cost is not told, either)


class PaidSku(msgspec.Struct, frozen=True, kw_only=True):
    """A SKU in the payment reports: its sales, what they cost in fees and points, and what the tables and the listings say.

    Amounts are whole yen, points whole points at one yen each.
    """

    # Sales

    subject: str = ""  # the SKU
    line: int = 0
    day: date | None = None  # that of a sale
    sales: int = 0  # how many

    # Referral fees: where sales were charged another than the table's, those above it, or those below it where none is above

    category: str | None = None
    unlisted: str = ""  # a word for the category that no table has
    off: int = 0  # how many sales were charged another fee
    base: int = 0  # what the fee of these is of, less points
    fee: int = 0  # what they were charged
    fee_expected: int | None = None  # what the table of the category has (None: no category, or no rate)
    fee_tax: int = 0  # the consumption tax in it, in per cent
    undated: int = 0  # sales of days for which the table has no fee
    fee_uncounted: int = 0  # sales without a quantity, without which their fee is not known
    item_fees: int = 0  # sales whose fee is right with the small plan's fee for each piece alone, or, of those that are `off`, may hold it
    less_sales: int = 0  # where some are above the table: how many are below it
    less_yen: int = 0  # what these lack together
    came_back: int = 0  # of what is above the table: what refunds gave back
    unsure: str | None = None  # how sure the least sure of the fees is, where it is not sure
    table_from: date | None = None  # the day (Japan) from which the table of the last sale holds

    # Points

    points: int = 0  # what they cost
    points_listed: int | None = None  # what the listing gives for these sales (None: not told)
    dear_sales: int = 0  # how many sales cost more than that
    dear_points: int = 0  # what these cost
    points_beyond: int = 0  # of that beyond the listing
    uncounted: int = 0  # how many cost more points than one piece gives while nobody tells how many pieces they were


class PaidSum(msgspec.Struct, frozen=True, kw_only=True):
    """A sum that a report prints (of a row, or of a settlement; None: it prints none) beside what its parts come to, in whole yen."""

    subject: str = ""
    line: int = 0
    printed: int | None = None
    parts: int = 0
    whole: bool = True


class PaidInBoth(msgspec.Struct, frozen=True, kw_only=True):
    """An order that stands in transactions by date range and in its settlement's report: the whole yen that each tells of it.

    `month` is that of its first row in the transactions (Japan, "2026-07"), `line` where that stands. `open`: charges without an order,
    whose rows in the transactions name no settlement: whether they are the same is not known. `charges`: charges without an order, of
    the kinds that both tell with other yen.
    """

    subject: str = ""
    line: int = 0
    settlement: str = ""
    month: str = ""
    listed: int = 0
    settled: int = 0
    open: bool = False
    charges: bool = False
