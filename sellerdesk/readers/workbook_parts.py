"""The parts of a workbook (xlsx): its sheets with their XML, and which cells are formatted as a percent."""

import posixpath
import re
import zipfile
from collections.abc import Iterator
from typing import NamedTuple

from defusedxml.ElementTree import fromstring  # type: ignore[import-untyped,unused-ignore] # it has no types of its own

from sellerdesk.domain.expressions import expression

WORKBOOK, LINKS, STYLES = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"
PERCENT_FORMATS = frozenset({"9", "10"})
"""The numbers of 0% and 0.00%, which every workbook knows without naming them."""
LITERAL = expression(r'"[^"]*"|\\.|\[[^\[\]]*\]')
"""What stands in a number format as text."""
TAG = expression(rb"<(?:\w{1,20}:)?(row|c)(?=[\s/>])([^>]{0,400})>")
PLACED = expression(rb"\br=[\"']([A-Za-z]{0,3})(\d{0,7})[\"']")
STYLED = expression(rb"\bs=[\"'](\d{1,6})[\"']")


class Page(NamedTuple):
    """A sheet: its name, whether a person sees it, and its XML."""

    name: str
    visible: bool
    content: bytes

    @property
    def holds_something(self) -> bool:
        """Whether any cell has a value."""
        return re.search(rb"<(?:\w+:)?(?:v|t)[\s>]", self.content) is not None


def pages(book: zipfile.ZipFile) -> list[Page]:
    """The sheets of a workbook in their order, those apart that are charts. Raises KeyError, ValueError, SyntaxError."""
    there = set(book.namelist())
    targets = {node.get("Id"): node.get("Target", "") for node in fromstring(book.read(LINKS)) if named(node.tag) == "Relationship"}
    found = []
    for node in fromstring(book.read(WORKBOOK)).iter():
        if named(node.tag) != "sheet":
            continue
        link = next((value for key, value in node.items() if named(key) == "id"), None)
        target = targets[link]
        path = target.removeprefix("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")
        if "chartsheets" not in path and path in there:
            found.append(Page(node.get("name", ""), node.get("state", "visible") == "visible", book.read(path)))
    if not found:
        raise KeyError(WORKBOOK)
    return found


def named(tag: str) -> str:
    """A name of XML without its namespace."""
    return tag.rpartition("}")[2]


def percent_styles(book: zipfile.ZipFile) -> frozenset[bytes]:
    """The numbers of the cell styles that show a percent."""
    if STYLES not in book.namelist():
        return frozenset()
    root = fromstring(book.read(STYLES))
    own = {
        node.get("numFmtId") for node in root.iter() if named(node.tag) == "numFmt" and "%" in LITERAL.sub("", node.get("formatCode", ""))
    }
    styles = next((node for node in root if named(node.tag) == "cellXfs"), ())
    return frozenset(str(place).encode() for place, style in enumerate(styles) if style.get("numFmtId") in PERCENT_FORMATS | own)


def styled_cells(content: bytes, styles: frozenset[bytes]) -> Iterator[tuple[int, int]]:
    """The places (line from 1, column from 0) of the cells of a sheet that have one of these styles; some tell no place."""
    if not styles or not any(re.search(rb"\bs=[\"']" + style + rb"[\"']", content) for style in styles):
        return
    line, column = 0, -1
    for found in TAG.finditer(content):
        placed = PLACED.search(found[2])
        if found[1] == b"row":
            line, column = int(placed[2]) if placed and placed[2] else line + 1, -1
            continue
        column = column_of(placed[1]) if placed and placed[1] else column + 1
        style = STYLED.search(found[2])
        if style and style[1] in styles:
            yield line, column


def column_of(letters: bytes) -> int:
    """The place of a column by its letters: A is 0, AA 26."""
    place = 0
    for letter in letters.upper():
        place = place * 26 + letter - ord("A") + 1
    return place - 1
