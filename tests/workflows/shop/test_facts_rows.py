"""The sheet of facts has a row for whatever the shop sells or got back, and what nobody filled in changes nothing."""

import csv
import io
from pathlib import Path
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook

from tests.conftest import Desk

JAPANESE = [
    "出品者SKU", "商品名", "カテゴリー", "予約商品", "危険物", "医薬品・医療機器", "出荷元の国", "入荷予定日", "ASIN", "サイズ(cm)", "重量(g)",
]  # fmt: skip


def cells(file: Path) -> list[list[str]]:
    """The cells of a sheet."""
    if file.suffix == ".csv":
        return list(csv.reader(io.StringIO(file.read_text("utf-8-sig"))))
    return [[str(cell) for cell in row] for row in CalamineWorkbook.from_path(file).get_sheet_by_index(0).to_python()]


LISTINGS = "出品者SKU\t商品名\t価格\t数量\nMG-A\t=マグカップ\t1980\t3\n0012\t皿 5枚\t980\t1\n"
RETURNS = (
    "Order ID\tOrder date\tReturn request date\tReturn request status\tAmazon RMA ID\tLabel type\tLabel cost\tLabel to be paid by"
    "\tIs prime\tMerchant SKU\tReturn quantity\tReturn Reason\tOrder Amount\tOrder quantity\tRefunded Amount\n"
    "249-0000009-0000001\t01-Jul-2020\t10-Jul-2020\tApproved\tD1RRMA\tAmazonPrePaidLabel\t740\tSeller\tY\tGONE-1\t1\tCR-UNWANTED_ITEM"
    "\t2980\t1\t\n"
)


def shop_without_facts(desk: Desk, folder: Path) -> None:
    """A shop whose offers and returns came in, and of which nothing was told."""
    folder.mkdir()
    for name, text in (("listings.txt", LISTINGS), ("returns.txt", RETURNS)):
        (folder / name).write_text(text, "utf-8")
        answer = desk("import", folder / name)
        assert answer.status == 0, answer


@pytest.mark.parametrize("name", ["facts.xlsx", "facts.csv"])
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_every_offer_and_every_item_that_came_back_has_a_row_with_its_name(desk: Desk, tmp_path: Path, name: str, lang: str) -> None:
    shop_without_facts(desk, tmp_path / "shop")
    assert desk("facts", "export", tmp_path / name, "--lang", lang).status == 0
    head, *rows = cells(tmp_path / name)
    assert [head[0].removeprefix("'"), *head[1:]] == (JAPANESE if lang == "ja" else ["sku", "title", "category", *head[3:]])
    mark = "'" if name.endswith("csv") else ""
    assert [row[:3] for row in rows] == [["MG-A", f"{mark}=マグカップ", ""], [f"{mark}0012", "皿 5枚", ""], ["GONE-1", "", ""]]


@pytest.mark.parametrize("name", ["facts.xlsx", "facts.csv"])
@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("how", [["facts", "import"], ["import"]])
def test_an_untouched_sheet_changes_nothing(desk: Desk, tmp_path: Path, name: str, lang: str, how: list[str]) -> None:
    shop_without_facts(desk, tmp_path / "shop")
    for fact in ("hazmat=potential", "medical=no", "category=靴", "restock_date=none", "weight_g=400"):
        assert desk("facts", "set", "0012", fact).status == 0
    before, record = desk("facts", "--json").json, desk("history", "--json").json
    desk("facts", "export", tmp_path / name, "--lang", lang)
    answer = desk(*how, tmp_path / name, "--json")
    assert (answer.status, answer.json["refused"], answer.json["unread_columns"]) == (0, [], [])
    assert desk("facts", "--json").json == before
    assert desk("history", "--json").json == record
    desk("undo")
    assert "weight_g" not in desk("facts", "--json").json["facts"]["0012"], "undo takes back what was told before"


def test_a_category_filled_in_is_told(desk: Desk, tmp_path: Path) -> None:
    shop_without_facts(desk, tmp_path / "shop")
    desk("facts", "export", tmp_path / "facts.csv", "--lang", "ja")
    head, first, *rows = cells(tmp_path / "facts.csv")
    first[2], first[4] = "ホーム&キッチン", "いいえ"
    with (tmp_path / "facts.csv").open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([head, first, *rows])
    assert desk("facts", "import", tmp_path / "facts.csv").status == 0
    assert desk("facts", "--json").json["facts"] == {"MG-A": {"category": "ホーム&キッチン", "hazmat": "no"}}


def test_a_title_that_needs_no_protection_has_none(desk: Desk, tmp_path: Path) -> None:
    desk("facts", "set", "MG-A", "hazmat=no")
    desk("facts", "export", tmp_path / "facts.csv", "--lang", "en")
    assert cells(tmp_path / "facts.csv")[0][0] == "sku"
    desk("facts", "set", "0012", "hazmat=no")
    desk("facts", "export", tmp_path / "facts.csv", "--lang", "en")
    assert [row[0] for row in cells(tmp_path / "facts.csv")] == ["'sku", "MG-A", "'0012"]


@pytest.mark.parametrize(("lang", "offered"), [("ja", "はい,可能性あり,いいえ"), ("en", "yes,potential,no")])
def test_a_workbook_offers_the_answers_of_a_column(desk: Desk, tmp_path: Path, lang: str, offered: str) -> None:
    shop_without_facts(desk, tmp_path / "shop")
    desk("facts", "set", "0012", "restock_date=none")
    desk("facts", "export", tmp_path / "facts.xlsx", "--lang", lang)
    with ZipFile(tmp_path / "facts.xlsx") as book:
        page = book.read("xl/worksheets/sheet1.xml").decode()
    assert f'<formula1>"{offered}"</formula1>' in page
    assert {"ja": "なし", "en": "none"}[lang] in cells(tmp_path / "facts.xlsx")[2]
