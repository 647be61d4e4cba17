"""Orders with two return labels: the sentences and the sums name what is out of both, and no more than is known of each."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from tests.cli.test_beyond_the_sale import AS_OF, ORDER, Back, claim, refund, said, sale, shop
from tests.conftest import Desk
from tests.payments_maker import Row

B = "B-1"
TWO_ITEMS = [sale(), sale(sku=B), refund(), refund(sku=B)]
JANUARY = Row("2027-01-05 12:00:00", "注文", {"product_sales": 500}, "250-0000000-0000001", "Z-9")
"""A sale after a month of which no file has a row."""


def label(yen: int, day: int = 16, text: str = "ReturnPostageBilling") -> Row:
    """What payments took for a label (below 0), or gave the shop for the order."""
    return Row(f"2026-10-{day} 09:00:00", "調整", {"other": yen}, ORDER, text=text, quantity="")


def of_shop(cost: str, rma: str, sku: str = "A-1", reason: str = "CR-UNWANTED_ITEM") -> Back:
    """A return whose label the shop was charged."""
    return Back(cost, sku, rma, reason=reason, charged="Seller")


def need(desk: Desk, name: str) -> dict[str, Any]:
    """What Today says of one thing to do."""
    found = (one for one in desk("today", "--as-of", AS_OF, "--json").json["needs"] if one["need"].startswith(name))
    return next(found, {"yen": 0})


@pytest.mark.parametrize(
    ("returns", "rows", "words", "is_least"),
    [
        pytest.param(
            [of_shop("100", "R1"), of_shop("600", "R2", B)], [*TWO_ITEMS, label(-100), label(-600)], "still out: ¥700", False, id="both"
        ),
        pytest.param(
            [of_shop("200", "R1"), of_shop("600", "R2", B)],
            [*TWO_ITEMS, label(-200), label(-600), label(100, 18, "調整")],
            "In all, at least ¥700",
            True,
            id="one may be back in part",
        ),
        pytest.param(
            [of_shop("100", "R1"), of_shop("600", "R2", B)],
            [*TWO_ITEMS[:3], label(-100), label(-600)],
            "In all, ¥700",
            False,
            id="one is not refunded",
        ),
        pytest.param(
            [of_shop("100", "R1"), of_shop("", "R2", B)],
            [*TWO_ITEMS, label(-100), JANUARY],
            "In all, at least ¥100",
            True,
            id="one not told",
        ),
    ],
)
def test_the_sentence_about_labels_names_what_is_out_of_all_of_an_order(
    desk: Desk, tmp_path: Path, returns: Sequence[Back], rows: Sequence[Row], words: str, *, is_least: bool
) -> None:
    shop(desk, tmp_path, returns, rows, 6_000, 2)
    assert words in said(desk, "returns.label-payer")
    found = need(desk, "charged_shop")
    assert found["yen"] == int(words.rpartition("¥")[2])
    assert (found["need"] == "charged_shop_at_least") == is_least


def test_labels_of_both_sides_are_named_each_with_its_yen(desk: Desk, tmp_path: Path) -> None:
    shop(desk, tmp_path, [Back("450", rma="R1"), of_shop("600", "R2", B)], [*TWO_ITEMS, label(-600)], 6_000, 2)
    told = said(desk, "returns.label-payer")
    assert "In all, ¥600 of this order's labels are still charged to your shop." in told
    assert "In all, ¥450 of this order's labels are to be given back to the buyer." in told


def month_cost(desk: Desk) -> int:
    """What the returns of October cost."""
    (month,) = desk("returns", "--as-of", AS_OF, "--json").json["costs"]["by"]["month"]
    return int(month["yen"])


@pytest.mark.parametrize("costs", [("600", "0"), ("0", "600"), ("600", ""), ("", "600"), ("600", "600")])
def test_a_label_of_two_items_costs_what_either_row_tells(desk: Desk, tmp_path: Path, costs: tuple[str, str]) -> None:
    rows = [of_shop(cost, "R1", sku) for cost, sku in zip(costs, ("A-1", B), strict=True)]
    shop(desk, tmp_path, rows, [*TWO_ITEMS, label(-600)], 6_000, 2)
    assert "still out: ¥600" in said(desk, "returns.label-payer")
    assert "has this label (¥600)" in said(desk, "payments.label")
    assert (need(desk, "charged_shop")["yen"], need(desk, "payments_back")["yen"], month_cost(desk)) == (600, 0, 600)


@pytest.mark.parametrize("costs", [("600", "0"), ("0", "600"), ("600", "")])
def test_a_label_of_two_items_that_was_charged_dearer_than_either_row_tells_may_come_back(
    desk: Desk, tmp_path: Path, costs: tuple[str, str]
) -> None:
    rows = [of_shop(cost, "R1", sku, "CR-DEFECTIVE") for cost, sku in zip(costs, ("A-1", B), strict=True)]
    shop(desk, tmp_path, rows, [*TWO_ITEMS, label(-900)], 6_000, 2)
    assert said(desk, "returns.label-payer") == "ok: The return label was charged to the side that pays."
    assert (need(desk, "payments_back")["yen"], month_cost(desk)) == (300, 900)


@pytest.mark.parametrize(
    ("returns", "charges", "cost"),
    [
        pytest.param(("600", "700"), (-600, -700), 1_300, id="two charges"),
        pytest.param(("600", "700"), (-1_300,), 1_300, id="one charge of both"),
        pytest.param(("600", "700"), (-600,), 1_300, id="the charge of one is in the files"),
        pytest.param(("600", "700"), (-700,), 1_300, id="the charge of the other is in the files"),
        pytest.param(("", ""), (-600, -700), 1_300, id="not told by the report"),
        pytest.param(("", ""), (-600,), 600, id="not told, one charge"),
        pytest.param(("600", "700"), (-600, -700, 700), 600, id="one came back"),
        pytest.param(("600", "700"), (-600, -700, 100), 1_200, id="a part came back"),
        pytest.param(("600", "700"), (-600, -900), 1_500, id="dearer"),
        pytest.param(("600", "700"), (-2_000,), 2_000, id="one charge of both and of one once more"),
        pytest.param(("600", "700"), (-600, -700, -700), 2_000, id="one was charged twice"),
    ],
)
def test_labels_of_an_order_cost_together_what_was_charged_for_them(
    desk: Desk, tmp_path: Path, returns: tuple[str, str], charges: Sequence[int], cost: int
) -> None:
    rows = [of_shop(told, f"R{place}", sku, "CR-DEFECTIVE") for place, (told, sku) in enumerate(zip(returns, ("A-1", B), strict=True))]
    shop(desk, tmp_path, rows, [*TWO_ITEMS, *(label(yen, 16 + place) for place, yen in enumerate(charges))], 6_000, 2)
    assert month_cost(desk) == cost


def test_a_label_of_the_shop_and_one_that_it_should_not_have_paid_cost_what_was_charged_for_both(desk: Desk, tmp_path: Path) -> None:
    shop(desk, tmp_path, [of_shop("600", "R1", reason="CR-DEFECTIVE"), of_shop("700", "R2", B)],
         [*TWO_ITEMS, label(-600), label(-700)], 6_000, 2)  # fmt: skip
    assert (need(desk, "charged_shop")["yen"], month_cost(desk)) == (700, 1_300)


@pytest.mark.parametrize("costs", [("600", "0"), ("0", "600"), ("600", ""), ("", "600")])
@pytest.mark.parametrize(
    ("reason", "words"), [("CR-DEFECTIVE", "side that pays"), ("CR-UNWANTED_ITEM", "(¥600) was charged to your shop, but")]
)
def test_without_payments_of_it_a_label_of_two_items_costs_what_the_report_tells(
    desk: Desk, tmp_path: Path, costs: tuple[str, str], reason: str, words: str
) -> None:
    rows = [of_shop(cost, "R1", sku, reason) for cost, sku in zip(costs, ("A-1", B), strict=True)]
    shop(desk, tmp_path, rows, TWO_ITEMS, 6_000, 2)
    assert words in said(desk, "returns.label-payer")
    assert need(desk, "charged_shop")["yen"] == 0
    assert month_cost(desk) == (600 if reason == "CR-DEFECTIVE" else 0), "of a label that the customer pays the report alone tells"


@pytest.mark.parametrize(
    ("costs", "charges", "give", "words"),
    [
        pytest.param(("800", "700"), (-800,), 700, "its label (¥700) was charged to the buyer", id="one was the shop's"),
        pytest.param(("800", "700"), (-800, -700), 0, "its label (¥800) was charged to the buyer; by the payment reports your shop paid ¥800", id="both"),
        pytest.param(("800", "700"), (-1_500,), 0, "its label (¥800) was charged to the buyer; by the payment reports your shop paid ¥800", id="in one row"),
        pytest.param(("800", ""), (-800, -500), 0, "by the payment reports your shop paid ¥800", id="the only one left"),
        pytest.param(("800", "700"), (-750,), 0, "labels of this order cost your shop ¥750, and which of them is not told", id="of one, not told which"),
        pytest.param(("", ""), (-900, -500), 0, "labels of this order cost your shop ¥1,400, and which of them is not told", id="costs not told"),
        pytest.param(("800", "700"), (-800, -700, 700), 700, "its label (¥700) was charged to the buyer", id="one came back"),
    ],
)  # fmt: skip
def test_of_several_labels_of_the_buyers_each_is_the_shops_by_its_own_part(  # noqa: PLR0917 (cases)
    desk: Desk, tmp_path: Path, costs: tuple[str, str], charges: Sequence[int], give: int, words: str
) -> None:
    rows = [Back(cost, sku, f"R{place}") for place, (cost, sku) in enumerate(zip(costs, ("A-1", B), strict=True))]
    shop(desk, tmp_path, rows, [*TWO_ITEMS, *(label(yen, 16 + place) for place, yen in enumerate(charges))], 6_000, 2)
    assert words in said(desk, "returns.label-payer")
    assert need(desk, "charged_buyer")["yen"] == give
    assert month_cost(desk) == -sum(charges) + give


@pytest.mark.parametrize(("refunded", "is_whole"), [(5_400, True), (4_800, False)])
def test_a_label_of_two_items_may_be_taken_off_their_refunds_once(desk: Desk, tmp_path: Path, refunded: int, *, is_whole: bool) -> None:
    rows = [of_shop("600", "R1", sku) for sku in ("A-1", B)]
    shop(desk, tmp_path, rows, [sale(), sale(sku=B), refund(refunded - 2_400), refund(2_400, B), label(-600)], 6_000, 2)
    assert said(desk, "payments.return-without-refund").startswith("ok" if is_whole else "check")


@pytest.mark.parametrize(
    ("refunds", "words"),
    [((3_000, 0), "has this label (¥700) among the wrong charges"), ((2_900, 2_400), "ok: The label of ¥700 was held back")],
)
def test_what_an_item_that_is_not_refunded_lacks_is_no_label_that_was_held_back(
    desk: Desk, tmp_path: Path, refunds: tuple[int, int], words: str
) -> None:
    backs = [refund(yen, sku) for yen, sku in zip(refunds, ("A-1", B), strict=True) if yen]
    returns = [of_shop("100", "R1"), of_shop("600", "R2", B)]
    shop(desk, tmp_path, returns, [*TWO_ITEMS[:2], *backs, label(-100), label(-600)], 6_000, 2)
    assert words in said(desk, "payments.label")


def test_a_label_of_the_buyers_beside_one_of_the_shops_costs_what_the_buyer_is_to_have_back(desk: Desk, tmp_path: Path) -> None:
    shop(desk, tmp_path, [of_shop("600", "R1", reason="CR-DEFECTIVE"), Back("700", B, "R2")], [*TWO_ITEMS, label(-600)], 6_000, 2)
    assert (need(desk, "charged_buyer")["yen"], month_cost(desk)) == (700, 1_300)


DIFFER = [of_shop("500", "R1"), of_shop("650", "R1", B)]
"""Two rows under one label that name two costs for it."""


@pytest.mark.parametrize(
    ("charges", "out", "more"),
    [
        pytest.param((-500, -650), 1_150, 0, id="payments took both"),
        pytest.param((-650,), 650, 0, id="payments took the larger"),
        pytest.param((-500,), 500, 0, id="payments took the smaller"),
        pytest.param((-900,), 650, 250, id="payments took something else"),
    ],
)
def test_rows_of_one_label_that_name_two_costs_come_to_the_same_everywhere(
    desk: Desk, tmp_path: Path, charges: Sequence[int], out: int, more: int
) -> None:
    shop(desk, tmp_path, DIFFER, [*TWO_ITEMS, *(label(yen, 16 + place) for place, yen in enumerate(charges))], 6_000, 2)
    told = said(desk, "returns.label-payer")
    assert f"still out: ¥{out:,})" in told
    assert "names different costs for this label (¥500, ¥650)" in told
    assert (need(desk, "charged_shop")["yen"], need(desk, "payments_back")["yen"]) == (out, more)
    assert desk("returns", "--as-of", AS_OF, "--json").json["totals"]["wrong_charges"]["to_shop"]["yen"] == out
    assert month_cost(desk) == -sum(charges)
    assert f"has this label (¥{out:,})" in said(desk, "payments.label")


def test_of_two_costs_of_a_label_that_payments_do_not_show_the_larger_is_looked_for(desk: Desk, tmp_path: Path) -> None:
    shop(desk, tmp_path, DIFFER, TWO_ITEMS, 6_000, 2)
    told = said(desk, "returns.label-payer")
    assert "(¥650) was charged to your shop, but" in told
    assert "names different costs for this label (¥500, ¥650)" in told
    assert (need(desk, "charged_shop")["yen"], said(desk, "payments.label"), month_cost(desk)) == (0, "", 0)


def test_after_a_label_that_may_be_taken_off_returns_and_payments_name_the_same_rest(desk: Desk, tmp_path: Path) -> None:
    shop(desk, tmp_path, [of_shop("600", "R1")], [sale(), refund(2_100), label(-600)])
    for rule, part in (("returns.refund-deadline", "returns"), ("payments.return-without-refund", "payments")):
        found = desk(part, "--as-of", AS_OF, "--all", "--json", lang="en").json["findings"]
        (one,) = [one for one in found if one["rule"] == rule]
        assert "¥2,100 was refunded, where ¥2,400 is due for what came back" in one["text"]
        assert "¥300" in one["fix"]


@pytest.mark.parametrize("back", [1_060, 530])
@pytest.mark.parametrize("named", ["", "A-1", B])
@pytest.mark.parametrize("is_turned", [False, True])
def test_what_comes_back_of_two_labels_is_of_that_which_no_refund_was_made_less_by(
    desk: Desk, tmp_path: Path, back: int, named: str, *, is_turned: bool
) -> None:
    returns = [of_shop("790", "R1"), of_shop("1060", "R2", B)]
    rows = [sale(), sale(5_000, B), refund(2_210), refund(5_000, B), label(-790), label(-1_060), label(back, 18)._replace(sku=named)]
    shop(desk, tmp_path, returns[::-1] if is_turned else returns, rows, 8_000, 2)
    out = 1_060 - back
    assert said(desk, "returns.label-payer").startswith(
        f"breach: The customer pays this return, yet its label stays charged to your shop (still out: ¥{out:,})" if out else "ok"
    )
    assert said(desk, "payments.label").startswith("check" if out else "ok")
    assert (f"has this label (¥{out:,})" in said(desk, "payments.label")) == bool(out)
    assert (need(desk, "charged_shop")["yen"], need(desk, "payments_back")["yen"], month_cost(desk)) == (out, 0, out)


@pytest.mark.parametrize(
    ("refunds", "out"),
    [
        pytest.param((2_400, 3_000), 700, id="one was taken off its own refund"),
        pytest.param((1_700, 3_000), 0, id="both were taken off one refund"),
        pytest.param((3_000, 1_700), 0, id="both were taken off the other refund"),
        pytest.param((3_000, 1_500), 600, id="another item lacks more than labels"),
        pytest.param((2_700, 3_000), 1_000, id="a part was taken off"),
    ],
)
def test_of_several_labels_each_is_taken_off_the_refund_of_its_own_item(
    desk: Desk, tmp_path: Path, refunds: tuple[int, int], out: int
) -> None:
    backs = [refund(yen, sku) for yen, sku in zip(refunds, ("A-1", B), strict=True)]
    returns = [of_shop("600", "R1"), of_shop("700", "R2", B)]
    shop(desk, tmp_path, returns, [*TWO_ITEMS[:2], *backs, label(-600), label(-700)], 6_000, 2)
    assert said_of_labels(desk, out)


def said_of_labels(desk: Desk, out: int, more: int = 0) -> bool:
    """Whether all pages say that so many yen of labels are out by the returns report, and so many more by payments."""
    told, paid = said(desk, "returns.label-payer"), said(desk, "payments.label")
    assert told.startswith("breach") == bool(out), told
    assert (f"has this label (¥{out:,}) among the wrong charges" in paid) == bool(out), paid
    assert (need(desk, "charged_shop")["yen"], need(desk, "payments_back")["yen"], month_cost(desk)) == (out, more, out + more)
    return True


def with_shipping(row: Row, yen: int) -> Row:
    """A sale of which shipping was paid, or a refund with it (below 0)."""
    return row._replace(yen={**row.yen, "shipping": yen})


@pytest.mark.parametrize("beside", [False, True])
@pytest.mark.parametrize(
    ("price", "shipping", "out"),
    [
        pytest.param(1_940, 0, 0, id="the label, and the shipping"),
        pytest.param(1_940, 500, 0, id="the label alone"),
        pytest.param(2_440, 0, 0, id="the label, partly as shipping"),
        pytest.param(3_000, 0, 1_060, id="the shipping alone"),
        pytest.param(3_000, 500, 1_060, id="nothing"),
        pytest.param(2_700, 0, 760, id="less than the label, and the shipping"),
    ],
)
def test_shipping_that_was_not_refunded_is_no_label_that_was_taken_off(
    desk: Desk, tmp_path: Path, price: int, shipping: int, out: int, *, beside: bool
) -> None:
    rows = [with_shipping(sale(), 500), with_shipping(refund(price), -shipping), label(-1_060)]
    rows += [sale(5_000, B), refund(5_000, B)] if beside else []
    returns = [of_shop("1060", "R1"), of_shop("0", "R2", B, "CR-DEFECTIVE")][: 1 + beside]
    shop(desk, tmp_path, returns, rows, 8_500 if beside else 3_500, 2 if beside else 1)
    assert said_of_labels(desk, out)


@pytest.mark.parametrize(
    ("refunded", "out"),
    [
        pytest.param(2_210, 0, id="one was taken off the refund"),
        pytest.param(1_500, 0, id="a part was refunded"),
        pytest.param(3_000, 790, id="none was taken off"),
    ],
)
@pytest.mark.parametrize("charges", [(-790, -790), (-1_580,)])
def test_a_label_of_the_customers_that_was_charged_twice_is_taken_off_the_refund_once(
    desk: Desk, tmp_path: Path, refunded: int, out: int, charges: Sequence[int]
) -> None:
    shop(desk, tmp_path, [of_shop("790", "R1")], [sale(), refund(refunded), *(label(yen) for yen in charges)])
    assert said_of_labels(desk, out, more=790)
    assert ("It may have been charged twice." in said(desk, "payments.label")) == (not out)
    assert ("¥790 more was taken" in said(desk, "payments.label")) == bool(out)


@pytest.mark.parametrize(
    ("cost", "out", "words"),
    [("0", 0, "where the returns report says ¥600"), ("790", 790, "where the returns report says ¥1,390 together (¥600 more)")],
)
def test_a_label_of_the_shops_own_that_was_charged_twice_is_not_called_the_customers(
    desk: Desk, tmp_path: Path, cost: str, out: int, words: str
) -> None:
    returns = [of_shop("600", "R1", reason="CR-DEFECTIVE"), of_shop(cost, "R2", B)]
    charges = [label(-600), label(-600), *([label(-out)] if out else [])]
    shop(desk, tmp_path, returns, [*TWO_ITEMS, *charges], 6_000, 2)
    told = said(desk, "payments.label")
    assert words in told
    assert "yet ¥" not in told
    assert (need(desk, "charged_shop")["yen"], need(desk, "payments_back")["yen"]) == (out, 600)


@pytest.mark.parametrize(("refunded", "more"), [(2_210, 790), (1_500, 790), (3_000, 1_580)])
def test_a_label_that_the_report_calls_the_customers_is_taken_off_the_refund_once(
    desk: Desk, tmp_path: Path, refunded: int, more: int
) -> None:
    returns = [Back("790", rma="R1", reason="CR-UNWANTED_ITEM")]
    shop(desk, tmp_path, returns, [sale(), refund(refunded), label(-790), label(-790)])
    assert f"yet ¥{more:,} for its label was taken" in said(desk, "payments.label")
    assert need(desk, "payments_back")["yen"] == more


def test_a_label_that_was_taken_off_is_no_wrong_charge_where_another_item_was_refunded_too_much(desk: Desk, tmp_path: Path) -> None:
    rows = [sale(), sale(5_000, B), refund(2_210), refund(7_500, B), label(-790)]
    shop(desk, tmp_path, [of_shop("790", "R1"), of_shop("0", "R2", B, "CR-DEFECTIVE")], rows, 8_000, 2)
    assert said(desk, "payments.label") == "ok: The label of ¥790 was held back from the refund, or given back to your shop."
    assert said(desk, "returns.label-payer").startswith("ok")
    assert need(desk, "payments_back")["yen"] == 2_500


@pytest.mark.parametrize("is_charged", [False, True])
@pytest.mark.parametrize("items", [1, 2])
@pytest.mark.parametrize(
    ("back", "out"),
    [
        pytest.param(claim(3_000), 790, id="a claim took all"),
        pytest.param(claim(2_210), 0, id="a claim took all but the label"),
        pytest.param(refund(3_000, state="延期"), 790, id="the whole refund is held back"),
        pytest.param(refund(2_210, state="延期"), 0, id="a refund less the label is held back"),
    ],
)
def test_a_label_is_not_to_be_taken_off_where_nothing_is_to_be_refunded(
    desk: Desk, tmp_path: Path, back: Row, out: int, items: int, *, is_charged: bool
) -> None:
    returns = [of_shop("790", "R1"), of_shop("0", "R2", B, "CR-DEFECTIVE")][:items]
    rows = [sale(), back, *([sale(sku=B), refund(sku=B)] if items > 1 else []), *([label(-790)] if is_charged else [])]
    shop(desk, tmp_path, returns, rows, 3_000 * items, items)
    told = said(desk, "returns.label-payer")
    assert ("stays charged to your shop (still out: ¥790)" in told) == bool(out)
    assert "not in the report" not in told
    assert need(desk, "charged_shop")["yen"] == out
    assert ("has this label (¥790)" in said(desk, "payments.label")) == bool(out and is_charged)


@pytest.mark.parametrize(
    ("charges", "out", "more", "cost"),
    [
        pytest.param((-600, -600, -700, 700), 0, 600, 1_200, id="what comes back is just the other label"),
        pytest.param((-600, -600, -700, 600), 700, 0, 1_300, id="what comes back is what was charged twice"),
        pytest.param((-600, -600, -700, 300), 700, 300, 1_600, id="what comes back is neither"),
    ],
)
def test_a_label_that_comes_back_beside_another_that_was_charged_twice_is_its_own(  # noqa: PLR0917 (cases)
    desk: Desk, tmp_path: Path, charges: Sequence[int], out: int, more: int, cost: int
) -> None:
    returns = [of_shop("600", "R1", reason="CR-DEFECTIVE"), of_shop("700", "R2", B)]
    shop(desk, tmp_path, returns, [*TWO_ITEMS, *(label(yen, 16 + place) for place, yen in enumerate(charges))], 6_000, 2)
    assert (need(desk, "charged_shop")["yen"], need(desk, "payments_back")["yen"], month_cost(desk)) == (out, more, cost)
    words = {0: "has this label (¥700)", 300: "¥1,600 was taken for", 600: "¥1,900 was taken for"}
    assert words[more] in said(desk, "payments.label")


@pytest.mark.parametrize("charged", ["Customer", "Amazon", "", "Somebody"])
@pytest.mark.parametrize(
    ("told", "refunded", "rows", "cost"),
    [
        pytest.param("800", 3_000, [label(-800)], 800, id="the refund is whole"),
        pytest.param("700", 3_000, [label(-800)], 800, id="whole, the label dearer than in the report"),
        pytest.param("900", 3_000, [label(-800)], 800, id="whole, the label cheaper than in the report"),
        pytest.param("800", 3_000, [label(-800), label(-800)], 1_600, id="whole, charged twice"),
        pytest.param("0", 3_000, [label(-800)], 800, id="whole, the report tells 0 yen"),
        pytest.param("", 3_000, [label(-800)], 800, id="whole, the report tells no yen"),
        pytest.param("800", 2_200, [label(-800)], 0, id="the label was taken off"),
        pytest.param("900", 2_200, [label(-800)], 0, id="taken off, the label cheaper than in the report"),
        pytest.param("0", 2_200, [label(-800)], 0, id="taken off, the report tells 0 yen"),
        pytest.param("", 2_200, [label(-800)], 0, id="taken off, the report tells no yen"),
        pytest.param("800", 2_200, [label(-800), label(-800)], 800, id="taken off once, charged twice"),
        pytest.param("800", 2_700, [label(-800)], 500, id="a part was taken off"),
        pytest.param("800", 3_000, [label(-800), label(800, 18)], 0, id="it came back"),
        pytest.param("800", 3_000, [label(-800), label(800, 18, "調整")], 0, id="it came back by another row"),
        pytest.param("800", 3_000, [label(-800), label(300, 18, "調整")], 500, id="a part came back by another row"),
        pytest.param("800", 2_700, [label(-800), label(500, 18, "調整")], 0, id="a part was taken off, the rest came back by another row"),
    ],
)
def test_a_label_of_the_customers_costs_what_was_taken_for_it_and_what_neither_refund_nor_amazon_gave_back(  # noqa: PLR0917 (cases)
    desk: Desk, tmp_path: Path, told: str, refunded: int, rows: Sequence[Row], cost: int, charged: str
) -> None:
    returns = [Back(told, reason="CR-UNWANTED_ITEM", charged=charged)]
    shop(desk, tmp_path, returns, [sale(), refund(refunded), *rows])
    costs = desk("returns", "--as-of", AS_OF, "--json").json["costs"]
    assert (costs["returns"][0]["borne"], month_cost(desk), costs["total"]["yen"]) == (cost or None, cost, cost)


UNSEEN = "the payment reports do not show that charge (yet)"


def pack(desk: Desk, tmp_path: Path) -> dict[str, list[list[Any]]]:
    """The sheets of the claim pack by their names, without their heads."""
    out = tmp_path / "claims.xlsx"
    assert desk("export", "claim-pack", "--as-of", AS_OF, "--out", out, lang="en").status == 0
    book = CalamineWorkbook.from_path(out)
    return {name: book.get_sheet_by_name(name).to_python()[1:] for name in book.sheet_names}


@pytest.mark.parametrize(
    ("returns", "rows", "unseen", "cost"),
    [
        pytest.param([of_shop("800", "R1")], [], 800, 0, id="no label at all"),
        pytest.param(
            [of_shop("700", "R1", reason="CR-DEFECTIVE"), of_shop("650", "R2", B)], [label(-700)], 650, 700, id="one of the shop's"
        ),
        pytest.param([of_shop("700", "R1"), of_shop("650", "R2", B)], [], 1_350, 0, id="neither of two"),
    ],
)
def test_a_label_that_payments_do_not_show_is_looked_at_before_it_is_asked_for(  # noqa: PLR0917 (cases)
    desk: Desk, tmp_path: Path, returns: Sequence[Back], rows: Sequence[Row], unseen: int, cost: int
) -> None:
    items = TWO_ITEMS if len(returns) > 1 else [sale(), refund()]
    shop(desk, tmp_path, returns, [*items, *rows], 3_000 * len(returns), len(returns))
    told = said(desk, "returns.label-payer")
    assert told.startswith("check: ")
    assert UNSEEN in told
    assert f"(¥{unseen:,})" in told
    assert "yet ¥0" not in said(desk, "payments.label")
    assert (need(desk, "charged_shop")["yen"], need(desk, "payments_back")["yen"], month_cost(desk)) == (0, 0, cost)
    sheets = pack(desk, tmp_path)
    assert (len(sheets["charged to the shop"]), sheets["charged to the shop"][-1][10]) == (1, 0)
    assert (sheets["Check first"][-1][10], len(sheets["Check first"])) == (unseen, len(returns) + 1 - bool(rows))
    assert f"¥{unseen:,} at most" in str(sheets["notes"])


def test_a_label_without_a_cost_that_payments_do_not_show_is_looked_at_before_it_is_asked_for(desk: Desk, tmp_path: Path) -> None:
    shop(desk, tmp_path, [of_shop("", "R1")], [sale(), refund()])
    told = said(desk, "returns.label-payer")
    assert told.startswith("check: ")
    assert UNSEEN in told
    assert need(desk, "charged_shop") == {"yen": 0}
    sheets = pack(desk, tmp_path)
    assert (len(sheets["charged to the shop"]), len(sheets["Check first"])) == (1, 2)


def test_a_label_is_asked_for_where_payments_lack_a_month_in_which_it_may_be_charged(desk: Desk, tmp_path: Path) -> None:
    shop(desk, tmp_path, [of_shop("800", "R1")], [sale(), refund(), JANUARY])
    assert "still out: ¥800" in said(desk, "returns.label-payer")
    assert "Check first" not in pack(desk, tmp_path)


def test_a_label_that_payments_show_is_asked_for_and_one_that_they_do_not_is_apart(desk: Desk, tmp_path: Path) -> None:
    shop(desk, tmp_path, [of_shop("700", "R1"), of_shop("650", "R2", B)], [*TWO_ITEMS, label(-700)], 6_000, 2)
    assert "still out: ¥700" in said(desk, "returns.label-payer")
    assert (need(desk, "charged_shop")["yen"], month_cost(desk)) == (700, 700)
    sheets = pack(desk, tmp_path)
    assert [sheets[name][-1][10] for name in ("charged to the shop", "Check first")] == [700, 650]


def answered(desk: Desk, tmp_path: Path, *changes: tuple[str, str]) -> None:
    """The returns report imported again with some of its cells changed."""
    file = tmp_path / "returns.txt"
    text = file.read_text(encoding="utf-8")
    for old, new in changes:
        text = text.replace(f"\t{old}\t", f"\t{new}\t")
    file.write_text(text, encoding="utf-8")
    desk("import", file)


@pytest.mark.parametrize(
    ("returns", "changes", "words"),
    [
        pytest.param([of_shop("800", "R1")], [("Home", "")], ["category: 1 (¥800 at most)"], id="no category"),
        pytest.param([of_shop("800", "R1")], [("Home", "Things and Stuff")], ["category: 1 (¥800 at most)"], id="a category of no table"),
        pytest.param(
            [of_shop("800", "R1"), of_shop("300", "R2", B)],
            [("CR-UNWANTED_ITEM", "CR-NOBODY_KNOWS"), ("Home", "")],
            ["return reason: 2 (¥1,100 at most)"],
            id="a reason of no row",
        ),
        pytest.param([of_shop("800", "R1")], [("Seller", "Somebody")], ["who was charged for the label: 1 (¥800 at most)"], id="no side"),
        pytest.param(
            [of_shop("", "R1")], [("Home", "")], ["category: 1 (¥0 at most, without 1 of which the cost is not known)"], id="no cost"
        ),
        pytest.param([of_shop("0", "R1")], [("Home", "")], [], id="a label of 0 yen"),
        pytest.param([of_shop("800", "R1")], [], [], id="all is known"),
    ],
)
def test_the_claim_pack_says_what_labels_wait_for_and_how_many_yen(
    desk: Desk, tmp_path: Path, returns: Sequence[Back], changes: Sequence[tuple[str, str]], words: Sequence[str]
) -> None:
    items = TWO_ITEMS if len(returns) > 1 else [sale(), refund()]
    shop(desk, tmp_path, returns, items, 3_000 * len(returns), len(returns))
    answered(desk, tmp_path, *changes)
    notes = [str(row[0]) for row in pack(desk, tmp_path)["notes"]]
    waiting = [note for note in notes if "no sheet of this pack" in note]
    assert [word for word in words if any(word in note for note in waiting)] == words
    assert len(waiting) == len(words)
