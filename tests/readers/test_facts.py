"""The owner's sheet and the price file: what they tell, what they leave unknown, and what is refused."""

import re
from datetime import date
from pathlib import Path

import pytest

from sellerdesk.domain.facts import SkuFacts
from sellerdesk.readers import cells
from sellerdesk.readers.price_file import FactsFile
from sellerdesk.workflows.files import any_report
from sellerdesk.writers import words


def read(text: str, encoding: str = "utf-8-sig") -> FactsFile:
    """What a file of this text tells."""
    content = any_report(Path("facts.csv"), text.encode(encoding)).content
    assert isinstance(content, FactsFile)
    return content


def test_a_sheet_in_japanese_or_english_tells_the_same() -> None:
    english = read("sku,category,preorder,hazmat,medical,ship_from,size,weight\nA,Shoes,yes,potential,no,JP,60,0.5\n")
    japanese = read(
        "出品者SKU,カテゴリー,予約商品,危険物,医薬品・医療機器,出荷元,サイズ,重量(kg)\nA,Shoes,はい,可能性あり,いいえ,東京都,60cm,500g\n",
        "cp932",
    )
    assert english.facts == japanese.facts == {"A": SkuFacts("Shoes", "yes", "potential", "no", "JP", size_cm=60, weight_g=500)}


def test_blank_is_not_known() -> None:
    assert read("sku,preorder,hazmat\nA,,不明\n").facts == {"A": SkuFacts()}


def test_a_word_that_is_no_answer_is_refused_and_the_rest_of_its_row_is_read() -> None:
    told = read("sku,preorder,hazmat\nA,perhaps,no\nB,no,no\n")
    assert told.facts == {"A": SkuFacts(hazmat="no"), "B": SkuFacts(preorder="no", hazmat="no")}
    assert [(one.line, one.column, one.expected, one.kept) for one in told.refused] == [(2, "preorder", "yes_or_no", True)]


def test_a_sheet_of_which_a_cell_of_every_row_is_refused_is_still_read() -> None:
    told = read("sku,preorder,hazmat\nA,perhaps,no\nB,soon,no\n")
    assert told.facts == {"A": SkuFacts(hazmat="no"), "B": SkuFacts(hazmat="no")}
    assert len(told.refused) == 2


@pytest.mark.parametrize("word", ["なし", "ナシ", "ﾅｼ", "いいえ\u200b", "イイエ", " ＮＯ "])
def test_a_no_is_read_however_it_is_written(word: str) -> None:
    assert read(f"sku,preorder\nA,{word}\n").facts == {"A": SkuFacts(preorder="no")}


@pytest.mark.parametrize(
    ("title", "cell", "told"),
    [
        ("サイズ", f"60{space}{unit}", SkuFacts(size_cm=6 if unit in ("mm", "ミリ") else 60))
        for unit in cells.SIZES
        for space in ("", " ", "\u3000")
    ]
    + [("重量", f"1,500{space}{unit}", SkuFacts(weight_g=1500 * grams)) for unit, grams in cells.WEIGHTS.items() for space in ("", " ")]
    + [("サイズ", "６０ｻｲｽﾞ", SkuFacts(size_cm=60)), ("重量", "0.4", SkuFacts(weight_g=400)), ("重量", "０．４ｷﾛ", SkuFacts(weight_g=400))],
)
def test_every_unit_is_read_with_or_without_a_space(title: str, cell: str, told: SkuFacts) -> None:
    assert read(f'sku,{title}\nA,"{cell}"\n').facts == {"A": told}


@pytest.mark.parametrize(("key", "title"), [("a_size", "サイズ"), ("a_weight", "重量")])
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_every_measure_that_a_refusal_gives_as_an_example_is_read(key: str, title: str, lang: str) -> None:
    examples = re.findall(r"\d[\d.]*\w*", words.say(lang, f"expected.{key}"))
    assert len(examples) >= 2
    assert all(read(f"sku,{title}\nA,{one}\n").refused == [] for one in examples)


def test_a_sku_told_twice_in_two_ways_is_known_in_none() -> None:
    told = read("sku,hazmat\nA,no\nB,no\nA,yes\nB,no\n")
    assert told.facts == {"B": SkuFacts(hazmat="no")}
    assert [one.line for one in told.refused] == [2, 4]


def test_rows_that_complete_each_other_are_joined() -> None:
    assert read("sku,hazmat,medical\nA,yes,\nA,,no\n").facts == {"A": SkuFacts(hazmat="yes", medical="no")}


def test_a_sheet_with_titles_and_prices_is_still_one_of_facts() -> None:
    told = read("SKU,商品名,価格,数量,危険物,予約\nA,カップ,100,1,いいえ,いいえ\n")
    assert told.facts == {"A": SkuFacts(hazmat="no", preorder="no")}


def test_a_price_file_that_contradicts_itself_tells_nothing() -> None:
    told = read(PRICES + "A\t100\t2\t2020-09-01\r\nA\t100\t2\t\r\nB\t100\t2\t\r\n", "cp932")
    assert told.facts == {"B": SkuFacts(restock_date="none")}
    assert [one.line for one in told.refused] == [4, 5]


PRICES = (
    "TemplateType=PriceInventory\tVersion=2018.0924\tx\r\n商品管理番号\t販売価格\tポイント\t商品の入荷予定日\r\n"
    "sku\tprice\tstandard-price-points\trestock-date\r\n"
)


def test_a_price_file_tells_restock_dates() -> None:
    told = read(PRICES + "A\t100\t2\t2020-08-04\r\nB\t100\t2\t\r\nC\t100\t2\t2020/9/1\r\nD\t100\t2\tsoon\r\n", "cp932")
    assert told.facts == {
        "A": SkuFacts(restock_date=date(2020, 8, 4)),
        "B": SkuFacts(restock_date="none"),
        "C": SkuFacts(restock_date=date(2020, 9, 1)),
    }
    assert [(one.line, one.column, one.expected) for one in told.refused] == [(7, "restock-date", "a_day")]


def test_a_bare_weight_is_in_the_unit_of_its_column() -> None:
    assert read("sku,weight\nA,0.5\n").facts == read("sku,weight_g\nA,500\n").facts == read("sku,重さ(g)\nA,500g\n").facts
