"""The tab Today: what needs the owner is counted as the pages count it, and a press leads there."""

from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QDate, QPoint
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from sellerdesk import assets
from sellerdesk.clock import JAPAN
from sellerdesk.ui.desk import edits
from sellerdesk.ui.returns.refund_field import RefundField
from sellerdesk.ui.shell import new_figures
from sellerdesk.ui.shell.figures_dialog import FiguresDialog
from sellerdesk.ui.shell.main_window import TODAY, MainWindow
from sellerdesk.ui.shell.pack_dialog import PackDialog
from sellerdesk.ui.style import theme
from sellerdesk.ui.style.translate import speak
from sellerdesk.ui.today.today_lines import DoneLine, NeedLine
from sellerdesk.workflows.judged.need import Need
from sellerdesk.workflows.judged.today import load
from sellerdesk.workflows.judged.today import needs as found
from sellerdesk.workflows.judged.why import reasons_of
from sellerdesk.workflows.payments.found import may_come_back
from tests.conftest import Desk
from tests.ui.conftest import NOW, Opened

LONG = 30_000


def demo(opened: Opened, qtbot: QtBot) -> MainWindow:
    """A window with the demo shop, at Today."""
    window = opened(demo=True)
    window.tabs.setCurrentIndex(TODAY)
    qtbot.waitUntil(lambda: len(window.today.findChildren(QPushButton)) > len(window.today.found) > 0)
    return window


def needs(window: MainWindow) -> dict[str, int]:
    """The needs by name."""
    return {one.name: one.count for one in window.today.found}


def words_in(widget: QWidget) -> str:
    """All that is said in a part of the window."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def lowest(window: MainWindow) -> QWidget:
    """The last line on the page."""
    lines = [line for line in window.today.inside.findChildren(QWidget) if isinstance(line, (NeedLine, DoneLine))]
    return max(lines, key=lambda line: line.y())


def press(window: MainWindow, words: str) -> None:
    """Press the button whose accessible name holds some words."""
    next(one for one in window.today.findChildren(QPushButton) if words in one.accessibleName()).click()


def test_the_counts_are_those_of_the_pages_and_a_press_leads_there(opened: Opened, qtbot: QtBot) -> None:
    window = demo(opened, qtbot)
    told = needs(window)
    assert told["points_short"] + told.get("points_wrong", 0) == window.points.model.counts[0]
    assert told["sfp_wrong"] + told["alarm"] == window.sfp.model.counts[0]
    press(window, "fewer points than the least rate")
    assert window.stack.currentWidget() is window.points
    assert len(window.points.model.shown) == told["points_short"]
    window.tabs.setCurrentIndex(TODAY)
    press(window, f"Other offers that break the terms of Seller Fulfilled Prime: {told['sfp_wrong']}")
    assert window.stack.currentWidget() is window.sfp
    assert len(window.sfp.model.shown) == told["sfp_wrong"]
    window.sfp.only.click()
    assert len(window.sfp.model.shown) == sum(window.sfp.model.counts), "the others are one press away"


def test_a_sum_and_what_it_is_stand_together_beside_words_of_several_lines(qapp: QApplication, qtbot: QtBot) -> None:
    speak(qapp, "en")
    need = Need("points_short", "breach", 4, "points", 113_858)
    line = NeedLine(need, "Offers with fewer points than the least rate. " + "The fix file puts that right, " * 12, first=False)
    qtbot.addWidget(line)
    line.resize(600, 200)
    line.show()
    qtbot.wait(30)
    amount, what = (next(one for one in line.findChildren(QLabel) if one.text() == words) for words in ("113,858", "points short"))
    assert what.geometry().center().y() - amount.geometry().center().y() <= 24


def test_every_act_opens_exactly_its_rows_with_the_first_selected(opened: Opened, qtbot: QtBot) -> None:
    window = demo(opened, qtbot)
    with_rows = [one for one in window.today.found if one.subjects]
    assert {one.page for one in with_rows} >= {"points", "sfp", "shipments", "returned"}
    for one in with_rows:
        window.tabs.setCurrentIndex(TODAY)
        qtbot.waitUntil(lambda: bool(window.today.findChildren(NeedLine)))
        place = [each.name for each in window.today.found].index(one.name)
        line = window.today.findChildren(NeedLine)[place]
        line.button.click()
        page = window.stack.currentWidget()
        name = {"categories": "returned"}.get(one.page, one.page)
        assert page is getattr(window, name)
        if one.page == "templates":
            assert page.count.text().startswith(str(one.count)), "the places are those that the page counts"
            continue
        if one.page == "payments":
            assert page.findings.open.endswith(one.subjects[0]), "the most urgent claim is open"
            continue
        shown = [page.model.row(number) for number in range(len(page.model.shown))]
        keys = [row.sku if hasattr(row, "points") else row.order_id for row in shown]
        assert sorted(keys) == sorted(one.subjects), one.name
        assert page.table.selected_lines() == [0], one.name
        if one.name not in ("missing", "unknown_categories"):
            assert f"{len(keys):,}" in line.button.text(), one.name


def test_the_most_urgent_is_filled_red_and_bold_and_the_acts_are_of_one_width(opened: Opened, qtbot: QtBot) -> None:
    window = demo(opened, qtbot)
    lines = window.today.findChildren(NeedLine)
    assert [bool(line.button.styleSheet()) for line in lines] == [True] + [False] * (len(lines) - 1)
    assert len({line.button.width() for line in lines}) == 1
    assert not window.pages.isVisible(), "a lone page needs no tab"
    red = theme.colour("breach_bg")
    assert [line.palette().color(QPalette.ColorRole.AlternateBase) == red for line in lines] == [True] + [False] * (len(lines) - 1)
    assert {label.font().weight() for label in lines[0].findChildren(QLabel) if label.text()} == {
        QFont.Weight.DemiBold,
        QFont.Weight.Normal,
    }


def test_what_was_done_fades_in_its_place_with_thanks_and_can_be_undone(opened: Opened, qtbot: QtBot) -> None:
    window = demo(opened, qtbot)
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        window.desk.set_day(date(2026, 9, 24))
    late = sum(row.days_left is not None and row.days_left < 0 for row in window.desk.returns)
    qtbot.waitUntil(lambda: needs(window).get("refunds_overdue") == late > 1, timeout=LONG)
    qtbot.waitUntil(lambda: window.today.findChildren(NeedLine)[0].button.text() == f"Record refunds ({late})")
    window.today.findChildren(NeedLine)[0].button.click()
    assert window.stack.currentWidget() is window.deadlines
    page = window.deadlines
    assert len(page.model.shown) == late
    assert page.seen.text() == f"Shown: only the {late} from Today. 1 selected."
    assert page.refund.text() == "Mark as refunded (1)"
    top = page.table.mapTo(window, QPoint(0, 0)).y()
    page.every.click()
    assert (page.refund.text(), page.seen.text().rpartition(". ")[2]) == (f"Mark as refunded ({late})", "All are selected.")
    assert page.table.mapTo(window, QPoint(0, 0)).y() == top, "nothing jumps"
    page.only.release()
    qtbot.waitUntil(lambda: "from Today" not in page.seen.text())
    assert page.table.mapTo(window, QPoint(0, 0)).y() == top
    page.show_only([row.order_id for row in window.desk.returns if row.days_left is not None and row.days_left < 0])
    page.table.selectAll()
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        window.deadlines.refund.click()
    window.tabs.setCurrentIndex(TODAY)
    qtbot.waitUntil(lambda: "refunds_overdue" not in needs(window), timeout=LONG)
    qtbot.waitUntil(lambda: len(window.today.findChildren(DoneLine)) == 1)
    lines = [one for one in window.today.inside.children() if isinstance(one, (NeedLine, DoneLine))]
    assert isinstance(lines[0], DoneLine), "it stands where its need stood"
    assert f"Refunds recorded: {late}. Thank you" in words_in(lines[0])
    window.show_page("points")
    window.tabs.setCurrentIndex(TODAY)
    qtbot.waitUntil(lambda: isinstance(lowest(window), DoneLine))
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        window.today.findChildren(DoneLine)[-1].back.click()
    qtbot.waitUntil(lambda: "refunds_overdue" in needs(window), timeout=LONG)
    qtbot.waitUntil(lambda: not window.today.findChildren(DoneLine))


def test_a_label_is_taken_off_its_refund_while_that_is_open_and_claimed_once_it_is_made(opened: Opened, qtbot: QtBot) -> None:
    window = demo(opened, qtbot)
    place = next(number for number, one in enumerate(window.today.found) if one.name == "charged_refund")
    line, order = window.today.findChildren(NeedLine)[place], window.today.found[place].subjects[0]
    assert "take the label off" in words_in(line)
    assert line.button.text() == "See what to take off (1)"
    said = [words for line in window.today.findChildren(NeedLine) if (words := captions(line))]
    assert len(said) == len(set(said)) > 2, "no two lines name their yen alike"
    row = next(row for row in window.desk.returns if row.order_id == order)
    assert "take the label" in reasons_of(row.findings, "en")[0].fix, "the order's own panel says the same"
    line.button.click()
    window.returned.table.select([row.place])
    qtbot.waitUntil(lambda: "Taken off the refund" in acts_of(window))
    assert "Claimed from Amazon" not in acts_of(window), "it is no claim while the refund is still to be made"
    assert "1 to take off" in window.returned.claims.text()
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        next(one for one in window.returned.panel.findChildren(QPushButton) if one.text() == "Taken off the refund").click()
    assert window.returned.bar.done.words.text() == "Marked as taken off the refund, which is then made: 1"
    qtbot.waitUntil(lambda: "Take back “taken off”" in acts_of(window))
    assert not {"Claimed from Amazon", "Given back to the buyer", "Mark as refunded"} & set(acts_of(window)), "the refund is asked for once"
    taken = next(row for row in window.desk.returns if row.order_id == order)
    assert (row.cost, taken.cost) == (784, 44), "the label is got back: what is left is the fee"
    assert "not in the report" not in words_in(window.returned.panel), "that it is not known whether it was taken off"
    assert "refunded" in row.missing.split()
    assert "refunded" not in taken.missing.split(), "the refund less the label is what was refunded"
    qtbot.waitUntil(lambda: not any(field.isVisible() for field in window.returned.panel.findChildren(RefundField)))
    window.tabs.setCurrentIndex(TODAY)
    qtbot.waitUntil(lambda: "charged_refund" not in needs(window), timeout=LONG)
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        edits.undo(window.desk)
    qtbot.waitUntil(lambda: "charged_refund" in needs(window), timeout=LONG)
    back = next(row for row in window.desk.returns if row.order_id == order)
    assert (back.cost, back.why) == (row.cost, row.why), "one undo takes both back"
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        edits.decide(window.desk, "returns.refund-deadline", [order], "refunded")
        window.desk.load()
    qtbot.waitUntil(lambda: needs(window).get("charged_shop") == 1, timeout=LONG)
    assert "charged_refund" not in needs(window)
    window.show_page("returned")
    window.returned.table.select([row.place])
    qtbot.waitUntil(lambda: "Claimed from Amazon" in acts_of(window))
    assert "Taken off the refund" not in acts_of(window)
    assert "to take off" not in window.returned.claims.text()


def acts_of(window: MainWindow) -> list[str]:
    """What the panel of the returns offers to do."""
    return [one.text() for one in window.returned.panel.findChildren(QPushButton)]


def test_a_return_without_a_refund_has_one_verdict_on_every_page(opened: Opened, qtbot: QtBot) -> None:
    window = demo(opened, qtbot)
    state = window.desk.state
    assert state is not None
    missing = {one["subject"] for one in state.judged["payments"]["findings"] if one["rule"] == "payments.return-without-refund"}
    late = {row.order_id: row for row in window.desk.returns if row.days_left is not None and row.days_left < 0}
    assert missing & {*late}
    for order in missing & {*late}:
        for page in (window.returned, window.deadlines):
            row = next(row for row in page.listed() if row.order_id == order)
            assert (row.verdict, row.why) == (0, "returns.refund-deadline:unpaid"), order
    qtbot.waitUntil(lambda: any(one.name == "refunds_overdue" for one in window.today.found), timeout=LONG)
    assert next(one.look for one in window.today.found if one.name == "refunds_overdue") == "breach"


def captions(line: QWidget) -> str:
    """What a line says its yen are."""
    return line.findChildren(QLabel)[-1].text()


def test_it_is_what_a_returning_owner_sees_first_and_it_follows_what_is_decided(opened: Opened, qtbot: QtBot) -> None:
    first = opened()
    assert first.content.currentWidget() is first.choices
    with qtbot.waitSignal(first.desk.rows_came, timeout=LONG):
        first.choices.demo.click()
    assert first.stack.currentWidget() is first.points
    first.close()
    again = opened(now=datetime(2099, 9, 3, 10, 12, tzinfo=JAPAN))
    assert again.stack.currentWidget() is again.today
    assert NOW.year == again.desk.as_of.year
    qtbot.waitUntil(lambda: needs(again).get("old_report") == 1)


def test_the_command_says_the_same(opened: Opened, qtbot: QtBot) -> None:

    window = demo(opened, qtbot)
    shop = load(window.desk.store)
    assert [(one.name, one.count) for one in found(shop, window.desk.as_of, NOW)] == list(needs(window).items())


def test_the_figures_to_look_up_are_named_until_they_were_looked_at(opened: Opened, qtbot: QtBot) -> None:
    window = demo(opened, qtbot)
    window.desk.set_day(date(2027, 2, 3))
    qtbot.waitUntil(lambda: needs(window).get("look_up", 0) > 0, timeout=LONG)
    count = needs(window)["look_up"]
    window.go("figures")
    (dialog,) = window.findChildren(FiguresDialog)
    table = dialog.table
    marked = ["look up" in cell.text() for line in range(table.rowCount()) if (cell := table.item(line, 4)) is not None]
    assert marked == [True] * count + [False] * (table.rowCount() - count), "those to look up are named, and stand first"
    dialog.close()
    window.today.freshen()
    qtbot.wait(100)
    assert "look_up" in needs(window), "who only looked in is reminded again"
    window.go("figures")
    window.findChildren(FiguresDialog)[-1].looked_up.click()
    qtbot.waitUntil(lambda: "look_up" not in needs(window), timeout=LONG)
    window.findChildren(FiguresDialog)[-1].close()
    qtbot.waitUntil(window.notice.back.isVisible, timeout=LONG)
    assert "looked the figures up" in window.notice.text.text()
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        window.notice.back.click()
    qtbot.waitUntil(lambda: "look_up" in needs(window), timeout=LONG)
    assert "noted that the figures were looked up" in window.notice.words, "that was taken back, and nothing else"


def test_a_pack_names_in_the_window_what_it_turns_and_today_announces_its_day(
    opened: Opened, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    report = tmp_path / "l.txt"
    report.write_text("seller-sku\titem-name\tprice\tPoints\titem-condition\nA-9\tt\t1000\t550\t11\n", encoding="utf-8")
    desk("import", report, "--judge", "--as-of", "2026-12-10")
    window = opened("ja", datetime(2026, 12, 10, 9, 0, tzinfo=JAPAN))
    with qtbot.waitSignal(window.desk.rows_came, timeout=30_000):
        window.day.setDate(QDate(2026, 12, 10))
    new_figures.show_pack(window.desk, window, assets.path("help/pack_example.toml"))
    dialog = window.findChildren(PackDialog)[-1]
    qtbot.waitUntil(dialog.take.isEnabled, timeout=LONG)
    assert "出品1件の判定が変わります" in dialog.text.toPlainText()
    assert "A-9" in dialog.text.toPlainText()
    with qtbot.waitSignal(window.desk.rows_came, timeout=30_000):
        dialog.take.click()
    window.tabs.setCurrentIndex(TODAY)
    qtbot.waitUntil(lambda: "2027-01-01" in words_in(window), timeout=30_000)
    assert "50% → 60%" in words_in(window)
    press(window, "ポイントの上限")
    assert window.stack.currentWidget() is window.points


def listings_without_prices(folder: Path) -> Path:
    """Two offers whose price no report tells, and one that is in order."""
    head = "seller-sku\titem-name\tprice\tPoints\titem-condition\tmerchant-shipping-group\n"
    file = folder / "listings.txt"
    file.write_text(head + "A\tt\t\t40\t11\tP\nB\tt\t\t40\t11\tP\nC\tt\t2000\t40\t11\tP\n", encoding="utf-8")
    return file


def test_offers_that_wait_for_a_price_are_shown_where_prices_are_judged(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(reports=[listings_without_prices(tmp_path)])
    window.tabs.setCurrentIndex(TODAY)
    qtbot.waitUntil(lambda: "missing" in needs(window), timeout=LONG)
    (need,) = (one for one in window.today.found if one.name == "missing")
    assert (need.fact, need.count, need.page) == ("price", 2, "points")
    line = window.today.findChildren(NeedLine)[[one.name for one in window.today.found].index("missing")]
    assert "See offers (2)" in line.button.text(), "no page asks what an offer costs"
    line.button.click()
    assert window.stack.currentWidget() is window.points
    assert {window.points.model.row(number).sku for number in range(len(window.points.model.shown))} == {"A", "B"}


def test_the_missed_rates_are_unfolded_and_no_earlier_filter_is_left(opened: Opened, qtbot: QtBot) -> None:
    window = demo(opened, qtbot)
    window.go("shipments", [window.desk.shipments[0].order_id])
    assert window.shipments.only.subjects
    assert not window.shipments.rates.isVisible()
    window.tabs.setCurrentIndex(TODAY)
    (need,) = (one for one in window.today.found if one.name == "rates_missed")
    window.go(need.page, need.subjects)
    assert window.stack.currentWidget() is window.shipments
    assert window.shipments.rates.isVisible()
    assert not window.shipments.only.subjects


def test_shipping_templates_against_the_terms_are_a_line_that_opens_them(opened: Opened, qtbot: QtBot) -> None:
    window = demo(opened, qtbot)
    (need,) = (one for one in window.today.found if one.name == "templates_wrong")
    press(window, "shipping templates that break the terms")
    assert window.stack.currentWidget() is window.templates
    assert window.templates.count.text() == f"{need.count} cells break the terms"


def test_a_refund_that_the_payments_surely_lack_is_to_fix_here_too(opened: Opened, qtbot: QtBot) -> None:
    window = opened(as_of=date(2026, 11, 28), demo=True)
    window.tabs.setCurrentIndex(TODAY)
    qtbot.waitUntil(lambda: "refunds_overdue" in needs(window), timeout=LONG)
    (need,) = (one for one in window.today.found if one.name == "refunds_overdue")
    lacking = {one.subject for one in window.payments.found() if one.rule == "payments.return-without-refund" and one.outcome == "breach"}
    assert lacking & set(need.subjects)
    assert need.look == "breach"


def test_several_changes_of_one_kind_are_one_line_that_stays_where_it_stands(opened: Opened, qtbot: QtBot) -> None:
    window = demo(opened, qtbot)
    for day in ("2020-08-13", "2020-08-14", "2020-08-15"):
        assert edits.tell_account(window.desk, {"closed_days": day})
    said = "Your shop's dates and facts are recorded. Thank you! (3 times)"
    qtbot.waitUntil(lambda: [said in words_in(line) for line in window.today.findChildren(DoneLine)] == [True])
    window.close()
    again = opened(demo=True)
    for _visit in range(2):
        again.tabs.setCurrentIndex(TODAY)
        qtbot.waitUntil(lambda: [said in words_in(line) for line in again.today.findChildren(DoneLine)] == [True])
        again.today.freshen()
        qtbot.waitUntil(lambda: isinstance(lowest(again), DoneLine))
        qtbot.wait(100)
        qtbot.waitUntil(lambda: isinstance(lowest(again), DoneLine))  # what was done before stands at the end, and does not wander
        again.show_page("points")


LISTING = "seller-sku\titem-name\tprice\tPoints\titem-condition\tfulfillment-channel\tmerchant-shipping-group\tquantity\tasin1\n"


def line_of(window: MainWindow, name: str) -> NeedLine:
    """The line of a need."""
    place = [one.name for one in window.today.found].index(name)
    return window.today.findChildren(NeedLine)[place]


def test_what_waits_for_a_fact_of_the_report_opens_where_points_are_asked_for_whatever_was_filtered(
    opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    listings = tmp_path / "listings.txt"
    rows = [f"N{number}\tt\t\t20\t11\tAMAZON_JP\tplain\t3\tB{number}\n" for number in range(4)]
    listings.write_text(LISTING + "".join(rows) + "P\tt\t1000\t0\t11\tAMAZON_JP\tplain\t3\tB9\n", encoding="utf-8")
    window = opened(reports=[listings])
    window.go("sfp", ["P"])
    window.go("points", ["P"])
    window.search.setText("P")
    window.tabs.setCurrentIndex(TODAY)
    qtbot.waitUntil(lambda: "missing" in needs(window))
    qtbot.waitUntil(lambda: len(window.today.findChildren(NeedLine)) == len(window.today.found))
    button = line_of(window, "missing").button
    assert button.text() == "See offers (4)", "no question of the program asks for a price"
    button.click()
    assert window.stack.currentWidget() is window.points
    page = window.points
    assert [page.model.row(line).sku for line in range(len(page.model.shown))] == ["N0", "N1", "N2", "N3"]
    window.go("sfp")
    assert not window.sfp.only.isVisibleTo(window), "a page that is shown whole forgets what it was kept to"


def test_offers_chosen_elsewhere_are_what_title_and_causes_name(opened: Opened) -> None:
    window = opened("ja", demo=True)
    window.show_page("sfp")
    page = window.sfp
    some = [row.sku for row in window.desk.rows if row.sfp_verdict == 0][:3]
    assert page.title.text() == "すべての出品"
    window.go("sfp", some)
    first = page.causes.causes.items[0]
    assert (page.title.text(), first.title, first.offers) == ("選ばれた出品", "選ばれた出品", 3)
    page.only.click()
    assert (page.title.text(), page.causes.causes.items[0].title) == ("すべての出品", "すべての出品")


def test_the_rates_that_are_missed_open_unfolded(opened: Opened) -> None:
    window = opened(demo=True)
    window.go("shipments", ["none"])
    window.go("rates")
    assert window.stack.currentWidget() is window.shipments
    assert window.shipments.rates.isVisibleTo(window)
    assert not window.shipments.only.isVisibleTo(window)


def test_a_claim_that_was_taken_back_is_thanked_for_no_more(opened: Opened, qtbot: QtBot) -> None:
    window = demo(opened, qtbot)
    claim = next(finding for finding in window.payments.found() if may_come_back(finding))
    for kind, thanked in (("claimed", True), ("", False), ("claimed", True)):
        edits.decide(window.desk, claim.rule, [claim.subject], kind)
        with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
            window.desk.load()

        def is_told(wanted: bool = thanked) -> bool:  # noqa: FBT001 (it is called without it)
            return ("Claims recorded: 1." in words_in(window.today)) == wanted

        qtbot.waitUntil(is_told)
