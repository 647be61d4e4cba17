"""What both upload files need: how old the listings are, and channels."""

from datetime import datetime, timedelta
from pathlib import Path

from sellerdesk.workflows.files import written

FRESH = timedelta(hours=24)
"""An older report may name prices that have changed since: uploading it would set them back."""
CHANNELS = {"seller": "DEFAULT", "amazon": "AMAZON_JP", None: ""}


def age_of(saved: str | None, listings: Path | None, now: datetime) -> timedelta:
    """How old a report is: by the moment kept with its import, else by its file on disk."""
    if saved:
        return now - datetime.fromisoformat(saved)
    return now - (written(listings, now) if listings else now)
