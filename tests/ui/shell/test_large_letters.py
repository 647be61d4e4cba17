"""The largest letters in the smallest window: no figure is cut, and none is out of reach."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from sellerdesk.ui.shell.main_window import MainWindow
from sellerdesk.ui.shell.pages import PAGES
from sellerdesk.ui.style.theme import LARGEST
from sellerdesk.ui.today.today_lines import NeedLine
from tests.ui import looked_through
from tests.ui.conftest import Opened

LONG, REST_TURNS, REST_MS = 30_000, 25, 100
ROOM_OF_A_SENTENCE = 400
"""Pixels: twenty letters of Japanese a line."""
TYPED = {
    "reason": "12", "category": "Toys", "price": "123456", "points": "1234", "shipping_charged": "1200", "gift_wrap": "300",
    "referral_percent": "15", "handling_cost": "500", "value_loss_percent": "30", "fare": "2500", "outbound_cost": "800",
    "arrived_on": "2020-07-30",
}  # fmt: skip


@pytest.fixture(params=["ja", "en"])
def window(opened: Opened, qtbot: QtBot, request: pytest.FixtureRequest) -> MainWindow:
    """The demo shop in the largest letters, in a window of the least size."""
    made = opened(request.param, demo=True)
    made.resize(1180, 680)
    for _step in range(LARGEST):
        made.desk.zoom(1)
    with qtbot.waitSignal(made.desk.restyled, timeout=LONG):
        made.desk.restyle()
    return made


def has_figure(widget: QWidget) -> bool:
    """Whether a widget's words hold a figure."""
    return isinstance(widget, QLabel | QAbstractButton) and any(letter.isdecimal() for letter in widget.text())


def figures_cut(window: MainWindow) -> list[str]:
    """The widgets in sight with a figure that has not its room."""
    shown = [one for one in window.findChildren(QWidget) if one.isVisibleTo(window) and one.window() is window and has_figure(one)]
    return [looked_through.told(one) for one in shown if looked_through.lacks(one)]


def out_of_reach(window: MainWindow) -> list[str]:
    """Parts of the calculator's answer that begin or end beyond the window: nothing scrolls sideways there."""
    tab = window.returns
    answer = tab.answer
    there = (*answer.values.values(), *answer.notes.values(), answer.payer, answer.twin_text, tab.copy, tab.own)
    return [looked_through.told(one) for one in there if one.mapTo(window, QPoint(one.width(), 0)).x() > window.width()]


def at_rest(found: Callable[[], list[str]], qtbot: QtBot) -> list[str]:
    """What is wrong once the layout came to rest; a busy machine may take its time for that."""
    for _turn in range(REST_TURNS):
        qtbot.wait(REST_MS)
        if not found():
            return []
    return found()


def test_no_figure_is_cut(window: MainWindow, qtbot: QtBot) -> None:
    for page in [name for names in PAGES for name in names]:
        window.show_page(page)
        for name, text in TYPED.items() if page == "returns" else ():
            window.returns.form.set_text(name, text)
        assert at_rest(lambda: figures_cut(window), qtbot) == [], page


def test_nothing_of_the_answer_is_out_of_reach(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("returns")
    for name, text in TYPED.items():
        window.returns.form.set_text(name, text)
    assert at_rest(lambda: out_of_reach(window), qtbot) == []


def test_nothing_of_the_header_lies_on_another_part(window: MainWindow) -> None:
    row = (window.open_button, window.day_label, window.day, window.shop_button, window.search, window.undo, window.redo)
    for left, right in pairwise(row):
        assert left.geometry().right() < right.geometry().left(), looked_through.told(right)
    window.resize(1440, 900)
    assert window.search.width() >= 300, "it has its whole room where there is some"


def covered(window: MainWindow) -> list[str]:
    """Words of the calculator's list of returns over which the form lies."""
    parts = window.returns.start.findChildren(QLabel)
    return [looked_through.told(one) for one in parts if one.isVisible() and one.visibleRegion().boundingRect() != one.rect()]


def test_what_a_page_is_about_has_the_room(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("today")

    def fact() -> QLabel:  # found anew: Today's lines are made anew when rows come
        return window.today.findChildren(NeedLine)[1].findChildren(QLabel)[1]

    assert at_rest(lambda: [fact().text()] if fact().width() < ROOM_OF_A_SENTENCE else [], qtbot) == []
    window.show_page("points")
    rows = window.points.table
    assert at_rest(lambda: ["few rows"] if rows.viewport().height() < 3 * rows.rowHeight(0) else [], qtbot) == []
    window.show_page("returns")
    assert at_rest(lambda: covered(window), qtbot) == []
    window.show_page("tariffs")
    view = window.tariffs.view
    assert at_rest(lambda: ["segments"] if view.tabRect(view.count() - 1).right() > view.width() else [], qtbot) == []
