"""The first start: open my report, try the demo shop or go on with it; how to get the first report, and the language."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from sellerdesk.paths import store_of
from sellerdesk.ui.desk.desk import DEMO_FOLDER, Desk
from sellerdesk.ui.style import tint
from sellerdesk.ui.style.translate import LANGUAGES, translate
from sellerdesk.ui.widgets import build

WIDTH, HIGH, ICON, NUMBER = 620, 76, 28, 24
STEPS = 3


class Choice(QPushButton):
    """A large button: a picture, what it does, and a line about it; the words pass presses on to it."""

    def __init__(self, icon: str) -> None:
        """Words come later."""
        super().__init__()
        self.icon_name = icon
        self.picture, self.arrow = tint.picture(icon, "accent", ICON), tint.picture("chevron-right", "muted", 18)
        self.title, self.line = build.label("", "lead", bold=True), build.label("", "small", "muted", wrap=True)
        self.line.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        words = build.column(None, self.title, self.line, None, gap=2)
        self.setLayout(build.row(self.picture, 12, words, self.arrow, margins=(22, 8, 18, 8), grow=words))
        for part in (self.picture, self.arrow, self.title, self.line):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAutoDefault(True)

    def sizeHint(self) -> QSize:
        """As high as its words need, in letters of any size."""
        lines = self.title.sizeHint().height() + self.line.sizeHint().height()
        return QSize(WIDTH, max(HIGH, lines + 28))

    def minimumSizeHint(self) -> QSize:
        """Never lower."""
        return QSize(0, self.sizeHint().height())

    def say(self, title: str, line: str) -> None:
        """What it does, and a line about it."""
        self.title.setText(title)
        self.line.setText(line)
        self.setAccessibleName(title)
        self.setAccessibleDescription(line)
        tint.repicture(self.picture, self.icon_name, "accent")
        tint.repicture(self.arrow, "chevron-right", "muted")


class FirstStart(QWidget):
    """The choices, how to get the first report in three lines, and the languages."""

    def __init__(self, desk: Desk, open_report: Callable[[], None]) -> None:
        """The choices; the first has the focus."""
        super().__init__()
        self.desk = desk
        self.mark = tint.picture("shop", "accent", 44)
        self.title, self.text = build.label("", "figure", bold=True), build.label("", wrap=True)
        self.open, self.demo, self.recent = Choice("open"), Choice("shop"), Choice("clock")
        self.open.clicked.connect(open_report)
        self.demo.clicked.connect(desk.try_demo)
        self.recent.clicked.connect(self.go_on)
        self.how, self.steps = build.label("", "small", bold=True), [build.label("", wrap=True) for _ in range(STEPS)]
        self.numbers = [build.label(f"{place}", "small", bold=True) for place in range(1, STEPS + 1)]
        self.private, self.lock = build.label("", "small"), tint.picture("lock", "muted", 16)
        self.language = build.segments(len(LANGUAGES))
        self.language.tabBarClicked.connect(self.speak)
        for words in (self.title, self.text):
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.lay_out()
        desk.follow(self.restyle)

    def lay_out(self) -> None:
        """The languages above, the choices in the middle with the steps below them, the promise at the foot."""
        mark = build.row(None, self.mark, None)
        steps = build.column(self.how, *(self.step(place) for place in range(STEPS)), gap=6, margins=(20, 12, 20, 0))
        middle = build.box(build.column(mark, 4, self.title, self.text, 18, self.open, self.demo, self.recent, steps))
        middle.setMaximumWidth(WIDTH)
        foot = build.row(None, self.lock, self.private, None, gap=6)
        centre = build.row(None, middle, None)
        centre.setStretch(1, 8)
        top = build.row(None, self.language)
        self.setLayout(build.column(top, None, centre, None, foot, gap=0, margins=(16, 12, 16, 20)))
        self.setFocusProxy(self.open)
        QWidget.setTabOrder(self.recent, self.language)  # else Tab would go round the choices alone: the proxy stands before them

    def step(self, place: int) -> QWidget:
        """A step with its number."""
        number: QLabel = self.numbers[place]
        number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        number.setMinimumWidth(NUMBER)
        return build.box(build.row(number, self.steps[place], gap=6, grow=self.steps[place]))

    def speak(self, place: int) -> None:
        """Speak another language."""
        lang = list(LANGUAGES)[place] if place >= 0 else self.desk.lang
        if lang != self.desk.lang:
            self.desk.restyle(lang=lang)

    def go_on(self) -> None:
        """Go on with the demo shop as it was left."""
        self.desk.use_demo(demo=True)
        self.desk.load()

    def look_for_recent(self) -> None:
        """Offer to go on with the demo shop, where it was tried before; the other choice then reads its reports again."""
        there = store_of(self.desk.settings.get("shop"), self.desk.folder / DEMO_FOLDER).exists()
        self.recent.setVisible(there)
        first = translate("First", "A sample shop, apart from your own data. Leave any time.")
        again = translate("First", "Reads its reports anew, as of today; your answers stay.")
        self.demo.say(translate("First", "Try the demo shop"), again if there else first)

    def restyle(self) -> None:
        """Words and colours."""
        self.title.setText(translate("First", "Seller Desk"))
        self.text.setText(translate("First", "Checks your points, SFP terms and return costs, on this computer alone."))
        line = translate("First", "For example “All listings report”. Its kind is recognised. You can also drop the file here.")
        self.open.say(translate("First", "Open my report"), line)
        self.recent.say(translate("First", "Go on with the demo shop"), translate("First", "As you left it, with your answers."))
        self.how.setText(translate("First", "How to get your first report (Seller Central, about 5 minutes)"))
        words = (
            translate("First", "Open “Inventory” → “Inventory reports”"),
            translate("First", "Choose “All listings report” and press “Request report”"),
            translate("First", "After some minutes press “Download”, and open the file here, not in Excel"),
        )
        for label, text in zip(self.steps, words, strict=True):
            label.setText(text)
        self.private.setText(translate("First", "No network. Nothing leaves this computer."))
        self.restyle_languages()
        tint.repicture(self.mark, "shop", "accent")
        tint.repicture(self.lock, "lock", "muted")
        for label in (self.text, self.how, self.private, *self.numbers):
            tint.colour_text(label, "muted")
        self.look_for_recent()

    def restyle_languages(self) -> None:
        """Every language by its own name, the one that is spoken chosen."""
        for place, name in enumerate(LANGUAGES.values()):
            self.language.setTabText(place, name)
        self.language.setCurrentIndex(list(LANGUAGES).index(self.desk.lang))
        self.language.setAccessibleName(translate("First", "Language"))
        build.restyle_segments(self.language)
