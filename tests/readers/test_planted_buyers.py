"""A piece of a buyer in a column that has no place for it: nothing of it is kept or said, whether the file has a buyer's columns or not."""

from pathlib import Path

import pytest

from sellerdesk.domain.refusal import UnreadableFile
from sellerdesk.workflows.files import any_report
from tests.buyers import FILES, SECRETS, planted


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
