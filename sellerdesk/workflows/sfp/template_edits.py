"""Several cells of a shipping template at once: a table that is pasted, and wrong figures put right; each is one step of undo."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

import msgspec

from sellerdesk.domain.finding import Finding
from sellerdesk.domain.template import TemplateCell
from sellerdesk.readers.cells import BadCell
from sellerdesk.readers.templates import NOT_OFFERED, fee, most_days, place
from sellerdesk.rules.checks import TEMPLATE_CHECKS
from sellerdesk.store.history import doing
from sellerdesk.store.template_cells import keep, of
from sellerdesk.workflows.sfp.templates import FIELDS
from sellerdesk.workflows.terms import rule

Row = Sequence[TemplateCell | None]
"""The cells of a region, in the order of the form; None where the form has no fields."""


def set_cells(store: Path, cells: Sequence[TemplateCell], now: datetime) -> tuple[TemplateCell, ...]:
    """Put these cells in place of those of their names; gives all cells. Raises UnusableStore."""
    names = {cell.name for cell in cells}
    first = cells[0] if cells else TemplateCell(region="honshu", service="standard")
    with doing(store, "template_cell", now, template=first.template, region=first.region, service=first.service, to="") as db:
        keep(db, [*(cell for cell in of(db) if cell.name not in names), *cells], now)
        return of(db)


def with_figure(cell: TemplateCell, field: str, text: str) -> TemplateCell | None:
    """A cell with one figure as it is written; None for what is no count of days and no yen.

    With its first days, a cell takes the fee of Prime members that the form shows: none.
    """
    try:
        value = (most_days if field == "days" else fee)(text.strip()) if text.strip() else None
    except BadCell:
        return None
    if field == "days" and value == NOT_OFFERED:
        return not_served(cell)
    preset = {"prime_fee": 0} if field == "days" and value is not None and cell.prime_fee is None else {}
    return msgspec.structs.replace(cell, offered="yes", **preset, **{field: value})


def not_served(cell: TemplateCell) -> TemplateCell:
    """A cell of a place that the service does not go to."""
    return msgspec.structs.replace(cell, offered="no", days=None, prime_fee=None, other_fee=None)


def pasted(text: str, rows: Sequence[Row], line: int = 0, column: int = 0) -> list[TemplateCell]:
    """The cells that a pasted table changes: its rows go to the regions that they name, or follow each other from a line on.

    Columns fill the figures from a column on (0: the first service's days); a cell that is no figure leaves what stood there.
    """
    changed: dict[str, TemplateCell] = {}
    for offset, words in enumerate(splitline.split("\t") for splitline in text.strip("\r\n").splitlines()):
        named = place(words[0]) if words[0].strip() and not words[0].strip()[0].isdecimal() else None
        at = next((number for number, row in enumerate(rows) if named and is_of(row, named)), None)
        if named and at is None:
            continue
        row = rows[line + offset if at is None else at] if at is not None or line + offset < len(rows) else ()
        fill(changed, row, words[1:] if named else words, 0 if named else column)
    return list(changed.values())


def is_of(row: Row, named: tuple[str, str]) -> bool:
    """Whether the cells of a row are of a region, or of the part of one."""
    first = next((cell for cell in row if cell is not None), None)
    return first is not None and (first.region, first.place) == named


def fill(changed: dict[str, TemplateCell], row: Row, words: Sequence[str], column: int) -> None:
    """Put the words of a line into the cells of a region, from a column on."""
    for number, word in enumerate(words, start=column):
        cell = row[number // len(FIELDS)] if number // len(FIELDS) < len(row) else None
        if cell is None or not word.strip():
            continue
        there = changed.get(cell.name, cell)
        if there.offered == "no" and cell.name in changed and number % len(FIELDS):
            continue  # the days said that the place is not served
        after = with_figure(there, FIELDS[number % len(FIELDS)], word.replace("¥", "").replace("￥", ""))
        if after is not None and after != there:
            changed[cell.name] = after


def put_right(cells: Sequence[TemplateCell], found: Mapping[str, Sequence[Finding]]) -> list[TemplateCell]:
    """The cells that break the terms, with the smallest lawful values in them."""
    after = []
    for cell in cells:
        right = cell
        for finding in found.get(cell.name, ()):
            if finding.outcome == "breach":
                for change in TEMPLATE_CHECKS[rule(finding.rule).check].change(finding):
                    served = not (change.fact == "offered" and change.to == "no")
                    right = msgspec.structs.replace(right, **{change.fact: change.to}) if served else not_served(right)
        if right != cell:
            after.append(right)
    return after


def field_at_fault(finding: Finding) -> str:
    """The field that a finding is about: the one that it lacks, or the one that its change would turn."""
    changes = TEMPLATE_CHECKS[rule(finding.rule).check].change(finding) if finding.outcome != "ok" and not finding.missing else ()
    fact = finding.missing[0] if finding.missing else changes[0].fact if changes else ""
    return "offered" if fact == "served" else fact  # whether the cell serves its area is what is ticked there
