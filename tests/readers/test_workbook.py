"""Workbooks of any name are read by their first sheet; what was a number in them is never taken for a SKU."""

import io
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from sellerdesk.domain.refusal import UnreadableFile
from sellerdesk.readers.opening import read_sheet
from sellerdesk.readers.orders import Orders
from sellerdesk.readers.sheet import Sheet
from sellerdesk.workflows.files import any_report, listings_report, price_file, shipments_sheet
from tests.conftest import Desk

HEAD = ["seller-sku", "item-name", "price", "Points", "quantity", "fulfillment-channel", "status"]
DAY = datetime(2020, 8, 3, tzinfo=UTC).replace(tzinfo=None)


def workbook(*rows: Any, second: Sequence[Sequence[Any]] | None = None) -> bytes:
    """A workbook of these rows; ("=", formula, value) is a formula with what it came to."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False}) as book:
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        for told in (rows, *([second] if second else [])):
            sheet = book.add_worksheet()
            for line, row in enumerate(told):
                for column, cell in enumerate(row):
                    if isinstance(cell, tuple):
                        sheet.write_formula(line, column, cell[0], None, cell[1])
                    elif isinstance(cell, datetime):
                        sheet.write_datetime(line, column, cell, day)
                    else:
                        sheet.write(line, column, cell)
    return file.getvalue()


def named(folder: Path, data: bytes, name: str = "report.txt") -> Path:
    """A file of these bytes."""
    file = folder / name
    file.write_bytes(data)
    return file


def read(data: bytes) -> Sheet:
    """The first sheet."""
    return read_sheet(data)


def test_numbers_days_and_truths_are_read_as_a_person_sees_them() -> None:
    sheet = read(workbook(["a", 1980, 0.5, DAY, True, ("=1+1", 2), "0012"]))
    assert list(sheet.rows()) == [["a", "1980", "0.5", "2020-08-03", "TRUE", "2", "0012"]]
    assert sheet.typed == {(1, place) for place in range(1, 6)}
    assert sheet.encoding == "xlsx"


def test_an_error_is_no_blank_cell(tmp_path: Path) -> None:
    rows = [HEAD, ["A", "t", 1000, ("=NA()", "#N/A"), 1, "DEFAULT", "Active"], ["B", "t", 1000, 20, 1, "DEFAULT", "Active"]]
    source, listings = listings_report(named(tmp_path, workbook(*rows)))
    assert [one.sku for one in listings.offers] == ["B"]
    assert [(one.line, one.column, one.expected) for one in source.refused] == [(2, "Points", "undamaged")]


def test_errors_of_another_sheet_are_its_own() -> None:
    sheet = read(workbook(["a", ""], second=[["x", ("=NA()", "#N/A")]]))
    assert next(sheet.rows())[0] == "a"
    assert "#N/A" not in next(sheet.rows())


def test_a_sku_that_is_a_number_is_refused_and_the_others_are_read(tmp_path: Path) -> None:
    rows = [
        HEAD,
        ["0012", "t", 1000, 20, 1, "DEFAULT", "Active"],
        [12, "t", 1000, 20, 1, "DEFAULT", "Active"],
        [DAY, "t", 1, 1, 1, "DEFAULT", "Active"],
    ]
    source, listings = listings_report(named(tmp_path, workbook(*rows)))
    assert [(one.sku, one.price, one.points, one.line) for one in listings.offers] == [("0012", 1000, 20, 2)]
    assert [(one.line, one.value, one.expected, one.fix) for one in source.refused] == [
        (3, "12", "a_text_cell", "text_cell"),
        (4, "2020-08-03", "a_text_cell", "text_cell"),
    ]


def test_text_in_a_workbook_is_as_it_was_written(tmp_path: Path) -> None:
    rows = [HEAD, *([sku, "t", 1000, 20, 1, "DEFAULT", "Active"] for sku in ("219E01", "5.8E+13", "Jun-08", "=1+1"))]
    assert [one.sku for one in listings_report(named(tmp_path, workbook(*rows)))[1].offers] == ["219E01", "5.8E+13", "Jun-08", "=1+1"]


@pytest.mark.parametrize("name", ["a.xlsx", "a.txt", "a.csv", "a"])
def test_any_reader_takes_a_workbook_of_any_name(tmp_path: Path, name: str) -> None:
    prices = workbook(["sku", "price", "standard-price-points", "restock-date"], ["0012", 1000, 20, DAY])
    assert str(price_file(named(tmp_path, prices, name))[1].facts["0012"].restock_date) == "2020-08-03"
    sent = workbook(
        ["order-id", "sku", "carrier-name", "tracking-number"],
        ["250-1", "0012", "ヤマト", 123456789013],
        ["250-2", "0012", "ヤマト", 12345],
    )
    source, shipments = shipments_sheet(named(tmp_path, sent, name))
    assert [(one.order_id, one.tracking) for one in shipments] == [("250-1", ("123456789013",))]
    assert [one.expected for one in source.refused] == ["a_text_cell"]


def test_an_order_report_keeps_what_it_refused_refused(tmp_path: Path) -> None:
    rows = [["amazon-order-id", "purchase-date", "order-status", "sku"], ["250-1", DAY, "Shipped", "A"], ["250-2", DAY, "Shipped", 12]]
    report = any_report(named(tmp_path, workbook(*rows)))
    again = any_report(Path("kept"), report.kept)
    assert (report.source.encoding, report.source.rows, len(report.source.refused)) == ("xlsx", 2, 1)
    assert isinstance(report.content, Orders)
    assert isinstance(again.content, Orders)
    assert [one.order_id for one in again.content.orders] == [one.order_id for one in report.content.orders] == ["250-1"]


def test_the_shop_imports_a_workbook_and_puts_it_back(desk: Desk, tmp_path: Path) -> None:
    first = named(tmp_path, workbook(HEAD, ["0012", "t", 1000, 20, 1, "DEFAULT", "Active"]), "a.xlsx")
    second = named(tmp_path, workbook(HEAD, ["0013", "t", 1000, 20, 1, "DEFAULT", "Active"]), "b.xlsx")
    assert [desk("import", file).status for file in (first, second)] == [0, 0]
    assert [one["sku"] for one in desk("offers", "--json").json["offers"]] == ["0013"]
    desk("imports", "remove", "2")
    assert [one["sku"] for one in desk("offers", "--json").json["offers"]] == ["0012"]


@pytest.mark.parametrize("data", [b"PK\x03\x04" + b"xl/" * 50, workbook()[:900], workbook(["a"]).replace(b"workbook", b"bookwork")])
def test_a_damaged_workbook_is_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(UnreadableFile) as refused:
        read(data)
    assert refused.value.code in ("excel_renamed", "empty_file")


def test_an_empty_workbook_is_empty() -> None:
    with pytest.raises(UnreadableFile, match="empty_file"):
        read(workbook())


def test_a_stray_cell_in_the_far_corner_does_not_fill_the_memory() -> None:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_string(0, 0, "seller-sku")
        sheet.write_string(1_048_575, 16_383, "x")
    with pytest.raises(UnreadableFile) as refused:
        read(file.getvalue())
    assert (refused.value.code, refused.value.facts["rows"]) == ("sheet_too_large", 1_048_576)


@given(st.lists(st.tuples(st.integers(4, 5_000), st.integers(0, 255)), min_size=1, max_size=6))
def test_whatever_is_wrong_in_a_workbook_is_a_refusal(changes: list[tuple[int, int]]) -> None:
    data = bytearray(workbook(HEAD, ["A", "t", 1000, 20, 1, "DEFAULT", "Active"]))
    for place, byte in changes:
        data[place % len(data)] = byte
    with suppress(UnreadableFile):
        read(bytes(data))
