"""The strip of 配送パターン about promised days: which a carrier cannot keep from the shop's prefecture, asked for here once."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sellerdesk.domain.template import TemplateCell
from sellerdesk.ui.desk import edits
from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.style import plain, tint
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build
from sellerdesk.ui.widgets.choice_field import ChoiceField
from sellerdesk.ui.widgets.fold import Fold

if TYPE_CHECKING:
    from sellerdesk.workflows.sfp.promises import Kept

SHOWN = 1
"""Sentences in sight; the others are folded."""


class PromiseStrip(QWidget):
    """Hidden while no cell promises any days."""

    def __init__(self, desk: Desk) -> None:
        """Nothing is promised yet."""
        super().__init__()
        self.desk = desk
        self.cells: Sequence[TemplateCell] = ()
        self.symbol, self.title = tint.picture("check", "check", 18), build.label("", bold=True, wrap=True)
        self.asks, self.choice = build.label(), ChoiceField()
        self.choice.setMinimumHeight(30)
        self.choice.answered.connect(lambda: QTimer.singleShot(0, self, self.keep))
        self.content = QVBoxLayout()
        self.content.setSpacing(2)
        head = build.row(self.symbol, self.title, self.asks, self.choice, grow=self.title)
        self.setLayout(build.column(head, self.content, gap=2, margins=(16, 6, 12, 6)))
        self.hide()

    def keep(self) -> None:
        """Keep the prefecture that was chosen."""
        chosen, state = plain.chosen(self.choice), self.desk.state
        if chosen and state is not None and chosen != state.account.ships_from:
            edits.tell_account(self.desk, {"ships_from": chosen})

    def show_cells(self, cells: Sequence[TemplateCell]) -> None:
        """Look at the promises of some cells."""
        from sellerdesk.workflows.sfp.promises import kept

        self.cells, state = cells, self.desk.state
        if state is None:
            return
        found = self.desk.attempt(lambda: kept(cells, state.account.ships_from, self.desk.as_of))
        self.setVisible(found is not None and bool(found.promising and found.figures))
        if found is not None:
            self.fill_choice(found.start)
            self.tell(found)

    def fill_choice(self, start: str | None) -> None:
        """The prefectures; none is chosen while the owner told none."""
        from sellerdesk.workflows.fares import prefecture_names, prefecture_number

        self.choice.clear()
        self.choice.addItem(translate("Templates", "Choose…"), "")
        plain.offer(self.choice, *prefecture_names(self.desk.lang))
        number = prefecture_number(start) if start else None
        self.choice.setCurrentIndex(number or 0)
        self.asks.setText(translate("Templates", "Your shop's prefecture"))
        self.choice.setAccessibleName(translate("Templates", "Your shop's prefecture"))
        tint.colour_text(self.asks, "muted")

    def tell(self, found: "Kept") -> None:
        """Every promise that is not kept; what no figure names is not known."""
        build.emptied(self.content)
        lines = list(self.sentences(found))
        if found.start is None:
            title, token = translate("Templates", "Whether the promised days can be kept is not known yet: choose your prefecture"), "check"
        elif lines:
            title, token = translate("Templates", "Promised days that the carrier cannot keep: {count}").format(count=len(lines)), "check"
        else:
            title, token = translate("Templates", "No promise is known to be broken; other routes and carriers are not known here"), "muted"
        self.title.setText(title)
        tint.repicture(self.symbol, "check" if token == "check" else "info", token)  # noqa: S105 (a colour)
        tint.colour_text(self.title, token)
        for words in lines[:SHOWN]:
            self.content.addWidget(build.label(words, "small", wrap=True))
        rest = [*lines[SHOWN:], *([translate("Templates", "Days of other routes and carriers are not known here.")] if lines else [])]
        if rest:
            head = translate("Templates", "{count} more").format(count=len(lines) - SHOWN) if len(lines) > SHOWN else rest[-1]
            self.content.addWidget(Fold(head, *(build.label(words, "small", wrap=True) for words in rest)))
        tint.fill_background(self, "base")

    def sentences(self, found: "Kept") -> Iterator[str]:
        """The promises that are not kept, in words."""
        from sellerdesk.workflows.sfp.promises import sentences
        from sellerdesk.writers.words import say

        lang = self.desk.lang
        names = {
            cell.name: f"{cell.place or say(lang, f'region.{cell.region}')} · {say(lang, f'service.{cell.service}')}" for cell in self.cells
        }
        return sentences(found, names, lang)
