"""What the window wears: language, theme and the size of its letters, switched everywhere at once."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from sellerdesk.ui.desk.settings import Settings
from sellerdesk.ui.desk.tasks import Turns, single_shot
from sellerdesk.ui.style import contrast, theme
from sellerdesk.ui.style.tint import follow_theme
from sellerdesk.ui.style.translate import speak

TURN_MS = 10
"""A turn of a switch of language or theme; the longest single part takes some 25 ms on top."""
MENU_MS = 30
"""The screen takes away a menu that was closed, before the window is no longer drawn: else it stands there until the end."""


class Appearance(QObject):
    """Language and theme, and the parts of the window that follow them. `restyled`: they changed, and every part has followed."""

    restyled = Signal()

    def __init__(self, settings: Settings) -> None:
        """What the settings say."""
        super().__init__()
        self.settings = settings
        self.lang, self.theme = settings.get("language"), settings.get("theme")
        self._acts: list[Callable[[], None]] = []
        self._untinted = False
        self._steps: int | None = None
        self.restyling, self._pause = Turns(self, TURN_MS), single_shot(self, MENU_MS, self._begin)
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

    def restyle(self, *, lang: str = "", theme_choice: str = "") -> None:
        """Switch language or theme, everywhere at once, when the menu that asked for it is gone from the screen."""
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            return
        if lang:
            self.lang = lang
            self.settings.put("language", lang)
        if theme_choice:
            self.theme = theme_choice
            self.settings.put("theme", theme_choice)
        speak(app, self.lang)  # at once: what is said meanwhile is said in one language
        self._untinted = self._untinted or bool(theme_choice) or not lang  # a language alone leaves 130 widgets their palettes
        self.restyling.stop()
        self._pause.start()

    def _begin(self) -> None:
        """Draw nothing until every part wears what was chosen."""
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            return
        self._draw(drawn=False)
        if self._steps is not None:
            theme.enlarge(app, self._steps)
            self._steps = None
        if self._untinted:
            theme.wear(app, self.theme)
        self.restyling.start([self._tint, *self._acts], self._restyled)

    def stop_restyling(self) -> None:
        """Change nothing more, at the end."""
        self._pause.stop()
        self.restyling.stop()

    def _tint(self) -> None:
        """Give every widget the colours of a theme that was put on, unless they have them."""
        if self._untinted:
            self._untinted = False
            follow_theme(QApplication.allWidgets())

    def _restyled(self) -> None:
        """All parts wear what was chosen: draw them, once."""
        self._draw(drawn=True)
        self.restyled.emit()

    @staticmethod
    def _draw(*, drawn: bool) -> None:
        """Whether windows are drawn: half restyled they are not, for each part would be drawn with every turn.

        At the end each is drawn at once, not when Qt next comes to it: of a window that was to be drawn when it was told not to (the
        menu had just gone from it), Qt drops the request and keeps the mark that one is on its way, so no later one is ever sent.
        """
        for window in QApplication.topLevelWidgets():
            window.setUpdatesEnabled(drawn)
            if drawn and window.isVisible():
                window.repaint()

    def zoom(self, step: int) -> None:
        """Letters a step larger (1) or smaller (-1), or as the system has them (0)."""
        steps = min(theme.LARGEST, max(theme.SMALLEST, int(self.settings.get("zoom")) + step)) if step else 0
        self.settings.put("zoom", str(steps))
        self._steps = steps
        self.restyle()

    def _follow_system(self) -> None:
        """Put on what the system now wears."""
        if self.theme == "system":
            self.restyle()
