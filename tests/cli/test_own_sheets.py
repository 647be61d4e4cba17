"""Advice about a sheet of the owner's own never sends to a download that it has not."""

import io
from pathlib import Path

import pytest
import xlsxwriter

from tests.conftest import Desk

DOWNLOAD = ("ownload", "ダウンロード")
DAMAGED = ("12月1日", "Dec-25", "5.80293E+13", '="0012"', "#N/A", "#REF!")


def numbers() -> bytes:
    """A workbook whose SKUs are numbers."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        page = book.add_worksheet()
        page.write_row(0, 0, ["sku", "危険物"])
        page.write_row(1, 0, [12, "いいえ"])
        page.write_row(2, 0, ["A-1", "いいえ"])
    return file.getvalue()


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize(
    ("command", "sheet"),
    [
        (("facts", "import"), ("sku,危険物,入荷予定日", "{0},いいえ,{1}")),
        (("import",), ("sku,危険物,入荷予定日", "{0},いいえ,{1}")),
        (("shipments",), ("order-id,sku,carrier,tracking-number,shipped-at,is-prime", "{0},S,ヤマト,{1},{1},yes")),
        (("quote", "--batch"), ("reason,category,price,arrived_on", "1,Home,{1},{1}")),
        (("templates",), ("配送パターン,地域,配送オプション,お届け日数,プライム会員の送料", "P,本州,お急ぎ便,{1},0")),
    ],
)  # fmt: skip
def test_advice_about_an_own_sheet_never_says_to_download_it(
    desk: Desk, tmp_path: Path, lang: str, command: tuple[str, ...], sheet: tuple[str, str]
) -> None:
    head, row = sheet
    file = tmp_path / "sheet.csv"
    for text in DAMAGED:
        cell = text.replace('"', '""')
        file.write_text(head + "\n" + row.format("A-1", f'"{cell}"') + "\n" + row.format(f'"{cell}"', "") + "\n", encoding="utf-8-sig")
        answer = desk(*command, file, lang=lang)
        assert answer.out + answer.err
        assert not any(word in answer.out + answer.err for word in DOWNLOAD), answer.out + answer.err


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize(
    "data", [b"\xd0\xcf\x11\xe0" + bytes(99), b"<html><body>x", b"\x00\x01\x02" * 99, numbers(), "sku,危険物\n5.80293E+13,no\n".encode()]
)
def test_a_file_that_is_no_sheet_is_to_be_saved_again(desk: Desk, tmp_path: Path, lang: str, data: bytes) -> None:
    file = tmp_path / "facts.csv"
    file.write_bytes(data)
    answer = desk("facts", "import", file, lang=lang)
    assert answer.status in (1, 2)
    assert not any(word in answer.out + answer.err for word in DOWNLOAD), answer.out + answer.err


def test_advice_about_a_report_still_says_to_download_it(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_text("seller-sku\titem-name\tprice\nDec-25\tx\t1\nA-1\tx\t1\n", encoding="utf-8")
    assert "Download" in desk("import", file).out
