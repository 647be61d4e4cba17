"""The window says where a figure comes from and how old it is, and takes in a fact pack that the command line then goes by."""

from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QDate
from pytestqt.qtbot import QtBot

from sellerdesk import assets
from sellerdesk.clock import JAPAN
from sellerdesk.ui.shell import new_figures
from sellerdesk.ui.shell.figures_dialog import FiguresDialog
from sellerdesk.ui.shell.pack_dialog import PackDialog
from sellerdesk.workflows.figures.in_force import value_on
from tests.ui.conftest import Opened

EXAMPLE = assets.path("help/pack_example.toml")
FIRST = date(2027, 1, 1)
"""The day from which the example's figures hold."""


def test_where_the_fee_of_shoes_comes_from(opened: Opened) -> None:
    window = opened("ja")
    window.desk.as_of = date(2026, 11, 28)
    window.menus.actions["figures"].trigger()
    table = window.findChildren(FiguresDialog)[-1].table
    rows = [[item.text() if (item := table.item(line, place)) else "" for place in range(8)] for line in range(table.rowCount())]
    (shoes,) = (row for row in rows if row[0] == "シューズ")
    assert "7,500円まで12.4%" in shoes[1]
    assert shoes[2] == "2026-04-01"
    assert "公開プログラムの手数料表" in shoes[7]
    assert "セラーセントラル" in shoes[7]


def test_a_pack_is_previewed_and_taken_in_and_undo_takes_it_back(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    window = opened("en", datetime(2026, 11, 29, 9, 0, tzinfo=JAPAN))
    new_figures.show_pack(window.desk, window, EXAMPLE)
    dialog = window.findChildren(PackDialog)[-1]
    assert not dialog.take.isEnabled(), "what it changes is seen first"
    qtbot.waitUntil(dialog.take.isEnabled, timeout=30_000)
    assert "50% → 60%" in dialog.text.toPlainText()
    assert "verdict" not in dialog.text.toPlainText(), "without a report there is no verdict to change"
    dialog.take.click()
    assert value_on("points.cap", FIRST) == 60
    qtbot.waitUntil(lambda: not window.desk.child.running, timeout=20_000)
    window.menus.actions["undo"].trigger()
    assert value_on("points.cap", FIRST) == 50
    qtbot.waitUntil(lambda: not window.desk.child.running, timeout=20_000)
    damaged = tmp_path / "damaged.toml"
    damaged.write_text("pack = 1\n[[figure]]\nid = 1\n", encoding="utf-8")
    new_figures.show_pack(window.desk, window, damaged)
    shown = window.findChildren(PackDialog)[-1]
    assert "3" in shown.text.toPlainText(), "the line of the fault stands in the dialog itself"
    assert "id" in shown.text.toPlainText()
    assert not window.findChildren(PackDialog)[-1].take.isEnabled()


def test_a_day_far_beyond_the_last_check_says_so_in_the_window(opened: Opened) -> None:
    window = opened("ja", datetime(2026, 11, 29, 9, 0, tzinfo=JAPAN))
    window.header.day.setDate(QDate(2027, 6, 1))
    assert "確かめ" not in window.notice.text.text()
    window.header.day.setDate(QDate(2029, 6, 1))
    assert "2029-06-01" in window.notice.text.text()
    assert "確かめられていません" in window.notice.text.text()


def test_at_midnight_the_day_of_the_terms_follows_unless_another_was_chosen(opened: Opened) -> None:
    window = opened("ja", datetime(2026, 11, 29, 23, 59, tzinfo=JAPAN))
    window.header.day.setDate(QDate(2026, 11, 29))
    window.desk.now = lambda: datetime(2026, 11, 30, 0, 1, tzinfo=JAPAN)
    window.header.follow_day()
    assert window.desk.as_of == date(2026, 11, 30)
    window.header.day.setDate(QDate(2026, 4, 1))
    window.desk.now = lambda: datetime(2026, 12, 1, 0, 1, tzinfo=JAPAN)
    window.header.follow_day()
    assert window.desk.as_of == date(2026, 4, 1)
