"""The words of the analysis: by what it adds up, and over which months."""

from datetime import date

from sellerdesk.ui.style.translate import translate
from sellerdesk.workflows.returns.analysis import YEAR, months_to

PERIODS = ("year", "before", "all")


def kind_words(kind: str) -> str:
    """What can be added up by."""
    return {
        "reason": translate("Analysis", "Reason"),
        "sku": translate("Analysis", "SKU"),
        "category": translate("Analysis", "Category"),
        "month": translate("Analysis", "Month"),
    }[kind]


def year_before(as_of: date) -> list[str]:
    """The twelve months before the last twelve."""
    return months_to(as_of, 2 * YEAR)[:YEAR]


def period_words(as_of: date) -> dict[str, str]:
    """The periods to choose from, on a day (Japan)."""
    this, before = months_to(as_of), year_before(as_of)
    span = "{first}–{last}"
    return {
        "year": translate("Analysis", "Last 12 months") + f" ({span.format(first=this[0], last=this[-1])})",
        "before": translate("Analysis", "The 12 months before") + f" ({span.format(first=before[0], last=before[-1])})",
        "all": translate("Analysis", "All returns of the report"),
    }
