"""Facts of several offers at once in the why panel: what is alike is shown, what differs is left alone, one undo takes all back."""

from pathlib import Path

from PySide6.QtCore import QItemSelectionModel
from pytestqt.qtbot import QtBot

from sellerdesk.ui.desk import edits
from sellerdesk.ui.shell.main_window import MainWindow
from sellerdesk.workflows.judged.answers import common_facts
from tests.made_shop import make
from tests.ui.conftest import Opened

LONG = 30_000


def sfp_offers(opened: Opened, qtbot: QtBot, folder: Path, times: int = 1) -> MainWindow:
    """A window at the offers of SFP, with facts told."""
    shop = make(folder, times=times)
    window = opened(reports=[shop.folder / name for name in ("listings.txt", "facts.csv")])
    window.show_page("sfp")
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        window.sfp.question.take.click()
    return window


def select(window: MainWindow, skus: list[str], qtbot: QtBot) -> None:
    """Select rows, and wait until the panel speaks of them."""
    table = window.sfp.table
    table.clearSelection()
    flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for line in range(window.sfp.model.rowCount()):
        if window.sfp.model.row(line).sku in skus:
            table.selectionModel().select(window.sfp.model.index(line, 0), flags)
    qtbot.waitUntil(lambda: not window.sfp.panel.stale)


def choose(window: MainWindow, fact: str, told: str) -> None:
    """Choose an answer in the list of a field."""
    field = window.sfp.panel.fields[fact]
    field.setCurrentIndex(field.findData(told))
    field.activated.emit(field.currentIndex())


def test_what_is_alike_is_shown_and_what_differs_stays(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    window = sfp_offers(opened, qtbot, tmp_path / "shop")
    skus = [window.sfp.model.row(line).sku for line in range(3)]
    for sku, told in zip(skus, ("yes", "no", "no"), strict=True):
        edits.answer(window.desk, [sku], "medical", told)
    edits.answer(window.desk, skus, "hazmat", "no")
    select(window, skus, qtbot)
    panel = window.sfp.panel
    assert panel.fields["hazmat"].currentText() == "No"
    assert panel.fields["medical"].currentText() == "Various (left as is)"
    with qtbot.waitSignal(window.desk.edited):
        choose(window, "hazmat", "potential")
    qtbot.waitUntil(lambda: not panel.stale)
    assert panel.fields["hazmat"].currentText() == "Potentially"
    assert panel.skus == sorted(panel.skus, key=skus.index), "the same offers stay selected"
    assert panel.fields["medical"].currentText() == "Various (left as is)", "what was not touched stays"
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        window.undo.click()
    select(window, skus, qtbot)
    assert panel.fields["hazmat"].currentText() == "No", "one undo takes all of them back"


def test_many_hundreds_are_answered_without_looking_each_up(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    window = sfp_offers(opened, qtbot, tmp_path / "shop", times=20)
    window.sfp.table.selectAll()
    qtbot.waitUntil(lambda: not window.sfp.panel.stale)
    skus = window.sfp.panel.skus.copy()
    assert len(skus) > edits.AT_ONCE
    assert window.sfp.panel.fields["hazmat"].currentText() == "Various (left as is)"
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        choose(window, "hazmat", "yes")
    assert common_facts(window.desk.store, skus)["hazmat"] == "yes"
