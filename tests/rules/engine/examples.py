"""A rulebook's example as a record that the engine can judge."""

from collections.abc import Callable
from datetime import date
from typing import Any

import msgspec

from sellerdesk.domain.account import Account
from sellerdesk.domain.catalogue import Catalogue
from sellerdesk.domain.facts import FACT_NAMES, SkuFacts
from sellerdesk.domain.finding import Finding
from sellerdesk.domain.offer import Offer, Sale
from sellerdesk.domain.order import Dispatch, Order
from sellerdesk.domain.paid import PaidInBoth, PaidOrder, PaidSku, PaidSum
from sellerdesk.domain.returned_item import ReturnedItem
from sellerdesk.domain.shipment import Shipment
from sellerdesk.domain.template import TemplateCell
from sellerdesk.rules.checks import (
    ACCOUNT_CHECKS,
    CHECKS,
    OFFER_CHECKS,
    ORDER_CHECKS,
    PAID_IN_BOTH_CHECKS,
    PAID_ORDER_CHECKS,
    PAID_SKU_CHECKS,
    PAID_SUM_CHECKS,
    RETURN_CHECKS,
    SHIPMENT_CHECKS,
    TEMPLATE_CHECKS,
)
from sellerdesk.rules.engine import judge
from sellerdesk.rules.engine.check import Run
from sellerdesk.rules.engine.rulebook import Example, Rule
from sellerdesk.workflows.terms import rules, terms

SUBJECT = "subject"
DAY = date(2020, 8, 3)
EXAMPLES = [(rule, example) for rule in rules().values() for example in rule.example]


def name(pair: tuple[Rule, Example]) -> str:
    """What a test of an example is called."""
    return f"{pair[0].id}-{pair[1].case}"


def order_of(given: dict[str, Any]) -> Order:
    """The example's order."""
    return Order(SUBJECT, **{**given, "parcels": tuple(Dispatch(**one) for one in given["parcels"])})


def shipment_of(given: dict[str, Any]) -> Shipment:
    """The example's shipment."""
    return msgspec.convert({"order_id": SUBJECT, **given}, Shipment)


RECORDS: dict[str, Callable[[dict[str, Any]], Any]] = {
    **dict.fromkeys(RETURN_CHECKS, lambda given: msgspec.convert({"subject": SUBJECT, **given}, ReturnedItem)),
    **dict.fromkeys(ORDER_CHECKS, order_of),
    **dict.fromkeys(SHIPMENT_CHECKS, shipment_of),
    **dict.fromkeys(TEMPLATE_CHECKS, lambda given: TemplateCell(**given)),
    **dict.fromkeys(PAID_ORDER_CHECKS, lambda given: msgspec.convert({"subject": SUBJECT, **given}, PaidOrder)),
    **dict.fromkeys(PAID_SKU_CHECKS, lambda given: msgspec.convert({"subject": SUBJECT, **given}, PaidSku)),
    **dict.fromkeys(PAID_SUM_CHECKS, lambda given: msgspec.convert({"subject": SUBJECT, **given}, PaidSum)),
    **dict.fromkeys(PAID_IN_BOTH_CHECKS, lambda given: msgspec.convert({"subject": SUBJECT, **given}, PaidInBoth)),
    **dict.fromkeys(ACCOUNT_CHECKS, lambda given: msgspec.convert(given, Account)),
}
"""What makes the record of an example, for every check that judges no offers."""


def catalogue_of(example: Example) -> Catalogue:
    """The example's offer, with the others beside it, on a shop whose Prime template is P."""
    told = [{"sku": SUBJECT, **example.given}, *example.others]
    facts = {one["sku"]: SkuFacts(**{key: one[key] for key in FACT_NAMES if key in one and key != "asin"}) for one in told}
    sales = {SUBJECT: Sale(**{"points": None, "start": None, "end": None, **example.sale})} if example.sale else {}
    return Catalogue([Offer(**fields(one)) for one in told], facts, frozenset("P"), sales)


def fields(told: dict[str, Any]) -> dict[str, Any]:
    """What of an example is the report's."""
    return {key: value for key, value in told.items() if key in Offer.__struct_fields__}


def judged(rule: Rule, catalogue: Catalogue, example: Example) -> Finding | None:
    """What one rule finds about the example's subject."""
    run = Run(example.day or DAY, catalogue, example.readings)
    audit = judge.judge([rule], OFFER_CHECKS, terms(), run, catalogue.offers, subject=lambda offer: offer.sku, everything=True)
    return next((finding for finding in audit.findings if finding.subject == SUBJECT), None)


def judged_record(rule: Rule, given: dict[str, Any], example: Example) -> Finding | None:
    """What a rule about a return, an order, a shipment or the account finds."""
    took_part = None if example.took_part == "unknown" else example.took_part
    return judged_alone(rule, RECORDS[rule.check](given), Run(example.day or DAY, readings=example.readings, took_part=took_part))


def judged_shipment(rule: Rule, shipment: Shipment) -> Finding | None:
    """What a rule about shipments finds."""
    return judged_alone(rule, shipment, Run(DAY))


def judged_alone(rule: Rule, record: Any, run: Run) -> Finding | None:
    """What one rule finds about one record."""
    audit = judge.judge([rule], CHECKS, terms(), run, [record], subject=lambda _one: SUBJECT, everything=True)
    return audit.findings[0] if audit.findings else None
