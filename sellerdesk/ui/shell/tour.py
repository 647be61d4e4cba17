"""A short tour: a card that points at real controls, one after the other; it blocks nothing and can be left at any time."""

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QWidget

from sellerdesk.ui.style import theme, tint
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build

if TYPE_CHECKING:
    from sellerdesk.ui.shell.pages import Pages

WIDTH, GAP, EDGE = 360, 10, 12
FOLLOW_MS = 150
"""How often the card looks whether its control moved: a resized window, a page turned by hand."""


class Stop(NamedTuple):
    """A stop of the tour: its page, the part of the window that it points at, and what it says."""

    page: str
    target: QWidget
    title: str
    text: str


def stops(pages: "Pages", open_button: QWidget) -> tuple[Stop, ...]:
    """The stops, in the language of the moment."""
    return (
        Stop(
            "today",
            pages.today.first_line(),
            translate("Tour", "What needs you today"),
            translate("Tour", "The most urgent stands first. The button of a line leads to what it speaks of."),
        ),
        Stop(
            "points",
            pages.points.chips,
            translate("Tour", "Filter by verdict"),
            translate("Tour", "Press “To fix” and the list shows only what is wrong. Titles sort; the search is at the top right."),
        ),
        Stop(
            "points",
            pages.points.panel,
            translate("Tour", "Why, and the smallest change"),
            translate("Tour", "For the row that is selected: what was compared, the clause it rests on, and how to fix it."),
        ),
        Stop(
            "points",
            pages.points.mend,
            translate("Tour", "Get the file that fixes it"),
            translate("Tour", "You upload it in Seller Central yourself. Nothing is ever sent from this computer."),
        ),
        Stop(
            "points",
            open_button,
            translate("Tour", "Now with your own report"),
            translate("Tour", "Open it here, or drop it on the window. Every change can be undone at the top right."),
        ),
    )


class Frame(QWidget):
    """A frame around a control; the mouse goes through it."""

    def __init__(self, window: QWidget) -> None:
        """Hidden."""
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A line in the accent's colour."""
        painter = QPainter(self)
        painter.setPen(QPen(theme.colour("accent"), 3))
        painter.drawRect(self.rect().adjusted(1, 1, -2, -2))


class Tour(QFrame):
    """The card; it goes when it is left or when the shop at hand is another."""

    left = Signal()

    def __init__(self, window: "Pages", open_button: QWidget) -> None:
        """At the first stop."""
        super().__init__(window)
        self.desk, self.main, self.at = window.desk, window, 0
        self.stops, self.high = partial(stops, window, open_button), open_button
        self.frame = Frame(window)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.title, self.text, self.count = build.label("", "lead", bold=True, wrap=True), build.label("", wrap=True), build.label()
        self.leave, self.back, self.next = build.flat(" "), build.button(height=32), build.button(height=32)
        self.leave.clicked.connect(self.end)
        self.back.clicked.connect(lambda: self.go(self.at - 1))
        self.next.clicked.connect(lambda: self.go(self.at + 1))
        foot = build.row(self.count, 4, self.leave, None, self.back, self.next)
        self.setLayout(build.column(self.title, self.text, 4, foot, margins=(16, 12, 16, 12)))
        window.installEventFilter(self)
        self.follow = QTimer(self)
        self.follow.setInterval(FOLLOW_MS)
        self.follow.timeout.connect(self.place)
        self.desk.shop_left.connect(self.end)
        self.desk.follow_in(self, self.restyle)
        self.go(0)
        self.show()
        self.raise_()
        self.follow.start()
        self.next.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.end()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Esc leaves wherever in the window it is pressed, unless what has the focus takes it."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            self.end()
            return True
        return False

    def go(self, number: int) -> None:
        """Go to a stop; after the last one the tour ends."""
        stops = self.stops()
        if number >= len(stops):
            self.end()
            return
        self.at = max(0, number)
        self.main.show_page(stops[self.at].page)
        self.restyle()
        self.next.setFocus(Qt.FocusReason.OtherFocusReason)

    def restyle(self) -> None:
        """Words and colours."""
        stops = self.stops()
        here, last = stops[self.at], self.at == len(stops) - 1
        self.title.setText(here.title)
        self.text.setText(here.text)
        self.count.setText(f"{self.at + 1} / {len(stops)}")
        self.leave.setText(translate("Tour", "Leave (Esc)"))
        self.back.setText(translate("Tour", "Back"))
        self.back.setEnabled(self.at > 0)
        self.next.setText(translate("Tour", "Done") if last else translate("Tour", "Next"))
        self.setAccessibleName(f"{here.title}. {here.text}")
        self.next.setAccessibleDescription(self.accessibleName())
        tint.fill_background(self, "accent_soft")
        tint.colour_text(self.count, "muted")
        self.place()

    def place(self) -> None:
        """At the lower left over the bar, so that its buttons stay in place; beside the control where it would cover that."""
        stop, room = self.stops()[self.at], self.main.rect().adjusted(EDGE, EDGE, -EDGE, -EDGE)
        wide = max(WIDTH, self.minimumSizeHint().width())
        size = QSize(wide, max(self.sizeHint().height(), self.heightForWidth(wide)))
        seen = stop.target.isVisible()
        target = QRect(stop.target.mapTo(self.main, QPoint(0, 0)), stop.target.size()) if seen else QRect()
        framed = target.adjusted(-3, -3, 3, 3)
        below = self.main.statusBar().height() + self.high.height() + 4 * GAP  # a page's bar is a button with room around it
        resting = QRect(QPoint(room.left(), self.main.height() - below - size.height()), size)
        covers = resting.top() < room.top() or resting.intersects(framed)
        self.setGeometry(QRect(beside(target, size, room), size) if covers else resting)
        self.frame.setGeometry(framed)
        self.frame.setVisible(seen)
        self.frame.raise_()
        self.raise_()

    def end(self) -> None:
        """Leave, for the page of the first stop, where the day's work begins; a page that the owner turned to meanwhile stays."""
        first, here = self.stops()[0], self.stops()[self.at]
        if self.main.name_in_sight() == here.page:
            self.main.show_page(first.page)
        self.follow.stop()
        self.frame.hide()
        self.frame.deleteLater()
        self.hide()
        self.deleteLater()
        self.left.emit()


def beside(target: QRect, size: QSize, room: QRect) -> QPoint:
    """Where a card of a size stands beside a control: below it, above it, at its left, or else in the room's last corner."""
    corner = QPoint(room.right() - size.width(), room.bottom() - size.height())
    if target.isNull():
        return corner
    left = max(room.left(), min(target.left(), corner.x()))
    top = max(room.top(), min(target.top(), corner.y()))
    if target.bottom() + GAP + size.height() <= room.bottom():
        return QPoint(left, target.bottom() + GAP)
    if target.top() - GAP - size.height() >= room.top():
        return QPoint(left, target.top() - GAP - size.height())
    if target.left() - GAP - size.width() >= room.left():
        return QPoint(target.left() - GAP - size.width(), top)
    return corner
