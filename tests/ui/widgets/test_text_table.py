"""The table of texts: a press on a title sorts figures by size, and Ctrl+C copies whole rows, formulas as texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableWidget, QTableWidgetItem
from pytestqt.qtbot import QtBot

from sellerdesk.ui.style import theme
from sellerdesk.ui.widgets.text_table import TextTable, sort_key, text_of

ROWS = [("b", "1,200", "x"), ("a", "−30", "=1+1"), ("d", "–", "z"), ("c", "90", "y")]


@pytest.fixture
def table(qtbot: QtBot) -> TextTable:
    """Four rows, of which one has no figure."""
    made = TextTable(3)
    qtbot.addWidget(made)
    made.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
    made.title(("Name", "Yen", "Note"))
    made.fill(ROWS, figures=(1,))
    made.sort_on_press()
    made.show()
    return made


def names(table: TextTable) -> str:
    """The first column from top to bottom."""
    return "".join(text_of(table.item(line, 0)) for line in range(table.rowCount()))


def press(table: TextTable, place: int) -> None:
    """Press a title."""
    header = table.horizontalHeader()
    middle = header.sectionViewportPosition(place) + header.sectionSize(place) // 2
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=header.rect().center().__class__(middle, header.height() // 2))


def test_a_press_on_a_title_sorts_figures_by_size_and_what_is_not_known_stays_last(table: TextTable) -> None:
    assert names(table) == "badc"
    press(table, 1)
    assert names(table) == "acbd"
    press(table, 1)
    assert names(table) == "bcad"
    press(table, 0)
    assert names(table) == "abcd"
    assert table.item(0, 1) is not None


def test_a_copy_holds_the_chosen_rows_or_all_and_no_formula(table: TextTable) -> None:
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert len(QApplication.clipboard().text().splitlines()) == len(ROWS)
    table.selectRow(1)
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    cells = QApplication.clipboard().text().split("\t")
    assert cells[0] == "a"
    assert not cells[2].startswith("=")


@given(st.lists(st.integers(-(10**9), 10**9), min_size=1))
def test_figures_sort_as_numbers_do(figures: list[int]) -> None:
    texts = [f"{figure:,}".replace("-", "−") for figure in figures]
    told = sorted(texts, key=lambda text: sort_key(text) or (0, 0.0, ""))
    assert told == [f"{figure:,}".replace("-", "−") for figure in sorted(figures)]


@pytest.mark.parametrize(("choice", "steps"), [("light", 0), ("dark", 0), ("light", 4)])
def test_a_click_anywhere_in_a_cell_with_a_tick_turns_it_once(table: TextTable, choice: str, steps: int) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    theme.wear(application, choice)
    theme.enlarge(application, steps)
    try:
        cell = table.item(0, 0)
        assert cell is not None
        cell.setCheckState(Qt.CheckState.Checked)
        table.fit()
        place = table.visualItemRect(cell)
        drawn = ticked_pixels(table, cell)
        for x in (drawn.left(), drawn.center().x(), drawn.right(), place.left() + 1, place.right() - 1):
            before = cell.checkState()
            QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, drawn.center().y()))
            assert cell.checkState() != before, f"{x - place.left()} pixels from the left of the cell"
        other = table.item(0, 1)
        assert other is not None
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualItemRect(other).center())
        assert other.data(Qt.ItemDataRole.CheckStateRole) is None
        assert cell.checkState() == Qt.CheckState.Unchecked, "five clicks, and one beside it that turns nothing"
    finally:
        theme.enlarge(application, 0)
        theme.wear(application, "light")


def ticked_pixels(table: TextTable, cell: QTableWidgetItem) -> QRect:
    """Where the tick of a cell is drawn: what of the cell looks otherwise without it."""
    with_tick = table.viewport().grab(table.visualItemRect(cell)).toImage()
    cell.setCheckState(Qt.CheckState.Unchecked)
    without = table.viewport().grab(table.visualItemRect(cell)).toImage()
    cell.setCheckState(Qt.CheckState.Checked)
    sizes = range(with_tick.height()), range(with_tick.width())
    other = [QPoint(x, y) for y in sizes[0] for x in sizes[1] if with_tick.pixel(x, y) != without.pixel(x, y)]
    assert other, "the tick is seen"
    corners = (
        min(each.x() for each in other),
        min(each.y() for each in other),
        max(each.x() for each in other),
        max(each.y() for each in other),
    )
    return QRect(QPoint(*corners[:2]), QPoint(*corners[2:])).translated(table.visualItemRect(cell).topLeft())
