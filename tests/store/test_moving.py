"""A shop moves to another computer as one file with everything in it, and back, and nothing is overwritten unasked."""

import json
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from tests.conftest import ROOT, Answer, Desk
from tests.store.test_shop import listings


def elsewhere(desk: Desk, tmp_path: Path, *args: object) -> Answer:
    """A command on the other computer: another data folder."""
    return desk("--data", tmp_path / "other", *args)


def rows(folder: Path) -> dict[str, list[object]]:
    """Every table of the shop in a data folder."""
    with closing(sqlite3.connect(folder / "shops/main.db")) as db:
        names = [name for (name,) in db.execute("select name from sqlite_master where type = 'table'")]
        return {name: db.execute(f"select * from {name}").fetchall() for name in names}  # noqa: S608 (its own tables)


@pytest.fixture
def moved(desk: Desk, tmp_path: Path) -> Path:
    """A shop with imports, facts, something undone, and history, moved out."""
    desk("import", listings(tmp_path, 100))
    desk("import", listings(tmp_path, 200, 300))
    desk("facts", "set", "S0", "hazmat=no")
    desk("facts", "set", "S1", "hazmat=yes")
    desk("undo")
    assert desk("move-out", tmp_path / "shop.sellerdesk").status == 0
    return tmp_path / "shop.sellerdesk"


def test_a_moved_shop_is_no_report(desk: Desk, moved: Path) -> None:
    answer = desk("import", moved)
    assert (answer.status, "move-in" in answer.err) == (2, True)


def test_everything_arrives_and_comes_back(desk: Desk, moved: Path, tmp_path: Path) -> None:
    assert elsewhere(desk, tmp_path, "move-in", moved).status == 0
    assert rows(tmp_path / "other") == rows(tmp_path / "data")
    assert elsewhere(desk, tmp_path, "redo").status == 0
    assert elsewhere(desk, tmp_path, "move-out", tmp_path / "back.sellerdesk").status == 0
    assert desk("move-in", tmp_path / "back.sellerdesk").status == 2
    answer = desk("move-in", tmp_path / "back.sellerdesk", "--replace", "--json")
    assert answer.status == 0
    assert rows(tmp_path / "data") == rows(tmp_path / "other")
    assert desk("restore", answer.json["before"]).status == 0
    assert desk("facts", "--json").json["facts"] == {"S0": {"hazmat": "no"}}


def test_a_shop_that_is_here_is_not_overwritten_unasked(desk: Desk, moved: Path, tmp_path: Path) -> None:
    elsewhere(desk, tmp_path, "facts", "set", "X", "hazmat=no")
    answer = elsewhere(desk, tmp_path, "move-in", moved)
    assert (answer.status, "--replace" in answer.err) == (2, True)
    assert elsewhere(desk, tmp_path, "facts", "--json").json["facts"] == {"X": {"hazmat": "no"}}


@pytest.mark.parametrize("harm", ["cut", "flipped", "another sum", "no manifest", "text", "rows", "bomb", "newer"])
def test_what_does_not_arrive_whole_is_refused(desk: Desk, moved: Path, tmp_path: Path, harm: str) -> None:
    harmed = tmp_path / "harmed.sellerdesk"
    data = moved.read_bytes()
    with zipfile.ZipFile(moved) as archive:
        manifest, store = json.loads(archive.read("manifest.json")), archive.read("shop.db")
    if harm == "cut":
        harmed.write_bytes(data[: len(data) * 2 // 3])
    elif harm == "flipped":
        middle = len(data) // 2
        harmed.write_bytes(data[:middle] + bytes([data[middle] ^ 0xFF]) + data[middle + 1 :])
    elif harm == "text":
        harmed.write_text("seller-sku\tprice\n")
    else:
        if harm == "newer":
            store = newer(store, tmp_path)
        manifest |= {"another sum": {"sha256": "0" * 64}, "rows": {"rows": {}}, "bomb": {"bytes": 10**13}}.get(harm, {})
        if harm == "newer":
            import hashlib  # noqa: PLC0415 (one case needs it)

            counts = {**manifest["rows"], "_sqlite_migrations": manifest["rows"]["_sqlite_migrations"] + 1}
            manifest |= {"sha256": hashlib.sha256(store).hexdigest(), "bytes": len(store), "rows": counts}
        with zipfile.ZipFile(harmed, "w") as archive:
            if harm != "no manifest":
                archive.writestr("manifest.json", json.dumps(manifest))
            archive.writestr("shop.db", store)
    answer = elsewhere(desk, tmp_path, "move-in", harmed)
    assert (answer.status, len(answer.err.splitlines())) == (2, 1)
    assert not (tmp_path / "other/shops/main.db").exists()
    assert not list((tmp_path / "other").rglob(".*.part"))


def newer(store: bytes, tmp_path: Path) -> bytes:
    """The store as a later program would make it."""
    file = tmp_path / "newer.db"
    file.write_bytes(store)
    with closing(sqlite3.connect(file)) as db, db:
        db.execute("insert into _sqlite_migrations (migration_set, name, applied_at) values ('sellerdesk', 'next', 'later')")
    return file.read_bytes()


def test_the_file_is_written_whole_or_not_at_all(desk: Desk, moved: Path, tmp_path: Path) -> None:
    before = moved.read_bytes()
    (tmp_path / "data/shops/main.db").write_bytes(b"no database" * 1_000)
    assert desk("move-out", moved).status == 2
    assert moved.read_bytes() == before
    shutil.rmtree(tmp_path / "data")
    assert desk("move-out", moved).status == 2
    assert moved.read_bytes() == before
    assert not list(tmp_path.glob(".*"))


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
@pytest.mark.parametrize("write", [40, 60, 80])
def test_a_kill_in_a_first_move_in_leaves_no_half_of_a_shop(desk: Desk, moved: Path, tmp_path: Path, write: int) -> None:
    """Writes to the shop's own file, each counted by itself: a new one had a journal, which was then taken for another file's."""
    store = tmp_path / "other/shops/main.db"
    command = [sys.executable, "-m", "sellerdesk", "--data", str(tmp_path / "other"), "move-in", str(moved)]
    watched = [arg for ending in ("", "-wal", "-journal") for arg in ("-P", f"{store}{ending}")]
    strace = ["strace", "-o", "/dev/null", *watched, "-e", "trace=pwrite64", "-e", f"inject=pwrite64:signal=KILL:when={write}"]
    done = subprocess.run([*strace, *command], cwd=ROOT, capture_output=True, check=False)
    if done.returncode == 1:
        pytest.skip("strace may not trace here")
    assert store.exists()
    answer = elsewhere(desk, tmp_path, "move-in", moved)
    assert (answer.status, "damaged" in answer.err) in ((0, False), (2, False)), answer.err
    assert rows(tmp_path / "other") == rows(tmp_path / "data")
