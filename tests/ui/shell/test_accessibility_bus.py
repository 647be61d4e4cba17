"""The main job as a screen reader does it: over the accessibility bus, by Japanese names, in a window of its own screen."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

SYSTEM_PYTHON, BUS = Path("/usr/bin/python3"), Path("/usr/libexec/at-spi-bus-launcher")
WHOLE = """
Xvfb -displayfd 3 -screen 0 1600x1000x24 -nolisten tcp 3>"$FOLDER/display" >/dev/null 2>&1 & X=$!
for _ in $(seq 100); do test -s "$FOLDER/display" && break; sleep 0.1; done
export DISPLAY=":$(cat "$FOLDER/display")"
"$BUS" --launch-immediately >/dev/null & A=$!
"$PYTHON" -P -m sellerdesk --data "$FOLDER/data" >"$FOLDER/said" 2>&1 & P=$!
"$SYSTEM_PYTHON" "$JOB" "$FOLDER/fix.txt"; S=$?
kill $P; wait $P; kill $A $X
exit $S
"""


def lacking() -> str:
    """What this machine lacks for it; "" when all is there."""
    for tool in ("Xvfb", "dbus-run-session", "bash"):
        if shutil.which(tool) is None:
            return tool
    if not BUS.exists() or not SYSTEM_PYTHON.exists():
        return "at-spi2-core"
    there = subprocess.run([str(SYSTEM_PYTHON), "-c", "import pyatspi"], capture_output=True, check=False).returncode == 0
    return "" if there else "python3-pyatspi"


@pytest.mark.skipif(bool(lacking()), reason=f"needs the accessibility bus under Xvfb: {lacking()} is missing")
def test_the_main_job_by_japanese_names(tmp_path: Path) -> None:
    env = {name: value for name, value in os.environ.items() if not name.startswith("QT_")} | {
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "QT_ACCESSIBILITY": "1",
        "PYTHONPATH": str(ROOT),
        "FOLDER": str(tmp_path),
        "BUS": str(BUS),
        "PYTHON": sys.executable,
        "SYSTEM_PYTHON": str(SYSTEM_PYTHON),
        "JOB": str(Path(__file__).with_name("bus_job.py")),
        "LANG": "C.UTF-8",
    }
    command = ["dbus-run-session", "--", "bash", "-c", WHOLE]
    done = subprocess.run(command, env=env, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stdout + done.stderr[-2000:]
    told = dict(line.partition(" ")[::2] for line in done.stdout.splitlines())
    told.pop("SpiRegistry", None)  # the bus itself speaks, too
    assert told == {"rows": "7", "cells": "要修正 TWL-001 今治タオル フェイスタオル 白 2枚組", "why": "True True", "written": "True"}
    assert "BKC-900" in (tmp_path / "fix.txt").read_bytes().decode("cp932")
    assert "Traceback" not in (tmp_path / "said").read_text(encoding="utf-8")
