"""Categories in the window: a word that nobody knows is asked once and taught by one press; the calculator's list is grouped."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from sellerdesk.ui.returns.calculator_form import HEADING
from sellerdesk.ui.returns.report_page import WRONG
from sellerdesk.ui.shell.main_window import MainWindow
from tests.ui.conftest import Opened
from tests.ui.hand import Hand

LONG = 30_000
HEAD = (
    "Order ID|Order date|Return request date|Return request status|Label type|Label cost|Label to be paid by|Is prime|Merchant SKU|"
    "Return reason|In policy|Return delivery date|Order Amount|Order quantity|Return quantity|Refunded Amount|Category"
)
UNKNOWN = ("ジーニスト", "ジーニスト", "モフモフ雑貨")


def line(number: int, category: str, cost: str = "600", refunded: str = "", status: str = "Approved") -> str:
    """A returned order that the buyer did not want any more, its label charged to the shop."""
    start = f"249-{number}|2020-07-10|2020-07-20|{status}|AmazonPrePaidLabel|{cost}|Seller|Y|A-{number}|CR-UNWANTED_ITEM|Y|2020-07-30|3000"
    return f"{start}|1|1|{refunded}|{category}"


def taken(window: MainWindow, file: Path, lines: list[str], qtbot: QtBot) -> None:
    """Open a returns report."""
    file.write_text("\n".join(row.replace("|", "\t") for row in (HEAD, *lines)) + "\n", encoding="utf-8")
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        window.desk.open(file)


@pytest.fixture
def window(opened: Opened, qtbot: QtBot, tmp_path: Path) -> MainWindow:
    """A window over returns of categories that nobody knows, and of one that is known."""
    made = opened("ja")
    made.resize(1366, 768)
    taken(made, tmp_path / "returns.txt", [line(number, name) for number, name in enumerate((*UNKNOWN, "おもちゃ"))], qtbot)
    return made


def payers(window: MainWindow) -> dict[str, str]:
    """Who pays, by order."""
    return {row.order_id: row.payer for row in window.returned.model.rows}


def test_one_press_teaches_a_word_the_returns_follow_and_undo_takes_it_back(window: MainWindow, qtbot: QtBot) -> None:
    hand, asks = Hand(window, qtbot), window.returned.categories
    before = {"249-0": "check", "249-1": "check", "249-2": "check", "249-3": "customer"}
    assert payers(window) == before
    assert asks.isVisible()
    assert "ジーニスト" in asks.asks.text()
    assert "2" in asks.asks.text(), "it is told how many returns wait for it"
    assert "モフモフ雑貨" in asks.more.text()
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        hand.press("服", asks)
    assert payers(window) == {**before, "249-0": "seller", "249-1": "seller"}
    assert "モフモフ雑貨" in asks.asks.text(), "the next word is asked"
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        hand.press("どれでもない", asks)
    assert payers(window) == {"249-0": "seller", "249-1": "seller", "249-2": "customer", "249-3": "customer"}
    assert not asks.isVisible(), "all is told"
    for _turn in range(2):
        with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
            window.undo.click()
    assert payers(window) == before
    assert "ジーニスト" in asks.asks.text()


def test_zero_yen_labels_and_those_held_back_are_no_claims(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    window = opened()
    lines = [
        line(0, "Toys", "0", "3000"),  # nothing was charged
        line(1, "Toys", "600", "2400"),  # taken off the refund: recovered
        line(2, "Toys", "600", "", "Declined"),  # a request that was declined has no label
        line(3, "Toys", "600", "3000"),
    ]
    taken(window, tmp_path / "returns.txt", lines, qtbot)
    page = window.returned
    page.chips.only(WRONG)
    assert [page.model.row(number).order_id for number in range(len(page.model.shown))] == ["249-3"]
    assert page.chips.buttons[-1].text().endswith(" 1")
    assert "charged to the shop wrongly: 1 order, ¥600" in page.summary.text()
    window.tabs.setCurrentIndex(0)
    qtbot.waitUntil(lambda: any(one.name == "charged_shop" for one in window.today.found), timeout=LONG)
    assert [(one.count, one.yen) for one in window.today.found if one.name.startswith("charged")] == [(1, 600)]


@pytest.fixture
def box(window: MainWindow, qtbot: QtBot) -> QComboBox:
    """The calculator's list of categories."""
    window.show_page("returns")
    found = window.returns.form.fields["category"]
    assert isinstance(found, QComboBox)
    qtbot.waitUntil(found.isVisible)
    return found


def groups(box: QComboBox) -> dict[str, list[str]]:
    """The categories under each heading."""
    told: dict[str, list[str]] = {}
    for at in range(box.count()):
        if box.itemData(at) == HEADING:
            told[box.itemText(at)] = []
        else:
            told[list(told)[-1]].append(box.itemText(at))
    return told


def test_the_list_of_categories_is_grouped_free_returns_first(box: QComboBox) -> None:
    told = groups(box)
    assert list(told) == ["返品無料", "そのほかのカテゴリー", "名前だけでは決まらないもの"]
    assert told["返品無料"] == ["旅行かばん", "服&ファッション小物", "シューズ"]
    names = [name for there in told.values() for name in there]
    assert len(set(names)) == len(names), "none stands twice"
    widest = max(box.fontMetrics().horizontalAdvance(box.itemText(at)) for at in range(box.count()))
    box.showPopup()
    assert box.view().viewport().width() >= widest, "no name is cut"
    box.hidePopup()


def test_a_heading_cannot_be_chosen(box: QComboBox, window: MainWindow, qtbot: QtBot) -> None:
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert box.currentText() == "旅行かばん", "the arrow key passes over the heading"
    for at in range(box.count()):
        enabled = bool(box.model().index(at, 0).flags() & Qt.ItemFlag.ItemIsEnabled)
        assert enabled == (box.itemData(at) != HEADING)
    box.showPopup()
    qtbot.waitUntil(box.view().isVisible)
    qtbot.wait(QApplication.doubleClickInterval() + 50)
    head = box.view().visualRect(box.model().index(0, 0)).center()
    QTest.mouseClick(box.view().viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(head))
    assert box.currentText() == "旅行かばん"
    box.hidePopup()
    assert window.returns.answer.payer.text() == "返品送料はあなたのお店が払います"


def commit(field: QWidget, text: str) -> None:
    """Write at the cursor, as an input method gives words."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(field, event)


def test_half_a_word_is_no_category(box: QComboBox, window: MainWindow) -> None:
    window.returns.form.set_text("reason", "12")
    before = window.returns.answer.payer.text()
    typed = box.lineEdit()
    assert typed is not None
    typed.setFocus()
    for letter in "シュ":
        commit(typed, letter)
        assert window.returns.answer.payer.text() == before, "nothing is judged by half a word"
    completer = box.completer()
    assert completer is not None
    assert [completer.currentCompletion()] == ["シューズ"]
    commit(typed, "ーズ")
    QTest.keyClick(typed, Qt.Key.Key_Return)
    assert window.returns.answer.payer.text() == "返品送料はあなたのお店が払います"
