"""What the value of a figure can be: yen, percent, days, a fee in steps, a rate to keep, a size, a route. Whole numbers only."""

from typing import Annotated, Literal

import msgspec

PER_MILLE = 1000
Yen = Annotated[int, msgspec.Meta(ge=0, le=100_000_000)]
Percent = Annotated[int, msgspec.Meta(ge=0, le=100)]
PerMille = Annotated[int, msgspec.Meta(ge=0, le=1000)]
MOST_DAYS, MOST_HANDLING = 366, 100_000
"""Days of a figure, and yen that handling one return can cost, at most: more is a slip of the keys."""
Days = Annotated[int, msgspec.Meta(ge=1, le=MOST_DAYS)]
Count = Annotated[int, msgspec.Meta(ge=1, le=100_000)]
Prefecture = Annotated[int, msgspec.Meta(ge=1, le=47)]
PointsForm = Literal["price-file", "points-central"]
Counted = Literal["on_time_delivery", "valid_tracking", "cancellation"]


def rounded(yen_per_mille: int) -> int:
    """Thousandths of a yen as whole yen, rounded half up."""
    return (yen_per_mille + PER_MILLE // 2) // PER_MILLE


class Share(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """So many per mille of an amount, `most` yen at most."""

    per_mille: PerMille
    most: Yen | None = None

    def of(self, yen: int) -> int:
        """The share in whole yen, rounded half up."""
        share = rounded(yen * self.per_mille)
        return share if self.most is None else min(share, self.most)


class Step(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The rate of amounts up to so many yen, or of all that are larger.

    `whole`: an amount that ends in this step pays its rate on all of it, also where other amounts pay portion by portion.
    """

    per_mille: PerMille
    up_to: Annotated[int, msgspec.Meta(ge=1)] | None = None
    whole: bool = False


class Referral(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A referral fee in steps. `whole`: the whole amount pays the rate of its step; `portion`: each part the rate of its own.

    `least` is the least fee in yen. All amounts are before consumption tax.
    """

    steps: Annotated[tuple[Step, ...], msgspec.Meta(min_length=1)]
    kind: Literal["whole", "portion"] = "whole"
    least: Yen = 0

    def step_of(self, proceeds: int) -> Step:
        """The step in which the proceeds of one unit (yen) end."""
        return next(step for step in self.steps if step.up_to is None or proceeds <= step.up_to)

    def fee(self, amount: int, proceeds: int | None = None) -> int:
        """The fee in whole yen on an amount (yen), the step chosen by the proceeds of one unit (yen; else by the amount)."""
        step = self.step_of(amount if proceeds is None else proceeds)
        if self.kind == "whole" or step.whole:
            return max(self.least, rounded(amount * step.per_mille))
        return max(self.least, rounded(self.by_portions(amount)))

    def by_portions(self, amount: int) -> int:
        """The fee in thousandths of a yen where each portion pays its own rate; steps that are paid whole are no portions."""
        fee = done = 0
        for step in self.steps:
            if step.whole or done >= amount:
                continue
            end = amount if step.up_to is None else min(amount, step.up_to)
            fee, done = fee + (end - done) * step.per_mille, end
        return fee

    def wrong(self) -> str | None:
        """What is wrong with the steps: "steps_open" when the last has an end or another has none, "steps_order" when they do not rise."""
        ends = [step.up_to for step in self.steps]
        if ends[-1] is not None or None in ends[:-1]:
            return "steps_open"
        known = [end for end in ends if end is not None]
        return "steps_order" if known != sorted(set(known)) else None


class Measure(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A rate that Amazon asks for over the trailing days: at least (or, of failures, at most) so many percent of what is counted.

    `shops` are those of whom it is asked. `below`: the most percent itself is too many already.
    """

    counts: Counted
    days: Days
    shops: Literal["prime", "ordinary", "express"] = "prime"
    least_percent: Percent | None = None
    most_percent: Percent | None = None
    below: bool = False

    def wrong(self) -> str | None:
        """What is wrong: "measure_bound" where not exactly one bound is given, "measure_below" of a least that must not be reached."""
        if (self.least_percent is None) == (self.most_percent is None):
            return "measure_bound"
        return "measure_below" if self.below and self.most_percent is None else None


class Trial(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a trial asks: rates in percent, over so many of the last orders."""

    same_day_percent: Percent
    tracking_percent: Percent
    cancelled_below_percent: Percent
    orders: Annotated[tuple[Count, ...], msgspec.Meta(min_length=1)]


class Size(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The largest parcel of a class: grams, and the three sides in cm, the longest first."""

    grams: Count
    sides_cm: tuple[Count, Count, Count]

    def holds(self, total_cm: int, grams: int) -> bool:
        """Whether a parcel of three sides added up (cm) and a weight (g) can be one of the class."""
        return total_cm <= sum(self.sides_cm) and grams <= self.grams


class Routes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Routes of a carrier that need so many days, both ways: prefectures by number (JIS X 0401). `partly` are those of which only parts."""

    carrier: str
    days: Days
    between: Annotated[tuple[tuple[tuple[Prefecture, ...], tuple[Prefecture, ...]], ...], msgspec.Meta(min_length=1)]
    partly: tuple[Prefecture, ...] = ()
