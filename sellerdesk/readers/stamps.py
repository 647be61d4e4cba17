"""A cell as a moment in Japan time: what carries a zone is converted, what carries none is Japan time already."""

import re
from datetime import UTC, date, datetime, timedelta, timezone

from sellerdesk.domain.days import is_ours
from sellerdesk.domain.expressions import expression
from sellerdesk.domain.japan import JAPAN
from sellerdesk.domain.shipment import Stamp
from sellerdesk.readers import cells
from sellerdesk.readers.calendar_text import spelled_out
from sellerdesk.readers.cells import BadCell

DATE = r"(?P<y>\d{4})(?:[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})|年(?P<m2>\d{1,2})月(?P<d2>\d{1,2})日|(?P<m3>\d{2})(?P<d3>\d{2}))"
TIME = r"(?P<hour>\d{1,2})(?::(?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.\d+)?)?|時(?P<minute2>\d{1,2})分(?:(?P<second2>\d{1,2})秒)?)"
ZONE = r"(?P<zone>z|jst|utc|gmt|(?:utc|gmt)?(?P<sign>[-+])(?P<zh>\d{1,2}):?(?P<zm>\d{2})?)"
MOMENT = expression(rf"{DATE}(?:(?:\s*[t,]\s*|\s+|(?<=日)){TIME}\s*{ZONE}?)?", re.ASCII)
MIDNIGHT = 24
"""24:00 is the end of its day."""
WEEKDAY = expression(r"(?<!\s)\s*\((?:[月火水木金土日]|mon|tue|wed|thu|fri|sat|sun)\)")


def moment(text: str) -> Stamp | None:
    """A moment in Japan time, as exact as it was written; `None` for "unknown". Raises BadCell."""
    if cells.says(text, "unknown"):
        return None
    found = MOMENT.fullmatch(spelled_out(WEEKDAY.sub(" ", text.casefold(), count=1).strip()))
    if found is None:
        raise BadCell("a_moment")
    try:
        return iso(found)
    except (ValueError, OverflowError) as error:
        raise BadCell("a_moment") from error


def iso(found: re.Match[str]) -> Stamp:
    """The moment of a match. Raises ValueError or OverflowError for a date that the calendar lacks, or that no shop speaks of."""
    year, month, day = int(found["y"]), int(found["m"] or found["m2"] or found["m3"]), int(found["d"] or found["d2"] or found["d3"])
    if not is_ours(date(year, month, day)):
        raise ValueError(year)
    if found["hour"] is None:
        return datetime(year, month, day, tzinfo=JAPAN).date().isoformat()
    minute, second = found["minute"] or found["minute2"], found["second"] or found["second2"]
    hour, past = int(found["hour"]), timedelta(0)
    if hour == MIDNIGHT and int(minute) == int(second or 0) == 0:
        hour, past = 0, timedelta(days=1)
    at = datetime(year, month, day, hour, int(minute), int(second or 0), tzinfo=zone(found)) + past
    return at.astimezone(JAPAN).replace(tzinfo=None).isoformat(" ", "minutes" if second is None else "seconds")


def zone(found: re.Match[str]) -> timezone:
    """The zone of a match: Japan's when none is written. Raises ValueError for one that is none."""
    if found["sign"]:
        offset = timedelta(hours=int(found["zh"]), minutes=int(found["zm"] or 0))
        return timezone(-offset if found["sign"] == "-" else offset)
    return JAPAN if found["zone"] in (None, "jst") else UTC
