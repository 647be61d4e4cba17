"""The calculator from the item on: the search, what it copies, what is missing, near twins, and what is kept over a restart."""

import re
from datetime import date

import msgspec
import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from sellerdesk.domain.calculation import MOST
from sellerdesk.ui.returns.calculator_page import CalculatorPage
from sellerdesk.ui.returns.compare_dialog import CompareDialog
from sellerdesk.ui.returns.item_search import Found, is_settled
from sellerdesk.ui.returns.waterfall import NAMES
from sellerdesk.ui.shell.main_window import MainWindow
from sellerdesk.ui.style import theme
from sellerdesk.ui.widgets.picked_day import PickedDay
from tests.ui.conftest import Opened
from tests.ui.hand import Hand

LONG = 30_000
ORDER = "249-0000009-0000003"


def demo(opened: Opened, lang: str = "ja") -> MainWindow:
    """A window with the demo shop, turned to the calculator, on 24 September 2026."""
    made = opened(lang, as_of=date(2026, 9, 24), demo=True)
    made.resize(1366, 768)
    made.show_page("returns")
    return made


@pytest.fixture
def window(opened: Opened) -> MainWindow:
    """The demo shop."""
    return demo(opened)


@pytest.fixture
def page(window: MainWindow) -> CalculatorPage:
    """Its calculator."""
    return window.returns


def some_order(window: MainWindow) -> str:
    """The number of a returned order."""
    return next(row.order_id for row in window.desk.returns if row.refund_by)


def test_an_order_number_that_is_pasted_fills_the_form_at_once(window: MainWindow, page: CalculatorPage, qtbot: QtBot) -> None:
    row = next(row for row in window.desk.returns if row.refund_by)
    hand = Hand(window, qtbot)
    hand.write(page.search, row.order_id)
    hand.until(lambda: page.card.item is not None)
    inputs = page.form.inputs()
    assert {"reason", "category", "price", "arrived_on", "size", "fare"} <= set(inputs)
    assert inputs["reason"].isdecimal(), "the reason is the row of the table, not the report's code"
    assert row.order_id in page.card.number.text()
    assert page.quote is not None
    assert page.answer.isVisible()
    page.card.drop.click()
    assert page.card.item is None
    assert page.form.inputs() == inputs, "what was copied stays when the item is taken out"


def test_a_name_is_found_by_two_letters_and_enter_takes_the_first(window: MainWindow, page: CalculatorPage) -> None:
    page.search.setFocus()
    offer = next(row for row in window.desk.rows if row.price and not any(one.sku == row.sku for one in window.desk.returns))
    page.search.setText(offer.sku[:-1])
    page.search.look(offer.sku)
    assert page.search.listed.rowCount() >= 1
    page.search.setText(offer.sku)
    QTest.keyClick(page.search, Qt.Key.Key_Return)
    assert page.card.item is not None
    assert page.card.item.sku == offer.sku
    assert page.form.inputs()["price"] == str(offer.price)
    assert "今の価格" in page.card.listed.text(), "it is said that this is no order's price"


def test_what_is_nowhere_is_said_and_can_be_filled_in_by_hand(window: MainWindow, page: CalculatorPage, qtbot: QtBot) -> None:
    before = page.form.fields["reason"].mapTo(page, page.rect().topLeft())
    page.search.setText("なにもない")
    QTest.keyClick(page.search, Qt.Key.Key_Return)
    assert "なにもない" in page.card.hint.text()
    Hand(window, qtbot).press("手で入れる", page.card)
    assert QApplication.focusWidget() in (page.reason, page.reason.lineEdit())
    assert page.form.fields["reason"].mapTo(page, page.rect().topLeft()) == before, "the form stays where it was"


def test_the_fields_keep_their_place_whatever_the_card_says(window: MainWindow, page: CalculatorPage, qtbot: QtBot) -> None:
    def place() -> tuple[int, int]:
        qtbot.wait(50)
        field = page.form.fields["reason"]
        return field.mapTo(page, field.rect().topLeft()).y(), field.width()

    empty = place()
    page.start.choose()
    filled = place()
    page.form.more.setChecked(True)
    assert empty == filled == place(), "neither the card nor a scroll bar moves them"
    assert window.isVisible()


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_refunded_return_with_a_long_name_moves_no_field_and_its_yen_have_commas(opened: Opened, qtbot: QtBot, lang: str) -> None:
    window = demo(opened, lang)
    page = window.returns

    def place() -> int:
        qtbot.wait(50)
        return page.form.fields["reason"].mapTo(page, page.rect().topLeft()).y()

    empty = place()
    row = next(row for row in window.desk.returns if row.refund_by and row.days_left is None)
    page.take(Found(row.sku, row.order_id, ""))
    assert page.card.listed.text()
    assert "3,980" in page.card.facts.text()
    assert place() == empty
    page.card.title.say("今治タオル　" * 12)
    assert place() == empty, "a name of 84 letters is cut"
    assert "…" in page.card.title.text()
    assert page.card.title.toolTip()


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_no_line_of_the_cost_is_cut_and_no_calculation_before_stands_out_of_sight(opened: Opened, lang: str) -> None:
    window = demo(opened, lang)
    page = window.returns
    for row in window.desk.returns[:3]:
        page.take(Found(row.sku, row.order_id, ""))
    open_return = next(row for row in window.desk.returns if row.days_left is not None and row.payer == "customer")
    page.take(Found(open_return.sku, open_return.order_id, ""))
    off = page.answer.notes["refund"].text()
    assert "740" in off
    assert "…" not in off, "what can be taken off is read whole"
    lines = page.answer.lines
    room = round(lines.viewport().width() * NAMES) - 8
    metrics = QFontMetrics(theme.font())
    assert [part.words for part in lines.parts.items if metrics.horizontalAdvance(part.words) > room] == []
    page.kept.kept = [msgspec.structs.replace(one, title="年に一度のお祝いのための商品 " * 3, begun=False) for one in page.kept.kept]
    page.kept.fill()
    assert page.kept.table.rowCount()
    assert page.kept.table.horizontalScrollBar().maximum() == 0


def test_an_empty_form_shows_the_returns_that_wait_and_enter_takes_one(page: CalculatorPage) -> None:
    assert page.start.isVisible()
    due = [row.refund_by for row in page.start.rows if row.refund_by]
    assert due == sorted(due)
    assert page.start.table.rowCount() == len(page.start.rows) > 0
    reasons = [page.start.table.item(line, 1) for line in range(len(page.start.rows))]
    assert any(cell is not None and cell.text()[:1].isdecimal() for cell in reasons), "reasons are words, not codes"
    first = page.start.rows[0].order_id
    page.start.table.setFocus()
    QTest.keyClick(page.start.table, Qt.Key.Key_Return)
    assert page.card.item is not None
    assert page.card.item.order_id == first


def test_links_lead_to_what_is_missing_and_no_number_stands_for_it(page: CalculatorPage, qtbot: QtBot) -> None:
    page.form.set_text("reason", "4")
    page.form.set_text("price", "6800")
    names = page.answer.missing.names
    assert {"method", "size", "from_prefecture", "to_prefecture", "handling_cost", "value_loss_percent"} <= set(names)
    assert f"あと{len(names)}項目" in page.answer.missing.words.text()
    assert page.answer.values["cost"].text() == "–"
    link = next(one for one in page.answer.missing.links.findChildren(QToolButton) if one.text() == "評価損")
    qtbot.waitUntil(link.isVisible)
    link.click()
    assert page.form.details.isVisible(), "the fold opens"
    assert QApplication.focusWidget() is page.form.fields["value_loss_percent"]
    lines = [part for part in page.answer.lines.parts.items if part.kind == "part" and part.size is None]
    assert {part.yen for part in lines} == {"未入力"}


def test_the_missing_inputs_have_one_number_wherever_they_are_counted(page: CalculatorPage, qtbot: QtBot) -> None:
    window = page.window()
    window.resize(1366, 768)
    for name, text in {
        "reason": "17", "category": "Shoes", "price": "6800", "method": "takkyubin", "size": "80", "from_prefecture": "大阪府",
        "to_prefecture": "東京都",
    }.items():  # fmt: skip
        page.form.set_text(name, text)
    every = len(page.answer.missing.names)
    assert page.answer.missing.words.text() == f"あと{every}項目で正確になります"
    inside = re.fullmatch(rf"未入力{every}のうち(\d+)はこの中", page.form.more_note.text())
    of_cost = re.fullmatch(rf"未入力{every}のうち(\d+)", next(part.basis for part in page.answer.lines.parts.items if part.kind == "sum"))
    assert inside
    assert of_cost
    qtbot.wait(50)
    for name in ("cost", "refund"):
        note = page.answer.notes[name]
        assert note.fontMetrics().horizontalAdvance(note.text()) <= note.width()
        assert "不明" in note.text(), "no word is cut"
    shipping = next(part for part in page.answer.lines.parts.items if part.basis.startswith("宅急便"))
    assert shipping.basis == "宅急便 基本運賃(2025年10月)"


def test_all_filled_in_is_said_in_the_same_place(page: CalculatorPage) -> None:
    for name, text in {
        "reason": "4", "category": "Toys", "price": "6800", "shipping_charged": "0", "gift_wrap": "0", "points": "68", "method": "takkyubin",
        "size": "80", "from_prefecture": "大阪府", "to_prefecture": "東京都", "handling_cost": "200", "value_loss_percent": "30",
        "arrived_on": "2026-09-18", "late_delivery": "no", "hazmat": "no", "weight_kg": "2",
    }.items():  # fmt: skip
        page.form.set_text(name, text)
    assert [*page.answer.missing.names] == ["outbound_cost"], "what is shown as not filled in is asked for"
    page.form.set_text("outbound_cost", "640")
    assert page.answer.missing.names == ()
    assert page.answer.missing.words.text() == "すべて入りました"
    assert page.answer.missing.isVisible()
    parts = [part for part in page.answer.lines.parts.items if part.kind == "part" and part.size]
    assert parts[1].start == parts[0].size, "a bar begins where the one before it ended"
    assert max(part.start + (part.size or 0) for part in parts) <= page.answer.lines.cells.end
    assert sum(part.size or 0 for part in parts) == page.answer.lines.parts.items[-2].size


def test_a_near_twin_is_compared_and_taken(page: CalculatorPage, qtbot: QtBot) -> None:
    for name, text in (("reason", "4"), ("category", "Toys"), ("price", "6800")):
        page.form.set_text(name, text)
    assert page.answer.twin.isVisibleTo(page)
    assert "購入者の言葉を読み直して" in page.answer.twin_more.text()
    page.answer.compare.click()
    dialog = page.findChild(CompareDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.isVisible)
    who = [dialog.table.item(0, place) for place in (1, 2)]
    assert [cell.text() for cell in who if cell] == ["返品送料はあなたのお店が払います", "返品送料は購入者が払います"]
    Hand(dialog, qtbot).press("15 にする", dialog)
    assert page.form.text("reason") == "15"
    assert page.answer.payer.text() == "返品送料は購入者が払います"


def test_answers_are_kept_over_a_restart_and_can_be_taken_up(opened: Opened, qtbot: QtBot) -> None:
    window = demo(opened)
    page = window.returns
    page.form.set_text("reason", "10")
    page.form.set_text("price", "1980")
    page.form.set_text("to_prefecture", "東京都")
    page.next.click()
    assert page.form.inputs() == {"to_prefecture": "東京都"}
    assert [one.inputs["price"] for one in page.kept.before()] == ["1980"]
    page.form.set_text("reason", "12")
    page.form.set_text("price", "500")
    window.show_page("today")
    window.close()
    again = opened("ja")
    again.show_page("returns")
    qtbot.waitUntil(lambda: again.returns.form.text("price") == "500", timeout=LONG)
    kept = again.returns.kept
    assert kept.isVisible()
    cell = kept.table.item(0, 2)
    assert cell is not None
    assert cell.text() == "理由 10"
    kept.take(0)
    assert again.returns.form.text("price") == "1980"
    assert {one.inputs["price"] for one in kept.kept} == {"1980", "500"}, "the one that stood there is kept"


def test_no_more_than_twenty_are_kept(page: CalculatorPage) -> None:
    for price in range(1, MOST + 5):
        page.form.set_text("reason", "10")
        page.form.set_text("price", str(price))
        page.next.click()
    assert len(page.kept.kept) == MOST
    assert page.kept.kept[0].inputs["price"] == str(MOST + 4)


def test_another_shop_has_none_of_these_answers(window: MainWindow, page: CalculatorPage, qtbot: QtBot) -> None:
    page.form.set_text("reason", "10")
    page.next.click()
    page.form.set_text("method", "takkyubin")
    page.form.set_text("to_prefecture", "\u6771\u4eac\u90fd")
    page.form.set_text("price", "6800")
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        window.desk.leave_demo()
    assert page.kept.kept == []
    assert page.form.inputs() == {}, "neither what was typed nor what a shop always has alike"


def test_a_day_is_picked_in_a_calendar(page: CalculatorPage) -> None:
    field = page.form.fields["arrived_on"]
    assert isinstance(field, PickedDay)
    assert field.placeholderText() == "", "no example that looks like a day"
    field.pick(QDate(2026, 9, 18))
    assert page.form.inputs()["arrived_on"] == "2026-09-18"


def test_ctrl_f_leads_to_the_search_of_the_page(window: MainWindow, page: CalculatorPage) -> None:
    window.menus.actions["search"].trigger()
    assert QApplication.focusWidget() is page.search
    window.show_page("points")
    window.menus.actions["search"].trigger()
    assert QApplication.focusWidget() is window.search


def test_a_shop_without_reports_is_told_to_open_one(opened: Opened) -> None:
    window = opened("ja")
    window.show_page("returns")
    card = window.returns.card
    assert "レポートを開くと" in card.hint.text()
    assert card.open.isVisibleTo(card)


def test_a_return_that_is_refunded_says_so_on_its_card(window: MainWindow) -> None:
    settled = {row.order_id for row in window.desk.returns if row.refund_by and row.days_left is None}
    due = {row.order_id for row in window.desk.returns if row.days_left is not None}
    assert settled
    assert due
    assert {is_settled(window.desk, order) for order in settled} == {True}
    assert {is_settled(window.desk, order) for order in (*due, "")} == {False}
    page = window.returns
    for order, shown in ((min(settled), True), (min(due), False)):
        page.search.setText(order)
        page.search.look(order)
        assert ("返金済みか終了" in page.card.number.text(), "返金済みか終了" in page.answer.notes["refund_by"].text()) == (shown, shown)
        red = page.answer.values["refund_by"].palette().windowText().color() == theme.colour("breach")
        assert not (shown and red), "what is settled is no alarm"


@pytest.mark.parametrize(("lang", "words"), [("ja", "シューズ"), ("en", "Shoes")])
def test_a_category_of_a_report_is_named_in_the_language_of_the_window_where_it_has_a_name(opened: Opened, lang: str, words: str) -> None:
    window = opened(lang, demo=True)
    window.show_page("returns")
    window.returns.form.set_text("category", "Shoes")
    assert window.returns.form.text("category") == words
    window.returns.form.set_text("category", "Gadgets")
    assert window.returns.form.text("category") == "Gadgets"
    window.show_page("analysis")
    named = [window.analysis.name("category", name) for name in ("Shoes", "Gadgets")]
    assert named == [words, "Gadgets"]
