"""The list of Points Central that was opened, held against the listings SKU by SKU: what is set, what shows."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from PySide6.QtWidgets import QWidget

from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.style import icons
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets.list_dialog import ListDialog

MOST = 2_000
"""Rows listed; the command `points-list` tells all."""
VERDICTS = {"differs": "breach", "not_known": "check", "not_listed": "check", "not_in_list": "advice", "same": "ok"}
"""The symbol of each case."""
FIGURES, NAME, SIZE = (3, 4, 5, 6), 2, (1040, 560)


class PointsListDialog(ListDialog):
    """A list beside the work; nothing of it is kept."""

    def __init__(self, desk: Desk, parent: QWidget, found: dict[str, Any]) -> None:
        """`found` is the answer of the command `points-list`."""
        super().__init__(desk, parent)
        titles = (
            translate("PointsList", "Result"), translate("Column", "Seller SKU"), translate("Column", "Item name"),
            translate("PointsList", "Set"), translate("PointsList", "Price"), translate("PointsList", "Points shown"),
            translate("PointsList", "That is about"),
        )  # fmt: skip
        note = "\n".join([*counts_words(found["counts"], desk.lang), *rest_words(found)])
        title = translate("PointsList", "Points Central's list beside your offers")
        self.lay_out(title, note, titles, self.lines(found), SIZE, figures=FIGURES, wide=NAME)
        for line, row in enumerate(found["skus"][:MOST]):
            verdict = VERDICTS[row["case"]]
            if (cell := self.table.item(line, 0)) is not None:
                cell.setIcon(icons.icon(verdict, verdict))
        self.table.fit()

    def lines(self, found: dict[str, Any]) -> Iterator[list[str]]:
        """A row for each SKU, those that differ first; what is not known is a dash."""
        titles = {row.sku: row.title for row in self.desk.rows}
        for row in found["skus"][:MOST]:
            of_list, shows = (f"{row[name]}%" if row[name] is not None else "–" for name in ("percent", "shows"))
            figures = (f"{row[name]:,}" if row[name] is not None else "–" for name in ("price", "points"))
            yield [case_words(row["case"]), row["sku"], titles.get(row["sku"]) or "", of_list, *figures, shows]


def case_words(case: str) -> str:
    """How what is set and what shows agree."""
    return {
        "differs": translate("PointsList", "differs"),
        "not_known": translate("PointsList", "not known"),
        "not_listed": translate("PointsList", "not in the report"),
        "not_in_list": translate("PointsList", "not in the list"),
        "same": translate("PointsList", "as set"),
    }[case]


def counts_words(counts: dict[str, int], lang: str) -> Iterator[str]:
    """How many SKUs of each case there are."""
    from sellerdesk.writers.words import say

    return (say(lang, f"points_list.{case}", count=count) for case, count in Counter(counts).items() if count)


def rest_words(found: dict[str, Any]) -> Iterator[str]:
    """Rows that could not be read, and SKUs that are not listed here."""
    if refused := len(found["source"].get("refused", [])):
        yield translate("PointsList", "Rows that could not be read: {count}").format(count=f"{refused:,}")
    if len(found["skus"]) > MOST:
        yield translate("PointsList", "Listed: the first {most} of {count}.").format(most=f"{MOST:,}", count=f"{len(found['skus']):,}")
