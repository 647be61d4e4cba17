"""How a doubtful passage of the terms is read, and the owner's choice."""

from datetime import datetime
from pathlib import Path

from sellerdesk.domain.refusal import UnusableArgument
from sellerdesk.store import facts as saved
from sellerdesk.store.connection import Database
from sellerdesk.store.database import opened
from sellerdesk.store.history import doing
from sellerdesk.workflows.terms import terms

READING = "reading."


def readings(store: Path) -> dict[str, str]:
    """The readings that the owner took, by ambiguity. Raises UnusableStore."""
    if not store.exists():
        return {}
    with opened(store) as db:
        return readings_of(db)


def readings_of(db: Database) -> dict[str, str]:
    """The readings of an open store that this program knows."""
    return {name: reading for name, reading in told_readings(db).items() if is_reading(name, reading)}


def take_reading(store: Path, name: str, reading: str, now: datetime) -> dict[str, str]:
    """Read an unclear passage in one of its ways, for this shop; gives all readings taken. Raises UnusableArgument, UnusableStore."""
    there = terms().ambiguity.get(name)
    if there is None:
        raise UnusableArgument("no_such_ambiguity", name=name, there=tuple(terms().ambiguity))
    if reading not in [reading.id for reading in there.reading]:
        raise UnusableArgument("no_such_reading", name=reading, there=tuple(reading.id for reading in there.reading))
    with doing(store, "reading", now, ambiguity=name, to=reading) as db:
        if reading == there.reading[0].id:
            saved.drop_setting(db, READING + name)
        else:
            saved.put_setting(db, READING + name, reading, now)
        return readings_of(db)


def lost_readings(db: Database) -> dict[str, str]:
    """The readings of an open store that this program does not know, of another version: the default holds, and the owner is told."""
    return {name: reading for name, reading in told_readings(db).items() if not is_reading(name, reading)}


def told_readings(db: Database) -> dict[str, str]:
    """The readings that an open store holds, by ambiguity."""
    return {name: str(reading) for name, reading in saved.get_settings(db, READING).items()}


def is_reading(name: str, reading: str) -> bool:
    """Whether an unclear passage has this reading."""
    return name in terms().ambiguity and reading in [reading.id for reading in terms().ambiguity[name].reading]
