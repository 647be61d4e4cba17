"""What is shown is what was judged: every answer names its import, and verdicts of another one are made anew, or said."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

import pytest

from sellerdesk.clock import JAPAN
from sellerdesk.domain.refusal import UnusableStore
from sellerdesk.workflows.judged import answers, by_figures, judging
from sellerdesk.workflows.offers import rows
from tests.conftest import Desk

DAY = ("--as-of", "2020-08-03")
HEAD = "seller-sku\titem-name\tprice\tPoints\tquantity\tfulfillment-channel\tmerchant-shipping-group\tstatus\tasin1\titem-condition\n"


def report(folder: Path, name: str, points: int) -> Path:
    """A listings report of one offer of 1,000 yen."""
    file = folder / name
    file.write_text(f"{HEAD}S-1\tt\t1000\t{points}\t5\tDEFAULT\tQ\tActive\tB1\t11\n", encoding="utf-8")
    return file


def short(desk: Desk) -> int:
    """How many offers `today` calls short of points."""
    return sum(one["count"] for one in desk("today", *DAY, "--json").json["needs"] if one["need"] == "points_short")


def test_today_judges_again_after_an_import_that_was_not_judged(desk: Desk, tmp_path: Path) -> None:
    desk("import", report(tmp_path, "first.txt", 20), "--judge", *DAY)
    assert short(desk) == 0
    desk("import", report(tmp_path, "second.txt", 1))
    told = desk("today", *DAY, "--json").json
    assert told["judged_from"] == {"number": 2, "file": "second.txt"}
    assert short(desk) == 1
    desk("import", report(tmp_path, "third.txt", 20))
    assert desk("export", "account-report", *DAY, "--json").status == 0
    assert short(desk) == 0


def prime(folder: Path) -> Path:
    """A listings report of one offer on a Prime template."""
    file = folder / "prime.txt"
    file.write_text(f"{HEAD}S-1\tt\t1000\t20\t5\tDEFAULT\tP\tActive\tB1\t11\n", encoding="utf-8")
    return file


def alarms(desk: Desk, *day: str) -> bool:
    """Whether `today` says that the shop can lose its SFP eligibility, as audit does in the same moment."""
    found = any(need["need"] == "alarm" for need in desk("today", *day, "--json").json["needs"])
    audited = desk("audit", *day, "--json").json["findings"]
    assert found == any(finding["rule"] == "sfp.pre-order" and finding["outcome"] == "breach" for finding in audited)
    return found


def test_today_judges_again_after_a_fact_and_after_its_undoing(desk: Desk, tmp_path: Path) -> None:
    desk("import", prime(tmp_path), "--prime-template", "P", "--judge", *DAY)
    assert not alarms(desk, *DAY)
    desk("facts", "set", "S-1", "preorder=yes")
    assert alarms(desk, *DAY)
    desk("undo")
    assert not alarms(desk, *DAY)
    desk("redo")
    assert alarms(desk, *DAY)


def test_today_and_account_judge_again_after_a_reading(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "rounding.txt"
    file.write_text(f"{HEAD}S-1\tt\t1030\t20\t5\tDEFAULT\tQ\tActive\tB1\t11\n", encoding="utf-8")
    desk("import", file, "--judge", *DAY)
    before = desk("account", *DAY, "--json").json["account"]["offers"]
    desk("account", "reading", "AMB-13=down")
    after = desk("account", *DAY, "--json").json["account"]["offers"]
    assert before != after, "rounded down, 20 points on 1,030 yen are what a 2% setting gives"


def test_today_judges_again_on_another_day(desk: Desk, tmp_path: Path) -> None:
    desk("import", report(tmp_path, "first.txt", 1), "--judge", "--as-of", "2026-11-29")
    needs = desk("today", "--as-of", "2020-06-30", "--json").json["needs"]
    assert not [need for need in needs if need["need"] == "points_short"], "the programme has not begun"
    assert short(desk) == 1


def test_an_answer_in_the_window_is_known_at_once_and_a_note_changes_no_verdict(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk("import", prime(tmp_path), "--prime-template", "P", "--judge", *DAY)
    assert alarms(desk, *DAY) is False
    store = tmp_path / "data/shops/main.db"
    answers.answer(store, ["S-1"], "preorder", "yes", as_of=date(2020, 8, 3), now=datetime(2020, 8, 3, 10, tzinfo=JAPAN))
    desk("note", "249-0000001-0000001", "--text", "called")
    monkeypatch.setattr(judging, "judge_saved", None)
    assert any(need["need"] == "alarm" for need in desk("today", *DAY, "--json").json["needs"])


def test_verdicts_by_the_rulebooks_of_an_older_program_are_made_anew(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as older:
        older.setattr(by_figures, "marks", lambda: by_figures.Marks(1, 0))
        older.setattr(rows, "least_for", lambda _price, _rate: 0)
        desk("import", report(tmp_path, "first.txt", 1), "--judge", *DAY)
    needs = desk("today", *DAY, "--json").json["needs"]
    told = next(one for one in needs if one["need"] == "points_short")
    assert (told["count"], told["yen"]) == (1, 19), "the 19 points that an older program did not count"


@pytest.mark.parametrize("command", [("audit",), ("fix",), ("obligations",)])
def test_every_answer_over_the_saved_shop_names_its_import(desk: Desk, tmp_path: Path, command: tuple[str, ...]) -> None:
    file = report(tmp_path, "first.txt", 20)
    desk("import", file)
    assert desk(*command, *DAY, "--json").json["judged_from"] == {"number": 1, "file": "first.txt"}
    assert "judged_from" not in desk("audit", file, *DAY, "--json").json


def test_a_judging_that_fails_says_that_the_import_was_taken(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_args: object) -> None:
        raise UnusableStore("disk_full", folder=str(tmp_path))

    desk("import", report(tmp_path, "first.txt", 20), "--judge", *DAY)
    with monkeypatch.context() as broken:
        broken.setattr(judging, "judge_saved", full)
        answer = desk("import", report(tmp_path, "second.txt", 1), "--judge", *DAY)
    assert (answer.status, answer.err.count("\n")) == (2, 1)
    assert "second.txt) was saved, but it was not judged" in answer.err
    assert short(desk) == 1


def test_a_store_of_an_older_program_is_judged_again_once(desk: Desk, tmp_path: Path, counted: Callable[[], int]) -> None:
    desk("import", report(tmp_path, "first.txt", 20), "--judge", *DAY)
    with closing(sqlite3.connect(tmp_path / "data/shops/main.db")) as db, db:
        db.execute("update setting set value = json_remove(value, '$.from'), sum = null where name = 'judged'")
    assert [short(desk), counted(), short(desk), counted()] == [0, 2, 0, 2], "once by the import, once because nobody knew from what"


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Callable[[], int]:
    """How often a shop was judged."""
    calls: list[object] = []
    whole = judging.judge_saved

    def judge(*args: object) -> object:
        calls.append(args)
        return whole(*args)  # type: ignore[arg-type]  # as they came

    monkeypatch.setattr(judging, "judge_saved", judge)
    return lambda: len(calls)
