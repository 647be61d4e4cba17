"""The program's log and the trace of a crash: there after it, short, and without anything of the shop or of this computer's folders."""

import os
import re
import subprocess
import sys
from pathlib import Path

from sellerdesk.workflows.program import own_log
from tests.conftest import ROOT, Desk

LINE = re.compile(r"\d{4}-\d\d-\d\dT[\d:]{8}[+-]\d{4} \d+ (start [\d.]+|end \d+|command [a-z-]+ \d+ \d+\.\d\d s|bug \w+, [\w.]+:\d+)")
ABORT = """
import sys
from pathlib import Path
from sellerdesk.workflows.program.own_log import watch_crashes
watch_crashes(Path(sys.argv[1]))
from PySide6.QtWidgets import QLabel
QLabel("山田花子")
"""


def test_a_command_of_the_window_leaves_its_name_status_and_seconds_and_nothing_else(desk: Desk, tmp_path: Path) -> None:
    shop = tmp_path / "山田商店.txt"
    shop.write_text("出品者SKU\t商品名\t価格\tポイント\n山田-1\t花子の靴\t1000\t20\n", encoding="utf-8")
    desk("--window", "import", shop)
    desk("--window", "facts", "set", "山田-1", "category=Shoes")
    desk("import", shop)
    lines = (tmp_path / "data/logs/sellerdesk.log").read_text(encoding="utf-8").splitlines()
    assert [line.split()[3] for line in lines] == ["import", "facts"], "a command that a person types leaves no line"
    assert all(LINE.fullmatch(line) for line in lines)


def test_a_long_log_is_put_aside_and_three_are_kept(tmp_path: Path) -> None:
    for number in range(6):
        own_log.note(tmp_path, f"start {number}" + "x" * own_log.MOST_BYTES)
    assert sorted(file.name for file in (tmp_path / "logs").iterdir()) == [
        "sellerdesk.log", "sellerdesk.log.1", "sellerdesk.log.2", "sellerdesk.log.3"
    ]  # fmt: skip
    assert "start 5" in (tmp_path / "logs/sellerdesk.log").read_text()
    assert "start 4" in (tmp_path / "logs/sellerdesk.log.1").read_text()


def test_where_nothing_can_be_written_the_program_goes_on(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("a file where the folder would be")
    own_log.note(tmp_path, "start 1")
    own_log.watch_crashes(tmp_path)
    assert own_log.last_crash(tmp_path) == ""
    own_log.forget_crash(tmp_path)


def test_an_abort_of_qt_leaves_where_it_was_and_no_folder_of_this_computer(tmp_path: Path) -> None:
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", ABORT, str(tmp_path)], env=env, capture_output=True, check=False)
    assert done.returncode != 0
    trace = own_log.last_crash(tmp_path)
    assert "Aborted" in trace or "Abort" in trace
    assert "<string>" in trace
    assert str(ROOT) not in trace
    assert "山田" not in trace
    own_log.forget_crash(tmp_path)
    assert own_log.last_crash(tmp_path) == ""


def test_frames_are_told_from_the_package_on() -> None:
    assert own_log.short("/home/hanako/sellerdesk/ui/start.py") == "sellerdesk/ui/start.py"
    assert own_log.short("C:\\Users\\花子\\Lib\\threading.py") == "threading.py"
