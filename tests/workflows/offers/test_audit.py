"""The main job against a key that was told, not computed: nothing missed, nothing invented, from every form of the files."""

from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Answer, Desk
from tests.made_shop import DAY, PRIME, Made, make

SFP = "sfp."


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """A made shop of some hundred offers."""
    return make(tmp_path_factory.mktemp("shop"), times=8, seed=3)


def plain(key: dict[str, dict[str, set[str]]]) -> dict[str, dict[str, set[str]]]:
    """A key as plain dictionaries, empty outcomes left out."""
    return {rule: dict(outcomes) for rule, outcomes in key.items()}


@pytest.mark.parametrize("listings", ["listings.txt", "listings_en.txt"])
def test_every_finding_is_in_the_key_and_every_key_is_found(desk: Desk, shop: Made, listings: str) -> None:
    answer = desk(*shop.audit(listings=listings), "--json")
    assert answer.status == 1
    assert answer.findings() == plain(shop.expected)
    assert answer.json["source"]["refused"] == []
    assert answer.json["missing"] == []


def test_the_key_holds_among_300_000_offers(desk: Desk, tmp_path: Path) -> None:
    shop = make(tmp_path / "large", times=20, seed=5, blameless=300_000)
    answer = desk(*shop.audit(), "--json")
    assert answer.json["source"]["rows"] > 300_000
    assert answer.findings() == plain(shop.expected)
    assert answer.json["missing"] == []


def test_an_unknown_fact_is_a_check_and_never_ok(desk: Desk, shop: Made) -> None:
    answer = desk(*shop.audit(facts="facts_partial.csv"), "--json", "--all")
    found = {rule: {name: skus for name, skus in outcomes.items() if name != "ok"} for rule, outcomes in answer.findings().items()}
    assert {rule: outcomes for rule, outcomes in found.items() if outcomes} == plain(shop.partial)
    shown = desk(*shop.audit(facts="facts_partial.csv"), "--json")
    assert sum(one["records"] for one in shown.json["missing"]) == 8 * 3
    assert not [one for one in shown.json["findings"] if one.get("missing")]


def test_summary_counts_what_all_lists(desk: Desk, shop: Made) -> None:
    listed = desk(*shop.audit(facts="facts_partial.csv"), "--json", "--all")
    counted = desk(*shop.audit(facts="facts_partial.csv"), "--json").json["summary"]
    found = {rule: {outcome: len(skus) for outcome, skus in outcomes.items()} for rule, outcomes in listed.findings().items()}
    told = {rule: {name: count for name, count in counts.items() if count} for rule, counts in counted.items()}
    assert {rule: counts for rule, counts in told.items() if counts} == found
    assert listed.json["summary"] == counted


def test_listings_alone_ask_for_the_prime_template_first(desk: Desk, shop: Made) -> None:
    answer = desk("audit", shop.folder / "listings.txt", "--as-of", DAY, "--json").json
    assert answer["missing"][0]["fact"] == "prime_template"
    waiting = [rule for rule in answer["summary"] if rule.startswith(SFP)]
    assert answer["missing"][0]["settles"] == len(waiting) * answer["missing"][0]["records"] > 0
    assert not [one for one in answer["findings"] if one["rule"].startswith(SFP)]
    assert {counts["ok"] for rule, counts in answer["summary"].items() if rule.startswith(SFP)} == {0}


def test_without_a_price_file_restock_dates_are_not_known(desk: Desk, shop: Made) -> None:
    named = ["--facts", shop.folder / "facts.csv", "--prime-template", PRIME]
    answer = desk("audit", shop.folder / "listings.txt", *named, "--as-of", DAY, "--json").json
    assert answer["summary"]["sfp.restock-date"]["ok"] == 0
    assert [one["fact"] for one in answer["missing"]] == ["restock_date"]


def test_a_finding_tells_all_that_the_contract_says(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "listings.txt"
    file.write_text("seller-sku\titem-name\tprice\tPoints\titem-condition\nS\tt\t1980\t39\t11\n", encoding="utf-8")
    answer = desk("audit", file, "--as-of", DAY, "--json").json
    (finding,) = answer["findings"]
    assert {name: finding[name] for name in ("rule", "outcome", "subject", "line", "clauses", "terms", "facts")} == {
        "rule": "points.two-percent", "outcome": "breach", "subject": "S", "line": 2, "clauses": ["P2-01", "P2-02", "P2-12"],
        "terms": "2020", "facts": {"price": 1980, "points": 39, "needed": 40, "per_cent": 2, "percent": 3, "down": 39, "half_up": 40,
                                       "form": "price-file"},
    }  # fmt: skip
    assert finding["text"] == "Too few points: ¥1,980 needs 40 (2%) and has 39."
    assert finding["compared"] == "39 × 100 < 1,980 × 2; a setting of 2% makes 39 points rounded down, 40 half up"
    assert finding["change"] == [{"subject": "S", "fact": "points", "to": 40, "kind": "mend", "percent": 3}]
    assert answer["source"] == {"file": "listings.txt", "kind": "listings", "encoding": "utf-8", "rows": 1, "refused": []}
    assert (answer["version"], answer["as_of"]) == (1, DAY)


@pytest.mark.parametrize(
    ("row", "rule", "outcome"),
    [
        ("1980\t39\t11", "points.two-percent", "breach"), ("1020\t20\t11", "points.two-percent", "check"),
        ("1\t1\t11", "points.impossible-price", "breach"), ("1000\t100\t1", "points.badge-item", "advice"),
    ],
)  # fmt: skip
def test_the_four_offers_of_the_promise(desk: Desk, tmp_path: Path, row: str, rule: str, outcome: str) -> None:
    file = tmp_path / "listings.txt"
    file.write_text(f"seller-sku\titem-name\tprice\tPoints\titem-condition\nS\tt\t{row}\n", encoding="utf-8")
    found = desk("audit", file, "--as-of", DAY, "--json").findings()
    assert found == {rule: {outcome: {"S"}}}


def test_a_check_of_rounding_names_its_ambiguity_and_its_readings(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "listings.txt"
    file.write_text("seller-sku\titem-name\tprice\tPoints\titem-condition\nS\tt\t1020\t20\t11\n", encoding="utf-8")
    (finding,) = desk("audit", file, "--as-of", DAY, "--json").json["findings"]
    assert finding["ambiguity"] == "AMB-13"
    assert "half up" in finding["compared"]
    assert finding["change"][0]["to"] == 21


def test_the_demo_shop_has_every_verdict_of_every_rule(desk: Desk) -> None:
    summary = desk("audit", "--demo", "--json").json["summary"]
    lacking = {(rule, outcome) for rule, counts in summary.items() for outcome, count in counts.items() if not count}
    assert lacking == {("sfp.out-of-stock", "check")}  # a listings report always states the stock of a seller-shipped offer


def test_exit_statuses(desk: Desk, tmp_path: Path) -> None:
    def audited(row: str) -> Answer:
        file = tmp_path / "listings.txt"
        head = "seller-sku\titem-name\tprice\tPoints\titem-condition\tfulfillment-channel\tmerchant-shipping-group"
        file.write_text(f"{head}\nS\tt\t{row}\n", encoding="utf-8")
        return desk("audit", file, "--as-of", DAY)

    assert audited("1000\t20\t11\tAMAZON_JP\t").status == 0
    assert audited("1000\t20\t1\tAMAZON_JP\t").status == 0, "advice alone is nothing to mend"
    assert audited("1000\t19\t11\tAMAZON_JP\t").status == 1
    assert audited("1000\t20\t11\tDEFAULT\tP").status == 1, "a missing fact is something to check"
    assert audited("1000\t20\t11\tAMAZON_JP\t\nT\tt\tx\t1\t11\tAMAZON_JP\t").status == 1, "so is a row that could not be read"
    assert audited("x\t20\t11\tAMAZON_JP\t").status == 2


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_person_reads_counts_reasons_and_mends(desk: Desk, shop: Made, lang: str) -> None:
    out = desk(*shop.audit(), "--limit", "2", lang=lang).out + desk(*shop.audit(), "--limit", "0", lang=lang).out
    assert {"ja": "⊗ 要修正", "en": "⊗ breach"}[lang] in out
    assert {"ja": "ポイントを40以上にしてください。", "en": "Set the points to 40 or more: "}[lang] in out
    assert "{" not in out
    assert {"ja": "ほか", "en": " more ("}[lang] in out


def test_why_explains_a_sku(desk: Desk) -> None:
    answer = desk("audit", "--demo", "--why", "MUG-010")
    assert "clause P2-01" in answer.out
    assert "Cashless Points Campaign" in answer.out
    assert "smallest change: set points of MUG-010 to 21" in answer.out
    assert desk("audit", "--demo", "--why", "NO-SUCH").status == 2


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (["--prime-template", "X"], "There is no shipping template “X” in the file. It has: "),
        (["--facts", "nowhere.csv"], "nowhere.csv: There is no such file."),
        (["--as-of", "yesterday"], "--as-of: “yesterday” is no day; write it like 2026-01-31."),
        (["--no-such"], "There is no option --no-such; --help lists them."),
    ],
)
def test_what_cannot_be_used_is_one_sentence(desk: Desk, shop: Made, args: list[Any], sentence: str) -> None:
    answer = desk("audit", shop.folder / "listings.txt", *args)
    assert answer.status == 2
    assert answer.err.startswith(sentence)
    assert len(answer.err.splitlines()) == 1
    assert answer.out == ""


def test_a_template_cannot_be_named_for_a_file_without_the_column(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "open.txt"
    file.write_text("sku\tasin\tprice\tquantity\nS\tB\t100\t1\n", encoding="utf-8")
    answer = desk("audit", file, "--prime-template", "P")
    assert (answer.status, "the column is missing, or blank" in answer.err) == (2, True)
