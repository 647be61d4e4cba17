"""Read the files that a command names, and say of each what it was."""

from collections.abc import Callable, Mapping
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from sellerdesk.domain.facts import SkuFacts
from sellerdesk.domain.plain_names import plain_name
from sellerdesk.domain.refusal import Fault, Refusal, UnreadableFile, rows_lost
from sellerdesk.domain.shipment import Shipment
from sellerdesk.domain.template import TemplateCell
from sellerdesk.domain.unread import NOTHING_UNREAD, Unread, repeated
from sellerdesk.readers.buyers import has_buyers
from sellerdesk.readers.headers import (
    HEADER_ROWS,
    LISTINGS,
    ORDERS,
    OWN_SHEETS,
    PAYMENTS,
    PERSONAL,
    RETURNS,
    SHIPMENTS,
    WITH_BUYERS,
    Header,
    find_header,
    is_amazons,
    kinds,
    require,
)  # fmt: skip
from sellerdesk.readers.lines import whole_lines
from sellerdesk.readers.opening import is_xml, read_report, read_sheet
from sellerdesk.readers.payment_damage import mends_of
from sellerdesk.readers.sheet import Sheet
from sellerdesk.workflows.names_given import NAMES_GIVEN

if TYPE_CHECKING:
    from sellerdesk.readers.listings import Listings
    from sellerdesk.readers.orders import Orders
    from sellerdesk.readers.payments import PaymentFile
    from sellerdesk.readers.points_list import PointsList
    from sellerdesk.readers.price_file import FactsFile, Prices
    from sellerdesk.readers.quotes import Quotes
    from sellerdesk.readers.returns import Returns
    from sellerdesk.readers.shipments import ShipmentsFile
    from sellerdesk.readers.templates import TemplatesFile

    Content = Listings | FactsFile | PointsList | Quotes | Orders | ShipmentsFile | Prices | TemplatesFile | Returns | PaymentFile
    """What the readers make of a file."""
    ReportContent = Listings | FactsFile | Orders | ShipmentsFile | TemplatesFile | Returns | PaymentFile
else:
    ReportContent = Any  # what asks for the types of a report's fields, as help() does, loads no reader for it

OWN_FAULTS = {"not_text": "own_not_text", "excel_renamed": "own_excel_renamed", "web_page": "own_web_page", "old_excel": "own_old_excel"}
"""Faults whose sentence sends to the report's download, which a sheet of the owner's own has not."""
READABLE = (*LISTINGS, "price_file", "facts", "templates", *WITH_BUYERS)
# To add a report: its reader here, and the rest as CONTRIBUTING.md says.
READERS: Mapping[str, str] = {
    **dict.fromkeys(LISTINGS, "listings.read_listings"), **dict.fromkeys(ORDERS, "orders.read_orders"),
    **dict.fromkeys(RETURNS, "returns.read_returns"), **dict.fromkeys(PAYMENTS, "payments.read_payment_sheet"),
    **dict.fromkeys(SHIPMENTS, "shipments.read_shipments"),
    "templates": "templates.read_templates", "facts": "facts.read_facts", "price_file": "price_file.read_price_file",
    "quotes": "quotes.read_quotes", "points_list": "points_list.read_points_list",
}  # fmt: skip
"""The reader of each kind: loaded with the first file of its kind, for all of them together take 0.02 s."""


def reader(kind: str) -> Callable[[Sheet, Header], Any]:
    """What reads a kind of file."""
    module, _dot, name = READERS[kind].partition(".")
    found: Callable[[Sheet, Header], Any] = getattr(import_module(f"sellerdesk.readers.{module}"), name)
    return found


class Source(msgspec.Struct, frozen=True):
    """A file that was read: its name, what it is, how it was encoded, all its rows and those refused; and what was not.

    `number` is that of the import it was saved by (0: none, a file that was named).
    """

    file: str
    kind: str
    encoding: str
    rows: int
    refused: list[Refusal]
    unread: Unread = NOTHING_UNREAD
    number: int = 0


class Report(msgspec.Struct, frozen=True):
    """A file of any kind that we read, with its bytes, and those that an import keeps: nothing of a buyer is among them."""

    source: Source
    content: ReportContent
    data: bytes
    kept: bytes


def listings_report(path: Path) -> "tuple[Source, Listings]":
    """A listings report. Raises UnreadableFile."""
    return read(path, bytes_of(path), LISTINGS)


def price_file(path: Path) -> "tuple[Source, FactsFile]":
    """The restock dates of a price file as facts per SKU, and its sales. Raises UnreadableFile."""
    return read(path, bytes_of(path), ("price_file",))


def set_prices(path: Path) -> "tuple[Source, Prices]":
    """The prices and points that a price file sets. Raises UnreadableFile."""
    from sellerdesk.readers.price_file import read_prices  # noqa: PLC0415 (loaded with the first such file)

    return read(path, bytes_of(path), ("price_file",), read_prices)


def points_list(path: Path) -> "tuple[Source, PointsList]":
    """The list by SKU of Points Central. Raises UnreadableFile."""
    return read(path, bytes_of(path), ("points_list",))


def facts_sheet(path: Path) -> tuple[Source, dict[str, SkuFacts]]:
    """The owner's sheet of facts. Raises UnreadableFile."""
    source, content = read(path, bytes_of(path), ("facts",))
    return source, content.facts


def order_report(path: Path) -> "tuple[Source, Orders]":
    """An order report. Raises UnreadableFile."""
    return read(path, bytes_of(path), ORDERS)


def return_report(path: Path) -> "tuple[Source, Returns]":
    """A returns report, tab-separated or XML. Raises UnreadableFile; of FBA returns it says that Amazon handles them."""
    data = bytes_of(path)
    if not is_xml(data):
        return read(path, data, RETURNS, refuse=refuse_fba)
    source, content, _kept = xml_returns(path, data)
    return source, content


def xml_returns(path: Path, data: bytes) -> "tuple[Source, Returns, bytes]":
    """A returns report in XML, with what of it may be stored. Raises UnreadableFile."""
    from sellerdesk.readers.returns_xml import read_returns_xml  # noqa: PLC0415 (its library is loaded for XML only)

    try:
        content, kept = read_returns_xml(data)
        refuse_empty(content)
    except Fault as fault:
        fault.facts.setdefault("path", shown_name(path))
        raise
    unread = Unread(mended=repeated(content.repeated))
    return Source(shown_name(path), "returns", "xml", content.rows, content.refused, unread), content, kept


def refuse_fba(sheet: Sheet) -> None:
    """Refuse the report of returns that Amazon handles. Raises UnreadableFile."""
    if find_header(sheet, RETURNS).kind == "fba_returns":
        raise UnreadableFile("fba_returns")


def campaign_categories() -> list[str]:
    """The ten categories of the campaign (CP-01) by id."""
    from sellerdesk.readers.orders import values  # noqa: PLC0415 (loaded with the first such file)

    return list(dict.fromkeys(values()["category"].values()))


def quote_sheet(path: Path) -> "Quotes":
    """The returns of a sheet to quote. Raises UnreadableFile."""
    quotes: Quotes = read(path, bytes_of(path), ("quotes",))[1]
    return quotes


def shipments_sheet(path: Path) -> tuple[Source, list[Shipment]]:
    """The shipments of the seller's sheet or of a shipping-confirmation upload. Raises UnreadableFile."""
    source, content = read(path, bytes_of(path), SHIPMENTS)
    return source, content.shipments


def templates_sheet(path: Path) -> tuple[Source, list[TemplateCell]]:
    """The cells of a sheet of shipping templates. Raises UnreadableFile."""
    source, content = read(path, bytes_of(path), ("templates",))
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
    if sheet is None and (paid := payments_found(path, data)) is not None:
        return paid
    sheet = sheet or sheet_of(path, data)
    source, content = read(path, data, READABLE, refuse=refuse_fba, sheet=sheet)
    return Report(source, content, data, kept_of(sheet, source) if may_hold_more(source.kind, source.unread.columns) else data)


def may_hold_more(kind: str, unread: tuple[str, ...]) -> bool:
    """Whether a file may hold more than may be stored: only of Amazon's listings it is known what every column holds."""
    return kind not in LISTINGS or not all(is_amazons(kind, title) for title in unread)


def masked(header: Header, content: Any) -> Any:
    """What was read, its refusals without what may be a buyer's; readers of files with buyers leave that out themselves."""
    if header.kind in WITH_BUYERS or not content.refused or not (PERSONAL in header.unread or has_buyers(header.unread)):
        return content
    from sellerdesk.readers.private import without_buyers  # noqa: PLC0415 (few files of other kinds have a buyer's column)

    return msgspec.structs.replace(content, refused=without_buyers(content.refused))


def payment_reports(path: Path) -> "tuple[Source, PaymentFile]":
    """A report of payments. Raises UnreadableFile."""
    data = bytes_of(path)
    found = payments_found(path, data, keep=False)
    if found is None:
        return read(path, data, PAYMENTS)
    return found.source, found.content  # type: ignore[return-value]  # it is a PaymentFile


def payments_found(path: Path, data: bytes, *, keep: bool = True) -> Report | None:
    """A report of payments read line by line; None for every other file, and for a workbook. Raises UnreadableFile."""
    from sellerdesk.readers.payment_lines import find  # noqa: PLC0415 (loaded where a file may be one)

    found = find(data)
    if found is None:
        return None
    from sellerdesk.readers.payments import kept_payments, read_payments  # noqa: PLC0415 (loaded with the first such file)

    header, encoding = found
    try:
        content = read_payments(data, header, encoding)
        refuse_empty(content)
    except Fault as fault:
        fault.facts.setdefault("path", shown_name(path))
        raise
    unread = Unread(columns=header.unread, mended=mends_of(content.content))
    source = Source(shown_name(path), header.kind, encoding, content.rows, content.refused, unread)
    return Report(source, content, data, kept_payments(content.content, header) if keep else b"")


def kept_of(sheet: Sheet, source: Source) -> bytes:
    """What may be stored of a file that holds more than that."""
    from sellerdesk.readers.private import kept_source  # noqa: PLC0415 (loaded with the first such file)
    from sellerdesk.readers.returns import own_word  # noqa: PLC0415 (as above)

    return kept_source(sheet, require(sheet, *READABLE), source.refused, *([own_word] if source.kind in RETURNS else []))


def sheet_of(path: Path, data: bytes) -> Sheet:
    """The bytes of a file as a table. Raises UnreadableFile, which then names the file."""
    try:
        return read_sheet(data, READABLE)
    except Fault as fault:
        fault.facts.setdefault("path", shown_name(path))
        raise


def read(
    path: Path,
    data: bytes,
    allowed: tuple[str, ...],
    read_rows: Callable[[Sheet, Header], Any] | None = None,
    *,
    refuse: Callable[[Sheet], None] | None = None,
    sheet: Sheet | None = None,
) -> tuple[Source, Any]:
    """What the reader of its kind, or the one given, makes of a file of one of the kinds allowed. Raises UnreadableFile, naming the file.

    `refuse` may raise before, for a kind of which there is more to say than that it is not the one wanted.
    """
    try:
        sheet = sheet or named(read_sheet(data, allowed))
        if refuse is not None:
            refuse(sheet)
        header = require(sheet, *allowed)
        content = (read_rows or reader(header.kind))(sheet, header)
        content = masked(header, content)
        refuse_empty(content)
    except Fault as fault:
        if set(allowed) <= {*OWN_SHEETS, *SHIPMENTS}:
            fault.code = OWN_FAULTS.get(fault.code, fault.code)
        fault.facts.setdefault("path", shown_name(path))
        raise
    return source_of(path, sheet, header, content), content


def named(sheet: Sheet) -> Sheet:
    """A sheet under the names that its columns were given before."""
    names = NAMES_GIVEN.get()(sheet)
    if not names:
        return sheet
    from sellerdesk.readers.rewriting import renamed  # noqa: PLC0415 (few sheets have names of their own)

    return renamed(sheet, names)


def source_of(path: Path, sheet: Sheet, header: Header, content: Any) -> Source:
    """What is said of a file that was read."""
    fields = (shown_name(path), header.kind, sheet.encoding, content.rows, [*content.refused])
    twice = repeated(content.repeated) if header.kind in RETURNS else ()
    mends = mends_of(content.content) if header.kind in PAYMENTS else twice
    return Source(*fields, Unread(sheet.name or None, sheet.others, header.unread, (*whole_lines(sheet, header).mended, *mends)))


def first_look(path: Path, data: bytes) -> Source:
    """What the first lines tell of a file whose rows are known from before. Raises UnreadableFile."""
    from sellerdesk.readers.payment_lines import find  # noqa: PLC0415 (as above)

    if (paid := find(data)) is not None:
        return Source(shown_name(path), paid[0].kind, paid[1], 0, [], unread=Unread(columns=paid[0].unread))
    sheet = read_sheet(b"\n".join(data.split(b"\n", HEADER_ROWS)[:HEADER_ROWS]))
    header = require(sheet, *READABLE)
    return Source(shown_name(path), header.kind, sheet.encoding, 0, [], unread=Unread(columns=header.unread))


def refuse_empty(content: "Content") -> None:
    """Refuse a file whose rows were all refused. Raises UnreadableFile."""
    if rows_lost(content.refused) >= content.rows:
        first = next(refusal for refusal in content.refused if not refusal.kept)
        facts = {"line": first.line, "column": first.column, "value": first.value, "expected": first.expected, "fix": first.fix}
        raise UnreadableFile("all_refused", count=content.rows, **facts)


def shown_name(path: Path) -> str:
    """A file's name as it can be shown and kept on one line, whatever bytes the system has for it."""
    return plain_name(path.name)


def bytes_of(path: Path) -> bytes:
    """The bytes of a file. Raises UnreadableFile, which then names the file."""
    try:
        return read_report(path)
    except Fault as fault:
        fault.facts.setdefault("path", shown_name(path))
        raise


def kind_name(kind: str, lang: str) -> str:
    """What a kind of file is called."""
    return kinds()[kind].name.in_(lang)
