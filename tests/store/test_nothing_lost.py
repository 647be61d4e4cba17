"""While a backup or a moved shop takes the place of what is there, nothing that another command answered as saved is lost."""

import sqlite3
import threading
import time
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from sellerdesk.clock import JAPAN
from sellerdesk.domain.refusal import UnusableArgument, UnusableStore
from sellerdesk.store import backups as kept
from sellerdesk.store import copying, opening
from sellerdesk.workflows.shop import backups, facts, imports, moving
from tests.conftest import Desk
from tests.store.test_shop import Program, listings

NOON = datetime(2026, 3, 1, 12, tzinfo=JAPAN)
Swap = Callable[[Path, Path], object]


def restore(store: Path, _moved: Path) -> object:
    """Put the oldest backup back."""
    return backups.restore(store, kept.every(store)[-1].name, NOON)


def move_in(store: Path, moved: Path) -> object:
    """Take in what was moved out."""
    return moving.move_in(store, moved, NOON, replace=True)


@pytest.fixture
def shop(desk: Desk, tmp_path: Path) -> tuple[Path, Path]:
    """A shop with a backup, and the same shop moved out."""
    desk("import", listings(tmp_path, 100, 200))
    desk("move-out", tmp_path / "shop.sellerdesk")
    return tmp_path / "data/shops/main.db", tmp_path / "shop.sellerdesk"


def skus_known(store: Path) -> set[str]:
    """The SKUs of which the owner told something."""
    with closing(sqlite3.connect(store)) as db:
        return {sku for (sku,) in db.execute("select sku from sku_fact")}


@pytest.mark.parametrize("swap", [restore, move_in])
def test_what_is_saved_after_the_safety_copy_waits_and_is_in_the_new_store(
    shop: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, swap: Swap
) -> None:
    store, moved = shop
    writers: list[threading.Thread] = []
    make = kept.make

    def make_and_meet_a_writer(*args: object, **options: object) -> object:
        made = make(*args, **options)  # type: ignore[arg-type]  # handed on as they come
        writers.append(threading.Thread(target=facts.set_fact, args=(store, ("LATE",), "hazmat", "no", NOON)))
        writers[-1].start()
        writers[-1].join(0.5)  # it would be done long before, were it not for the lock
        assert writers[-1].is_alive()
        return made

    monkeypatch.setattr(kept, "make", make_and_meet_a_writer)
    swap(store, moved)
    writers[0].join()
    assert skus_known(store) == {"LATE"}


@pytest.mark.parametrize("swap", [restore, move_in])
def test_what_is_saved_just_before_the_lock_is_in_the_safety_copy(
    shop: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, swap: Swap
) -> None:
    store, moved = shop
    stamp, early = copying.stamp, iter(range(3))

    def stamp_and_write(*args: object) -> None:
        for number in early:
            facts.set_fact(store, (f"EARLY{number}",), "hazmat", "no", NOON)
            break
        stamp(*args)  # type: ignore[arg-type]  # handed on as they come

    monkeypatch.setattr(copying, "stamp", stamp_and_write)
    done = swap(store, moved)
    assert skus_known(store) == set()
    assert skus_known(done.before.path) == {"EARLY0", "EARLY1", "EARLY2"}  # type: ignore[attr-defined]  # both answers have it


def test_a_shop_that_is_filled_while_another_moves_in_is_not_overwritten_unasked(
    shop: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other, write_ahead = tmp_path / "other/shops/main.db", opening.write_ahead

    def fill_first(connection: sqlite3.Connection) -> None:
        monkeypatch.setattr(opening, "write_ahead", write_ahead)
        imports.import_file(other, listings(tmp_path, 100), NOON)
        write_ahead(connection)

    monkeypatch.setattr(opening, "write_ahead", fill_first)
    with pytest.raises(UnusableArgument) as refused:
        moving.move_in(other, shop[1], NOON)
    assert refused.value.code == "shop_has_data"
    assert moving.holds_something(other)


def test_a_store_that_somebody_writes_all_the_time_is_said_and_stays(shop: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    store, _moved = shop
    with closing(sqlite3.connect(store)) as writer:
        writer.execute("begin immediate")
        monkeypatch.setattr(copying, "live", lambda path: opening.live(path, wait=0.1))
        with pytest.raises(UnusableStore) as refused:
            restore(store, _moved)
    assert refused.value.code == "store_locked"


def test_commands_that_write_all_the_time_lose_nothing_to_restores(shop: tuple[Path, Path], program: Program) -> None:
    store, _moved = shop
    oldest = kept.every(store)[-1].name
    answered: list[str] = []
    ended = threading.Event()

    def write() -> None:
        while not ended.is_set():
            facts.set_fact(store, (sku := f"K{len(answered)}",), "hazmat", "no", NOON)
            answered.append(sku)
            time.sleep(0.005)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for _restore in range(4):
            out, _err = (process := program("restore", oldest)).communicate()
            assert process.returncode == 0, out
    finally:
        ended.set()
        writer.join()
    there = skus_known(store).union(*(skus_known(one.path) for one in kept.every(store)))
    assert set(answered) <= there
