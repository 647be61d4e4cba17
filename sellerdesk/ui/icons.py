"""SVG icons in the colours of the theme, sharp at every scale."""

from functools import cache

from PySide6.QtCore import QByteArray, QRect, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from sellerdesk import assets
from sellerdesk.ui.theme import tokens

SIZES = (16, 18, 20, 24, 25, 27, 30, 32, 36, 40, 48, 56, 64, 112)
"""Pixels: 16 to 20, 32 and 56 at 100, 125, 150 and 200%."""


@cache
def renderer(name: str, colour: str) -> QSvgRenderer:
    """An icon's drawing in a colour."""
    drawing = assets.text(f"icons/{name}.svg").replace("currentColor", colour)
    return QSvgRenderer(QByteArray(drawing.encode()))


def paint(painter: QPainter, name: str, token: str, where: QRect) -> None:
    """Draw an icon in a colour of the theme."""
    renderer(name, tokens[token]).render(painter, QRectF(where))


def icon(name: str, token: str = "text") -> QIcon:  # noqa: S107 (a token of the theme)
    """An icon in a colour of the theme, faint where it is disabled."""
    return made(name, tokens[token], tokens["faint"])


@cache
def made(name: str, colour: str, disabled: str) -> QIcon:
    """An icon with a picture for every size."""
    whole = QIcon()
    for size in SIZES:
        whole.addPixmap(pixmap(name, colour, size))
        whole.addPixmap(pixmap(name, disabled, size), QIcon.Mode.Disabled)
    return whole


def pixmap(name: str, colour: str, size: int) -> QPixmap:
    """One picture of an icon, `size` pixels wide."""
    picture = QPixmap(size, size)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer(name, colour).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return picture
