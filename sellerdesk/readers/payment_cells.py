"""Cells of payment reports: yen with a sign in all ways that files have it, and moments in Japan time."""

import re

from sellerdesk.readers.addresses import is_town
from sellerdesk.readers.buyers import is_personal
from sellerdesk.readers.cells import LARGEST, BadCell, ForeignCell, count
from sellerdesk.readers.sheet import is_broken
from sellerdesk.readers.stamps import moment
from sellerdesk.readers.table import HIDDEN

SIGNS = str.maketrans(dict.fromkeys("−–—‐‑﹣－▲△", "-"))
"""What stands for a minus: typists and spreadsheets use the triangle of Japanese account books, too."""
SIGNED = re.compile(
    r"(?P<sign>[-+]?)[¥\\]?\s{0,3}(?P<sign2>-?)(?P<whole>\d{1,3}(?:,\d{3}){1,5}|\d{1,15})(?:\.(?P<part>\d{1,9}))?\s{0,3}(?:円|jpy)?",
    re.ASCII,
)
BRACKETED = re.compile(r"\((.{1,40})\)")
ORDER = re.compile(r"[A-Z0-9]{1,4}-\d{5,9}-\d{5,9}|[A-Z0-9][A-Za-z0-9_.\-]{0,39}", re.ASCII)
USUAL = re.compile(r"\d{3}-\d{7}-\d{7}", re.ASCII)
"""The number of an order as Amazon writes it: no telephone number of Japan has three, seven and seven digits."""
ENGLISH = re.compile(
    r"(?:(?P<d>\d{1,2})\s{1,3}(?P<m>[a-z]{3})[a-z]{0,6}\.?,?\s{1,3}|(?P<m2>[a-z]{3})[a-z]{0,6}\.?\s{1,3}(?P<d2>\d{1,2}),?\s{1,3})"
    r"(?P<y>\d{4}),?\s{0,3}(?P<rest>.{0,40})",
    re.IGNORECASE,
)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
FIXED = re.compile(r"\d{4}/\d\d/\d\d \d\d:\d\d:\d\d JST", re.ASCII)
LONGEST_TEXT = 300
NUMBER = re.compile(r"[-\d\s,./:]+", re.ASCII)


def signed_yen(text: str) -> int:
    """Whole yen of either sign: 1,234, -1234, −1,234, ▲1,234, (1,234), -28.00. Raises BadCell."""
    plain = text.translate(SIGNS).casefold()
    if bracketed := BRACKETED.fullmatch(plain):
        plain = f"-{bracketed[1]}"
    found = SIGNED.fullmatch(plain)
    if found is None or (found["part"] or "").strip("0"):
        raise BadCell("whole_yen")
    digits = found["whole"].replace(",", "")
    if len(digits) > len(str(LARGEST)):
        raise BadCell("whole_yen")
    return -int(digits) if "-" in found["sign"] + found["sign2"] else int(digits)


def japan_moment(text: str) -> str:
    """A moment in Japan time, "2026-07-03 12:34:56"; a day alone is its beginning. Raises BadCell."""
    if FIXED.fullmatch(text) is None or moment(text[:10]) is None:
        return slow_moment(text)
    return f"{text[:4]}-{text[5:7]}-{text[8:19]}"


def slow_moment(text: str) -> str:
    """A moment of any form. Raises BadCell."""
    if found := ENGLISH.fullmatch(text.strip()):
        month = (found["m"] or found["m2"]).casefold()
        if month not in MONTHS:
            raise BadCell("a_moment")
        text = f"{found['y']}-{MONTHS.index(month) + 1:02}-{int(found['d'] or found['d2']):02} {found['rest']}".strip()
    stamp = moment(text)
    if stamp is None:
        raise BadCell("a_moment")
    plain = str(stamp).replace("T", " ")
    return {10: f"{plain} 00:00:00", 16: f"{plain}:00"}.get(len(plain), plain)


def order_number(text: str) -> str:
    """The number of an order, of a shipment or of a removal; never what may be a buyer's. Raises BadCell."""
    if USUAL.fullmatch(text):
        return text
    if ORDER.fullmatch(text) is not None and any(map(str.isdigit, text)) and not is_personal(text):
        return text
    return kind_words(text) if text.isascii() and any(map(str.isdigit, text)) else misplaced()


def kind_words(text: str) -> str:
    """A kind of transaction as it is written. Raises BadCell for a number, and for what may be a buyer's."""
    if is_personal(text) or is_town(text) or NUMBER.fullmatch(text):
        misplaced()
    return own_words(text)


def misplaced() -> str:
    """Nothing: a cell stands in another column than its own. Raises BadCell."""
    raise BadCell("cells_in_place", "put_back_cells")


def own_words(text: str) -> str:
    """A description or a SKU as it is written, "…" for what may be a buyer's: its row has yen, and is kept. Raises BadCell."""
    if is_broken(text):
        raise BadCell("readable_text", "export_again")
    return HIDDEN if is_personal(text) or is_town(text) else " ".join(text.split())[:LONGEST_TEXT]


def pieces(text: str) -> int | None:
    """How many pieces; None for what is no count (-1, 1個), for the row has yen and is kept. Raises BadCell for what may be a buyer's."""
    try:
        return count(text)
    except BadCell:
        if is_personal(text) or is_town(text) or not any(map(str.isdigit, text)):
            raise
        return None


def settlement_number(text: str) -> str:
    """The number of a settlement, "…" for words: its row has yen, and is kept. Raises BadCell."""
    return own_words(text) if any(map(str.isdigit, text)) else HIDDEN


def currency(text: str) -> str:
    """The currency of Japan. Raises ForeignCell."""
    if text.casefold() not in ("jpy", "円", "yen"):
        raise ForeignCell
    return "JPY"
