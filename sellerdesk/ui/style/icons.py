"""SVG icons in the colours of the theme, sharp at every scale."""

from functools import cache

from PySide6.QtCore import QByteArray, QRect, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from sellerdesk import assets
from sellerdesk.ui.style.theme import tokens

SIZES = (16, 18, 20)
"""What the window asks for, in pixels at 100%; a render costs 0.1 ms, and the first painted window waits for each."""


@cache
def renderer(name: str, colour: str) -> QSvgRenderer:
    """An icon's drawing in a colour."""
    drawing = assets.text(f"icons/{name}.svg").replace("currentColor", colour)
    return QSvgRenderer(QByteArray(drawing.encode()))


def paint(painter: QPainter, name: str, token: str, where: QRect) -> None:
    """Draw an icon in a colour of the theme."""
    renderer(name, tokens[token]).render(painter, QRectF(where))


def icon(name: str, token: str = "text") -> QIcon:  # noqa: S107 (a token of the theme)
    """An icon in a colour of the theme; Qt makes it faint where it is disabled."""
    return made(name, tokens[token])


def icon_on_fill(name: str) -> QIcon:
    """An icon of a filled button; where that is disabled, and so no longer filled, the icon is as faint as its words."""
    return made(name, tokens["on_accent"], tokens["faint"])


def icon_at_rest(name: str) -> QIcon:
    """An icon of a button that is often disabled: then it is in the colour of frames, for in the dark Qt's own is hardly fainter."""
    return made(name, tokens["text"], tokens["control"])


@cache
def made(name: str, colour: str, disabled: str = "") -> QIcon:
    """An icon with a picture for every size; its colour where it is disabled, else Qt makes one."""
    whole = QIcon()
    ratio = max(screen.devicePixelRatio() for screen in QGuiApplication.screens())
    for size in SIZES:
        picture = pixmap(name, colour, round(size * ratio))
        picture.setDevicePixelRatio(ratio)
        whole.addPixmap(picture)
        if disabled:
            faint = pixmap(name, disabled, round(size * ratio))
            faint.setDevicePixelRatio(ratio)
            whole.addPixmap(faint, QIcon.Mode.Disabled)
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


def alone(name: str, token: str, size: int, ratio: float) -> QPixmap:
    """A picture of an icon that stands by itself, sharp at the screen's scale."""
    picture = pixmap(name, tokens[token], round(size * ratio))
    picture.setDevicePixelRatio(ratio)
    return picture
