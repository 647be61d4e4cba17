"""Orders with two return labels: the sentences and the sums name what is out of both, and no more than is known of each."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.cli.test_beyond_the_sale import AS_OF, ORDER, Back, refund, said, sale, shop
from tests.conftest import Desk
from tests.payments_maker import Row

B = "B-1"
TWO_ITEMS = [sale(), sale(sku=B), refund(), refund(sku=B)]


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
            [of_shop("100", "R1"), of_shop("", "R2", B)], [*TWO_ITEMS, label(-100)], "In all, at least ¥100", True, id="one not told"
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
