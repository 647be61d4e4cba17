"""The mend file of SFP, by the hand of an owner: it begins with what is in sight, says what it holds, and its buttons keep their places."""

from datetime import datetime
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QMenu
from pytestqt.qtbot import QtBot

from sellerdesk.clock import JAPAN
from sellerdesk.ui.points.points_file_dialog import PointsFileDialog
from sellerdesk.ui.sfp.sfp_file_dialog import SfpFileDialog
from sellerdesk.ui.shell.main_window import MainWindow
from tests.ui.conftest import Opened
from tests.ui.hand import Hand

LONG = 30_000
TICK = QPoint(10, 10)
"""Where a press on a box with a tick is felt."""


@pytest.fixture
def window(opened: Opened) -> MainWindow:
    """The demo shop in a Japanese window."""
    window = opened("ja", demo=True)
    window.resize(1440, 900)
    window.show_page("sfp")
    return window


def sfp_file(window: MainWindow, qtbot: QtBot, hand: Hand) -> SfpFileDialog:
    """The dialog of offers to take off Prime, opened from the page, its rows there."""
    hand.choose(window.sfp.mend, window.sfp.leave.text())
    qtbot.waitUntil(lambda: any(each.answer for each in window.findChildren(SfpFileDialog)), timeout=LONG)
    return window.findChildren(SfpFileDialog)[-1]


def points_file(window: MainWindow, qtbot: QtBot, hand: Hand) -> PointsFileDialog:
    """The dialog of the list for Points Central, opened from the page, its rows there."""
    hand.choose(window.points.mend, window.points.central.text())
    qtbot.waitUntil(lambda: any(each.answer for each in window.findChildren(PointsFileDialog)), timeout=LONG)
    return window.findChildren(PointsFileDialog)[-1]


def test_the_sfp_file_begins_with_the_offers_of_the_cause_in_sight(window: MainWindow, qtbot: QtBot) -> None:
    hand = Hand(window, qtbot)
    hand.press("この出品を見る")
    seen = {window.sfp.model.row(line).sku for line in range(len(window.sfp.model.shown))}
    dialog = sfp_file(window, qtbot, hand)
    every = len(dialog.answer["rows"])
    assert set(dialog.ticked()) == seen == {"CLT-101"}
    assert every == 5, "the others are listed"
    assert "(1件)" in dialog.save.text()
    assert f"1件(チェックを外すと{every}件)" in dialog.choice.seen.text()
    hand.press_at(dialog.choice.seen, TICK, "seen")
    assert len(dialog.ticked()) == every
    assert f"({every}件)" in dialog.save.text()


def test_the_points_file_begins_with_the_offers_that_were_searched(window: MainWindow, qtbot: QtBot) -> None:
    hand = Hand(window, qtbot)
    window.show_page("points")
    short = next(row for row in window.desk.rows if row.points_why == "points.two-percent:short")
    window.search.setText(short.sku)
    qtbot.waitUntil(lambda: len(window.points.model.shown) == 1)
    dialog = points_file(window, qtbot, hand)
    assert [row["sku"] for row in dialog.table.chosen()] == [short.sku]
    assert "(1件)" in dialog.save.text()
    hand.press_at(dialog.choice.seen, TICK, "seen")
    assert len(dialog.table.chosen()) == 5


def test_what_is_doubtful_stays_unticked_though_it_is_in_sight(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("points")
    window.points.chips.buttons[0].click()
    dialog = points_file(window, qtbot, Hand(window, qtbot))
    assert [row["over_cap"] for row in dialog.table.rows].count(True)
    assert dialog.table.chosen()
    assert not any(row["over_cap"] for row in dialog.table.chosen())


def test_the_file_says_apart_what_is_not_ticked_what_is_mended_with_it_and_what_it_cannot_mend(window: MainWindow, qtbot: QtBot) -> None:
    dialog = sfp_file(window, qtbot, Hand(window, qtbot))
    assert dialog.title.text().endswith("要修正6件のうち5件を入れます")
    assert dialog.rest.text() == "残り1件: 一緒に直る1件(PEN-300-B)。", "PEN-300 leaves Prime, and with it the pair is gone (S-34)"
    cells = {cell.text(): cell for line in range(5) if (cell := dialog.table.item(line, 0)) is not None}
    cells["MUG-011"].setCheckState(Qt.CheckState.Unchecked)
    assert dialog.rest.text() == "残り2件: チェックのない1件、一緒に直る1件(PEN-300-B)。"
    cells["PEN-300"].setCheckState(Qt.CheckState.Unchecked)
    waits = "PEN-300 を入れると一緒に直る1件(PEN-300-B)"
    assert dialog.rest.text() == f"残り3件: チェックのない2件、{waits}。", "its twin stays on Prime now, and is named"


def test_what_a_points_file_holds_and_what_it_leaves_add_up_to_its_heading(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("points")
    dialog = points_file(window, qtbot, Hand(window, qtbot))
    assert "直す7件のうち5件" in dialog.title.text()
    over, never = "上限を超えた1件(入力ミスかもしれないのでチェックなし、一覧の最後)", "ファイルに入れられない1件(理由は一覧の下)"
    assert dialog.rest.text() == f"残り2件: {over}、{never}。"
    assert "NOS-000" in dialog.apart.text.text()
    first = dialog.table.item(0, 0)
    assert first is not None
    first.setCheckState(Qt.CheckState.Unchecked)
    assert "直す7件のうち4件" in dialog.title.text()
    assert dialog.rest.text() == f"残り3件: チェックのない1件、{over}、{never}。"


def test_today_tells_of_a_saved_file_until_a_new_listings_report_comes(
    opened: Opened, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = opened("ja", datetime(2040, 11, 30, 18, 22, tzinfo=JAPAN), demo=True)  # after the import of the demo's listings
    hand, file = Hand(window, qtbot), tmp_path / "mend.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(file), ""))
    window.show_page("sfp")
    hand.press("この出品を見る")
    dialog = sfp_file(window, qtbot, hand)
    hand.press("ファイルに保存", dialog)
    qtbot.waitUntil(lambda: dialog.saved is not None, timeout=LONG)
    hand.press("閉じる", dialog)
    window.show_page("today")
    said = "2040-11-30 18:22に修正ファイル(1件)を保存しました。"
    qtbot.waitUntil(lambda: said in today(window), timeout=LONG)
    assert today(window).count("保存しました") == 1, "of the others nothing was saved"
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        window.desk.load()
    qtbot.waitUntil(lambda: said in today(window), timeout=LONG)
    assert window.desk.state is not None
    assert window.desk.state.last is not None
    last = replace(window.desk.state.last, imported_at="2040-12-01T09:00:00+09:00")
    window.desk.state = window.desk.state.having(last=last)
    window.today.freshen()
    qtbot.waitUntil(lambda: "保存しました" not in today(window), timeout=LONG)


def today(window: MainWindow) -> str:
    """All that Today says."""
    return "\n".join(label.text() for label in window.today.inside.findChildren(QLabel))


def test_a_question_of_the_strip_names_the_offers_that_wait_for_it(window: MainWindow) -> None:
    fact, count = next(iter(window.sfp.strip.counts().items()))
    sku = next(row.sku for row in window.desk.rows if fact in row.missing.split())
    menu = window.sfp.strip.buttons[0].menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    last = menu.actions()[-1]
    assert last.text().startswith(f"対象: {sku} ")
    assert ("ほか" in last.text()) == (count > 2)
    assert not last.isEnabled()


def test_after_saving_no_button_has_moved_and_none_that_saves_is_under_the_pointer(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand, file = Hand(window, qtbot), tmp_path / "mend.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(file), ""))
    opened = [sfp_file(window, qtbot, hand)]
    window.show_page("points")
    for dialog in (*opened, points_file(window, qtbot, hand)):
        stood = [(button.mapTo(dialog, button.rect().topLeft()).x(), button.width()) for button in (dialog.away, dialog.save)]
        hand.press("ファイルに保存", dialog)
        qtbot.waitUntil(lambda dialog=dialog: dialog.saved is not None and dialog.again.isVisible(), timeout=LONG)  # type: ignore[misc]
        qtbot.wait(50)
        assert [(each.mapTo(dialog, each.rect().topLeft()).x(), each.width()) for each in (dialog.away, dialog.save)] == stood
        assert (dialog.save.text(), dialog.away.text()) == ("フォルダーを開く", "閉じる")
