"""Files that other programs read: PDFs, tables for spreadsheets, the price file, screens that do not answer."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from check_real_kit import ROOT, Check, fresh, needed, program, run

if TYPE_CHECKING:
    from pathlib import Path

DAY = ("--as-of", "2020-08-03")
DEMO = ROOT / "resources/demo"
TAB, CELLS = b"\t", 19
RADICALS = ((0x2E80, 0x2FE0), (0xF900, 0xFB00), (0x2F800, 0x2FA20))
"""Letters that no Japanese text means: they share a glyph with ordinary ones."""


def demo_shop(folder: Path) -> list[str | Path]:
    """What names a shop with the demo's listings and facts."""
    shop: list[str | Path] = ["--data", folder / "data", "--lang", "ja"]
    program(*shop, "import", DEMO / "listings.txt")
    program(*shop, "facts", "import", DEMO / "facts.csv")
    return shop


def pdfs(folder: Path) -> list[Path]:
    """The account report and the findings of the demo shop as PDFs."""
    shop, report, findings = demo_shop(folder), folder / "report.pdf", folder / "findings.pdf"
    program(*shop, "export", "account-report", *DAY, "--out", report)
    program(*shop, "export", "findings", "--all", *DAY, "--out", findings)
    return [report, findings]


def pdf_sound() -> list[str]:
    """`qpdf --check` finds nothing, and pdfinfo title, producer and day."""
    qpdf, pdfinfo = needed("qpdf", "pdfinfo")
    faults = []
    for file in pdfs(fresh("pdf")):
        checked = run([qpdf, "--check", file])
        faults += [f"{file.name}: {checked.stderr.strip()}"] if checked.returncode or checked.stderr else []
        named = dict(line.partition(":")[::2] for line in run([pdfinfo, file]).stdout.splitlines())
        faults += [f"{file.name}: no {name}" for name in ("Title", "Producer", "CreationDate") if not named.get(name, "").strip()]
    return faults


def pdf_searchable() -> list[str]:
    """Pdftotext finds every word as it was meant."""
    (pdftotext,) = needed("pdftotext")
    faults = []
    for file in pdfs(fresh("pdf")):
        text = run([pdftotext, file, "-"]).stdout
        wrong = sorted({letter for letter in text if any(first <= ord(letter) < end for first, end in RADICALS)})
        faults += [f"{file.name}: {' '.join(wrong)}"] if wrong else [] if "ポイント" in text else [f"{file.name}: no text"]
    return faults


def cp932_table() -> list[str]:
    """A CSV in cp932 keeps its verdicts, and no sentence has a mark before it."""
    folder = fresh("table")
    file = folder / "findings.csv"
    program(*demo_shop(folder), "export", "findings", "--all", *DAY, "--encoding", "cp932", "--out", file)
    _head, *rows = csv.reader(io.StringIO(file.read_text("cp932")))
    return [f"row {number}: {row}" for number, row in enumerate(rows, start=2) if "〓" in row[0] or row[4].startswith("'")]


def spreadsheet() -> list[str]:
    """LibreOffice reads a table and gives back what was in it."""
    (office,) = needed("soffice")
    folder = fresh("office")
    first, again = folder / "offers.csv", folder / "again/offers.csv"
    program(*demo_shop(folder), "export", "offers", "--out", folder / "offers.xlsx")
    program(*demo_shop(folder), "export", "offers", "--out", first)
    home = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    convert = [office, home, "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76", "--outdir", str(again.parent)]
    run([*convert, str(folder / "offers.xlsx")])
    if not again.exists():
        return ["LibreOffice wrote nothing"]
    ours, theirs = (list(csv.reader(io.StringIO(file.read_text("utf-8-sig")))) for file in (first, again))
    plain = [[cell.removeprefix("'") for cell in row] for row in ours]
    shown = [
        [cell.replace(",", "") if before.isdecimal() else cell for before, cell in zip(row, there, strict=False)]
        for row, there in zip(plain, theirs, strict=False)
    ]
    return [f"{row} became {there}" for row, there in zip(plain, shown, strict=False) if row != there] + (
        [] if len(plain) == len(theirs) else ["rows are lost"]
    )


def price_file() -> list[str]:
    """The header lines are Amazon's own, byte for byte, where its template is at hand; 19 cells in every line anyway."""
    folder = fresh("price")
    file, template = folder / "prices.txt", ROOT.parent / "shared/samples/price_inventory_template.jp.txt"
    program("fix", DEMO / "listings.txt", "--form", "price-file", *DAY, "--out", file)
    lines = file.read_bytes().splitlines(keepends=True)
    faults = [f"line {number} has {line.count(TAB) + 1} cells" for number, line in enumerate(lines, 1) if line.count(TAB) != CELLS - 1]
    if template.exists() and b"".join(lines[:3]) != template.read_bytes():
        faults.append("the header differs from Amazon's template")
    return faults


def screens() -> list[str]:
    """No screen is said and ends with 0; one that does not answer, or a library that lacks, is named with 2; nothing aborts."""
    faults = []
    for names, status in (({}, 0), ({"DISPLAY": ":987"}, 2), ({"WAYLAND_DISPLAY": "wayland-987", "XDG_RUNTIME_DIR": "/nowhere"}, 2)):
        done = program(**names)
        named = "screen" in done.stderr or (names and "apt-get install" in done.stderr)
        both = any("ア" <= letter <= "ン" for letter in done.stderr) and named
        if done.returncode != status or not both:
            faults.append(f"{names or 'no screen'}: {done.returncode} {done.stderr.strip()[-200:]}")
    return faults


CHECKS = (
    Check("screens: none, and one that does not answer", screens),
    Check("PDF: sound, with title, producer and day", pdf_sound),
    Check("PDF: every word is found", pdf_searchable),
    Check("CSV in cp932", cp932_table),
    Check("LibreOffice reads what was written", spreadsheet),
    Check("price file: Amazon's header", price_file),
)
