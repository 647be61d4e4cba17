"""What of a file may be stored: the columns that we read, and no buyer's name, address, phone or e-mail beside them."""

import re

from sellerdesk.readers.headers import Header
from sellerdesk.readers.sheet import Sheet
from sellerdesk.readers.table import EXACT, numbered


def kept_source(sheet: Sheet, header: Header) -> bytes:
    """The file with the columns that we read and no others, each row on its own line as before: what may be stored."""
    places = sorted(place for field, place in header.places.items() if field != "template")
    exact = {place: EXACT[field] for field, place in header.places.items() if field in EXACT}
    lines = [""] * len(sheet.lines)
    lines[header.line - 1] = "\t".join(header.cells[place] for place in places)
    numbers, rows, _torn = numbered(sheet, header)
    for number, row in zip(numbers, rows, strict=True):
        if any((number, place) in sheet.typed and not is_whole(row[place]) for place, is_whole in exact.items()):
            continue  # refused, for a number of a workbook has lost its zeros: as text it would be taken for whole
        lines[number - 1] = "\t".join(re.sub(r"[\t\n]", " ", row[place]) if place < len(row) else "" for place in places)
    return "\n".join(lines).encode("utf-8", "surrogateescape")
