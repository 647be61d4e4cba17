"""`quote` as a user runs it: one return by options, many by a sheet, and the fares of the tariffs through it."""

from datetime import datetime
from pathlib import Path

import pytest

from sellerdesk.domain.japan import JAPAN
from sellerdesk.paths import DEFAULT_SHOP, store_of
from sellerdesk.workflows.shop.account import tell
from sellerdesk.workflows.shop.readings import take_reading
from tests.conftest import Desk

KEYS = {
    "payer", "fare", "fare_tariff", "refund", "return_shipping_deducted", "refund_least", "refund_most", "refund_by",
    "referral_fee_returned", "admin_fee", "points_returned", "shipping_refund", "account_charge", "cost", "sunk", "lines", "clauses",
    "warnings", "subject", "outcome", "facts", "text",
}  # fmt: skip
TOKYO = ("--method", "宅急便", "--size", "60", "--from-prefecture", "東京都", "--to-prefecture", "Tokyo", "--arrived-on", "2025-12-01")


def test_an_answer_has_the_keys_of_the_contract_and_whole_yen(desk: Desk) -> None:
    answer = desk("quote", "--reason", "3", *TOKYO, "--price", "1000", "--referral-percent", "15", "--tax-on-fees", "no", "--json")
    (one,) = answer.json["quotes"]
    assert one.keys() >= KEYS
    assert (one["fare"], one["account_charge"], one["refund_by"], one["subject"]) == (790, 865, "2025-12-03", "1")
    assert "November 2025" in one["fare_tariff"]
    assert "2025-11-10" in one["fare_tariff"]
    assert not [value for value in one.values() if isinstance(value, float)]
    assert {line["clause"] for line in one["lines"]} == {"S-26, S-28", "S-18", "own assumption", "Amazon's fee"}
    assert {line["kind"] for line in one["lines"] if line["clause"] == "Amazon's fee"} == {"admin_fee"}


def test_what_is_not_known_is_null_and_the_sum_says_at_least(desk: Desk) -> None:
    (one,) = desk("quote", "--reason", "3", *TOKYO, "--json").json["quotes"]
    assert (one["refund"], one["points_returned"], one["shipping_refund"], one["sunk"], one["account_charge"]) == (None,) * 5
    assert (one["cost"], one["at_least"], one["cost_text"]) == (790, True, "at least ¥790")
    assert one["not_exact"]["cost"]["lacking"] == ["handling_cost", "price", "value_loss_percent"]
    assert [line["missing"] for line in one["lines"] if line["kind"] == "handling"] == [["handling_cost"]]


def test_a_near_twin_is_told_with_its_yen(desk: Desk) -> None:
    (one,) = desk("quote", "--reason", "15", "--category", "Toys", "--ordered-on", "2025-11-01", *TOKYO, "--json").json["quotes"]
    assert len(one["warnings"]) == 2  # the other: for whom this fare is
    assert "¥790" in one["warnings"][0]
    assert "reason 4" in one["warnings"][0]


def test_a_refund_that_cannot_cover_the_fare_is_said(desk: Desk) -> None:
    args = ("--reason", "12", "--category", "Toys", "--fare", "900", "--shipping-charged", "0", "--gift-wrap", "0", "--json")
    (small,) = desk("quote", "--price", "600", *args).json["quotes"]
    assert (small["return_shipping_deducted"], any("¥300 may stay with your shop" in one for one in small["warnings"])) == (600, True)
    assert any("a difference of ¥600" in one for one in small["warnings"])  # no more than the refund moves to the other side
    (open_,) = desk("quote", "--price", "600", *args[:6], "--json").json["quotes"]
    assert not any("a difference of" in one for one in open_["warnings"])  # shipping and gift wrap may make the refund larger
    (large,) = desk("quote", "--price", "3000", *args).json["quotes"]
    assert not any("may stay" in one for one in large["warnings"])


@pytest.mark.parametrize(("category", "twins"), [("", 0), ("帽子", 0), ("Shoes", 0), ("Toys", 1)])
def test_a_twin_is_only_told_where_the_category_is_known(desk: Desk, category: str, twins: int) -> None:
    (one,) = desk("quote", "--reason", "10", "--category", category, "--json").json["quotes"]
    assert sum("12" in warning for warning in one["warnings"]) == twins


def test_what_is_lacking_is_said_once_at_the_foot(desk: Desk) -> None:
    lines = desk("quote", "--reason", "3").out.splitlines()
    (foot,) = [line for line in lines if "not known:" in line]
    assert (foot.count("price,"), "(not known" in "".join(lines)) == (1, False)


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_an_answer_for_a_person(desk: Desk, lang: str) -> None:
    out = desk("quote", "--reason", "12", "--category", "Shoes", "--price", "3000", *TOKYO, lang=lang).out
    for word in {"ja": ("少なくとも", "返金の期限: 2025-12-03", "S-29", "お店の想定"), "en": ("at least", "refund by: 2025-12-03", "S-29")}[
        lang
    ]:
        assert word in out


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--price", "12x"),
        ("--price", "0"),
        ("--referral-percent", "101"),
        ("--arrived-on", "2025-02-30"),
        ("--hazmat", "x"),
        ("--size", "0"),
    ],
)
def test_an_input_that_cannot_be_read_is_named(desk: Desk, option: str, value: str) -> None:
    answer = desk("quote", "--reason", "3", option, value)
    assert (answer.status, len(answer.err.splitlines())) == (2, 1)
    assert value in answer.err


@pytest.mark.parametrize(
    ("parcel", "fare", "said"),
    [(("ネコポス", "", "2025-12-01"), None, "contract"), (("ゆうパック", "60", "2023-09-30"), None, "2023-10-01"),
     (("ゆうパック", "180", "2025-12-01"), None, "TA-Q-BIN"), (("佐川", "60", "2025-12-01"), None, "佐川"),
     (("レターパックライト", "", "2024-09-30"), 370, ""), (("Letter Pack Plus", "", "2024-10-01"), 600, ""),
     (("TA-Q-BIN", "60", "2020-08-03"), None, "2024-04-01")],
)  # fmt: skip
def test_a_fare_is_never_guessed(desk: Desk, parcel: tuple[str, str, str], fare: int | None, said: str) -> None:
    method, size, day = parcel
    told = ("--method", method, "--size", size, "--arrived-on", day, "--from-prefecture", "東京", "--to-prefecture", "大阪")
    (one,) = desk("quote", "--reason", "3", *told, "--json").json["quotes"]
    assert one["fare"] == fare
    assert said in " ".join(one["warnings"])


@pytest.mark.parametrize(("lang", "assumed"), [("ja", "仮定"), ("en", "assumed")])
def test_a_fare_of_a_table_that_has_ended_is_assumed_and_never_exact(desk: Desk, lang: str, assumed: str) -> None:
    parcel = ("--method", "ゆうパック", "--size", "60", "--from-prefecture", "東京", "--to-prefecture", "大阪", "--price", "3000")
    told = ("quote", "--reason", "3", "--category", "Toys", *parcel, "--arrived-on")
    (one,) = desk(*told, "2026-10-01", "--json", lang=lang).json["quotes"]
    assert (one["fare"], one["not_exact"]["fare"]) == (990, {"bound": "assumed", "lacking": ["fare"]})
    assert one["not_exact"]["cost"]["bound"] == "at_least_about"
    assert one["lines"][0]["bound"] == "assumed"
    assert assumed in one["fare_tariff"]
    assert "2026-09-30" in " ".join(one["warnings"])
    assert f"990円({assumed})" in (text := desk(*told, "2026-10-01", lang=lang).out) or f"¥990 ({assumed})" in text
    (before,) = desk(*told, "2026-09-30", "--json", lang=lang).json["quotes"]
    assert before["fare"] == 990
    assert "fare" not in before["not_exact"]
    assert assumed not in before["fare_tariff"]


def test_the_fares_within_one_prefecture_say_that_they_are_for_private_customers(desk: Desk) -> None:
    told = ("quote", "--reason", "3", "--method", "宅急便", "--size", "60", "--arrived-on", "2026-01-15", "--from-prefecture", "東京")
    (within,) = desk(*told, "--to-prefecture", "東京", "--json").json["quotes"]
    (beyond,) = desk(*told, "--to-prefecture", "千葉", "--json").json["quotes"]
    assert within["fare"] == 790
    assert "private customers" in " ".join(within["warnings"])
    assert "private customers" not in " ".join(beyond["warnings"])


def sheet(folder: Path, text: str) -> Path:
    """A sheet of returns to quote."""
    file = folder / "returns.csv"
    file.write_text(text, encoding="utf-8-sig")
    return file


def test_a_row_that_cannot_be_read_stands_in_its_place(desk: Desk, tmp_path: Path) -> None:
    file = sheet(tmp_path, "reason,category,price\n3,Toys,1000\n3,Toys,12x\n3,Toys,2000\n")
    answer = desk("quote", "--batch", file, "--json")
    assert [(one["payer"], one["refund"]) for one in answer.json["quotes"]] == [("seller", 1000), ("check", None), ("seller", 2000)]
    assert "12x" in answer.json["quotes"][1]["warnings"][0]
    assert answer.status == 1
    assert "12x" in desk("quote", "--batch", file).out
    alone = desk("quote", "--batch", sheet(tmp_path, "reason,price\n3,12x\n"), "--json")
    assert [one["payer"] for one in alone.json["quotes"]] == ["check"]


def test_a_sheet_may_have_a_japanese_header(desk: Desk, tmp_path: Path) -> None:
    header = "返品理由,カテゴリー,価格,配送方法,サイズ,重さ,発地,着地,到着日,手数料率,危険物,評価損(%)"
    file = sheet(
        tmp_path,
        header + "\n違う商品が届いた,,1000,宅急便,60,3kg,東京,東京,2025/12/1,8.5%,いいえ,10\n",
    )
    (one,) = desk("quote", "--batch", file, "--json").json["quotes"]
    assert (one["payer"], one["fare"], one["referral_fee_returned"], one["refund_least"]) == ("seller", 1090, 94, 1000)


# Method, size, from, to, day the parcel came back, fare: typed from the carriers' lists.
CELLS = [
    ("takkyubin", 60, "東京都", "東京都", "2025-12-01", 790), ("takkyubin", 60, "東京都", "東京都", "2025-11-09", 940),
    ("宅急便", 60, "東京都", "大阪府", "2025-12-01", 1060), ("宅急便", 100, "東京都", "大阪府", "2024-04-01", 1650),
    ("TA-Q-BIN", 200, "北海道", "沖縄県", "2025-09-30", 10730), ("宅急便", 200, "秋田県", "長崎県", "2026-06-30", 8230),
    ("宅急便", 60, "沖縄県", "沖縄県", "2026-06-30", 940), ("宅急便コンパクト", "", "大阪府", "北海道", "2025-12-01", 1040),
    ("TA-Q-BIN Compact", "", "石川県", "北海道", "2025-12-01", 930), ("ゆうパック", 60, "千葉県", "東京都", "2025-01-01", 880),
    ("ゆうパック", 170, "福岡県", "北海道", "2026-09-30", 5030), ("Yu-Pack", 60, "千葉県", "千葉県", "2023-10-01", 820),
    ("ゆうパック", 60, "東京都", "東京都", "2023-09-30", None), ("Letter Pack Light", "", "", "", "2025-12-01", 430),
]  # fmt: skip


def test_cells_of_the_tariffs_through_a_sheet(desk: Desk, tmp_path: Path) -> None:
    rows = "".join(f"3,{','.join(map(str, cell[:5]))}\n" for cell in CELLS)
    file = sheet(tmp_path, "reason,method,size,from_prefecture,to_prefecture,arrived_on\n" + rows)
    quotes = desk("quote", "--batch", file, "--json").json["quotes"]
    assert [one["fare"] for one in quotes] == [cell[5] for cell in CELLS]


def test_the_shops_own_readings_and_closed_days_hold(desk: Desk, tmp_path: Path) -> None:
    asked = ("quote", "--reason", "17", "--category", "Shoes", "--arrived-on", "2025-12-01", "--json")
    (before,) = desk(*asked).json["quotes"]
    store, now = store_of(DEFAULT_SHOP, tmp_path / "data"), datetime(2025, 12, 1, tzinfo=JAPAN)
    take_reading(store, "AMB-07", "reason", now)
    tell(store, {"closed_days": "2025-12-02"}, now)
    (after,) = desk(*asked).json["quotes"]
    assert [(one["payer"], one["ambiguity"], one["refund_by"]) for one in (before, after)] == [
        ("seller", "AMB-07", "2025-12-03"),
        ("customer", "AMB-07", "2025-12-04"),
    ]


BASE = (
    "--category",
    "おもちゃ",
    "--price",
    "3000",
    "--points",
    "0",
    "--shipping-charged",
    "0",
    "--gift-wrap",
    "0",
    "--ordered-on",
    "2026-10-01",
)


def test_an_assumed_fare_beside_what_is_not_told_is_at_least_about_so_much(desk: Desk) -> None:
    parcel = (
        "--method",
        "yupack",
        "--size",
        "60",
        "--from-prefecture",
        "東京都",
        "--to-prefecture",
        "東京都",
        "--arrived-on",
        "2026-10-05",
    )
    (one,) = desk("quote", "--reason", "3", *BASE, *parcel, "--json").json["quotes"]
    assert one["at_least"] is True
    assert one["cost_text"].startswith("at least about ¥")
    assert one["not_exact"]["cost"]["bound"] == "at_least_about"
    assert "少なくともおよそ" in desk("quote", "--reason", "3", *BASE, *parcel, lang="ja").out
    full = (*parcel, "--handling-cost", "0", "--value-loss-percent", "0")
    (sure,) = desk("quote", "--reason", "3", *BASE, *full, "--json").json["quotes"]
    assert (sure["at_least"], sure["not_exact"]["cost"]["bound"]) == (False, "assumed")


def test_a_fare_that_the_refund_does_not_cover_leaves_the_cost_open_upwards(desk: Desk) -> None:
    told = ("--reason", "12", "--category", "おもちゃ", "--price", "600", "--points", "0", "--shipping-charged", "0", "--gift-wrap", "0")
    costs = (
        "--fare",
        "900",
        "--handling-cost",
        "300",
        "--value-loss-percent",
        "0",
        "--referral-percent",
        "10",
        "--arrived-on",
        "2026-11-01",
    )
    (one,) = desk("quote", *told, *costs, "--json").json["quotes"]
    assert one["at_least"] is True
    assert "beyond the refund" in desk("quote", *told, *costs).out
    (covered,) = desk("quote", *told, "--fare", "600", *costs[2:], "--json").json["quotes"]
    assert covered["at_least"] is False


@pytest.mark.parametrize(
    ("category", "day", "key"),
    [
        ("本", "2025-04-14", "分かりません"),
        ("本", "2025-04-15", "140円"),
        ("DVD", "2026-11-01", "分かりません"),
        ("メディア", "2024-01-01", "分かりません"),
        ("おもちゃ", "2026-11-01", ""),
    ],
)
def test_a_closing_fee_that_is_not_known_is_said(desk: Desk, category: str, day: str, key: str) -> None:
    told = desk(
        "quote",
        "--reason",
        "3",
        "--category",
        category,
        "--price",
        "3000",
        "--points",
        "0",
        "--ordered-on",
        day,
        "--arrived-on",
        day,
        "--json",
        lang="ja",
    )
    said = [one for one in told.json["quotes"][0]["warnings"] if "成約料" in one]
    assert bool(said) == bool(key)
    assert all(key in one for one in said)


@pytest.mark.parametrize(("lang", "key"), [("ja", "「本」のカテゴリー成約料"), ("en", "The closing fee of “本”")])
def test_a_closing_fee_that_is_not_known_is_called_by_the_category_that_was_typed(desk: Desk, tmp_path: Path, lang: str, key: str) -> None:
    asked = ("quote", "--reason", "3", "--category", "本", "--price", "3000", "--ordered-on", "2024-11-01", "--arrived-on", "2024-11-10")
    said = desk(*asked, lang=lang).out
    assert key in said
    assert "本のカテゴリー成約料」" not in said
    assert "Closing fee of books" not in said
    report = tmp_path / "listings.txt"
    report.write_text("seller-sku\titem-name\tprice\tPoints\titem-condition\nA\tt\t2000\t40\t11\n", encoding="utf-8")
    assert key in desk("cost", report, "--units", "10", "--category", "本", "--as-of", "2024-11-10", lang=lang).out


def test_where_points_take_a_sale_below_a_step_both_readings_of_the_fee_are_said(desk: Desk) -> None:
    sale = ("--price", "760", "--shipping-charged", "0", "--gift-wrap", "0", "--arrived-on", "2026-11-10", "--ordered-on", "2026-11-01")
    asked = ("quote", "--reason", "12", "--category", "おもちゃ", *sale, "--tax-on-fees", "no")
    (answer,) = desk(*asked, "--points", "20", "--json").json["quotes"]
    assert answer["referral_fee_returned"] == 77  # 10.4% of 740 yen: by the amount before points the sale is above 750 yen
    (said,) = [warning for warning in answer["warnings"] if "AMB-19" in warning]
    assert "¥740" in said
    assert "¥37" in said  # 5% of 740 yen
    assert "AMB-19" in desk(*asked, "--points", "20", lang="ja").out
    for points in ("0", "10"):  # nothing is taken off; 750 yen is below the step, so both readings differ
        assert ("AMB-19" in desk(*asked, "--points", points).out) is (points == "10")
    assert "AMB-19" not in desk(*asked, "--points", "9").out, "751 yen less points is above the step by both readings"
    desk("account", "reading", "AMB-19=less-points")
    (answer,) = desk(*asked, "--points", "20", "--json").json["quotes"]
    assert answer["referral_fee_returned"] == 37
    assert any("AMB-19" in warning and "¥77" in warning for warning in answer["warnings"])


def test_a_method_that_is_not_allowed_is_called_by_its_name(desk: Desk) -> None:
    told = ("quote", "--reason", "3", "--category", "Toys", "--price", "1000", "--method", "クロネコゆうパケット", "--size", "60")
    assert "“Kuroneko Yu-Packet” is none of" in desk(*told).out
    assert "「クロネコゆうパケット」" in desk(*told, lang="ja").out
