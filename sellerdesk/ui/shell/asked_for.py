"""What the menus ask for in a few lines: a list, a folder, or the name of a file to write."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from sellerdesk.ui.desk import commands, edits
from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.shop.inbox import Inbox
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import file_dialogs
from sellerdesk.ui.widgets.question import Question

if TYPE_CHECKING:
    from sellerdesk.workflows.shop.history import Since


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


def undo(desk: Desk, window: QWidget) -> None:
    """Undo the last change of a person's; where a report came or was taken away after it, ask first what is meant."""
    from sellerdesk.workflows.shop.history import import_since
    from sellerdesk.writers.deed_words import deed as words

    change = desk.state.changes[0] if desk.state is not None else None
    since = desk.attempt(lambda: import_since(desk.store)) if change is not None else None
    if change is None or since is None:
        edits.undo(desk)
        return
    asked = ask_what_is_undone(desk, window, (words(change.name, {}, desk.lang), words(change.name, change.facts, desk.lang)), since)
    asked.show()


def ask_what_is_undone(desk: Desk, window: QWidget, words: tuple[str, str], since: "Since") -> Question:
    """The question whether a change (in short `words`, and whole) is to be undone, though a report came or was taken away after it."""
    short, done = words
    before = translate("Window", "Undo “{what}” before it").format(what=short)
    if since.removed:
        text = translate("Window", "The last change is that an import was taken away.")
        more = translate("Window", "What you did before it yourself: {what}. Undoing that does not bring the report back: import it again.")
        asked = Question(desk, window, text, more.format(what=done), before)
        asked.yes.clicked.connect(lambda: edits.undo(desk))
        return asked
    text = translate("Window", "The last change is the import of “{file}”.").format(file=since.file)
    more = translate("Window", "What you did before it yourself: {what}. Undoing that leaves the report in place.").format(what=done)
    asked = Question(desk, window, text, more, translate("Window", "Take the import away…"), instead=before)
    asked.yes.clicked.connect(lambda: show_imports(desk, window, since.file))
    asked.instead.clicked.connect(lambda: edits.undo(desk))
    return asked


def show_last_import(desk: Desk, window: QWidget) -> None:
    """List what was imported, the newest chosen."""
    from sellerdesk.workflows.shop.saved import all_imports

    imports = desk.attempt(lambda: all_imports(desk.store)) or []
    show_imports(desk, window, *(imported.file for imported in imports[-1:]))


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
