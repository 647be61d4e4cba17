"""A report of which few lines changed comes out of the short way as out of the long one, or is not taken by it at all."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from random import Random as Dice
from typing import Any

import pytest

from sellerdesk.domain.refusal import UnreadableFile
from sellerdesk.store.database import changing
from sellerdesk.workflows.shop import imports
from sellerdesk.workflows.shop.changed_lines import reimported
from tests.made_shop import JAPANESE

NOW = datetime(2020, 8, 3, 9, 0, tzinfo=UTC)
ROWS = 200
SKU, PRICE, POINTS = JAPANESE.index("出品者SKU"), JAPANESE.index("価格"), JAPANESE.index("ポイント")
Lines = list[list[str]]


def dice_of(seed: int) -> Dice:
    """Dice that fall the same way each time."""
    return Dice(seed)  # noqa: S311 (cells, not secrets)


def report(rows: int = ROWS) -> Lines:
    """A listings report."""
    blank = [""] * len(JAPANESE)
    told = {"商品名": "今治タオル {}", "出品者SKU": "S{}", "価格": "1980", "数量": "3", "出品日": "2019/09/18 15:18:58 JST", "商品IDタイプ": "1",
            "コンディション": "11", "商品ID": "B0{:08}", "フルフィルメント・チャンネル": "DEFAULT", "ポイント": "40", "ステータス": "Active"}  # fmt: skip
    lines = [list(JAPANESE)]
    for number in range(rows):
        row = list(blank)
        for title, cell in told.items():
            row[JAPANESE.index(title)] = cell.format(number)
        lines.append(row)
    return lines


def data_of(lines: Lines, encoding: str = "cp932") -> bytes:
    """A report's bytes."""
    return "".join("\t".join(line) + "\r\n" for line in lines).encode(encoding)


def held(store: Path) -> tuple[Any, ...]:
    """The offers of a store, and its imports but for their moments."""
    with closing(sqlite3.connect(store)) as db:
        offers = db.execute("select * from offer order by rowid").fetchall()
        made = db.execute("select number, kind, file, sha256, encoding, rows, refused, source from import").fetchall()
        return offers, made, db.execute("select * from refusal").fetchall()


def both_ways(tmp_path: Path, first: bytes, second: bytes) -> bool:
    """Import two reports one after the other, the short way and the long one; whether the short way was taken. They must agree."""
    stores = []
    for way in ("short", "long"):
        (tmp_path / way).mkdir(exist_ok=True)
        file, store = tmp_path / way / "report.txt", tmp_path / way / "shops/main.db"
        file.write_bytes(first)
        imports.import_file(store, file, NOW)
        file.write_bytes(second)
        with pytest.MonkeyPatch.context() as patch:
            if way == "long":
                patch.setattr(imports, "reimported", lambda *_args: None)
            imports.import_file(store, file, NOW)
        stores.append(store)
    assert held(stores[0]) == held(stores[1])
    (tmp_path / "short/report.txt").write_bytes(first)
    fresh = tmp_path / "fresh/main.db"
    imports.import_file(fresh, tmp_path / "short/report.txt", NOW)
    with changing(fresh) as db:
        return reimported(db, tmp_path / "short/report.txt", second, NOW) is not None


def changed(lines: Lines, dice: Dice, column: int, *texts: str) -> Lines:
    """Some lines with another cell."""
    told = [list(line) for line in lines]
    for line in dice.sample(range(8, len(told)), 5):
        told[line][column] = dice.choice(texts)
    return told


def test_changed_prices_and_titles_are_taken_the_short_way(tmp_path: Path) -> None:
    dice, lines = dice_of(1), report()
    assert both_ways(tmp_path, data_of(lines), data_of(changed(changed(lines, dice, PRICE, "1,200", "500 JPY"), dice, 0, "新しい 名前")))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932"])
def test_every_encoding_comes_out_alike(tmp_path: Path, encoding: str) -> None:
    lines = report()
    assert both_ways(tmp_path, data_of(lines, encoding), data_of(changed(lines, dice_of(2), POINTS, "7"), encoding))


def test_a_cut_line_and_one_too_long_come_out_alike(tmp_path: Path) -> None:
    lines = report()
    assert both_ways(tmp_path, data_of(lines), data_of([*lines[:50], lines[50][:5], [*lines[51], "more"], *lines[52:]]))


MENDS: dict[str, Callable[[Lines], Lines]] = {
    "price": lambda lines: changed(lines, dice_of(3), PRICE, "free", "-5"),
    "sku": lambda lines: changed(lines, dice_of(4), SKU, "NEW"),
    "sku of another": lambda lines: changed(lines, dice_of(5), SKU, "S1"),
    "damaged sku": lambda lines: changed(lines, dice_of(6), SKU, "Dec-25"),
    "blank line": lambda lines: changed(lines, dice_of(7), SKU, ""),
    "error": lambda lines: changed(lines, dice_of(8), 0, "#N/A"),
    "header": lambda lines: [[*lines[0][:-1], "状態"], *lines[1:]],
    "one more": lambda lines: [*lines, [*lines[-1][:SKU], "S9999", *lines[-1][SKU + 1 :]]],
    "one less": lambda lines: lines[:-1],
    "first taken out, one added": lambda lines: [lines[0], *lines[2:], [*lines[-1][:SKU], "S9999", *lines[-1][SKU + 1 :]]],
    "all": lambda lines: [lines[0], *([*line[:PRICE], "1", *line[PRICE + 1 :]] for line in lines[1:])],
    "none": lambda lines: lines,
}


@pytest.mark.parametrize("what", MENDS)
def test_what_must_be_seen_in_the_whole_file_goes_the_long_way(tmp_path: Path, what: str) -> None:
    lines = report()
    assert not both_ways(tmp_path, data_of(lines), data_of(MENDS[what](lines)))


def test_after_a_report_with_refused_rows_the_long_way_is_gone(tmp_path: Path) -> None:
    lines = changed(report(), dice_of(9), PRICE, "free")
    assert not both_ways(tmp_path, data_of(lines), data_of(changed(lines, dice_of(10), POINTS, "7")))


def test_a_lone_line_feed_in_a_cell_is_seen(tmp_path: Path) -> None:
    lines = report()
    torn = [list(line) for line in lines]
    torn[50][0] = "前\r後"
    assert not both_ways(tmp_path, data_of(lines), data_of(torn))


def test_random_changes_come_out_alike(tmp_path: Path) -> None:
    dice = dice_of(11)
    cells = ("", "1980", "S1", "今治", "#", "Dec-25", "1.5", "AMAZON_JP", "AMAZON_NA", "\x00", "5%", "Inactive", "１２０")
    for number in range(40):
        lines = report(60)
        told = [list(line) for line in lines]
        for _change in range(dice.randint(1, 4)):
            told[dice.randrange(len(told))][dice.randrange(len(JAPANESE))] = dice.choice(cells)
        (tmp_path / str(number)).mkdir()
        try:
            both_ways(tmp_path / str(number), data_of(lines), data_of(told))
        except UnreadableFile:
            continue  # what is refused whole by the long way is so by the short one, for it ends there
