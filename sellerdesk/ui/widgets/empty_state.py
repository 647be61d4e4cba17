"""An empty state: what there is not, why, and one button that helps; where there is no report, it opens one."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.desk.tasks import single_shot
from sellerdesk.ui.style import tint
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build

STEPS_WIDTH = 640
"""Pixels of the steps at least, where they are so long: Qt would break them after 280, into twice as many lines."""
AFTER_WORK_MS = 1_000
"""So long what was being read is still being read: its rows come after the work, or the next file begins."""


class Empty(QWidget):
    """An empty state: what there is not, why, and one button that helps; `opens` asks for a report.

    While something is read, a page that waits for a report says that, and not that there is none. What is searched may stand on other
    pages: `elsewhere` gives their names with what they are called, and `led` names the one that was pressed.
    """

    opens = Signal()
    led = Signal(str)

    def __init__(self, desk: Desk, act: Callable[[], None]) -> None:
        """Words come later."""
        super().__init__()
        self.desk, self.work, self.words, self.lacks_report = desk, "", ("", "", ""), False
        self.over = single_shot(self, AFTER_WORK_MS, self.forget_work)
        desk.working.connect(self.hear_work)
        desk.rows_came.connect(self.end_work)
        self.title, self.text, self.button = build.label("", "lead", bold=True), build.label("", wrap=True), build.button("", height=32)
        self.title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.steps = build.label("", wrap=True)
        self.elsewhere: Callable[[], Sequence[tuple[str, str]]] = tuple
        self.links = QHBoxLayout()
        self.links.setSpacing(12)
        self.symbol = tint.picture("search", "muted", 32)
        self.open = build.button("", "open", height=32)
        self.open.clicked.connect(self.opens)
        self.button.clicked.connect(act)
        middle = (
            build.row(None, self.symbol, None),
            self.title,
            self.text,
            build.row(None, self.steps, None),
            build.row(None, build.box(self.links), None),
            build.row(None, self.button, self.open, None),
        )
        self.setLayout(build.column(None, *middle, None, None, gap=8, margins=(24, 0, 24, 0)))
        ignored = QSizePolicy.Policy.Ignored  # or the page under it could be no lower than this is, which is seldom in sight
        self.setSizePolicy(self.sizePolicy().horizontalPolicy(), ignored)

    def say(self, title: str, text: str, button: str, *, opens: bool = False, steps: Sequence[str] = ()) -> None:
        """What there is not, why, and what helps ("" for no button); or that a report `opens` it, and in which steps one gets that."""
        numbered = (f"{number}. {step}" for number, step in enumerate(steps, start=1))
        self.steps.setText("\n".join(numbered))
        self.steps.setMinimumWidth(min(STEPS_WIDTH, self.steps.fontMetrics().boundingRect(QRect(), 0, self.steps.text()).width() + 1))
        self.open.setText(translate("Window", "Open report…"))
        build.fill_in(self.open, "open")
        self.words, self.lacks_report = (title, text, button), opens
        self.tell()
        tint.repicture(self.symbol, "search", "muted")
        tint.fill_background(self, "base")
        tint.colour_text(self.text, "muted")

    def tell(self) -> None:
        """Say it, or that one has to wait."""
        waits = bool(self.work) and self.lacks_report
        title, text, button = (translate("Empty", "Please wait a moment"), self.work, "") if waits else self.words
        self.title.setText(title)
        self.text.setText(text)
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self.steps.setVisible(bool(self.steps.text()) and not waits)
        self.open.setVisible(self.lacks_report and not waits)

        self.point_elsewhere()

    def showEvent(self, event: QShowEvent) -> None:
        """Come into sight: what is searched may stand elsewhere."""
        super().showEvent(event)
        self.point_elsewhere()

    def point_elsewhere(self) -> None:
        """Links to the other pages that have what is searched; out of sight nothing is looked for."""
        build.emptied(self.links)
        if not self.isVisible() or self.lacks_report:
            return
        for name, words in self.elsewhere():
            link = build.flat(translate("Empty", "Found in “{page}”").format(page=words))
            link.clicked.connect(partial(self.led.emit, name))
            self.links.addWidget(link)

    def hear_work(self, work: str, _done: int, _total: int) -> None:
        """Work began or goes on; when it ended, its rows may still be on their way."""
        if not work:
            self.over.start()
            return
        self.over.stop()
        if work != self.work:
            self.work = work
            self.tell()

    def forget_work(self) -> None:
        """It came to nothing."""
        self.work = ""
        self.tell()

    def end_work(self) -> None:
        """The rows are there."""
        if not self.desk.child.running:
            self.over.stop()
            self.forget_work()
