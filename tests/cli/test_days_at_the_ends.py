"""Days at the ends of all years are refused in words wherever a day is told, and nothing else is lost with them."""

from pathlib import Path

import pytest

from sellerdesk import assets
from tests.conftest import Desk

ENDS = ("9999-12-31", "0001-01-01", "9999-12-30", "1899-12-31", "3000-01-01")


@pytest.mark.parametrize("day", ENDS)
@pytest.mark.parametrize(
    "command",
    [("audit", "--demo"), ("cashless", "FILE"), ("quote", "--reason", "12"), ("cost",), ("today",), ("account",), ("obligations",)],
)
def test_as_an_option(desk: Desk, tmp_path: Path, day: str, command: tuple[str, ...]) -> None:
    file = tmp_path / "orders.csv"
    file.write_text("order-id,purchase-date,order-status,item-price\n1,2020-06-20,Shipped,100\n", encoding="utf-8")
    answer = desk(*(file if one == "FILE" else one for one in command), "--as-of", day)
    assert (answer.status, answer.err.count("\n"), day in answer.err) == (2, 1, True)
    assert "out of range" in answer.err, "it is written as a day is"


@pytest.mark.parametrize("stamp", [*ENDS, "9999-12-31T23:59:59-12:00", "0001-01-01T00:00:00+23:00"])
def test_in_a_row_of_a_report(desk: Desk, tmp_path: Path, stamp: str) -> None:
    rows = {
        "orders.csv": ("cashless", "order-id,purchase-date,order-status,item-price,payment-method,ship-date,ship-confirmed-date", f"1,{stamp},Shipped,100,Visa,,"),
        "returns.txt": ("returns", "Order ID\tReturn request date\tLabel to be paid by\tReturn Reason\tReturn delivery date", f"1\t2020-07-20\tSeller\tCR-DEFECTIVE\t{stamp}"),
        "ship.csv": ("shipments", "order-id,carrier-name,ship-method,tracking-number,confirmed-at", f"1,ヤマト運輸,宅急便,1,{stamp}"),
        "quotes.csv": ("quote", "reason,category,price,arrived_on", f"12,Toys,1000,{stamp}"),
    }  # fmt: skip
    for name, (command, head, row) in rows.items():
        file = tmp_path / name
        good = row.replace(stamp, "2020-07-20").replace("1,", "2,", 1).replace("1\t", "2\t", 1)
        file.write_text(f"{head}\n{row}\n{good}\n", encoding="utf-8")
        answer = desk(command, *(["--batch"] if command == "quote" else []), file, "--as-of", "2020-08-03")
        assert answer.status in (0, 1), answer.err
        assert stamp in answer.out, (name, answer.out)


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_day_before_the_rules_is_never_nothing_to_fix(desk: Desk, lang: str) -> None:
    demo = {name: assets.path(f"demo/{name}") for name in ("orders.txt", "templates.csv", "listings.txt", "shipments.csv")}
    nothing = {"ja": "直すものはありません", "en": "Nothing to fix"}[lang]
    for command, day in (
        (("audit", "--demo"), "2015-01-01"), (("templates", demo["templates.csv"]), "2015-01-01"),
        (("cashless", demo["orders.txt"]), "2019-09-30"), (("obligations", demo["listings.txt"], "--prime-template", "x"), "2015-01-01"),
    ):  # fmt: skip
        answer = desk(*command, "--as-of", day, lang=lang)
        if answer.status == 2:  # the demo's own template
            answer = desk(*command[:2], "--as-of", day, lang=lang)
        assert answer.status == 1, command
        assert {"ja": "前です", "en": "before these rules begin"}[lang] in answer.out, command
        assert nothing not in answer.out
    assert desk("cashless", demo["orders.txt"], "--as-of", "2019-09-30", "--json").json["not_covered"] == ["cashless.order"]
    assert desk("obligations", demo["listings.txt"], "--as-of", "2015-01-01", "--json").json["obligations"] == []


def test_a_rule_that_has_ended_is_not_said_to_begin_later(desk: Desk) -> None:
    out = desk("audit", "--demo", "--as-of", "2026-11-28").out
    assert "before these rules begin" not in out
    assert "these rules do not hold: points.sale-price" in out
    assert "planned end of the 2%+ points programme" in out


def test_rates_and_promises_of_a_day_before_they_are_known_say_so(desk: Desk, tmp_path: Path) -> None:
    (sheet := tmp_path / "shipments.csv").write_text(
        "order-id,ship-date,carrier,ship-method,tracking-number\n1,2021-07-04,Yamato,TA-Q-BIN,1\n", encoding="utf-8"
    )
    shipped = desk("shipments", sheet, "--all-prime", "--as-of", "2021-07-05")
    assert "Known only from 2021-07-15" in shipped.out
    assert "planned end" not in shipped.out
    told = desk("shipments", sheet, "--all-prime", "--as-of", "2021-07-05", "--json").json["measures"]
    assert {one["known_from"] for one in told} == {"2021-07-15"}
    later = desk("shipments", sheet, "--all-prime", "--as-of", "2021-07-15").out
    assert "Known only" not in later
    assert later.count("rests on one source") == 4
    promised = desk("templates", assets.path("demo/templates.csv"), "--from-prefecture", "東京都", "--as-of", "2023-05-31").out
    assert "is not known for 2023-05-31" in promised


def test_the_cap_holds_from_its_own_day(desk: Desk) -> None:
    assert desk("rules", "points.cap", "--as-of", "2018-03-01", "--json").json["rules"][0]["in_force"]["from"] == "2018-03-01"
    assert desk("rules", "points.cap", "--as-of", "2018-02-28", "--json").json["rules"][0]["in_force"] is None
