"""Every typed check by its name, and changes applied to what was judged: a verdict's smallest change does turn it."""

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
from msgspec.structs import replace

from sellerdesk.domain.catalogue import Catalogue
from sellerdesk.domain.facts import FACT_NAMES, NOTHING_KNOWN
from sellerdesk.domain.finding import Change
from sellerdesk.domain.offer import Offer
from sellerdesk.rules import cashless
from sellerdesk.rules.engine.check import Check
from sellerdesk.rules.payments import claims as paid_claims
from sellerdesk.rules.payments import differing as paid_differing
from sellerdesk.rules.payments import fees as paid_fees
from sellerdesk.rules.payments import labels as paid_labels
from sellerdesk.rules.payments import refund_fees as paid_refund_fees
from sellerdesk.rules.payments import refunds as paid_refunds
from sellerdesk.rules.points import offers as points_offers
from sellerdesk.rules.points import programme
from sellerdesk.rules.returns import charged, payer, refund_amount, refunds
from sellerdesk.rules.sfp import offers as sfp_offers
from sellerdesk.rules.sfp import shipments, templates

# To add a rule: its check in the CHECKS of its feature's module, and the rest as CONTRIBUTING.md says.
OFFER_CHECKS: Mapping[str, Check[Any]] = {check.name: check for check in (*points_offers.CHECKS, *sfp_offers.CHECKS)}
RETURN_CHECKS: Mapping[str, Check[Any]] = {
    check.name: check for check in (*payer.CHECKS, *charged.CHECKS, *refund_amount.CHECKS, *refunds.CHECKS)
}
ORDER_CHECKS: Mapping[str, Check[Any]] = {check.name: check for check in cashless.CHECKS}
ACCOUNT_CHECKS: Mapping[str, Check[Any]] = {check.name: check for check in programme.CHECKS}
SHIPMENT_CHECKS: Mapping[str, Check[Any]] = {check.name: check for check in shipments.CHECKS}
TEMPLATE_CHECKS: Mapping[str, Check[Any]] = {check.name: check for check in templates.CHECKS}
PAID_ORDER_CHECKS: Mapping[str, Check[Any]] = {
    check.name: check for check in (*paid_refunds.CHECKS, *paid_labels.CHECKS, *paid_refund_fees.CHECKS, *paid_claims.CHECKS)
}
PAID_SKU_CHECKS: Mapping[str, Check[Any]] = {check.name: check for check in paid_fees.CHECKS if check.name != "paid_sum"}
PAID_SUM_CHECKS: Mapping[str, Check[Any]] = {check.name: check for check in paid_fees.CHECKS if check.name == "paid_sum"}
PAID_IN_BOTH_CHECKS: Mapping[str, Check[Any]] = {check.name: check for check in paid_differing.CHECKS}
PAYMENT_CHECKS: Mapping[str, Check[Any]] = {**PAID_ORDER_CHECKS, **PAID_SKU_CHECKS, **PAID_SUM_CHECKS, **PAID_IN_BOTH_CHECKS}
CHECKS: Mapping[str, Check[Any]] = {
    **OFFER_CHECKS,
    **RETURN_CHECKS,
    **ORDER_CHECKS,
    **ACCOUNT_CHECKS,
    **SHIPMENT_CHECKS,
    **TEMPLATE_CHECKS,
    **PAYMENT_CHECKS,
}
"""Every typed check by name, as the rulebooks call them."""


def applied(catalogue: Catalogue, changes: Iterable[Change]) -> Catalogue:
    """The catalogue after changes of offers and of the owner's facts about them."""
    for change in changes:
        if change.fact == "prime_template":
            catalogue = replace(catalogue, prime_templates=frozenset([str(change.to)]))
        elif change.fact in FACT_NAMES and not is_known_offer_field(catalogue, change):
            known = msgspec.structs.replace(catalogue.facts.get(change.subject, NOTHING_KNOWN), **{change.fact: change.to})
            catalogue = replace(catalogue, facts={**catalogue.facts, change.subject: known})
        elif change.fact.startswith("sale_"):
            field = {"sale_start": "start", "sale_end": "end"}.get(change.fact, change.fact.removeprefix("sale_"))
            sale = msgspec.structs.replace(catalogue.sales[change.subject], **{field: change.to})
            catalogue = replace(catalogue, sales={**catalogue.sales, change.subject: sale})
        else:
            field = "channel" if change.fact == "fulfillment_channel" else change.fact
            offers = [
                msgspec.structs.replace(offer, **{field: change.to}) if offer.sku == change.subject else offer for offer in catalogue.offers
            ]
            catalogue = replace(catalogue, offers=offers)
    return catalogue


def is_known_offer_field(catalogue: Catalogue, change: Change) -> bool:
    """Whether the report itself states the fact (an ASIN can stand in either place)."""
    return change.fact in Offer.__struct_fields__ and any(
        offer.sku == change.subject and getattr(offer, change.fact) is not None for offer in catalogue.offers
    )
