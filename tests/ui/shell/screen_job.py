"""A window on a real screen, whose menus are pressed: prints after how many seconds the screen shows what was chosen.

screen_job.py FOLDER     over a data folder that has a demo shop; prints one line of JSON for each choice
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

import msgspec
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar

from sellerdesk.clock import JAPAN
from sellerdesk.ui import start
from sellerdesk.ui.shell.main_window import MainWindow

NOW = datetime(2020, 8, 3, 10, 12, tzinfo=JAPAN)
PATIENCE, LOOK_MS, SETTLE_MS = 15.0, 40, 400
ALIKE = 0.99
"""Of the points of the window; a cursor blinks, and a button may be lit under the mouse."""
STEP = 7
"""Every seventh point is looked at."""
CHOICES = (
    ("theme", "theme_dark"), ("language", "language_en"), ("view", "larger"), ("theme", "theme_light"), ("language", "language_ja"),
    ("view", "natural"),
)  # fmt: skip


def press(bar: QMenuBar | QMenu, action: QAction) -> None:
    """Press an entry where it is seen."""
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, bar.actionGeometry(action).center())
    QTest.qWait(LOOK_MS)


def choose(window: MainWindow, menu: str, action: str) -> None:
    """Open the menu "view", in it another when the choice is there, and press the entry."""
    menus = window.menus.menus
    press(window.menuBar(), menus["view"].menuAction())
    QTest.qWait(SETTLE_MS)
    if menu != "view":
        press(menus["view"], menus[menu].menuAction())
        QTest.qWait(SETTLE_MS)
    press(menus[menu], window.menus.actions[action])


def points(image: QImage) -> list[int]:
    """The colours of some points of a picture."""
    return list(memoryview(image.convertToFormat(QImage.Format.Format_RGB32).constBits()).cast("I")[::STEP])


def shown(window: MainWindow) -> bool:
    """Whether the screen shows the window as it is now: what it would draw, point by point."""
    corner = window.mapToGlobal(QPoint(0, 0))
    seen = window.screen().grabWindow(0, corner.x(), corner.y(), window.width(), window.height())
    there, meant = points(seen.toImage()), points(window.grab().toImage())
    return len(there) == len(meant) and sum(map(int.__eq__, there, meant)) >= ALIKE * len(meant)


def seconds(window: MainWindow, menu: str, action: str) -> float | None:
    """After how many seconds the screen shows what was chosen; None when it does not."""
    dressed: list[float] = []
    window.desk.restyled.connect(lambda: dressed.append(time.monotonic()), Qt.ConnectionType.SingleShotConnection)
    begun = time.monotonic()
    choose(window, menu, action)
    while time.monotonic() < begun + PATIENCE:
        QTest.qWait(LOOK_MS)
        if dressed and shown(window):
            return time.monotonic() - begun
    return None


@contextmanager
def busy() -> Iterator[None]:
    """While something is done, one program more than there are processors for it works without end."""
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    programs = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _each in range(processors + 1)]
    try:
        yield
    finally:
        for program in programs:
            program.kill()
            program.wait()


def main(folder: Path) -> None:
    """Open the window, wait for the shop, make every choice while the machine is busy."""
    window = start.window(folder, lambda: NOW, date(2020, 8, 3))
    start.show(window)
    loaded: list[bool] = []
    window.desk.rows_came.connect(lambda: loaded.append(True))
    start.begin(window)
    begun = time.monotonic()
    while not (loaded and shown(window)) and time.monotonic() < begun + 4 * PATIENCE:
        QTest.qWait(LOOK_MS)
    with busy():
        for menu, action in CHOICES:
            sys.stdout.write(msgspec.json.encode({"choice": action, "seconds": seconds(window, menu, action)}).decode() + "\n")
    window.close()
    QApplication.processEvents()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
