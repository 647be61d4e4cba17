"""Going to another shop: chips, search, selection and what was said stay behind; a report of the same shop keeps them. A file over the window."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sellerdesk.ui.desk import edits
from sellerdesk.ui.desk.shops import go_to
from sellerdesk.ui.shell.main_window import MainWindow
from tests.ui.conftest import Opened

LONG = 60_000
LISTINGS = "seller-sku\titem-name\tprice\tPoints\titem-condition\n" + "".join(f"A-{n}\tt {n}\t1000\t20\t11\n" for n in range(9))


@pytest.fixture
def shops(opened: Opened, tmp_path: Path) -> MainWindow:
    """The demo shop, beside one's own with nine offers."""
    (file := tmp_path / "listings.txt").write_text(LISTINGS, encoding="utf-8")
    window = opened(reports=[file], demo=True, as_of=date(2020, 8, 3))
    assert window.desk.demo
    return window


def leave(window: MainWindow, qtbot: QtBot) -> None:
    """Leave the demo shop."""
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        window.shop_button.click()


def drag(window: MainWindow, url: QUrl) -> None:
    """Drag something over the window."""
    data = QMimeData()
    data.setUrls([url])
    copy, left, no_keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(60, 60), copy, data, left, no_keys))


def test_today_of_another_shop_begins_at_its_top(shops: MainWindow, qtbot: QtBot) -> None:
    shops.show_page("today")
    shops.today.area.setMaximumHeight(16)  # so low that the few lines of the other shop do not fit, either
    bar = shops.today.area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    leave(shops, qtbot)
    qtbot.wait(100)
    assert bar.maximum() > 0
    assert bar.value() == 0


@pytest.mark.parametrize("name", ["points", "orders", "shipments", "returned"])
def test_chips_search_and_selection_stay_behind(shops: MainWindow, qtbot: QtBot, name: str) -> None:
    shops.show_page(name)
    page: Any = shops.page(name)
    shops.search.setText("1")
    page.chips.only(1)
    qtbot.waitUntil(lambda: page.search == "1")
    leave(shops, qtbot)
    qtbot.waitUntil(lambda: page.search == "")
    assert shops.search.text() == ""
    assert not page.chips.wanted()
    if name == "points":
        assert page.stack.currentWidget() is page.table
        assert page.table.selected_lines() == [0]


def test_a_shop_that_is_left_while_its_rows_come_leaves_nothing_behind(shops: MainWindow, qtbot: QtBot) -> None:
    shops.show_page("points")
    shops.points.chips.only(1)
    left: list[bool] = []

    def leave_once() -> None:
        if not left:
            left.append(True)
            shops.desk.leave_demo()

    shops.desk.on_rows(leave_once)
    shops.desk.load()
    qtbot.waitUntil(lambda: len(shops.desk.rows) == 9, timeout=LONG)
    qtbot.waitUntil(lambda: not shops.points.chips.wanted(), timeout=5_000)


def test_a_cause_of_sfp_stays_behind(shops: MainWindow, qtbot: QtBot) -> None:
    shops.show_page("sfp")
    shops.sfp.show_only([shops.desk.rows[0].sku])
    leave(shops, qtbot)
    assert not shops.sfp.only.subjects


@pytest.fixture
def sold(opened: Opened, tmp_path: Path) -> MainWindow:
    """The demo shop on a day of its orders, at the cost of points, beside one's own with nine offers and no orders."""
    (file := tmp_path / "listings.txt").write_text(LISTINGS, encoding="utf-8")
    window = opened(reports=[file], demo=True, as_of=date(2020, 7, 1))
    window.show_page("points")
    return window


def test_units_that_the_demo_sold_stand_in_no_other_shop_and_on_no_other_day(sold: MainWindow, qtbot: QtBot) -> None:
    strip = sold.points.cost
    assert strip.units.value() == 15
    assert not strip.units.isEnabled()
    strip.slider.setValue(7)
    sold.desk.set_day(date(2026, 11, 30))
    qtbot.waitUntil(strip.units.isEnabled, timeout=LONG)
    assert (strip.units.value(), strip.cost.text()) == (0, "–"), "no order of the month before"
    sold.desk.set_day(date(2020, 7, 1))
    qtbot.waitUntil(lambda: strip.units.value() == 15, timeout=LONG)
    leave(sold, qtbot)
    qtbot.waitUntil(lambda: (strip.units.value(), strip.cost.text(), strip.slider.value()) == (0, "–", 2), timeout=LONG)
    assert strip.units.isEnabled()


def test_units_and_margin_that_were_typed_are_kept_with_their_shop(sold: MainWindow, opened: Opened, qtbot: QtBot) -> None:
    strip = sold.points.cost
    strip.margin.setValue(55)
    leave(sold, qtbot)
    assert strip.margin.value() == 30, "it was typed for the demo"
    strip.units.setValue(20)
    strip.margin.setValue(40)
    sold.close()
    again = opened(as_of=date(2020, 7, 1))
    assert (again.points.cost.units.value(), again.points.cost.margin.value()) == (20, 40)
    assert again.points.cost.cost.text() == "¥400 / month"
    again.menus.actions["demo"].trigger()
    qtbot.waitUntil(lambda: again.points.cost.units.value() == 15, timeout=LONG)
    assert again.points.cost.margin.value() == 55


def test_nothing_that_was_chosen_for_returns_goes_along(shops: MainWindow, qtbot: QtBot) -> None:
    assert edits.tell_account(shops.desk, {"ships_from": "大阪府"})
    for name in ("returns", "tariffs", "analysis"):
        shops.show_page(name)
    fares, analysis, calculator = shops.tariffs, shops.analysis, shops.returns
    assert fares.origin.currentText() == "Osaka"
    fares.large.setChecked(True)
    analysis.period.setCurrentIndex(1)
    analysis.by.setCurrentIndex(2)
    analysis.suppose.fewer.setValue(77)
    calculator.search.setText("249-0000009")
    leave(shops, qtbot)
    assert (fares.origin.currentText(), fares.large.isChecked()) == ("Tokyo", False), "it is where the demo sends from"
    assert (analysis.period.currentIndex(), analysis.by.currentIndex(), analysis.suppose.fewer.value()) == (0, 0, 30)
    assert calculator.search.text() == ""


def test_a_report_of_the_same_shop_keeps_chips_and_search(shops: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    leave(shops, qtbot)
    shops.show_page("points")
    shops.search.setText("A-")
    shops.points.chips.only(1)
    qtbot.waitUntil(lambda: shops.points.search != "")
    (file := tmp_path / "newer.txt").write_text(LISTINGS + "B-1\tt\t1000\t20\t11\n", encoding="utf-8")
    with qtbot.waitSignal(shops.desk.rows_came, timeout=LONG):
        shops.desk.open(file)
    assert shops.search.text() == "A-"
    assert shops.points.chips.wanted() == {1}


def test_what_was_said_of_a_shop_goes_with_it(shops: MainWindow, qtbot: QtBot) -> None:
    shops.desk.said.emit("of the demo", "check")
    leave(shops, qtbot)
    assert shops.notice.isHidden()
    shops.desk.said.emit("of my own", "check")
    with qtbot.waitSignal(shops.desk.rows_came, timeout=LONG):
        go_to(shops.desk, "second")
    assert shops.notice.isHidden()


def test_the_demo_opened_again_says_nothing(shops: MainWindow, qtbot: QtBot) -> None:
    leave(shops, qtbot)
    with qtbot.waitSignal(shops.desk.rows_came, timeout=LONG):
        shops.menus.actions["demo"].trigger()
    assert shops.desk.demo
    assert shops.notice.isHidden()


@pytest.mark.parametrize(("lang", "words"), [("en", "Drop the files here"), ("ja", "ここにファイルを落とす")])
def test_a_file_over_the_window_is_told_where_it_may_be_dropped(opened: Opened, tmp_path: Path, lang: str, words: str) -> None:
    window = opened(lang, demo=True)
    drag(window, QUrl("https://example.com"))
    assert window.drop_frame.isHidden(), "no file is dragged"
    drag(window, QUrl.fromLocalFile(str(tmp_path / "listings.txt")))
    assert window.drop_frame.isVisible()
    assert words in window.drop_frame.words.text()
    assert window.drop_frame.rect() == window.rect()
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert window.drop_frame.isHidden()


def test_at_the_least_width_an_order_shows_what_it_earns_and_its_days(shops: MainWindow, qtbot: QtBot) -> None:
    shops.resize(1180, 700)
    shops.show_page("orders")
    table = shops.orders.table
    qtbot.waitUntil(lambda: table.isVisible() and shops.width() == 1180)
    assert table.horizontalScrollBar().maximum() == 0
    names = [column.name for column in table.listed.columns]
    assert not any(table.isColumnHidden(names.index(name)) for name in ("rebate", "left"))


def test_lists_to_choose_from_are_as_wide_as_their_words_in_another_language(opened: Opened, qtbot: QtBot) -> None:
    window = opened("ja", demo=True)
    for name in ("orders", "payments", "analysis"):
        window.show_page(name)
    window.desk.restyle(lang="en")
    boxes = (window.payments.span, window.payments.strip.months, window.analysis.period, window.orders.category)
    qtbot.waitUntil(lambda: all(box.itemText(0).isascii() or "–" in box.itemText(0) for box in boxes), timeout=LONG)
    window.show_page("payments")
    qtbot.waitUntil(lambda: window.payments.span.width() >= window.payments.span.sizeHint().width())
    words = window.payments.span.fontMetrics().horizontalAdvance(window.payments.span.currentText())
    assert window.payments.span.width() > words + 20


def test_what_if_says_what_the_empty_lines_wait_for(opened: Opened, qtbot: QtBot) -> None:
    window = opened("ja", demo=True)
    window.resize(1180, 700)
    window.show_page("analysis")
    box = window.analysis.suppose
    qtbot.waitUntil(lambda: "送り方を選ぶ" in box.outcomes["both"].text(), timeout=LONG)
    outcome = box.outcomes["both"]
    assert outcome.visibleRegion().boundingRect() == outcome.rect(), "it is in sight, whole"
