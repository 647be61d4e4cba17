"""A shop whose every text is HTML, a key and a turned line: the window shows all of it as text, and loads nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox
from pytestqt.qtbot import QtBot

from sellerdesk.ui.desk import edits
from sellerdesk.ui.desk.table_layout import Layout, View
from sellerdesk.ui.returns.notes import ReturnNotes
from sellerdesk.ui.returns.photos import smaller
from sellerdesk.ui.shell.main_window import MainWindow
from sellerdesk.ui.shell.pages import PAGES
from sellerdesk.ui.shop.import_dialog import ImportDialog
from sellerdesk.ui.shop.moving import move_in
from sellerdesk.ui.style import plain
from sellerdesk.workflows.returns import notes as returns_notes
from sellerdesk.writers.harmless import MARK
from tests.ui.conftest import NOW, Opened
from tests.ui.shell import plainly
from tests.ui.shell.evil_shop import KEYS, SEEN, SHORT, evil, files
from tests.ui.shell.test_audit import LONG, dialogs, rest, shown


@pytest.fixture
def window(opened: Opened, qtbot: QtBot, tmp_path: Path, bait: Path) -> MainWindow:
    """A window with such a shop."""
    window = opened()
    text = evil(bait)
    for file in files(tmp_path, text):
        with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
            window.desk.open(file)
    assert window.desk.rows
    assert window.desk.returns
    return window


def looked(root: MainWindow | QDialog, qtbot: QtBot, read: set[str], found: list[str]) -> None:
    """Look through a window once it is at rest."""
    rest(root, qtbot)
    for one in plainly.said(root):
        read.add(plainly.read(*one[1:]))
        if wrong := plainly.fault(one, KEYS):
            found.append(wrong)


def test_every_text_of_a_file_is_text(window: MainWindow, qtbot: QtBot, bait: Path, opened_files: Callable[[], bool]) -> None:
    desk, text = window.desk, evil(bait)
    read: set[str] = set()
    found: list[str] = []
    returns_notes.keep(desk.store, "249-0", text, NOW)
    returns_notes.add_photo(desk.store, "249-0", f"{SHORT}.jpg", smaller(bait) or b"", NOW)
    opened_files()  # the picture was opened to be a photo
    desk.settings.put_views("points", (View(SHORT, Layout()),))
    sku = desk.rows[0].sku
    edits.answer(desk, [sku], "ship_from", text)
    edits.decide(desk, "points.two-percent", [sku], "not-so", text)
    with qtbot.waitSignal(desk.rows_came, timeout=LONG):
        desk.load()
    for page in [page for pages in PAGES for page in pages]:
        window.show_page(page)
        table = window.listed()
        if table is not None and table.model().rowCount():
            table.selectRow(0)
            qtbot.wait(60)
        looked(window, qtbot, read, found)
    window.ask_templates()
    window.points.views.menu_made()
    looked(window, qtbot, read, found)
    for act in dialogs(window):
        act()
        for one in shown(window):
            looked(one, qtbot, read, found)
            one.close()
            QApplication.processEvents()
    for one in desk.attempt(lambda: returns_notes.photos(desk.store, "249-0")) or ():
        notes = ReturnNotes(desk, "249-0")
        qtbot.addWidget(notes)
        notes.open(*one)
        looked(notes.findChildren(QDialog)[0], qtbot, read, found)
    assert found == [], "\n".join(dict.fromkeys(found))
    mine = "\n".join(read).replace("\u200b", "")
    for what in (plain.shown(text), SEEN, SEEN.rstrip(MARK), f"{SEEN}.jpg", f"l{SEEN}.txt"):
        assert what in mine, what
    assert not opened_files()
    assert bait.read_bytes()
    assert opened_files(), "the watch works"


def test_a_sheet_of_such_titles_is_asked_about_as_text(
    opened: Opened, qtbot: QtBot, tmp_path: Path, bait: Path, opened_files: Callable[[], bool]
) -> None:
    window, text = opened(), evil(bait)
    told = '"' + text.replace('"', '""') + '"'
    file = tmp_path / f"u{SHORT}.csv"
    file.write_text(f"{told},{SHORT},b\n{told},{SHORT},{told}\n", encoding="utf-8")
    window.importing.look(file)
    qtbot.waitUntil(lambda: bool(shown(window)), timeout=LONG)
    read: set[str] = set()
    found: list[str] = []
    one = shown(window)[0]
    assert isinstance(one, ImportDialog)
    one.refused_file = tmp_path / f"{SHORT}.xlsx"
    one.restyle()
    looked(one, qtbot, read, found)
    assert found == []
    mine = "\n".join(read).replace("\u200b", "")
    assert plain.shown(text) in mine
    assert f"{SEEN}.xlsx" in mine
    assert not opened_files()


def test_a_question_and_a_wait_are_text(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    window = opened()
    listings = tmp_path / "listings.txt"
    listings.write_text("seller-sku\titem-name\tprice\tPoints\nA\tt\t1000\t0\n", encoding="utf-8")
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        window.desk.open(listings)
    read: set[str] = set()
    found: list[str] = []
    move_in(window.desk, window, tmp_path / f"{SHORT}.sellerdesk")
    box = next(one for one in window.findChildren(QMessageBox) if one.isVisible())
    looked(box, qtbot, read, found)
    box.close()
    window.exporting.file = tmp_path / f"{SHORT}.csv"
    window.exporting.show_waiting()
    assert window.exporting.waiting is not None
    looked(window.exporting.waiting, qtbot, read, found)
    window.exporting.stop()
    assert found == []
    assert any(f"{SEEN}.sellerdesk" in one for one in read)
    assert any(f"{SEEN}.csv" in one for one in read)
