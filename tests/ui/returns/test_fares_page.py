"""The page of fares: two carriers side by side, zones folded, one's own prefecture first, the contract beside the list."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from pytestqt.qtbot import QtBot

from sellerdesk.ui.desk import edits
from sellerdesk.ui.returns.fares_page import FaresPage
from tests.ui.conftest import Opened

LONG = 30_000


@pytest.fixture
def page(opened: Opened) -> FaresPage:
    """The page over the demo shop, on 24 September 2026."""
    window = opened("ja", as_of=date(2026, 9, 24), demo=True)
    window.resize(1366, 768)
    window.show_page("tariffs")
    return window.tariffs


def text(page: FaresPage, line: int, column: int) -> str:
    """What a cell says."""
    cell = page.table.item(line, column)
    assert cell is not None
    return cell.text()


def test_ones_own_prefecture_is_first_and_zones_are_folded(page: FaresPage) -> None:
    assert text(page, 0, 0) == "東京都(例)", "nobody told where the shop is"
    assert edits.tell_account(page.desk, {"ships_from": "東京都"})
    assert text(page, 0, 0) == "東京都(お店の県)"
    assert page.table.rowCount() < 20, "47 prefectures are a few zones"
    assert sum(len(zone.places) for zone in page.zones) == 47
    head = page.table.horizontalHeaderItem(1)
    assert head is not None
    assert "60サイズ" in head.text()
    line = next(line for line, (place, _head) in enumerate(page.lines) if len(next(z for z in page.zones if place in z.places).places) > 2)
    before = page.table.rowCount()
    page.table.cellClicked.emit(line, 0)
    assert page.table.rowCount() > before + 2
    page.table.cellClicked.emit(line, 0)
    assert page.table.rowCount() == before


def test_the_cheaper_of_both_is_bold_and_a_cell_tells_both(page: FaresPage) -> None:
    sizes = page.sizes()
    column = {which: sizes.index((which, 80)) + 1 for which in (0, 1)}
    figures = {which: int(text(page, 0, there).replace(",", "")) for which, there in column.items()}
    bold = {}
    for which, there in column.items():
        cell = page.table.item(0, there)
        assert cell is not None
        bold[which] = cell.font().weight() > QFont.Weight.Normal
    assert bold[min(figures, key=lambda which: figures[which])]
    assert not all(bold.values())
    page.table.setCurrentCell(0, column[0])
    assert "定価" in page.detail.text()
    assert "お店の契約運賃 なし" in page.detail.text()
    assert page.methods[1].currentText() in page.detail.text()


def test_the_difference_to_the_own_contract_is_signed(page: FaresPage, qtbot: QtBot) -> None:
    page.view.setCurrentIndex(2)
    column = page.sizes().index((0, 80)) + 1
    assert text(page, 0, column) == "–", "without a contract there is no difference, and no 0"
    page.view.setCurrentIndex(0)
    listed = int(text(page, 0, column).replace(",", ""))
    terms = {"method": str(page.methods[0].currentData()), "yen": str(listed - 100), "from": "2020-01-01", "size": "80"}
    assert edits.add_fare(page.desk, terms)
    page.view.setCurrentIndex(2)
    assert text(page, 0, column) == "−100"
    page.table.setCurrentCell(0, column)
    assert "定価より100円安い" in page.detail.text()
    page.large.setChecked(True)
    qtbot.waitUntil(lambda: page.table.columnCount() > column + 6)


def test_zones_are_sorted_by_what_a_size_costs(page: FaresPage) -> None:
    north = [place for place, _head in page.lines]
    page.table.horizontalHeader().setSortIndicator(1, Qt.SortOrder.DescendingOrder)
    figures = [int(text(page, line, 1).replace(",", "")) for line in range(page.table.rowCount())]
    assert figures == sorted(figures, reverse=True)
    assert page.table.horizontalHeader().sortIndicatorSection() == 1
    page.table.horizontalHeader().setSortIndicator(0, Qt.SortOrder.AscendingOrder)
    assert [place for place, _head in page.lines] == north


def test_all_sizes_of_both_carriers_are_in_sight_in_the_smallest_window(page: FaresPage, qtbot: QtBot) -> None:
    page.window().resize(1180, 700)
    qtbot.waitUntil(lambda: page.width() <= 1180, timeout=5_000)
    qtbot.waitUntil(lambda: page.table.horizontalScrollBar().maximum() == 0, timeout=5_000)
    metrics = page.table.horizontalHeader().fontMetrics()
    for column in range(1, page.table.columnCount()):
        head = page.table.horizontalHeaderItem(column)
        assert head is not None
        widest = max(map(metrics.horizontalAdvance, head.text().split("\n")))
        assert page.table.columnWidth(column) >= widest + 16, head.text()


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_every_fare_is_read_whole(opened: Opened, lang: str) -> None:
    window = opened(lang, as_of=date(2026, 9, 24), demo=True)
    window.resize(1366, 768)
    window.show_page("tariffs")
    table = window.tariffs.table
    for column in range(1, table.columnCount()):
        needed = max(table.sizeHintForIndex(table.model().index(line, column)).width() for line in range(table.rowCount()))
        assert table.columnWidth(column) >= needed, column
