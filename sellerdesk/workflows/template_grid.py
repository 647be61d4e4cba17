"""The grid of shipping templates that the shop keeps: read from a sheet or filled in by hand, cell by cell."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

import msgspec

from sellerdesk.domain.account import Account
from sellerdesk.domain.finding import Finding
from sellerdesk.domain.refusal import UnusableArgument
from sellerdesk.domain.template import DOMESTIC, Region, Service, TemplateCell
from sellerdesk.readers.cells import BadCell
from sellerdesk.readers.templates import fee, most_days
from sellerdesk.store import facts as saved
from sellerdesk.store.connection import Database
from sellerdesk.store.history import doing
from sellerdesk.workflows.templates import judged

CELLS = "template_cells"
REGIONS: tuple[Region, ...] = (*DOMESTIC, "international")
SERVICES: tuple[Service, ...] = ("expedited", "standard", "same_day")
FIELDS = ("days", "prime_fee", "other_fee")


def of(db: Database) -> tuple[TemplateCell, ...]:
    """The cells of an open store."""
    return tuple(msgspec.convert(saved.get_setting(db, CELLS) or [], list[TemplateCell]))


def keep(db: Database, cells: Sequence[TemplateCell], now: datetime) -> None:
    """Put cells in place of all others."""
    saved.put_setting(db, CELLS, msgspec.to_builtins(list(cells)), now)


def set_cell(store: Path, cell: TemplateCell, field: str, text: str, now: datetime) -> tuple[TemplateCell, ...]:
    """Set one figure of a cell as the owner writes it ("" makes it not known); gives all cells.

    Raises UnusableArgument for what is no count of days and no yen, UnusableStore.
    """
    try:
        value = None if not text.strip() else (most_days if field == "days" else fee)(text.strip())
    except BadCell as error:
        raise UnusableArgument("bad_fact", fact=field, value=text, expected=error.args[0]) from error
    offered = "no" if field == "days" and value is not None and value < 0 else "yes"
    changed = msgspec.structs.replace(cell, **{field: value if offered == "yes" else None}, offered=offered)
    with doing(store, "template_cell", now, template=cell.template, region=cell.region, service=cell.service, to=text) as db:
        others = [one for one in of(db) if one.name != cell.name]
        keep(db, [*others, changed], now)
        return of(db)


def grid(cells: Sequence[TemplateCell], template: str) -> list[TemplateCell]:
    """Every cell of a template, those of parts of a region after their region; what nobody told is there and not known."""
    mine = [cell for cell in cells if cell.template == template]
    rows = []
    for region in REGIONS:
        for service in SERVICES:
            there = [cell for cell in mine if cell.region == region and cell.service == service]
            rows += there or [TemplateCell(template=template, region=region, service=service)]
    return [*rows, *(cell for cell in mine if cell not in rows)]


def marks(cells: Sequence[TemplateCell], account: Account, readings: Mapping[str, str], as_of: date) -> dict[str, list[Finding]]:
    """The findings on cells that hold something, by the cell's name; an empty cell is not offered, and no fault."""
    told = [cell for cell in cells if any(getattr(cell, field) is not None for field in FIELDS)]
    found: dict[str, list[Finding]] = {}
    for finding in judged(told, account, readings, as_of).findings:
        found.setdefault(finding.subject, []).append(finding)
    return found
