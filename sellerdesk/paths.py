"""Where the shop's own files live on this computer."""

import re
from pathlib import Path

from sellerdesk.domain.refusal import UnusableArgument

DEFAULT_SHOP = "main"
DEVICES = {"CON", "PRN", "AUX", "NUL", *(f"{port}{number}" for port in ("COM", "LPT") for number in range(1, 10))}
"""Names that Windows keeps for devices."""
LONGEST_NAME = 200
"""Bytes; file systems take 255 with the ending."""


def data_folder(chosen: Path | None = None) -> Path:
    """The folder of the user's data: `--data DIR`, or the place that the system keeps for programs."""
    if chosen is not None:
        return chosen
    import platformdirs  # noqa: PLC0415 (0.01 s to load, and not needed for a folder that is named)

    return platformdirs.user_data_path("SellerDesk", appauthor=False)


def is_shop(name: str) -> bool:
    """Whether a word can be the name of a shop: that of a file on every system."""
    plain = name == name.strip() and name.upper() not in DEVICES and len(name.encode()) <= LONGEST_NAME
    return plain and re.fullmatch(r"[^\x00-\x1f\\/:*?\"<>|.][^\x00-\x1f\\/:*?\"<>|]{0,79}", name) is not None


def store_of(shop: str, chosen: Path | None = None) -> Path:
    """The store file of a shop by name. Raises UnusableArgument for a name that cannot be a file name."""
    if not is_shop(shop):
        raise UnusableArgument("shop_name", name=shop)
    return data_folder(chosen) / "shops" / f"{shop}.db"
