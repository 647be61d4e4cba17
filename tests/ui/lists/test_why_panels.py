"""The panels answer first: what to do, how much, by when and the button; the clauses are folded, and a missing fact has its field below."""

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from sellerdesk.ui.desk import edits
from sellerdesk.ui.returns.cost_fold import CostFold
from sellerdesk.ui.sfp.sfp_page import MISSING
from sellerdesk.ui.widgets.fold import Fold
from tests.ui.conftest import Opened

LONG = 30_000


def top(panel: QWidget, one: QWidget) -> int:
    """How far down a widget stands in a panel, in pixels."""
    return one.mapTo(panel, one.rect().topLeft()).y()


def said(panel: QWidget, words: str) -> QLabel:
    """The first label in sight that begins with some words."""
    return next(one for one in panel.findChildren(QLabel) if one.text().startswith(words) and one.isVisible())


def test_a_return_says_when_and_how_much_and_has_its_button_above_the_clauses(opened: Opened, qtbot: QtBot) -> None:
    window = opened(demo=True)
    window.show_page("returned")
    page = window.returned
    row = next(row for row in page.model.rows if row.difference and row.days_left is not None)
    page.table.select([row.place])
    qtbot.wait(50)
    panel = page.whole
    folds = [one for one in panel.findChildren(Fold) if one.isVisible() and not isinstance(one, CostFold)]
    button = next(one for one in panel.findChildren(QPushButton) if one.text() == "Mark as refunded")
    assert top(panel, said(panel, "What to do")) < top(panel, said(panel, "Refund by")) < top(panel, button) < top(panel, folds[0])
    assert said(panel, f"¥{row.difference:,}").isVisible()
    assert not folds[0].held.isVisible()
    folds[0].button.click()
    assert folds[0].held.isVisible()
    assert folds[0].button.accessibleName() in [label.text() for label in folds[0].held.findChildren(QLabel)]
    page.panel.verticalScrollBar().setValue(200)
    page.table.select([next(other.place for other in page.model.rows if other.order_id != row.order_id)])
    qtbot.wait(50)
    assert page.panel.verticalScrollBar().value() == 0, "another row starts at the top"


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_verdict_of_many_clauses_leaves_the_panel_as_wide_as_it_was(opened: Opened, qtbot: QtBot, lang: str) -> None:
    window = opened(lang, demo=True)
    window.resize(1366, 768)
    window.show_page("orders")
    page, wide = window.orders, set()
    for row in page.model.rows:
        page.table.select([row.place])
        qtbot.wait(30)
        wide.add(page.panel.width())
    assert len(wide) == 1, "the list beside it does not move"


def test_a_source_without_the_number_of_a_clause_begins_with_its_words(opened: Opened, qtbot: QtBot) -> None:
    window = opened("ja", demo=True)
    window.show_page("points")
    panel = window.points.panel
    panel.show_skus([next(row.sku for row in window.desk.rows if row.points_why == "points.cap:over")])
    qtbot.waitUntil(lambda: not panel.stale and bool(panel.findChildren(Fold)))
    texts = [fold.button.text() for fold in panel.findChildren(Fold)]
    assert any("Amazonポイントの規約" in text for text in texts)
    assert not [text for text in texts if text.startswith(":")]


def test_a_missing_fact_names_itself_and_is_answered_directly_below(opened: Opened, qtbot: QtBot) -> None:
    window = opened(demo=True)
    window.show_page("sfp")
    window.sfp.show_cause(MISSING)
    panel = window.sfp.panel
    qtbot.waitUntil(lambda: bool(panel.fields) and not panel.stale)
    qtbot.wait(100)
    fact = next(iter(panel.fields))
    assert fact in window.sfp.selected()[0].missing.split()
    words, field = said(panel.whole, "Not answered yet: "), panel.fields[fact]
    gap = top(panel.whole, field) - top(panel.whole, words) - words.height()
    assert 0 <= gap <= 12
    assert top(panel.whole, field) < top(panel.whole, panel.findChildren(Fold)[0])
    before = len(window.desk.rows[window.sfp.selected()[0].place].missing.split())
    field.setCurrentIndex(1)
    field.activated.emit(1)
    qtbot.waitUntil(window.sfp.bar.done.isVisible)
    row = next(row for row in window.desk.rows if row.sku == panel.skus[0])
    assert len(row.missing.split()) == before - 1


@pytest.mark.parametrize(("page", "sku", "fact"), [("sfp", "TNG-930", "ASIN"), ("points", "FOD-941", "価格")])
def test_what_only_a_report_tells_is_said_once_with_where_it_comes_from(
    opened: Opened, qtbot: QtBot, page: str, sku: str, fact: str
) -> None:
    window = opened("ja", demo=True)
    window.go(page, [sku])
    shown = window.sfp if page == "sfp" else window.points
    qtbot.waitUntil(lambda: shown.panel.skus == [sku] and not shown.panel.stale)
    qtbot.wait(50)
    texts = [one.text() for one in shown.panel.findChildren(QLabel) if one.isVisible()]
    assert texts.count(f"{fact}が未入力です") == 1
    words = f"セラーセントラルの出品情報で{fact}を確かめて入力し、出品レポートをダウンロードし直して開いてください。"
    assert texts.count(words) == 1
    assert texts.index("すること") == texts.index(words) - 1


def test_a_row_that_is_to_check_has_a_panel_that_begins_with_that(opened: Opened, qtbot: QtBot) -> None:
    window = opened("ja", demo=True)
    sku = next(row.sku for row in window.desk.rows if row.missing.split() == ["ship_from"])
    edits.answer(window.desk, [sku], "hazmat", "potential")
    window.go("sfp", [sku])
    panel = window.sfp.panel
    qtbot.waitUntil(lambda: panel.skus == [sku] and not panel.stale)
    qtbot.wait(50)
    texts = [one.text() for one in panel.findChildren(QLabel) if one.isVisible()]
    assert texts.index("要確認") < texts.index("お知らせ"), "what is only worth knowing comes after it"


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_no_answer_makes_the_panel_wider_than_its_place(opened: Opened, qtbot: QtBot, lang: str) -> None:
    window = opened(lang, demo=True)
    window.resize(1366, 768)
    for name in ("sfp", "returned"):
        window.show_page(name)
        qtbot.wait(100)
        panel: QWidget = window.sfp.panel.area if name == "sfp" else window.returned.panel
        right = panel.mapTo(window, panel.rect().topRight()).x()
        assert (right < window.width(), panel.width() <= 400) == (True, True), name
