"""The form of a return: every field may stay empty, which means not known, never 0; what cannot be read is said beside it."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QComboBox, QCompleter, QFormLayout, QLabel, QLineEdit, QWidget

from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.style import theme
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build

GROUPS: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...] = (
    ("return", (("reason",), ("category",), ("hazmat",))),
    (
        "money",
        (
            ("price", "points"),
            ("shipping_charged", "gift_wrap"),
            ("referral_percent", "tax_on_fees"),
            ("handling_cost", "value_loss_percent"),
        ),
    ),
    ("shipping", (("method",), ("size", "weight_kg"), ("from_prefecture", "to_prefecture"), ("fare", "outbound_cost"))),
    ("days", (("arrived_on",), ("ordered_on",), ("late_delivery",))),
)
"""The inputs in the order of the form; two that belong together share a line."""

LISTED = ("reason", "category", "method", "size", "from_prefecture", "to_prefecture")
HEADING = "heading"
"""What an item of a list stands for that heads a group and cannot be chosen."""
ROOM = 20
"""Pixels beside the words of a list's popup."""
CHOICES = {"hazmat": ("", "no", "yes", "potential"), "late_delivery": ("", "no", "yes"), "tax_on_fees": ("", "yes", "no")}
SIZES = ("60", "80", "100", "120", "140", "160", "180", "200")


class CalculatorForm(QWidget):
    """All inputs; `changed` tells another answer is due."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        """Empty fields."""
        super().__init__()
        self.desk = desk
        self.fields: dict[str, QLineEdit | QComboBox] = {}
        self.half_typed: set[str] = set()
        self.labels: dict[tuple[str, ...], QLabel] = {}
        self.heads: dict[str, QLabel] = {}
        self.faults = build.label("", "small", "check", wrap=True)
        form = QFormLayout()
        form.setContentsMargins(20, 10, 20, 14)
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(7)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for group, lines in GROUPS:
            self.heads[group] = build.label("", "small", "muted", bold=True)
            form.addRow(self.heads[group])
            for names in lines:
                self.labels[names] = build.label(token="muted")  # noqa: S106 (a colour)
                made = [self.field(name) for name in names]
                form.addRow(self.labels[names], made[0] if len(made) == 1 else build.box(build.row(*made)))
                if len(names) == 1:
                    self.labels[names].setBuddy(made[0])
        form.addRow(self.faults)
        self.setLayout(form)

    def field(self, name: str) -> QLineEdit | QComboBox:
        """The field of an input."""
        if name in LISTED or name in CHOICES:
            box = QComboBox()
            box.setEditable(name in LISTED)
            box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            box.setMinimumContentsLength(6)
            box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            box.currentIndexChanged.connect(lambda _at: self.changed.emit())
            box.activated.connect(lambda _at: self.finish(name))
            line = box.lineEdit()
            if line is not None:
                line.textEdited.connect(lambda _text: self.begin(name))
                line.editingFinished.connect(lambda: self.finish(name))
            completer = box.completer()
            if completer is not None:
                completer.setFilterMode(Qt.MatchFlag.MatchContains)
                completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
            made: QLineEdit | QComboBox = box
        else:
            made = QLineEdit()
            made.textChanged.connect(lambda _new: self.changed.emit())
        made.setMinimumHeight(32)
        self.fields[name] = made
        return made

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
        """Every input that says something; those that cannot be read are told, and count as not known."""
        from sellerdesk.domain.refusal import UnusableArgument
        from sellerdesk.readers.quotes import one_input
        from sellerdesk.reports.words import fault_words

        told, faults = {}, []
        for name in self.fields:
            text = self.text(name)
            if not text or name in self.half_typed:
                continue
            try:
                one_input(name, text)
            except UnusableArgument as fault:
                faults.append(fault_words(fault, self.desk.lang))
            else:
                told[name] = text
        self.faults.setText("\n".join(faults))
        self.faults.setVisible(bool(faults))
        return told

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
            at = field.findData(text) if text else -1
            field.setEditText(field.itemText(at) if at >= 0 else text)
            self.finish(name)

    def fill(self) -> None:
        """Fill the lists in the language of the moment; what was typed stays."""
        from sellerdesk.readers import prefectures
        from sellerdesk.workflows.fares import methods
        from sellerdesk.workflows.returns.quote import offered_categories
        from sellerdesk.workflows.returns.reasons import reasons_on

        lang, day = self.desk.lang, self.desk.as_of
        lists: dict[str, list[tuple[str, str]]] = {
            "reason": [(f"{one.row}  {one.en if lang == 'en' else one.ja}", str(one.row)) for one in reasons_on(day)],
            "method": [(one.name.in_(lang), name) for name, one in methods().items()],
            "size": [(size, "") for size in SIZES],
            "from_prefecture": [(name, "") for name in prefectures.listed(lang)],
            "to_prefecture": [(name, "") for name in prefectures.listed(lang)],
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
        show_whole(box)
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

    def dress(self) -> None:
        """Words."""
        for group, head in self.heads.items():
            head.setText(group_words(group))
        for names, label in self.labels.items():
            label.setText(" / ".join(input_words(name) for name in names))
        for name, field in self.fields.items():
            field.setAccessibleName(input_words(name))
            if isinstance(field, QLineEdit):
                field.setPlaceholderText(unit_words(name))
                build.fit_hint(field)
        self.fill()


def show_start(box: QWidget) -> None:
    """Show the beginning of what stands in a list's field, unless somebody types there."""
    line = box.lineEdit() if isinstance(box, QComboBox) else None
    if line is not None and not line.hasFocus():
        line.setCursorPosition(0)


def show_whole(box: QComboBox) -> None:
    """Make a list's popup as wide as its longest words, however narrow its field is."""
    view = box.view()
    view.setMinimumWidth(view.sizeHintForColumn(0) + view.verticalScrollBar().sizeHint().width() + ROOM)


def by_group(categories: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The items of the list of categories: each group under its heading."""
    before = ""
    for name, group in categories:
        if group != before:
            yield category_words(group), HEADING
        yield name, ""
        before = group


def category_words(group: str) -> str:
    """What a group of categories is called."""
    return {
        "free": translate("Returns", "Returns are free for the buyer"),
        "other": translate("Returns", "Other categories"),
        "unclear": translate("Returns", "Name leaves it open"),
    }[group]


def group_words(group: str) -> str:
    """What a part of the form is called."""
    return {
        "return": translate("Returns", "The return"),
        "money": translate("Returns", "Money"),
        "shipping": translate("Returns", "Sending it back"),
        "days": translate("Returns", "Days"),
    }[group]


def unit_words(name: str) -> str:
    """The unit of a field, shown while it is empty."""
    units = {
        "points": translate("Returns", "points"), "referral_percent": "%", "value_loss_percent": "%", "weight_kg": "kg",
        "arrived_on": "2026-09-18", "ordered_on": "2026-09-10",
    }  # fmt: skip
    return units.get(name, translate("Returns", "yen"))


def choice_words(name: str, answer: str) -> str:
    """An answer of a choice."""
    if name == "tax_on_fees":
        return {"": translate("Returns", "as set"), "yes": translate("Returns", "plus 10% tax"), "no": translate("Returns", "no tax")}[
            answer
        ]
    return {
        "": translate("Returns", "Not known"),
        "yes": translate("Returns", "Yes"),
        "no": translate("Returns", "No"),
        "potential": translate("Returns", "Potentially"),
    }[answer]


def input_words(name: str) -> str:
    """What an input is called."""
    return {
        "reason": translate("Returns", "Reason"),
        "category": translate("Returns", "Category"),
        "hazmat": translate("Returns", "Hazmat"),
        "price": translate("Returns", "Price"),
        "points": translate("Returns", "Points"),
        "shipping_charged": translate("Returns", "Shipping paid"),
        "gift_wrap": translate("Returns", "Gift wrap"),
        "referral_percent": translate("Returns", "Referral fee"),
        "tax_on_fees": translate("Returns", "Tax"),
        "handling_cost": translate("Returns", "Handling"),
        "value_loss_percent": translate("Returns", "Value lost"),
        "method": translate("Returns", "Method"),
        "size": translate("Returns", "Size"),
        "weight_kg": translate("Returns", "Weight"),
        "from_prefecture": translate("Returns", "From"),
        "to_prefecture": translate("Returns", "To"),
        "fare": translate("Returns", "Own fare"),
        "outbound_cost": translate("Returns", "Sent out for"),
        "arrived_on": translate("Returns", "Return arrived"),
        "ordered_on": translate("Returns", "Ordered"),
        "late_delivery": translate("Returns", "Was late"),
    }[name]
