"""Japan, in which all days are counted and from which everything is sent: its time and its code."""

from datetime import timedelta, timezone

JAPAN = timezone(timedelta(hours=9), "JST")
"""Japan's time has no summer time; a fixed offset needs no time zone database."""

JP = "JP"
"""The country (ISO 3166-1)."""
