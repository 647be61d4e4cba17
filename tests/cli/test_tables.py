"""Tables that go out: no spreadsheet computes or changes what is in them, our own readers get back what was there, and a PDF is searchable."""

import csv
import io
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from tests.conftest import Desk

SKUS = ("=1+1", "+81-3", "-5", "@sum", "0012", "1E5", "12-3", "'quoted", "A-1", "㈱-1", "＝２", "𠮷-1", "100%", "TRUE", "令和2")
TITLES = ("手数料の本", "⼿で民食を日本一高い土地に", '=HYPERLINK("http://x")', 'a,b"c', "3個セット", "〜波〜", "①é—", "ﾊﾝｶｸ", *["靴"] * 7)
HEAD = ("出品者SKU", "商品名", "価格", "ポイント", "フルフィルメント・チャンネル", "ステータス")


@pytest.fixture
def filled(desk: Desk, tmp_path: Path) -> Desk:
    """A shop whose SKUs and titles look like something else."""
    rows = [
        (sku, title, str(1000 + number), "20", "DEFAULT", "Active") for number, (sku, title) in enumerate(zip(SKUS, TITLES, strict=True))
    ]
    file = tmp_path / "listings.txt"
    file.write_text("".join("\t".join(row) + "\r\n" for row in (HEAD, *rows)), encoding="utf-8")
    assert desk("import", file).status == 0
    return desk


def catalogue(desk: Desk) -> list[tuple[object, ...]]:
    """The saved offers."""
    return [
        tuple(one[name] for name in ("sku", "title", "price", "points", "channel", "status"))
        for one in desk("offers", "--json").json["offers"]
    ]


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
def test_what_goes_out_comes_back(filled: Desk, tmp_path: Path, ending: str, lang: str) -> None:
    out = tmp_path / f"out{ending}"
    before = catalogue(filled)
    assert filled("export", "offers", "--out", out, lang=lang).status == 0
    done = filled("--shop", "second", "import", out)
    assert (done.status, done.err) == (0, "")
    again = filled("--shop", "second", "offers", "--json").json["offers"]
    assert [tuple(one[name] for name in ("sku", "title", "price", "points", "channel", "status")) for one in again] == before


def test_cells_of_a_workbook_are_what_they_are(filled: Desk, tmp_path: Path) -> None:
    out = tmp_path / "out.xlsx"
    filled("export", "offers", "--out", out, lang="ja")
    book = CalamineWorkbook.from_path(out)
    head, *rows = book.get_sheet_by_index(0).to_python()
    assert [row[0] for row in rows] == list(SKUS)
    assert [row[head.index("価格")] for row in rows] == [1000 + number for number in range(len(SKUS))]
    assert all(isinstance(row[head.index("価格")], float) for row in rows)
    assert all(row[head.index("数量")] == "" for row in rows), "what is not known is blank, not 0"


def test_a_workbook_can_be_filtered_and_prints_on_one_page_with_the_shops_name(desk: Desk, tmp_path: Path) -> None:
    out = tmp_path / "out.xlsx"
    desk("--shop", "青空 & 海", "import", "--demo")
    assert desk("--shop", "青空 & 海", "export", "findings", "--as-of", "2026-09-24", "--out", out).status == 0
    with zipfile.ZipFile(out) as book:
        page, looks, names = (book.read(f"xl/{name}.xml").decode() for name in ("worksheets/sheet1", "styles", "workbook"))
    count = len(CalamineWorkbook.from_path(out).get_sheet_by_index(0).to_python())
    assert f'<autoFilter ref="A1:G{count}"' in page
    assert 'state="frozen"' in page
    assert 'orientation="landscape"' in page
    assert 'fitToHeight="0"' in page
    assert "_xlnm.Print_Titles" in names
    assert "&amp;L青空 &amp;&amp; 海" in page
    assert "2026-09-24" in page[page.index("<headerFooter") :]
    for look in ('<name val="Yu Gothic"/>', 'rgb="FFDDE5EE"', 'rgb="FFB3261E"', 'wrapText="1"'):
        assert look in looks, look


def test_a_sum_stays_below_a_filter(desk: Desk, tmp_path: Path) -> None:
    out = tmp_path / "out.xlsx"
    desk("import", "--demo", "--as-of", "2026-09-24")
    assert desk("export", "returns", "--as-of", "2026-09-24", "--out", out).status == 0
    rows = CalamineWorkbook.from_path(out).get_sheet_by_index(1).to_python()
    with zipfile.ZipFile(out) as book:
        page = book.read("xl/worksheets/sheet2.xml").decode()
    assert f'<autoFilter ref="A1:D{len(rows) - 1}"' in page


def test_no_cell_of_a_csv_is_a_formula_a_date_or_a_number_in_disguise(filled: Desk, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    filled("export", "offers", "--out", out, lang="ja")
    assert out.read_bytes().startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(out.read_text("utf-8-sig"))))
    assert len(rows) == 1 + len(SKUS)
    assert rows[1][0] == "'=1+1"
    assert rows[9][0] == "A-1", "what no spreadsheet changes has no mark"
    for row in rows:
        assert not any(cell[:1] in tuple("=+-@\t\r＝＋－＠") for cell in row if cell)


def test_cp932_lists_what_it_lacks_and_drops_no_row(filled: Desk, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    done = filled("export", "offers", "--out", out, "--encoding", "cp932", "--json", lang="ja")
    assert done.status == 1
    rows = list(csv.reader(io.StringIO(out.read_text("cp932"))))
    assert len(rows) == 1 + len(SKUS)
    lost = {(one["row"], one["value"]) for one in done.json["lost"]}
    assert {(12, "𠮷-1"), (7, "①é—")} <= lost
    assert not {value for _row, value in lost} & {"㈱-1", "ﾊﾝｶｸ", "手数料の本"}
    assert rows[12][0] == "〓-1"
    said = filled("export", "offers", "--out", out, "--encoding", "cp932", lang="ja").out
    assert "12行目の出品者SKU「𠮷-1」" in said


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_no_verdict_is_lost_in_cp932_and_no_sentence_has_an_apostrophe(filled: Desk, tmp_path: Path, lang: str) -> None:
    out = tmp_path / "findings.csv"
    done = filled("export", "findings", "--encoding", "cp932", "--as-of", "2020-08-03", "--all", "--json", "--out", out, lang=lang)
    head, *rows = csv.reader(io.StringIO(out.read_text("cp932")))
    lost = {one["column"] for one in done.json["lost"]}
    assert head[0].lstrip("'") not in lost
    assert {row[0] for row in rows} <= {"要修正", "要確認", "問題なし", "お知らせ", "breach", "check", "ok", "advice"}
    assert rows
    assert not [row for row in rows if row[4].startswith("'") or row[5].startswith("'")]


def text_of(file: Path) -> str:
    """All text of a PDF, without the breaks between its pieces."""
    return "".join(page.extract_text() for page in PdfReader(file).pages).replace("\n", "").replace(" ", "")


def test_every_word_of_a_pdf_is_found_by_a_search(filled: Desk, tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    assert filled("export", "offers", "--out", out, lang="ja").status == 0
    text = text_of(out)
    assert "手数料の本" in text, "not the radical U+2F3F that shares its glyph"
    assert "民食を日本一高い土地に" in text
    assert not [letter for letter in text if 0x2E80 <= ord(letter) < 0x2FE0]
    assert "=1+1" in text
    assert "0012" in text


def test_title_maker_and_day_of_a_pdf_survive_and_other_readers_find_no_fault(filled: Desk, tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    assert filled("export", "offers", "--out", out, lang="ja").status == 0
    told = PdfReader(out).metadata
    assert told is not None
    assert told.title
    assert told.title in text_of(out)
    assert told.creator == "Seller Desk"
    assert str(told.producer).startswith("Qt 6")
    assert told.creation_date is not None
    assert out.read_bytes().count(b"startxref") == 2, "an update with the mended letters stands at the end"
    if qpdf := shutil.which("qpdf"):
        checked = subprocess.run([qpdf, "--check", str(out)], capture_output=True, text=True, check=False)
        assert (checked.returncode, checked.stderr) == (0, "")
    if pdftotext := shutil.which("pdftotext"):
        found = subprocess.run([pdftotext, str(out), "-"], capture_output=True, text=True, check=True).stdout
        assert "手数料の本" in found
        assert not [letter for letter in found if 0x2E80 <= ord(letter) < 0x2FE0 or 0xF900 <= ord(letter) < 0xFB00]


def test_findings_go_out_with_their_words(filled: Desk, tmp_path: Path) -> None:
    for ending in (".xlsx", ".pdf"):
        assert filled("export", "findings", "--as-of", "2020-08-03", "--all", "--out", tmp_path / f"f{ending}", lang="ja").status == 0
    head, *rows = CalamineWorkbook.from_path(tmp_path / "f.xlsx").get_sheet_by_index(0).to_python()
    assert head[:3] == ["判定", "ルール", "対象"]
    assert {row[2] for row in rows} >= {"=1+1", "0012"}
    assert "points.two-percent" in text_of(tmp_path / "f.pdf")


@pytest.mark.parametrize("args", [("--out", "x.txt"), (), ("--out", "x.pdf", "--encoding", "cp932")])
def test_a_name_of_no_form_is_refused(filled: Desk, args: tuple[str, ...]) -> None:
    done = filled("export", "offers", *args)
    assert done.status == 2
    assert ".xlsx" in done.err
    assert not Path("x.txt").exists()


def test_a_file_is_whole_or_not_there(filled: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "mine" / "out.csv"
    out.parent.mkdir()
    out.write_text("before")

    def full(_aside: Path, _place: Path) -> Path:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", full)
        done = filled("export", "offers", "--out", out)
    assert done.status == 2
    assert "No space left" in done.err
    assert out.read_text() == "before"
    assert [one.name for one in out.parent.iterdir()] == ["out.csv"]
