"""What spreadsheets make of SKUs, told by looking forward: what each true SKU would have become, and which of them a damaged text was."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation, localcontext
from typing import NamedTuple

from sellerdesk.domain.damage import DAMAGE_BEGINS, ERRORS, LONGEST_DAMAGE, looks_damaged
from sellerdesk.domain.expressions import expression
from sellerdesk.readers.headers import Header, is_protected
from sellerdesk.readers.lines import whole_lines
from sellerdesk.readers.sheet import Sheet
from sellerdesk.readers.table import numbered

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
LONG = 12
"""Digits from which a spreadsheet shows a number with an exponent."""
EXACT_DIGITS = 15
"""Digits that a spreadsheet keeps; the others become zeros."""
LARGEST = 300
"""Powers of ten that a spreadsheet holds."""
NUMBER = expression(r"[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?(?:[eE][-+]?\d{1,3})?%?", re.ASCII)
DAY = expression(r"(\d{1,4})([-/.])(\d{1,2})(?:\2(\d{1,4}))?", re.ASCII)
NAMED = expression(rf"(?i)({'|'.join(MONTHS)})[a-z]*[-/ .]?(\d{{1,4}})|(\d{{1,2}})[-/ .]?({'|'.join(MONTHS)})[a-z]*", re.ASCII)
TIME = expression(r"(\d{1,2}):(\d{2})(?::(\d{2}))?", re.ASCII)
WRAPPED = expression(r'="(.*)"', re.DOTALL)
ERROR = expression(ERRORS)
FORMULA = "=+-@"
YEARS = (2000, 1900)
PIVOT = 30
"""Two digits of a year below it are of this century."""


class Damage(NamedTuple):
    """A cell that a spreadsheet changed: where, what it is now, and the true SKUs that may have stood there."""

    line: int
    column: str
    value: str
    candidates: tuple[str, ...]


def spoilt(sku: str) -> set[str]:
    """All that a spreadsheet may have made of a SKU, as it stands in a file that it saved."""
    narrow = unicodedata.normalize("NFKC", sku)
    made = {*as_number(narrow), *as_day(narrow), f'="{sku}"'}
    if sku.casefold() in ("true", "false"):
        made.add(sku.upper())
    if found := TIME.fullmatch(sku):
        made |= {f"{int(found[1])}:{found[2]}:{found[3] or '00'}", f"{int(found[1]):02}:{found[2]}:{found[3] or '00'}"}
    if sku[:1] in FORMULA:
        made |= {"#NAME?", "#VALUE!", "#REF!", "#N/A"}
    return made - {sku}


def as_number(sku: str) -> Iterator[str]:
    """A SKU as the number that it looks like: without zeros, with 15 digits that count, with an exponent."""
    if not any(character.isdecimal() for character in sku) or not NUMBER.fullmatch(sku):
        return
    with localcontext(rounding=ROUND_HALF_UP), suppress(InvalidOperation):
        value = Decimal(sku.rstrip("%").replace(",", "")) / (100 if sku.endswith("%") else 1)
        size = value.adjusted()
        if abs(size) > LARGEST:
            return
        plain = f"{value.normalize():f}"
        digits = plain.lstrip("-")
        if size >= EXACT_DIGITS:
            plain = ("-" if value < 0 else "") + digits[:EXACT_DIGITS] + "0" * (len(digits) - EXACT_DIGITS)
        yield from (plain + end for end in (("", ".0", ".00") if "." not in plain else ("", "0")))
        if "." in plain or size + 1 >= LONG or re.search(r"[eE]", sku):
            yield from (exponent(value, places) for places in range(8))


def exponent(value: Decimal, places: int) -> str:
    """A number as a spreadsheet writes it: with an exponent of two digits at least."""
    number, _mark, power = f"{value:.{places}E}".partition("E")
    return f"{number}E{power[0]}{power[1:].zfill(2)}"


def as_day(sku: str) -> Iterator[str]:
    """A SKU as the day that it looks like, in the forms that Japanese and English spreadsheets show."""
    for day, whole in days(sku):
        name, year, month = MONTHS[day.month - 1], day.year, day.month
        yield from (
            f"{year}/{month}/{day.day}",
            f"{year}-{month:02}-{day.day:02}",
            f"{month}/{day.day}/{year}",
            f"{year}/{month:02}/{day.day:02}",
        )
        if not whole:
            yield from (
                f"{name}-{year % 100:02}",
                f"{day.day}-{name}",
                f"{day.day:02}-{name}",
                f"{month}月{day.day}日",
                f"{year}年{month}月",
            )


def days(sku: str) -> Iterator[tuple[date, bool]]:
    """The days that a SKU may be taken for, and whether its year stands in it with month and day."""
    found, named = DAY.fullmatch(sku), NAMED.fullmatch(sku)
    if found and found[4]:
        first, second, third = int(found[1]), int(found[3]), int(found[4])
        orders = [(first, second, third)] if len(found[1]) > 2 else [(third, first, second), (first, second, third)]  # noqa: PLR2004 (a year has more)
        yield from ((day, True) for numbers in orders for day in real(*numbers))
    elif found:
        first, second = int(found[1]), int(found[3])
        for year in range(2015, 2036):  # a day without a year is one of the year in which the file was opened
            yield from ((day, False) for day in real(year, first, second))
        yield from ((day, False) for day in (*real(first, second, 1), *real(second, first, 1)))
    elif named:
        month, number = MONTHS.index((named[1] or named[4]).title()) + 1, int(named[2] or named[3])
        for year in range(2015, 2036):
            yield from ((day, False) for day in real(year, month, number))
        yield from ((day, False) for day in real(number, month, 1))


def real(year: int, month: int, day: int) -> list[date]:
    """A day when there is one; two digits of a year are of this century or the last."""
    with suppress(ValueError):
        return [date(year if year >= 100 else year + YEARS[year >= PIVOT], month, day)]  # noqa: PLR2004 (a year of two digits)
    return []


def undone(cells: Iterable[str], there: Collection[str]) -> dict[str, tuple[str, ...]]:
    """For texts that are no SKU of the catalogue (`there`), the SKUs that a spreadsheet made them of; one that is told, too, was not."""
    texts, known = set(cells), set(there)
    gone, strange = known - texts, texts - known
    made: defaultdict[str, list[str]] = defaultdict(list)
    for sku in gone if strange else ():
        for text in spoilt(sku) & strange:
            made[text].append(sku)
    return {text: tuple(sorted(skus)) for text, skus in made.items()}


def find_damage(sheet: Sheet, header: Header, there: Collection[str]) -> list[Damage]:
    """The cells of a file that a spreadsheet changed: SKUs with what they may have been, and errors in what we read."""
    sheet = whole_lines(sheet, header)
    found = damaged_skus(sheet, header, there) if "sku" in header.places and not is_protected(header.cells) else []
    if ERROR.search(sheet.text):
        numbers, rows, _torn = numbered(sheet, header)
        found += [
            Damage(line, header.names[field], row[column].strip(), ())
            for line, row in zip(numbers, rows, strict=True)
            for field, column in header.places.items()
            if field != "sku" and column < len(row) and ERROR.fullmatch(row[column].strip())
        ]
    return sorted(found)


def sku_cells(sheet: Sheet, header: Header) -> tuple[Sequence[int], list[str | None]]:
    """The line and the SKU of every row, trimmed; None where a row ends before it."""
    place = header.places["sku"]
    columns = sheet.columns(header.line, header.width, header.wanted)
    if columns is not None:
        return range(header.line + 1, header.line + 1 + len(columns[place])), list(map(str.strip, columns[place]))
    numbers, rows, _torn = numbered(sheet, header)
    return numbers, [row[place].strip() if place < len(row) else None for row in rows]


def damaged_skus(sheet: Sheet, header: Header, there: Collection[str]) -> list[Damage]:
    """The SKUs that a spreadsheet changed, or may have changed; what our own sheets protect is as it was."""
    numbers, column = sku_cells(sheet, header)
    strange = set(filter(None, column))
    made = undone(strange, there)
    likely = [] if all_sound(strange) else [sku for sku in strange if len(sku) <= LONGEST_DAMAGE or sku[0] in DAMAGE_BEGINS or "+" in sku]
    wanted = {*made, *(sku for sku in likely if sku.startswith('="'))}
    if sheet.cells is None:
        wanted |= {sku for sku in likely if looks_damaged(sku) and sku not in there}
    typed = {line for line, where in sheet.typed if where == header.places["sku"]}
    if not wanted and not typed:
        return []
    rows = [(line, sku) for line, sku in zip(numbers, column, strict=True) if sku is not None and (sku in wanted or line in typed)]
    return [Damage(line, header.names["sku"], sku, explained(sku, made, there, typed=line in typed)) for line, sku in rows]


def all_sound(skus: Collection[str]) -> bool:
    """Whether none of some SKUs can look damaged: no damage is as long as the shortest, and none of its marks is in any."""
    text = "".join(skus)
    return min(map(len, skus), default=0) > LONGEST_DAMAGE and not any(mark in text for mark in (*DAMAGE_BEGINS, "+"))


def explained(sku: str, made: Mapping[str, tuple[str, ...]], there: Collection[str], *, typed: bool) -> tuple[str, ...]:
    """What a damaged SKU may have been: what the catalogue tells, what its own wrapping holds, or itself, where only its type is wrong."""
    wrapped = WRAPPED.fullmatch(sku)
    return made.get(sku) or ((wrapped[1],) if wrapped else (sku,) if typed and sku in there else ())


def repairs(found: Iterable[Damage]) -> Mapping[int, str]:
    """The SKU of each line whose damage has one explanation only, and which no other line claims."""
    sole = {damage.line: damage.candidates[0] for damage in found if len(damage.candidates) == 1}
    claimed: defaultdict[str, set[str]] = defaultdict(set)
    for damage in found:
        if damage.line in sole:
            claimed[sole[damage.line]].add(damage.value)
    return {line: sku for line, sku in sole.items() if len(claimed[sku]) == 1}
