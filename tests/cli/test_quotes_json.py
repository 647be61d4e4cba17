"""The answer for other programs says of each quote what its account says, and many quotes say what each says alone."""

import json
from datetime import date
from fractions import Fraction
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sellerdesk.cli.quote_json import Wording
from sellerdesk.domain.doubt import Doubt
from sellerdesk.domain.refusal import Refusal
from sellerdesk.domain.returned_item import ReturnedItem
from sellerdesk.workflows.fares import method_names
from sellerdesk.workflows.returns.fees import fee_doubts
from sellerdesk.workflows.returns.quote import Quote, quote, quoter
from sellerdesk.writers import quote_words, words

DAY = date(2026, 1, 5)
YEN = st.sampled_from([None, 0, 1, 350, 1500, 24_999])
YES_NO = st.sampled_from([None, "yes", "no"])
DAYS = st.sampled_from([None, date(2019, 9, 30), date(2025, 12, 1), date(2026, 1, 5), date(2027, 5, 1)])
PLACES = st.sampled_from([None, "東京都", "沖縄県", "?"])
ITEMS = st.builds(
    ReturnedItem, subject=st.text(max_size=8), reason=st.sampled_from([None, "3", "12", "15", "18", "99"]),
    category=st.sampled_from([None, "Shoes", "Beauty", "Toys", '100% "wool"']), line=st.integers(2, 10_000),
    hazmat=st.sampled_from([None, "no", "yes", "potential"]), ordered_on=DAYS, arrived_on=DAYS, price=st.sampled_from([None, 1, 1500, 9800]),
    points=YEN, shipping_charged=YEN, gift_wrap=YEN, outbound_cost=YEN, referral_percent=st.sampled_from([None, Fraction(0), Fraction(17, 2)]),
    method=st.sampled_from([None, "?", *method_names()]), size=st.sampled_from([None, 60, 300]), weight=st.sampled_from([None, 2_500]),
    from_prefecture=PLACES, to_prefecture=PLACES, handling_cost=YEN, value_loss_percent=st.sampled_from([None, Fraction(0), Fraction(10)]),
    fare=st.sampled_from([None, 0, 800, 99_999]), late_delivery=YES_NO, tax_on_fees=YES_NO,
)  # fmt: skip


def all_of(one: Quote) -> tuple[Any, ...]:
    """A quote with what its fare says."""
    tariff = one.costs.tariff
    return (
        one.item,
        one.finding,
        one.twins,
        one.difference,
        *msgspec.structs.astuple(msgspec.structs.replace(one.costs, tariff=None)),
        (None if tariff is None else (type(tariff), msgspec.structs.astuple(tariff))),
    )


@given(st.lists(ITEMS, min_size=1, max_size=30))
def test_a_sheet_is_quoted_as_row_by_row(items: list[ReturnedItem]) -> None:
    told = map(quoter(DAY), items)
    assert [all_of(one) for one in told] == [all_of(quote(item, DAY)) for item in items]


def doubts_of(item: ReturnedItem) -> tuple[Doubt, ...]:
    """What is not sure of the fees of a return."""
    return fee_doubts(item.category, item.ordered_on, item.arrived_on or DAY)


def said(one: Quote, lang: str) -> dict[str, Any]:
    """What the answer must say of a quote, by its account."""
    figures, costs = dict(one.costs.figures.named()), one.costs
    lines = [
        {
            "label": words.say(lang, f"line.{line.kind}"),
            "yen": line.figure.yen,
            "clause": quote_words.basis(line.clauses),
            "kind": line.kind,
        }
        | ({} if line.figure.bound == "exact" else {"bound": line.figure.bound, "missing": list(line.figure.lacking)})
        for line in costs.lines
    ]
    return {
        **{name: figure.yen for name, figure in figures.items()},
        "subject": one.item.subject,
        "line": one.item.line,
        "payer": one.payer,
        "outcome": one.finding.outcome,
        "fare_tariff": quote_words.tariff_used(costs.tariff, lang),
        "refund_by": costs.refund_by and costs.refund_by.isoformat(),
        "at_least": bool(figures["cost"].lacking) and (figures["cost"].yen is None or figures["cost"].bound == "at_least"),
        "cost_text": quote_words.amount(figures["cost"], lang),
        "not_exact": {name: {"bound": one.bound, "lacking": list(one.lacking)} for name, one in figures.items() if one.lacking},
        "lines": lines,
        "warnings": [
            *quote_words.near_twins(one.twins, one.difference, lang),
            *quote_words.warnings(one.item, one.payer, costs, method_names(), lang),
            *([] if one.item.referral_percent is not None or one.item.price is None else quote_words.doubts(doubts_of(one.item), lang)),
        ],
    }


@pytest.mark.parametrize("lang", ["ja", "en"])
@given(items=st.lists(ITEMS, min_size=1, max_size=30))
def test_the_answer_says_what_the_accounts_say(lang: str, items: list[ReturnedItem]) -> None:
    wording = Wording(lang)
    for one in map(quoter(DAY), items):
        told = json.loads(msgspec.json.encode(wording.of(one)))
        expected = said(one, lang)
        assert {name: told[name] for name in expected} == expected
        assert {change["subject"] for change in told.get("change", [])} <= {one.item.subject}


@given(st.lists(ITEMS, min_size=1, max_size=5), st.text(max_size=5))
def test_a_row_that_was_not_read_says_why_and_no_more(items: list[ReturnedItem], value: str) -> None:
    why = {one.line: [Refusal(one.line, "price", value, "whole_yen", "retype")] for one in items[:1]}
    wording = Wording("en")
    for one, answer in zip(items, map(quoter(DAY), items), strict=True):
        told = json.loads(msgspec.json.encode(wording.of(answer, why.get(one.line, ()))))
        if one.line in why:
            (sentence,) = told["warnings"]
            assert sentence == told["text"] == told["fix"] == told["compared"] == quote_words.not_read(why[one.line][0], "en")
            assert "change" not in told
