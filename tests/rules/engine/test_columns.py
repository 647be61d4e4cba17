"""Many records judged by the column come out as if each were judged alone, one rule after the other."""

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sellerdesk.domain.catalogue import Catalogue
from sellerdesk.domain.facts import NOTHING_KNOWN, SkuFacts
from sellerdesk.domain.finding import OK, Verdict
from sellerdesk.domain.offer import FIELDS, Offer, Offers, Sale
from sellerdesk.rules.checks import OFFER_CHECKS
from sellerdesk.rules.engine import dated
from sellerdesk.rules.engine.bind import RuleOfDay
from sellerdesk.rules.engine.check import Run
from sellerdesk.workflows.offers.audit import judged
from sellerdesk.workflows.terms import rules_of, terms

if TYPE_CHECKING:
    from collections.abc import Sequence

DAY = date(2020, 8, 3)
DAYS = [None, date(2020, 7, 1), DAY, date(2020, 8, 4)]
OFFERS: st.SearchStrategy[dict[str, Any]] = st.builds(
    dict,
    asin=st.sampled_from([None, "B01", "B02", "B03"]), price=st.sampled_from([None, 1, 2, 99, 100, 1020, 1980]),
    points=st.sampled_from([None, 0, 1, 20, 39, 40, 50, 990, 991]), quantity=st.sampled_from([None, 0, 1]),
    condition=st.sampled_from([None, 1, 9, 10, 11]), condition_note=st.sampled_from([None, "", "箱 なし", "箱なし"]),
    channel=st.sampled_from([None, "seller", "amazon"]), shipping_template=st.sampled_from([None, "", "P", "Q"]),
    status=st.sampled_from([None, "active", "inactive", "incomplete"]),
)  # fmt: skip
FACTS = st.builds(
    SkuFacts,
    preorder=st.sampled_from([None, "yes", "no"]), hazmat=st.sampled_from([None, "yes", "no", "potential"]),
    medical=st.sampled_from([None, "yes", "no"]), ship_from=st.sampled_from([None, "JP", "CN"]),
    restock_date=st.sampled_from(["none", *DAYS]), asin=st.sampled_from([None, "B01"]),
)  # fmt: skip
SALES = st.builds(Sale, st.sampled_from([1, 990]), st.sampled_from([None, 0, 20, 600]), st.sampled_from(DAYS), st.sampled_from(DAYS))
READINGS = st.sampled_from([{}, {"AMB-03": "buy-box"}, {"AMB-13": "down"}, {"AMB-16": "any"}])


@st.composite
def catalogues(draw: st.DrawFn) -> Catalogue:
    """Some offers that share ASINs, with what is known of some of them."""
    told = draw(st.lists(OFFERS, min_size=1, max_size=8))
    offers: Sequence[Offer] = [Offer(sku=f"S{number}", line=number + 2, **one) for number, one in enumerate(told)]
    facts = {one.sku: draw(FACTS) for one in offers if draw(st.booleans())}
    sales = {one.sku: draw(SALES) for one in offers if draw(st.booleans())}
    if draw(st.booleans()):  # as a report gives them
        offers = Offers({name: [getattr(one, name) for one in offers] for name in FIELDS})
    templates = draw(st.sampled_from([None, frozenset(), frozenset("P"), frozenset("PQ")]))
    return Catalogue(offers, facts, templates, sales)


def plain(verdict: Verdict | None) -> Any:
    """A verdict by what it says."""
    return None if verdict is None else (verdict.case, dict(verdict.facts), verdict.missing)


@settings(max_examples=300, deadline=None)
@given(catalogues(), READINGS)
def test_a_column_says_what_its_judge_says(catalogue: Catalogue, readings: dict[str, str]) -> None:
    run = Run(DAY, catalogue, readings)
    for one in dated.bind(rules_of(OFFER_CHECKS), OFFER_CHECKS, terms(), run):
        scope = OFFER_CHECKS[one.rule.check].scope(run)
        assert list(scope.of(catalogue.offers)) == [scope(offer) for offer in catalogue.offers]
        inside = [offer for offer in catalogue.offers if scope(offer) is True]
        known = [catalogue.facts.get(offer.sku, NOTHING_KNOWN) for offer in inside]
        told = [plain(one.judge(offer, facts)) for offer, facts in zip(inside, known, strict=True)]
        assert list(map(plain, one.column(inside, known))) == told, one.id


def one_by_one(bound: list[RuleOfDay[Any]], catalogue: Catalogue, run: Run) -> tuple[list[tuple[str, str, str]], Counter[tuple[str, str]]]:
    """The same by going offer by offer: findings that are no ok and lack nothing (SKU, rule, case), and outcomes by rule."""
    found, counts = [], Counter[tuple[str, str]]()
    for offer in catalogue.offers:
        skip: tuple[str, ...] = ()
        for one in sorted(bound, key=lambda one: OFFER_CHECKS[one.rule.check].scope.__name__ == "prime"):
            inside = OFFER_CHECKS[one.rule.check].scope(run)(offer)
            verdict = one.judge(offer, catalogue.facts_of(offer.sku)) if inside is True else Verdict("missing", missing=inside or ())
            if inside is False or verdict is None or one.id in skip:
                continue
            outcome = "check" if verdict.missing else "ok" if verdict is OK else one.finding("", 0, verdict).outcome
            counts[one.id, outcome] += 1
            if not verdict.missing and verdict is not OK:
                skip += one.rule.replaces
            if outcome != "ok" and not verdict.missing:
                found.append((offer.sku, one.id, verdict.case))
    return found, counts


@settings(max_examples=300, deadline=None)
@given(catalogues(), READINGS)
def test_an_audit_is_what_going_offer_by_offer_gives(catalogue: Catalogue, readings: dict[str, str]) -> None:
    run = Run(DAY, catalogue, readings)
    found, counts = one_by_one(dated.bind(rules_of(OFFER_CHECKS), OFFER_CHECKS, terms(), run), catalogue, run)
    audit = judged(catalogue, DAY, readings)
    assert sorted((one.subject, one.rule, one.case) for one in audit.findings) == sorted(found)
    assert [one.line for one in audit.findings] == sorted(one.line for one in audit.findings)
    assert {(rule, outcome): count for rule, told in audit.summary.items() for outcome, count in told.items() if count} == counts
    whole = judged(catalogue, DAY, readings, everything=True)
    assert {rule: {**told} for rule, told in whole.summary.items()} == {rule: {**told} for rule, told in audit.summary.items()}
    assert (whole.missing, whole.lacks.keys()) == (audit.missing, audit.lacks.keys())


@pytest.mark.parametrize("templates", [None, frozenset("P")])
def test_offers_of_which_nothing_is_to_be_said_are_not_made_one_by_one(
    monkeypatch: pytest.MonkeyPatch, templates: frozenset[str] | None
) -> None:
    count = 1_000
    made: dict[str, Sequence[Any]] = {"sku": [f"S{number}" for number in range(count)], "asin": [f"B{number:09}" for number in range(count)],
            "price": [1980] * count, "points": [40] * count, "quantity": [3] * count, "condition": [11] * count,
            "channel": ["seller"] * count, "status": ["active"] * count, "shipping_template": ["PQ"[number % 2] for number in range(count)],
            "line": range(2, count + 2)}  # fmt: skip
    asked: list[int] = []
    one = Offers.__getitem__

    def counted(self: Offers, place: Any) -> Any:
        asked.append(place)
        return one(self, place)

    monkeypatch.setattr(Offers, "__getitem__", counted)
    audit = judged(Catalogue(Offers({name: made.get(name, [None] * count) for name in FIELDS}), prime_templates=templates), DAY)
    assert not audit.findings
    assert len(asked) < count / 10  # each distinct answer once, and no offer for itself


@pytest.mark.parametrize("everything", [False, True])
def test_no_offers_are_no_findings(everything: bool) -> None:  # noqa: FBT001 (a parameter of the test)
    assert judged(Catalogue([], prime_templates=frozenset("P")), DAY, everything=everything).findings == []
