"""What the owner typed about the cost of points: units of a month and a margin."""

from typing import Annotated

import msgspec

MOST_UNITS = 999_999
MOST_PERCENT = 100


class TypedCost(msgspec.Struct, frozen=True):
    """Units that the shop sells in a month, and its margin before points in percent of the price; None for what was not typed."""

    units: Annotated[int, msgspec.Meta(ge=0, le=MOST_UNITS)] | None = None
    margin: Annotated[int, msgspec.Meta(ge=0, le=MOST_PERCENT)] | None = None
