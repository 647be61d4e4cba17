"""Where the figures come from: each with its value, since when, how sure, when checked, from where, and what of the shop it touches."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets.list_dialog import ListDialog

if TYPE_CHECKING:
    from sellerdesk.workflows.shop.shown_figures import Shown

SIZE, WIDEST = (1300, 660), 16


class FiguresDialog(ListDialog):
    """The figures in force on the day of the window, the unsure and the oldest first."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        """List them."""
        from sellerdesk.workflows.program.touched import touched
        from sellerdesk.workflows.shop.shown_figures import shown

        super().__init__(desk, parent)
        there = desk.attempt(lambda: touched(desk.store, desk.as_of))
        found = shown(desk.as_of) if there is None else shown(desk.as_of, there.shop, there.returns)
        titles = (
            translate("Figures", "Figure"),
            translate("Figures", "Value"),
            translate("Figures", "Since"),
            translate("Figures", "How sure"),
            translate("Figures", "Checked (days ago)"),
            translate("Figures", "Offers"),
            translate("Figures", "Returns"),
            translate("Figures", "Source, and where to look it up"),
        )
        note = translate("Figures", "Figures used on {day}: {count}; not sure: {unsure}. Those and the oldest stand first.")
        unsure = sum(figure.sure != "sure" for figure in found)
        words = note.format(count=f"{len(found):,}", day=desk.as_of, unsure=f"{unsure:,}")
        self.lay_out(translate("Figures", "Where the figures come from"), words, titles, rows(found, desk.lang), SIZE, widest=WIDEST)


def rows(found: "list[Shown]", lang: str) -> Iterator[tuple[str, ...]]:
    """The figures as rows of texts."""
    from sellerdesk.writers.figure_words import sure_words, value_words

    for figure in found:
        other = f" ({figure.other.in_(lang)})" if figure.other is not None else ""
        pack = f" [{figure.pack}]" if figure.pack else ""
        age = "" if figure.age is None else f" ({figure.age:,})"
        counts = ("" if count is None else f"{count:,}" for count in (figure.offers, figure.returns))
        yield (
            figure.name.in_(lang),
            value_words(figure.id, figure.value, lang),
            figure.start.isoformat(),
            sure_words(figure.sure, lang) + other,
            f"{figure.checked}{age}",
            *counts,
            f"{figure.source.in_(lang)}{pack} → {figure.where.in_(lang)}",
        )
