"""The account report on paper: what a reader finds in it, page numbers, and the preview."""

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewWidget
from pytestqt.qtbot import QtBot

from sellerdesk.reports.document import Document, Heading, Table, Text
from sellerdesk.ui.paper.document_paper import document_pdf, draw
from tests.conftest import Desk
from tests.ui.conftest import Opened

LONG = 30_000


def pages(data: bytes) -> list[str]:
    """The letters of every page, without the blanks: this reader guesses at lines where letters are drawn one by one."""
    return ["".join(page.extract_text().split()) for page in PdfReader(BytesIO(data)).pages]


@pytest.mark.parametrize(("lang", "title", "clause"), [("ja", "お店の報告書", "根拠"), ("en", "Accountreport", "clausesbehind")])
def test_the_account_report_holds_verdicts_lists_clauses_and_readings(
    desk: Desk, tmp_path: Path, lang: str, title: str, clause: str
) -> None:
    desk("import", "--demo", "--judge", "--as-of", "2020-08-03")
    file = tmp_path / "report.pdf"
    assert desk("--lang", lang, "export", "account-report", "--as-of", "2020-08-03", "--out", file).status == 0
    told = pages(file.read_bytes())
    assert title in told[0]
    assert f"1/{len(told)}" in told[0]
    assert f"{len(told)}/{len(told)}" in told[-1]
    whole = "".join(told)
    for words in ("TWL-002", "P2-02", "S-33", "AMB-13", clause, "2022"):
        assert words in whole, words


def test_nothing_saved_is_one_sentence(desk: Desk, tmp_path: Path) -> None:
    answer = desk("export", "account-report", "--out", tmp_path / "report.pdf")
    assert answer.status == 2
    assert not (tmp_path / "report.pdf").exists()


def test_a_long_table_repeats_its_titles_and_every_row_is_there(opened: Opened) -> None:
    opened()
    rows = [[f"SKU-{number:04}", "手ぬぐい 麻の葉", f"{number:,}"] for number in range(200)]
    document = Document("試験", "note", [Heading("一覧", 1), Table(["番号の列", "名前", "数"], rows, [2]), Text("おわり")])
    told = pages(document_pdf(document))
    assert len(told) > 2
    assert all("番号の列" in page for page in told if "SKU-" in page)
    whole = "".join(told)
    assert [row[0] for row in rows if row[0] not in whole] == []
    assert "手ぬぐい" in whole


def test_the_preview_shows_the_pages(opened: Opened, qtbot: QtBot) -> None:
    window = opened("ja")
    with qtbot.waitSignal(window.desk.loaded, timeout=LONG):
        window.choices.demo.click()
    window.printing.preview()
    qtbot.waitUntil(lambda: window.printing.shown is not None, timeout=LONG)
    assert window.printing.shown is not None
    inside = window.printing.shown.findChild(QPrintPreviewWidget)
    assert inside is not None
    qtbot.waitUntil(lambda: inside.pageCount() >= 4, timeout=LONG)
    window.printing.shown.close()


def test_a_printer_gets_as_many_pages(opened: Opened, tmp_path: Path) -> None:
    opened()
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    assert draw(Document("t", "n", [Text("a"), Heading("b", 1), Text("c")]), printer) == 2
    assert len(PdfReader(tmp_path / "out.pdf").pages) == 2
