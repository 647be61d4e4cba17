"""A store that was swapped or overwritten under us: no log is ever played onto another file, and it is said."""

import os
import shutil
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from sellerdesk.clock import JAPAN
from sellerdesk.store import notices, opening
from sellerdesk.store.database import linger
from sellerdesk.workflows.shop import backups as work
from sellerdesk.workflows.shop import facts as shop_facts
from sellerdesk.workflows.shop import imports
from tests.conftest import ROOT, Desk
from tests.store.test_shop import Program, listings

NOON = datetime(2026, 3, 1, 12, tzinfo=JAPAN)
Swap = Callable[[Path, Path], None]


def facts(store: Path) -> list[str]:
    """The SKUs with facts, and the store is whole."""
    with closing(sqlite3.connect(store)) as db:
        assert db.execute("pragma integrity_check").fetchone() == ("ok",)
        return [sku for (sku,) in db.execute("select sku from sku_fact order by sku")]


def tell(store: Path, sku: str) -> None:
    """One more fact."""
    shop_facts.set_fact(store, (sku,), "hazmat", "no", NOON)


@pytest.fixture
def crashed(tmp_path: Path) -> tuple[Path, Path]:
    """A shop with a backup of three facts and, after a crash, a log with two more; and the backup."""
    store = tmp_path / "data/shops/main.db"
    imports.import_file(store, listings(tmp_path, *range(1, 2_000)), NOON)
    for sku in ("A", "B", "C"):
        tell(store, sku)
    backup = work.make(store, NOON).path
    leave = linger(store)
    tell(store, "D")
    tell(store, "E")
    kept = tmp_path / "kept"
    kept.mkdir()
    for file in store.parent.glob("main.db*"):
        shutil.copy(file, kept)
    leave()
    for file in kept.iterdir():
        shutil.copy(file, store.parent)
    store.with_name("main.db-shm").unlink()
    opening.forget()
    notices.take()
    assert store.with_name("main.db-wal").stat().st_size > 0
    return store, backup


def over(backup: Path, store: Path) -> None:
    """Copied over it, as by hand: the same file on the disk with other contents."""
    store.write_bytes(backup.read_bytes())


def moved(backup: Path, store: Path) -> None:
    """Moved in its place: another file."""
    shutil.copy(backup, store.with_name("x"))
    store.with_name("x").replace(store)


@pytest.mark.usefixtures("crashed")
def test_a_log_of_its_own_is_played(desk: Desk) -> None:
    answer = desk("facts", "--json")
    assert sorted(answer.json["facts"]) == ["A", "B", "C", "D", "E"]
    assert answer.err == ""


@pytest.mark.parametrize("swap", [over, moved])
def test_a_backup_put_over_a_store_by_hand_is_opened_as_it_is(crashed: tuple[Path, Path], desk: Desk, swap: Swap) -> None:
    store, backup = crashed
    swap(backup, store)
    answer = desk("facts", "--json")
    assert sorted(answer.json["facts"]) == ["A", "B", "C"]
    assert "Another file was put in place" in answer.err
    assert facts(store) == ["A", "B", "C"]
    (kept,) = (store.parents[1] / "backups").glob("main_*_log-wal")
    assert kept.stat().st_size > 0
    assert desk("facts", "set", "F", "hazmat=no").status == 0
    assert desk("facts", "--json").err == ""
    assert facts(store) == ["A", "B", "C", "F"]


def test_an_older_state_of_the_same_store_that_a_service_brings_back_is_opened_as_it_is(desk: Desk, tmp_path: Path) -> None:
    store = tmp_path / "data/shops/main.db"
    imports.import_file(store, listings(tmp_path, *range(1, 2_000)), NOON)
    tell(store, "A")
    old = store.read_bytes()
    tell(store, "B")
    leave = linger(store)
    tell(store, "C")
    log = store.with_name("main.db-wal").read_bytes()
    leave()
    store.write_bytes(old)
    store.with_name("main.db-wal").write_bytes(log)
    opening.forget()
    assert sorted(desk("facts", "--json").json["facts"]) == ["A"]
    assert facts(store) == ["A"]


def test_another_shops_store_and_its_log_are_kept_apart(crashed: tuple[Path, Path], desk: Desk, tmp_path: Path) -> None:
    store, _backup = crashed
    other = tmp_path / "data/shops/other.db"
    imports.import_file(other, listings(tmp_path, *range(5, 900)), NOON)
    over(other, store)
    assert desk("facts", "--json").json["facts"] == {}
    assert len(desk("offers", "--json").json["offers"]) == 895


def test_a_journal_that_lies_beside_a_store_is_not_played(desk: Desk, tmp_path: Path) -> None:
    store, other = tmp_path / "data/shops/main.db", tmp_path / "other.db"
    imports.import_file(store, listings(tmp_path, *range(1, 2_000)), NOON)
    outside = tmp_path / "precious.txt"
    outside.write_text("x")
    with closing(sqlite3.connect(other, isolation_level=None)) as db:
        db.executescript("create table x (y); insert into x values (zeroblob(100000)); pragma cache_spill = 1; pragma cache_size = 1")
        db.execute("begin")
        db.execute("update x set y = randomblob(200000)")
        journal = other.with_name("other.db-journal").read_bytes()
        db.execute("rollback")
    assert journal
    store.with_name("main.db-journal").write_bytes(journal + str(outside).encode() + bytes(20))
    answer = desk("offers", "--json")
    assert len(answer.json["offers"]) == 1_999
    assert "A journal that does not belong to" in answer.err
    assert outside.read_text() == "x"
    assert not store.with_name("main.db-journal").exists()


def begun(store: Path, pages: int, *, head: bool) -> None:
    """What a kill leaves of a store that was being made: one page without a table, and its journal; `head`: its head is on the disk."""
    store.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(store, isolation_level=None)) as db:
        db.execute("pragma application_id = 7")
    first = bytes.fromhex("d9d505f920a163d7") + bytes(4) if head else bytes(12)
    first += b"nonc" + pages.to_bytes(4, "big") + (512).to_bytes(4, "big") + (4096).to_bytes(4, "big")
    page = (1).to_bytes(4, "big") + store.read_bytes() + bytes(4) if pages else b""
    store.with_name("main.db-journal").write_bytes(first.ljust(512, b"\0") + page)


@pytest.mark.parametrize("head", [True, False])
@pytest.mark.parametrize("pages", [0, 1])
def test_what_a_killed_first_command_began_is_taken_back_without_a_word(desk: Desk, tmp_path: Path, pages: int, *, head: bool) -> None:
    store = tmp_path / "data/shops/main.db"

    def by_the_program() -> str:
        return "".join(shop_facts.known_skus(store)) + "".join(notice.code for notice in notices.take())

    def by_a_command() -> str:
        return desk("facts").err

    for way in (by_a_command, by_the_program):
        begun(store, pages, head=head)
        opening.forget()
        assert way() == ""
        assert not store.with_name("main.db-journal").exists()
        assert not list(tmp_path.rglob("*_log-journal"))
        assert desk("import", listings(tmp_path, 100)).err == ""
        for file in (tmp_path / "data").rglob("*.db*"):
            file.unlink()


def test_a_journal_of_a_shop_beside_an_empty_store_is_kept_apart(desk: Desk, tmp_path: Path) -> None:
    store = tmp_path / "data/shops/main.db"
    begun(store, 40, head=True)
    assert "A journal that does not belong to" in desk("facts").err
    assert list(tmp_path.rglob("*_log-journal"))


@pytest.mark.skipif(os.name == "nt", reason="Windows lets nobody put a file in the place of one that is open")
@pytest.mark.parametrize("swap", [over, moved])
def test_a_store_swapped_while_it_is_open_is_noticed_and_never_mixed(tmp_path: Path, swap: Swap) -> None:
    store = tmp_path / "data/shops/main.db"
    imports.import_file(store, listings(tmp_path, *range(1, 2_000)), NOON)
    tell(store, "A")
    backup = work.make(store, NOON).path
    leave = linger(store)
    tell(store, "B")
    notices.take()
    swap(backup, store)
    tell(store, "C")
    assert "log_aside" in {one.code for one in notices.take()}
    leave()
    assert facts(store) == ["A", "C"]
    tell(store, "D")
    assert notices.take() == []
    assert facts(store) == ["A", "C", "D"]


def test_a_store_that_lost_its_file_but_not_its_log_comes_back_from_a_backup_alone(crashed: tuple[Path, Path], desk: Desk) -> None:
    store, backup = crashed
    store.unlink()
    assert desk("restore", backup.stem).status == 0
    assert facts(store) == ["A", "B", "C"]
    assert list((store.parents[1] / "backups").glob("main_*_log-wal")), "what it held is kept apart"


def test_many_threads_and_processes_open_the_same_store_without_a_false_alarm(program: Program, tmp_path: Path) -> None:
    store = tmp_path / "data/shops/main.db"
    imports.import_file(store, listings(tmp_path, *range(1, 500)), NOON)
    leave = linger(store)
    others = [program("facts", "set", f"P{number}", "hazmat=no") for number in range(6)]

    def many(number: int) -> None:
        for one in range(8):
            tell(store, f"T{number}-{one}")

    threads = [threading.Thread(target=many, args=(number,)) for number in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for process in others:
        _out, err = process.communicate(timeout=60)
        assert (process.returncode, b"Another file" in err) == (0, False), err.decode()
    leave()
    assert notices.take() == []
    assert len(facts(store)) == 30


def test_a_store_of_an_older_program_with_a_log_of_its_own_keeps_it(desk: Desk, tmp_path: Path) -> None:
    store = tmp_path / "data/shops/main.db"
    store.parent.mkdir(parents=True)
    shutil.copy(ROOT / "tests/data/stores/ready_rows.db", store)
    first = sqlite3.connect(store)
    first.execute("pragma journal_mode = wal")
    first.execute("insert into sku_fact values ('S1', 'hazmat', 'no', '2026-01-01')")
    first.commit()
    kept = {name: store.with_name(name).read_bytes() for name in ("main.db", "main.db-wal")}
    first.close()
    for name, data in kept.items():
        store.with_name(name).write_bytes(data)
    answer = desk("facts", "--json")
    assert (sorted(answer.json["facts"]), answer.err) == (["S0", "S1"], "")


def test_a_restore_that_is_killed_before_its_log_is_written_back_still_has_it(crashed: tuple[Path, Path], desk: Desk) -> None:
    store, backup = crashed
    leave = linger(store)
    work.restore(store, backup.stem, NOON + timedelta(days=1))
    saved = {file.name: file.read_bytes() for file in store.parent.glob("main.db*") if not file.name.endswith("shm")}
    leave()
    for name, data in saved.items():
        store.with_name(name).write_bytes(data)
    opening.forget()
    notices.take()
    assert sorted(desk("facts", "--json").json["facts"]) == ["A", "B", "C"]
    assert notices.take() == []
