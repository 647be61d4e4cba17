"""What the owner's decisions settle of a return, in every row that is read."""

from pathlib import Path

import pytest

from sellerdesk.domain.judged_row import JudgedReturn
from sellerdesk.paths import DEFAULT_SHOP, store_of
from sellerdesk.workflows.judged.settled_returns import return_reasons, settled
from sellerdesk.workflows.judged.today import load
from sellerdesk.workflows.judged.why import record_why
from tests.conftest import Desk

DAY = "2020-08-10"
HEAD = "Order ID\tMerchant SKU\tReturn reason\tCategory\tReturn request date\tReturn delivery date\tReturn request status\tLabel type\tLabel to be paid by\tLabel cost\tIs prime\tOrder Amount\tReturn quantity\tOrder quantity\tIn policy\tRefunded Amount"
ROWS = (
    "249-1\tA\tCR-UNWANTED_ITEM\tToys\t2020-07-25\t2020-07-30\tApproved\tAmazonPrePaidLabel\tSeller\t600\tY\t2000\t1\t1\tY\t0",
    "249-2\tB\tCR-DEFECTIVE\tToys\t2020-07-25\t2020-07-30\tCompleted\tAmazonPrePaidLabel\tCustomer\t930\tY\t3000\t1\t1\tY\t2000",
    "249-3\tC\tCR-DEFECTIVE\tToys\t2020-07-25\t2020-07-31\tApproved\tAmazonUnPaidLabel\tSeller\t0\tY\t4000\t1\t1\tY\t0",
    "249-5\tB\tCR-DEFECTIVE\tToys\t2020-07-25\t2020-07-30\tCompleted\tAmazonPrePaidLabel\tCustomer\t930\tY\t3000\t1\t1\tY\t2070",
    "249-4\tD\tCR-UNWANTED_ITEM\tToys\t2020-07-25\t2020-07-30\tCompleted\tAmazonPrePaidLabel\tSeller\t700\tY\t2000\t1\t1\tY\t2000",
)


@pytest.fixture
def shop(desk: Desk, tmp_path: Path) -> Desk:
    """A shop with a returns report judged."""
    report = tmp_path / "returns.txt"
    report.write_text("\n".join([HEAD, *ROWS]) + "\n", encoding="utf-8")
    (facts := tmp_path / "facts.csv").write_text("sku,hazmat\n" + "".join(f"{sku},no\n" for sku in "ABCD"), encoding="utf-8")
    assert desk("import", facts).status == 0
    assert desk("import", report, "--judge", "--as-of", DAY).status == 0
    return desk


def row(tmp_path: Path, order: str) -> JudgedReturn:
    """The row of an order, as the window and Today read it."""
    return next(row for row in load(store_of(DEFAULT_SHOP, tmp_path / "data")).returns if row.order_id == order)


def test_a_refund_marked_as_made_is_not_overdue_in_any_row(shop: Desk, tmp_path: Path) -> None:
    before = row(tmp_path, "249-3")
    assert (before.verdict, before.why) == (0, "returns.refund-deadline:overdue")
    shop("decide", "returns.refund-deadline", "249-3", "refunded")
    after = row(tmp_path, "249-3")
    assert (after.verdict, after.why) == (1, "returns.label-payer:counter_seller"), "what the buyer paid is still to be looked at"
    assert after.findings == before.findings
    shop("undo")
    assert row(tmp_path, "249-3") == before


@pytest.mark.parametrize(
    ("order", "kind", "told"),
    [
        ("249-4", "claimed", (3, 700, "Claimed from Amazon")),
        ("249-4", "done", (3, 0, "Label settled")),
        ("249-4", "not-so", (3, 0, "Recorded as not so")),
        ("249-1", "done", (3, 0, "Taken off the refund")),
    ],
)
def test_a_label_that_was_settled_counts_in_no_verdict(shop: Desk, tmp_path: Path, order: str, kind: str, told: tuple[object, ...]) -> None:
    assert row(tmp_path, order).verdict == 0
    shop("decide", "returns.refund-deadline", order, "refunded")
    shop("decide", "returns.label-payer", order, kind, *(["--why", "seen"] if kind == "not-so" else []))
    after = row(tmp_path, order)
    assert (after.verdict, after.difference, record_why(after.why, "en")) == told


def test_what_is_put_off_stays_as_it_is(shop: Desk, tmp_path: Path) -> None:
    before = row(tmp_path, "249-4")
    shop("decide", "returns.label-payer", "249-4", "later")
    assert row(tmp_path, "249-4") == before


@pytest.mark.usefixtures("shop")
def test_a_label_given_back_leaves_what_else_is_wrong(tmp_path: Path) -> None:
    before = row(tmp_path, "249-2")
    assert before.difference == 930
    given = settled(before, {("returns.label-payer", "249-2"): "done"})
    assert (given.difference, given.why.partition(":")[0]) == (0, "returns.refund-amount")


def test_a_label_given_back_settles_what_was_taken_off_the_refund_for_it(shop: Desk, tmp_path: Path) -> None:
    before = row(tmp_path, "249-5")
    assert "wrongly_taken_off" in before.findings
    shop("decide", "returns.label-payer", "249-5", "done")
    after = row(tmp_path, "249-5")
    assert (after.verdict, after.why, after.difference) == (1, "missing", 0), "the day of the refund is not known"
    decided = {("returns.label-payer", "249-5"): "done"}
    titles = {reason.rule: reason.title for reason in return_reasons(after, decided, "en") if not reason.fix}
    assert titles["returns.label-payer"] == titles["returns.refund-amount"] == "Given back to the buyer", "the same yen are asked for once"
