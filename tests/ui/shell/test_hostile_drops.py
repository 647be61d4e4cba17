"""What is dropped on the window is looked at as a file or refused in words: folders, pipes, odd addresses, names of HTML."""

import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sellerdesk.ui.shell.main_window import MainWindow
from tests.ui.conftest import Opened

LONG = 20_000
NAME = "<b>R&D\u202e1\x1b"


def drop(window: MainWindow, data: QMimeData) -> bool:
    """Drag something over a window and drop it; gives whether the window would take it."""
    place, copy, left, none = QPoint(300, 300), Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(place, copy, data, left, none)
    enter.ignore()
    window.dragEnterEvent(enter)
    window.dropEvent(QDropEvent(place, copy, data, left, none))
    return enter.isAccepted()


def of(*urls: QUrl) -> QMimeData:
    """What a file manager drags."""
    data = QMimeData()
    data.setUrls(urls)
    return data


@pytest.mark.parametrize("ending", ["", ".txt", ".sellerdesk"])
@pytest.mark.parametrize("kind", ["folder", "pipe", "gone", "device"])
@pytest.mark.skipif(sys.platform == "win32", reason="no such names and no pipes there")
def test_what_is_no_file_is_refused_in_words(opened: Opened, qtbot: QtBot, tmp_path: Path, kind: str, ending: str) -> None:
    window = opened()
    place = tmp_path / f"{NAME}{ending}"
    if kind == "folder":
        place.mkdir()
    elif kind == "pipe":
        os.mkfifo(place)
    elif kind == "device":
        place.symlink_to("/dev/zero")
    assert drop(window, of(QUrl.fromLocalFile(str(place))))
    qtbot.waitUntil(lambda: window.notice.kind == "breach", timeout=LONG)
    words = window.notice.text.text()
    assert "\x1b" not in words
    assert "\u202e" not in words
    assert "Traceback" not in words
    assert "R&D" in words
    said = {"folder": "folder", "pipe": "pipe", "device": "device", "gone": "no such file"}[kind]
    assert said in words.casefold(), words
    assert not window.desk.child.running


@pytest.mark.parametrize("url", ["https://example.com/<b>", "data:text/html,<img src=x>", "javascript:1", "", "mailto:a@b", "file:"])
def test_an_address_of_no_file_is_left_alone(opened: Opened, url: str) -> None:
    window = opened()
    assert not drop(window, of(QUrl(url))) or url == "file:"
    QApplication.processEvents()
    assert not window.importing.child.running
    assert not window.desk.child.running


def test_html_that_is_dropped_is_left_alone(opened: Opened, tmp_path: Path) -> None:
    window = opened()
    data = QMimeData()
    data.setHtml(f"<img src='file://{tmp_path}/x.png'>")
    data.setText(str(tmp_path / "x.txt"))
    assert not drop(window, data)
    assert not window.importing.child.running
