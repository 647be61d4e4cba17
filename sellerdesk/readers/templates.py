"""The owner's sheet of shipping templates: a cell for every template, place and service."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from typing import Any

import msgspec
import rtoml

from sellerdesk import assets
from sellerdesk.domain.expressions import expression
from sellerdesk.domain.refusal import Refusal, UnreadableFile
from sellerdesk.domain.template import DOMESTIC, Region, TemplateCell
from sellerdesk.readers import cells, prefectures
from sellerdesk.readers.cells import Bad, BadCell, Decoder
from sellerdesk.readers.countries import country
from sellerdesk.readers.headers import Header
from sellerdesk.readers.sheet import Sheet
from sellerdesk.readers.shipments import prime
from sellerdesk.readers.table import Table, read_table
from sellerdesk.readers.titles import fold

BETWEEN = expression(r"[、,，/／・･&＆+;；\n]|(?<=\w)\s+and\s+|および|及び")
DAYS = expression(r"(?:(\d{1,3})\s*(?:日|days?)?\s*[-~〜–—]\s*)?(\d{1,3})\s*(?:日間?|日以内|days?)?", re.ASCII)
ISLAND = expression(r"島$|諸島$|\bislands?$|(?:jima|shima)$")
NOT_OFFERED = -1
"""What the days of a place that is not served are read as; no count of days is below 0."""
LAST_OF: tuple[tuple[int, Region], ...] = ((1, "hokkaido"), (35, "honshu"), (39, "shikoku"), (46, "kyushu"), (47, "okinawa"))
"""The last prefecture of every region by number (JIS X 0401)."""

Places = tuple[tuple[Region, str], ...]
"""The regions that a cell names, each with its words where it is only a part."""


class TemplatesFile(msgspec.Struct, frozen=True):
    """The cells of a sheet of templates, the rows refused, and how many rows it has."""

    cells: list[TemplateCell]
    refused: list[Refusal]
    rows: int


def read_templates(sheet: Sheet, header: Header) -> TemplatesFile:
    """All cells of a sheet, in its order; a missing column or a blank cell is "not known". Raises UnreadableFile when empty."""
    table = read_table(sheet, header)
    if not table.lines:
        raise UnreadableFile("no_facts")
    days = table.decode("days", Decoder(most_days))
    columns: dict[str, Sequence[Any]] = {
        "template": table.decode("template", Decoder(str, blank=Bad("a_template"))),
        "places": table.decode("region", Decoder(places, blank=Bad("a_region"))),
        "service": table.decode("service", Decoder(service, blank=Bad("a_service"))),
        "days": days,
        "prime_fee": table.decode("prime_fee", Decoder(fee)),
        "other_fee": table.decode("other_fee", Decoder(fee)),
        "prime": table.decode("prime", Decoder(prime)),
        "line": table.lines,
    }
    found = [
        (place, cell) for place, row in enumerate(zip(*columns.values(), strict=True)) if place not in table.bad for cell in spread(*row)
    ]
    refuse_contradictions(table, found)
    by_name = {cell.name: cell for place, cell in found if place not in table.bad}
    return TemplatesFile(list(by_name.values()), table.refusals(), len(table.lines))


def spread(template: str | None, where: Places, service: Any, days: int | None, *rest: Any) -> list[TemplateCell]:
    """A cell for every region that a row names."""
    names = ("prime_fee", "other_fee", "prime", "line")
    filled = {**dict(zip(names, rest, strict=True)), "days": None if days == NOT_OFFERED else days}
    offered: Any = "no" if days == NOT_OFFERED else "yes"
    return [
        TemplateCell(template=template or "", region=region, place=place, service=service, offered=offered, **filled)
        for region, place in where
    ]


def refuse_contradictions(table: Table, found: Sequence[tuple[int, TemplateCell]]) -> None:
    """Refuse every row of a cell that two rows tell differently: neither is known to be the true one."""
    by_name: defaultdict[str, set[TemplateCell]] = defaultdict(set)
    for _place, cell in found:
        by_name[cell.name].add(msgspec.structs.replace(cell, line=0))
    for place, cell in found:
        if len(by_name[cell.name]) > 1 and place not in table.bad:
            written = (table.cells(name)[place] or "" for name in ("template", "region", "service"))
            table.refuse(
                place, "region", " / ".join(text.strip() for text in written if text.strip()), Bad("cell_once", "one_row_per_cell")
            )


@cache
def words(section: str) -> dict[str, str]:
    """Folded word → what it means, of a section of the resource."""
    section_words = rtoml.loads(assets.text("headers/values/templates.toml"))[section]
    return {fold(word): name for name, listed in section_words.items() for word in listed}


def places(text: str) -> Places:
    """The regions of a cell: one, several, a part of one, or all of Japan. Raises BadCell."""
    if fold(text) in words("whole"):
        return tuple((region, "") for region in DOMESTIC)
    found = [place(part) for part in BETWEEN.split(text) if part.strip()]
    if not found or None in found:
        raise BadCell("a_region")
    return tuple(dict.fromkeys(row for row in found if row is not None))


def place(text: str) -> tuple[Region, str] | None:
    """The region of one place, with its words where it is only a part of it; `None` for words that we do not know.

    中国 alone is no answer: it names a part of Honshu and a country.
    """
    plain_name = unicodedata.normalize("NFKC", text).strip()
    whole: Any = words("region").get(fold(plain_name))
    if whole is not None:
        return whole, ""
    part: Any = words("part").get(fold(plain_name)) or of_prefecture(plain_name)
    if part is None and plain_name != "中国":
        part = "island" if ISLAND.search(plain_name.casefold()) else "international" if is_abroad(plain_name) else None
    return None if part is None else (part, plain_name)


def of_prefecture(text: str) -> str | None:
    """The region of a prefecture named by itself: an address in it may lie on an island."""
    bare = prefectures.ENDING.sub("", text.casefold().translate(prefectures.MACRONS))
    number = prefectures.names().get(bare)
    return None if number is None else next(name for last, name in LAST_OF if number <= last)


def is_abroad(text: str) -> bool:
    """Whether a text is a country other than Japan."""
    try:
        return country(text) not in (None, "JP")
    except BadCell:
        return False


def service(text: str) -> str:
    """A service by id. Raises BadCell."""
    found = words("service").get(fold(text))
    if found is None:
        raise BadCell("a_service")
    return found


def most_days(text: str) -> int | None:
    """The most days until delivery: 1, 1日, 1-2, 翌日; business days are no such number. Raises BadCell."""
    folded = fold(text)
    if cells.says(text, "unknown"):
        return None
    if folded in words("offered"):
        return NOT_OFFERED
    found = DAYS.fullmatch(text.casefold().strip())
    if folded in words("days"):
        return int(words("days")[folded])
    if found is None or (found[1] is not None and int(found[1]) > int(found[2])):
        raise BadCell("days")
    return int(found[2])


def fee(text: str) -> int | None:
    """A fee in whole yen; free is 0. Raises BadCell."""
    if cells.says(text, "unknown"):
        return None
    return int(words("fee")[fold(text)]) if fold(text) in words("fee") else cells.amount(text)
