"""A calculation of the returns page that is kept: what was typed, of which item, and what it came to."""

import msgspec

from sellerdesk.domain.return_costs import Certainty

MOST = 20
"""So many calculations are kept, the newest first."""


class Calculation(msgspec.Struct, frozen=True):
    """What stood in the form, by the names of the inputs, and the item it was about ("" for none). `at` is a moment in Japan as text.

    `yen` is the cost, `bound` how far it can be trusted (as a figure of the account), `reason` the row of the reason table.
    `begun` is true for the calculation that stands in the form: it comes back after a restart.
    """

    at: str
    inputs: dict[str, str]
    sku: str = ""
    order_id: str = ""
    title: str = ""
    reason: str = ""
    yen: int | None = None
    bound: Certainty = "exact"
    begun: bool = False
