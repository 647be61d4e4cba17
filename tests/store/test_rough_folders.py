"""Rough folders: locks of garbage, leftovers of kills, names that no system takes, and modes that let others read."""

import os
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sellerdesk.paths import is_shop
from sellerdesk.store import holding
from sellerdesk.whole_file import write_whole
from tests.conftest import ROOT, Desk
from tests.store.test_shop import listings

POSIX = pytest.mark.skipif(os.name == "nt", reason="modes, links and pipes are POSIX")
READ = "import sys; sys.stdout.write(open(sys.argv[1]).read())"
HOLD = "import sys, pathlib, time; from sellerdesk.store.holding import take; print(take(pathlib.Path(sys.argv[1])), flush=True); time.sleep(99)"


@pytest.mark.parametrize("garbage", [b"x", b"garbage" * 1_000, b"SQLite format 3\0" + bytes(4_000), b"\0" * 512])
def test_a_lock_of_garbage_still_holds_a_shop(desk: Desk, tmp_path: Path, garbage: bytes) -> None:
    desk("import", listings(tmp_path, 100))
    store = tmp_path / "data/shops/main.db"
    holding.lock_of(store).write_bytes(garbage)
    assert desk("facts", "set", "S0", "hazmat=no").status == 0
    holding.lock_of(store).write_bytes(garbage)
    process = subprocess.Popen([sys.executable, "-c", HOLD, str(store)], stdout=subprocess.PIPE, cwd=ROOT)
    try:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == b"True"
        assert not holding.take(store)
        answer = desk("facts", "set", "S0", "hazmat=yes")
        assert (answer.status, "another window" in answer.err) == (2, True)
    finally:
        process.kill()
        process.communicate()
    assert desk("facts", "set", "S0", "hazmat=yes").status == 0


@POSIX
@pytest.mark.parametrize("kind", ["pipe", "link", "folder"])
def test_what_is_no_lock_in_a_locks_place_hinders_nobody(desk: Desk, tmp_path: Path, kind: str) -> None:
    desk("import", listings(tmp_path, 100))
    lock, outside = holding.lock_of(tmp_path / "data/shops/main.db"), tmp_path / "outside.txt"
    outside.write_text("precious")
    if kind == "pipe":
        os.mkfifo(lock)
    elif kind == "link":
        lock.symlink_to(outside)
    else:
        lock.mkdir()
    assert desk("facts", "set", "S0", "hazmat=no").status == 0
    assert outside.read_text() == "precious"


@POSIX
@pytest.mark.parametrize("ending", ["-wal", "-shm", "-journal", ""])
@pytest.mark.parametrize("kind", ["A folder", "A link", "pipe"])
def test_what_lies_in_a_stores_or_a_logs_place_is_named(desk: Desk, tmp_path: Path, kind: str, ending: str) -> None:
    file = listings(tmp_path, 100)
    desk("import", file)
    store = tmp_path / "data/shops/main.db"
    held = store.read_bytes()
    for left in ("-wal", "-shm"):
        store.with_name(f"main.db{left}").unlink(missing_ok=True)
    place = store.with_name(f"main.db{ending}")
    if not ending:
        if kind == "A link":
            pytest.skip("a shop may lie elsewhere")
        place.unlink()
    if kind == "pipe":
        os.mkfifo(place)
    elif kind == "A link":
        place.symlink_to(tmp_path / "outside")
    else:
        place.mkdir()
    for command in (["today"], ["offers"], ["facts", "set", "S0", "hazmat=no"], ["import", file], ["backup"], ["restore", "1"]):
        answer = desk(*command)
        assert (answer.status, len(answer.err.splitlines())) == (2, 1), (command, answer.err)
        assert kind in answer.err, (command, answer.err)
        assert place.name in answer.err
    assert not (tmp_path / "outside").exists()
    assert not ending or store.read_bytes() == held


@POSIX
def test_a_pipe_that_nobody_reads_is_no_place_for_an_answer(desk: Desk, tmp_path: Path) -> None:
    desk("import", listings(tmp_path, 100))
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for command in (["offers", "--out", pipe], ["move-out", pipe], ["support", pipe]):
        answer = desk(*command)
        assert (answer.status, "no ordinary file" in answer.err) == (2, True), (command, answer.err)
        assert stat.S_ISFIFO(pipe.stat().st_mode)
    with subprocess.Popen([sys.executable, "-c", READ, str(pipe)], stdout=subprocess.PIPE) as reader:
        time.sleep(1)
        assert desk("offers", "--out", pipe).status == 0
        assert b"S0" in reader.communicate()[0]


@pytest.mark.parametrize(
    "name",
    ["CON", "con.shop", "NUL .x", "aux.db", "COM1", "lpt9.x.y", "COM¹", "LPT³.x", "CONIN$", "clock$.a", "shop.", "shop ", "a\u200bb", "\u202eshop",
     "a\u2060", "sho\u00adp", "店\ufe0f", "a\u3164", "\u2800", "x\ue000", "a\u2028b", "a\x7f", "a\u0000", "a\U000e0101"],
)  # fmt: skip
def test_a_name_that_a_system_keeps_or_that_nobody_sees_is_refused(desk: Desk, name: str) -> None:
    assert not is_shop(name)
    answer = desk("--shop", name, "offers")
    assert (answer.status, len(answer.err.splitlines())) == (2, 1)


@pytest.mark.parametrize(
    "name", ["main", "お店 太陽堂", "console", "com", "COM10", "lpt", "auxiliary.x", "店・東京 2号", "カフェ「空」", "𠮷野", "Ü-shop"]
)
def test_a_name_of_letters_is_taken(name: str) -> None:
    assert is_shop(name)


@POSIX
def test_what_a_killed_move_in_left_is_cleared_and_what_is_not_ours_stays(desk: Desk, tmp_path: Path) -> None:
    desk("import", listings(tmp_path, 100))
    shops, kept = tmp_path / "data/shops", tmp_path / "data/backups"
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    ours = [
        shops / f".main.{dead.pid}.part",
        shops / f".main.{dead.pid}.new.part-journal",
        shops / f".お店.{dead.pid}.old.part",
        kept / f".main.{dead.pid}.part",
    ]
    others = [shops / f".main.{os.getpid()}.part", shops / ".main.part", shops / f"film.{dead.pid}.part", shops / "notes.txt"]
    for file in (*ours, *others):
        file.write_bytes(b"x")
    (shops / f".link.{dead.pid}.part").symlink_to(tmp_path / "nowhere")
    assert desk("backup").status == 0
    assert [file.name for file in ours if file.exists()] == []
    assert all(file.exists() for file in others)


OPEN = """
import sys
from datetime import datetime
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from sellerdesk.ui import start
start.application()
QTimer.singleShot(1_000, lambda: (print("shown", flush=True), QApplication.closeAllWindows()))
start.run(Path(sys.argv[1]), lambda: datetime.now().astimezone())
"""


@POSIX
@pytest.mark.parametrize("name", ["settings.ini", "logs/sellerdesk.log", "logs/crash.txt", "backup_folder.txt"])
def test_a_pipe_in_place_of_a_file_of_the_programs_own_keeps_nobody_waiting(desk: Desk, tmp_path: Path, name: str) -> None:
    desk("import", listings(tmp_path, 100))
    data = tmp_path / "data"
    (data / "logs").mkdir(exist_ok=True)
    os.mkfifo(data / name)
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    program = [sys.executable, "-P", "-m", "sellerdesk", "--data", str(data), "--lang", "en", "--window", "support"]
    assert subprocess.run(program, env=environment, timeout=60, capture_output=True, check=False).returncode == 0
    opened = subprocess.run([sys.executable, "-c", OPEN, str(data)], env=environment, timeout=60, capture_output=True, check=False)
    assert b"shown" in opened.stdout, opened.stderr


KINDS_OF_ANSWER = [
    ("move-out", "shop.sellerdesk"), ("support", "support.json"), ("offers", "--out", "offers.txt"), ("facts", "export", "facts.csv"),
]  # fmt: skip


@POSIX
@pytest.mark.parametrize("command", KINDS_OF_ANSWER, ids=lambda command: command[0])
def test_what_a_killed_command_left_beside_its_file_is_cleared_by_the_next_one_there(
    desk: Desk, tmp_path: Path, command: tuple[str, ...]
) -> None:
    desk("import", listings(tmp_path, 100))
    stick = tmp_path / "stick"
    stick.mkdir()
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    name = command[-1]
    others = [stick / f".film.{dead.pid}.part", stick / f".shop.{dead.pid}.db", stick / f".x.{os.getpid()}.sellerdesk.part"]
    left = [
        stick / f".{name}.{dead.pid}.part", stick / f".{name}.{dead.pid}.db-journal", stick / f".another.csv.{dead.pid}.sellerdesk.part",
        stick / f".another.sellerdesk.{dead.pid}.old.sellerdesk.part-journal",
    ]  # fmt: skip
    for file in (*others, *left):
        file.write_bytes(b"x")
    assert desk(*command[:-1], stick / name).status == 0
    assert sorted(stick.iterdir()) == sorted([*others, stick / name])


@POSIX
def test_a_part_is_its_owners_alone_and_a_killed_one_goes_with_the_next_command(tmp_path: Path) -> None:
    script = (
        "import os, pathlib, sys; from sellerdesk.whole_file import write_whole\n"
        "write_whole(pathlib.Path(sys.argv[1]), iter(lambda: os.kill(os.getpid(), 9), 0))"
    )
    subprocess.run([sys.executable, "-c", script, str(tmp_path / "a.csv")], cwd=ROOT, check=False)
    (part,) = tmp_path.iterdir()
    assert stat.S_IMODE(part.stat().st_mode) == 0o600
    write_whole(tmp_path / "b.csv", [b"x"])
    assert [file.name for file in tmp_path.iterdir()] == ["b.csv"]
    assert stat.S_IMODE((tmp_path / "b.csv").stat().st_mode) == 0o666 & ~umask()


def umask() -> int:
    """What this process takes from the modes of new files."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


@POSIX
@pytest.mark.parametrize("command", KINDS_OF_ANSWER, ids=lambda command: command[0])
def test_a_file_that_is_protected_from_writing_is_not_replaced(desk: Desk, tmp_path: Path, command: tuple[str, ...]) -> None:
    desk("import", listings(tmp_path, 100))
    file = tmp_path / command[-1]
    file.write_bytes(b"mine")
    file.chmod(0o400)
    answer = desk(*command[:-1], file)
    assert answer.status == 2
    assert f"“{file}” cannot be written" in answer.err
    assert file.read_bytes() == b"mine"


@pytest.mark.parametrize("name", ["n" * 240 + ".sellerdesk", "店" * 78 + ".sellerdesk"])
def test_a_shop_moves_out_into_a_file_of_a_long_name(desk: Desk, tmp_path: Path, name: str) -> None:
    desk("import", listings(tmp_path, 100))
    assert desk("move-out", tmp_path / name).status == 0
    assert desk("support", tmp_path / name.replace(".sellerdesk", ".json")).status == 0
    assert [file.name for file in tmp_path.glob(".*")] == []


@POSIX
def test_a_shop_is_its_owners_alone(desk: Desk, tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        desk("import", listings(tmp_path, 100))
        desk("facts", "set", "S0", "hazmat=no")
        desk("backup")
        desk("restore", "1")
        desk("move-out", tmp_path / "shop.sellerdesk")
        desk("--data", tmp_path / "new", "move-in", tmp_path / "shop.sellerdesk")
        for path in [*(tmp_path / "data").rglob("*"), *(tmp_path / "new").rglob("*"), tmp_path / "shop.sellerdesk", tmp_path / "data"]:
            mode = stat.S_IMODE(path.stat().st_mode)
            assert mode == (0o700 if path.is_dir() else 0o600), f"{path} {mode:o}"
        for path in (tmp_path / "data").rglob("*"):
            path.chmod(0o777 if path.is_dir() else 0o666)
        desk("facts", "set", "S0", "hazmat=yes")
        desk("backup")
        for path in (tmp_path / "data").rglob("*"):
            mode = stat.S_IMODE(path.stat().st_mode)
            assert mode == (0o700 if path.is_dir() else 0o600), f"{path} {mode:o}"
    finally:
        os.umask(before)


def test_a_store_whose_maker_was_killed_at_once_keeps_no_journal(desk: Desk, tmp_path: Path) -> None:
    desk("import", listings(tmp_path, 100))
    desk("backup")
    store = tmp_path / "data/shops/main.db"
    journal = store.with_name("main.db-journal")
    store.write_bytes(b"")
    for content in (b"", b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(504)):
        journal.write_bytes(content)
        desk("today")
        assert not journal.exists()
    assert [backup["file"] for backup in desk("backups", "--json").json["backups"]]
