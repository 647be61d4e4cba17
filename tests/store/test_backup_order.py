"""A restore never loses its own backup, whatever the clock says; and a lost shop is never replaced by a new one in silence."""

import os
import shutil
import sqlite3
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from sellerdesk.clock import JAPAN
from sellerdesk.domain.refusal import UnusableStore
from sellerdesk.store import backups, copying, private
from sellerdesk.workflows.shop import backups as work
from sellerdesk.workflows.shop import facts, imports, moving
from tests.conftest import Desk
from tests.store.test_shop import listings

NOON = datetime(2026, 3, 1, 12, tzinfo=JAPAN)
WRONG = datetime(2099, 1, 1, tzinfo=JAPAN)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A shop with ten backups, a day apart, each with one more fact than the one before."""
    path = tmp_path / "data/shops/main.db"
    imports.import_file(path, listings(tmp_path, *range(1, 30)), NOON)
    for number in range(10):
        change(path, number)
        work.daily(path, NOON + timedelta(days=number))
    return path


def change(store: Path, number: int) -> None:
    """One more fact."""
    facts.set_fact(store, (f"S{number}",), "hazmat", "no", NOON)


def held(store: Path) -> int:
    """How many facts a store holds."""
    with closing(sqlite3.connect(store)) as db:
        (count,) = db.execute("select count(*) from sku_fact").fetchone()
    return int(count)


def test_each_of_ten_backups_can_be_put_back_and_is_there_afterwards(store: Path) -> None:
    for number in range(10):
        there = backups.every(store)
        chosen = there[-1 - number % len(there)]
        done = work.restore(store, chosen.name, NOON + timedelta(days=20 + number))
        assert done.backup.path == chosen.path
        assert chosen.path.exists(), "what is read is never let go of"
        assert done.before is not None
        assert done.before.path.exists()
        assert len(backups.every(store)) == backups.MOST


def test_a_restore_that_fails_lets_go_of_nothing(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    there = {one.path for one in backups.every(store)}

    def full(*_args: object) -> None:
        raise UnusableStore("disk_full")

    monkeypatch.setattr(copying, "put_back", full)
    for backup in sorted(there):
        with pytest.raises(UnusableStore):
            work.restore(store, backup.stem, NOON + timedelta(days=20))
    assert there <= {one.path for one in backups.every(store)}


def test_backups_of_a_clock_that_stood_wrong_push_no_real_ones_out(store: Path) -> None:
    real = {one.path for one in backups.every(store)}
    for day in range(3):
        change(store, 11 + day)
        work.daily(store, WRONG + timedelta(days=day))
    assert backups.every(store)[0].at > WRONG, "in the order of what they hold"
    for day in range(3):
        change(store, 15 + day)
        work.daily(store, NOON + timedelta(days=13 + day))
    now = NOON + timedelta(days=16)
    there = backups.every(store, now)
    assert there[0].at == NOON + timedelta(days=15)
    assert [one.at < WRONG for one in there] == [True] * 10
    assert len(real & {one.path for one in there}) == 7


def test_a_planted_backup_of_tomorrows_century_is_odd_and_not_the_last_good_one(desk: Desk, store: Path) -> None:
    now = NOON + timedelta(days=10)
    shutil.copy(backups.every(store)[5].path, store.parents[1] / "backups/main_20990101-000000_daily.db")
    odd = [one for one in backups.every(store, now) if one.odd]
    assert [one.at.year for one in odd] == [2099]
    last = work.last_good(store, now)
    assert last is not None
    assert last.at == NOON + timedelta(days=9)
    assert "2099-01-01 00:00 (this moment cannot be right)" in desk("backups").out
    change(store, 12)
    work.daily(store, now)
    assert not any(one.at.year == 2099 for one in backups.every(store)), "it goes first"


def test_a_clock_that_stands_at_its_birth_for_days_costs_no_real_backup_but_its_place(store: Path) -> None:
    real = [one.path for one in backups.every(store)]
    for day in range(6):
        change(store, 11 + day)
        work.daily(store, datetime(1970, 1, 2, 12, tzinfo=JAPAN) + timedelta(days=day))
    there = [one.path for one in backups.every(store)]
    assert len([path for path in real if path in there]) >= 8
    change(store, 20)
    made = work.daily(store, NOON + timedelta(days=11))
    assert made is not None
    assert backups.every(store, NOON + timedelta(days=11))[0].path == made.path
    assert not made.odd


def test_a_long_stay_in_another_century_is_odd_and_goes_first(desk: Desk, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for day in range(12):
        change(store, 10 + day)
        work.daily(store, WRONG + timedelta(days=day))
    assert len([one for one in backups.every(store) if one.at >= WRONG]) > backups.MOST // 2
    back = NOON + timedelta(days=12)
    change(store, 22)
    made = work.daily(store, back)
    there = backups.every(store, back)
    assert [one.odd for one in there] == [one.at >= WRONG for one in there], "whatever the most of them say"
    assert made is not None
    assert (there[0].path, work.last_good(store, back)) == (made.path, there[0])
    for day in range(4):
        change(store, 23 + day)
        work.daily(store, datetime(1990, 1, 2, tzinfo=JAPAN) + timedelta(days=day))
    assert made.path in [one.path for one in backups.every(store)], "a clock at its birth costs no real one but its place"
    days = [back + timedelta(days=1 + day) for day in range(17)]
    for number, noon in enumerate(days):
        change(store, number)
        work.daily(store, noon)
    there = backups.every(store, days[-1])
    assert not any(one.odd or one.at >= WRONG for one in there)
    assert len([one for one in there if one.at in days]) >= 6, "the days after the return are kept"
    damage(store)
    monkeypatch.setattr("sellerdesk.cli.run.now", lambda: days[-1])
    assert there[0].name in desk("offers").err


def test_what_is_offered_of_a_damaged_shop_is_none_of_a_clock_that_stood_wrong(desk: Desk, store: Path) -> None:
    for day in range(9):
        change(store, 10 + day)
        work.daily(store, WRONG + timedelta(days=day))
    real = next(one for one in backups.every(store) if one.at < WRONG)
    damage(store)
    assert real.name in desk("offers").err


def test_another_programs_file_among_backups_is_said_to_be_unreadable_and_nothing_of_its_moment(desk: Desk, store: Path) -> None:
    folder = store.parents[1] / "backups"
    for number, count in ((1, 0), (2, 3)):
        with closing(sqlite3.connect(folder / f"main_2026030{4 + number}-000000_asked.db")) as db:
            db.executescript(f"create table x (y); pragma user_version = {count}")
    answer = desk("backups")
    assert (answer.out.count("cannot be read"), answer.out.count("cannot be right")) == (2, 0), answer.out
    assert not any(one["odd"] for one in desk("backups", "--json").json["backups"])


def damage(store: Path) -> None:
    """Overwrite the middle of a store."""
    with store.open("r+b") as file:
        file.seek(store.stat().st_size // 2)
        file.write(b"x" * 20_000)


def test_after_an_old_copy_was_put_in_place_by_hand_the_next_backup_is_the_newest(store: Path) -> None:
    old = backups.every(store)[-1]
    private.remove(store)
    shutil.copy(old.path, store)
    made = work.make(store, NOON + timedelta(days=11))
    assert backups.every(store)[0].path == made.path
    assert held(made.path) == 1


def empty(store: Path) -> None:
    private.remove(store)
    store.write_bytes(b"")


def gone(store: Path) -> None:
    private.remove(store)


def hollow(store: Path) -> None:
    private.remove(store)
    with closing(sqlite3.connect(store)) as db:
        db.executescript("create table x (y); drop table x")


@pytest.mark.parametrize("lose", [empty, gone, hollow])
def test_a_lost_shop_is_never_replaced_by_a_new_one_in_silence(desk: Desk, store: Path, tmp_path: Path, lose: object) -> None:
    assert callable(lose)
    lose(store)
    size = store.stat().st_size if store.exists() else None
    name = backups.every(store)[0].name
    commands = (["today"], ["offers"], ["import", listings(tmp_path, 5)], ["facts", "set", "S0", "hazmat=no"], ["undo"], ["history"],
                ["imports"], ["judge"], ["backup"], ["account"], ["audit", listings(tmp_path, 5)])  # fmt: skip
    for command in commands if lose is not hollow else commands[:4]:
        answer = desk(*command)
        assert (answer.status, name in answer.err, len(answer.err.splitlines())) == (2, True, 1), (command, answer.err)
        assert "empty or gone" in answer.err
    assert (store.stat().st_size if store.exists() else None) == size or lose is hollow
    assert len(desk("backups", "--json").json["backups"]) == 10
    assert desk("restore", name).status == 0
    assert held(store) == 10
    assert len(desk("offers", "--json").json["offers"]) == 29


def test_a_shop_moves_in_over_a_lost_one_only_when_asked(desk: Desk, store: Path, tmp_path: Path) -> None:
    moving.move_out(store, tmp_path / "shop.sellerdesk", NOON)
    empty(store)
    assert desk("move-in", tmp_path / "shop.sellerdesk").status == 2
    assert desk("move-in", tmp_path / "shop.sellerdesk", "--replace").status == 0
    assert held(store) == 10


def test_another_shop_begins_beside_a_lost_one(desk: Desk, store: Path, tmp_path: Path) -> None:
    empty(store)
    assert desk("--shop", "second", "import", listings(tmp_path, 5)).status == 0


@pytest.mark.skipif(os.name == "nt", reason="links and pipes are POSIX")
def test_links_pipes_and_folders_among_backups_are_listed_and_never_opened(desk: Desk, store: Path, tmp_path: Path) -> None:
    folder = store.parents[1] / "backups"
    (folder / "main_20260401-000000_asked.db").symlink_to(tmp_path / "nowhere")
    os.mkfifo(folder / "main_20260402-000000_asked.db")
    (folder / "main_20260403-000000_asked.db").mkdir()
    (folder / f"main_20260404-000000-{'9' * 150}_asked.db").write_bytes(b"x")
    (folder / "main_99999999-999999_asked.db").write_bytes(b"x")
    answer = desk("backups")
    assert (answer.status, answer.out.count("cannot be read")) == (0, 4)
    for stamp in ("20260401", "20260402", "20260403"):
        answer = desk("restore", f"main_{stamp}-000000_asked")
        assert (answer.status, "is no file" in answer.err) == (2, True), answer.err
    change(store, 12)
    assert work.daily(store, NOON + timedelta(days=10))
    assert os.path.lexists(folder / "main_20260401-000000_asked.db"), "what is not ours stays"
    assert len([one for one in backups.every(store) if one.is_file]) == backups.MOST
