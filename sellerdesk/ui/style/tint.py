"""Backgrounds, colours and pictures of widgets that follow the theme."""

from collections.abc import Iterable

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QWidget

from sellerdesk.ui.style import icons, theme
from sellerdesk.ui.style.plain import Label

TINTS, PICTURE = "tints", "picture"
"""Properties that keep which colours and which picture of the theme a widget was given."""


def fill_background(widget: QWidget, background: str) -> QWidget:
    """Paint a widget's background by role; a changed Window colour would leak into every child and kill Fusion's outlines."""
    roles = {"base": QPalette.ColorRole.Base, "window": QPalette.ColorRole.Window, "line": QPalette.ColorRole.Mid}
    role = roles.get(background, QPalette.ColorRole.AlternateBase)
    if role == QPalette.ColorRole.AlternateBase:
        tint(widget, background, role)
    widget.setAutoFillBackground(True)
    widget.setBackgroundRole(role)
    return widget


def fill_backgrounds(background: str, *widgets: QWidget) -> None:
    """Paint the background of several widgets."""
    for widget in widgets:
        fill_background(widget, background)


def tint(widget: QWidget, token: str, *roles: QPalette.ColorRole) -> None:
    """Give some roles of a widget a colour of the theme, for good: it follows the theme by itself."""
    widget.setProperty(TINTS, {**(widget.property(TINTS) or {}), **{role.name: token for role in roles}})
    retint(widget)


def retint(widget: QWidget) -> None:
    """Colour a widget anew. The palette holds its own roles only: one taken from the widget would freeze all the others too."""
    palette = QPalette()
    for role, token in widget.property(TINTS).items():
        palette.setColor(QPalette.ColorRole[role], theme.colour(token))
    widget.setPalette(palette)


def untint(widget: QWidget) -> None:
    """Take a widget's own colours away."""
    widget.setProperty(TINTS, None)
    widget.setPalette(QPalette())


def follow_theme(widgets: Iterable[QWidget]) -> None:
    """Colour and draw anew what was given a colour or a picture of the theme.

    A page that is out of sight while the program's palette changes keeps the old one: it is given its natural one again.
    """
    for widget in widgets:
        if widget.property(TINTS):
            retint(widget)
        else:
            widget.setPalette(QPalette())
        if isinstance(widget, QLabel) and (picture := widget.property(PICTURE)):
            repicture(widget, *picture)


def colour_text(widget: QWidget, token: str) -> None:
    """The colour of a widget's words; on a Base background a label paints with Text."""
    tint(widget, token, QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)


def picture(name: str, token: str, size: int) -> QLabel:
    """An icon that stands by itself, `size` pixels wide."""
    widget = Label()
    widget.setFixedSize(size, size)
    repicture(widget, name, token)
    return widget


def repicture(widget: QLabel, name: str, token: str) -> None:
    """Draw an icon that stands by itself anew, in the theme of the moment."""
    widget.setProperty(PICTURE, [name, token])
    widget.setPixmap(icons.alone(name, token, widget.width(), widget.devicePixelRatioF()))
