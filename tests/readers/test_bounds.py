"""No input fills the machine or holds it up: small files that swell, endless cells, rows without number, pipes; and linear expressions."""

import importlib
import os
import pkgutil
import re
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sellerdesk.domain.expressions import Late
from sellerdesk.domain.refusal import UnreadableFile
from sellerdesk.readers import bounds
from sellerdesk.readers.opening import read_bytes
from sellerdesk.workflows.files import any_report, quote_sheet
from tests.conftest import ROOT

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
HEAD = '<row r="1">' + "".join(f'<c r="{column}1" t="inlineStr"><is><t>{title}</t></is></c>' for column, title in
                               zip("ABC", ("seller-sku", "item-name", "price"), strict=True)) + "</row>"  # fmt: skip


def workbook(path: Path, rows: str, shared: str = "") -> Path:
    """A workbook of one sheet, as small as can be."""
    links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("[Content_Types].xml", "<Types/>")
        book.writestr(
            "xl/workbook.xml", f'<workbook xmlns="{MAIN}" xmlns:r="{links}"><sheets><sheet name="S" r:id="r1"/></sheets></workbook>'
        )
        book.writestr(
            "xl/_rels/workbook.xml.rels",
            f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="r1" Type="{links}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        )
        book.writestr("xl/worksheets/sheet1.xml", f'<worksheet xmlns="{MAIN}"><sheetData>{HEAD}{rows}</sheetData></worksheet>')
        if shared:
            book.writestr("xl/sharedStrings.xml", f'<sst xmlns="{MAIN}">{shared}</sst>')
    return path


def refused(path: Path) -> str:
    """Why a file is refused, which takes no time."""
    begin = time.process_time()
    with pytest.raises(UnreadableFile) as error:
        any_report(path)
    assert time.process_time() - begin < 5
    return error.value.code


def test_cells_that_tell_no_place_are_counted(tmp_path: Path) -> None:
    assert refused(workbook(tmp_path / "a.xlsx", ("<row>" + "<c><v>1</v></c>" * 16_000 + "</row>") * 60)) == "sheet_too_large"
    assert refused(workbook(tmp_path / "b.xlsx", "<row r='2'><c r='xfd1048576'><v>1</v></c></row>")) == "sheet_too_large"


CELL = "<v>1</v>"
PLACES = {
    "a row beyond all rows": f'<row r="99999999999999999999"><c>{CELL}</c></row>',
    "a column of many letters": f'<row r="2"><c r="ZZZZZZZZZ2">{CELL}</c></row>',
    "a row of many digits": f'<row r="2"><c r="A99999999999">{CELL}</c></row>',
    "a far row": f'<row r="2"><c r="A20000000">{CELL}</c></row>',
    "below the last row": f'<row r="2"><c r="A9999999">{CELL}</c></row>',
    "the lower right of what may be": f'<row r="2"><c r="S1048576">{CELL}</c></row>',
    "row 0": f'<row r="2"><c r="A0">{CELL}</c></row>',
    "a place behind other attributes": '<row r="2"><c ' + "a='' " * 200 + f'r="A99999999999">{CELL}</c></row>',
    "a place with blanks": f'<row r="2"><c r = "A99999999999">{CELL}</c></row>',
    "a place in letters of XML": f'<row r="2"><c r="&#65;99999999999">{CELL}</c></row>',
}


@pytest.mark.parametrize("rows", PLACES.values(), ids=PLACES)
def test_a_place_that_no_sheet_has_is_refused_before_room_is_taken_for_it(tmp_path: Path, rows: str) -> None:
    assert refused(workbook(tmp_path / "a.xlsx", rows)) == "sheet_too_large"


def test_a_table_of_texts_that_lies_about_its_count_is_refused(tmp_path: Path) -> None:
    file = workbook(tmp_path / "a.xlsx", f'<row r="2"><c r="A2" t="s">{CELL}</c></row>', "<si><t>a</t></si>" * 3)
    data = zipfile.ZipFile(file).read("xl/sharedStrings.xml").replace(b"<sst ", b'<sst uniqueCount="99999999999" ')
    assert refused(replaced(file, "xl/sharedStrings.xml", data)) == "file_too_large"
    assert refused(workbook(tmp_path / "b.xlsx", f'<row r="2"><c r="A2" t="s">{CELL}</c></row>', "<si/>" * 300_000)) == "file_too_large"


@pytest.mark.parametrize("part", ["xl/styles.xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml", "XL/Styles.xml"])
def test_a_part_that_swells_is_refused_by_its_size(tmp_path: Path, part: str) -> None:
    file = workbook(tmp_path / "a.xlsx", f'<row r="2"><c r="A2">{CELL}</c></row>')
    data = zipfile.ZipFile(file).read(part) if part in zipfile.ZipFile(file).namelist() else b"<x/>"
    assert refused(replaced(file, part, data + b" " * 64 * 1024**2)) == "file_too_large"


def replaced(file: Path, part: str, data: bytes) -> Path:
    """A workbook with another part in place of its own."""
    with zipfile.ZipFile(file) as book:
        parts = {name: book.read(name) for name in book.namelist()} | {part: data}
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as book:
        for name, content in parts.items():
            book.writestr(name, content)
    return file


def test_one_long_text_that_many_cells_share_is_refused(tmp_path: Path) -> None:
    many = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(2, 4000))
    assert refused(workbook(tmp_path / "a.xlsx", many, f"<si><t>{'x' * 1_000_000}</t></si>")) == "cell_too_long"
    more = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(2, 40_000))
    assert refused(workbook(tmp_path / "b.xlsx", more, f"<si><t>{'x' * 32_000}</t></si>")) == "file_too_large"


def test_an_endless_cell_refuses_its_row_alone(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(f"seller-sku\titem-name\tprice\nA\t{'x' * 32_768}\t1\nB\t{'x' * 32_767}\t2\n", encoding="utf-8")
    report = any_report(file)
    assert [one.sku for one in report.content.offers] == ["B"]  # type: ignore[union-attr]  # a listings report
    assert [(one.line, one.value) for one in report.source.refused] == [(2, "")]


def test_more_rows_than_any_report_has_are_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sellerdesk.readers.table.MOST_ROWS", 3)
    monkeypatch.setattr("sellerdesk.readers.table.MOST_QUOTES", 2)
    file, quotes = tmp_path / "a.txt", tmp_path / "q.csv"
    file.write_text("seller-sku\titem-name\tprice\n" + "".join(f"S{n}\tt\t1\n" for n in range(4)), encoding="utf-8")
    assert refused(file) == "too_many_rows"
    quotes.write_text("reason,price\n1,2\n1,2\n1,2\n", encoding="utf-8")
    with pytest.raises(UnreadableFile, match="too_many_rows"):
        quote_sheet(quotes)
    assert (bounds.MOST_ROWS, bounds.MOST_QUOTES) == (1_000_000, 200_000)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_a_pipe_or_a_device_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", Path("/dev/zero")):
        with pytest.raises(UnreadableFile) as error:
            read_bytes(path)
        assert error.value.code == "no_regular_file"


def expressions() -> Iterator[tuple[str, re.Pattern[Any]]]:
    """Every regular expression that a module of readers, rules, domain and store holds, with where it stands."""
    for name in ("readers", "rules", "domain", "store"):
        for module in pkgutil.walk_packages([str(ROOT / "sellerdesk" / name)], f"sellerdesk.{name}."):
            for held, value in vars(importlib.import_module(module.name)).items():
                for one in value if isinstance(value, tuple) else (value,):
                    if isinstance(one, Late | re.Pattern):
                        yield f"{module.name}.{held}", one.compiled() if isinstance(one, Late) else one


ALPHABETS = (
    " ",
    "0",
    "-",
    "a",
    "A1",
    "\t ",
    "(",
    "[",
    "１",
    "円",
    "'",
    "<c ",
    "<c r=",
    "<row ",
    '"',
    ",",
    ".5",
    ":",
    "+",
    "#",
    "{",
    "午前",
    "  x",
    "0,",
    "e",
    "\u200b",
)
LENGTH = 8 * 1024
MOST_SECONDS = 0.1
FROM_THE_BEGINNING = {*(f"sellerdesk.rules.figures.lines.{name}" for name in ("HEADER", "TABLE", "KEY")), "sellerdesk.store.backups.NAME"}
"""Expressions that nothing searches for inside a text."""


def test_every_expression_is_linear() -> None:
    known, slow = list(expressions()), []
    for where, expression in known:
        for letters in ALPHABETS:
            text = (letters * LENGTH)[: LENGTH // 2]
            text += "\n" + text  # a cell of two lines, the second of which does not fit
            subject: str | bytes = text.encode() if isinstance(expression.pattern, bytes) else text
            begin = time.process_time()
            expression.fullmatch(subject)
            (expression.match if where in FROM_THE_BEGINNING else expression.search)(subject)
            slow += [(where, letters)] if time.process_time() - begin > MOST_SECONDS else []
    assert slow == []
    assert len({where for where, _expression in known}) > 100
