"""The clock: the one place that reads it, for app and the command line alone; everything else is told the moment."""

from datetime import datetime, timedelta, timezone

JAPAN = timezone(timedelta(hours=9), "JST")
"""Japan's time has no summer time; a fixed offset needs no time zone database."""


def now() -> datetime:
    """The present moment in Japan."""
    return datetime.now(JAPAN)
