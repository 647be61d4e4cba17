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
    def known_columns(self) -> dict[tuple[int, int], list[list[str]] | None]:
        """The columns that were asked for: a file is looked at, read and kept, and its text never changes."""
        return {}

    @cached_property
    def known_wholes(self) -> dict[tuple[int, int], "Sheet"]:
        """This sheet with its torn rows joined, by line and width of the header."""
        return {}

    def columns(self, line: int, width: int) -> list[list[str]] | None:
        """The columns below a line (from 1) of a file without quoted cells, if every line below it has as many cells; else None.

        Cut all at once: of 100,000 lines two thirds of the time of making a row of each and columns of the rows.
        """
        if (line, width) not in self.known_columns:
            plain = self.cells is None and (self.delimiter == "\t" or '"' not in self.text)
            self.known_columns[line, width] = cut(self.text[self.end_of(line) + 1 :], self.delimiter, width) if plain else None
        return self.known_columns[line, width]


def cut(text: str, delimiter: str, width: int) -> list[list[str]] | None:
    """The columns of lines that all have `width` cells; None when they do not."""
    if not text:
        return None
    breaks = text.count("\n")
    text = text.replace("\n", f"{delimiter}\n{delimiter}")
    cells = text.split(delimiter)
    del text  # of 300,000 offers it takes 80 MB, as its cells begin to take 300
    ends, ragged = divmod(len(cells) + 1, width + 1)
    if ragged or cells[width :: width + 1].count("\n") != ends - 1 or breaks != ends - 1:
        return None
    return [cells[place :: width + 1] for place in range(width)]


def is_broken(cell: str) -> bool:
    """Whether a cell holds bytes that are no text."""
    return bool(SURROGATE.search(cell)) or "\ufffd" in cell
