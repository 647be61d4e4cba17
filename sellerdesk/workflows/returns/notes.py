"""A note and photos kept with a return, by its order id: the owner's own, undoable, never part of a report or an export unasked."""

import re
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from sellerdesk.domain.plain_names import plain_name
from sellerdesk.domain.refusal import UnusableArgument
from sellerdesk.store import imports
from sellerdesk.store import return_notes as saved
from sellerdesk.store.database import opened
from sellerdesk.store.history import doing

LARGEST = 20_000_000
"""Bytes of a photo: twice what a phone makes."""
BEGINNINGS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")
"""How a JPEG and a PNG begin."""

LONGEST = 4_000
"""Characters of a note: a page."""


def load(store: Path) -> dict[str, str]:
    """All notes by order id. Raises UnusableStore."""
    if not store.exists():
        return {}
    with opened(store) as db:
        return saved.every(db)


def is_known(store: Path, order_id: str) -> bool:
    """Whether any report that was imported has an order. Raises UnusableStore."""
    if not store.exists():
        return False
    name = re.compile(rb"(?<![\w-])" + re.escape(order_id.encode("utf-8", "replace")) + rb"(?![\w-])")
    with opened(store) as db:
        return any(name.search(imports.source(db, imported.number)) for imported in imports.every(db))


def keep(store: Path, order_id: str, note: str, now: datetime) -> None:
    """Keep a note on a return; an empty one forgets it. Raises UnusableArgument for one that is too long, UnusableStore."""
    if len(note) > LONGEST:
        raise UnusableArgument("note_too_long", count=len(note), most=LONGEST)
    with doing(store, "note", now, order=order_id) as db:
        saved.put(db, order_id, note.strip(), now)


def photos(store: Path, order_id: str) -> list[tuple[str, str]]:
    """The photos of a return, each with its key and its name. Raises UnusableStore."""
    if not store.exists():
        return []
    with opened(store) as db:
        return saved.photos(db, order_id)


def photo(store: Path, key: str) -> bytes:
    """The bytes of a photo. Raises UnusableArgument when there is none, UnusableStore."""
    with opened(store) as db:
        found = saved.photo(db, key)
    if found is None:
        raise UnusableArgument("no_such_photo", name=key)
    return found


def add_photo(store: Path, order_id: str, name: str, content: bytes, now: datetime) -> str:
    """Keep a photo with a return; gives its key. Raises UnusableArgument for what is no JPEG or PNG or too large, UnusableStore."""
    if not content.startswith(BEGINNINGS):
        raise UnusableArgument("not_a_photo", name=name)
    if len(content) > LARGEST:
        raise UnusableArgument("photo_too_large", name=name, most=LARGEST // 1_000_000)
    key = sha256(content).hexdigest()
    name = plain_name(name)
    with doing(store, "photo", now, order=order_id, file=name) as db:
        saved.add_photo(db, order_id, name, (key, content), now)
    return key


def drop_photo(store: Path, order_id: str, key: str, now: datetime) -> None:
    """Take a photo off a return. Raises UnusableArgument when it is not there, UnusableStore."""
    with doing(store, "no_photo", now, order=order_id) as db:
        if not saved.drop_photo(db, order_id, key):
            raise UnusableArgument("no_such_photo", name=key)
