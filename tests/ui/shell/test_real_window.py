"""A real window on a real X server while the machine is busy: what was chosen in a menu is on the screen soon."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.conftest import ROOT

TOOLS = ("Xvfb", "bash", "rm", "seq")
BASH = shutil.which("bash") or "bash"
SOON = 10.0
"""Seconds, of which the presses take one: a machine may be busy with more than this test."""
WHOLE = """
rm -f "$FOLDER/display"
Xvfb -displayfd 3 -screen 0 1600x1000x24 -nolisten tcp 3>"$FOLDER/display" >/dev/null 2>&1 & X=$!
for _ in $(seq 300); do test -s "$FOLDER/display" && break; sleep 0.1; done
export DISPLAY=":$(cat "$FOLDER/display")"
"$PYTHON" -P "$JOB" "$FOLDER/data"; S=$?
kill $X
exit $S
"""
WINDOW = "from PySide6.QtWidgets import QApplication; QApplication([])"


def lacking(folder: Path) -> str:
    """What this machine lacks for it; "" when all is there."""
    for tool in TOOLS:
        if shutil.which(tool) is None:
            return tool
    env = {**os.environ, "FOLDER": str(folder), "PYTHON": sys.executable, "QT_QPA_PLATFORM": "xcb"}
    tried = WHOLE.replace('-P "$JOB" "$FOLDER/data"', '-c "$TRIED"')
    there = subprocess.run([BASH, "-c", tried], env={**env, "TRIED": WINDOW}, capture_output=True, check=False).returncode == 0
    return "" if there else "a library of Qt's for X (such as libxcb-cursor0)"


@contextmanager
def one_processor() -> Iterator[None]:
    """What is started meanwhile has one processor of the machine: the others are left to the other tests."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    there = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(there)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, there)


def test_a_choice_is_on_the_screen_soon_while_the_machine_is_busy(tmp_path: Path) -> None:
    if missing := lacking(tmp_path):
        pytest.skip(f"needs a window under Xvfb: {missing} is missing")
    env = {name: value for name, value in os.environ.items() if not name.startswith("QT_")}
    env |= {"PYTHONPATH": str(ROOT), "FOLDER": str(tmp_path), "PYTHON": sys.executable, "QT_QPA_PLATFORM": "xcb"}
    demo = tmp_path / "data/demo"
    demo.mkdir(parents=True)
    (tmp_path / "data/settings.ini").write_text("[General]\ndemo=yes\ntoured=yes\ntheme=light\nlanguage=ja\n", "utf-8")
    fill = [sys.executable, "-P", "-m", "sellerdesk", "--data", str(demo), "import", "--demo", "--judge", "--as-of", "2020-08-03"]
    subprocess.run(fill, cwd=tmp_path, env=env, capture_output=True, check=True)
    job = str(Path(__file__).with_name("screen_job.py"))
    with one_processor():
        done = subprocess.run([BASH, "-c", WHOLE], env={**env, "JOB": job}, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    told = {one["choice"]: one["seconds"] for one in map(json.loads, done.stdout.splitlines())}
    assert list(told) == ["theme_dark", "language_en", "larger", "theme_light", "language_ja", "natural"]
    late = {choice: seconds for choice, seconds in told.items() if seconds is None or seconds > SOON}
    assert late == {}, "seconds until the screen showed it; null: never"
