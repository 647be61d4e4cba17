"""A real window over a data folder of its own, without a screen; the child processes are real too."""

import ctypes
import gc
import io
import os
import shutil
import subprocess
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Callable, Iterator, Sequence
from contextlib import redirect_stderr, redirect_stdout
from contextvars import copy_context
from datetime import date, datetime
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from sellerdesk.app import main
from sellerdesk.clock import JAPAN
from sellerdesk.ui import start
from sellerdesk.ui.desk import commands
from sellerdesk.ui.desk.desk import DEMO_FOLDER
from sellerdesk.ui.desk.settings import Settings
from sellerdesk.ui.shell.main_window import MainWindow
from sellerdesk.ui.widgets.form_dialog import FormDialog

NOW = datetime(2020, 8, 3, 10, 12, tzinfo=JAPAN)
TODAY = date(2020, 8, 3)
Opened = Callable[..., MainWindow]
IN_OPEN = 0x20
"""What inotify tells of a file that was opened."""


@pytest.fixture(scope="session")
def demo_shop(tmp_path_factory: pytest.TempPathFactory) -> Callable[[date], Path]:
    """The demo shop as the program sets it up, once for each day of the terms: a window over a copy of it takes a third of the time."""

    @cache
    def set_up(as_of: date) -> Path:
        folder = tmp_path_factory.mktemp("demo")
        order = ["--window", "--demo-shop", "--data", folder, "--lang", "en", *commands.import_demo(as_of)]
        subprocess.run([sys.executable, "-m", "sellerdesk", *map(str, order)], check=True, capture_output=True, timeout=60)
        return folder

    return set_up


def take_in(folder: Path, as_of: date, reports: Sequence[Path]) -> None:
    """Import reports into a data folder before a window is opened over it, in this process: half of what the window's own child takes."""
    for report in reports:
        order = ["--window", "--data", folder, *commands.import_report(as_of, report)]
        said = io.TextIOWrapper(io.BytesIO())
        with redirect_stdout(said), redirect_stderr(said):
            status = copy_context().run(main, [str(part) for part in order])
        gc.enable()  # a command collects nothing, for its process ends with it; this one goes on
        assert status == 0, said.buffer.getvalue().decode()


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path, demo_shop: Callable[[date], Path], monkeypatch: pytest.MonkeyPatch) -> Iterator[Opened]:
    """Opens windows over this test's data folder, shown and loaded; closes them at the end. One can begin in the demo shop, or with reports."""
    windows: list[MainWindow] = []
    monkeypatch.setattr(start, "AHEAD", ())  # a page is made when a test turns to it: making all takes half of a test's time

    def open_window(
        lang: str = "en",
        now: datetime = NOW,
        *,
        as_of: date = TODAY,
        toured: bool = True,
        demo: bool = False,
        ahead: bool = False,
        reports: Sequence[Path] = (),
    ) -> MainWindow:
        if not ahead:  # a page is made when a test turns to it: to make all takes a third of a test's time
            monkeypatch.setattr(start, "AHEAD", ())
        take_in(tmp_path / "data", as_of, reports)
        settings = Settings(tmp_path / "data")
        if demo and not (tmp_path / "data" / DEMO_FOLDER).exists():
            shutil.copytree(demo_shop(as_of), tmp_path / "data" / DEMO_FOLDER)
            settings.put("demo", "yes")
        settings.put("language", lang)  # beforehand: a window that is built and then dressed anew takes half as long again
        settings.put("theme", "light")
        if toured:  # the tour of the first start has tests of its own
            settings.put("toured", "yes")
        window = start.window(tmp_path / "data", lambda: now, as_of)
        windows.append(window)
        qtbot.addWidget(window)
        window.show()
        with qtbot.waitSignal(window.desk.rows_came, timeout=10_000):
            start.begin(window)
        return window

    yield open_window
    for window in windows:
        for form in window.findChildren(FormDialog):
            form.throw_away()  # a window does not go while one has something typed in it
        window.close()


@pytest.fixture(autouse=True)
def no_key_is_held(qapp: QApplication) -> Iterator[None]:
    """Qt goes on holding a Ctrl that a test pressed, and a row selected in a later test would be added to those before it."""
    yield
    if qapp.keyboardModifiers():
        with_keys = QWidget()
        QTest.keyRelease(with_keys, Qt.Key.Key_Control)
        with_keys.close()
    assert not qapp.keyboardModifiers()


@pytest.fixture
def bait(tmp_path: Path) -> Path:
    """A real picture that texts name."""
    file = tmp_path / "bait.png"
    picture = QImage(8, 8, QImage.Format.Format_RGB32)
    picture.fill(0)
    assert picture.save(str(file))
    return file


@pytest.fixture
def opened_files(bait: Path) -> Iterator[Callable[[], bool]]:
    """Whether the picture was opened by anybody, C++ or Python."""
    if sys.platform != "linux":
        pytest.skip("inotify is Linux's")
    libc = ctypes.CDLL(None)
    watch = libc.inotify_init1(os.O_NONBLOCK)
    libc.inotify_add_watch(watch, str(bait).encode(), IN_OPEN)

    def was() -> bool:
        try:
            return bool(os.read(watch, 4096))
        except BlockingIOError:
            return False

    yield was
    os.close(watch)
