"""A bug shows a report that can be sent, and the window goes on; what is wrong outside the program is a sentence, never a bug."""

import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from sellerdesk.ui.shell.bug_report import BugReport, BugWatch, offer_trace
from sellerdesk.ui.widgets import file_dialogs
from tests.made_shop import make
from tests.ui.conftest import Opened


def test_a_bug_shows_its_report_once_and_the_window_goes_on(
    opened: Opened, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = opened()
    bugs = BugWatch(window.desk, window)

    def broken() -> None:
        raise KeyError("山田花子")

    monkeypatch.setattr(window, "show_history", broken)
    with capture_exceptions() as found:
        monkeypatch.setattr(sys, "excepthook", bugs.take)
        for _ in range(2):
            try:
                window.show_history()
            except KeyError:
                sys.excepthook(*sys.exc_info())
    assert not found
    (dialog,) = window.findChildren(BugReport)
    assert dialog.isVisible()
    text = dialog.report.toPlainText()
    assert "KeyError, test_bugs.py:" in text
    assert "山田" not in text
    buttons = dialog.findChildren(QPushButton)
    buttons[0].click()
    assert QApplication.clipboard().text() == text
    buttons[-1].click()
    with qtbot.waitSignal(window.desk.rows_came, timeout=30_000):
        window.desk.open(make(tmp_path / "shop", times=1).folder / "listings.txt")
    assert window.desk.rows


def test_the_trace_of_a_crash_is_offered_once_and_saved_where_the_owner_says(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = opened()
    trace = window.desk.data / "logs/crash.txt"
    trace.parent.mkdir(exist_ok=True)
    trace.write_text('Fatal Python error: Aborted\n  File "/home/hanako/sellerdesk/ui/start.py", line 3 in run\n')
    offer_trace(window.desk, window)
    (dialog,) = window.findChildren(BugReport)
    assert 'File "sellerdesk/ui/start.py"' in dialog.report.toPlainText()
    assert "hanako" not in dialog.report.toPlainText()
    target = tmp_path / "report.txt"
    monkeypatch.setattr(file_dialogs, "to_write", lambda *_args: (str(target), ""))
    dialog.findChildren(QPushButton)[1].click()
    assert target.read_text() == dialog.report.toPlainText()
    dialog.close()
    offer_trace(window.desk, window)
    assert not [one for one in window.findChildren(BugReport) if one.isVisible()]
