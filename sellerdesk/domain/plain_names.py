"""Names that stay what they look like: a file's without folders and letters that nobody sees, a SKU's without control letters."""

from sellerdesk.domain.expressions import expression

NO_NAME = expression("[\x00-\x1f\x7f-\x9f/\\\\\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""Separators of paths, control letters, and those that turn the direction of what follows."""
NO_SKU = expression("[\x00-\x08\x0b-\x1f\x7f]")
MARK = "\ufffd"


def plain_name(name: str) -> str:
    """A file's name as it is kept and shown, on one line, whatever letters the system let it have."""
    return NO_NAME.sub(MARK, " ".join(name.encode(errors="replace").decode().splitlines()))


def is_file_name(name: str) -> bool:
    """Whether a kept name of a file is one."""
    return NO_NAME.search(name) is None


def is_sku(text: str) -> bool:
    """Whether a text can be a SKU."""
    return NO_SKU.search(text) is None
