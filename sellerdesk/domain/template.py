"""One cell of a shipping template: where to, by which service, in how many days, and what it costs whom."""

from typing import Literal

import msgspec

from sellerdesk.domain.facts import YesNo

Region = Literal["honshu", "shikoku", "kyushu", "hokkaido", "okinawa", "remote", "island", "international"]
"""The regions that the terms name; "island" is an island called by its own name, of which they do not say whether it is remote."""

Service = Literal["expedited", "standard", "same_day", "scheduled"]

DOMESTIC: tuple[Region, ...] = ("honshu", "shikoku", "kyushu", "hokkaido", "okinawa", "remote")
"""Japan, whole."""


class TemplateCell(msgspec.Struct, frozen=True, kw_only=True):
    """One template, place and service; `None` is "not known", never 0 days or 0 yen.

    `place` is the region's id, or the words for a part of it (東京都); `days` the most days until delivery, counted from the
    order; `prime_fee` and `other_fee` whole yen; `offered` whether the template serves the place at all; `prime` whether
    the template is told to be a Prime one; `same_day_region` whether the shop may use Same Day; `line` of the file (from 1).
    `offered` is None for a cell that nobody told, `served` is whether any service of the template goes to the whole of the place.
    """

    template: str = ""
    region: Region
    place: str = ""
    service: Service
    days: int | None = None
    prime_fee: int | None = None
    other_fee: int | None = None
    offered: YesNo | None = "yes"
    prime: YesNo | None = None
    same_day_region: YesNo | None = None
    served: YesNo | None = None
    line: int = 0

    @property
    def name(self) -> str:
        """The cell as findings call it: template, place and service."""
        return " / ".join(part for part in (self.template, self.place or self.region, self.service) if part)
