"""The owner's word on refunds beside what reports tell: a report always wins, and nothing is told of a row that nobody meant."""

from hypothesis import given
from hypothesis import strategies as st

from sellerdesk.domain.charged import Charged
from sellerdesk.domain.returned_item import ReturnedItem
from sellerdesk.workflows.returns.refunds import differing, entered_lines, key_of, open_items, settled

ORDERS, SKUS, YEN = st.sampled_from(["1", "2"]), st.sampled_from(["a", "b"]), st.integers(0, 5)
ROWS = st.lists(st.builds(ReturnedItem, subject=ORDERS, sku=SKUS, refunded=st.none() | YEN), max_size=5)
TOLD = st.dictionaries(st.tuples(ORDERS, SKUS), YEN)
PAID = st.dictionaries(
    st.tuples(ORDERS, SKUS), st.builds(Charged, price=st.just(9), pieces=st.just(1), refunded=st.none() | YEN, refunded_on=st.none())
)


@given(ROWS, TOLD, PAID)
def test_what_a_report_tells_is_never_changed_and_every_difference_is_said(
    rows: list[ReturnedItem], told: dict[tuple[str, str], int], paid: dict[tuple[str, str], Charged]
) -> None:
    rows = [ReturnedItem(subject=row.subject, sku=row.sku, refunded=row.refunded, line=line) for line, row in enumerate(rows)]
    after, said = settled(rows, told, paid), {(found.order_id, found.sku) for found in differing(rows, told, paid)}
    own = entered_lines(rows, told, paid)
    for was, now in zip(rows, after, strict=True):
        key, alone = key_of(was), sum(key_of(row) == key_of(was) for row in rows) == 1
        reported = paid[key].refunded if key in paid else None
        if was.refunded is not None:
            assert now.refunded == was.refunded
        elif key in told and alone:
            assert now.refunded == (None if reported else told[key]), "what payments tell counts for itself"
        else:
            assert now.refunded is None
        assert (was.line in own) == (was.refunded is None and now.refunded is not None and reported is None)
        tells = reported if was.refunded is None else was.refunded
        if alone and key in told:
            assert (key in said) == (tells is not None and tells != told[key])
    assert {order for order, skus in open_items(after).items() if skus} <= {row.subject for row in after if row.refunded is None}
