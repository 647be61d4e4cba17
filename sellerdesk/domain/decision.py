"""What the owner decided about a finding: mended, later, or not so."""

from typing import Literal

import msgspec

Kind = Literal["done", "refunded", "claimed", "later", "not-so"]
"""done (mended in Seller Central) · refunded (a return) · claimed (a label) · later · not-so (the owner knows better, and says why)."""

SPECIAL = {"refunded": "returns.refund-deadline", "claimed": "returns.label-payer"}
"""The kinds that only one rule's findings can have: its own words for "done"."""


class Decision(msgspec.Struct, frozen=True):
    """One decision about what a rule finds of a subject (a SKU, an order id); no rule judges otherwise for it.

    The row of a return leaves out what was settled by it.

    `case` is what the rule said when the owner decided ("" where that is not saved), `decided_at` Japan time (ISO 8601).
    """

    rule: str
    subject: str
    kind: Kind
    why: str
    case: str
    decided_at: str

    def holds(self, case: str) -> bool:
        """Whether the rule still says what it said then: a decision about something else is an old one."""
        return self.case in ("", case)
