"""What was found in payments, as the page shows it: urgency, cells, refunds by month."""

from datetime import date, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from sellerdesk.domain.clause import Outcome
from sellerdesk.domain.finding import Finding, badness
from sellerdesk.domain.paid import PaidOrder
from sellerdesk.workflows.payments.found import cells_of, day_of, first_day_of, may_come_back, refunded_by_month, urgency
from sellerdesk.workflows.payments.kept import ROWS
from tests.conftest import Desk
from tests.payments_maker import Row, transactions
from tests.payments_shop import AS_OF, MONTHS, Maker
from tests.workflows.payments.test_report import judged

RULE = "payments.refund-without-return"
OUTCOMES: tuple[Outcome, ...] = ("breach", "check", "advice")
days = st.integers(-60, 60).map(lambda count: AS_OF + timedelta(count))


def finding(by: date | None = None, outcome: Outcome = "check", yen: int = 100, case: str = "no_return") -> Finding:
    """Something found about an order."""
    return Finding(RULE, outcome, "250-1234567-1234567", 2, case, ("S-14",), "2022", {"yen": yen, "claim_by": by and by.isoformat()})


@given(st.lists(st.builds(finding, st.none() | days, st.sampled_from(OUTCOMES), st.integers(0, 9_999)), max_size=12))
def test_open_deadlines_come_first_the_nearest_before_the_others(found: list[Finding]) -> None:
    told = sorted(found, key=lambda one: urgency(AS_OF, one))
    is_open = [day_of(one) >= AS_OF.isoformat() for one in told]
    assert is_open == sorted(is_open, reverse=True)
    due = [day_of(one) for one in told if day_of(one) >= AS_OF.isoformat()]
    assert due == sorted(due)
    rest = [badness(one) for one in told[len(due) :]]
    assert rest == sorted(rest)
    assert first_day_of(found, AS_OF) == (due[0] if due else "")


def test_a_claim_whose_time_is_over_is_no_yen_to_come_back() -> None:
    assert may_come_back(finding())
    assert not may_come_back(finding(case="no_return_late"))


def test_too_much_refunded_may_come_back_whatever_the_day_for_seller_support_names_no_last_one(desk: Desk, tmp_path: Path) -> None:
    rows = [
        Row(at, kind, {"product_sales": yen}, number, "A-1")
        for at, kind, number, yen in (
            ("2026-06-05 10:00:00", "注文", "250-0000000-0000001", 1_000),
            ("2026-07-03 10:00:00", "注文", "250-0000000-0000002", 3_000),
            ("2026-07-17 10:00:00", "返金", "250-0000000-0000002", -3_500),
            ("2026-08-29 10:00:00", "注文", "250-0000000-0000003", 1_000),
        )
    ]
    (tmp_path / "payments.csv").write_bytes(transactions(rows))
    desk("import", tmp_path / "payments.csv")
    for day in ("2026-08-16", "2026-09-10", "2027-09-10"):
        assert "may get back: 1 (¥500)" in desk("today", "--as-of", day).out
        desk("export", "payment-claims", "--as-of", day, "--out", tmp_path / f"{day}.xlsx")
        claims = CalamineWorkbook.from_path(tmp_path / f"{day}.xlsx").get_sheet_by_index(0).to_python()
        assert any("250-0000000-0000002" in line for line in claims)
        told = desk("payments", "--as-of", day).out
        assert "ask Seller Support to give the difference back." in told
        assert "2026-08-16" not in told


def test_refunds_by_month_count_what_amazon_kept_and_say_where_that_is_not_known() -> None:
    day = date(2026, 7, 4)
    orders = [
        PaidOrder(subject="A", refunded=1_000, refunded_on=day, fee=100, fee_back=90),
        PaidOrder(subject="B", refunded=500, refunded_on=day),
        PaidOrder(subject="C", refunded=200, refunded_shipping=200, refunded_on=day),
        PaidOrder(subject="D", label=740),
        PaidOrder(subject="E", refunded=480, refunded_shipping=480, refunded_on=day, fee=71),
    ]
    told = refunded_by_month(orders)
    assert list(told) == ["2026-07"]
    assert (told["2026-07"].orders, told["2026-07"].fees_kept, told["2026-07"].unknown) == (4, 81, 1)


def test_every_finding_of_a_made_shop_stands_in_a_row_and_in_months_of_its_order(tmp_path: Path) -> None:
    shop = Maker(5).make()
    report = judged(tmp_path, shop, [transactions(shop.month(name)) for name in MONTHS])
    found = [one for one in report.audit.findings if one.outcome != "ok" and not one.missing]
    cells = cells_of(found, report.payments, ROWS)
    assert len(cells) == len(found)
    for one, (row, months) in zip(found, cells, strict=True):
        assert row in ROWS
        due = {str(one.facts.get("refund_by"))[:7]} & {paid.month for paid in report.payments}
        assert set(months) <= due | {paid.month for paid in report.payments if one.subject in (paid.order_id, paid.sku)}
        assert months or not due
    assert any(months for _row, months in cells)
