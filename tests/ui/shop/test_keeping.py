"""The window keeps the shop: one writes it at a time, backups are made and put back, and what threatens it is said with a way out."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from sellerdesk.clock import JAPAN
from sellerdesk.store import holding
from sellerdesk.store.backups import every
from sellerdesk.ui import start
from sellerdesk.ui.desk import edits
from sellerdesk.ui.desk.open_store import OpenStore
from sellerdesk.ui.shell.main_window import MainWindow
from sellerdesk.ui.shop.backups_dialog import BackupsDialog
from sellerdesk.workflows.shop import backups, facts
from tests.conftest import ROOT, Desk
from tests.made_shop import make
from tests.ui.conftest import NOW, Opened

LONG = 30_000
HOLD = "import sys, pathlib, time; from sellerdesk.store.holding import take; print(take(pathlib.Path(sys.argv[1])), flush=True); time.sleep(99)"


@pytest.fixture
def store(desk: Desk, tmp_path: Path) -> Path:
    """A shop that was saved and judged."""
    desk("import", make(tmp_path / "shop", times=3).folder / "listings.txt", "--judge", "--as-of", "2020-08-03")
    return tmp_path / "data/shops/main.db"


@pytest.fixture
def another(store: Path) -> Iterator["subprocess.Popen[bytes]"]:
    """Another window's process that holds the shop."""
    process = subprocess.Popen([sys.executable, "-c", HOLD, str(store)], stdout=subprocess.PIPE, cwd=ROOT)
    assert process.stdout is not None
    assert process.stdout.readline().strip() == b"True"
    yield process
    process.kill()
    process.communicate()


def listed(window: MainWindow) -> BackupsDialog:
    """The list of backups, open."""
    window.menus.actions["backups"].trigger()
    (dialog,) = window.findChildren(BackupsDialog)
    return dialog


def test_edits_stay_with_the_store_and_leave_it_whole(opened: Opened, qtbot: QtBot, store: Path) -> None:
    window, log = opened(), store.with_name("main.db-wal")
    edits.answer(window.desk, [window.desk.rows[0].sku], "hazmat", "yes")
    edits.answer(window.desk, [window.desk.rows[1].sku], "hazmat", "yes")
    assert log.stat().st_size > 0, "the last edit is in the log: to write it back is too much for every edit"
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        window.desk.judge()
    assert not log.exists() or log.stat().st_size == 0, "whoever else works on the store finds it whole"
    edits.answer(window.desk, [window.desk.rows[2].sku], "hazmat", "yes")
    window.close()
    assert not log.exists() or log.stat().st_size == 0
    with closing(sqlite3.connect(store)) as db:
        assert db.execute("select count(*) from sku_fact where fact = 'hazmat' and value = 'yes'").fetchone() == (3,)
        assert db.execute("pragma integrity_check").fetchone() == ("ok",)


def test_a_second_window_reads_only_says_why_and_takes_over(
    opened: Opened, qtbot: QtBot, another: "subprocess.Popen[bytes]", store: Path
) -> None:
    window = opened()
    standing = window.keeping.standing
    assert "another window" in standing.text.text()
    assert len(window.desk.rows) > 10
    assert not window.open_button.isEnabled()
    edits.answer(window.desk, [window.desk.rows[0].sku], "hazmat", "yes")
    assert "another window" in window.notice.text.text()
    window.desk.open(store.parents[2] / "shop/listings.txt")
    qtbot.waitUntil(lambda: not window.desk.child.running, timeout=LONG)
    assert "another window" in window.notice.text.text()
    another.kill()
    another.wait()
    edits.answer(window.desk, [window.desk.rows[0].sku], "hazmat", "yes")
    assert "another window" in window.notice.text.text(), "what it shows may be old by now"
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        standing.button.click()
    assert not standing.isVisibleTo(window)
    assert window.open_button.isEnabled()
    edits.answer(window.desk, [window.desk.rows[0].sku], "hazmat", "yes")
    assert window.desk.state is not None
    assert (deed := window.desk.state.changes[0]) is not None
    assert deed.name == "fact"


def test_commands_that_write_say_that_a_window_has_the_shop(desk: Desk, another: "subprocess.Popen[bytes]") -> None:
    for command in (["facts", "set", "A", "hazmat=no"], ["undo"], ["imports", "remove", 1], ["restore", "1"], ["judge"]):
        answer = desk(*command)
        assert (answer.status, "another window" in answer.err, len(answer.err.splitlines())) == (2, True, 1), command
    assert desk("offers").status == 0
    another.kill()
    another.wait()
    assert desk("facts", "set", "A", "hazmat=no").status == 0


def test_the_window_and_its_children_write_while_it_holds_the_shop(opened: Opened, qtbot: QtBot, store: Path, tmp_path: Path) -> None:
    window = opened()
    taken = subprocess.run([sys.executable, "-c", HOLD.replace("99", "0"), str(store)], stdout=subprocess.PIPE, cwd=ROOT, check=True).stdout
    assert taken.strip() == b"False"
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        window.desk.open(make(tmp_path / "more", times=4).folder / "listings.txt")
    assert window.notice.kind in ("", "ok"), window.notice.words
    window.close()
    taken = subprocess.run([sys.executable, "-c", HOLD.replace("99", "0"), str(store)], stdout=subprocess.PIPE, cwd=ROOT, check=True).stdout
    assert taken.strip() == b"True"


def test_the_day_of_a_window_begins_with_a_backup(opened: Opened, qtbot: QtBot, store: Path) -> None:
    shutil.rmtree(store.parent.parent / "backups")
    window = opened(now=datetime.now(JAPAN))
    window.keeping.pause.setInterval(0)
    window.keeping.pause.start()
    qtbot.waitUntil(lambda: not backups.is_due(store, window.desk.now()), timeout=LONG)
    qtbot.waitUntil(lambda: not window.keeping.copier.running, timeout=LONG)


def test_a_backup_is_made_and_put_back_in_the_window(opened: Opened, qtbot: QtBot, store: Path) -> None:
    window = opened()
    dialog = listed(window)
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        dialog.make.click()
    assert dialog.table.rowCount() == 2
    assert "checked" in window.notice.text.text()
    edits.answer(window.desk, [window.desk.rows[0].sku], "hazmat", "yes")
    dialog.table.selectRow(0)
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        dialog.back.click()
    assert "back in place" in window.notice.text.text()
    assert window.desk.state is not None
    assert window.desk.state.changes[0] is None
    assert dialog.table.rowCount() == 3
    assert store.exists()


def test_another_folder_is_chosen_in_the_window(
    opened: Opened, qtbot: QtBot, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = opened()
    dialog = listed(window)
    monkeypatch.setattr("PySide6.QtWidgets.QFileDialog.getExistingDirectory", lambda *_args: str(tmp_path / "stick"))
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        dialog.choose.click()
    assert len(list((tmp_path / "stick").glob("*.db"))) == 1
    assert "stick" in dialog.place.text().replace("\u200b", "")
    assert store.exists()


def test_a_damaged_store_is_met_with_the_last_good_backup(opened: Opened, qtbot: QtBot, store: Path) -> None:
    window = opened()
    store.write_bytes(b"no database" * 1_000)
    with qtbot.waitSignal(window.desk.unreadable, timeout=LONG):
        window.desk.load()
    standing = window.keeping.standing
    assert standing.isVisibleTo(window)
    assert "is whole" in standing.text.text()
    standing.button.click()
    (dialog,) = window.findChildren(BackupsDialog)
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        dialog.back.click()
    assert len(window.desk.rows) > 10
    assert not standing.isVisibleTo(window)


def test_damage_that_only_the_days_backup_finds_is_said_and_mended(opened: Opened, qtbot: QtBot, store: Path) -> None:
    with closing(sqlite3.connect(store)) as db:
        (page,) = db.execute("select rootpage from sqlite_master where name = 'judged_sku'").fetchone()
    window = opened(now=datetime.now(JAPAN) + timedelta(days=1))
    with store.open("rb+") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xa5" * 4096)
    window.keeping.pause.setInterval(0)
    shutil.copytree(store.parent.parent / "backups", store.parents[2] / "backups")
    shutil.rmtree(store.parent.parent / "backups")
    window.keeping.pause.start()
    qtbot.waitUntil(lambda: window.keeping.torn, timeout=LONG)
    shutil.copytree(store.parents[2] / "backups", store.parent.parent / "backups", dirs_exist_ok=True)
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        window.desk.load()
    standing = window.keeping.standing
    assert "is whole" in standing.text.text()
    standing.button.click()
    (dialog,) = window.findChildren(BackupsDialog)
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        dialog.back.click()
    assert not standing.isVisibleTo(window)
    assert backups.is_whole_store(store)


def test_a_folder_that_went_away_is_said_and_no_new_shop_is_made(opened: Opened, qtbot: QtBot, store: Path, tmp_path: Path) -> None:
    window = opened()
    (tmp_path / "data").rename(tmp_path / "away")
    edits.answer(window.desk, [window.desk.rows[0].sku], "hazmat", "yes")
    assert "no longer in" in window.notice.text.text()
    window.desk.open(tmp_path / "shop/listings.txt")
    assert not window.desk.child.running
    with qtbot.waitSignal(window.desk.unreadable, timeout=LONG):
        window.desk.load()
    assert "no longer in" in window.keeping.standing.text.text()
    assert not store.exists()
    shutil.rmtree(tmp_path / "data", ignore_errors=True)
    (tmp_path / "away").rename(tmp_path / "data")
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        window.keeping.standing.button.click()
    assert not window.keeping.standing.isVisibleTo(window)


def test_a_synchronised_folder_is_warned_of(opened: Opened, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OneDrive", str(store.parents[2]))
    window = opened()
    assert "OneDrive" in window.keeping.standing.text.text()
    window.keeping.standing.button.click()
    assert not window.keeping.standing.isVisibleTo(window)


def test_a_shop_moves_house_through_the_window(
    opened: Opened, qtbot: QtBot, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = opened()
    monkeypatch.setattr("PySide6.QtWidgets.QFileDialog.getSaveFileName", lambda *_args: (str(tmp_path / "shop"), ""))
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        window.menus.actions["move_out"].trigger()
    assert "shop.sellerdesk" in window.notice.text.text()
    count = len(window.desk.rows)
    window.close()
    store.parent.parent.rename(tmp_path / "old computer")
    new = opened()
    with qtbot.waitSignal(new.desk.rows_came, timeout=LONG):
        new.desk.open(tmp_path / "shop.sellerdesk")
    assert len(new.desk.rows) == count
    assert "found whole" in new.notice.text.text()
    new.desk.open(tmp_path / "shop.sellerdesk")
    (box,) = new.findChildren(QMessageBox)
    assert "already" in box.text()
    with qtbot.waitSignal(new.desk.rows_came, timeout=LONG):
        box.buttons()[0].click()
    assert [one.why for one in every(store)].count("move") == 1


def test_an_emptied_shop_is_no_new_shop_and_comes_back_from_its_backup(opened: Opened, qtbot: QtBot, store: Path, tmp_path: Path) -> None:
    first = opened()
    first.close()
    store.write_bytes(b"")
    window = start.window(tmp_path / "data", lambda: NOW, NOW.date())
    qtbot.addWidget(window)
    window.show()
    with qtbot.waitSignal(window.desk.restyled, timeout=LONG):
        window.desk.restyle(lang="en", theme_choice="light")
    with qtbot.waitSignal(window.desk.unreadable, timeout=LONG):
        start.begin(window)
    standing = window.keeping.standing
    qtbot.waitUntil(lambda: standing.isVisibleTo(window), timeout=LONG)
    assert "empty or gone" in standing.text.text()
    assert "is whole" in standing.text.text()
    window.desk.open(tmp_path / "shop/listings.txt")
    qtbot.waitUntil(lambda: not window.desk.child.running, timeout=LONG)
    assert "empty or gone" in window.notice.text.text()
    assert store.stat().st_size == 0
    standing.button.click()
    (dialog,) = window.findChildren(BackupsDialog)
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        dialog.back.click()
    assert len(window.desk.rows) > 10
    assert not standing.isVisibleTo(window)
    window.close()


def test_a_shop_that_vanishes_under_the_window_can_be_put_back(opened: Opened, qtbot: QtBot, store: Path) -> None:
    window = opened()
    for file in store.parent.glob("main.db*"):
        file.unlink()
    with qtbot.waitSignal(window.desk.unreadable, timeout=LONG):
        window.desk.load()
    assert "empty or gone" in window.keeping.standing.text.text()
    window.keeping.standing.button.click()
    (dialog,) = window.findChildren(BackupsDialog)
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        dialog.back.click()
    assert len(window.desk.rows) > 10


@pytest.mark.skipif(os.name == "nt", reason="Windows lets nobody put a file in the place of one that is open")
def test_a_backup_put_over_the_shop_by_hand_while_it_is_open_is_said_and_shown(opened: Opened, qtbot: QtBot, store: Path) -> None:
    window = opened()
    backup = every(store)[0]
    edits.answer(window.desk, [window.desk.rows[0].sku], "hazmat", "yes")
    assert window.desk.state is not None
    assert (deed := window.desk.state.changes[0]) is not None
    assert deed.name == "fact"
    store.write_bytes(backup.path.read_bytes())
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        edits.answer(window.desk, [window.desk.rows[1].sku], "hazmat", "no")
    assert "Another file was put in place" in window.notice.text.text()
    assert known(store) == [], "an answer about the shop that was shown is none about the one that lies there"
    edits.answer(window.desk, [window.desk.rows[1].sku], "hazmat", "no")
    window.close()
    with closing(sqlite3.connect(store)) as db:
        assert db.execute("select value from sku_fact where fact = 'hazmat'").fetchall() == [("no",)]
        assert db.execute("pragma integrity_check").fetchone() == ("ok",)


@pytest.mark.skipif(os.name == "nt", reason="Windows lets nobody put a file in the place of one that is open")
@pytest.mark.parametrize("older_name", [True, False])
def test_undo_of_a_shop_that_another_file_was_copied_over_says_so_and_undoes_nothing(
    opened: Opened, qtbot: QtBot, store: Path, desk: Desk, *, older_name: bool
) -> None:
    if older_name:
        desk("facts", "set", "S-OTHER", "hazmat=no")
    backup = backups.make(store, datetime.now(JAPAN))
    window = opened()
    edits.answer(window.desk, [window.desk.rows[0].sku], "hazmat", "yes")
    leave(window)
    qtbot.waitUntil(lambda: not store.with_name("main.db-wal").exists(), timeout=LONG)
    store.write_bytes(backup.path.read_bytes())
    before = known(store)
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        edits.undo(window.desk)
    said = window.notice.text.text()
    assert "Another file was put in place" in said
    assert "Nothing was written into it" in said
    assert known(store) == before
    assert window.desk.state is not None
    deed = window.desk.state.changes[0]
    assert (deed is not None) == older_name


ACTIONS: dict[str, Callable[[MainWindow], object]] = {
    "answer": lambda window: edits.answer(window.desk, [window.desk.rows[0].sku], "hazmat", "no"),
    "note": lambda window: edits.keep_note(window.desk, "249-1", "x"),
    "undo": lambda window: window.menus.actions["undo"].trigger(),
    "redo": lambda window: window.menus.actions["redo"].trigger(),
    "import": lambda window: window.desk.open(window.desk.folder.parent / "shop/listings.txt"),
    "judge": lambda window: window.desk.judge(),
    "load": lambda window: window.desk.load(),
}


@pytest.mark.skipif(os.name == "nt", reason="as above")
@pytest.mark.parametrize(("replaced", "at_once"), [(False, True), (True, False)])
@pytest.mark.parametrize("action", ACTIONS)
def test_whatever_is_done_first_after_another_shop_came_in_its_place_says_so_and_writes_nothing(
    opened: Opened, qtbot: QtBot, store: Path, desk: Desk, action: str, *, replaced: bool, at_once: bool
) -> None:
    other = store.with_name("other.db")
    desk("--shop", "other", "import", store.parents[2] / "shop/listings.txt")
    desk("--shop", "other", "facts", "set", "S-OTHER", "hazmat=no")
    window = opened()
    edits.answer(window.desk, [window.desk.rows[1].sku], "hazmat", "yes")
    edits.undo(window.desk)
    qtbot.waitUntil(lambda: not window.desk.child.running, timeout=LONG)
    edits.answer(window.desk, [window.desk.rows[2].sku], "hazmat", "yes")
    if not at_once:
        leave(window)
        qtbot.waitUntil(lambda: not store.with_name("main.db-wal").exists(), timeout=LONG)
    if replaced:
        shutil.copy(other, store.with_name("x"))
        store.with_name("x").replace(store)
    else:
        store.write_bytes(other.read_bytes())
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        ACTIONS[action](window)
    assert "Another file was put in place" in window.notice.text.text()
    qtbot.waitUntil(lambda: not window.desk.child.running, timeout=LONG)
    assert known(store) == [("S-OTHER", "no")]
    assert desk("--shop", "main", "imports", "--json").json["imports"] == desk("--shop", "other", "imports", "--json").json["imports"]
    qtbot.waitUntil(lambda: window.desk.state is not None and window.desk.state.changes[0] is not None, timeout=LONG)
    assert window.desk.state is not None
    assert window.desk.state.changes[1] is None


def leave(window: MainWindow) -> None:
    """Do what the window does some seconds after an edit."""
    (stay,) = window.desk.findChildren(OpenStore)
    stay.close()


def known(store: Path) -> list[tuple[str, str]]:
    """The facts that a store holds."""
    with closing(sqlite3.connect(store)) as db:
        return sorted(db.execute("select sku, value from sku_fact"))


def test_undo_of_a_shop_that_changed_otherwise_meanwhile_undoes_nothing(opened: Opened, qtbot: QtBot, store: Path) -> None:
    window = opened()
    edits.answer(window.desk, [window.desk.rows[0].sku], "hazmat", "yes")
    facts.set_fact(store, ("S-OTHER",), "hazmat", "no", NOW)
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        edits.undo(window.desk)
    assert "Nothing was undone" in window.notice.text.text()
    assert ("S-OTHER", "no") in known(store)


def test_undo_of_a_shop_whose_file_is_gone_says_it_and_names_the_good_backup(opened: Opened, qtbot: QtBot, store: Path) -> None:
    window = opened()
    edits.answer(window.desk, [window.desk.rows[0].sku], "hazmat", "yes")
    leave(window)
    for file in store.parent.glob("main.db*"):
        file.unlink()
    with qtbot.waitSignal(window.desk.unreadable, timeout=LONG):
        edits.undo(window.desk)
    for text in (window.notice.text, window.keeping.standing.text):
        assert "empty or gone" in text.text()
        assert "is whole" in text.text()
        assert "could be found whole" not in text.text()


def test_a_folder_of_backups_that_cannot_be_read_is_said_in_their_list(opened: Opened, store: Path) -> None:
    window = opened()
    (folder := store.parents[1] / "backups").rename(store.parents[1] / "kept")
    folder.write_bytes(b"x")
    dialog = listed(window)
    assert dialog.table.rowCount() == 0
    assert "is no folder" in dialog.place.text().replace("\u200b", "")
    assert "backups" in dialog.place.text().replace("\u200b", "")


def test_another_shop_of_the_folder_is_gone_to_and_named_everywhere(
    opened: Opened, store: Path, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    other = tmp_path / "other.txt"
    other.write_text("seller-sku\titem-name\tprice\tPoints\nA-1\tt\t1000\t0\n", encoding="utf-8")
    desk("--shop", "青空 & 海", "import", other, "--judge", "--as-of", "2020-08-03")
    window = opened()
    count = len(window.desk.rows)
    window.menus.menus["shop"].aboutToShow.emit()
    assert window.shops.menuAction().isVisible()
    entries = {action.text(): action for action in window.shops.actions()}
    assert list(entries) == ["My shop", "青空 && 海"]
    assert entries["My shop"].isChecked()
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        entries["青空 && 海"].trigger()
    assert [row.sku for row in window.desk.rows] == ["A-1"]
    assert window.shop_button.text() == "青空 && 海"
    assert window.windowTitle().startswith("青空 & 海")
    assert holding.take(store), "the shop that was left is free for another window"
    holding.give_back(store)
    file = tmp_path / "list.pdf"
    with qtbot.waitSignal(window.exporting.child.done, timeout=LONG):
        window.exporting.write(window.points.table, file)
    assert "青空&海" in "".join(PdfReader(file).pages[0].extract_text().split())
    window.menus.menus["shop"].aboutToShow.emit()
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        window.shops.actions()[0].trigger()
    assert len(window.desk.rows) == count


def test_one_shop_needs_no_menu_of_shops(opened: Opened, store: Path) -> None:  # noqa: ARG001 (it is there)
    window = opened()
    window.menus.menus["shop"].aboutToShow.emit()
    assert not window.shops.menuAction().isVisible()
