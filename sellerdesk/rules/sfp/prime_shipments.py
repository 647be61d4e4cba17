"""Which shipments are of SFP offers, and what the shop and the rest of the file tell of each (S-01, S-02)."""

from collections.abc import Callable, Sequence

import msgspec

from sellerdesk.domain.catalogue import Catalogue
from sellerdesk.domain.offer import Offer
from sellerdesk.domain.shipment import Shipment
from sellerdesk.rules.engine.check import Run
from sellerdesk.rules.scopes import prime

Unknown = tuple[str, ...]
"""The facts that are missing to tell whether a shipment is of an SFP offer."""


def prime_shipments(shipments: Sequence[Shipment], run: Run, *, listings: bool, every: bool) -> tuple[list[Shipment], list[Unknown]]:
    """The shipments of SFP offers, completed, and what is missing of each of which that is not known.

    `listings`: the run's catalogue is the shop's (else nothing is known of any offer); `every`: the owner says that all
    shipments of the file are of SFP offers. What the catalogue knows of an SFP offer's origin completes its shipments.
    """
    by_sku = {offer.sku: offer for offer in run.catalogue.offers}
    inside = prime(run)
    judged: list[Shipment] = []
    unknown: list[Unknown] = []
    for shipment in shipments:
        is_prime = True if every else is_of_prime(shipment, by_sku.get(shipment.sku or "") if listings else None, inside, listings=listings)
        if isinstance(is_prime, tuple):
            unknown.append(is_prime)
        elif is_prime:
            judged.append(completed(shipment, run.catalogue))
    return with_repeats(judged), unknown


def is_of_prime(shipment: Shipment, offer: Offer | None, inside: Callable[[Offer], bool | Unknown], *, listings: bool) -> bool | Unknown:
    """Whether a shipment is of an SFP offer: told by its row, or by the shop's listings.

    A row that says yes is believed: the offer may have left the Prime template since. A row that says no may speak of
    the buyer, whom the terms do not ask for (S-02), so an offer known to be SFP counts all the same.
    """
    is_inside = inside(offer) if offer is not None else ("is_prime",) if listings and shipment.sku else ("prime_template",)
    if shipment.is_prime == "yes" or is_inside is True:
        return True
    if is_inside is False or shipment.is_prime == "no":
        return False
    return ("sku",) if listings and shipment.sku is None else is_inside


def completed(shipment: Shipment, catalogue: Catalogue) -> Shipment:
    """A shipment with what the owner told of its SKU."""
    origin = shipment.ship_from if shipment.ship_from is not None or shipment.sku is None else catalogue.facts_of(shipment.sku).ship_from
    return msgspec.structs.replace(shipment, is_prime="yes", ship_from=origin)


def with_repeats(shipments: Sequence[Shipment]) -> list[Shipment]:
    """Each shipment with the order on which one of its numbers stood before; several lines of one order are one parcel's."""
    first: dict[str, str] = {}
    marked = []
    for shipment in shipments:
        numbers = shipment.tracking or ()
        earlier = next((first[number] for number in numbers if first.get(number, shipment.order_id) != shipment.order_id), None)
        marked.append(shipment if earlier is None else msgspec.structs.replace(shipment, earlier=earlier))
        for number in numbers:
            first.setdefault(number, shipment.order_id)
    return marked
