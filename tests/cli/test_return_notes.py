"""Notes and photos on returns, taught reasons, and the word that all items are SFP ones: kept, undone, and followed by the verdicts."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, Desk

DAY = "2020-08-03"
JPEG = b"\xff\xd8\xff\xe0" + b"photo" * 100
HEAD = "Order ID|Return request date|Return request status|Label cost|Label to be paid by|Merchant SKU|Return reason|Return delivery date|Order Amount|Category"
ROWS = (
    "249-1|20-Jul-2020|Approved|600|Seller|S-1|CR-STRANGE|30-Jul-2020|1980|Toys",
    "249-2|20-Jul-2020|Approved|700|Seller|S-2|CR-UNWANTED_ITEM|30-Jul-2020|3000|Toys",
)


@pytest.fixture
def saved(desk: Desk, tmp_path: Path) -> Desk:
    """A desk with a saved returns report that has a reason nobody knows, and does not tell which items are SFP ones."""
    file = tmp_path / "returns.txt"
    file.write_text("".join(line.replace("|", "\t") + "\r\n" for line in (HEAD, *ROWS)), encoding="cp932")
    assert desk("import", file).status == 0
    return desk


def test_the_saved_report_is_judged_without_naming_it_and_all_items_can_be_sfp_ones(saved: Desk) -> None:
    before = saved("returns", "--as-of", DAY, "--json").json
    assert before["source"]["file"] == "returns.txt"
    assert before["missing"][0]["fact"] == "sfp_item"
    assert saved("account", "prime-returns", "yes").status == 0
    after = saved("returns", "--as-of", DAY, "--json").json
    assert after["totals"]["payers"]["customer"] == 1
    assert not any(one["fact"] == "sfp_item" for one in after["missing"])
    assert saved("undo").status == 0
    assert saved("returns", "--as-of", DAY, "--json").json["missing"] == before["missing"]


def test_without_a_saved_report_it_says_so(desk: Desk) -> None:
    answer = desk("returns", "--as-of", DAY)
    assert answer.status == 2
    assert len(answer.err.strip().splitlines()) == 1


def test_an_unknown_reason_is_asked_once_and_then_known(saved: Desk) -> None:
    saved("account", "prime-returns", "yes")
    assert saved("returns", "--as-of", DAY, "--json").json["totals"]["payers"] == {"customer": 1, "seller": 0, "mixed": 0, "check": 1}
    taught = saved("account", "reason", "cr-strange", "10", "--json")
    assert taught.json["reasons"] == {"cr-strange": 10}
    told = saved("returns", "--as-of", DAY, "--json").json
    assert told["totals"]["payers"] == {"customer": 1, "seller": 1, "mixed": 0, "check": 0}
    quoted = saved("quote", "--reason", "CR-STRANGE", "--category", "Toys", "--json")
    assert quoted.json["quotes"][0]["payer"] == "seller"
    saved("account", "reason", "CR_STRANGE")
    assert saved("account", "reason", "--json").json["reasons"] == {}


@pytest.mark.parametrize(("words", "row"), [("CR-STRANGE", "23"), ("CR-STRANGE", "x"), ("12", "3"), ("012", "3")])
def test_a_row_that_is_none_or_a_number_cannot_be_taught(saved: Desk, words: str, row: str) -> None:
    assert saved("account", "reason", words, row).status == 2
    assert saved("account", "reason", "--json").json["reasons"] == {}


def test_a_note_and_photos_outlive_the_next_report_and_can_be_undone(saved: Desk, tmp_path: Path) -> None:
    photo = tmp_path / "箱.jpg"
    photo.write_bytes(JPEG)
    kept = saved("note", "249-1", "--text", "箱がつぶれていた", "--photo", photo, "--json").json
    assert kept["note"] == "箱がつぶれていた"
    assert [one["name"] for one in kept["photos"]] == ["箱.jpg"]
    saved("import", tmp_path / "returns.txt")
    out = tmp_path / "out"
    out.mkdir()
    assert saved("note", "249-1", "--save-photos", out).status == 0
    assert [(one.name, one.read_bytes()) for one in out.iterdir()] == [("1-箱.jpg", JPEG)]
    assert saved("undo").status == 0
    assert saved("note", "249-1", "--json").json["photos"] == []
    assert saved("redo").status == 0
    assert len(saved("note", "249-1", "--json").json["photos"]) == 1


def test_what_is_no_photo_is_refused_in_a_sentence(saved: Desk, tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("hello", encoding="utf-8")
    answer = saved("note", "249-1", "--photo", file)
    assert answer.status == 2
    assert "notes.txt" in answer.err


def test_a_value_with_blanks_is_supposed_about_in_quotation_marks(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "returns.txt"
    rows = (HEAD, "249-1|20-Jul-2020|Approved|600|Seller|S 1|CR-DEFECTIVE|30-Jul-2020|1980|Home, garden", ROWS[1])
    file.write_text("".join(line.replace("|", "\t") + "\r\n" for line in rows), encoding="cp932")
    desk("import", file)
    desk("account", "prime-returns", "yes")
    told = desk("what-if", 'category="Home, garden" fare=1000、sku="S 1" fare=900', "--as-of", DAY, "--json")
    assert told.status == 0
    assert told.json["what_if"]["difference"] == 300
    assert desk("what-if", 'category="Home', "--as-of", DAY).status == 2


def test_a_command_that_needs_neither_loads_no_store_and_no_workbooks() -> None:
    code = "import sys; from sellerdesk.cli.run import run; run(['quote', '--reason', '12', '--category', 'Toys']); print(*sys.modules)"
    out = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    assert {"xlsxwriter", "sqlite_utils", "PySide6", "icalendar"} & set(out) == set()


def test_a_note_on_an_order_that_no_report_has_is_kept_and_said(saved: Desk) -> None:
    answer = saved("note", "249-11", "--text", "box torn")
    assert (answer.status, "no report has the order “249-11”" in answer.out) == (0, True)
    assert saved("note", "249-11").out.strip() == "box torn"
    assert "no report" not in saved("note", "249-1", "--text", "box torn").out
    assert [saved("note", order, "--text", "x", "--json").json["known"] for order in ("249-2", "49-2")] == [True, False]
    assert "no report" not in saved("note", "249-11", "--text", "").out
