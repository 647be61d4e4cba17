"""The owner's note and photos on one return: kept at once, undoable; a photo is made smaller, and what its camera wrote into it goes."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt
from PySide6.QtGui import QHideEvent, QIcon, QImageReader, QPixmap
from PySide6.QtWidgets import QWidget

from sellerdesk.ui.desk import edits
from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.desk.outcome_words import DONE
from sellerdesk.ui.returns.photos import is_photo, smaller
from sellerdesk.ui.style import plain
from sellerdesk.ui.style.plain_pages import Notes
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build, file_dialogs
from sellerdesk.ui.widgets.dialog import Dialog

NOTE_HEIGHT, THUMB = 72, 84
WIDEST = 900
"""Pixels of a photo that is looked at."""


class ReturnNotes(QWidget):
    """A field for the note, the photos as small pictures, and a button for more."""

    def __init__(self, desk: Desk, order_id: str) -> None:
        """Show what is kept with an order's return."""
        super().__init__()
        self.desk, self.order_id, self.store = desk, order_id, desk.store
        self.note = Notes(desk.state.notes.get(order_id, "") if desk.state else "")
        self.note.setFixedHeight(NOTE_HEIGHT)
        self.note.setTabChangesFocus(True)
        self.note.setAccessibleName(translate("Notes", "Your note"))
        self.note.setPlaceholderText(translate("Notes", "What you saw and did, for yourself"))
        self.keep = build.button(translate("Notes", "Keep note"), height=32)
        self.keep.setEnabled(False)
        self.note.textChanged.connect(lambda: self.keep.setEnabled(True))
        self.keep.clicked.connect(self.keep_note)
        self.add = build.button(translate("Notes", "Add photo…"), height=32)
        self.add.clicked.connect(self.choose)
        self.photos = build.row(gap=6)
        hint = build.label(translate("Notes", "Leave the buyer's address label out of the picture."), "small", "muted", wrap=True)
        title = build.label(translate("Notes", "Note and photos"), "small", "muted", bold=True)
        buttons = build.row(self.keep, self.add, None)
        self.setLayout(build.column(8, title, self.note, buttons, self.photos, hint, gap=6))
        desk.shop_left.connect(self.keep_typed)
        self.show_photos()

    def keep_note(self) -> None:
        """Keep what is typed, and say so."""
        if edits.keep_note(self.desk, self.order_id, self.note.toPlainText()):
            self.keep.setEnabled(False)
            self.desk.said.emit(translate("Notes", "The note is kept: {order}").format(order=self.order_id), DONE)

    def keep_typed(self) -> None:
        """Keep what is typed and not kept yet: no press on another row or page may lose it."""
        if self.keep.isEnabled() and self.desk.store == self.store:
            self.keep_note()

    def hideEvent(self, event: QHideEvent) -> None:
        """Another row, page or window comes in its place."""
        self.keep_typed()
        super().hideEvent(event)

    def choose(self) -> None:
        """Ask for photos and keep them."""
        kinds = translate("Notes", "Photos (*.jpg *.jpeg *.png *.webp *.heic);;All files (*)")
        names = file_dialogs.several_to_read(self, translate("Notes", "Add photos"), kinds)
        for name in names:
            self.take(Path(name))

    def take(self, file: Path) -> None:
        """Keep one photo."""
        from sellerdesk.workflows.returns import notes

        content = smaller(file)
        if content is None:
            self.desk.said.emit(translate("Notes", "{file} could not be read as a photo.").format(file=file.name), "breach")
            return
        name = f"{file.stem}.jpg"
        self.desk.change(partial(notes.add_photo, self.desk.store, self.order_id, name, content, self.desk.now()))
        self.show_photos()

    def kept(self) -> list[tuple[str, str]]:
        """The photos of this return, by key and name."""
        from sellerdesk.workflows.returns import notes

        return self.desk.attempt(lambda: notes.photos(self.desk.store, self.order_id)) or []

    def show_photos(self) -> None:
        """Every photo as a small picture; a press opens it."""
        build.emptied(self.photos)
        for key, name in self.kept():
            picture = self.picture(key)
            button = build.button("", height=THUMB + 8)
            button.setIcon(
                QIcon(picture.scaled(THUMB, THUMB, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation))
            )
            button.setIconSize(QSize(THUMB, THUMB))
            button.setFixedWidth(THUMB + 10)
            plain.set_tip(button, name)
            button.setAccessibleName(translate("Notes", "Photo {name}").format(name=plain.shown(name)))
            button.clicked.connect(partial(self.open, key, name))
            self.photos.addWidget(button)
        self.photos.addStretch(1)

    def picture(self, key: str) -> QPixmap:
        """A photo that is kept."""
        from sellerdesk.workflows.returns import notes

        buffer = QBuffer()
        buffer.setData(self.desk.attempt(lambda: notes.photo(self.desk.store, key)) or b"")
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        reader = QImageReader(buffer)
        return QPixmap.fromImage(reader.read()) if is_photo(reader) else QPixmap()

    def open(self, key: str, name: str) -> None:
        """Look at a photo, or take it off."""
        window = Dialog(self.desk, self)
        plain.set_title(window, name)
        seen, drop = plain.Label(), build.button(translate("Notes", "Take off"), height=32)
        seen.setPixmap(
            self.picture(key).scaled(WIDEST, WIDEST, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
        )
        seen.setAccessibleName(plain.shown(name))
        close = build.button(translate("Notes", "Close"), height=32)
        drop.clicked.connect(partial(self.drop, key))
        drop.clicked.connect(window.close)
        close.clicked.connect(window.close)
        window.setLayout(build.column(seen, build.row(drop, None, close), margins=(12, 12, 12, 12)))
        window.show()

    def drop(self, key: str) -> None:
        """Take a photo off; undo brings it back."""
        from sellerdesk.workflows.returns import notes

        self.desk.change(partial(notes.drop_photo, self.desk.store, self.order_id, key, self.desk.now()))
        self.show_photos()
