"""Installing: both locks with old and new pip and with every Python here, and a wheel into an empty environment."""

from __future__ import annotations

import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from check_real_kit import LONGEST, ROOT, Check, Skip, failure, fresh, run

if TYPE_CHECKING:
    from collections.abc import Callable

LOCKS = ("requirements.lock", "requirements-test.lock")
PIPS = ("22.3", "23.0", "26.0")
"""The oldest that came with Python 3.11, Debian 12's, and a new one."""
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
PINNED = "6.11."
"""The Qt for Python that pyproject.toml holds on to."""
SHORT = ("tests/domain", "tests/rules/engine", "tests/readers/test_listings.py", "tests/ui/today")
"""A part of the suite that takes half a minute: yen, rules, a report, the first page of a window."""


def python(version: str) -> Path:
    """A Python of a version. Raises Skip where there is none."""
    named = shutil.which(f"python{version}")
    found = [*([Path(named)] if named else []), *sorted(Path.home().glob(f".pyenv/versions/{version}.*/bin/python3"))]
    for place in reversed(found):
        if run([place, "-c", f"import sys; sys.exit('%d.%d' % sys.version_info[:2] != '{version}')"]).returncode == 0:
            return place
    raise Skip(f"no Python {version}")


def environment(name: str, version: str = "3.11", pip: str = "") -> Path:
    """A fresh environment of a Python, with a pip of that version; the Python in it. Raises Skip."""
    home = fresh(name) / "venv"
    faults = failure([python(version), "-m", "venv", home])
    inside = home / "bin/python"
    if pip and not faults:
        faults = failure([inside, "-m", "pip", "install", "--quiet", f"pip=={pip}"])
    if faults:
        raise Skip(faults[0])
    return inside


def lock_installs(version: str, pip: str) -> list[str]:
    """Both locks go in as dev.py puts them, and fit together; the program tests itself, and a short part of its suite passes."""
    inside = environment(f"lock-{version}-{pip}", version, pip)
    pip_of = [str(inside), "-m", "pip", "--disable-pip-version-check", "--no-input"]
    faults = []
    for lock in LOCKS:
        order = ["install", "--quiet", "--prefer-binary", "--require-hashes", "--no-deps", "-r", str(ROOT / "packaging" / lock)]
        faults += failure([*pip_of, *order]) or failure([*pip_of, "check"])
    suite = ["-m", "pytest", "-q", "-c", str(ROOT / "pyproject.toml"), "-p", "no:cacheprovider", *(str(ROOT / part) for part in SHORT)]
    return (
        faults
        or failure([inside, "-m", "sellerdesk", "self-test"], PYTHONPATH=str(ROOT))
        or failure([inside, *suite], PYTHONPATH=str(ROOT), QT_QPA_PLATFORM="offscreen")
    )


def wheel_installs(version: str) -> list[str]:
    """The wheel with what it asks for, as pip finds it: it tests itself and makes a PDF."""
    folder = fresh(f"wheel-{version}")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    done = subprocess.run(build, cwd=ROOT, capture_output=True, check=False)
    if done.returncode:
        return [done.stderr.decode()[-LONGEST:]]
    (wheel,) = folder.glob("*.whl")
    inside = environment(f"wheel-{version}-environment", version)
    return failure([inside, "-m", "pip", "install", "--quiet", wheel]) or failure([inside.with_name("sellerdesk"), "self-test"])


def qt_pin() -> list[str]:
    """Whether the newest Qt for Python still loses references on Python 3.11; a fault when it does not, for then the pin can go."""
    inside = environment("qt", "3.11")
    if faults := failure([inside, "-m", "pip", "install", "--quiet", "PySide6-Essentials"]):
        raise Skip(faults[0])
    version = run([inside, "-c", "import PySide6; print(PySide6.__version__)"]).stdout.strip()
    if version.startswith(PINNED):
        return []
    loses = run([inside, ROOT / "packaging/leak.py"], QT_QPA_PLATFORM="offscreen").returncode != 0
    return [] if loses else [f"PySide6 {version} loses no reference: the pin in pyproject.toml can go"]


def checks() -> list[tuple[str, Callable[[], list[str]]]]:
    """Every check of installing."""
    return [
        *((f"locks: pip {pip}", partial(lock_installs, "3.11", pip)) for pip in PIPS),
        *((f"locks: Python {version}", partial(lock_installs, version, PIPS[-1])) for version in PYTHONS[1:]),
        *((f"wheel: Python {version}", partial(wheel_installs, version)) for version in PYTHONS),
        ("Qt: the pin is still needed", qt_pin),
    ]


CHECKS = tuple(Check(name, look, is_slow=True) for name, look in checks())
