"""Installing: both locks with old and new pip and with every Python here, a wheel into an empty environment, and a bare Debian."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from check_real_kit import LONGEST, ROOT, WORK, Check, Skip, failure, fresh, needed, run

if TYPE_CHECKING:
    from collections.abc import Callable

LOCKS = ("requirements.lock", "requirements-test.lock")
PIPS = ("22.3", "23.0", "26.0")
"""The oldest that came with Python 3.11, Debian 12's, and a new one."""
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
PINNED = "6.11."
"""The Qt for Python that pyproject.toml holds on to."""
BARE = WORK / "bare"


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
    """Both locks go in as dev.py puts them, and fit together."""
    inside = environment(f"lock-{version}-{pip}", version, pip)
    pip_of = [str(inside), "-m", "pip", "--disable-pip-version-check", "--no-input"]
    faults = []
    for lock in LOCKS:
        order = ["install", "--quiet", "--prefer-binary", "--require-hashes", "--no-deps", "-r", str(ROOT / "packaging" / lock)]
        faults += failure([*pip_of, *order]) or failure([*pip_of, "check"])
    return faults or failure([inside, "-m", "sellerdesk", "self-test"], PYTHONPATH=str(ROOT))


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


def bare_debian(command: str) -> list[str]:
    """In a Debian with apt's python3 alone, a copy of the checkout: the command is the first thing that is done there."""
    needed("debootstrap", "git")
    if os.geteuid() != 0:
        raise Skip("needs root")
    from linux.prove import House  # noqa: PLC0415 (it makes the Debian)

    if not (BARE / "usr/bin/apt-get").exists():
        House(BARE).enter("apt-get", "-qq", "-y", "--no-install-recommends", "install", "python3")
    inside = WORK / f"bare-{command}"
    shutil.rmtree(inside, ignore_errors=True)
    shutil.copytree(BARE, inside, symlinks=True)
    for config in ("/etc/pip.conf", Path.home() / ".config/pip/pip.conf"):
        if Path(config).exists():
            shutil.copy(config, inside / "etc/pip.conf")
    checkout = inside / "root/sellerdesk"
    subprocess.run(["git", "clone", "-q", ROOT, checkout], check=True)
    subprocess.run(["mount", "-t", "proc", "proc", inside / "proc"], check=True)
    try:
        chroot = ["chroot", str(inside), "env", "-i", "HOME=/root", "PATH=/usr/sbin:/usr/bin:/sbin:/bin"]
        more = ["tests/domain"] if command == "test" else []
        return failure([*chroot, "python3", "/root/sellerdesk/packaging/dev.py", command, *more])
    finally:
        subprocess.run(["umount", inside / "proc"], check=False)


def checks() -> list[tuple[str, Callable[[], list[str]]]]:
    """Every check of installing."""
    return [
        *((f"locks: pip {pip}", partial(lock_installs, "3.11", pip)) for pip in PIPS),
        *((f"locks: Python {version}", partial(lock_installs, version, PIPS[-1])) for version in PYTHONS[1:]),
        *((f"wheel: Python {version}", partial(wheel_installs, version)) for version in PYTHONS),
        ("Qt: the pin is still needed", qt_pin),
        *((f"bare Debian: dev.py {command}", partial(bare_debian, command)) for command in ("run", "test")),
    ]


CHECKS = tuple(Check(name, look, is_slow=True) for name, look in checks())
