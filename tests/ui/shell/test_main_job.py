"""The main job through the real window: open, filter, read why, answer, switch language, reopen; counts as the command line's."""

import re
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QDate, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from sellerdesk.ui.desk import edits
from sellerdesk.ui.offers.fact_answers import ANSWERS
from sellerdesk.ui.shell.main_window import MainWindow
from tests.conftest import Desk
from tests.made_shop import DAY, PRIME, Made, make
from tests.ui.conftest import Opened

LONG = 30_000


@pytest.fixture
def shop(tmp_path: Path) -> Made:
    """A made shop's files."""
    return make(tmp_path / "shop", times=4, seed=5)


def open_report(window: MainWindow, file: Path, qtbot: QtBot) -> None:
    """Open a report and wait for its offers."""
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        window.desk.open(file)


def words(window: MainWindow) -> str:
    """All that the why panel in sight says."""
    panel = window.points.panel if window.tabs.currentIndex() == 1 else window.sfp.panel
    return "\n".join(label.text() for label in panel.findChildren(QLabel))


def words_in(widget: QWidget) -> str:
    """All that is said in a part of the window."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def press(widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key on a widget."""
    QTest.keyClick(widget, key, modifier)


def answered(window: MainWindow, fact: str) -> bool:
    """Whether no offer waits for a fact any more."""
    return fact not in window.sfp.strip.counts()


def per_offer(findings: list[dict[str, Any]], group: str) -> dict[str, str]:
    """The worst outcome of every offer with a finding of a group."""
    worst: dict[str, str] = {}
    for outcome in ("advice", "check", "breach"):
        worst |= {one["subject"]: outcome for one in findings if one["rule"].startswith(group) and one["outcome"] == outcome}
    return worst


def test_the_main_job(  # noqa: PLR0915 (one job, in the order in which it is done)
    opened: Opened, shop: Made, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = opened(ahead=True)
    assert window.content.currentWidget() is window.choices
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args: ([str(shop.folder / "listings.txt")], ""))
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        window.choices.open.click()
    assert window.content.currentWidget() is window.work

    # points: chips count offers as the command line finds them
    command = desk("audit", shop.folder / "listings.txt", "--as-of", DAY, "--json").json
    worst = list(per_offer(command["findings"], "points.").values())
    assert window.points.model.counts[:3] == [worst.count("breach"), worst.count("check"), worst.count("advice")]
    window.points.chips.buttons[0].click()
    assert len(window.points.model.shown) == worst.count("breach")
    window.points.table.sortByColumn(3, Qt.SortOrder.AscendingOrder)
    prices = [window.points.model.row(line).price for line in range(len(window.points.model.shown))]
    assert prices == sorted(price for price in prices if price is not None)

    # search, select, read why
    window.points.chips.buttons[0].click()
    sku = next(row.sku for row in window.desk.rows if (row.price, row.points) == (1980, 39))
    window.search.setText(sku)
    qtbot.waitUntil(lambda: [window.points.model.row(0).sku] == [sku] and len(window.points.model.shown) == 1)
    qtbot.waitUntil(lambda: "39 × 100 < 1,980 × 2" in words(window))
    assert "Set the points to 40 or more" in words(window)
    assert "P2-02" in words(window)
    window.search.clear()

    # SFP: the question comes first, then causes as the command line counts them
    window.tabs.setCurrentIndex(2)
    assert window.sfp.pages.currentWidget() is window.sfp.question
    ticked = {box.property("template"): box.isChecked() for box in window.sfp.question.boxes}
    assert ticked[PRIME]
    assert not all(ticked.values())
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        window.sfp.question.take.click()
    assert window.sfp.pages.currentIndex() == 0
    command = desk("audit", shop.folder / "listings.txt", "--prime-template", PRIME, "--as-of", DAY, "--json").json
    counted: dict[str, int] = {}
    for one in command["findings"]:
        if one["rule"].startswith("sfp."):
            counted[one["rule"]] = counted.get(one["rule"], 0) + 1
    shown: dict[str, int] = {}
    for cause in window.sfp.causes.causes.items:
        if ":" in cause.code:
            rule = cause.code.partition(":")[0]
            shown[rule] = shown.get(rule, 0) + cause.offers
    assert shown == counted
    missing = {one["fact"]: one["records"] for one in command["missing"]}
    assert window.sfp.strip.counts() == {fact: count for fact, count in missing.items() if fact in ANSWERS}

    waiting = [row for row in window.desk.rows if row.missing]
    told = re.search(rf"{len(window.sfp.strip.buttons)} questions settle ([\d,]+) offers", words_in(window.sfp.strip))
    assert told, "offers are counted, not their verdicts"

    # one answer for many: verdicts turn, as they do on the command line for the same shop
    for fact, answer in {**{fact: answers[-1] for fact, answers in ANSWERS.items()}, "hazmat": "yes"}.items():
        assert window.sfp.strip.counts()[fact] > 20
        edits.answer_missing(window.desk, fact, answer)
        qtbot.waitUntil(partial(answered, window, fact))
    assert window.sfp.tally["sfp.hazmat:hazmat"] == missing["hazmat"]
    assert len(waiting) - sum(bool(row.missing) for row in window.desk.rows) == int(told[1].replace(",", "")) < len(window.desk.rows)
    assert not window.sfp.strip.isVisibleTo(window.sfp)
    saved = desk("audit", "--as-of", DAY, "--json").json
    worst = list(per_offer(saved["findings"], "sfp.").values())
    assert window.sfp.model.counts[:3] == [worst.count("breach"), worst.count("check"), worst.count("advice")]

    # the other language, at once
    with qtbot.waitSignal(window.desk.restyled):
        window.menus.actions["language_ja"].trigger()
    assert window.open_button.text() == "レポートを開く…"
    assert window.points.chips.buttons[0].text().startswith("要修正")
    assert window.sfp.model.headerData(0, Qt.Orientation.Horizontal) == "判定"

    # reopened: the last report is there, with the answers
    counts, tally = window.points.model.counts, window.sfp.tally
    window.close()
    again = opened(lang="ja")
    assert again.content.currentWidget() is again.work
    assert (again.points.model.counts, +again.sfp.tally) == (counts, +tally)


def test_the_verdicts_equal_the_key_when_all_facts_are_told(opened: Opened, shop: Made, qtbot: QtBot) -> None:
    window = opened()
    open_report(window, shop.folder / "facts.csv", qtbot)
    assert "was taken" in window.notice.text.text()
    open_report(window, shop.folder / "price_file.txt", qtbot)
    open_report(window, shop.folder / "listings.txt", qtbot)
    window.tabs.setCurrentIndex(2)
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        window.sfp.question.take.click()
    expected: dict[str, int] = {}
    for rule, outcomes in shop.expected.items():
        if rule.startswith("sfp."):
            expected[rule] = sum(len(skus) for skus in outcomes.values())
    shown: dict[str, int] = {}
    for code, count in (+window.sfp.tally).items():
        rule = code.partition(":")[0]
        shown[rule] = shown.get(rule, 0) + count
    assert shown == expected
    assert not window.sfp.strip.isVisibleTo(window.sfp)
    assert window.sfp.banner.isVisibleTo(window.sfp)


def test_a_fact_is_answered_in_place_for_one_and_for_several(opened: Opened, shop: Made, qtbot: QtBot) -> None:
    window = opened(reports=[shop.folder / "listings.txt"])
    window.show_page("points")
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        window.tabs.setCurrentIndex(2)
        window.sfp.question.take.click()
    table, panel = window.sfp.table, window.sfp.panel
    table.setFocus()
    table.selectRow(0)
    press(table, Qt.Key.Key_F2)
    field = panel.fields["preorder"]
    field.setCurrentIndex(field.findData("yes"))
    field.activated.emit(field.currentIndex())
    qtbot.waitUntil(lambda: window.sfp.tally["sfp.pre-order:preorder"] == 1)
    assert window.sfp.banner.isVisibleTo(window.sfp)
    table.clearSelection()
    prime = [line for line in range(1, len(window.sfp.model.shown)) if window.sfp.model.row(line).shipping_template == PRIME]
    for line in prime[:3]:
        table.selectionModel().select(
            window.sfp.model.index(line, 0), table.selectionModel().SelectionFlag.Select | table.selectionModel().SelectionFlag.Rows
        )
    qtbot.waitUntil(lambda: "3 offers are selected" in words(window))
    several: QComboBox = panel.fields["medical"]
    several.setCurrentIndex(several.findData("yes"))
    several.activated.emit(several.currentIndex())
    qtbot.waitUntil(lambda: window.sfp.tally["sfp.medical:medical"] == 3)


def test_a_change_is_kept_as_an_intention_and_taken_back(opened: Opened, shop: Made, qtbot: QtBot) -> None:
    window = opened(reports=[shop.folder / "listings.txt"])
    window.show_page("points")
    window.points.chips.buttons[0].click()
    qtbot.waitUntil(lambda: not window.points.panel.stale)
    for text in ("Put this change on my list", "Take it off my list", "Put this change on my list"):
        button = next(one for one in window.points.panel.findChildren(QPushButton) if one.text() == text)
        button.click()
        QApplication.processEvents()
    assert any(one.text() == "Take it off my list" for one in window.points.panel.findChildren(QPushButton))


def test_a_report_may_be_dropped_anywhere(opened: Opened, shop: Made, qtbot: QtBot) -> None:
    window = opened()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(shop.folder / "listings.txt"))])
    where, action = QPointF(10, 10), Qt.DropAction.CopyAction
    event = QDropEvent(where, action, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        window.dropEvent(event)
    assert len(window.desk.rows) > 100


def test_the_demo_shop_is_one_click_away_and_one_click_left(opened: Opened, qtbot: QtBot) -> None:
    window = opened()
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        window.choices.demo.click()
    assert len(window.desk.rows) == 36
    assert "Demo shop" in window.windowTitle()
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        window.shop_button.click()
    assert window.content.currentWidget() is window.choices
    assert "My shop" in window.windowTitle()


def test_copied_rows_are_a_table_of_text(opened: Opened, shop: Made) -> None:
    window = opened(reports=[shop.folder / "listings.txt"])
    window.show_page("points")
    window.points.table.selectRow(0)
    press(window.points.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QApplication.clipboard().text().split("\n")
    assert len(lines) == 2
    assert lines[0].startswith("Verdict\tSeller SKU")
    assert window.points.model.row(0).sku in lines[1]


def test_nothing_found_says_so_and_helps(opened: Opened, shop: Made, qtbot: QtBot) -> None:
    window = opened(reports=[shop.folder / "listings.txt"])
    window.show_page("points")
    window.search.setText("ブーツ")
    qtbot.waitUntil(lambda: window.points.stack.currentWidget() is window.points.empty)
    assert "ブーツ" in window.points.empty.title.text() or "ブーツ" in window.search.text()
    window.points.empty.button.click()
    qtbot.waitUntil(lambda: window.points.stack.currentWidget() is window.points.table)


@pytest.mark.parametrize("typed", ["ﾀｵﾙ", "たおる", "タオル"])
def test_search_folds_width_and_kana(opened: Opened, shop: Made, qtbot: QtBot, typed: str) -> None:
    window = opened(reports=[shop.folder / "listings.txt"])
    window.show_page("points")
    window.search.setText(typed)
    qtbot.wait(200)
    assert len(window.points.model.shown) == len(window.desk.rows)


def test_who_pays_is_answered_as_one_types(opened: Opened, shop: Made) -> None:
    window = opened(reports=[shop.folder / "listings.txt"])
    window.show_page("points")
    window.tabs.setCurrentIndex(3)
    tab = window.returns
    before = tab.answer.payer.text()
    reason, category = tab.reason.lineEdit(), tab.category.lineEdit()
    assert reason is not None
    assert category is not None
    reason.setFocus()
    QTest.keyClicks(reason, "15")
    QTest.keyClick(reason, Qt.Key.Key_Return)
    category.setFocus()
    QTest.keyClicks(category, "Toy")
    assert "is not certain" in tab.answer.payer.text() != before, "nothing is judged by half a word"
    QTest.keyClicks(category, "s")
    QTest.keyClick(category, Qt.Key.Key_Return)
    assert tab.answer.payer.text() == "The customer pays the return shipping."
    assert tab.answer.twin.isVisibleTo(tab)
    tab.form.set_text("category", "Shoes")
    assert tab.answer.payer.text() == "Your shop pays the return shipping."
    assert not tab.answer.twin.isVisibleTo(tab)
    tab.reason.setCurrentIndex(11)
    tab.form.set_text("category", "")
    assert tab.answer.payer.text() == "Who pays is not certain yet."
    assert tab.reason.count() == 22


def test_another_day_is_judged_by_its_terms(opened: Opened, shop: Made, qtbot: QtBot) -> None:
    window = opened(reports=[shop.folder / "listings.txt"])
    window.show_page("points")
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        window.day.setDate(QDate(2018, 2, 1))
    assert window.points.model.counts[:3] == [0, 0, 0], "before March 2018 no points rule holds"
