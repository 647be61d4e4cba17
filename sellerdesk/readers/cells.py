"""One cell's text as a value: whole yen, counts, dates, answers. What it is not is said, never guessed."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from functools import cache
from math import ceil
from typing import Any, Generic, TypeVar

import rtoml

from sellerdesk import assets
from sellerdesk.domain.damage import DAMAGE, E_NOTATION
from sellerdesk.domain.days import is_ours
from sellerdesk.domain.expressions import expression
from sellerdesk.domain.facts import NoDate
from sellerdesk.domain.folding import folded
from sellerdesk.domain.japan import JAPAN
from sellerdesk.domain.money import PER_CENT
from sellerdesk.readers.calendar_text import spelled_out

YEN = ("jpy", "円", "yen", "¥")

T = TypeVar("T")

LARGEST = 999_999_999
"""Yen or pieces; more is a mistyped cell, and SQLite's integers end at 2**63."""
MOST_DIGITS = len(str(LARGEST))
NUMBER = expression(r"(?P<sign>-?)(?P<whole>\d{1,3}(?:,\d{3})+|\d+)(?:\.(?P<part>\d+))?", re.ASCII)
MONEY = rf"[¥\\]?\s*{NUMBER.pattern}\s*(?P<unit>jpy|円|yen)?"
FOREIGN_MONEY = r"[$€£]|\b(usd|eur|gbp|cad|aud|cny|rmb|sgd|inr|mxn)\b"
"""Compiled with the first price that is more than digits, as few reports have one: it takes every other command 0.7 ms."""
DAY = expression(r"(?P<y>\d{4})(?:[-/.年](?P<m>\d{1,2})[-/.月](?P<d>\d{1,2})日?|(?P<m2>\d{2})(?P<d2>\d{2}))(?P<time>[ t]\d.*)?")
MEASURE = expression(r"(?P<number>(?:\d{1,3}(?:,\d{3})+|\d{1,7})(?:\.\d{1,3})?)\s*(?P<unit>[^\d\s.,]*)", re.ASCII)
SIDES = expression(r"\s*[x×*✕]\s*".join([r"(\d{1,4}(?:\.\d{1,3})?)"] * 3) + r"\s*(?P<unit>[^\d\s.,x×*✕]*)")
"""A size by its three sides: 30x20x10, 30 × 20 × 10 cm."""
WEIGHTS = {"g": 1, "グラム": 1, "kg": 1000, "キロ": 1000, "キログラム": 1000}
"""Units of a weight, in grams."""
SIZES: Mapping[str, int | Fraction] = {
    "cm": 1,
    "センチ": 1,
    "センチメートル": 1,
    "サイズ": 1,
    "size": 1,
    "mm": Fraction(1, 10),
    "ミリ": Fraction(1, 10),
}
"""Units of a size (three sides added up), in cm; サイズ is what carriers call the size class."""
INVISIBLE = expression("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]+")
"""Characters that a copy from a web page or a spreadsheet brings along and nobody sees."""
NO_CELL = expression(r"[\t\n\0]")
"""What a workbook's cell can hold, and a cell of the text that is kept cannot: with a zero byte it is no text."""


class Bad:
    """A cell that is not what its column takes: the keys of the words for what was expected and how to mend it."""

    def __init__(self, expected: str, fix: str = "retype", own: "Bad | None" = None) -> None:
        """By the keys of the words; `own` is what is said of it in a sheet of the owner's own, which nobody can download again."""
        self.expected, self.fix, self.own = expected, fix, own

    def in_own_sheet(self) -> "Bad":
        """The same for a sheet of the owner's own."""
        if self.fix != "export_again":
            return self
        if self.own is not None and self.own.expected in ("a_day", "a_moment"):
            return self.own  # 12月1日 in a column of days lacks its year, and nothing else is wrong with it
        return Bad(self.expected, "text_cell" if self.expected == "undamaged" else "retype")


class BadCell(ValueError):  # noqa: N818 (a cell at fault, as Fault is)
    """Raised by a parser; its arguments are those of Bad."""


class Foreign(Bad):
    """A cell of another country's marketplace: its row is refused, and the file when most rows have one (S-38)."""

    def __init__(self) -> None:
        """What is expected in its place."""
        super().__init__("of_japan", "japanese_report")


class ForeignCell(BadCell):
    """Raised by a parser for what only another country's file holds."""


class Decoder(dict[str | None, T | Bad | None], Generic[T]):
    """A column's parser that looks at every distinct text once (a `None` cell, cut off its row, is not known).

    100,000 rows hold some thousand distinct prices and five statuses, and a dict hit costs a tenth of a parse.
    """

    def __init__(self, parse: Callable[[str], T | None], *, blank: T | Bad | None = None, least: int | None = None) -> None:
        """`blank` is what an empty cell says; with a `least`, digits alone from that number on are their number to the parser."""
        super().__init__({None: None, "": blank})
        self.parse, self.blank, self.least = parse, blank, least

    def look_at_once(self, column: Iterable[str | None]) -> None:
        """Know the numbers of a column of which every new text is digits: of 30,000 prices a fifth of the time of parsing each."""
        texts: list[Any] = [*set(column) - self.keys()]
        text = "".join(texts)
        if not (text.isascii() and text.isdigit()) or max(map(len, texts)) > MOST_DIGITS:
            return
        numbers = [*map(int, texts)]
        if min(numbers) >= (self.least or 0):
            self.update(zip(texts, numbers, strict=True))  # type: ignore[arg-type]  # the parser is one of numbers

    def __missing__(self, cell: str) -> T | Bad | None:
        """Parse a text seen for the first time."""
        text = folded_width(cell).strip()
        try:
            value = self.parse(text) if text else self.blank
        except ForeignCell:
            value = Foreign()
        except BadCell as error:
            value = Bad(*error.args)
            if DAMAGE.search(text) or E_NOTATION.fullmatch(text):
                value = Bad("undamaged", "export_again", own=value)
        self[cell] = value
        return value


def folded_width(cell: str) -> str:
    """Full width as half width, without invisible characters; ² and ½ stay what they are, so that no number is made of them."""
    if cell.isascii():
        return cell
    cell = INVISIBLE.sub("", cell)
    return cell if any(unicodedata.category(character) == "No" for character in cell) else unicodedata.normalize("NFKC", cell)


def yen(text: str) -> int:
    """Whole yen above 0: 1299, 1,299 JPY, ¥1,299, 1299.0. Raises BadCell, for another country's money a ForeignCell."""
    if (plain := digits(text)) > 0:
        return plain
    if re.search(FOREIGN_MONEY, text.casefold()):
        raise ForeignCell
    found = re.fullmatch(MONEY, text.casefold(), re.ASCII)
    value = whole_yen(found)
    if value is None:
        raise BadCell("smaller_number" if is_too_large(found) else "whole_yen")
    if value <= 0:
        raise BadCell("yen_above_zero")
    return value


def digits(text: str) -> int:
    """The number of a text that is digits and nothing else, as nearly all are (a fifth of an expression's time); else -1."""
    return int(text) if text.isdigit() and text.isascii() and len(text) <= MOST_DIGITS else -1


def count(text: str) -> int:
    """A whole number from 0. Raises BadCell."""
    if (plain := digits(text)) >= 0:
        return plain
    found = NUMBER.fullmatch(text)
    value = whole(found) if found else None
    if value is None or value < 0:
        raise BadCell("smaller_number" if is_too_large(found) else "whole_number")
    return value


def points(text: str) -> int:
    """Whole points from 0; a percent is not a count of points. Raises BadCell."""
    try:
        return count(re.sub(r"(?<!\s)\s*(pt|ポイント|points?)$", "", text.casefold()))
    except BadCell as error:
        raise BadCell("whole_points", "points_not_percent" if "%" in text else "retype") from error


def whole_percent(text: str) -> int:
    """A whole per cent from 0 to 100: 2, 2%. Raises BadCell."""
    try:
        percent = count(re.sub(r"(?<!\s)\s*(%|パーセント|percent)$", "", text.casefold()))
    except BadCell:
        percent = -1
    if not 0 <= percent <= PER_CENT:
        raise BadCell("a_whole_percent")
    return percent


def whole_yen(found: re.Match[str] | None) -> int | None:
    """The yen of a match; None for 1.000 too, which is a thousand yen where a full stop parts thousands, and one yen where it does not."""
    return None if found is None or is_parted(found) else whole(found)


def is_parted(found: re.Match[str]) -> bool:
    """Whether the full stop of an amount may part its thousands: three noughts behind it, and one to three digits before."""
    return found["part"] == "000" and len(found["whole"]) <= len("999") and found["whole"].strip("0") != ""


def is_too_large(found: re.Match[str] | None) -> bool:
    """Whether a match is a number of more digits than any price or count of a shop has."""
    return found is not None and not found["sign"] and len(found["whole"].replace(",", "").lstrip("0")) > MOST_DIGITS


def whole(found: re.Match[str]) -> int | None:
    """The number of a match when it is whole and of a size that a shop has."""
    digits = found["whole"].replace(",", "")
    if (found["part"] or "").strip("0") or len(digits) > len(str(LARGEST)):
        return None
    return -int(digits) if found["sign"] else int(digits)


def day(text: str) -> date:
    """A day in Japan: 2020-08-03, 2020/8/3, 20200803, 2020年8月3日, or a moment with its zone. Raises BadCell."""
    text = spelled_out(text.casefold())
    found = DAY.fullmatch(text)
    try:
        if found is None:
            raise BadCell("a_day")
        if found["time"] and re.search(r"(?:z|[-+]\d\d:?\d\d)$", found["time"]):
            date_ = datetime.fromisoformat(text.upper()).astimezone(JAPAN).date()
        else:
            date_ = date(int(found["y"]), int(found["m"] or found["m2"]), int(found["d"] or found["d2"]))
    except (ValueError, OverflowError) as error:
        raise BadCell("a_day") from error
    if not is_ours(date_):
        raise BadCell("a_day")
    return date_


def amount(text: str) -> int:
    """Whole yen from 0. Raises BadCell."""
    found = re.fullmatch(MONEY, text.casefold(), re.ASCII)
    value = whole_yen(found)
    if value is None or value < 0:
        raise BadCell("smaller_number" if is_too_large(found) else "whole_yen")
    return value


def scaled(unit_of_bare: str, units: Mapping[str, int | Fraction], expected: str = "a_measure") -> Callable[[str], int | None]:
    """A parser of a measure in whole small units ({"g": 1, "kg": 1000}); a bare number is in `unit_of_bare`."""

    def parse(text: str) -> int | None:
        if says(text, "unknown"):
            return None
        found = MEASURE.fullmatch(text.casefold())
        unit = (found["unit"] or unit_of_bare) if found else ""
        if found is None or unit not in units:
            raise BadCell(expected)
        return ceil(Fraction(found["number"].replace(",", "")) * units[unit])  # a size class is never taken for the smaller one

    return parse


def weight(unit_of_bare: str) -> Callable[[str], int | None]:
    """A parser of a weight in grams; a bare number is in `unit_of_bare`."""
    return scaled(unit_of_bare, WEIGHTS, "a_weight")


def size() -> Callable[[str], int | None]:
    """A parser of a size in cm (three sides added up, or written one by one: 30x20x10); a bare number is in cm."""
    whole = scaled("cm", SIZES, "a_size")

    def parse(text: str) -> int | None:
        sides = SIDES.fullmatch(text.casefold())
        return whole(f"{sum(map(Decimal, sides.groups()[:3]))}{sides['unit']}" if sides else text)

    return parse


@cache
def answers() -> dict[str, object]:
    """The words of answers, from the resources."""
    return rtoml.loads(assets.text("headers/values/answers.toml"))


@cache
def words(answer: str) -> frozenset[str]:
    """The folded words that mean an answer."""
    listed = answers()[answer]
    return frozenset(folded(str(word)) for word in listed) if isinstance(listed, list) else frozenset()


def says(text: str, *named: str) -> bool:
    """Whether a text is one of the words that mean one of these answers: width, case and kana do not matter (ナシ is なし)."""
    return any(folded(text) in words(answer) for answer in named)


def yes_no(text: str) -> str | None:
    """An answer: "yes", "no" or not known. Raises BadCell."""
    return one_of(text, "yes", "no", expected="yes_or_no")


def hazmat(text: str) -> str | None:
    """A hazmat class: "yes", "no", "potential" or not known. Raises BadCell."""
    return one_of(text, "yes", "no", "potential", expected="hazmat_class")


def one_of(text: str, *allowed: str, expected: str) -> str | None:
    """The answer whose words hold the text, `None` for "unknown". Raises BadCell."""
    for answer in allowed:
        if says(text, answer):
            return answer
    if says(text, "unknown"):
        return None
    raise BadCell(expected)


def restock(text: str) -> date | NoDate | None:
    """A restock date, "none", or not known. Raises BadCell."""
    return "none" if says(text, "none") else None if says(text, "unknown") else day(text)


def asin(text: str) -> str | None:
    """An ASIN in capitals, or not known. Raises BadCell for what a spreadsheet made of one."""
    if says(text, "unknown"):
        return None
    if DAMAGE.search(text) or E_NOTATION.fullmatch(text):
        raise BadCell("undamaged", "export_again")
    return text.upper()


def japanese_money(text: str) -> str:
    """The currency of Japan. Raises ForeignCell for another country's."""
    if text.casefold() not in YEN:
        raise ForeignCell
    return "JPY"
