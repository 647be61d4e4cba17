"""A refund that no report tells has its field below the verdict that waits for it; typed, judged by, taken back in the window."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from sellerdesk.ui.desk import edits
from sellerdesk.ui.lists.list_page import ListPage
from sellerdesk.ui.returns.refund_field import RefundField
from sellerdesk.ui.shell.main_window import MainWindow
from tests.payments_maker import Row, transactions
from tests.ui.conftest import Opened

LONG = 30_000
HEAD = "Order ID\tMerchant SKU\tReturn reason\tCategory\tReturn request date\tReturn delivery date\tReturn request status\tLabel to be paid by\tLabel cost\tIs prime\tOrder Amount\tOrder quantity\tReturn quantity\tRefunded Amount"
ROWS = (
    "249-1\tA\tCR-UNWANTED_ITEM\tToys\t2020-07-25\t2020-07-30\tApproved\tSeller\t600\tY\t2000\t1\t1\t{refunded}",
    "249-2\tB\tCR-DEFECTIVE\tToys\t2020-07-25\t2020-08-03\tApproved\tSeller\t930\tY\t3000\t1\t1\t3000",
    "249-3\tC\tCR-DEFECTIVE\tToys\t2020-07-25\t2020-07-31\tApproved\tSeller\t700\tY\t4000\t1\t1\t",
    "249-3\tD\tCR-DEFECTIVE\tToys\t2020-07-25\t2020-07-31\tApproved\tSeller\t700\tY\t4000\t1\t1\t",
)


def report(folder: Path, refunded: str) -> Path:
    """A returns report whose first order tells this refund."""
    file = folder / f"returns{refunded}.txt"
    file.write_text("\n".join([HEAD, *ROWS]).format(refunded=refunded) + "\n", encoding="utf-8")
    return file


def take_report(window: MainWindow, qtbot: QtBot, folder: Path, refunded: str) -> None:
    """Have such a report read."""
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        window.desk.open(report(folder, refunded))


@pytest.fixture
def window(opened: Opened, tmp_path: Path) -> MainWindow:
    """A window with a returns report read, its page in sight."""
    window = opened(reports=[report(tmp_path, "")])
    window.show_page("returned")
    return window


def fields(page: ListPage, order: str) -> list[RefundField]:
    """The fields in the panel of an order."""
    page.table.selectRow(next(line for line in range(len(page.model.shown)) if page.model.row(line).order_id == order))
    return page.whole.findChildren(RefundField)


def read(page: ListPage) -> str:
    """What the panel says."""
    return "\n".join(label.text() for label in page.whole.findChildren(QLabel))


@pytest.mark.parametrize("name", ["returned", "deadlines"])
def test_the_missing_refund_has_its_field_and_the_verdict_follows_what_is_typed(window: MainWindow, qtbot: QtBot, name: str) -> None:
    window.show_page(name)
    page = window.returned if name == "returned" else window.deadlines
    assert isinstance(page, ListPage)
    (field,) = fields(page, "249-1")
    assert not field.keep.isEnabled()
    assert field.back.isHidden()
    QTest.keyClicks(field.field, "1,400")
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        QTest.keyClick(field.field, Qt.Key.Key_Return)
    row = next(row for row in window.returned.model.rows if row.order_id == "249-1")
    assert "refunded" not in row.missing.split()
    assert row.difference == 0
    assert row.days_left is None, "what is refunded is due no more"
    assert page.bar.done.isVisible(), "the row may be gone from the page: what became of it is said"
    assert page.bar.done.words.text() == "The amount refunded is kept."
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        page.bar.done.back.click()
    assert "refunded" in next(row.missing for row in window.returned.model.rows if row.order_id == "249-1")


def test_what_was_typed_can_be_changed_and_taken_back(window: MainWindow, qtbot: QtBot) -> None:
    page = window.returned
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        edits.tell_refund(window.desk, ("249-1", "A"), "0")
    (field,) = fields(page, "249-1")
    assert field.field.text() == "0"
    assert "by your entry" in read(page)
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        field.back.click()
    (field,) = fields(page, "249-1")
    assert field.field.text() == ""


def test_every_item_of_an_order_has_its_own_field_and_a_told_refund_none(window: MainWindow) -> None:
    assert [field.key for field in fields(window.returned, "249-3")] == [("249-3", "C"), ("249-3", "D")]
    assert fields(window.returned, "249-2") == []


def test_what_is_no_amount_is_said_and_nothing_is_kept(window: MainWindow, qtbot: QtBot) -> None:
    (field,) = fields(window.returned, "249-1")
    QTest.keyClicks(field.field, "much")
    with qtbot.waitSignal(window.desk.said, timeout=LONG) as said:
        field.keep.click()
    assert "much" in said.args[0]
    assert window.desk.state is not None
    assert not window.desk.state.refunds


def test_a_report_that_says_otherwise_wins_and_the_panel_says_so(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        edits.tell_refund(window.desk, ("249-1", "A"), "1400")
    take_report(window, qtbot, tmp_path, "2000")
    page = window.returned
    (field,) = fields(page, "249-1")
    assert "You entered ¥1,400, the returns report says ¥2,000." in read(page)
    assert next(row.difference for row in page.model.rows if row.order_id == "249-1") == 600
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        field.back.click()
    assert fields(page, "249-1") == []


def test_the_field_stands_below_the_first_verdict_that_hangs_on_the_refund(window: MainWindow, qtbot: QtBot) -> None:
    page = window.returned
    (field,) = fields(page, "249-1")
    qtbot.waitUntil(field.isVisible, timeout=5_000)
    second = next(label for label in page.whole.findChildren(QLabel) if label.text().startswith("Not known yet"))
    assert field.mapTo(page.whole, field.rect().topLeft()).y() < second.mapTo(page.whole, second.rect().topLeft()).y()


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_refund_of_which_the_two_reports_tell_other_yen_is_named_in_the_panel(opened: Opened, tmp_path: Path, lang: str) -> None:
    yen = {"product_sales": 2_000}
    sold = Row("2020-07-20 10:00:00", "注文", yen, "249-1", "A")
    (file := tmp_path / "paid.csv").write_bytes(
        transactions([sold, sold._replace(at="2020-07-31 10:00:00", kind="返金", yen={"product_sales": -2_000})])
    )
    window = opened(lang, reports=[report(tmp_path, "1700"), file])
    window.show_page("returned")
    fields(window.returned, "249-1")
    words = (
        "返品レポートでは1,700円、ペイメントのレポートでは2,000円"
        if lang == "ja"
        else "says that ¥1,700 was refunded, the payment reports say ¥2,000"
    )
    assert words in read(window.returned)
