"""A page without its report says which one fills it, and has the button that opens it."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from tests.made_shop import make
from tests.ui.conftest import Opened
from tests.ui.hand import Hand


@pytest.mark.parametrize("page", ["orders", "shipments", "returned", "deadlines"])
def test_an_empty_page_opens_its_report(opened: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, page: str) -> None:
    window = opened("ja")
    shop = make(window.desk.folder / "shop")
    with qtbot.waitSignal(window.desk.rows_came, timeout=30_000):
        window.desk.open(shop.folder / "listings.txt")
    window.show_page(page)
    asked: list[object] = []

    def ask(*told: object) -> tuple[list[str], str]:
        asked.append(told)
        return [], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", ask)
    Hand(window, qtbot).press("レポートを開く", getattr(window, page))
    assert asked


def test_offers_without_a_listings_report_are_asked_for(opened: Opened, qtbot: QtBot) -> None:
    window = opened("en")
    sheet = window.desk.folder / "orders.csv"
    sheet.write_text(
        "order-id,purchase-date,sku,item-price,payment-method\n250-1,2020-06-01T10:00:00+09:00,A,1000,card\n", encoding="utf-8"
    )
    with qtbot.waitSignal(window.desk.rows_came, timeout=30_000):
        window.desk.open(sheet)
    window.show_page("points")
    assert window.points.empty.title.text() == "No listings report yet"
    assert window.points.empty.open.isVisibleTo(window.points)


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_pages_without_anything_to_show_keep_their_words_together_and_their_bar_below(
    opened: Opened, qtbot: QtBot, tmp_path: Path, lang: str
) -> None:
    """A shop with a report of orders alone."""
    sheet = tmp_path / "orders.csv"
    sheet.write_text("order-id,purchase-date,sku,item-price\n250-1,2020-06-01T10:00:00+09:00,A,1000\n", encoding="utf-8")
    window = opened(lang, reports=[sheet])
    window.resize(1366, 768)
    window.show_page("templates")
    qtbot.wait(50)
    page = window.templates
    assert page.top.height() <= 60, "the instruction is no field of colour"
    assert page.height() - page.right.mapTo(page, page.right.rect().bottomLeft()).y() <= 20
    window.show_page("returns")
    qtbot.wait(50)
    start = window.returns.start
    places = [one.mapTo(start, one.rect().topLeft()).y() for one in (start.title, start.how, start.also, start.list_title)]
    assert places[-1] <= 200, "lines of one paragraph stand below each other"
    assert start.list_title.text() in ("No returns report is open yet", "返品レポートをまだ開いていません")
    assert start.how.text() in (
        "Type a SKU, a name or an order number on the left.",
        "左の欄に SKU・商品名・注文番号のどれかを入れてください。",
    )
    window.show_page("sfp")
    assert not window.sfp.mend.isEnabled(), "of no offer there is nothing to mend"
    assert not window.sfp.many.isEnabled()
    window.show_page("points")
    assert window.points.cost.isHidden(), "without prices points cost nothing that is known"
    window.show_page("payments")
    qtbot.wait(50)
    steps = window.payments.empty.steps
    assert steps.height() <= 5 * steps.fontMetrics().lineSpacing(), "three steps are no column of twice as many lines"


def test_the_first_start_says_each_choice_in_one_line(opened: Opened, qtbot: QtBot) -> None:
    window = opened("ja")
    window.resize(1366, 768)
    qtbot.wait(50)
    high = {button.height() for button in window.choices.findChildren(QPushButton) if button.isVisible() and button.height() > 40}
    assert len(high) == 1
