"""What of a file was not read, and what was mended in its text before it was."""

from typing import NamedTuple

import msgspec

DAMAGE = ("orders", "skus", "zeros")
"""Kinds of Mend that are none: what a spreadsheet damaged stays as it is, and the file is to be downloaded again."""


class Mend(NamedTuple):
    """What was mended in a file, how often, and where first.

    `latin`: text turned back; `quotes`: taken off; `lines`: joined; `repeated`: rows that stand twice, counted once; `pacific`: times of
    the American west coast, turned into Japan time (once for a file). Of payments also what could not be mended: rows whose order
    number (`orders`) or SKU (`skus`) a spreadsheet made a number of, and those whose SKU lost the zeros before it (`zeros`);
    and that none of so many SKUs is in the saved listings (`strangers`).
    """

    kind: str
    times: int
    lines: tuple[int, ...]


class Unread(msgspec.Struct, frozen=True):
    """The sheet of a workbook that was read and the others that hold something, the titles of unread columns, and what was mended."""

    sheet: str | None = None
    other_sheets: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    mended: tuple[Mend, ...] = ()

    @property
    def damaged(self) -> tuple[Mend, ...]:
        """What a spreadsheet damaged, and nothing mended."""
        return tuple(mend for mend in self.mended if mend.kind in DAMAGE)


NOTHING_UNREAD = Unread()


def repeated(rows: int) -> tuple[Mend, ...]:
    """That some rows of a file stand twice in it, and are counted once; nothing for none."""
    return (Mend("repeated", rows, ()),) if rows > 0 else ()


def in_japan_time(*, pacific: bool) -> tuple[Mend, ...]:
    """That the times of a file were turned into Japan time; nothing where they are Japan's."""
    return (Mend("pacific", 1, ()),) if pacific else ()
