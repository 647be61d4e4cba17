"""Verdicts as properties and at their boundaries: unknown is never ok, and no figure is off by one."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sellerdesk.domain.catalogue import Catalogue
from sellerdesk.domain.facts import SkuFacts
from sellerdesk.domain.offer import Offer
from sellerdesk.domain.returned_item import ReturnedItem
from sellerdesk.rules.checks import OFFER_CHECKS
from sellerdesk.rules.engine.judge import Audit
from sellerdesk.workflows.offers.audit import judged
from sellerdesk.workflows.returns.quote import quote
from sellerdesk.workflows.shop.catalogue import still_there
from sellerdesk.workflows.terms import rules_of

DAY = date(2020, 8, 3)
KNOWN = SkuFacts(preorder="no", hazmat="no", medical="no", ship_from="JP", restock_date="none")
FULL: dict[str, Any] = {
    "asin": "B01", "price": 1980, "points": 40, "quantity": 3, "condition": 11, "condition_note": "", "channel": "seller",
    "shipping_template": "P", "status": "active",
}  # fmt: skip


def outcomes(audit: Audit) -> dict[str, str]:
    """The outcome of every rule that spoke of the first offer."""
    return {finding.rule: finding.outcome for finding in audit.findings if finding.subject == "A"}


def audit_of(offer: dict[str, Any], facts: SkuFacts = KNOWN, primes: frozenset[str] | None = frozenset("P")) -> dict[str, str]:
    """The verdicts on one offer."""
    return outcomes(judged(Catalogue([Offer(sku="A", **offer)], {"A": facts}, primes), DAY, everything=True))


@given(st.integers(1, 10**6), st.integers(0, 10**6))
def test_points_are_judged_as_the_documents_say(price: int, points: int) -> None:
    told = audit_of({**FULL, "price": price, "points": points})
    if price == 1:
        assert told["points.impossible-price"] == "breach"
        assert "points.two-percent" not in told
        assert "points.cap" not in told
        return
    assert told["points.impossible-price"] == "ok"
    short = points * 50 < price
    rounded = points > 0 and points == (price * 2 + 50) // 100
    assert told["points.two-percent"] == ("ok" if not short else "check" if rounded else "breach")
    assert told["points.cap"] == ("breach" if points * 2 > price else "ok")


@given(st.sets(st.sampled_from(sorted(FULL))), st.sets(st.sampled_from(KNOWN.__struct_fields__)))
def test_an_unknown_fact_never_makes_a_verdict_ok(blank: set[str], unknown: set[str]) -> None:
    offer = {name: None if name in blank else value for name, value in FULL.items()}
    facts = SkuFacts(**{name: None if name in unknown else getattr(KNOWN, name) for name in KNOWN.__struct_fields__})
    told = audit_of(offer, facts)
    needs = {
        "points.two-percent": {"price", "points"}, "points.cap": {"price", "points"}, "points.impossible-price": {"price"},
        "points.badge-item": {"condition"},
    }  # fmt: skip
    sfp = {"channel", "shipping_template"}
    needs |= {"sfp.out-of-stock": {"quantity", *sfp}, "sfp.duplicate-offer": {"asin", *sfp}}
    needs |= {rule: {fact, *sfp} for rule, fact in (("sfp.pre-order", "preorder"), ("sfp.hazmat", "hazmat"), ("sfp.medical", "medical"))}
    needs |= {"sfp.ship-from": {"ship_from", *sfp}, "sfp.restock-date": {"restock_date", *sfp}}
    assert set(told) == set(needs)
    for rule, facts_needed in needs.items():
        assert told[rule] == ("check" if facts_needed & (blank | unknown) - ({"asin"} - blank) else "ok"), rule


def test_a_facts_sheet_may_tell_the_asin() -> None:
    assert audit_of({**FULL, "asin": None}, SkuFacts(asin="B01"))["sfp.duplicate-offer"] == "ok"


def test_no_prime_template_told_makes_every_sfp_rule_a_check_for_it() -> None:
    offers = [Offer(sku="A", **FULL), *(Offer(sku=f"N{number}", **{**FULL, "price": None, "channel": "amazon"}) for number in range(30))]
    audit = judged(Catalogue(offers, {"A": KNOWN}), DAY)
    waiting = {rule: counts["check"] for rule, counts in audit.summary.items() if rule.startswith("sfp.")}
    assert waiting == {rule.id: 1 for rule in rules_of(OFFER_CHECKS) if rule.id.startswith("sfp.")}
    assert [(one.fact, one.records, one.settles) for one in audit.missing] == [("prime_template", 1, len(waiting)), ("price", 30, 90)]
    assert audit.findings == []


def test_a_shop_without_prime_templates_has_no_sfp_verdicts() -> None:
    assert not [rule for rule in audit_of(FULL, SkuFacts(), frozenset()) if rule.startswith("sfp.")]


@pytest.mark.parametrize("other", [{"channel": "amazon"}, {"shipping_template": "plain"}, {"status": "incomplete"}])
def test_sfp_rules_speak_of_prime_offers_only(other: dict[str, Any]) -> None:
    assert not [rule for rule in audit_of({**FULL, **other}, SkuFacts()) if rule.startswith("sfp.")]


def test_facts_missing_together_are_counted_once_per_record() -> None:
    offers = [Offer(sku=f"S{number}", **{**FULL, "asin": f"B{number}"}) for number in range(4)]
    facts = {f"S{number}": SkuFacts(preorder="no", hazmat="no", ship_from="JP", restock_date="none") for number in range(3)}
    audit = judged(Catalogue(offers, facts, frozenset("P")), DAY)
    told = {one.fact: (one.records, one.settles) for one in audit.missing}
    assert told == {"medical": (4, 4), "hazmat": (1, 1), "preorder": (1, 1), "restock_date": (1, 1), "ship_from": (1, 1)}
    assert audit.missing[0].fact == "medical"


def test_the_unknown_asin_of_a_plain_offer_is_asked_for_where_it_is_missing() -> None:
    plain = Offer(sku="B", **{**FULL, "asin": None, "shipping_template": "plain"})
    audit = judged(Catalogue([Offer(sku="A", **FULL), plain], {"A": KNOWN}, frozenset("P")), DAY, everything=True)
    found = {finding.subject: (finding.outcome, finding.missing) for finding in audit.findings if finding.rule == "sfp.duplicate-offer"}
    assert found == {"A": ("ok", ()), "B": ("check", ("asin",))}


def duplicates(*others: dict[str, Any], facts: dict[str, SkuFacts] | None = None) -> dict[str, tuple[str, tuple[str, ...]]]:
    """The verdicts of the duplicate rule on a Prime offer A and others of its ASIN: B, C and D."""
    offers = [Offer(sku="A", **FULL), *(Offer(sku="BCD"[number], **{**FULL, **other}) for number, other in enumerate(others))]
    audit = judged(Catalogue(offers, facts or {}, frozenset("P")), DAY, everything=True)
    return {one.subject: (one.outcome, one.missing) for one in audit.findings if one.rule == "sfp.duplicate-offer"}


def test_a_twin_that_may_be_prime_or_not_is_no_proof_of_either() -> None:
    unknown = ("check", ("shipping_template",))
    assert duplicates({"shipping_template": None}) == {"A": unknown, "B": unknown}
    channel = ("check", ("fulfillment_channel",))
    assert duplicates({"shipping_template": "plain", "channel": None}) == {"A": channel, "B": channel}


def test_an_identical_twin_is_a_breach_whatever_stands_beside_it() -> None:
    found = duplicates({"shipping_template": "plain"}, {"shipping_template": None})
    assert found["A"][0] == found["B"][0] == "breach"
    assert found["C"] == ("check", ("shipping_template",))


def test_a_template_that_is_gone_from_the_report_is_asked_for_again() -> None:
    assert still_there(frozenset({"P"}), [Offer(sku="A", shipping_template="Prime2020")]) is None
    assert still_there(frozenset({"P", "Q"}), [Offer(sku="A", shipping_template="P")]) == frozenset({"P", "Q"})
    assert still_there(frozenset(), [Offer(sku="A", shipping_template="P")]) == frozenset()


def test_before_its_first_day_a_rule_is_not_covered() -> None:
    audit = judged(Catalogue([Offer(sku="A", **FULL)], {"A": KNOWN}, frozenset("P")), date(2020, 6, 30))
    assert {rule.partition(".")[0] for rule in audit.not_covered} == {"points"}
    assert [rule for rule in audit.summary if rule.startswith("points.")] == ["points.cap"], "the cap is older than the programme"


CUSTOMER = {1, 2, 12, 15, 16, 17, 18}


@pytest.mark.parametrize("row", range(1, 23))
def test_all_22_reasons_have_their_payer(row: int) -> None:
    assert quote(ReturnedItem("1", str(row), "Toys"), DAY).payer == ("customer" if row in CUSTOMER else "seller")
    assert quote(ReturnedItem("1", str(row), "Apparel"), DAY).payer == "seller"
    assert quote(ReturnedItem("1", str(row)), DAY).payer == ("check" if row in CUSTOMER else "seller")


@pytest.mark.parametrize(
    ("code", "row"),
    [
        ("CR-UNWANTED_ITEM", 12),
        ("cr-unwanted_item", 12),
        ("AMZ-PG-APP-TOO-SMALL", 17),
        ("No longer needed", 12),
        ("不要になった", 12),
        ("No longer needed or wanted", 12),
        ("12.0", 12),
        ("012", 12),
        ("CR- UNWANTED ITEM", 12),
        ("CR-UNWANTED-ITEM", 12),
        ("Wrong size: too small/short", 17),
        ("Tarnished/unacceptable condition", 22),
    ],
)
def test_a_reason_is_known_by_its_code_and_its_words(code: str, row: int) -> None:
    assert quote(ReturnedItem("1", code, "Toys"), DAY).finding.facts["row"] == row


@pytest.mark.parametrize("code", ["CR-POOR_FIT", "NO_REASON_GIVEN", "23", "0", "WRONG_SIZE"])
def test_a_code_without_a_row_is_asked_for(code: str) -> None:
    assert quote(ReturnedItem("1", code, "Toys"), DAY).finding.case == "unmapped"
    assert quote(ReturnedItem("1", code, "Shoes"), DAY).payer == "seller"


@pytest.mark.parametrize("category", ["不明", "unknown", "?", "-", " "])
def test_an_unknown_category_is_not_known(category: str) -> None:
    assert quote(ReturnedItem("1", "12", category), DAY).payer == "check"


@pytest.mark.parametrize("category", ["帽子", "リュック", "Shoes & Bags", "Clothing & Fashion Accessories", "バッグ", "○○"])
def test_a_category_that_says_nothing_sure_is_a_check(category: str) -> None:
    assert quote(ReturnedItem("1", "12", category), DAY).finding.case == "doubtful"
    assert quote(ReturnedItem("1", "10", category), DAY).payer == "seller"


@pytest.mark.parametrize("category", ["apparel", "ＳＨＯＥＳ", " 靴 ", "スーツケース", "Tシャツ", "Dresses", "鞋", "メンズシューズ"])
def test_a_free_category_is_free_however_it_is_written(category: str) -> None:
    assert quote(ReturnedItem("1", "12", category), DAY).finding.case == "free"


def test_near_twins_have_the_other_payer() -> None:
    for row in range(1, 23):
        one = quote(ReturnedItem("1", str(row), "Toys"), DAY)
        assert all(twin.payer != one.payer for twin in one.twins)
    assert [twin.row for twin in quote(ReturnedItem("1", "15", "Toys"), DAY).twins] == [4]
    assert [twin.row for twin in quote(ReturnedItem("1", "12", "Toys"), DAY).twins] == [3, 10, 19]
