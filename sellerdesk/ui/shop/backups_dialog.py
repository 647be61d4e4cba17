"""The backups of the shop: when and why each was made, what it holds; make one, put one back, choose their folder."""

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QHeaderView, QTableWidget, QWidget

from sellerdesk.domain.refusal import UnusableStore
from sellerdesk.ui.desk import commands
from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build, file_dialogs
from sellerdesk.ui.widgets.dialog import Dialog
from sellerdesk.ui.widgets.text_table import TextTable
from sellerdesk.workflows.shop import backup_list as backups

COUNTS = ("offers", "facts", "decisions", "imports")


class BackupsDialog(Dialog):
    """A window that may stay open beside the work."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        """List what there is."""
        super().__init__(desk, parent)
        self.names, self.trouble = list[str](), ""
        self.table = TextTable(3 + len(COUNTS))
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.place, self.note = build.label("", wrap=True), build.label("", "small", "muted", wrap=True)
        self.make, self.back, self.choose, self.own, self.away = (build.button() for _ in range(5))
        self.make.clicked.connect(self.back_up)
        self.back.clicked.connect(self.put_back)
        self.choose.clicked.connect(self.choose_folder)
        self.own.clicked.connect(lambda: self.send_to(None))
        self.away.clicked.connect(self.close)
        self.table.itemSelectionChanged.connect(self.enable)
        where = build.row(self.place, self.choose, self.own, grow=self.place)
        foot = build.row(self.make, self.back, None, self.away)
        self.setLayout(build.column(self.note, self.table, where, foot, margins=(16, 16, 16, 16), grow=self.table))
        self.resize(940, 460)
        desk.rows_came.connect(self.fill)
        desk.follow_in(self, self.tell)

    def tell(self) -> None:
        """All words."""
        self.setWindowTitle(translate("Backups", "Backups"))
        self.table.setAccessibleName(self.windowTitle())
        self.note.setText(
            translate("Backups", "Ten are kept, the older the fewer. Before one is put back, the shop as it is now is backed up as well.")
        )
        self.make.setText(translate("Backups", "Back up now"))
        self.back.setText(translate("Backups", "Put this one back"))
        self.choose.setText(translate("Backups", "Choose another folder…"))
        self.own.setText(translate("Backups", "Beside the shop's data"))
        self.away.setText(translate("Backups", "Close"))
        self.table.setHorizontalHeaderLabels(list(titles()))
        self.fill()

    def fill(self) -> None:
        """The backups as they are now, the newest first."""
        there, self.trouble = listed(self.desk)
        self.names = [backup.name for backup in there]
        self.table.fill(map(self.row, there), figures=range(2, 2 + len(COUNTS)))
        self.table.horizontalHeader().setSectionResizeMode(2 + len(COUNTS), QHeaderView.ResizeMode.Stretch)
        if there and not self.table.selectedItems():
            self.table.selectRow(0)
        self.show_place()
        self.enable()

    def row(self, backup: backups.Backup) -> tuple[str, ...]:
        """A backup in words: when and why it was made, what it holds."""
        from sellerdesk.workflows.shop.backups import held
        from sellerdesk.writers.words import say

        holds, at = held(backup), f"{backup.at:%Y-%m-%d %H:%M}"
        counts = ["–" if (count := holds.counts[name]) is None else f"{count:,}" for name in COUNTS]
        last = (holds.file or "–") if holds.readable else translate("Backups", "cannot be read")
        made = say(self.desk.lang, "say.backup_odd", at=at) if backup.odd and holds.readable else at
        return made, say(self.desk.lang, f"why_backup.{backup.why}"), *counts, last

    def show_place(self) -> None:
        """Where backups go, and whether the folder chosen is away."""
        folder, chosen = backups.folder_now(self.desk.store), backups.chosen_folder(self.desk.store)
        words = translate("Backups", "Backups go to {folder}")
        if chosen not in (None, folder):
            words = translate("Backups", "{chosen} is not there now: backups go to {folder}")
        build.set_breakable(self.place, self.trouble or words.format(folder=folder, chosen=chosen))
        self.own.setEnabled(chosen is not None)

    def enable(self) -> None:
        """Only what can be done."""
        self.make.setEnabled(self.desk.has_shop() and not self.desk.read_only)
        self.back.setEnabled(bool(self.table.selectedItems()) and not self.desk.read_only)

    def back_up(self) -> None:
        """Make one now."""
        self.desk.run(translate("Backups", "Backing up"), commands.back_up(), done=partial(say_backed_up, self.desk))

    def put_back(self) -> None:
        """Put the chosen one back."""
        name = self.names[self.table.currentRow()]
        self.desk.run(translate("Backups", "Putting a backup back"), commands.restore(name), done=partial(say_restored, self.desk))

    def choose_folder(self) -> None:
        """Ask for the folder."""
        name = file_dialogs.folder(self, translate("Backups", "Folder of the backups"), str(backups.folder_now(self.desk.store)))
        if name:
            self.send_to(Path(name))

    def send_to(self, folder: Path | None) -> None:
        """Send later backups there, and one at once: an empty folder protects nothing."""
        self.desk.attempt(lambda: backups.choose_folder(self.desk.store, folder))
        self.show_place()
        if self.make.isEnabled():
            self.back_up()


def listed(desk: Desk) -> tuple[list[backups.Backup], str]:
    """The backups, the newest first, and why they cannot be listed: their folder may not be read."""
    try:
        return backups.every(desk.store, desk.now()), ""
    except UnusableStore as fault:
        return [], desk.fault_words(fault)


def titles() -> tuple[str, ...]:
    """What the columns are called."""
    return (
        translate("Backups", "Made"),
        translate("Backups", "Why"),
        translate("Backups", "Offers"),
        translate("Backups", "Facts"),
        translate("Backups", "Decisions"),
        translate("Backups", "Imports"),
        translate("Backups", "Last file"),
    )


def say_backed_up(desk: Desk, answer: dict[str, Any]) -> None:
    """Say where the backup is."""
    words = translate("Keeping", "Backed up and checked: {folder}")
    desk.said.emit(words.format(folder=Path(answer["backup"]["file"]).parent), "ok")


def say_restored(desk: Desk, _answer: dict[str, Any]) -> None:
    """Say that the shop as it was before is not lost."""
    words = translate("Keeping", "The backup is back in place. The shop as it was before is in the list of backups, too.")
    desk.said.emit(words, "ok")
