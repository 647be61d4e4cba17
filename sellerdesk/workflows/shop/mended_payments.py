"""Refused rows of payment reports: written out as they stand, mended by the owner, and put back into the import that lacks them."""

from collections.abc import Iterator, Mapping, Sequence

from sellerdesk.domain.expressions import expression
from sellerdesk.domain.imported import Import
from sellerdesk.domain.payment import COLUMNS
from sellerdesk.domain.refusal import Refusal
from sellerdesk.readers.addresses import is_town
from sellerdesk.readers.buyers import is_personal
from sellerdesk.readers.cells import BadCell
from sellerdesk.readers.headers import Header
from sellerdesk.readers.payment_cells import is_moment, signed_yen
from sellerdesk.readers.payment_countries import FOREIGN
from sellerdesk.readers.payment_lines import CUT, find, rows_of
from sellerdesk.readers.private import is_harmless
from sellerdesk.readers.rewriting import BREAKS, numbered_rows
from sellerdesk.readers.sheet import Sheet
from sellerdesk.readers.table import HIDDEN
from sellerdesk.store import imports
from sellerdesk.store.connection import Database

FIGURES = frozenset((*COLUMNS, "settlement", "quantity", "at", "posted", "released", "amount", "total", "printed_total"))
"""Fields of numbers and moments; in every other one the shop's own words may stand."""
MOST_LETTERS = 2
"""Of a slip of the finger."""
NUMBERED = expression(r"'?(\d+):")
"""How the reason begins, which is the last cell of a row that was refused: with the line of the row."""
NOT_TO_MEND = (CUT.expected, FOREIGN)
"""What was expected of rows that nobody can mend: the one in which a file ends, and those of another country."""


def rows_by_line(data: bytes) -> tuple[Header, dict[int, list[str]]] | None:
    """The header of a payment report and its rows by line; None for every other file, and for a workbook."""
    found = find(data)
    return None if found is None else (found[0], dict(rows_of(data, *found)))


def shown(cell: str) -> str:
    """A cell as it may be written out: all that is read of these reports is the shop's own, but for what may be a buyer's."""
    return HIDDEN if is_personal(cell) or is_town(cell) else cell


def without_names(header: Header, place: int, cell: str) -> str:
    """A cell of a column as it may be written out; what stands in place of a number, a day or an amount may be a buyer's name."""
    field = next(name for name, at in header.places.items() if at == place)
    if field not in FIGURES or is_harmless(cell) or is_moment(cell) or is_yen(cell) or is_slip(cell):
        return shown(cell)
    return HIDDEN if cell else ""


def is_slip(cell: str) -> bool:
    """Whether a cell is a number with a letter or two too many: so few are no name."""
    letters = sum(map(str.isalpha, cell))
    return letters <= MOST_LETTERS and any(map(str.isdigit, cell))


def is_yen(cell: str) -> bool:
    """Whether a cell is an amount in any way that reports write them."""
    try:
        signed_yen(cell)
    except BadCell:
        return False
    return True


def put_back(db: Database, before: Import, sheet: Sheet, header: Header) -> tuple[bytes, Sequence[Refusal]]:
    """What an import keeps with mended rows in their lines, and the refusals that stay: rows that were left out of the mended file."""
    kept = imports.source(db, before.number)
    found = find(kept)
    if found is None:  # an import that keeps no row keeps its header
        raise AssertionError(before.file)
    whole, encoding = found
    lines = kept.decode(encoding, "surrogateescape").split("\n")
    mended = {line: joined(cells, whole) for line, cells in mended_rows(sheet, header)}
    lines += [""] * (max(mended, default=0) - len(lines))
    for line, text in mended.items():
        lines[line - 1] = text
    stay = [refusal for refusal in imports.get_refusals(db, before.number) if refusal.line not in mended or refusal.expected in NOT_TO_MEND]
    return "\n".join(lines).encode("utf-8", "surrogateescape"), stay


def joined(cells: Mapping[str, str], header: Header) -> str:
    """Cells by field as a line under a header."""
    row = [""] * header.width
    for field, place in header.places.items():
        row[place] = BREAKS.sub(" ", cells.get(field, ""))
    return "\t".join(row)


def mended_rows(sheet: Sheet, header: Header) -> Iterator[tuple[int, dict[str, str]]]:
    """The lines that rows of a mended file belong to, with their cells by field."""
    marked = header.cells[0].startswith("'")
    for line, row in numbered_rows(sheet):
        found = NUMBERED.match(row[-1].strip()) if line > header.line and row else None
        if found is not None:
            cells = {field: row[place] for field, place in header.places.items() if place < len(row)}
            yield int(found[1]), {field: cell.removeprefix("'") if marked else cell for field, cell in cells.items()}
