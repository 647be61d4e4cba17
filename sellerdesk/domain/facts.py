"""What the owner knows about a SKU and no listings report tells."""

from datetime import date
from typing import Literal

import msgspec

YesNo = Literal["yes", "no"]
Hazmat = Literal["yes", "no", "potential"]
NoDate = Literal["none"]
"""Known to have no date, as against `None`, not known."""


class SkuFacts(msgspec.Struct, frozen=True, omit_defaults=True):
    """Facts of one SKU; `None` is "not known" and never a default for no.

    `restock_date` is a day in Japan or "none" (a price file whose cell is blank); `ship_from` a country code
    (ISO 3166, "JP"); `size_cm` the three sides added up, in cm; `weight_g` in grams.
    """

    category: str | None = None
    preorder: YesNo | None = None
    hazmat: Hazmat | None = None
    medical: YesNo | None = None
    ship_from: str | None = None
    restock_date: date | NoDate | None = None
    asin: str | None = None
    size_cm: int | None = None
    weight_g: int | None = None


NOTHING_KNOWN = SkuFacts()
FACT_NAMES = SkuFacts.__struct_fields__


def joined(first: SkuFacts, second: SkuFacts) -> SkuFacts:
    """The facts of both; where both know one, `first` wins."""
    known = {name: value for name in FACT_NAMES if (value := getattr(first, name)) is not None}
    return msgspec.structs.replace(second, **known)
