"""A file to upload that the owner saved: until the next listings report, nothing tells whether it was uploaded."""

from datetime import datetime

import msgspec


class SavedFile(msgspec.Struct, frozen=True):
    """When it was saved (Japan), and the SKUs in it."""

    at: datetime
    skus: tuple[str, ...]
