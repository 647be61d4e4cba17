"""The files to upload that the owner saved, by their form: Today tells of them until a listings report comes that shows what they did."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path

import msgspec

from sellerdesk.domain.saved_file import SavedFile
from sellerdesk.store.connection import Database
from sellerdesk.store.database import changing
from sellerdesk.store.facts import get_setting, put_setting

SAVED = "files_saved"
"""The setting that holds the last file of each form."""


def of(db: Database) -> Mapping[str, SavedFile]:
    """The last file of each form."""
    return msgspec.convert(get_setting(db, SAVED) or {}, dict[str, SavedFile])


def keep(store: Path, form: str, skus: Iterable[str], now: datetime) -> Mapping[str, SavedFile]:
    """Keep that a file of a form was saved now (Japan), with its SKUs; gives the last file of each form. Raises UnusableStore."""
    with changing(store) as db:
        files = {**of(db), form: SavedFile(now, tuple(skus))}
        put_setting(db, SAVED, files, now)
    return files
