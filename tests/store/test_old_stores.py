"""A store of every schema that was ever in use opens with all that it holds and the same verdicts, or stays as it was.

tests/data/stores holds one for each step, named after the last step it has, made by the program of that time.
"""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from sellerdesk import assets
from sellerdesk.domain.judged_row import JudgedRow
from sellerdesk.store.database import changing, opened
from sellerdesk.store.judged import chunks, glimpse, put_rows
from sellerdesk.store.migrations import MIGRATIONS, whole_schema
from sellerdesk.store.shape import STEPS
from tests.conftest import ROOT, Desk
from tests.made_shop import DAY

STORES = sorted((ROOT / "tests/data/stores").glob("*.db"))
UNDO, ACCOUNT, DECISIONS = "points", "points", "decisions"
"""The steps with which undo, answers about the shop, and decisions came."""


@pytest.fixture(params=STORES, ids=lambda path: path.stem)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """An old store in place of the shop."""
    store = tmp_path / "data/shops/main.db"
    store.parent.mkdir(parents=True)
    shutil.copy(request.param, store)
    return store


def steps(store: Path) -> set[str]:
    """The steps that a store has."""
    with closing(sqlite3.connect(store)) as db:
        return {name for (name,) in db.execute("select name from _sqlite_migrations")}


def dump(store: Path) -> list[str]:
    """All that a store holds, as statements."""
    with closing(sqlite3.connect(store)) as db:
        return list(db.iterdump())


def test_every_step_has_its_stored_sample() -> None:
    assert [step.name for step in MIGRATIONS.pending(Database(memory=True, execute_plugins=False))] == list(STEPS)
    assert assets.text("schema.sql") == whole_schema(), "run packaging/schema.py"
    assert {path.stem for path in STORES} == set(STEPS), "import a report, tell a fact, and keep that store before the next step comes"
    for path in STORES:
        assert path.stem in steps(path), path


def test_a_new_store_has_the_tables_of_one_that_grew_up(tmp_path: Path) -> None:
    grown = tmp_path / "grown.db"
    shutil.copy(ROOT / "tests/data/stores/first.db", grown)
    with opened(grown), opened(tmp_path / "new.db"):
        pass
    assert steps(grown) == steps(tmp_path / "new.db")
    looks = "select type, name, tbl_name, sql from sqlite_master where name not like 'idx~__sqlite%' escape '~' order by 1, 2"
    with closing(sqlite3.connect(grown)) as old, closing(sqlite3.connect(tmp_path / "new.db")) as new:
        assert old.execute(looks).fetchall() == new.execute(looks).fetchall()


def test_an_old_store_opens_with_all_that_it_holds_and_the_same_verdicts(desk: Desk, old: Path) -> None:
    had = steps(old)
    assert [one["sku"] for one in desk("offers", "--json").json["offers"]] == ["S0", "S1"]
    assert steps(old) == set(STEPS)
    assert desk("facts", "--json").json["facts"] == {"S0": {"hazmat": "no"}}
    assert desk("audit", "--as-of", DAY, "--json").findings()["points.two-percent"] == {"breach": {"S1"}}
    if ACCOUNT in had:
        assert desk("account", "--json").json["account"]["participant"] == "yes"
    if DECISIONS in had:
        assert [one["decision"] for one in desk("decisions", "--json").json["decisions"]] == ["later"]
    if UNDO in had:
        while desk("undo", "--json").json["did"]:
            pass
        assert desk("facts", "--json").json["facts"] == {}
        while desk("redo", "--json").json["did"]:
            pass
    assert desk("facts", "--json").json["facts"] == {"S0": {"hazmat": "no"}}
    assert desk("judge", "--as-of", DAY).status == 0
    with closing(sqlite3.connect(old)) as db:
        assert db.execute("pragma integrity_check").fetchone() == ("ok",)


def test_a_step_that_fails_leaves_the_store_as_it_was(desk: Desk, old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if "payment_states" in steps(old):
        pytest.skip("this one has the step that is made to fail")
    before = dump(old)
    with monkeypatch.context() as torn:
        torn.setattr("sellerdesk.store.payments_step.UNKNOWN", "create table import (x text) strict")
        answer = desk("offers")
        assert (answer.status, len(answer.err.splitlines())) == (2, 1)
        assert "damaged" not in answer.err
    assert dump(old) == before
    assert desk("offers").status == 0


def test_of_a_store_that_this_program_does_not_know_nothing_is_shown_before_it_is_refused(tmp_path: Path) -> None:
    newest, newer = ROOT / f"tests/data/stores/{STEPS[-1]}.db", tmp_path / "newer.db"
    assert [row.sku for one in glimpse(newest, 40) for row in one.rows] == ["S1", "S0"]
    shutil.copy(newest, newer)
    with closing(sqlite3.connect(newer)) as db, db:
        db.execute("update _sqlite_migrations set name = 'from_tomorrow' where name = 'first'")
    assert list(glimpse(newer, 40)) == []
    assert list(glimpse(ROOT / "tests/data/stores/first.db", 40)) == []
    assert list(glimpse(tmp_path / "none.db", 40)) == []


def test_odd_letters_come_out_of_a_store_as_they_went_in(tmp_path: Path) -> None:
    titles = ['"\\ / \b', "a\x00b", "㈱髙﨑～①\u2028", "𠮷 👟", "\x1f\x7f", "[1, null]"]
    rows = [
        JudgedRow(n, f"S{n}", title, "", None, 1, 1, 0, None, "", 0, "", "", None, "", "", title, n, n) for n, title in enumerate(titles)
    ]
    with changing(tmp_path / "shops/main.db") as db:
        put_rows(db, rows)
        assert [row for some in chunks(db) for row in some] == rows
