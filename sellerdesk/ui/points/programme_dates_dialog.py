"""Record what happened in the points programme: the application, the badge, a cancellation, an extension, the shop's days off."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLineEdit, QWidget

from sellerdesk.ui.desk import edits
from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.desk.outcome_words import DONE
from sellerdesk.ui.style import theme
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build
from sellerdesk.ui.widgets.day_field import OptionalDay
from sellerdesk.ui.widgets.form_dialog import FormDialog

WIDTH = 560


class ProgrammeDatesDialog(FormDialog):
    """A form; nothing is kept until it is saved, and undo takes all of it back."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        """Show what is recorded."""
        super().__init__(desk, parent)
        known = desk.state.account if desk.state else None
        today = desk.as_of
        self.days = {
            "applied_on": OptionalDay(known.applied_on if known else None, today),
            "cancelled_on": OptionalDay(known.cancelled_on if known else None, today),
            "programme_end": OptionalDay(known.programme_end if known else None, today),
        }
        self.by, self.badge = QComboBox(), QComboBox()
        self.source = QLineEdit(known.programme_note or "" if known else "")
        self.closed = QLineEdit(" ".join(day.isoformat() for day in known.closed_days) if known else "")
        self.year_end = QCheckBox()
        self.year_end.setChecked(bool(known and known.year_end == "yes"))
        self.fill(known.applied_by if known else None, known.badge if known else None)
        self.before = self.typed()
        self.lay_out()
        for field in self.days.values():
            field.day.refused.connect(self.tell_wrong_days)
        self.resize(WIDTH, self.sizeHint().height())

    def fill(self, applied_by: str | None, badge: str | None) -> None:
        """The choices of the two lists."""
        setters = {
            "": translate("Record", "Not recorded"),
            "own": translate("Record", "We set them ourselves"),
            "amazon": translate("Record", "Amazon sets them for us"),
        }
        seen = {
            "": translate("Record", "Not looked yet"),
            "seen": translate("Record", "The badge is there"),
            "not-seen": translate("Record", "No badge yet"),
        }
        for box, value, words in ((self.by, applied_by, setters), (self.badge, badge, seen)):
            box.setMinimumHeight(32)
            for key, text in words.items():
                box.addItem(text, key)
            box.setCurrentIndex(max(0, box.findData(value or "")))

    def lay_out(self) -> None:
        """The form and its buttons."""
        self.setWindowTitle(translate("Record", "Record dates of the programme"))
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        self.closed.setPlaceholderText(translate("Record", "e.g. 2020-08-13 2020-08-14"))
        self.source.setPlaceholderText(translate("Record", "e.g. news in Seller Central, 1 Dec"))
        self.year_end.setText(translate("Record", "Closed 29 December to 3 January"))
        rows: tuple[tuple[str, QWidget], ...] = (
            (translate("Record", "Application sent on"), self.days["applied_on"]),
            (translate("Record", "Points are set by"), self.by),
            (translate("Record", "Badge"), self.badge),
            (translate("Record", "Cancelled on"), self.days["cancelled_on"]),
            (translate("Record", "Programme now ends on"), self.days["programme_end"]),
            (translate("Record", "Where Amazon said so"), self.source),
            (translate("Record", "Our days off"), self.closed),
            ("", self.year_end),
        )
        for words, field in rows:
            field.setMinimumHeight(32)
            field.setAccessibleName(words)
            if isinstance(field, QLineEdit):
                build.fit_hint(field)
            for widget in (
                field.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly) if isinstance(field, OptionalDay) else ()
            ):
                widget.setAccessibleName(words)
            form.addRow(build.label(words, token="muted"), field)  # noqa: S106 (a colour)
        note = build.label(
            translate("Record", "Undo takes all of it back. Who changed what when stays in the history."), "small", "muted", wrap=True
        )
        save, cancel = build.button(translate("Record", "Save")), build.button(translate("Record", "Cancel"))
        save.setStyleSheet(theme.primary_style())
        save.setDefault(True)
        save.clicked.connect(self.keep_and_go)
        cancel.clicked.connect(self.throw_away)
        self.save_button = save
        self.setLayout(build.column(form, 8, self.fault, note, build.row(None, cancel, save), margins=(20, 16, 20, 16)))

    def typed(self) -> dict[str, str]:
        """What the form says."""
        return {
            **{name: field.text() for name, field in self.days.items()},
            "applied_by": self.by.currentData(),
            "badge": self.badge.currentData(),
            "programme_note": self.source.text().strip(),
            "closed_days": self.closed.text().strip(),
            "year_end": "yes" if self.year_end.isChecked() else "",
        }

    def tell_wrong_days(self, _words: str = "") -> None:
        """Say of every day in the form that is none why, with its name."""
        wrong = {name: field for name, field in self.days.items() if field.day.is_open}
        self.show_fault("\n".join(f"{field.accessibleName()}: {field.day.fault_words()}" for field in wrong.values()), "breach")

    def has_unkept(self) -> bool:
        """Whether the form says anything else than before, or a day in it is half typed."""
        return self.typed() != self.before or any(field.day.is_open for field in self.days.values())

    def keep_typed(self) -> bool:
        """Keep what is other than before; every day that is none is said, and False is given."""
        for field in self.days.values():
            if field.day.is_open:
                field.day.take()
        if any(field.day.is_open for field in self.days.values()):
            self.tell_wrong_days()
            return False
        self.fault.hide()
        changed = {name: value for name, value in self.typed().items() if value != self.before[name]}
        if changed and not edits.tell_account(self.desk, changed):
            return False
        if changed:
            self.desk.said.emit(translate("Record", "The dates are kept."), DONE)
        return True
