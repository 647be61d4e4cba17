"""A document for paper, before anybody draws it: headings, paragraphs, tables with bars. Plain values, so that a child can hand it over."""

import msgspec


class Heading(msgspec.Struct, frozen=True, tag="heading"):
    """A heading; `level` 1 begins a part, on a new page where little of this one is left, 2 a section."""

    text: str
    level: int = 2


class Text(msgspec.Struct, frozen=True, tag="text"):
    """A paragraph; what says a verdict has its outcome, and so its colour."""

    text: str
    strong: bool = False
    outcome: str = ""


class Table(msgspec.Struct, frozen=True, tag="table"):
    """Rows under titles, which every page repeats; `figures` are the columns of numbers.

    `bars` gives every row a bar of that share (0 to 1) in a column of its own.
    """

    head: list[str]
    rows: list[list[str]]
    figures: list[int] = []
    bars: list[float] = []


class Document(msgspec.Struct, frozen=True):
    """A whole document: its title stands on every page beside the page's number, and the name of the shop where it has one."""

    title: str
    note: str
    blocks: list[Heading | Text | Table]
    shop: str = ""

    def letters(self) -> set[str]:
        """All letters that stand in it."""
        every = set(self.title + self.note + self.shop + "0123456789/ ")
        for block in self.blocks:
            if isinstance(block, Table):
                every.update(*block.head, *(cell for row in block.rows for cell in row))
            else:
                every.update(block.text)
        return every
