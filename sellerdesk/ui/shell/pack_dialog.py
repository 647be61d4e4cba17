"""A fact pack before it is taken in: what it changes from when, as the command says it; then it is taken in, or not."""

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build
from sellerdesk.ui.widgets.dialog import Dialog


class PackDialog(Dialog):
    """The preview of one pack; a pack with a fault says line and field, and cannot be taken in."""

    def __init__(self, desk: Desk, parent: QWidget, file: Path) -> None:
        """Read the pack and say what it changes."""
        super().__init__(desk, parent)
        self.file, self.read = file, desk.attempt(lambda: read(desk, file))
        self.setWindowTitle(translate("Figures", "New figures"))
        fault = translate("Figures", "“{file}” cannot be taken in; the line at the foot of the window says why.").format(file=file.name)
        self.text = QPlainTextEdit("\n".join(self.read[1]) if self.read else fault)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.windowTitle())
        self.take, away = build.button(translate("Figures", "Take in")), build.button(translate("Figures", "Close"))
        self.take.setEnabled(bool(self.read) and not desk.read_only)
        self.take.clicked.connect(self.take_in)
        away.clicked.connect(self.close)
        self.setLayout(build.column(self.text, build.row(None, away, self.take), margins=(16, 16, 16, 16), grow=self.text))
        self.resize(720, 420)

    def take_in(self) -> None:
        """Keep the pack, and judge by it."""
        from sellerdesk.workflows.shop import packs
        from sellerdesk.writers.words import say

        desk = self.desk
        desk.change(lambda: packs.keep(desk.store, self.file.name, self.read[0], desk.now()))
        desk.said.emit(say(desk.lang, "source.taken_in", file=self.file.name), "ok")
        desk.look_back()
        if desk.has_reports():
            desk.judge(quietly=True)
        self.close()


def read(desk: Desk, file: Path) -> tuple[str, list[str]]:
    """The text of a pack, and what it changes in words. Raises UnreadableFile, UnusableStore."""
    from sellerdesk.workflows.program.pack_words import preview_lines
    from sellerdesk.workflows.program.packs import preview
    from sellerdesk.workflows.program.touched import touched
    from sellerdesk.workflows.shop import packs

    pack, text = packs.read_file(file, desk.now().date())
    found: Any = preview(pack, touched(desk.store, desk.as_of), desk.as_of)
    return text, [*preview_lines(found, file.name, desk.lang)]
