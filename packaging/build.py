"""Build the program's folder with PyInstaller, look whether it is whole, and let it test itself.

    python3 packaging/dev.py build            dist/sellerdesk
    python3 packaging/dev.py build linux      that, and the .deb and the .tar.gz from it
    python3 packaging/dev.py build windows --python-runtime DIR     dist/windows, the installer and the portable .zip, on Linux
    python packaging/dev.py build windows     the same, on Windows
    python3 packaging/dev.py build macos      the .dmg, on macOS (unproven)

Run by dev.py in the project's own Python, which holds PyInstaller by then.
"""

from __future__ import annotations

import argparse
import filecmp
import hashlib
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path[:0] = [str(HERE), str(ROOT)]

import icon
import licences
import sbom

BUILD, DIST = ROOT / "build", ROOT / "dist"
FOLDER = DIST / "sellerdesk"
OFFLINE = ("Qt6Network", "libssl", "libcrypto", "_ssl")
"""Parts that a program without a network has no use for."""
PACKAGES = (".deb", ".gz", ".whl", ".exe", ".zip", ".dmg", ".json")
MEGABYTE = 1_000_000
LONGEST = 8_000
"""Letters of a failure that are shown."""


def main() -> int:
    """Build what is asked for; 0 when it is whole."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("what", nargs="?", choices=("folder", "linux", "windows", "macos"), default="folder")
    asked.add_argument("--python-runtime", type=Path, help="a Windows Python: python.exe, its DLLs and its Lib")
    arguments = asked.parse_args()
    if arguments.what == "windows" and os.name != "nt":
        from windows.pack import pack_on_linux  # noqa: PLC0415 (each system has its own part)

        made = pack_on_linux(arguments.python_runtime)
    else:
        build_folder()
        made = pack(arguments.what)
    for file in made:
        say(f"{file.relative_to(ROOT)}: {megabytes(file)}")
    if made:
        write_sums()
    return 0


def pack(what: str) -> list[Path]:
    """The packages made from the program's folder."""
    if what == "linux":
        from linux.pack import pack as linux  # noqa: PLC0415 (as above)

        return linux(FOLDER, DIST, BUILD)
    if what == "windows":
        from windows.pack import pack as windows  # noqa: PLC0415 (as above)

        return windows(FOLDER)
    if what == "macos":
        from macos.pack import pack as macos  # noqa: PLC0415 (as above)

        return macos(DIST, BUILD)
    return []


def write_sums() -> None:
    """The SHA-256 of every package beside it, as `sha256sum -c` reads it."""
    files = sorted(file for file in DIST.iterdir() if file.suffix in PACKAGES)
    lines = [f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}" for file in files]
    (DIST / "SHA256SUMS").write_text("\n".join(lines) + "\n", encoding="ascii")
    say(f"dist/SHA256SUMS lists {len(files)} files")


def build_folder() -> None:
    """The program's folder, checked. Raises SystemExit."""
    started = time.monotonic()
    prepare()
    freeze([sys.executable, "-m", "PyInstaller"], str(DIST), str(BUILD / "work"))
    if shutil.which("dpkg"):
        say(f"Licences of {licences.gather_system(FOLDER / '_internal')} packages of the system gathered")
    say(f"Built {FOLDER.relative_to(ROOT)} in {time.monotonic() - started:.0f} s: {megabytes(FOLDER)}")
    check(FOLDER)
    test_itself([str(FOLDER / ("sellerdesk-cli.exe" if os.name == "nt" else "sellerdesk"))])


def prepare() -> None:
    """What the spec finds under build/: licences and icon."""
    BUILD.mkdir(exist_ok=True)
    lines = licences.gather(BUILD / "licences")
    DIST.mkdir(exist_ok=True)
    for place in (BUILD / "licences/sellerdesk.cdx.json", DIST / "sellerdesk.cdx.json"):
        place.write_text(sbom.bill(), encoding="utf-8")
    icon.write_ico(BUILD / "sellerdesk.ico")
    if sys.platform == "darwin":
        from macos.pack import make_icns  # noqa: PLC0415 (only there)

        make_icns(BUILD / "sellerdesk.icns", BUILD)
    say(f"Licences of {len(lines)} parts gathered")


def freeze(pyinstaller: list[str], dist: str, work: str, env: dict[str, str] | None = None) -> None:
    """Run PyInstaller on the spec; `dist` and `work` are folders as it names them. Raises SystemExit when it fails."""
    env = {"PYTHONHASHSEED": "1", **(os.environ if env is None else env)}  # sets of names are written in their order, the same each time
    command = [*pyinstaller, "--noconfirm", "--log-level", "ERROR", "--distpath", dist, "--workpath", work]
    done = subprocess.run(
        [*command, "packaging/sellerdesk.spec"], cwd=ROOT, env=env, stdin=subprocess.DEVNULL, capture_output=True, check=False
    )
    if done.returncode:
        sys.exit((done.stdout + done.stderr).decode(errors="replace")[-LONGEST:] + "\nPyInstaller failed.")


def check(folder: Path) -> None:
    """Look whether every resource went in as it is, and nothing of a network did. Raises SystemExit."""
    inside = folder / "_internal"
    sources = [file for file in (ROOT / "resources").rglob("*") if file.is_file() and file.suffix != ".ts"]
    wrong = [one for one in sources if not same(one, inside / "sellerdesk/_resources" / one.relative_to(ROOT / "resources"))]
    wrong += [one for one in inside.rglob("*") if any(name in one.name for name in OFFLINE)]
    if wrong:
        sys.exit("Missing, changed or unwanted: " + ", ".join(map(str, wrong)))
    say(f"{len(sources)} resources are in, and no library of a network")


def same(one: Path, other: Path) -> bool:
    """Whether a file is there and holds the same."""
    return other.is_file() and filecmp.cmp(one, other, shallow=False)


def test_itself(command: list[str]) -> None:
    """Let the built program test itself. Raises SystemExit when it finds a fault."""
    env = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "QT_", "DISPLAY"))}
    if subprocess.call([*command, "self-test", "--lang", "en"], env=env, cwd=DIST):
        sys.exit("The built program found a fault in itself.")


def megabytes(place: Path) -> str:
    """How large a file or a folder is."""
    files = [place] if place.is_file() else [file for file in place.rglob("*") if file.is_file() and not file.is_symlink()]
    size = sum(file.stat().st_size for file in files) / MEGABYTE
    return f"{size:.1f} MB" + ("" if place.is_file() else f" in {len(files)} files")


def say(text: str) -> None:
    """A line for whoever builds."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
