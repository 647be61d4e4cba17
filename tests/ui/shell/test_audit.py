"""Every page and every dialog, in both languages, with larger letters and at 200%: all is named, reached by Tab, and nothing is cut."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from sellerdesk.ui.cashless.replies_dialog import RepliesDialog
from sellerdesk.ui.lists.lost_cells_dialog import LostCellsDialog
from sellerdesk.ui.payments.rows_dialog import RowsDialog
from sellerdesk.ui.points.points_list_dialog import PointsListDialog
from sellerdesk.ui.returns.assumptions_dialog import Assumed
from sellerdesk.ui.returns.compare_dialog import CompareDialog
from sellerdesk.ui.returns.what_if_dialog import WhatIf
from sellerdesk.ui.sfp.answer_many_dialog import AnswerManyDialog
from sellerdesk.ui.shell import new_figures
from sellerdesk.ui.shell.bug_report import BugReport
from sellerdesk.ui.shell.main_window import MainWindow
from sellerdesk.ui.shell.pages import PAGES
from sellerdesk.ui.shop.backups_dialog import BackupsDialog
from sellerdesk.ui.shop.import_dialog import ImportDialog
from sellerdesk.ui.shop.imports_dialog import ImportsDialog
from sellerdesk.ui.shop.refused_rows_dialog import RefusedRowsDialog
from sellerdesk.ui.shop.watched_folder_dialog import WatchedFolderDialog
from sellerdesk.ui.widgets.form_dialog import KeepQuestion
from sellerdesk.ui.widgets.question import Question
from tests.conftest import ROOT
from tests.ui import looked_through
from tests.ui.conftest import Opened

LONG = 30_000
SIZE = (1180, 680)
SCREEN = {"name": "one", "x": 0, "y": 0, "width": 2880, "height": 1800, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
LOST = [{"row": 2, "column": "名前", "value": "㈱" * 30, "why": "encoding", "fix": "?"}]
PAID = {"count": 1, "yen": -740, "rows": [
    {"at": "2026-09-24 10:12:00", "type": "返金", "order_id": "249-1", "sku": "A-1", "text": "靴", "yen": -740},
]}  # fmt: skip
LISTED = {"counts": {"differs": 1}, "source": {}, "skus": [
    {"sku": "A-1", "case": "differs", "percent": 2, "price": 1_000, "points": 10, "shows": 1, "choose": None},
]}  # fmt: skip
SHEET = "番号\t名まえ\t値段\nA-1\t靴\t1000\n"


def dialogs(window: MainWindow) -> Iterator[Callable[[], object]]:
    """What shows every dialog."""
    desk = window.desk
    for form in ("points-central", "price-file"):
        yield lambda form=form: window.points.preview(form)  # type: ignore[misc]  # a default binds
    for form in ("prime-template", "restock"):
        yield lambda form=form: window.sfp.preview(form)  # type: ignore[misc]  # as above
    yield from (window.points.interview, window.points.record, window.show_history, window.show_palette, window.show_passages, window.about)
    for page in ("guide", "terms", "keys", "changes"):
        yield lambda page=page: window.show_guide(page)  # type: ignore[misc]  # as above
    for kind in (AnswerManyDialog, Assumed, BackupsDialog, ImportsDialog, RefusedRowsDialog, RepliesDialog, WhatIf):
        yield lambda kind=kind: kind(desk, window).show()  # type: ignore[misc]  # as above
    yield lambda: BugReport(desk, "sellerdesk 1.0\nui/desk.py 12", window).show()
    yield lambda: LostCellsDialog(desk, window, LOST).show()
    yield lambda: RowsDialog(desk, window, "12", PAID).show()
    yield lambda: PointsListDialog(desk, window, LISTED).show()
    yield lambda: compared(window)
    yield lambda: KeepQuestion(desk, window).show()
    yield lambda: Question(desk, window, "12", "12", "12").show()
    yield lambda: WatchedFolderDialog(desk, window, window.inbox).show()
    yield window.points.views.ask
    yield lambda: new_figures.show_figures(desk, window)
    yield lambda: new_figures.show_pack(desk, window, ROOT / "tests/data/no_pack.toml")


def compared(window: MainWindow) -> None:
    """Two easily mistaken reasons side by side; nothing while the answer in the calculator has no twin."""
    quote = window.returns.quote
    if quote is not None and quote.twins:
        CompareDialog(window.desk, window, quote, window.returns.assumptions()).show()


def shown(window: MainWindow) -> list[QDialog]:
    """The dialogs that are open."""
    return [one for one in window.findChildren(QDialog) if one.isVisible()]


def preview_of(window: MainWindow, qtbot: QtBot, folder: Path) -> Callable[[], object]:
    """What shows a sheet of which no column is known, before it is taken."""
    file = folder / "sheet.txt"
    file.write_text(SHEET, encoding="utf-8")

    def act() -> None:
        window.importing.look(file)
        qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(ImportDialog)), timeout=LONG)

    return act


def faults(window: MainWindow, qtbot: QtBot, folder: Path) -> tuple[list[str], set[str]]:
    """All that is wrong on every page and in every dialog, and the modules of the dialogs that were seen."""
    found, seen = offer_faults(window, qtbot), set()
    for page in [page for pages in PAGES for page in pages]:
        window.show_page(page)
        if page == "returns":
            window.returns.reason.setCurrentIndex(11)
            window.returns.form.set_text("category", "Toys")
        rest(window, qtbot)
        found += [f"{page}: {one}" for one in looked_through.audited(window)]
    for act in (*dialogs(window), preview_of(window, qtbot, folder)):
        act()
        for one in shown(window):
            rest(one, qtbot)
            seen.add(type(one).__module__.rpartition(".")[2])
            found += [f"{type(one).__name__} {one.windowTitle()!r}: {fault}" for fault in looked_through.audited(one)]
            one.close()
            QApplication.processEvents()
    return found, seen


def offer_faults(window: MainWindow, qtbot: QtBot) -> list[str]:
    """All that is wrong while a report of the watched folder is offered."""
    line = window.inbox.line
    with_long_names = [(Path(f"{name}_2026-09-24.txt"), "listings report") for name in ("a" * 40, "b")]
    window.inbox.offered = with_long_names
    window.inbox.offer()
    rest(window, qtbot)
    found = [f"offer: {one}" for one in looked_through.audited(window)]
    assert line.isVisible()
    line.other.click()
    line.other.click()
    assert not line.isVisible()
    return found


def rest(root: QWidget, qtbot: QtBot) -> None:
    """Wait until a window's layout came to rest, or for as long as that can take on a busy machine."""
    child = getattr(root, "child", None)
    qtbot.waitUntil(lambda: child is None or not child.running, timeout=LONG)
    looked_through.settle()
    for _turn in range(20):
        if not looked_through.cut(root):
            return
        qtbot.wait(20)


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_window_without_a_shop(opened: Opened, qtbot: QtBot, lang: str) -> None:
    window = opened(lang)
    window.resize(*SIZE)
    rest(window, qtbot)
    assert looked_through.audited(window) == []


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("steps", [0, 3])
def test_the_whole_tree(opened: Opened, qtbot: QtBot, tmp_path: Path, lang: str, steps: int) -> None:
    window = opened(lang, demo=True)
    window.resize(*SIZE)
    for _step in range(steps):
        window.desk.zoom(1)
    with qtbot.waitSignal(window.desk.restyled, timeout=LONG):
        window.desk.restyle()
    found, seen = faults(window, qtbot, tmp_path)
    assert found == [], "\n".join(found)
    there = {kind.__module__.rpartition(".")[2] for kind in looked_through.every_dialog() if not kind.__subclasses__()}
    assert there - seen == set(), "every dialog is looked through"


class Stretched(QTranslator):
    """English two fifths longer, in marks: what another language may need."""

    def translate(self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1) -> str:  # noqa: ARG002, N803 (Qt's)
        """The words with as many more as make them so long."""
        return f"[{sourceText}{' ééé' * max(1, len(sourceText) // 10)}]"


def test_a_language_of_longer_words_is_not_cut(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    longer = Stretched()
    QApplication.installTranslator(longer)
    try:
        window = opened("en", demo=True)
        window.resize(*SIZE)
        assert window.open_button.text() == "[Open report… ééé]"
        found = [one for one in faults(window, qtbot, tmp_path)[0] if "cut:" in one]
        assert found == [], "\n".join(found)
    finally:
        QApplication.removeTranslator(longer)


def test_the_whole_tree_at_200_per_cent(tmp_path: Path) -> None:
    screen = tmp_path / "screen.json"
    screen.write_text(json.dumps({"screens": [SCREEN]}))
    env = {**os.environ, "QT_SCALE_FACTOR": "2", "QT_QPA_PLATFORM": f"offscreen:configfile={screen}"}
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        __file__,
        "-k",
        "test_a_window_without_a_shop or (test_the_whole_tree and (0-ja or 3-en))",
    ]
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-6000:]
