"""What the shop assumes of its returns, and the fares agreed with its carriers: the calculator and every report go by them."""

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QFormLayout, QGridLayout, QLabel, QLineEdit, QTableWidget, QWidget

from sellerdesk.ui.desk import edits
from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.desk.outcome_words import DONE
from sellerdesk.ui.style import theme, tint
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build
from sellerdesk.ui.widgets.form_dialog import FormDialog
from sellerdesk.ui.widgets.text_table import TextTable

NAMES = ("tax_on_fees", "handling_cost", "value_loss_percent", "claim_days")
TERMS = ("yen", "from", "to", "size", "from_region", "to_region")
WIDTH, HEIGHT = 860, 640
FORM_COLUMNS = 3


class Assumed(FormDialog):
    """A window beside the work; what is kept is kept at once, and undo takes it back. Closing asks about what is typed and not kept."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        """Show what is kept."""
        super().__init__(desk, parent)
        self.tax = QComboBox()
        self.fields = {name: QLineEdit() for name in NAMES[1:]}
        self.labels = {name: build.label("", token="muted") for name in (*NAMES, "method", *TERMS)}  # noqa: S106 (a colour)
        self.title, self.fares_title = build.label("", "lead", bold=True), build.label("", "lead", bold=True)
        self.keep, self.add, self.drop, self.away = build.button(), build.button(), build.button(), build.button()
        self.method, self.terms = QComboBox(), {name: QLineEdit() for name in TERMS}
        self.table = TextTable(1 + len(TERMS))
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.figures_said = build.label("", wrap=True)
        self.said, self.note = build.label("", wrap=True), build.label("", "small", "muted", wrap=True)
        self.keep.clicked.connect(self.keep_figures)
        self.add.clicked.connect(self.add_fare)
        self.drop.clicked.connect(self.drop_fare)
        self.away.clicked.connect(self.close)
        for button in (self.keep, self.add, self.drop, self.away):
            button.setAutoDefault(False)
        self.lay_out()
        self.resize(WIDTH, HEIGHT)
        self.show_figures()
        desk.follow_in(self, self.restyle)
        self.before = self.typed()

    def lay_out(self) -> None:
        """Figures above, fares below."""
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        for name, field in (("tax_on_fees", self.tax), *self.fields.items()):
            field.setMinimumHeight(32)
            form.addRow(self.labels[name], field)
        grid = QGridLayout()
        for place, (name, field) in enumerate((("method", self.method), *self.terms.items())):
            field.setMinimumHeight(32)
            line, column = divmod(place, FORM_COLUMNS)
            grid.addWidget(self.labels[name], 2 * line, column)
            grid.addWidget(field, 2 * line + 1, column)
        keep = build.row(self.keep, 8, self.figures_said, grow=self.figures_said)
        top = build.column(self.title, form, keep, build.hairline(), self.fares_title, gap=8)
        foot = build.row(self.add, self.drop, None, self.away)
        self.setLayout(build.column(top, self.table, grid, self.said, self.note, foot, margins=(20, 16, 20, 16), grow=self.table))

    def show_figures(self) -> None:
        """The figures that are kept; an empty field is "not known"."""
        known = self.desk.state.account if self.desk.state else None
        for name, field in self.fields.items():
            value = getattr(known, name, None)
            field.setText("" if value is None else str(value))

    def keep_change(self, change: Callable[[], object], said: QLabel) -> bool:
        """Make a change of the shop's; a fault is said here too, beside what was typed, and False is given."""
        faults: list[str] = []
        listening = self.desk.said.connect(lambda words, _kind: faults.append(words))
        kept = bool(change())
        self.desk.said.disconnect(listening)
        for label in (self.said, self.figures_said) if kept else (said,):  # what was put right is no fault any more
            label.setText("" if kept else "\n".join(faults[-1:]))
        return kept

    def typed(self) -> dict[str, str]:
        """The figures as they stand in the fields."""
        return {"tax_on_fees": str(self.tax.currentData()), **{name: field.text().strip() for name, field in self.fields.items()}}

    def fare_begun(self) -> bool:
        """Whether a fare is typed that was not added."""
        return any(field.text().strip() for field in self.terms.values())

    def has_unkept(self) -> bool:
        """Whether a figure is other than the one kept, or a fare was not added."""
        return self.typed() != self.before or self.fare_begun()

    def keep_typed(self) -> bool:
        """Keep the figures and add the fare, whichever was typed; False where one could not be taken."""
        figures = self.typed() == self.before or self.keep_figures()
        return (not self.fare_begun() or self.add_fare()) and figures

    def keep_figures(self) -> bool:
        """Keep what is typed; the calculator follows at once, a saved report when it is judged again. False when it could not be."""
        chosen = self.typed()
        if not self.keep_change(lambda: edits.tell_account(self.desk, chosen), self.figures_said):
            return False
        self.before = chosen
        self.follow()
        self.desk.said.emit(translate("Assumed", "The figures are kept."), DONE)
        return True

    def add_fare(self) -> bool:
        """Keep a fare as it is typed; False when it could not be."""
        chosen = {"method": str(self.method.currentData()), **{name: field.text().strip() for name, field in self.terms.items()}}
        if not self.keep_change(lambda: edits.add_fare(self.desk, chosen), self.said):
            return False
        for field in self.terms.values():
            field.clear()
        self.follow()
        self.desk.said.emit(translate("Assumed", "The fare is kept."), DONE)
        return True

    def drop_fare(self) -> None:
        """Forget the selected fare."""
        number = self.table.currentRow() + 1
        if number and self.keep_change(lambda: edits.remove_fare(self.desk, number), self.said):
            self.follow()

    def follow(self) -> None:
        """Show the fares, and have everything go by them."""
        self.list_fares()
        self.desk.account_changed.emit()
        if self.desk.state is not None and self.desk.state.returns is not None:
            self.desk.judge(quietly=True)

    def list_fares(self) -> None:
        """The fares that are kept."""
        from sellerdesk.workflows.fares import methods, region_name
        from sellerdesk.workflows.returns import assumptions

        fares = self.desk.attempt(lambda: assumptions.fares(self.desk.store)) or ()
        names = {fare.method: methods()[fare.method].name.in_(self.desk.lang) for fare in fares}
        terms = [
            (
                fare.yen,
                fare.start,
                fare.end,
                fare.size,
                *(region_name(fare.method, name, self.desk.lang) for name in (fare.from_region, fare.to_region)),
            )
            for fare in fares
        ]
        rows = zip(fares, terms, strict=True)
        self.table.fill((names[fare.method], *("" if value is None else f"{value}" for value in known)) for fare, known in rows)
        self.drop.setEnabled(bool(fares))

    def restyle(self) -> None:
        """All words."""
        from sellerdesk.workflows.fares import methods

        self.setWindowTitle(translate("Assumed", "What the shop assumes of returns"))
        self.title.setText(translate("Assumed", "Own figures (empty: not known)"))
        self.fares_title.setText(translate("Assumed", "Fares agreed with carriers (they take the place of the list's)"))
        for name, text in self.words().items():
            self.labels[name].setText(text)
            field: QWidget = {"tax_on_fees": self.tax, "method": self.method, **self.fields, **self.terms}[name]
            field.setAccessibleName(text)
        told = self.desk.state.account.tax_on_fees if self.desk.state else None
        self.refill(
            self.tax,
            {"": translate("Assumed", "Not told (added)"), "yes": translate("Assumed", "Yes"), "no": translate("Assumed", "No")},
            str(self.tax.currentData()) if self.tax.count() else told or "",
        )
        self.refill(
            self.method, {name: method.name.in_(self.desk.lang) for name, method in methods().items()}, str(self.method.currentData())
        )
        self.table.setHorizontalHeaderLabels([self.heads()[name] for name in ("method", *TERMS)])
        self.table.setAccessibleName(self.fares_title.text())
        for button, text in (
            (self.keep, translate("Assumed", "Keep figures")),
            (self.add, translate("Assumed", "Add fare")),
            (self.drop, translate("Assumed", "Remove fare")),
            (self.away, translate("Assumed", "Close")),
        ):
            button.setText(text)
        self.keep.setStyleSheet(theme.primary_style())
        self.note.setText(
            translate("Assumed", "Dates like 2026-04-01; a region may be typed as a prefecture. Undo takes every change back.")
        )
        for said in (self.said, self.figures_said):
            tint.colour_text(said, "breach")
        self.list_fares()

    @staticmethod
    def refill(box: QComboBox, items: dict[str, str], chosen: str) -> None:
        """Fill a list in the language of the moment."""
        box.clear()
        for value, words in items.items():
            box.addItem(words, value)
        box.setCurrentIndex(max(0, box.findData(chosen)))

    def heads(self) -> dict[str, str]:
        """What the columns of fares are called: what may stay empty is said at the fields."""
        return {
            **self.words(),
            "to": translate("Assumed", "To day"),
            "size": translate("Assumed", "Size"),
            "from_region": translate("Assumed", "From region"),
            "to_region": translate("Assumed", "To region"),
        }

    @staticmethod
    def words() -> dict[str, str]:
        """What every field is called."""
        return {
            "tax_on_fees": translate("Assumed", "Add consumption tax to fees"),
            "handling_cost": translate("Assumed", "Handling of one return (yen)"),
            "value_loss_percent": translate("Assumed", "Write-down (percent of the price)"),
            "claim_days": translate("Assumed", "Days from the refund in which Amazon takes a SAFE-T claim (not verified)"),
            "method": translate("Assumed", "Method"),
            "yen": translate("Assumed", "Fare with tax (yen)"),
            "from": translate("Assumed", "From day"),
            "to": translate("Assumed", "To day (empty: open)"),
            "size": translate("Assumed", "Size (empty: all)"),
            "from_region": translate("Assumed", "From region (empty: all)"),
            "to_region": translate("Assumed", "To region (empty: all)"),
        }
