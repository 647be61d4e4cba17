"""Workbooks as people make them: several sheets, hidden ones, titles above the table, percents; and what is no workbook."""

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from tests.conftest import Desk

HEAD = ["sku", "カテゴリー", "予約", "危険物"]
OLD, NEW = ["OLD-1", "Home", "はい", "いいえ"], ["A-1", "Home", "いいえ", "いいえ"]
Rows = Sequence[Sequence[Any]]


def book(folder: Path, sheets: dict[str, Rows], hidden: Sequence[str] = (), percents: Sequence[str] = ()) -> Path:
    """A workbook; a float is written in each of the formats given, in turn."""
    file = folder / "book.xlsx"
    with xlsxwriter.Workbook(file) as made:
        formats = [made.add_format({"num_format": one}) for one in percents]
        for name, rows in sheets.items():
            page = made.add_worksheet(name)
            for line, row in enumerate(rows):
                for column, cell in enumerate(row):
                    page.write(line, column, cell, *([formats[line % len(formats)]] if formats and isinstance(cell, float) else []))
            if name in hidden:
                page.hide()
        visible = next((page for page in made.worksheets() if page.name not in hidden), None)
        if visible is not None:
            visible.activate()
            visible.set_first_sheet()
    return file


@pytest.mark.parametrize(
    ("sheets", "hidden", "others"),
    [
        ({"旧": [HEAD, OLD], "商品": [HEAD, NEW]}, ["旧"], ["旧"]),
        ({"Sheet1": [], "商品": [HEAD, NEW]}, [], []),
        ({"説明": [["この表の使い方"], ["1行に1つ"]], "商品": [HEAD, NEW]}, [], ["説明"]),
        ({"商品": [["お店の商品の表"], [], ["2026年11月"], HEAD, NEW], "旧": [HEAD, OLD]}, [], ["旧"]),
        ({"価格": [["sku", "価格", "数量"], ["A-1", "100", "2"]], "商品 & <表>": [HEAD, NEW]}, [], ["価格"]),
    ],
)
def test_the_visible_sheet_that_is_known_is_read_and_the_answer_names_it(
    desk: Desk, tmp_path: Path, sheets: dict[str, Rows], hidden: list[str], others: list[str]
) -> None:
    file = book(tmp_path, sheets, hidden)
    told = desk("facts", "import", file, "--json").json
    name = next(name for name in sheets if name.startswith("商品"))
    assert (told["sheet"], told["other_sheets"], told["saved"]) == (name, others, 1)
    assert list(desk("facts", "--json").json["facts"]) == ["A-1"]
    assert name in desk("facts", "import", file).out
    assert desk("import", file, "--json").json["sheet"] == name
    assert name in " ".join(desk("import", file, "--compare", "--json").json["said"])


def test_a_workbook_whose_visible_sheets_are_empty_is_empty(desk: Desk, tmp_path: Path) -> None:
    answer = desk("facts", "import", book(tmp_path, {"旧": [HEAD, OLD], "表": []}, ["旧"]))
    assert (answer.status, "empty" in answer.err) == (2, True)


@pytest.mark.parametrize("form", ["0%", "0.00%", "0.0%;[Red]-0.0%", '"約"0%'])
def test_a_percent_cell_is_what_it_shows(desk: Desk, tmp_path: Path, form: str) -> None:
    head = ["理由", "カテゴリー", "価格", "手数料率", "評価損"]
    file = book(tmp_path, {"s": [head, ["1", "Home", 1980, 0.15, 0.3], ["1", "Home", 1980, 0.083, 1.0]]}, percents=[form])
    quotes = desk("quote", "--batch", file, "--json").json["quotes"]
    typed = [
        desk("quote", "--reason", 1, "--category", "Home", "--price", 1980, "--referral-percent", rate, "--value-loss-percent", loss, "--json").json
        for rate, loss in ((15, 30), (8.3, 100))
    ]  # fmt: skip
    names = ("referral_fee_returned", "admin_fee", "lines")
    assert [{name: one[name] for name in names} for one in quotes] == [{name: one["quotes"][0][name] for name in names} for one in typed]


@pytest.mark.parametrize("form", ["0.00", '0.00"%"', "General"])
def test_a_bare_fraction_stays_what_it_is(desk: Desk, tmp_path: Path, form: str) -> None:
    head = ["理由", "カテゴリー", "価格", "手数料率"]
    file = book(tmp_path, {"s": [head, ["1", "Home", 10000, 0.15]]}, percents=[form])
    quote = desk("quote", "--batch", file, "--json").json["quotes"][0]
    typed = desk("quote", "--reason", 1, "--category", "Home", "--price", 10000, "--referral-percent", "0.15", "--json").json["quotes"][0]
    assert quote["referral_fee_returned"] == typed["referral_fee_returned"]
    assert any("0.15%" in one and "15%" in one for one in quote["warnings"])
    assert "write 15" in desk("quote", "--batch", file).out
    assert "write" not in desk("quote", "--reason", 1, "--category", "Home", "--price", 10000, "--referral-percent", "15%").out


def test_a_percent_cell_makes_points(desk: Desk, tmp_path: Path) -> None:
    listings = tmp_path / "listings.txt"
    listings.write_text("seller-sku\titem-name\tprice\tPoints\nA-2\tx\t1980\t10\n", encoding="utf-8")
    file = book(tmp_path, {"s": [["sku", "price", "standard-price-points-percent"], ["A-2", 1980, 0.02]]}, percents=["0%"])
    told = desk("audit", listings, "--as-uploaded", file, "--as-of", "2020-08-03", "--json", "--all").json["findings"]
    assert [one["facts"]["points"] for one in told if one["rule"] == "points.two-percent"] == [40]


def zipped(**parts: str) -> bytes:
    """A compressed file of these parts; two underscores stand for a slash, one letter X for a dot."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name.replace("__", "/").replace("X", "."), text)
    return made.getvalue()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (zipped(mimetype="application/vnd.oasis.opendocument.spreadsheet", contentXxml="<a/>"), "OpenDocument"),
        (zipped(mimetype="application/vnd.oasis.opendocument.text", contentXxml="<a/>"), "document or a presentation"),
        (zipped(ContentTypesXxml="<a/>", word__documentXxml="<a/>"), "Word"),
        (zipped(ContentTypesXxml="<a/>", ppt__presentationXxml="<a/>"), "presentation"),
        (zipped(Index__DocumentXiwa="x", preview="x"), "Numbers"),
        (zipped(xl__workbookXbin="x"), ".xlsb"),
        (zipped(reportXtxt="x"), "compressed"),
    ],
)
def test_what_is_no_workbook_says_what_it_is_and_how_to_save_it(desk: Desk, tmp_path: Path, data: bytes, said: str) -> None:
    file = tmp_path / "facts.xlsx"
    file.write_bytes(data)
    answer = desk("facts", "import", file)
    assert (answer.status, said in answer.err) == (2, True), answer.err
    assert said == "compressed" or ".xlsx" in answer.err


def test_a_cell_in_the_last_corner_is_refused_however_it_is_written(desk: Desk, tmp_path: Path) -> None:
    file = book(tmp_path, {"s": [HEAD, NEW]})
    with zipfile.ZipFile(file) as whole:
        parts = {name: whole.read(name) for name in whole.namelist()}
    for corner in (b'<c r="xfd1048576"><v>1</v></c>', b"<c r='XFD1048576'><v>1</v></c>"):
        with zipfile.ZipFile(file, "w") as made:
            for name, data in parts.items():
                made.writestr(name, data.replace(b"</sheetData>", b"<row>" + corner + b"</row></sheetData>"))
        answer = desk("facts", "import", file)
        assert (answer.status, "1,048,576 rows" in answer.err) == (2, True)
