"""What each feature speaks of: the offers, returns and shipments that a rule applies to, and whether one is SFP."""

from collections.abc import Iterable
from itertools import compress, product

from sellerdesk.domain.offer import UNSOLD, Offer
from sellerdesk.domain.returned_item import ReturnedItem
from sellerdesk.domain.shipment import Shipment
from sellerdesk.rules.engine.check import Inside, Run, Scope

SCOPE_FACTS = ("prime_template", "shipping_template", "fulfillment_channel")
"""What must be known of an offer to tell whether it is a Prime one."""


def listed(_run: Run) -> Scope[Offer]:
    """Every offer counts, FBA, used and inactive ones too (P2-02), but an incomplete listing and a parent are no offers."""
    return Scope(lambda offer: offer.status not in UNSOLD, ("status",))


def programme(run: Run) -> Scope[ReturnedItem]:
    """Returns that the terms speak of: of Prime items, whoever bought them (S-02), or only by Prime members (AMB-18 "buyer")."""
    buyers_only = run.readings.get("AMB-18") == "buyer"

    def inside(item: ReturnedItem) -> bool | tuple[str, ...]:
        if item.is_prime == "yes":
            return True
        if buyers_only and item.is_prime == "no":
            return False
        return ("sfp_item",) if item.sfp is None else item.sfp == "yes"

    return Scope(inside)


def prime(run: Run) -> Scope[Offer]:
    """Seller-shipped offers on a template that the owner calls a Prime one (S-01)."""
    return prime_among(run.catalogue.prime_templates)


def of_prime_items(_run: Run) -> Scope[Shipment]:
    """Shipments of SFP offers, whoever bought (S-02)."""
    return Scope(lambda shipment: ("is_prime",) if shipment.is_prime is None else shipment.is_prime == "yes")


def prime_among(templates: frozenset[str] | None) -> Scope[Offer]:
    """The one answer to "is this an SFP offer?": yes, no, or the facts that are missing; `templates` are the Prime ones, as far as told."""
    unknown = {which: tuple(compress(SCOPE_FACTS, which)) for which in product((True, False), repeat=len(SCOPE_FACTS))}

    def inside(offer: Offer) -> Inside:
        if offer.channel == "amazon" or offer.status in UNSOLD:
            return False
        template = offer.shipping_template
        if templates is not None and template is not None:
            return template in templates and (offer.channel is not None or ("fulfillment_channel",))
        if templates is not None and not templates:
            return False
        return unknown[templates is None, template is None, offer.channel is None]

    return Scope(inside, ("channel", "status", "shipping_template"))


def sfp_skus(offers: Iterable[Offer], templates: frozenset[str] | None) -> dict[str, bool]:
    """Which SKUs are SFP ones, of those of which that is known."""
    inside = prime_among(templates)
    answers = {offer.sku: inside(offer) for offer in offers}
    return {sku: answer for sku, answer in answers.items() if isinstance(answer, bool)}
