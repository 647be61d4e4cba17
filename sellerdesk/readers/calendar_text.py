"""Days and times as people in Japan write them, in the form that the parsers take: eras, 午前 and 午後, digits without marks."""

import re

from sellerdesk.domain.expressions import expression

ERAS = {"令和": 2018, "r": 2018, "平成": 1988, "h": 1988, "昭和": 1925, "s": 1925}
"""The year before the first of each era."""
ERA = expression(r"(令和|平成|昭和|[rhs])\s*([1-9]\d?|元)\s*(年|[-/.])(?=\s*\d{1,2}\s*[月/.\-])")
COMPACT = expression(r"(\d{4})(\d\d)(\d\d)[ t]?(\d\d)(\d\d)(\d\d)?", re.ASCII)
CLOCK = r"(\d{1,2})((?:[:時]\d{1,2}(?:[:分](?:\d{1,2}秒?)?)?)?|時)"
BEFORE = expression(rf"(午前|午後|am|pm)\s*{CLOCK}")
BEHIND = expression(rf"(?<!\d){CLOCK}\s*(a\.?m\.?|p\.?m\.?)(?![a-z])")
HALF = 12
"""Hours of half a day."""


def spelled_out(text: str) -> str:
    """A folded text with the years of the common era, a clock of 24 hours and marks between digits."""
    text = ERA.sub(lambda found: f"{ERAS[found[1]] + (1 if found[2] == '元' else int(found[2]))}{found[3]}", text)
    if found := COMPACT.fullmatch(text.strip()):
        return f"{found[1]}-{found[2]}-{found[3]} {found[4]}:{found[5]}" + (f":{found[6]}" if found[6] else "")
    text = BEFORE.sub(lambda found: f" {of_day(int(found[2]), later=found[1] in ('午後', 'pm'))}{minutes(found[3])}", text)
    return BEHIND.sub(lambda found: f"{of_day(int(found[1]), later=found[3].startswith('p'))}{minutes(found[2])}", text)


def of_day(hour: int, *, later: bool) -> int:
    """The hour of 24; one beyond twelve stays, and so does 午後0時."""
    if hour > HALF:
        return hour if later else hour + 2 * HALF  # 午前13時 is no time
    return hour % HALF + (HALF if later else 0)


def minutes(text: str) -> str:
    """What stands behind the hour; nothing is the full hour."""
    return {"": ":00", "時": "時0分"}.get(text, text)
