"""Tasks of a new owner, by presses on what is in sight alone; each path is written here, and short: at most so many presses as asked."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from sellerdesk.ui.points.points_file_dialog import PointsFileDialog
from sellerdesk.ui.sfp.sfp_file_dialog import SfpFileDialog
from sellerdesk.ui.shell.main_window import TODAY, MainWindow
from tests.ui.conftest import Opened
from tests.ui.hand import Hand

SAVING = 1
"""The press in the system's own window that asks for a file's name, which is not seen here."""


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
    with qtbot.waitSignal(window.desk.rows_came, timeout=30_000):
        window.choices.demo.click()
    window.show_page("today")
    qtbot.wait(50)
    return Hand(window, qtbot)


def test_see_what_is_wrong(window: MainWindow, qtbot: QtBot) -> None:
    hand = Hand(window, qtbot)
    with qtbot.waitSignal(window.desk.rows_came, timeout=30_000):
        hand.press("体験用ショップで試す")
    hand.press("要修正")
    table = window.points.table
    assert table.isVisible()
    shown = [window.points.model.row(line) for line in range(window.points.model.rowCount())]
    assert [row.points_verdict for row in shown] == [0] * 7
    hand.until(lambda: "根拠" in words(window.points.panel))  # why, without a further press
    assert "いちばん小さな直し方" in words(window.points.panel)
    assert hand.path == ["体験用ショップで試す", "要修正  7"]


def test_make_the_fix_file(window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hand = demo(window, qtbot)
    file = tmp_path / "fix.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(file), ""))
    hand.tab(window.tabs, "ポイント")
    hand.choose(window.points.mend, "価格と数量の変更ファイル…")
    hand.until(lambda: any(one.isVisible() and one.save.isEnabled() for one in window.findChildren(PointsFileDialog)))
    dialog = window.findChildren(PointsFileDialog)[-1]
    assert "不足4・丸め方しだい1" in dialog.title.text()
    hand.press("ファイルに保存", dialog)
    hand.until(lambda: file.exists() and "fix.txt" in window.notice.text.text())
    told = file.read_bytes().decode("cp932").splitlines()
    assert sum(line.startswith("BKC-900\t") for line in told) == 1
    assert hand.path == [
        "ポイント",
        "修正ファイルを作る: 不足4・丸め方しだい1 ▾",
        "価格と数量の変更ファイル…",
        "ファイルに保存(5件)…",
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
    for act in ("差し引くラベルを見る(1件)", "2件を購入者に返す"):
        window.tabs.setCurrentIndex(TODAY)
        hand.press(act)
        hand.until(page.table.isVisible)
        found |= {page.model.row(line).order_id for line in range(page.model.rowCount())}
    assert found == wrong
    assert "740" in page.summary.text(), "the yen stand above"
    assert hand.path == ["差し引くラベルを見る(1件)", "2件を購入者に返す"]
    window.show_page("deadlines")
    hand.tab(window.pages, "返品一覧")
    hand.press("この2件だけ ×")
    hand.press("誤った請求")
    assert len(page.model.shown) == len(wrong) == 3, "and the same from the page itself"


def test_undo_a_wrong_edit(window: MainWindow, qtbot: QtBot) -> None:
    hand = demo(window, qtbot)
    hand.tab(window.tabs, "SFP")
    page = window.sfp
    line = next(line for line in range(page.model.rowCount()) if not page.model.row(line).causes)
    hand.row(page.table, line)
    before = page.model.row(line)
    QTest.keyClick(page.table, Qt.Key.Key_F2)  # the panel scrolls to the facts
    hand.until(page.panel.fields["preorder"].isVisible)
    with qtbot.waitSignal(window.desk.edited, timeout=30_000):
        hand.pick(page.panel.fields["preorder"], "はい")
    assert "sfp.pre-order:preorder" in window.desk.rows[before.place].causes
    undo = window.undo
    with qtbot.waitSignal(window.desk.rows_came, timeout=30_000):
        hand.press_at(undo, undo.rect().center(), undo.accessibleName())
    assert window.desk.rows[before.place] == before
    hand.until(lambda: "元に戻しました" in window.notice.text.text())
    assert len(hand.path) == 5, hand.path


def test_the_claim_pack_takes_at_most_five_presses(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand, file = demo(window, qtbot), tmp_path / "claims.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(file), ""))
    hand.press("差し引くラベルを見る(1件)")
    hand.press("ラベルの請求資料を保存")
    hand.until(lambda: file.exists() and "claims.xlsx" in window.notice.text.text())
    assert len(hand.path) + SAVING <= 5, hand.path


def test_shoes_that_are_too_small_take_at_most_eight_presses(window: MainWindow, qtbot: QtBot) -> None:
    hand = demo(window, qtbot)
    hand.tab(window.tabs, "返品")
    fields = window.returns.form.fields
    typed = {
        "reason": "17", "category": "靴", "price": "6800", "method": "宅急便", "size": "80",
        "from_prefecture": "大阪府", "to_prefecture": "東京都",
    }  # fmt: skip
    for name, text in typed.items():
        field = fields[name]
        line = field if isinstance(field, QLineEdit) else field.lineEdit()
        assert line is not None, name
        hand.write(line, text)
        QTest.keyClick(QApplication.activePopupWidget() or line, Qt.Key.Key_Return)  # a list of proposals has the keyboard
    answer = window.returns.answer
    hand.until(lambda: "お店" in answer.payer.text())
    told = words(window.returns)
    assert "6,800" in told
    assert "1,090" not in told or "80" in told
    assert len(hand.path) <= 8, hand.path
    assert QApplication.activePopupWidget() is None


def test_an_invalid_tracking_number_takes_at_most_three_presses(window: MainWindow, qtbot: QtBot) -> None:
    hand = demo(window, qtbot)
    hand.press("発送5件を確かめる")
    page = window.shipments
    hand.until(page.table.isVisible)
    line = next(line for line in range(page.model.rowCount()) if page.model.row(line).why.startswith("sfp.tracking-id"))
    hand.row(page.table, line)
    hand.until(lambda: "345678911116" in words(page.panel) or "伝票番号" in words(page.panel))
    assert len(hand.path) <= 3, hand.path


def test_a_fact_for_many_and_the_file_of_sfp_take_at_most_five_presses_each(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand, file = demo(window, qtbot), tmp_path / "mend.txt"
    hand.tab(window.tabs, "SFP")
    asked = window.sfp.strip.buttons[0]
    menu = asked.menu()
    assert isinstance(menu, QMenu)
    with qtbot.waitSignal(window.desk.edited, timeout=30_000):
        hand.choose(asked, menu.actions()[0].text())
    assert len(hand.path) <= 5, hand.path
    hand.path.clear()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(file), ""))
    hand.choose(window.sfp.mend, window.sfp.leave.text())
    hand.until(lambda: any(one.isVisible() and one.save.isEnabled() for one in window.findChildren(SfpFileDialog)))
    dialog = window.findChildren(SfpFileDialog)[-1]
    hand.press("ファイルに保存", dialog)
    hand.until(lambda: file.exists() and "mend.txt" in window.notice.text.text())
    assert len(hand.path) + SAVING <= 5, hand.path
