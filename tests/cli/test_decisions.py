"""Decisions about findings: kept through imports, undone and done again, and no verdict changes for one."""

from pathlib import Path
from typing import Any

import pytest

from sellerdesk.writers.deed_words import deed
from tests.conftest import Desk

HEAD = "seller-sku\titem-name\tprice\tPoints\titem-condition\tfulfillment-channel\tmerchant-shipping-group\tstatus\tquantity\n"


def listings(folder: Path, *rows: str, name: str = "listings.txt") -> Path:
    """A report of these offers, on the template P."""
    file = folder / name
    file.write_text(HEAD + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    return file


@pytest.fixture
def shop(desk: Desk, tmp_path: Path) -> Desk:
    """A saved shop with two offers short of points, one of them out of stock."""
    rows = ("0012\tt\t1000\t5\t11\tDEFAULT\tP\tActive\t0", "=1+1\tt\t1000\t19\t11\tDEFAULT\tP\tActive\t3")
    desk("import", listings(tmp_path, *rows), "--prime-template", "P")
    return desk


def decided(shop: Desk) -> dict[tuple[str, str], Any]:
    """The decisions that the findings of an audit carry."""
    return {(one["rule"], one["subject"]): one["decision"] for one in shop("audit", "--json").json["findings"] if "decision" in one}


def test_a_finding_carries_its_decision_and_stays_what_it_is(shop: Desk) -> None:
    before = shop("audit", "--json")
    assert shop("decide", "points.two-percent", "0012", "later").status == 0
    assert shop("decide", "points.two-percent", "=1+1", "not-so", "--why", "別の設定").status == 0
    after = shop("audit", "--json")
    assert (after.status, after.json["summary"], after.findings()) == (before.status, before.json["summary"], before.findings())
    told = decided(shop)
    assert set(told) == {("points.two-percent", "0012"), ("points.two-percent", "=1+1")}
    assert (told["points.two-percent", "=1+1"]["decision"], told["points.two-percent", "=1+1"]["why"]) == ("not-so", "別の設定")
    assert all(one["holds"] for one in told.values())


def test_a_decision_stands_in_place_of_what_to_do(shop: Desk, tmp_path: Path) -> None:
    assert "→ Set the points to 20" in shop("audit", lang="en").out
    shop("decide", "points.two-percent", "0012", "done")
    shop("decide", "points.two-percent", "=1+1", "later")
    after = shop("audit", lang="en").out
    assert (after.count("→ you decided: done"), after.count("→ you decided: later"), "→ Set the points" in after) == (1, 1, False)
    head = "Order ID\tMerchant SKU\tReturn reason\tReturn request date\tReturn delivery date\tReturn request status\tLabel to be paid by\tLabel cost\tRefunded Amount"
    (report := tmp_path / "returns.txt").write_text(
        f"{head}\n249-1\t0012\tCR-DEFECTIVE\t2020-07-01\t2020-07-03\tApproved\tSeller\t0\t0\n", "utf-8"
    )
    shop("import", report)
    assert "refund at once" in shop("returns", "--as-of", "2020-08-01", lang="en").out.lower()
    shop("decide", "returns.refund-deadline", "249-1", "refunded")
    after = shop("returns", "--as-of", "2020-08-01", lang="en").out
    assert ("→ you decided: refunded" in after, "refund at once" in after.lower()) == (True, False)


def test_a_decision_survives_the_next_import_and_knows_when_it_is_old(shop: Desk, tmp_path: Path) -> None:
    shop("decide", "points.two-percent", "0012", "done")
    shop("import", listings(tmp_path, "0012\tt\t1000\t5\t11\tDEFAULT\tP\tActive\t1", "X\tt\t1\t\t11\tDEFAULT\tP\tActive\t1", name="b.txt"))
    assert decided(shop)["points.two-percent", "0012"]["holds"] is True
    shop("import", listings(tmp_path, "0012\tt\t1020\t20\t11\tDEFAULT\tP\tActive\t1", name="c.txt"))  # 20.4 points: AMB-13
    assert decided(shop)["points.two-percent", "0012"]["holds"] is False
    assert [one["subject"] for one in shop("decisions", "--json").json["decisions"]] == ["0012"]


def test_a_decision_is_undone_and_done_again(shop: Desk) -> None:
    key = ("points.two-percent", "0012")
    shop("decide", *key, "done")
    shop("decide", *key, "later", "--why", "月末")
    assert decided(shop)[key]["decision"] == "later"
    assert "decided about a finding" in shop("undo").out
    assert decided(shop)[key]["decision"] == "done"
    shop("undo")
    assert decided(shop) == {}
    shop("redo")
    shop("redo")
    assert (decided(shop)[key]["decision"], decided(shop)[key]["why"]) == ("later", "月末")
    assert shop("decide", *key, "none", "--json").json["saved"] == 1
    assert decided(shop) == {}
    assert shop("decide", *key, "none", "--json").json["saved"] == 0
    shop("undo")
    assert decided(shop)[key]["decision"] == "later"


def test_what_is_no_shop_s_finding_can_be_decided_about_too(shop: Desk) -> None:
    assert shop("decide", "sfp.carrier-method", "250-1", "done").status == 0
    assert [one["case"] for one in shop("decisions", "--json").json["decisions"]] == [""]


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (("points.no-such", "0012", "done"), "There is no rule"),
        (("points.two-percent", "12", "done"), "There is no SKU “12”"),
        (("payments.label", "249-0000000-0000000", "claimed"), "Nothing was found of “249-0000000-0000000” by this rule"),
        (("points.two-percent", "0012", "not-so"), "say why"),
        (("points.two-percent", "0012", "not-so", "--why", "  "), "say why"),
        (("payments.return-without-refund", "249-1", "done"), "Nothing was found of “249-1” by this rule"),
        (("points.two-percent", "0012", "perhaps"), "DECISION takes: done"),
        (("points.no-such", "0012", "none"), "There is no rule"),
    ],
)
def test_what_cannot_be_decided_is_one_sentence(shop: Desk, args: tuple[str, ...], sentence: str) -> None:
    answer = shop("decide", *args)
    assert (answer.status, sentence in answer.err, len(answer.err.splitlines())) == (2, True, 1)
    assert shop("decisions", "--json").json["decisions"] == []


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_decisions_are_listed_in_words(shop: Desk, lang: str) -> None:
    assert {"ja": "まだ何も", "en": "Nothing is decided"}[lang] in shop("decisions", lang=lang).out
    shop("decide", "sfp.out-of-stock", "0012", "not-so", "--why", "倉庫にある")
    out = shop("decisions", lang=lang).out
    assert {"ja": "事実と違う", "en": "not so"}[lang] in out
    assert "倉庫にある" in out
    assert {"ja": "対応状況を記録した", "en": "decided about a finding"}[lang] in shop("history", lang=lang).out


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("ja", "対応状況を記録した(「事実と違う」、0012、理由「秤の誤り」)"),
        ("en", "decided about a finding (“not so”, 0012, reason: 秤の誤り)"),
    ],
)
def test_what_was_undone_is_said_without_the_names_of_the_program(shop: Desk, lang: str, said: str) -> None:
    assert shop("decide", "points.two-percent", "0012", "not-so", "--why", "秤の誤り").status == 0
    undone = shop("undo", lang=lang).out
    assert said in undone
    assert "points." not in undone


def test_answers_for_several_offers_are_undone_in_a_sentence() -> None:
    assert (
        deed("fact", {"fact": "preorder", "to": "no", "count": 2, "sku": "A"}, "ja") == "商品情報を答えた(予約商品かどうか「いいえ」、2件)"
    )
    assert deed("method", {"written": "ネコ", "to": "takkyubin"}, "en") == "taught a spelling of a shipping method (“TA-Q-BIN”, ネコ)"
    assert deed("category", {"category": "帽子", "kind": "other"}, "ja") == "カテゴリーの意味を答えた(「どれでもない」、帽子)"
    assert deed("refund", {"order": "249-1", "sku": "A", "refunded": 1200}, "ja") == "返金額を入力した(249-1、A、1,200円)"
