"""What Amazon keeps of a sale and of its refund: dated defaults, or the rate that the owner typed.

The fee of a sale (referral fee) is on price, shipping and gift wrap less points. A refund gives it back, less an
administration fee of a tenth of it. All amounts are whole yen, rounded half up; consumption tax comes on top.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from itertools import pairwise
from typing import Annotated, TypeVar

import msgspec

from sellerdesk.domain.clause import Text, Words
from sellerdesk.domain.folding import fold
from sellerdesk.domain.period import Period
from sellerdesk.rules.resource import TariffError, decode

PER_MILLE = 1000
P = TypeVar("P", bound=Period)


class Share(Period, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """So many per mille of an amount in a period, `most` yen at most."""

    per_mille: int
    most: int | None = None

    def of(self, yen: int) -> int:
        """The share in whole yen, rounded half up."""
        share = (yen * self.per_mille + PER_MILLE // 2) // PER_MILLE
        return share if self.most is None else min(share, self.most)


NO_TAX = Share(start=date.min, per_mille=0)


class Step(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The rate of amounts up to so many yen, or of all that are larger."""

    per_mille: int
    up_to: int | None = None


class Rate(Period, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The referral fee of a category in a period; `least` yen at least, `words` other names of the category."""

    name: Words
    words: tuple[str, ...] = ()
    checked: date
    source: Text
    least: int = 0
    step: Annotated[tuple[Step, ...], msgspec.Meta(min_length=1)]

    def fee(self, yen: int) -> int:
        """The fee of an amount before tax, in whole yen."""
        step = self.step[0] if len(self.step) == 1 else next(step for step in self.step if step.up_to is None or yen <= step.up_to)
        return max(self.least, (yen * step.per_mille + PER_MILLE // 2) // PER_MILLE)


class Fees(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All fees, and the consumption tax on them."""

    tax: tuple[Share, ...]
    refund: tuple[Share, ...]
    rate: tuple[Rate, ...]

    def by_category(self) -> Mapping[str, Sequence[Rate]]:
        """The rates of every category by each of its names, folded."""
        named: dict[str, list[Rate]] = {}
        for rate in self.rate:
            for name in {fold(word) for word in (rate.name.ja, rate.name.en, *rate.words)}:
                named.setdefault(name, []).append(rate)
        return named


def load(text: str, file: str) -> Fees:
    """The fees of a TOML text. Raises TariffError for what may not be used: overlapping periods, steps that do not end open."""
    fees = decode(text, Fees, file)
    for dated in (fees.tax, fees.refund, *fees.by_category().values()):
        for one, following in pairwise(sorted(dated, key=lambda period: period.start)):
            if one.end is None or following.start <= one.end:
                raise TariffError(f"{file}: what begins on {one.start} overlaps what begins on {following.start}")
    for rate in fees.rate:
        ends = [step.up_to for step in rate.step]
        if ends[-1] is not None or None in ends[:-1] or ends[:-1] != sorted(set(ends[:-1]), key=lambda end: end or 0):
            raise TariffError(f"{file}: {rate.name.en}: the steps do not go up to an open end")
    return fees


def on(dated: Sequence[P], day: date) -> P | None:
    """What is in force on a day (Japan)."""
    return next((one for one in dated if one.holds(day)), None)


def percent_of(yen: int, per_cent: Fraction) -> int:
    """So many per cent of whole yen, rounded half up."""
    parts, whole = per_cent.as_integer_ratio()
    over = 100 * whole
    return (2 * yen * parts + over) // (2 * over)
