"""A field of a whole number changes nothing silently: what is beyond is said, and the number that stood there stays."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sellerdesk.ui.style.translate import speak
from sellerdesk.ui.widgets.whole_field import WholeField
from tests.ui.conftest import Opened


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> None:
    """Whatever the window of a test before spoke."""
    speak(qapp, "en")


@pytest.mark.parametrize("written", ["999", "-5", "99999999999", "3.5", "abc"])
def test_a_number_beyond_is_said_and_the_one_before_stays(qtbot: QtBot, written: str) -> None:
    field = WholeField(0, 100)
    field.setSuffix(" %")
    field.setValue(30)
    qtbot.addWidget(field)
    field.show()
    said: list[str] = []
    field.refused.connect(said.append)
    field.setFocus()
    field.remember()
    field.selectAll()
    QTest.keyClicks(field, written)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.value() == 30
    assert field.text() == "30 %"
    assert said
    assert said[-1].startswith(f"“{written}” is not taken")
    assert "0 to 100" in said[-1]


def test_a_number_of_the_range_is_followed_while_it_is_typed(qtbot: QtBot) -> None:
    field = WholeField(0, 100)
    qtbot.addWidget(field)
    field.show()
    field.selectAll()
    with qtbot.waitSignal(field.valueChanged):
        QTest.keyClicks(field, "12")
    assert field.value() == 12


def test_units_and_margin_say_what_they_do_not_take(opened: Opened) -> None:
    window = opened(demo=True)
    window.show_page("points")
    strip = window.points.cost
    strip.margin.setFocus()
    strip.margin.remember()
    before = strip.margin.value()
    strip.margin.selectAll()
    QTest.keyClicks(strip.margin, "999")
    QTest.keyClick(strip.margin, Qt.Key.Key_Return)
    assert strip.margin.value() == before
    assert "999" in window.notice.text.text()
