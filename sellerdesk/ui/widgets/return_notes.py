"""The owner's note and photos on one return: kept at once, undoable; a photo is made smaller, and what its camera wrote into it goes."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QIcon, QImage, QImageReader, QImageWriter, QPainter, QPixmap
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from sellerdesk.ui import answers
from sellerdesk.ui.desk import Desk
from sellerdesk.ui.translate import translate
from sellerdesk.ui.widgets import parts, plain
from sellerdesk.ui.widgets.plain_pages import Notes

NOTE_HEIGHT, THUMB = 72, 84
LONGEST_SIDE, QUALITY = 2000, 85
"""Pixels and JPEG quality of a photo that is kept: a label on it can be read, and it takes some 0.5 MB."""
PHOTOS = frozenset(("bmp", "gif", "heic", "heif", "jpeg", "jpg", "jfif", "png", "tif", "tiff", "webp"))
"""What a camera makes, by what is in the file and not by its name. A drawing (SVG) may name other files, which Qt would read."""
WIDEST = 900
"""Pixels of a photo that is looked at."""


class ReturnNotes(QWidget):
    """A field for the note, the photos as small pictures, and a button for more."""

    def __init__(self, desk: Desk, order_id: str) -> None:
        """Show what is kept with an order's return."""
        super().__init__()
        self.desk, self.order_id = desk, order_id
        self.note = Notes(desk.state.notes.get(order_id, "") if desk.state else "")
        self.note.setFixedHeight(NOTE_HEIGHT)
        self.note.setTabChangesFocus(True)
        self.note.setAccessibleName(translate("Notes", "Your note"))
        self.note.setPlaceholderText(translate("Notes", "What you saw and did, for yourself"))
        self.keep = parts.button(translate("Notes", "Keep note"), height=32)
        self.keep.setEnabled(False)
        self.note.textChanged.connect(lambda: self.keep.setEnabled(True))
        self.keep.clicked.connect(self.keep_note)
        self.add = parts.button(translate("Notes", "Add photo…"), height=32)
        self.add.clicked.connect(self.choose)
        self.photos = parts.row(gap=6)
        hint = parts.label(translate("Notes", "Leave the buyer's address label out of the picture."), "small", "muted", wrap=True)
        title = parts.label(translate("Notes", "Note and photos"), "small", "muted", bold=True)
        buttons = parts.row(self.keep, self.add, None)
        self.setLayout(parts.column(8, title, self.note, buttons, self.photos, hint, gap=6))
        self.show_photos()

    def keep_note(self) -> None:
        """Keep what is typed."""
        if answers.keep_note(self.desk, self.order_id, self.note.toPlainText()):
            self.keep.setEnabled(False)

    def choose(self) -> None:
        """Ask for photos and keep them."""
        kinds = translate("Notes", "Photos (*.jpg *.jpeg *.png *.webp *.heic);;All files (*)")
        names, _kind = QFileDialog.getOpenFileNames(self, translate("Notes", "Add photos"), "", kinds)
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
        parts.emptied(self.photos)
        for key, name in self.kept():
            picture = self.picture(key)
            button = parts.button("", height=THUMB + 8)
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
        window = QDialog(self)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        plain.set_title(window, name)
        self.desk.close_with(window)
        seen, drop = plain.Label(), parts.button(translate("Notes", "Take off"), height=32)
        seen.setPixmap(
            self.picture(key).scaled(WIDEST, WIDEST, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
        )
        seen.setAccessibleName(plain.shown(name))
        close = parts.button(translate("Notes", "Close"), height=32)
        drop.clicked.connect(partial(self.drop, key))
        drop.clicked.connect(window.close)
        close.clicked.connect(window.close)
        window.setLayout(parts.column(seen, parts.row(drop, None, close), margins=(12, 12, 12, 12)))
        window.show()

    def drop(self, key: str) -> None:
        """Take a photo off; undo brings it back."""
        from sellerdesk.workflows.returns import notes

        self.desk.change(partial(notes.drop_photo, self.desk.store, self.order_id, key, self.desk.now()))
        self.show_photos()


def is_photo(reader: QImageReader) -> bool:
    """Whether what is to be read is a photo."""
    return bytes(reader.format().data()).decode("ascii", "replace").lower() in PHOTOS


def smaller(file: Path) -> bytes | None:
    """A photo as a JPEG of moderate size, turned upright, without the place and time that its camera wrote; None when it is none."""
    if not file.is_file():
        return None
    reader = QImageReader(str(file))
    reader.setAutoTransform(True)
    if not is_photo(reader) or (image := reader.read()).isNull():
        return None
    if max(image.width(), image.height()) > LONGEST_SIDE:
        image = image.scaled(LONGEST_SIDE, LONGEST_SIDE, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
    plain = QImage(image.size(), QImage.Format.Format_RGB32)
    plain.fill(Qt.GlobalColor.white)
    return jpeg(painted(plain, image))


def painted(ground: QImage, image: QImage) -> QImage:
    """An image on a ground, with nothing of its own text fields."""
    painter = QPainter(ground)
    painter.drawImage(0, 0, image)
    painter.end()
    return ground


def jpeg(image: QImage) -> bytes:
    """An image as the bytes of a JPEG."""
    room = QByteArray()
    buffer = QBuffer(room)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, b"jpeg")
    writer.setQuality(QUALITY)
    writer.write(image)
    return bytes(room.data())
