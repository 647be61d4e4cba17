"""What a file says never steers the terminal, and no cell that goes out is computed behind letters that nobody sees."""

import json
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from icalendar import Calendar

from sellerdesk.writers.calendar_file import Entry, calendar
from sellerdesk.writers.harmless import harmless, harmless_json
from sellerdesk.writers.plain_text import is_risky
from tests.conftest import Desk

UNSEEN = "\u200b\ufeff\ufff9\U000e0001"
EVIL = "\x1b]0;owned\x07\x9b31m\u202eabc\u2066\u200f"


def test_a_title_that_would_steer_the_terminal_is_marked(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "listings.txt"
    file.write_text(f"seller-sku\titem-name\tprice\tPoints\nS\u202e1\t{EVIL}\t1000\t0\nS2\tt\t{EVIL}\t0\n", encoding="utf-8")
    for args in (("audit", file), ("import", file), ("audit", file, "--json"), ("import", tmp_path / f"no{EVIL}ne.txt")):
        answer = desk(*args)
        for letter in "\x1b\x07\x9b\u202e\u2066\u200f":
            assert letter not in answer.out, args
            assert letter not in answer.err, args


@pytest.mark.skipif(sys.platform == "win32", reason="no such names there")
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_name_of_a_file_that_was_written_is_marked(desk: Desk, tmp_path: Path, lang: str) -> None:
    answer = desk("clauses", "--out", tmp_path / f"a{EVIL}.txt", lang=lang)
    assert answer.status == 0, answer.err
    assert (tmp_path / f"a{EVIL}.txt").exists()
    assert "a\ufffd" in answer.err
    assert not set("\x1b\x07\x9b\u202e\u2066\u200f") & set(answer.err + answer.out)


def test_json_stays_the_same_for_other_programs() -> None:
    part = json.dumps({"a": EVIL + "㈱髙﨑𠮷"}, ensure_ascii=False).encode()
    assert json.loads(harmless_json(part)) == json.loads(part)
    assert harmless("㈱髙﨑\t𠮷\n") == "㈱髙﨑\t𠮷\n"


def test_letters_without_a_width_are_marked_on_a_terminal_and_escaped_in_json() -> None:
    assert harmless(f"a{UNSEEN}b") == "a" + "\ufffd" * len(UNSEEN) + "b"
    told = harmless_json(json.dumps(UNSEEN, ensure_ascii=False).encode())
    assert told.isascii()
    assert json.loads(told) == UNSEEN
    assert harmless("葛\U000e0100城 👩\u200d💻") == "葛\U000e0100城 👩\u200d💻"  # forms of letters are no deceit


BLANK = ["\u3164", "\u034f", "\u115f", "\u1160", "\uffa0", "\u2800", "\ufe0f", "\u17b4", "\U000e0100"]


@pytest.mark.parametrize("hidden", ["\u200b", "\ufeff", "\u2060", "\u00ad", "\u200e", "\x00", "\x1b", *BLANK])
@pytest.mark.parametrize("cell", ["=1+1", "+1", "@x", "12", "＝１"])
def test_a_formula_behind_letters_that_nobody_sees_is_still_one(hidden: str, cell: str) -> None:
    assert is_risky(hidden + cell)
    assert is_risky(f" {hidden}{cell}")


@pytest.mark.parametrize("broken", ["\r", "\r\n", "\n", "\x0b", "\x85", "\u2028", "\x1b", "\u202e", "\x00"])
def test_a_text_never_begins_a_field_of_its_own_in_a_calendar(broken: str) -> None:
    text = f"a{broken}X-EVIL:1;b,c\\n"
    made = calendar([Entry(text, date(2020, 8, 3), text, text)], text, datetime(2020, 8, 3, tzinfo=UTC))
    assert b"X-EVIL" in made
    assert not [line for line in made.decode().splitlines() if line.startswith("X-EVIL")]
    assert b"\n" not in made.replace(b"\r\n", b"")
    assert b"\r" not in made.replace(b"\r\n", b"")
    assert not set("\x00\x0b\x1b\x85\u2028\u202e") & set(made.decode())
    event = Calendar.from_ical(made).walk("VEVENT")[0]
    assert str(event["summary"]).endswith("X-EVIL:1;b,c\\n")


NUMBERS = ("0012", "12-3", "1E5", "1d5", "¥1,000", "(5)", "5%", "9:30 AM", "9 p", "1 2/3", "TRUE", "nan", "１２３", "=1", "+81", "'q")
DAYS = ("2020年3月1日", "令和元年5月", "R2.3.1", "Mar 5", "5-May-20", "午前9時")


@pytest.mark.parametrize("cell", [*NUMBERS, *DAYS])
def test_a_cell_that_as_a_whole_is_a_number_a_day_or_a_formula_is_marked(cell: str) -> None:
    assert is_risky(cell)


@pytest.mark.parametrize(
    "cell",
    [
        "3個セット",
        "1,020円に20ポイント",
        "A-1",
        "明治チョコレート",
        "平成堂",
        "午前中指定",
        "Maybelline 3",
        "March",
        "information",
        "R2-D2",
        "100円ショップ",
    ],
)
def test_a_plain_text_has_no_mark(cell: str) -> None:
    assert not is_risky(cell)
