"""High contrast, followed from the system: its own few colours stand for all of ours, and nothing is tinted."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

R = QPalette.ColorRole
FROM = {
    R.Window: ("window",),
    R.Base: ("base", "alt", "accent_soft", "breach_bg", "check_bg", "ok_bg", "advice_bg", "pale_bar"),
    R.Text: ("text", "muted", "faint", "line", "control", "breach", "check", "ok", "advice"),
    R.Button: ("button",),
    R.ButtonText: ("on_accent",),  # the filled button is none of these: it looks as every other
    R.Highlight: ("accent", "select", "bar", "pressed"),
    R.HighlightedText: ("on_select",),
    R.Link: ("link",),
    R.ToolTipBase: ("tip",),
    R.ToolTipText: ("on_tip",),
}
"""Which of our tokens each of the system's colours stands for; verdicts are told by symbol and word."""


def wished() -> bool:
    """Whether the system asks for high contrast."""
    hints = QGuiApplication.styleHints()  # held: what hangs on it is lost with it
    return hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast


def follow(act: Callable[[], None]) -> None:
    """Do something when the system asks for it, or no longer does."""
    hints = QGuiApplication.styleHints()  # as above
    hints.accessibility().contrastPreferenceChanged.connect(act, Qt.ConnectionType.QueuedConnection)


def system_palette(app: QApplication) -> QPalette:
    """The palette that the program would have if it set none."""
    app.setPalette(QPalette())
    return QPalette(app.palette())


def tokens_of(palette: QPalette) -> dict[str, str]:
    """Our tokens in the colours of a palette."""
    return {token: palette.color(role).name(QColor.NameFormat.HexRgb).upper() for role, names in FROM.items() for token in names}
