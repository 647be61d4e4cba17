"""Silent damage: a bit that turns inside a cell is found by its sum, the table is named, and the last copy that matches is offered."""

import sqlite3
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from sellerdesk.clock import JAPAN
from sellerdesk.domain.refusal import UnusableStore
from sellerdesk.store import backups, sums
from sellerdesk.workflows.judged import decisions
from sellerdesk.workflows.returns import notes
from sellerdesk.workflows.shop import account, facts, imports
from sellerdesk.workflows.shop import backups as work
from tests.conftest import Desk
from tests.store.test_shop import listings

NOON = datetime(2026, 3, 1, 12, tzinfo=JAPAN)
PHOTO = b"\x89PNG\r\n\x1a\n" + b"photo-of-a-parcel" * 20
MARKS = {
    "offer": b"title-to-turn", "sku_fact": b"Category to turn", "return_note": b"note to turn", "decision": b"why to turn",
    "setting": b"told-by-the-owner", "history": b'"order":"250-note-order',
}  # fmt: skip
"""A text of each table as the file holds it."""


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A shop with something of everything, and a backup of it."""
    path, file = tmp_path / "data/shops/main.db", listings(tmp_path, *range(1, 60))
    file.write_text(file.read_text("utf-8").replace("S7\tt\t", "S7\ttitle-to-turn\t"), "utf-8")
    imports.import_file(path, file, NOON)
    facts.set_fact(path, ("S1",), "category", "Category to turn", NOON)
    account.tell(path, {"programme_note": "told-by-the-owner"}, NOON)
    decisions.decide(path, [("points.two-percent", "S1")], "later", "why to turn", as_of=NOON.date(), now=NOON)
    notes.keep(path, "250-note-order", "note to turn", NOON)
    notes.add_photo(path, "250-1", "a.png", PHOTO, NOON)
    work.make(path, NOON)
    return path


def turn(file: Path, mark: bytes, *, every: bool = True) -> None:
    """Turn one bit in each place where a text stands, as a failing disk does; SQLite's own check sees nothing of it."""
    with closing(sqlite3.connect(file)) as db:
        db.execute("pragma wal_checkpoint(truncate)")
    data = file.read_bytes()
    assert mark in data
    turned = mark[:-2] + bytes([mark[-2] ^ 1]) + mark[-1:]
    file.write_bytes(data.replace(mark, turned) if every else data.replace(mark, turned, 1))
    with closing(sqlite3.connect(file)) as db:
        assert db.execute("pragma integrity_check").fetchone() == ("ok",)


@pytest.mark.parametrize("table", MARKS)
def test_a_bit_that_turns_in_a_cell_is_named_and_makes_no_backup(desk: Desk, store: Path, table: str) -> None:
    good = backups.every(store)[0]
    turn(store, MARKS[table])
    answer = desk("backup")
    assert (answer.status, f"“{table}”" in answer.err, good.name in answer.err) == (2, True, True), answer.err
    assert [one.path for one in backups.every(store)] == [good.path]
    answer = desk("self-test", "--shop")
    assert (answer.status, f"“{table}”" in answer.out, f"{good.name}" in answer.out) == (1, True, True)
    done = desk("restore", good.name, "--json").json
    assert Path(done["aside"]).exists(), "what was turned is kept as the file that it is"
    assert desk("self-test", "--shop").status == 0
    assert desk("backup").status == 0


def test_a_photo_and_the_source_of_an_import_have_sums(store: Path) -> None:
    turn(store, b"photo-of-a-parcel")
    with pytest.raises(UnusableStore) as caught:
        work.make(store, NOON)
    assert caught.value.facts["table"] == "photo"
    work.restore(store, "1", NOON)
    with closing(sqlite3.connect(store)) as db, db:
        (packed,) = db.execute("select source from import").fetchone()
        db.execute("update import set source = ?", (packed[:20] + bytes([packed[20] ^ 4]) + packed[21:],))
    with pytest.raises(UnusableStore) as caught:
        work.make(store, NOON)
    assert caught.value.facts["table"] == "import"


def test_a_backup_that_rots_is_not_put_back_and_the_last_that_matches_is_named(desk: Desk, store: Path) -> None:
    good = backups.every(store)[0]
    facts.set_fact(store, ("S2",), "hazmat", "no", NOON)
    rotten = work.make(store, NOON + timedelta(days=1))
    turn(rotten.path, b"title-to-turn")
    answer = desk("restore", rotten.name)
    assert (answer.status, "“offer”" in answer.err, f"restore {good.name}" in answer.err) == (2, True, True), answer.err
    assert work.last_good(store, NOON + timedelta(days=2)) == good
    answer = desk("self-test", "--shop", "--json")
    assert [fault == "ok" for fault in answer.json["checks"].values()] == [True, False, True]


def test_the_days_backup_tells_it_on_the_command_line(desk: Desk, store: Path) -> None:
    turn(store, b"Category to turn")
    answer = desk("offers")
    assert answer.status == 0
    assert "Today's backup could not be made" in answer.err
    assert "“sku_fact”" in answer.err


def test_every_way_of_writing_keeps_the_sums(desk: Desk, store: Path, tmp_path: Path) -> None:
    def whole() -> str | None:
        with closing(sqlite3.connect(store)) as db:
            return sums.differing(db)

    commands = (
        ["import", listings(tmp_path, *range(1, 60))], ["import", listings(tmp_path, *range(2, 61))], ["facts", "set", "S3", "hazmat=no"],
        ["facts", "set", "S3", "hazmat=yes"], ["facts", "set", "S3", "hazmat="], ["undo"], ["undo"], ["redo"], ["undo"], ["redo"],
        ["imports", "remove", "2"], ["note", "250-9", "--text", "x"], ["undo"], ["restore", "1"], ["undo"], ["judge"],
    )  # fmt: skip
    for command in commands:
        desk(*command)
        assert whole() is None, command


def test_undo_of_a_turned_step_does_not_hide_it(desk: Desk, store: Path) -> None:
    facts.set_fact(store, ("S1",), "category", "Another", NOON)
    turn(store, b"Category to turn")
    assert desk("undo").status == 0
    answer = desk("backup")
    assert (answer.status, "“sku_fact”" in answer.err) == (2, True)


def test_today_says_nothing_of_a_shop_that_is_not_as_it_was_written(desk: Desk, store: Path) -> None:
    for backup in backups.every(store):
        backup.path.unlink()
    turn(store, MARKS["sku_fact"])
    for _again in range(2):
        answer = desk("today")
        assert (answer.status, answer.out) == (2, "")
        assert "sku_fact" in answer.err


@pytest.mark.parametrize("harm", ["set place = place + 1000000", "set place = place + 9000000000000000 where place > 3"])
def test_verdicts_that_are_not_where_they_were_put_are_not_shown(desk: Desk, store: Path, harm: str) -> None:
    assert desk("judge").status in (0, 1)
    with closing(sqlite3.connect(store)) as db:
        db.execute(f"update judged {harm}")
        db.commit()
    answer = desk("today")
    assert (answer.status, answer.out) == (2, "")
    assert "judged" in answer.err
