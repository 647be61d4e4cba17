"""The question of the first visit: which of the shop's shipping templates are Prime ones? No report tells."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from sellerdesk.domain.folding import folded
from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.style import icons, plain, theme, tint
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build

LONGEST = 40
LIKELY = tuple(map(folded, ("プライム", "prime", "sfp")))
"""What the name of a Prime template usually holds; it is ticked, and the owner confirms."""


class PrimeTemplates(QWidget):
    """A tick for each template found in the report, the likely ones ticked; `left` tells that it was not answered."""

    left = Signal()

    def __init__(self, desk: Desk) -> None:
        """No templates are known yet."""
        super().__init__()
        self.desk = desk
        self.boxes: list[QCheckBox] = []
        self.title = build.label("", "title", bold=True, wrap=True)
        self.text = build.label("", wrap=True)
        self.ticks = QVBoxLayout()
        self.ticks.setSpacing(build.GAP)
        self.take = build.button("", "ok")
        self.take.clicked.connect(self.answer)
        self.back = build.button()
        self.back.clicked.connect(self.left)
        inner = build.box(build.column(self.title, self.text, 8, self.ticks, 8, build.row(self.take, self.back, None)))
        inner.setMaximumWidth(640)
        inner.setMinimumWidth(520)
        self.setLayout(build.column(None, build.row(None, inner, None), None, None, margins=(24, 24, 24, 24)))
        desk.on_rows(self.load)
        desk.follow(self.restyle)

    def load(self) -> None:
        """Show the templates of the report."""
        build.emptied(self.ticks)
        state = self.desk.state
        templates = state.templates if state else ()
        named = state.prime_templates if state else None
        self.boxes = []
        for name, count in templates:
            box = QCheckBox()
            box.setProperty("template", name)
            box.setProperty("count", count)
            box.setChecked(name in named if named is not None else any(word in folded(name) for word in LIKELY))
            self.boxes.append(box)
            self.ticks.addWidget(box)
        self.restyle()

    def answer(self) -> None:
        """Save which are Prime, and judge."""
        from sellerdesk.workflows.shop import facts

        desk = self.desk
        names = frozenset(box.property("template") for box in self.boxes if box.isChecked())
        desk.change(lambda: facts.save_prime_templates(desk.store, names, desk.now()))
        desk.judge()

    def restyle(self) -> None:
        """Words and colours."""
        tint.fill_background(self, "base")
        self.title.setText(translate("Templates", "Which of your shipping templates are Prime ones?"))
        self.text.setText(
            translate(
                "Templates",
                "No report tells. Tick the ones you use for Seller Fulfilled Prime; leave all unticked when you do not take part.",
            )
        )
        tint.colour_text(self.text, "muted")
        for box in self.boxes:
            offers = translate("Templates", "{count} offers").format(count=f"{box.property('count'):,}")
            name = str(box.property("template"))
            shown = name if len(name) <= LONGEST else name[:LONGEST] + "…"
            box.setText(plain.literal(f"{shown}   ({offers})"))
            plain.set_tip(box, name)
        self.take.setEnabled(bool(self.boxes))
        self.back.setText(translate("Templates", "Back"))
        if not self.boxes:
            self.text.setText(translate("Templates", "This report names no shipping templates. Open an all listings report first."))
        self.take.setText(translate("Templates", "These are my Prime templates"))
        self.take.setFont(theme.font(bold=True))
        self.take.setIcon(icons.icon("ok", "on_accent"))
        self.take.setStyleSheet(theme.primary_style())
        self.take.setAccessibleName(self.take.text())
        self.title.setAlignment(Qt.AlignmentFlag.AlignLeft)
