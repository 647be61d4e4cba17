"""The page 入出金: empty, with three months, in both languages; the demo shop has every finding."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from sellerdesk.ui.shell.main_window import MainWindow
from tests.conftest import Desk
from tests.payments_maker import SECRETS, transactions
from tests.payments_shop import MONTHS, Maker
from tests.ui.conftest import Opened

LONG = 60_000
RULES = {
    "refund-without-return", "return-without-refund", "refund-too-large", "refund-fee", "referral-rate", "label", "points", "lateness", "sum",
}  # fmt: skip


def said(window: MainWindow) -> str:
    """All that the page says."""
    page = window.payments
    cells = [
        item.text()
        for row in range(page.table.rowCount())
        for place in range(page.table.columnCount())
        if (item := page.table.item(row, place))
    ]
    return "\n".join([*(label.text() for label in page.findChildren(QLabel)), *cells])


def take(window: MainWindow, file: Path, qtbot: QtBot) -> None:
    """Open a report and wait until it is judged."""
    with qtbot.waitSignal(window.desk.loaded, timeout=LONG):
        window.desk.open(file)


def test_without_a_report_it_says_which_file_it_wants(opened: Opened) -> None:
    window = opened()
    window.show_page("payments")
    assert window.payments.stack.currentIndex() == 0
    assert "Reports Repository" in window.payments.empty.text.text()


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_months_stand_as_columns_and_add_up_to_the_yen(opened: Opened, tmp_path: Path, qtbot: QtBot, lang: str) -> None:
    window, shop = opened(lang), Maker(3).make()
    for name in MONTHS:
        file = tmp_path / f"{name}.csv"
        file.write_bytes(transactions(shop.month(name)))
        take(window, file, qtbot)
    window.show_page("payments")
    page = window.payments
    assert page.table.columnCount() == 4
    last = page.table.rowCount() - 1
    for place, name in enumerate(MONTHS, start=1):
        total = sum(one.total for one in shop.month(name) if one.kind != "振込み")
        assert (item := page.table.item(last, place)) is not None
        assert item.text() == f"{total:,}".replace("-", "−")
    text = said(window)
    assert "{" not in text
    assert not [word for word in SECRETS if word in text]


def test_the_demo_shop_has_every_finding(desk: Desk) -> None:
    desk("import", "--demo", "--judge", "--as-of", "2026-11-28")
    told = desk("payments", "--as-of", "2026-11-28", "--json").json
    assert {one["rule"].removeprefix("payments.") for one in told["findings"]} == RULES
    assert len({one["key"] for one in desk("payments", "--by", "month", "--as-of", "2026-11-28", "--json").json["groups"]}) >= 3
    assert told["not_placed"] == -552
    need = desk("today", "--as-of", "2026-11-28", lang="en").out
    assert "you may get back" in need
