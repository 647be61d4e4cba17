"""Whether a folder is one that a service copies to other computers while it is in use: a store in it can be torn."""

import os
import re
from pathlib import Path

from sellerdesk.domain.expressions import expression

SERVICES = {
    "OneDrive": expression(r"onedrive( -.*)?", re.IGNORECASE),
    "Dropbox": expression(r"dropbox( \(.*\))?", re.IGNORECASE),
    "iCloud": expression(r"icloud ?drive|icloud photos|com~apple~clouddocs|mobile documents", re.IGNORECASE),
    "Google Drive": expression(r"google ?drive( -.*)?|drivefs|my drive|マイ ?ドライブ", re.IGNORECASE),
    "Box": expression(r"box( sync)?|box-box", re.IGNORECASE),
}
"""The names that the services give their folders, on Windows and on a Mac."""
MAC = expression(r"(onedrive|dropbox|googledrive|box)(-.*)?", re.IGNORECASE)
"""Below Library/CloudStorage a Mac keeps one folder per service and account."""
MAC_NAMES = {"onedrive": "OneDrive", "dropbox": "Dropbox", "googledrive": "Google Drive", "box": "Box"}
VARIABLES = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")
"""Windows says here where OneDrive is: Documents and Desktop may lie in it under other names."""


def service_of(folder: Path) -> str | None:
    """The service that synchronises a folder, by the names above it; None when none is known."""
    parts = folder.absolute().parts
    for above, name in zip(("", *parts), parts, strict=False):
        if above == "CloudStorage" and (match := MAC.fullmatch(name)):
            return MAC_NAMES[match[1].lower()]
        found = next((service for service, names in SERVICES.items() if names.fullmatch(name)), None)
        if found is not None:
            return found
    roots = (os.environ.get(name) for name in VARIABLES)
    return "OneDrive" if any(root and folder.absolute().is_relative_to(root) for root in roots) else None
