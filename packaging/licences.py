"""Gather the licences of everything that goes into the built program, in one folder that goes with it."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import sysconfig
from importlib.metadata import Distribution, distribution
from pathlib import Path

HERE = Path(__file__).resolve().parent
LOCK = HERE / "requirements.lock"
NOT_BUNDLED = {"pip"}
"""What the lock names and the spec leaves out."""
BUILDER = "pyinstaller"
"""Its small starter goes into the program; its licence allows that for any program."""
OWN_FILES = re.compile(r"(licen[cs]e|copying|notice|authors)[^/]*$", re.IGNORECASE)
QT = ("pyside6-essentials", "shiboken6")


def gather(folder: Path) -> list[str]:
    """Fill a folder with the licences, and return the lines of its list. Raises SystemExit when a licence is not to be found."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for text in (HERE / "licences").glob("*.txt"):
        shutil.copy(text, folder / text.name)
    shutil.copy(HERE.parent / "LICENSE", folder / "Seller Desk.txt")
    shutil.copy(python_licence(), folder / "Python.txt")
    lines = [f"Python {sys.version.split()[0]}: PSF-2.0 (Python.txt)"]
    lines += [package(distribution(name), folder) for name in [*bundled(), BUILDER]]
    notice = "\n".join(["In this program / このプログラムに含まれるもの", "", "Seller Desk: MIT (Seller Desk.txt)", *lines, "", SYSTEM, ""])
    (folder / "THIRD-PARTY.txt").write_text(notice, encoding="utf-8")
    return lines


SYSTEM = "On Linux: libraries of the system that it was built on (X11, xcb, GLib, fontconfig, FreeType, SQLite and others; system/)"


def gather_system(inside: Path) -> int:
    """Beside the others, the licences of the libraries that came from the Debian it was built on; returns of how many packages."""
    libraries = [file for file in inside.glob("lib*.so*") if not file.is_symlink()]
    owners = subprocess.run(["dpkg", "-S", *(f"*/{file.name}" for file in libraries)], capture_output=True, text=True, check=False)
    found = {line.partition(":")[0] for line in owners.stdout.splitlines() if "/lib/x86_64" in line or "/lib/aarch64" in line}
    there = {name: file for name in found if (file := Path("/usr/share/doc") / name / "copyright").is_file()}
    (inside / "licences/system").mkdir(exist_ok=True)
    for name, file in there.items():
        shutil.copy(file, inside / "licences/system" / f"{name}.txt")
    return len(there)


def bundled() -> list[str]:
    """The packages that the lock names for every system, and that go in."""
    names = re.findall(r"^([A-Za-z0-9._-]+)==", LOCK.read_text(encoding="utf-8"), re.MULTILINE)
    return [name for name in names if name not in NOT_BUNDLED]


def package(one: Distribution, folder: Path) -> str:
    """Copy the licences of a package, and say which it has. Raises SystemExit when it tells none."""
    name = one.metadata["Name"]
    texts = [file for file in one.files or [] if ".dist-info" in str(file) and OWN_FILES.search(str(file))]
    for text in texts:
        target = folder / name / text.name
        target.parent.mkdir(exist_ok=True)
        shutil.copy(text.locate(), target)
    licence = licence_of(one)
    if not licence:
        raise SystemExit(f"{name}: no licence is named")
    where = "qt.txt, LGPL-3.txt" if name.casefold().replace("_", "-") in QT else f"{name}/" if texts else "as named"
    return f"{name} {one.version}: {licence} ({where})"


def licence_of(one: Distribution) -> str:
    """What a package's metadata say of its licence, in one line."""
    if told := one.metadata["License-Expression"]:
        return str(told)
    classed = [line.rsplit(" :: ", 1)[1] for line in one.metadata.get_all("Classifier") or [] if line.startswith("License ::")]
    return ", ".join(classed) or str(one.metadata["License"] or "").strip().partition("\n")[0]


def python_licence() -> Path:
    """Where this Python keeps its licence. Raises SystemExit."""
    version = "python{}.{}".format(*sys.version_info[:2])
    places = [
        Path(sysconfig.get_paths()["stdlib"]) / "LICENSE.txt",
        Path(sys.base_prefix) / "LICENSE.txt",
        Path("/usr/share/doc") / version / "copyright",
    ]
    for place in places:
        if place.is_file():
            return place
    raise SystemExit("this Python's licence was not found")
