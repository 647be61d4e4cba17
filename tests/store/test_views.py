"""The store as other programs read it: views with words for codes, no buyer, and the queries of the help run over the demo shop."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from sellerdesk.store.views import NAMES
from sellerdesk.workflows.program.guide import guide
from tests.conftest import Desk

QUERY = re.compile(r"`(select [^`]+)`")


def queries(lang: str) -> list[str]:
    """The queries of the help in a language."""
    section = next(one for one in guide().section if one.id == "queries")
    return QUERY.findall(section.body.in_(lang))


@pytest.fixture
def store(desk: Desk, tmp_path: Path) -> Path:
    """The demo shop, saved and judged."""
    assert desk("import", "--demo", "--judge", "--as-of", "2026-11-28").status in (0, 1)
    return tmp_path / "data/shops/main.db"


def test_the_queries_of_the_help_are_ten_alike_in_both_languages_and_run(store: Path) -> None:
    assert queries("ja") == queries("en")
    assert len(queries("ja")) == 10
    with closing(sqlite3.connect(f"file:{store}?mode=ro", uri=True)) as db:
        found = {query: db.execute(query).fetchall() for query in queries("ja")}
    assert not [query for query, rows in found.items() if not rows]


def test_views_have_words_for_codes(store: Path) -> None:
    with closing(sqlite3.connect(f"file:{store}?mode=ro", uri=True)) as db:
        for name in NAMES:
            assert db.execute(f"select count(*) from {name}").fetchone()[0] > 0, name  # noqa: S608 (our own names)
        verdicts = {one for (one,) in db.execute("select points_verdict from v_offer_verdict")}
        assert verdicts <= {"breach", "check", "advice", "ok"}
        assert {one for (one,) in db.execute("select at_least from v_return_cost")} <= {"yes", "no"}
        kept = db.execute("select sum(yen) from v_payment").fetchone()[0]
        assert kept == db.execute("select sum(total) from payment").fetchone()[0]


def test_a_view_says_in_the_schema_what_its_columns_are(store: Path) -> None:
    with closing(sqlite3.connect(store)) as db:
        texts = dict(db.execute("select name, sql from sqlite_master where type = 'view'"))
    assert set(texts) == set(NAMES)
    assert all("\n-- " in text for text in texts.values())


def test_the_file_says_whose_it_is(store: Path) -> None:
    with closing(sqlite3.connect(store)) as db:
        assert db.execute("pragma application_id").fetchone()[0] != 0
        assert db.execute("pragma user_version").fetchone()[0] > 0
