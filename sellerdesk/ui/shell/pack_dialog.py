"""A fact pack before it is taken in: what it changes from when, as the command says it; then it is taken in, or not."""

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from sellerdesk.domain.refusal import UnreadableFile, UnusableArgument
from sellerdesk.ui.desk import commands
from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.desk.tasks import Child
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build
from sellerdesk.ui.widgets.dialog import Dialog


class PackDialog(Dialog):
    """The preview of one pack; a pack with a fault says line and field, and cannot be taken in."""

    def __init__(self, desk: Desk, parent: QWidget, file: Path) -> None:
        """Read the pack; what it changes comes from the program's own command, for all offers are judged twice by then."""
        super().__init__(desk, parent)
        self.file, self.reason = file, ""
        self.pack = desk.attempt(self.read)
        self.setWindowTitle(translate("Figures", "New figures"))
        fault = translate("Figures", "“{file}” cannot be taken in.").format(file=file.name)
        words = "\n\n".join(filter(None, (fault, self.reason)))
        self.text = QPlainTextEdit(translate("Figures", "Looking at what would change…") if self.pack else words)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.windowTitle())
        self.take, away = build.button(translate("Figures", "Take in")), build.button(translate("Figures", "Close"))
        self.take.setEnabled(False)
        self.take.clicked.connect(self.take_in)
        away.clicked.connect(self.close)
        self.setLayout(build.column(self.text, build.row(None, away, self.take), margins=(16, 16, 16, 16), grow=self.text))
        self.resize(720, 420)
        self.child = Child(self)
        self.child.done.connect(self.show_changes)
        self.child.failed.connect(self.text.setPlainText)
        if self.pack:
            self.child.start(desk.command(commands.preview_pack(desk.as_of, file)))

    def read(self) -> str:
        """The text of the pack; "" with the reason of one that has a fault, which belongs into this dialog."""
        try:
            return text_of(self.desk, self.file)
        except (UnreadableFile, UnusableArgument) as fault:
            from sellerdesk.writers.words import fault_words

            self.reason = fault_words(fault, self.desk.lang)
            return ""

    def show_changes(self, found: dict[str, Any]) -> None:
        """Say what the pack changes; then it can be taken in."""
        self.text.setPlainText("\n".join(found["said"]))
        self.take.setEnabled(not self.desk.read_only)

    def take_in(self) -> None:
        """Keep the pack, and judge by it."""
        from sellerdesk.workflows.shop import packs
        from sellerdesk.writers.words import say

        desk = self.desk
        desk.change(lambda: packs.keep(desk.store, self.file.name, self.pack, desk.now()))
        desk.said.emit(say(desk.lang, "source.taken_in", file=self.file.name), "ok")
        desk.look_back()
        if desk.has_reports():
            desk.judge(quietly=True)
        self.close()


def text_of(desk: Desk, file: Path) -> str:
    """The text of a pack that has no fault. Raises UnreadableFile."""
    from sellerdesk.workflows.shop import packs

    return packs.read_file(file, desk.now().date())[1]
