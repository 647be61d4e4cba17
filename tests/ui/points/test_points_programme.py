"""The points programme in the window: who may join, dates, badge, readings, cost, fix files, orders; and the way back."""

from collections import Counter
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QDesktopServices, QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from sellerdesk.domain.account import Account, OfferCounts
from sellerdesk.domain.finding import Change
from sellerdesk.readers.headers import require
from sellerdesk.readers.opening import read_sheet
from sellerdesk.readers.price_file import read_price_file
from sellerdesk.ui.cashless.replies_dialog import RepliesDialog
from sellerdesk.ui.desk import edits
from sellerdesk.ui.desk.outcome_words import DONE
from sellerdesk.ui.points.eligibility_dialog import EligibilityDialog
from sellerdesk.ui.points.points_file_dialog import PointsFileDialog
from sellerdesk.ui.points.points_page import badge_words
from sellerdesk.ui.points.programme_card import note_of
from sellerdesk.ui.points.programme_dates_dialog import ProgrammeDatesDialog
from sellerdesk.ui.returns.assumptions_dialog import Assumed
from sellerdesk.ui.returns.what_if_dialog import WhatIf
from sellerdesk.ui.sfp.answer_many_dialog import AnswerManyDialog
from sellerdesk.ui.shell.main_window import MainWindow
from sellerdesk.ui.shop.backups_dialog import BackupsDialog
from sellerdesk.ui.shop.history_dialog import HistoryDialog
from sellerdesk.ui.shop.readings_dialog import ReadingsDialog
from sellerdesk.ui.shop.refused_rows_dialog import RefusedRowsDialog
from sellerdesk.ui.style.translate import speak
from sellerdesk.ui.widgets.text_table import text_of
from sellerdesk.workflows.points.enrolment import Step
from sellerdesk.workflows.returns import assumptions
from sellerdesk.writers.words import fact_name, say
from tests.conftest import Desk
from tests.interviews import NO, SHOPS, SMB, YES, answers
from tests.made_shop import DAY, make
from tests.ui import looked_through
from tests.ui.conftest import Opened

LONG = 30_000


def verdict(dialog: EligibilityDialog) -> str:
    """The outcome that the banner wears."""
    return str(dialog.mark.property("picture")[0])


def walk(dialog: EligibilityDialog, shop: dict[str, str]) -> list[str]:
    """Answer question after question until none is asked; gives those that were asked."""
    asked: list[str] = []
    while True:
        QTest.qWait(1)
        shown = [*dialog.choices, *dialog.fields]
        fresh = [name for name in shop if name in shown and name not in asked]
        if not fresh:
            return asked
        name = fresh[0]
        asked.append(name)
        if name in dialog.fields and shop[name] != "unknown":
            dialog.fields[name].setText(shop[name])
            QTest.keyClick(dialog.fields[name], Qt.Key.Key_Return)
        elif name in dialog.fields:
            dialog.answer(name, "unknown")
        else:
            next(button for button in dialog.choices[name].buttons() if button.property("answer") == shop[name]).click()
        QTest.qWait(1)


def forget(window: MainWindow) -> None:
    """Take every answer back."""
    assert edits.tell_account(window.desk, dict.fromkeys(SMB, ""))


def test_a_badge_that_is_late_says_so_before_its_day_so_that_a_narrow_step_keeps_its_sense(opened: Opened) -> None:
    window = opened("ja")
    note = note_of(Step("badge", "check", date(2020, 8, 17), ()), Account(), date(2026, 11, 30))
    assert note.startswith("予定日を過ぎました")
    assert note.endswith("2020-08-17")
    window.close()


@pytest.mark.parametrize(("day", "mark"), [("2020-08-01", "ok"), ("2026-11-30", "check")])
def test_after_its_end_nobody_is_told_that_the_programme_can_be_joined(opened: Opened, day: str, mark: str) -> None:
    window = opened()
    window.desk.set_day(date.fromisoformat(day))
    assert edits.tell_account(window.desk, {"participant": "yes"})
    dialog = EligibilityDialog(window.desk, window)
    dialog.show()
    lines = [dialog.verdict.text(), *dialog.because.text().splitlines()]
    assert verdict(dialog) == mark
    assert ("2020-12-31, has passed" in lines[1]) == (mark == "check")
    assert lines[0].startswith("The shop meets the conditions. It may join only") == (mark == "check"), "its question is answered first"
    assert sum("may join" in line for line in lines if not line.startswith("P2")) == 1
    assert len(lines) == len(set(lines))


def test_after_its_end_a_shop_that_applied_is_told_so_and_not_that_it_may_join(opened: Opened) -> None:
    window = opened()
    window.desk.set_day(date(2026, 11, 30))
    assert edits.tell_account(window.desk, {"participant": "yes", "applied_on": "2020-07-20"})
    dialog = EligibilityDialog(window.desk, window)
    dialog.show()
    assert verdict(dialog) == "check"
    assert dialog.verdict.text() == "The shop meets the conditions, and applied on 2020-07-20."
    assert "2020-12-31, has passed" in dialog.because.text()
    assert "may join" not in dialog.verdict.text()


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_interview_finds_the_right_verdict(opened: Opened, lang: str) -> None:
    window = opened(lang=lang)
    some = SHOPS[::6] if lang == "ja" else SHOPS[3::6]  # the way through it is the same for all; the whole table is tests/cli's
    for changes, expected in some:
        forget(window)
        dialog = EligibilityDialog(window.desk, window)
        dialog.show()
        asked = walk(dialog, answers(changes))
        assert verdict(dialog) == expected, changes
        assert (len(asked) == 1) == (changes == {"participant": "yes"})
        assert "P2-10" in dialog.because.text()
        dialog.close()


def test_an_answer_can_be_changed_without_losing_the_others(opened: Opened, qtbot: QtBot) -> None:
    window = opened()
    dialog = EligibilityDialog(window.desk, window)
    dialog.show()
    walk(dialog, SMB)
    assert verdict(dialog) == YES
    next(button for button in dialog.choices["owned"].buttons() if button.property("answer") == "yes").click()
    qtbot.waitUntil(lambda: verdict(dialog) == NO)
    assert "500 million" in dialog.verdict.text()
    assert dialog.fields["capital"].text() == "50,000,000"
    window.undo.click()
    qtbot.waitUntil(lambda: verdict(dialog) == YES)
    assert window.redo.isEnabled()


@pytest.fixture
def shop(opened: Opened, tmp_path: Path) -> MainWindow:
    """A window over a made shop, its listings opened."""
    made = make(tmp_path / "shop", times=2, seed=7)
    window = opened(reports=[made.folder / "listings.txt"])
    window.show_page("points")
    return window


def steps(window: MainWindow) -> dict[str, tuple[str, str]]:
    """The steps of the card, by title."""
    return {step.title: (step.state, step.note) for step in window.points.card.steps.items}


def test_dates_are_recorded_and_the_badge_has_its_day(shop: MainWindow, qtbot: QtBot) -> None:
    assert steps(shop)["Applied"] == ("todo", "not yet")
    dialog = ProgrammeDatesDialog(shop.desk, shop)
    dialog.days["applied_on"].tick.setChecked(True)
    dialog.days["applied_on"].day.setDate(QDate(2020, 7, 20))
    dialog.save_button.click()
    assert steps(shop)["Applied"] == ("done", "2020-07-20")
    assert shop.points.bar.done.words.text() == "The dates are kept.", "with undo beside it"
    assert steps(shop)["Badge"] == ("waiting", "due by 2020-08-17")
    again = ProgrammeDatesDialog(shop.desk, shop)
    again.closed.setText("2020-08-13, 2020-08-14")
    again.keep_and_go()
    assert steps(shop)["Badge"] == ("waiting", "due by 2020-08-19")
    wrong = ProgrammeDatesDialog(shop.desk, shop)
    wrong.show()
    wrong.closed.setText("Obon")
    wrong.keep_and_go()
    assert wrong.isVisible(), "what cannot be taken stays in the form"
    assert "a date such as 2020-08-03" in shop.notice.text.text()
    assert "a date such as 2020-08-03" in wrong.fault.text(), "in the dialog, too, for it stands before the notice"
    assert wrong.fault.isVisible()
    wrong.closed.setText("2020-08-13")
    wrong.keep_and_go()
    assert shop.notice.isHidden(), "what was put right takes the error away"
    shop.undo.click()
    qtbot.waitUntil(lambda: steps(shop)["Badge"][1] == "due by 2020-08-19", timeout=LONG)
    shop.undo.click()
    qtbot.waitUntil(lambda: steps(shop)["Badge"][1] == "due by 2020-08-17", timeout=LONG)


@pytest.mark.parametrize("way", ["close", "page"])
def test_an_answer_that_was_refused_is_no_more_spoken_of_once_its_place_is_left(shop: MainWindow, way: str) -> None:
    wrong = ProgrammeDatesDialog(shop.desk, shop)
    wrong.show()
    wrong.closed.setText("Obon")
    wrong.keep_and_go()
    assert "a date such as" in shop.notice.text.text()
    if way == "close":
        wrong.close()
        assert wrong.asked is not None
        wrong.asked.drop.click()
    else:
        shop.show_page("sfp")
    assert shop.notice.isHidden()
    shop.desk.said.emit("The disk is full.", "breach")
    shop.show_page("points")
    assert shop.notice.isVisible(), "what is no mistake of a field stays"


@pytest.mark.parametrize("way", ["keep", "drop", "stay"])
def test_closing_a_form_asks_about_what_is_typed_and_not_kept(shop: MainWindow, way: str) -> None:
    dates, figures = ProgrammeDatesDialog(shop.desk, shop), Assumed(shop.desk, shop)
    for form in (dates, figures):
        form.show()
    dates.source.setText("news of 1 December")
    figures.fields["handling_cost"].setText("250")
    figures.terms["yen"].setText("700")
    figures.terms["from"].setText("2020-01-01")
    QTest.keyClick(dates, Qt.Key.Key_Escape)
    figures.close()
    for form in (dates, figures):
        assert form.isVisible(), "nothing typed is thrown away without a word"
        assert form.asked is not None
        getattr(form.asked, way).click()
        assert form.isVisible() == (way == "stay")
    state = shop.desk.state
    assert state is not None
    assert (state.account.programme_note, state.account.handling_cost) == (("news of 1 December", 250) if way == "keep" else (None, None))
    assert len(assumptions.fares(shop.desk.store)) == (way == "keep")
    if way == "stay":
        shop.close()
        assert shop.isVisible(), "the window asks, too, before it goes with a form"
        for form in (dates, figures):
            form.throw_away()


def test_closing_a_form_in_which_nothing_is_open_asks_nothing(shop: MainWindow) -> None:
    figures = Assumed(shop.desk, shop)
    figures.show()
    figures.fields["handling_cost"].setText("250")
    figures.keep.click()
    figures.close()
    assert not figures.isVisible()


def test_what_cannot_be_taken_when_a_form_is_closed_stays_in_it(shop: MainWindow) -> None:
    figures = Assumed(shop.desk, shop)
    figures.show()
    figures.terms["yen"].setText("dear")
    figures.close()
    assert figures.asked is not None
    figures.asked.keep.click()
    assert figures.isVisible()
    assert figures.said.text()
    figures.throw_away()


def test_a_number_of_the_interview_is_kept_when_its_field_is_left_and_a_wrong_one_is_said_there(opened: Opened, qtbot: QtBot) -> None:
    window = opened()
    dialog = EligibilityDialog(window.desk, window)
    dialog.show()
    walk(dialog, {name: answer for name, answer in SMB.items() if name != "capital"})
    dialog.fields["capital"].setText("much")
    dialog.fields["capital"].editingFinished.emit()
    qtbot.waitUntil(dialog.fault.isVisible)
    dialog.fields["capital"].setText("5,000,000")
    dialog.close()
    assert dialog.asked is not None
    dialog.asked.keep.click()
    assert not dialog.isVisible()
    assert window.desk.state is not None
    assert window.desk.state.account.capital == 5_000_000


def test_digits_of_full_width_are_taken_and_a_refused_number_stays_in_sight_with_its_button(opened: Opened, qtbot: QtBot) -> None:
    window = opened("ja")
    dialog = EligibilityDialog(window.desk, window)
    dialog.show()
    walk(dialog, {name: answer for name, answer in SMB.items() if name != "capital"})
    field = dialog.fields["capital"]
    qtbot.waitUntil(field.hasFocus)
    field.insert("千万円")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.fault.isVisible)
    qtbot.wait(100)
    assert "10,000,000" in dialog.fault.text(), "its example is one of capital"
    row = [field, *(button for button in dialog.findChildren(QPushButton) if button.text() == "決定")]
    assert all(each.visibleRegion().boundingRect() == each.rect() for each in row), "neither is covered by what is said"
    field.clear()
    field.insert("５，０００，０００")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.desk.state is not None and window.desk.state.account.capital == 5_000_000)
    assert not dialog.fault.isVisible()


def test_a_reading_turns_verdicts_and_undo_turns_them_back(shop: MainWindow, qtbot: QtBot) -> None:
    before = shop.points.model.counts.copy()
    dialog = ReadingsDialog(shop.desk, shop, "AMB-13")
    setting = next(button for button in dialog.groups["AMB-13"].buttons() if button.property("reading") == "setting")
    with qtbot.waitSignal(shop.desk.rows_came, timeout=LONG):
        setting.click()
    assert shop.points.model.counts[3] > before[3], "what a setting of the rate explains is ok; no points at all become a check"
    with qtbot.waitSignal(shop.desk.rows_came, timeout=LONG):
        shop.undo.click()
    assert shop.points.model.counts == before


def test_the_sentence_of_the_shop_and_the_planned_end(shop: MainWindow, qtbot: QtBot) -> None:
    assert "Offers below the least rate" in shop.points.card.sentence.text()
    assert not shop.points.card.planned.isVisibleTo(shop)
    with qtbot.waitSignal(shop.desk.rows_came, timeout=LONG):
        shop.day.setDate(QDate(2021, 1, 1))
    assert "2020-12-31" in shop.points.card.period.text()
    assert shop.points.card.planned.isVisibleTo(shop)


@pytest.mark.parametrize("form", ["price-file", "points-central"])
def test_a_fix_file_is_previewed_and_saved(
    shop: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    dialog = previewed(shop, qtbot, form)
    counts = dialog.table.counts()
    assert counts == Counter({kind: count for kind, count in shop.points.to_mend.items() if kind != "over"})
    assert "can carry no points" in dialog.apart.text.text()
    out = saved(dialog, shop, qtbot, tmp_path, monkeypatch)
    text = out.read_bytes().decode("cp932")
    if form == "price-file":
        sheet = read_sheet(out.read_bytes())
        assert read_price_file(sheet, require(sheet, "price_file")).rows == counts.total()
    else:
        assert text.count("\r\n") == counts.total() + 1


def test_after_saving_the_preview_stays_with_the_next_step_and_opens_the_folder(
    shop: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog, folders = previewed(shop, qtbot, "points-central"), list[str]()
    every = len(dialog.table.rows) + len(dialog.answer["impossible"]) + len(dialog.answer["by_hand"])
    assert f": {len(dialog.table.chosen())} of {every} offers" in dialog.title.text()
    first = dialog.table.rows[0]
    told = [dialog.table.item(0, place) for place in range(dialog.table.columnCount())]
    assert next(row.title for row in shop.desk.rows if row.sku == first["sku"]) == (told[1].text() if told[1] else "")
    assert told[-1] is not None
    assert told[-1].text(), "why it is in the file stands beside it"
    assert [label.font().weight() == QFont.Weight.DemiBold for label in dialog.steps] == [True, False, False]
    out = saved(dialog, shop, qtbot, tmp_path, monkeypatch)
    assert dialog.isVisible()
    assert out.name in dialog.steps[0].text()
    assert "Points Central" in dialog.steps[1].text()
    assert [label.font().weight() == QFont.Weight.DemiBold for label in dialog.steps] == [False, True, False]
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: folders.append(url.toLocalFile()))
    assert dialog.save.text() == "Open the folder"
    dialog.save.click()
    assert folders == [str(tmp_path)]
    assert dialog.again.isVisible()


def previewed(shop: MainWindow, qtbot: QtBot, form: str) -> PointsFileDialog:
    """The preview of a fix file, its rows there."""
    dialog = PointsFileDialog(shop.desk, shop, form)
    dialog.show()
    qtbot.waitUntil(lambda: bool(dialog.answer), timeout=LONG)
    return dialog


def saved(dialog: PointsFileDialog, shop: MainWindow, qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file that the preview writes."""
    out, wide = folder / "fix.txt", dialog.save.minimumWidth()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(out), ""))
    dialog.save.click()
    qtbot.waitUntil(lambda: out.exists() and "is ready" in shop.notice.text.text(), timeout=LONG)
    assert dialog.save.text() == "Open the folder"
    assert dialog.save.minimumWidth() == wide, "what stands beside it keeps its place"
    return out


def test_a_percent_above_the_least_says_in_the_preview_that_rounding_asks_for_it(shop: MainWindow, qtbot: QtBot) -> None:
    dialog = previewed(shop, qtbot, "points-central")
    first = dialog.answer["rows"]
    higher = [row for row in dialog.table.rows if not row["over_cap"] and row["percent"] > 2]
    assert ("a higher percent is taken" in dialog.text.text()) is bool(higher)
    unset = {**first[0], "points": 0, "before": 0, "percent": 3, "over_cap": False}
    dialog.show_rows({**dialog.answer, "rows": [unset]})
    assert "2% makes too few points once rounded" in dialog.text.text(), "points of 0 are none that 2% makes"
    down = [row["price"] * row["percent"] // 100 * 100 >= row["price"] * 2 for row in first if not row["over_cap"]]
    assert [row["by_every_rounding"] for row in first if not row["over_cap"]] == down
    rows = [{**row, "percent": 2, "over_cap": False} for row in dialog.answer["rows"]]
    dialog.show_rows({**dialog.answer, "rows": [{**row, "by_every_rounding": True} for row in rows]})
    assert "round" not in dialog.text.text()
    half = {"price": 2_280, "after": 46, "by_every_rounding": False}  # 45.6 points
    dialog.show_rows({**dialog.answer, "rows": [{**rows[0], **half}]})
    assert "a point short if Amazon rounds down: 1." in dialog.text.text()
    assert "by every rounding" not in dialog.text.text()


def test_many_offers_that_no_file_can_hold_are_counted_in_one_line_and_named_below_it(shop: MainWindow, qtbot: QtBot) -> None:
    dialog = previewed(shop, qtbot, "points-central")
    yen = [{"sku": f"Y{number}", "price": 1, "points": 0} for number in range(200)]
    by_hand = [{"sku": f"H{number}", "after": 20 + number, "over_cap": False} for number in range(200)]
    dialog.show_rows({**dialog.answer, "impossible": yen, "by_hand": by_hand})
    shown = dialog.apart.text.text()
    assert "200 offers whose price can carry no points" in shown
    assert "(¥1)" in shown
    assert "Y7" not in shown
    assert shown.count("\n") < 4, "the rows of the file need the room"
    assert dialog.height() <= 768
    assert dialog.sizeHint().height() <= 768
    dialog.apart.fold.button.click()
    assert dialog.apart.list.isVisible()
    assert {"Y199: ¥1", "H3: 23 points"} <= set(dialog.apart.list.toPlainText().split("\n"))


def test_a_planned_change_fills_its_chip_and_the_file(
    shop: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop.show_page("points")
    short = [row for row in shop.desk.rows if row.points_why == "points.two-percent:short"]
    assert len(short) > 1
    edits.plan(shop.desk, Change(short[0].sku, "points", short[0].needed), kept=False)
    shop.points.replan()
    assert shop.points.chips.counts[-1] == 1
    shop.points.chips.buttons[-1].click()
    assert [shop.points.model.row(line).sku for line in range(len(shop.points.model.shown))] == [short[0].sku]
    dialog = previewed(shop, qtbot, "points-central")
    assert [row["sku"] for row in dialog.table.chosen()] == [short[0].sku]
    assert "1 of " in dialog.title.text(), "it says of how many"
    file = saved(dialog, shop, qtbot, tmp_path, monkeypatch)
    assert [line.split("\t")[0] for line in file.read_text(encoding="utf-8").splitlines()[1:]] == [short[0].sku]
    dialog.choice.planned.click()
    assert len(dialog.table.chosen()) > 1, "all are one press away"
    with qtbot.waitSignal(shop.desk.rows_came, timeout=LONG):
        edits.undo(shop.desk)
    assert shop.points.chips.counts[-1] == 0


def test_the_menu_offers_the_price_file_on_the_days_alone_on_which_it_sets_points(shop: MainWindow, qtbot: QtBot) -> None:
    assert shop.menus.actions["fix_price"].isEnabled()
    with qtbot.waitSignal(shop.desk.rows_came, timeout=LONG):
        shop.desk.set_day(date(2026, 9, 24))
    assert not shop.menus.actions["fix_price"].isEnabled()
    assert shop.menus.actions["fix_central"].isEnabled()


def test_each_form_of_the_file_is_explained_and_the_days_form_is_recommended(shop: MainWindow) -> None:
    page = shop.points
    shop.desk.as_of = date(2026, 9, 24)
    page.restyle_mend()
    assert "recommended" in page.central.text()
    assert not page.price_file.isEnabled()
    assert "no points on this day" in page.price_note.text()
    shop.desk.as_of = date(2020, 8, 3)
    page.restyle_mend()
    assert page.price_file.isEnabled()
    assert not page.price_note.isEnabled(), "a line of grey words, not to be pressed"


@pytest.mark.parametrize("form", ["price-file", "points-central"])
def test_points_above_the_cap_are_left_out_unless_they_are_ticked(
    shop: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    dialog = previewed(shop, qtbot, form)
    table, short = dialog.table, dialog.table.counts()["short"]
    over = [row["sku"] for row in table.rows if row["over_cap"]]
    assert over
    heading = table.item(table.heading, 0)
    assert heading is not None
    assert heading.text().startswith("Perhaps mistyped")
    assert not heading.flags() & Qt.ItemFlag.ItemIsUserCheckable
    assert all(table.lines[sku] > table.heading for sku in over)
    table.horizontalHeader().setSortIndicator(2, Qt.SortOrder.DescendingOrder)
    prices = [int(text_of(table.item(line, 2)).replace(",", "")) for line in range(table.heading)]
    assert prices == sorted(prices, reverse=True)
    assert all(text_of(table.item(table.lines[row["sku"]], 0)) == row["sku"] for row in table.rows)
    assert all(table.lines[sku] > table.heading for sku in over), "what is perhaps mistyped stays below its heading"
    before = dialog.title.text()
    assert f"({short} short" in before
    assert "above the cap" not in before
    count = len(table.chosen())
    assert dialog.save.text() == f"Save file ({count})…"
    for sku, tick in ((over[0], True), (table.rows[0]["sku"], False)):
        item = table.item(table.lines[sku], 0)
        assert item is not None
        item.setCheckState(Qt.CheckState.Checked if tick else Qt.CheckState.Unchecked)
    assert f"({short - 1} short" in dialog.title.text()
    assert dialog.title.text().endswith("1 above the cap)")
    assert dialog.save.text() == f"Save file ({count})…"
    after = next(row["after"] for row in table.rows if row["sku"] == over[0])
    dialog.copy_rows()
    assert f"{over[0]}\t" in QApplication.clipboard().text()
    text = saved(dialog, shop, qtbot, tmp_path, monkeypatch).read_bytes().decode("cp932")
    assert over[0] in text
    assert not any(sku in text for sku in over[1:])
    assert table.rows[0]["sku"] not in text
    if form == "price-file":
        assert any(line.startswith(over[0]) and str(after) in line.split("\t") for line in text.splitlines())


def test_both_forms_propose_the_most_that_is_allowed_above_the_cap(shop: MainWindow, qtbot: QtBot) -> None:
    for form in ("price-file", "points-central"):
        over = [row for row in previewed(shop, qtbot, form).table.rows if row["over_cap"]]
        assert over
        for row in over:
            more = row["price"] // 100 + 1 if form == "points-central" else 1  # Points Central takes whole percents
            assert row["after"] <= row["price"] // 2 < row["after"] + more
            assert row["percent"] * row["price"] <= 50 * row["price"]


def labels(panel: QWidget) -> list[str]:
    """The texts in sight on a panel."""
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisibleTo(panel)]


def says(panel: QWidget, name: str) -> bool:
    """Whether a panel shows a text."""
    return name in labels(panel)


def test_the_limit_of_the_cap_is_a_limit_of_points(shop: MainWindow, qtbot: QtBot) -> None:
    shop.show_page("points")
    panel, over = shop.points.panel, next(row for row in shop.desk.rows if row.points_why == "points.cap:over")
    for lang, name in (("en", "most points"), ("ja", "ポイントの上限")):
        with qtbot.waitSignal(shop.desk.restyled, timeout=LONG):
            shop.desk.restyle(lang=lang)
        panel.show_skus([over.sku])
        panel.retell()
        qtbot.waitUntil(partial(says, panel, name), timeout=LONG)  # what was laid out is shown a turn later
        told = labels(panel)
        assert told[told.index(name) + 1] == f"{over.price // 2:,}"  # type: ignore[operator]  # it has a price
        assert not any("日数" in words or "days" in words for words in told)


@pytest.mark.parametrize(
    ("rule", "fact", "name"),
    [
        ("points.sale-price", "most", "セール時ポイントの上限"),
        ("sfp.region-speed", "most", "お届け日数の上限"),
        ("returns.window", "days", "返品を受け付ける日数"),
        ("sfp.region-speed", "days", "お届け日数"),
    ],
)
def test_a_figure_is_called_what_its_rule_means_by_it(rule: str, fact: str, name: str) -> None:
    assert fact_name(fact, "ja", rule) == name


def test_one_shortage_has_one_count_everywhere(shop: MainWindow, qtbot: QtBot) -> None:
    assert shop.desk.state is not None
    assert shop.desk.state.account.offers is not None
    short = shop.desk.state.account.offers.short
    bare = [row for row in shop.desk.rows if row.price == 1 and row.points == 0]
    assert len(bare) == 2, "they are short, too, but no file mends them: their price has to change"
    assert steps(shop)["All offers at the least rate"] == ("trouble", f"{short} short")
    shop.tabs.setCurrentIndex(0)
    qtbot.waitUntil(lambda: any(one.name == "points_short" for one in shop.today.found), timeout=LONG)
    assert next(one.count for one in shop.today.found if one.name == "points_short") == short
    in_file = f"{short - len(bare)} short, 2 by rounding"
    assert shop.points.mend.text() == f"Fix file: {in_file} ▾"
    for form in ("price-file", "points-central"):
        assert previewed(shop, qtbot, form).title.text().endswith(f"({in_file})")


def test_the_slider_answers_with_what_the_command_line_says(shop: MainWindow, desk: Desk) -> None:
    strip = shop.points.cost
    strip.units.setValue(100)
    strip.slider.setValue(5)
    mean = shop.desk.state.judged["costs"]["mean_price"] if shop.desk.state else 0
    assert strip.cost.text() == f"¥{(mean * 5 + 50) // 100 * 100:,} / month"
    strip.margin.setValue(4)
    assert strip.lift.text() == "never"
    told = desk("cost", "--units", "100", "--percent", "5", "--margin", "4", "--as-of", DAY, "--json").json
    assert told["break_even_units"] is None


def test_the_strip_counts_each_offer_with_the_fee_of_its_category(shop: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    strip = shop.points.cost
    strip.units.setValue(100)
    strip.slider.setValue(5)
    strip.margin.setValue(30)
    before = strip.lift.text()
    assert "is assumed there" in strip.lift.toolTip()
    assert desk("facts", "set", *(row.sku for row in shop.desk.rows), "category=シューズ").status == 0
    shop.desk.set_day(date(2026, 11, 1))
    qtbot.waitUntil(lambda: "is assumed there" not in strip.lift.toolTip(), timeout=LONG)
    assert strip.lift.text() != before, "the saved fee is that of the shoes' table, not the assumed one"


ORDERS = (
    "amazon-order-id\tpurchase-date\torder-status\tsku\titem-price\tpayment-method\tchanged-payment-method\tship-date\tship-confirmed-date\tbuyer-name\n"
    "250-1\t2020-06-30\tShipped\tA\t2345\tVisa\t\t2020-07-01\t2020-07-01\t山田花子\n"
    "250-2\t2020-06-30\tShipped\tA\t1000\t\t\t2020-07-01\t2020-07-01\t山田花子\n"
    "250-3\t2020-06-20\tUnshipped\tA\t1000\tVisa\t\t2020-07-08\t\t山田花子\n"
    "250-4\t2020-07-01\tShipped\tA\t1000\tVisa\t\t2020-07-02\t2020-07-02\t山田花子\n"
)


def states(window: MainWindow) -> dict[str, str]:
    """The state of every order."""
    return {row.order_id: row.state for row in window.desk.orders}


def test_orders_are_judged_answered_and_undone(shop: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "orders.txt"
    file.write_text(ORDERS, encoding="utf-8")
    with qtbot.waitSignal(shop.desk.rows_came, timeout=LONG):
        shop.desk.open(file)
    assert shop.stack.currentWidget() is shop.orders
    assert states(shop) == {"250-1": "check", "250-2": "check", "250-3": "not-eligible", "250-4": "not-eligible"}
    assert shop.orders.question_text.text().startswith("2 orders wait for: did your shop take part")
    with qtbot.waitSignal(shop.desk.rows_came, timeout=LONG):
        shop.orders.no.click()
    assert set(states(shop).values()) == {"not-eligible"}, "a shop that took no part has no eligible order"
    with qtbot.waitSignal(shop.desk.rows_came, timeout=LONG):
        shop.undo.click()
    with qtbot.waitSignal(shop.desk.rows_came, timeout=LONG):
        shop.orders.yes.click()
    assert states(shop) == {"250-1": "eligible", "250-2": "check", "250-3": "not-eligible", "250-4": "not-eligible"}
    assert "117" in shop.orders.rebate.text()
    assert shop.orders.question.isVisibleTo(shop)
    with qtbot.waitSignal(shop.desk.rows_came, timeout=LONG):
        shop.orders.yes.click()
    assert states(shop)["250-2"] == "eligible"
    assert not shop.orders.question.isVisibleTo(shop)
    with qtbot.waitSignal(shop.desk.rows_came, timeout=LONG):
        shop.day.setDate(QDate(2020, 7, 10))
    assert states(shop)["250-3"] == "open"
    assert shop.orders.banner.isVisibleTo(shop)
    line = next(line for line in range(4) if shop.orders.model.row(line).order_id == "250-3")
    shop.orders.table.selectRow(line)
    words = "\n".join(label.text() for label in shop.orders.panel.findChildren(QLabel))
    assert "not confirmed" in words
    assert "CL-04" in words
    with qtbot.waitSignal(shop.desk.rows_came, timeout=LONG):
        shop.undo.click()
    assert states(shop)["250-2"] == "check"
    assert "山田花子".encode() not in b"".join(one.read_bytes() for one in shop.desk.folder.rglob("*") if one.is_file())


def test_a_payment_that_nobody_knows_is_quoted_beside_its_order(shop: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "orders.txt"
    file.write_text(ORDERS.replace("Visa\t\t2020-07-01", "PayPayPoint\t\t2020-07-01"), encoding="utf-8")
    assert edits.tell_account(shop.desk, {"participant": "yes"})
    with qtbot.waitSignal(shop.desk.rows_came, timeout=LONG):
        shop.desk.open(file)
    page = shop.orders
    page.table.selectRow(next(line for line in range(4) if page.model.row(line).order_id == "250-1"))
    assert states(shop)["250-1"] == "check"
    assert "“PayPayPoint”" in "\n".join(label.text() for label in page.panel.findChildren(QLabel))


def test_the_reply_is_copied_in_both_languages(opened: Opened) -> None:
    window = opened()
    dialog = RepliesDialog(window.desk, window)
    for name, start in (("日本語", "お問い合わせありがとうございます"), ("English", "Thank you for your message")):
        next(button for button in dialog.findChildren(QPushButton) if button.text() == f"Copy ({name})").click()
        assert QApplication.clipboard().text().startswith(start)
        assert "https://amazon.co.jp/contact-us" in QApplication.clipboard().text()


def test_every_question_has_its_words() -> None:
    told: Any = {name: (say("ja", f"question.{name}"), say("en", f"question.{name}")) for name in SMB}
    assert all(ja and en for ja, en in told.values())


ABOUT_NO_SHOP = {"AboutDialog", "HelpDialog", "RepliesDialog", "WatchedFolderDialog"}
"""Dialogs that say the same of every shop."""


def test_every_dialog_that_is_about_a_shop_is_made_as_one() -> None:
    every = looked_through.every_dialog()
    assert {kind.__name__ for kind in every if not kind.of_shop} == ABOUT_NO_SHOP
    assert {"AnswerManyDialog", "HistoryDialog", "RefusedRowsDialog", "BackupsDialog"} <= {kind.__name__ for kind in every}


@pytest.mark.parametrize("turn", ["demo", "day"])
def test_a_dialog_about_one_shop_and_day_is_gone_when_another_is_at_hand(shop: MainWindow, qtbot: QtBot, turn: str) -> None:
    kinds = (
        ProgrammeDatesDialog,
        EligibilityDialog,
        ReadingsDialog,
        AnswerManyDialog,
        Assumed,
        BackupsDialog,
        HistoryDialog,
        RefusedRowsDialog,
        WhatIf,
    )
    dialogs: list[QDialog] = [PointsFileDialog(shop.desk, shop, "price-file"), *(kind(shop.desk, shop) for kind in kinds)]
    for dialog in dialogs:
        dialog.show()
    gone: list[str] = []
    for dialog in dialogs:
        dialog.destroyed.connect(lambda: gone.append(""))
    if turn == "demo":
        shop.desk.try_demo()
    else:
        shop.desk.set_day(date(2026, 8, 1))
    qtbot.waitUntil(lambda: len(gone) == len(dialogs), timeout=LONG)


@pytest.mark.parametrize(("as_of", "shown"), [(date(2020, 8, 3), ("done", "may join")), (date(2026, 9, 24), ("check", "if it still runs"))])
def test_past_the_planned_end_nobody_is_told_without_more_that_they_may_join(
    opened: Opened, tmp_path: Path, as_of: date, shown: tuple[str, str]
) -> None:
    made = make(tmp_path / "shop", times=2, seed=7)
    window = opened(as_of=as_of, reports=[made.folder / "listings.txt"])
    window.show_page("points")
    assert edits.tell_account(window.desk, SMB)
    assert steps(window)["Eligible"] == shown
    assert edits.tell_account(window.desk, {"applied_on": "2020-07-20"})
    assert steps(window)["Eligible"] == ("done", "conditions met")
    assert steps(window)["Badge"][1] == ("due by 2020-08-17" if as_of.year == 2020 else "was due by 2020-08-17")


def test_a_shop_that_did_not_apply_has_no_badge_to_lose(qapp: QApplication) -> None:
    speak(qapp, "en")
    short = OfferCounts(3, 1, 0)
    assert badge_words("ok", Account(offers=short)) == "not yet"
    assert badge_words("ok", Account(offers=short, applied_on=date(2020, 7, 20))) == "at risk"
    assert badge_words("ok", Account(offers=short, badge="seen")) == "at risk", "it was seen, whoever applied"
    assert badge_words("never", Account(offers=short)) == "none"


def test_a_way_back_goes_when_something_else_is_done(shop: MainWindow, qtbot: QtBot) -> None:
    shop.show_page("points")
    done = shop.points.bar.done
    edits.tell_account(shop.desk, {"participant": "yes"})
    shop.desk.said.emit("What was done", DONE)
    qtbot.waitUntil(done.isVisible)
    edits.tell_account(shop.desk, {"new_seller": "no"})
    assert not done.isVisible(), "its button would take back the answer"
