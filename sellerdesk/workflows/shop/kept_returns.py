"""The saved returns reports together: they add up, and each order is taken, with all its rows, from the newest that names it."""

from collections.abc import Set as AbstractSet
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from sellerdesk.domain.imported import Import
from sellerdesk.domain.refusal import rows_lost
from sellerdesk.domain.returned_item import LINES_APART, ReturnedItem
from sellerdesk.readers.opening import read_sheet
from sellerdesk.readers.returns import KINDS, Returns
from sellerdesk.store import imports
from sellerdesk.store.connection import Database
from sellerdesk.workflows.files import Source, read
from sellerdesk.workflows.shop.kept_report import as_it_was_let_in


class KeptReturns(Struct, frozen=True):
    """The newest returns report, the earlier ones that count too (the newest first), and the returns of all of them.

    Of the rows refused in an earlier report those of orders that a newer one tells are left out, and a report whose orders newer ones
    all tell counts no more: it was mended, or grew.
    """

    newest: Source
    earlier: list[Source]
    items: list[ReturnedItem]

    @property
    def refused(self) -> int:
        """Rows that could not be read, and that no newer report tells."""
        return sum(rows_lost(source.refused) for source in (self.newest, *self.earlier))


class Beside(Struct, frozen=True):
    """The orders of a report that are new, those that it tells in place of an earlier one, and those of earlier ones that stay."""

    new: int
    newer: int
    stay: int


def kept_returns(db: Database) -> KeptReturns | None:
    """The saved returns, read again from what their imports kept; None when there are none."""
    sources, items, orders = list[Source](), list[ReturnedItem](), set[str]()
    for imported in reversed(imports.every(db)):
        if imported.kind not in KINDS:
            continue
        source, content = read_back(db, imported)
        mine = [item for item in content.items if item.subject not in orders]
        if mine or not sources:
            items += placed(mine, len(sources), source.file)
            sources.append(without_told(source, content, orders))
            orders |= {item.subject for item in mine}
    if not sources:
        return None
    return KeptReturns(sources[0], sources[1:], items if sources[1:] else [replace(item, file="") for item in items])


def read_back(db: Database, imported: Import) -> tuple[Source, Returns]:
    """A report as it was kept."""
    data = imports.source(db, imported.number)
    with as_it_was_let_in():
        source, content = read(Path(imported.file), data, KINDS, sheet=read_sheet(data, KINDS))
    return replace(source, number=imported.number), content


def without_told(source: Source, content: Returns, orders: AbstractSet[str]) -> Source:
    """A report without the refused rows of some orders."""
    return replace(source, refused=[refusal for refusal in source.refused if content.unread.get(refusal.line) not in orders])


def placed(items: list[ReturnedItem], place: int, file: str) -> list[ReturnedItem]:
    """The returns of the report at a place (0: the newest), under lines that no other report has, with its file."""
    return [replace(item, line=item.line + place * LINES_APART, file=file) for item in items]


def beside(there: KeptReturns | None, items: list[ReturnedItem]) -> Beside | None:
    """What the returns of a further report do beside those that are there; None for the first one."""
    if there is None:
        return None
    before, mine = {item.subject for item in there.items}, {item.subject for item in items}
    return Beside(len(mine - before), len(mine & before), len(before - mine))
