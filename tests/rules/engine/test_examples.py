"""Every example of every rulebook gives its case, its words hold in both languages, and its smallest change turns it."""

from datetime import date
from typing import Any

import msgspec
import pytest

from sellerdesk.domain.finding import MISSING, Change, Finding
from sellerdesk.domain.shipment import Shipment
from sellerdesk.readers.methods import read_service
from sellerdesk.rules.checks import CHECKS, RETURN_CHECKS, SHIPMENT_CHECKS, TEMPLATE_CHECKS, applied
from sellerdesk.rules.engine.check import smallest_change
from sellerdesk.rules.engine.rulebook import Example, Rule
from sellerdesk.writers import words
from tests.rules.engine.examples import EXAMPLES, RECORDS, catalogue_of, judged, judged_record, judged_shipment, name, shipment_of

ANSWERS: dict[str, list[Any]] = {
    "price": [1, 2, 1980], "points": [0, 40, 2000], "condition": [1, 10, 11], "quantity": [0, 5], "preorder": ["yes", "no"],
    "hazmat": ["yes", "no", "potential"], "medical": ["yes", "no"], "ship_from": ["JP", "CN"], "restock_date": ["none"],
    "sale_points": [0, 40], "sale_start": [date(2020, 8, 1)], "sale_end": [date(2020, 8, 9)],
    "asin": ["B01"], "condition_note": ["", "傷"], "category": ["Shoes", "Toys"], "reason": ["3", "12"],
}  # fmt: skip
NAMES = words.messages()["fact"]
OFFERS = [pair for pair in EXAMPLES if pair[0].check not in RECORDS]
SHIPMENTS = [pair for pair in EXAMPLES if pair[0].check in SHIPMENT_CHECKS]
PAYERS = [pair for pair in EXAMPLES if pair[0].check == "payer"]
RETURNS = [pair for pair in EXAMPLES if pair[0].check in RETURN_CHECKS and pair[0].check != "payer"]


def found(rule: Rule, example: Example) -> Finding:
    """The finding about the example's subject."""
    alone = rule.check in RECORDS
    finding = judged_record(rule, example.given, example) if alone else judged(rule, catalogue_of(example), example)
    assert finding is not None
    return finding


@pytest.mark.parametrize("pair", EXAMPLES, ids=name)
def test_an_example_gives_its_case(pair: tuple[Rule, Example]) -> None:
    rule, example = pair
    finding = found(rule, example)
    outcome = "check" if example.case == MISSING else rule.case[example.case].outcome
    assert (finding.case, finding.outcome, finding.missing) == (example.case, outcome, example.missing)
    assert finding.terms in ("2020", "2022") or rule.source is not None


def less(rule: Rule, example: Example, field: str) -> Finding | None:
    """The finding about an example that does not tell one of its fields."""
    given = {key: value for key, value in example.given.items() if key != field}
    poorer = msgspec.structs.replace(example, given=given)
    return judged_record(rule, given, example) if rule.check in RECORDS else judged(rule, catalogue_of(poorer), poorer)


NEEDED = {"parcels", "region", "service", "cells", "template", "subject", "sku", "order_id"}
"""Fields without which there is no record."""


@pytest.mark.parametrize("pair", EXAMPLES, ids=name)
def test_what_a_verdict_waits_for_has_a_name_in_both_languages(pair: tuple[Rule, Example]) -> None:
    rule, example = pair
    for field in ("", *(set(example.given) - NEEDED)):
        try:
            finding = less(rule, example, field)
        except (TypeError, msgspec.ValidationError):
            continue  # no record is made without this field
        if finding is not None and finding.case == MISSING:
            assert finding.missing, field
            assert all(f"{rule.id}:{fact}" in NAMES or fact in NAMES for fact in finding.missing), finding.missing


@pytest.mark.parametrize("lang", words.LANGUAGES)
@pytest.mark.parametrize("pair", EXAMPLES, ids=name)
def test_its_words_are_whole_in_both_languages(pair: tuple[Rule, Example], lang: str) -> None:
    rule, example = pair
    told = words.worded(found(rule, example), rule, lang)
    for text in (told.text, told.compared, *([] if found(rule, example).outcome == "ok" else [told.fix])):
        assert text
        assert "{" not in text
        assert "None" not in text


@pytest.mark.parametrize("pair", [pair for pair in OFFERS if pair[1].case not in (MISSING, "ok")], ids=name)
def test_the_smallest_change_turns_the_verdict(pair: tuple[Rule, Example]) -> None:
    rule, example = pair
    finding = found(rule, example)
    changes = smallest_change(finding, CHECKS[rule.check])
    assert changes
    after = judged(rule, applied(catalogue_of(example), changes), example)
    assert after is None or after.outcome == "ok"


@pytest.mark.parametrize("pair", [pair for pair in OFFERS if pair[1].case == MISSING], ids=name)
def test_an_answer_to_what_is_missing_settles_it(pair: tuple[Rule, Example]) -> None:
    rule, example = pair
    changes = smallest_change(found(rule, example), CHECKS[rule.check])
    assert {change.fact for change in changes} == set(example.missing)
    for answers in zip(*(ANSWERS[change.fact] for change in changes), strict=False):
        told = [Change(change.subject, change.fact, answer) for change, answer in zip(changes, answers, strict=True)]
        after = judged(rule, applied(catalogue_of(example), told), example)
        assert after is None or after.case != MISSING


TOLD: dict[str, list[Any]] = {
    "ship_method": ["宅急便", "レターパック", "ゆうパケット"], "tracking_number": [("123456789013",), (), ("1",)], "is_prime": ["yes", "no"],
    "tracking_given_at": ["2020-07-01 09:00", "2020-07-02"], "confirmed_at": ["2020-07-01 10:05", "2020-07-01 10:00"], "ship_from": ["JP", "CN"],
    "same_day_region": ["yes", "no"], "promised_by": ["2020-07-03", "2020-07-02"], "delivered_at": ["2020-07-03 11:00", "2020-07-04"],
}  # fmt: skip
FIELDS = {"tracking_number": "tracking", "tracking_given_at": "given_at"}


def with_change(shipment: Shipment, change: Change) -> Shipment:
    """A shipment after a change, as if the seller had written it so."""
    if change.fact == "ship_method":
        return msgspec.structs.replace(shipment, service=read_service(None, str(change.to)))
    return msgspec.structs.replace(shipment, earlier=None, **{FIELDS.get(change.fact, change.fact): change.to})


@pytest.mark.parametrize("pair", [pair for pair in SHIPMENTS if pair[1].case not in (MISSING, "ok")], ids=name)
def test_the_smallest_change_turns_the_verdict_on_a_shipment(pair: tuple[Rule, Example]) -> None:
    rule, example = pair
    (change,) = smallest_change(found(rule, example), CHECKS[rule.check])
    if change.kind == "answer":
        change = Change(change.subject, change.fact, TOLD[change.fact][0])
    after = judged_shipment(rule, with_change(shipment_of(example.given), change))
    assert after is None or after.outcome == "ok" or (rule.id, after.case) == ("sfp.same-day", "region")


@pytest.mark.parametrize("pair", [pair for pair in SHIPMENTS if pair[1].case == MISSING], ids=name)
def test_an_answer_settles_a_shipment(pair: tuple[Rule, Example]) -> None:
    rule, example = pair
    changes = smallest_change(found(rule, example), CHECKS[rule.check])
    assert {change.fact for change in changes} == set(example.missing)
    for answers in zip(*(TOLD[change.fact] for change in changes), strict=False):
        shipment = shipment_of(example.given)
        for change, answer in zip(changes, answers, strict=True):
            shipment = with_change(shipment, Change(change.subject, change.fact, answer))
        after = judged_shipment(rule, shipment)
        assert after is None or set(example.missing).isdisjoint(after.missing)


@pytest.mark.parametrize("pair", PAYERS, ids=name)
def test_who_pays_is_settled_by_the_answer_it_asks_for(pair: tuple[Rule, Example]) -> None:
    rule, example = pair
    finding = found(rule, example)
    for change in smallest_change(finding, CHECKS[rule.check]):
        assert change.kind == "answer"
        given = {"category": "Toys", **example.given}
        after = [judged_record(rule, {**given, change.fact: answer}, example) for answer in ANSWERS[change.fact]]
        assert "ok" in [one.outcome for one in after if one is not None]


RETURN_ANSWERS: dict[str, list[Any]] = {
    "label_payer": ["customer", "seller", "amazon"], "payer": ["customer", "seller"], "label_type": ["prepaid", "unpaid"],
    "return_status": ["approved", "cancelled"], "refunded": [1000], "refunded_on": [],
}  # fmt: skip
"""What an owner may answer about a return; the day of the refund is no fact of a report, so its answer is a decision."""


@pytest.mark.parametrize("pair", [pair for pair in RETURNS if pair[1].case != MISSING], ids=name)
def test_the_smallest_change_turns_the_verdict_on_a_return(pair: tuple[Rule, Example]) -> None:
    rule, example = pair
    before = found(rule, example)
    for change in smallest_change(before, CHECKS[rule.check]):
        if change.fact == "refunded_on":  # a report does not tell it: within the deadline the refund itself settles it
            assert change.to in (None, before.facts["refund_by"])
            continue
        field = "status" if change.fact == "return_status" else change.fact
        answers = RETURN_ANSWERS[change.fact] if change.to is None else [change.to]
        after = [judged_record(rule, {**example.given, field: answer}, example) for answer in answers]
        cases = {None if one is None else one.case for one in after}
        assert before.case not in cases
        assert change.kind == "answer" or {one.outcome for one in after if one is not None} == {"ok"}


@pytest.mark.parametrize("pair", [pair for pair in RETURNS if pair[1].case == MISSING], ids=name)
def test_what_a_return_waits_for_is_asked_for(pair: tuple[Rule, Example]) -> None:
    rule, example = pair
    changes = smallest_change(found(rule, example), CHECKS[rule.check])
    assert tuple(change.fact for change in changes) == example.missing
    assert {change.fact for change in changes} <= set(words.messages()["fact"])


def test_a_change_is_offered_exactly_for_what_is_not_ok() -> None:
    for rule, example in EXAMPLES:
        finding = found(rule, example)
        assert bool(smallest_change(finding, CHECKS[rule.check])) == (finding.outcome != "ok"), name((rule, example))


def test_nobody_is_told_to_call_a_used_item_new() -> None:
    rule, example = next(pair for pair in OFFERS if pair[1].case == "never")
    assert [change.kind for change in smallest_change(found(rule, example), CHECKS[rule.check])] == ["would"]


TEMPLATES = [pair for pair in EXAMPLES if pair[0].check in TEMPLATE_CHECKS and pair[1].case not in (MISSING, "ok")]


@pytest.mark.parametrize("pair", TEMPLATES, ids=name)
def test_the_smallest_change_turns_the_verdict_on_a_template(pair: tuple[Rule, Example]) -> None:
    rule, example = pair
    (change,) = smallest_change(found(rule, example), CHECKS[rule.check])
    after = judged_record(rule, {"same_day_region": "yes", **example.given, change.fact: change.to}, example)
    assert after is None or after.outcome == "ok"
