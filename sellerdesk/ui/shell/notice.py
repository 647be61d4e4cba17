"""The line that floats over the page: one sentence, or the work that runs with its bar, count, time left and a way to stop it."""

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QTimer
from PySide6.QtWidgets import QFrame, QProgressBar, QWidget

from sellerdesk.ui.desk import edits
from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.desk.outcome_words import DONE, REFUSED
from sellerdesk.ui.style import theme, tint
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build

LOOKS = {"breach": "breach", "check": "check", "ok": "ok", DONE: "ok", REFUSED: "breach"}
"""The colours of a kind of sentence."""
SYMBOLS = {"breach": "warning", "check": "check", "ok": "ok"}
WARNINGS = ("breach", "check", REFUSED)
MS = 1_000
WIDEST, BESIDE, ABOVE = 900, 16, 60
"""The width at letters of the natural size, the room beside it, and below it: the bar of a page. Pixels."""
GOOD_NEWS_MS = 6_000
"""After so long a sentence that asks for nothing goes by itself: it lies over the last rows."""
OF_ONE_ACT_MS = 1_500
"""A warning and the good news of one act come within so long; news that come later are of another one, perhaps of the mistake mended."""


class Notice(QFrame):
    """Hidden while there is nothing to say; it moves nothing of what is below, and is never a dialog that must be clicked away."""

    def __init__(self, desk: Desk, elsewhere: Callable[[], bool]) -> None:
        """Nothing to say yet; `elsewhere` is whether the page in sight says by itself what was done."""
        super().__init__()
        self.desk, self.kind, self.said, self.elsewhere = desk, "", ("", ""), elsewhere
        self.symbol, self.text = tint.picture("ok", "ok", 20), build.label("", wrap=True)
        self.bar, self.left = QProgressBar(), build.label("", "small")
        self.stop, self.away, self.back = build.button(height=30), build.button(height=30), build.button(height=30)
        self.clock, self.stage_total = QElapsedTimer(), 0
        self.bar.setFixedWidth(220)
        self.bar.setTextVisible(False)
        self.stop.clicked.connect(desk.cancel)
        self.away.clicked.connect(lambda: self.say("", ""))
        self.back.clicked.connect(lambda: edits.undo(desk))
        parts = (self.symbol, self.text, self.bar, self.left, self.stop, self.back, self.away)
        self.setLayout(build.row(*parts, margins=(16, 8, 12, 8), grow=self.text))
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.going = QTimer(self)
        self.going.setSingleShot(True)
        self.going.setInterval(GOOD_NEWS_MS)
        self.going.timeout.connect(lambda: self.say("", ""))  # gone for good: the end of some work would say it again
        self.since = QElapsedTimer()
        self.hide()
        desk.said.connect(self.say)
        desk.mended.connect(self.forget_mistake)
        desk.working.connect(self.work)
        desk.follow(self.restyle)

    def say(self, text: str, kind: str) -> None:
        """A sentence ("" clears the line)."""
        if kind == DONE and self.warns():
            return  # a warning is not hidden by the good news of its own act
        if kind == DONE and self.elsewhere():
            text = kind = ""  # the page says it; a warning of before is over
        self.since.start()
        self.kind, self.said = kind, (text, kind)
        self.text.setText(text)
        self.show_parts(working=False)
        self.setVisible(bool(text))
        self.restyle()
        (self.going.start if kind == "ok" else self.going.stop)()

    def forget_mistake(self) -> None:
        """What was refused was put right, or its place was left."""
        if REFUSED in (self.kind, self.said[1]):
            self.said = ("", "")
            if self.kind == REFUSED:
                self.say("", "")

    def warns(self) -> bool:
        """Whether a warning is in sight that no later act can have mended."""
        if self.isHidden() or self.kind not in WARNINGS:
            return False
        return self.kind == "check" or self.since.elapsed() < OF_ONE_ACT_MS

    def float_over(self, whole: QWidget) -> None:
        """Lie over a widget, near its lower edge."""
        self.setParent(whole)
        whole.installEventFilter(self)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What it lies over has another size."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest) and watched is self.parentWidget():
            self.place()
        return super().eventFilter(watched, event)

    def place(self) -> None:
        """Take the room that the words need, above the bar of the page."""
        whole = self.parentWidget()
        if whole is None or self.isHidden():
            return
        width = min(whole.width() - 2 * BESIDE, round(WIDEST * theme.scale()))
        height = max(self.heightForWidth(width), self.minimumSizeHint().height())
        self.setGeometry((whole.width() - width) // 2, whole.height() - height - ABOVE, width, height)
        self.raise_()

    def work(self, work: str, done: int, total: int) -> None:
        """The work that runs ("" when it ended): its bar moves once its size is known."""
        if not work:
            if self.bar.isVisibleTo(self):
                self.say(*self.said)  # what stood there before the work: a judging after an undo hides no words of it
            return
        if total != self.stage_total or done == 0:
            self.stage_total = total
            self.clock.start()
        if self.isHidden():
            self.said = ("", "")
        self.kind = ""
        self.going.stop()
        self.text.setText(work)
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.left.setText(self.remaining(done, total))
        self.show_parts(working=True)
        self.show()
        self.restyle()

    def remaining(self, done: int, total: int) -> str:
        """How many of how many, and the seconds left at the pace so far."""
        if not total:
            return ""
        count = translate("Notice", "{done} of {total}").format(done=f"{done:,}", total=f"{total:,}")
        if not done or not self.clock.isValid():
            return count
        seconds = self.clock.elapsed() * (total - done) // done // MS + 1
        return count + " · " + translate("Notice", "about {seconds} s left").format(seconds=seconds)

    def show_parts(self, *, working: bool) -> None:
        """A bar for work, a symbol for a sentence."""
        for part in (self.bar, self.left, self.stop):
            part.setVisible(working)
        for part in (self.symbol, self.away):
            part.setVisible(not working)
        self.back.setVisible(not working and self.kind == DONE)

    def restyle(self) -> None:
        """Words and colours."""
        self.stop.setText(translate("Notice", "Stop"))
        self.away.setText(translate("Notice", "Close"))
        self.setAccessibleName(self.text.text())
        self.bar.setAccessibleName(self.text.text())
        self.back.setText(translate("Bar", "Undo"))
        look = LOOKS.get(self.kind, "")
        if look:
            tint.repicture(self.symbol, SYMBOLS[look], look)
        tint.fill_background(self, f"{look}_bg" if look else "accent_soft")
        tint.colour_text(self.left, "muted")
        self.place()
