"""The days on which a shop is closed beside weekends and national holidays."""

from datetime import date

import msgspec

YEAR_END = ((12, 29), (12, 30), (12, 31), (1, 1), (1, 2), (1, 3))
"""Days, as month and day, on which many shops and offices are closed; 1 January is a holiday for everybody."""


class Calendar(msgspec.Struct, frozen=True):
    """What the owner closes beside national holidays: single days, and the year-end (29 December to 3 January)."""

    closed: frozenset[date] = frozenset()
    year_end: bool = False

    def closes(self, day: date) -> bool:
        """Whether the owner closes the shop on a day (Japan)."""
        return day in self.closed or (self.year_end and (day.month, day.day) in YEAR_END)


NATIONAL = Calendar()
"""Weekends and national holidays only: the safe side, for it gives the earliest deadline."""
