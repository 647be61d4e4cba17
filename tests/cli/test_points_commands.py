"""fix, cashless, account, cost, undo and history as a user runs them: what the files hold, and what changes nothing."""

import hashlib
import os
import random
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sellerdesk.clock import JAPAN
from sellerdesk.workflows.terms import terms
from tests.conftest import Answer, Desk

DAY = ("--as-of", "2020-08-03")
TWO = "points.two-percent"
HEAD = "seller-sku\titem-name\tprice\tPoints\titem-condition\tfulfillment-channel\tquantity"
KEYS = [
    "sku",
    "price",
    "standard-price-points",
    "quantity",
    "currency",
    "sale-price",
    "sale-price-points",
    "sale-from-date",
    "sale-through-date",
    "restock-date",
    "minimum-seller-allowed-price",
    "maximum-seller-allowed-price",
    "fulfillment-channel",
    "handling-time",
]
BEHIND = [""] * 5
TEMPLATE_SUM = "295a88cffd9a6b1b64efb7f5caaeecd0fe19da7816bbb5b7ccac3fbe46627582"
"""SHA-256 of the header lines of the template as it was downloaded."""
JAPANESE = [
    "商品管理番号",
    "販売価格",
    "ポイント",
    "在庫数",
    "通貨コード",
    "セール価格",
    "セール時ポイント",
    "セール開始日",
    "セール終了日",
    "商品の入荷予定日",
    "販売価格の下限設定",
    "販売価格の上限設定",
    "出荷経路",
    "出荷作業日数",
]


def listings(folder: Path, *rows: str) -> Path:
    """A listings report."""
    file = folder / "listings.txt"
    file.write_text("\n".join([HEAD, *rows]) + "\n", encoding="utf-8")
    return file


def cells(file: Path) -> list[list[str]]:
    """The rows of an upload file."""
    data = file.read_bytes()
    assert data.endswith(b"\r\n")
    return [line.split("\t") for line in data.decode("cp932").split("\r\n")[:-1]]


def test_a_price_file_mends_ten_thousand_random_prices(desk: Desk, tmp_path: Path) -> None:
    rng = random.Random(4)  # noqa: S311 (prices, not secrets)
    prices = [*range(2, 202), *(rng.randint(2, 1_000_000) for _ in range(9_800))]
    points = [rng.choice([0, 1, price // 100, (price * 2 + 50) // 100, price // 2, price // 2 + 1, price]) for price in prices]
    rows = [f"S{number}\tt\t{price}\t{count}\t11\tDEFAULT\t3" for number, (price, count) in enumerate(zip(prices, points, strict=True))]
    report, out = listings(tmp_path, *rows), tmp_path / "fix.txt"
    found = desk("audit", report, *DAY, "--json")
    assert desk("fix", report, "--form", "price-file", "--with-cap", "--out", out, *DAY).status == 0
    written = {row[0]: row for row in cells(out)[3:]}
    assert set(written) == {one["subject"] for one in found.json["findings"] if one["rule"] in ("points.two-percent", "points.cap")}
    for row in written.values():
        assert [row[place] for place in (3, *range(5, 12), 13)] == [""] * 9, "stock, sales and limits stay as they are"
    after = desk("audit", report, "--as-uploaded", out, *DAY, "--json")
    assert [one for one in after.json["findings"] if one["rule"] in ("points.two-percent", "points.cap")] == []
    assert after.json["summary"]["points.two-percent"]["ok"] == len(prices)


def test_a_price_file_has_amazons_header_and_the_same_bytes_every_time(desk: Desk, tmp_path: Path) -> None:
    report = listings(
        tmp_path, "0012\tt\t1,980 JPY\t39\t11\tAMAZON_JP\t", "=1+1\tt\t3000\t1501\t1\tDEFAULT\t0", "NOS\tt\t1\t1\t11\tDEFAULT\t1"
    )
    first, second = tmp_path / "one.txt", tmp_path / "two.txt"
    for out in (first, second):
        desk("fix", report, "--form", "price-file", "--with-cap", "--out", out, *DAY)
    assert first.read_bytes() == second.read_bytes()
    rows = cells(first)
    assert rows[0][:2] == ["TemplateType=PriceInventory", "Version=2018.0924"]
    assert (rows[1], rows[2]) == (JAPANESE + BEHIND, KEYS + BEHIND)
    assert {len(row) for row in rows} == {19}, "Amazon's template has 19 cells in every line, the last five blank"
    header = b"".join(first.read_bytes().splitlines(keepends=True)[:3])
    assert (len(header), hashlib.sha256(header).hexdigest()) == (531, TEMPLATE_SUM), "byte for byte Amazon's own header"
    assert [[*row[:5], row[12]] for row in rows[3:]] == [
        ["0012", "1980", "40", "", "JPY", "AMAZON_JP"],
        ["=1+1", "3000", "1500", "", "JPY", "DEFAULT"],
    ]
    told = desk("fix", report, "--form", "price-file", "--with-cap", "--json", *DAY).json
    assert [one["sku"] for one in told["impossible"]] == ["NOS"]
    assert told["cost"] == {"before": 1540, "after": 1540, "more": 0}


def test_points_above_the_cap_are_named_and_left_alone_in_both_forms_unless_asked_for(desk: Desk, tmp_path: Path) -> None:
    report = listings(tmp_path, "OVER\tt\t40\t990\t11\tDEFAULT\t1", "SHORT\tt\t1980\t0\t11\tDEFAULT\t1", "ODD\tt\t99\t99\t11\tDEFAULT\t1")
    for form in ("price-file", "points-central"):
        told = desk("fix", report, "--form", form, "--json", *DAY).json
        assert ([one["sku"] for one in told["rows"]], [one["sku"] for one in told["over_cap"]]) == (["SHORT"], ["OVER", "ODD"])
        capped = {one["sku"]: one["after"] for one in desk("fix", report, "--form", form, "--with-cap", "--json", *DAY).json["rows"]}
        assert capped == {"OVER": 20, "SHORT": 40, "ODD": 49}
        chosen = desk("fix", report, "--form", form, "--with-cap", "--leave-out", "ODD", "--json", *DAY).json["rows"]
        assert [one["sku"] for one in chosen] == ["OVER", "SHORT"]


def test_points_central_takes_whole_percents_by_the_reading_in_force(desk: Desk, tmp_path: Path) -> None:
    report = listings(tmp_path, "A\tt\t1020\t20\t11\tDEFAULT\t1", "B\tt\t1980\t0\t11\tDEFAULT\t1", "C\tt\t3\t0\t11\tDEFAULT\t1")

    def percents() -> dict[str, int]:
        return {row["sku"]: row["percent"] for row in desk("fix", report, "--form", "points-central", "--json", *DAY).json["rows"]}

    assert percents() == {"A": 3, "B": 2, "C": 34}, "17% of ¥3 makes the 0 points that show when rounded down: it may be set already"
    desk("account", "reading", "AMB-13=down")
    assert percents() == {"A": 3, "B": 3, "C": 34}
    desk("account", "reading", "AMB-13=setting")
    assert percents() == {"B": 2, "C": 2}, "a 2% setting is enough, and A then is no shortfall"
    out = tmp_path / "central.txt"
    desk("fix", report, "--form", "points-central", "--out", out, *DAY)
    assert out.read_bytes() == b"sku\tpoints_percent\r\nB\t2\r\nC\t2\r\n"


@pytest.mark.parametrize("reading", ["half-up", "down", "setting"])
def test_verdict_and_file_say_one_percent_and_setting_it_is_no_breach_again(desk: Desk, tmp_path: Path, reading: str) -> None:
    """Whatever way Amazon rounds what the file sets: the next audit names no breach, or another percent than the one that is set."""
    desk("account", "reading", f"AMB-13={reading}")
    offers = [(1980, 39), (1980, 0), (49, 0), (2, 0), (20, 0), (1020, 20), (1000, 10)]
    for price, points in offers:
        report = listings(tmp_path, f"A\tt\t{price}\t{points}\t11\tDEFAULT\t1")
        day = ("--as-of", "2026-11-28")
        (finding,) = (one for one in desk("audit", report, *day, "--json", "--all").json["findings"] if one["rule"] == "points.two-percent")
        rows = desk("fix", report, *day, "--json").json["rows"]
        if finding["outcome"] == "ok":
            assert (rows, reading) == ([], "setting")
            continue
        (row,) = rows
        assert row["percent"] == finding["facts"]["percent"] == finding["change"][0]["percent"]
        assert f"{row['percent']}%" in finding["fix"]
        for made in {price * row["percent"] // 100, (price * row["percent"] + 50) // 100}:
            after = listings(tmp_path, f"A\tt\t{price}\t{made}\t11\tDEFAULT\t1")
            found = [one for one in desk("audit", after, *day, "--json").json["findings"] if one["rule"] == "points.two-percent"]
            assert not [one for one in found if one["outcome"] == "breach" and one["facts"]["percent"] == row["percent"]]
            assert reading != "setting" or not [one for one in found if one["outcome"] == "breach"]


def test_points_above_the_cap_by_rounding_alone_are_a_check_and_a_breach_names_the_percent(desk: Desk, tmp_path: Path) -> None:
    report = listings(tmp_path, "A\tt\t1999\t1000\t11\tDEFAULT\t1", "B\tt\t1999\t1001\t11\tDEFAULT\t1")
    day = ("--as-of", "2026-11-28")
    found = {one["subject"]: one for one in desk("audit", report, *day, "--json").json["findings"]}
    assert (found["A"]["outcome"], found["A"]["ambiguity"], found["B"]["outcome"]) == ("check", "AMB-13", "breach")
    assert found["B"]["change"] == [{"subject": "B", "fact": "points", "to": 999, "kind": "mend", "percent": 49}]
    assert "49%" in found["B"]["fix"]
    told = desk("fix", report, *day, "--json").json
    assert [(one["sku"], one["percent"]) for one in told["over_cap"]] == [("B", 49)]
    desk("account", "reading", "AMB-13=down")
    assert desk("audit", report, *day, "--json").findings()["points.cap"] == {"breach": {"A", "B"}}
    desk("account", "reading", "AMB-13=setting")
    assert desk("audit", report, *day, "--json").findings()["points.cap"] == {"breach": {"B"}}


def test_a_cap_of_no_point_is_no_point(desk: Desk, tmp_path: Path) -> None:
    report = listings(tmp_path, "A\tt\t1\t9\t11\tDEFAULT\t1")
    (finding,) = desk("audit", report, "--as-of", "2020-06-30", "--json").json["findings"]
    assert "down to 0" in finding["fix"]
    assert "fewer" not in finding["fix"]


def test_a_sku_that_cp932_cannot_hold_is_listed_and_not_lost(desk: Desk, tmp_path: Path) -> None:
    report, out = listings(tmp_path, "🐟-1\tt\t1980\t0\t11\tDEFAULT\t1", "A\tt\t1980\t0\t11\tDEFAULT\t1"), tmp_path / "fix.txt"
    answer = desk("fix", report, "--form", "price-file", "--out", out, *DAY)
    assert "set the points of 🐟-1 to 40 by hand" in answer.out
    assert [row[0] for row in cells(out)[3:]] == ["A"]


def test_the_form_follows_the_day(desk: Desk, tmp_path: Path) -> None:
    report, out = listings(tmp_path, "🐟-1\tt\t1980\t0\t11\tDEFAULT\t1", "OK\tt\t1000\t25\t11\tDEFAULT\t1"), tmp_path / "fix.txt"
    last, first = ("--as-of", "2023-03-20"), ("--as-of", "2023-03-21")
    assert desk("fix", report, "--form", "price-file", "--out", out, *last).status == 0
    out.unlink()
    for lang, word in (("en", "Since 2023-03-21"), ("ja", "2023-03-21から")):
        refused = desk("fix", report, "--form", "price-file", "--out", out, *first, lang=lang)
        assert (refused.status, word in refused.err, out.exists()) == (2, True, False)
    assert desk("fix", report, "--form", "price-file", "--anyway", "--out", out, *first).status == 0
    assert desk("fix", report, "--out", out, *first).status == 0
    assert out.read_bytes().decode() == "sku\tpoints_percent\r\n🐟-1\t2\r\n"
    desk("fix", report, "--whole-list", "--out", out, *first)
    assert out.read_bytes().decode() == "sku\tpoints_percent\r\n🐟-1\t2\r\nOK\t3\r\n"  # 25 of 1,000 yen is 2.5%, rounded half up
    assert desk("fix", report, "--whole-list", "--form", "price-file", *last).status == 2


PRICES = (
    "sku\tprice\tsale-price\tsale-price-points\tsale-from-date\tsale-through-date\n"
    "A\t2000\t1000\t1\t2023-03-15\t2023-03-25\nB\t2000\t1000\t1\t2023-03-25\t2023-03-30\n"
)


def test_a_sale_has_points_of_its_own_until_20_march_2023_and_days_to_change_the_percentage_from_then_on(
    desk: Desk, tmp_path: Path
) -> None:
    report = listings(tmp_path, "A\tt\t2000\t40\t11\tDEFAULT\t1", "B\tt\t2000\t20\t11\tDEFAULT\t1")
    prices = tmp_path / "prices.txt"
    prices.write_text(PRICES, encoding="utf-8")

    def found(day: str) -> dict[str, dict[str, set[str]]]:
        every = desk("audit", report, "--price-file", prices, "--as-of", day, "--json").findings()
        return {rule: one for rule, one in every.items() if rule in ("points.sale-price", "points.sale-percent", "points.default")}

    assert found("2023-03-20") == {"points.sale-price": {"breach": {"A"}}, "points.default": {"advice": {"B"}}}
    assert found("2023-03-21") == {"points.sale-percent": {"advice": {"A", "B"}}, "points.default": {"advice": {"B"}}}
    assert found("2023-03-26") == {"points.sale-percent": {"advice": {"B"}}, "points.default": {"advice": {"B"}}}
    out = desk("audit", report, "--price-file", prices, "--as-of", "2023-03-21").out
    assert "2023-03-25" in out


def test_the_days_of_sales_stand_in_today_and_in_the_calendar(desk: Desk, tmp_path: Path) -> None:
    report, prices = listings(tmp_path, "A\tt\t2000\t40\t11\tDEFAULT\t1", "B\tt\t2000\t20\t11\tDEFAULT\t1"), tmp_path / "prices.txt"
    prices.write_text(PRICES, encoding="utf-8")
    desk("import", report)
    desk("import", prices)

    def today(day: str) -> dict[str, tuple[int, int]]:
        told = desk("today", "--as-of", day, "--json").json["needs"]
        return {one["need"]: (one["count"], one["days"]) for one in told if one["need"].startswith("sale_")}

    assert today("2023-03-20") == {"sale_set": (1, 5), "sale_back": (2, 6)}
    assert today("2023-03-26") == {"sale_back": (2, 0)}
    assert today("2023-04-01") == {}
    assert today("2023-02-26") == {"sale_set": (1, 27), "sale_back": (1, 28)}
    assert today("2023-01-01") == {}, "none for today that is months off"
    assert "2023-03-26 (1), 2023-03-31 (1)" in desk("today", "--as-of", "2023-03-20").out
    out = tmp_path / "days.ics"
    for lang in ("ja", "en"):
        assert desk("export", "deadlines", "--as-of", "2023-03-20", "--out", out, lang=lang).status == 0
        assert out.read_bytes().count(b"BEGIN:VEVENT") == 3
        assert b"UID:2023-03-25.points-set@sellerdesk" in out.read_bytes()


@pytest.mark.parametrize(
    ("encoding", "head"),
    [("utf-8-sig", "sku\tpoints_percent"), ("cp932", "seller-sku\tpoint_percent"), ("utf-8", "出品者SKU\tpoints-percent")],
)
def test_the_list_of_points_central_is_held_against_the_listings(desk: Desk, tmp_path: Path, encoding: str, head: str) -> None:
    offers = ("A\tt\t1980\t40", "B\tt\t1980\t20", "C\tt\t1000\t20", "D\tt\t1000\t10", "S\tt\t2000\t20")
    report, file = listings(tmp_path, *(f"{offer}\t11\tDEFAULT\t1" for offer in offers)), tmp_path / "list.txt"
    rows = ("A\t2", "B\t2%", "C\t", "X\t3", "S\t2", "Y\t2.5")
    file.write_bytes("\r\n".join((head, *rows, "")).encode(encoding))
    answer = desk("points-list", file, "--listings", report, "--as-of", "2023-04-01", "--json")
    assert answer.status == 1
    cases = {one["sku"]: one["case"] for one in answer.json["skus"]}
    assert cases == {
        "A": "same",
        "B": "differs",
        "C": "not_known",
        "D": "not_in_list",
        "X": "not_listed",
        "S": "differs",
        "Y": "not_listed",
    }
    (one,) = [one for one in answer.json["skus"] if one["sku"] == "B"]
    assert (one["percent"], one["shows"], one["points"]) == (2, 1, 20)
    assert {one["value"] for one in answer.json["source"]["refused"]} >= {"2.5"}
    prices = tmp_path / "prices.txt"
    prices.write_text(
        PRICES.replace("A\t2000\t1000\t1\t2023-03-15\t2023-03-25", "S\t2000\t1000\t1\t2023-04-01\t2023-04-05"), encoding="utf-8"
    )
    desk("import", report)
    desk("import", prices)
    told = desk("points-list", file, "--as-of", "2023-04-01", "--json").json["skus"]
    assert next(one["case"] for one in told if one["sku"] == "S") == "same"
    for lang, word in (("ja", "設定 2%、表示 1,980円に20ポイント"), ("en", "set 2%, shown 20 points on ¥1,980")):
        assert word in desk("points-list", file, "--listings", report, lang=lang).out


def test_an_old_report_asks_before_it_is_written_from(desk: Desk, tmp_path: Path) -> None:
    report, out = listings(tmp_path, "A\tt\t1980\t0\t11\tDEFAULT\t1"), tmp_path / "fix.txt"
    os.utime(report, (time.time() - 25 * 3600,) * 2)
    answer = desk("fix", report, "--out", out, *DAY)
    assert answer.status == 2
    assert "25 hours old" in answer.err
    assert not out.exists()
    assert desk("fix", report, "--out", out, "--yes", *DAY).status == 0
    assert out.exists()


ORDERS = "amazon-order-id\tpurchase-date\torder-status\tpayment-method\tchanged-payment-method\tship-date\tship-confirmed-date\titem-price\tcategory"


def orders(folder: Path, *rows: str, head: str = ORDERS) -> Path:
    """An order report."""
    file = folder / "orders.txt"
    file.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    return file


def states(answer: Answer) -> dict[str, str]:
    """The state of every order listed."""
    return {one["subject"]: one["state"] for one in answer.json["findings"]}


def test_cashless_says_why_and_how_much(desk: Desk, tmp_path: Path) -> None:
    file = orders(
        tmp_path,
        "1\t2020-06-30T14:59:59Z\tShipped\tVisa\t\t2020-07-01\t2020-07-01\t2345\tBeauty",
        "2\t2020-06-30T15:00:00Z\tShipped\tVisa\t\t2020-07-01\t2020-07-01\t100\t靴",
        "3\t2020-06-20\tShipped\t\t\t2020-07-01\t2020-07-01\t100\t",
    )
    answer = desk("cashless", file, *DAY, "--json", "--all")
    assert states(answer) == {"1": "eligible", "2": "not-eligible", "3": "check"}
    assert answer.json["rebate"] == {"eligible": 117, "open": 0}
    assert answer.json["missing"] == [{"fact": "payment_method", "records": 1, "settles": 1}]
    assert answer.status == 1
    assert states(desk("cashless", file, *DAY, "--json")) == {"2": "not-eligible"}, "ok and missing facts are listed with --all only"
    assert desk("cashless", file, *DAY, "--payment", "cashless").status == 0
    assert states(desk("cashless", file, *DAY, "--category", "shoes", "--json")) == {"2": "not-eligible"}


def test_a_file_without_a_shop_says_that_it_takes_the_shop_for_a_participant(desk: Desk, tmp_path: Path) -> None:
    file = orders(tmp_path, "1\t2020-06-30T14:59:59Z\tShipped\tVisa\t\t2020-07-01\t2020-07-01\t2345\tBeauty")
    assert "--participant no" in desk("cashless", file, *DAY).out
    assert desk("cashless", file, *DAY, "--json").json["participant_assumed"]
    told = desk("cashless", file, *DAY, "--participant", "no", "--json").json
    assert (told["participant_assumed"], told["states"]["eligible"], told["states"]["not-eligible"]) == (False, 0, 1)


def test_a_file_says_the_same_in_every_zone(desk: Desk, tmp_path: Path) -> None:
    """The same orders around every boundary, their stamps written in UTC, with +09:00, and as bare Japan time."""
    moments = [datetime(2020, 7, 1, tzinfo=JAPAN), datetime(2020, 7, 30, tzinfo=JAPAN), datetime(2019, 10, 1, tzinfo=JAPAN)]
    steps = [timedelta(seconds=seconds) for seconds in (-86_400, -1, 0, 1)]
    pairs = [(placed + step, shipped + other) for placed in moments for step in steps for shipped in moments for other in steps]
    told = []
    for zone, form in ((UTC, "%Y-%m-%dT%H:%M:%SZ"), (JAPAN, "%Y-%m-%dT%H:%M:%S+09:00"), (JAPAN, "%Y/%m/%d %H:%M:%S")):
        stamps = [(one.astimezone(zone).strftime(form), two.astimezone(zone).strftime(form)) for one, two in pairs]
        rows = [f"{number}\t{one}\tShipped\tVisa\t\t{two}\t{two}\t100\t" for number, (one, two) in enumerate(stamps)]
        told.append(states(desk("cashless", orders(tmp_path, *rows), *DAY, "--json", "--all")))
    assert told[0] == told[1] == told[2]
    assert set(told[0].values()) == {"eligible", "not-eligible"}


@pytest.mark.parametrize(
    ("column", "fact"), [("payment-method", "payment_method"), ("ship-confirmed-date", "ship_confirmed"), ("ship-date", "ship_date")]
)
def test_a_missing_column_is_a_check_with_that_fact_named(desk: Desk, tmp_path: Path, column: str, fact: str) -> None:
    row = dict(zip(ORDERS.split("\t"), ["1", "2020-06-20", "Shipped", "Visa", "", "2020-07-01", "2020-07-01", "100", ""], strict=True))
    kept = [name for name in row if name != column]
    answer = desk("cashless", orders(tmp_path, "\t".join(row[name] for name in kept), head="\t".join(kept)), *DAY, "--json", "--all")
    assert states(answer) == {"1": "check"}
    assert [one["fact"] for one in answer.json["missing"]] == [fact]


def test_payment_is_answered_once_for_the_shop_and_undone(desk: Desk, tmp_path: Path) -> None:
    file = orders(
        tmp_path, "1\t2020-06-20\tShipped\t\t\t2020-07-01\t2020-07-01\t100\t", "2\t2020-06-20\tShipped\t\t\t2020-07-01\t2020-07-01\t1\t"
    )
    desk("account", "set", "participant=yes")
    desk("account", "payment", "cashless")
    desk("account", "payment", "other", "2")
    assert states(desk("cashless", file, *DAY, "--json", "--all")) == {"1": "eligible", "2": "not-eligible"}
    desk("undo")
    assert states(desk("cashless", file, *DAY, "--json", "--all")) == {"1": "eligible", "2": "eligible"}
    desk("undo")
    assert states(desk("cashless", file, *DAY, "--json", "--all")) == {"1": "check", "2": "check"}
    desk("redo")
    assert states(desk("cashless", file, *DAY, "--json", "--all"))["1"] == "eligible"


def test_nothing_of_a_buyer_reaches_the_store_or_any_answer(desk: Desk, tmp_path: Path) -> None:
    buyer = ["山田花子", "hanako@example.com", "090-0000-1111", "港区芝公園4-2-8"]
    head = ORDERS + "\tbuyer-name\tbuyer-email\tbuyer-phone-number\tship-address-1"
    file = orders(tmp_path, "\t".join(["1", "2020-06-20", "Shipped", "Visa", "", "x", "", "100", "", *buyer]),
                  "\t".join(["2", "2020-06-20", "Shipped", "Visa", "", "2020-07-01", "", "100", "", *buyer]), head=head)  # fmt: skip
    told = [desk("import", file, "--judge", *DAY), desk("import", file, "--json"), desk("cashless", file, *DAY, "--json", "--all"),
            desk("cashless", file, *DAY, lang="ja"), desk("imports", "--json"), desk("history")]  # fmt: skip
    held = b"".join(one.read_bytes() for one in (tmp_path / "data").rglob("*") if one.is_file())
    for word in buyer:
        assert word.encode() not in held
        assert not any(word in one.out + one.err for one in told)


def test_the_account_is_told_shown_and_kept_in_the_history(desk: Desk) -> None:
    desk("account", "set", "participant=no", "new_seller=yes", "business=retail", "capital=50000000", "applied_on=2020-07-20")
    shown = desk("account", *DAY, "--json").json
    assert shown["account"]["capital"] == 50_000_000
    assert shown["next_question"] == "excluded"
    found = {one["rule"]: one for one in shown["findings"]}
    assert found["points.badge-date"]["facts"]["badge_by"] == "2020-08-17"
    assert found["points.badge-date"]["facts"]["day_1"] == "2020-08-14"
    assert found["points.eligible"]["missing"] == ["excluded", "income", "owned", "reduced"]
    desk("account", "set", "programme_end=2021-03-31", "programme_note=news of 1 December")
    period = {one["rule"]: one for one in desk("account", "--as-of", "2021-02-01", "--json").json["findings"]}["points.programme-period"]
    assert period["outcome"] == "ok"
    assert "news of 1 December" in period["text"]
    desk("undo")
    deeds = desk("history", "--json").json["history"]
    assert [(one["did"], one["name"]) for one in deeds] == [("done", "account"), ("done", "account"), ("undone", "account")]
    assert deeds[1]["facts"]["programme_end"] == "2021-03-31"
    assert "2021-03-31" in desk("history").out


def test_a_shop_that_may_not_join_is_promised_no_badge(desk: Desk) -> None:
    desk("account", "set", "participant=no", "new_seller=no", "applied_on=2020-07-20")
    found = {one["rule"]: one for one in desk("account", *DAY, "--json").json["findings"]}
    assert found["points.eligible"]["outcome"] == "advice", found["points.eligible"]["text"]
    assert "points.badge-date" not in found


@pytest.mark.parametrize(("told", "yen"), [("3000万円", 30_000_000), ("３，０００万", 30_000_000), ("1億円", 100_000_000), ("500", 500)])
def test_capital_is_told_in_ten_thousands_too(desk: Desk, told: str, yen: int) -> None:
    desk("account", "set", f"capital={told}")
    assert desk("account", "--json").json["account"]["capital"] == yen


@pytest.mark.parametrize("told", ["participant=perhaps", "capital=lots", "applied_on=soon", "badge=blue", "favourite=red", "capital=-5"])
def test_an_answer_that_is_none_is_one_sentence(desk: Desk, told: str) -> None:
    answer = desk("account", "set", told)
    assert answer.status == 2
    assert len(answer.err.splitlines()) == 1
    assert desk("history", "--json").json["history"] == []


def test_an_audit_says_that_the_planned_end_has_passed(desk: Desk) -> None:
    assert "2020-12-31" in desk("audit", "--demo", "--as-of", "2021-01-01").out
    assert desk("audit", "--demo", "--as-of", "2020-12-31", "--json").json["account"] == []


def test_cost_of_units_typed_and_of_an_order_report(desk: Desk, tmp_path: Path) -> None:
    report = listings(tmp_path, "A\tt\t1980\t40\t11\tDEFAULT\t1", "B\tt\t1020\t21\t11\tDEFAULT\t1")
    typed = desk("cost", report, "--units", "A=10", "--units", "B=5", "--margin", "30", "--json").json
    assert typed["cost"] == {"down": 10 * 39 + 5 * 20, "half_up": 10 * 40 + 5 * 20, "up": 10 * 40 + 5 * 21}
    assert typed["plan_fee"] == 4900
    head = "amazon-order-id\tpurchase-date\torder-status\tsku\tquantity\titem-price"
    sold = orders(tmp_path, "1\t2020-08-01\tShipped\tA\t3\t5940", "2\t2020-08-02\tCancelled\tA\t9\t1", "3\t2020-06-01\tShipped\tB\t2\t2040",
                  "4\t2020-08-01\tShipped\tZZZ\t4\t1", head=head)  # fmt: skip
    told = desk("cost", report, "--orders", sold, *DAY, "--json").json
    assert (told["units"], told["unknown_units"], told["cost"]["half_up"]) == (3, 4, 120)
    assert desk("cost", report, "--orders", sold, "--days", "90", *DAY, "--json").json["units"] == 5
    assert desk("cost", report, "--units", "100").status == 0
    assert desk("cost", report).status == 2
    assert desk("cost", report, "--units", "NOPE=1").status == 2


def test_every_clause_about_points_and_cashless_has_its_place(desk: Desk) -> None:
    told = desk("clauses", "--json").json["clauses"]
    assert {one["id"] for one in told} == set(terms().clause)
    assert [one["id"] for one in told if one["id"].startswith(("CP", "CL", "P2")) and not one["reached"]] == []


def test_an_old_report_stays_old_however_lately_it_was_imported(desk: Desk, tmp_path: Path) -> None:
    report = listings(tmp_path, "A\tt\t1980\t0\t11\tDEFAULT\t1")
    os.utime(report, (time.time() - 25 * 3600,) * 2)
    desk("import", report)
    told = desk("fix", "--form", "price-file", "--json", *DAY).json
    assert told["stale"]
    assert told["age_hours"] == 25


def test_a_rebate_that_lacks_amounts_says_that_it_is_the_least(desk: Desk, tmp_path: Path) -> None:
    paid = "2020-06-01\tShipped\tVisa\tnone\t2020-06-02\t2020-06-02"
    report = orders(tmp_path, f"1\t{paid}\t1000\t", f"2\t{paid}\t\t")
    answer = desk("cashless", report, "--json", *DAY)
    assert answer.json["rebate"] == {"eligible": 50, "open": 0}
    assert answer.json["unpriced"] == {"eligible": 1, "open": 0}
    assert "That is the least. Orders whose amount is not known, left out: 1." in desk("cashless", report, *DAY).out


def test_two_facts_in_one_command_are_not_taken_for_a_sku(desk: Desk) -> None:
    answer = desk("facts", "set", "A", "hazmat=no", "pre_order=no")
    assert answer.status == 2
    assert desk("facts", "--json").json["facts"] == {}


def test_what_is_neither_a_fact_nor_a_sku_of_the_shop_is_not_taken_for_one(desk: Desk, tmp_path: Path) -> None:
    desk("import", listings(tmp_path, "A\tt\t1980\t0\t11\tDEFAULT\t1", "B=2\tt\t1980\t0\t11\tDEFAULT\t1"))
    answer = desk("facts", "set", "A", "colour=red", "hazmat=no")
    assert answer.status == 2
    assert "facts set SKU… FACT=VALUE" in answer.err
    assert desk("facts", "set", "A", "B=2", "hazmat=no").status == 0, "a SKU of the shop may have a sign of equality in it"


def test_thirty_days_of_orders_are_thirty(desk: Desk, tmp_path: Path) -> None:
    head = "amazon-order-id\tpurchase-date\torder-status\tsku\tquantity"
    rows = [f"{number}\t{day}\tShipped\tA\t1" for number, day in enumerate(("2020-07-04", "2020-07-05", "2020-08-03"))]
    report, sold = listings(tmp_path, "A\tt\t1980\t0\t11\tDEFAULT\t1"), orders(tmp_path, *rows, head=head)
    assert desk("cost", report, "--orders", sold, "--json", "--as-of", "2020-08-03").json["units"] == 2


def test_an_application_of_a_day_to_come_is_not_done_and_a_badge_that_was_seen_has_no_day(desk: Desk) -> None:
    desk("account", "set", "applied_on=2020-07-20", "badge=seen")

    def steps(day: str) -> dict[str, tuple[str, str | None]]:
        return {one["name"]: (one["state"], one["day"]) for one in desk("account", "--json", "--as-of", day).json["steps"]}

    assert steps("2020-07-19")["applied"] == ("todo", "2020-07-20")
    assert steps("2020-08-10")["applied"] == ("done", "2020-07-20")
    assert steps("2020-08-10")["badge"][1] is None


def test_cost_takes_the_fee_of_the_category_and_says_what_it_assumes(desk: Desk, tmp_path: Path) -> None:
    report = listings(tmp_path, "A\tt\t10000\t200\t11\tDEFAULT\t1")

    def told(*more: str) -> tuple[int | None, int, list[str]]:
        answer = desk("cost", report, "--units", "10", "--as-of", "2026-11-01", "--json", *more).json
        return answer["fee_per_mille"], answer["net"], answer["assumed"]

    assert told() == (150, 1700, ["fee_per_mille", "margin_percent"])
    assert desk("cost", report, "--units", "10", "--json").json["fees_before_tax"] is True
    assert told("--category", "ビール") == (69, 1860, ["margin_percent"])
    assert told("--category", "ビール", "--margin", "20", "--fee", "8") == (80, 1840, [])
    assert desk("cost", report, "--units", "10", "--category", "宇宙船").status == 2
    for lang, words in (
        ("ja", ("15.0%は、このプログラムの仮定", "利益率30%は、このプログラムの仮定")),
        ("en", ("15.0% is this program's", "30% is this program's")),
    ):
        out = desk("cost", report, "--units", "10", "--as-of", "2026-11-01", lang=lang).out
        assert all(one in out for one in words)
        net = next(line for line in out.splitlines() if "1,700" in line)
        assert {"ja": "税別", "en": "before tax"}[lang] in net, "a quote takes the tax on fees, a cost does not: it says so"
        book = desk("cost", report, "--units", "10", "--category", "本", "--as-of", "2026-11-01", lang=lang).out
        assert "140" in book
        assert "2025-04-15" in book
        assert {"ja": "「本」のカテゴリー成約料(2025-04-14)は分かりません", "en": "“本” on 2025-04-14 is not known"}[lang] in desk(
            "cost", report, "--units", "10", "--category", "本", "--as-of", "2025-04-14", lang=lang
        ).out


def test_points_of_a_portioned_fee_come_off_the_portion_that_they_lie_in(desk: Desk, tmp_path: Path) -> None:
    report = listings(tmp_path, "A\tt\t8000\t160\t11\tDEFAULT\t1")
    answer = desk("cost", report, "--units", "1", "--category", "シューズ", "--as-of", "2026-11-01", "--json").json
    steps = {one["id"]: one for one in desk("figures", "--json", "--as-of", "2026-11-01").json["figures"]}["fee.referral.shoes"]["value"][
        "steps"
    ]
    assert answer["net"] == 160 - round(160 * steps[-1]["per_mille"] / 1000)
    assert answer["fee_per_mille"] is None


def test_cost_knows_the_fee_of_the_day_and_names_the_price_cliff(desk: Desk, tmp_path: Path) -> None:
    report = listings(tmp_path, "A\tt\t780\t16\t11\tDEFAULT\t1", "B\tt\t750\t15\t11\tDEFAULT\t1")

    def told(day: str) -> tuple[dict[str, int | None], list[str]]:
        units = ("--units", "A=1", "--units", "B=1", "--category", "ホーム&キッチン", "--as-of", day, "--json")
        answer = desk("cost", report, *units).json
        return {one["sku"]: one["referral_fee"] for one in answer["skus"]}, [one["subject"] for one in answer["findings"]]

    assert told("2026-04-01") == ({"A": 120, "B": 38}, ["A"])
    assert told("2026-03-31") == ({"A": 117, "B": 38}, ["A"])
    unknown = desk("cost", report, "--units", "A=1", "--category", "ホーム&キッチン", "--as-of", "2024-05-31")
    assert unknown.status == 2, "its fee of that day is not known, and no other stands for it"
    for lang, word in (("ja", "843円以上"), ("en", "from ¥843 on")):
        out = desk("cost", report, "--units", "A=1", "--category", "Home & Kitchen", "--as-of", "2026-04-01", lang=lang).out
        assert word in out


def test_a_list_names_its_unread_rows_and_percents_above_the_cap(desk: Desk, tmp_path: Path) -> None:
    report = listings(tmp_path, "A\tt\t1000\t20\t11\tDEFAULT\t1", "B\tt\t1000\t510\t11\tDEFAULT\t1")
    (file := tmp_path / "points.txt").write_text("sku\tpoints_percent\nA\tabc\nB\t51\n", encoding="utf-8")
    answer = desk("points-list", file, "--listings", report, "--as-of", "2026-11-01")
    assert answer.status == 1
    assert "set above the cap: 1" in answer.out
    assert "abc" in answer.out
    assert "line 2" in answer.out


def test_a_list_says_the_percent_that_the_verdict_says_where_what_is_set_is_not_enough(desk: Desk, tmp_path: Path) -> None:
    offers = [("A", 1980, 39, 2), ("B", 1980, 40, 2), ("C", 49, 0, 2), ("D", 1980, 20, 1), ("E", 1980, 0, 5)]
    report = listings(tmp_path, *(f"{sku}\tt\t{price}\t{points}\t11\tDEFAULT\t1" for sku, price, points, _percent in offers))
    rows = "".join(f"{sku}\t{percent}\n" for sku, _price, _points, percent in offers)
    (file := tmp_path / "points.txt").write_text("sku\tpoints_percent\n" + rows, encoding="utf-8")
    day = ("--as-of", "2026-11-01")
    answer = desk("points-list", file, "--listings", report, *day, "--json")
    assert {one["sku"]: (one["case"], one["choose"]) for one in answer.json["skus"]} == {
        "A": ("same", 3), "B": ("same", None), "C": ("same", 3), "D": ("same", 2), "E": ("differs", None),
    }  # fmt: skip
    found = {
        one["subject"]: one["facts"]["percent"] for one in desk("audit", report, *day, "--json").json["findings"] if one["rule"] == TWO
    }
    assert (found["A"], found["C"], found["D"]) == (3, 3, 2)
    assert "choose 3%" in desk("points-list", file, "--listings", report, *day).out
    desk("account", "reading", "AMB-13=setting")
    desk("import", report)
    told = desk("points-list", file, *day, "--json").json["skus"]
    assert {one["sku"]: one["choose"] for one in told} == {"A": None, "B": None, "C": None, "D": 2, "E": None}


def test_a_sale_whose_days_cannot_be_is_not_over_but_not_known(desk: Desk, tmp_path: Path) -> None:
    report = listings(tmp_path, "A\tt\t2000\t40\t11\tDEFAULT\t1")
    prices = tmp_path / "prices.txt"
    for first, last in (("2023-03-25", "2023-03-15"), ("", "")):
        prices.write_text(PRICES.replace("2023-03-15\t2023-03-25", f"{first}\t{last}"), encoding="utf-8")
        answer = desk("audit", report, "--price-file", prices, "--as-of", "2023-04-01")
        assert "settles 0" not in answer.out
        assert "its verdicts wait for other answers too" in answer.out


def test_a_cost_says_how_sure_its_fee_is_as_a_quote_does(desk: Desk, tmp_path: Path) -> None:
    report = listings(tmp_path, "A\tt\t2000\t20\t11\tDEFAULT\t1")
    asked = ("cost", report, "--units", "A=10", "--category", "楽器", "--as-of", "2024-05-31")
    (warning,) = desk(*asked, "--json").json["warnings"]
    assert "some tables say 10%" in warning
    assert warning in desk(*asked).out
    assert desk(*asked, "--fee", "15", "--json").json["warnings"] == []


def test_without_a_form_the_one_of_the_day_is_written(desk: Desk, tmp_path: Path) -> None:
    report = listings(tmp_path, "A\tt\t2000\t20\t11\tDEFAULT\t1")
    for day, head in (("2023-03-20", "TemplateType"), ("2023-03-21", "sku\tpoints_percent")):
        assert desk("fix", report, "--yes", "--out", tmp_path / f"{day}.txt", "--as-of", day).status == 0
        written = (tmp_path / f"{day}.txt").read_bytes().decode("cp932")
        assert ("points_percent" in written) == (head == "sku\tpoints_percent")


def test_the_closing_fee_of_books_is_named_by_what_the_shop_knows(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "listings.txt"
    file.write_text("seller-sku\titem-name\tprice\tpoints\tquantity\nB-1\tt\t1500\t15\t5\nS-1\tt\t3000\t30\t5\n", encoding="utf-8")
    desk("import", file)
    desk("facts", "set", "B-1", "category=本")
    desk("facts", "set", "S-1", "category=シューズ")
    sold = desk("cost", "--units", "B-1=10", "--units", "S-1=4", "--as-of", "2026-11-01", lang="en")
    assert sold.status == 0, sold.err
    assert "a unit (before tax" in sold.out
    assert list(desk("cost", "--units", "B-1=10", "--as-of", "2026-11-01", "--json").json["closing_fees"]) == ["本"]
    assert "a unit (before tax" not in desk("cost", "--units", "S-1=4", "--as-of", "2026-11-01", lang="en").out


@pytest.mark.parametrize("name", ["preorder", "pre_order", "pre-order", "予約商品", "pre-order item"])
def test_a_missing_fact_is_answered_by_any_of_its_names(desk: Desk, tmp_path: Path, name: str) -> None:
    file = tmp_path / "listings.txt"
    head = "seller-sku\titem-name\tprice\tpoints\tquantity\tmerchant-shipping-group\tfulfillment-channel\titem-condition\n"
    file.write_text(head + "".join(f"S-{n}\tt\t1000\t20\t5\tプライム\tDEFAULT\t11\n" for n in range(3)), encoding="utf-8")
    desk("import", file, "--prime-template", "プライム", "--judge", "--as-of", "2026-11-01")
    assert desk("facts", "answer", f"{name}=no", "--as-of", "2026-11-01", "--json").json["saved"] == 3
    assert {known["preorder"] for known in desk("facts", "--json").json["facts"].values()} == {"no"}
    assert desk("facts", "answer", "colour=no").status == 2


@pytest.mark.parametrize(("day", "there"), [("2023-03-20", "price-and-quantity file"), ("2023-03-21", "the only place to set them")])
def test_a_mend_of_points_names_what_sets_them_on_its_day(desk: Desk, tmp_path: Path, day: str, there: str) -> None:
    file = tmp_path / "listings.txt"
    file.write_text("seller-sku\titem-name\tprice\tpoints\tquantity\nA\tt\t1980\t39\t5\n", encoding="utf-8")
    told = desk("audit", file, "--as-of", day, lang="en").out
    assert there in told
    found = desk("audit", file, "--as-of", day, "--json").json["findings"]
    (finding,) = [finding for finding in found if finding["rule"] == "points.two-percent"]
    assert finding["facts"]["form"] == ("price-file" if day == "2023-03-20" else "points-central")
