"""A page without its report says which one fills it, and has the button that opens it."""

import pytest
from PySide6.QtWidgets import QFileDialog
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
