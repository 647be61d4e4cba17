"""What Amazon keeps of a sale and of its refund, by the figures of the day, or by the rate that the owner typed.

The fee of a sale (referral fee) is on price, shipping and gift wrap less points. A refund gives it back, less an
administration fee of a tenth of it. All amounts are whole yen, rounded half up; consumption tax comes on top.
"""

from fractions import Fraction

from sellerdesk.domain.money import PER_CENT
from sellerdesk.rules.figures.values import Share

Taxes = tuple[Share | None, Share | None]
"""The consumption tax on the fee of a sale, and that on what is kept when it is refunded: each of its own day; None: not known."""
NO_TAX = Share(per_mille=0)
STEP_READING = "AMB-19"
"""Whether points come off the proceeds before the step of a fee is chosen."""
LESS_POINTS = "less-points"


def percent_of(yen: int, per_cent: Fraction) -> int:
    """So many per cent of whole yen, rounded half up."""
    parts, whole = per_cent.as_integer_ratio()
    over = PER_CENT * whole
    return (2 * yen * parts + over) // (2 * over)
