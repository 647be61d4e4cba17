"""A number that stands on two pages is the same, or its reason stands beside it."""

from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from sellerdesk.ui.returns import open_returns_list
from sellerdesk.ui.returns.columns import left_words
from sellerdesk.ui.sfp.obligations_page import state_words
from sellerdesk.ui.style import theme
from sellerdesk.workflows.judged.need import sentence
from sellerdesk.workflows.out.account_report import account_report
from sellerdesk.writers.document import Heading, Table
from sellerdesk.writers.words import say
from tests.ui.conftest import NOW, Opened

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


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_what_returns_cost_is_one_number_on_every_page_and_on_paper(opened: Opened, lang: str) -> None:
    day = date(2026, 11, 30)
    window = opened(lang, demo=True, as_of=day)
    for name in ("returned", "analysis", "payments"):
        window.show_page(name)
    window.analysis.period.setCurrentIndex(2)
    whole, shares = window.analysis.figures.values["cost"].text(), window.analysis.table.shares
    assert whole in window.returned.summary.text()
    (twl,) = (row for row in window.desk.returns if row.sku == "TWL-002" and row.cost)
    assert twl.cost == 740 + 44, "the label that payments took, and the fee of its refund, in the list too"
    blocks = account_report(window.desk.store, day, NOW, lang).blocks
    place = next(at for at, block in enumerate(blocks) if isinstance(block, Heading) and block.text == say(lang, "paper.returns_by_reason"))
    what, table = blocks[place + 1], blocks[place + 2]
    assert isinstance(table, Table)
    assert [row[1] for row in table.rows] == [f"{share.count + share.unknown:,}" for share in shares]
    assert [digits(row[2]) for row in table.rows] == [f"{share.yen}" if share.count else "" for share in shares]
    overdue = {"en": "5 days overdue", "ja": "5日超過"}[lang]
    assert any(overdue in row for block in blocks if isinstance(block, Table) for row in block.rows), "no days below 0"
    assert left_words(twl._replace(days_left=-2337)) == {"en": "2,337 days overdue", "ja": "2,337日超過"}[lang]
    sentences = (str(getattr(what, "text", "")), window.returned.summary.text(), window.analysis.notes["table"].text())
    assert all({"en": "payments took", "ja": "引かれた額"}[lang] in text for text in sentences), "what it counts stands beside each"
    assert {"en": "Analysis", "ja": "分析"}[lang] in window.payments.strip.notes["cost"].text(), "another number, and why"


def digits(text: str) -> str:
    """The digits of a text."""
    return "".join(letter for letter in text if letter.isdecimal())


def test_returns_still_on_their_way_are_told_apart_from_those_with_a_deadline(opened: Opened) -> None:
    window = opened(as_of=date(2026, 11, 30), demo=True)
    window.show_page("returns")
    start = window.returns.start
    window.show_page("deadlines")
    out = sum(row.days_left is None for row in start.rows)
    assert out == start.there - len(window.deadlines.model.rows) == 1
    assert start.outside.text() == "1 still on its way: not under Deadlines, which has those with a day."
    assert start.outside.isVisibleTo(start)


def test_a_selected_return_that_is_overdue_keeps_its_alarm(opened: Opened) -> None:
    window = opened(as_of=date(2026, 11, 30), demo=True)
    window.show_page("returns")
    table = window.returns.start.table
    assert window.returns.start.rows[0].days_left == -5
    table.selectRow(0)
    cell = table.visualRect(table.model().index(0, 3))
    picture = table.viewport().grab(cell).toImage()
    seen = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}
    assert theme.colour("breach").name() in seen
    table.selectRow(1)
    words = table.viewport().grab(table.visualRect(table.model().index(1, 0))).toImage()
    assert theme.colour("breach").name() not in {words.pixelColor(x, y).name() for x in range(words.width()) for y in range(words.height())}


def test_the_status_of_payments_counts_all_files_and_rows(opened: Opened) -> None:
    window = opened(demo=True, as_of=date(2026, 11, 30))
    window.show_page("payments")
    assert "4 files, the newest " in window.status.report.text()
    assert window.status.report.text().endswith("58 rows together")


def test_rates_say_why_they_count_fewer_orders_than_there_are(opened: Opened, qtbot: QtBot) -> None:
    window = opened(demo=True, as_of=date(2026, 11, 30))
    window.show_page("shipments")
    assert f"Of {len(window.desk.shipments)} orders, those outside the days of a rate" in window.shipments.short.text()
    qtbot.waitUntil(lambda: any("Orders outside the days of a rate" in sentence(need, "en") for need in window.today.found))
