"""Cells of payment reports: yen with a sign in all ways that files have it, and moments in Japan time."""

import re
from functools import cache
from typing import Any

import rtoml

from sellerdesk import assets
from sellerdesk.domain.damage import E_NOTATION, looks_damaged
from sellerdesk.domain.expressions import expression
from sellerdesk.readers.addresses import has_house, is_bare_postcode, is_town
from sellerdesk.readers.buyers import is_personal
from sellerdesk.readers.cells import LARGEST, NO_CELL, BadCell, ForeignCell, count, folded_width, is_parted
from sellerdesk.readers.own_skus import OWN_SKUS
from sellerdesk.readers.sheet import is_broken
from sellerdesk.readers.stamps import moment
from sellerdesk.readers.table import HIDDEN
from sellerdesk.readers.titles import fold

SIGNS = str.maketrans(dict.fromkeys("−–—‐‑﹣－▲△", "-"))
"""What stands for a minus: typists and spreadsheets use the triangle of Japanese account books, too."""
SIGNED = expression(
    r"(?:jpy\s{0,3})?(?P<sign>[-+]?)[¥\\]?\s{0,3}(?P<sign2>-?)(?P<whole>\d{1,3}(?:,\d{3}){1,5}|\d{1,15})(?:\.(?P<part>\d{1,9}))?\s{0,3}(?:円|jpy)?",
    re.ASCII,
)
PLAIN = expression(r"-?(?:\d{1,3}(?:,\d{3}){1,2}|\d{1,9})", re.ASCII)
"""What nearly every amount of a report is: a fifth of the time of the forms that typists and spreadsheets make of it."""
BRACKETED = expression(r"\((.{1,40})\)")
BEHIND = expression(r"([^-]{1,40}?)\s{0,3}-")
"""An amount with its minus behind it, as some account programs write it."""
ORDER = expression(r"[A-Z0-9]{1,4}-\d{5,9}-\d{5,9}|[A-Z0-9][A-Za-z0-9_.\-]{0,39}", re.ASCII)
USUAL = expression(r"\d{3}-\d{7}-\d{7}", re.ASCII)
"""The number of an order as Amazon writes it: no telephone number of Japan has three, seven and seven digits."""
ENGLISH = expression(
    r"(?:(?P<d>\d{1,2})[\s-]{1,3}(?P<m>[a-z]{3})[a-z]{0,6}\.?,?[\s-]{1,3}|(?P<m2>[a-z]{3})[a-z]{0,6}\.?\s{1,3}(?P<d2>\d{1,2}),?\s{1,3})"
    r"(?P<y>\d{4}|\d{2}(?!\d)),?\s{0,3}(?P<rest>.{0,40})",
    re.IGNORECASE,
)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
ZONES = {"日本標準時": "jst", "pdt": "-07:00", "pst": "-08:00", "太平洋夏時間": "-07:00", "太平洋標準時": "-08:00"}
"""Names of zones as reports write them, in the form that the parser of moments takes."""
JAPANS = ZONES["日本標準時"]
ZONE = expression(rf"(?<=[\dm.])\s*\(?({'|'.join(ZONES)})\)?$", re.IGNORECASE)
A_MOMENT = expression(
    rf"(?:[\d\s/:.,+\-()年月日時分秒午前後令和]|{'|'.join([*MONTHS, *ZONES])}|jst|utc|gmt|am|pm|[tz](?=\d|$))+", re.ASCII | re.IGNORECASE
)
ABROAD = expression(r"amazon\.(?!co\.jp\b)[a-z]{2,3}(?:\.[a-z]{2})?\b|\b(?:si|non-amazon)\s(?!jp\b)[a-z]{2}\b", re.IGNORECASE)
"""A marketplace of another country: amazon.com, Amazon.co.uk, "SI US Prod Marketplace"; shops with orders of their own have "SI JP"."""
FIXED = expression(r"\d{4}/\d\d/\d\d \d\d:\d\d:\d\d JST", re.ASCII)
DOTTED = expression(r"(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4})\b(?P<rest>.{0,40})", re.ASCII | re.DOTALL)
"""A day as half of Europe writes it, 17.07.2026: a full stop never stands between a month and a day that follows it."""
GAP = expression(r"(?<=\d)[\s\u00a0\u202f\u2009](?=\d{3}(?!\d))")
"""A blank that parts thousands, as spreadsheets of some languages write them."""
WRAPPED = expression(r'="([^"]+)"')
LONGEST_TEXT = 300
MOST_PIECES = 1_000_000
"""Pieces from which on a cell is no count: seven digits may be a postal code."""
NUMBER = expression(r"[-\d\s,./:]+", re.ASCII)


def signed_yen(text: str) -> int:
    """Whole yen of either sign: 1,234, -1234, −1,234, ▲1,234, (1,234), 1,234-, -28.00; a dash alone is 0. Raises BadCell."""
    if PLAIN.fullmatch(text):
        return int(text.replace(",", ""))
    plain = GAP.sub(",", text.removeprefix("'").translate(SIGNS).casefold())
    if plain == "-":
        return 0
    if bracketed := BRACKETED.fullmatch(plain) or BEHIND.fullmatch(plain):
        plain = f"-{bracketed[1]}"
    found = SIGNED.fullmatch(plain)
    if found is None or (found["part"] or "").strip("0") or is_parted(found):
        raise BadCell("whole_yen")
    digits = found["whole"].replace(",", "")
    if len(digits) > len(str(LARGEST)):
        raise BadCell("whole_yen")
    return -int(digits) if "-" in found["sign"] + found["sign2"] else int(digits)


def japan_moment(text: str) -> str:
    """A moment in Japan time, "2026-07-03 12:34:56", without seconds where none are written; a day alone is its beginning.

    Raises BadCell.
    """
    if FIXED.fullmatch(text) is None or moment(text[:10]) is None:
        return slow_moment(text)
    return f"{text[:4]}-{text[5:7]}-{text[8:19]}"


def slow_moment(text: str) -> str:
    """A moment of any form. Raises BadCell."""
    text = ZONE.sub(lambda found: f" {ZONES[found[1].casefold()]}", folded_width(text).strip())
    if found := ENGLISH.fullmatch(text):
        month = (found["m"] or found["m2"]).casefold()
        if month not in MONTHS:
            raise BadCell("a_moment")
        year = found["y"] if len(found["y"]) > 2 else f"20{found['y']}"  # noqa: PLR2004 (as a spreadsheet shortens it)
        text = f"{year}-{MONTHS.index(month) + 1:02}-{int(found['d'] or found['d2']):02} {found['rest']}".strip()
    if found := DOTTED.fullmatch(text):
        text = f"{found['y']}-{int(found['m']):02}-{int(found['d']):02}{found['rest']}"
    stamp = moment(text)
    if stamp is None:
        raise BadCell("a_moment")
    plain = str(stamp).replace("T", " ")
    return plain if " " in plain else f"{plain} 00:00:00"


def is_pacific(text: str) -> bool:
    """Whether a moment is written in the time of the American west coast, as in reports of other countries' stores."""
    found = ZONE.search(folded_width(text).strip())
    return found is not None and ZONES[found[1].casefold()] != JAPANS


def is_moment(text: str) -> bool:
    """Whether a text has only what days and times are written with, and can be no telephone number or postal code."""
    plain = folded_width(text).strip()
    return A_MOMENT.fullmatch(plain) is not None and not is_personal(plain)


def marketplace(text: str) -> str:
    """A marketplace of Japan, or of the shop's own. Raises ForeignCell for another country's."""
    if ABROAD.search(text):
        raise ForeignCell
    return text


def order_number(text: str) -> str:
    """The number of an order, of a shipment or of a removal; never what may be a buyer's. Raises BadCell.

    What a spreadsheet made of one (2.50E+16) is kept as it stands: its row has yen, and counts without an order.
    """
    text = unwrapped(text)
    if USUAL.fullmatch(text) or looks_damaged(text):
        return text
    if is_bare_postcode(text):
        misplaced()
    text = " ".join(NO_CELL.sub(" ", text).split())  # as it will be kept
    if ORDER.fullmatch(text) is not None and any(map(str.isdigit, text)) and not is_personal(text):
        return text
    return kind_words(text) if text.isascii() and any(map(str.isdigit, text)) else misplaced()


def kind_words(text: str) -> str:
    """A kind of transaction as it is written, "…" for one with a house's number. Raises BadCell for a number and what may be a buyer's."""
    if is_personal(text) or is_town(text) or NUMBER.fullmatch(text):
        misplaced()
    return listed_words(text)


def listed_words(text: str) -> str:
    """Words of Amazon's own, "…" for what may be a buyer's: no kind of amount has the number of a house. Raises BadCell."""
    return own_words(text) if not has_house(text) or is_broken(text) else HIDDEN


def described(text: str) -> str:
    """The title of what was sold or what a row is for, "…" for what may be a buyer's, a bare postal code too. Raises BadCell."""
    return HIDDEN if is_bare_postcode(text) else own_words(text)


def misplaced() -> str:
    """Nothing: a cell stands in another column than its own. Raises BadCell."""
    raise BadCell("cells_in_place", "put_back_cells")


def own_words(text: str) -> str:
    """A description or a SKU as it is written, "…" for what may be a buyer's: its row has yen, and is kept. Raises BadCell."""
    if is_broken(text):
        raise BadCell("readable_text", "export_again")
    return HIDDEN if is_personal(text) or is_town(text) else " ".join(text.split())[:LONGEST_TEXT]


def own_sku(text: str) -> str:
    """A SKU as it is written, "…" for what may be a buyer's and stands in no listings of the shop. Raises BadCell."""
    text = unwrapped(text)
    words = own_words(text)
    return text if words == HIDDEN and text in OWN_SKUS.get()() else words


def unwrapped(text: str) -> str:
    """A text without the formula (="00123") by which a spreadsheet is told not to make a number of it."""
    found = WRAPPED.fullmatch(text) if text.startswith("=") else None
    return found[1] if found else text


def pieces(text: str) -> int | None:
    """How many pieces; None for what is no count (-1, 1個), for the row has yen and is kept. Raises BadCell for what may be a buyer's."""
    try:
        return found if (found := count(text)) < MOST_PIECES else None
    except BadCell:
        if is_personal(text) or is_town(text) or not any(map(str.isdigit, text)):
            raise
        return None


AS_AMOUNT = expression(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.0+)?|[0-9]+\.0+")


def settlement_number(text: str) -> str:
    """The number of a settlement, "…" for words: its row has yen, and is kept. Raises BadCell for what a spreadsheet made of one.

    What a spreadsheet wrote as an amount (11,111,000,001 or 11111000001.0) is the number all the same.
    """
    if E_NOTATION.fullmatch(text):
        raise BadCell("undamaged", "export_again")
    if AS_AMOUNT.fullmatch(text):
        return text.partition(".")[0].replace(",", "")
    return described(text) if any(map(str.isdigit, text)) else HIDDEN


@cache
def values(group: str) -> dict[str, Any]:
    """The words of a column of a few words, folded, each with what it means."""
    listed = rtoml.loads(assets.text("headers/values/payments.toml"))[group]
    return {fold(word): meaning for meaning, words in listed.items() for word in words}


def unshifted(text: str) -> str:
    """A word that stands behind amounts; a number there is one of them, in a row whose cells are shifted. Raises BadCell."""
    if any(map(str.isdigit, text)) and not any(map(str.isalpha, text)):
        raise BadCell("as_many_cells", "export_again")
    return text


def state(text: str) -> str:
    """Whether Amazon has paid a row: "deferred" or "released", "unknown" for a word that is not listed and begins like none.

    Raises BadCell for a number.
    """
    word = fold(unshifted(text))
    if (known := values("state").get(word)) is not None:
        return str(known)
    is_deferred = word.startswith(tuple(values("state_begins"))) and not word.endswith(tuple(values("state_paid")))
    return "deferred" if is_deferred else "unknown"


def fulfilled(text: str) -> str:
    """Who sent the parcel: "amazon" or "seller", "" for a word that is not listed. Raises BadCell for a number."""
    return str(values("fulfilled").get(fold(unshifted(text)), ""))


def currency(text: str) -> str:
    """The currency of Japan. Raises ForeignCell."""
    if text.casefold() not in ("jpy", "円", "yen"):
        raise ForeignCell
    return "JPY"
