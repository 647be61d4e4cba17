"""The tab Today: what needs the owner is counted as the pages count it, and a press leads there."""

from datetime import date, datetime

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from sellerdesk.clock import JAPAN
from sellerdesk.ui.shell.figures_dialog import FiguresDialog
from sellerdesk.ui.shell.main_window import TODAY, MainWindow
from sellerdesk.workflows.judged.today import load
from sellerdesk.workflows.judged.today import needs as found
from tests.ui.conftest import NOW, Opened

LONG = 30_000


def demo(opened: Opened, qtbot: QtBot) -> MainWindow:
    """A window with the demo shop, at Today."""
    window = opened()
    with qtbot.waitSignal(window.desk.loaded, timeout=LONG):
        window.choices.demo.click()
    window.tabs.setCurrentIndex(TODAY)
    qtbot.waitUntil(lambda: len(window.today.findChildren(QPushButton)) > len(window.today.found) > 0)
    return window


def needs(window: MainWindow) -> dict[str, int]:
    """The needs by name."""
    return {one.name: one.count for one in window.today.found}


def press(window: MainWindow, words: str) -> None:
    """Press the button whose accessible name holds some words."""
    next(one for one in window.today.findChildren(QPushButton) if words in one.accessibleName()).click()


def test_the_counts_are_those_of_the_pages_and_a_press_leads_there(opened: Opened, qtbot: QtBot) -> None:
    window = demo(opened, qtbot)
    told = needs(window)
    assert told["points_short"] + told.get("points_wrong", 0) == window.points.model.counts[0]
    assert told["sfp_wrong"] + told["alarm"] == window.sfp.model.counts[0]
    press(window, "less than 2% points")
    assert window.stack.currentWidget() is window.points
    assert len(window.points.model.shown) == window.points.model.counts[0]
    window.tabs.setCurrentIndex(TODAY)
    press(window, "break the terms of Seller Fulfilled Prime")
    assert window.stack.currentWidget() is window.sfp


def test_it_is_what_a_returning_owner_sees_first_and_it_follows_what_is_decided(opened: Opened, qtbot: QtBot) -> None:
    first = opened()
    assert first.content.currentWidget() is first.choices
    with qtbot.waitSignal(first.desk.loaded, timeout=LONG):
        first.choices.demo.click()
    assert first.stack.currentWidget() is first.points
    first.close()
    again = opened(now=datetime(2099, 9, 3, 10, 12, tzinfo=JAPAN))
    assert again.stack.currentWidget() is again.today
    assert NOW.year == again.desk.as_of.year
    qtbot.waitUntil(lambda: needs(again).get("old_report") == 1)


def test_the_command_says_the_same(opened: Opened, qtbot: QtBot) -> None:

    window = demo(opened, qtbot)
    shop = load(window.desk.store)
    assert [(one.name, one.count) for one in found(shop, window.desk.as_of, NOW)] == list(needs(window).items())


def test_the_figures_to_look_up_are_named_until_they_were_looked_at(opened: Opened, qtbot: QtBot) -> None:
    window = demo(opened, qtbot)
    window.desk.set_day(date(2027, 2, 3))
    qtbot.waitUntil(lambda: needs(window).get("look_up", 0) > 0, timeout=LONG)
    window.go("figures")
    assert window.findChildren(FiguresDialog)
    qtbot.waitUntil(lambda: "look_up" not in needs(window), timeout=LONG)
