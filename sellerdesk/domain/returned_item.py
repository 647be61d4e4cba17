"""One return, as far as the question who pays its shipping needs it."""

import msgspec


class ReturnedItem(msgspec.Struct, frozen=True):
    """A returned item: `reason` is a row of the reason table (1–22), a report's code or a phrase of the table.

    `subject` names the return: an order id or the number of a quote. `None` is "not known".
    """

    subject: str = ""
    reason: str | None = None
    category: str | None = None
    line: int = 0
