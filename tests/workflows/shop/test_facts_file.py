"""Facts go out and come back unchanged, whatever a spreadsheet likes to do with their SKUs."""

import csv
import io
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from sellerdesk.domain.facts import SkuFacts
from sellerdesk.readers.facts import read_facts
from sellerdesk.readers.price_file import FactsFile
from sellerdesk.workflows.files import read
from sellerdesk.workflows.shop.facts_file import facts_file
from sellerdesk.writers import facts_sheet
from sellerdesk.writers.upload import writable
from tests.conftest import Desk

NASTY = (
    "0012", "219E01", "1E5", "5.80293E+13", "=1+1", "=cmd|' /C calc'!A0", "+81", "-5", "@x", "1-2", "1/2", "'quoted", "''twice", "123456789012",
    "1234567890123456", "００１２", "ＡＢＣ", "😀", "𠮷野家", "Jun-08", "DEC5", "MAR1", "TRUE", "false", "#N/A", '="0012"', "R2-1-1", "H25.1.1",
    "令和2年1月1日", "12:30", "5%", "$5", "¥5", "\\5", "1,000", "a;b", 'a"b', "（株）", "1月2日", ".5", "~", "‾", "=", "'", "ﾃｩ", "null", "{=1}", "_x000D_",
)  # fmt: skip
FACTS = SkuFacts(
    category="靴・バッグ", preorder="no", hazmat="potential", medical="yes", ship_from="JP", restock_date=date(2020, 8, 3), asin="0123456789",
    size_cm=60, weight_g=1200,
)  # fmt: skip
NO_CONTROL = st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"))
SKUS = (st.text(NO_CONTROL, min_size=1, max_size=40) | st.from_regex(r"[-+=@'0-9Ee./: ]{1,12}", fullmatch=True)).map(str.strip).filter(bool)
KNOWN = st.builds(
    SkuFacts,
    category=st.sampled_from([None, "Shoes", "1-2", "=1+1", "0012", "家電"]),
    hazmat=st.sampled_from([None, "yes", "no", "potential"]),
    restock_date=st.none() | st.just("none") | st.dates(date(2018, 1, 1), date(2030, 1, 1)),
    weight_g=st.none() | st.integers(0, 100_000),
).filter(lambda known: known != SkuFacts())


def back(data: bytes) -> FactsFile:
    """What the reader makes of a sheet."""
    told: FactsFile = read(Path("facts"), data, ("facts",), read_facts)[1]
    return told


@given(st.dictionaries(SKUS, KNOWN, min_size=1, max_size=8))
def test_a_round_trip_changes_nothing(facts: dict[str, SkuFacts]) -> None:
    assert back(facts_sheet.workbook(facts)) == FactsFile(facts, [], len(facts))
    assert back(facts_sheet.comma_sheet(facts)) == FactsFile(facts, [], len(facts))


@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_all_that_a_spreadsheet_likes_to_change_comes_back(form: str) -> None:
    facts = dict.fromkeys(NASTY, FACTS)
    data, lost = facts_file(facts, form)  # type: ignore[arg-type]  # two of the three forms
    assert (back(data), lost) == (FactsFile(facts, [], len(NASTY)), [])


def test_cp932_lists_what_it_cannot_hold_and_the_rest_comes_back() -> None:
    facts = {**dict.fromkeys(NASTY, FACTS), "A": SkuFacts(category="😀", hazmat="no")}
    data, lost = facts_file(facts, "cp932")
    assert {one.sku for one in lost if one.column == "sku"} == {"😀", "𠮷野家", "¥5", "‾"}
    assert ("A", "category", "😀") in lost
    whole = {sku: known for sku, known in facts.items() if writable(sku)} | {"A": SkuFacts(hazmat="no")}
    assert back(data).facts == whole
    assert data.decode("cp932")


def test_a_file_that_would_be_read_in_another_encoding_is_not_written(desk: Desk, tmp_path: Path) -> None:
    desk("facts", "set", "ﾃｩ", "hazmat=no")
    answer = desk("facts", "export", "--cp932", tmp_path / "facts.csv")
    assert (answer.status, (tmp_path / "facts.csv").exists()) == (2, False)
    assert "without --cp932" in answer.err


@given(SKUS)
def test_no_cell_of_the_csv_is_a_formula_or_a_number(sku: str) -> None:
    text = facts_sheet.comma_sheet({sku: FACTS}).decode("utf-8-sig")
    cell = next(csv.reader(io.StringIO(text.split("\n", 1)[1])))[0]
    assert cell[0] not in "=+-@\t\r0123456789０１２３４５６７８９＝＋－＠"


@given(SKUS)
def test_no_cell_of_the_workbook_is_anything_but_text(sku: str) -> None:
    rows = CalamineWorkbook.from_filelike(io.BytesIO(facts_sheet.workbook({sku: FACTS}))).get_sheet_by_index(0).to_python()
    assert all(isinstance(cell, str) for row in rows for cell in row)
    assert rows[1][0] == sku


@pytest.mark.parametrize("name", ["facts.xlsx", "facts.csv"])
def test_the_command_line_takes_them_out_and_in(desk: Desk, tmp_path: Path, name: str) -> None:
    for sku in ("0012", "219E01", "=1+1"):
        assert desk("facts", "set", sku, "hazmat=no").status == 0
    before = desk("facts", "--json").json
    assert desk("facts", "export", tmp_path / name).status == 0
    desk("--shop", "other", "facts", "import", tmp_path / name)
    assert desk("--shop", "other", "facts", "--json").json == before


def test_another_ending_is_refused_and_cp932_is_csv(desk: Desk, tmp_path: Path) -> None:
    desk("facts", "set", "😀", "hazmat=no")
    assert desk("facts", "export", tmp_path / "facts.ods").status == 2
    assert desk("facts", "export", tmp_path / "facts.xlsx", "--cp932").status == 2
    answer = desk("facts", "export", tmp_path / "facts.csv", "--cp932", "--json")
    assert (answer.status, answer.json["unwritable"]) == (1, [{"sku": "😀", "column": "sku", "value": "😀"}])
