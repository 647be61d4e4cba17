"""Slips of hand and odd turns: nothing is answered in passing, nothing stale is shown, nothing runs for ever."""

import sqlite3
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from sellerdesk.ui.desk import edits
from sellerdesk.ui.shell.main_window import MainWindow
from tests.made_shop import PRIME, make
from tests.ui.conftest import Opened

LONG = 30_000
HEAD = "seller-sku\titem-name\tprice\tPoints\titem-condition\tfulfillment-channel\tmerchant-shipping-group\tstatus\tquantity\tasin1\n"


def report(folder: Path, template: str = PRIME, skus: str = "ABCDEF", name: str = "listings.txt") -> Path:
    """A report of a few blameless offers."""
    file = folder / name
    rows = "".join(f"{sku}\tt {sku}\t1000\t20\t11\tDEFAULT\t{template}\tActive\t3\tB0{sku}\n" for sku in skus)
    file.write_text(HEAD + rows, encoding="utf-8")
    return file


def loaded(window: MainWindow, file: Path, qtbot: QtBot) -> None:
    """Open a report and wait until all parts have it."""
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        window.desk.open(file)


def sfp(window: MainWindow, qtbot: QtBot) -> None:
    """Go to the SFP tab and say which templates are Prime."""
    window.tabs.setCurrentIndex(2)
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        window.sfp.question.take.click()
    qtbot.waitUntil(lambda: not window.sfp.panel.stale)


def wheel(widget: QWidget) -> None:
    """Turn the wheel over a widget by one notch."""
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle, widget.mapToGlobal(middle), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,  # noqa: FBT003 (Qt's signature)
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


def test_the_wheel_answers_nothing(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(reports=[report(tmp_path)])
    sfp(window, qtbot)
    for field in list(window.sfp.panel.fields.values()):
        wheel(field)
    wheel(window.day)
    qtbot.wait(50)
    assert all(field.currentData() == "" for field in window.sfp.panel.fields.values())
    assert window.day.date() == QDate(2020, 8, 3)


def test_the_wheel_changes_no_figure_of_what_points_cost(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(reports=[report(tmp_path)])
    window.show_page("points")
    strip = window.points.cost
    before = strip.slider.value(), strip.units.value(), strip.margin.value()
    for field in (strip.slider, strip.units, strip.margin):
        field.setFocus()
        wheel(field)
    qtbot.wait(50)
    assert (strip.slider.value(), strip.units.value(), strip.margin.value()) == before


def test_the_keyboard_looks_through_answers_and_enter_takes_one(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(reports=[report(tmp_path)])
    sfp(window, qtbot)
    window.activateWindow()
    field = window.sfp.panel.fields["preorder"]
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Down)
    qtbot.wait(30)
    assert field.currentData() == "yes"
    assert not window.sfp.tally["sfp.pre-order:preorder"], "looked at, not answered"
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "preorder" not in window.desk.rows[0].missing.split())
    assert not window.sfp.tally["sfp.pre-order:preorder"]


def test_a_renamed_template_is_asked_for_and_no_offer_is_taken_for_ok(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(reports=[report(tmp_path)])
    sfp(window, qtbot)
    loaded(window, report(tmp_path, template="新プライム", name="new.txt"), qtbot)
    assert window.sfp.pages.currentWidget() is window.sfp.question
    edits.answer(window.desk, ["A"], "hazmat", "no")
    qtbot.wait(50)
    assert window.desk.rows[0].sfp_verdict == 1
    assert "prime_template" in window.desk.rows[0].missing


def test_a_day_before_the_rules_says_so(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(reports=[report(tmp_path)])
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        window.day.setDate(QDate(2018, 2, 1))  # the cap on points is the first of the rules: March 2018
    assert window.points.stack.currentWidget() is window.points.empty
    assert "2018-02-01" in window.points.empty.text.text()
    assert window.points.chips.counts == [0, 0, 0, 0, 0]


def test_a_search_on_a_page_without_a_list_says_so_and_enter_searches_the_offers(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(reports=[report(tmp_path)])
    window.go("points", ["A"])
    for page in ("today", "templates"):
        window.show_page(page)
        window.search.setText("C")
        qtbot.waitUntil(lambda: "Press Enter" in window.notice.text.text() and window.notice.isVisible())
        QTest.keyClick(window.search, Qt.Key.Key_Return)
        assert window.stack.currentWidget() is window.points
        assert [window.points.model.row(line).sku for line in range(len(window.points.model.shown))] == ["C"]
        assert not window.notice.isVisible()
        window.search.clear()


def test_the_why_panel_speaks_of_what_is_selected(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(reports=[report(tmp_path)])
    window.show_page("points")
    window.search.setText("t C")
    qtbot.waitUntil(lambda: len(window.points.model.shown) == 1)
    assert window.points.panel.skus == ["C"]
    loaded(window, report(tmp_path, skus="XYZ", name="other.txt"), qtbot)
    assert window.points.panel.skus == []
    assert "C" not in [label.text() for label in window.points.panel.findChildren(QLabel)]
    window.search.clear()
    qtbot.waitUntil(lambda: len(window.points.model.shown) == 3)
    window.points.table.selectRow(2)
    loaded(window, report(tmp_path, skus="WXYZ", name="third.txt"), qtbot)
    assert window.points.panel.skus == ["Z"], "the selection follows the SKU, not its place"


def test_a_look_up_that_breaks_says_nothing_of_the_offer_before(
    opened: Opened, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_told: object) -> None:
        raise RuntimeError("a bug")

    window = opened(reports=[report(tmp_path)])
    window.show_page("points")
    panel = window.points.panel
    window.points.table.selectRow(0)
    qtbot.waitUntil(lambda: panel.why is not None and [panel.why.sku] == panel.skus)
    monkeypatch.setattr("sellerdesk.workflows.judged.why.why", broken)
    with qtbot.capture_exceptions() as errors:
        window.points.table.selectRow(1)
        qtbot.waitUntil(lambda: not panel.stale)
    assert (len(errors), panel.why) == (1, None)


def test_answers_for_many_selected_offers_are_taken_beside_the_window(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(reports=[make(tmp_path / "shop", times=20).folder / "listings.txt"])
    sfp(window, qtbot)
    window.sfp.table.selectAll()
    count = len(window.sfp.panel.skus)
    assert count > 200
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        edits.answer(window.desk, window.sfp.panel.skus, "medical", "no")
    assert "medical" not in window.sfp.strip.counts()


def test_a_typed_reason_stays_what_was_typed(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(reports=[report(tmp_path)])
    window.tabs.setCurrentIndex(3)
    window.returns.reason.setCurrentIndex(0)
    window.returns.reason.setEditText("10")
    with qtbot.waitSignal(window.desk.restyled):
        window.desk.restyle(lang="ja")
    assert window.returns.reason.currentText() == "10"
    assert window.returns.answer.payer.text() == "返品送料はあなたのお店が払います"


def test_cells_of_a_facts_sheet_that_could_not_be_read_are_said(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    window = opened()
    facts = tmp_path / "facts.csv"
    facts.write_text("sku,hazmat,preorder\nA,no,maybe\nB,no,no\n", encoding="utf-8")
    loaded(window, report(tmp_path), qtbot)
    loaded(window, facts, qtbot)
    assert "maybe" in window.notice.text.text()


@pytest.mark.parametrize("line", ["language=xx", "language=ja, en", "theme=purple", "shop=a/b", "geometry=hello", "demo=perhaps", "["])
def test_a_damaged_settings_file_costs_its_settings_only(opened: Opened, tmp_path: Path, line: str) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data/settings.ini").write_text(f"[General]\n{line}\n", encoding="utf-8")
    window = opened()
    assert window.content.currentWidget() is window.choices
    assert window.desk.store == tmp_path / "data/shops/main.db"


def test_a_judging_that_cannot_be_saved_is_tried_once(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(reports=[report(tmp_path)])
    started: list[str] = []
    window.desk.working.connect(lambda work, _done, _total: started.append(work))
    with sqlite3.connect(tmp_path / "data/shops/main.db", timeout=1) as other:
        other.execute("begin immediate")
        window.day.setDate(QDate(2020, 9, 1))
        qtbot.waitUntil(lambda: "Another Seller Desk" in window.notice.text.text(), timeout=LONG)
        qtbot.wait(1_000)
    other.close()
    assert started.count("") == 1, "ended once, and not begun again"
    assert not window.desk.child.running


def test_a_demo_that_is_stopped_leaves_ones_own_shop(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(reports=[report(tmp_path)])
    window.menus.actions["demo"].trigger()
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        window.desk.cancel()
    assert not window.desk.demo
    assert len(window.desk.rows) == 6


def test_ctrl_o_opens_a_report_at_the_first_start(opened: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def ask(*_args: object) -> tuple[list[str], str]:
        asked.append(1)
        return [], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", ask)
    window = opened()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    QTest.keyClick(window, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    assert asked == [1]


def test_a_report_without_templates_has_nothing_to_ask(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    window = opened()
    file = tmp_path / "open.txt"
    file.write_text("sku\tasin\tprice\tquantity\nA\tB0A\t1000\t1\n", encoding="utf-8")
    loaded(window, file, qtbot)
    window.menus.actions["templates"].trigger()
    assert not window.sfp.question.take.isEnabled()
    window.sfp.question.back.click()
    assert window.sfp.pages.currentIndex() == 0
    assert window.desk.state is not None
    assert window.desk.state.prime_templates is None


def test_a_press_on_the_shop_asks_which_one_and_leaves_none(opened: Opened, tmp_path: Path) -> None:
    window = opened(reports=[report(tmp_path)])
    window.shop_button.click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions() if not action.isSeparator()] == ["My shop", "Try the demo shop"]
    menu.close()
    assert not window.desk.demo
    assert len(window.desk.rows) == 6
