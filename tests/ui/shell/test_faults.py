"""Whatever goes wrong ends in a sentence and a working window, never in a dialog that must be clicked away."""

import os
import signal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from sellerdesk.ui.shell.main_window import MainWindow
from sellerdesk.ui.shop.refused_rows_dialog import RefusedRowsDialog
from tests.made_shop import make
from tests.ui.conftest import Opened

LONG = 30_000


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A report of some size."""
    return make(tmp_path / "shop", times=60).folder / "listings.txt"


def sentence(window: MainWindow, qtbot: QtBot, part: str) -> None:
    """Wait for a sentence in the window; no dialog stands in the way."""
    qtbot.waitUntil(lambda: part in window.notice.text.text() and window.notice.isVisibleTo(window), timeout=LONG)
    assert not [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]


def works(window: MainWindow, report: Path, qtbot: QtBot) -> None:
    """Whether the window still does its job."""
    window.desk.open(report)
    qtbot.waitUntil(lambda: sum(window.points.model.counts) > 1_000 and not window.desk.child.running, timeout=LONG)


@pytest.mark.parametrize(
    ("content", "part"),
    [
        (b"settlement-id\tprice-type\titem-related-fee-type\n1\t2\t3\n", "a settlement report of the old form"),
        (b"PK\x03\x04[Content_Types].xml", "an Excel file"),
        (b"", "empty"),
        (b"seller-sku\titem-name\tprice\tfulfillment-channel\nA\tt\t1\tAMAZON_NA\n", "another country"),
    ],
)
def test_a_wrong_file_is_one_sentence(opened: Opened, report: Path, qtbot: QtBot, content: bytes, part: str) -> None:
    window = opened()
    wrong = report.with_name("wrong.txt")
    wrong.write_bytes(content)
    window.desk.open(wrong)
    sentence(window, qtbot, part)
    works(window, report, qtbot)


def test_a_wrong_file_leaves_what_was_there(opened: Opened, report: Path, qtbot: QtBot, tmp_path: Path) -> None:
    window = opened()
    works(window, report, qtbot)
    counts = window.points.model.counts
    (tmp_path / "empty.txt").write_bytes(b"")
    window.desk.open(tmp_path / "empty.txt")
    sentence(window, qtbot, "empty")
    assert window.points.model.counts == counts


def test_work_can_be_stopped(opened: Opened, report: Path, qtbot: QtBot) -> None:
    window = opened()
    window.desk.open(report)
    qtbot.waitUntil(lambda: window.notice.stop.isVisibleTo(window))
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        window.notice.stop.click()
    sentence(window, qtbot, "Stopped")
    assert not window.desk.child.running
    works(window, report, qtbot)


def test_a_second_report_takes_the_place_of_the_first(opened: Opened, report: Path, qtbot: QtBot, tmp_path: Path) -> None:
    window = opened()
    small = make(tmp_path / "small", times=1).folder / "listings.txt"
    window.desk.open(report)
    assert window.desk.child.running
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        window.desk.open(small)
    assert 0 < len(window.desk.rows) < 100


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is POSIX")
def test_a_child_that_dies_is_said(opened: Opened, report: Path, qtbot: QtBot) -> None:
    window = opened()
    window.desk.open(report)
    process = window.desk.child._process  # noqa: SLF001 (the test plays the system that kills it)
    assert process is not None
    assert process.waitForStarted(5_000)
    os.kill(process.processId(), signal.SIGKILL)
    sentence(window, qtbot, "ended unexpectedly")
    works(window, report, qtbot)


def test_closing_during_an_import_leaves_no_child(opened: Opened, report: Path) -> None:
    window = opened()
    window.desk.open(report)
    assert window.desk.child.running
    window.close()
    assert not window.desk.child.running
    again = opened()
    assert again.content.currentWidget() is again.choices or len(again.desk.rows) > 1_000


def test_a_data_folder_that_cannot_be_written_is_said(opened: Opened, report: Path, qtbot: QtBot, tmp_path: Path) -> None:
    window = opened()
    (tmp_path / "data").mkdir(exist_ok=True)
    (tmp_path / "data/shops").write_text("in the way")
    window.desk.open(report)
    sentence(window, qtbot, "cannot be written")


def test_a_damaged_store_is_said(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    window = opened()
    (tmp_path / "data/shops").mkdir(parents=True)
    (tmp_path / "data/shops/main.db").write_bytes(b"no database" * 1_000)
    window.desk.load()
    sentence(window, qtbot, "damaged")


def test_refused_rows_are_counted_and_listed(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    window = opened()
    file = tmp_path / "listings.txt"
    file.write_text("seller-sku\titem-name\tprice\tPoints\nA\tt\t1000\t20\nB\tt\t12x\t20\n", encoding="utf-8")
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        window.desk.open(file)
    assert window.status.refused.isVisibleTo(window)
    window.status.refused.click()
    (dialog,) = window.findChildren(RefusedRowsDialog)
    table = dialog.table
    cells = [table.item(0, column) for column in range(table.columnCount())]
    assert [cell.text() for cell in cells if cell][:4] == ["3", "price", "12x", "whole yen"]
