"""A calendar file (.ics) of days: one event for the whole day, told apart for ever by its id."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import NamedTuple

from icalendar import Calendar, Event

from sellerdesk.writers.harmless import harmless


class Entry(NamedTuple):
    """A day in Japan; `uid` stays the same in every file, so that a calendar puts a new file's event in place of the old one."""

    uid: str
    day: date
    title: str
    text: str


def calendar(entries: Iterable[Entry], name: str, now: datetime) -> bytes:
    """A calendar of whole days, made at a moment."""
    file = Calendar()
    for field, value in (("prodid", "-//Seller Desk//JA"), ("version", "2.0"), ("calscale", "GREGORIAN"), ("method", "PUBLISH")):
        file.add(field, value)
    file.add("x-wr-calname", on_one_line(name))
    file.add("x-wr-timezone", "Asia/Tokyo")
    for entry in entries:
        event = Event()
        event.add("uid", on_one_line(entry.uid))
        event.add("dtstamp", now)
        event.add("dtstart", entry.day)
        event.add("dtend", entry.day + timedelta(days=1))
        event.add("summary", on_one_line(entry.title))
        event.add("description", written(entry.text))
        event.add("transp", "TRANSPARENT")
        file.add_component(event)
    return bytes(file.to_ical())


def written(text: str) -> str:
    """A text as a calendar may hold it: a bare carriage return would begin a line, and so a field, of its own."""
    return harmless(text.replace("\r\n", "\n").replace("\r", "\n"))


def on_one_line(text: str) -> str:
    """The same for what stands on one line."""
    return " ".join(written(text).split("\n"))
