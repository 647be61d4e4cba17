"""What spreadsheets make of SKUs, kind by kind: each is found, mended where the catalogue leaves one explanation, and never taken in silence."""

from pathlib import Path

import pytest
import xlsxwriter

from tests.conftest import Answer, Desk

HEAD = "出品者SKU\t商品名\t価格\tポイント\tフルフィルメント・チャンネル\tステータス\n"
KINDS = (
    ("lost zeros", "0012", "12"), ("zeros and a decimal", "0012", "12.00"), ("exponent", "580293000000012", "5.80293E+14"),
    ("15 digits kept", "12345678901234567890", "12345678901234500000"), ("exponent, rounded", "12345678901234567890", "1.23E+19"),
    ("wrapped", "0012", '="0012"'), ("month and year", "6-8", "Jun-08"), ("Japanese day", "6-8", "6月8日"), ("day and month", "6-8", "8-Jun"),
    ("zeros in a day", "06-08", "2020/6/8"), ("whole day", "2008-6-8", "2008/6/8"), ("whole day, Japanese zeros", "2008-6-8", "2008-06-08"),
    ("named month", "JUN-08", "Jun-08"), ("named month, day first", "SEP1", "1-Sep"), ("fraction", "1/2", "2-Jan"),
    ("year and month", "2008-06", "Jun-08"), ("letter E", "1E5", "1.00E+05"), ("letter E as a number", "1E5", "100000"),
    ("formula", "=A1", "#NAME?"), ("formula with @", "@X", "#NAME?"), ("plus", "+81", "81"), ("truth", "true", "TRUE"),
    ("per cent", "50%", "0.5"), ("time", "1:30", "1:30:00"), ("decimal zeros", "0.50", "0.5"), ("separator", "1,000", "1000"),
    ("full width", "１２３", "123"), ("three numbers", "12-3-4", "2012/3/4"),
)  # fmt: skip


def line(sku: str, title: str = "靴") -> str:
    """A row of a report."""
    return f"{sku}\t{title}\t1000\t20\tDEFAULT\tActive\n"


def take(desk: Desk, file: Path, rows: str, *args: object) -> Answer:
    """Import a report."""
    file.write_text(HEAD + rows, encoding="utf-8")
    return desk("import", file, *args)


def skus(desk: Desk) -> list[str]:
    """The SKUs of the saved catalogue."""
    return [one["sku"] for one in desk("offers", "--json").json["offers"]]


@pytest.mark.parametrize(("kind", "sku", "changed"), KINDS, ids=[kind for kind, _sku, _changed in KINDS])
def test_damage_is_said_and_mended_when_asked(desk: Desk, tmp_path: Path, kind: str, sku: str, changed: str) -> None:
    assert take(desk, tmp_path / "a.txt", line(sku) + line("X-1")).status == 0, kind
    looked = take(desk, tmp_path / "b.txt", line(changed) + line("X-1"), "--compare", "--repair", "--json")
    assert [(one["value"], one["candidates"], one["mended"]) for one in looked.json["damage"]] == [(changed, [sku], sku)]
    plain = take(desk, tmp_path / "b.txt", line(changed) + line("X-1"))
    assert plain.status in (1, 2), "a damaged SKU is never taken in silence"
    assert changed in plain.out + plain.err
    assert "--repair" in plain.out + plain.err
    take(desk, tmp_path / "a.txt", line(sku) + line("X-1"), "--compare")
    desk("imports", "remove", "2")
    assert skus(desk) == [sku, "X-1"]
    mended = take(desk, tmp_path / "b.txt", line(changed) + line("X-1", "かばん"), "--repair")
    assert mended.status == 0, mended.err
    assert skus(desk) == [sku, "X-1"]


def test_two_explanations_are_asked_not_guessed(desk: Desk, tmp_path: Path) -> None:
    take(desk, tmp_path / "a.txt", line("6-8") + line("JUN-08") + line("X-1"))
    done = take(desk, tmp_path / "b.txt", line("Jun-08") + line("X-1"), "--repair", "--json")
    assert done.status == 1
    assert [(one["candidates"], one["mended"]) for one in done.json["damage"]] == [(["6-8", "JUN-08"], None)]
    assert skus(desk) == ["X-1"]


def test_two_rows_never_become_one_sku(desk: Desk, tmp_path: Path) -> None:
    take(desk, tmp_path / "a.txt", line("0012") + line("X-1"))
    done = take(desk, tmp_path / "b.txt", line("12") + line("12.0") + line("X-1"), "--repair", "--json")
    assert done.status == 1
    assert all(one["mended"] is None for one in done.json["damage"])
    assert sorted(skus(desk)) == ["12", "12.0", "X-1"]


def test_a_number_in_a_workbook_is_mended(desk: Desk, tmp_path: Path) -> None:
    take(desk, tmp_path / "a.txt", line("0012") + line("X-1"))
    file = tmp_path / "b.xlsx"
    with xlsxwriter.Workbook(file) as book:
        page = book.add_worksheet()
        for number, row in enumerate((HEAD, line("0012"), line("X-1", "'かばん"), line("99"))):
            page.write_row(number, 0, row.rstrip("\n").split("\t"))
        page.write_number(1, 0, 12)
        page.write_number(3, 0, 99)
    assert desk("import", file).status == 1
    assert skus(desk) == ["X-1"]
    done = desk("import", file, "--repair", "--json")
    assert done.status == 1, "of 99 nobody knows what it was: its row stays out"
    assert skus(desk) == ["0012", "X-1"]
    assert desk("offers", "--json").json["offers"][1]["title"] == "'かばん"


def test_an_error_of_a_spreadsheet_is_said_wherever_it_stands(desk: Desk, tmp_path: Path) -> None:
    done = take(desk, tmp_path / "a.txt", line("X-1", "#NAME?") + line("X-2"))
    assert done.status == 1
    assert "#NAME?" in done.out
    assert skus(desk) == ["X-1", "X-2"]


def test_a_new_sku_that_only_looks_like_another_is_new(desk: Desk, tmp_path: Path) -> None:
    take(desk, tmp_path / "a.txt", line("0012") + line("X-1"))
    done = take(desk, tmp_path / "b.txt", line("12") + line("0012") + line("X-1"), "--json")
    assert (done.status, done.json["damage"]) == (0, [])
