"""Text that came from a file, shown as text: the one place that makes what Qt might take for HTML, a key, or a turn of the line.

A SKU, a title, a template's or a file's name may hold anything. Qt guesses in labels, tooltips and message boxes whether a text is
HTML, and then loads pictures from the disk; in buttons and menus an & is a key; an override turns round what stands beside it.
The classes of Qt that only some page needs are loaded with the first use: the window opens sooner.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QLabel

from sellerdesk.writers.harmless import MARK, harmless

if TYPE_CHECKING:
    from PySide6.QtWidgets import QComboBox, QMessageBox, QTableWidgetItem, QWidget

AS_READ = int(Qt.ItemDataRole.UserRole) + 1
"""The role that keeps what a cell holds in the file, letter for letter: it goes to clipboards and files."""
NEVER_IN_NAMES = '/\\:*?"<>|\n\r\t' + MARK
"""What no suggested file name holds: some system takes each for something else."""
LONGEST_NAME = 80


def shown(text: str) -> str:
    """A text as it is shown: each letter that turns, hides or steers what stands beside it is a visible mark."""
    return text if text.isprintable() else harmless(text)


def literal(text: str) -> str:
    """A text for a button, tick, tab or menu, in which an & is a letter and not a key."""
    return shown(text).replace("&", "&&")


def tip(text: str) -> str:
    """A text for a tooltip: what Qt might take for HTML, by a tag or by an "&lt;", is written as HTML that says just this text."""
    words = shown(text)
    if "<" not in words and "&lt;" not in words:
        return words
    from html import escape

    return f"<p style='white-space:pre-wrap'>{escape(words)}</p>"


def set_tip(widget: "QWidget | QTableWidgetItem", text: str) -> None:
    """Give a widget or a cell a tooltip; a screen reader, which would read out a widget's HTML, has the text itself."""
    words = tip(text)
    widget.setToolTip(words)
    if isinstance(widget, QObject):
        widget.setAccessibleDescription("" if words == text else shown(text))


def set_title(window: "QWidget", text: str) -> None:
    """Give a window its title, in which Qt would take [*] for the place of a star."""
    window.setWindowTitle(shown(text).replace("[*]", "[*][*]"))


def file_name(text: str) -> str:
    """A part of a suggested file name, made of a text of a file."""
    kept = "".join("_" if letter in NEVER_IN_NAMES else letter for letter in shown(text))
    return kept.strip(" .")[:LONGEST_NAME]


class Label(QLabel):
    """Words that are never HTML, whatever they hold."""

    def __init__(self, text: str = "") -> None:
        """Plain from the first letter."""
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Other words."""
        super().setText(shown(text))


def cell(text: str = "") -> "QTableWidgetItem":
    """A cell of a small table."""
    from PySide6.QtWidgets import QTableWidgetItem

    made = QTableWidgetItem(shown(text))
    if made.text() != text:
        made.setData(AS_READ, text)
    return made


def offer(box: "QComboBox", *texts: str) -> None:
    """Put texts into a list to choose from; each stands for itself, letter for letter."""
    for text in texts:
        box.addItem(shown(text), text)


def chosen(box: "QComboBox") -> str:
    """The text that is chosen or typed in such a list, letter for letter."""
    seen, at = box.currentText(), box.currentIndex()
    if box.itemText(at) != seen:
        at = box.findText(seen, Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchCaseSensitive)
    return seen if at < 0 else str(box.itemData(at))


def question(title: str, text: str, more: str = "") -> "QMessageBox":
    """A question in a window of its own."""
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(QMessageBox.Icon.Question, shown(title), "")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(shown(text))
    box.setInformativeText(shown(more))
    for words in box.findChildren(QLabel):
        words.setTextFormat(Qt.TextFormat.PlainText)
    return box
