"""The program's icon at every size, drawn from its SVG by Qt: pictures for Linux, one .ico for Windows."""

from __future__ import annotations

import os
import struct
from functools import cache
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

DRAWING = Path(__file__).resolve().parent.parent / "resources/icons/sellerdesk.svg"
PNG_SIZES = (16, 24, 32, 48, 64, 128, 256)
ICO_SIZES = (16, 24, 32, 48, 64, 256)
PNG_FROM = 256
"""Windows takes a PNG inside an .ico at this size; smaller ones are bitmaps, which every shell draws."""
ENTRY = 16
"""Bytes of one line of an .ico's table of contents, which six bytes come before."""


@cache
def application() -> QGuiApplication:
    """What Qt draws with, without a screen."""
    there = QGuiApplication.instance()
    return there if isinstance(there, QGuiApplication) else QGuiApplication([])


def draw(size: int) -> QImage:
    """The icon, `size` pixels wide."""
    application()
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(DRAWING)).render(painter)
    painter.end()
    return image


def as_bytes(image: QImage, form: bytes) -> bytes:
    """A picture as the bytes of a file."""
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(form)).write(image)
    return bytes(held.data())


def write_pngs(folder: Path) -> None:
    """A file for every size, named by it."""
    folder.mkdir(parents=True, exist_ok=True)
    for size in PNG_SIZES:
        (folder / f"{size}.png").write_bytes(as_bytes(draw(size), b"PNG"))


def write_ico(file: Path) -> None:
    """All sizes in one .ico."""
    pictures = [as_bytes(draw(size), b"PNG") if size >= PNG_FROM else as_bytes(draw(size), b"ICO")[6 + ENTRY :] for size in ICO_SIZES]
    head, where = struct.pack("<HHH", 0, 1, len(pictures)), 6 + ENTRY * len(pictures)
    for size, picture in zip(ICO_SIZES, pictures, strict=True):
        head += struct.pack("<BBBBHHII", size % PNG_FROM, size % PNG_FROM, 0, 0, 1, 32, len(picture), where)
        where += len(picture)
    file.write_bytes(head + b"".join(pictures))
