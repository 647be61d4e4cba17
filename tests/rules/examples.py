"""A rulebook's example as a record that the engine can judge."""

from datetime import date
from typing import Any

from sellerdesk.domain.catalogue import Catalogue
from sellerdesk.domain.facts import FACT_NAMES, SkuFacts
from sellerdesk.domain.finding import Finding
from sellerdesk.domain.offer import Offer
from sellerdesk.domain.returned_item import ReturnedItem
from sellerdesk.rules import engine
from sellerdesk.rules.check import Run
from sellerdesk.rules.explain import OFFER_CHECKS, RETURN_CHECKS
from sellerdesk.rules.rulebook import Example, Rule
from sellerdesk.workflows.terms import rules, terms

SUBJECT = "subject"
DAY = date(2020, 8, 3)
EXAMPLES = [(rule, example) for rule in rules().values() for example in rule.example]


def name(pair: tuple[Rule, Example]) -> str:
    """What a test of an example is called."""
    return f"{pair[0].id}-{pair[1].case}"


def catalogue_of(example: Example) -> Catalogue:
    """The example's offer, with the others beside it, on a shop whose Prime template is P."""
    told = [{"sku": SUBJECT, **example.given}, *example.others]
    facts = {one["sku"]: SkuFacts(**{key: one[key] for key in FACT_NAMES if key in one and key != "asin"}) for one in told}
    return Catalogue([Offer(**fields(one)) for one in told], facts, frozenset("P"))


def fields(told: dict[str, Any]) -> dict[str, Any]:
    """What of an example is the report's."""
    return {key: value for key, value in told.items() if key in Offer.__struct_fields__}


def judged(rule: Rule, catalogue: Catalogue, day: date | None) -> Finding | None:
    """What one rule finds about the example's subject."""
    run = Run(day or DAY, catalogue)
    audit = engine.judge([rule], OFFER_CHECKS, terms(), run, catalogue.offers, subject=lambda offer: offer.sku, everything=True)
    return next((finding for finding in audit.findings if finding.subject == SUBJECT), None)


def judged_return(rule: Rule, item: ReturnedItem) -> Finding:
    """What a rule about returns finds."""
    run = Run(DAY, Catalogue([]))
    return engine.judge([rule], RETURN_CHECKS, terms(), run, [item], subject=lambda one: one.subject, everything=True).findings[0]
