"""Make the Windows installer and the portable .zip: on Windows from the folder that build.py made, on Linux under Wine."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import build
from sellerdesk import __version__
from windows.wine import Wine, named

HERE = Path(__file__).resolve().parent
LOCK = HERE.parent / "requirements-build.lock"
ON_WINDOWS = Path("C:/Program Files (x86)/NSIS/makensis.exe")
NAME = f"SellerDesk-{__version__}"
README = "readme.txt"
PORTABLE = """Seller Desk {version} (持ち運び版 / portable)

日本語: このフォルダーを好きな場所に置き、sellerdesk.exe を開きます。お店のデータは、このフォルダーではなく、あなたの
AppData\\Local\\SellerDesk に置かれます。新しい版にするときは、Seller Desk を閉じ、このフォルダーを消してから新しいものを置いてください。

English: put this folder where you like and open sellerdesk.exe. The shops' data are kept in your AppData\\Local\\SellerDesk, not in this
folder. For a new version, close Seller Desk, delete this folder, and put the new one in its place.
"""


def pack_on_linux(runtime: Path | None) -> list[Path]:
    """Build with a Windows Python under Wine, then pack. Raises SystemExit."""
    if runtime is None or not (runtime / "python.exe").exists():
        sys.exit("--python-runtime DIR: a folder with python.exe; packaging/windows/runtime.py prepares one for proving")
    work = build.BUILD / "windows"
    wine = Wine(work / "prefix", work)
    take_packages(work / "packages")
    build.prepare()
    more = {"PYTHONPATH": named(work / "packages"), "PYTHONDONTWRITEBYTECODE": "1", "QT_QPA_PLATFORM": "offscreen"}
    command = ["wine", str(runtime.resolve() / "python.exe"), "-m", "PyInstaller"]
    build.freeze(command, named(build.DIST / "windows"), named(work / "frozen"), wine.environment(**more))
    folder = build.DIST / "windows/sellerdesk"
    build.check(folder)
    tested = wine.run([str(folder / "sellerdesk-cli.exe"), "self-test", "--lang", "en"])
    sys.stdout.write(tested.stdout.decode() + tested.stderr.decode())
    if tested.returncode:
        sys.exit("The built program found a fault in itself.")
    return pack(folder)


def take_packages(folder: Path) -> None:
    """The locked packages for Windows, unpacked. Raises CalledProcessError."""
    text = LOCK.read_text(encoding="utf-8")
    entries = [entry for entry in re.split(r"\n(?=\S)", text) if "'darwin'" not in entry]
    wanted = folder.with_suffix(".txt")
    wanted.write_text("\n".join(entry.replace(" ; sys_platform == 'win32'", "") for entry in entries), encoding="utf-8")
    shutil.rmtree(folder, ignore_errors=True)
    kinds = ["--platform", "win_amd64", "--python-version", "3.11", "--only-binary", ":all:", "--no-deps", "--require-hashes"]
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--target", str(folder), *kinds]
    subprocess.run([*command, "-r", str(wanted)], check=True)


def pack(folder: Path) -> list[Path]:
    """The installer and the .zip of a built folder. Raises SystemExit without NSIS."""
    return [make_installer(folder, __version__, build.DIST), make_zip(folder)]


def make_installer(folder: Path, version: str, place: Path, *, quick: bool = False) -> Path:
    """The installer of a folder; `version` is what it calls itself, `quick` makes it large and soon done."""
    maker = shutil.which("makensis") or (str(ON_WINDOWS) if ON_WINDOWS.exists() else None)
    if maker is None:
        sys.exit("makensis (NSIS 3) is not installed; on Debian: apt-get install nsis")
    target = place / f"SellerDesk-{version}-setup.exe"
    facts = {"VERSION": version, "PAYLOAD": folder, "ICON": build.BUILD / "sellerdesk.ico", "TARGET": target}
    mark = "/D" if os.name == "nt" else "-D"
    options = [*(f"{mark}{name}={value}" for name, value in facts.items()), *([f"{mark}QUICK"] if quick else [])]
    verbosity = "/V2" if os.name == "nt" else "-V2"
    subprocess.run([maker, verbosity, *options, str(HERE / "sellerdesk.nsi")], check=True)
    return target


def make_zip(folder: Path) -> Path:
    """The portable program: nothing is installed."""
    target = build.DIST / f"{NAME}-portable.zip"
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr(f"{NAME}/{README}", PORTABLE.format(version=__version__).replace("\n", "\r\n").encode("utf-8-sig"))
        for file in sorted(folder.rglob("*")):
            if file.is_file():
                archive.write(file, f"{NAME}/{file.relative_to(folder).as_posix()}")
    return target
