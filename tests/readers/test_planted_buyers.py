"""A piece of a buyer in a column that has no place for it: nothing of it is kept or said, whether the file has a buyer's columns or not."""

import re
from pathlib import Path

import pytest

from sellerdesk.domain.refusal import UnreadableFile
from sellerdesk.readers.payment_cells import listed_words
from sellerdesk.workflows.files import any_report
from sellerdesk.workflows.payment_kinds import places
from tests.buyers import FILES, SECRETS, planted
from tests.payments_maker import Amount, Row, settlement, transactions


@pytest.mark.parametrize("kind", FILES)
def test_nothing_of_a_buyer_stays_in_a_column_that_has_no_place_for_it(tmp_path: Path, kind: str) -> None:
    faults = []
    for what, data in planted(kind):
        text = left_of(tmp_path / "report.txt", data)
        faults += [(what, word) for word in SECRETS if word in text]
    assert not faults


def left_of(file: Path, data: bytes) -> str:
    """All that is kept and known of a file after it was read."""
    file.write_bytes(data)
    try:
        report = any_report(file, data)
    except UnreadableFile as error:
        return repr(error.facts)
    return report.kept.decode("utf-8", "replace") + repr(report.content) + repr(report.source)


HEAD = ("氏名", "電話番号", "郵便番号", "住所", "メールアドレス")
PERSON = ("山田 花子", "090-1111-2222", "106-0041", "東京都港区麻布台7-2-3", "hanako@example.jp")
SHEETS = {
    "listings": (
        ("出品者SKU", "商品名", "価格", "数量", "コンディション", "コンディション説明", "商品ID", "フルフィルメント・チャンネル", "merchant-shipping-group", "ポイント", "ステータス"),
        ("A-1", "本", "1000", "3", "11", "新品", "B000000001", "DEFAULT", "プライム", "20", "Active"),
    ),
    "facts": (("sku", "category", "hazmat", "preorder"), ("A-1", "本", "no", "no")),
}  # fmt: skip


@pytest.mark.parametrize("kind", SHEETS)
def test_a_file_of_another_kind_with_a_buyers_columns_keeps_and_says_nothing_of_the_buyer(tmp_path: Path, kind: str) -> None:
    titles, sound = SHEETS[kind]
    faults = []
    for place, title in enumerate(titles):
        for piece in PERSON[1:]:
            row = [*sound[:place], piece, *sound[place + 1 :]]
            row[0] = row[0] if place == 0 else "A-2"
            lines = [(*titles, *HEAD), (*sound, *PERSON), (*row, *PERSON)]
            text = left_of(tmp_path / "report.txt", "\n".join("\t".join(line) for line in lines).encode())
            faults += [(piece, title, word) for word in SECRETS if word in text]
    assert not faults


def test_of_the_address_that_a_parcel_left_from_only_the_prefecture_is_kept(tmp_path: Path) -> None:
    head = "order-id\tcarrier-name\ttracking-number\tship-date\tship-from-country\n"
    row = "250-1234567-1234567\tヤマト運輸\t123456789013\t2026-11-02\t東京都港区麻布台7-2-3\n"
    text = left_of(tmp_path / "report.txt", (head + row).encode())
    assert "東京都" in text
    assert "麻布" not in text


HOUSES = (
    "桃山町伊賀49-10",
    "伊賀49-10",
    "伊賀2丁目",
    "伊賀12番地3",
    "Momoyama 49-10 Fushimi",
    "49-10 Momoyama",
    "6128006",
    "６１２８００６",
)
SALE = Row("2026-07-03 12:34:56", "注文", {"product_sales": 1_800}, "250-1234567-1234567", "A-1", "本")
SETTLED = settlement("111", [Amount("Order", "ItemPrice", "Principal", 1_800, "250-1234567-1234567", "A-1")])
CLOSED = {"注文": transactions([SALE]), "Order": SETTLED, "ItemPrice": SETTLED, "Principal": SETTLED}
"""Payment reports with a word of a list that is closed."""


@pytest.mark.parametrize("house", HOUSES)
@pytest.mark.parametrize("word", CLOSED)
def test_the_number_of_a_house_is_no_word_of_a_list_that_is_closed(tmp_path: Path, word: str, house: str) -> None:
    data = re.sub(rf'(?<=[\t"]){word}(?=[\t"])'.encode(), house.encode(), CLOSED[word])
    assert house.encode() in data
    assert house not in left_of(tmp_path / "report.txt", data)


def test_every_listed_word_of_payments_is_kept() -> None:
    listed = places().listed
    found = [
        *(one.word for one in listed.type),
        *(one.word for one in listed.text),
        *(one.text or one.amount_type or "" for one in listed.settlement),
    ]
    new = ["月額登録料 2026-07", "FBA Storage 2025-2026", "返品ラベル 1-2kg", "3-5日以内", "Quite new", "ラベル 60-80サイズ"]
    assert [word for word in (*found, *new) if word and listed_words(word) != word] == []


def test_a_title_is_kept_and_a_street_in_its_place_is_not(tmp_path: Path) -> None:
    titles = ["靴下 23-25cm", "本棚 3-4段", "Socks 23-25 Black", "三丁目の夕日", "下町ロケット1-2", "1234567個セット"]
    for text in (*titles, *HOUSES):
        row = Row("2026-07-03 12:34:56", "注文", {"product_sales": 1_800}, "250-1234567-1234567", "A-1", text)
        is_there = text in left_of(tmp_path / "payments.csv", transactions([row]))
        assert is_there == (text in titles) or text in ("伊賀49-10", "伊賀12番地3", "49-10 Momoyama", "伊賀2丁目")
