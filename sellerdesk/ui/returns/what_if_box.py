"""What if, beside the analysis: fewer returns of a reason by a better photograph or size table, another carrier, and both."""

from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QWidget

from sellerdesk.ui.desk import commands
from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.desk.tasks import Child, single_shot
from sellerdesk.ui.style import plain, tint
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build
from sellerdesk.ui.widgets.whole_field import WholeField
from sellerdesk.ui.widgets.wrapping_row import Flow

PAUSE_MS, PRESET = 400, 30
PER_CENT = 100
LEAST_LETTERS, MOST_LETTERS = 12, 32
"""Latin letters that a list has room for."""
PARCEL = frozenset({"fare", "size", "weight", "from_prefecture", "to_prefecture"})
"""A fare that no table gives, and what it is looked up by: a sum without it would promise a saving that nobody knows."""
LINES = ("photo", "carrier", "both")


class WhatIfBox(QWidget):
    """Three suppositions about the last year, answered as one chooses; `more` asks for the dialog with all of them."""

    more = Signal()

    def __init__(self, desk: Desk) -> None:
        """Nothing is supposed yet."""
        super().__init__()
        self.desk = desk
        self.title, self.note = build.label("", "lead", bold=True), build.label("", "small", "muted", wrap=True)
        self.names = {name: build.label("", token="muted") for name in LINES}  # noqa: S106 (a colour)
        self.outcomes = {name: build.label("", bold=True) for name in LINES}
        self.reason, self.fewer, self.method = QComboBox(), WholeField(1, PER_CENT), QComboBox()
        self.fewer.refused.connect(lambda words: desk.said.emit(words, "check"))
        self.fewer.setValue(PRESET)
        self.fewer.setSuffix(" %")
        self.all = build.flat()
        self.all.clicked.connect(self.more)
        self.pause, self.child = single_shot(self, PAUSE_MS, self.ask), Child(self)
        self.waiting: list[str] = []
        self.stale, self.lang = False, desk.lang
        for box in (self.reason, self.method):
            box.setMinimumHeight(30)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(LEAST_LETTERS)
            box.currentIndexChanged.connect(lambda _at: self.pause.start())
            box.currentTextChanged.connect(partial(self.give_room, box))
        self.fewer.valueChanged.connect(lambda _value: self.pause.start())
        self.child.done.connect(lambda answer: self.tell(answer["what_if"]))
        self.child.failed.connect(self.fail)
        desk.other_shop.connect(self.forget)
        self.lay_out()

    def lay_out(self) -> None:
        """A line for each supposition, its answer at the right."""
        lines = []
        for name, fields in zip(LINES, ((self.reason, self.fewer), (self.method,), ()), strict=True):
            line = QWidget()
            side_by_side = Flow(line, 10)
            for part in (self.names[name], *fields, self.outcomes[name]):
                side_by_side.addWidget(part)
            lines.append(line)
        head = build.row(self.title, self.note, self.all, grow=self.note)
        self.setLayout(build.column(head, *lines, gap=6, margins=(16, 10, 16, 10)))

    def suppositions(self) -> dict[str, str]:
        """What is supposed, as the command takes it."""
        row, method = str(self.reason.currentData() or ""), str(self.method.currentData() or "")
        chosen = {}
        if row:
            chosen["photo"] = f"reason:{row}={(PER_CENT - self.fewer.value()) / PER_CENT:.2f}"
        if method:
            chosen["carrier"] = f"method={method}"
        return {**chosen, "both": ",".join(chosen.values())} if len(chosen) > 1 else chosen

    def ask(self) -> None:
        """Have all suppositions worked out beside the window, one after the other."""
        chosen = self.suppositions()
        for name in LINES:
            asked = translate("WhatIf", "Choose a carrier") if name != "photo" else ""
            self.outcomes[name].setText(translate("WhatIf", "Working it out…") if name in chosen else asked)
            tint.colour_text(self.outcomes[name], "text" if name in chosen else "muted")
        self.waiting = list(chosen)
        self.go_on()

    def go_on(self) -> None:
        """Have the next supposition worked out, while the page is in sight."""
        if self.waiting:
            words = self.suppositions().get(self.waiting[0], "")
            self.child.start(self.desk.command(commands.what_if(self.desk.as_of, words)))

    def tell(self, answer: dict[str, Any]) -> None:
        """One answer; a fare that is not known for want of an input has none."""
        if not self.waiting:
            return
        name, yen = self.waiting.pop(0), int(answer["difference"] or 0)
        less, more = translate("WhatIf", "¥{yen} less in a year"), translate("WhatIf", "¥{yen} more in a year")
        words = (less if yen < 0 else more).format(yen=f"{abs(yen):,}") if yen else translate("WhatIf", "The same cost")
        token = "ok" if yen < 0 else "breach" if yen > 0 else "text"
        if answer["difference"] is None or (name != "photo" and not PARCEL.isdisjoint(answer["lacking"])):
            words, token = translate("WhatIf", "Not known: reports tell no size or prefecture of these returns"), "check"
        if answer["fare_not_known"]:
            words, token = translate("WhatIf", "Not known: what these returns cost so far is not told"), "check"
        if not any(answer["matching"]):
            words, token = translate("WhatIf", "No return of the year matches"), "check"
        self.outcomes[name].setText(words)
        tint.colour_text(self.outcomes[name], token)
        self.go_on()

    def fail(self, sentence: str) -> None:
        """Why there is no answer."""
        for name in self.waiting:
            self.outcomes[name].setText(sentence.splitlines()[-1] if sentence else translate("WhatIf", "It could not be worked out."))
        self.waiting = []

    def load(self, reasons: list[tuple[str, str]]) -> None:
        """The reasons to choose from, by row and words, the dearest first; nothing is supposed where there are none."""
        self.fill(self.reason, reasons or [("", translate("WhatIf", "no return with a known cost"))])
        for field in (self.reason, self.fewer, self.method):
            field.setEnabled(bool(reasons))
        for outcome in self.outcomes.values() if not reasons else ():
            outcome.clear()  # it was of other returns
        self.stale = bool(reasons)
        self.look()

    def forget(self) -> None:
        """Another shop comes: what was supposed, and what waits for an answer, was of the one before."""
        self.pause.stop()
        self.child.cancel()
        self.waiting = []
        for field in (self.reason, self.fewer, self.method):
            field.blockSignals(True)  # noqa: FBT003 (Qt's signature)
        self.reason.setCurrentIndex(-1)
        self.method.setCurrentIndex(0)
        self.fewer.setValue(PRESET)
        for field in (self.reason, self.fewer, self.method):
            field.blockSignals(False)  # noqa: FBT003 (as above)

    def look(self) -> None:
        """Ask anew when other returns came, once the page is in sight."""
        if self.stale and self.isVisible():
            self.stale = False
            self.pause.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Come into sight."""
        super().showEvent(event)
        self.look()

    @staticmethod
    def fill(box: QComboBox, items: list[tuple[str, str]]) -> None:
        """Other lines in a list; what was chosen stays."""
        before = box.currentData()
        box.blockSignals(True)  # noqa: FBT003 (Qt's signature)
        box.clear()
        for value, words in items:
            box.addItem(words, value)
        box.setCurrentIndex(max(0, box.findData(before)))
        box.blockSignals(False)  # noqa: FBT003 (as above)
        WhatIfBox.give_room(box, box.currentText())

    @staticmethod
    def give_room(box: QComboBox, text: str) -> None:
        """Make a list as wide as what is chosen in it, up to a limit; its tip says all of it."""
        letters = -(-box.fontMetrics().horizontalAdvance(text) // max(1, box.fontMetrics().horizontalAdvance("X")))
        box.setMinimumContentsLength(max(LEAST_LETTERS, min(letters + 1, MOST_LETTERS)))
        plain.set_tip(box, text)

    def restyle(self) -> None:
        """Words and colours."""
        from sellerdesk.workflows.fares import methods

        words = (
            translate("WhatIf", "Photograph or size table: fewer of"),
            translate("WhatIf", "All sent back by"),
            translate("WhatIf", "Both together"),
        )
        for name, text in zip(LINES, words, strict=True):
            self.names[name].setText(text)
        self.title.setText(translate("WhatIf", "What if"))
        self.note.setText(translate("WhatIf", "of the returns of the last year"))
        self.all.setText(translate("WhatIf", "All suppositions…"))
        self.reason.setAccessibleName(translate("WhatIf", "Reason"))
        self.fewer.setAccessibleName(translate("WhatIf", "Fewer by"))
        self.method.setAccessibleName(words[1])
        stays = [("", translate("WhatIf", "as it was"))]
        self.fill(self.method, stays + [(name, method.name.in_(self.desk.lang)) for name, method in methods().items()])
        tint.fill_background(self, "accent_soft")
        if self.lang != self.desk.lang:  # what was answered stands in the other language
            self.lang, self.stale = self.desk.lang, self.reason.isEnabled()
            self.look()
