"""Mend files hold exactly the offers with the breaches that they mend, show before and after, and make them good."""

import os
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Answer, Desk
from tests.made_shop import DAY, PRIME, Made, make

FRESH = "--yes"


@pytest.fixture
def made(tmp_path: Path) -> Made:
    """The shop of stories."""
    return make(tmp_path / "shop", times=2)


def args(made: Made) -> list[Any]:
    """The files of the shop."""
    named = ["--facts", made.folder / "facts.csv", "--price-file", made.folder / "price_file.txt", "--prime-template", PRIME]
    return [made.folder / "listings.txt", *named, "--as-of", DAY]


def rows(data: bytes) -> list[dict[str, str]]:
    """The rows of an upload file by its key row."""
    lines = [line.split("\t") for line in data.decode("cp932").split("\r\n")]
    assert lines[-1] == [""]
    return [dict(zip(lines[2], line, strict=True)) for line in lines[3:-1]]


def breaches(answer: Answer, *names: str) -> set[str]:
    """The Prime offers that break one of some rules."""
    return {
        one["subject"]
        for one in answer.json["findings"]
        if one["rule"] in names and one["outcome"] == "breach" and one["facts"].get("prime", "yes") == "yes"
    }


LEAVE = ("sfp.pre-order", "sfp.restock-date", "sfp.out-of-stock", "sfp.duplicate-offer", "sfp.ship-from")


def test_the_offers_to_take_off_prime_are_exactly_those_with_such_breaches(desk: Desk, made: Made, tmp_path: Path) -> None:
    out = tmp_path / "off.txt"
    answer = desk("mend", *args(made), "--form", "prime-template", "--to", "通常配送パターン", "--out", out, "--json")
    told = rows(out.read_bytes())
    audit = desk(*made.audit(), "--json")
    assert {one["sku"] for one in told} == breaches(audit, *LEAVE)
    assert len(told) == len({one["sku"] for one in told}) > 0
    assert {one["merchant_shipping_group_name"] for one in told} == {"通常配送パターン"}
    assert [one["sku"] for one in answer.json["rows"]] == [one["sku"] for one in told]
    first = answer.json["rows"][0]
    assert (first["before"], first["after"]) == ({"shipping_template": PRIME}, {"shipping_template": "通常配送パターン"})
    assert out.read_bytes().startswith(b"TemplateType=InventoryLoader\tVersion=2020.0805")


def test_after_the_upload_none_of_these_breaches_is_left(desk: Desk, made: Made, tmp_path: Path) -> None:
    out, listings = tmp_path / "off.txt", made.folder / "listings.txt"
    desk("mend", *args(made), "--form", "prime-template", "--to", "X", "--out", out)
    skus = {one["sku"] for one in rows(out.read_bytes())}
    lines = listings.read_bytes().decode("cp932").split("\r\n")
    moved = [line.replace(PRIME, "X") if line.split("\t")[2:3] and line.split("\t")[2] in skus else line for line in lines]
    listings.write_bytes("\r\n".join(moved).encode("cp932"))
    assert breaches(desk(*made.audit(), "--json"), *LEAVE) == set()


HEAD = "seller-sku\titem-name\tprice\tPoints\tquantity\tfulfillment-channel\tmerchant-shipping-group\tstatus\tasin1\titem-condition\n"
OFFERS = (
    "0012\tt\t1000\t20\t0\tDEFAULT\tP\tActive\tB1\t11", "STOCKED\tt\t1000\t20\t4\tDEFAULT\tP\tActive\tB2\t11", "LATER\tt\t1000\t20\t0\tDEFAULT\tP\tActive\tB3\t11",
    "PLAIN\tt\t1000\t20\t0\tDEFAULT\tQ\tActive\tB4\t11", "FINE\tt\t1000\t20\t4\tDEFAULT\tP\tActive\tB5\t11", "=1\tt\t500\t10\t0\tDEFAULT\tP\tActive\tB6\t11",
    "😀\tt\t500\t10\t4\tDEFAULT\tP\tActive\tB7\t11",
)  # fmt: skip
FACTS = "sku,restock_date\nSTOCKED,2020-09-01\nLATER,2020-09-01\nPLAIN,2020-09-01\nFINE,2020-08-03\n😀,2020-09-01\n"


@pytest.fixture
def small(tmp_path: Path) -> list[Any]:
    """Two offers out of stock, two with a restock date to come, one of them stocked; a plain one and a good one beside them."""
    listings, facts = tmp_path / "listings.txt", tmp_path / "facts.csv"
    listings.write_text(HEAD + "\n".join([*OFFERS, ""]), encoding="utf-8")
    facts.write_text(FACTS, encoding="utf-8")
    return [listings, "--facts", facts, "--prime-template", "P", "--as-of", "2020-08-03"]


def counted(*stock: str) -> list[str]:
    """The stock that the owner counted."""
    return [word for one in stock for word in ("--quantity", one)]


def test_stock_and_restock_date_are_set_where_the_owner_counted_it(desk: Desk, small: list[Any], tmp_path: Path) -> None:
    out = tmp_path / "restock.txt"
    stock = counted("0012=7", "=1=2", "STOCKED=4", "😀=4")
    answer = desk("mend", *small, "--form", "restock", *stock, "--out", out, "--json")
    told = {one["sku"]: one for one in rows(out.read_bytes())}
    assert {sku: (one["quantity"], one["restock-date"], one["price"], one["standard-price-points"]) for sku, one in told.items()} == {
        "0012": ("7", "", "1000", "20"),
        "STOCKED": ("4", "2020-08-03", "1000", "20"),
        "=1": ("2", "", "500", "10"),
    }
    assert [(one["sku"], one["why"]) for one in answer.json["left"]] == [("LATER", "count_needed"), ("😀", "sku_unwritable")]
    stocked = next(one for one in answer.json["rows"] if one["sku"] == "STOCKED")
    assert stocked["before"] == {"quantity": 4, "restock_date": "2020-09-01"}
    assert stocked["after"] == {"quantity": 4, "restock_date": "2020-08-03"}


def test_no_file_says_that_tomorrows_stock_is_there_today(desk: Desk, small: list[Any]) -> None:
    answer = desk("mend", *small, "--form", "restock", "--json")
    assert answer.json["rows"] == []
    assert {one["why"] for one in answer.json["left"]} == {"count_needed"}
    none = desk("mend", *small, "--form", "restock", *counted("STOCKED=0"), "--json").json
    assert (none["rows"], {one["sku"]: one["why"] for one in none["left"]}["STOCKED"]) == ([], "no_stock")


def test_a_price_file_never_wipes_points_that_are_not_known(desk: Desk, small: list[Any]) -> None:
    small[0].write_text(small[0].read_text(encoding="utf-8").replace("Points", "Remarks"), encoding="utf-8")
    answer = desk("mend", *small, "--form", "restock", "--quantity", "0012=7", "--json")
    assert answer.json["rows"] == []
    assert {one["sku"]: one["why"] for one in answer.json["left"]}["0012"] == "points_unknown"


def test_the_saved_shop_is_mended_without_a_file(desk: Desk, small: list[Any]) -> None:
    desk("import", small[0], "--prime-template", "P")
    desk("facts", "import", small[2])
    told = desk("mend", "--form", "prime-template", "--to", "Q", "--as-of", "2020-08-03", "--json").json
    assert [one["sku"] for one in told["rows"]] == ["0012", "STOCKED", "LATER", "=1"]
    assert [one["sku"] for one in told["left"]] == ["😀"]


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        (["--form", "prime-template"], "not Prime with --to"), (["--form", "prime-template", "--to", "P"], "not Prime with --to"),
        (["--form", "prime-template", "--to", "😀"], "cp932"), (["--form", "restock", "--quantity", "FINE=3"], "nothing to fix"),
        (["--form", "restock", "--quantity", "0012=many"], "SKU=N"), ([], "--form"),
    ],
)  # fmt: skip
def test_what_cannot_be_mended_is_one_sentence(desk: Desk, small: list[Any], more: list[str], sentence: str) -> None:
    answer = desk("mend", *small, *more)
    assert (answer.status, sentence in answer.err) == (2, True)


def test_without_prime_templates_nothing_is_known_to_mend(desk: Desk, small: list[Any]) -> None:
    answer = desk("mend", small[0], "--form", "prime-template", "--to", "Q")
    assert (answer.status, "--prime-template" in answer.err) == (2, True)


def test_an_old_report_is_asked_about_for_prices_only(desk: Desk, small: list[Any], tmp_path: Path) -> None:
    os.utime(small[0], (0, 0))
    out = tmp_path / "out.txt"
    assert desk("mend", *small, "--form", "restock", "--out", out).status == 2
    assert not out.exists()
    assert desk("mend", *small, "--form", "restock", "--out", out, FRESH).status == 0
    assert desk("mend", *small, "--form", "prime-template", "--to", "Q", "--out", out).status == 0


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_person_sees_before_and_after(desk: Desk, small: list[Any], lang: str) -> None:
    out = desk("mend", *small, "--form", "prime-template", "--to", "Q", lang=lang).out
    assert {"ja": "STOCKED: 配送パターン P → Q", "en": "STOCKED: shipping template P → Q"}[lang] in out
    out = desk("mend", *small, "--form", "restock", lang=lang).out
    assert {"ja": "書き出しません: 0012", "en": "Not written: 0012"}[lang] in out
    assert "{" not in out
