"""One offer, or one order, with its verdicts, as the window shows and sorts it."""

from typing import NamedTuple


class JudgedRow(NamedTuple):
    """One offer with its verdicts, as the tables show and sort it.

    Verdicts are ranks (0 breach, 1 check, 2 advice, 3 ok); `sfp_verdict` is None for an offer that the SFP rules do not
    speak of. `points_why` and `causes` name rule and case ("points.two-percent:short"), `missing` the facts that SFP
    verdicts wait for, space-separated. `needed` are the points of 2%. `sku_rank` and `title_rank` sort text as a number.
    """

    place: int
    sku: str
    title: str
    asin: str
    price: int | None
    points: int | None
    needed: int | None
    short: int | None
    quantity: int | None
    shipping_template: str
    points_verdict: int
    points_why: str
    badge: str
    sfp_verdict: int | None
    causes: str
    missing: str
    search: str
    sku_rank: int
    title_rank: int


class Glimpse(NamedTuple):
    """The rows of the first screen, to be looked at while all come."""

    rows: list[JudgedRow]


class JudgedOrder(NamedTuple):
    """One order with its state in the cashless project, as the table shows and sorts it.

    `verdict` is a rank (0 breach … 3 ok), `reason` the case that decided or "missing", `placed` a moment in Japan as text.
    `amount` and `rebate` are yen, `days_left` counts to the last day to ship and confirm. `missing` holds facts, space-separated.
    """

    place: int
    order_id: str
    skus: str
    placed: str
    verdict: int
    state: str
    reason: str
    amount: int | None
    rebate: int | None
    days_left: int | None
    category: str
    missing: str
    search: str
    order_rank: int


class JudgedReturn(NamedTuple):
    """One returned order with its verdicts, as the table shows and sorts it.

    `payer` is who pays by the terms (customer, seller, mixed, check), `charged` who paid the label ("" not known), `difference`
    the yen of labels charged to the wrong side (0: none; None: not known). `cost` is what the return costs the shop by its
    assumptions, or what payments took for it where that is more, in yen, `at_least` 1 where not all of it is known. `refund_by` is
    a day in Japan as text ("" not known), `days_left` counts to it on the day of the judging (None: refunded, cancelled, or not
    known). `verdict` is the worst rank (0 breach … 3 ok), `why` names its rule and case ("missing" for facts nobody told),
    `findings` are all of them as JSON,
    `missing` the facts that they wait for, space-separated. `requested_on` is a day as text.
    """

    place: int
    order_id: str
    sku: str
    reason: str
    category: str
    payer: str
    charged: str
    difference: int | None
    cost: int | None
    at_least: int
    requested_on: str
    refund_by: str
    days_left: int | None
    verdict: int
    why: str
    findings: str
    missing: str
    search: str
    order_rank: int


class JudgedShipment(NamedTuple):
    """One shipped order of SFP offers with its verdicts, as the table shows and sorts it.

    `verdict` is the worst rank (0 breach … 3 ok), `why` names its rule and case ("missing" for facts nobody told), `findings`
    are all of them as JSON, `missing` the facts that they wait for, space-separated.
    """

    place: int
    order_id: str
    sku: str
    service: str
    tracking: str
    shipped_at: str
    verdict: int
    why: str
    findings: str
    missing: str
    search: str
    order_rank: int
