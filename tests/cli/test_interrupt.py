"""Ctrl+C: one sentence that says whether something was saved, and exit status 130; never a traceback."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from tests.conftest import ROOT, Desk
from tests.store.test_shop import Program, listings

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal for one process alone")
SAID = ("Stopped. Nothing was saved in the shop.", "only judging it was stopped.", "The change itself is saved")


def imports(store: Path) -> int:
    """How many imports a shop has."""
    if not store.exists():
        return 0
    with closing(sqlite3.connect(store)) as db:
        try:
            return int(db.execute("select count(*) from import").fetchone()[0])
        except sqlite3.OperationalError:
            return 0


def test_an_import_that_is_stopped_while_it_is_judged_says_that_it_was_taken(program: Program, tmp_path: Path) -> None:
    process = program("import", listings(tmp_path, *range(1, 60_000)), "--judge", "--progress")
    assert process.stderr is not None
    while (line := process.stderr.readline()) and b'"imported"' not in line:
        pass
    time.sleep(0.2)
    process.send_signal(signal.SIGINT)
    _out, err = process.communicate()
    assert process.returncode == 130
    assert "Import #1 (listings.txt) was saved; only judging it was stopped." in err.decode()
    assert imports(tmp_path / "data/shops/main.db") == 1


@pytest.mark.parametrize("seconds", [0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.6, 0.9, 1.3])
def test_a_stopped_import_says_what_came_of_it(program: Program, tmp_path: Path, seconds: float) -> None:
    process = program("import", listings(tmp_path, *range(1, 60_000)), "--judge")
    time.sleep(seconds)
    process.send_signal(signal.SIGINT)
    _out, err = process.communicate()
    if b"init_import_site" in err or (process.returncode == -signal.SIGINT and b"in main" not in err):
        return  # Python itself was not ready yet: it had not begun to run the program, or was still loading it
    if process.returncode == 130 and not err:
        assert imports(tmp_path / "data/shops/main.db") == 0, "it ends at once, and has begun nothing"
        return
    assert process.returncode in (0, 130), err
    assert b"Traceback" not in err
    if process.returncode:
        said = [words for words in SAID if words in err.decode()]
        assert len(said) == 1, err
        assert imports(tmp_path / "data/shops/main.db") == (said[0] != SAID[0])


def test_an_interrupt_that_sqlite_swallows_is_one(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk("import", listings(tmp_path, 100))
    from sellerdesk.store import guard  # noqa: PLC0415 (it is changed here alone)

    rows_only = guard.schema_too

    def press(*args: object) -> int:
        if args[1] == "sku_fact":
            os.kill(os.getpid(), signal.SIGINT)
            time.sleep(1)
        return rows_only(*args)  # type: ignore[arg-type]  # handed on as they come

    monkeypatch.setattr(guard, "schema_too", press)
    answer = desk("facts", "set", "S0", "hazmat=no")
    assert (answer.status, answer.err.strip().splitlines()[-1]) == (130, SAID[0])


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a full device is Linux's")
@pytest.mark.parametrize(
    ("command", "saved"), [(["today"], False), (["export", "account-report"], False), (["facts", "set", "S0", "hazmat=no"], True)]
)
def test_a_full_disk_for_the_answer_says_of_a_change_alone_that_it_is_saved(
    desk: Desk, tmp_path: Path, command: list[str], *, saved: bool
) -> None:
    desk("import", listings(tmp_path, 100))
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    line = [sys.executable, "-P", "-m", "sellerdesk", "--data", str(tmp_path / "data"), "--lang", "en", *command]
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(line, env=environment, stdout=full, stderr=subprocess.PIPE, check=False)
    assert ended.returncode == 2
    assert (b"The change itself is saved" in ended.stderr) is saved


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux has a device that is always full")
@pytest.mark.parametrize("command", [("import", "absent.txt"), ("today",), ("today", "--json")])
def test_what_cannot_even_be_complained_of_is_still_unusable(tmp_path: Path, command: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        line = [sys.executable, "-m", "sellerdesk", "--data", str(tmp_path / "data"), *command]
        assert subprocess.run(line, stdout=full, stderr=full, cwd=ROOT, check=False).returncode == 2


STREAMS = {"closed": "import os; os.close(1)", "full": "import os; os.dup2(os.open('/dev/full', os.O_WRONLY), 1)"}


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a full device is Linux's")
@pytest.mark.parametrize("stream", STREAMS)
@pytest.mark.parametrize(
    ("command", "done"),
    [
        (["today"], "Nothing was changed in the shop."),
        (["undo"], "Nothing was changed in the shop."),
        (["redo"], "Nothing was changed in the shop."),
        (["self-test"], "Nothing was changed in the shop."),
        (["import", "listings.txt"], "Nothing was changed in the shop."),  # the same file again
        (["facts", "set", "S0", "hazmat=no"], "The change itself is saved; what failed came after it."),
        (["backups", "folder", "elsewhere"], "The change itself is saved; what failed came after it."),
        (["backup"], "The backup “main_"),
        (["move-out", "shop.sellerdesk"], "The whole shop is in "),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_an_answer_that_nobody_takes_says_what_was_done(desk: Desk, tmp_path: Path, stream: str, command: list[str], done: str) -> None:
    desk("import", listings(tmp_path, 100))
    close = f"{STREAMS[stream]}; os.execv({sys.executable!r}, [{sys.executable!r}, *__import__('sys').argv[1:]])"
    line = ["-P", "-m", "sellerdesk", "--data", str(tmp_path / "data"), "--lang", "en", *command, "--json"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    started = [sys.executable, "-c", close, *line]
    ended = subprocess.run(started, env=environment, cwd=tmp_path, capture_output=True, check=False)
    (sentence,) = ended.stderr.decode().splitlines()
    lost = {"closed": "standard output is closed.", "full": "the disk that takes it is full."}[stream]
    assert (ended.returncode, lost in sentence, done in sentence) == (2, True, True), sentence
    assert sum(words in sentence for words in ("Nothing was changed", "change itself", "The backup", "The whole shop")) == 1
    if command[0] == "move-out":
        assert (tmp_path / "shop.sellerdesk").exists()


@pytest.mark.parametrize(
    ("command", "done"), [(["backup"], "is made. The shop itself is as it was."), (["undo"], "Nothing was saved in the shop.")]
)
def test_a_key_pressed_at_the_answer_says_what_was_done(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str], done: str
) -> None:
    desk("import", listings(tmp_path, 100))

    def press(*_args: object) -> None:
        os.kill(os.getpid(), signal.SIGINT)
        time.sleep(1)

    monkeypatch.setattr("sellerdesk.cli.answer.Asked.tell", press)
    answer = desk(*command)
    assert answer.status == 130
    assert done in answer.err


@pytest.mark.parametrize("module", ["sellerdesk.app", "contextlib", "typing"])
def test_a_key_pressed_before_the_program_is_loaded_leaves_no_trace(tmp_path: Path, module: str) -> None:
    pressing = (
        "import os, runpy, signal, sys\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        f"sys.modules.pop({module!r}, None)\n"
        "class Presses:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        f"        if name == {module!r}: os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.meta_path.insert(0, Presses())\n"
        f"sys.argv = ['sellerdesk', '--data', {str(tmp_path)!r}, 'today']\n"
        "from sellerdesk.__main__ import begin\n"
        "begin()\n"
    )
    answer = subprocess.run([sys.executable, "-c", pressing], capture_output=True, cwd=ROOT, text=True, check=False)
    assert (answer.returncode, answer.stdout, answer.stderr) == (130, "", "")


def test_every_way_to_start_the_program_begins_at_the_same_place() -> None:
    import tomllib  # noqa: PLC0415 (needed here alone)

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert {*project["scripts"].values(), *project["gui-scripts"].values()} == {"sellerdesk.__main__:begin"}
    assert "begin()" in (ROOT / "packaging/start.py").read_text(encoding="utf-8")


def test_a_key_pressed_while_the_program_loads_is_heard_when_it_has(tmp_path: Path) -> None:
    pressing = (
        "import os, signal, sys\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "from sellerdesk import app\n"
        "class Presses:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name == 'click.exceptions': os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.meta_path.insert(0, Presses())\n"
        f"sys.exit(app.main(['--lang', 'en', '--data', {str(tmp_path)!r}, 'audit', '--demo']))\n"
    )
    answer = subprocess.run([sys.executable, "-c", pressing], capture_output=True, cwd=ROOT, text=True, check=False)
    assert (answer.returncode, answer.stdout, answer.stderr.strip()) == (130, "", SAID[0])
