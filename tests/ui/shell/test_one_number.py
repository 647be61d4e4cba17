"""A number that stands on two pages is the same, or its reason stands beside it."""

from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from sellerdesk.ui.returns import open_returns_list
from sellerdesk.ui.sfp.obligations_page import state_words
from tests.ui.conftest import Opened

TITLES = "seller-sku\titem-name\tprice\tPoints\titem-condition\tquantity\tfulfillment-channel\tmerchant-shipping-group\tstatus\n"


def test_offers_at_one_yen_are_named_where_the_fix_file_leaves_them_out(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "listings.txt"
    rows = ("A\tt\t1000\t1", "B\tt\t1\t0", "C\tt\t1\t0")
    file.write_text(TITLES + "".join(f"{row}\t11\t5\tDEFAULT\tPrime\tActive\n" for row in rows), encoding="utf-8")
    window = opened(reports=[file])
    qtbot.waitUntil(lambda: any(need.name == "points_short" for need in window.today.found), timeout=30_000)
    (short,) = (need for need in window.today.found if need.name == "points_short")
    window.show_page("points")
    assert (short.count, window.points.to_mend["short"]) == (3, 1)
    assert window.points.bar.note.text().startswith("In no fix file: 2 offers with an impossible price")


def test_incomplete_listings_are_not_counted_where_prime_templates_are_asked_for(opened: Opened, tmp_path: Path) -> None:
    file = tmp_path / "listings.txt"
    states = ("Active", "Incomplete", "Active")
    rows = (f"{sku}\tt\t1000\t20\t11\t5\tDEFAULT\tPrime\t{state}\n" for sku, state in zip("ABC", states, strict=True))
    file.write_text(TITLES + "".join(rows), encoding="utf-8")
    window = opened(reports=[file])
    window.show_page("sfp")
    (box,) = window.sfp.question.boxes
    assert "2 offers" in box.text()


def test_the_offers_of_the_demo_shop_are_those_that_duties_touch_and_their_twins(opened: Opened) -> None:
    window = opened(demo=True)
    window.show_page("sfp")
    (everything, *_causes) = window.sfp.causes.causes.items
    primes = window.desk.state.prime_templates if window.desk.state else None
    elsewhere = [row for row in window.desk.rows if row.sfp_verdict is not None and row.shipping_template not in (primes or ())]
    assert elsewhere
    assert everything.note.endswith(f": {len(elsewhere)}")
    assert state_words("applies", 20, 1) == "applies to 20 offers · not known of 1"


def test_returns_that_are_cut_from_the_list_are_counted(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(open_returns_list, "MOST", 2)
    window = opened(as_of=date(2026, 9, 24), demo=True)
    window.show_page("returns")
    there = window.returns.start.there
    assert there > len(window.returns.start.rows) == 2
    assert window.returns.start.count.text() == f"{there}, of which the 2 with the nearest deadline are listed"
