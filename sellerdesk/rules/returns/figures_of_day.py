"""What an account of a return is made by, as it holds on a day."""

from collections.abc import Callable
from datetime import date

import msgspec

from sellerdesk.domain.assumptions import Assumptions
from sellerdesk.rules.figures.values import Referral, Share


class FiguresOfDay(msgspec.Struct, frozen=True):
    """What an account is made by: the shares and rates by day, the last day for a refund, and the shop's assumptions."""

    tax: Callable[[date], Share | None]
    refund: Callable[[date], Share | None]
    rate: Callable[[str | None, date], Referral | None]
    refund_by: Callable[[date], date]
    shop: Assumptions
