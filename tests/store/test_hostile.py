"""A store that comes from outside is data, never code: it moves in as plain rows or not at all, and touches nothing but its own shop."""

import os
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sellerdesk.readers.headers import kinds
from sellerdesk.store import values
from sellerdesk.store.shape import STEPS
from tests.conftest import ROOT, Desk
from tests.hostile import HARMS, OLD, PLAIN, SAMPLES, hostile, packed

CANARY = "the other shop's own"
_seen: list[tuple[str, Any]] = []


def listen(event: str, details: tuple[Any, ...]) -> None:
    """Collect what is opened, connected to, removed or started."""
    if event in ("sqlite3.connect", "open", "os.remove", "os.rename", "subprocess.Popen", "os.system", "sqlite3.load_extension"):
        _seen.append((event, details))


sys.addaudithook(listen)


@pytest.fixture
def out(tmp_path: Path) -> Iterator[Path]:
    """A folder with another shop, beside the one in use; whatever happens, it stays as it is and nothing comes to it."""
    folder = tmp_path / "outside"
    folder.mkdir()
    (folder / "precious.txt").write_text(CANARY)
    shutil.copy(SAMPLES / f"{STEPS[-1]}.db", folder / "other.db")
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    _seen.clear()
    yield folder
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == before
    for event, details in _seen:
        touched = str(details[0])
        assert event in ("sqlite3.connect", "open", "os.remove", "os.rename"), event
        assert str(folder) not in touched or "precious" in touched or "other.db" in touched, (event, touched)


@pytest.mark.parametrize("name", [*HARMS, *OLD, "utf-16 text"])
def test_a_hostile_store_moves_in_as_plain_rows_or_not_at_all(desk: Desk, tmp_path: Path, out: Path, name: str) -> None:
    file = packed(hostile(name, tmp_path, out), tmp_path / "hostile.sellerdesk")
    answer = desk("move-in", file)
    if name in OLD or name in PLAIN:
        assert answer.status == 0, answer.err
        assert (name in PLAIN) == ("Undo steps that Seller Desk did not write were left out (1)" not in answer.err)
        desk("undo")
        assert [one["sku"] for one in desk("offers", "--json").json["offers"]] == ["S0", "S1"]
        return
    assert (answer.status, len(answer.err.splitlines())) == (2, 1), answer.err
    assert "bug" not in answer.err
    assert not (tmp_path / "data/shops/main.db").exists()
    assert not list((tmp_path / "data").rglob("*.part*"))


@pytest.mark.parametrize("name", sorted(HARMS))
def test_a_hostile_backup_is_not_put_back(desk: Desk, tmp_path: Path, out: Path, name: str) -> None:
    if name in PLAIN:
        pytest.skip("plain rows")
    (tmp_path / "data/shops").mkdir(parents=True)
    shutil.copy(SAMPLES / f"{STEPS[-1]}.db", tmp_path / "data/shops/main.db")
    before = desk("offers", "--json").json
    planted = tmp_path / "data/backups/main_20270101-000000_asked.db"
    shutil.copy(hostile(name, tmp_path, out), planted)
    assert desk("backups").status == 0
    answer = desk("restore", planted.stem)
    assert (answer.status, len(answer.err.splitlines()), "bug" in answer.err) == (2, 1, False), answer.err
    assert desk("offers", "--json").json == before


SCHEMA = [
    name for name in HARMS if name.startswith(("a view", "a recursive", "a trigger", "our trigger", "an index", "another", "a table"))
]


@pytest.mark.parametrize("name", [name for name in SCHEMA if name not in PLAIN])
def test_a_hostile_store_in_the_shops_place_is_not_opened(desk: Desk, tmp_path: Path, out: Path, name: str) -> None:
    store = tmp_path / "data/shops/main.db"
    store.parent.mkdir(parents=True)
    shutil.copy(hostile(name, tmp_path, out), store)
    for command in (["offers"], ["facts", "set", "S0", "hazmat=yes"], ["today"]):
        answer = desk(*command)
        assert (answer.status, "not Seller Desk's" in answer.err) == (2, True), answer.err


@pytest.mark.parametrize("name", sorted(set(HARMS) - PLAIN))
def test_what_a_store_in_the_shops_place_holds_is_no_bug(desk: Desk, tmp_path: Path, out: Path, name: str) -> None:
    store = tmp_path / "data/shops/main.db"
    store.parent.mkdir(parents=True)
    shutil.copy(hostile(name, tmp_path, out), store)
    for command in (["offers"], ["facts"], ["today"], ["history"], ["audit"]):
        answer = desk(*command)
        assert (answer.status in (0, 1, 2), "bug" in answer.err) == (True, False), answer.err


def test_undo_of_a_hostile_store_in_the_shops_place_runs_nothing(desk: Desk, tmp_path: Path, out: Path) -> None:
    store = tmp_path / "data/shops/main.db"
    store.parent.mkdir(parents=True)
    for name in [*OLD, *(name for name in HARMS if name.startswith("a step of undo"))]:
        shutil.copy(hostile(name, tmp_path, out), store)
        for _time in range(3):
            answer = desk("undo")
            assert (answer.status in (0, 2), "bug" in answer.err) == (True, False), answer.err
        assert len(desk("offers", "--json").json["offers"]) == 2


@pytest.mark.parametrize(
    ("part", "value"),
    [("version", 2), ("version", None), ("shop", "../../x"), ("shop", "CON"), ("bytes", -1), ("packed_at", "\x1b[2J"), ("rows", {"offer": 7}),
     ("rows", "many"), ("program", "x" * 1_100_000), ("sha256", 5)],
)  # fmt: skip
def test_a_manifest_that_this_program_does_not_write_is_refused(desk: Desk, tmp_path: Path, part: str, value: object) -> None:
    file = packed(SAMPLES / f"{STEPS[-1]}.db", tmp_path / "shop.sellerdesk", **{part: value})
    answer = desk("move-in", file)
    assert (answer.status, len(answer.err.splitlines()), "\x1b" in answer.err) == (2, 1, False)
    assert not (tmp_path / "data/shops/main.db").exists()


def test_no_statement_reaches_outside_of_a_store(tmp_path: Path) -> None:
    from sellerdesk.store.database import opened  # noqa: PLC0415 (beside what it is tested with)

    for sql in (
        f"attach '{tmp_path}/x.db' as x", f"vacuum into '{tmp_path}/x.db'", "vacuum", "pragma writable_schema = on", "pragma journal_mode = off",
        "create table x (y)", "create temp table x (y)", "drop table offer", "create view x as select 1", "delete from sqlite_master",
        "create virtual table x using fts5(y)", "pragma trusted_schema = on", "pragma foreign_keys = off", "select load_extension('x')",
    ):  # fmt: skip
        with (
            opened(tmp_path / "shops/main.db") as db,
            pytest.raises(sqlite3.DatabaseError, match=r"not authorized|prohibited|denied|may not be"),
        ):
            db.conn.execute(sql)
    assert not (tmp_path / "x.db").exists()


def test_every_connection_is_a_guarded_one() -> None:
    bare = [file.name for file in (ROOT / "sellerdesk").rglob("*.py") if "sqlite3.connect(" in file.read_text(encoding="utf-8")]
    assert sorted(bare) == ["connection.py", "self_test.py", "shape.py"], "stores made in memory or for a test"
    assert not [file.name for file in (ROOT / "sellerdesk/store").glob("*.py") if "vacuum" in file.read_text(encoding="utf-8")]


def test_what_comes_from_elsewhere_may_be_every_kind_that_is_read_and_no_other() -> None:
    assert set(values.KINDS) == set(kinds())


@pytest.mark.parametrize("name", ["a moment at the end of all years", "a file's name that leads elsewhere"])
def test_a_moment_or_a_name_that_is_none_is_named(desk: Desk, tmp_path: Path, out: Path, name: str) -> None:
    answer = desk("move-in", packed(hostile(name, tmp_path, out), tmp_path / "hostile.sellerdesk"))
    assert "a value that Seller Desk does not write (table “import”" in answer.err


def test_a_copy_without_its_sums_is_refused_in_words_and_one_from_before_them_is_taken(desk: Desk, tmp_path: Path, out: Path) -> None:
    bare = hostile("no sums at all", tmp_path, out)
    assert "lacks the sums" in desk("move-in", packed(bare, tmp_path / "bare.sellerdesk")).err
    (tmp_path / "data/backups").mkdir(parents=True)
    shutil.copy(bare, tmp_path / "data/backups/main_20260101-000000_asked.db")
    assert "lacks the sums" in desk("restore", "1").err
    shutil.rmtree(tmp_path / "data")
    assert desk("move-in", packed(SAMPLES / "undo_rows.db", tmp_path / "old.sellerdesk")).status == 0


@pytest.mark.skipif(os.name == "nt", reason="no file of Windows has such a name")
def test_a_files_own_odd_name_is_kept_so_that_a_backup_of_it_comes_back(desk: Desk, tmp_path: Path) -> None:
    odd = tmp_path / "list\x1b[2J\u202e\\ings.txt"
    odd.write_text("sku\tasin\tprice\tquantity\nS1\tB000000001\t100\t1\n", "utf-8")
    assert desk("import", odd).status in (0, 1)
    assert desk("restore", "1").status == 0
    assert desk("imports", "--json").json["imports"][0]["file"] == "list\ufffd[2J\ufffd\ufffdings.txt"
