"""The tour points at real controls of the demo shop, comes once by itself, blocks nothing, and is left by one press or Esc."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from sellerdesk.ui.shell.main_window import MainWindow
from sellerdesk.ui.shell.tour import Tour
from sellerdesk.ui.today.today_lines import NeedLine
from tests.ui import looked_through
from tests.ui.conftest import Opened
from tests.ui.hand import Hand


def started(opened: Opened, qtbot: QtBot, lang: str = "ja") -> tuple[MainWindow, Tour]:
    """A first start that went to the demo shop."""
    window = opened(lang, toured=False)
    window.resize(1180, 680)
    with qtbot.waitSignal(window.desk.rows_came, timeout=30_000):
        window.choices.demo.click()
    assert window.tour is not None
    qtbot.wait(50)
    return window, window.tour


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_every_stop_points_at_what_is_in_sight(opened: Opened, qtbot: QtBot, lang: str) -> None:
    window, tour = started(opened, qtbot, lang)
    hand = Hand(window, qtbot)
    titles = []
    for _stop in range(5):
        qtbot.wait(200)
        titles.append(tour.title.text())
        assert tour.frame.isVisible(), "its control is in sight"
        assert window.rect().contains(tour.geometry())
        assert not tour.geometry().intersects(tour.frame.geometry()), "the card does not cover what it speaks of"
        qtbot.waitUntil(lambda: looked_through.cut(window) == [], timeout=5_000)  # a busy machine lays the panel out after 200 ms
        hand.press(tour.next.text(), tour)
    assert len(set(titles)) == 5
    assert window.tour is None, "the last press ends it"
    assert window.name_in_sight() == "today", "where the day begins"
    window.close()
    again = opened(lang, toured=False)
    assert again.tour is None, "it comes once"
    again.menus.actions["tour"].trigger()
    assert isinstance(again.tour, Tour)
    again.close()


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_its_button_stays_where_it_was_pressed_and_the_lines_below_the_first_are_seen(opened: Opened, qtbot: QtBot, lang: str) -> None:
    window, tour = started(opened, qtbot, lang)
    window.resize(1366, 768)
    qtbot.wait(200)
    lines = [line for line in window.today.inside.findChildren(NeedLine) if line.isVisible()][:4]
    covered = [line for line in lines if tour.geometry().intersects(QRect(line.mapTo(window, QPoint(0, 0)), line.size()))]
    assert not covered
    spots = []
    for _stop in range(5):
        qtbot.wait(200)
        spots.append(tour.next.mapTo(window, tour.next.rect().center()))
        tour.next.click()
    assert all(abs(spot.x() - spots[0].x()) < 20 and spot.y() == spots[0].y() for spot in spots), spots


def test_it_blocks_nothing_and_esc_leaves(opened: Opened, qtbot: QtBot) -> None:
    window, tour = started(opened, qtbot)
    hand = Hand(window, qtbot)
    hand.tab(window.tabs, "SFP")
    assert window.sfp.isVisible()
    with qtbot.waitSignal(window.desk.restyled, timeout=10_000):
        window.desk.restyle(lang="en")
    assert tour.title.text() == "What needs you today"
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert window.tour is None
    assert not tour.isVisible()
    assert window.sfp.isVisible(), "the owner turned to it"
    assert window.desk.settings.get("toured") == "yes"


def test_leaving_it_at_a_stop_leads_back_to_today(opened: Opened, qtbot: QtBot) -> None:
    window, tour = started(opened, qtbot)
    Hand(window, qtbot).press(tour.next.text(), tour)
    assert window.points.isVisible()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert window.name_in_sight() == "today"


def test_another_shop_ends_it(opened: Opened, qtbot: QtBot) -> None:
    window, _tour = started(opened, qtbot)
    with qtbot.waitSignal(window.desk.rows_came, timeout=30_000):
        window.shop_button.click()
    assert window.tour is None
