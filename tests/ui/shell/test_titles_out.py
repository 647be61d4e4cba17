"""Texts of files that leave the window, or come into it another way: paper, photos, clipboards, notes, tooltips."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QAccessible, QImage, QPainter
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from sellerdesk.ui.paper.document_paper import document_pdf
from sellerdesk.ui.paper.pdf import write_pdf
from sellerdesk.ui.paper.table_paper import table_pdf
from sellerdesk.ui.points.points_file_dialog import PointsFileDialog
from sellerdesk.ui.returns.photos import smaller
from sellerdesk.ui.style import plain
from sellerdesk.ui.style.plain_pages import Notes, Pages, Paper
from sellerdesk.ui.widgets.text_table import TextTable
from sellerdesk.writers.document import Document, Heading, Table, Text
from sellerdesk.writers.harmless import HARMFUL
from sellerdesk.writers.shown_table import ShownTable
from tests.ui.conftest import Opened
from tests.ui.shell import plainly
from tests.ui.shell.evil_shop import SEEN, SHORT, evil
from tests.ui.shell.test_audit import LONG, rest, shown


@pytest.mark.parametrize("name", ["x.jpg", "x.svg", "x"])
def test_a_drawing_that_names_a_file_is_no_photo(bait: Path, tmp_path: Path, opened_files: Callable[[], bool], name: str) -> None:
    file = tmp_path / name
    xml = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    for way in (str(bait), bait.name, f"file://{bait}"):
        file.write_text(f'<svg {xml} width="9" height="9"><image width="9" height="9" xlink:href="{way}"/></svg>', encoding="utf-8")
        assert smaller(file) is None
    assert not opened_files()
    assert smaller(bait)


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes there")
def test_a_pipe_is_no_photo(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "x.jpg")
    assert smaller(tmp_path / "x.jpg") is None
    assert smaller(tmp_path) is None


def test_what_is_pasted_into_a_note_is_text(qtbot: QtBot, bait: Path, opened_files: Callable[[], bool]) -> None:
    field = Notes(SHORT)
    qtbot.addWidget(field)
    assert field.toPlainText() == SEEN
    data = QMimeData()
    data.setHtml(f"<img src='file://{bait}'><b>bold</b>")
    data.setText(f"{evil(bait)}\n2")
    field.selectAll()
    field.insertFromMimeData(data)
    assert field.toPlainText() == f"{plain.shown(evil(bait))}\n2"
    assert not opened_files()


@pytest.mark.parametrize("text", ["<b>a</b>", "&lt;b&gt;", "a<i", "<?xml?>", "R&D &amp; <", "a  b\n<u>", "A & B", "a&lt;\u202eb"])
def test_a_tooltip_says_its_text(text: str) -> None:
    made = plain.tip(text)
    assert plainly.read("tip", made) == plain.shown(text)


def test_a_title_keeps_its_star_and_a_cell_its_letters(qtbot: QtBot) -> None:
    window = QLabel()
    qtbot.addWidget(window)
    plain.set_title(window, f"a[*]{SHORT}")
    assert window.windowTitle() == f"a[*][*]{SEEN}"
    assert plain.cell(SHORT).text() == SEEN
    assert plain.cell(SHORT).data(plain.AS_READ) == SHORT
    assert plain.file_name("../a:b\u202etxt\x1b.") == "_a_b_txt_"


@pytest.mark.parametrize("editable", [False, True])
def test_a_choice_gives_the_name_of_the_file_not_the_one_shown(qtbot: QtBot, editable: bool) -> None:  # noqa: FBT001 (a case)
    box = QComboBox()
    qtbot.addWidget(box)
    box.setEditable(editable)
    plain.offer(box, "plain", SHORT, SHORT.replace("\x1b", "\x1c"))
    for place, name in enumerate(("plain", SHORT, SHORT.replace("\x1b", "\x1c"))):
        box.setCurrentIndex(place)
        assert plain.chosen(box) == name
    if editable:
        box.setEditText("typed")
        assert plain.chosen(box) == "typed"
        box.setEditText("plain")
        assert plain.chosen(box) == "plain"


def test_a_screen_reader_has_the_words_of_a_tooltip(qtbot: QtBot) -> None:
    button = QPushButton("b")
    qtbot.addWidget(button)
    for text in (SHORT, "plain words"):
        plain.set_tip(button, text)
        said = QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Description)
        assert said == plain.shown(text)


def test_paper_and_help_load_nothing(qtbot: QtBot, bait: Path, opened_files: Callable[[], bool]) -> None:
    html = f"<img src='{bait}'><img src='file://{bait}'>"
    paper, pages = Paper(), Pages()
    qtbot.addWidget(pages)
    paper.setHtml(html)
    pages.setHtml(html)
    pages.show()
    image = QImage(200, 200, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paper.drawContents(painter)
    painter.end()
    pages.render(image)
    pages.setSource(QUrl.fromLocalFile(str(bait)))
    assert not opened_files()


@pytest.mark.parametrize("form", ["table", "document", "lines"])
def test_paper_says_the_text(qtbot: QtBot, tmp_path: Path, bait: Path, opened_files: Callable[[], bool], form: str) -> None:  # noqa: ARG001 (Qt runs)
    text, file = evil(bait), tmp_path / "x.pdf"
    if form == "table":
        file.write_bytes(
            table_pdf(ShownTable(text, SHORT, [SHORT, "b"], [False, True], [[text, "1"], [SHORT, text]]), lambda _done, _of: None)
        )
    elif form == "document":
        file.write_bytes(document_pdf(Document(text, SHORT, [Heading(text), Text(text, strong=True), Table([SHORT], [[text]])])))
    else:
        assert write_pdf(file, text, [text, f"  {SHORT}"])
    pages = PdfReader(file).pages
    told = "".join("".join(page.extract_text().split()) for page in pages)
    assert f'<imgsrc="file://{bait}">' in told
    assert "&lt;<b>R&D" in told
    assert not HARMFUL.search(told)
    assert not any(page.images for page in pages)
    assert not any(page["/Annots"].get_object() for page in pages if "/Annots" in page)
    assert not opened_files()


def test_the_rows_of_a_fix_file_are_copied_as_text(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    window, file = opened(), tmp_path / "l.txt"
    file.write_text("seller-sku\titem-name\tprice\tPoints\n=1+1\tt\t1000\t0\nA-1\tt\t1000\t0\n", encoding="utf-8")
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        window.desk.open(file)
    for form, figure in (("price-file", "20"), ("points-central", "2")):
        window.points.preview(form)
        one = next(one for one in shown(window) if isinstance(one, PointsFileDialog))
        rest(one, qtbot)
        one.copy_rows()
        assert QApplication.clipboard().text().split("\n") == [f"'=1+1\t{figure}", f"A-1\t{figure}"]
        assert QApplication.clipboard().mimeData().formats() == ["text/plain"]
        one.close()
        QApplication.processEvents()


def test_a_small_table_is_copied_letter_for_letter(opened: Opened) -> None:
    window = opened()
    table = TextTable(2)
    table.setHorizontalHeaderLabels(["a", "b"])
    table.fill([(SHORT, "plain")])
    window.exporting.copy(table)
    assert QApplication.clipboard().text() == f"a\tb\n{SHORT}\tplain"
    table.deleteLater()
