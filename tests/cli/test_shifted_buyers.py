"""Rows whose cells have moved, in every kind of file with buyers: nothing of a buyer is kept in the shop, shown, or written anywhere."""

import sqlite3
import zlib
from contextlib import closing
from pathlib import Path

import pytest

from tests.buyers import FILES, SECRETS, SHIFTS, shifted
from tests.conftest import Desk

CASES = list(shifted())
JUDGED = {
    "orders": "cashless", "unshipped_orders": "cashless", "own_orders": "cashless", "returns": "returns", "payments": "payments",
    **dict.fromkeys(("shipments", "own_shipments", "b2_issued", "yupri_history", "clickpost_history"), "shipments"),
}  # fmt: skip


def test_there_are_forty_kinds_of_moved_rows_and_more() -> None:
    assert len(FILES) * len(SHIFTS) > 40


@pytest.mark.parametrize("kind", FILES)
def test_nothing_of_a_buyer_is_kept_or_shown(desk: Desk, tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "tmp").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "tmp"))
    faults = []
    for number, (_kind, done, data) in enumerate(case for case in CASES if case[0] == kind):
        file = tmp_path / f"{number}.txt"
        file.write_bytes(data)
        text = said(desk, kind, file, tmp_path / f"refused{number}.csv")
        faults += [(done, word) for word in SECRETS if word in text]
    text = lying(tmp_path)
    assert not faults
    assert not [word for word in SECRETS if word in text]
    assert "1234560" in text  # the sound rows beside them are there


def said(desk: Desk, kind: str, file: Path, refused: Path) -> str:
    """All that is printed of a file: of its import with what it refused, and of its rows judged."""
    more = ("--all-prime",) if JUDGED[kind] == "shipments" else ()
    answers = [desk("import", file, "--json", "--refused", refused), desk(JUDGED[kind], file, *more, lang="ja")]
    return "".join(answer.out + answer.err for answer in answers)


def lying(tmp_path: Path) -> str:
    """All that lies in the shop's folder, in the temporary one, and in what was written of the refused rows."""
    files = [file for folder in ("data", "tmp") for file in (tmp_path / folder).rglob("*") if file.is_file()]
    text = "".join(file.read_bytes().decode("utf-8", "replace") for file in (*files, *tmp_path.glob("refused*.csv")))
    for file in tmp_path.rglob("*.db"):
        with closing(sqlite3.connect(file)) as db:
            text += "\n".join(db.iterdump())
            text += "".join(zlib.decompress(blob).decode("utf-8", "replace") for (blob,) in db.execute("select source from import"))
    return text
