"""Small makers of stock widgets, so that spacing, fonts and colours come from one place."""

import re
from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QBoxLayout,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from sellerdesk.ui.style import icons, theme
from sellerdesk.ui.style.plain import Label, shown
from sellerdesk.ui.style.tint import colour_text, fill_background

Item = QWidget | QLayout | int | None
"""What a row or column holds: a widget, a layout, a gap in pixels, or a stretch (None)."""
Margins = tuple[int, int, int, int]
NO_MARGINS = (0, 0, 0, 0)
GAP = 8
ROOM, HINT_ROOM, SCROLL_BAR = 14, 20, 12
LONG_WORD = 28
"""Characters; a panel of 312 pixels holds some thirty."""
L = TypeVar("L", bound=QBoxLayout)


def row(*items: Item, gap: int = GAP, margins: Margins = NO_MARGINS, grow: QWidget | QLayout | None = None) -> QHBoxLayout:
    """Items side by side; `grow` takes what is left."""
    return fill(QHBoxLayout(), items, gap, margins, grow)


def column(*items: Item, gap: int = GAP, margins: Margins = NO_MARGINS, grow: QWidget | QLayout | None = None) -> QVBoxLayout:
    """Items below each other; `grow` takes what is left."""
    return fill(QVBoxLayout(), items, gap, margins, grow)


def fill(layout: L, items: Sequence[Item], gap: int, margins: Margins, grow: QWidget | QLayout | None) -> L:
    """Put items into a layout."""
    layout.setSpacing(gap)
    layout.setContentsMargins(*margins)
    for item in items:
        if item is None:
            layout.addStretch(1)
        elif isinstance(item, int):
            layout.addSpacing(item)
        elif isinstance(item, QLayout):
            layout.addLayout(item, 1 if item is grow else 0)
        else:
            layout.addWidget(item, 1 if item is grow else 0)
    return layout


def box(layout: QLayout, background: str = "") -> QWidget:
    """A layout as a widget, on a background of the theme."""
    widget = QWidget()
    widget.setLayout(layout)
    return fill_background(widget, background) if background else widget


def label(text: str = "", size: str = "body", token: str = "", *, bold: bool = False, wrap: bool = False) -> QLabel:
    """Words, in a size and colour of the theme; they can be marked and copied when they may run over several lines."""
    widget = Label(text)
    widget.setFont(theme.font(size, bold=bold))
    if wrap:
        set_breakable(widget, text)
        widget.setWordWrap(True)
        widget.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard)
    if token:
        colour_text(widget, token)
    return widget


def set_breakable(widget: QLabel, text: str) -> None:
    """Give a label words that may be too long for a panel; the places to break in are no letters of a file, and get no mark."""
    QLabel.setText(widget, breakable(shown(text)))


def breakable(text: str) -> str:
    """Words with a place to break in those that are too long for a panel, such as a SKU of forty characters.

    Japanese has no blanks, and Qt breaks it where it may be broken: a place of ours would stand within a figure.
    """
    return re.sub(f"[!-~]{{{LONG_WORD + 1},}}", lambda word: "\u200b".join(re.findall(f".{{1,{LONG_WORD // 2}}}", word[0])), text)


def hairline() -> QFrame:
    """A line of one pixel across."""
    line = QFrame()
    line.setFixedHeight(1)
    fill_background(line, "line")
    return line


def upright() -> QFrame:
    """A line of one pixel between panes side by side."""
    line = QFrame()
    line.setFixedWidth(1)
    fill_background(line, "line")
    return line


def button(text: str = "", icon: str = "", height: int = 34) -> QPushButton:
    """A plain button; Enter in a field of a dialog presses it only where it is made the default."""
    made = Button(text, height)
    made.setAutoDefault(False)
    if icon:
        made.setIcon(icons.icon(icon))
    return made


MANY = "8,888"
"""The count that a button has room for, so that a smaller one moves nothing."""


def say_in_place(button: QPushButton, words: str, *others: str) -> None:
    """Give a button its words, and room for `others`, its words of another time: its neighbours stay in place."""
    button.setText(words)
    flags = Qt.TextFlag.TextShowMnemonic
    wide, *room = (button.fontMetrics().size(flags, shown(text)).width() for text in (words, *others))
    more = max(room, default=0) - wide
    button.setMinimumWidth(button.sizeHint().width() + max(0, more))


def fill_in(button: QPushButton, icon: str = "") -> None:
    """Make a button the one filled button of its page or dialog, with an icon in the colour of its words."""
    button.setFont(theme.font(bold=True))
    button.setStyleSheet(theme.primary_style())
    if icon:
        button.setIcon(icons.icon_on_fill(icon))


class Button(QPushButton):
    """A push button with room around its words: at least so high, and higher where its letters are."""

    def __init__(self, text: str, height: int) -> None:
        """At least `height` pixels high; a minimum height of Qt's would let a full window press it below its letters."""
        super().__init__(text)
        self.least = height

    def sizeHint(self) -> QSize:
        """A little wider than Qt's own."""
        return (super().sizeHint() + QSize(ROOM, 0)).expandedTo(QSize(0, self.least))

    def minimumSizeHint(self) -> QSize:
        """Never narrower than its words."""
        return self.sizeHint()


def fit_hint(field: QLineEdit) -> None:
    """Leave an empty field the room that its hint needs, in letters of any size."""
    field.setMinimumWidth(field.fontMetrics().horizontalAdvance(field.placeholderText()) + HINT_ROOM)


def flat(text: str = "", icon: str = "", token: str = "link") -> QToolButton:  # noqa: S107 (a token of the theme)
    """A button without a frame."""
    made = QToolButton()
    made.setAutoRaise(True)
    made.setText(text)
    made.setIconSize(QSize(18, 18))
    colour_text(made, token)
    style = Qt.ToolButtonStyle
    made.setToolButtonStyle(
        style.ToolButtonTextBesideIcon if text and icon else style.ToolButtonIconOnly if icon else style.ToolButtonTextOnly
    )
    if icon:
        made.setIcon(icons.icon(icon, token))
    return made


def fold() -> QToolButton:
    """A button that shows and hides what stands below it; its arrow tells which."""
    made = flat(token="text")  # noqa: S106 (a token of the theme)
    made.setCheckable(True)
    made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    made.setIconSize(QSize(14, 14))
    made.toggled.connect(lambda _open: turn_fold(made))
    turn_fold(made)
    return made


def turn_fold(button: QToolButton) -> None:
    """Draw the arrow of a fold, in the theme of the moment."""
    button.setIcon(icons.icon("chevron-down" if button.isChecked() else "chevron-right", "muted"))


def tab_bar(titles: int, *, small: bool) -> QTabBar:
    """A row of tabs without a frame; its words come when the language is known."""
    bar = QTabBar()
    bar.setDrawBase(False)
    bar.setExpanding(False)
    bar.setUsesScrollButtons(False)
    bar.setElideMode(Qt.TextElideMode.ElideNone)
    bar.setFont(theme.font("body" if small else "lead", bold=not small))
    bar.setIconSize(QSize(20, 20))
    for _ in range(titles):
        bar.addTab("")
    return bar


def segments(titles: int) -> QTabBar:
    """Joined segments of which one is chosen: a tab bar, so that arrow keys and the role of its parts come with it."""
    bar = tab_bar(titles, small=True)
    bar.currentChanged.connect(lambda _number: mark_chosen(bar))
    restyle_segments(bar)
    return bar


def restyle_segments(bar: QTabBar) -> None:
    """The colours of the moment."""
    bar.setStyleSheet(theme.segment_style())
    mark_chosen(bar)


def mark_chosen(bar: QTabBar) -> None:
    """In high contrast, without a style sheet, the chosen tab has the system's colour of what is chosen."""
    for number in range(bar.count()):
        bar.setTabTextColor(number, theme.colour("accent") if theme.plain and number == bar.currentIndex() else QColor())


def viewport(area: QAbstractScrollArea) -> QWidget:
    """What scrolls in a scroll area, asked for by its name.

    That takes 0.04 ms; of viewport() Python cannot tell which kind of widget it is, and loads every kind to find out: 23 ms.
    """
    found = area.findChild(QWidget, "qt_scrollarea_viewport", Qt.FindChildOption.FindDirectChildrenOnly)
    return area.viewport() if found is None else found


def slim(view: QAbstractScrollArea) -> None:
    """Thin flat scroll bars; set for each bar, never for the whole program."""
    for bar in (view.verticalScrollBar(), view.horizontalScrollBar()):
        bar.setStyleSheet(theme.scroll_bar_style())


def choice(height: int) -> QComboBox:
    """A list to choose from, as wide as its words are in the language of the moment, at least so many pixels high."""
    made = QComboBox()
    made.setMinimumHeight(height)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    return made


def scrolled(widget: QWidget, width: int, background: str = "base", *, sideways: bool = False) -> QScrollArea:
    """A widget that scrolls up and down, never narrower than its controls; a form of many columns goes `sideways`, too, where it must."""
    area = Scrolled(width, sideways=sideways)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if sideways else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    area.setHorizontalScrollBarPolicy(policy)
    area.setWidget(widget)
    slim(area)
    for part in (area, viewport(area), widget):
        fill_background(part, background)
    area.fit()
    return area


class Scrolled(QScrollArea):
    """Widens with its controls: another language or larger letters need more room."""

    def __init__(self, width: int, *, sideways: bool) -> None:
        """At least so many pixels wide, and no more where it goes sideways."""
        super().__init__()
        self.least, self.sideways, self.keeping = width, sideways, False
        self.verticalScrollBar().rangeChanged.connect(self.keep_room)
        self.keep_room(0, 0)

    def keep_room(self, _least: int, most: int) -> None:
        """Leave the room of the scroll bar free while there is none: what is inside stays as wide when one comes.

        What just fits into the room without a bar and not beside one would ask for the bar and for the room by turns, without an end.
        """
        if self.keeping:
            return
        self.keeping = True
        self.setViewportMargins(0, 0, 0 if most > 0 else SCROLL_BAR, 0)
        self.keeping = False

    def fit(self) -> None:
        """Take the room that the controls need."""
        inside = self.widget()
        self.setMinimumWidth(max(self.least, inside.minimumSizeHint().width() + ROOM if inside and not self.sideways else 0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The widget inside was laid out anew."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self.widget():
            self.fit()
        return super().eventFilter(watched, event)


def bold(font: QFont) -> QFont:
    """The same font, demi-bold."""
    made = QFont(font)
    made.setWeight(QFont.Weight.DemiBold)
    return made


def emptied(layout: QLayout) -> None:
    """Take everything out of a layout; the keyboard stays near: what is around gets the focus of what goes."""
    keep_focus(layout.parentWidget())
    while layout.count() and (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()  # a layout shows what it took in a later turn: without a parent that would be a window of its own
            widget.setParent(None)
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            emptied(inner)


def keep_focus(around: QWidget | None) -> None:
    """Give the focus of a widget's children, when one has it, to the nearest widget around that takes it."""
    focused = QApplication.focusWidget()
    if around is None or focused is None or not around.isAncestorOf(focused):
        return
    while around is not None and around.focusPolicy() == Qt.FocusPolicy.NoFocus:
        around = around.parentWidget()
    if around is not None:
        around.setFocus(Qt.FocusReason.OtherFocusReason)
