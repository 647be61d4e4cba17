"""The passages of the two documents that are unclear: both readings, which one holds and why; the owner may take another."""

from functools import partial

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from sellerdesk.ui.desk import edits
from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.desk.tasks import single_shot
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build
from sellerdesk.ui.widgets.dialog import Dialog

WIDTH, HEIGHT = 720, 640
LAID_OUT_MS = 30
"""After so long the passages have their places, and one can be brought into sight."""


class ReadingsDialog(Dialog):
    """A window that may stay open beside the work."""

    def __init__(self, desk: Desk, parent: QWidget, show: str = "") -> None:
        """List every passage; `show` is the one to begin with."""
        super().__init__(desk, parent)
        self.heads: dict[str, QWidget] = {}
        self.groups: dict[str, QButtonGroup] = {}
        self.content = QVBoxLayout()
        self.content.setContentsMargins(20, 14, 20, 14)
        self.content.setSpacing(6)
        self.area = build.scrolled(build.box(self.content), WIDTH - 40)
        self.note, self.close_button = build.label("", "small", "muted", wrap=True), build.button()
        self.close_button.clicked.connect(self.close)
        foot = build.row(self.note, self.close_button, margins=(16, 8, 16, 12), grow=self.note)
        self.setLayout(build.column(self.area, foot, gap=0, grow=self.area))
        self.resize(WIDTH, HEIGHT)
        desk.follow_in(self, self.tell)
        self.first = show
        self.laid_out = single_shot(self, LAID_OUT_MS, lambda: self.show_passage(self.first))

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the passage asked for."""
        super().showEvent(event)
        self.laid_out.start()

    def show_passage(self, name: str) -> None:
        """Bring a passage into sight."""
        if name in self.heads:
            self.area.ensureWidgetVisible(self.groups[name].buttons()[-1])
            self.area.ensureWidgetVisible(self.heads[name], 0, 20)

    def tell(self) -> None:
        """Show every passage anew."""
        from sellerdesk.workflows.terms import terms

        self.setWindowTitle(translate("Passages", "Unclear passages and how they are read"))
        self.note.setText(translate("Passages", "A reading is chosen for this shop, verdicts follow at once, and undo takes it back."))
        self.close_button.setText(translate("Passages", "Close"))
        build.emptied(self.content)
        self.heads, self.groups = {}, {}
        taken, lang = self.desk.state.readings if self.desk.state else {}, self.desk.lang
        for name, text in terms().ambiguity.items():
            head = build.label(f"{name}  {text.title.in_(lang)}", "lead", bold=True, wrap=True)
            self.heads[name] = head
            self.content.addWidget(head)
            self.content.addWidget(build.label(f"{text.why.in_(lang)} ({', '.join(text.clauses)})", wrap=True))
            self.groups[name] = QButtonGroup(self)
            for reading in text.reading:
                words = reading.text.in_(lang)
                button = QRadioButton(words + (" " + translate("Passages", "(default)") if reading is text.reading[0] else ""))
                button.setChecked(reading is text.taken(taken.get(name)))
                button.setProperty("reading", reading.id)
                button.setEnabled(len(text.reading) > 1)
                button.clicked.connect(partial(edits.take_reading, self.desk, name, reading.id))
                self.groups[name].addButton(button)
                self.content.addWidget(button)
            self.content.addWidget(build.hairline())
            self.content.addSpacing(6)
        self.content.addStretch(1)
