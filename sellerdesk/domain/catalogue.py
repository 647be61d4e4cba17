"""What the shop offers, and what is known beside it: all that an audit looks at."""

from collections.abc import Mapping, Sequence

import msgspec

from sellerdesk.domain.facts import NOTHING_KNOWN, SkuFacts
from sellerdesk.domain.offer import Offer, Sale


class Catalogue(msgspec.Struct, frozen=True):
    """The offers of one shop with the owner's facts and the price file's sales per SKU.

    `prime_templates` are the shipping templates that the owner says are Prime ones; `None` means not answered yet,
    and an empty set means that none is.
    """

    offers: Sequence[Offer]
    facts: Mapping[str, SkuFacts] = {}
    prime_templates: frozenset[str] | None = None
    sales: Mapping[str, Sale] = {}

    def facts_of(self, sku: str) -> SkuFacts:
        """What the owner knows about a SKU."""
        return self.facts.get(sku, NOTHING_KNOWN)
