"""The bar below a list: at most one filled button, the page's own job; copying, Excel and PDF are plain and everywhere."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from sellerdesk.ui.shell.main_window import MainWindow
from sellerdesk.ui.style import theme
from tests.ui.conftest import Opened
from tests.ui.shell.test_look import contrast

LONG = 60_000
JOBS = {
    "points": "修正ファイル", "sfp": "修正ファイル", "returned": "請求資料を保存(", "deadlines": "返金済みにする", "orders": "",
    "shipments": "", "payments": "請求資料を保存(",
}  # fmt: skip
"""What the filled button of each page with a list does; none where there is nothing to do for the page itself."""


def filled(window: MainWindow) -> list[str]:
    """The words of the filled buttons in sight."""
    page = window.stack.currentWidget()
    assert page is not None
    return [one.text() for one in page.findChildren(QPushButton) if one.isVisible() and one.styleSheet() == theme.primary_style()]


def demo(opened: Opened) -> MainWindow:
    """The demo shop."""
    return opened("ja", demo=True)


def test_a_page_has_at_most_one_filled_button_and_it_does_the_pages_job(opened: Opened, qtbot: QtBot) -> None:
    window = demo(opened)
    for page, job in JOBS.items():
        window.show_page(page)
        qtbot.wait(30)
        told = filled(window)
        assert len(told) == bool(job), (page, told)
        assert all(job in words for words in told), page
        bar = getattr(window, page).bar
        for button in (bar.copy, bar.workbook, bar.paper):
            assert (button.isVisible(), button.isEnabled(), button.styleSheet()) == (True, True, ""), page


def test_a_page_that_waits_for_a_report_says_that_it_is_being_read(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    window, file = opened("ja"), tmp_path / "listings.txt"
    file.write_text("seller-sku\titem-name\tprice\tPoints\nA\tt\t1000\t20\n", encoding="utf-8")
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        window.desk.open(file)
    window.show_page("shipments")
    empty = window.shipments.empty
    before = empty.title.text()
    window.desk.working.emit("shipments.csv を読み込んでいます", 3, 10)
    assert (empty.title.text(), empty.text.text()) == ("しばらくお待ちください", "shipments.csv を読み込んでいます")
    assert not empty.open.isVisible()
    window.shipments.tell_shown()
    assert empty.title.text() == "しばらくお待ちください", "told anew meanwhile"
    window.desk.working.emit("", 0, 0)
    assert empty.title.text() == "しばらくお待ちください", "its rows are still on their way"
    window.desk.rows_came.emit()
    assert empty.title.text() == before
    assert empty.open.isVisible()


def test_what_is_copied_is_said(opened: Opened, qtbot: QtBot) -> None:
    window = demo(opened)
    window.show_page("points")
    window.points.bar.copy.click()
    qtbot.waitUntil(lambda: window.notice.text.text() == "クリップボードにコピーした行: 36", timeout=LONG)
    assert window.notice.isVisible()
    window.points.table.selectRow(0)
    QTest.keyClick(window.points.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.notice.text.text() == "クリップボードにコピーした行: 1", timeout=LONG)


@pytest.mark.parametrize("page", ["orders", "shipments", "returned", "deadlines", "payments"])
def test_an_empty_page_offers_to_open_a_report(opened: Opened, qtbot: QtBot, tmp_path: Path, page: str) -> None:
    file = tmp_path / "listings.txt"
    file.write_text("seller-sku\titem-name\tprice\tPoints\nA\tt\t1000\t20\n", encoding="utf-8")
    window = opened("ja", reports=[file])
    window.show_page(page)
    qtbot.waitUntil(lambda: "レポートを開く…" in filled(window))
    there = window.stack.currentWidget()
    assert there is not None
    pressed = [one for one in there.findChildren(QPushButton) if one.styleSheet() and one.isVisible() and one.isEnabled()]
    assert [one.text() for one in pressed] == ["レポートを開く…"]
    assert not getattr(window, page).bar.copy.isEnabled()


@pytest.mark.parametrize("form", [("workbook", ".xlsx"), ("paper", ".pdf")])
def test_the_list_is_written_in_the_form_of_the_button(
    opened: Opened, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: tuple[str, str]
) -> None:
    window, asked = demo(opened), list[str]()
    button, ending = form
    out = tmp_path / f"list{ending}"

    def answer(_parent: object, _title: str, _suggested: str, kinds: str) -> tuple[str, str]:
        asked.append(kinds)
        return str(out), kinds

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    window.show_page("returned")
    getattr(window.returned.bar, button).click()
    qtbot.waitUntil(out.exists, timeout=LONG)
    assert ";;" not in asked[0]
    assert ending in asked[0]


@pytest.mark.parametrize("colours", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
def test_a_pressed_filled_button_is_a_darker_accent_that_its_words_stand_out_from(colours: dict[str, str]) -> None:
    assert colours["pressed"] not in (colours["text"], colours["accent"])
    assert contrast("on_accent", "pressed", colours) >= 7
