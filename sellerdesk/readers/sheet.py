"""A file as rows of cells: encoding, line ends and delimiter found, and what is no text table refused by its nature."""

import csv
from collections.abc import Iterator
from functools import cached_property

import msgspec
from msgspec.structs import replace

from sellerdesk.domain.unread import Mend
from sellerdesk.readers.text_file import SURROGATE

MOST_BYTES = 512 * 1024 * 1024
"""A report of 300,000 offers is 50 MB; ten times that is no shop's report."""
BLOCK = 250_000
"""Characters of a text that are cut into cells at once: with four times as many the cells no longer lie in the processor's memory, which
takes a fifth more time."""
SAMPLE = 200
"""Cells by which a column is taken for one that says the same again and again, or something else each time."""
PADDING = "".join(map(chr, (*range(9), *range(10, 32), 127, 0xFEFF)))
"""Control characters that fill a file up behind its last line; a tab may end a row."""


class Sheet(msgspec.Struct, frozen=True, dict=True):
    """A text table: its encoding, its delimiter, and its text with a line feed between lines.

    Cells that could not be decoded hold lone surrogates; `broken` tells whether there are any. A workbook's sheet has its
    `cells`, as `typed` the places (line from 1, column from 0) of those that were no text in it, its `name` and those of the `others`
    that hold something. `mended` is what was mended in the text; `torn` are lines of which a line break made several, not known how.
    """

    encoding: str
    delimiter: str
    text: str
    broken: bool = False
    cells: list[list[str]] | None = None
    typed: frozenset[tuple[int, int]] = frozenset()
    name: str = ""
    others: tuple[str, ...] = ()
    mended: tuple[Mend, ...] = ()
    torn: frozenset[int] = frozenset()

    @cached_property
    def lines(self) -> list[str]:
        """The lines, line 1 first."""
        return self.text.split("\n")

    def top(self, count: int) -> "Sheet":
        """The first lines alone."""
        return replace(self, text=self.text[: self.end_of(count)], cells=None if self.cells is None else self.cells[:count])

    def only(self, text: str, line: int) -> "Sheet | None":
        """The lines that hold a text, below a line (from 1) and all above it; None where none does, itself where cells run over lines."""
        if self.cells is None and not self.is_plain:
            return self
        if self.cells is not None:
            rows = [row for row in self.cells[line:] if any(text in cell for cell in row)]
            return replace(self, cells=[*self.cells[:line], *rows], typed=frozenset()) if rows else None
        found = [row for row in self.lines[line:] if text in row]
        return replace(self, text="\n".join([*self.lines[:line], *found])) if found else None

    def end_of(self, line: int) -> int:
        """Where a line (from 1) ends in the text; its length when there are not so many."""
        end = -1
        for _line in range(line):
            end = self.text.find("\n", end + 1)
            if end < 0:
                return len(self.text)
        return end

    def rows(self) -> Iterator[list[str]]:
        """The cells of every line. Tabs: no quoting at all, a quotation mark is data; commas: as spreadsheets write them."""
        if self.cells is not None:
            return iter(self.cells)
        if self.delimiter == "\t":
            return (line.split("\t") for line in self.lines)
        return csv.reader(self.lines, strict=False)

    @cached_property
    def known_columns(self) -> dict[tuple[int, int, frozenset[int]], list[list[str]] | None]:
        """The columns that were asked for: a file is looked at, read and kept, and its text never changes."""
        return {}

    @cached_property
    def known_wholes(self) -> dict[tuple[int, int], "Sheet | None"]:
        """This sheet with its torn rows joined, by line and width of the header; None where it has none."""
        return {}

    @property
    def is_plain(self) -> bool:
        """Whether every cell is a piece of one line as it stands: text without quoted cells."""
        return self.cells is None and (self.delimiter == "\t" or '"' not in self.text)

    def columns(self, line: int, width: int, wanted: frozenset[int]) -> list[list[str]] | None:
        """The columns below a line (from 1) of a file without quoted cells, if every line below it has as many cells; else None.

        Only those at the `wanted` places (from 0) have their cells; the cells of the others are blank.
        """
        key = (line, width, wanted)
        if key not in self.known_columns:
            self.known_columns[key] = cut(self.text, self.end_of(line) + 1, self.delimiter, width, wanted) if self.is_plain else None
        return self.known_columns[key]


def cut(text: str, begin: int, delimiter: str, width: int, wanted: frozenset[int]) -> list[list[str]] | None:
    """The columns of the lines from a place in a text on, if all of them have `width` cells; None when they do not.

    Cut block by block: of 100,000 lines two thirds of the time of making a row of each and columns of the rows, and no cell of a
    column that nobody wants stays.
    """
    if begin >= len(text) or text.endswith("\n"):
        return None
    columns: list[list[str]] = [[] for _place in range(width)]
    count = 0
    while begin < len(text):
        end = text.find("\n", begin + BLOCK)
        block = text[begin : end if end >= 0 else len(text)]
        begin += len(block) + 1
        breaks = block.count("\n")
        cells = block.replace("\n", f"{delimiter}\n{delimiter}").split(delimiter)
        if len(cells) + 1 != (breaks + 1) * (width + 1) or cells[width :: width + 1].count("\n") != breaks:
            return None
        count += breaks + 1
        for place in wanted:
            columns[place] += shared(cells[place :: width + 1])
    return [column if place in wanted else [""] * count for place, column in enumerate(columns)]


def shared(cells: list[str]) -> list[str]:
    """Cells of which those that are alike are one text: of 300,000 offers 8 of 14 columns say the same few things, in 130 MB."""
    if cells.count(cells[0]) == len(cells):
        return cells[:1] * len(cells)
    if len(set(cells[:SAMPLE])) * 2 > SAMPLE:
        return cells
    known = {cell: cell for cell in set(cells)}
    return list(map(known.__getitem__, cells))


def is_broken(cell: str) -> bool:
    """Whether a cell holds bytes that are no text."""
    return bool(SURROGATE.search(cell)) or "\ufffd" in cell
