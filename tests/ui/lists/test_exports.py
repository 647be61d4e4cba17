"""Exports of what is on the screen: filter, order and columns as shown, in every form, written beside the window."""

import time
from itertools import pairwise
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QTableView
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook

from sellerdesk.ui.lists.lost_cells_dialog import LostCellsDialog
from sellerdesk.ui.paper.table_paper import filled, page_starts
from sellerdesk.ui.shell.main_window import MainWindow
from tests.made_shop import make
from tests.ui.conftest import Opened

LONG = 60_000
ODD = "𠮷野家の手袋"


@pytest.fixture
def window(opened: Opened, tmp_path: Path) -> MainWindow:
    """A window with a shop, one of whose names cp932 cannot hold."""
    shop = make(tmp_path / "shop", times=4, seed=5)
    report = shop.folder / "listings.txt"
    lines = report.read_text("cp932").split("\n")
    cells = lines[1].split("\t")
    cells[lines[0].split("\t").index("商品名")] = ODD
    report.write_text("\n".join([lines[0], "\t".join(cells), *lines[2:]]), encoding="utf-8")
    window = opened(lang="ja", reports=[report])
    window.show_page("points")
    return window


def export(window: MainWindow, qtbot: QtBot, file: Path, encoding: str = "utf-8", view: QTableView | None = None) -> None:
    """Export the table in sight and wait for it."""
    with qtbot.waitSignal(window.desk.said, timeout=LONG):
        window.exporting.write(view or window.points.table, file, encoding)


def sheet(file: Path) -> list[list[object]]:
    """The rows of a workbook."""
    return [list(row) for row in CalamineWorkbook.from_path(file).get_sheet_by_index(0).to_python()]


def test_a_workbook_has_what_is_shown(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    table, model = window.points.table, window.points.model
    window.points.chips.buttons[0].click()
    price = next(number for number, column in enumerate(model.columns) if column.name == "price")
    table.sortByColumn(price, Qt.SortOrder.DescendingOrder)
    table.horizontalHeader().moveSection(price, 0)
    hidden = next(number for number, column in enumerate(model.columns) if column.name == "title")
    table.setColumnHidden(hidden, True)  # noqa: FBT003 (Qt's signature)
    export(window, qtbot, tmp_path / "shown.xlsx")
    head, *rows = sheet(tmp_path / "shown.xlsx")
    assert head[0] == "価格"
    assert "商品名" not in head
    assert 0 < len(rows) == len(model.shown) < len(model.rows)
    assert [row[0] for row in rows] == [float(model.row(line).price) for line in range(len(rows))]
    assert [row[head.index("出品者SKU")] for row in rows] == [model.row(line).sku for line in range(len(rows))]


def test_a_pdf_has_its_titles_on_every_page(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    export(window, qtbot, tmp_path / "shown.pdf")
    pages = [page.extract_text().replace("\n", "").replace(" ", "") for page in PdfReader(tmp_path / "shown.pdf").pages]
    assert len(pages) > 1
    for number, text in enumerate(pages, start=1):
        assert "出品者SKU" in text
        assert f"{number}/{len(pages)}" in text
    found = "".join(pages)
    assert all(window.points.model.row(line).sku in found for line in range(len(window.points.model.shown)))
    assert "野家の手袋" in found


def test_cells_that_cp932_lacks_are_listed(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    export(window, qtbot, tmp_path / "shown.csv", "cp932")
    rows = (tmp_path / "shown.csv").read_text("cp932").splitlines()
    assert len(rows) == 1 + len(window.points.model.shown)
    listed = window.findChildren(LostCellsDialog)[0].table
    assert [listed.model().index(line, 2).data() for line in range(listed.rowCount())] == [ODD]


def test_every_list_of_the_window_can_be_exported(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    told = []
    window.desk.said.connect(lambda words, kind: told.append((kind, words)))
    for name in ("points", "sfp", "tariffs"):
        window.show_page(name)
        view = window.listed()
        assert view is not None
        assert len(window.exporting.menu(view).actions()) == 4
        with qtbot.waitSignal(window.desk.said, timeout=LONG):
            window.exporting.write(view, tmp_path / f"{name}.xlsx")
        assert told[-1][0] == "ok", told
        head, *rows = sheet(tmp_path / f"{name}.xlsx")
        assert len(rows) == view.model().rowCount() > 0
        assert all(head)
    window.show_page("returns")
    window.menus.actions["export"].trigger()
    assert told[-1] == ("check", "このページには、書き出せる一覧がありません。")


def test_the_menu_asks_for_a_name_and_its_form(window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path / "offers"), "CSV・UTF-8 (*.csv)"))
    with qtbot.waitSignal(window.desk.said, timeout=LONG):
        window.menus.actions["export"].trigger()
    assert (tmp_path / "offers.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_a_failure_is_a_sentence(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    told = []
    window.desk.said.connect(lambda words, kind: told.append((kind, words)))
    export(window, qtbot, tmp_path / "nowhere" / "x.xlsx")
    assert told[-1][0] == "breach"
    assert "x.xlsx" in told[-1][1]


def test_copied_rows_compute_nothing_and_the_window_goes_on(window: MainWindow, qtbot: QtBot) -> None:
    rows = [row._replace(title="=1+1\tb", place=place) for place, row in enumerate(window.points.model.rows * 60)]
    window.points.model.load(rows)
    beats, timer = [time.monotonic()], QTimer()
    timer.timeout.connect(lambda: beats.append(time.monotonic()))
    timer.start(5)
    with qtbot.waitSignal(window.desk.said, timeout=LONG):
        window.exporting.copy(window.points.table)
    head, *lines = QApplication.clipboard().text().split("\n")
    assert len(lines) == len(window.points.model.shown)
    title = head.split("\t").index("商品名")
    assert lines[0].split("\t")[title] == "'=1+1 b"
    assert max(after - before for before, after in pairwise(beats)) < 0.5


@given(st.lists(st.integers(1, 30), max_size=200), st.integers(60, 120))
def test_a_list_takes_as_few_pages_as_it_can_and_does_not_end_with_a_stub(heights: list[int], room: int) -> None:
    starts = page_starts(heights, room)
    sizes = [sum(heights[first:end]) for first, end in pairwise([*starts, len(heights)])]
    assert max(sizes) <= room
    assert len(starts) == len(filled(heights, room))
    if len(starts) > 1 and set(heights) == {heights[0]}:
        assert max(sizes) - sizes[-1] <= heights[0] * len(starts), "equal rows are shared out evenly"


def test_what_goes_out_of_the_demo_shop_names_it(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(lang="ja", demo=True)
    window.printing.write(tmp_path / "report.pdf")
    qtbot.waitUntil((tmp_path / "report.pdf").exists, timeout=LONG)
    qtbot.waitUntil(lambda: not window.desk.child.running, timeout=LONG)
    first = "".join(PdfReader(tmp_path / "report.pdf").pages[0].extract_text().split())
    assert "体験用ショップ" in first
    window.returned.write("claim-pack", tmp_path / "claims.xlsx")
    qtbot.waitUntil((tmp_path / "claims.xlsx").exists, timeout=LONG)
    with ZipFile(tmp_path / "claims.xlsx") as packed:
        assert "体験用ショップ" in packed.read("xl/worksheets/sheet1.xml").decode(), "it stands over every printed page"
