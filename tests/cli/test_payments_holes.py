"""Days that no payment report holds: a refund that may stand in them is not asked for again, and the days are named."""

from pathlib import Path

import pytest

from tests.conftest import Desk
from tests.payments_maker import Row, transactions

ORDER, TWICE, DAY = "250-1234567-1234567", "250-1234567-1234568", "2026-12-01"
HEAD = (
    "Order ID|Return request date|Return request status|Amazon RMA ID|Label type|Label cost|Currency code|Label to be paid by|Is prime|"
    "Merchant SKU|Return quantity|Return reason|Return delivery date|Order Amount|Order quantity|Refunded Amount|Category\r\n"
)
BACK = "{order}|2026-10-08|Approved|D1|AmazonPrePaidLabel|600|JPY|Seller|Y|S-1|1|CR-DEFECTIVE|2026-10-13|{paid}|{pieces}||Toys\r\n"
HOLE = "2026-10-20", "2026-10-31"


def sold(day: str, order: str = "", yen: int = 3_000, kind: str = "注文") -> Row:
    """A sale or a refund of a day."""
    return Row(f"{day} 12:00:00", kind, {"product_sales": yen}, order or f"250-0000000-{day.replace('-', '')[1:]}", "S-1")


def month(name: str, first: int, last: int) -> list[Row]:
    """A sale on every day of a part of a month."""
    return [sold(f"{name}-{day:02}") for day in range(first, last + 1)]


@pytest.fixture
def shop(desk: Desk, tmp_path: Path) -> Desk:
    """A shop whose report of October was downloaded on the 19th, and a return of that month; one order was refunded twice by it."""
    twice = [sold("2026-10-03", TWICE), sold("2026-10-17", TWICE, -3_000, "返金")]
    own = [sold("2026-10-02", ORDER)]
    (tmp_path / "october.csv").write_bytes(transactions([*month("2026-10", 1, 19), *own, *twice]))
    (tmp_path / "november.csv").write_bytes(transactions([*month("2026-11", 1, 20), sold("2026-11-02", TWICE, -3_000, "返金")]))
    (tmp_path / "september.csv").write_bytes(transactions(month("2026-09", 1, 30)))
    rows = BACK.format(order=ORDER, paid=3000, pieces=1) + BACK.format(order=TWICE, paid=9000, pieces=3)
    (tmp_path / "returns.txt").write_text((HEAD + rows).replace("|", "\t"), encoding="cp932")
    for name in ("returns.txt", "september.csv", "october.csv", "november.csv"):
        desk("import", tmp_path / name)
    return desk


def test_a_refund_that_may_stand_between_the_files_is_not_asked_for_again(shop: Desk, tmp_path: Path) -> None:
    told = shop("payments", "--as-of", DAY, "--json", "--all").json
    assert told["days_lacking"] == [{"first": HOLE[0], "last": HOLE[1]}]
    found = {(one["rule"], one["subject"]): one for one in told["findings"]}
    late = found["payments.return-without-refund", ORDER]
    assert (late["outcome"], late["missing"]) == ("check", ["payments_covering"])
    assert "lack the days from 2026-10-20 to 2026-10-31" in late["text"]
    assert "2026-10-20 to 2026-10-31" in late["fix"]
    double = found["payments.refund-too-large", TWICE]
    assert (double["outcome"], double["facts"]["month"]) == ("check", "–".join(HOLE))
    assert "lack the days from 2026-10-20 to 2026-10-31" in shop("payments", "--as-of", DAY).out
    needs = {one["need"]: one["outcome"] for one in shop("today", "--as-of", DAY, "--json").json["needs"]}
    assert needs["refunds_overdue"] == "check"
    (tmp_path / "rest.csv").write_bytes(transactions(month("2026-10", 20, 31)))
    shop("import", tmp_path / "rest.csv")
    whole = shop("payments", "--as-of", DAY, "--json").json
    assert whole["days_lacking"] == []
    late, double = (next(one for one in whole["findings"] if one["subject"] == order) for order in (ORDER, TWICE))
    assert late["outcome"] == double["outcome"] == "breach"
