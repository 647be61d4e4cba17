"""Where the figures come from: each with its value, since when, how sure, when checked, from where, and what of the shop it touches."""

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.desk.outcome_words import DONE
from sellerdesk.ui.style import theme
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build
from sellerdesk.ui.widgets.list_dialog import ListDialog

if TYPE_CHECKING:
    from sellerdesk.workflows.shop.shown_figures import Shown

SIZE, WIDEST = (1300, 660), 16


class FiguresDialog(ListDialog):
    """The figures in force on the day of the window: those to look up, which it marks, then the unsure and the oldest.

    That they were looked up is told by a press: whoever only looked in is reminded again.
    """

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        """List them."""
        from sellerdesk.workflows.program.touched import touched
        from sellerdesk.workflows.shop.look_up import to_look_up
        from sellerdesk.workflows.shop.shown_figures import shown

        super().__init__(desk, parent)
        there = desk.attempt(lambda: touched(desk.store, desk.as_of))
        found = shown(desk.as_of) if there is None else shown(desk.as_of, there.shop, there.returns)
        seen = desk.state.figures_seen if desk.state else None
        due = {figure.id for figure in to_look_up(desk.as_of, seen)} if desk.has_reports() else set()
        found.sort(key=lambda figure: figure.id not in due)
        self.desk, self.looked_up = desk, build.button("", "ok")
        self.looked_up.setText(translate("Figures", "I looked these up ({count})").format(count=f"{len(due):,}"))
        self.looked_up.setVisible(bool(due))
        self.looked_up.setEnabled(not desk.read_only)
        self.looked_up.clicked.connect(self.tell_looked_up)
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
        if due:
            words += " " + translate("Figures", "To look up: {count}; they stand above all others.").format(count=f"{len(due):,}")
        title = translate("Figures", "Where the figures come from")
        self.lay_out(title, words, titles, rows(found, due, desk.lang), SIZE, widest=WIDEST, acts=(self.looked_up,))
        self.mark(len(due))

    def mark(self, count: int) -> None:
        """Tint the figures to look up, which stand first; the column of days says the same in words."""
        for line in range(count):
            for column in range(self.table.columnCount()):
                if (cell := self.table.item(line, column)) is not None:
                    cell.setBackground(theme.colour("check_bg"))

    def tell_looked_up(self) -> None:
        """Keep that the figures were looked up: Today reminds of them next month."""
        from sellerdesk.workflows.shop.look_up import looked_up
        from sellerdesk.writers.words import say

        desk = self.desk
        self.looked_up.setEnabled(False)
        desk.change(lambda: looked_up(desk.store, desk.as_of, desk.now()))
        desk.load()
        desk.said.emit(say(desk.lang, "source.looked_up", as_of=desk.as_of), DONE)


def rows(found: "list[Shown]", due: Collection[str], lang: str) -> Iterator[tuple[str, ...]]:
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
            f"{figure.checked}{age}" + (translate("Figures", " · look up") if figure.id in due else ""),
            *counts,
            f"{figure.source.in_(lang)}{pack} → {figure.where.in_(lang)}",
        )
