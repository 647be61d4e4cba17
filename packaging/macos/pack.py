"""Make the .dmg for macOS from the .app that the spec makes. Unproven: nobody has started that program yet."""

from __future__ import annotations

import platform
import shutil
import subprocess
from typing import TYPE_CHECKING

import icon

from sellerdesk import __version__

if TYPE_CHECKING:
    from pathlib import Path

SIZES = {16: "16x16", 32: "32x32", 128: "128x128", 256: "256x256"}


def make_icns(target: Path, work: Path) -> None:
    """The program's icon as macOS has it; before the spec is run."""
    folder = work / "sellerdesk.iconset"
    pictures = work / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    icon.write_pngs(pictures)
    for size, name in SIZES.items():
        shutil.copy(pictures / f"{size}.png", folder / f"icon_{name}.png")
    subprocess.run(["iconutil", "-c", "icns", str(folder), "-o", str(target)], check=True)


def pack(dist: Path, work: Path) -> list[Path]:
    """A disk image with the program and a way to the Applications folder. It is not signed: the first start needs a right click."""
    folder = work / "dmg"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    shutil.copytree(dist / "Seller Desk.app", folder / "Seller Desk.app", symlinks=True)
    (folder / "Applications").symlink_to("/Applications")
    target = dist / f"SellerDesk-{__version__}-macos-{platform.machine()}.dmg"
    command = ["hdiutil", "create", "-volname", "Seller Desk", "-srcfolder", str(folder), "-ov", "-format", "UDZO", str(target)]
    subprocess.run(command, check=True)
    return [target]
