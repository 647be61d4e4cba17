"""Who pays: all 22 reasons by number, code and phrase, in the free categories and in another; and the owner's readings."""

from datetime import date

import pytest

from sellerdesk.domain.assumptions import Assumptions
from sellerdesk.domain.returned_item import ReturnedItem
from sellerdesk.workflows.returns.quote import quote

DAY = date(2026, 1, 1)
CUSTOMER = {1, 2, 12, 15, 16, 17, 18}
# Row, report code, the phrase of the table in English, in Japanese.
ROWS = [
    (1, "ORDERED_WRONG_ITEM", "Accidental order", "間違えて注文した"),
    (2, "FOUND_BETTER_PRICE", "Better price available", "他でより低価格の商品を見つけた"),
    (3, "QUALITY_UNACCEPTABLE", "Performance or quality not adequate", "性能や品質が十分でない"),
    (4, "NOT_COMPATIBLE", "Incompatible or not useful for intended purpose", "互換性がない、目的に合わない"),
    (5, None, "Damaged due to inappropriate packaging", "梱包が不適切で破損した"),
    (6, "MISSED_ESTIMATED_DELIVERY", "Missed estimated delivery date", "お届け予定日に届かなかった"),
    (7, "MISSING_PARTS", "Missing parts or accessories", "部品や付属品が足りない"),
    (8, "DAMAGED_BY_CARRIER", "Damaged during shipping", "配送中に破損した"),
    (9, "SWITCHEROO", "Wrong item sent", "違う商品が届いた"),
    (10, "DEFECTIVE", "Defective or does not work properly", "不良品、正しく動かない"),
    (11, "EXTRA_ITEM", "Arrived in addition to what was ordered", "注文していない商品も届いた"),
    (12, "UNWANTED_ITEM", "No longer needed or wanted", "不要になった"),
    (13, "UNAUTHORIZED_PURCHASE", "Unauthorized purchase", "身に覚えのない購入"),
    (14, "NOT_AS_DESCRIBED", "Description on website was not accurate", "商品説明と違う"),
    (15, "PART_NOT_COMPATIBLE", "Part not compatible with existing system", "手持ちの機器や部品と合わない"),
    (16, "EXCESSIVE_INSTALLATION", "Excessive Installation/Did not Install", "取り付けに手間がかかり、取り付けなかった"),
    (17, "JEWELRY_TOO_SMALL", "Wrong size: too small/short", "サイズが小さい・短い"),
    (18, "JEWELRY_TOO_LARGE", "Wrong size: too large/long", "サイズが大きい・長い"),
    (19, "JEWELRY_BATTERY", "Dead battery/does not work", "電池切れで動かない"),
    (20, "JEWELRY_NO_DOCS", "Missing paperwork/manual/warrantee", "書類・説明書・保証書がない"),
    (21, "JEWELRY_NO_CERT", "Missing promised certification", "約束された証明書がない"),
    (22, "JEWELRY_TARNISHED", "Tarnished/unacceptable condition", "変色している、状態が悪い"),
]
SPELLED = [(row, word) for row, code, *words in ROWS for word in (str(row), *([code, f"CR-{code}"] if code else []), *words)]


def payer(reason: str | None, category: str | None, **readings: str) -> str:
    """Who pays; the readings by the number of their passage (AMB_05)."""
    shop = Assumptions(readings={name.replace("_", "-"): reading for name, reading in readings.items()})
    return quote(ReturnedItem("1", reason, category), DAY, shop).payer


@pytest.mark.parametrize(("row", "word"), SPELLED)
def test_every_reason_in_every_category(row: int, word: str) -> None:
    assert [payer(word, category) for category in ("Apparel", "Luggage", "Shoes")] == ["seller"] * 3
    assert payer(word, "Kitchen") == ("customer" if row in CUSTOMER else "seller")
    assert payer(word, None) == ("check" if row in CUSTOMER else "seller")


@pytest.mark.parametrize(
    ("reading", "rows"),
    [({"AMB_05": "doubt"}, {4, 15}), ({"AMB_06": "doubt"}, {1, 13}), ({"AMB_05": "code"}, set()), ({"AMB_06": "code"}, set())],
)
def test_a_reading_that_doubts_a_pair_leaves_it_open(reading: dict[str, str], rows: set[int]) -> None:
    assert {row for row, *_ in ROWS if payer(str(row), "Kitchen", **reading) == "check"} == rows
    assert {payer(str(row), "Shoes", **reading) for row, *_ in ROWS} == {"seller"}


def test_by_the_other_reading_a_wrong_size_outranks_the_category() -> None:
    assert {row for row, *_ in ROWS if payer(str(row), "Shoes", AMB_07="reason") == "customer"} == {17, 18}
    assert payer("17", None, AMB_07="reason") == "customer"
    assert payer("17", "メンズシューズ", AMB_07="reason") == "customer"


def test_what_is_unclear_is_named() -> None:
    assert quote(ReturnedItem("1", "17", "Shoes"), DAY).finding.ambiguity == "AMB-07"
    doubt = Assumptions(readings={"AMB-05": "doubt"})
    assert quote(ReturnedItem("1", "4", "Kitchen"), DAY, doubt).finding.ambiguity == "AMB-05"
    assert quote(ReturnedItem("1", "4", "Kitchen"), DAY).finding.ambiguity is None
