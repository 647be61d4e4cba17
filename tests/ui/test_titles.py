"""A shop whose every text is HTML, a key and a turned line: the window shows all of it as text, and loads nothing."""

import ctypes
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QAccessible, QImage, QPainter
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLabel, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from sellerdesk.reports.document import Document, Heading, Table, Text
from sellerdesk.reports.harmless import HARMFUL, MARK
from sellerdesk.reports.shown_table import ShownTable
from sellerdesk.ui import answers
from sellerdesk.ui.dialogs.fix_preview import FixPreview
from sellerdesk.ui.dialogs.import_preview import ImportPreview
from sellerdesk.ui.document_paper import document_pdf
from sellerdesk.ui.main_window import MainWindow
from sellerdesk.ui.models.layout import Layout, View
from sellerdesk.ui.moving import move_in
from sellerdesk.ui.pages import PAGES
from sellerdesk.ui.paper import write_pdf
from sellerdesk.ui.table_paper import table_pdf
from sellerdesk.ui.widgets import plain
from sellerdesk.ui.widgets.plain_pages import Notes, Pages, Paper
from sellerdesk.ui.widgets.return_notes import ReturnNotes, smaller
from sellerdesk.ui.widgets.sheet import sheet
from sellerdesk.workflows import return_notes
from tests.ui import plainly
from tests.ui.conftest import NOW, Opened
from tests.ui.test_audit import LONG, dialogs, rest, shown

KEYS = "R&D"
SHORT = f"<b>{KEYS}\u202e1\x1b"
"""For what may not be long: a SKU, a file's name."""
SKU = f"<b>{KEYS}\u202e1"
"""Our readers take no SKU with a control letter."""
SEEN = f"<b>{KEYS}\ufffd1\ufffd"
IN_OPEN = 0x20
"""What inotify tells of a file that was opened."""
RETURNS = (
    "Order ID\tMerchant SKU\tReturn reason\tCategory\tReturn request date\tReturn delivery date\tReturn request status"
    "\tLabel to be paid by\tLabel cost\tIs prime\tOrder Amount\tReturn quantity\tCustomer comments"
)
SHIPMENTS = "order-id,sku,carrier-name,ship-method,tracking-number,tracking-given-at,shipped-at,confirmed-at,ship-from-country,promised-by,delivered-at"
TIMES = "2020-07-30T01:00:00Z,2020-07-30T03:00:00Z,2020-07-30T12:00:00+09:00,JP,2020-07-31,2020-07-31 18:00"


@pytest.fixture
def bait(tmp_path: Path) -> Path:
    """A real picture that texts name."""
    file = tmp_path / "bait.png"
    picture = QImage(8, 8, QImage.Format.Format_RGB32)
    picture.fill(0)
    assert picture.save(str(file))
    return file


@pytest.fixture
def opened_files(bait: Path) -> Iterator[Callable[[], bool]]:
    """Whether the picture was opened by anybody, C++ or Python."""
    if sys.platform != "linux":
        pytest.skip("inotify is Linux's")
    libc = ctypes.CDLL(None)
    watch = libc.inotify_init1(os.O_NONBLOCK)
    libc.inotify_add_watch(watch, str(bait).encode(), IN_OPEN)

    def was() -> bool:
        try:
            return bool(os.read(watch, 4096))
        except BlockingIOError:
            return False

    yield was
    os.close(watch)


def evil(bait: Path) -> str:
    """A text that loads a picture, leads somewhere, is bold, is a key, turns the line and colours a terminal."""
    return f'<img src="file://{bait}"> <a href="file://{bait}">x</a> &lt;{SHORT}[31m'


def files(folder: Path, text: str) -> list[Path]:
    """Reports whose every text is such a one."""
    made = []

    def write(name: str, *lines: str) -> None:
        made.append(folder / f"{name}{SHORT}.txt")
        made[-1].write_text("\n".join(lines) + "\n", encoding="utf-8")

    head = "seller-sku\titem-name\tprice\tquantity\tPoints\tfulfillment-channel\tmerchant-shipping-group\tstatus\titem-note"
    skus = [f"{place}{SKU}" for place in range(4)]
    write(
        "l",
        head,
        *(f"{sku}\t{text}\t1000\t{place}\t{place}\tDEFAULT\t{SKU if place else text}\tActive\t{text}" for place, sku in enumerate(skus)),
        f"x{SHORT}\t{text}\t{text}\t1\t1\tDEFAULT\t{text}\t{text}\t{text}",
    )
    write(
        "r",
        RETURNS,
        *(
            f"249-{place}\t{sku}\t{text}\t{text}\t2020-07-25\t2020-07-30\tApproved\tSeller\t600\tY\t2000\t1\t{text}"
            for place, sku in enumerate(skus)
        ),
    )
    told = '"' + text.replace('"', '""') + '"'
    write("s", SHIPMENTS, *(f'250-{place},"{sku}",{told},{told},"{SHORT}",{TIMES}' for place, sku in enumerate(skus)))
    write(
        "t",
        "template,region,service,days,fee for prime,fee for others",
        f"{told},honshu,expedited,2,100,500",
        f"{told},{told},{told},1,1,1",
    )
    return made


@pytest.fixture
def window(opened: Opened, qtbot: QtBot, tmp_path: Path, bait: Path) -> MainWindow:
    """A window with such a shop."""
    window = opened()
    text = evil(bait)
    for file in files(tmp_path, text):
        with qtbot.waitSignal(window.desk.loaded, timeout=LONG):
            window.desk.open(file)
    assert window.desk.rows
    assert window.desk.returns
    return window


def looked(root: MainWindow | QDialog, qtbot: QtBot, read: set[str], found: list[str]) -> None:
    """Look through a window once it is at rest."""
    rest(root, qtbot)
    for one in plainly.said(root):
        read.add(plainly.read(one))
        if wrong := plainly.fault(one, KEYS):
            found.append(wrong)


def test_every_text_of_a_file_is_text(window: MainWindow, qtbot: QtBot, bait: Path, opened_files: Callable[[], bool]) -> None:
    desk, text = window.desk, evil(bait)
    read: set[str] = set()
    found: list[str] = []
    return_notes.keep(desk.store, "249-0", text, NOW)
    return_notes.add_photo(desk.store, "249-0", f"{SHORT}.jpg", smaller(bait) or b"", NOW)
    opened_files()  # the picture was opened to be a photo
    desk.settings.put_views("points", (View(SHORT, Layout()),))
    sku = desk.rows[0].sku
    answers.answer(desk, [sku], "ship_from", text)
    answers.decide(desk, "points.two-percent", [sku], "not-so", text)
    with qtbot.waitSignal(desk.loaded, timeout=LONG):
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
    for one in desk.attempt(lambda: return_notes.photos(desk.store, "249-0")) or ():
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
    assert isinstance(one, ImportPreview)
    one.refused_file = tmp_path / f"{SHORT}.xlsx"
    one.dress()
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
    with qtbot.waitSignal(window.desk.loaded, timeout=LONG):
        window.desk.open(listings)
    read: set[str] = set()
    found: list[str] = []
    move_in(window, tmp_path / f"{SHORT}.sellerdesk")
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
    assert plainly.read(("", "tip", made)) == plain.shown(text)


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
    with qtbot.waitSignal(window.desk.loaded, timeout=LONG):
        window.desk.open(file)
    for form, figure in (("price-file", "20"), ("points-central", "2")):
        window.points.preview(form)
        one = next(one for one in shown(window) if isinstance(one, FixPreview))
        rest(one, qtbot)
        one.copy_rows()
        assert QApplication.clipboard().text().split("\n") == [f"'=1+1\t{figure}", f"A-1\t{figure}"]
        assert QApplication.clipboard().mimeData().formats() == ["text/plain"]
        one.close()
        QApplication.processEvents()


def test_a_small_table_is_copied_letter_for_letter(opened: Opened) -> None:
    window = opened()
    table = sheet(1, 2)
    table.setHorizontalHeaderLabels(["a", "b"])
    for place, text in enumerate((SHORT, "plain")):
        table.setItem(0, place, plain.cell(text))
    window.exporting.copy(table)
    assert QApplication.clipboard().text() == f"a\tb\n{SHORT}\tplain"
    table.deleteLater()
