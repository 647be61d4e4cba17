"""Read the files that a command names, and say of each what it was."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from sellerdesk.domain.facts import SkuFacts
from sellerdesk.domain.refusal import Fault, Refusal, UnreadableFile
from sellerdesk.domain.shipment import Shipment
from sellerdesk.domain.template import TemplateCell
from sellerdesk.readers import listings, orders, returns
from sellerdesk.readers.facts import read_facts
from sellerdesk.readers.headers import Header, find_header, kinds, require
from sellerdesk.readers.listings import Listings, read_listings
from sellerdesk.readers.orders import Orders, read_orders
from sellerdesk.readers.price_file import FactsFile, Prices, read_price_file, read_prices
from sellerdesk.readers.private import kept_source
from sellerdesk.readers.quotes import Quotes, read_quotes
from sellerdesk.readers.returns import Returns, read_returns
from sellerdesk.readers.sheet import Sheet, is_xml, read_bytes, read_sheet
from sellerdesk.readers.shipments import ShipmentsFile, read_shipments
from sellerdesk.readers.templates import TemplatesFile, read_templates

Content = Listings | FactsFile | Quotes | Orders | ShipmentsFile | Prices | TemplatesFile | Returns
"""What the readers make of a file."""

T = TypeVar("T", bound=Content)
READABLE = (*listings.KINDS, "price_file", "facts", *orders.KINDS, "shipments", "templates", *returns.KINDS)

WITH_BUYERS: Mapping[str, Callable[[Sheet, Header], Orders | ShipmentsFile | Returns]] = {
    "shipments": read_shipments, **dict.fromkeys(orders.KINDS, read_orders), **dict.fromkeys(returns.KINDS, read_returns),
}  # fmt: skip
"""The kinds of file that hold more than may be stored, each with its reader."""


@dataclass(frozen=True)
class Source:
    """A file that was read: its name, what it is, how it was encoded, all its rows and those refused."""

    file: str
    kind: str
    encoding: str
    rows: int
    refused: list[Refusal]


@dataclass(frozen=True)
class Report:
    """A file of any kind that we read, with its bytes, and those that an import keeps: nothing of a buyer is among them."""

    source: Source
    content: Listings | FactsFile | Orders | ShipmentsFile | TemplatesFile | Returns
    data: bytes
    kept: bytes


def listings_report(path: Path) -> tuple[Source, Listings]:
    """A listings report. Raises UnreadableFile."""
    return read(path, bytes_of(path), listings.KINDS, read_listings)


def price_file(path: Path) -> tuple[Source, FactsFile]:
    """The restock dates of a price file as facts per SKU, and its sales. Raises UnreadableFile."""
    return read(path, bytes_of(path), ("price_file",), read_price_file)


def set_prices(path: Path) -> tuple[Source, Prices]:
    """The prices and points that a price file sets. Raises UnreadableFile."""
    return read(path, bytes_of(path), ("price_file",), read_prices)


def facts_sheet(path: Path) -> tuple[Source, dict[str, SkuFacts]]:
    """The owner's sheet of facts. Raises UnreadableFile."""
    source, content = read(path, bytes_of(path), ("facts",), read_facts)
    return source, content.facts


def order_report(path: Path) -> tuple[Source, Orders]:
    """An order report. Raises UnreadableFile."""
    return read(path, bytes_of(path), orders.KINDS, read_orders)


def return_report(path: Path) -> tuple[Source, Returns]:
    """A returns report, tab-separated or XML. Raises UnreadableFile; of FBA returns it says that Amazon handles them."""
    data = bytes_of(path)
    if not is_xml(data):
        return read(path, data, returns.KINDS, read_returns, refuse_fba)
    source, content, _kept = xml_returns(path, data)
    return source, content


def xml_returns(path: Path, data: bytes) -> tuple[Source, Returns, bytes]:
    """A returns report in XML, with what of it may be stored. Raises UnreadableFile."""
    from sellerdesk.readers.returns_xml import read_returns_xml  # noqa: PLC0415 (its library is loaded for XML only)

    try:
        content, kept = read_returns_xml(data)
        refuse_empty(content)
    except Fault as fault:
        fault.facts.setdefault("path", shown_name(path))
        raise
    return Source(shown_name(path), "returns", "xml", content.rows, content.refused), content, kept


def refuse_fba(sheet: Sheet) -> None:
    """Refuse the report of returns that Amazon handles. Raises UnreadableFile."""
    if find_header(sheet, returns.KINDS).kind == "fba_returns":
        raise UnreadableFile("fba_returns")


def campaign_categories() -> list[str]:
    """The ten categories of the campaign (CP-01) by id."""
    return list(dict.fromkeys(orders.values()["category"].values()))


def quote_sheet(path: Path) -> Quotes:
    """The returns of a sheet to quote. Raises UnreadableFile."""
    _source, content = read(path, bytes_of(path), ("quotes",), read_quotes)
    return content


def shipments_sheet(path: Path) -> tuple[Source, list[Shipment]]:
    """The shipments of the seller's sheet or of a shipping-confirmation upload. Raises UnreadableFile."""
    source, content = read(path, bytes_of(path), ("shipments",), read_shipments)
    return source, content.shipments


def templates_sheet(path: Path) -> tuple[Source, list[TemplateCell]]:
    """The cells of a sheet of shipping templates. Raises UnreadableFile."""
    source, content = read(path, bytes_of(path), ("templates",), read_templates)
    return source, content.cells


def written(path: Path, now: datetime) -> datetime:
    """When a file was written to this computer's disk; never later than now. Raises OSError."""
    return min(now, datetime.fromtimestamp(path.stat().st_mtime, now.tzinfo))


def any_report(path: Path, data: bytes | None = None, sheet: Sheet | None = None) -> Report:
    """A file of any kind that we read, recognised by its header; `sheet` is the same file, read. Raises UnreadableFile."""
    data = bytes_of(path) if data is None else data
    if is_xml(data):
        source, returned, flat = xml_returns(path, data)
        return Report(source, returned, data, flat)
    kept = data

    def by_kind(sheet: Sheet, header: Header) -> Listings | FactsFile | Orders | ShipmentsFile | TemplatesFile | Returns:
        nonlocal kept
        if header.kind in WITH_BUYERS:
            found = WITH_BUYERS[header.kind](sheet, header)
            kept = kept_source(sheet, header, (one.line for one in found.refused))
            return found
        if header.kind == "templates":
            return read_templates(sheet, header)
        if header.kind == "price_file":
            return read_price_file(sheet, header)
        return read_facts(sheet, header) if header.kind == "facts" else read_listings(sheet, header)

    source, content = read(path, data, READABLE, by_kind, refuse_fba, sheet=sheet)
    return Report(source, content, data, kept)


def read(
    path: Path,
    data: bytes,
    allowed: tuple[str, ...],
    reader: Callable[[Sheet, Header], T],
    refuse: Callable[[Sheet], None] | None = None,
    *,
    sheet: Sheet | None = None,
) -> tuple[Source, T]:
    """What a reader makes of a file of one of the kinds allowed. Raises UnreadableFile, which then names the file.

    `refuse` may raise before, for a kind of which there is more to say than that it is not the one wanted.
    """
    try:
        sheet = sheet or read_sheet(data)
        if refuse is not None:
            refuse(sheet)
        header = require(sheet, *allowed)
        content = reader(sheet, header)
        refuse_empty(content)
    except Fault as fault:
        fault.facts.setdefault("path", shown_name(path))
        raise
    return Source(shown_name(path), header.kind, sheet.encoding, content.rows, [*content.refused]), content


def refuse_empty(content: Content) -> None:
    """Refuse a file whose rows were all refused. Raises UnreadableFile."""
    if len({one.line for one in content.refused}) >= content.rows:
        first = content.refused[0]
        raise UnreadableFile("all_refused", count=content.rows, line=first.line, column=first.column, value=first.value)


def shown_name(path: Path) -> str:
    """A file's name as it can be shown and kept, whatever bytes the system has for it."""
    return path.name.encode(errors="replace").decode()


def bytes_of(path: Path) -> bytes:
    """The bytes of a file. Raises UnreadableFile, which then names the file."""
    try:
        return read_bytes(path)
    except Fault as fault:
        fault.facts.setdefault("path", shown_name(path))
        raise


def kind_name(kind: str, lang: str) -> str:
    """What a kind of file is called."""
    return kinds()[kind].name.in_(lang)
