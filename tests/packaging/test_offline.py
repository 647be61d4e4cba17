"""The program opens no internet socket: not in any test, and not under strace through the main job, window and children alike."""

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.made_shop import make

JOB = """
import sys
from datetime import date, datetime
from pathlib import Path
from PySide6.QtCore import QEventLoop, QTimer
from sellerdesk.clock import JAPAN
from sellerdesk.ui import start
from sellerdesk.ui.desk import edits
from sellerdesk.ui.shell.pages import ROWS

folder, report = Path(sys.argv[1]), Path(sys.argv[2])
window = start.window(folder / "data", lambda: datetime(2020, 8, 3, 10, 12, tzinfo=JAPAN), date(2020, 8, 3))

def wait(act):
    loop = QEventLoop()
    window.desk.rows_came.connect(loop.quit)
    QTimer.singleShot(60_000, loop.quit)
    act()
    loop.exec()

window.show()
wait(lambda: start.begin(window))
wait(lambda: window.desk.open(report))
for page in (*[row.name for row in ROWS if row.name != "today"], "points"):
    window.show_page(page)
edits.answer(window.desk, [window.desk.rows[0].sku], "hazmat", "yes")
wait(lambda: edits.undo(window.desk))
wait(lambda: window.desk.run("", ["facts", "export", "--json", "--", str(folder / "facts.xlsx")]))
wait(lambda: window.desk.run("", ["backup", "--json"]))
window.desk.restyle(lang="en")
window.about()
window.close()
print("ROWS", len(window.desk.rows))
"""
COMMANDS = (["self-test"], ["audit", "--demo"], ["offers"], ["backups"], ["support"], ["history"])


def test_a_test_cannot_open_an_internet_socket() -> None:
    for family in (socket.AF_INET, socket.AF_INET6):
        with pytest.raises(PermissionError):
            socket.socket(family)


def traced(log: Path, *command: str) -> "tuple[subprocess.CompletedProcess[bytes], str]":
    """A command run under strace with all its children, and the network calls it made."""
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    tracing = ["strace", "-f", "--seccomp-bpf", "-e", "trace=%network", "-o", str(log)]  # where the system keeps it
    done = subprocess.run([*tracing, *command], capture_output=True, check=False, env=env)
    return done, log.read_text(errors="replace") if log.exists() else ""


@pytest.fixture
def strace(tmp_path: Path) -> None:
    """A system where strace is there, may trace, and does see an internet socket."""
    if shutil.which("strace") is None:
        pytest.skip("strace is not installed")
    _done, calls = traced(tmp_path / "control", sys.executable, "-c", "import socket; socket.socket(socket.AF_INET)")
    if "AF_INET" not in calls:
        pytest.skip("strace may not trace here")


@pytest.mark.usefixtures("strace")
def test_the_main_job_opens_no_internet_socket(tmp_path: Path) -> None:
    report = make(tmp_path / "shop", times=3).folder / "listings.txt"
    done, calls = traced(tmp_path / "window", sys.executable, "-c", JOB, str(tmp_path), str(report))
    assert done.returncode == 0, done.stderr.decode()
    assert int(done.stdout.decode().split("ROWS")[1]) > 10
    assert "AF_INET" not in calls
    for number, command in enumerate(COMMANDS):
        _done, calls = traced(tmp_path / f"c{number}", sys.executable, "-P", "-m", "sellerdesk", "--data", str(tmp_path / "data"), *command)
        assert "+++ exited with" in calls
        assert "AF_INET" not in calls, command
