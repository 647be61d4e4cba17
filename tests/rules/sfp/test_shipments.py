"""Shipments as properties and at their boundaries: what is not known decides nothing, and only SFP offers' parcels are judged."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sellerdesk.domain.catalogue import Catalogue
from sellerdesk.domain.clause import Words
from sellerdesk.domain.facts import SkuFacts
from sellerdesk.domain.offer import Offer
from sellerdesk.domain.shipment import Service, Shipment
from sellerdesk.rules.engine.check import Run
from sellerdesk.rules.engine.judge import Audit
from sellerdesk.rules.sfp.prime_shipments import prime_shipments
from sellerdesk.rules.sfp.rates import Measure, failures_left, measured
from sellerdesk.rules.sfp.tracking import check_digit
from sellerdesk.workflows.sfp.measures import measures, trial
from sellerdesk.workflows.sfp.shipments import judged
from sellerdesk.workflows.terms import rule
from tests.rules.engine.examples import judged_shipment

DAY = date(2020, 8, 3)
TAKKYUBIN = Service("ヤマト運輸 宅急便", ("yamato",), ("takkyubin",))
FINE: dict[str, Any] = {
    "order_id": "A", "sku": "S", "service": TAKKYUBIN, "tracking": ("123456789013",), "given_at": "2020-07-30 10:00",
    "shipped_at": "2020-07-30 12:00", "confirmed_at": "2020-07-30 12:00", "ship_from": "JP", "promised_by": "2020-07-31",
    "delivered_at": "2020-07-31 18:00", "same_day": "no",
}  # fmt: skip
RULES = ("carrier-method", "tracking-id", "tracking-before-confirmation", "shipment-origin", "late-delivery", "same-day")
BLANKS: dict[str, Any] = {
    "service": Service(),
    **dict.fromkeys(("tracking", "given_at", "confirmed_at", "ship_from", "promised_by", "delivered_at")),
}


def audit_of(*told: dict[str, Any], catalogue: Catalogue | None = None, listings: bool = False, every: bool = True) -> Audit:
    """The verdicts on shipments that differ from a blameless one."""
    run = Run(DAY, catalogue or Catalogue([]))
    shipments = [Shipment(**{**FINE, **one, "line": line}) for line, one in enumerate(told, start=2)]
    prime, unknown = prime_shipments(shipments, run, listings=listings, every=every)
    return judged(prime, run, unknown, "file.csv")


def outcomes(audit: Audit, order: str = "A") -> dict[str, str]:
    """The outcome of every rule on an order; "missing" for a check that only lacks a fact."""
    found = [one for one in audit.findings if one.subject == order]
    return {one.rule.removeprefix("sfp."): "missing" if one.missing else one.outcome for one in found}


def test_a_blameless_shipment_is_ok_by_every_rule() -> None:
    assert outcomes(audit_of({})) == dict.fromkeys(RULES, "ok")


@given(st.integers(0, 10**11 - 1))
def test_every_wrong_digit_of_a_yamato_number_is_found_but_those_that_differ_by_seven(body: int) -> None:
    """7DR cannot see a digit of the body that changes by 7 (0-7, 1-8, 2-9): one of the nine errors in each such place, none in the others."""
    number = f"{body:011d}"
    number += str(check_digit(number))
    unseen = 0
    for place, digit in enumerate(number):
        for other in set("0123456789") - {digit}:
            wrong = number[:place] + other + number[place + 1 :]
            finding = judged_shipment(rule("sfp.tracking-id"), Shipment(**{**FINE, "tracking": (wrong,)}, is_prime="yes"))
            blind = place < len(number) - 1 and abs(int(digit) - int(other)) == 7
            unseen += blind
            assert finding is not None
            assert finding.outcome == ("ok" if blind else "breach"), wrong
    assert unseen == sum(digit in "012789" for digit in number[:-1]) <= 11


@pytest.mark.parametrize("length", [10, 11, 12, 13])
@pytest.mark.parametrize("carrier", ["yamato", "japan_post"])
def test_numbers_have_the_length_of_their_carrier(carrier: str, length: int) -> None:
    service = {"yamato": TAKKYUBIN, "japan_post": Service("ゆうパック", ("japan_post",), ("yupack",))}[carrier]
    body = "1234567890123"[: length - 1]
    right = length == 12 or (carrier == "japan_post" and length == 11)
    told = outcomes(audit_of({"service": service, "tracking": (body + str(check_digit(body)),)}))
    assert told["tracking-id"] == ("ok" if right else "breach")
    wrong = str((check_digit(body) + 1) % 7)
    told = outcomes(audit_of({"service": service, "tracking": (body + wrong,)}))
    assert told["tracking-id"] == ("check" if right and carrier == "japan_post" else "breach")


@pytest.mark.parametrize("number", ["", "EG123456789JP", "12345678901²", "１２３４５６７８９０１３", "-12345678901"])
def test_what_is_no_number_is_a_breach_and_no_crash(number: str) -> None:
    assert outcomes(audit_of({"tracking": (number,)}))["tracking-id"] == "breach"


def test_of_several_numbers_the_worst_is_told() -> None:
    assert outcomes(audit_of({"tracking": ("123456789013", "123456789014")}))["tracking-id"] == "breach"
    assert outcomes(audit_of({"tracking": ("123456789013", "123456789024")}))["tracking-id"] == "ok"


def test_a_number_of_an_earlier_order_is_a_check_and_one_of_the_same_order_is_not() -> None:
    audit = audit_of({}, {"order_id": "B"}, {"order_id": "B"}, {"order_id": "C", "tracking": ("123456789024",)})
    assert [outcomes(audit, order)["tracking-id"] for order in "ABC"] == ["ok", "check", "ok"]
    (repeated,) = [one for one in audit.findings if one.case == "repeated"]
    assert (repeated.facts["earlier"], repeated.line) == ("A", 3)
    assert outcomes(audit_of({}, {}))["tracking-id"] == "ok", "two lines of one parcel"


def test_a_plain_shipment_before_it_repeats_nothing() -> None:
    audit = audit_of({"is_prime": "no"}, {"order_id": "B", "is_prime": "yes"}, every=False)
    assert (outcomes(audit), outcomes(audit, "B")["tracking-id"]) == ({}, "ok")


def test_tracking_is_judged_for_the_seven_methods_only() -> None:
    sagawa = {"service": Service("佐川急便", ("sagawa",)), "tracking": ("1",)}
    assert "tracking-id" not in outcomes(audit_of(sagawa))
    assert outcomes(audit_of({"service": Service("ヤマト運輸", ("yamato",)), "tracking": ("1",)}))["tracking-id"] == "missing"


def test_what_has_not_left_needs_no_number_yet() -> None:
    waiting = {
        "tracking": (),
        "given_at": None,
        "shipped_at": "none",
        "confirmed_at": "none",
        "delivered_at": "none",
        "promised_by": "2020-08-03",
    }
    told = outcomes(audit_of(waiting))
    assert {"tracking-id", "tracking-before-confirmation", "late-delivery"}.isdisjoint(told)
    assert outcomes(audit_of({**waiting, "shipped_at": "2020-08-03"}))["tracking-id"] == "breach"
    assert outcomes(audit_of({**waiting, "shipped_at": None, "confirmed_at": None}))["tracking-id"] == "breach"
    assert outcomes(audit_of({**waiting, "promised_by": "2020-08-02"}))["late-delivery"] == "missing"


@pytest.mark.parametrize(
    ("given_at", "confirmed_at", "outcome"),
    [
        ("2020-07-01 10:00:00", "2020-07-01 10:00:00", "ok"), ("2020-07-01 10:00:01", "2020-07-01 10:00:00", "breach"),
        ("2020-07-01 10:00", "2020-07-01 10:00:59", "ok"), ("2020-07-01 10:01", "2020-07-01 10:00:59", "breach"),
        ("2020-07-01", "2020-07-01 10:00", "missing"), ("2020-07-01", "2020-07-01", "missing"), ("2020-07-01", "2020-07-02", "ok"),
        ("2020-07-02", "2020-07-01 23:59:59", "breach"), ("2020-07-01 23:59", "2020-07-01", "missing"), ("2020-07-01", "none", "ok"),
        (None, "2020-07-01", "missing"),
    ],
)  # fmt: skip
def test_the_number_comes_no_later_than_the_confirmation(given_at: str | None, confirmed_at: str, outcome: str) -> None:
    assert outcomes(audit_of({"given_at": given_at, "confirmed_at": confirmed_at}))["tracking-before-confirmation"] == outcome


@pytest.mark.parametrize(
    ("promised", "delivered", "outcome"),
    [
        ("2020-07-03", "2020-07-03", "ok"), ("2020-07-03", "2020-07-03 23:59:59", "ok"), ("2020-07-03", "2020-07-04 00:00:00", "advice"),
        ("2020-07-03 12:00", "2020-07-03 12:00", "ok"), ("2020-07-03 12:00", "2020-07-03 12:00:59", "ok"),
        ("2020-07-03 12:00", "2020-07-03 12:01", "advice"), ("2020-07-03 12:00", "2020-07-03", "missing"), ("2020-07-03", "2020-07-02", "ok"),
        ("2020-07-03", None, "missing"), (None, "2020-07-03", "missing"), ("2020-07-03 12:00:00", "2020-07-03 12:00", "ok"),
    ],
)  # fmt: skip
def test_a_promised_day_holds_to_its_end(promised: str | None, delivered: str | None, outcome: str) -> None:
    assert outcomes(audit_of({"promised_by": promised, "delivered_at": delivered}))["late-delivery"] == outcome


def test_same_day_is_judged_where_it_is_told() -> None:
    assert outcomes(audit_of({"same_day": "yes"}))["same-day"] == "check"
    assert outcomes(audit_of({"same_day": "yes", "service": Service("佐川", ("sagawa",))}))["same-day"] == "breach"
    assert "same-day" not in outcomes(audit_of({"same_day": None}))


SERVICES = [
    TAKKYUBIN, Service("佐川急便", ("sagawa",)), Service("ゆうパケット", ("japan_post",), ("yupacket",)), Service("?", (), (), "?"), Service(),
    Service("ゆうパック", ("japan_post",), ("yupack",)),
]  # fmt: skip
STAMPS = st.sampled_from([None, "2020-07-30", "2020-07-30 12:00", "2020-07-31 09:00:00", "2020-08-01"])
ANY = st.fixed_dictionaries(
    {
        "service": st.sampled_from(SERVICES), "tracking": st.sampled_from([None, (), ("123456789013",), ("123456789014",), ("1",)]),
        "given_at": STAMPS, "confirmed_at": STAMPS | st.just("none"), "ship_from": st.sampled_from([None, "JP", "CN"]), "promised_by": STAMPS,
        "delivered_at": STAMPS | st.just("none"),
    }
)  # fmt: skip


@settings(max_examples=1000)
@given(ANY, st.sets(st.sampled_from(sorted(BLANKS))))
def test_taking_a_fact_away_never_turns_a_verdict(told: dict[str, Any], forgotten: set[str]) -> None:
    if told["tracking"] == ():
        told["given_at"] = None  # what has no number was given none
    before = outcomes(audit_of(told))
    after = outcomes(audit_of({**told, **{name: BLANKS[name] for name in forgotten}}))
    for name, outcome in after.items():
        assert outcome in ("missing", before.get(name, "silent")), (name, before.get(name), outcome)


OFFERS = [
    Offer("P", channel="seller", shipping_template="T", status="active"),
    Offer("N", channel="seller", shipping_template="plain", status="active"),
    Offer("F", channel="amazon", shipping_template="T", status="active"),
    Offer("U", channel="seller", status="active"),
]


@pytest.mark.parametrize(
    ("sku", "is_prime", "judged_or"),
    [
        ("P", None, True), ("P", "no", True), ("P", "yes", True), ("N", None, False), ("N", "yes", True), ("F", None, False),
        ("U", None, ("shipping_template",)), ("U", "yes", True), ("U", "no", False), ("X", None, ("is_prime",)), ("X", "no", False),
        (None, None, ("sku",)), (None, "yes", True),
    ],
)  # fmt: skip
def test_which_shipments_are_judged(sku: str | None, is_prime: str | None, judged_or: object) -> None:
    run = Run(DAY, Catalogue(OFFERS, {}, frozenset("T")))
    shipment = Shipment(**{**FINE, "sku": sku, "is_prime": is_prime})
    prime, unknown = prime_shipments([shipment], run, listings=True, every=False)
    assert (bool(prime), unknown) == (judged_or is True, [judged_or] if isinstance(judged_or, tuple) else [])


def test_what_is_not_known_to_be_prime_is_one_check_of_the_file() -> None:
    sagawa = {"service": Service("佐川急便", ("sagawa",))}
    audit = audit_of(sagawa, {"order_id": "B"}, {"order_id": "C", "is_prime": "yes"}, every=False)
    assert (outcomes(audit), outcomes(audit, "file.csv")) == ({}, {"carrier-method": "missing"})
    assert sum(counts.get("check", 0) for counts in audit.summary.values()) == 1
    assert [(one.fact, one.records, one.settles) for one in audit.missing] == [("prime_template", 2, 12)]


def test_an_order_has_the_verdict_of_its_worst_line() -> None:
    audit = audit_of({}, {"ship_from": "CN"}, {"ship_from": None}, {"delivered_at": None}, {"delivered_at": "2020-08-01"})
    told = outcomes(audit)
    assert (told["shipment-origin"], told["late-delivery"], told["carrier-method"]) == ("breach", "missing", "ok"), (
        "a missing fact never hides"
    )
    assert all(sum(counts.values()) == 1 for counts in audit.summary.values())
    assert [one.fact for one in audit.missing] == ["delivered_at"]
    assert [one.line for one in audit.findings if one.outcome == "breach"] == [3]


def test_the_owner_can_tell_the_origin_of_a_sku() -> None:
    catalogue = Catalogue([], {"S": SkuFacts(ship_from="CN")})
    assert outcomes(audit_of({"ship_from": None}, catalogue=catalogue))["shipment-origin"] == "breach"
    assert outcomes(audit_of({"ship_from": "JP"}, catalogue=catalogue))["shipment-origin"] == "ok"
    assert outcomes(audit_of({"ship_from": None, "sku": None}, catalogue=catalogue))["shipment-origin"] == "missing"


def test_before_the_terms_began_nothing_is_judged() -> None:
    run = Run(date(2017, 12, 31), Catalogue([]))
    audit = judged([Shipment(**FINE, is_prime="yes")], run, [("prime_template",)], "file.csv")
    assert (audit.findings, audit.summary, len(audit.not_covered)) == ([], {}, len(RULES))


@given(st.integers(0, 300), st.integers(0, 300), st.integers(1, 100))
def test_the_failures_left_are_the_least_that_take_a_rate_below(met: int, failed: int, least: int) -> None:
    counted = met + failed
    if not counted:
        return
    left = failures_left(met, counted, least)
    assert met * 100 < least * (counted + left)
    assert left == 0 or met * 100 >= least * (counted + left - 1)


@given(st.integers(0, 300), st.integers(0, 300), st.integers(1, 99))
def test_a_rate_that_must_stay_above_falls_when_it_reaches_the_bound(met: int, failed: int, least: int) -> None:
    counted = met + failed
    if not counted:
        return
    left = failures_left(met, counted, least, above=True)
    assert met * 100 <= least * (counted + left)
    assert left == 0 or met * 100 > least * (counted + left - 1)


def test_a_rate_counts_the_days_of_its_window() -> None:
    measure = Measure("m", Words("率", "rate"), "on_time_delivery", least_percent=96, days=7, checked=DAY)
    days = [DAY - timedelta(days=back) for back in (-1, 0, 6, 7)]
    told = measured(measure, [(day, True) for day in days] + [(DAY, None), (None, True), (DAY, False)], DAY)
    assert (told.measure, told.start, told.end, told.name.en, told.checked) == ("m", date(2020, 7, 28), DAY, "rate", DAY)
    assert (told.counted, told.met, told.unknown, told.least_percent, told.failures_left) == (3, 2, 2, 96, 0)


def rates(*told: dict[str, Any]) -> list[tuple[int, int, int, int | None]]:
    """Counted, met, unknown and failures left: on-time delivery, then valid tracking."""
    shipments = [Shipment(**{**FINE, "order_id": str(number), "is_prime": "yes", **one}) for number, one in enumerate(told)]
    audit = judged(shipments, Run(DAY, Catalogue([])), [], "file.csv")
    of_prime = ("on_time_delivery", "valid_tracking")
    found = [one for one in measures(shipments, audit, DAY) if one.measure in of_prime]
    return [(one.counted, one.met, one.unknown, one.failures_left) for one in found]


def test_the_week_is_measured_by_its_verdicts() -> None:
    assert rates(*[{}] * 3) == [(3, 3, 0, 1), (3, 3, 0, 1)]
    assert rates({}, {"delivered_at": "2020-08-01"}, {"tracking": ("1",)}) == [(3, 2, 0, 0), (3, 2, 0, 0)]
    assert rates({}, {"delivered_at": None, "tracking": None}) == [(1, 1, 1, 1), (1, 1, 1, 1)]
    assert rates({}, {"service": Service("佐川", ("sagawa",))})[1] == (1, 1, 1, 1), "whose tracking is valid no rule says"
    old = {"promised_by": "2020-07-27", "confirmed_at": "2020-07-27"}
    assert rates(old) == [(0, 0, 0, None), (0, 0, 0, None)]
    assert rates({"shipped_at": "none", "confirmed_at": "none", "tracking": ()})[1] == (0, 0, 0, None)


def cancelled(*told: str | None) -> list[tuple[str, int, int, int, int | None]]:
    """The rates of cancellation of some orders: counted, not cancelled by the seller, unknown, failures left."""
    shipments = [Shipment(**{**FINE, "order_id": str(number), "is_prime": "yes", "cancelled": one}) for number, one in enumerate(told)]
    audit = judged(shipments, Run(DAY, Catalogue([])), [], "file.csv")
    found = [one for one in measures(shipments, audit, DAY) if one.most_percent is not None]
    return [(one.measure, one.counted, one.met, one.unknown, one.failures_left) for one in found]


def test_only_what_the_seller_cancels_counts_against_the_shop() -> None:
    assert cancelled(*["no"] * 99, "seller") == [("cancellation", 100, 99, 0, 1), ("express_cancellation", 100, 99, 0, 0)]
    assert cancelled(*["no"] * 99, "buyer")[0] == ("cancellation", 100, 100, 0, 2)
    assert cancelled(*["no"] * 98, "seller", "seller")[0] == ("cancellation", 100, 98, 0, 0)
    assert cancelled(None, None)[0] == ("cancellation", 0, 0, 2, None), "a sheet that never speaks of it lists those that were sent"


def test_a_cancelled_order_has_no_parcel_to_judge() -> None:
    gone = Shipment(**{**FINE, "is_prime": "yes", "cancelled": "seller", "service": Service("佐川", ("sagawa",)), "tracking": ()})
    audit = judged([gone], Run(DAY, Catalogue([])), [], "file.csv")
    assert not audit.findings
    counted = {one.measure: one.counted for one in measures([gone], audit, DAY)}
    assert (counted["valid_tracking"], counted["on_time_delivery"], counted["cancellation"]) == (0, 0, 1)


def last_orders(*told: dict[str, Any]) -> list[tuple[int, int, list[tuple[int, int, int]]]]:
    """The trial over the last orders: its two readings, each rate counted, met and unknown."""
    day = date(2022, 8, 3)
    shipments = [
        Shipment(**{**FINE, "order_id": f"{number:03}", "is_prime": "yes", "cancelled": "no", "ordered_at": "2022-08-01 09:00", **one})
        for number, one in enumerate(told)
    ]
    audit = judged(shipments, Run(day, Catalogue([])), [], "file.csv")
    found = trial(shipments, audit, day)
    return [(one.orders, one.there, [(rate.counted, rate.met, rate.unknown) for rate in one.measures]) for one in found]


def test_the_trial_looks_at_the_last_ten_orders_and_at_the_last_fifty() -> None:
    fine, late = {"shipped_at": "2022-08-01 15:00"}, {"ordered_at": "2022-07-01", "ship_by": "2022-07-01", "shipped_at": "2022-07-02"}
    ten, fifty = last_orders(*[fine] * 10, *[late] * 5)
    assert (ten[:2], fifty[:2]) == ((10, 10), (50, 15))
    assert ten[2][0] == (10, 10, 0)
    assert fifty[2][0] == (15, 10, 0)


def test_an_order_that_left_later_than_its_day_is_not_known_without_the_day_by_which_it_had_to() -> None:
    (_, _, rates_of), _fifty = last_orders({"shipped_at": "2022-08-02 15:00"}, {"shipped_at": "2022-08-02", "ship_by": "2022-08-02"})
    assert rates_of[0] == (1, 1, 1)


def test_before_the_figures_of_the_trial_there_is_none() -> None:
    assert trial([], judged([], Run(DAY, Catalogue([])), [], "file.csv"), DAY) == []
