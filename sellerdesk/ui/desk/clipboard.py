"""What goes to the clipboard is said: nothing else shows that it is there."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from sellerdesk.ui.style.translate import translate

if TYPE_CHECKING:
    from sellerdesk.ui.desk.desk import Desk


def put(desk: "Desk", text: str) -> None:
    """Put a text on the clipboard, and say so."""
    QApplication.clipboard().setText(text)
    desk.said.emit(translate("Export", "Copied. It is on the clipboard."), "ok")


def say_rows(desk: "Desk", count: int) -> None:
    """Say that so many rows are on the clipboard."""
    desk.said.emit(translate("Export", "Rows on the clipboard: {count}").format(count=f"{count:,}"), "ok")
