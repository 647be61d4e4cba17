"""The XML form of a returns report: one row for each returned item. Entities are never expanded."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from defusedxml import DefusedXmlException  # type: ignore[import-untyped,unused-ignore] # it has no types of its own
from defusedxml.ElementTree import ParseError, fromstring  # type: ignore[import-untyped,unused-ignore] # as above

from sellerdesk.domain.expressions import expression
from sellerdesk.domain.refusal import UnreadableFile
from sellerdesk.readers.cells import Bad
from sellerdesk.readers.headers import Header, folded_columns, kinds
from sellerdesk.readers.private import BEYOND
from sellerdesk.readers.returns import Returns, own_word, returns_of
from sellerdesk.readers.sheet import is_broken
from sellerdesk.readers.table import Table
from sellerdesk.readers.titles import fold as fold_name
from sellerdesk.readers.xml_text import as_utf_8

ENVELOPE, RETURN, ITEM, LABEL = "AmazonEnvelope", "return_details", "item_details", "label_details"
BREAKS = expression(r"[\t\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")


class Twice(str):
    """A field that stands more than once in one place, with different texts: which of them holds is not known."""

    __slots__ = ()


def read_returns_xml(data: bytes) -> tuple[Returns, bytes]:
    """All returns of the XML form, and what of it may be stored; `line` is the number of the returned item. Raises UnreadableFile.

    Refused are a torn file, one that declares entities or a document type, and XML that is no returns report.
    """
    table = table_of(rows_in(data))
    for name, cells in table.columns.items():
        for place in [place for place, cell in enumerate(cells) if isinstance(cell, Twice)]:
            table.refuse(place, name, cells[place] or "", Bad("written_once", "export_again"))
        for place in [place for place, cell in enumerate(cells) if cell and is_broken(cell)]:
            table.refuse(place, name, cells[place] or "", Bad("readable_text", "export_again"))
    content = returns_of(table)
    return content, flat(table, {table.line for table in content.refused})


def flat(table: Table, refused: set[int]) -> bytes:
    """The fields that we read as the flat file has them, one item on a line: nothing of a buyer is among them.

    Of an item that was refused only the order id stays, with a cell too many, so that it is refused again.
    """
    names = [name for name in table.columns if any(table.cells(name))]
    names += [group[0] for group in kinds()["returns"].marks if not set(group) & set(names)]  # by which it is known for what it is
    rows = zip(*(table.cells(name) for name in names), strict=True)
    lines = [[kinds()["returns"].columns[name][0] for name in names]]
    for line, row in zip(table.lines, rows, strict=True):
        cells = [BREAKS.sub(" ", own_word(name, cell or "")) if is_known(cell) else "" for name, cell in zip(names, row, strict=True)]
        if line in refused:
            cells = [cell if name == "order_id" and is_known(cell) else "" for name, cell in zip(names, cells, strict=True)] + [BEYOND]
        lines.append(cells)
    return "\n".join(map("\t".join, lines)).encode()


def is_known(cell: str | None) -> bool:
    """Whether a cell is text that stands once."""
    return not isinstance(cell, Twice) and not is_broken(cell or "")


def rows_in(data: bytes) -> list[Mapping[str, str]]:
    """One row for each item returned. Raises UnreadableFile."""
    try:
        root = fromstring(as_utf_8(data), forbid_dtd=True)
    except DefusedXmlException as error:
        raise UnreadableFile("xml_entities") from error
    except (ParseError, LookupError, ValueError) as error:
        raise UnreadableFile("xml_torn") from error
    details = list(root.iter(RETURN)) if root.tag == ENVELOPE else []
    if not details and root.findtext(".//MessageType") != "Returns-Report":
        raise UnreadableFile("xml")
    return [row for detail in details for row in rows_of(detail)]


def rows_of(details: Any) -> Iterator[Mapping[str, str]]:
    """One row for each item of a return; what stands once for all items is repeated."""
    shared = texts(details)
    for label in details.findall(LABEL):
        shared |= texts(label)
    for item in details.findall(ITEM) or [()]:
        yield {**shared, **texts(item)}


def texts(element: Any) -> dict[str, str]:
    """The texts of an element's own fields that we know, by field; no other is read."""
    fields, found = folded_columns("returns"), dict[str, str]()
    for child in element:
        if len(child) or (name := fields.get(fold_name(child.tag))) is None:
            continue
        text = child.text or ""
        found[name] = Twice(f"{found[name]} / {text}") if found.get(name, text) != text else text
    return found


def table_of(rows: Sequence[Mapping[str, str]]) -> Table:
    """Rows as the reader of the flat file takes them."""
    names = {field: words[min(1, len(words) - 1)] for field, words in kinds()["returns"].columns.items()}
    header = Header("returns", 0, {}, names, len(names), (), {})
    return Table(header, range(1, len(rows) + 1), {name: [row.get(name) for row in rows] for name in names})
