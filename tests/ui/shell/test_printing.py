"""The account report on paper: what a reader finds in it, page numbers, and the preview."""

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewWidget
from pytestqt.qtbot import QtBot

from sellerdesk.ui.paper.document_paper import body, document_pdf, draw
from sellerdesk.ui.style import theme
from sellerdesk.writers.document import Document, Heading, Table, Text
from sellerdesk.writers.verdict_cells import COLOURS
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
    assert {"ja": "配送パターン:3", "en": "Shippingtemplates:3"}[lang] in whole, "places that break the terms are a list of their own"
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
    window = opened("ja", demo=True)
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
    assert draw(Document("t", "n", [*[Text("a")] * 40, Heading("b", 1), Text("c")]), printer) == 2
    assert len(PdfReader(tmp_path / "out.pdf").pages) == 2


def test_a_part_begins_where_room_is_left_and_no_heading_stands_alone(opened: Opened) -> None:
    opened()
    short = Table(["番号", "額", "理由"], [[f"SKU-{number}", "1,000", "足りない"] for number in range(5)], [1])
    assert len(pages(document_pdf(Document("t", "n", [Text("a"), Heading("第二部", 1), short])))) == 1
    for lines in range(30, 50):
        told = pages(document_pdf(Document("t", "n", [*[Text("a")] * lines, Heading("見出し"), short], "青空商店")))
        assert all("青空商店" in page for page in told)
        with_heading = next(page for page in told if "見出し" in page)
        assert "番号" in with_heading, lines
        assert "SKU-4" in with_heading, lines


def test_verdicts_have_their_colour_on_paper_and_figures_keep_their_distance(opened: Opened) -> None:
    opened()
    made = body(Document("t", "n", [Table(["判定", "額", "理由"], [["要修正", "1", "要確認"]], [1]), Text("b", outcome="check")]))
    assert f"color='{COLOURS['breach']}'><b>要修正" in made
    assert "padding-left" in made[: made.index("要確認")]
    assert f"color:{COLOURS['check']}'>b" in made
    assert made.count(COLOURS["check"]) == 1


def test_the_colours_of_paper_are_those_of_the_light_window() -> None:
    assert {name: theme.LIGHT[name] for name in COLOURS} == COLOURS
