"""The row above the tabs: opening a report, the day of the terms, the shop at hand, the search, undo and redo."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QLineEdit

from sellerdesk.ui.desk import edits
from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.desk.shops import shop_words
from sellerdesk.ui.desk.tasks import single_shot
from sellerdesk.ui.shell import asked_for
from sellerdesk.ui.style import icons, plain, tint
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build
from sellerdesk.ui.widgets.day_field import DayField

if TYPE_CHECKING:
    from datetime import date

    from sellerdesk.domain.deed import Deed

SEARCH_LEAST, SEARCH_MOST = 160, 300
"""Pixels of the search field, which gives way to larger letters beside it."""
FIRST_DAY = (2018, 1, 1)
"""Before it no rule holds."""
MINUTE_MS = 60_000
"""How often the clock is looked at, also after the computer slept."""
SEARCH_MS = 5
"""A pause in typing after which the table follows: what is typed is drawn first. A filter of 100,000 rows takes some 15 ms."""


class Header(QObject):
    """The row over a desk, to be laid out by the window; `sought` follows the text typed into the search."""

    sought = Signal()

    def __init__(self, desk: Desk, search: QLineEdit) -> None:
        """Words come with `restyle`."""
        super().__init__()
        self.desk, self.search = desk, search
        self.open_button, self.shop_button = build.button(icon="open"), build.flat(" ", "shop", "text")
        self.day, self.day_label = DayField(), build.label()
        self.undo, self.redo = build.flat("", "undo", "text"), build.flat("", "redo", "text")
        self.typing, self.clock = single_shot(self, SEARCH_MS, self.sought.emit), QTimer(self)
        self.today = desk.now().date()
        self.row = self.laid_out()
        self.day.dateChanged.connect(lambda day: self.set_day(day.toPython()))
        self.day.refused.connect(lambda words: desk.said.emit(words, "check"))
        self.undo.clicked.connect(lambda: asked_for.undo(desk, self.undo.window()))
        self.redo.clicked.connect(lambda: edits.undo(desk, back=False))
        self.clock.timeout.connect(self.follow_day)
        self.clock.start(MINUTE_MS)
        search.textChanged.connect(self.typing.start)

    def laid_out(self) -> QHBoxLayout:
        """One row; the search takes what room there is."""
        day = self.desk.as_of
        self.day.setMinimumDate(QDate(*FIRST_DAY))
        self.day.setDisplayFormat("yyyy-MM-dd")
        self.day.setDate(QDate(day.year, day.month, day.day))
        self.day.setMinimumSize(128, 34)
        self.day_label.setBuddy(self.day)
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumSize(SEARCH_LEAST, 34)
        self.search.setMaximumWidth(SEARCH_MOST)
        for button in (self.undo, self.redo):
            button.setFixedSize(34, 34)
        left = (self.open_button, 12, self.day_label, self.day, 12, self.shop_button, None)
        row = build.row(*left, self.search, 8, self.undo, self.redo, margins=(16, 10, 16, 8))
        row.setStretchFactor(self.search, SEARCH_MOST)
        return row

    def set_day(self, day: "date") -> None:
        """Go by the terms of another day (Japan); one that lies far beyond the last check of the figures is said to."""
        from sellerdesk.workflows.figures.in_force import unconfirmed
        from sellerdesk.writers.words import say

        self.desk.set_day(day)
        if checked := unconfirmed(day):
            self.desk.said.emit(say(self.desk.lang, "say.not_confirmed", day=day, checked=checked), "check")

    def follow_day(self) -> None:
        """At midnight (Japan) the day of the terms becomes the new one, unless its owner chose another; an open dialog ends first."""
        today, before = self.desk.now().date(), self.today
        dialogs = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, QDialog) and widget.isVisible()]
        if today == before or self.desk.read_only or dialogs:
            return
        self.today = today
        if self.desk.as_of == before:
            self.day.setDate(QDate(today.year, today.month, today.day))

    def switch_shop(self) -> None:
        """Go to the demo shop, or leave it."""
        if self.desk.demo:
            self.desk.leave_demo()
        else:
            self.desk.try_demo()

    def allow(self) -> None:
        """A shop that another window holds is read: nothing is opened into it."""
        self.open_button.setEnabled(not self.desk.read_only)
        self.day.setEnabled(not self.desk.read_only)

    def restyle(self) -> None:
        """Words and colours."""
        self.open_button.setText(translate("Window", "Open report…"))
        self.open_button.setIcon(icons.icon("open"))
        self.day_label.setTextFormat(self.day_label.textFormat().AutoText)
        self.day_label.setText(translate("Window", "Terms as of &date"))
        self.day.setAccessibleName(translate("Window", "Terms as of &date").replace("&", ""))
        self.search.setPlaceholderText(translate("Window", "Search SKU, name, ASIN  Ctrl+F"))
        self.search.setAccessibleName(self.search.placeholderText())
        for action in self.search.actions():
            self.search.removeAction(action)
        self.search.addAction(icons.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        tint.colour_text(self.day_label, "muted")

    def restyle_undo(self) -> tuple[str, str]:
        """What undo and redo would do, in words; disabled when there is nothing."""
        changes = self.desk.state.changes if self.desk.state else (None, None)
        tips = []
        named = (translate("Window", "Undo"), translate("Window", "Redo"))
        for button, icon, change, word in zip((self.undo, self.redo), ("undo", "redo"), changes, named, strict=True):
            tips.append(word if change is None else f"{word}: {self.deed_words(change)}")
            button.setIcon(icons.icon_at_rest(icon))
            plain.set_tip(button, tips[-1])
            button.setAccessibleName(tips[-1])
            button.setEnabled(change is not None and not self.desk.read_only)
        return tips[0], tips[1]

    def deed_words(self, change: "Deed") -> str:
        """What a change was, in a few words, and of how many where it was several."""
        from sellerdesk.writers.deed_words import deed

        words, count = deed(change.name, {}, self.desk.lang), change.facts.get("count", 1)
        several = isinstance(count, int) and count > 1
        return translate("Window", "{what} ({count})").format(what=words, count=f"{count:,}") if several else words

    def name_shop(self) -> str:
        """The shop at hand on its button, whose tip says where a press leads; gives what going to the demo shop or leaving it is called."""
        demo = self.desk.demo
        self.shop_button.setText(plain.literal(translate("Window", "Demo shop · leave") if demo else shop_words(self.desk)))
        self.shop_button.setIcon(icons.icon("shop"))
        tint.colour_text(self.shop_button, "text")
        tip = translate("Window", "Leave the demo shop") if demo else translate("Window", "Try the demo shop")
        plain.set_tip(self.shop_button, tip if demo else translate("Window", "Choose a shop"))
        return tip
