"""What payment reports tell of an order, of a SKU, and of sums: the records that the rules look at. `None` is "not known"."""

from datetime import date

import msgspec

from sellerdesk.domain.returned_item import Expected


class PaidOrder(msgspec.Struct, frozen=True, kw_only=True):
    """An order in the payment reports, with its return. All amounts are whole yen above 0; days are Japan's.

    `sold` is what the buyer paid (price, shipping, gift wrap, tax, less discounts), `fee` the referral fee on what was refunded of it, None
    where the sale stands in none of the files; `fee_back` what came back, less what Amazon kept, `fee_kept_most` what it may keep,
    `fee_kept_each` if the cap holds for each of several refunds of an item. `fee_of_claim` is the part of `fee` on what claims took, where
    none of it came back with them. `refunded_shipping` is the part of `refunded` that is shipping, `shipping_alone` what of it was refunded
    before any price. `first_day` and `last_day` are those of the files. `unclear`: the files may hold a refund of it that was not read or
    not placed (rows refused, a file cut, a month without rows). `lack_from` and `lack_to` are the first and the last of days between these
    files that none of them holds, and in which a refund of it may stand (None: there are none). `returns_from` is the first day of the
    returns reports (None: there is none of that time), `returns_to` the last one that they tell anything of (None: no end is known),
    `returned_on` the arrival there, `requested` whether the order stands in it; `payer` is who pays the return by the terms. `claim_by` is
    the last day for a claim about the refund. `held` are the yen of refunds that Amazon holds back: they are not among those refunded.
    `fee_uncounted`: what Amazon may keep is not known for want of the pieces of a sale. `fee_unnamed`: for want of the SKU of a refund.
    `fee_doubt`: the fact without which the fee may hold a closing fee, of which nothing may be kept ("": none). `fee_beyond` are yen kept
    too much of the fee of items (`fee_sku`: "A, B"), of which `fee_sku_kept` were kept and `fee_sku_most` may be, in an order with several:
    less kept of another item does not make up for them. `uneven`: a row of the order does not add up to its total. `month_lacking` are
    months ("2026-08, 2026-10") that are not among the files, in which a part of it may stand ("": none). `due` is what is to be refunded
    for what arrived (`due_in_all`: with what is on its way; `due_refunded`: for those items of it of which something was refunded),
    `due_back` what was of these items (`back_in_all`: with the shipping that came with it), and `label_off` may be off it for labels;
    `back_more` came back to the shop in its refunds beside fee and points. `unreturned` was refunded of items that did not come back,
    `ended` is whether the order's returns were all cancelled or declined, `reported` what the returns report says was refunded. `over_sku`
    are the items of which more was refunded than their sale: `over_paid`, `over_back`. `given_back` are yen that the shop was given for the
    order beside its refunds (`safe_t` of them by SAFE-T claims), `fee_given` those for its fee (below 0: rows of the fee alone that charged
    more since). `report_label` is what the returns report says of a label that it finds charged wrongly, `label_cost` what it says that
    labels cost, `label_own` the yen of those that the shop pays itself (None: not told apart), `label_held` what Amazon still holds back of
    what it gives for them. `label_told` is what was taken for labels by the returns report, less what came back (None: it does not tell it
    of each). `last_refund` is the day of the last one. `by_amazon`: Amazon sent the order, and its returns come back to Amazon. `claimed`
    is what an A-to-z claim or a chargeback took, `claim_returned` what such a claim gave back that took nothing in the end, `claim_held`
    what one took that is held back, `refund_back` what was refunded of the price and taken back since, so that nothing of it is left,
    `free` whether the buyer paid nothing for what came back, `other_back` of the price was refunded under `other_sku`, which the order does
    not have, and may be of its only item. `sold_shipping` is the shipping that the buyer paid, `differs` whether two reports tell other yen
    of the order. `on_the_way`: its return goes by Amazon's label and has not arrived, in a report that tells when others did. `label_buyer`
    are the yen of labels that the buyer was charged although the shop pays, and that did not come back as postage. `label_untold`: what
    such a label cost is not told; `label_unsettled` are the yen of those of which it is not known who owes them (None: their cost is not
    told, either). `fee_alone` are yen of a refund's fee that were charged although there is no refund and no claim of the order. `label_on`
    is the day on which a label was first charged. `charged_back`: one of the claims is a chargeback. `points_lost` points given for what
    was refunded, or taken by a claim, that did not come back, `claimed_on` the day of the first claim. `pieces_back` of `unreturned` was
    refunded of pieces of an item of which only others came back. `replaced` is whether its return asks for another piece.
    `sfp_untold`: of what came back it is not known whether it is an SFP item, of which alone the terms speak.
    """

    subject: str = ""
    line: int = 0
    sku: str = ""
    day: date | None = None
    sold: int | None = None
    fee: int | None = None
    refunded: int = 0
    refunded_shipping: int = 0
    shipping_alone: int = 0
    refunded_on: date | None = None
    fee_back: int = 0
    fee_kept_most: int | None = None
    fee_kept_each: int | None = None
    fee_of_claim: int = 0
    label: int = 0
    label_on: date | None = None
    first_day: date | None = None
    last_day: date | None = None
    returns_from: date | None = None
    requested: bool = False
    returned_on: date | None = None
    refund_by: date | None = None
    payer: Expected | None = None
    claim_by: date | None = None
    carrier: str = ""
    unclear: bool = False
    held: int = 0
    fee_uncounted: bool = False
    uneven: bool = False
    month_lacking: str = ""
    by_amazon: bool = False
    claimed: int = 0
    points_lost: int = 0
    replaced: bool = False
    due: int | None = None
    due_in_all: int | None = None
    due_refunded: int | None = None
    due_back: int = 0
    back_in_all: int = 0
    label_off: int = 0
    back_more: int = 0
    unreturned: int = 0
    ended: bool = False
    reported: int = 0
    over_sku: str = ""
    over_paid: int = 0
    over_back: int = 0
    given_back: int = 0
    safe_t: int = 0
    fee_given: int = 0
    report_label: int = 0
    label_cost: int | None = None
    label_own: int | None = None
    label_told: int | None = None
    label_held: int = 0
    last_refund: date | None = None
    other_back: int = 0
    other_sku: str = ""
    sold_shipping: int = 0
    differs: bool = False
    claim_returned: int = 0
    claim_held: int = 0
    refund_back: int = 0
    fee_unnamed: bool = False
    free: bool = False
    on_the_way: bool = False
    label_buyer: int = 0
    label_untold: bool = False
    label_unsettled: int | None = 0
    fee_alone: int = 0
    fee_doubt: str = ""
    fee_beyond: int = 0
    fee_sku: str = ""
    fee_sku_kept: int = 0
    fee_sku_most: int = 0
    claimed_on: date | None = None
    pieces_back: int = 0
    charged_back: bool = False
    returns_to: date | None = None
    lack_from: date | None = None
    lack_to: date | None = None
    sfp_untold: bool = False


class PaidSku(msgspec.Struct, frozen=True, kw_only=True):
    """A SKU in the payment reports: its sales, what they cost in fees and points, and what the tables and the listings say.

    Amounts are whole yen, `points` whole points at one yen each. `fee_expected` is the fee by the table of its category, None without
    a category or a rate; `fee_tax` is the consumption tax in it, in per cent. Where sales were charged another fee, `off` counts those
    above the table, or those below it where none is above, and `base`, `fee` and `fee_expected` are of these alone. `undated` sales are
    of days for which the table has no fee, `fee_uncounted` ones have no quantity, without which their fee is not known, and `item_fees`
    counts those whose fee is right with the small plan's fee for each piece alone, or where some are `off`, may hold it.
    Where some are above and others below it, `less_sales` counts those below, which lack `less_yen` together. `unsure` is how sure the
    least sure of the fees is, where it is not sure; `table_from` the day (Japan) from which the table of the last sale holds.
    `unlisted` is a word for the category that no table has. Of what is above the table, `came_back` are yen that refunds gave back.
    `points_listed` is what the listing gives for these sales, `dear_sales` is how many of them cost more (`dear_points`, `points_beyond` of
    them too many), `uncounted` how many of them cost more points than one piece gives while
    nobody tells how many pieces they were.
    """

    subject: str = ""
    line: int = 0
    day: date | None = None
    sales: int = 0
    category: str | None = None
    base: int = 0
    fee: int = 0
    fee_expected: int | None = None
    fee_tax: int = 0
    undated: int = 0
    fee_uncounted: int = 0
    item_fees: int = 0
    off: int = 0
    points: int = 0
    points_listed: int | None = None
    points_beyond: int = 0
    dear_sales: int = 0
    dear_points: int = 0
    uncounted: int = 0
    less_sales: int = 0
    less_yen: int = 0
    unsure: str | None = None
    unlisted: str = ""
    table_from: date | None = None
    came_back: int = 0


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
