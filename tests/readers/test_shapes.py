"""Three hundred shapes of files, the same every time: no traceback, no row lost without a word, no row that was none, every column read or named."""

import io
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from sellerdesk.domain.refusal import Fault, rows_lost
from sellerdesk.readers.headers import column_of, kinds
from sellerdesk.workflows.files import Report, any_report
from sellerdesk.workflows.shop.compared import records
from tests.mutants import number_of

ROWS = 7
SHAPES = 300
KINDS = ("listings", "open_listings", "orders", "unshipped_orders", "shipments", "returns", "facts", "price_file")
KEYS = {"listings": "sku", "open_listings": "sku", "facts": "sku", "price_file": "sku"}
FREE = {"listings": "condition_note", "orders": "備考", "returns": "メモ", "shipments": "備考", "facts": "備考", "price_file": "備考"}
UNREAD = ("備考", "メモ", "価格(税抜)", "buyer-name")
Rows = list[list[str]]


def table(kind: str, chance: random.Random) -> tuple[list[str], list[str], Rows]:
    """Fields, titles and rows of a sound file: any of the titles that a field has, columns in any order, some that are not read."""
    columns = kinds()[kind].columns
    fields = [
        field
        for field in columns
        if field not in ("template", "verge_of_cancellation", "weight_g", "points_percent", "sale_points_percent", "resolution")
        and (kind, field) != ("facts", "title")  # it stands there for reading, and is not read back
    ]
    fields += [f"!{name}" for name in chance.sample(UNREAD, chance.choice((0, 1, 2)))]
    if chance.random() < 0.5:
        chance.shuffle(fields)
    titles = [field[1:] if field.startswith("!") else chance.choice(columns[field][:3]) for field in fields]
    rows = [[value_of(field, line) for field in fields] for line in range(ROWS)]
    return fields, titles, rows


def value_of(field: str, line: int) -> str:
    """A cell; an order id of Amazon's shape."""
    if field.startswith("!"):
        return "山田"
    return f"249-1234567-{1234500 + line}" if field == "order_id" else number_of(field, line).replace('"', "").replace("～①", "")


def plain(text: str, _chance: random.Random) -> str:
    """As it is."""
    return text


def padded(text: str, chance: random.Random) -> str:
    """With control characters behind the last line."""
    return text + chance.choice(("\x05" * 5, "\x1a", "\x00" * 7, "\n\n\n", "\x10" * 16))


def footed(text: str, chance: random.Random) -> str:
    """With a footer."""
    return text + chance.choice(("合計\n", "以上\n", "(7件)\n"))


def trimmed(text: str, _chance: random.Random) -> str:
    """Without the tabs at the ends of lines."""
    return "\n".join(line.rstrip("\t") for line in text.split("\n"))


def titled(text: str, chance: random.Random) -> str:
    """With a line or three above the header."""
    return "".join(chance.sample(("お店の表\n", "\n", "2026年11月\n", "作成者: 店長\n"), chance.choice((1, 2, 3)))) + text


def repeated(text: str, _chance: random.Random) -> str:
    """With the header once more in the middle."""
    lines = text.split("\n")
    return "\n".join([*lines[:3], lines[0], *lines[3:]])


CHANGES: tuple[Callable[[str, random.Random], str], ...] = (plain, plain, padded, footed, trimmed, titled, repeated)


def torn(fields: list[str], rows: Rows, chance: random.Random) -> None:
    """A line break in a note, in one or two rows."""
    free = [place for place, field in enumerate(fields) if field in ("title", "condition_note", "!備考", "!メモ")]
    for row in chance.sample(rows, chance.choice((1, 2))) if free else ():
        row[chance.choice(free)] = "箱なし\n" + chance.choice(("", "\n")) + "を見てください"


def text_file(titles: list[str], rows: Rows, chance: random.Random, *, quoting: str) -> bytes:
    """A text file in one of the ways in which they come."""
    mark = "\t" if quoting in ("none", "all") else chance.choice("\t,")
    told = [
        [f'"{cell}"' if quoting == "all" else written(cell, mark) if quoting == "needed" else cell for cell in row]
        for row in (titles, *rows)
    ]
    if mark == ",":
        told = [[written(cell.replace('"', ""), mark) for cell in row] for row in told]
    text = "\n".join(mark.join(row) for row in told) + "\n"
    change = chance.choice(CHANGES if quoting == "none" and mark == "\t" else (plain, plain, padded, titled))
    text = change(text, chance)
    if chance.random() < 0.5:
        text = text.replace("\n", "\r\n")
    encoding = chance.choice(("cp932", "cp932", "utf-8", "utf-8-sig", "utf-16", "garbled"))
    if encoding == "garbled":
        return text.encode("cp932").decode("latin-1").encode() if fits(text) else text.encode()
    return text.encode(encoding if encoding != "cp932" or fits(text) else "utf-8")


def fits(text: str) -> bool:
    """Whether cp932 can hold a text; it has no Chinese header."""
    return text.encode("cp932", "ignore").decode("cp932") == text


def written(cell: str, mark: str) -> str:
    """A cell as a spreadsheet writes it."""
    return f'"{cell}"' if any(one in cell for one in (mark, ",", "\n")) else cell


def workbook(titles: list[str], rows: Rows, chance: random.Random) -> bytes:
    """A workbook, with hidden, empty or other sheets before its own."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        shape = chance.choice(("alone", "hidden", "empty", "notes"))
        if shape != "alone":
            before = book.add_worksheet("前")
            for line, row in enumerate({"hidden": [titles, ["old"] * len(titles)], "notes": [["使い方"], ["1行に1つ"]]}.get(shape, [])):
                before.write_row(line, 0, row)
        page = book.add_worksheet("表")
        for line, row in enumerate([*[["お店の表"]] * chance.choice((0, 0, 2)), titles, *rows]):
            for column, cell in enumerate(row):
                page.write_string(line, column, cell)
        page.activate()
        if shape == "hidden":
            before.hide()
    return file.getvalue()


def shapes(seed: int) -> Iterator[tuple[int, str, list[str], bytes, bytes]]:
    """Number, kind, titles, a plain file and the same in another shape."""
    chance = random.Random(seed)  # noqa: S311 (no secret)
    for number in range(SHAPES):
        kind = KINDS[number % len(KINDS)]
        fields, titles, rows = table(kind, chance)
        sound = "\n".join("\t".join(row) for row in (titles, *rows)).encode()
        if number % 5 == 0:
            yield number, kind, titles, sound, workbook(titles, rows, chance)
            continue
        quoting = chance.choice(("none", "none", "none", "needed", "all"))
        if chance.random() < 0.4:
            torn(fields, rows, chance)
        yield number, kind, titles, sound, text_file(titles, rows, chance, quoting=quoting)


def known(report: Report) -> dict[str, dict[str, Any]]:
    """What a file says of each record, texts that a line break may be in left out."""
    found = {key: one for key, one in records(report.content).items() if one}  # a SKU of which nothing is told
    return {key: {name: value for name, value in one.items() if name not in ("title", "condition_note")} for key, one in found.items()}


@pytest.mark.parametrize("seed", [8, 12])
def test_a_file_of_any_shape_says_what_the_plain_one_says_or_that_it_was_not_read(seed: int) -> None:
    for number, kind, titles, sound, data in shapes(seed):
        whole = any_report(Path("sound.txt"), sound)
        assert (whole.source.kind, whole.source.refused, len(known(whole))) == (kind, [], ROWS), number
        try:
            report = any_report(Path(f"{number}.txt"), data)
        except Fault as fault:
            pytest.fail(f"{number} {kind}: {fault.code} {fault.facts}")
        sound_records, found = known(whole), known(report)
        assert found.keys() <= sound_records.keys(), (number, kind, "a record that is none")
        assert all(found[key] == sound_records[key] for key in found), (number, kind, "half a record")
        missing = len(sound_records) - len(found)
        assert missing <= rows_lost(report.source.refused), (number, kind, "lost without a word")
        assert report.source.rows >= len(found) + rows_lost(report.source.refused), number
        unread = set(report.source.unread.columns)
        assert all((title in unread) != (column_of(kind, title) is not None) for title in titles), (number, unread)
        if report.kept is not report.data:
            again = known(any_report(Path("kept.txt"), report.kept))
            assert again == found, (number, kind, "read again from what an import keeps")
