"""What a return costs beside the rows of its order in the payment reports: over made orders it is what these come to."""

from collections import Counter
from itertools import product
from pathlib import Path
from typing import NamedTuple

from tests.cli.test_beyond_the_sale import AS_OF, HEAD, month
from tests.conftest import Desk
from tests.payments_maker import Row, transactions

PRICE, FEE, KEPT, POINTS, LABEL = 3_000, 300, 30, 30, 800
LACKS = {"whole": 0, "less the label": LABEL, "less a part": 300}
CHARGED = ("Customer", "Seller", "Amazon", "")
COSTS = (0, 600, LABEL, 900)
REASONS = {"CR-UNWANTED_ITEM": (0, 1, 2), "CR-DEFECTIVE": (1, 2)}
"""Who pays by the reason, and how often payments took the label: a label of the shop's that they have not yet is counted all the same."""


class Made(NamedTuple):
    """An order: its number, reason, what the refund lacks (yen), whom the report names, its label (yen), how often it was taken."""

    number: str
    reason: str
    lack: int
    charged: str
    told: int
    times: int

    def line(self) -> str:
        """Its row of the returns report."""
        return (
            f"{self.number}|01-Oct-2026|08-Oct-2026|Completed|Home|R1|AmazonPrePaidLabel|{self.told}|JPY|{self.charged}|A-1|1|{self.reason}|Y|"
            f"12-Oct-2026|{PRICE}|1||Y\n"
        )

    def rows(self) -> list[Row]:
        """Its rows in the payment reports: the points of a whole refund did not come back, those of another one did by its share."""
        back = PRICE - self.lack
        given = POINTS * back // PRICE if self.lack else 0
        sale = {"product_sales": PRICE, "points": -POINTS, "selling_fees": -FEE}
        refund = {"product_sales": -back, "points": given, "selling_fees": FEE * back // PRICE - KEPT}
        label = Row("2026-10-16 09:00:00", "調整", {"other": -LABEL}, self.number, text="ReturnPostageBilling", quantity="")
        return [
            Row("2026-10-03 12:00:00", "注文", sale, self.number, "A-1"),
            Row("2026-10-14 09:00:00", "返金", refund, self.number, "A-1"),
            *[label] * self.times,
        ]

    def cost(self) -> int:
        """What its rows took, without the fee and the points of what was kept from the buyer, and with what the buyer is still owed.

        Of a label that the customer pays no more than the report's label may be taken off the refund.
        """
        rows, share = self.rows(), PRICE - self.lack
        net = -sum(row.total for row in rows) - (FEE - FEE * share // PRICE) - (POINTS - POINTS * share // PRICE)
        borne = min(self.lack, self.times * LABEL, self.told or LABEL) if self.reason == "CR-UNWANTED_ITEM" else 0
        return net + self.lack - borne


def made() -> list[Made]:
    """Every order that there can be of these."""
    kinds = [
        (reason, lack, charged, told, times)
        for reason, counts in REASONS.items()
        for lack, charged, told, times in product(LACKS.values(), CHARGED, COSTS, counts)
    ]
    return [Made(f"250-1234567-{place:07d}", *kind) for place, kind in enumerate(kinds, 1)]


def shop(desk: Desk, tmp_path: Path) -> list[Made]:
    """A shop with all of these orders, and without costs that the owner assumes."""
    orders = made()
    (tmp_path / "returns.txt").write_text((HEAD + "".join(one.line() for one in orders)).replace("|", "\t"), encoding="utf-8")
    (tmp_path / "paid.csv").write_bytes(transactions([row for one in orders for row in one.rows()] + [month("09-05"), month("11-01")]))
    desk("import", tmp_path / "paid.csv")
    desk("import", tmp_path / "returns.txt")
    desk("account", "set", "handling_cost=0", "value_loss_percent=0")
    return orders


def asked_for(desk: Desk) -> Counter[str]:
    """The yen of labels that returns and payments together ask Amazon for, by order."""
    found: Counter[str] = Counter()
    for command in ("returns", "payments"):
        for one in desk(command, "--as-of", AS_OF, "--json").json["findings"]:
            is_open = one["outcome"] == "breach" or (one["rule"] == "payments.label" and one["outcome"] == "check")
            if one["rule"] in ("returns.label-payer", "payments.label") and is_open:
                found[one["subject"]] += one["facts"]["yen"]
    return found


def test_a_return_costs_what_the_rows_of_its_order_took_and_a_wrong_label_in_it_is_asked_for_once(desk: Desk, tmp_path: Path) -> None:
    orders = shop(desk, tmp_path)
    costs = desk("returns", "--as-of", AS_OF, "--json").json["costs"]
    found = {one["subject"]: one["borne"] or 0 for one in costs["returns"]}
    wrong = [(one, one.cost(), found.get(one.number)) for one in orders if found.get(one.number) != one.cost()]
    assert not wrong, wrong
    assert costs["total"]["yen"] == sum(one.cost() for one in orders)
    asked = asked_for(desk)
    labels = {one: one.cost() - KEPT - (0 if one.lack else POINTS) for one in orders if one.reason == "CR-UNWANTED_ITEM"}
    differ = [(one, yen, asked[one.number]) for one, yen in labels.items() if yen != asked[one.number]]
    assert not differ, differ
