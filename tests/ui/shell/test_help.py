"""Finding one's way: the palette in both languages, the guide with every clause, letters larger and smaller."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sellerdesk.ui.shell.action_finder import ActionFinder
from sellerdesk.ui.shell.help_dialog import HelpDialog
from sellerdesk.ui.shell.main_window import MainWindow
from sellerdesk.workflows.terms import terms
from tests.ui.conftest import Opened

LONG = 30_000


def palette(window: MainWindow) -> ActionFinder:
    """The palette, opened."""
    window.menus.actions["palette"].trigger()
    return window.findChildren(ActionFinder)[-1]


def listed(found: ActionFinder) -> list[str]:
    """What it lists."""
    return [found.list.item(line).text() for line in range(found.list.count())]


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize(
    ("typed", "page"), [("期限", "deadlines"), ("deadline", "deadlines"), ("ﾘｮｳｷﾝ", "tariffs"), ("tariffs", "tariffs")]
)
def test_an_action_is_found_in_both_languages_and_done(opened: Opened, qtbot: QtBot, lang: str, typed: str, page: str) -> None:
    window = opened(lang, demo=True)
    found = palette(window)
    found.field.setText(typed if typed != "ﾘｮｳｷﾝ" else "料金")
    assert len(listed(found)) == 1
    QTest.keyClick(found.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.stack.currentWidget() is getattr(window, page), timeout=5_000)
    assert window.findChildren(ActionFinder) == []


def test_where_no_action_is_called_so_it_says_that(opened: Opened) -> None:
    found = palette(opened(demo=True))
    assert not found.nothing.isVisible()
    found.field.setText("qqqq")
    assert listed(found) == []
    assert found.nothing.isVisible()
    assert "No action is called that" in found.nothing.text()


def test_enter_while_an_input_method_composes_does_nothing_else(opened: Opened) -> None:
    window = opened("ja", demo=True)
    found = palette(window)
    QApplication.sendEvent(found.field, QInputMethodEvent("きげん", []))
    assert found.isVisible()
    event = QInputMethodEvent()
    event.setCommitString("期限")
    QApplication.sendEvent(found.field, event)
    assert found.isVisible()
    assert found.field.text() == "期限"
    assert len(listed(found)) == 1


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_guide_holds_every_clause_and_the_keys_and_goes_to_paper(opened: Opened, tmp_path: Path, lang: str) -> None:
    window = opened(lang)
    window.show_guide("terms")
    guide = window.findChildren(HelpDialog)[-1]
    told = guide.texts["terms"].toPlainText()
    assert [name for name in terms().clause if name not in told] == []
    assert "Ctrl+K" in guide.texts["keys"].toPlainText()
    assert len(guide.texts["guide"].toPlainText()) > 500
    file = tmp_path / "help.pdf"
    guide.write(str(file))
    assert file.read_bytes().startswith(b"%PDF")


def test_letters_grow_and_shrink_and_stay_so(opened: Opened, qtbot: QtBot) -> None:
    window = opened("ja", demo=True)
    before, height = QApplication.font().pointSizeF(), window.points.table.rowHeight(0)
    with qtbot.waitSignal(window.desk.restyled):
        for _step in range(4):
            window.menus.actions["larger"].trigger()
    assert QApplication.font().pointSizeF() > before * 1.3
    assert window.points.table.font().pointSizeF() > before * 1.3
    assert window.open_button.font().pointSizeF() > before * 1.3
    assert window.points.table.rowHeight(0) >= height
    again = opened("ja", demo=True)
    assert QApplication.font().pointSizeF() > before * 1.3
    with qtbot.waitSignal(again.desk.restyled):
        again.menus.actions["natural"].trigger()
    assert QApplication.font().pointSizeF() == before


def test_the_help_is_searched_through_all_its_pages_and_round_again(opened: Opened) -> None:
    window = opened("ja", demo=True)
    window.show_guide("guide")
    dialog = window.findChildren(HelpDialog)[-1]
    search = dialog.search
    assert not search.next.isEnabled()
    search.line.setText("S-24")
    QTest.keyClick(search.line, Qt.Key.Key_Return)
    assert dialog.tabs.currentIndex() == list(dialog.texts).index("terms")
    marked = dialog.texts["terms"].textCursor()
    assert marked.selectedText() == "S-24"
    places = set[int]()
    for _turn in range(200):
        search.next.click()
        shown = list(dialog.texts.values())[dialog.tabs.currentIndex()].textCursor()
        assert shown.selectedText() == "S-24"
        place = dialog.tabs.currentIndex() * 10_000_000 + shown.position()
        if place in places:
            break
        places.add(place)
    else:
        raise AssertionError("it never comes round")
    search.line.setText("そんな言葉はない")
    search.next.click()
    assert search.said.text() == "見つかりません"
    search.line.setText("")
    assert search.said.text() == ""
