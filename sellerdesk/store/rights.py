"""What the system does not let us read or write: said of the file or folder itself, which is never called damaged or gone for it."""

import os
from pathlib import Path

from sellerdesk.domain.refusal import UnusableStore


def may(path: Path, mode: int) -> bool:
    """Whether this process may read, write or enter a file or folder that is there (`os.R_OK`, `os.W_OK`, `os.X_OK`)."""
    return os.access(path, mode, effective_ids=os.access in os.supports_effective_ids)


def denied(path: Path) -> UnusableStore | None:
    """What keeps a store's file from being read or written, as a fault that names where; None when rights are not the reason."""
    for folder in reversed(path.absolute().parents):
        if folder.is_dir() and not may(folder, os.X_OK):
            return UnusableStore("not_readable", place=str(folder))
    nearest = next(parent for parent in path.absolute().parents if parent.is_dir())
    for place, mode, code in ((path, os.R_OK, "not_readable"), (path, os.W_OK, "not_writable"), (nearest, os.W_OK, "not_writable")):
        if place.exists() and not may(place, mode):
            return UnusableStore(code, place=str(place))
    return None


def check_readable(file: Path) -> None:
    """Nothing for a file that may be read, or is not there. Raises UnusableStore."""
    fault = denied(file)
    if fault is not None and fault.code == "not_readable":
        raise fault


def listed(folder: Path) -> list[Path]:
    """What a folder holds, in the order of the names; nothing for one that is not there.

    Raises UnusableStore for one that may not be read, and for a file in its place: what it holds is not known.
    """
    try:
        return sorted(folder.iterdir())
    except FileNotFoundError:
        return []
    except NotADirectoryError as error:
        raise UnusableStore("backups_no_folder", place=str(folder)) from error
    except OSError as error:
        raise denied(folder) or UnusableStore("not_readable", place=str(folder)) from error
