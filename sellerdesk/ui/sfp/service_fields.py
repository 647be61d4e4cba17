"""The fields of one service to one region: a tick for not served, the days, and the two fees; a wrong one is marked by its verdict."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence, QPalette
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from sellerdesk.domain.finding import Finding
from sellerdesk.domain.template import TemplateCell
from sellerdesk.ui.style import plain, theme, tint
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build

FIELDS = ("days", "prime_fee", "other_fee")
LETTERS = {"days": "88", "prime_fee": "8,888", "other_fee": "88,888"}
ROOM, HIGH = 18, 30


class Figure(QLineEdit):
    """A field for a figure; a table that is pasted into it is told whole."""

    pasted_table = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A paste of several cells is a table."""
        text = QGuiApplication.clipboard().text() if event.matches(QKeySequence.StandardKey.Paste) else ""
        if "\t" in text or "\n" in text.strip():
            self.pasted_table.emit(text)
        else:
            super().keyPressEvent(event)


def region_words(region: str) -> str:
    """A region in the language of the moment."""
    return {
        "honshu": translate("Templates", "Honshu"),
        "shikoku": translate("Templates", "Shikoku"),
        "kyushu": translate("Templates", "Kyushu"),
        "hokkaido": translate("Templates", "Hokkaido"),
        "okinawa": translate("Templates", "Okinawa"),
        "remote": translate("Templates", "Remote islands"),
        "island": translate("Templates", "An island"),
        "international": translate("Templates", "International"),
    }[region]


def service_words(service: str) -> str:
    """A service in the language of the moment."""
    return {
        "expedited": translate("Templates", "Expedited"),
        "standard": translate("Templates", "Standard"),
        "same_day": translate("Templates", "Same Day"),
        "scheduled": translate("Templates", "Scheduled"),
    }[service]


class ServiceFields(QWidget):
    """`typed` tells a field and its text, `ticked` whether the place is not served, `pasted` a table from one of the fields on."""

    typed = Signal(str, str)
    ticked = Signal(bool)
    pasted = Signal(str, str)

    def __init__(self) -> None:
        """No figures yet."""
        super().__init__()
        self.tick, self.abroad = QCheckBox(), build.label("", token="muted")  # noqa: S106 (a colour)
        self.fields = {name: Figure() for name in FIELDS}
        self.units = {name: build.label("", "small", "muted") for name in FIELDS}
        self.tick.clicked.connect(self.ticked)
        parts: list[QWidget | int | None] = [self.tick, self.abroad, None]
        for name, field in self.fields.items():
            field.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            field.setMinimumHeight(HIGH)
            field.editingFinished.connect(lambda name=name: self.tell(name))
            field.pasted_table.connect(lambda text, name=name: self.pasted.emit(name, text))
            parts += [field, self.units[name]]
        self.setLayout(build.row(*parts, gap=4, margins=(12, 4, 10, 4)))

    def tell(self, name: str) -> None:
        """Tell what was typed, when it is another than what stood there."""
        if self.fields[name].isModified():
            self.fields[name].setModified(False)
            self.typed.emit(name, self.fields[name].text())

    def show_cell(self, cell: TemplateCell, marks: dict[str, Finding], why: str) -> None:
        """Show a cell; `marks` are the findings by the field that they are about, `why` says what is wrong."""
        unserved = cell.offered == "no"
        beyond = cell.region == "international" and cell.service != "standard" and all(getattr(cell, name) is None for name in FIELDS)
        self.tick.setVisible(not beyond)
        self.abroad.setVisible(beyond)
        self.tick.setChecked(unserved)
        for name, field in self.fields.items():
            value = getattr(cell, name)
            for part in (field, self.units[name]):
                kept = part.sizePolicy()
                kept.setRetainSizeWhenHidden(not beyond)  # words stand there instead, and would widen the column by theirs
                part.setSizePolicy(kept)
                part.setVisible(not unserved and not beyond)
            field.setText("" if value is None else f"{value:,}")
            field.setModified(False)
            field.setMinimumWidth(QFontMetrics(theme.font(bold=True)).horizontalAdvance(LETTERS[name]) + ROOM)  # a wrong one is bold
            field.setMaximumWidth(field.minimumWidth())
            self.mark(name, marks.get(name), why)
        if "offered" in marks:
            plain.set_tip(self.tick, why)
        tint.colour_text(self.tick, marks["offered"].outcome if "offered" in marks else "muted" if unserved else "text")

    def mark(self, name: str, found: Finding | None, why: str) -> None:
        """Colour a field by its verdict; the reason is its tip, and what a screen reader says of it."""
        field = self.fields[name]
        worth = found is not None and found.outcome in ("breach", "check")
        field.setFont(theme.font(bold=worth))
        plain.set_tip(field, why if worth else "")
        field.setAccessibleDescription(why if worth else "")
        if worth and found is not None:
            tint.tint(field, f"{found.outcome}_bg", QPalette.ColorRole.Base)
            tint.tint(field, found.outcome, QPalette.ColorRole.Text)
        else:
            tint.untint(field)

    def restyle(self, where: str, service: str) -> None:
        """Words: which region and which service."""
        self.tick.setText(translate("Templates", "Not served"))
        self.abroad.setText(translate("Templates", "Within Japan only"))
        self.units["days"].setText(translate("Templates", "d"))
        for name in FIELDS[1:]:
            self.units[name].setText(translate("Templates", "¥"))
        for name, field in self.fields.items():
            field.setAccessibleName(f"{where} {service} {field_words(name)}")
        self.tick.setAccessibleName(f"{where} {service} {self.tick.text()}")


def field_words(name: str) -> str:
    """What a field is called."""
    return {
        "days": translate("Templates", "Days"),
        "prime_fee": translate("Templates", "Prime"),
        "other_fee": translate("Templates", "Others"),
    }[name]
