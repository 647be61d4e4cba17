"""The first start: open my report, or try the demo shop; nothing else."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QCommandLinkButton, QFrame, QWidget

from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.style import icons, theme, tint
from sellerdesk.ui.style.translate import LANGUAGES, translate
from sellerdesk.ui.widgets import build

WIDTH = 560


class FirstStart(QWidget):
    """Two choices, and the other language."""

    def __init__(self, desk: Desk, open_report: Callable[[], None]) -> None:
        """Two choices."""
        super().__init__()
        self.desk = desk
        self.mark = tint.picture("shop", "accent", 56)
        self.title, self.text = build.label("", "figure", bold=True), build.label("", wrap=True)
        self.open, self.demo = self.choice(), self.choice()
        self.open.clicked.connect(open_report)
        self.demo.clicked.connect(desk.try_demo)
        self.drop, self.private = build.label("", "small"), build.label("", "small")
        self.lock, self.language = tint.picture("lock", "muted", 16), build.flat(" ")
        self.language.clicked.connect(self.switch)
        for words in (self.title, self.text, self.drop):
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.frames = [self.framed(button) for button in (self.open, self.demo)]
        mark = build.row(None, self.mark, None)
        inner = build.box(build.column(mark, 6, self.title, self.text, 20, *self.frames, 10, self.drop))
        inner.setFixedWidth(WIDTH)
        foot = build.row(None, self.lock, self.private, 20, self.language, None, gap=6)
        self.setLayout(build.column(None, build.row(None, inner, None), None, foot, gap=0, margins=(24, 24, 24, 20)))
        desk.follow(self.dress)

    @staticmethod
    def choice() -> QCommandLinkButton:
        """A large button with a line of explanation."""
        button = QCommandLinkButton()
        button.setIconSize(QSize(32, 32))
        return button

    @staticmethod
    def framed(button: QCommandLinkButton) -> QFrame:
        """A frame around a choice: the button itself stays flat in Fusion."""
        frame = QFrame()
        frame.setFrameShape(QFrame.Shape.StyledPanel)
        frame.setLayout(build.column(button, margins=(4, 4, 4, 4)))
        return frame

    def switch(self) -> None:
        """Speak the other language."""
        self.desk.dress(lang="en" if self.desk.lang == "ja" else "ja")

    def dress(self) -> None:
        """Words and colours."""
        self.title.setText(translate("First", "Seller Desk"))
        self.text.setText(translate("First", "Checks your points, SFP terms and return costs, on this computer alone."))
        self.open.setText(translate("First", "Open my report"))
        self.open.setDescription(translate("First", "For example “All listings report”. Its kind is recognised."))
        self.demo.setText(translate("First", "Try the demo shop"))
        self.demo.setDescription(translate("First", "A sample shop, apart from your own data. Leave any time."))
        self.drop.setText(translate("First", "You can also drop a file on this window"))
        self.private.setText(translate("First", "No network. Nothing leaves this computer."))
        self.language.setText(next(name for lang, name in LANGUAGES.items() if lang != self.desk.lang))
        tint.repicture(self.mark, "shop", "accent")
        tint.repicture(self.lock, "lock", "muted")
        for button, name in ((self.open, "open"), (self.demo, "shop")):
            button.setIcon(icons.icon(name, "accent"))
            button.setFont(theme.font("lead"))
            button.setFixedHeight(2 * button.fontMetrics().height() + 28)
        tint.on_all("base", *self.frames)
        for words in (self.text, self.drop, self.private):
            tint.ink(words, "muted")
        tint.ink(self.language, "link")
