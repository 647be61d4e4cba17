"""The bar below a list: one filled button with the page's job, plain ones that take the list out, and what was done just now."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QTableView, QWidget

from sellerdesk.ui.desk import clipboard, edits
from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.desk.outcome_words import DONE
from sellerdesk.ui.desk.tasks import Turns
from sellerdesk.ui.lists.copying import TURN_MS, copy
from sellerdesk.ui.style import icons, plain, theme, tint
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build
from sellerdesk.ui.widgets.wrapping_row import Flow

ROOM_FOR_NOTE = 1_280
"""Pixels of a bar, at the natural size of letters, below which its note goes: the buttons come first."""


class BarButton(NamedTuple):
    """A button of the bar with its icon."""

    button: QPushButton
    icon: str


class Buttons(NamedTuple):
    """What a page adds to its bar: `main` is its one filled button, where it has a job; `others` stand after those of every list."""

    main: BarButton | None = None
    others: Sequence[BarButton] = ()


class DoneLine(QWidget):
    """A green line: what was done, of how many, and a way to take it back; hidden until something was done on this page.

    `turned` tells that it comes or goes.
    """

    turned = Signal()

    def __init__(self, desk: Desk) -> None:
        """Nothing was done yet."""
        super().__init__()
        self.desk = desk
        self.symbol, self.words = tint.picture("ok", "ok", 18), build.label("", bold=True)
        self.back = build.flat(" ", "undo")
        self.back.clicked.connect(lambda: edits.undo(desk))
        self.setLayout(build.row(self.symbol, self.words, self.back, margins=(10, 0, 6, 0)))
        self.setMinimumHeight(34)
        self.hide()
        desk.said.connect(self.hear)
        desk.undo_changed.connect(self.hide)  # its button would take back what was done since
        desk.follow(self.restyle)

    def showEvent(self, event: QShowEvent) -> None:
        """It comes."""
        super().showEvent(event)
        self.turned.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """It goes."""
        super().hideEvent(event)
        self.turned.emit()

    def hear(self, words: str, kind: str) -> None:
        """Show what was done on the page in sight; whatever is said next takes its place."""
        page = self.parentWidget()
        self.words.setText(words)
        self.setAccessibleName(plain.shown(words))
        self.setVisible(kind == DONE and page is not None and page.isVisible())
        if self.isVisible():
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def restyle(self) -> None:
        """Words and colours."""
        self.back.setText(translate("Bar", "Undo"))
        self.back.setIcon(icons.icon("undo", "link"))
        tint.repicture(self.symbol, "ok", "ok")
        tint.fill_background(self, "ok_bg")
        tint.colour_text(self.words, "ok")


class ActionBar(QWidget):
    """The bar of a page with a list; `wanted` asks for the list as a file with an ending (".xlsx", ".pdf")."""

    wanted = Signal(str)

    def __init__(self, desk: Desk, table: QTableView, own: Buttons = Buttons()) -> None:  # noqa: B008 (it never changes)
        """`own` are the buttons of the page itself."""
        super().__init__()
        self.main, self.others = own
        self.copy, self.workbook, self.paper = build.button(), build.button(), build.button()
        self.note, self.done = build.label("", "small", "muted", wrap=True), DoneLine(desk)
        self.turns = Turns(self, TURN_MS)
        self.copy.clicked.connect(lambda: copy(table, self.turns, None, partial(clipboard.say_rows, desk)))
        self.workbook.clicked.connect(partial(self.wanted.emit, ".xlsx"))
        self.paper.clicked.connect(partial(self.wanted.emit, ".pdf"))
        self.note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # it gives way to the buttons
        acts = QWidget()
        line = Flow(acts, build.GAP)
        first = [self.main.button] if self.main else []
        for widget in (*first, self.copy, self.workbook, self.paper, *(added.button for added in self.others), self.done):
            line.addWidget(widget)
        self.setLayout(build.row(acts, self.note, margins=(16, 8, 16, 8), grow=self.note))
        self.done.turned.connect(self.fit_note)
        desk.follow(self.restyle)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the note out where the buttons need the room."""
        super().resizeEvent(event)
        self.fit_note()

    def fit_note(self) -> None:
        """Show the note where neither the buttons nor what was done need its room: a column of single words would be as high as a table."""
        self.note.setVisible(self.done.isHidden() and self.width() >= ROOM_FOR_NOTE * theme.scale())

    def hideEvent(self, event: QHideEvent) -> None:
        """Another page: what was done here is no longer spoken of."""
        super().hideEvent(event)
        self.done.hide()

    def allow(self, *, rows: bool) -> None:
        """Only a list with rows can be taken out."""
        for button in (self.copy, self.workbook, self.paper):
            button.setEnabled(rows)

    def restyle(self) -> None:
        """Words and colours."""
        tint.fill_background(self, "window")
        for button, words, icon in (
            (self.copy, translate("Page", "Copy list"), "copy"),
            (self.workbook, translate("Bar", "Excel"), "sheet"),
            (self.paper, translate("Bar", "PDF"), "page"),
        ):
            button.setText(words)
            button.setIcon(icons.icon(icon))
        for act in self.others:
            act.button.setIcon(icons.icon(act.icon))
        if self.main:
            build.fill_in(self.main.button, self.main.icon)
        tint.colour_text(self.note, "muted")
