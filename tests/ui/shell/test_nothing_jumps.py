"""Nothing jumps: messages float, a reload keeps selection and scroll, columns stay, and every answer says how many and how to undo it."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from sellerdesk.ui.desk import edits
from sellerdesk.ui.desk.outcome_words import DONE
from sellerdesk.ui.sfp.answer_many_dialog import AnswerManyDialog
from sellerdesk.ui.shell.main_window import MainWindow
from sellerdesk.ui.shell.notice import OF_ONE_ACT_MS
from tests.made_shop import make
from tests.ui.conftest import Opened

LONG = 30_000
LOOKS = 20
"""Looks that agree, 10 ms apart, before a page counts as still."""


@pytest.fixture
def window(opened: Opened, qtbot: QtBot, tmp_path: Path) -> MainWindow:
    """A window with some hundred offers."""
    made = opened(reports=[make(tmp_path / "shop", times=4).folder / "listings.txt"])
    made.show_page("sfp")
    with qtbot.waitSignal(made.desk.rows_came, timeout=LONG):
        made.sfp.question.take.click()
    return made


def places(window: MainWindow) -> list[tuple[int, int, int, int]]:
    """Where every part of the page in sight stands."""
    page = window.stack.currentWidget()
    assert page is not None
    return [one.geometry().getRect() for one in page.findChildren(QWidget) if one.isVisible()]  # type: ignore[misc]  # four numbers


def come_to_rest(window: MainWindow, qtbot: QtBot) -> list[tuple[int, int, int, int]]:
    """Where everything stands once it has stood there for a fifth of a second: a busy machine lays a new panel out in several turns."""
    looks = [places(window)]

    def unmoved() -> bool:
        looks.append(places(window))
        return not window.sfp.panel.stale and len(looks) > LOOKS and all(look == looks[-1] for look in looks[-LOOKS:])

    qtbot.waitUntil(unmoved, timeout=LONG)
    return looks[-1]


@pytest.mark.parametrize("kind", ["ok", "check", "breach"])
def test_a_message_floats_and_moves_nothing(window: MainWindow, qtbot: QtBot, kind: str) -> None:
    before = come_to_rest(window, qtbot)
    window.desk.said.emit("A sentence that is rather long. " * 4, kind)
    qtbot.wait(50)
    assert window.notice.isVisible()
    assert window.rect().contains(window.notice.geometry())
    assert places(window) == before
    over = window.notice.geometry()
    assert over.top() >= window.content.mapTo(window, window.content.rect().bottomLeft()).y(), "no control and no figure is covered"
    assert over.width() == window.width()
    assert window.notice.text.text().startswith("A sentence that is rather long."), "all of it is there for a screen reader"
    window.desk.working.emit("Checking", 3, 10)
    qtbot.wait(50)
    assert places(window) == before


def test_a_message_longer_than_a_line_is_read_whole_after_a_press(window: MainWindow, qtbot: QtBot) -> None:
    before = come_to_rest(window, qtbot)
    window.desk.said.emit("b.txt is in.", "ok")
    qtbot.wait(20)
    assert not window.notice.whole.isVisible()
    window.desk.said.emit("letter.txt: This file is empty.\n" + "A sentence that is rather long. " * 12, "breach")
    qtbot.wait(20)
    assert window.notice.short.isVisible()
    assert window.notice.short.text().endswith("…")
    window.notice.whole.click()
    qtbot.wait(20)
    assert window.notice.text.isVisible()
    assert not window.notice.short.isVisible()
    assert window.notice.text.height() >= window.notice.text.heightForWidth(window.notice.text.width())
    assert places(window) == before


def test_several_selected_offers_and_the_scroll_survive_a_reload(window: MainWindow, qtbot: QtBot) -> None:
    table = window.sfp.table
    table.select([window.sfp.model.shown[line] for line in (30, 31, 34)])
    table.verticalScrollBar().setValue(600)
    skus = [row.sku for row in window.sfp.selected()]
    assert len(skus) == 3
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        window.desk.load()
    qtbot.wait(50)
    assert [row.sku for row in window.sfp.selected()] == skus
    assert table.verticalScrollBar().value() == 600


def test_what_the_panel_speaks_of_stays_in_view_when_rows_come_in_another_order(window: MainWindow, qtbot: QtBot) -> None:
    table, model = window.sfp.table, window.sfp.model
    table.select([model.shown[2]])
    sku = window.sfp.selected()[0].sku
    assert table.has_selected_in_view()
    rows, last = window.desk.rows, len(window.desk.rows) - 1
    moved = [row for row in rows if row.sku != sku] + [row for row in rows if row.sku == sku]
    window.desk.rows = [row._replace(place=place, sfp_verdict=3 if place == last else row.sfp_verdict) for place, row in enumerate(moved)]
    for act in window.sfp.to_take():
        for step in act() or ():
            step()
    qtbot.wait(50)
    assert [row.sku for row in window.sfp.selected()] == [sku]
    assert table.selected_lines()[0] > 30
    assert table.has_selected_in_view()


def test_columns_do_not_move_with_the_scroll_bar(window: MainWindow, qtbot: QtBot) -> None:
    table = window.points.table
    window.show_page("points")
    qtbot.wait(50)

    def edges() -> list[int]:
        header = table.horizontalHeader()
        return [header.sectionViewportPosition(place) for place in range(header.count())]

    before = edges()
    assert table.verticalScrollBar().isVisible()
    window.search.setText(window.points.model.row(3).sku)
    qtbot.waitUntil(lambda: len(window.points.model.shown) == 1)
    qtbot.waitUntil(lambda: not table.verticalScrollBar().isVisible())
    assert edges() == before


def test_an_answer_says_how_many_and_undo_names_them(window: MainWindow, qtbot: QtBot) -> None:
    waiting = [row.sku for row in window.desk.rows if "hazmat" in row.missing.split()]
    assert 20 < len(waiting) <= edits.AT_ONCE
    window.resize(1366, 768)
    qtbot.wait(50)
    bar, high = window.sfp.bar, window.sfp.bar.height()
    edits.answer_missing(window.desk, "hazmat", "no")
    line = window.sfp.bar.done
    assert line.isVisible()
    qtbot.wait(50)
    assert (bar.height(), bar.note.isVisible()) == (high, False), "the note gives way: a column of single words would push the page up"
    assert line.words.text() == f"Answered for {len(waiting)} offers"
    assert f"({len(waiting)})" in window.undo.toolTip()
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        line.back.click()
    assert not line.isVisible()
    assert f"{len(waiting)}" in window.notice.text.text()
    assert [row.sku for row in window.desk.rows if "hazmat" in row.missing.split()] == waiting


def test_an_answer_for_many_says_how_many_it_touches_and_has_no_default(window: MainWindow, qtbot: QtBot) -> None:
    dialog = AnswerManyDialog(window.desk, window)
    dialog.show()
    assert [one for one in dialog.findChildren(QPushButton) if one.isDefault() or one.autoDefault()] == []
    assert not dialog.yes.isEnabled()
    title = window.desk.rows[0].title
    dialog.value.setText(title)
    count = sum(title in row.title for row in window.desk.rows)
    assert dialog.yes.text() == f"Answer for {count} offers"
    dialog.value.setText("no such words")
    assert not dialog.yes.isEnabled()
    dialog.value.setText(title)
    assert not dialog.yes.isEnabled(), "no answer stands there beforehand"
    dialog.answer.setCurrentIndex(1)
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        dialog.yes.click()
    assert window.sfp.bar.done.words.text() == f"Answered for {count} offers"


def test_a_message_that_went_is_not_said_again_when_some_work_ends(window: MainWindow) -> None:
    window.desk.said.emit("Undone: something", "ok")
    assert window.notice.isVisible()
    window.notice.going.timeout.emit()
    assert not window.notice.isVisible()
    window.desk.working.emit("Checking", 1, 10)
    window.desk.working.emit("", 0, 0)
    assert not window.notice.isVisible()


def test_a_mistake_that_was_mended_is_no_longer_said(window: MainWindow, qtbot: QtBot) -> None:
    window.desk.said.emit("This day cannot be used", "breach")
    window.desk.said.emit("Saved", DONE)
    assert window.notice.text.text() == "This day cannot be used", "what one act says together stays"
    qtbot.wait(OF_ONE_ACT_MS + 100)
    window.desk.said.emit("Saved", DONE)
    assert window.notice.isHidden() or window.notice.text.text() == "Saved"


def test_a_selected_row_stays_in_view_when_the_table_gets_lower(window: MainWindow, qtbot: QtBot) -> None:
    table, model = window.sfp.table, window.sfp.model
    table.select([model.shown[-1]])
    come_to_rest(window, qtbot)
    assert table.has_selected_in_view()
    window.resize(window.width(), window.height() - 2 * table.verticalHeader().defaultSectionSize())
    qtbot.wait(50)
    assert table.has_selected_in_view()
    table.verticalScrollBar().setValue(0)
    window.resize(window.width(), window.height() - table.verticalHeader().defaultSectionSize())
    qtbot.wait(50)
    assert table.verticalScrollBar().value() == 0, "who has scrolled away from it stays there"
