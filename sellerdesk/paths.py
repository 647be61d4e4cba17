"""Where the shop's own files live on this computer."""

import re
import stat
import unicodedata
from pathlib import Path

from sellerdesk.domain.refusal import UnusableArgument

DEFAULT_SHOP = "main"
MOVED_SHOP = ".sellerdesk"
"""The ending of a whole shop in one file."""
PORTS = (*map(str, range(1, 10)), "¹", "²", "³")
DEVICES = {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "CLOCK$", *(f"{port}{number}" for port in ("COM", "LPT") for number in PORTS)}
"""Names that Windows keeps for devices, with any ending."""
UNSEEN = ("C", "Zl", "Zp")
"""Unicode's categories of letters that nobody sees: control, format (zero width, direction), private, not assigned; line and paragraph."""
BLANK = frozenset("\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u2800\u3164\uffa0")
"""Letters that look like nothing although they count as letters or marks."""
SELECTORS = (0xFE00, 0xFE0F), (0xE0100, 0xE01EF)
"""Variation selectors: marks that change another letter's look."""
LONGEST_NAME = 200
"""Bytes; file systems take 255 with the ending."""


def data_folder(chosen: Path | None = None) -> Path:
    """The folder of the user's data: `--data DIR`, or the place that the system keeps for programs."""
    if chosen is not None:
        return chosen
    import platformdirs  # noqa: PLC0415 (0.01 s to load, and not needed for a folder that is named)

    return platformdirs.user_data_path("SellerDesk", appauthor=False)


def is_shop(name: str) -> bool:
    """Whether a word can be the name of a shop: that of a file on every system, and told from others by its looks."""
    device = name.partition(".")[0].rstrip().upper() in DEVICES
    plain = name == name.strip() and not name.endswith(".") and not device and not any(map(is_unseen, name))
    return (
        plain
        and len(name.encode("utf-8", "replace")) <= LONGEST_NAME
        and re.fullmatch(r"[^\\/:*?\"<>|.][^\\/:*?\"<>|]{0,79}", name) is not None
    )


def is_unseen(letter: str) -> bool:
    """Whether a letter has no looks of its own."""
    selects = any(first <= ord(letter) <= last for first, last in SELECTORS)
    return selects or letter in BLANK or unicodedata.category(letter).startswith(UNSEEN)


def can_be_opened(file: Path) -> bool:
    """Whether a file of the program's own can be opened without waiting: a regular one, or none yet; a pipe waits for ever."""
    try:
        return stat.S_ISREG(file.stat().st_mode)
    except FileNotFoundError:
        return True
    except OSError:
        return False


def store_of(shop: str, chosen: Path | None = None) -> Path:
    """The store file of a shop by name. Raises UnusableArgument for a name that cannot be a file name."""
    if not is_shop(shop):
        raise UnusableArgument("shop_name", name=shop)
    return data_folder(chosen) / "shops" / f"{shop}.db"
