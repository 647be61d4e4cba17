"""One row of a payment report: what Amazon paid or took. Nothing of a buyer is part of it; `None` is "not known"."""

from collections.abc import Sequence
from typing import Literal

import msgspec

COLUMNS = (
    "product_sales", "product_sales_tax", "shipping", "shipping_tax", "gift_wrap", "gift_wrap_tax", "points", "promotion", "promotion_tax",
    "withheld_tax", "selling_fees", "fba_fees", "other_fees", "other",
)  # fmt: skip
"""The columns of money of a transactions report, in the order of its header."""
SETTLEMENT_COLUMNS = ("amount",)
"""The one column of money of a settlement report."""
Report = Literal["payments", "settlement"]
"""The reports there are: transactions by date range, and the settlement report V2."""
State = Literal["deferred", "released", "unknown", ""]
"""Whether Amazon has paid a row: held back, paid, a word that nobody knows, or not told (older files, settlements)."""
Fulfilled = Literal["amazon", "seller", ""]
"""Who sent the parcel; "" where that is not told."""


class Payment(msgspec.Struct, frozen=True, gc=False):
    """A row: its line in the file, its moment in Japan time ("2026-07-03 12:34:56"), its kind and text as they are written.

    A moment without seconds ("2026-07-03 12:34") is one of which they are not known.

    `amounts` are whole yen by the columns of its report, what Amazon takes being negative, and `total` what the report adds them up
    to. `settlement` is the number of the settlement, `amount_type` stands in settlement reports alone. `released` is when a row
    that was held back is paid, in Japan time; "" where that is not told.
    """

    line: int
    at: str
    type: str
    order_id: str
    sku: str
    text: str
    amounts: tuple[int, ...]
    total: int
    quantity: int | None = None
    settlement: str = ""
    amount_type: str = ""
    report: Report = "payments"
    state: State = ""
    released: str = ""
    fulfilled: Fulfilled = ""

    @property
    def month(self) -> str:
        """The month (Japan) that it counts for: "2026-07"."""
        return self.at[:7]

    @property
    def difference(self) -> int:
        """Yen by which the total is more than its columns come to; 0 in every sound row."""
        return self.total - sum(self.amounts)


class PrintedTotal(msgspec.Struct, frozen=True):
    """What a settlement says its rows come to, in whole yen; `line` is where that stands."""

    settlement: str
    yen: int
    line: int = 0


class UnknownColumn(msgspec.Struct, frozen=True):
    """A column of money that nobody knows: its title, and the yen of its cells in rows whose total holds them; none of it is placed."""

    title: str
    yen: int
    rows: int


class PaymentsOfFile(msgspec.Struct, frozen=True):
    """The rows of one file that was read, with the totals that it prints, its unknown columns, and whether it ends inside a row (`cut`).

    `repeated` rows stand once more below another header of the file, and are not among them; `headers` are the lines of such headers.
    `pacific`: it has times of the American west coast, which were turned into Japan time.
    """

    payments: Sequence[Payment]
    printed: Sequence[PrintedTotal] = ()
    cut: bool = False
    unknown: Sequence[UnknownColumn] = ()
    repeated: int = 0
    headers: Sequence[int] = ()
    pacific: bool = False


class AlsoIn(msgspec.Struct, frozen=True):
    """A file by name, and how many rows of another one stand in it, too, under another settlement's number, or under none."""

    file: str
    rows: int
