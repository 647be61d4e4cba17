"""What a table shows, taken out of it: columns in sight from left to right, rows as they stand, words as they are read."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QTableView

from sellerdesk.ui.desk.tasks import Turns
from sellerdesk.ui.lists.roles import ALIGN, DISPLAY, HORIZONTAL
from sellerdesk.ui.lists.rows_model import RowsModel
from sellerdesk.ui.style.plain import AS_READ

AT_ONCE = 500
"""Rows taken in one turn: their words take some milliseconds."""
TURN_MS = 20
AT_RIGHT = int(Qt.AlignmentFlag.AlignRight)
Rows = list[list[str]]


def shown_columns(view: QTableView) -> list[int]:
    """The columns in sight, from left to right."""
    header = view.horizontalHeader()
    return [place for place in map(header.logicalIndex, range(header.count())) if not view.isColumnHidden(place)]


def titles(view: QTableView, columns: list[int]) -> list[str]:
    """The titles of columns, without the marks of sorting."""
    model = view.model()
    if isinstance(model, RowsModel):
        return [model.columns[place].title() for place in columns]
    return [str(view.model().headerData(place, HORIZONTAL, DISPLAY) or "") for place in columns]


def figures(view: QTableView, columns: list[int]) -> list[bool]:
    """Which columns hold numbers: those at the right."""
    model = view.model()
    if isinstance(model, RowsModel):
        return [model.columns[place].right for place in columns]
    first = [model.index(0, place, QModelIndex()).data(ALIGN) for place in columns]
    return [bool(int(cell or 0) & AT_RIGHT) for cell in first]


def words_of(view: QTableView, columns: list[int], lines: list[int] | None) -> Iterator[Callable[[], Rows]]:
    """What gives the words of rows, some at a time; without lines, of all that are shown now, whatever is shown later."""
    model = view.model()
    if isinstance(model, RowsModel):
        texts = [model.columns[place].text for place in columns]
        rows = model.rows
        places = model.shown if lines is None else [model.shown[line] for line in lines]
        for start in range(0, len(places), AT_ONCE):
            some = places[start : start + AT_ONCE]
            yield lambda some=some: [[text(rows[place]) for text in texts] for place in some]  # type: ignore[misc]  # a default binds
        return
    chosen = list(range(model.rowCount())) if lines is None else lines
    cells = [[as_read(model.index(line, place, QModelIndex())) for place in columns] for line in chosen]
    yield lambda: cells


def as_read(index: QModelIndex) -> str:
    """What a cell of a small table holds, letter for letter."""
    kept = index.data(AS_READ)
    return str(index.data(DISPLAY) or "" if kept is None else kept)


def copy(view: QTableView, turns: Turns, lines: list[int] | None = None, then: Callable[[int], object] = lambda _count: None) -> None:
    """Put rows with their titles on the clipboard, some or all, as a spreadsheet takes them; what looks like a formula stays text.

    `then` is told how many they were, once they are there.
    """
    from sellerdesk.writers.plain_text import pasted

    columns = shown_columns(view)
    kinds, taken = figures(view, columns), ["\t".join(titles(view, columns))]

    count = 0

    def take(some: Callable[[], Rows]) -> None:
        nonlocal count
        rows = some()
        count += len(rows)
        taken.append(pasted(rows, kinds))

    def put() -> None:
        QApplication.clipboard().setText("\n".join(taken))
        then(count)

    acts = [partial(take, some) for some in words_of(view, columns, lines)]
    if len(acts) > 1:
        turns.start(acts, put)
        return
    for act in acts:
        act()
    put()
