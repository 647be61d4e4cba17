"""A pasted table changes only the cells that it tells; what it does not tell stays, and nothing raises."""

from hypothesis import given
from hypothesis import strategies as st

from sellerdesk.domain.template import TemplateCell
from sellerdesk.workflows.sfp.template_edits import pasted, with_figure
from sellerdesk.workflows.sfp.templates import REGIONS, grid

SERVICES = ("standard", "expedited", "same_day")
CELLS = grid((), "P")
ROWS = [[next(cell for cell in CELLS if (cell.region, cell.service) == (region, service)) for service in SERVICES] for region in REGIONS]


@given(st.text(alphabet="0123456789日¥円,無料配送しない×本州四国\t\n-", max_size=60), st.integers(0, 7), st.integers(0, 8))
def test_whatever_is_pasted_gives_cells_of_the_form(text: str, line: int, column: int) -> None:
    names = {cell.name for cell in CELLS}
    changed = pasted(text, ROWS, line, column)
    assert {cell.name for cell in changed} <= names
    assert len({cell.name for cell in changed}) == len(changed)
    assert all(cell not in CELLS for cell in changed), "only what changes is told"


@given(st.integers(0, 30), st.integers(0, 9_999), st.integers(0, 9_999))
def test_figures_come_out_as_they_were_pasted(days: int, prime: int, other: int) -> None:
    (cell,) = pasted(f"北海道\t{days}日\t{prime:,}円\t¥{other}", ROWS)
    assert (cell.region, cell.service) == ("hokkaido", "standard")
    assert (cell.days, cell.prime_fee, cell.other_fee) == (days, prime, other)


def test_the_first_days_bring_the_fee_of_prime_members_and_no_other() -> None:
    cell = TemplateCell(template="P", region="honshu", service="standard")
    first = with_figure(cell, "days", "2")
    assert first is not None
    assert (first.days, first.prime_fee, first.other_fee) == (2, 0, None)
    assert with_figure(cell, "other_fee", "350") == TemplateCell(template="P", region="honshu", service="standard", other_fee=350)
    assert with_figure(cell, "days", "soon") is None
    gone = with_figure(first, "days", "×")
    assert gone is not None
    assert (gone.offered, gone.days, gone.prime_fee) == ("no", None, None)
