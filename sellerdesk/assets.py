"""Where the program's own resources are: in a checkout, in an installed wheel and in a frozen build alike."""

from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


@cache
def root() -> Path:
    """The resources folder. Raises FileNotFoundError when the program is not whole."""
    for folder in (PACKAGE / "_resources", PACKAGE.parent / "resources"):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"no resources beside {PACKAGE}")


def path(name: str) -> Path:
    """A resource by its path inside the resources folder."""
    return root() / name


def text(name: str) -> str:
    """A resource as text."""
    return path(name).read_text(encoding="utf-8")


def texts(folder: str) -> dict[str, str]:
    """All TOML files of a resource folder and those in it, by path inside it without the ending, in the order of their paths."""
    whole = path(folder)
    return {file.relative_to(whole).with_suffix("").as_posix(): file.read_text(encoding="utf-8") for file in sorted(whole.rglob("*.toml"))}


def licences() -> list[Path]:
    """The list of parts with their licences, and what Qt's asks to be said; they come with a built program only."""
    folder = PACKAGE.parent / "licences"
    return [file for name in ("THIRD-PARTY.txt", "qt.txt") if (file := folder / name).is_file()]
