"""What the sums of payments lack is said wherever they are shown: of files that are named and of those that were imported."""

import csv
import io
from pathlib import Path

import pytest

from tests.conftest import Desk
from tests.payments_maker import SECRETS, Row, transactions

ORDER = "250-1234567-123456"
SALES = [
    Row(
        f"2026-07-0{day} 12:34:56",
        "注文",
        {"product_sales": 1_000 + day, "selling_fees": -100},
        f"{ORDER}{day}",
        "A-1",
        "本",
        settlement="11",
    )
    for day in range(1, 6)
]


def report(folder: Path, *bad: int, cut: int = 0, name: str = "july.csv") -> Path:
    """A report in which some rows have an amount that is none, and which may end inside its last row."""
    text = transactions(SALES).decode("utf-8-sig")
    for place in bad:
        text = text.replace(f'"{1_001 + place:,}"', '"1.00x"', 1)
    data = text.encode("utf-8-sig")
    (file := folder / name).write_bytes(data[: len(data) - cut] if cut else data)
    return file


@pytest.mark.parametrize("cut", [3, 40, 150])
def test_a_cut_file_and_refused_rows_are_said_after_the_import_too(desk: Desk, tmp_path: Path, cut: int) -> None:
    file = report(tmp_path, 1, 2, cut=cut)
    named = desk("payments", file, "--json").json
    assert desk("import", file).status == 1
    saved = desk("payments", "--json").json
    for told in (named, saved):
        assert told["lacking"] == [{"file": "july.csv", "lost": 2, "cut": True}]
        assert [one["cut"] for one in told["files"]] == [True]
        assert len(told["files"][0]["refused"]) == 3
        assert told["total"] == 901 + 904
    assert named["files"][0]["refused"] == saved["files"][0]["refused"]
    out = desk("payments", lang="en")
    assert out.status == 1
    assert "What these sums lack: 2 rows that could not be read and the row in which july.csv ends, and all behind it" in out.out
    assert "この合計に入っていないもの: 読めなかった2行と、july.csv の切れた行とその続き" in desk("payments", lang="ja").out
    for args in (("--by", "month"), ("--form", "csv")):
        assert "What these sums lack" in desk("export", "payments", *args, "--out", tmp_path / "x.csv", lang="en").err


def test_a_table_that_loses_a_character_says_what_its_sums_lack_too(desk: Desk, tmp_path: Path) -> None:
    (file := report(tmp_path, 1)).write_text(file.read_text("utf-8-sig").replace("A-1", "É-1"), encoding="utf-8-sig")
    answer = desk("export", "payments", file, "--by", "sku", "--encoding", "cp932", "--out", tmp_path / "x.csv", lang="en")
    assert answer.status == 1
    assert "É-1" in answer.out
    assert "What these sums lack: 1 row that could not be read" in answer.err


def test_a_file_of_which_every_row_was_read_lacks_nothing(desk: Desk, tmp_path: Path) -> None:
    desk("import", report(tmp_path))
    assert desk("payments", "--json").json["lacking"] == []
    assert "lack" not in desk("payments", lang="en").out


def test_the_last_row_of_a_cut_file_is_no_row(desk: Desk, tmp_path: Path) -> None:
    text = transactions(SALES, columns=28).decode("utf-8-sig")
    data = text[: text.rindex("902") + 2] if "902" in text else text[:-4]
    (file := tmp_path / "cut.csv").write_bytes(data.encode("utf-8-sig"))
    told = desk("payments", file, "--json").json
    assert told["lacking"][0]["cut"]
    assert told["not_placed"] == 0


def mended(out: Path, by: dict[str, str]) -> None:
    """Put other words into some cells of a file of refused rows."""
    rows = list(csv.reader(io.StringIO(out.read_text("utf-8-sig"))))
    with out.open("w", encoding="utf-8-sig", newline="") as opened:
        csv.writer(opened).writerows([[by.get(cell.removeprefix("'"), cell) for cell in row] for row in rows])


@pytest.mark.parametrize("above", [True, False])
def test_refused_rows_are_written_whole_mended_and_put_back(desk: Desk, tmp_path: Path, above: bool) -> None:  # noqa: FBT001 (a case)
    text = transactions(SALES, above=above).decode("utf-8-sig").replace('"1,002"', '"1.00x"', 1).replace("2026/07/04", "2026/07/94")
    (file := tmp_path / "july.csv").write_bytes(text.encode())
    out = tmp_path / "refused.csv"
    assert desk("import", file, "--refused", out, lang="en").status == 1
    written = out.read_text("utf-8-sig")
    for shown in ("2026/07/02 12:34:56 JST", "2026/07/94 12:34:56 JST", "注文", "A-1", "本", f"{ORDER}2"):
        assert shown in written
    assert not [word for word in SECRETS if word in written]
    mended(out, {"1.00x": "1002", "2026/07/94 12:34:56 JST": "2026/7/4 12:34"})
    done = desk("import", out, "--json")
    assert (done.status, done.json["import"]["refused"], done.json["import"]["rows"]) == (0, 0, 5)
    told = desk("payments", "--json").json
    assert (told["total"], told["rows"], told["lacking"]) == (sum(one.total for one in SALES), 5, [])
    assert len(desk("imports", "--json").json["imports"]) == 1
    again = desk("import", out, lang="en")
    assert (again.status, "is no longer there" in again.err) == (2, True)
    assert desk("payments", "--json").json["total"] == told["total"]


@pytest.mark.parametrize("name", ["髙橋 美咲希", "ﾀｶﾊｼ ﾐｻｷ", "Misaki Takahashino", "桃山町伊賀49-10", "Momoyama 49-10 Fushimi"])
@pytest.mark.parametrize("place", ["1,002", "2026/07/04 12:34:56 JST"])
def test_a_name_in_the_place_of_a_figure_is_not_written_out(desk: Desk, tmp_path: Path, name: str, place: str) -> None:
    text = transactions(SALES).decode("utf-8-sig")
    assert place in text
    (file := tmp_path / "july.csv").write_bytes(text.replace(place, name).encode())
    out = tmp_path / "refused.csv"
    answer = desk("import", file, "--refused", out)
    assert answer.status == 1
    assert "A-1" in out.read_text("utf-8-sig")
    for said in (answer.out, answer.err, out.read_text("utf-8-sig")):
        assert not [word for word in name.split() if word in said]


def test_rows_that_are_not_mended_and_the_cut_stay_said(desk: Desk, tmp_path: Path) -> None:
    out = tmp_path / "refused.csv"
    assert desk("import", report(tmp_path, 1, 2, cut=40), "--refused", out).status == 1
    rows = list(csv.reader(io.StringIO(out.read_text("utf-8-sig"))))
    assert len(rows) == 3
    with out.open("w", encoding="utf-8-sig", newline="") as opened:
        csv.writer(opened).writerows([[cell.replace("1.00x", "1,002") for cell in row] for row in rows[:2]])
    assert desk("import", out).status == 1
    assert desk("payments", "--json").json["lacking"] == [{"file": "refused.csv", "lost": 1, "cut": True}]


def test_other_months_stay_where_a_row_is_put_back(desk: Desk, tmp_path: Path) -> None:
    out = tmp_path / "refused.csv"
    desk("import", report(tmp_path, 1), "--refused", out)
    (tmp_path / "august.csv").write_bytes(transactions([SALES[0]._replace(at="2026-08-01 12:00:00")]))
    desk("import", tmp_path / "august.csv")
    mended(out, {"1.00x": "1002"})
    assert desk("import", out).status == 0
    assert desk("payments", "--json").json["total"] == sum(one.total for one in SALES) + SALES[0].total


def test_rows_held_back_are_said_apart_from_the_sums_before_and_after_the_import(desk: Desk, tmp_path: Path) -> None:
    held = SALES[0]._replace(state="保留", settlement="")
    (first := tmp_path / "july.csv").write_bytes(transactions([held, SALES[1]]))
    (later := tmp_path / "august.csv").write_bytes(transactions([SALES[0]._replace(released="2026-08-03 09:00:00")]))
    named = desk("payments", first, "--json").json
    assert (named["total"], named["held"]) == (902, {"rows": 1, "yen": 901})
    desk("import", first)
    assert desk("payments", "--json").json["held"] == {"rows": 1, "yen": 901}
    assert "Held back and not paid yet, and in no sum here: 1 row, 901 yen" in desk("payments", lang="en").out
    assert "保留中でまだ支払われていない1行(901円)" in desk("payments", lang="ja").out
    desk("import", later)
    paid = desk("payments", "--json").json
    assert (paid["total"], paid["held"]) == (901 + 902, {"rows": 0, "yen": 0})


def test_a_status_that_nobody_knows_is_said(desk: Desk, tmp_path: Path) -> None:
    (file := tmp_path / "july.csv").write_bytes(transactions([SALES[0]._replace(state="審査待ち")]))
    assert desk("payments", file, "--json").json["unknown_states"] == 1
    assert "1 row has a transaction status that is not known" in desk("payments", file, lang="en").out
