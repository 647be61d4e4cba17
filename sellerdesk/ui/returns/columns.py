"""The columns of returns that the report and the deadlines share."""

from collections.abc import Callable
from functools import lru_cache

from sellerdesk.domain.judged_row import JudgedReturn
from sellerdesk.ui.lists.columns import figure, muted
from sellerdesk.ui.lists.rows_model import Column
from sellerdesk.ui.style.translate import translate

URGENT = 1
"""Days left, at most, of a refund that is shown as an alarm: the term itself is two business days."""


@lru_cache(maxsize=4096)
def words_of(code: str, lang: str) -> str:
    """A verdict's reason in words."""
    from sellerdesk.workflows.judged.why import record_why

    return record_why(code, lang)


def why_of(lang: Callable[[], str]) -> Callable[[str], str]:
    """The words of reasons in the language of the moment."""
    return lambda code: words_of(code, lang())


def payer_words(payer: str) -> str:
    """Who pays or was charged; of several, all; words of the report that nobody knows stay."""
    known = {
        "customer": translate("Returned", "customer"),
        "seller": translate("Returned", "shop"),
        "mixed": translate("Returned", "both"),
        "check": translate("Returned", "to check"),
        "amazon": translate("Returned", "Amazon"),
    }
    return ", ".join(known.get(name, name) for name in payer.split(", ")) or "–"


def cost_words(row: JudgedReturn) -> str:
    """What a return costs, and whether not all of it is known."""
    text = figure(row.cost)
    return translate("Returned", "{yen} or more").format(yen=text) if row.at_least and row.cost is not None else text


def left_words(row: JudgedReturn) -> str:
    """Days left, or how long overdue."""
    if row.days_left is None:
        return "–"
    late = translate("Returned", "{days} days overdue").format(days=f"{-row.days_left:,}")
    return late if row.days_left < 0 else translate("Returned", "{days} days").format(days=f"{row.days_left:,}")


def left_ink(row: JudgedReturn) -> str:
    """An alarm for what is due now."""
    return "breach" if row.days_left is not None and row.days_left <= URGENT else ""


def order_column() -> Column:
    """The order id."""
    return Column("order", lambda: translate("Returned", "Order id"), lambda row: row.order_id, "order_rank", 176, ink=muted)


def sku_column() -> Column:
    """What came back."""
    return Column("sku", lambda: translate("Column", "Seller SKU"), lambda row: row.sku, "sku", 130, ink=muted, spare=3)


def refund_column(spare: int = 0) -> Column:
    """The day by which to refund."""
    return Column("refund_by", lambda: translate("Returned", "Refund by"), lambda row: row.refund_by or "–", "refund_by", 100, spare=spare)


def time_left(row: JudgedReturn) -> str:
    """How long is left for the refund, as it stands beside its day."""
    left = row.days_left or 0
    return left_words(row) if left < 0 else translate("Returned", "{days} days left").format(days=f"{left:,}")


def cost_of(row: JudgedReturn) -> str:
    """What a return costs, with its unit; "or more" where not all of it is known."""
    words = translate("Analysis", "¥{yen} or more") if row.at_least else translate("Returned", "¥{yen}")
    return words.format(yen=figure(row.cost))
