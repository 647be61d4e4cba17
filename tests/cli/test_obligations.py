"""What a shop must do, made from its own offers: counted, asked for where a fact is missing, and said in both languages."""

from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Answer, Desk

HEAD = "seller-sku\titem-name\tprice\tfulfillment-channel\tmerchant-shipping-group\tstatus\n"
FACTS = "sku,medical,hazmat\nA,yes,no\nB,no,potential\nC,no,no\nD,yes,yes\n"
EVERYBODY = {"charges", "before_order", "guaranteed_date", "returns_policy", "late_returns", "refund_in_time"}


@pytest.fixture
def files(tmp_path: Path) -> list[Path | str]:
    """Three SFP offers, a plain one of medicine and hazmat, and one of Amazon's; with facts about all."""
    rows = ("A\tt\t1\tDEFAULT\tP\tActive", "B\tt\t1\tDEFAULT\tP\tActive", "C\tt\t1\tDEFAULT\tP\tActive", "D\tt\t1\tDEFAULT\tQ\tActive")
    listings = tmp_path / "listings.txt"
    listings.write_text(HEAD + "\n".join([*rows, "E\tt\t1\tAMAZON_JP\t\tActive", ""]), encoding="utf-8")
    facts = tmp_path / "facts.csv"
    facts.write_text(FACTS, encoding="utf-8")
    return [listings, "--facts", facts]


def by_id(answer: Answer) -> dict[str, Any]:
    """The obligations of an answer."""
    return {one["id"]: one for one in answer.json["obligations"]}


def test_each_obligation_counts_the_offers_that_it_touches(desk: Desk, files: list[Any]) -> None:
    desk("account", "set", "return_address_in_japan=yes")
    answer = desk("obligations", *files, "--prime-template", "P", "--json")
    told = by_id(answer)
    assert (answer.status, answer.json["missing"]) == (0, [])
    assert {name: (one["state"], one["offers"], one["unknown"]) for name, one in told.items()} == {
        **dict.fromkeys(EVERYBODY, ("applies", 3, 0)), "after_order": ("applies", 2, 0), "medical": ("applies", 1, 0), "hazmat": ("applies", 1, 0), "return_address": ("met", 3, 0),
    }  # fmt: skip
    assert (told["medical"]["skus"], told["hazmat"]["skus"], told["charges"]["skus"]) == (["A"], ["B"], [])
    assert (told["medical"]["clauses"], told["medical"]["terms"]) == (["S-16"], "2022")


@pytest.mark.parametrize(
    ("told", "state", "missing"),
    [
        (None, "check", ["return_address_in_japan"]),
        ("unknown", "check", ["return_address_in_japan"]),
        ("no", "check", []),
        ("yes", "met", []),
    ],
)
def test_the_return_address_is_what_the_owner_told(desk: Desk, files: list[Any], told: str | None, state: str, missing: list[str]) -> None:
    if told:
        desk("account", "set", f"return_address_in_japan={told}")
    answer = desk("obligations", *files, "--prime-template", "P", "--json")
    assert (answer.status, by_id(answer)["return_address"]["state"], answer.json["missing"]) == (int(state != "met"), state, missing)


def test_what_is_not_known_is_asked_and_never_a_no(desk: Desk, files: list[Any]) -> None:
    answer = desk("obligations", files[0], "--prime-template", "P", "--json")
    told = by_id(answer)
    assert {name: (told[name]["state"], told[name]["offers"], told[name]["unknown"]) for name in ("after_order", "medical", "hazmat")} == {
        "after_order": ("check", 0, 3),
        "medical": ("check", 0, 3),
        "hazmat": ("check", 0, 3),
    }
    assert set(answer.json["missing"]) == {"medical", "hazmat", "return_address_in_japan"}
    nothing = desk("obligations", files[0], "--json")
    assert {one["state"] for one in nothing.json["obligations"]} == {"check"}
    assert set(nothing.json["missing"]) == {"prime_template", "medical", "hazmat"}


def test_amazon_answers_for_no_medicine(desk: Desk, tmp_path: Path) -> None:
    """S-16 leaves drugs and medical devices to the seller: what S-12 and S-13 give to Amazon does not touch them."""
    listings, facts = tmp_path / "listings.txt", tmp_path / "facts.csv"
    listings.write_text(HEAD + "".join(f"{sku}\tt\t1\tDEFAULT\tP\tActive\n" for sku in "ABC"), encoding="utf-8")
    facts.write_text("sku,medical\nA,yes\nB,yes\nC,yes\n", encoding="utf-8")
    told = by_id(desk("obligations", listings, "--facts", facts, "--prime-template", "P", "--json"))
    assert (told["after_order"]["state"], told["after_order"]["offers"], told["medical"]["offers"]) == ("none", 0, 3)
    facts.write_text("sku,medical\nA,yes\nB,no\n", encoding="utf-8")
    told = by_id(desk("obligations", listings, "--facts", facts, "--prime-template", "P", "--json"))
    assert (told["after_order"]["offers"], told["after_order"]["unknown"], told["after_order"]["missing"]) == (1, 1, ["medical"])


def test_a_shop_without_prime_has_none(desk: Desk, tmp_path: Path) -> None:
    listings = tmp_path / "fba.txt"
    listings.write_text(HEAD + "E\tt\t1\tAMAZON_JP\t\tActive\n", encoding="utf-8")
    answer = desk("obligations", listings, "--json")
    assert (answer.status, {one["state"] for one in answer.json["obligations"]}) == (0, {"none"})
    assert "no obligations" in desk("obligations", listings).out


def test_the_saved_shop_is_asked_without_a_file(desk: Desk, files: list[Any]) -> None:
    assert desk("obligations").status == 2
    desk("import", files[0], "--prime-template", "P")
    desk("facts", "import", files[2])
    assert by_id(desk("obligations", "--json"))["medical"]["skus"] == ["A"]


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_person_reads_what_to_do(desk: Desk, files: list[Any], lang: str) -> None:
    out = desk("obligations", *files, "--prime-template", "P", lang=lang).out
    for word in {"ja": ["返送先住所を設定しておく", "医薬品", "対象の出品 3件"], "en": ["return address", "Drugs", "Offers it touches: 3"]}[
        lang
    ]:
        assert word in out
    assert "{" not in out


def weekend(desk: Desk, files: list[Any], day: str = "2026-11-01") -> Any:
    """The duty to ship on weekends, on a day."""
    told = desk("obligations", *files, "--prime-template", "P", "--as-of", day, "--json").json["beyond_the_terms"]
    return next((one for one in told if one["id"] == "weekend"), None)


def test_shops_ship_on_weekends_since_the_day_that_the_figure_names(desk: Desk, files: list[Any]) -> None:
    assert weekend(desk, files, "2021-07-14") is None
    told = weekend(desk, files, "2021-07-15")
    assert (told["state"], told["missing"], told["since"], told["clauses"]) == ("applies", ["ships_on_weekends"], "2021-07-15", [])
    desk("account", "set", "ships_on_weekends=yes")
    assert weekend(desk, files)["state"] == "met"


@pytest.mark.parametrize(
    ("closed", "state"),
    [
        ("2026-11-07", "trouble"),
        ("2026-11-08", "trouble"),
        ("2026-11-09", "met"),
        ("2026-10-31", "met"),
        ("2027-05-01", "trouble"),
        ("2027-05-02", "trouble"),
        ("2027-01-02", "trouble"),
        ("2026-05-03", "met"),
    ],
)
def test_a_day_off_on_a_weekend_to_come_is_to_mend(desk: Desk, files: list[Any], closed: str, state: str) -> None:
    desk("account", "set", "ships_on_weekends=yes", f"closed_days={closed}")
    answer = desk("obligations", *files, "--prime-template", "P", "--as-of", "2026-11-01", lang="ja")
    assert weekend(desk, files)["state"] == state
    assert answer.status == 1
    assert "土曜日と日曜日も出荷する" in answer.out
    assert (closed in answer.out) == (state == "trouble"), "the day that is to mend is named"
    assert weekend(desk, files)["days"] == ([closed] if state == "trouble" else [])


def test_today_names_the_weekend_days_that_are_taken_off(desk: Desk, files: list[Any]) -> None:
    desk("import", files[0], "--prime-template", "P", "--judge")
    desk("account", "set", "ships_on_weekends=yes", "closed_days=2026-11-07 2026-11-09")
    (need,) = (one for one in desk("today", "--as-of", "2026-11-01", "--json").json["needs"] if one["need"] == "duty")
    assert "2026-11-07" in need["text"]
    assert "2026-11-09" not in need["text"]
    assert "2026-11-07" in desk("obligations", "--as-of", "2026-11-01", lang="en").out


def test_a_shop_that_does_not_ship_on_weekends_is_to_mend_that(desk: Desk, files: list[Any]) -> None:
    desk("account", "set", "ships_on_weekends=no")
    assert weekend(desk, files)["state"] == "trouble"


def test_a_weekend_that_is_a_public_holiday_is_free(desk: Desk, files: list[Any]) -> None:
    desk("account", "set", "ships_on_weekends=yes", "closed_days=2027-03-21")  # a Sunday, the vernal equinox
    assert weekend(desk, files)["state"] == "met"


def test_today_names_the_obligations_that_are_not_kept(desk: Desk, files: list[Any]) -> None:
    asked = ("today", "--as-of", "2026-11-01", "--json")
    desk("import", files[0], "--prime-template", "P", "--judge")
    assert not [need for need in desk(*asked).json["needs"] if need["need"] == "duty"]
    desk("account", "set", "ships_on_weekends=no", "return_address_in_japan=no")
    told = {need["outcome"]: need["text"] for need in desk(*asked, lang="ja").json["needs"] if need["need"] == "duty"}
    assert set(told) == {"breach", "check"}
    assert "土曜日と日曜日も出荷する" in told["breach"]
    assert "返送先住所" in told["check"]
    before = desk("today", "--as-of", "2021-07-01", "--json").json["needs"]
    assert [need["outcome"] for need in before if need["need"] == "duty"] == ["check"]


def test_today_names_further_facts_that_verdicts_on_offers_wait_for(desk: Desk, files: list[Any]) -> None:
    desk("import", files[0], "--prime-template", "P", "--judge")
    missing = {one["fact"]: one["records"] for one in desk("audit", files[0], "--prime-template", "P", "--json").json["missing"]}
    (need,) = (one for one in desk("today", "--json").json["needs"] if one["need"] == "missing")
    assert len(missing) > 1
    assert {one["fact"]: one["records"] for one in need["more"]} == {fact: count for fact, count in missing.items() if fact != need["fact"]}
    assert f"Further facts that verdicts wait for: {len(missing) - 1}" in need["text"]


def test_a_shop_without_sfp_offers_has_no_obligation_in_today(desk: Desk, files: list[Any]) -> None:
    desk("account", "set", "ships_on_weekends=no", "return_address_in_japan=no")
    desk("import", files[0], "--judge")
    assert not [need for need in desk("today", "--as-of", "2026-11-01", "--json").json["needs"] if need["need"] == "duty"]


def test_an_offer_whose_template_is_blank_may_be_one_of_sfp(desk: Desk, tmp_path: Path) -> None:
    report = tmp_path / "listings.txt"
    report.write_text(HEAD + "A\tt\t1\tDEFAULT\tP\tActive\nB\tt\t1\tDEFAULT\t \tActive\nC\tt\t1\tAMAZON_JP\t\tActive\n", encoding="utf-8")
    told = by_id(desk("obligations", report, "--prime-template", "P", "--json"))["charges"]
    assert (told["offers"], told["unknown"], told["missing"]) == (1, 1, ["shipping_template"])


@pytest.mark.parametrize(("day", "state"), [("2026-11-30", "check"), ("2027-01-02", "check")])
def test_a_year_end_closing_over_a_weekend_is_to_be_looked_at(desk: Desk, files: list[Any], day: str, state: str) -> None:
    desk("account", "set", "ships_on_weekends=yes", "year_end=yes")
    assert weekend(desk, files, day)["state"] == state


@pytest.mark.parametrize(("lang", "said"), [("ja", "対象の出品 1件(不明 1件)"), ("en", "Offers it touches: 1 (not known: 1)")])
def test_an_offer_without_a_template_is_not_known_for_the_duties_of_the_account_either(
    desk: Desk, tmp_path: Path, lang: str, said: str
) -> None:
    listings = tmp_path / "listings.txt"
    listings.write_text(HEAD + "A\tt\t1\tDEFAULT\tP\tActive\nB\tt\t1\tDEFAULT\t\tActive\n", encoding="utf-8")
    asked = ("obligations", listings, "--prime-template", "P", "--as-of", "2026-11-29")
    told = desk(*asked, "--json").json
    found = {duty["when"]: duty for duty in told["obligations"] + told["beyond_the_terms"]}
    for when in ("return address", "weekend"):
        assert (found[when]["offers"], found[when]["unknown"]) == (1, 1)
        assert "shipping_template" in found[when]["missing"]
    assert "不明 0件" not in desk(*asked, lang=lang).out
    assert said in desk(*asked, lang=lang).out
    desk("account", "set", "return_address_in_japan=yes", "ships_on_weekends=yes")
    desk("import", listings)
    told = desk("obligations", "--prime-template", "P", "--as-of", "2026-11-29", "--json").json
    found = {duty["when"]: duty for duty in told["obligations"] + told["beyond_the_terms"]}
    assert [(found[when]["state"], found[when]["unknown"]) for when in ("return address", "weekend")] == [("met", 1), ("met", 1)]
