"""The XML form of a returns report: one row for each returned item. Entities are never expanded."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from defusedxml import DefusedXmlException  # type: ignore[import-untyped,unused-ignore] # it has no types of its own
from defusedxml.ElementTree import ParseError, fromstring  # type: ignore[import-untyped,unused-ignore] # as above

from sellerdesk.domain.refusal import UnreadableFile
from sellerdesk.readers.headers import Header, folded_columns, kinds
from sellerdesk.readers.headers import fold as fold_name
from sellerdesk.readers.returns import Returns, returns_of
from sellerdesk.readers.sheet import BOMS
from sellerdesk.readers.table import Table

ENVELOPE, RETURN, ITEM, LABEL = "AmazonEnvelope", "return_details", "item_details", "label_details"
HEAD = 8192
"""Bytes by which a file is told to be XML."""


def is_xml(data: bytes) -> bool:
    """Whether a file looks like XML, in any of its encodings."""
    encoding = next((encoding for bom, encoding in BOMS if data.startswith(bom)), "latin-1")
    head = data[:HEAD].decode(encoding, "replace").lstrip("\ufeff \t\r\n").casefold()
    return head.startswith(("<?xml", "<!doctype", "<amazonenvelope")) and not head.startswith("<!doctype html")


def read_returns_xml(data: bytes) -> Returns:
    """All returns of the XML form; `line` is the number of the returned item. Raises UnreadableFile.

    Refused are a torn file, one that declares entities or a document type, and XML that is no returns report.
    """
    try:
        root = fromstring(data, forbid_dtd=True)
    except DefusedXmlException as error:
        raise UnreadableFile("xml_entities") from error
    except (ParseError, LookupError, ValueError) as error:
        raise UnreadableFile("xml_torn") from error
    details = list(root.iter(RETURN)) if root.tag == ENVELOPE else []
    if not details and root.findtext(".//MessageType") != "Returns-Report":
        raise UnreadableFile("xml")
    return returns_of(table_of([row for one in details for row in rows_of(one)]))


def rows_of(details: Any) -> Iterator[Mapping[str, str]]:
    """One row for each item of a return; what stands once for all items is repeated."""
    shared = texts(details)
    for label in details.findall(LABEL):
        shared |= texts(label)
    for item in details.findall(ITEM) or [()]:
        yield {**shared, **texts(item)}


def texts(element: Any) -> dict[str, str]:
    """The texts of an element's own fields that we know, by field; no other is read."""
    fields = folded_columns("returns")
    return {fields[fold_name(one.tag)]: one.text or "" for one in element if not len(one) and fold_name(one.tag) in fields}


def table_of(rows: Sequence[Mapping[str, str]]) -> Table:
    """Rows as the reader of the flat file takes them."""
    names = {field: words[min(1, len(words) - 1)] for field, words in kinds()["returns"].columns.items()}
    header = Header("returns", 0, {}, names, len(names), (), {})
    return Table(header, range(1, len(rows) + 1), {name: [row.get(name) for row in rows] for name in names})
