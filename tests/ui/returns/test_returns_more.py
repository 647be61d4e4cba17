"""Returns in the window: notes and photos, a reason that is asked once, all items SFP ones, what-if, and the bars of the analysis."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from sellerdesk.ui.desk import edits
from sellerdesk.ui.returns.analysis_words import months_note
from sellerdesk.ui.returns.cost_fold import CostFold
from sellerdesk.ui.returns.month_columns import Month
from sellerdesk.ui.returns.notes import ReturnNotes
from sellerdesk.ui.returns.photos import LONGEST_SIDE, smaller
from sellerdesk.ui.returns.what_if_dialog import WhatIf
from sellerdesk.ui.shell.main_window import MainWindow
from sellerdesk.ui.widgets.choice_field import ChoiceField
from tests.ui.conftest import Opened

LONG = 30_000
HEAD = "Order ID\tMerchant SKU\tReturn reason\tCategory\tReturn request date\tReturn delivery date\tReturn request status\tLabel to be paid by\tLabel cost\tOrder Amount"
ROWS = (
    "249-1\tA 1\tCR-STRANGE\tToys\t2020-07-25\t2020-07-30\tApproved\tSeller\t600\t2000",
    "249-2\tB\tCR-DEFECTIVE\tToys\t2020-07-25\t2020-08-03\tApproved\tSeller\t930\t3000",
)


@pytest.fixture
def window(opened: Opened, qtbot: QtBot, tmp_path: Path) -> MainWindow:
    """A window with a returns report that does not tell which items are SFP ones, and all said to be."""
    report = tmp_path / "returns.txt"
    report.write_text("\n".join([HEAD, *ROWS]) + "\n", encoding="utf-8")
    window = opened(reports=[report])
    window.show_page("returned")
    assert {row.missing for row in window.desk.returns} == {"sfp_item"}
    assert box(window).isVisible()
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        box(window).click()
    return window


def box(window: MainWindow) -> QCheckBox:
    """The box by which all returns are said to be of SFP items."""
    return window.returned.question.all_prime


def choose(window: MainWindow, order: str) -> None:
    """Select the row of an order."""
    page = window.returned
    page.table.select([row.place for row in page.model.rows if row.order_id == order])
    page.tell()


def only(page: QWidget, kind: type[QWidget], words: str) -> QWidget:
    """The one widget of a kind whose words or accessible name are these."""
    found = [one for one in page.findChildren(kind) if words in (one.accessibleName(), getattr(one, "text", str)())]
    return found[-1]


def test_a_reason_nobody_knows_is_asked_once(window: MainWindow, qtbot: QtBot) -> None:
    payers = {row.order_id: row.payer for row in window.returned.model.rows}
    assert payers == {"249-1": "check", "249-2": "seller"}
    choose(window, "249-1")
    reasons = only(window.returned, QComboBox, "Row of the reason table")
    keep = only(window.returned, QPushButton, "Keep this meaning")
    assert isinstance(reasons, QComboBox)
    assert isinstance(keep, QPushButton)
    assert not keep.isEnabled()
    reasons.setCurrentIndex(reasons.findData("12"))
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        keep.click()
    assert {row.order_id: row.payer for row in window.returned.model.rows} == {"249-1": "customer", "249-2": "seller"}


def test_a_note_is_kept_and_undo_takes_it_back(window: MainWindow, qtbot: QtBot) -> None:
    choose(window, "249-2")
    note, keep = only(window.returned, QPlainTextEdit, "Your note"), only(window.returned, QPushButton, "Keep note")
    assert isinstance(note, QPlainTextEdit)
    assert isinstance(keep, QPushButton)
    note.setPlainText("dented")
    assert keep.isEnabled()
    keep.click()
    choose(window, "249-1")
    choose(window, "249-2")
    again = only(window.returned, QPlainTextEdit, "Your note")
    assert isinstance(again, QPlainTextEdit)
    assert again.toPlainText() == "dented"
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        edits.undo(window.desk)
    assert window.desk.state is not None
    assert window.desk.state.notes == {}


def test_a_note_that_is_typed_and_not_kept_is_kept_when_another_row_or_page_comes(window: MainWindow, qtbot: QtBot) -> None:
    for order in ("249-2", "249-1"):
        window.show_page("returned")
        choose(window, order)
        note = only(window.returned, QPlainTextEdit, "Your note")
        assert isinstance(note, QPlainTextEdit)
        qtbot.waitUntil(note.isVisible)
        note.setPlainText(f"dented {order}")
        if order == "249-2":
            choose(window, "249-1")
        else:
            window.show_page("sfp")
    assert window.desk.state is not None
    assert window.desk.state.notes == {"249-2": "dented 249-2", "249-1": "dented 249-1"}
    assert "The note is kept: 249-1" in window.notice.text.text()


def test_a_photo_is_kept_smaller_and_without_what_the_camera_wrote(window: MainWindow, tmp_path: Path) -> None:
    image = QImage(3000, 1500, QImage.Format.Format_RGB32)
    image.fill(QColor(Qt.GlobalColor.red))
    image.setText("Description", "35.68N 139.76E")
    photo = tmp_path / "箱.png"
    image.save(str(photo))
    assert b"35.68N" in photo.read_bytes()
    choose(window, "249-2")
    notes = window.returned.findChildren(ReturnNotes)[-1]
    notes.take(photo)
    ((key, name),) = notes.kept()
    kept = notes.picture(key)
    assert (name, kept.width(), kept.height()) == ("箱.jpg", LONGEST_SIDE, LONGEST_SIDE // 2)
    assert b"35.68N" not in (smaller(photo) or b"")
    notes.take(tmp_path / "returns.txt")
    assert "returns.txt" in window.notice.text.text()
    assert len(notes.kept()) == 1
    notes.drop(key)
    assert notes.kept() == []


def test_what_another_fare_would_have_cost_is_told_beside_the_window(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("analysis")
    window.analysis.show_what_if()
    dialog = window.analysis.findChildren(WhatIf)[-1]
    dialog.field("which").setCurrentIndex(dialog.field("which").findData("sku"))
    assert [dialog.field("value").itemText(line) for line in range(2)] == ["B", "A 1"]
    dialog.go.click()
    assert dialog.outcome.text() == "Say what would be different."
    fare = dialog.fields["fare"]
    assert isinstance(fare, QLineEdit)
    fare.setText("1030")
    with qtbot.waitSignal(dialog.child.done, timeout=LONG):
        dialog.go.click()
    assert dialog.outcome.text() == "¥100 more in a year"
    assert "2 returns" in dialog.detail.text()
    fare.setText("")
    dialog.field("method").setCurrentIndex(dialog.field("method").findData("yupack"))
    with qtbot.waitSignal(dialog.child.done, timeout=LONG):
        dialog.go.click()
    assert dialog.outcome.text().startswith("Not known"), "without a size no table gives a fare, and no saving is promised"
    fare.setText("abc")
    with qtbot.waitSignal(dialog.child.failed, timeout=LONG):
        dialog.go.click()
    assert "abc" in dialog.outcome.text()


def test_a_cost_opens_into_its_parts_and_a_label_charged_elsewhere_says_why_that_is_right(opened: Opened) -> None:
    window = opened(as_of=date(2026, 11, 30), demo=True)
    window.show_page("returned")
    page = window.returned

    def show(order: str) -> str:
        page.table.select([row.place for row in page.model.rows if row.order_id == order])
        page.tell()
        for fold in page.whole.findChildren(CostFold):
            assert not fold.held.isVisible()
            fold.button.click()
        return "\n".join(label.text() for label in page.whole.findChildren(QLabel))

    told = show("249-0000009-0000004")
    assert "its label (¥740) was charged to the buyer" in told
    assert "return shipping\n¥740" in told
    assert "¥59" in told
    assert "receiving and restocking\nnot known" in told
    told = show("249-0000009-0000001")
    assert "return shipping (taken by payments)\n¥740" in told
    assert "administration fee\n¥44" in told


def test_every_line_of_the_analysis_has_its_bar(window: MainWindow) -> None:
    window.show_page("analysis")
    table = window.analysis.table
    model = table.model()
    shares = [model.index(line, 3).data(Qt.ItemDataRole.UserRole) for line in range(table.rowCount())]
    assert [round(share, 2) for share in shares] == [1.0, 0.0]
    cell = table.item(1, 2)
    assert cell is not None
    assert cell.text() == "–", "what cannot be reckoned is no 0"
    assert "1 cannot be calculated yet" in window.analysis.figures.titles["cost"].text()


def test_a_line_that_is_picked_filters_the_months_and_the_skus(window: MainWindow) -> None:
    window.show_page("analysis")
    page = window.analysis
    assert page.dearest.rowCount() == 1
    page.table.selectRow(1)
    assert page.dropped.isVisible()
    assert page.dearest.rowCount() == 0
    assert sum(month.yen for month in page.months.months) == 0
    page.dropped.click()
    assert page.dearest.rowCount() == 1
    assert not page.dropped.isVisible()


def test_months_of_few_yen_are_told_in_yen_and_those_of_many_in_ten_thousands(window: MainWindow) -> None:
    window.show_page("analysis")
    months, note = window.analysis.months, window.analysis.notes["months"]
    assert note.text().startswith("in yen;")
    assert months.sum_words(799) == "799"
    months.load([Month("7", 123_456, None)])
    assert months.sum_words(123_456) == "12.3"
    assert months_note("all", months.months).startswith("in 10,000 yen;")


def test_returns_outside_the_chosen_months_are_told_and_one_press_away(window: MainWindow) -> None:
    window.show_page("analysis")
    page = window.analysis
    assert page.outside.isHidden()
    page.period.setCurrentIndex(page.period.findData("before"))
    assert "Returns of 2020-07: 2." in page.outside.words.text()
    assert page.suppose.reason.currentText() == "no return with a known cost", "no empty box"
    assert not page.suppose.reason.isEnabled()
    page.outside.show_all.click()
    assert page.period.currentData() == "all"
    assert page.outside.isHidden()
    assert page.table.rowCount() == 2
    assert page.suppose.reason.isEnabled()


def test_fewer_returns_of_a_reason_are_worked_out_beside_the_analysis(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("analysis")
    box = window.analysis.suppose
    qtbot.waitUntil(lambda: "less in a year" in box.outcomes["photo"].text(), timeout=LONG)
    assert box.outcomes["carrier"].text() == "Choose a carrier"
    box.fewer.setValue(100)
    qtbot.waitUntil(lambda: "¥930 less in a year" in box.outcomes["photo"].text(), timeout=LONG)
    box.method.setCurrentIndex(box.method.findData("takkyubin"))
    qtbot.waitUntil(lambda: "no size or prefecture" in box.outcomes["carrier"].text(), timeout=LONG)
    qtbot.waitUntil(lambda: bool(box.outcomes["both"].text()) and not box.waiting, timeout=LONG)
    window.desk.restyle(lang="ja")
    qtbot.waitUntil(lambda: "930円" in box.outcomes["photo"].text() and not box.waiting, timeout=LONG)
    assert not [outcome.text() for outcome in box.outcomes.values() if "less" in outcome.text() or "Choose" in outcome.text()]


def test_the_analysis_goes_to_paper(window: MainWindow, tmp_path: Path) -> None:
    window.show_page("analysis")
    file = tmp_path / "analysis.pdf"
    window.analysis.write_paper(file)
    assert file.read_bytes().startswith(b"%PDF")
    window.analysis.write_paper(tmp_path / "nowhere" / "a.pdf")
    assert "could not be written" in window.notice.text.text()


def test_months_follow_the_returns_that_are_counted_and_what_is_left_out_is_said(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(as_of=date(2026, 11, 30), reports=[three_months(tmp_path)])
    window.show_page("returned")
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        box(window).click()
    window.show_page("analysis")
    page = window.analysis
    assert sum(month.yen for month in page.months.months) == 0, "nothing came back in the last year"
    page.period.setCurrentIndex(2)
    shown = {month.name: month.yen for month in page.months.months if month.yen}
    assert list(shown)[-1] == page.months.months[-1].name == "7", "the last twelve months that have returns"
    assert page.months.months[0].name == "2019/8"
    assert sum(shown.values()) == sum(share.yen for share in page.table.shares)
    assert page.figures.titles["each"].text() == "Each of 2 calculated"
    cell = page.table.item(0, 4)
    assert cell is not None
    assert cell.text().endswith("(of 2)")


def test_the_reason_that_is_chosen_is_read_whole(window: MainWindow) -> None:
    window.show_page("analysis")
    box = window.analysis.suppose.reason
    before = box.sizeHint().width()
    box.addItem("10  Defective and does not work at all", "10")
    box.setCurrentIndex(box.count() - 1)
    assert box.sizeHint().width() > max(before, box.fontMetrics().horizontalAdvance(box.currentText()))


def three_months(tmp_path: Path) -> Path:
    """A report of returns of May and July: 600 and 800 yen of labels, and one of July whose cost nobody tells."""
    lines = [
        f"249-{number}\tA\tCR-DEFECTIVE\tMusical Instruments\t2020-0{month}-10\t2020-0{month}-20\tApproved\tSeller\t{cost}\t3000"
        for number, (month, cost) in enumerate([(5, "600"), (7, "800"), (7, "")])
    ]
    (file := tmp_path / "returns.txt").write_text("\n".join([HEAD, *lines, ""]), encoding="utf-8")
    return file


def test_a_single_month_is_two_presses_and_a_month_without_returns_says_so(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(as_of=date(2020, 8, 31), reports=[three_months(tmp_path)])
    window.show_page("returned")
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        box(window).click()
    window.show_page("analysis")
    page = window.analysis
    assert [page.period.itemText(place) for place in range(4, page.period.count())] == ["2020-07", "2020-05"]
    page.period.setCurrentIndex(page.period.findText("2020-05"))
    assert page.figures.values["count"].text() == "1"
    assert sum(share.count for share in page.table.shares) == 1
    assert "12 months to 2020-05" in page.notes["months"].text()
    assert page.months.months[-1].name == "5"
    window.desk.restyle(lang="ja")
    assert page.period.currentText() == "2020-05", "the month stays chosen"
    window.desk.restyle(lang="en")
    page.every = [entry for entry in page.every if entry.month != "2020-05"]  # its report was taken away
    page.period.offer(window.desk.as_of, [entry.month for entry in page.every])
    page.tell()
    assert page.period.currentText() == "2020-05", "undo brings its returns back"
    assert (page.table.none, page.dearest.none) == ("No return was asked for in this month.",) * 2
    assert page.outside.words.text() == "No return was asked for in this month. Returns of 2020-07: 2."
    page.period.setCurrentIndex(page.period.findText("2020-07"))
    assert (page.table.none, page.dearest.none) == ("", "")
    page.load()
    assert page.period.currentText() == "2020-07"


def test_a_fact_that_a_return_waits_for_is_answered_in_its_panel(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    report = tmp_path / "returns.txt"
    report.write_text("\n".join([HEAD, *ROWS]) + "\n", encoding="utf-8")
    window = opened(reports=[report])
    window.show_page("returned")
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        box(window).click()
    row = next(row for row in window.desk.returns if "hazmat" in row.missing.split())
    choose(window, row.order_id)
    field = window.returned.findChildren(ChoiceField)[-1]
    qtbot.waitUntil(field.isVisible)
    assert "hazmat" in field.accessibleName()
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        field.setCurrentIndex(field.findData("no"))
        field.answered.emit()
    after = next(other for other in window.desk.returns if other.order_id == row.order_id)
    assert "hazmat" not in after.missing.split(), "there is no listings report, and no other place for the answer"


@pytest.mark.parametrize(("lang", "name"), [("ja", "家具・マットレス"), ("en", "Furniture, mattresses")])
def test_the_category_that_a_return_waits_for_is_chosen_in_its_panel(
    opened: Opened, qtbot: QtBot, tmp_path: Path, lang: str, name: str
) -> None:
    head = HEAD.replace("\tCategory", "")
    (report := tmp_path / "returns.txt").write_text(
        f"{head}\n250-1234567-0000001\tMG-1\tCR-UNWANTED_ITEM\t08-Jul-2026\t11-Jul-2026\tApproved\tSeller\t1060\t1990\n", "utf-8"
    )
    window = opened(lang, reports=[report])
    window.show_page("returned")
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        box(window).click()
    choose(window, "250-1234567-0000001")
    assert window.desk.returns[0].difference == 0
    field = next(one for one in window.returned.findChildren(ChoiceField) if one.findText(name) >= 0)
    qtbot.waitUntil(field.isVisible)
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        field.setCurrentText(name)
        field.answered.emit()
    assert (window.desk.returns[0].payer, window.desk.returns[0].difference) == ("customer", 1_060), "the label is to be asked for"
