"""The words of the analysis: by what it adds up, and over which months."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from sellerdesk.ui.returns.month_columns import Month, in_ten_thousands
from sellerdesk.ui.style.translate import translate
from sellerdesk.workflows.returns.analysis import YEAR, months_to

if TYPE_CHECKING:
    from sellerdesk.workflows.returns.analysis import CostShare

PERIODS = ("year", "before", "all")


def kind_words(kind: str) -> str:
    """What can be added up by."""
    return {
        "reason": translate("Analysis", "Reason"),
        "sku": translate("Analysis", "SKU"),
        "category": translate("Analysis", "Category"),
        "month": translate("Analysis", "Month"),
    }[kind]


def months_of(period: str, as_of: date) -> list[str]:
    """The months ("2026-09") that a period but "all" adds up: itself, where it is one."""
    if period == "before":
        return year_before(as_of)
    return months_to(as_of) if period == "year" else [period]


def months_shown(period: str, there: Sequence[str], as_of: date) -> list[str]:
    """Twelve months of a period; of all returns those up to the last month that is `there`, of a single month those up to it."""
    if period in ("year", "before"):
        return months_of(period, as_of)
    last = max((month for month in there if month), default="") if period == "all" else period
    return months_to(date.fromisoformat(f"{last}-01") if last else as_of)


def months_note(period: str, months: Sequence[Month], days: Sequence[str] = ()) -> str:
    """In what unit the columns of the months are, and of what: of more than is added up where a single month is chosen.

    `days` are those of the requests that the reports hold: of a month before or after them nothing is known.
    """
    known = translate("Analysis", "; requests known {first} to {last}").format(first=min(days), last=max(days)) if days else ""
    unit = translate("Analysis", "in 10,000 yen") if in_ten_thousands(months) else translate("Analysis", "in yen")
    none, pale = translate("Analysis", "{unit}; none known a year before"), translate("Analysis", "{unit}; pale: a year before")
    legend = (pale if any(month.before is not None for month in months) else none).format(unit=unit)
    up_to = translate("Analysis", "the 12 months to {month}; {legend}")
    return (legend if period in PERIODS else up_to.format(month=period, legend=legend)) + known


def none_words(period: str) -> str:
    """That no return is of the period."""
    one = translate("Analysis", "No return was asked for in this month.")
    return translate("Analysis", "No return was asked for in these months.") if period in PERIODS else one


def sum_words(share: "CostShare") -> str:
    """What returns cost together; a dash where nothing of any is known."""
    yen, least = translate("Analysis", "¥{yen}"), translate("Analysis", "¥{yen} or more")
    return (least if share.at_least else yen).format(yen=f"{share.yen:,}") if share.count else "–"


def left_out_words(share: "CostShare") -> str:
    """How many returns stand in no sum for want of facts; "" where none does."""
    words = translate("Analysis", "({count} cannot be calculated yet)")
    return words.format(count=f"{share.unknown:,}") if share.unknown else ""


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
