"""Rows whose cells slid, so that a buyer stands where a SKU or a reason should; and where buyers came to lie."""

import sqlite3
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random

from tests import buyers
from tests.mutants import rows_of

BUYER_COLUMNS = ("buyer-name", "ship-address-1", "buyer-phone-number", "buyer-email")
NAMES = ("髙橋 美咲希", "タカハシ ミサキ", "ﾀｶﾊｼ ﾐｻｷ", "Takahashi Misakino", "𠮷野家 太郎兵衛")
STREETS = ("東京都千代田区丸の内9-8-7", "Marunouchi 9-8-7 Chiyoda", "大阪府大阪市北区梅田11-22")
READ_BY = (
    ("orders", "cashless"),
    ("orders", "import"),
    ("shipments", "shipments"),
    ("shipments", "import"),
    ("returns", "returns"),
    ("returns", "import"),
)
"""Which kind of file is read by which commands."""
OF_TESTS = 6
"""Files of the suite's own kinds in each round."""
Shifted = tuple[Path, list[str], tuple[str, ...]]


def shifted(folder: Path, dice: Random) -> Iterator[Shifted]:
    """Files with buyers, the command that reads each, and the words that must come to lie nowhere."""
    folder.mkdir(exist_ok=True)
    for number, (_kind, _done, data) in enumerate(dice.sample(list(buyers.shifted()), OF_TESTS)):
        file = folder / f"shifted{number}.txt"
        file.write_bytes(data)
        yield file, ["import"], buyers.SECRETS
    for number, (kind, command) in enumerate(READ_BY):
        buyer = (
            dice.choice(NAMES),
            dice.choice(STREETS),
            f"090-{dice.randint(1000, 9999)}-7788",
            f"misaki{dice.randint(1, 99)}@example.jp",
        )
        file = folder / f"{kind}{number}.txt"
        file.write_bytes(table(kind, buyer, dice).encode("utf-8"))
        yield file, [command], buyer


def table(kind: str, buyer: tuple[str, ...], dice: Random) -> str:
    """A table with the columns of a buyer in the middle, some of whose rows slid by one to three cells."""
    head, *body = rows_of(kind)
    at = dice.randrange(1, len(head) + 1)
    rows = [head[:at] + list(BUYER_COLUMNS) + head[at:], *(row[:at] + list(buyer) + row[at:] for row in body)]
    for number in dice.sample(range(1, len(rows)), 4):
        rows[number] = slid(rows[number], dice.choice((-3, -2, -1, 1, 2, 3)), dice)
    return "".join("\t".join(row) + "\r\n" for row in rows)


def slid(row: list[str], by: int, dice: Random) -> list[str]:
    """A row of which a part slid: cells put in before it, or left out."""
    at = dice.randrange(len(row))
    return row[:at] + [""] * by + row[at:] if by > 0 else row[:at] + row[at - by :]


def found_in(data: Path, planted: tuple[str, ...]) -> Iterator[str]:
    """Where any of some words lie: cells of stores and backups, packed or not, other files of a folder, and temporary files of ours."""
    words = [word.encode(code, "replace") for word in planted for code in ("utf-8", "cp932", "utf-16-le")]
    words = [word for word in words if b"?" not in word]  # a letter that cp932 lacks
    for file in [*data.rglob("*"), *Path(tempfile.gettempdir()).glob("sellerdesk*")]:
        if not file.is_file():
            continue
        if any(word in file.read_bytes() for word in words):
            yield file.name
        if file.suffix == ".db":
            yield from (f"{file.name}: {table}" for table, cell in packed_cells(file) if any(word in cell for word in words))


def packed_cells(store: Path) -> Iterator[tuple[str, bytes]]:
    """Every packed cell of a store, unpacked, with its table."""
    with closing(sqlite3.connect(store)) as db:
        for (table,) in db.execute("select name from sqlite_master where type = 'table'").fetchall():
            for row in db.execute(f"select * from {table}"):  # noqa: S608 (the store's own names)
                for cell in row:
                    if isinstance(cell, bytes) and cell[:1] == b"\x78":
                        yield table, zlib.decompress(cell)
