"""Rows of payments that are read a column at a time say what each says that is read by itself, sound or not."""

from unittest.mock import patch

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sellerdesk.domain.refusal import UnreadableFile
from sellerdesk.readers import payments
from sellerdesk.readers.payment_lines import find
from tests.payments_maker import ABOVE, Row, transactions
from tests.readers.test_payments import BACK, FEE, SALE

USUAL = [SALE, BACK, FEE]
ODD = [
    SALE._replace(at="2026年7月3日 12:34:56"),
    SALE._replace(at="2026/07/03 12:61:00"),
    SALE._replace(order=""),
    SALE._replace(order="090-1234-5678"),
    SALE._replace(kind=""),
    SALE._replace(quantity="x"),
    SALE._replace(settlement=""),
    BACK._replace(sku="106-0041"),
]
"""Rows with a cell that few have, or that is at fault."""


def read(data: bytes) -> payments.PaymentFile | str:
    """What a file holds, or why it is refused."""
    header, encoding = find(data) or (None, "")
    assert header is not None
    try:
        return payments.read_payments(data, header, encoding)
    except UnreadableFile as error:
        return str(error)


def garbled(data: bytes, line: int, old: str, new: str) -> bytes:
    """The same with one of the lines below its header changed."""
    lines = data.decode("utf-8-sig").split("\r\n")
    top = len(ABOVE) + 1
    at = top + line % (len(lines) - top)
    return "\r\n".join([*lines[:at], lines[at].replace(old, new), *lines[at + 1 :]]).encode("utf-8-sig")


@given(
    st.lists(st.sampled_from([*USUAL * 3, *ODD]), min_size=1, max_size=12),
    st.sampled_from([1, 2, 5, 1000]),
    st.integers(0, 12),
    st.sampled_from([("", ""), ('","', '"'), ("-40", "x"), ("1,643", ""), ("amazon.co.jp", "amazon.com"), ("amazon.co.jp", "")]),
    st.sampled_from([27, 28, 30]),
)
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_rows_together_say_what_they_say_singly(rows: list[Row], together: int, line: int, change: tuple[str, str], columns: int) -> None:
    data = garbled(transactions(rows, columns=columns), line, *change)
    with patch.object(payments, "TOGETHER", together):
        found = read(data)
    with patch.object(payments, "read_columns", lambda *_rows: None):
        assert found == read(data)


def test_sound_rows_are_read_together() -> None:
    data = transactions(USUAL * 100)
    with patch.object(payments.RowsOfFile, "read", side_effect=AssertionError("read singly")):
        found = read(data)
    assert isinstance(found, payments.PaymentFile)
    assert found.rows == 300
