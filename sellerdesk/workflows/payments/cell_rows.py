"""The payment rows behind a figure of the page: one kind of row, in one month or several."""

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

import msgspec

from sellerdesk.domain.payment import Payment
from sellerdesk.rules.payments.once import every_once
from sellerdesk.workflows.payment_kinds import places
from sellerdesk.workflows.payments.kept import ROWS
from sellerdesk.workflows.payments.saved import of_imports

TOTAL = "total"
"""The row of the page that holds all others."""
ALL_KINDS = frozenset(kind for kinds in ROWS.values() for kind in kinds)


class CellRow(msgspec.Struct, frozen=True):
    """A payment row with its moment in Japan time ("2026-07-03 12:34:56") and the whole yen of it that the figure counts."""

    at: str
    type: str
    order_id: str
    sku: str
    text: str
    yen: int


def saved_cell_rows(store: Path, row: str, months: Collection[str]) -> list[CellRow]:
    """The rows behind a figure of the saved reports, each once, the newest first. Raises UnusableStore."""
    read = [content for _source, content in of_imports(store)]
    return sorted(cell_rows(every_once(read, places()).payments, row, months), key=lambda row: row.at, reverse=True)


def cell_rows(payments: Iterable[Payment], row: str, months: Collection[str]) -> Iterator[CellRow]:
    """The rows of some payments that have yen of a row of the page in some months (Japan)."""
    kinds = ALL_KINDS if row == TOTAL else frozenset(ROWS[row])
    for payment in payments:
        if payment.month in months:
            yen = [amount for kind, amount in places().parts(payment) if kind in kinds]
            if yen:
                yield CellRow(payment.at, payment.type, payment.order_id, payment.sku, payment.text, sum(yen))
