"""What an audit of the widget tree looks for: controls without a name, out of reach of Tab, and words wider than their box."""

import importlib
import pkgutil

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDateEdit,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QListWidget,
    QPlainTextEdit,
    QRadioButton,
    QScrollBar,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QTableView,
    QTextEdit,
    QWidget,
)

import sellerdesk.ui
from sellerdesk.ui.shell.action_finder import ActionFinder
from sellerdesk.ui.widgets.dialog import Dialog
from sellerdesk.ui.widgets.text_table import TextTable

CONTROLS = (
    QAbstractButton, QAbstractItemView, QAbstractSlider, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QTabBar, QTextEdit,
)  # fmt: skip
MOST = 400
"""Presses of Tab after which a window certainly was gone round."""
SPARE = 1
"""Pixels that a rounded scale may take."""


def controls(root: QWidget) -> list[QWidget]:
    """The controls in sight, without the inner parts of Qt's own ones."""
    return [one for one in root.findChildren(QWidget) if isinstance(one, CONTROLS) and ours(one, root)]


def ours(one: QWidget, root: QWidget) -> bool:
    """Whether a widget is in sight, belongs to this window, and is no inner part of another control."""
    if not one.isVisibleTo(root) or one.window() is not root or isinstance(one, QHeaderView | QScrollBar):
        return False
    name, parent = one.objectName(), one.parentWidget()
    if name.startswith("qt_") or type(one).__name__ in ("QTableCornerButton", "CloseButton") or parent is None:
        return False
    return not isinstance(parent, QComboBox | QAbstractSpinBox | QLineEdit | QTabBar)


def told(one: QWidget) -> str:
    """What a control is called in a report of the audit."""
    text = getattr(one, "text", None) or getattr(one, "currentText", None)
    return f"{type(one).__name__} {one.accessibleName() or (text() if callable(text) else '')!r} in {type(one.parentWidget()).__name__}"


def name_of(one: QWidget) -> str:
    """What a screen reader calls a control."""
    return QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name).strip()


def nameless(root: QWidget) -> list[str]:
    """Controls that a screen reader has no name for."""
    return [f"no name: {told(one)}" for one in controls(root) if not name_of(one)]


def unreachable(root: QWidget) -> list[str]:
    """Controls that pressing Tab never comes to, and places that Tab does not leave."""
    root.activateWindow()
    root.setFocus()
    seen: list[QWidget] = []
    for _press in range(MOST):
        before = QApplication.focusWidget()
        now = after_tab(before, root)
        if now is None or now in seen:
            break
        seen.append(now)
    end = told(seen[-1]) if seen else "nothing"
    return [f"out of reach, Tab ends at {end}: {told(one)}" for one in controls(root) if one.isEnabled() and not reached(one, seen)]


def after_tab(before: QWidget | None, root: QWidget) -> QWidget | None:
    """Where Tab leads; a day has three parts that Tab goes through before it leaves."""
    for _part in range(1 + 2 * isinstance(before, QDateEdit)):
        QTest.keyClick(before or root, Qt.Key.Key_Tab)
        if QApplication.focusWidget() is not before:
            break
    return QApplication.focusWidget()


def reached(one: QWidget, seen: list[QWidget]) -> bool:
    """Whether Tab came to a control, to what it gives the focus to, or to a choice of the same group."""
    if one in seen or one.focusProxy() in seen or any(one.isAncestorOf(other) for other in seen):
        return True
    if type(one.parentWidget()) is ActionFinder and isinstance(one, QListWidget):  # arrow keys move in it while one types
        return True
    parent = one.parentWidget()
    return isinstance(one, QRadioButton) and any(isinstance(other, QRadioButton) and other.parentWidget() is parent for other in seen)


def cut(root: QWidget) -> list[str]:
    """Words in sight that have less room than they need."""
    there = [one for one in root.findChildren(QWidget) if one.isVisibleTo(root) and one.window() is root]
    lacking = ((one, outside(one) or lacks(one)) for one in there)
    return [f"cut: {why}: {told(one)} {one.size().toTuple()}" for one, why in lacking if why]


def outside(one: QWidget) -> str:
    """How a widget with words reaches out of what it stands in; "" when all is well."""
    parent = one.parentWidget()
    if parent is None or scrolls(parent) or not isinstance(one, QLabel | QAbstractButton | QComboBox | QLineEdit):
        return ""
    if parent.rect().adjusted(-SPARE, -SPARE, SPARE, SPARE).contains(one.geometry()):
        return ""
    return f"it reaches out of its place {parent.rect().getRect()}, {one.geometry().getRect()}"


def lacks(one: QWidget) -> str:
    """What of a widget's words has no room; "" when all is well."""
    found = ""
    if isinstance(one, QLabel | QAbstractButton) and one.text():
        found = words_lack(one)
    elif isinstance(one, QComboBox):
        found = box_lacks(one)
    elif isinstance(one, QLineEdit) and not one.text():
        need = one.fontMetrics().horizontalAdvance(one.placeholderText())
        found = "its hint" if need > one.width() - 8 else ""
    elif isinstance(one, QTabBar):
        found = ", ".join(one.tabText(place) for place in range(one.count()) if one.tabRect(place).right() > one.width())
    elif isinstance(one, QTableView):
        found = titles_lack(one)
    elif isinstance(one, QListView):
        found = list_lacks(one)
    return found


def scrolls(parent: QWidget) -> bool:
    """Whether a widget is the inside of something that scrolls."""
    return isinstance(parent.parentWidget(), QAbstractScrollArea)


def words_lack(one: QLabel | QAbstractButton) -> str:
    """What the words of a label or a button lack."""
    if isinstance(one, QLabel) and one.wordWrap():
        high = one.heightForWidth(one.width())
        return f"needs a height of {high}" if one.height() + SPARE < high else ""
    need = one.minimumSizeHint()
    return f"needs {need.toTuple()}" if one.width() + SPARE < need.width() or one.height() + SPARE < need.height() else ""


def box_lacks(one: QComboBox) -> str:
    """What the chosen words of a list lack."""
    option = QStyleOptionComboBox()
    one.initStyleOption(option)
    field: QRect = one.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, one)
    text = one.currentText() or (one.placeholderText() if not one.isEditable() else "")
    need = QFontMetrics(one.font()).horizontalAdvance(text)
    if need <= field.width() + SPARE or one.toolTip() == text:
        return ""
    return f"{text!r} needs {need} of {field.width()}"


def titles_lack(one: QTableView) -> str:
    """What the titles of a table's columns lack."""
    header = one.horizontalHeader()
    if not header.isVisible():
        return ""
    metrics = QFontMetrics(header.font())
    styled = 10 + (one.before if isinstance(one, TextTable) else 10)  # theme.header_style: what stands before a title, and 10 behind it
    margins = styled if header.styleSheet() else 2 * header.style().pixelMetric(QStyle.PixelMetric.PM_HeaderMargin, None, header)
    for place in range(header.count()):
        title = str(one.model().headerData(place, Qt.Orientation.Horizontal) or "")
        need = max(map(metrics.horizontalAdvance, title.split("\n")))  # a title of two lines is as wide as its wider one
        if not one.isColumnHidden(place) and need > header.sectionSize(place) - margins:
            return f"the title {title!r}: {need} of {header.sectionSize(place)}"
    return ""


def list_lacks(one: QListView) -> str:
    """What the words of a list lack that cannot be scrolled sideways."""
    model = one.model()
    if one.horizontalScrollBarPolicy() != Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
        return ""
    wide = [
        str(model.index(line, 0).data())
        for line in range(model.rowCount())
        if one.sizeHintForIndex(model.index(line, 0)).width() > one.width()
    ]
    return f"lines {wide[:3]}" if wide else ""


def audited(root: QWidget) -> list[str]:
    """All that is wrong with a window."""
    return [*nameless(root), *unreachable(root), *cut(root)]


def settle() -> None:
    """Let layouts come to rest."""
    for _turn in range(5):
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        QApplication.processEvents()


def every_dialog() -> list[type[Dialog]]:
    """All kinds of dialogs that the program has, whatever the tests before this one happened to load."""
    for module in pkgutil.walk_packages(sellerdesk.ui.__path__, "sellerdesk.ui."):
        importlib.import_module(module.name)
    return subclasses(Dialog)


def subclasses(kind: type[Dialog]) -> list[type[Dialog]]:
    """All classes that stem from a dialog's."""
    return [found for child in kind.__subclasses__() for found in (child, *subclasses(child))]
