"""Five tasks of a new owner, by presses on what is in sight alone; each path is written here, and short."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from sellerdesk.ui.points.points_file_dialog import PointsFileDialog
from sellerdesk.ui.shell.main_window import TODAY, MainWindow
from tests.ui.conftest import Opened
from tests.ui.hand import Hand


def words(widget: QWidget) -> str:
    """All that a part of the window says."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


@pytest.fixture
def window(opened: Opened, qtbot: QtBot) -> MainWindow:
    """A Japanese window at its first start."""
    window = opened("ja")
    window.resize(1440, 900)
    window.activateWindow()
    qtbot.waitExposed(window)
    return window


def demo(window: MainWindow, qtbot: QtBot) -> Hand:
    """The demo shop at hand, opened again another day: at 今日."""
    with qtbot.waitSignal(window.desk.loaded, timeout=30_000):
        window.choices.demo.click()
    window.show_page("today")
    qtbot.wait(50)
    return Hand(window, qtbot)


def test_see_what_is_wrong(window: MainWindow, qtbot: QtBot) -> None:
    hand = Hand(window, qtbot)
    with qtbot.waitSignal(window.desk.loaded, timeout=30_000):
        hand.press("体験ショップで試す")
    hand.press("要修正")
    table = window.points.table
    assert table.isVisible()
    shown = [window.points.model.row(line) for line in range(window.points.model.rowCount())]
    assert [row.points_verdict for row in shown] == [0] * 7
    hand.until(lambda: "根拠" in words(window.points.panel))  # why, without a further press
    assert "いちばん小さな直し方" in words(window.points.panel)
    assert hand.path == ["体験ショップで試す", "要修正  7"]


def test_make_the_fix_file(window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hand = demo(window, qtbot)
    file = tmp_path / "fix.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(file), ""))
    hand.tab(window.tabs, "ポイント")
    hand.choose(window.points.mend, "価格と数量の変更ファイル…")
    hand.until(lambda: any(one.isVisible() and one.save.isEnabled() for one in window.findChildren(PointsFileDialog)))
    dialog = window.findChildren(PointsFileDialog)[-1]
    assert "不足4・丸め方しだい1" in dialog.save.text()
    hand.press("ファイルに保存", dialog)
    hand.until(lambda: file.exists() and "fix.txt" in window.notice.text.text())
    told = file.read_bytes().decode("cp932").splitlines()
    assert sum(line.startswith("BKC-900\t") for line in told) == 1
    assert hand.path == [
        "ポイント",
        "修正ファイルを作る: 不足4・丸め方しだい1 ▾",
        "価格と数量の変更ファイル…",
        "ファイルに保存: 不足4・丸め方しだい1…",
    ]


def test_price_one_return(window: MainWindow, qtbot: QtBot) -> None:
    hand = demo(window, qtbot)
    hand.tab(window.tabs, "返品")
    form = window.returns.form
    for name, text in (("reason", "15"), ("category", "おもちゃ"), ("price", "1980")):
        field = form.fields[name]
        line = field if isinstance(field, QLineEdit) else field.lineEdit()
        assert line is not None
        hand.write(line, text)
        if name != "price":
            QTest.keyClick(line, Qt.Key.Key_Return)
    hand.until(lambda: "購入者" in window.returns.answer.payer.text())
    assert "1,980" in words(window.returns)
    assert [one.partition(" ← ")[2] for one in hand.path] == ["", "15", "おもちゃ", "1980"]


def test_find_all_wrong_charges(window: MainWindow, qtbot: QtBot) -> None:
    hand = demo(window, qtbot)
    wrong = {row.order_id for row in window.desk.returns if row.difference}
    page, found = window.returned, set[str]()
    for act in ("請求資料を作る(1件)", "3件を購入者に返す"):
        window.tabs.setCurrentIndex(TODAY)
        hand.press(act)
        hand.until(page.table.isVisible)
        found |= {page.model.row(line).order_id for line in range(page.model.rowCount())}
    assert found == wrong
    assert "740" in page.summary.text(), "the yen stand above"
    assert hand.path == ["請求資料を作る(1件)", "3件を購入者に返す"]
    window.show_page("deadlines")
    hand.tab(window.pages, "返品一覧")
    hand.press("この3件だけ ×")
    hand.press("誤った請求")
    assert len(page.model.shown) == len(wrong) == 4, "and the same from the page itself"


def test_undo_a_wrong_edit(window: MainWindow, qtbot: QtBot) -> None:
    hand = demo(window, qtbot)
    hand.tab(window.tabs, "SFP")
    page = window.sfp
    line = next(line for line in range(page.model.rowCount()) if not page.model.row(line).causes)
    hand.row(page.table, line)
    before = page.model.row(line)
    QTest.keyClick(page.table, Qt.Key.Key_F2)  # the panel scrolls to the facts
    hand.until(page.panel.fields["preorder"].isVisible)
    with qtbot.waitSignal(window.desk.changed, timeout=30_000):
        hand.pick(page.panel.fields["preorder"], "はい")
    assert "sfp.pre-order:preorder" in window.desk.rows[before.place].causes
    undo = window.undo
    with qtbot.waitSignal(window.desk.loaded, timeout=30_000):
        hand.press_at(undo, undo.rect().center(), undo.accessibleName())
    assert window.desk.rows[before.place] == before
    hand.until(lambda: "元に戻しました" in window.notice.text.text())
    assert len(hand.path) == 5, hand.path
