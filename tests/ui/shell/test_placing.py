"""The window on screens of several sizes: it always fits, its title in reach."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT

JOB = Path(__file__).with_name("place_job.py")


def opened_on(screen: tuple[int, int], folder: Path, *size: int) -> dict[str, Any]:
    """How the window stands on a screen; it is left with a size, when one is given."""
    file = folder / "screen.json"
    told = {"name": "one", "x": 0, "y": 0, "width": screen[0], "height": screen[1], "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    file.write_text(json.dumps({"windowFrameMargins": False, "screens": [told]}), "utf-8")
    env = {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={os.path.relpath(file, ROOT)}", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-P", str(JOB), str(folder / "data"), *map(str, size)]
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    stands: dict[str, Any] = json.loads(done.stdout)
    return stands


@pytest.mark.parametrize(
    ("screen", "maximised", "size"),
    [
        ((1366, 768), True, [1366, 768]),  # the common laptop
        ((1280, 720), True, [1280, 720]),
        ((1024, 600), True, [1024, 600]),  # smaller than the least size
        ((1600, 900), False, [1440, 828]),
        ((1920, 1080), False, [1440, 900]),
    ],
)
def test_the_first_window_fits_the_screen(tmp_path: Path, screen: tuple[int, int], size: list[int], *, maximised: bool) -> None:
    stands = opened_on(screen, tmp_path)
    assert (stands["maximised"], stands["size"], stands["inside"]) == (maximised, size, True)


def test_a_window_left_on_a_larger_screen_fits_a_smaller_one(tmp_path: Path) -> None:
    left = opened_on((1920, 1080), tmp_path, 1700, 980)
    assert left["size"] == [1700, 980]
    stands = opened_on((1366, 768), tmp_path)
    assert stands["maximised"] is True
    assert stands["inside"] is True
    assert stands["normal"][0] <= 1366 * 0.92
    assert stands["normal"][1] <= 768 * 0.92


def test_a_window_stands_where_it_was_left(tmp_path: Path) -> None:
    opened_on((1920, 1080), tmp_path, 1300, 760)
    stands = opened_on((1920, 1080), tmp_path)
    assert (stands["maximised"], stands["size"]) == (False, [1300, 760])


def test_the_window_waits_for_no_source_of_its_modules_to_be_read() -> None:
    code = "import linecache, sellerdesk.ui.start; print([file for file in linecache.cache if 'sellerdesk' in file])"
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.stderr) == ("[]", "")
