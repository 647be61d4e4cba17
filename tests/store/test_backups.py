"""A backup holds what the shop held, ten are kept, and putting one back can itself be taken back, whatever state the store is in."""

import contextlib
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from sellerdesk.clock import JAPAN
from sellerdesk.store import backups, copying
from sellerdesk.synchronised import service_of
from sellerdesk.workflows.shop import backups as work
from tests.conftest import ROOT, Desk
from tests.store.test_shop import Program, listings

NOON = datetime(2026, 3, 1, 12, tzinfo=JAPAN)


def listed(desk: Desk) -> list[dict[str, Any]]:
    """The backups, the newest first."""
    found = desk("backups", "--json").json["backups"]
    assert isinstance(found, list)
    return found


def prices(desk: Desk) -> list[int]:
    """The saved prices."""
    return [one["price"] for one in desk("offers", "--json").json["offers"]]


def damage(store: Path) -> None:
    """Overwrite pages in the middle, as a failing disk does."""
    for ending in ("-wal", "-shm"):
        store.with_name(store.name + ending).unlink(missing_ok=True)
    with store.open("rb+") as file:
        file.seek(4096)
        file.write(b"\xa5" * 3 * 4096)


def test_the_first_good_opening_of_a_day_makes_a_backup(desk: Desk, tmp_path: Path) -> None:
    desk("import", listings(tmp_path, 100))
    assert [one["why"] for one in listed(desk)] == ["daily"]
    desk("offers")
    assert len(listed(desk)) == 1
    store = tmp_path / "data/shops/main.db"
    tomorrow = datetime.now(JAPAN) + timedelta(days=1)
    assert work.daily(store, tomorrow)
    assert work.daily(store, tomorrow) is None


def test_a_clock_set_back_still_gives_a_backup_and_loses_none(desk: Desk, tmp_path: Path) -> None:
    desk("import", listings(tmp_path, 100))
    store = tmp_path / "data/shops/main.db"
    for day in range(20):
        work.daily(store, NOON + timedelta(days=day))
    made = work.daily(store, NOON - timedelta(days=400))
    assert made in backups.every(store)
    assert work.daily(store, NOON - timedelta(days=400)) is None


def test_ten_are_kept_the_newest_and_ever_fewer_of_the_older_ones(desk: Desk, tmp_path: Path) -> None:
    desk("import", listings(tmp_path, 100))
    store = tmp_path / "data/shops/main.db"
    shutil.rmtree(tmp_path / "data/backups")
    for day in range(200):
        work.daily(store, NOON + timedelta(days=day))
    ages = [(NOON + timedelta(days=199) - one.at).days for one in backups.every(store)]
    assert len(ages) == 10
    assert ages[:3] == [0, 1, 2]
    assert ages[-1] > 100
    assert all(later <= 3 * earlier + 1 for earlier, later in pairwise(ages)), str(ages)


def test_a_list_says_what_each_holds(desk: Desk, tmp_path: Path) -> None:
    desk("import", listings(tmp_path, 100, 200))
    desk("facts", "set", "S0", "hazmat=no")
    assert desk("backup").status == 0
    newest = listed(desk)[0]
    assert (newest["offers"], newest["facts"], newest["imports"], newest["last_file"]) == (2, 1, 1, "listings.txt")
    assert "2 offers, 1 fact," in desk("restore").out


def test_putting_back_is_taken_back_by_putting_back_once_more(desk: Desk, tmp_path: Path) -> None:
    desk("import", listings(tmp_path, 100))
    desk("import", listings(tmp_path, 200))
    desk("facts", "set", "S0", "hazmat=no")
    old = listed(desk)[-1]["name"]
    done = desk("restore", old, "--json").json
    assert (prices(desk), desk("facts", "--json").json["facts"]) == ([100], {})
    assert "put a backup back" in desk("history").out
    assert desk("restore", done["before"]["name"]).status == 0
    assert (prices(desk), desk("facts", "--json").json["facts"]) == ([200], {"S0": {"hazmat": "no"}})
    assert desk("undo").status == 0
    assert desk("facts", "--json").json["facts"] == {}


def test_a_damaged_store_is_met_with_the_last_good_backup(desk: Desk, tmp_path: Path) -> None:
    store = tmp_path / "data/shops/main.db"
    desk("import", listings(tmp_path, *range(1, 3000)))
    damage(store)
    answer = desk("offers")
    assert answer.status == 2
    name = listed(desk)[0]["name"]
    assert name in answer.err
    assert len(answer.err.splitlines()) == 1
    done = desk("restore", name, "--json").json
    assert Path(done["aside"]).exists()
    assert len(prices(desk)) == 2999
    assert desk("import", listings(tmp_path, 100)).status == 0


def test_a_damaged_backup_is_not_offered_and_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    desk("import", listings(tmp_path, *range(1, 3000)))
    desk("backup")
    newest, oldest = listed(desk)
    damage(Path(newest["file"]))
    answer = desk("restore", newest["name"])
    assert (answer.status, len(answer.err.splitlines())) == (2, 1)
    assert len(prices(desk)) == 2999
    (tmp_path / "data/shops/main.db").write_bytes(b"no database" * 1_000)
    assert oldest["name"] in desk("offers").err


def test_a_damaged_store_makes_no_backup(desk: Desk, tmp_path: Path) -> None:
    desk("import", listings(tmp_path, *range(1, 3000)))
    damage(tmp_path / "data/shops/main.db")
    before = listed(desk)
    assert desk("backup").status == 2
    assert listed(desk) == before


def test_a_store_with_a_damaged_index_makes_no_backup_that_could_not_come_back(desk: Desk, tmp_path: Path) -> None:
    desk("import", listings(tmp_path, 100, 200))
    store = tmp_path / "data/shops/main.db"
    with closing(sqlite3.connect(store)) as db:
        db.execute("pragma journal_mode = delete")
        size = db.execute("pragma page_size").fetchone()[0]
        page = db.execute("select rootpage from sqlite_master where name = 'offer_sku'").fetchone()[0]
    content = bytearray(store.read_bytes())
    at = content.index(b"S0", (page - 1) * size)
    content[at : at + 2] = b"ZZ"
    store.write_bytes(content)
    answer = desk("backup")
    assert (answer.status, "damaged" in answer.err) == (2, True)


@pytest.mark.parametrize(("sound", "broken"), [(b"create table", b"cr\xd5ate table"), (b"S0", b"S\xd5")])
def test_letters_that_are_none_are_damage_and_a_backup_comes_back(desk: Desk, tmp_path: Path, sound: bytes, broken: bytes) -> None:
    desk("import", listings(tmp_path, 100, 200))
    desk("backup")
    store = tmp_path / "data/shops/main.db"
    content = store.read_bytes()
    found = sound if sound in content else sound.upper()
    store.write_bytes(content.replace(found, broken))
    answer = desk("offers")
    assert (answer.status, "bug" in answer.err, "puts it back" in answer.err) == (2, False, True), answer.err
    assert desk("restore", "1").status == 0
    assert prices(desk) == [100, 200]


def test_a_backup_that_is_put_back_comes_with_its_record(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What ends the program right after it leaves no shop that does not tell it."""
    desk("import", listings(tmp_path, 100))
    desk("backup")
    whole = copying.put_back

    def ended(*args: Any) -> None:
        whole(*args)
        raise KeyboardInterrupt

    monkeypatch.setattr(copying, "put_back", ended)
    desk("restore", "1")
    assert "put a backup back" in desk("history").out


def test_what_a_killed_command_left_of_a_lost_shop_is_cleared_by_the_next(desk: Desk, tmp_path: Path) -> None:
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    part = tmp_path / f"data/shops/.main.{dead.pid}.new.part"
    part.parent.mkdir(parents=True)
    part.write_bytes(b"x")
    (tmp_path / "data/backups").mkdir()
    shutil.copy(ROOT / "tests/data/stores/sums.db", tmp_path / "data/backups/main_20260101-120000_daily.db")
    assert desk("offers").status == 2
    assert not part.exists()


def test_another_folder_can_be_chosen_and_may_be_away(desk: Desk, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    desk("import", listings(tmp_path, 100))
    assert desk("backups", "folder", stick).status == 0
    assert Path(desk("backup", "--json").json["backup"]["file"]).parent == stick
    assert len(listed(desk)) == 2
    shutil.rmtree(stick)
    answer = desk("backup")
    assert (answer.status, "is not there now" in answer.out) == (0, True)
    assert len(listed(desk)) == 2
    desk("backups", "folder", "--own")
    assert desk("backups", "--json").json["folder"] == str(tmp_path / "data/backups")


def test_an_old_store_is_backed_up_as_it_was_before_it_is_brought_up_to_date(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "data/shops").mkdir(parents=True)
    shutil.copy(ROOT / "tests/data/stores/first.db", tmp_path / "data/shops/main.db")
    assert desk("offers").status == 0
    (before,) = [one for one in listed(desk) if one["why"] == "migration"]
    with closing(sqlite3.connect(before["file"])) as db:
        assert [name for (name,) in db.execute("select name from _sqlite_migrations")] == ["first"]


@pytest.mark.skipif(os.name == "nt", reason="a limit on file sizes is POSIX")
def test_a_full_disk_during_a_backup_or_a_restore_leaves_all_as_it_was(desk: Desk, program: Program, tmp_path: Path) -> None:
    import resource  # noqa: PLC0415 (POSIX only)

    desk("import", listings(tmp_path, *range(1, 3_000)))
    desk("import", listings(tmp_path, *range(2, 5_000)))
    before = listed(desk)

    def small() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

    for command in (["backup"], ["restore", before[0]["name"]]):
        process = program(*command, preexec_fn=small)
        _out, err = process.communicate(timeout=60)
        assert process.returncode == 2, command
        assert "The disk " in err.decode()
        assert len(err.decode().splitlines()) == 1
    assert listed(desk) == before
    assert len(prices(desk)) == 4998
    assert not list((tmp_path / "data/backups").glob(".*"))


def test_an_empty_shop_and_an_unknown_name_are_said(desk: Desk, tmp_path: Path) -> None:
    assert desk("backup").status == 2
    assert not (tmp_path / "data").exists()
    desk("import", listings(tmp_path, 100))
    assert "There is no backup “x”" in desk("restore", "x").err


def test_a_synchronised_folder_is_warned_of_once_a_day(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "OneDrive - 太陽堂" / "Seller Desk"
    answer = desk("--data", folder, "import", listings(tmp_path, 100))
    assert (answer.status, "OneDrive" in answer.err, str(folder) in answer.err) == (0, True, True)
    assert desk("--data", folder, "offers").err == ""


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("C/Users/太郎/OneDrive/お店", "OneDrive"), ("Users/taro/Dropbox (個人)/x", "Dropbox"), ("Users/taro/iCloudDrive/x", "iCloud"),
        ("Users/taro/Library/Mobile Documents/com~apple~CloudDocs/x", "iCloud"), ("G/マイドライブ/x", "Google Drive"),
        ("Users/taro/Library/CloudStorage/GoogleDrive-taro@example.jp/x", "Google Drive"), ("Users/taro/Documents/dropboxes", None),
        ("home/taro/.local/share/SellerDesk", None),
    ],
)  # fmt: skip
def test_services_are_known_by_their_folders(tmp_path: Path, folder: str, service: str | None) -> None:
    assert service_of(tmp_path / folder) == service


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is POSIX")
def test_a_killed_restore_or_backup_leaves_the_old_state_or_the_new_one(desk: Desk, program: Program, tmp_path: Path) -> None:
    old, new, dice = list(range(1, 8_000)), list(range(2, 8_001)), random.Random(3)  # noqa: S311 (moments, not secrets)
    desk("import", listings(tmp_path, *old))
    desk("backup")
    desk("import", listings(tmp_path, *new))
    desk("backup")
    names = [one["name"] for one in listed(desk)[:2]]
    for number in range(10):
        process = program("restore", names[number % 2]) if number < 7 else program("backup")
        time.sleep(dice.uniform(0.1, 0.35))
        process.kill()
        process.communicate()
        assert prices(desk) in (old, new)
        with closing(sqlite3.connect(tmp_path / "data/shops/main.db")) as db:
            assert db.execute("pragma integrity_check").fetchone() == ("ok",)
    assert all(work.is_whole(one) for one in backups.every(tmp_path / "data/shops/main.db"))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A real file system of 3 MB, where one may be made."""
    place = tmp_path / "data"
    place.mkdir()
    mount, umount = shutil.which("mount"), shutil.which("umount")
    if not mount or not umount:
        pytest.skip("no file system can be mounted here")
    done = subprocess.run([mount, "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(place)], capture_output=True, check=False)
    if done.returncode:
        pytest.skip("no file system may be mounted here")
    yield place
    subprocess.run([umount, "-l", str(place)], check=True)


def test_a_small_disk_that_fills_up_loses_nothing(desk: Desk, small_disk: Path, tmp_path: Path) -> None:
    assert desk("import", listings(tmp_path, *range(1, 3_000))).status == 0
    answer = desk("import", listings(tmp_path, *range(1, 60_000)))
    assert (answer.status, "The disk is full" in answer.err) == (2, True)
    assert len(prices(desk)) == 2999
    while (answer := desk("backup")).status == 0:
        pass
    assert (answer.err.splitlines(), len(prices(desk))) == (
        ["The disk is full. Make room and try again; what was saved before is untouched."],
        2999,
    )
    exported = small_disk / "facts.csv"
    exported.write_text("as it was")
    with contextlib.suppress(OSError), (small_disk / "filler").open("wb", buffering=0) as filler:
        while filler.write(bytes(4096)):
            pass
    answer = desk("offers", "--out", exported)
    assert (answer.status, exported.read_text(), len(answer.err.splitlines())) == (2, "as it was", 1)
    answer = desk("move-out", small_disk / "shop.sellerdesk")
    assert "The disk " in answer.err, answer.err
    assert (answer.status, (small_disk / "shop.sellerdesk").exists()) == (2, False)
    (small_disk / "filler").unlink()
    answer = desk("restore", "1")
    assert (answer.status, len(prices(desk))) == (2, 2999)
    assert "The disk is full" in answer.err
    assert not list(small_disk.rglob(".*"))
