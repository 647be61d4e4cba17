"""A returns report in the window: judged row by row, its deadlines on a board, its costs added up, its files written."""

from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook

from sellerdesk.ui.desk import edits
from sellerdesk.ui.returns.assumptions_dialog import Assumed
from sellerdesk.ui.returns.deadlines_page import REFUNDED
from sellerdesk.ui.returns.report_page import ReportPage
from sellerdesk.ui.shell.main_window import MainWindow
from sellerdesk.ui.shop.import_dialog import ImportDialog
from sellerdesk.ui.widgets.question import Question
from tests.payments_maker import Row, transactions
from tests.ui.conftest import Opened

LONG = 30_000
HEAD = "Order ID\tMerchant SKU\tReturn reason\tCategory\tReturn request date\tReturn delivery date\tReturn request status\tLabel to be paid by\tLabel cost\tIs prime\tOrder Amount\tReturn quantity"
ROWS = (
    "249-1\tA\tCR-UNWANTED_ITEM\tToys\t2020-07-25\t2020-07-30\tApproved\tSeller\t600\tY\t2000\t1",
    "249-2\tB\tCR-DEFECTIVE\tToys\t2020-07-25\t2020-08-03\tApproved\tCustomer\t930\tY\t3000\t1",
    "249-3\tC\tCR-DEFECTIVE\tToys\t2020-07-25\t2020-07-31\tApproved\tSeller\t700\tY\t4000\t1",
)


@pytest.fixture
def window(opened: Opened, tmp_path: Path) -> MainWindow:
    """A window with a returns report read."""
    report = tmp_path / "returns.txt"
    report.write_text("\n".join([HEAD, *ROWS]) + "\n", encoding="utf-8")
    window = opened(reports=[report])
    window.show_page("returned")
    return window


def press(window: MainWindow, words: str) -> None:
    """Press a button of the page in sight by what stands on it."""
    page = window.stack.currentWidget()
    assert page is not None
    button = next(one for one in page.findChildren(QPushButton) if one.text() == words and one.isVisible())
    button.click()


def buttons(page: QWidget) -> list[str]:
    """What stands on the buttons that are seen."""
    return [one.text() for one in page.findChildren(QPushButton) if one.isVisible()]


def test_a_report_is_shown_with_payer_charge_and_difference(window: MainWindow) -> None:
    assert window.stack.currentWidget() is window.returned
    model = window.returned.model
    told = {row.order_id: (row.payer, row.charged, row.difference) for row in model.rows}
    assert told == {"249-1": ("customer", "seller", 600), "249-2": ("seller", "customer", 930), "249-3": ("seller", "seller", 0)}
    summary = window.returned.summary.text()
    assert "charged to the shop wrongly: 1 order, ¥600" in summary
    assert "charged to buyers wrongly: 1 order, ¥930" in summary


def test_a_further_report_adds_its_orders_and_it_is_said(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    assert window.status.report.text().startswith("Returns: returns.txt")
    second = tmp_path / "august.txt"
    second.write_text("\n".join([HEAD, ROWS[2].replace("700", "750"), ROWS[0].replace("249-1", "249-4")]) + "\n", encoding="utf-8")
    window.importing.look(second)
    qtbot.waitUntil(lambda: any(one.take.isEnabled() for one in window.findChildren(ImportDialog)), timeout=LONG)
    dialog = window.findChildren(ImportDialog)[-1]
    words = "1 new, 1 in place of what an earlier one says. Orders of earlier reports that stay: 2."
    assert words in dialog.text.text()
    assert "0 gone" in dialog.text.text()
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        dialog.take.click()
    qtbot.waitUntil(lambda: words in window.notice.text.text(), timeout=LONG)
    window.show_page("returned")
    assert {row.order_id for row in window.returned.model.rows} == {"249-1", "249-2", "249-3", "249-4"}
    assert "charged to the shop wrongly: 2 orders, ¥1,200" in window.returned.summary.text()
    told = window.status.report.text()
    assert "2 files, the newest august.txt" in told
    assert told.endswith("4 rows together")


def test_a_refund_that_was_made_leaves_the_board_and_undo_brings_it_back(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("deadlines")
    board = window.deadlines
    first = [board.model.row(line).order_id for line in range(3)]
    assert first[0] == "249-1"
    board.table.selectRow(0)
    qtbot.waitUntil(lambda: "Mark as refunded" in buttons(board), timeout=5_000)
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        press(window, "Mark as refunded")
    window.show_page("returned")
    page = window.returned
    line = next(line for line in range(3) if page.model.row(line).order_id == "249-1")
    page.table.selectRow(line)
    place = [column.name for column in page.model.columns].index("refund_by")
    assert page.model.data(page.model.index(line, place)) == "Refund made"
    card = "\n".join(label.text() for label in page.whole.findChildren(QLabel))
    assert "The refund is recorded as made" in card
    assert "not refunded yet" not in card
    assert "deadline:" not in card
    window.show_page("deadlines")
    qtbot.waitUntil(lambda: len(board.model.shown) == 2, timeout=LONG)
    assert "2 refunds to make" in board.summary.text()
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        edits.undo(window.desk)
    qtbot.waitUntil(lambda: len(board.model.shown) == 3, timeout=LONG)


def test_a_refund_that_payments_tell_has_no_day_that_is_past(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    page = window.returned
    column = next(each for each in page.model.columns if each.name == "refund_by")
    told = {row.order_id: row for row in page.model.rows}
    assert column.text(told["249-1"]) == told["249-1"].refund_by
    sold = Row("2020-07-20 12:00:00", "注文", {"product_sales": 2000}, "249-1", "A")
    back = Row("2020-08-01 09:00:00", "返金", {"product_sales": -2000}, "249-1", "A")
    (payments := tmp_path / "payments.csv").write_bytes(transactions([sold, back]))
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        window.desk.open(payments)
    assert column.text({row.order_id: row for row in page.model.rows}["249-1"]) == "Refund made"


def test_a_refund_that_the_returns_report_tells_has_no_day_that_is_past(opened: Opened, tmp_path: Path) -> None:
    report = tmp_path / "returns.txt"
    row = f"{ROWS[2]}\t1\tY\t4000".replace("Approved", "Completed")
    report.write_text("\n".join([f"{HEAD}\tOrder quantity\tIn policy\tRefunded Amount", row]) + "\n", encoding="utf-8")
    window = opened(as_of=date(2020, 8, 10), reports=[report])
    window.show_page("returned")
    assert cells(window.returned, "249-3", "refund_by") == ["Refund made"]


def test_the_main_button_is_no_wider_in_natural_letters_after_larger_ones(window: MainWindow, qtbot: QtBot) -> None:
    wide = window.returned.claims.width()
    for key in ("larger", "larger", "natural"):
        with qtbot.waitSignal(window.desk.restyled, timeout=LONG):
            window.menus.actions[key].trigger()
    qtbot.waitUntil(lambda: window.returned.claims.width() == wide)


def test_several_refunds_are_marked_at_once_and_fade_where_they_stand(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("deadlines")
    board = window.deadlines
    order = [board.model.row(line).order_id for line in range(3)]
    board.table.select([0, 1])
    assert board.refund.text() == "Mark as refunded (2)"
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        board.refund.click()
    assert [board.model.row(line).order_id for line in range(3)] == order, "the next row is not under the pointer"
    assert [board.model.data(board.model.index(line, 0)) for line in range(2)] == ["Refund made", "Refund made"]
    assert [row.order_id for row in board.selected()] == order[:2]
    assert not board.refund.isEnabled(), "a second press marks nothing"
    assert board.chips.counts == [1, 0, 0, 0, 2]
    assert board.bar.done.words.text() == "Marked as refunded: 2"
    assert board.bar.done.isVisible()
    assert not window.notice.isVisible()
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        board.bar.done.back.click()
    assert board.chips.counts[-1] == 0, "one undo takes both back"
    assert not board.bar.done.isVisible()


def test_what_is_refunded_goes_with_the_page_and_stands_under_its_chip(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("deadlines")
    board = window.deadlines
    board.table.select([0])
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        board.refund.click()
    window.show_page("returned")
    window.show_page("deadlines")
    assert [board.model.row(line).order_id for line in range(len(board.model.shown))] == ["249-3", "249-2"]
    assert not board.bar.done.isVisible()
    assert board.chips.buttons[REFUNDED].text().startswith("Marked as refunded"), "what reports tell as refunded is not on the board"
    board.chips.only(REFUNDED)
    assert [row.order_id for row in board.selected()] == ["249-1"]
    qtbot.waitUntil(lambda: "Take back “refunded”" in buttons(board))
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        press(window, "Take back “refunded”")
    assert board.model.shown == [], "it is due again"


def test_all_rows_of_the_board_are_chosen_by_one_press_and_marked_by_another(window: MainWindow, qtbot: QtBot) -> None:
    window.show_rows("deadlines", [row.order_id for row in window.desk.returns])
    board = window.deadlines
    assert len(board.selected()) == 1, "nothing is about to be marked that was not looked at"
    assert board.every.text() == "Select all (3)"
    QTest.mouseClick(board.every, Qt.MouseButton.LeftButton)
    assert board.refund.text() == "Mark as refunded (3)"
    assert not board.every.isEnabled()
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        board.refund.click()
    qtbot.waitUntil(board.bar.done.isVisible, timeout=5_000)
    assert board.bar.done.words.text() == "Marked as refunded: 3"


def test_many_refunds_are_asked_for_with_their_count_and_without_a_default(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    report = tmp_path / "returns.txt"
    rows = [f"249-{number:02}\tA\tCR-DEFECTIVE\tToys\t2020-07-25\t2020-07-31\tApproved\tSeller\t700\tY\t4000\t1" for number in range(12)]
    report.write_text("\n".join([HEAD, *rows]) + "\n", encoding="utf-8")
    window = opened(reports=[report])
    window.show_page("deadlines")
    board = window.deadlines
    board.table.selectAll()
    board.refund.click()
    asked = window.findChildren(Question)[0]
    assert "12" in asked.windowTitle()
    assert "12" in asked.yes.text()
    QTest.keyClick(asked, Qt.Key.Key_Return)
    assert asked.isVisible(), "Enter alone answers nothing"
    assert not any(words.hasSelectedText() or words.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard
                   for words in asked.findChildren(QLabel) if words.hasFocus()), "no caret in the question asks to type"  # fmt: skip
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        asked.yes.click()
    assert board.bar.done.words.text() == "Marked as refunded: 12"


def test_after_a_reload_the_same_row_is_selected_and_the_list_has_not_moved(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    report = tmp_path / "returns.txt"
    rows = [f"249-{number:03}\tA\tCR-DEFECTIVE\tToys\t2020-07-25\t2020-07-31\tApproved\tSeller\t700\tY\t4000\t1" for number in range(90)]
    report.write_text("\n".join([HEAD, *rows]) + "\n", encoding="utf-8")
    window = opened(reports=[report])
    page = window.returned
    page.table.select([60])
    qtbot.wait(50)
    before = page.table.verticalScrollBar().value()
    assert before > 0
    for _time in range(2):
        with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
            window.desk.load()
        qtbot.wait(50)
        assert [row.order_id for row in page.selected()] == ["249-060"]
        assert page.table.verticalScrollBar().value() == before


@pytest.mark.parametrize(("order", "offered"), [("249-1", True), ("249-2", False), ("249-3", False)])
def test_only_a_label_charged_to_the_shop_can_be_had_back(window: MainWindow, qtbot: QtBot, order: str, offered: bool) -> None:  # noqa: FBT001 (a case)
    page = window.returned
    page.table.select([row.place for row in page.model.rows if row.order_id == order])
    page.tell()
    assert [row.order_id for row in page.selected()] == [order]
    qtbot.waitUntil(lambda: "Mark as refunded" in buttons(page), timeout=5_000)
    assert ("Taken off the refund" in buttons(page)) == offered
    assert "Claimed from Amazon" not in buttons(page), "before its refund no label is claimed"
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        press(window, "Mark as refunded")
    qtbot.waitUntil(lambda: ("Claimed from Amazon" in buttons(page)) == offered, timeout=LONG)
    assert "Taken off the refund" not in buttons(page)


def test_of_several_rows_an_act_says_for_how_many_of_them_it_is(window: MainWindow, qtbot: QtBot) -> None:
    page = window.returned
    page.table.selectAll()
    page.tell()
    wanted = {"Mark as refunded (3)", "Taken off the refund (1)", "Given back to the buyer (1)"}
    qtbot.waitUntil(lambda: wanted <= set(buttons(page)), timeout=5_000)


def owed(window: MainWindow) -> list[str]:
    """What Today says of labels that are to be given back."""
    return [need.name for need in window.today.found if need.name.startswith("charged_buyer")]


def decide_label(window: MainWindow, qtbot: QtBot, order: str, words: str) -> str:
    """Press a button of the panel of an order's row on the page of returns; gives what the panel says then."""
    page = window.returned
    window.show_page("returned")
    page.table.select([row.place for row in page.model.rows if row.order_id == order])
    page.tell()
    qtbot.waitUntil(lambda: words in buttons(page), timeout=5_000)
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        press(window, words)
    qtbot.waitUntil(lambda: words not in buttons(page), timeout=5_000)
    return "\n".join(label.text() for label in page.whole.findChildren(QLabel))


def cells(page: ReportPage, order: str, *names: str) -> list[str]:
    """What stands in columns of an order's row."""
    row = next(row for row in page.model.rows if row.order_id == order)
    return [column.text(row) for name in names for column in page.model.columns if column.name == name]


def test_what_was_given_back_to_a_buyer_is_settled_everywhere_and_can_be_taken_back(window: MainWindow, qtbot: QtBot) -> None:
    page = window.returned
    window.show_page("today")
    qtbot.waitUntil(lambda: bool(owed(window)), timeout=LONG)
    wrong = page.chips.counts[-1]
    told = decide_label(window, qtbot, "249-2", "Given back to the buyer")
    assert page.chips.counts[-1] == wrong - 1
    assert cells(page, "249-2", "yen") == ["0"]
    assert cells(page, "249-2", "why")[0].endswith("; Given back to the buyer"), "beside what else is left to do"
    assert "Label\nGiven back to the buyer" in told
    assert "charged to the buyer" not in told, "what is settled is not said to be wrong"
    assert "to buyers" not in page.summary.text()
    assert page.claims.text() == "Save label claims (1 to take off)…"
    window.show_page("today")
    qtbot.waitUntil(lambda: not owed(window), timeout=LONG)
    decide_label(window, qtbot, "249-2", "Take back “given back”")
    assert page.chips.counts[-1] == wrong
    assert "charged to buyers wrongly: 1 order, ¥930" in page.summary.text()


def test_a_label_that_was_claimed_keeps_its_yen_and_waits_for_nothing(opened: Opened, tmp_path: Path, qtbot: QtBot) -> None:
    report, facts = tmp_path / "returns.txt", tmp_path / "facts.csv"
    facts.write_text("sku,hazmat\nA,no\n", encoding="utf-8")
    head = f"{HEAD}\tOrder quantity\tIn policy\tRefunded Amount"
    report.write_text("\n".join([head, f"{ROWS[0]}\t1\tY\t2000"]).replace("Approved", "Completed") + "\n", encoding="utf-8")
    window = opened(reports=[facts, report])
    window.show_page("returned")
    page = window.returned
    edits.decide(window.desk, "returns.refund-deadline", ["249-1"], "refunded")
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        window.desk.load()
    assert page.claims.text() == "Save label claims (1 to claim)…"
    told = decide_label(window, qtbot, "249-1", "Claimed from Amazon")
    assert cells(page, "249-1", "verdict", "why", "yen") == ["OK", "Claimed from Amazon", "600"]
    assert "OK" in told.split("\n")
    assert "Claimed from Amazon" in told.split("\n")
    assert page.claims.text() == "Save label claims (1 claimed)…"
    assert "wrongly" not in page.summary.text()


FILES = {
    "returned": ("Save label claims (1 to take off, 1 to give back)…", "claims.xlsx"),
    "deadlines": ("Deadlines to calendar…", "due.ics"),
}


@pytest.mark.parametrize("page", FILES)
def test_files_are_written(window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, page: str) -> None:
    button, file = FILES[page]
    window.show_page(page)
    out = tmp_path / file
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(out), ""))
    press(window, button)
    qtbot.waitUntil(out.exists, timeout=LONG)
    qtbot.waitUntil(lambda: window.notice.text.text() == f"“{file}” is saved.", timeout=LONG)
    if file.endswith("ics"):
        assert out.read_text(encoding="utf-8").count("BEGIN:VEVENT") == 3
    else:
        assert "249-1" in str(CalamineWorkbook.from_path(out).get_sheet_by_index(0).to_python())


def test_what_returns_cost_is_added_up(window: MainWindow) -> None:
    window.show_page("analysis")
    page = window.analysis
    assert page.figures.values["count"].text() == "3"
    assert page.figures.values["cost"].text().startswith("¥")
    page.by.setCurrentIndex(1)
    table = page.table
    assert {table.item(line, 0).text() for line in range(table.rowCount())} == {"A", "B", "C"}  # type: ignore[union-attr]  # every cell has an item


def test_what_the_shop_assumes_is_kept_and_the_calculator_goes_by_it(window: MainWindow) -> None:
    window.show_page("returns")
    dialog = Assumed(window.desk, window)
    dialog.show()
    dialog.fields["handling_cost"].setText("250")
    dialog.keep.click()
    for name, text in {"yen": "700", "from": "2020-01-01"}.items():
        dialog.terms[name].setText(text)
    dialog.method.setCurrentIndex(dialog.method.findData("nekoposu"))
    dialog.add.click()
    assert dialog.table.rowCount() == 1
    heads = [str(dialog.table.model().headerData(place, Qt.Orientation.Horizontal)) for place in range(dialog.table.columnCount())]
    assert heads[-2:] == ["From region", "To region"], "what may stay empty is said at the fields"
    assumed = window.returns.assumptions()
    assert assumed.handling_cost == 250
    assert [fare.yen for fare in assumed.contracts] == [700]
    dialog.table.selectRow(0)
    dialog.drop.click()
    assert dialog.table.rowCount() == 0
    assert window.returns.assumptions().contracts == ()
    dialog.terms["yen"].setText("dear")
    dialog.add.click()
    assert dialog.said.text()
    assert dialog.table.rowCount() == 0


def test_days_that_no_claim_has_are_refused_beside_their_field(window: MainWindow) -> None:
    dialog = Assumed(window.desk, window)
    dialog.show()
    dialog.fields["claim_days"].setText("9999999")
    dialog.keep.click()
    assert "from 1 to 366" in dialog.figures_said.text()
    assert window.desk.state is not None
    assert window.desk.state.account.claim_days is None
    dialog.fields["claim_days"].setText("45")
    dialog.keep.click()
    assert dialog.figures_said.text() == ""
    assert window.desk.state.account.claim_days == 45


def test_every_wrong_figure_and_term_of_a_fare_is_told_at_once(window: MainWindow) -> None:
    dialog = Assumed(window.desk, window)
    dialog.show()
    dialog.fields["handling_cost"].setText("much")
    dialog.fields["claim_days"].setText("9999999")
    dialog.keep.click()
    assert "“much”" in dialog.figures_said.text()
    assert "from 1 to 366" in dialog.figures_said.text()
    dialog.terms["size"].setText("60")
    dialog.add.click()
    assert dialog.said.text() == "Fill in the agreed fare (yen).\nFill in the first day of the agreed fare."
    dialog.terms["yen"].setText("700")
    dialog.add.click()
    assert dialog.said.text() == "Fill in the first day of the agreed fare."


def test_what_the_shop_assumes_is_not_written_while_another_window_holds_the_shop(window: MainWindow) -> None:
    dialog = Assumed(window.desk, window)
    dialog.show()
    window.desk.read_only = True
    before = window.desk.store.read_bytes()
    dialog.fields["handling_cost"].setText("250")
    dialog.keep.click()
    dialog.terms["yen"].setText("700")
    dialog.terms["from"].setText("2020-01-01")
    dialog.add.click()
    assert "another window" in dialog.said.text()
    assert dialog.table.rowCount() == 0
    assert window.desk.store.read_bytes() == before
    window.desk.read_only = False
    dialog.keep.click()
    assert dialog.said.text() == ""
    assert window.desk.state is not None
    assert window.desk.state.account.handling_cost == 250


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_an_answer_is_saved_as_a_pdf_with_its_letters_in_it(window: MainWindow, tmp_path: Path, lang: str) -> None:
    window.desk.restyle(lang=lang, theme_choice="dark")
    window.show_page("returns")
    window.returns.form.set_text("reason", "10")
    window.returns.form.set_text("price", "1980")
    file = tmp_path / "答え.pdf"
    window.returns.write_paper(file)
    data = file.read_bytes()
    assert data.startswith(b"%PDF")
    assert data.count(b"/FontFile") + data.count(b"/FontFile2") >= 1
    assert file.name in window.notice.text.text()
    text = "".join(page.extract_text() for page in PdfReader(file).pages).replace("\n", "")
    assert {"ja": "手数料", "en": "Account of a return"}[lang] in text
    assert not [letter for letter in text if 0x2E80 <= ord(letter) < 0x2FE0], (
        "a search finds the letter, not the radical that looks like it"
    )
    window.returns.write_paper(tmp_path / "nowhere" / "a.pdf")
    assert not (tmp_path / "nowhere").exists()
    assert ("書けません" if lang == "ja" else "could not be written") in window.notice.text.text()


def test_a_refund_that_has_begun_says_so_first_on_the_page_of_deadlines(opened: Opened, tmp_path: Path) -> None:
    report, payments = tmp_path / "returns.txt", tmp_path / "july.csv"
    report.write_text("\n".join([HEAD, ROWS[1]]) + "\n", encoding="utf-8")
    sold = Row("2020-07-20 12:00:00", "注文", {"product_sales": 3000}, "249-2", "B")
    claim = Row("2020-08-03 09:00:00", "マーケットプレイス保証申請", {"product_sales": -700}, "249-2", "B")
    payments.write_bytes(transactions([sold, claim]))
    window = opened(reports=[report, payments])
    window.show_page("deadlines")
    (row,) = window.deadlines.model.rows
    assert row.why == "returns.refund-deadline:claimed_in_part"
    window.deadlines.table.selectRow(0)
    said = [label.text() for label in window.deadlines.panel.findChildren(QLabel)]
    assert said.index("A claim took money") < next(place for place, text in enumerate(said) if "charged" in text)
    assert any(text.startswith("Do not refund before") for text in said)


def test_to_clear_the_filter_shows_all_that_was_left_out(opened: Opened) -> None:
    window = opened(demo=True)
    page = window.returned
    window.show_page("returned")
    page.show_only([page.model.row(0).order_id])
    page.chips.buttons[0].click()
    page.chips.clear.click()
    assert len(page.model.shown) == len(page.model.rows) > 1
    assert not page.only.isVisible()


def test_the_buttons_of_the_deadlines_keep_their_places_when_nothing_is_left_to_mark(window: MainWindow) -> None:
    window.show_page("deadlines")
    page = window.deadlines
    page.table.clearSelection()
    assert not page.refund.text().endswith(")")
    wide = page.refund.minimumWidth()
    page.table.selectAll()
    assert page.refund.text().endswith(")")
    assert page.refund.minimumWidth() == wide >= page.refund.sizeHint().width(), "before the first choice, too"


def test_a_refund_marked_as_made_is_overdue_in_no_list_and_no_count(opened: Opened, tmp_path: Path, qtbot: QtBot) -> None:
    report = tmp_path / "returns.txt"
    rows = [f"{ROWS[2]}\t1\tY\t{refunded}" for refunded in ("0", "4000")]
    rows[1] = rows[1].replace("249-3", "249-4").replace("2020-07-31", "2020-08-09")
    report.write_text("\n".join([f"{HEAD}\tOrder quantity\tIn policy\tRefunded Amount", *rows]) + "\n", encoding="utf-8")
    window = opened(as_of=date(2020, 8, 10), reports=[report])
    window.show_page("returned")
    page = window.returned
    assert page.chips.counts[0] == 1
    page.table.select([row.place for row in page.model.rows if row.order_id == "249-3"])
    page.tell()
    qtbot.waitUntil(lambda: "Mark as refunded" in buttons(page), timeout=5_000)
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        press(window, "Mark as refunded")
    qtbot.waitUntil(lambda: page.chips.counts[0] == 0, timeout=LONG)


def test_an_overdue_refund_that_no_report_tells_of_says_so_on_every_page_and_is_counted_apart(
    opened: Opened, tmp_path: Path, qtbot: QtBot
) -> None:
    report = tmp_path / "returns.txt"
    untold = ROWS[2].replace("249-3", "249-4").replace("CR-DEFECTIVE", "CR-NOBODY-KNOWS")
    rows = [f"{ROWS[2]}\t1\tY\t0", f"{untold}\t1\tY\t"]
    report.write_text("\n".join([f"{HEAD}\tOrder quantity\tIn policy\tRefunded Amount", *rows]) + "\n", encoding="utf-8")
    window = opened("ja", as_of=date(2020, 8, 10), reports=[report])
    for name in ("deadlines", "returned"):
        window.show_page(name)
        page = {"deadlines": window.deadlines, "returned": window.returned}[name]
        shown = {row.order_id: (row.verdict, row.why) for row in page.model.rows}
        assert shown["249-3"] == (0, "returns.refund-deadline:overdue")
        assert shown["249-4"] == (1, "returns.refund-deadline:missing"), (
            "no report tells whether it was made: no breach, and no other doubt"
        )
    assert "うち期限切れ2件　そのうち返金したか分からない1件" in window.deadlines.summary.text().replace(" ", "")
    page = window.returned
    page.table.select([row.place for row in page.model.rows if row.order_id == "249-4"])
    page.tell()
    assert "期限切れ、返金したか不明" in page.why_words(page.selected()[0])
    assert "この意味で覚える" in [button.text() for button in page.findChildren(QPushButton)], "what its reason means is still asked"
    window.show_page("today")
    qtbot.waitUntil(lambda: any(need.name == "refunds_overdue" for need in window.today.found), timeout=LONG)
    overdue = next(need for need in window.today.found if need.name == "refunds_overdue")
    assert (overdue.count, overdue.untold) == (2, 1)
