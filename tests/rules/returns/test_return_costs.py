"""The money of a return against figures worked out by hand; and what is not known stays not known."""

from datetime import date
from fractions import Fraction
from itertools import product
from typing import Any, get_args

import pytest

from sellerdesk.domain.assumptions import Assumptions
from sellerdesk.domain.parcel import ContractFare, WhyNot
from sellerdesk.domain.return_costs import Costs, Figure, Figures, LineKind
from sellerdesk.domain.returned_item import ReturnedItem
from sellerdesk.workflows.returns.quote import quote
from sellerdesk.writers.words import messages

DAY = date(2026, 1, 5)
ALL: dict[str, Any] = {
    "reason": "3", "category": "ギフト券", "hazmat": "no", "arrived_on": DAY, "ordered_on": date(2025, 12, 1), "price": 1000, "points": 0,
    "shipping_charged": 0, "gift_wrap": 0, "outbound_cost": 640, "referral_percent": Fraction(15), "method": "takkyubin", "size": 60,
    "from_prefecture": "東京都", "to_prefecture": "大阪府", "handling_cost": 150, "value_loss_percent": Fraction(30),
    "late_delivery": "no", "tax_on_fees": "no",
}  # fmt: skip


def costs(shop: Assumptions | None = None, **more: Any) -> Costs:
    """The account of a return of which everything is known, but for what is given."""
    return quote(ReturnedItem("1", **{**ALL, **more}), DAY, shop or Assumptions()).costs


def figures(shop: Assumptions | None = None, **more: Any) -> dict[str, Figure]:
    """All amounts of it by name."""
    return dict(costs(shop, **more).figures.named())


def yen(name: str, **more: Any) -> int | None:
    """One amount."""
    return figures(**more)[name].yen


def test_an_account_of_which_everything_is_known() -> None:
    told = costs()
    assert {name: figure.yen for name, figure in told.figures.named()} == {
        "fare": 1060, "refund": 1000, "return_shipping_deducted": 0, "refund_least": 1000, "refund_most": 1000,
        "referral_fee_returned": 150, "admin_fee": 15, "points_returned": 0, "shipping_refund": 0, "account_charge": 865,
        "cost": 1060 + 150 + 300 + 15, "sunk": 640,
    }  # fmt: skip
    assert {figure.bound for _name, figure in told.figures.named()} == {"exact"}
    assert told.refund_by == date(2026, 1, 7)
    assert [(line.kind, line.figure.yen, line.clauses) for line in told.lines] == [
        ("return_shipping", 1060, ("S-26", "S-28")), ("handling", 150, ()), ("value_loss", 300, ()), ("admin_fee", 15, ()),
        ("shipping_refund", 0, ("S-18",)), ("outbound", 640, ()),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("paid", "fees"),
    [((3000, 500, 308, 0), (571, 57)), ((50_000, 1000, 308, 0), (7696, 500)), ((1000, 0, 0, 0), (150, 15)),
     ((3808, 0, 0, 100), (556, 56)), ((33, 0, 0, 0), (5, 1))],
)  # fmt: skip
def test_fees_are_on_all_that_was_paid_less_points(paid: tuple[int, int, int, int], fees: tuple[int, int]) -> None:
    price, shipping, wrap, points = paid
    told = figures(price=price, shipping_charged=shipping, gift_wrap=wrap, points=points)
    assert (told["referral_fee_returned"].yen, told["admin_fee"].yen) == fees
    assert told["account_charge"].yen == price + shipping + wrap + fees[1] - fees[0]
    assert told["points_returned"].yen == points


def test_tax_comes_on_top_of_the_cap_and_of_its_day() -> None:
    assert (yen("referral_fee_returned", tax_on_fees=None), yen("admin_fee", tax_on_fees=None)) == (165, 17)
    assert yen("admin_fee", price=51_308, tax_on_fees="yes") == 550
    assert yen("admin_fee", price=51_308, tax_on_fees="yes", arrived_on=date(2019, 9, 30)) == 540
    raised: dict[str, Any] = {"tax_on_fees": "yes", "ordered_on": date(2019, 9, 20), "arrived_on": date(2019, 10, 5)}
    assert yen("referral_fee_returned", price=10_000, **raised) == 1_620, "what was charged at 8% comes back at 8%"
    assert yen("admin_fee", price=10_000, **raised) == 165, "what is kept is a fee of the day of the refund"
    assert yen("admin_fee", tax_on_fees=None, price=51_308, shop=Assumptions(tax_on_fees=False)) == 500


@pytest.mark.parametrize(
    ("category", "price", "fee"),
    [("Toys", 100, 30), ("おもちゃ&ホビー", 1000, 100), ("楽器", 1000, 100), ("Beauty", 750, 38), ("Beauty", 1500, 120), ("Beauty", 1501, 150),
     ("園芸用品", 751, 113), ("本", 100, 15), ("Kitchen", 1000, 150), ("謎の商品", 1000, None)],
)  # fmt: skip
def test_a_category_brings_its_rate_and_its_least_fee(category: str, price: int, fee: int | None) -> None:
    assert yen("referral_fee_returned", category=category, price=price, referral_percent=None) == fee


def test_a_typed_rate_has_no_least_fee_and_a_rate_holds_from_its_day() -> None:
    assert yen("referral_fee_returned", category="Toys", price=100, referral_percent=Fraction(10)) == 10
    assert yen("referral_fee_returned", category="Beauty", referral_percent=None, ordered_on=date(2022, 2, 28)) is None


def test_the_customers_shipping_comes_off_the_refund_and_never_more_than_it() -> None:
    told = figures(reason="12")
    assert (told["return_shipping_deducted"].yen, told["refund_least"].yen, told["refund"].yen) == (1000, 0, 1000)
    told = figures(reason="12", price=3000)
    assert (told["return_shipping_deducted"].yen, told["refund_least"].yen, told["refund_most"].yen) == (1060, 1940, 3000)
    assert told["cost"].yen == 150 + 900 + 45


def test_hazmat_is_refunded_between_nothing_and_all() -> None:
    for hazmat in ("yes", "potential"):
        assert (yen("refund_least", hazmat=hazmat), yen("refund_most", hazmat=hazmat)) == (0, 1000)
    assert yen("refund_least", hazmat=None) is None


def test_the_shipping_fee_of_a_late_delivery_is_inside_the_full_refund() -> None:
    assert yen("shipping_refund", late_delivery="yes", shipping_charged=500) == 500
    assert yen("cost", late_delivery="yes", shipping_charged=500) == yen("cost", late_delivery="no", shipping_charged=500)
    assert yen("cost", late_delivery="yes", shipping_charged=500) == 1060 + 150 + 300 + 23


def test_a_box_is_a_line_of_its_own_and_a_typed_fare_is_all() -> None:
    told = costs(method="takkyubin_compact", size=None)
    assert (told.figures.fare.yen, [line.figure.yen for line in told.lines if line.kind == "box"]) == (710, [70])
    assert told.figures.cost.yen == 710 + 70 + 150 + 300 + 15
    typed = costs(method="takkyubin_compact", fare=500)
    assert (typed.figures.fare.yen, [line.kind for line in typed.lines if line.kind == "box"]) == (500, [])
    own = Assumptions(contracts=(ContractFare(start=date(2025, 1, 1), method="takkyubin", yen=480),))
    assert costs(shop=own).figures.fare.yen == 480


NEEDED = {
    "hazmat": {"refund_least"}, "price": {"refund", "refund_least", "refund_most", "referral_fee_returned", "admin_fee", "account_charge", "cost"},
    "points": {"referral_fee_returned", "admin_fee", "points_returned", "account_charge", "cost"},
    "shipping_charged": {"refund", "refund_least", "refund_most", "referral_fee_returned", "admin_fee", "account_charge", "cost"},
    "gift_wrap": {"refund", "refund_least", "refund_most", "referral_fee_returned", "admin_fee", "account_charge", "cost"},
    "outbound_cost": {"sunk"}, "referral_percent": {"referral_fee_returned", "admin_fee", "account_charge", "cost"},
    "method": {"fare", "cost"}, "size": {"fare", "cost"}, "from_prefecture": {"fare", "cost"}, "to_prefecture": {"fare", "cost"},
    "handling_cost": {"cost"}, "value_loss_percent": {"cost"}, "tax_on_fees": set(), "ordered_on": set(), "arrived_on": set(),
    "category": set(),
}  # fmt: skip


@pytest.mark.parametrize("name", NEEDED)
def test_an_empty_input_is_not_known_wherever_it_is_needed(name: str) -> None:
    told = figures(**{name: None})
    assert {figure for figure, one in told.items() if one.bound != "exact"} == NEEDED[name]
    assert all(name in one.lacking for one in told.values() if one.bound != "exact")


@pytest.mark.parametrize("reason", ["3", "12", None, "CR-POOR_FIT"])
@pytest.mark.parametrize("late", ["yes", "no", None])
@pytest.mark.parametrize("name", sorted(set(NEEDED) - {"tax_on_fees"}))
def test_at_least_is_never_more_than_the_truth(name: str, late: str | None, reason: str | None) -> None:
    known: dict[str, Any] = {
        "reason": reason,
        "late_delivery": late,
        "shipping_charged": 500,
        "gift_wrap": 300,
        "points": 90,
        "price": 2345,
    }
    less = figures(**{**known, name: None})
    reasons, delays = [reason] if reason in ("3", "12") else ["3", "12"], [late] if late else ["yes", "no"]
    for row, delay in product(reasons, delays):
        truth = figures(**{**known, "reason": row, "late_delivery": delay})
        for figure, one in less.items():
            check(one, truth[figure])


def check(less: Figure, truth: Figure) -> None:
    """What is said with an input unknown holds when it is known."""
    if less.yen is None or truth.yen is None or truth.bound != "exact":
        return
    if less.bound == "at_least":
        assert less.yen <= truth.yen
    if less.bound == "at_most":
        assert less.yen >= truth.yen


def test_who_pays_not_known_leaves_the_shipping_out_of_the_sum() -> None:
    told = costs(reason=None)
    assert told.figures.cost == Figure(150 + 300 + 15, "at_least", ("reason",))
    assert told.lines[0].figure == Figure(1060, "at_most", ("reason",))


def test_every_amount_and_line_has_its_name() -> None:
    assert set(messages()["figure"]) == {*Figures.__struct_fields__, "refund_by"}
    assert set(messages()["line"]) == set(get_args(LineKind))
    assert set(messages()["fare"]) == set(get_args(WhyNot)) - {"lacking_facts"}
