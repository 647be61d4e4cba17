"""Days between payment reports that none of them holds are told from days on which a shop sold nothing."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from sellerdesk.domain.payment import COLUMNS, Payment
from sellerdesk.rules.payments.holes import holes

FIRST = date(2026, 10, 1)


def file(first: int, last: int, every: int = 1) -> list[Payment]:
    """A file with a row every so many days, from a day after the first of October to another."""
    days = (FIRST + timedelta(days=place) for place in range(first, last + 1, every))
    return [Payment(1, f"{day} 12:00:00", "注文", "", "", "", (0,) * len(COLUMNS), 0) for day in days]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param([file(0, 18), file(31, 43)], [("2026-10-20", "2026-10-31")], id="a month that was not over"),
        pytest.param([file(31, 43), file(0, 18)], [("2026-10-20", "2026-10-31")], id="the newer file first"),
        pytest.param([file(0, 26), file(31, 43)], [("2026-10-28", "2026-10-31")], id="four days"),
        pytest.param([file(0, 27), file(31, 43)], [], id="three days are a holiday"),
        pytest.param([file(0, 10), file(16, 25)], [("2026-10-12", "2026-10-16")], id="within a month"),
        pytest.param([file(0, 18), file(10, 30), file(31, 43)], [], id="files that overlap"),
        pytest.param([file(0, 18), file(19, 30), file(31, 43)], [], id="files that join"),
        pytest.param([file(0, 28, 7), file(34, 62, 7)], [], id="a shop of one sale a week"),
        pytest.param([file(0, 5), file(40, 45), file(80, 90)], [("2026-10-07", "2026-11-09"), ("2026-11-16", "2026-12-19")], id="two"),
        pytest.param([file(0, 30), []], [], id="an empty file"),
        pytest.param([], [], id="no file"),
    ],
)
def test_days_that_no_file_holds_are_named(files: Sequence[Sequence[Payment]], expected: list[tuple[str, str]]) -> None:
    assert [(str(first), str(last)) for first, last in holes(files)] == expected
