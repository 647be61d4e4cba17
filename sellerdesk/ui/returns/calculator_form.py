"""The form of a return: every field may stay empty, which means not known, never 0; what cannot be read is said beside it."""

from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QLineEdit, QSizePolicy, QWidget

from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.returns.calculator_words import YEN, category_words, choice_words, input_words, line_words, unit_words
from sellerdesk.ui.style import theme, tint
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build
from sellerdesk.ui.widgets.list_field import ListField
from sellerdesk.ui.widgets.picked_day import PickedDay

if TYPE_CHECKING:
    from pathlib import Path

LINES: tuple[tuple[str, ...], ...] = (
    ("reason",),
    ("category",),
    ("price", "shipping_charged"),
    ("method", "size"),
    ("from_prefecture", "to_prefecture"),
)
"""The five lines that are always in sight; two inputs that belong together share one."""
DETAILS: tuple[tuple[str, ...], ...] = (
    ("arrived_on", "ordered_on"),
    ("handling_cost", "value_loss_percent"),
    ("points", "gift_wrap"),
    ("referral_percent", "tax_on_fees"),
    ("weight_kg", "hazmat"),
    ("fare", "outbound_cost"),
    ("late_delivery",),
)
"""The lines below くわしく."""
REMEMBERED = ("method", "to_prefecture")
"""What a shop nearly always has alike: it stands in the next empty form, too."""
LETTERS = 8
"""Latin letters that a list's field has room for at least: four of 神奈川県."""
DAYS = ("arrived_on", "ordered_on")
PLACES = ("from_prefecture", "to_prefecture")
LISTED = ("reason", "category", "method", "size", "from_prefecture", "to_prefecture")
HEADING = "heading"
"""What an item of a list stands for that heads a group and cannot be chosen."""
ARROW = 22
"""Pixels of a list's arrow beside its field."""
CHOICES = {"hazmat": ("", "no", "yes", "potential"), "late_delivery": ("", "no", "yes"), "tax_on_fees": ("", "yes", "no")}
SIZES = ("60", "80", "100", "120", "140", "160", "180", "200")


class CalculatorForm(QWidget):
    """All inputs; `changed` tells another answer is due."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        """Empty fields."""
        super().__init__()
        self.desk = desk
        self.store: Path | None = None
        self.fields: dict[str, QLineEdit | QComboBox] = {}
        self.units: dict[str, QLabel] = {}
        self.half_typed: set[str] = set()
        self.wrong: dict[str, str] = {}
        self.labels: dict[tuple[str, ...], QLabel] = {}
        self.faults = build.label("", "small", "check", wrap=True)
        self.more, self.more_note = build.fold(), build.label("", "small", "muted", wrap=True)
        self.details = QWidget()
        self.more.toggled.connect(self.details.setVisible)
        self.details.hide()
        lines = QWidget()
        self.lay_out(lines, LINES)
        self.lay_out(self.details, DETAILS)
        fold = build.row(self.more, self.more_note, gap=8, grow=self.more_note)
        self.setLayout(build.column(lines, self.faults, fold, self.details, gap=4))

    def lay_out(self, owner: QWidget, lines: tuple[tuple[str, ...], ...]) -> None:
        """Lines of a form, each with its label, its fields and their units to the right."""
        form = QFormLayout(owner)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(6)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for names in lines:
            self.labels[names] = build.label(token="muted")  # noqa: S106 (a colour)
            parts: list[QWidget] = []
            for name in names:
                self.units[name] = build.label(token="muted")  # noqa: S106 (as above)
                parts += [self.field(name), self.units[name]]
            self.labels[names].setBuddy(self.fields[names[0]])
            form.addRow(self.labels[names], build.box(build.row(*parts, gap=6)))

    def field(self, name: str) -> QLineEdit | QComboBox:
        """The field of an input."""
        if name in LISTED or name in CHOICES:
            made: QLineEdit | QComboBox = self.list_field(name)
        else:
            made = PickedDay() if name in DAYS else QLineEdit()
            made.textChanged.connect(lambda _new: self.changed.emit())
            made.returnPressed.connect(lambda: self.go_on(name))
            if name not in DAYS:
                made.setAlignment(Qt.AlignmentFlag.AlignRight)
        made.setMinimumHeight(32)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.fields[name] = made
        return made

    def list_field(self, name: str) -> QComboBox:
        """A field with a list; the long lists are typed into."""
        box = ListField() if name in LISTED else QComboBox()
        box.setMinimumContentsLength(LETTERS)
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box.currentIndexChanged.connect(lambda _at: self.changed.emit())
        box.activated.connect(lambda _at: self.finish(name))
        if isinstance(box, ListField):
            box.takes_single = name == "reason"  # a part of a category's name may mean more than the one line of the list
            box.line.textEdited.connect(lambda _text: self.begin(name))
            box.line.editingFinished.connect(lambda: self.finish(name))
            box.chosen.connect(lambda: self.go_on(name))
        return box

    def go_on(self, name: str) -> None:
        """An input was chosen, or ended with Enter: on to the one behind it while that is empty, and its list is shown."""
        order = [name for names in LINES for name in names]
        behind = order[order.index(name) + 1 :] if name in order else []
        following = next((other for other in behind if not self.is_needless(other)), "")
        if following and not self.text(following):
            self.seek_field(following)
            field = self.fields[following]
            if isinstance(field, ListField):
                QTimer.singleShot(0, field, field.offer)  # the list that was chosen from is still closing

    def is_needless(self, name: str) -> bool:
        """Whether the chosen way of sending has one fare whatever an input says: no size classes, or the same all over Japan."""
        from sellerdesk.workflows.fares import methods

        method = methods().get(self.text("method"))
        return method is not None and ((name == "size" and not method.sizes) or (name in PLACES and method.nationwide))

    def begin(self, name: str) -> None:
        """Somebody types into a list's field: nothing is judged by half a word."""
        self.half_typed.add(name)
        self.changed.emit()

    def finish(self, name: str) -> None:
        """What was typed into a list's field is whole: Enter, another field, or a choice from the list."""
        self.half_typed.discard(name)
        show_start(self.fields[name])
        self.changed.emit()

    def text(self, name: str) -> str:
        """What an input says: the text typed, or the answer chosen."""
        field = self.fields[name]
        if isinstance(field, QLineEdit):
            return field.text().strip()
        if name in CHOICES:
            return str(field.currentData() or "")
        typed = field.currentText().strip()
        at = field.findText(typed)
        if at >= 0 and field.itemData(at) not in (None, "", HEADING):
            return str(field.itemData(at))
        row, _space, words = typed.partition("  ")
        return row if name == "reason" and row.isdecimal() and words else typed

    def inputs(self) -> dict[str, str]:
        """Every input that says something; those that mean nothing are told, and count as not known.

        A reason that no row is known for is one of them, but the answer says what becomes of it.
        """
        texts = {name: self.text(name) for name in self.fields if name not in self.half_typed}
        self.wrong = {name: words for name, text in texts.items() if text and (words := self.fault_of(name, text))}
        self.faults.setText("\n".join(self.wrong.values()))
        self.faults.setVisible(bool(self.wrong))
        return {name: text for name, text in texts.items() if text and (name not in self.wrong or name == "reason")}

    def fault_of(self, name: str, text: str) -> str:
        """Why an input means nothing; "" where it means something."""
        from sellerdesk.domain.refusal import UnusableArgument
        from sellerdesk.workflows.returns.reasons import is_reason
        from sellerdesk.workflows.returns.typed import check_input
        from sellerdesk.writers.words import fault_words

        def known(words: str) -> bool:
            return bool(self.desk.attempt(lambda: is_reason(self.desk.store, self.desk.as_of, words)))

        try:
            check_input(name, text, known)
        except UnusableArgument as fault:
            return fault_words(fault, self.desk.lang)
        return ""

    def typed_words(self) -> list[tuple[str, str]]:
        """Every input that says something: what it is called, and what is seen in it."""
        seen = {name: field.text() if isinstance(field, QLineEdit) else field.currentText() for name, field in self.fields.items()}
        return [(input_words(name), text.strip()) for name, text in seen.items() if self.text(name)]

    def set_text(self, name: str, text: str) -> None:
        """Type into a field."""
        field = self.fields[name]
        if isinstance(field, QLineEdit):
            field.setText(text)
        elif name in CHOICES:
            field.setCurrentIndex(max(0, field.findData(text)))
        else:
            if name == "category" and text:
                from sellerdesk.workflows.returns.offered_categories import category_words as in_words

                text = in_words(self.desk.as_of, text, self.desk.lang)
            at = field.findData(text) if text else -1
            field.setEditText(field.itemText(at) if at >= 0 else text)
            self.finish(name)

    def fill(self) -> None:
        """Fill the lists in the language of the moment; what was typed stays, but for what was typed for another shop."""
        from sellerdesk.workflows.fares import methods, prefecture_names
        from sellerdesk.workflows.returns.offered_categories import offered_categories
        from sellerdesk.workflows.returns.reasons import reasons_on

        if self.store != self.desk.store:
            self.store = self.desk.store
            self.empty(everything=True)
        lang, day = self.desk.lang, self.desk.as_of
        lists: dict[str, list[tuple[str, str]]] = {
            "reason": [(f"{reason.row}  {reason.en if lang == 'en' else reason.ja}", str(reason.row)) for reason in reasons_on(day)],
            "method": [(method.name.in_(lang), name) for name, method in methods().items()],
            "size": [(translate("Returns", "size {cm}").format(cm=size), size) for size in SIZES],
            "from_prefecture": [(name, "") for name in prefecture_names(lang)],
            "to_prefecture": [(name, "") for name in prefecture_names(lang)],
        }
        for name, items in lists.items():
            self.refill(name, items)
        self.refill("category", list(by_group(offered_categories(day, lang))))
        for name, answers in CHOICES.items():
            self.refill(name, [(choice_words(name, answer), answer) for answer in answers])
        self.changed.emit()

    def refill(self, name: str, items: list[tuple[str, str]]) -> None:
        """Other items in a list; the chosen one is chosen again, by what it stands for."""
        box = self.fields[name]
        if not isinstance(box, QComboBox):
            return
        text = box.currentText()
        before = box.findText(text)
        data = box.itemData(before) if before >= 0 else None
        box.blockSignals(True)  # noqa: FBT003 (Qt's signature)
        box.clear()
        for words, value in items:
            box.addItem(words, value)
            if value == HEADING and isinstance(model := box.model(), QStandardItemModel):
                head = model.item(box.count() - 1)
                head.setEnabled(False)
                head.setFont(theme.font("small", bold=True))
        if isinstance(box, ListField):
            box.show_whole()
        if name in CHOICES:  # few and short: the chosen one is read whole; the long lists are typed into
            box.setMinimumWidth(box.sizeHint().width())
        at = box.findData(data) if data else -1
        if name in CHOICES:
            box.setCurrentIndex(max(0, at))
        else:
            box.setCurrentIndex(at)
            box.setEditText(box.itemText(at) if at >= 0 else text)
            show_start(box)
        box.blockSignals(False)  # noqa: FBT003 (as above)

    def seek_field(self, name: str) -> None:
        """Show the field of an input, with the cursor in it and what stands there marked."""
        field = self.fields[name]
        if any(name in names for names in DETAILS):
            self.more.setChecked(True)
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        line = field.lineEdit() if isinstance(field, QComboBox) else field
        if line is not None:
            line.selectAll()

    def tell_details(self, missing: Collection[str]) -> None:
        """Say beside the fold what stands below it, and how many of the inputs that the answer still lacks are in there."""
        arrived, loss = self.text("arrived_on"), self.text("value_loss_percent")
        words = [translate("Returns", "arrived {day}").format(day=arrived)] if arrived else []
        words += [translate("Returns", "value lost {rate}%").format(rate=loss)] if loss else []
        count = sum(name in missing for names in DETAILS for name in names)
        inside = translate("Returns", "{count} of {every} not filled in are in here").format(count=count, every=len(missing))
        words += [inside] if count else []
        kinds = translate("Returns", "Days, handling, value lost, fees and more")
        self.more_note.setText(" · ".join(words) if words else kinds)
        tint.colour_text(self.more_note, "check" if count else "muted")

    def empty(self, *, everything: bool = False) -> None:
        """Empty the form but for what the shop nearly always has alike, or `everything`."""
        for name in self.fields:
            if everything or name not in REMEMBERED:
                self.set_text(name, "")

    def said(self, name: str) -> str:
        """What is seen in a field, with what it is called and its unit."""
        field = self.fields[name]
        text = (field.text() if isinstance(field, QLineEdit) else field.currentText()).strip()
        if name == "size":
            return text
        yen = f"{int(text):,}" if name in YEN and text.isdecimal() else text
        unit = "" if name == "points" else unit_words(name)  # their name says it
        return " ".join(filter(None, (input_words(name), yen, unit)))

    def said_of(self, names: Iterable[str]) -> dict[str, str]:
        """What is seen in the fields of some inputs."""
        return {name: self.said(name) for name in names if name in self.fields}

    def restyle(self) -> None:
        """Words."""
        self.more.setText(translate("Returns", "More"))
        build.turn_fold(self.more)
        for names, label in self.labels.items():
            label.setText(line_words(names))
        for name, field in self.fields.items():
            field.setAccessibleName(input_words(name))
            self.units[name].setText("→" if name == "from_prefecture" else unit_words(name))
            self.units[name].setVisible(bool(self.units[name].text()))
            line = field.lineEdit() if isinstance(field, QComboBox) else None
            if line is not None:
                line.setPlaceholderText(translate("Returns", "Choose"))
                build.fit_hint(line)
                field.setMinimumWidth(line.minimumWidth() + ARROW)
            if isinstance(field, PickedDay):
                field.restyle()
        self.fill()


def show_start(box: QWidget) -> None:
    """Show the beginning of what stands in a list's field, unless somebody types there."""
    line = box.lineEdit() if isinstance(box, QComboBox) else None
    if line is not None and not line.hasFocus():
        line.setCursorPosition(0)


def by_group(categories: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The items of the list of categories: each group under its heading."""
    before = ""
    for name, group in categories:
        if group != before:
            yield category_words(group), HEADING
        yield name, ""
        before = group
