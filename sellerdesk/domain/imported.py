"""One import of a shop: what was read from a file, when, and of how many rows."""

import msgspec


class Import(msgspec.Struct, frozen=True):
    """One import: `imported_at` is Japan time (ISO 8601); `rows` counts all rows of the file, `refused` those left out.

    `written_at` is when the file itself was written, as the disk tells it (Japan time); None when nobody knows.
    """

    number: int
    kind: str
    file: str
    sha256: str
    encoding: str
    imported_at: str
    rows: int
    refused: int
    written_at: str | None = None
