"""How a table is laid out, and views that keep a layout with its filters under a name; both outlive the window."""

import msgspec

Key = tuple[str, bool]
"""A column's name, and whether it is sorted backwards."""


class Layout(msgspec.Struct, frozen=True):
    """Columns by name: their order, the widths that were chosen, those hidden, those kept where room is short, and the sorting.

    Widths are pixels at letters of the natural size. Of a column that is not named, the program decides.
    """

    order: tuple[str, ...] = ()
    widths: dict[str, int] = {}
    hidden: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    sort: tuple[Key, ...] = ()


class View(msgspec.Struct, frozen=True):
    """A layout with what was filtered and searched."""

    name: str
    layout: Layout
    filters: dict[str, str] = {}
    search: str = ""
