"""What a walk through the widget tree looks for: a text of a file that is rendered, that is a key, or that turns its line."""

import re
from collections.abc import Iterator
from functools import cache

from PySide6.QtCore import QAbstractItemModel, QAbstractTableModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QAction, QTextDocument
from PySide6.QtGui import Qt as Guess
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QTabWidget,
    QTextBrowser,
    QTextEdit,
    QWidget,
)

from sellerdesk.ui.widgets import build
from sellerdesk.writers.harmless import HARMFUL

ROWS, COLUMNS = 40, 20
KEY = re.compile(r"(?<!&)&(?:&&)*(?!&)")
"""An & that Qt takes for a key."""
OURS = {"p"}
"""The tags of a tooltip that says a text with tags."""
MAYBE = Qt.TextFormat.AutoText
PLAIN = Qt.TextFormat.PlainText
Said = tuple[str, str, str]
"""Where a text stands, how it is told, the text."""


def said(root: QWidget) -> Iterator[Said]:
    """Every text of a window; how: plain, maybe (Qt guesses), tip, key (an & is one), pages (our own HTML)."""
    for one in [root, *root.findChildren(QObject)]:
        where = f"{type(root).__name__} / {type(one).__name__}"
        if isinstance(one, QWidget):
            yield from widget_says(one, where)
        if isinstance(one, QAction):
            yield where, "key", one.text()
            yield where, "tip", "" if one.toolTip() == default_tip(one.text()) else one.toolTip()
        elif isinstance(one, QMenu):
            yield where, "key", one.title()


def default_tip(text: str) -> str:
    """What Qt makes a tooltip of an action from; menus show none."""
    return re.sub(r"&(.)", r"\1", text.replace("...", ""))


def widget_says(one: QWidget, where: str) -> Iterator[Said]:
    """The texts of one widget."""
    yield where, "tip", one.toolTip()
    for text in (one.windowTitle(), one.statusTip(), one.whatsThis(), one.accessibleName()):
        yield where, "plain", text
    if isinstance(one, QLabel):
        how = {PLAIN: "plain", MAYBE: "maybe"}.get(one.textFormat(), "rich")
        yield where, how, one.text()
        if one.buddy() is not None:
            yield where, "key", one.text()
    elif isinstance(one, QAbstractButton):
        yield where, "key", one.text()
    elif isinstance(one, QComboBox):
        yield from ((where, "plain", one.itemText(place)) for place in range(one.count()))
    elif isinstance(one, QTabBar | QTabWidget):
        yield from ((where, "key", one.tabText(place)) for place in range(one.count()))
        yield from ((where, "tip", one.tabToolTip(place)) for place in range(one.count()))
    elif isinstance(one, QAbstractItemView) and (model := one.model()) is not None:
        yield from model_says(model, where)
    else:
        yield from field_says(one, where)


def field_says(one: QWidget, where: str) -> Iterator[Said]:
    """The texts of a field or of our own pages."""
    if isinstance(one, QTextBrowser):
        yield where, "pages", one.toHtml()
    elif isinstance(one, QPlainTextEdit):
        yield where, "plain", one.toPlainText()
    elif isinstance(one, QTextEdit):
        yield where, "rich", one.toPlainText()
    elif isinstance(one, QLineEdit):
        yield where, "plain", one.text()
        yield where, "plain", one.placeholderText()


def model_says(model: QAbstractItemModel, where: str) -> Iterator[Said]:
    """The texts of a model: its cells as they are shown and pointed at, its titles."""
    role = Qt.ItemDataRole
    columns = range(min(COLUMNS, model.columnCount()) if isinstance(model, QAbstractTableModel) else 1)
    for place in columns:
        for told, how in ((role.DisplayRole, "plain"), (role.ToolTipRole, "tip")):
            yield where, how, str(model.headerData(place, Qt.Orientation.Horizontal, told) or "")
        for line in range(min(ROWS, model.rowCount())):
            index = model.index(line, place, QModelIndex())
            for told, how in ((role.DisplayRole, "plain"), (role.AccessibleTextRole, "plain"), (role.ToolTipRole, "tip")):
                yield where, how, str(index.data(told) or "")


@cache
def read(how: str, text: str) -> str:
    """What somebody reads of a text that is told so."""
    if how == "key":
        return re.sub(r"&(.)", r"\1", text)
    if how == "tip" and Guess.mightBeRichText(text):
        document = QTextDocument()
        document.setHtml(text)
        return document.toPlainText()
    return text


def without_breaks(text: str) -> str:
    """A label's text without the places to break in that the program itself puts into long words; any other one stays."""
    plain = text.replace("\u200b", "")
    return plain if build.breakable(plain) == text else text


def fault(one: Said, evil: str) -> str:
    """What is wrong with a text; "" when all is well. `evil` is a piece with an & that files hold."""
    where, how, text = one
    wrong = wrong_with(how, text, evil, on_label=where.endswith("Label"))
    return f"{wrong}: {where}: {text[:120]!r}" if wrong else ""


@cache
def wrong_with(how: str, text: str, evil: str, *, on_label: bool) -> str:
    """What is wrong with a text that is told so; "" when all is well."""
    wrong = ""
    if HARMFUL.search(without_breaks(text) if on_label else text):
        wrong = "a letter that turns or hides"
    elif how == "rich" or (how == "maybe" and Guess.mightBeRichText(text)):
        wrong = "rendered"
    elif how == "tip" and Guess.mightBeRichText(text) and set(re.findall(r"<\s*/?\s*(\w+)", text)) - OURS:
        wrong = "rendered in a tooltip"
    elif how == "key" and evil in text and KEY.search(text):
        wrong = "an & is lost"
    elif how == "pages" and re.search(r"<(img|a)\b", text):
        wrong = "a page loads or leads"
    return wrong
