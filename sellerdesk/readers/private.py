"""What of a file may be stored or said: the columns that we read, and no buyer's name, address, phone or e-mail beside them."""

import re
from codecs import BOM_UTF8 as BOM
from collections.abc import Iterable

from sellerdesk.domain.refusal import Refusal
from sellerdesk.readers.headers import PROTECTED, Header, is_protected
from sellerdesk.readers.lines import whole_lines
from sellerdesk.readers.sheet import Sheet
from sellerdesk.readers.table import EXACT, numbered

A_TEXT = re.compile(r"[^\x00-\x7f]|@", re.ASCII)
"""Japanese, or an e-mail address."""
A_WORD, A_BLANK = re.compile(r"[a-z]{4}", re.ASCII | re.IGNORECASE), re.compile(r"\s", re.ASCII)
PHONE_OR_POSTCODE = re.compile(r"\+?[\d\s()\-]{9,16}|〒?\d{3}-?\d{4}", re.ASCII)
A_DAY = re.compile(r"\d{4}-\d\d?-\d\d?", re.ASCII)
ORDER_ID = re.compile(r"[A-Z0-9]{1,4}-\d{1,9}-\d{1,9}", re.ASCII)
NO_CELL = re.compile(r"[\t\n\0]")
"""What a workbook's cell can hold, and a cell of the text that is kept cannot: with a zero byte it is no text."""
HIDDEN = "…"
BEYOND = "!"
"""A cell beyond the last column: a row that was refused is refused again when it is read from what was kept."""


def kept_source(sheet: Sheet, header: Header, refused: Iterable[int]) -> bytes:
    """The file with the columns that we read and no others, each row on its own line as before: what may be stored.

    Of a row that was refused (by its line) only the order id stays: a tab inside an address has moved its cells.
    """
    places = sorted(place for field, place in header.places.items() if field != "template")
    exact = {place: EXACT[field] for field, place in header.places.items() if field in EXACT}
    sheet = whole_lines(sheet, header)
    lines, left_out = [""] * len(sheet.lines), set(refused)
    titles = [NO_CELL.sub(" ", header.cells[place]) for place in places]
    if is_protected(header.cells) and not is_protected(titles):  # the title that told it is not kept
        titles[0] = PROTECTED + titles[0]
    lines[header.line - 1] = "\t".join(titles)
    numbers, rows, _torn = numbered(sheet, header)
    for number, row in zip(numbers, rows, strict=True):
        if any((number, place) in sheet.typed and not is_whole(row[place]) for place, is_whole in exact.items()):
            continue  # refused, for a number of a workbook has lost its zeros: as text it would be taken for whole
        kept = {header.places.get("order_id")} if number in left_out else set(places)
        if number in sheet.torn:  # a piece of an address may stand where the order id is
            kept = {place for place in kept if place is not None and place < len(row) and ORDER_ID.fullmatch(row[place].strip())}
        told = [NO_CELL.sub(" ", row[place]) if place in kept and place < len(row) else "" for place in places]
        lines[number - 1] = "\t".join([*told, *([BEYOND] if number in left_out else [])])
    begin = BOM if sheet.broken else b""  # with a byte that is no text in it, UTF-8 of few letters may be taken for cp932
    return begin + "\n".join(lines).encode("utf-8", "surrogateescape")


def without_buyers(refused: Iterable[Refusal]) -> list[Refusal]:
    """Refusals that show a cell only when it can be no buyer's; of a row with moved cells, they show none."""
    told = list(refused)
    moved = {one.line for one in told if one.expected == "as_many_cells"}
    return [one if one.line not in moved and is_harmless(one.value) else one._replace(value=HIDDEN) for one in told]


def is_harmless(text: str) -> bool:
    """Whether a text can be no buyer's address, telephone, e-mail or postal code, and no name in Japanese or of two words."""
    phone = PHONE_OR_POSTCODE.fullmatch(text.strip()) is not None and A_DAY.fullmatch(text.strip()) is None
    several_words = A_WORD.search(text) is not None and A_BLANK.search(text) is not None
    return A_TEXT.search(text) is None and not several_words and not phone
