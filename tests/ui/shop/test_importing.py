"""A report is looked at before it is taken: what changes, what a spreadsheet changed, which column is which, how many rows go in."""

import os
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QMessageBox, QTableWidget
from pytestqt.qtbot import QtBot

from sellerdesk.ui.desk import commands, edits
from sellerdesk.ui.points.points_list_dialog import PointsListDialog
from sellerdesk.ui.shell.main_window import MainWindow
from sellerdesk.ui.shop.import_dialog import ImportDialog
from sellerdesk.ui.shop.imports_dialog import ImportsDialog
from sellerdesk.ui.widgets import file_dialogs
from sellerdesk.ui.widgets.question import Question
from sellerdesk.workflows.shop import facts
from tests.payments_maker import Row, transactions
from tests.ui.conftest import Opened

LONG = 30_000
HEAD = "出品者SKU\t商品名\t価格\tポイント\tフルフィルメント・チャンネル\tステータス\n"


def report(folder: Path, name: str, *rows: str) -> Path:
    """A listings report of rows "sku price"."""
    told = (row.split() for row in rows)
    file = folder / name
    file.write_text(HEAD + "".join(f"{sku}\t靴\t{price}\t20\tDEFAULT\tActive\n" for sku, price in told), encoding="utf-8")
    return file


@pytest.fixture
def window(opened: Opened, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    """A window with three offers."""
    window = opened(lang="ja")
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        window.importing.look(report(tmp_path, "a.txt", "0012 1000", "6-8 2000", "X-1 3000"))
    assert not window.findChildren(ImportDialog), "a first report needs no question"
    return window


def preview(window: MainWindow, file: Path, qtbot: QtBot) -> ImportDialog:
    """Look at a file, and wait until its rows are counted."""
    window.importing.look(file)
    qtbot.waitUntil(lambda: any(one.take.isEnabled() for one in window.findChildren(ImportDialog)), timeout=LONG)
    return window.findChildren(ImportDialog)[-1]


def cells(dialog: ImportDialog) -> list[list[str]]:
    """What the dialog lists."""
    model = dialog.changes.model()
    return [[str(model.index(line, place).data() or "") for place in range(4)] for line in range(model.rowCount())]


def skus(window: MainWindow) -> dict[str, int | None]:
    """What the window holds."""
    return {row.sku: row.price for row in window.desk.rows}


def test_a_listings_report_that_comes_on_a_page_of_payments_is_told_and_shown(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    window.show_page("payments")
    dialog = preview(window, report(tmp_path, "b.txt", "0012 1100", "6-8 2000", "X-1 3000"), qtbot)
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        QTest.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    assert "出品レポートを取り込みました(3件)" in window.notice.text.text()
    assert window.shown() is window.points
    window.notice.say("", "")
    dialog = preview(window, report(tmp_path, "c.txt", "0012 1200", "6-8 2000", "X-1 3000"), qtbot)
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        QTest.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(window.notice.remove.isVisible)
    assert window.notice.text.text() == "レポートを取り込みました: 3行", (
        "a page of the listings shows them by itself: the line has the way back"
    )


def test_damage_is_offered_mended_and_the_button_tells_the_rows(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    dialog = preview(window, report(tmp_path, "b.txt", "12 1000", "Jun-08 2100", "X-1 30x"), qtbot)
    assert dialog.take.text() == "2行を取り込む"
    told = cells(dialog)
    assert ["変質", "2行目", "12", "0012 に直します"] in told
    assert ["変質", "3行目", "Jun-08", "6-8 に直します"] in told
    assert ["変わる", "6-8", "価格", "2,000 → 2,100"] in told
    assert ["なくなる", "X-1", "", ""] in told
    assert skus(window) == {"0012": 1000, "6-8": 2000, "X-1": 3000}, "nothing is taken yet"
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        dialog.take.click()
    assert skus(window) == {"0012": 1000, "6-8": 2100}


def test_skus_that_became_numbers_can_only_be_taken_mended(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        window.desk.open(report(tmp_path, "b.txt", "580293000000012 1000", "X-1 3000"))
    dialog = preview(window, report(tmp_path, "c.txt", "5.80293E+14 1100", "X-1 3000"), qtbot)
    assert dialog.repair.isChecked()
    assert not dialog.repair.isEnabled()
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        dialog.take.click()
    assert skus(window) == {"580293000000012": 1100, "X-1": 3000}


def test_unread_rows_are_saved_when_the_others_are_taken(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "unread.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(out), ""))
    dialog = preview(window, report(tmp_path, "b.txt", "0012 1000", "6-8 2x", "X-1 3000"), qtbot)
    dialog.save.click()
    assert not out.exists()
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        dialog.take.click()
    assert "2x" in out.read_text("utf-8-sig")
    out.write_text(out.read_text("utf-8-sig").replace("2x", "2500"), encoding="utf-8-sig")
    mended = preview(window, out, qtbot)
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        mended.take.click()
    assert skus(window) == {"0012": 1000, "6-8": 2500, "X-1": 3000}


def test_a_file_that_is_no_report_says_so_and_nothing_can_be_taken(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "contacts.csv"
    file.write_text("name,phone,city\nA,1,X\n", encoding="utf-8")
    window.importing.look(file)
    qtbot.waitUntil(lambda: bool(window.findChildren(ImportDialog)), timeout=LONG)
    dialog = window.findChildren(ImportDialog)[-1]
    qtbot.waitUntil(lambda: "知っているレポートではありません" in dialog.text.text(), timeout=LONG)
    assert not dialog.take.isEnabled()


def test_unknown_columns_are_named_with_guesses_ticked(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "own.txt"
    file.write_text("品番\t品名\t売値\t付けたp\n0012\t靴\t900\t18\n6-8\t鞄\t1900\t38\n", encoding="cp932")
    dialog = preview(window, file, qtbot)
    assert [box.currentText() for box in dialog.boxes] == ["出品者SKU", "商品名", "価格", "(読まない)"]
    assert dialog.columns.model().index(2, 1).data() == "900 / 1900"
    assert dialog.take.text() == "2行を取り込む"
    dialog.boxes[3].setCurrentIndex(dialog.boxes[3].findText("ポイント"))
    qtbot.waitUntil(dialog.take.isEnabled, timeout=LONG)
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        dialog.take.click()
    assert skus(window) == {"0012": 900, "6-8": 1900}
    assert [row.points for row in window.desk.rows] == [18, 38]
    file.write_text("品番\t品名\t売値\t付けたp\n0012\t靴\t800\t16\n", encoding="cp932")
    again = preview(window, file, qtbot)
    assert not again.boxes, "the names are kept with the header"
    assert again.take.text() == "1行を取り込む"


def test_columns_of_orders_have_japanese_names_in_a_japanese_window(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "other.csv"
    file.write_text("date,customer,mood\n2026-01-01,Bob,happy\n2026-01-02,Ann,sad\n", encoding="utf-8")
    window.importing.look(file)
    qtbot.waitUntil(lambda: bool(window.findChildren(ImportDialog)), timeout=LONG)
    dialog = window.findChildren(ImportDialog)[-1]
    assert dialog.kind.currentText() == "注文レポート"
    named = [dialog.boxes[0].itemText(place) for place in range(dialog.boxes[0].count())]
    assert "出荷日" in named
    assert [name for name in named if name.isascii() and name != "payments-date"] == []


def test_a_file_that_is_no_report_says_what_it_is(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(b"%PDF-1.4 x")
    with qtbot.waitSignal(window.desk.said, timeout=LONG, check_params_cb=lambda _words, kind: kind == "breach"):
        window.importing.look(file)
    assert "PDF" in window.notice.text.text()


def test_an_older_report_is_named_and_taking_nothing_is_the_default(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    file = report(tmp_path, "old.txt", "0012 1000", "6-8 900", "X-1 3000")
    os.utime(file, (1_577_836_800, 1_577_836_800))  # 1 January 2020, 9:00 in Japan
    dialog = preview(window, file, qtbot)
    assert "2020-01-01 09:00" in dialog.older.text()
    assert "古い" in dialog.older.text()
    assert dialog.away.isDefault()
    assert not dialog.take.isDefault()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert skus(window)["6-8"] == 2000, "Enter takes nothing"


def test_a_copy_of_an_older_report_is_known_by_the_day_in_its_name(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    newer = report(tmp_path, "全出品商品レポート+11-30-2026.txt", "0012 1000", "6-8 900", "X-1 3000", "Z-1 500")
    dialog = preview(window, newer, qtbot)
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        dialog.take.click()
    copied = report(tmp_path, "全出品商品レポート+10-01-2026 (1).txt", "0012 1000")
    dialog = preview(window, copied, qtbot)
    assert "2026-10-01" in dialog.older.text()
    assert "2026-11-30" in dialog.older.text()
    assert dialog.away.isDefault()


@pytest.mark.parametrize(("name", "older"), [("report+10-02-2026.txt", False), ("report+99-02-2026.txt", True), ("report.txt", True)])
def test_different_days_in_both_names_count_more_than_when_the_disk_wrote_them(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, name: str, *, older: bool
) -> None:
    dialog = preview(window, report(tmp_path, "report+10-01-2026.txt", "0012 1000", "6-8 900", "X-1 3000"), qtbot)
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        dialog.take.click()
    qtbot.waitUntil(lambda: not window.findChildren(ImportDialog))
    file = report(tmp_path, name, "0012 1000")
    os.utime(file, (1_577_836_800, 1_577_836_800))
    assert bool(preview(window, file, qtbot).older.text()) is older


def test_what_was_said_of_a_wrong_file_is_gone_when_the_next_one_is_opened(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    wrong, unknown = tmp_path / "a.pdf", tmp_path / "other.csv"
    wrong.write_bytes(b"%PDF-1.4 x")
    unknown.write_text("date,customer,mood\n2026-01-01,Bob,happy\n2026-01-02,Ann,sad\n", encoding="utf-8")
    window.importing.look(wrong)
    qtbot.waitUntil(lambda: window.notice.isVisible() and "PDF" in window.notice.text.text(), timeout=LONG)
    window.importing.look(unknown)
    qtbot.waitUntil(lambda: bool(window.findChildren(ImportDialog)), timeout=LONG)
    assert "PDF" not in window.notice.text.text()
    assert not window.notice.isVisible()


def test_a_newer_report_is_not_called_older(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    dialog = preview(window, report(tmp_path, "new.txt", "0012 1000", "6-8 900", "X-1 3000"), qtbot)
    assert dialog.older.text() == ""
    assert not dialog.away.isDefault()


def asked(window: MainWindow) -> Question:
    """The question in sight."""
    (question,) = (one for one in window.findChildren(Question) if one.isVisible())
    return question


def test_undo_after_an_import_asks_which_of_the_two_is_meant(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    edits.answer(window.desk, ["0012"], "hazmat", "no")
    dialog = preview(window, report(tmp_path, "wrong.txt", "0012 900"), qtbot)
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        dialog.take.click()
    window.menus.actions["undo"].trigger()
    question = asked(window)
    assert question.windowTitle() == "最後の変更は、レポート「wrong.txt」の取り込みです。"
    buttons = (question.yes, question.no, question.instead)
    assert not any(button.isDefault() for button in buttons)
    assert all(button.width() >= button.sizeHint().width() for button in buttons), "their words are whole"
    question.no.click()
    assert facts.known_of(window.desk.store, "hazmat") == {"0012": "no"}, "nothing was undone"
    qtbot.waitUntil(lambda: not window.findChildren(Question))
    window.undo.click()
    asked(window).yes.click()
    (imports,) = window.findChildren(ImportsDialog)
    chosen = imports.chosen()
    assert chosen is not None
    assert chosen.file == "wrong.txt"
    imports.close()
    qtbot.waitUntil(lambda: not window.findChildren(Question))
    window.undo.click()
    question = asked(window)
    assert question.instead.text() == "その前の「商品情報を答えた」を元に戻す"
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        question.instead.click()
    assert facts.known_of(window.desk.store, "hazmat") == {}


def test_undo_after_an_import_was_taken_away_says_that_it_does_not_come_back(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    edits.answer(window.desk, ["0012"], "hazmat", "no")
    dialog = preview(window, report(tmp_path, "wrong.txt", "0012 900"), qtbot)
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        dialog.take.click()
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        window.desk.run("", commands.remove_import(window.desk.as_of, 2))
    window.menus.actions["undo"].trigger()
    question = asked(window)
    assert question.windowTitle() == "最後の変更は、レポートの取り込みの取り消しです。"
    assert not question.instead.isVisible()
    assert facts.known_of(window.desk.store, "hazmat") == {"0012": "no"}, "nothing was undone yet"
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        question.yes.click()
    assert facts.known_of(window.desk.store, "hazmat") == {}


def test_undo_of_an_answer_after_the_import_asks_nothing(window: MainWindow, qtbot: QtBot) -> None:
    edits.answer(window.desk, ["0012"], "hazmat", "no")
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        window.menus.actions["undo"].trigger()
    assert not window.findChildren(Question)
    assert facts.known_of(window.desk.store, "hazmat") == {}


def test_the_line_after_an_import_leads_to_taking_it_away(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    dialog = preview(window, report(tmp_path, "wrong.txt", "0012 900"), qtbot)
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        dialog.take.click()
    qtbot.waitUntil(window.notice.remove.isVisible)
    assert window.notice.remove.text() == "取り込みを取り消す…"
    window.notice.remove.click()
    (imports,) = window.findChildren(ImportsDialog)
    chosen = imports.chosen()
    assert chosen is not None
    assert chosen.file == "wrong.txt"
    window.desk.said.emit("x", "ok")
    assert not window.notice.remove.isVisible(), "what is said next is of no import"


@pytest.mark.parametrize(("name", "words"), [("facts.csv", "商品情報はそのまま残ります"), ("listings.txt", "お店から外します")])
def test_taking_a_file_away_promises_no_more_than_it_does(window: MainWindow, tmp_path: Path, qtbot: QtBot, name: str, words: str) -> None:
    (tmp_path / "facts.csv").write_text("sku,hazmat\n0012,no\n", "utf-8")
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        window.desk.open(tmp_path / "facts.csv")
    dialog = ImportsDialog(window.desk, window, name if name == "facts.csv" else "")
    dialog.show()
    if name != "facts.csv":
        dialog.table.selectRow(dialog.table.rowCount() - 1)
    dialog.remove.click()
    assert words in " ".join(label.text() for label in asked(window).findChildren(QLabel))


def test_files_are_read_from_downloads_and_written_where_the_last_one_was(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[str] = []

    def ask(_parent: object, _title: str, begin: str, _kinds: str) -> tuple[str, str]:
        begun.append(begin)
        return str(tmp_path / "there" / Path(begin).name), ""

    (tmp_path / "there").mkdir()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    assert file_dialogs.to_write(window, "", "a.txt", "") == (str(tmp_path / "there" / "a.txt"), "")
    file_dialogs.to_write(window, "", "b.txt", "")
    assert begun[1] == str(tmp_path / "there" / "b.txt")
    assert window.desk.settings.folder("saved_in") == tmp_path / "there", "over a restart, too"
    (tmp_path / "there").rmdir()
    assert file_dialogs.folder_of_last().is_dir(), "a folder that is gone is not offered"
    monkeypatch.setattr(file_dialogs, "standard_folder", lambda name: tmp_path / name)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda _parent, _title, begin, _kinds: (begin, ""))
    assert file_dialogs.to_read(window, "", "")[0] == str(tmp_path / "DownloadLocation")


def test_a_name_typed_without_an_ending_gets_that_of_its_kind(tmp_path: Path) -> None:
    excel, csv = "Excel workbook (*.xlsx)", "CSV, UTF-8 (*.csv)"
    both = f"{excel};;{csv}"
    for name, kind, ending in (
        ("a", csv, ".csv"),
        ("a.csv", excel, ""),
        ("My.shop", excel, ".xlsx"),
        ("a.txt", csv, ".csv"),
        ("a", both, ".xlsx"),
    ):
        assert file_dialogs.with_ending(str(tmp_path / name), kind, both) == str(tmp_path / name) + ending
    assert file_dialogs.with_ending("", excel, both) == ""
    assert file_dialogs.with_ending("a", "", "") == "a"


@pytest.mark.parametrize("replaced", [True, False])
def test_a_file_that_only_an_ending_makes_that_of_another_is_asked_about(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, replaced: bool
) -> None:
    there = tmp_path / "there.xlsx"
    there.write_text("my notes", encoding="utf-8")
    asked: list[str] = []

    def answer() -> None:
        (box,) = window.findChildren(QMessageBox)
        asked.append(box.text())
        assert box.defaultButton() is box.buttons()[1], "Enter keeps the file"
        box.buttons()[0 if replaced else 1].click()

    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path / "there"), "Excel (*.xlsx)"))
    QTimer.singleShot(0, answer)
    name, _kind = file_dialogs.to_write(window, "Export", "there", "Excel (*.xlsx);;CSV (*.csv)")
    assert asked == ["「there.xlsx」はもうあります。置きかえますか?"]
    assert name == (str(there) if replaced else "")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(there), "Excel (*.xlsx)"))
    assert file_dialogs.to_write(window, "Export", "there", "Excel (*.xlsx)")[0] == str(there), "the dialog itself asked about that name"


def test_a_suggested_name_says_what_and_when() -> None:
    assert file_dialogs.dated("返品の計算", date(2026, 9, 24), ".pdf") == "返品の計算_2026-09-24.pdf"


def test_a_report_opened_from_the_demo_says_that_the_demo_was_left(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        window.desk.try_demo()
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        window.desk.open(report(tmp_path, "c.txt", "0012 1000", "6-8 2000"))
    assert "体験用ショップを終えて" in window.notice.text.text()
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        window.desk.open(report(tmp_path, "d.txt", "0012 1000", "6-8 2100"))
    assert "体験用ショップ" not in window.notice.text.text()


def test_the_status_line_tells_the_report_of_the_page_in_sight(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        window.desk.try_demo()
    window.show_page("points")
    assert "出品レポート listings.txt" in window.status.report.text()
    window.show_page("returned")
    assert "返品レポート returns.txt" in window.status.report.text()
    window.show_page("orders")
    assert "注文レポート orders.txt" in window.status.report.text()


def test_a_dropped_list_of_points_central_is_compared_and_not_refused(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "points.txt"
    file.write_text("sku\tpoints_percent\n0012\t2\n6-8\t5\nX\t3\n", encoding="utf-8")
    with qtbot.waitSignal(window.importing.compared, timeout=LONG):
        window.importing.look(file)
    dialog = window.findChildren(PointsListDialog)[-1]
    rows = {cell(dialog.table, line, 1): cell(dialog.table, line, 0) for line in range(dialog.table.rowCount())}
    assert rows == {"0012": "設定どおり", "6-8": "違う", "X-1": "リストになし(2%を選ぶ)", "X": "出品レポートになし"}
    assert cell(dialog.table, 0, 1) == "6-8", "what differs comes first"
    assert len(window.desk.rows) == 3, "nothing of the list is kept"


def cell(table: QTableWidget, line: int, place: int) -> str:
    """The text of a cell."""
    found = table.item(line, place)
    return found.text() if found else ""


def months(folder: Path, *names: str) -> list[Path]:
    """Payment reports of one month each."""
    files = [folder / f"{name}.csv" for name in names]
    for file, name in zip(files, names, strict=True):
        file.write_bytes(transactions([Row(f"{name}-05 12:00:00", "注文", {"product_sales": 1000}, f"250-{name}", "A")]))
    return files


def test_several_files_are_taken_one_after_another_and_said_together(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    files = months(tmp_path, "2026-05", "2026-06", "2026-07")
    window.several_files.look_at_all(files)
    words = "3件のファイルを取り込みました: 2026-05.csv, 2026-06.csv, 2026-07.csv"
    qtbot.waitUntil(lambda: words in window.notice.text.text(), timeout=3 * LONG)


def test_files_that_cannot_be_taken_leave_the_others_in_and_are_named_with_why(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    first, last = months(tmp_path, "2026-05", "2026-06")
    letter, picture = tmp_path / "letter.txt", tmp_path / "photo.png"
    letter.write_bytes(b"")
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    window.several_files.look_at_all([letter, first, picture, last])
    words = "2件のファイルを取り込みました: 2026-05.csv, 2026-06.csv"
    qtbot.waitUntil(lambda: words in window.notice.text.text(), timeout=3 * LONG)
    assert "letter.txt: このファイルは空です" in window.notice.text.text()
    assert "photo.png" in window.notice.text.text()
    assert "取り込まなかったファイル" not in window.notice.text.text(), "what cannot be read was not turned down"
    assert window.notice.kind == "breach"
    assert window.several_files.imported == [first, last]


def test_of_several_files_of_which_the_last_cannot_be_taken_the_others_are_named(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    (first,) = months(tmp_path, "2026-05")
    picture = tmp_path / "photo.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    window.several_files.look_at_all([first, picture])
    qtbot.waitUntil(lambda: "取り込みました: 2026-05.csv" in window.notice.text.text(), timeout=3 * LONG)
    assert "photo.png" in window.notice.text.text()
    assert window.notice.kind == "breach"


def test_the_preview_of_one_of_several_files_is_answered_before_the_next(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    (payments,) = months(tmp_path, "2026-05")
    window.several_files.look_at_all([report(tmp_path, "b.txt", "0012 900", "6-8 2000", "X-1 3000"), payments])
    qtbot.waitUntil(lambda: any(one.take.isEnabled() for one in window.findChildren(ImportDialog)), timeout=LONG)
    window.findChildren(ImportDialog)[-1].away.click()
    qtbot.waitUntil(lambda: "1件のファイルを取り込みました: 2026-05.csv" in window.notice.text.text(), timeout=LONG)
    assert "取り込まなかったファイル: b.txt" in window.notice.text.text()
    assert skus(window)["0012"] == 1000


def test_a_file_that_is_not_taken_leaves_the_demo_shop_where_it_is(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        window.desk.try_demo()
    qtbot.waitUntil(lambda: window.desk.demo and not window.desk.child.running, timeout=LONG)
    wrong = tmp_path / "empty.txt"
    wrong.touch()
    with qtbot.waitSignal(window.desk.said, check_params_cb=lambda _words, kind: kind == "breach", timeout=LONG):
        window.desk.open(wrong)
    assert window.desk.demo
    qtbot.waitUntil(lambda: window.desk.state is not None and window.desk.state.has_reports, timeout=LONG)
    assert "empty.txt" in window.notice.text.text()


@pytest.mark.parametrize(
    ("sheet", "words"), [("0012,30x20\n", "1個の欄は読めませんでした"), ("0012,30x20\nJun-08,60\n", "1 行は読めませんでした")]
)
def test_cells_that_could_not_be_read_are_not_called_rows(window: MainWindow, tmp_path: Path, qtbot: QtBot, sheet: str, words: str) -> None:
    (tmp_path / "facts.csv").write_text(f"sku,size,hazmat\n{sheet.replace(chr(10), ',no' + chr(10))}", "utf-8")
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        window.desk.open(tmp_path / "facts.csv")
    assert words in window.notice.words
