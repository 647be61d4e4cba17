"""A fact pack as a shop keeps it: the text of the file, under the name that it had, with the moment when it was taken in."""

import msgspec


class KeptPack(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A pack taken in: `file` is its name, `at` a moment in Japan."""

    file: str
    at: str
    text: str
