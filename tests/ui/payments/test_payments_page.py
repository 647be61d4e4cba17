"""The page 入出金: empty, with three months, in both languages; the demo shop has every finding."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook

from sellerdesk.clock import JAPAN
from sellerdesk.domain.decision import standing
from sellerdesk.ui.desk import edits
from sellerdesk.ui.lists.decision_field import DecisionField
from sellerdesk.ui.payments.findings import key_of
from sellerdesk.ui.payments.lacking import damaged_words
from sellerdesk.ui.payments.months_table import NOT_PLACED, TOTAL, Figures
from sellerdesk.ui.payments.payments_page import SPANS, PaymentsPage
from sellerdesk.ui.payments.rows_dialog import RowsDialog
from sellerdesk.ui.sfp.answer_many_dialog import AnswerManyDialog
from sellerdesk.ui.shell.main_window import MainWindow
from sellerdesk.ui.shop.imports_dialog import ImportsDialog
from sellerdesk.ui.style.translate import speak
from sellerdesk.ui.widgets import build, file_dialogs
from sellerdesk.ui.widgets.choice_field import ChoiceField
from sellerdesk.ui.widgets.fold import FoldButton
from sellerdesk.ui.widgets.question import Question
from sellerdesk.workflows.judged.decisions import decide, decisions
from sellerdesk.workflows.payments.books import FORMS
from sellerdesk.workflows.payments.found import may_come_back
from sellerdesk.workflows.payments.report import yen_of
from sellerdesk.workflows.shop.saved import all_imports
from tests.cli.test_payments_twice import AMOUNTS, SALES
from tests.conftest import Desk
from tests.payments_maker import SECRETS, Row, settlement, transactions
from tests.payments_shop import MONTHS, Maker
from tests.ui.conftest import Opened

LONG = 60_000
RULES = {
    "refund-without-return", "return-without-refund", "refund-too-large", "refund-fee", "referral-rate", "label", "points", "lateness", "sum",
    "paid-twice", "points-back", "reports-differ",
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
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        window.desk.open(file)


@pytest.fixture
def demo(opened: Opened) -> MainWindow:
    """The demo shop on a day on which something is due, its payments in sight."""
    window = opened(now=datetime(2026, 9, 24, 10, 12, tzinfo=JAPAN), as_of=date(2026, 9, 24), demo=True)
    window.show_page("payments")
    return window


def test_the_numbers_of_findings_are_whole_however_narrow_the_panel_is(demo: MainWindow) -> None:
    page = demo.payments
    lines = [line for line in page.findings.panel.findChildren(FoldButton) if line.kept]
    assert len(lines) > 5
    for width in (180, 312):
        for line in lines:
            line.resize(width, line.height())
            assert line.text().endswith(line.kept.rpartition("-")[2]), "where numbers differ"
            if width > 300:
                title, _line, number = line.text().replace(" · ", "\n").partition("\n")
                assert f"{title} · {number}" == line.words, "both are whole, on two lines where one has no room"
                assert line.height() >= len(line.text().split("\n")) * line.fontMetrics().lineSpacing()


def rows_of(file: Path) -> list[list[Any]]:
    """The rows of the first sheet of a workbook."""
    return list(CalamineWorkbook.from_path(file).get_sheet_by_index(0).to_python())


def claimed(page: PaymentsPage) -> int:
    """How many orders the button of the claim pack names."""
    return int("".join(filter(str.isdigit, page.files.claims.text())))


def test_without_a_report_it_says_which_file_it_wants(opened: Opened) -> None:
    window = opened()
    window.show_page("payments")
    assert window.payments.stack.currentIndex() == 0
    assert "Reports Repository" in window.payments.empty.steps.text()
    assert len(window.payments.empty.steps.text().splitlines()) == 3


def test_the_names_of_the_rows_stay_while_twelve_months_go_by(demo: MainWindow, qtbot: QtBot) -> None:
    demo.resize(1180, 700)
    demo.show_page("payments")
    table = demo.payments.table
    months = [f"2026-{month:02}" for month in range(1, 13)]
    rows = {name: [1_000] * 12 for name in ("sales", NOT_PLACED, TOTAL)}
    words = {name: (name, "a note") for name in rows}
    table.load(Figures(months, months, rows, words, {}, months[0]))
    bar = table.horizontalScrollBar()
    qtbot.waitUntil(lambda: 0 < bar.value() == bar.maximum(), timeout=LONG)  # it opens at the newest
    assert table.frozen.isVisible()
    assert table.frozen.geometry().left() == 0
    assert table.frozen.indexAt(QPoint(5, 5)).data() == "sales"
    QTest.mouseClick(build.viewport(table.frozen), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert table.cell() == ("sales", tuple(months))
    bar.setValue(0)
    assert not table.frozen.isVisible()


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_months_stand_as_columns_and_add_up_to_the_yen(opened: Opened, tmp_path: Path, qtbot: QtBot, lang: str) -> None:
    window, shop = opened(lang), Maker(3).make()
    for name in MONTHS:
        file = tmp_path / f"{name}.csv"
        file.write_bytes(transactions(shop.month(name)))
        take(window, file, qtbot)
    window.show_page("payments")
    page = window.payments
    assert page.table.columnCount() == len(MONTHS) + 4
    last = page.table.rowCount() - 1
    for place, name in enumerate(MONTHS, start=1):
        total = sum(one.total for one in shop.month(name) if one.kind != "振込み")
        assert (item := page.table.item(last, place)) is not None
        assert item.text() == f"{total:,}".replace("-", "−")
    text = said(window)
    assert "{" not in text
    assert not [word for word in SECRETS if word in text]


@pytest.mark.parametrize(("lang", "words"), [("en", ("middle of a row", "1 row could")), ("ja", ("途中で切れて", "読めなかった行が1行"))])
def test_what_the_sums_lack_stands_over_them(opened: Opened, tmp_path: Path, qtbot: QtBot, lang: str, words: tuple[str, ...]) -> None:
    window, rows = opened(lang), Maker(3).make().month(MONTHS[0])
    (file := tmp_path / "june.csv").write_bytes(transactions(rows[1:]))  # one row of the cut file stands nowhere else
    take(window, file, qtbot)
    window.show_page("payments")
    assert window.payments.lacking.isHidden()
    data = transactions(rows).decode("utf-8-sig").replace(f'"{rows[2].total:,}"', '"1x"', 1)[:-30]
    (file := tmp_path / "cut.csv").write_text(data, encoding="utf-8-sig", newline="")
    take(window, file, qtbot)
    assert window.payments.lacking.isVisible()
    said_there = window.payments.lacking.text()
    assert "cut.csv" in said_there
    assert "june.csv" not in said_there
    for word in words:
        assert word in said_there


def test_what_returns_cost_in_a_month_and_what_may_come_back_stands_over_the_table(demo: MainWindow) -> None:
    page = demo.payments
    page.strip.months.setCurrentIndex(page.strip.months.findData("2026-09"))
    page.strip.months.activated.emit(page.strip.months.currentIndex())
    kept = page.kept()
    fees = kept["refunded"]["2026-09"]["fees_kept"]
    assert f"{740 + fees:,}" in page.strip.values["cost"].text()
    assert f"{13_960:,}" in page.strip.values["refunds"].text()
    assert f"{kept['back']['yen']:,}" in page.strip.values["back"].text()
    assert "Oct 14" in page.strip.notes["back"].text()
    assert "552" in page.strip.values["not_placed"].text()


@pytest.mark.parametrize(
    ("lang", "words"), [("en", "and labels (1): ¥740 → Returns report"), ("ja", "ほかに返品ラベル1件 740円 → 返品一覧")]
)
def test_labels_that_the_returns_report_asks_back_stand_beside_what_may_come_back(
    opened: Opened, qtbot: QtBot, lang: str, words: str
) -> None:
    window = opened(lang, demo=True, as_of=date(2026, 11, 30))
    window.resize(1600, 900)
    window.show_page("payments")
    strip = window.payments.strip
    assert words in strip.besides.text()
    qtbot.wait(100)
    places = {name: label.mapTo(window, QPoint(0, 0)) for name, label in strip.values.items()}
    assert len({place.y() for place in places.values()}) == 1, "all figures stand on one line"
    strip.besides.click()
    assert window.name_in_sight() == "returned"
    assert {*window.returned.only.subjects} == {*strip.wrong}
    edits.decide(window.desk, "returns.label-payer", [*strip.wrong], "claimed")
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        window.desk.load()
    window.show_page("payments")
    assert not strip.besides.isVisible()
    qtbot.wait(100)
    now = {name: label.mapTo(window, QPoint(0, 0)) for name, label in strip.values.items()}
    assert now == places, "nothing moves when it goes"


@pytest.mark.parametrize(("lang", "name"), [("en", "Office, home and kitchen"), ("ja", "文房具・ホーム&キッチン")])
def test_a_fee_table_is_called_by_its_own_name_on_the_page_and_in_the_pack(
    opened: Opened, desk: Desk, tmp_path: Path, lang: str, name: str
) -> None:
    sold = {"product_sales": 3_000, "selling_fees": -600}
    rows = [Row(f"2026-07-0{at} 12:34:56", "注文", sold, f"250-1234567-123456{at}", "A") for at in range(1, 4)]
    file, pack = tmp_path / "july.csv", tmp_path / "pack.xlsx"
    file.write_bytes(transactions(rows))
    facts = tmp_path / "facts.csv"
    facts.write_text("sku,category\nA,Office\n", encoding="utf-8")
    window = opened(lang, reports=[facts, file], as_of=date(2026, 9, 25))
    window.show_page("payments")
    assert name in said(window)
    assert "Office」" not in said(window)
    data = window.desk.folder
    assert desk("--data", data, "export", "payment-claims", "--out", pack, "--lang", lang, "--as-of", "2026-09-25").status == 0
    cells = CalamineWorkbook.from_path(pack).get_sheet_by_index(1).to_python()
    assert any(name in str(cell) for row in cells for cell in row)


def test_a_fee_that_is_not_known_makes_the_cost_not_known(demo: MainWindow) -> None:
    page = demo.payments
    page.choose_month("2026-08")
    assert page.strip.values["cost"].text() == "not known"


def test_a_cell_says_its_yen_shows_its_rows_and_keeps_the_findings_to_it(demo: MainWindow, qtbot: QtBot) -> None:
    page = demo.payments
    every = len(page.findings.found)
    line, place = page.table.names.index("labels"), len(page.table.shown.months)
    demo.resize(1366, 768)
    qtbot.wait(50)
    high = page.table.rowHeight(line)
    page.table.setCurrentCell(line, place)
    assert "740" in page.picked.text()
    qtbot.wait(50)
    assert page.table.rowHeight(line) == high, "what was pressed stays where it was"
    assert [one.rule for one in page.findings.found] == ["payments.label"]
    with qtbot.waitSignal(page.child.done, timeout=LONG):
        page.see.click()
    dialog = demo.findChildren(RowsDialog)[-1]
    assert dialog.table.rowCount() == 1
    assert (cell := dialog.table.item(0, 5)) is not None
    assert cell.text() == "−740"
    demo.show_page("analysis")
    assert not dialog.isVisible(), "it goes with its page"
    demo.show_page("payments")
    with qtbot.waitSignal(page.child.done, timeout=LONG):
        page.see.click()
    dialog = demo.findChildren(RowsDialog)[-1]
    assert dialog.isVisible()
    page.left.emit()
    assert not dialog.isVisible(), "so Escape does in the main window"
    page.findings.all.click()
    assert len(page.findings.found) == every


def test_the_most_urgent_finding_is_first_and_open(demo: MainWindow) -> None:
    page = demo.payments
    assert page.findings.found[0].rule == "payments.return-without-refund"
    text = said(demo)
    assert "6 days over" in text
    assert "not told in these reports" not in text
    page.show_only([one.subject for one in page.found() if one.rule == "payments.label"])
    assert "not told in these reports" in said(demo)


def test_a_label_that_the_report_calls_the_shops_is_no_buyers_in_payments(demo: MainWindow) -> None:
    page = demo.payments
    page.show_only(["249-0000009-0000006"])
    assert "¥1,020 twice" in said(demo)
    assert "return label (" not in said(demo)
    row = next(row for row in demo.desk.returns if row.order_id == "249-0000009-0000006")
    assert (row.payer, row.charged, row.difference) == ("seller", "seller", 0)


def test_a_refund_recorded_as_made_is_not_asked_for_again(demo: MainWindow, qtbot: QtBot) -> None:
    page = demo.payments
    finding = page.findings.found[0]
    counts = [*page.chips.counts]
    assert "refund it at once" in said(demo)
    edits.decide(demo.desk, "returns.refund-deadline", [finding.subject], "refunded")
    with qtbot.waitSignal(demo.desk.rows_came, timeout=LONG):
        demo.desk.load()
    page.show_only([finding.subject])
    assert "Refund recorded, not seen yet" in said(demo)
    assert "Do not refund again: open the payment report of the next month" in said(demo)
    assert page.chips.counts[:2] == [counts[0] - 1, counts[1] + 1]
    assert "days over" not in said(demo)
    page.widen()
    assert page.findings.found[-1].subject == finding.subject


def test_an_order_that_is_not_ticked_stays_out_of_the_claim_pack(
    demo: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, file = demo.payments, tmp_path / "claims.xlsx"
    page.show_only([one.subject for one in page.found() if may_come_back(one)])
    before, wide = claimed(page), page.files.claims.minimumWidth()
    page.findings.findChildren(QCheckBox)[0].click()
    assert claimed(page) == before - 1
    page.files.show_claims(frozenset(), frozenset())
    assert not page.files.claims.text().endswith(")…")
    assert page.files.claims.minimumWidth() == wide, "the buttons beside it keep their places"
    page.files.show_claims({one.subject for one in page.found() if may_come_back(one)}, page.findings.left_out)
    monkeypatch.setattr(file_dialogs, "to_write", lambda *_told: (str(file), ""))
    with qtbot.waitSignal(demo.desk.rows_came, timeout=LONG):
        page.files.claims.click()
    orders = {row[0] for row in rows_of(file)[1:-1]}
    assert len(orders) == before - 1
    assert not orders & page.findings.left_out


def test_the_strip_of_points_says_what_they_really_cost_beside_the_forecast(demo: MainWindow) -> None:
    strip, kept = demo.points.cost, demo.payments.kept()
    points = dict(zip(kept["months"], kept["rows"]["points"], strict=True))
    assert strip.paid.text() == f"¥{-points['2026-08']:,} (Aug)"
    assert "Sep" in strip.paid_more.text()
    assert f"{-points['2026-09']:,}" in strip.paid_more.text()
    assert "Sep (to the 23)" in strip.paid.toolTip()


def test_today_opens_the_most_urgent_claim(demo: MainWindow, qtbot: QtBot) -> None:
    demo.payments.findings.turn_to(demo.payments.found()[-1].rule)
    demo.show_page("today")
    qtbot.waitUntil(lambda: any(one.name == "payments_back" for one in demo.today.found), timeout=LONG)
    need = next(one for one in demo.today.found if one.name == "payments_back")
    assert need.left == 20
    demo.go(need.page, need.subjects)
    assert demo.payments.findings.open == f"payments.refund-without-return {need.subjects[0]}"


def test_without_payment_reports_the_strip_of_points_says_so(opened: Opened, tmp_path: Path, qtbot: QtBot) -> None:
    window, file = opened(), tmp_path / "listings.txt"
    file.write_text("seller-sku\titem-name\tprice\tPoints\titem-condition\nA\tt\t1000\t20\t11\n", encoding="utf-8")
    take(window, file, qtbot)
    assert window.points.cost.paid.text() == "–"
    assert "no payment report" in window.points.cost.paid_more.text()


def test_the_file_for_the_books_is_offered_in_every_form(demo: MainWindow) -> None:
    demo.payments.choose_month("2026-08")
    offered = [action.text() for action in demo.payments.files.books_menu().actions() if not action.isSeparator()]
    assert len(offered) == 2 * len(FORMS)
    assert sum("2026" in words for words in offered) == len(FORMS)


def test_the_chosen_cell_stays_by_its_month(demo: MainWindow) -> None:
    page = demo.payments
    page.span.setCurrentIndex(page.span.findData(min(page.span.itemData(place) for place in range(page.span.count()))))
    page.table.setCurrentCell(page.table.names.index("refunds"), 1)
    chosen = page.table.cell()
    page.choose_month(page.kept()["months"][0])
    assert page.table.cell() == chosen


def test_the_figures_of_all_months_are_told_to_be_so(demo: MainWindow) -> None:
    strip, page = demo.payments.strip, demo.payments
    before = {name: strip.values[name].text() for name in ("back", "not_placed")}
    page.choose_month(page.kept()["months"][0])
    assert {name: strip.values[name].text() for name in before} == before
    assert all("all months" in strip.titles[name].text() for name in before)
    assert "all months" not in strip.titles["refunds"].text()


def test_as_many_months_are_in_sight_as_are_asked_for_from_an_older_one_on(demo: MainWindow) -> None:
    page = demo.payments
    months = page.kept()["months"]
    assert len(months) > SPANS[0]
    page.span.setCurrentIndex(0)
    page.choose_month(months[-1])
    assert page.table.shown.months == months[-SPANS[0] :]
    page.choose_month(months[0])
    assert page.table.shown.months == months[: SPANS[0]]
    assert all("(all months)" in page.strip.titles[name].text() for name in ("back", "not_placed")), "the month does not change these"


def test_the_demo_shop_has_every_finding(desk: Desk) -> None:
    desk("import", "--demo", "--judge", "--as-of", "2026-11-28")
    told = desk("payments", "--as-of", "2026-11-28", "--json").json
    assert {one["rule"].removeprefix("payments.") for one in told["findings"]} == RULES
    assert len({one["key"] for one in desk("payments", "--by", "month", "--as-of", "2026-11-28", "--json").json["groups"]}) >= 3
    assert told["not_placed"] == -552
    need = desk("today", "--as-of", "2026-11-28", lang="en").out
    assert "you may get back" in need


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        (
            "ja",
            ("Amazonで保留中のため、この表の金額に入れていないもの: 1,800 円(1行)", "列「規制手数料」の金額(−50 円)が何か分からないため"),
        ),
        (
            "en",
            (
                "Held back by Amazon, and in none of these sums: ¥1,800 (rows: 1)",
                "the column “規制手数料” holds amounts that are not known, −¥50",
            ),
        ),
    ],
)
def test_what_is_held_back_and_columns_that_nobody_knows_stand_over_the_table(
    opened: Opened, tmp_path: Path, qtbot: QtBot, lang: str, told: tuple[str, str]
) -> None:
    window = opened(lang)
    paid = Row("2026-07-03 12:34:56", "注文", {"product_sales": 1_000}, "250-1234567-1234567", "A-1", wrong=-50)
    waits = Row("2026-07-04 12:34:56", "注文", {"product_sales": 2_000, "selling_fees": -200}, "250-1234567-1234568", "A-1", state="保留")
    head, first, second = transactions([paid, waits], above=False).decode("utf-8-sig").splitlines()
    file = tmp_path / "july.csv"
    file.write_text(f'{head},"規制手数料"\r\n{first},"-50"\r\n{second},"0"\r\n', encoding="utf-8-sig")
    take(window, file, qtbot)
    window.show_page("payments")
    assert window.payments.lacking.isVisibleTo(window.payments)
    assert all(words in window.payments.lacking.text() for words in told)


def test_a_month_that_comes_is_the_one_in_sight(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    files = [tmp_path / f"2026-{month}.csv" for month in ("06", "07")]
    for file in files:
        rows = [Row(f"{file.stem}-{day} 12:00:00", "注文", {"product_sales": 1000}, f"250-{file.stem}-{day}", "A") for day in ("01", "30")]
        file.write_bytes(transactions(rows))
    window = opened(reports=files[:1], as_of=date(2026, 8, 3))
    window.show_page("payments")
    assert window.payments.month == "2026-06"
    take(window, files[1], qtbot)
    assert window.payments.month == window.payments.strip.months.currentData() != "2026-06"


@pytest.fixture
def alone(opened: Opened, tmp_path: Path) -> MainWindow:
    """A shop with payment reports and nothing beside them: no returns report, no listings, no category."""
    shop, files = Maker(3).make(), []
    for name in MONTHS:
        files.append(tmp_path / f"{name}.csv")
        files[-1].write_bytes(transactions(shop.month(name)))
    window = opened(reports=files, as_of=date(2026, 9, 25), now=datetime(2026, 9, 25, 10, 12, tzinfo=JAPAN))
    window.show_page("payments")
    return window


def in_panel(page: PaymentsPage) -> str:
    """All that the panel of findings says."""
    return "\n".join(label.text() for label in page.findings.panel.findChildren(QLabel))


def choose(page: PaymentsPage, row: str, place: int = 1) -> None:
    """Choose the cell of a row."""
    page.table.setCurrentCell(page.table.names.index(row), place)


@pytest.mark.parametrize(
    ("row", "missing"), [("referral", "category"), ("points", "points"), ("refunds", "a returns report of the same time")]
)
def test_a_check_that_was_not_made_is_no_tick(alone: MainWindow, row: str, missing: str) -> None:
    page = alone.payments
    choose(page, row)
    said_there = in_panel(page)
    assert "No charge to look at" not in said_there
    assert "Not checked yet" in said_there
    assert missing in said_there.lower()
    assert page.table.shown.marks[row, MONTHS[0] if row != "refunds" else ""] in ("check", "breach")


def test_categories_that_checks_wait_for_are_answered_from_the_panel(alone: MainWindow) -> None:
    def buttons() -> list[QPushButton]:
        return [one for one in alone.payments.findings.panel.findChildren(QPushButton) if one.text() == "Answer categories of many items…"]

    choose(alone.payments, "points")
    assert buttons() == [], "no check of points waits for them"
    choose(alone.payments, "referral")
    buttons()[0].click()
    (dialog,) = alone.findChildren(AnswerManyDialog)
    assert dialog.isVisible()
    assert dialog.fact.currentText().lower() == "category"
    dialog.answer.setCurrentText("Shoes")
    dialog.value.setText("x")
    assert dialog.answer.currentData() == "Shoes"
    dialog.close()


def test_the_panel_says_what_is_not_known_and_chips_count_what_they_show(alone: MainWindow) -> None:
    page = alone.payments
    kept = page.kept()
    said_there = in_panel(page)
    assert f"category: not known for {next(one['records'] for one in kept['missing'] if one['fact'] == 'category'):,}" in said_there.lower()
    assert sum(page.chips.counts) == kept["count"], "a check that waits for a fact is none that was found"
    for place, count in enumerate(page.chips.counts):
        page.chips.only(place)
        assert len(page.findings.found) == count
        assert not count or page.findings.note.text().startswith(f"{count:,} ")
    page.chips.reset()
    assert "nothing found" not in page.strip.notes["back"].text()


def test_a_kind_that_no_rule_looks_at_is_not_called_checked(alone: MainWindow) -> None:
    choose(alone.payments, "fixed")
    assert "No rule looks at this kind" in in_panel(alone.payments)


def test_a_chip_that_leaves_all_out_gives_no_tick(demo: MainWindow) -> None:
    page = demo.payments
    choose(page, "labels", len(page.table.shown.months))
    page.chips.only(2)
    assert not page.findings.found
    assert "No charge to look at" not in in_panel(page)


def test_the_chosen_month_cell_and_chips_stay_behind_with_the_shop(demo: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    page, shop = demo.payments, Maker(3).make()
    page.choose_month(page.kept()["months"][0])
    choose(page, "labels")
    page.chips.only(0)
    (file := tmp_path / "june.csv").write_bytes(transactions(shop.month(MONTHS[0])))
    take(demo, file, qtbot)
    assert not demo.desk.demo
    assert page.month == MONTHS[0]
    assert not page.chips.wanted()
    assert page.table.cell() == ("", ())


def test_today_keeps_the_page_to_what_may_come_back(demo: MainWindow, qtbot: QtBot) -> None:
    demo.show_page("today")
    qtbot.waitUntil(lambda: any(one.name == "payments_back" for one in demo.today.found), timeout=LONG)
    need = next(one for one in demo.today.found if one.name == "payments_back")
    demo.go(need.page, need.subjects)
    page = demo.payments
    assert {one.subject for one in page.findings.found} == set(need.subjects)
    assert all(map(may_come_back, page.findings.found))
    assert page.only.isVisibleTo(page)
    page.only.click()
    assert len(page.findings.found) == len(page.found())


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_broken_file_that_is_there_whole_can_be_taken_away_again(opened: Opened, tmp_path: Path, qtbot: QtBot, lang: str) -> None:
    rows = Maker(3).make().month(MONTHS[0])
    (whole := tmp_path / "june.csv").write_bytes(transactions(rows))
    window = opened(lang, reports=[whole])
    data = transactions(rows).decode("utf-8-sig").replace(f'"{rows[2].total:,}"', '"1x"', 1)
    (broken := tmp_path / "broken.csv").write_text(data, encoding="utf-8-sig", newline="")
    take(window, broken, qtbot)
    window.show_page("payments")
    page = window.payments
    yen = page.kept()["rows"]
    assert "june.csv" in page.lacking.text()
    assert ("取り消せます" if lang == "ja" else "can be taken away") in page.lacking.text()
    assert ("読めなかった" if lang == "ja" else "Download the report again") not in page.lacking.text()
    page.lacking.away.click()
    dialog = window.findChildren(ImportsDialog)[-1]
    assert (cell := dialog.table.item(dialog.table.currentRow(), 3)) is not None
    assert cell.text() == "broken.csv"
    dialog.remove.click()
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        dialog.findChildren(Question)[-1].yes.click()
    assert "broken.csv" in window.notice.text.text()
    qtbot.waitUntil(page.lacking.isHidden, timeout=LONG)
    assert page.kept()["rows"] == yen
    assert [one.file for one in all_imports(window.desk.store)] == ["june.csv"]


def test_a_broken_file_with_rows_that_stand_nowhere_else_is_to_be_opened_again(opened: Opened, tmp_path: Path, qtbot: QtBot) -> None:
    rows = Maker(3).make().month(MONTHS[0])
    (other := tmp_path / "june.csv").write_bytes(transactions(rows[: len(rows) // 2]))
    window = opened(reports=[other])
    data = transactions(rows).decode("utf-8-sig").replace(f'"{rows[2].total:,}"', '"1x"', 1)
    (broken := tmp_path / "broken.csv").write_text(data, encoding="utf-8-sig", newline="")
    take(window, broken, qtbot)
    window.show_page("payments")
    assert "Download the report again" in window.payments.lacking.text()
    assert window.payments.lacking.away.isHidden()


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_rows_under_another_settlement_number_are_named_until_one_file_is_taken_away(
    opened: Opened, tmp_path: Path, qtbot: QtBot, lang: str
) -> None:
    (listed := tmp_path / "september.csv").write_bytes(transactions(SALES))
    (settled := tmp_path / "settled.txt").write_bytes(settlement("11111000001", AMOUNTS))
    window = opened(lang, reports=[listed])
    assert window.payments.lacking.isHidden()
    take(window, settled, qtbot)
    window.show_page("payments")
    assert "september.csv" in window.notice.text.text()
    assert ("別の決済番号" if lang == "ja" else "under another settlement number") in window.payments.lacking.text()
    window.payments.lacking.away.click()
    dialog = window.findChildren(ImportsDialog)[-1]
    assert (cell := dialog.table.item(dialog.table.currentRow(), 3)) is not None
    assert cell.text() == "settled.txt"
    dialog.remove.click()
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        dialog.findChildren(Question)[-1].yes.click()
    qtbot.waitUntil(window.payments.lacking.isHidden, timeout=LONG)


def test_what_was_imported_is_found_by_a_word_and_the_last_one_leaves_no_sums(opened: Opened, tmp_path: Path, qtbot: QtBot) -> None:
    (file := tmp_path / "june.csv").write_bytes(transactions(Maker(3).make().month(MONTHS[0])))
    window = opened("ja", reports=[file])
    window.show_page("payments")
    found = [entry for entry in window.menus.entries(window.show_page) if "取り消" in entry.searched and "取り込" in entry.searched]
    assert len(found) == 1
    found[0].act()
    dialog = window.findChildren(ImportsDialog)[-1]
    assert not dialog.remove.isEnabled(), "nothing is chosen yet"
    dialog.table.selectRow(0)
    dialog.remove.click()
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        dialog.findChildren(Question)[-1].yes.click()
    assert not window.desk.has_reports()
    assert not window.payments.kept().get("months")


def test_a_cell_with_more_findings_than_are_kept_gives_no_tick(opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sellerdesk.workflows.payments.kept.MOST", 1)
    rows = [row for name in MONTHS for row in Maker(3).make().month(name)]
    (file := tmp_path / "all.csv").write_bytes(transactions(rows))
    window = opened(reports=[file], as_of=date(2026, 9, 25))  # it is judged in this process
    window.show_page("payments")
    page = window.payments
    assert len(page.found()) == 1 < page.kept()["count"]
    for row, month, outcome in page.kept()["more"]:
        if month in page.table.shown.months:
            choose(page, row, list(page.table.shown.months).index(month) + 1)
            assert "No charge to look at" not in in_panel(page)
            assert page.table.shown.marks[row, month] in ("breach", "check", outcome)


def test_a_finding_that_is_pressed_far_below_comes_to_the_top(demo: MainWindow, qtbot: QtBot) -> None:
    page = demo.payments
    bar = page.findings.panel.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    page.findings.turn_to(key_of(page.findings.found[10]))
    opened = page.findings.opened
    assert opened is not None
    qtbot.waitUntil(lambda: opened.visibleRegion().boundingRect() == opened.rect())
    assert opened.mapTo(page.findings.panel, opened.rect().topLeft()).y() < page.findings.panel.height() // 3


def test_a_shop_with_returns_alone_has_no_payments_and_no_fault(opened: Opened, tmp_path: Path) -> None:
    report = tmp_path / "returns.txt"
    report.write_text("Order ID\tMerchant SKU\tReturn reason\tReturn request date\n249-1\tA\tCR-DEFECTIVE\t2026-09-01\n", encoding="utf-8")
    window = opened(reports=[report])
    window.show_page("payments")
    assert window.payments.found() == []
    assert dict(window.payments.outcomes()) == {}


def test_a_finding_that_the_owner_settled_is_in_no_sum_of_the_page(demo: MainWindow, qtbot: QtBot) -> None:
    page, store = demo.payments, demo.desk.store
    finding = next(finding for finding in page.found() if may_come_back(finding))
    before = page.back()
    decide(store, [(finding.rule, finding.subject)], "done", as_of=demo.desk.as_of, now=demo.desk.now())
    with qtbot.waitSignal(demo.desk.rows_came, timeout=LONG):
        demo.desk.load()
    assert page.back()["yen"] == before["yen"] - yen_of(finding)
    shown = int("".join(filter(str.isdigit, page.strip.values["back"].text())))
    assert shown == page.back()["yen"], "the headline says what the claim pack holds"
    page.findings.turn_to(key_of(finding))
    assert page.findings.decision is not None
    assert page.findings.decision.choice.currentData() == "done", "the panel says what was decided"


def decide_on_page(page: PaymentsPage, kind: str, qtbot: QtBot) -> None:
    """Make a decision in the open finding's field."""
    (field,) = page.findings.panel.findChildren(DecisionField)
    field.choice.setCurrentIndex(field.choice.findData(kind))
    with qtbot.waitSignal(page.desk.rows_came, timeout=LONG):
        field.choice.answered.emit()


def test_what_was_claimed_is_asked_for_no_more_until_its_yen_are_others(demo: MainWindow, qtbot: QtBot) -> None:
    page = demo.payments
    finding = next(finding for finding in page.found() if may_come_back(finding))
    before, key = page.back(), (finding.rule, finding.subject)
    page.findings.turn_to(key_of(finding))
    decide_on_page(page, "claimed", qtbot)
    assert page.back()["yen"] == before["yen"] - yen_of(finding)
    assert f"claimed: ¥{yen_of(finding):,}" in page.strip.notes["back"].text()
    assert demo.desk.state is not None
    assert demo.desk.state.decided[key] == "claimed"
    (made,) = (decision for decision in decisions(demo.desk.store) if (decision.rule, decision.subject) == key)
    assert (made.holds(made.case), made.case.endswith(f" {yen_of(finding)}")) == (True, True)
    assert standing([made], {key: f"{finding.case} {yen_of(finding) + 1}"}) == {}, "of one yen more nothing was decided"
    assert page.findings.open == key_of(finding), "it stays in sight"
    decide_on_page(page, "", qtbot)
    assert page.back() == before


def test_a_claim_that_is_not_so_asks_why_and_shows_the_reason_again(demo: MainWindow, qtbot: QtBot) -> None:
    page = demo.payments
    finding = next(finding for finding in page.found() if may_come_back(finding))
    page.findings.turn_to(key_of(finding))
    (field,) = page.findings.panel.findChildren(DecisionField)
    field.choice.setCurrentIndex(field.choice.findData("not-so"))
    field.choice.answered.emit()
    assert not field.reason.isHidden(), "a reason is needed"
    field.reason.setText("Agreed with the buyer")
    with qtbot.waitSignal(page.desk.rows_came, timeout=LONG):
        field.reason.returnPressed.emit()
    (again,) = page.findings.panel.findChildren(DecisionField)
    assert again.reason.text() == "Agreed with the buyer"
    page.findings.turn_to(next(key for key in map(key_of, page.found()) if key != key_of(finding)))
    page.tell_findings()
    lines = [button.text() for button in page.findings.panel.findChildren(FoldButton)]
    assert lines[-1].endswith(finding.subject), "what is settled stands below what is open"
    assert in_panel(page).count("not so") == 1


def test_a_refund_to_be_made_is_decided_about_with_its_return(demo: MainWindow) -> None:
    page = demo.payments
    finding = next(finding for finding in page.found() if finding.rule == "payments.return-without-refund")
    page.findings.turn_to(key_of(finding))
    assert not page.findings.panel.findChildren(DecisionField)


def test_the_category_that_a_check_waits_for_or_doubts_has_its_field_beside_it(demo: MainWindow, qtbot: QtBot) -> None:
    page = demo.payments
    waiting = page.kept()["uncategorised"]
    fields = [field for field in page.findings.panel.findChildren(ChoiceField) if field.accessibleName().startswith("Not answered yet")]
    assert [field.accessibleName().rsplit(" · ", 1)[1] for field in fields] == waiting != []
    fields[0].setCurrentIndex(1)
    with qtbot.waitSignal(demo.desk.rows_came, timeout=LONG):
        fields[0].answered.emit()
    qtbot.waitUntil(lambda: page.kept()["uncategorised"] == waiting[1:], timeout=LONG)
    rate = next(finding for finding in page.found() if finding.case == "less")
    page.findings.turn_to(key_of(rate))
    (field,) = (field for field in page.findings.panel.findChildren(ChoiceField) if field.accessibleName().endswith(rate.subject))
    assert field.currentData(), "what is known is shown"


def test_what_is_settled_has_its_chip_and_marks_no_cell(demo: MainWindow, qtbot: QtBot) -> None:
    page = demo.payments
    twice = next(finding for finding in page.found() if finding.rule == "payments.paid-twice")
    before = dict(page.outcomes())
    page.findings.turn_to(key_of(twice))
    decide_on_page(page, "claimed", qtbot)
    assert page.outcomes()["settled"] == 1
    assert page.outcomes()[twice.outcome] == before[twice.outcome] - 1
    page.chips.buttons[3].setChecked(True)
    assert [finding.subject for finding in page.findings.found] == [twice.subject]
    decision = page.findings.decision
    assert decision is not None
    assert any(demo.desk.as_of.isoformat() in label.text() for label in decision.findChildren(QLabel)), "the day of the claim"


@pytest.mark.parametrize(("lang", "said"), [
    ("en", ("damaged order numbers (rows: 65) · damaged SKUs (rows: 3)", "without a spreadsheet program in between")),
    ("ja", ("注文番号が変わった行 65行 · SKUが変わった行 3行", "表計算ソフトで開かずに")),
])  # fmt: skip
def test_what_a_spreadsheet_damaged_is_said_of_each_file(qapp: QApplication, lang: str, said: tuple[str, str]) -> None:
    speak(qapp, lang)
    words = damaged_words({"damaged": [{"file": "july.csv", "orders": 65, "skus": 2, "zeros": 1}]})
    assert f"july.csv: {said[0]}" in words
    assert said[1] in words
    assert damaged_words({}) == ""
