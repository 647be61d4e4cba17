"""What a wheel and an sdist hold beside the checkout's own files: the window's Japanese, man pages, completion files, absolute addresses.

Read by hatchling, in an environment that holds nothing of the project but what `build-system` in pyproject.toml and `dependencies` name.
"""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
import time
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from hatchling.metadata.plugin.interface import MetadataHookInterface

ADDRESS = "SELLERDESK_ADDRESS"
"""The environment's name for the address of the project's page, which the release workflow knows: https://… without a slash at the end."""
QT = re.compile(r'"(PySide6-Essentials==[^"]+)"')
PICTURE = re.compile(r"(!\[[^\]]*\]\()(\.github/[^)]+)\)")
LINK = re.compile(r"(?<!!)(\[[^\]!]+\]\()(?!https?:|#)([^)]+)\)")
COMPLETIONS = {
    "sellerdesk.bash": "share/bash-completion/completions/sellerdesk",
    "_sellerdesk": "share/zsh/site-functions/_sellerdesk",
    "sellerdesk.fish": "share/fish/vendor_completions.d/sellerdesk.fish",
}


class BuildHook(BuildHookInterface):  # type: ignore[type-arg]  # its configuration is not ours
    """Compiles what the checkout lacks before its files are gathered."""

    def dependencies(self) -> list[str]:
        """Qt's own compiler of translations, where the compiled ones are not there yet: an sdist has them."""
        root = Path(self.root)
        return [] if not stale(root) else QT.findall((root / "pyproject.toml").read_text(encoding="utf-8"))

    def initialize(self, _version: str, build_data: dict[str, Any]) -> None:
        """Compile the translations; add man pages and completion files to a wheel."""
        root = Path(self.root)
        for source in stale(root):
            compile_translation(source)
        if self.target_name == "wheel":
            build_data["shared_data"].update(man_pages(root, self.metadata.version) | completions(root))


class AddressHook(MetadataHookInterface):
    """The project's page, and a README whose pictures and links are found from anywhere."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Fill in `readme` and `urls`."""
        text = (Path(self.root) / "README.md").read_text(encoding="utf-8")
        if address := os.environ.get(ADDRESS, "").rstrip("/"):
            metadata["urls"] = {"Homepage": address, "Issues": f"{address}/issues", "Changelog": f"{address}/blob/main/CHANGELOG.md"}
            text = absolute(text, address)
        metadata["readme"] = {"content-type": "text/markdown", "text": text}


def absolute(text: str, address: str) -> str:
    """A README in which pictures and links to files of the project begin with its address."""
    text = PICTURE.sub(rf"\g<1>{address}/raw/main/\g<2>)", text)
    return LINK.sub(rf"\g<1>{address}/blob/main/\g<2>)", text)


def stale(root: Path) -> list[Path]:
    """The translations that are not compiled, or changed since."""
    sources = sorted((root / "resources/i18n").glob("*.ts"))
    return [file for file in sources if not (made := file.with_suffix(".qm")).exists() or made.stat().st_mtime < file.stat().st_mtime]


def compile_translation(source: Path) -> None:
    """Make a .qm of a .ts beside it. Raises RuntimeError: without it the window would speak English only."""
    found = importlib.util.find_spec("PySide6")
    if found is None or found.origin is None:
        raise RuntimeError(f"{source.name} cannot be compiled: PySide6 is not installed")
    tool = Path(found.origin).parent / ("lrelease.exe" if os.name == "nt" else "lrelease")
    done = subprocess.run(
        [str(tool), "-silent", str(source), "-qm", str(source.with_suffix(".qm"))], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(f"{source.name} could not be compiled: {done.stdout}{done.stderr}")


def man_pages(root: Path, version: str) -> dict[str, str]:
    """The man pages with version and day, by where they are made and where they are installed."""
    made: dict[str, str] = {}
    for lang in ("", "ja"):
        name = f"sellerdesk.{lang}.1".replace("..", ".")
        text = (root / "packaging/linux" / name).read_text(encoding="utf-8")
        target = root / "build/man" / (lang or "en") / "sellerdesk.1"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text.replace("@VERSION@", version).replace("@DATE@", day()), encoding="utf-8")
        made[str(target)] = f"share/man/{lang}/man1/sellerdesk.1".replace("//", "/")
    return made


def completions(root: Path) -> dict[str, str]:
    """The files by which shells complete a command, and where each shell looks for them."""
    return {str(root / "packaging/linux/completions" / name): place for name, place in COMPLETIONS.items()}


def day() -> str:
    """The day of the build; SOURCE_DATE_EPOCH (seconds, UTC) sets another."""
    return time.strftime("%Y-%m-%d", time.gmtime(int(os.environ.get("SOURCE_DATE_EPOCH", time.time()))))
