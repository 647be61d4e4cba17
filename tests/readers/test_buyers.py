"""What looks like a buyer's telephone, e-mail, postal code or address, and what a shop's own SKUs and numbers look like."""

from pathlib import Path

import pytest

from sellerdesk.domain.refusal import UnreadableFile
from sellerdesk.readers.buyers import is_personal, moved_rows, witness
from sellerdesk.workflows.files import any_report
from sellerdesk.workflows.shop.columns import unread


@pytest.mark.parametrize(
    "text",
    [
        "090-1234-5678", "09012345678", "０９０－１２３４－５６７８", "+81 90 1234 5678", "+819012345678", "(03) 1234-5678", "03-1234-5678", "0312345678",
        "TEL:03-1234-5678", "hanako@example.jp", "x hanako@example.co.jp", "106-0041", "〒1060041", "〒106-0041 東京都港区", "東京都港区麻布台1-2-3",
        "麻布台1丁目2番3号", "渋谷区1-2-3", "大阪府豊中市", "1-2-3 Azabudai, Minato-ku", "コーポ高橋203号室", "090ー1234ー5678",
    ],
)  # fmt: skip
def test_personal(text: str) -> None:
    assert is_personal(text)


@pytest.mark.parametrize(
    "text",
    [
        "SKU-1", "AB-090-1234-5678-X", "123456789012", "0123-4567-8901", "4901234567894", "0140449132", "りんご-5kg", "PayPay", "ヤマト運輸", "宅急便コンパクト",
        "249-1234567-1234567", "012-1234567-1234567", "EG123456789JP", "CR-DEFECTIVE", "ゆうパケット1-2cm", "キッチン用品", "", "red shirt L", "2020-07-31",
        "1000234", "町屋カフェ 豆 200g", "市松模様 90", "how-to book", "@home", "クレジットカード", "電話で注文", "道の駅", "府中 1",
    ],
)  # fmt: skip
def test_not_personal(text: str) -> None:
    assert not is_personal(text)


@pytest.mark.parametrize(
    ("title", "fits", "wrong"),
    [
        ("ship-postal-code", "106-0041", "東京都"), ("お届け先郵便番号", "1060041", "山田"), ("buyer-phone-number", "090-1 夜間のみ可", "東京都"),
        ("お届け先電話番号", "なし", "106-0041"), ("buyer-email", "a@b.jp", "花子"), ("ship-country", "JP", "106-0041"), ("ship-state", "東京都", "a@b.jp"),
        ("recipient-name", "山田 3世", "2020-07-31"), ("お届け先住所", "麻布台1-2-3", "2020/07/31"), ("ship-city", "港区", "090-1234-5678"),
    ],
)  # fmt: skip
def test_a_cell_under_another_title_tells_a_moved_row(title: str, fits: str, wrong: str) -> None:
    assert moved_rows(("order-id", title), [["1", "2", "3"], [fits, wrong, ""]], {"order_id": 0}) == {1: title}


@pytest.mark.parametrize(
    "title", ["お届け予定eメール利用区分", "お届け予定ｅメールメッセージ", "item-price", "mail_type", "備考", "国内送料", "statement"]
)
def test_titles_that_tell_nothing(title: str) -> None:
    assert witness(title) is None


def test_a_file_of_unknown_columns_shows_no_buyer(tmp_path: Path) -> None:
    file = tmp_path / "unknown.csv"
    file.write_text("番号らしき,氏名,連絡,色\n1,山田花子,090-1234-5678,赤\n", encoding="utf-8")
    assert unread(file)["rows"] == [["1", "…", "…", "赤"]]


def test_a_file_without_its_header_shows_no_buyer(tmp_path: Path) -> None:
    file = tmp_path / "headless.txt"
    file.write_text("249-1\t山田花子\t090-1234-5678\t赤\n", encoding="utf-8")
    with pytest.raises(UnreadableFile) as raised:
        any_report(file)
    assert raised.value.facts["header"] == "…"
