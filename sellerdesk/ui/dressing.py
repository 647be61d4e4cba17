"""What the window wears: language, theme and the size of its letters, switched everywhere at once."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from sellerdesk.ui import contrast, theme
from sellerdesk.ui.settings import Settings
from sellerdesk.ui.tasks import Turns
from sellerdesk.ui.translate import speak
from sellerdesk.ui.widgets.parts import follow_theme

TURN_MS = 10
"""A turn of a switch of language or theme; the longest single part takes some 25 ms on top."""


class Dressing(QObject):
    """Language and theme, and the parts of the window that follow them. `dressed`: they changed, and every part has followed."""

    dressed = Signal()

    def __init__(self, settings: Settings) -> None:
        """What the settings say."""
        super().__init__()
        self.settings = settings
        self.lang, self.theme = settings.get("language"), settings.get("theme")
        self._acts: list[Callable[[], None]] = []
        self._untinted = False
        self.dressing = Turns(self, TURN_MS)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system, Qt.ConnectionType.QueuedConnection)
        contrast.follow(self._follow_system)

    def follow(self, act: Callable[[], None]) -> None:
        """Do something now and whenever language or theme change: set words, icons, style sheets."""
        act()
        self._acts.append(act)

    def follow_in(self, dialog: QObject, act: Callable[[], None]) -> None:
        """The same for a dialog, until it is closed."""
        self.follow(act)
        dialog.destroyed.connect(lambda: self._acts.remove(act))

    def dress(self, *, lang: str = "", theme_choice: str = "") -> None:
        """Switch language or theme, everywhere at once."""
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            return
        if lang:
            self.lang = lang
            self.settings.put("language", lang)
        if theme_choice:
            self.theme = theme_choice
            self.settings.put("theme", theme_choice)
        speak(app, self.lang)
        self._draw(drawn=False)
        if theme_choice or not lang:  # a language alone leaves 130 widgets their palettes
            theme.wear(app, self.theme)
            self._untinted = True
        self.dressing.start([self._tint, *self._acts], self._dressed)

    def _tint(self) -> None:
        """Give every widget the colours of a theme that was put on, unless they have them."""
        if self._untinted:
            self._untinted = False
            follow_theme(QApplication.allWidgets())

    def _dressed(self) -> None:
        """All parts wear what was chosen: draw them, once."""
        self._draw(drawn=True)
        self.dressed.emit()

    @staticmethod
    def _draw(*, drawn: bool) -> None:
        """Whether windows are drawn: half dressed they are not, for each part would be drawn with every turn."""
        for window in QApplication.topLevelWidgets():
            window.setUpdatesEnabled(drawn)

    def zoom(self, step: int) -> None:
        """Letters a step larger (1) or smaller (-1), or as the system has them (0)."""
        steps = min(theme.LARGEST, max(theme.SMALLEST, int(self.settings.get("zoom")) + step)) if step else 0
        self.settings.put("zoom", str(steps))
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.enlarge(app, steps)
        self.dress()

    def _follow_system(self) -> None:
        """Put on what the system now wears."""
        if self.theme == "system":
            self.dress()
