"""A watched folder: off by default; a report that lands is offered with its preview, half-written files wait, nothing is taken by itself."""

import os
import time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from sellerdesk.ui.shell.main_window import MainWindow
from sellerdesk.ui.shop import inbox
from sellerdesk.ui.shop.arrivals import Arrivals
from sellerdesk.ui.shop.import_dialog import ImportDialog
from sellerdesk.ui.shop.watched_folder_dialog import WatchedFolderDialog
from tests.ui.conftest import Opened

LONG = 30_000
HEAD = "出品者SKU\t商品名\t価格\tポイント\tフルフィルメント・チャンネル\tステータス\n"
ROW = "{sku}\t靴\t1000\t20\tDEFAULT\tActive\n"


@pytest.fixture
def downloads(tmp_path: Path) -> Path:
    """A folder of downloads, with an old report in it."""
    folder = tmp_path / "ダウンロード"
    folder.mkdir()
    write(folder / "古い.txt", "OLD-1")
    return folder


@pytest.fixture
def window(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    """A window that looks often."""
    monkeypatch.setattr(inbox, "PAUSE_MS", 50)
    return opened(lang="ja")


def write(file: Path, *skus: str) -> Path:
    """A listings report."""
    file.write_text(HEAD + "".join(ROW.format(sku=sku) for sku in skus), encoding="utf-8")
    return file


def watch(window: MainWindow, folder: Path, qtbot: QtBot) -> None:
    """Watch a folder, and wait until it was looked into once."""
    window.inbox.choose(folder)
    qtbot.waitUntil(lambda: window.inbox.arrivals is not None and window.inbox.arrivals.seen is not None, timeout=LONG)


def wait_for_offer(window: MainWindow, qtbot: QtBot, name: str) -> None:
    """Wait until a file is offered."""
    qtbot.waitUntil(lambda: name in window.inbox.line.text.text() and window.inbox.line.isVisible(), timeout=LONG)


def test_nothing_is_watched_by_default(window: MainWindow, qtbot: QtBot) -> None:
    dialog = WatchedFolderDialog(window.desk, window, window.inbox)
    qtbot.addWidget(dialog)
    assert dialog.now.text() == "いまは、どのフォルダーも見張っていません。"
    assert window.inbox.watcher is None
    assert not window.inbox.line.isVisible()


def test_a_report_that_lands_is_shown_first_and_taken_by_its_button_only(window: MainWindow, downloads: Path, qtbot: QtBot) -> None:
    watch(window, downloads, qtbot)
    write(downloads / "出品詳細レポート.txt", "A-1", "A-2")
    wait_for_offer(window, qtbot, "出品詳細レポート.txt")
    assert "出品レポート" in window.inbox.line.text.text()
    assert "古い" not in window.inbox.line.text.text(), "what lay there before is not new"
    assert not window.desk.has_shop(), "nothing is taken by itself"
    window.inbox.line.button.click()
    qtbot.waitUntil(lambda: bool(window.findChildren(ImportDialog)), timeout=LONG)
    dialog = window.findChildren(ImportDialog)[0]
    qtbot.waitUntil(dialog.take.isEnabled, timeout=LONG)
    assert not window.inbox.line.isVisible(), "it is being looked at"
    assert not window.desk.has_shop()
    with qtbot.waitSignal(window.desk.rows_came, timeout=LONG):
        dialog.take.click()
    assert {row.sku for row in window.desk.rows} == {"A-1", "A-2"}


def test_what_is_declined_and_what_is_no_report_is_left_alone(window: MainWindow, downloads: Path, qtbot: QtBot) -> None:
    watch(window, downloads, qtbot)
    (downloads / "家計簿.csv").write_text("日付,金額\n2020-08-01,500\n", encoding="utf-8")
    write(downloads / "b.txt", "A-1")
    write(downloads / "c.txt", "A-2")
    wait_for_offer(window, qtbot, "b.txt")
    qtbot.waitUntil(lambda: "ほかに1件" in window.inbox.line.text.text(), timeout=LONG)
    window.inbox.line.other.click()
    wait_for_offer(window, qtbot, "c.txt")
    window.inbox.line.other.click()
    assert not window.inbox.line.isVisible()
    assert not window.desk.has_shop()


def test_what_came_while_the_window_was_closed_is_offered_at_the_next_start(opened: Opened, downloads: Path, qtbot: QtBot) -> None:
    first = opened(lang="ja")
    watch(first, downloads, qtbot)
    first.close()
    time.sleep(0.02)  # the clock of a file system steps by some milliseconds
    write(downloads / "留守中.txt", "A-1")
    second = opened(lang="ja")
    wait_for_offer(second, qtbot, "留守中.txt")
    second.inbox.choose(None)
    assert second.desk.settings.folder("watched") is None
    assert not second.inbox.line.isVisible()


def test_a_folder_that_is_gone_is_said(window: MainWindow, downloads: Path, qtbot: QtBot) -> None:
    watch(window, downloads, qtbot)
    (downloads / "古い.txt").unlink()
    downloads.rmdir()
    qtbot.waitUntil(lambda: "見張っていたフォルダーを読めなくなりました" in window.notice.text.text(), timeout=LONG)
    assert window.inbox.watcher is None


def test_the_folder_is_chosen_in_a_dialog(window: MainWindow, downloads: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_asked: str(downloads))
    window.menus.actions["watch"].trigger()
    dialog = window.findChildren(WatchedFolderDialog)[0]
    dialog.other.click()
    assert dialog.now.text() == f"見張っているフォルダー: {downloads}"
    assert window.desk.settings.folder("watched") == downloads
    dialog.none.click()
    assert window.inbox.watcher is None


def test_a_file_that_is_half_written_waits(downloads: Path) -> None:
    arrivals = Arrivals(downloads, time.time())
    assert arrivals.look() == []
    file = downloads / "b.txt"
    file.touch()
    assert arrivals.look() == arrivals.look() == [], "a browser makes an empty file first"
    with file.open("w", encoding="utf-8") as growing:
        for sku in ("A", "B"):
            growing.write(HEAD + ROW.format(sku=sku))
            growing.flush()
            assert arrivals.look() == []
    assert arrivals.look() == [file]
    assert arrivals.look() == []
    write(file, "C")
    os.utime(file, (1, 1))
    assert [arrivals.look(), arrivals.look()] == [[], [file]], "another file of the same name is new, whatever day it carries"


@pytest.mark.parametrize("mark", [".part", ".crdownload", ".download"])
def test_a_file_that_a_browser_still_loads_is_none(downloads: Path, mark: str) -> None:
    arrivals = Arrivals(downloads, time.time())
    arrivals.look()
    write(downloads / "b.txt", "A")
    loaded = write(downloads / f"b.txt{mark}", "A")
    assert [arrivals.look(), arrivals.look()] == [[], []]
    loaded.unlink()
    assert [arrivals.look(), arrivals.look()] == [[], [downloads / "b.txt"]]


def test_links_pipes_folders_and_hidden_files_are_none(downloads: Path) -> None:
    arrivals = Arrivals(downloads, time.time())
    arrivals.look()
    (downloads / "a.txt").symlink_to(downloads / "古い.txt")
    (downloads / "b.txt").mkdir()
    write(downloads / ".c.txt", "A")
    write(downloads / "~$d.xlsx", "A")
    if hasattr(os, "mkfifo"):
        os.mkfifo(downloads / "e.csv")
    assert [arrivals.look(), arrivals.look()] == [[], []]
