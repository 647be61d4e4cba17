"""What the menus ask for in a few lines: a list, a folder, or the name of a file to write."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from sellerdesk.ui.desk import commands
from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.shop.inbox import Inbox
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import file_dialogs


def export_facts(desk: Desk, window: QWidget) -> None:
    """Write what is known about SKUs as a workbook or a CSV, to be filled in and opened again."""
    kinds = translate("Window", "Excel workbook (*.xlsx);;CSV (*.csv)")
    suggested = file_dialogs.dated(translate("Window", "Facts of items"), desk.as_of, ".xlsx")
    name, _kind = file_dialogs.to_write(window, translate("Window", "Write the facts"), suggested, kinds)
    if name:
        desk.run(translate("Window", "Writing the facts"), commands.export_facts(name), file=Path(name))


def show_backups(desk: Desk, window: QWidget) -> None:
    """List the backups of the shop."""
    from sellerdesk.ui.shop.backups_dialog import BackupsDialog

    BackupsDialog(desk, window).show()


def show_imports(desk: Desk, window: QWidget, file: str = "") -> None:
    """List what was imported, the newest import of a file chosen."""
    from sellerdesk.ui.shop.imports_dialog import ImportsDialog

    ImportsDialog(desk, window, file).show()


def choose_watched(desk: Desk, window: QWidget, inbox: Inbox) -> None:
    """Choose the folder that is watched for reports."""
    from sellerdesk.ui.shop.watched_folder_dialog import WatchedFolderDialog

    WatchedFolderDialog(desk, window, inbox).show()


def save_support(desk: Desk, window: QWidget) -> None:
    """Write versions, settings and counts for those who help."""
    title, kinds = translate("Window", "Write a file for support"), translate("Window", "Text (*.txt)")
    suggested = file_dialogs.dated(translate("Window", "Seller Desk support"), desk.as_of, ".txt")
    name, _kind = file_dialogs.to_write(window, title, suggested, kinds)
    if name:
        desk.run(translate("Window", "Writing the file for support"), commands.write_support(name), done=lambda _answer: say_written(desk))


def say_written(desk: Desk) -> None:
    """Say what the file for support holds."""
    desk.said.emit(translate("Keeping", "The file holds versions, settings and counts only, nothing of your shop."), "ok")
