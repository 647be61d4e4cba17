"""A saved shop as the rules see it: its offers, facts, templates and answers."""

from collections.abc import Mapping

import msgspec

from sellerdesk.domain.account import Account
from sellerdesk.domain.decision import Decision
from sellerdesk.domain.facts import SkuFacts
from sellerdesk.domain.imported import Import
from sellerdesk.domain.offer import Offer, Sale
from sellerdesk.domain.refusal import Refusal


class Shop(msgspec.Struct, frozen=True):
    """What a shop's store holds: the last import of offers with what it refused, facts, restock dates, Prime templates.

    `facts` are the owner's own; `restock` and `sales` those of the last price file; `readings` those that the owner took,
    and `account` what they told about the shop; `decisions` what they decided about findings.
    """

    offers: list[Offer]
    facts: Mapping[str, SkuFacts]
    restock: Mapping[str, SkuFacts]
    prime_templates: frozenset[str] | None
    last: Import | None
    refused: list[Refusal]
    sales: Mapping[str, Sale]
    readings: Mapping[str, str]
    account: Account
    decisions: list[Decision] = []
