"""The clock: the one place that reads it, for app and the command line alone; everything else is told the moment."""

from datetime import datetime

from sellerdesk.domain.japan import JAPAN

__all__ = ["JAPAN", "now"]


def now() -> datetime:
    """The present moment in Japan."""
    return datetime.now(JAPAN)
