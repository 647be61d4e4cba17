"""What a person changed in a shop, as the record and undo keep it."""

from typing import Any

import msgspec


class Deed(msgspec.Struct, frozen=True):
    """One line of the record: when (Japan), who, whether it was done, undone or done again, and what."""

    at: str
    who: str
    did: str
    name: str
    facts: dict[str, Any]
