"""The line at the lower edge of the window: one sentence, or the work that runs with its bar, count, time left and a way to stop it."""

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QProgressBar, QSizePolicy, QWidget

from sellerdesk.ui.desk import edits
from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.desk.outcome_words import DONE, REFUSED
from sellerdesk.ui.desk.tasks import single_shot
from sellerdesk.ui.shell import asked_for
from sellerdesk.ui.style import plain, tint
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build

LOOKS = {"breach": "breach", "check": "check", "ok": "ok", DONE: "ok", REFUSED: "breach"}
"""The colours of a kind of sentence."""
SYMBOLS = {"breach": "warning", "check": "check", "ok": "ok"}
OWN_SHEETS = ("facts", "templates")
"""Files that undo takes back as it does any other answer."""
WARNINGS = ("breach", "check", REFUSED)
MS = 1_000
HIGH, ROOM = 24, 4
"""The height of its buttons, and of the room above and below them together. Pixels."""
GOOD_NEWS_MS = 6_000
"""After so long a sentence that asks for nothing goes by itself: it lies over the status line."""
OF_ONE_ACT_MS = 1_500
"""A warning and the good news of one act come within so long; news that come later are of another one, perhaps of the mistake mended."""


class Notice(QFrame):
    """Hidden while there is nothing to say; it lies over the status line alone, and is never a dialog that must be clicked away.

    What is longer than a line is cut there, and read whole after a press: then it lies over the page until it is closed.
    """

    def __init__(self, desk: Desk, elsewhere: Callable[[], bool]) -> None:
        """Nothing to say yet; `elsewhere` is whether the page in sight says by itself what was done."""
        super().__init__()
        self.desk, self.kind, self.said, self.elsewhere, self.is_import = desk, "", ("", ""), elsewhere, False
        self.status: QWidget = self
        self.symbol, self.text = tint.picture("ok", "ok", 20), build.label("", wrap=True)
        self.short = build.label()
        self.short.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.bar, self.left = QProgressBar(), build.label("", "small")
        self.stop, self.away, self.back, self.whole, self.remove = (build.button(height=HIGH) for _button in range(5))
        self.words, self.is_whole = "", False
        self.clock, self.stage_total = QElapsedTimer(), 0
        self.bar.setFixedWidth(220)
        self.bar.setTextVisible(False)
        self.stop.clicked.connect(desk.cancel)
        self.away.clicked.connect(lambda: self.say("", ""))
        self.back.clicked.connect(lambda: edits.undo(desk))
        self.whole.clicked.connect(self.show_whole)
        self.remove.clicked.connect(lambda: asked_for.show_last_import(desk, self.window()))
        words = build.column(self.text, self.short, gap=0)
        parts = (self.symbol, words, self.bar, self.left, self.stop, self.whole, self.back, self.remove, self.away)
        self.setLayout(build.row(*parts, margins=(16, ROOM // 2, 12, ROOM // 2), grow=words))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.going = single_shot(self, GOOD_NEWS_MS, lambda: self.say("", ""))  # gone for good: the end of some work would say it again
        self.since = QElapsedTimer()
        self.hide()
        desk.said.connect(self.say)
        desk.mended.connect(self.forget_mistake)
        desk.undo_changed.connect(self.forget_deed)
        desk.report_taken.connect(self.say_taken, Qt.ConnectionType.QueuedConnection)  # once the page that comes has said its own
        desk.working.connect(self.work)
        desk.follow(self.restyle)

    def say(self, text: str, kind: str) -> None:
        """A sentence ("" clears the line)."""
        if kind == DONE and self.warns():
            return  # a warning is not hidden by the good news of its own act
        if kind == DONE and self.elsewhere():
            text = kind = ""  # the page says it; a warning of before is over
        self.since.start()
        self.is_whole = self.is_import = False
        self.kind, self.said = kind, (text, kind)
        self.words = text
        self.text.setText(text)
        self.show_parts(working=False)
        self.setVisible(bool(text))
        self.restyle()
        (self.going.start if kind == "ok" else self.going.stop)()

    def say_taken(self, kind: str, rows: int) -> None:
        """Say that a report was taken, where nothing else is said of it, and offer the way back: undo is none."""
        if not rows or kind in OWN_SHEETS or self.desk.demo:
            return
        if self.isHidden():
            self.say(translate("Notice", "The report was taken: {count} rows").format(count=f"{rows:,}"), "ok")
        if self.kind == "ok":
            self.is_import = True
            self.show_parts(working=False)
            self.place()

    def forget_mistake(self) -> None:
        """What was refused was put right, or its place was left."""
        if REFUSED in (self.kind, self.said[1]):
            self.said = ("", "")
            if self.kind == REFUSED:
                self.say("", "")

    def forget_deed(self) -> None:
        """Something was done since: the button beside what was done before would take that back."""
        if self.kind == DONE:
            self.say("", "")

    def warns(self) -> bool:
        """Whether a warning is in sight that no later act can have mended."""
        if self.isHidden() or self.kind not in WARNINGS:
            return False
        return self.kind == "check" or self.since.elapsed() < OF_ONE_ACT_MS

    def float_over(self, window: QWidget, status: QWidget) -> None:
        """Lie over the status line of a window, which is so high that a line of words has room over it."""
        self.setParent(window)
        self.status = status
        window.installEventFilter(self)
        self.hide()
        self.place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What it lies over has another size."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest) and watched is self.parentWidget():
            self.place()
        return super().eventFilter(watched, event)

    def show_whole(self) -> None:
        """Show all that is said, over the page."""
        self.is_whole = True
        self.going.stop()
        self.place()

    def place(self) -> None:
        """Take the status line's place; what is longer is cut, or, where it is read whole, lies over the page, too."""
        window = self.parentWidget()
        if window is None:
            return
        high = max(HIGH, self.text.fontMetrics().height(), *(button.sizeHint().height() for button in (self.stop, self.away))) + ROOM
        self.status.setMinimumHeight(high)
        if self.isHidden():
            return
        self.cut(window.width())
        if self.is_whole:
            high = max(high, self.heightForWidth(window.width()))
        high = max(high, self.status.height() if self.status.isVisible() else 0)
        self.setGeometry(0, window.height() - high, window.width(), high)
        self.raise_()

    def cut(self, width: int) -> None:
        """Show so much of the words as has room in one line; the button for the rest comes only with some."""
        text, metrics = plain.shown(self.words), self.short.fontMetrics()
        others = [part for part in (self.symbol, self.bar, self.left, self.stop, self.back, self.away) if part.isVisibleTo(self)]
        room = width - 28 - sum(part.sizeHint().width() + build.GAP for part in others) - build.GAP
        left = room - self.remove.sizeHint().width() - build.GAP
        self.remove.setVisible(self.is_import and "\n" not in text and metrics.horizontalAdvance(text) <= left)
        room = left if self.remove.isVisibleTo(self) else room
        fits = "\n" not in text and metrics.horizontalAdvance(text) <= room
        self.whole.setVisible(not fits and not self.is_whole)
        if not fits:
            room -= self.whole.sizeHint().width() + build.GAP
        self.short.setText(metrics.elidedText(" ".join(text.splitlines()), Qt.TextElideMode.ElideRight, max(0, room)))
        self.short.setVisible(not (fits or self.is_whole))
        self.text.setVisible(fits or self.is_whole)

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
        self.words, self.is_whole = work, False
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
        self.is_import = self.is_import and not working

    def restyle(self) -> None:
        """Words and colours."""
        self.stop.setText(translate("Notice", "Stop"))
        self.away.setText(translate("Notice", "Close"))
        self.whole.setText(translate("Notice", "Read all"))
        self.setAccessibleName(self.text.text())
        self.bar.setAccessibleName(self.text.text())
        self.back.setText(translate("Bar", "Undo"))
        self.remove.setText(translate("Window", "Take the import away…"))
        look = LOOKS.get(self.kind, "")
        if look:
            tint.repicture(self.symbol, SYMBOLS[look], look)
        tint.fill_background(self, f"{look}_bg" if look else "accent_soft")
        tint.colour_text(self.left, "muted")
        self.place()
