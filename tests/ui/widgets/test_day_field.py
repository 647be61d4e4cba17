"""The field of a day: a whole day typed over another one is that day, or is said to be none."""

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sellerdesk.ui.points.programme_dates_dialog import ProgrammeDatesDialog
from sellerdesk.ui.widgets.day_field import DayField
from tests.ui.conftest import Opened


@pytest.fixture
def field(qtbot: QtBot) -> DayField:
    """A field with a day, as the header has it."""
    made = DayField()
    qtbot.addWidget(made)
    made.setDisplayFormat("yyyy-MM-dd")
    made.setMinimumDate(QDate(2018, 3, 1))
    made.setDate(QDate(2026, 11, 30))
    made.show()
    made.setFocus()
    return made


def type_over(field: DayField, text: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
    """Mark all that stands in a field and type."""
    field.lineEdit().selectAll()
    for letter in text:
        QTest.keyClicks(field.typed if field.is_open else field, letter)
    QTest.keyClick(field.typed if field.is_open else field, key)


@pytest.mark.parametrize(
    ("text", "day"),
    [("2020-08-03", "2020-08-03"), ("2027/1/1", "2027-01-01"), ("20250304", "2025-03-04"), ("2024-02-29", "2024-02-29")],
)
def test_a_whole_day_typed_over_another_one_is_that_day(field: DayField, text: str, day: str) -> None:
    type_over(field, text)
    assert field.date().toPython() == date.fromisoformat(day)
    assert not field.is_open


@pytest.mark.parametrize("text", ["2026-02-31", "1999-01-01", "2025-13-01", "12"])
def test_what_is_no_day_is_said_and_changes_nothing(field: DayField, qtbot: QtBot, text: str) -> None:
    with qtbot.waitSignal(field.refused) as said:
        type_over(field, text)
    assert text in str(said.args)
    assert field.date() == QDate(2026, 11, 30)
    assert field.typed.text() == text, "it stays to be mended"
    QTest.keyClick(field.typed, Qt.Key.Key_Escape)
    assert not field.is_open
    assert field.date() == QDate(2026, 11, 30)


def test_a_day_is_pasted(field: DayField) -> None:
    QApplication.clipboard().setText("2026年3月5日")
    field.lineEdit().selectAll()
    QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field.typed, Qt.Key.Key_Return)
    assert field.date() == QDate(2026, 3, 5)


def test_a_wrong_day_of_the_programme_is_not_saved_in_the_disguise_of_another(opened: Opened) -> None:
    window = opened(demo=True)
    dialog = ProgrammeDatesDialog(window.desk, window)
    dialog.show()
    cancelled = dialog.days["cancelled_on"]
    cancelled.tick.setChecked(True)
    cancelled.day.setFocus()
    type_over(cancelled.day, "2020-02-31")
    dialog.save_button.click()
    assert dialog.isVisible()
    assert "2020-02-31" in dialog.fault.text()
    type_over_again(cancelled.day, "2020-07-01")
    dialog.save_button.click()
    assert dialog.isVisible(), "that is before the application"
    assert "2020-07-20" in dialog.fault.text()
    assert window.desk.state is not None
    assert window.desk.state.account.cancelled_on is None
    type_over(cancelled.day, "2020-08-01")
    dialog.save_button.click()
    assert window.desk.state.account.cancelled_on == date(2020, 8, 1)


def test_every_wrong_day_of_a_form_is_told_by_its_name(opened: Opened) -> None:
    window = opened(demo=True)
    dialog = ProgrammeDatesDialog(window.desk, window)
    dialog.show()
    for name, text in (("cancelled_on", "2020-02-31"), ("programme_end", "2020-13-01")):
        dialog.days[name].tick.setChecked(True)
        dialog.days[name].day.typed.setText(text)
        dialog.days[name].day.typed.show()
    dialog.save_button.click()
    assert dialog.isVisible()
    assert "Cancelled on: There is no such day: “2020-02-31”" in dialog.fault.text()
    assert "Programme now ends on: There is no such day: “2020-13-01”" in dialog.fault.text()


def test_rubbing_out_a_day_is_no_silent_change_back(field: DayField, qtbot: QtBot) -> None:
    field.lineEdit().deselect()
    field.lineEdit().setCursorPosition(10)
    for _letter in range(2):
        QTest.keyClick(field.typed if field.is_open else field, Qt.Key.Key_Backspace)
    assert field.typed.text() == "2026-11-"
    with qtbot.waitSignal(field.refused) as said:
        field.typed.editingFinished.emit()
    assert "2026-11-" in str(said.args)
    field.setDate(QDate(2026, 11, 29))
    assert not field.is_open, "a day of the calendar takes the place of what was typed"


def type_over_again(field: DayField, text: str) -> None:
    """Mend what is typed."""
    field.typed.selectAll()
    QTest.keyClicks(field.typed, text)
    QTest.keyClick(field.typed, Qt.Key.Key_Return)


def test_a_day_beyond_what_can_be_chosen_is_not_called_none_and_goes_with_the_page(opened: Opened) -> None:
    window = opened(demo=True)
    day = window.day
    for written, said in (("1900-01-01", "days from 2018-01-01 to 2999-12-31 can"), ("abc", "There is no such day")):
        day.typed.setText(written)
        day.typed.show()
        day.end_typing()
        assert said in window.notice.text.text()
        assert day.is_open
    window.desk.said.emit("", "")
    window.show_page("sfp")
    assert not day.is_open, "what is no day does not stand over another page"
    assert day.date().toPython() == window.desk.as_of
    assert window.notice.text.text() == "There is no such day: “abc”. Write it like 2026-11-30. 2020-08-03 stays."
    day.typed.setText("2020-08-04")
    day.typed.show()
    window.show_page("points")
    assert window.desk.as_of == date(2020, 8, 4), "a day is taken, wherever one goes on to"
