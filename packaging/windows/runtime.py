#!/usr/bin/env python3
"""Prepare a Windows Python 3.11 on Linux, good for proving: python.exe, its libraries, and the standard library.

    python3 packaging/windows/runtime.py DIR

The libraries (python.org's own, signed) come out of a package that carries them; the modules written in Python are this computer's
own Python 3.11. A release is built on Windows with the official Python instead (.github/workflows/windows.yml).
Needs pip and gcc-mingw-w64-x86-64. Standard library only.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
CARRIER = "panda3d==1.10.16 --hash=sha256:{digest}"
DIGEST = "37acfb92655c4226879f95c988e2ef1449a53c54486d6c1ebc00e2772429af82"
INSIDE = "deploy_libs/"
WANTED = re.compile(r"(python311|libffi-8|sqlite3|vcruntime140)\.dll$|\.pyd$", re.IGNORECASE)
UNWANTED = re.compile(r"_(ssl|hashlib|msi|tkinter)\.pyd$|winsound")
"""What asks for libraries that the program leaves out."""
NOT_NEEDED = (
    "test",
    "idlelib",
    "tkinter",
    "ensurepip",
    "lib2to3",
    "turtledemo",
    "site-packages",
    "dist-packages",
    "lib-dynload",
    "__pycache__",
)
COMPILER = "x86_64-w64-mingw32-gcc"


def main(args: list[str]) -> int:
    """Fill the folder; 0 when it holds a Python."""
    if len(args) != 1 or sys.version_info[:2] != (3, 11):
        sys.exit(f"{__doc__}\nThis is Python {sys.version.split()[0]}; it takes 3.11.")
    folder = Path(args[0]).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    take_libraries(folder)
    make_forwarder(folder)
    compile_c(HERE / "python.c", folder / "python.exe", "-municode", "-static")
    shutil.copytree(
        sysconfig.get_paths()["stdlib"], folder / "Lib", ignore=shutil.ignore_patterns(*NOT_NEEDED, "config-*"), dirs_exist_ok=True
    )
    sys.stdout.write(f"{folder} holds a Windows Python: {len(list(folder.iterdir()))} files and Lib\n")
    return 0


def take_libraries(folder: Path) -> None:
    """The libraries of the carrier's wheel. Raises CalledProcessError when pip cannot get it."""
    with tempfile.TemporaryDirectory() as place:
        wanted = Path(place) / "carrier.txt"
        wanted.write_text(CARRIER.format(digest=DIGEST), encoding="ascii")
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:", "--platform", "win_amd64"]
        subprocess.run([*command, "--python-version", "3.11", "--require-hashes", "-d", place, "-r", str(wanted)], check=True)
        (wheel,) = Path(place).glob("*.whl")
        with zipfile.ZipFile(wheel) as archive:
            for name in archive.namelist():
                if name.startswith(INSIDE) and WANTED.search(name) and not UNWANTED.search(name):
                    (folder / Path(name).name).write_bytes(archive.read(name))


def make_forwarder(folder: Path) -> None:
    """python3.dll, which libraries of the stable interface ask for: every call goes on to python311.dll."""
    dump = subprocess.run(["x86_64-w64-mingw32-objdump", "-p", folder / "python311.dll"], capture_output=True, text=True, check=True)
    names = re.findall(r"^\s*\[\s*\d+\]\s+(?:\+base\[\s*\d+\]\s+)?(?:[0-9a-f]+\s+)?(_?Py\w+)$", dump.stdout, re.MULTILINE)
    with tempfile.TemporaryDirectory() as place:
        listed = Path(place) / "python3.def"
        listed.write_text("EXPORTS\n" + "".join(f"  {name} = python311.{name}\n" for name in dict.fromkeys(names)), encoding="ascii")
        compile_c(HERE / "stand_ins/empty.c", folder / "python3.dll", "-shared", "-nostdlib", "-e", "DllMainCRTStartup", str(listed))


def compile_c(source: Path, target: Path, *options: str) -> None:
    """A Windows program or library from one file of C. Raises CalledProcessError."""
    subprocess.run([COMPILER, "-O2", "-s", "-fno-builtin", "-o", str(target), str(source), *options], check=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
