"""Photos of a return made small enough to keep."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter, QPainter

PHOTOS = frozenset(("bmp", "gif", "heic", "heif", "jpeg", "jpg", "jfif", "png", "tif", "tiff", "webp"))
"""What a camera makes, by what is in the file and not by its name. A drawing (SVG) may name other files, which Qt would read."""
LONGEST_SIDE, QUALITY = 2000, 85
"""Pixels and JPEG quality of a photo that is kept: a label on it can be read, and it takes some 0.5 MB."""


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


def is_photo(reader: QImageReader) -> bool:
    """Whether what is to be read is a photo."""
    return bytes(reader.format().data()).decode("ascii", "replace").lower() in PHOTOS
