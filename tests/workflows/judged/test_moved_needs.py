"""What an update or a fact pack moved: offers and returns are needs of their own, each with exactly its rows."""

from datetime import date, datetime

import msgspec
import pytest

from sellerdesk.clock import JAPAN
from sellerdesk.domain.judged_row import JudgedRow
from sellerdesk.workflows.judged.by_figures import MOVED, Moved
from sellerdesk.workflows.judged.need import Need, sentence
from sellerdesk.workflows.judged.state import State
from sellerdesk.workflows.judged.today import Shop, needs, page_of_moved

DAY = date(2026, 9, 24)
OK, BREACH = 3, 0


def row(sku: str, points: int, sfp: int | None) -> JudgedRow:
    """A row with two verdicts."""
    blank = JudgedRow(**dict.fromkeys(JudgedRow._fields) | {"sku": sku, "points_why": "", "causes": (), "missing": ""})  # type: ignore[arg-type]  # only these are looked at
    return blank._replace(points_verdict=points, sfp_verdict=sfp)


def moved_needs(told: Moved) -> dict[str, Need]:
    """The needs of a saved judging that something moved."""
    shop = Shop(State(judged={MOVED: msgspec.to_builtins(told)}))
    found = needs(shop, DAY, datetime(2026, 9, 24, 10, tzinfo=JAPAN))
    return {one.name: one for one in found if one.name.startswith("moved_")}


@pytest.mark.parametrize("why", ["program", "figures"])
def test_offers_and_returns_open_on_their_own_pages_with_their_own_rows(why: str) -> None:
    found = moved_needs(Moved(why, DAY, ("A",), ("B",), ("250-1", "250-2"), 30))  # type: ignore[arg-type]  # one of the two
    offers, returns = found[f"moved_by_{why}"], found[f"moved_returns_by_{why}"]
    assert (offers.page, offers.subjects, offers.count) == ("points", ("A", "B"), 2)
    assert (returns.page, returns.subjects, returns.yen) == ("returned", ("250-1", "250-2"), 30)
    assert "A" in sentence(offers, "ja")
    assert "250-1" in sentence(returns, "en")


def test_what_did_not_move_is_no_need() -> None:
    assert list(moved_needs(Moved("program", DAY, worse=("A",)))) == ["moved_by_program"]
    assert list(moved_needs(Moved("program", DAY, returns=("250-1",)))) == ["moved_returns_by_program"]


def test_new_breaches_of_sfp_alone_open_on_its_page() -> None:
    rows = [row("A", OK, BREACH), row("B", BREACH, BREACH)]
    assert page_of_moved(rows, ("A",), ()) == "sfp"
    assert page_of_moved(rows, ("A", "B"), ()) == "points"
    assert page_of_moved(rows, ("A",), ("C",)) == "points"
