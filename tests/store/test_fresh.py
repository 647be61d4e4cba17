"""Whatever this program itself writes goes through the checks of a fresh store: a shop with everything in it comes back the same."""

import random
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from sellerdesk.domain.refusal import UnusableArgument
from sellerdesk.store import facts
from sellerdesk.store.database import changing
from sellerdesk.workflows.judged import judging
from sellerdesk.workflows.offers import demo
from sellerdesk.workflows.shop import backups, imports, moving
from sellerdesk.workflows.shop import facts as shop_facts
from tests.made_shop import make
from tests.store.test_walk import START, WAYS

DICE, STEPS = 11, 120


def everything(store: Path) -> dict[str, list[tuple[object, ...]]]:
    """All tables with all rows and their ids, but for the record of the restore."""
    with closing(sqlite3.connect(store)) as db:
        names = [name for (name,) in db.execute("select name from sqlite_master where type = 'table'")]
        found = {name: db.execute(f"select rowid, * from {name} order by rowid").fetchall() for name in names}  # noqa: S608 (its own tables)
    found["history"] = [row for row in found["history"] if "restore" not in row]
    found.pop("sqlite_sequence")
    return found


@pytest.fixture
def rich(tmp_path: Path) -> Path:
    """A shop with the demo's reports, a listings report of its own, all kinds of changes, and verdicts."""
    store, dice = tmp_path / "data/shops/main.db", random.Random(DICE)  # noqa: S311 (steps, not secrets)
    demo.import_demo(store, START, START.date())
    imports.import_file(store, make(tmp_path / "files", times=1).folder / "listings.txt", START)
    for step in range(STEPS):
        try:
            dice.choice(WAYS)(dice, store, START + timedelta(minutes=step))
        except UnusableArgument:
            continue
    judging.judge_saved(store, START.date(), START)
    return store


def test_a_shop_with_everything_comes_back_from_a_backup_the_same(rich: Path) -> None:
    before = everything(rich)
    made = backups.make(rich, START)
    shop_facts.set_fact(rich, ("S0",), "category", "Something else", START)
    backups.restore(rich, made.name, START)
    assert everything(rich) == before


def test_a_shop_with_everything_moves_house_the_same(rich: Path, tmp_path: Path) -> None:
    moving.move_out(rich, tmp_path / "shop.sellerdesk", START)
    moving.move_in(tmp_path / "new/shops/main.db", tmp_path / "shop.sellerdesk", START)
    assert everything(tmp_path / "new/shops/main.db") == everything(rich)


def test_no_setting_is_written_that_no_backup_could_bring_back(tmp_path: Path) -> None:
    with changing(tmp_path / "shops/main.db") as db, pytest.raises(ValueError, match="plugin"):
        facts.put_setting(db, "plugin", "x", START)
