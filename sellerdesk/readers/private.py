"""What of a file may be stored or said: the columns that we read, and no buyer's name, address, phone or e-mail beside them."""

import re
from codecs import BOM_UTF8 as BOM
from collections.abc import Callable, Iterable

from sellerdesk.domain.expressions import expression
from sellerdesk.domain.refusal import Refusal
from sellerdesk.readers.buyers import is_personal, without_address
from sellerdesk.readers.cells import NO_CELL
from sellerdesk.readers.headers import PAYMENTS, PROTECTED, TEMPLATE, TEMPLATES, WITH_BUYERS, Header, first_rows, is_protected, template_of
from sellerdesk.readers.lines import whole_lines
from sellerdesk.readers.sheet import Sheet
from sellerdesk.readers.table import CURRENCIES, EXACT, HIDDEN, MARKS_ONLY, numbered

PLAIN = expression(r"[\d\s/:.,+\-T¥円%=\"]*|\d{1,2}-[A-Z][a-z]{2}-\d{2,4}|\d\.?\d*E\+\d+|#[A-Z/0!?]{3,8}", re.ASCII)
"""Numbers, amounts, days, times and what a spreadsheet made of a number: what a refused cell may show of itself."""
PHONE_OR_POSTCODE = expression(r"\+?[\d\s()\-]{9,16}|\d{3}-?\d{4}", re.ASCII)
A_DAY = expression(r"\d{4}-\d\d?-\d\d?", re.ASCII)
ORDER_ID = expression(r"[A-Z0-9]{1,4}-\d{1,9}-\d{1,9}", re.ASCII)
OWN_ID = expression(r"[A-Za-z0-9#_\-]{1,40}", re.ASCII)
"""An order's id of any shop system, which has a digit somewhere: a name in Latin letters has none."""
MOVED = ("as_many_cells", "cells_in_place")
"""What is expected of a row whose cells have moved: any of them may hold a buyer's data."""
BEYOND = "!"
"""A cell beyond the last column: a row that was refused is refused again when it is read from what was kept."""


def kept_source(sheet: Sheet, header: Header, refused: Iterable[Refusal], kept_cell: Callable[[str, str], str] = without_address) -> bytes:
    """The file with the columns that we read and no others, each row on its own line as before: what may be stored.

    Of a row that was refused only the order id stays: a tab inside an address has moved its cells; of a cell that was, nothing that may
    be a buyer's. `kept_cell` gives what may stay of a cell of a field.
    """
    listed = list(refused)
    hidden = {(refusal.line, refusal.column) for refusal in listed if refusal.kept and refusal.value == HIDDEN}
    fields = {place: field for field, place in header.places.items()}
    places = sorted(place for field, place in header.places.items() if field != "template" or header.kind not in WITH_BUYERS)
    unkept = {header.places[field] for field in MARKS_ONLY if field in header.places}
    exact = {place: EXACT[field] for field, place in header.places.items() if field in EXACT}
    sheet = whole_lines(sheet, header)
    lines, left_out = [""] * len(sheet.lines), {refusal.line for refusal in listed if not refusal.kept}
    titles = [NO_CELL.sub(" ", header.cells[place]) for place in places]
    if is_protected(header.cells) and not is_protected(titles):  # the title that told it is not kept
        titles[0] = PROTECTED + titles[0]
    lines[header.line - 1] = "\t".join(titles)
    if header.line > 1 and (template := template_of(first_rows(sheet, 1))) in TEMPLATES:  # by which the header is found
        lines[0] = TEMPLATE + template
    numbers, rows, _torn = numbered(sheet, header)
    for number, row in zip(numbers, rows, strict=True):
        if any((number, place) in sheet.typed and not is_whole(row[place]) for place, is_whole in exact.items()):
            continue  # refused, for a number of a workbook has lost its zeros: as text it would be taken for whole
        kept = {header.places.get("order_id")} if number in left_out else set(places)
        if number in left_out:  # a piece of an address may stand where the order id is
            shape = ORDER_ID if number in sheet.torn else OWN_ID
            kept = {place for place in kept if place is not None and place < len(row) and is_id(row[place].strip(), shape)}
        stays = {place for place in places if place in kept - unkept and place < len(row)}
        kept_cells = [NO_CELL.sub(" ", kept_cell(fields[place], row[place])) if place in stays else "" for place in places]
        for at, place in enumerate(places) if hidden else ():
            if (number, header.names.get(fields[place])) in hidden:
                kept_cells[at] = HIDDEN
        lines[number - 1] = "\t".join([*kept_cells, *([BEYOND] if number in left_out else [])])
    begin = BOM if sheet.broken else b""  # with a byte that is no text in it, UTF-8 of few letters may be taken for cp932
    end = "\n" if header.kind in PAYMENTS else ""  # a last row without an end would be taken for one that was cut
    return begin + ("\n".join(lines) + end).encode("utf-8", "surrogateescape")


def is_id(text: str, shape: re.Pattern[str]) -> bool:
    """Whether a text is an order's id of a shape, and no telephone number or postal code."""
    return shape.fullmatch(text) is not None and any(map(str.isdigit, text)) and not is_personal(text)


def without_buyers(refused: Iterable[Refusal]) -> list[Refusal]:
    """Refusals that show a cell only when it can be no buyer's; of a row with moved cells, they show none."""
    listed = list(refused)
    moved = {refusal.line for refusal in listed if refusal.expected in MOVED}
    return [
        refusal if refusal.line not in moved and is_harmless(refusal.value) else refusal._replace(value=HIDDEN if refusal.value else "")
        for refusal in listed
    ]


def is_harmless(text: str) -> bool:
    """Whether a text can be no buyer's: a number, an amount, a day or time, or the currency of another country; no telephone number."""
    plain = text.strip()
    phone = PHONE_OR_POSTCODE.fullmatch(plain) is not None and A_DAY.fullmatch(plain) is None
    return plain.upper() in CURRENCIES or (PLAIN.fullmatch(plain) is not None and not phone)
