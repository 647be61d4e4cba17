"""Damaged files of every kind, files that swell, and rows whose cells slid: each is read or refused in a sentence, at once, and small."""

import json
import sys
import time
import traceback
import zipfile
from pathlib import Path
from random import Random
from typing import Any

from breaking_kit import ROOT, Tally, fresh, going, program, run

BATCH_SECONDS = 20.0
"""A process reads damaged files for so long, then another begins: its memory is that of its largest file."""
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKED = "http://schemas.openxmlformats.org/package/2006/relationships"


def mutated_files(folder: Path, dice: Random, deadline: float) -> Tally:
    """Import files that swell, each by a process of its own, and read damaged ones by the thousand."""
    tally = Tally()
    for file in swelling(folder, dice):
        going(tally, deadline)
        tally.weigh(run(program(folder / "data", "import", file)), file.name)
    while going(tally, deadline):
        seconds = max(1.0, min(BATCH_SECONDS, deadline - time.monotonic()))
        command = [sys.executable, str(Path(__file__)), str(dice.randrange(2**31)), str(seconds)]
        said = run(command, after=seconds + 30)
        none = {"count": 0, "slowest": 0, "wrong": [f"{said.status} {said.err}"]}
        found: dict[str, Any] = json.loads(said.out) if said.status == 0 else none
        tally.tries += found["count"] - 1
        said.seconds, said.err = found["slowest"], ""
        tally.weigh(said, f"damaged files, {command[-2]}")
        for wrong in found["wrong"]:
            tally.fault("tracebacks", f"seed {command[-2]}: {wrong}")
    return tally


def read_all(seed: int, seconds: float) -> None:
    """Read damaged files for so many seconds, and tell how many, the slowest (seconds), and what was neither read nor refused."""
    from tests.mutants import mutants, read_any  # noqa: PLC0415 (the process that measures stays small)

    end, count, slowest, wrong = time.monotonic() + seconds, 0, 0.0, list[str]()
    for number, (name, data) in enumerate(mutants(10**9, seed)):
        begun = time.perf_counter()
        if time.monotonic() > end:
            break
        try:
            read_any(name, data)
        except Exception:  # noqa: BLE001 (whatever it is, it is what this looks for)
            wrong.append(f"{number} {name}: {traceback.format_exc()[-600:]}")
        count, slowest = number + 1, max(slowest, time.perf_counter() - begun)
    sys.stdout.write(json.dumps({"count": count, "slowest": slowest, "wrong": wrong[:9]}))


def swelling(folder: Path, dice: Random) -> list[Path]:
    """Files of a few kilobytes that would fill the machine, as large as chance has it."""
    letters = dice.choice(("XFD", "xfd", "XfD", "AAAA"))
    row = "<row>" + "<c><v>1</v></c>" * dice.randint(1_000, 16_000) + "</row>"
    shared = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(2, dice.randint(1_000, 60_000)))
    head = '<row r="1"><c r="A1" t="inlineStr"><is><t>seller-sku</t></is></c><c r="B1" t="inlineStr"><is><t>price</t></is></c></row>'
    return [
        workbook(folder / "corner.xlsx", [head, f'<row r="2"><c r="{letters}1048576"><v>1</v></c></row>']),
        workbook(folder / "shared.xlsx", [head, shared], f"<si><t>{'x' * dice.choice((32_000, 32_768, 1_000_000))}</t></si>"),
        workbook(folder / "no_references.xlsx", [head, *[row] * dice.randint(60, 600)]),
        workbook(folder / "repeated.xlsx", [head.replace('r="1"', ""), *[head.replace("seller-sku", "S")] * 100_000]),
        price_file(folder / "last_days.txt", dice),
    ]


def workbook(file: Path, rows: list[str], shared: str = "") -> Path:
    """A workbook of one sheet, as small as can be; its rows are packed one by one."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("[Content_Types].xml", "<Types/>")
        sheets = '<sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets>'
        book.writestr("xl/workbook.xml", f'<workbook xmlns="{MAIN}" xmlns:r="{LINKS}">{sheets}</workbook>')
        sheet = f'<Relationship Id="r1" Type="{LINKS}/worksheet" Target="worksheets/sheet1.xml"/>'
        strings = f'<Relationship Id="r2" Type="{LINKS}/sharedStrings" Target="sharedStrings.xml"/>' if shared else ""
        book.writestr("xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{PACKED}">{sheet}{strings}</Relationships>')
        if shared:
            book.writestr("xl/sharedStrings.xml", f'<sst xmlns="{MAIN}">{shared}</sst>')
        with book.open("xl/worksheets/sheet1.xml", "w") as part:
            part.write(f'<worksheet xmlns="{MAIN}"><sheetData>'.encode())
            part.writelines(row.encode() for row in rows)
            part.write(b"</sheetData></worksheet>")
    return file


def price_file(file: Path, dice: Random) -> Path:
    """A price file whose days are the first and the last that there are."""
    days = ("9999-12-31", "0001-01-01", "9999-12-31 23:59:59", "10000-01-01", "99991231", "2958465", "-1")
    head = "TemplateType=PriceInventory\tVersion=2018.0924\n商品管理番号\n"
    keys = "sku\tprice\tstandard-price-points\tsale-price\tsale-price-points\tsale-from-date\tsale-through-date\trestock-date\n"
    rows = (f"S{n}\t1000\t20\t900\t18\t{dice.choice(days)}\t{dice.choice(days)}\t{dice.choice(days)}\n" for n in range(2_000))
    file.write_text(head + keys + "".join(rows), encoding="cp932")
    return file


def shifted_buyers(folder: Path, dice: Random, deadline: float) -> Tally:
    """Read files with rows whose cells slid, and look for their buyers in the store, in what is written and in temporary files."""
    from breaking_buyers import found_in, shifted  # noqa: PLC0415 (it loads the readers)

    tally = Tally()
    while going(tally, deadline):
        data = fresh(folder / "nothing", folder / "tried")
        for file, command, planted in shifted(folder / "files", dice):
            said = run(program(data, *command, file, "--out", data / f"{file.stem}.out.txt"))
            tally.weigh(said, f"{command} {file.name}")
            for place in found_in(data, planted):
                tally.fault("lies", f"{command} {file.name}: a buyer in {place}")
    return tally


if __name__ == "__main__":
    sys.path[:0] = [str(ROOT)]
    read_all(int(sys.argv[1]), float(sys.argv[2]))
