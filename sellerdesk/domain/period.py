"""Dated entries: from when until when each holds, and what is wrong with periods that overlap."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

import msgspec

from sellerdesk.domain.clause import Text, Words


class Period(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename={"start": "from", "end": "to"}):
    """From a day to another (both inclusive, Japan); no `to`: open-ended."""

    start: date
    end: date | None = None

    def holds(self, day: date) -> bool:
        """Whether a day lies in it."""
        return self.start <= day and (self.end is None or day <= self.end)


class Dated(Period, frozen=True, kw_only=True):
    """What holds for a time: its name, where it was read, and the day on which it was last seen to hold."""

    name: Words
    checked: date
    source: Words | Text


def wrong_periods(dated: Sequence[Dated]) -> Iterable[str]:
    """Periods that run backwards, overlap or do not stand in the order of their days."""
    for version in dated:
        if version.end is not None and version.end < version.start:
            yield f"what begins on {version.start} ends before it begins"
    for version, following in pairwise(dated):
        if version.end is None or following.start <= version.end:
            yield f"what begins on {version.start} overlaps what begins on {following.start}"
