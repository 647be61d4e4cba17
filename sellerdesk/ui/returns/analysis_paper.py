"""The analysis on paper: the table, the months and the dearest SKUs as they are seen, one below the other."""

from typing import TYPE_CHECKING

from sellerdesk.domain.refusal import Fault
from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.desk.shops import paper_name
from sellerdesk.ui.style.translate import translate
from sellerdesk.whole_file import write_whole
from sellerdesk.writers.shown_table import ShownTable

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from sellerdesk.ui.returns.month_columns import Month
    from sellerdesk.ui.widgets.text_table import TextTable

COLUMNS = 5


def table(  # noqa: PLR0917 (the parts of the page, in their order)
    desk: Desk, titles: "Mapping[str, str]", note: str, shares: "TextTable", months: "Sequence[Month]", dearest: "TextTable"
) -> ShownTable:
    """All parts of the page as one table; each part has its title ("table", "months", "dearest") in a row of its own."""
    rows = [*part(titles["table"], shares, (0, 1, 2, 4)), row(""), row(titles["months"])]
    rows += [row(month.name, "", f"{month.yen:,}", "–" if month.before is None else f"{month.before:,}") for month in months]
    rows += [row(""), *part(titles["dearest"], dearest, (0, 2, 3, 1, 4))]
    head = [
        translate("Analysis", "What"), translate("Analysis", "Returns"), translate("Analysis", "Cost (yen)"),
        translate("Analysis", "Each, year before, or item"), translate("Analysis", "Commonest reason"),
    ]  # fmt: skip
    return ShownTable(translate("Analysis", "What returns cost"), note, head, [False, True, True, False, False], rows, paper_name(desk))


def write(desk: Desk, file: "Path", made: ShownTable) -> None:
    """Write a table as a PDF; say whether that could be done."""
    from sellerdesk.ui.paper.table_paper import table_pdf

    data = table_pdf(made, lambda _done, _all: None)
    try:
        write_whole(file, [data])
    except (OSError, Fault):
        words = translate("Returns", "“{file}” could not be written there. Choose another folder.")
        desk.said.emit(words.format(file=file.name), "breach")
    else:
        desk.said.emit(translate("Returns", "“{file}” is saved.").format(file=file.name), "ok")


def part(title: str, table: "TextTable", columns: tuple[int, ...]) -> list[list[str]]:
    """A part with its title: these columns of a table, or what it says in the place of rows."""
    if table.none:
        return [row(title), row(table.none)]
    cells = [[table.item(line, place) for place in columns] for line in range(table.rowCount())]
    return [row(title), *(row(*(cell.text() if cell else "" for cell in line)) for line in cells)]


def row(*cells: str) -> list[str]:
    """A row of the paper's columns."""
    return [*cells, *[""] * (COLUMNS - len(cells))]
