"""The columns that the offer tables share, each with its words, its native sort value and its ink."""

from typing import Any

from sellerdesk.domain.judged_row import JudgedRow
from sellerdesk.ui.lists.rows_model import Column, field_of
from sellerdesk.ui.lists.verdict import verdict_words
from sellerdesk.ui.style import theme
from sellerdesk.ui.style.translate import translate

INKS = (*theme.VERDICTS[:-1], "muted")
"""The ink of a verdict by its rank; "ok" is muted, so that trouble stands out."""
OK = len(theme.VERDICTS) - 1


def figure(value: int | None) -> str:
    """A whole number with separators; a dash for what is not known."""
    return "–" if value is None else f"{value:,}"


def muted(_row: object) -> str:
    """The ink of what is read second."""
    return "muted"


def verdict_column(field: str, kind: type[Any] = JudgedRow) -> Column:
    """The verdict: the first column, so that it never scrolls away."""
    read = field_of(field, kind)

    def rank(row: Any) -> int:
        verdict = read(row)
        return OK if verdict is None else int(verdict)

    return Column(
        "verdict", lambda: translate("Column", "Verdict"), lambda row: verdict_words(rank(row)), field, 108, ink=lambda row: INKS[rank(row)]
    )
