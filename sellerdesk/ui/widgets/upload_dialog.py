"""The preview of a file to upload, and the steps after it: its rows come from the program's own command, and so does the file."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from sellerdesk.ui.desk import commands, edits
from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.desk.tasks import Child
from sellerdesk.ui.style import theme, tint
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build, file_dialogs
from sellerdesk.ui.widgets.dialog import Dialog

NAMED = 500
"""Rows that can be named at once on the command line: Windows takes 32,767 characters of it."""


def row_options(chosen: Sequence[str], left: Sequence[str]) -> list[str]:
    """The options that say which rows go into a file, by SKU: those that stay out, or those that go in, whichever are fewer."""
    if not left:
        return []
    return [f"--leave-out={sku}" for sku in left] if len(left) <= len(chosen) else [f"--only={sku}" for sku in chosen]


def rest_words(parts: Iterable[tuple[int, str]], **names: str) -> str:
    """How many offers to fix a file leaves, and how many of them why; "" where it leaves none.

    The words of a part have a place for {count}, and for whatever `names` give.
    """
    left = [(count, words) for count, words in parts if count]
    if not left:
        return ""
    named = translate("Upload", ", ").join(words.format(count=f"{count:,}", **names) for count, words in left)
    return translate("Upload", "The other {count}: {parts}.").format(count=f"{sum(count for count, _words in left):,}", parts=named)


class UploadDialog(Dialog):
    """A preview of a form; a subclass says which command makes the rows, how they are shown, and what comes after the file is there."""

    def __init__(self, desk: Desk, parent: QWidget, form: str) -> None:
        """Nothing is asked for yet; `form` is the command's name of the file's form."""
        super().__init__(desk, parent)
        self.form = form
        self.answer: dict[str, Any] = {}
        self.title, self.text = build.label("", "title", bold=True, wrap=True), build.label("", token="muted", wrap=True)  # noqa: S106 (a colour)
        self.rest = build.label("", wrap=True)
        self.saved: Path | None = None
        self.rows_in_file = 0
        self.steps = [build.label("", wrap=True) for _step in range(3)]
        self.save, self.again, self.away = build.button(), build.button(), build.button()
        self.again.hide()
        self.save.clicked.connect(self.go_on)
        self.again.clicked.connect(self.choose)
        self.away.clicked.connect(self.close)
        self.child = Child(self)
        self.child.done.connect(self.show_rows)
        self.child.failed.connect(self.fail)

    def command(self) -> list[object]:
        """The command that makes the rows, without the options of the day and of JSON."""
        raise NotImplementedError

    def show_rows(self, answer: dict[str, Any]) -> None:
        """Show what can be in the file."""
        raise NotImplementedError

    def skus(self) -> list[str]:
        """The SKUs that go into the file."""
        raise NotImplementedError

    def next_step(self) -> str:
        """What comes after the file is there: a sentence with a place for {file}."""
        raise NotImplementedError

    def ask(self) -> None:
        """Have the rows computed beside the window."""
        self.child.start(self.desk.command(commands.upload_rows(self.desk.as_of, self.form, self.command())))

    def fail(self, sentence: str) -> None:
        """Say what went wrong."""
        self.title.setText(sentence.splitlines()[-1] if sentence else translate("Upload", "The file could not be made."))

    def place(self) -> str:
        """Where in Seller Central the file goes."""
        return translate("Upload", "“Add products via upload” (Inventory)")

    def restyle_buttons(self) -> None:
        """The words of saving and closing, and of the three steps."""
        build.fill_in(self.save, "open" if self.saved else "save")
        self.say_save(self.rows_in_file)
        self.again.setText(translate("Upload", "Save again…"))
        self.again.setVisible(self.saved is not None)
        self.away.setText(translate("Upload", "Close"))
        first = translate("Upload", "✓ Saved: {file}").format(file=self.saved.name) if self.saved else translate("Upload", "Save the file")
        words = (
            first,
            translate("Upload", "Upload it in Seller Central: {place}").format(place=self.place()),
            translate("Upload", "Open the next listings report here: it shows what is fixed"),
        )
        now = 1 if self.saved else 0
        for number, (label, text) in enumerate(zip(self.steps, words, strict=True)):
            label.setText(f"{number + 1}. {text}")
            label.setFont(theme.font(bold=number == now))
            tint.colour_text(label, "text" if number == now else "muted")

    def say_save(self, count: int) -> None:
        """How many rows the filled button saves, in a width that it keeps; once the file is saved, it opens the folder."""
        self.rows_in_file = count
        before, after = translate("Upload", "Save file ({count})…"), translate("Upload", "Open the folder")
        said = after if self.saved else before.format(count=f"{count:,}")
        build.say_in_place(self.save, said, before.format(count=build.MANY), after)

    def go_on(self) -> None:
        """Save the file; once it is saved, show it in its folder."""
        if self.saved is None:
            self.choose()
        else:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.saved.parent)))

    def choose(self) -> None:
        """Ask for the file's name and have it written."""
        suggested = f"{self.form.replace('-', '_')}_{self.desk.as_of:%Y%m%d}.txt"
        name, _kind = file_dialogs.to_write(self, self.windowTitle(), suggested, "*.txt")
        if name:
            self.write(Path(name), [])

    def write(self, file: Path, choice: Iterable[object]) -> None:
        """Write the file beside the window; `choice` are options that say which rows."""
        self.child.done.disconnect()
        self.child.done.connect(lambda _told: self.written(file))
        self.child.start(self.desk.command(commands.upload_file(self.desk.as_of, self.form, self.command(), choice, file)))

    def written(self, file: Path) -> None:
        """Say that it is there, keep it for Today, and stay for what comes next."""
        self.saved = file
        edits.keep_file(self.desk, self.form, self.skus())
        self.desk.said.emit(self.next_step().format(file=file.name), "ok")
        self.restyle_buttons()
