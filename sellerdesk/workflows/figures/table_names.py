"""What the fee table of a category is called: in one language each, whatever words the owner or a report has for the category."""

from datetime import date

from msgspec.structs import replace

from sellerdesk.domain.finding import Finding
from sellerdesk.rules.figures.known import REFERRAL
from sellerdesk.workflows.figures.in_force import figure_of

RATE = "payments.referral-rate"


def in_table_words(finding: Finding, day: date, lang: str) -> Finding:
    """A finding on referral fees with its category as the table of a day (Japan) is called.

    Every other finding, and one of a category without a table, as it is.
    """
    category = finding.facts.get("category")
    found = figure_of(REFERRAL, category, day) if finding.rule == RATE and isinstance(category, str) else None
    return finding if found is None else replace(finding, facts={**finding.facts, "category": found[0].name.in_(lang)})
