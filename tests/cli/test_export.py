"""Files that go out: a calendar with ids that stay, a claim pack whose text is text, costs whose totals another program can add up."""

import sqlite3
import zipfile
from pathlib import Path

import pytest
from icalendar import Calendar
from python_calamine import CalamineWorkbook

from tests.conftest import Desk

DAY = "2020-08-03"
HEAD = (
    "Order ID|Order date|Return request date|Return request status|Amazon RMA ID|Label cost|Currency code|Label to be paid by|Is prime|"
    "Merchant SKU|Return quantity|Return reason|In policy|Return delivery date|Order Amount|Order quantity|Refunded Amount|Category"
)


def row(number: int, *told: str) -> str:
    """A row of a report: who was charged, SKU, reason, arrival, refund, category."""
    payer, sku, reason, arrived, refunded, category = told
    return (
        f"249-{number}|10-Jul-2020|20-Jul-2020|Approved|D{number}|{500 + number}|JPY|{payer}|Y|{sku}|1|{reason}|Y|{arrived}|1980|1|"
        f"{refunded}|{category}"
    )


ROWS = (
    row(1, "Customer", "S-1", "CR-DEFECTIVE", "30-Jul-2020", "0", "Toys"),
    row(2, "Seller", "=1+1", "CR-UNWANTED_ITEM", "31-Jul-2020", "1980", "Toys"),
    row(3, "Seller", "S-1", "CR-FOUND_BETTER_PRICE", "01-Aug-2020", "0", "Toys"),
    row(4, "Seller", "+A1", "CR-UNWANTED_ITEM", "", "1980", "Shoes"),
)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A returns report."""
    file = tmp_path / "returns.txt"
    file.write_text("".join(line.replace("|", "\t") + "\r\n" for line in (HEAD, *ROWS)), encoding="cp932")
    return file


def events(file: Path) -> dict[str, tuple[str, str]]:
    """The days and titles of a calendar's events by their ids."""
    found = Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    return {str(one["uid"]): (str(one.decoded("dtstart")), str(one["summary"])) for one in found}


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_deadlines_go_out_with_ids_that_stay(desk: Desk, report: Path, tmp_path: Path, lang: str) -> None:
    out = tmp_path / "due.ics"
    assert desk("export", "returns-deadlines", report, "--as-of", DAY, "--out", out, lang=lang).status == 0
    first = events(out)
    assert {uid: told[0] for uid, told in first.items()} == {
        "249-1.refund-deadline@sellerdesk": "2020-08-03",
        "249-3.refund-deadline@sellerdesk": "2020-08-04",
    }
    assert {"ja": "返金の期限", "en": "Refund by"}[lang] in first["249-1.refund-deadline@sellerdesk"][1]
    desk("import", report, "--judge", "--as-of", DAY)
    desk("decide", "returns.refund-deadline", "249-1", "refunded")
    assert desk("export", "returns-deadlines", "--as-of", DAY, "--out", out, lang=lang).status == 0
    assert events(out) == {uid: told for uid, told in first.items() if uid.startswith("249-3")}
    assert b"DTSTART;VALUE=DATE:20200804" in out.read_bytes()


def test_the_claim_pack_names_clauses_days_and_yen(desk: Desk, report: Path, tmp_path: Path) -> None:
    out = tmp_path / "claims.xlsx"
    desk("import", report)
    desk("account", "set", "claim_days=10")
    desk("decide", "returns.label-payer", "249-3", "claimed")
    assert desk("export", "claim-pack", "--as-of", DAY, "--out", out).status == 0
    book = CalamineWorkbook.from_path(out)
    assert book.sheet_names == ["charged to the shop", "charged to buyers", "notes"]
    shop, buyers, notes = (book.get_sheet_by_name(name).to_python() for name in book.sheet_names)
    told = [dict(zip(map(str, shop[0]), line, strict=True)) for line in shop[1:]]
    assert [(one["order id"], one["seller SKU"], one["yen"]) for one in told] == [
        ("249-3", "S-1", 503),
        ("249-2", "=1+1", 502),
        ("total of what is open", "", 502),
    ]
    assert (str(told[0]["arrived on"]), str(told[0]["take off by"])) == ("2020-08-01", "2020-08-04")
    assert [str(one["where"])[:18] for one in told[:2]] == ["take it off the re", "ask Seller Support"], "neither is a ground for SAFE-T"
    desk("decide", "returns.refund-deadline", "249-3", "refunded")
    assert desk("export", "claim-pack", "--as-of", DAY, "--out", out).status == 0
    after = CalamineWorkbook.from_path(out).get_sheet_by_index(0).to_python()
    made = next(dict(zip(map(str, after[0]), line, strict=True)) for line in after if "249-3" in line)
    assert (made["where"], made["take off by"]) == ("ask Seller Support", ""), "the owner says that the refund was made"
    assert any("The refund is recorded as made." in str(cell) for cell in made.values()), "nor is it said to be open"
    assert told[1]["clauses"] == "S-28, S-27, S-02, S-26"
    assert "S-28: Of 22 reasons" in str(told[0]["clauses in our words"])
    assert [one["decision"] for one in told] == ["claimed", "", ""]
    assert [line[0] for line in buyers[1:]] == ["249-1", "total"]
    assert buyers[1][4:6] == ["give it back to the buyer", ""], "what a buyer paid is no claim of the shop's"
    assert "within 10 days from the refund" in str(notes[2][0])
    with zipfile.ZipFile(out) as parts:
        assert not [name for name in parts.namelist() if b"<f>" in parts.read(name)]


def test_totals_are_what_another_program_adds_up(desk: Desk, report: Path, tmp_path: Path) -> None:
    out = tmp_path / "costs.xlsx"
    desk("account", "set", "handling_cost=150", "value_loss_percent=20")
    assert desk("export", "returns", report, "--as-of", DAY, "--out", out).status == 0
    head, *lines = CalamineWorkbook.from_path(out).get_sheet_by_index(0).to_python()
    db = sqlite3.connect(":memory:")
    db.execute("create table cost (number, line, sku, reason, category, month, payer, yen, at_least)")
    db.executemany("insert into cost values (?, ?, ?, ?, ?, ?, ?, ?, ?)", lines)
    by = desk("returns", report, "--as-of", DAY, "--json", lang="en").json["costs"]["by"]
    assert len(head) == 9
    for name in ("reason", "sku", "category", "month"):
        summed = db.execute(f"select {name}, count(*), sum(yen) from cost group by 1").fetchall()  # noqa: S608 (four fixed words)
        title = "text" if name == "reason" else "key"
        assert sorted((one[title], one["count"], one["yen"]) for one in by[name]) == sorted((key, n, int(yen)) for key, n, yen in summed)
    db.close()


@pytest.mark.parametrize(
    ("args", "sentence"),
    [(("claim-pack", "--out", "claims.xlsx"), "No returns report is saved"), (("returns-deadlines", "REPORT"), "Name a file ending in .ics"),
     (("claim-pack", "REPORT", "--out", "claims.ics"), "Name a file ending in .xlsx"), (("returns", "--all-prime", "--out", "x.xlsx"), "needs REPORT")],
)  # fmt: skip
def test_what_cannot_go_out_is_one_sentence(desk: Desk, report: Path, args: tuple[str, ...], sentence: str) -> None:
    answer = desk("export", *(str(report) if one == "REPORT" else one for one in args))
    assert (answer.status, len(answer.err.splitlines())) == (2, 1)
    assert sentence in answer.err
