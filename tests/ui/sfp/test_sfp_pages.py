"""The SFP pages beside the offers: shipments, spellings asked once, what moved since the last report, the pair of a duplicate."""

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from sellerdesk.domain.finding import Change
from sellerdesk.readers import prefectures
from sellerdesk.ui.desk import edits
from sellerdesk.ui.sfp.answer_many_dialog import AnswerManyDialog
from sellerdesk.ui.sfp.sfp_file_dialog import SfpFileDialog
from sellerdesk.ui.shell.main_window import MainWindow
from tests.made_shop import PRIME, make
from tests.ui.conftest import Opened

LONG = 30_000
HEAD = "order-id,sku,carrier-name,ship-method,tracking-number,tracking-given-at,shipped-at,confirmed-at,ship-from-country,promised-by,delivered-at"
LISTING = "seller-sku\titem-name\tprice\tPoints\titem-condition\tfulfillment-channel\tmerchant-shipping-group\tquantity\tasin1\titem-note\n"


def take(window: MainWindow, file: Path, qtbot: QtBot) -> None:
    """Open a file and wait for it."""
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        window.desk.open(file)


def words(widget: object) -> str:
    """All words of a panel."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel))  # type: ignore[attr-defined]  # a widget


@pytest.fixture
def window(opened: Opened, tmp_path: Path) -> MainWindow:
    """A window with two offers, P on the Prime template and N on none, and shipments of both."""
    listings, shipments = tmp_path / "listings.txt", tmp_path / "shipments.csv"
    listings.write_text(
        LISTING + f"P\tt\t1000\t20\t11\tDEFAULT\t{PRIME}\t3\tB1\t\nN\tt\t1000\t20\t11\tDEFAULT\tplain\t3\tB2\t\n", encoding="utf-8"
    )
    rows = (
        "1,P,ヤマト運輸,宅急便,123456789013,2020-07-30 10:00,2020-07-30 11:00,2020-07-30 12:00,JP,2020-08-02,2020-08-01 10:00",
        "2,P,佐川急便,飛脚宅配便,1,2020-07-30 10:00,2020-07-30 11:00,2020-07-30 12:00,JP,2020-08-02,2020-08-01 10:00",
        "3,N,佐川急便,飛脚宅配便,1,2020-07-30 10:00,2020-07-30 11:00,2020-07-30 12:00,JP,2020-08-02,2020-08-01 10:00",
        "4,P,Shiawase Express,Happy Box,123,2020-07-30 10:00,2020-07-30 11:00,2020-07-30 12:00,JP,2020-08-02,2020-08-01 10:00",
    )
    shipments.write_text("\n".join([HEAD, *rows]), encoding="utf-8")
    window = opened(reports=[listings, shipments])
    window.show_page("shipments")
    return window


def verdicts(window: MainWindow) -> dict[str, int]:
    """The rank of every order's verdict."""
    return {row.order_id: row.verdict for row in window.desk.shipments}


def test_shipments_wait_for_the_prime_templates_and_then_are_judged(window: MainWindow, qtbot: QtBot) -> None:
    assert window.stack.currentWidget() is window.shipments
    assert verdicts(window) == {}
    page = window.shipments
    assert page.question.isVisibleTo(window)
    assert page.question.asks.text().endswith("."), "a whole sentence"
    assert "report" not in page.question.asks.text(), "the listings report is open already"
    assert page.empty.title.text() == "Which shipments are Prime ones is not known yet"
    assert "known to have Prime" in page.bar.note.text()
    assert page.question.all_prime.x() < page.width() // 2, "the tick stands below its sentence"
    page.question.choose.click()
    assert window.stack.currentWidget() is window.sfp
    assert window.sfp.pages.currentWidget() is window.sfp.question
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        window.sfp.question.take.click()
    assert verdicts(window) == {"1": 3, "2": 0, "4": 1}, "a Sagawa parcel of a plain offer is lawful"
    window.show_page("shipments")
    told = window.shipments.rates.text()
    assert "missed" in told
    assert "Nothing to count yet" in told
    assert "at least 96%" in told


def test_shipments_without_a_listings_report_ask_for_one(opened: Opened, tmp_path: Path) -> None:
    shipments = tmp_path / "shipments.csv"
    shipments.write_text(HEAD + "\n1,P,ヤマト運輸,宅急便,123456789013,,,,JP,,\n", encoding="utf-8")
    window = opened(reports=[shipments])
    window.show_page("shipments")
    question = window.shipments.question
    assert "Your listings report" in question.asks.text()
    assert question.open.isVisibleTo(window)
    assert not question.choose.isVisibleTo(window)


def test_all_shipments_may_be_called_prime_and_undone(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        window.shipments.question.all_prime.click()
    assert set(verdicts(window)) == {"1", "2", "3", "4"}
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        window.undo.click()
    assert verdicts(window) == {}


def test_a_spelling_is_asked_for_once_and_remembered(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        window.shipments.question.all_prime.click()
    line = next(line for line in range(4) if window.shipments.model.row(line).order_id == "4")
    window.shipments.table.selectRow(line)
    assert "Happy Box" in words(window.shipments.panel)
    button = next(one for one in window.shipments.panel.findChildren(QPushButton) if one.text() == "a method that is not allowed")
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        button.click()
    assert verdicts(window)["4"] == 0
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        window.undo.click()
    assert verdicts(window)["4"] == 1


def test_what_moved_since_the_report_before_is_a_cause(opened: Opened, tmp_path: Path, qtbot: QtBot) -> None:
    made = make(tmp_path / "shop", times=2, seed=3)
    window = opened(reports=[made.folder / "listings.txt"])
    window.show_page("sfp")
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        window.sfp.question.take.click()
    assert "worse" not in [cause.code for cause in window.sfp.causes.causes.items]
    report = (made.folder / "listings.txt").read_bytes().decode("cp932").split("\r\n")
    sku = next(row.sku for row in window.desk.rows if row.sfp_verdict == 1 and not row.causes)
    line = next(number for number, text in enumerate(report) if f"\t{sku}\t" in text)
    cells = report[line].split("\t")
    cells[4] = "0"
    report[line] = "\t".join(cells)
    (tmp_path / "next.txt").write_bytes("\r\n".join(report).encode("cp932"))
    take(window, tmp_path / "next.txt", qtbot)
    window.sfp.show_cause("worse")
    assert [window.sfp.model.row(number).sku for number in range(len(window.sfp.model.shown))] == [sku]


def test_a_duplicate_is_shown_as_a_pair(opened: Opened, tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "listings.txt"
    file.write_text(
        LISTING + f"P\tt\t1000\t20\t11\tDEFAULT\t{PRIME}\t3\tB1\t\nN\tt\t900\t20\t1\tDEFAULT\tplain\t4\tB1\t箱なし\n", encoding="utf-8"
    )
    window = opened(reports=[file])
    window.show_page("sfp")
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        window.sfp.question.take.click()
    window.sfp.show_cause("sfp.duplicate-offer:different")
    qtbot.waitUntil(lambda: not window.sfp.panel.stale)
    told = words(window.sfp.panel)
    assert "The two offers" in told
    assert "≠ condition" in told
    assert "= ASIN" in told
    assert "箱なし" in told


def test_the_grid_marks_the_wrong_cell_as_it_is_typed(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("sfp")
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        window.sfp.question.take.click()
    window.show_page("templates")
    page = window.templates
    assert page.choice.currentText() == PRIME
    assert page.right.text() == "Nothing is filled in yet"

    def type_in(region: str, service: str, field: str, text: str) -> None:
        line = page.fields[f"{region}//{service}"].fields[field]
        line.setFocus()
        line.selectAll()
        QTest.keyClicks(line, text)
        QTest.keyClick(line, Qt.Key.Key_Return)
        qtbot.wait(5)

    empty = page.fields["honshu//expedited"].fields["prime_fee"]
    assert (empty.text(), empty.placeholderText()) == ("", ""), "a fee that nobody told does not read as free"
    there = page.fields["honshu//expedited"].fields
    type_in("honshu", "expedited", "days", "1")
    assert there["prime_fee"].text() == "0", "Prime members pay nothing, unless it is typed otherwise"
    type_in("honshu", "expedited", "other_fee", "500")
    assert page.verdicts["honshu/"] == "not all filled in", "what is not told is not in order"
    assert page.right.text() == "Nothing to put right so far"
    for service in ("standard", "same_day"):
        page.fields[f"honshu//{service}"].tick.click()
        qtbot.wait(5)
    assert page.verdicts["honshu/"] != "not all filled in"
    type_in("honshu", "expedited", "prime_fee", "350")
    qtbot.waitUntil(lambda: page.verdicts["honshu/"] == "To fix")
    assert "1 cell" in page.count.text()
    assert there["prime_fee"].accessibleDescription(), "the field says what is wrong"
    assert there["prime_fee"].width() == page.fields["shikoku//expedited"].fields["prime_fee"].width(), "bold letters move no column"
    assert not there["days"].accessibleDescription()
    type_in("honshu", "expedited", "days", "soon")
    qtbot.waitUntil(lambda: "soon" in window.notice.text.text())
    assert there["days"].text() == "1", "what is no count of days is said, and the form keeps what stood"
    page.right.click()
    qtbot.waitUntil(lambda: there["prime_fee"].text() == "0")
    assert not page.right.isEnabled()
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        window.undo.click()
    qtbot.waitUntil(lambda: page.fields["honshu//expedited"].fields["prime_fee"].text() == "350", timeout=LONG)


def test_a_table_is_pasted_into_the_form_by_the_regions_it_names(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("sfp")
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        window.sfp.question.take.click()
    window.show_page("templates")
    page = window.templates
    QApplication.clipboard().setText("九州\t4日\t無料\t¥350\t1\t0\t600\n離島\t配送しない")
    page.paste.click()
    qtbot.waitUntil(lambda: page.fields["kyushu//standard"].fields["other_fee"].text() == "350")
    assert page.fields["kyushu//expedited"].fields["days"].text() == "1"
    assert page.fields["remote//standard"].tick.isChecked()
    assert not page.fields["remote//standard"].fields["days"].isVisible()
    QApplication.clipboard().setText("hello")
    page.paste.click()
    assert "no table" in window.notice.text.text()
    field = page.fields["honshu//expedited"].fields["days"]
    QApplication.clipboard().setText("1\t0\n2\t0")
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.fields["shikoku//expedited"].fields["days"].text() == "2")
    assert page.fields["honshu//expedited"].fields["days"].text() == "1"


def test_obligations_are_made_from_the_shops_offers(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("sfp")
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        window.sfp.question.take.click()
    window.show_page("duties")
    qtbot.waitUntil(lambda: bool(window.duties.obligations), timeout=LONG)
    assert "S-23" in words(window.duties)
    button = next(one for one in window.duties.findChildren(QPushButton) if one.text() == "Yes")
    button.click()
    qtbot.waitUntil(lambda: {one["id"]: one["state"] for one in window.duties.obligations}["return_address"] == "met", timeout=LONG)
    assert "touches no offer now" not in words(window.duties)
    assert "in order" in words(window.duties)


def test_what_amazon_asks_since_the_terms_stands_among_the_obligations_with_its_question(window: MainWindow, qtbot: QtBot) -> None:
    window.desk.as_of = date(2026, 11, 1)
    window.show_page("sfp")
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        window.sfp.question.take.click()
    window.show_page("duties")
    qtbot.waitUntil(lambda: "weekend" in {one["id"] for one in window.duties.obligations}, timeout=LONG)
    assert "since 2021-07-15" in words(window.duties)
    yes = next(one for one in window.duties.findChildren(QPushButton) if "Saturdays" in one.accessibleName() and one.text() == "Yes")
    yes.click()
    qtbot.waitUntil(lambda: {one["id"]: one["state"] for one in window.duties.obligations}["weekend"] == "met", timeout=LONG)


def test_a_decision_is_kept_through_the_next_report_and_undone(opened: Opened, tmp_path: Path, qtbot: QtBot) -> None:
    made = make(tmp_path / "shop", times=2, seed=3)
    window = opened(reports=[made.folder / "listings.txt"])
    window.show_page("points")
    window.points.chips.buttons[0].click()
    sku = window.points.panel.skus[0]

    def decided() -> str:
        qtbot.waitUntil(lambda: not window.points.panel.stale)
        why = window.points.panel.why
        return why.reasons[0].decision if why else ""

    assert decided() == ""
    rule = window.points.panel.why.reasons[0].rule if window.points.panel.why else ""
    assert edits.decide(window.desk, rule, [sku], "later")
    take(window, made.folder / "listings_en.txt", qtbot)
    window.points.panel.show_skus([sku])
    assert decided() == "later"
    window.undo.click()
    qtbot.wait(300)
    assert not edits.decide(window.desk, rule, [sku], "not-so"), "a finding is not so only with a reason"
    assert edits.decide(window.desk, rule, [sku], "not-so", "the report is old")
    window.points.panel.show_skus([sku])
    assert decided() == "not-so"


@pytest.mark.parametrize("form", ["prime-template", "restock"])
def test_a_mend_file_is_previewed_and_saved(
    opened: Opened, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    made = make(tmp_path / "shop", times=2, seed=3)
    window = opened(reports=[made.folder / name for name in ("facts.csv", "price_file.txt", "listings.txt")])
    window.show_page("sfp")
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        window.sfp.question.take.click()
    dialog = SfpFileDialog(window.desk, window, form)
    dialog.show()
    qtbot.waitUntil(lambda: bool(dialog.answer), timeout=LONG)
    if form == "restock":
        assert dialog.title.text().split(": ")[-1].startswith("0 of "), "stock that is not there yet is in no file"
        assert not dialog.save.isEnabled()
    for field in dialog.stock.values():
        field.setValue(7)
    dialog.table.horizontalHeader().setSortIndicator(0, Qt.SortOrder.DescendingOrder)
    assert all(field.value() == 7 for field in dialog.stock.values()), "what was typed goes with its offer"
    assert dialog.title.text().split(": ")[-1].startswith(f"{len(dialog.answer['rows']) + len(dialog.stock)} of ")
    out = tmp_path / "mend.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(out), ""))
    dialog.save.click()
    qtbot.waitUntil(lambda: out.exists() and "is ready" in window.notice.text.text(), timeout=LONG)
    assert b"\r\n" in out.read_bytes()


def test_rows_that_are_not_ticked_stay_out_of_the_sfp_file(
    opened: Opened, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = make(tmp_path / "shop", times=2, seed=3)
    window = opened(reports=[made.folder / name for name in ("facts.csv", "price_file.txt", "listings.txt")])
    window.show_page("sfp")
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        window.sfp.question.take.click()
    dialog = SfpFileDialog(window.desk, window, "prime-template")
    dialog.show()
    qtbot.waitUntil(lambda: bool(dialog.answer), timeout=LONG)
    skus = [row["sku"] for row in dialog.answer["rows"]]
    assert len(skus) > 2
    first = dialog.table.item(0, 0)
    assert first is not None
    first.setCheckState(Qt.CheckState.Unchecked)
    assert dialog.title.text().split(": ")[-1].startswith(f"{len(skus) - 1} of ")
    dialog.table.horizontalHeader().setSortIndicator(0, Qt.SortOrder.DescendingOrder)
    cells = [dialog.table.item(line, 0) for line in range(len(skus))]
    ticks = {cell.text(): cell.checkState() for cell in cells if cell is not None}
    assert list(ticks) == sorted(skus, key=str.casefold, reverse=True)
    assert [sku for sku, tick in ticks.items() if tick == Qt.CheckState.Unchecked] == [skus[0]]
    assert skus[0] not in dialog.ticked()
    out = tmp_path / "mend.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(out), ""))
    dialog.save.click()
    qtbot.waitUntil(lambda: out.exists() and "is ready" in window.notice.text.text(), timeout=LONG)
    text = out.read_bytes().decode("utf-8", "replace")
    assert skus[1] in text
    assert not [line for line in text.splitlines() if line.split("\t")[0] == skus[0]]


def test_a_planned_change_of_sfp_is_a_cause_and_fills_the_file(opened: Opened, tmp_path: Path, qtbot: QtBot) -> None:
    made = make(tmp_path / "shop", times=2, seed=3)
    window = opened(reports=[made.folder / name for name in ("facts.csv", "price_file.txt", "listings.txt")])
    window.show_page("sfp")
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        window.sfp.question.take.click()
    wrong = [row.sku for row in window.desk.rows if row.sfp_verdict == 0]
    edits.plan(window.desk, Change(wrong[0], "shipping_template", "plain"), kept=False)
    window.sfp.replan()
    window.sfp.show_cause("planned")
    assert [window.sfp.model.row(line).sku for line in range(len(window.sfp.model.shown))] == [wrong[0]]
    dialog = SfpFileDialog(window.desk, window, "prime-template")
    dialog.show()
    qtbot.waitUntil(lambda: bool(dialog.answer), timeout=LONG)
    assert dialog.ticked() == [wrong[0]]
    dialog.choice.planned.click()
    assert len(dialog.ticked()) == len(dialog.answer["rows"])


def test_one_answer_for_many_offers(opened: Opened, tmp_path: Path, qtbot: QtBot) -> None:
    made = make(tmp_path / "shop", times=2, seed=3)
    window = opened(reports=[made.folder / "listings.txt"])
    window.show_page("sfp")
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        window.sfp.question.take.click()
    dialog = AnswerManyDialog(window.desk, window)
    dialog.show()
    assert dialog.focusWidget() is dialog.value, "what is typed, or pasted, are the words"
    assert "listed here" in dialog.matching.text(), "the room for examples says what it is for"
    waiting = [row.title for row in window.desk.rows if "preorder" in row.missing.split()]
    assert dialog.matching.text().split("\n")[1:] == ["Without an answer yet:", waiting[0], f"and {len(waiting) - 1} more"]
    dialog.fact.setCurrentIndex(dialog.fact.findData("category"))
    assert window.desk.rows[0].title in dialog.matching.text()
    dialog.fact.setCurrentIndex(0)
    away = next(one for one in dialog.findChildren(QPushButton) if one.text() == "Cancel")
    stands = away.geometry()
    row = window.desk.rows[0]
    dialog.value.setText(row.title)
    assert row.title in dialog.matching.text().split("\n")
    dialog.value.setText("no such name")
    assert "No offer matches" in dialog.matching.text()
    dialog.by.setCurrentIndex(dialog.by.findData("template="))
    assert window.desk.state is not None
    assert dialog.value.completer().model().rowCount() == len(window.desk.state.templates)
    dialog.value.setText(PRIME)
    assert dialog.matching.text().endswith("more"), "of many the first ones are named"
    assert dialog.yes.text().startswith("Answer for ")
    qtbot.wait(20)
    assert away.geometry() == stands, "the way out stays under the pointer"
    dialog.fact.setCurrentIndex(dialog.fact.findData("hazmat"))
    dialog.answer.setCurrentIndex(dialog.answer.findData("no"))
    assert window.sfp.strip.counts()["hazmat"] > 10
    waits = sum("hazmat" in row.missing.split() for row in window.desk.rows if row.shipping_template == PRIME)
    assert dialog.waiting.text() == f"Offers of these whose verdict waits for this answer: {waits}"
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        dialog.take()
    again = AnswerManyDialog(window.desk, window)
    again.by.setCurrentIndex(again.by.findData("template="))
    again.value.setText(PRIME)
    again.fact.setCurrentIndex(again.fact.findData("hazmat"))
    assert again.waiting.text() == "No verdict on these offers waits for this answer."
    again.close()
    assert "hazmat" not in window.sfp.strip.counts()
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        window.undo.click()
    assert window.sfp.strip.counts()["hazmat"] > 10


def test_an_answer_for_many_says_which_known_answers_it_changes(opened: Opened, qtbot: QtBot) -> None:
    window = opened("ja", demo=True)
    dialog = AnswerManyDialog(window.desk, window)
    dialog.show()
    dialog.value.insert("桜")
    dialog.fact.setCurrentIndex(dialog.fact.findData("preorder"))
    dialog.answer.setCurrentIndex(dialog.answer.findData("yes"))
    assert dialog.yes.text() == "1件に答える", "the answer that is known already changes nothing"
    qtbot.wait(20)
    place = dialog.yes.geometry()
    dialog.answer.setCurrentIndex(dialog.answer.findData("no"))
    assert "1件の答え(はい)を変えます" in dialog.waiting.text()
    assert dialog.yes.text() == "1件の答えを変える"
    qtbot.wait(20)
    assert dialog.yes.geometry() == place
    dialog.by.setCurrentIndex(dialog.by.findData("category="))
    dialog.value.setText("office")
    office = [sku for sku, category in dialog.categories.items() if category == "Office"]
    assert office
    assert dialog.yes.text() == f"{len(office)}件に答える", "they are found at once"


def test_promises_that_no_carrier_keeps_are_said_once_the_prefecture_is_told(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("sfp")
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        window.sfp.question.take.click()
    window.desk.as_of = date(2026, 9, 24)
    window.show_page("templates")
    page, strip = window.templates, window.templates.promises
    cell = next(one for one in page.cells if (one.region, one.service) == ("honshu", "expedited"))
    page.put([replace(cell, offered="yes", days=1)])
    assert strip.isVisibleTo(window)
    assert "choose your prefecture" in strip.title.text()
    strip.choice.setCurrentIndex(prefectures.number("Tokyo") or 0)
    strip.choice.answered.emit()
    qtbot.waitUntil(lambda: "cannot keep" in strip.title.text(), timeout=LONG)
    assert "Yamato" in words(strip)
    assert "not known here" in words(strip)
    assert window.desk.state is not None
    assert window.desk.state.account.ships_from == "Tokyo"
    window.undo.click()
    qtbot.waitUntil(lambda: "choose your prefecture" in strip.title.text(), timeout=LONG)


def test_a_cause_that_is_pressed_is_shown_of_all_offers_though_some_were_asked_for_elsewhere(
    opened: Opened, tmp_path: Path, qtbot: QtBot
) -> None:
    window = opened(reports=[make(tmp_path / "shop", times=2, seed=3).folder / "listings.txt"])
    window.show_page("sfp")
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        window.sfp.question.take.click()
    page = window.sfp
    cause = next(cause for cause in page.causes.causes.items if cause.code and cause.offers)
    other = next(row.sku for row in window.desk.rows if row.sfp_verdict is not None and cause.code not in row.causes.split())
    page.show_only([other])
    assert len(page.model.shown) == 1
    page.show_cause(cause.code)
    assert len(page.model.shown) == cause.offers, "none of the one that was asked for has this cause"
    assert not page.only.isVisibleTo(window)
