"""What if: another fare, method or size, or more or fewer returns of a reason; what a year's returns would have cost then."""

from typing import Any

from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QWidget

from sellerdesk.ui.desk import commands
from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.desk.tasks import Child
from sellerdesk.ui.returns.what_if_box import PARCEL
from sellerdesk.ui.style import plain, theme, tint
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build
from sellerdesk.ui.widgets.dialog import Dialog

SIZES = ("", "60", "80", "100", "120", "140", "160", "180", "200")
WIDTH = 560
PARCEL_FIELDS = frozenset({"method", "size"})
"""What is supposed of a parcel: its fare has to be looked up then."""


class WhatIf(Dialog):
    """A window beside the work; it changes nothing."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        """Nothing is supposed yet."""
        super().__init__(desk, parent)
        self.asked = ""
        self.fields: dict[str, QComboBox | QLineEdit] = {
            "which": QComboBox(), "value": QComboBox(), "fare": QLineEdit(), "method": QComboBox(), "size": QComboBox(),
            "reason": QComboBox(), "times": QLineEdit(),
        }  # fmt: skip
        self.labels = {name: build.label("", token="muted") for name in self.fields}  # noqa: S106 (a colour)
        self.title, self.outcome = build.label("", "lead", bold=True, wrap=True), build.label("", "lead", bold=True, wrap=True)
        self.detail, self.note = build.label("", wrap=True), build.label("", "small", "muted", wrap=True)
        self.go, self.away = build.button(), build.button()
        self.go.setDefault(True)
        self.away.setAutoDefault(False)
        self.go.clicked.connect(self.ask)
        self.away.clicked.connect(self.close)
        self.lay_out()
        self.resize(WIDTH, 0)
        self.field("which").currentIndexChanged.connect(self.list_values)
        self.child = Child(self)  # one of its own: the desk's may be reading a report, which must not be stopped for a question
        self.child.done.connect(lambda answer: self.tell(answer["what_if"]))
        self.child.failed.connect(self.fail)
        desk.follow_in(self, self.restyle)

    def field(self, name: str) -> QComboBox:
        """A list by name."""
        found = self.fields[name]
        if not isinstance(found, QComboBox):
            raise TypeError(name)
        return found

    def lay_out(self) -> None:
        """Which returns, what changes, the answer."""
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, field in self.fields.items():
            field.setMinimumHeight(32)
            if isinstance(field, QComboBox):
                field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
                field.setMinimumContentsLength(16)
            form.addRow(self.labels[name], field)
        buttons = build.row(self.go, None, self.away)
        self.setLayout(
            build.column(self.title, form, buttons, build.hairline(), self.outcome, self.detail, self.note, margins=(20, 16, 20, 16))
        )

    def totals(self, kind: str) -> list[str]:
        """The SKUs or categories that came back, the dearest first."""
        totals = self.desk.state.judged.get("returns", {}).get("totals", {}) if self.desk.state else {}
        return [str(total["key"]) for total in totals.get(kind, []) if total["key"]]

    def list_values(self) -> None:
        """The SKUs or categories to choose from."""
        kind = str(self.field("which").currentData() or "")
        self.field("value").clear()
        plain.offer(self.field("value"), *(self.totals(kind) if kind else ()))
        self.field("value").setEnabled(bool(kind))

    def words(self) -> str:
        """The supposition as the command takes it; "" while nothing is supposed."""
        from sellerdesk.workflows.returns.what_if import quoted

        kind, value = str(self.field("which").currentData() or ""), plain.chosen(self.field("value"))
        answer = {"fare": self.text("fare"), "method": self.field("method").currentData(), "size": self.field("size").currentData()}
        changes = [f"{name}={text}" for name, text in answer.items() if text]
        if (row := self.field("reason").currentData()) and (times := self.text("times")):
            changes.append(f"reason:{row}={times}")
        chosen = [f"{kind}={quoted(value)}"] if kind and value else []
        return " ".join([*chosen, *changes]) if changes else ""

    def text(self, name: str) -> str:
        """What is typed."""
        field = self.fields[name]
        return field.text().strip() if isinstance(field, QLineEdit) else field.currentText()

    def changed(self) -> set[str]:
        """What of the parcel was supposed when the answer was asked for."""
        return {name for name in PARCEL_FIELDS if f"{name}=" in self.asked}

    def ask(self) -> None:
        """Have it worked out beside the window."""
        self.asked = words = self.words()
        tint.colour_text(self.outcome, "text")
        if not words:
            self.outcome.setText(translate("WhatIf", "Say what would be different."))
            return
        self.outcome.setText(translate("WhatIf", "Working it out…"))
        self.detail.clear()
        self.child.start(self.desk.command(commands.what_if(self.desk.as_of, words)))

    def fail(self, sentence: str) -> None:
        """Why there is no answer."""
        self.outcome.setText(
            sentence.splitlines()[-1] if sentence else translate("WhatIf", "It could not be worked out. Please try again.")
        )

    def tell(self, answer: dict[str, Any]) -> None:
        """The answer."""
        yen = int(answer["difference"] or 0)
        same = translate("WhatIf", "The same cost")
        words = translate("WhatIf", "¥{yen} more in a year") if yen > 0 else translate("WhatIf", "¥{yen} less in a year")
        unknown = answer["difference"] is None or (bool(self.changed() & PARCEL_FIELDS) and not PARCEL.isdisjoint(answer["lacking"]))
        nothing = translate("WhatIf", "Not known: reports tell no size or prefecture of these returns")
        if answer["fare_not_known"]:
            nothing = translate("WhatIf", "Not known: what these returns cost so far is not told")
        self.outcome.setText(nothing if unknown else words.format(yen=f"{abs(yen):,}") if yen else same)
        if not any(answer["matching"]):
            unknown = True
            self.outcome.setText(translate("WhatIf", "No return of the year matches"))
        tint.colour_text(self.outcome, "check" if unknown else "text")
        detail = translate("WhatIf", "{count} returns from {since} to {until}: {before} before, {after} then.")
        self.detail.setText(
            detail.format(
                count=f"{answer['count']:,}",
                since=answer["since"],
                until=answer["until"],
                before=cost(answer["before"]),
                after=cost(answer["after"]),
            )
            + self.assumed(int(answer["assumed"]))
            + self.kept(int(answer["kept"]))
        )

    @staticmethod
    def kept(count: int) -> str:
        """That returns whose label costs nobody anything keep that."""
        words = translate("WhatIf", "Labels that cost nobody anything: {count}. The fare supposed was not put in there.")
        return "\n" + words.format(count=f"{count:,}") if count else ""

    @staticmethod
    def assumed(count: int) -> str:
        """That fares are taken from a table that has ended, and so are assumed."""
        words = translate("WhatIf", "The fare of {count} of them is assumed: its table has ended and is not confirmed.")
        return "\n" + words.format(count=f"{count:,}") if count else ""

    def restyle(self) -> None:
        """All words."""
        from sellerdesk.workflows.fares import methods
        from sellerdesk.workflows.returns.reasons import reasons_on

        self.setWindowTitle(translate("WhatIf", "What if"))
        self.title.setText(translate("WhatIf", "What would the returns of the last year have cost?"))
        for name, text in field_words().items():
            self.labels[name].setText(text)
            self.fields[name].setAccessibleName(text)
        lang, stays = self.desk.lang, translate("WhatIf", "as it was")
        which = {
            "": translate("WhatIf", "All returns"),
            "category": translate("WhatIf", "One category"),
            "sku": translate("WhatIf", "One SKU"),
        }
        refill(self.field("which"), which)
        refill(self.field("method"), {"": stays, **{name: method.name.in_(lang) for name, method in methods().items()}})
        refill(self.field("size"), {size: size or stays for size in SIZES})
        rows = {str(reason.row): f"{reason.row}  {reason.en if lang == 'en' else reason.ja}" for reason in reasons_on(self.desk.as_of)}
        refill(self.field("reason"), {"": stays, **rows})
        self.list_values()
        for name, hint in (("fare", stays), ("times", translate("WhatIf", "0.5 = half as many, 2 = twice"))):
            field = self.fields[name]
            if isinstance(field, QLineEdit):
                field.setPlaceholderText(hint)
        self.go.setText(translate("WhatIf", "Work it out"))
        self.go.setStyleSheet(theme.primary_style())
        self.away.setText(translate("WhatIf", "Close"))
        self.note.setText(
            translate("WhatIf", "From your own saved returns; nothing is changed. Costs of which not all is known are “at least”.")
        )


def refill(box: QComboBox, items: dict[str, str]) -> None:
    """Fill a list; what was chosen stays."""
    chosen = box.currentData()
    box.blockSignals(True)  # noqa: FBT003 (Qt's signature)
    box.clear()
    for value, words in items.items():
        box.addItem(words, value)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    box.blockSignals(False)  # noqa: FBT003 (as above)


def cost(answer: dict[str, Any]) -> str:
    """A year's cost, and whether not all of it is known."""
    yen = f"¥{answer['yen']:,}"
    return translate("Analysis", "{yen} or more").format(yen=yen) if answer["at_least"] else yen


def field_words() -> dict[str, str]:
    """What every field is called."""
    return {
        "which": translate("WhatIf", "Of which returns"),
        "value": translate("WhatIf", "Which one"),
        "fare": translate("WhatIf", "Fare (yen)"),
        "method": translate("WhatIf", "Method"),
        "size": translate("WhatIf", "Size"),
        "reason": translate("WhatIf", "Returns of a reason"),
        "times": translate("WhatIf", "… so many times as often"),
    }
