"""Make the .deb and the .tar.gz from the program's folder."""

from __future__ import annotations

import gzip
import os
import platform
import re
import shutil
import subprocess
import sys
import tarfile
import textwrap
import time
from datetime import UTC, datetime
from email.utils import format_datetime
from functools import cache
from pathlib import Path

import hatch_build
import icon

from sellerdesk import __version__

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}
KILOBYTE = 1024
WIDTH = 78
"""Letters in a line of Debian's changelog."""
MAINTAINER = "The Seller Desk developers <sellerdesk@localhost>"
RUN_PATH = re.compile(r"\((?:RUNPATH|RPATH)\).*\[(.*)\]")
FOR_ALL, PROGRAM = 0o644, 0o755
"""Whatever the builder's umask: files are for everybody to read, folders and programs to enter and run."""


def pack(folder: Path, dist: Path, work: Path) -> list[Path]:
    """Both packages, in `dist`. Raises SystemExit when a checker refuses something."""
    os.environ.setdefault("SOURCE_DATE_EPOCH", str(moment()))  # dpkg-deb and the man pages go by it
    share = work / "share"
    shutil.rmtree(share, ignore_errors=True)
    fill_share(share)
    forget_builder(folder)
    validate(share)
    return [make_deb(folder, share, dist, work / "deb"), make_tar(folder, share, dist, work / "tar")]


def fill_share(share: Path) -> None:
    """What stands beside the program: menu entry, store page, icons, manual, what shells complete by."""
    write(share / "applications/sellerdesk.desktop", told("sellerdesk.desktop"))
    write(share / "metainfo/local.sellerdesk.SellerDesk.metainfo.xml", told("sellerdesk.metainfo.xml"))
    for lang in ("", "ja."):
        squeeze(share / "man" / lang.strip(".") / "man1/sellerdesk.1.gz", told(f"sellerdesk.{lang}1"))
    for name, place in hatch_build.COMPLETIONS.items():
        script = (HERE / "completions" / name).read_text(encoding="utf-8")
        write(share.parent / place.replace("site-functions", "vendor-completions"), script)  # Debian's place for those of packages
    write(share / "icons/hicolor/scalable/apps/sellerdesk.svg", icon.DRAWING.read_text(encoding="utf-8"))
    icon.write_pngs(share / "pictures")
    for picture in sorted((share / "pictures").iterdir()):
        target = share / f"icons/hicolor/{picture.stem}x{picture.stem}/apps/sellerdesk.png"
        target.parent.mkdir(parents=True)
        picture.rename(target)
    (share / "pictures").rmdir()


def told(name: str, **facts: str) -> str:
    """A template of this folder, filled in."""
    text = (HERE / name).read_text(encoding="utf-8")
    for mark, value in {"VERSION": __version__, "DATE": hatch_build.day(), **facts}.items():
        text = text.replace(f"@{mark}@", value)
    return text


def write(file: Path, text: str) -> None:
    """A text file in a folder that may not be there yet."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def squeeze(file: Path, text: str) -> None:
    """A text file, compressed the same way each time."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(gzip.compress(text.encode(), mtime=0))


def validate(share: Path) -> None:
    """Let the checkers of menu entries and store pages look, when they are installed. Raises SystemExit."""
    (page,) = share.glob("metainfo/*.xml")
    for command in (["desktop-file-validate", str(share / "applications/sellerdesk.desktop")],
                    ["appstreamcli", "validate", "--no-net", str(page)]):  # fmt: skip
        if shutil.which(command[0]) is None:
            sys.stdout.write(f"{command[0]} is not installed: not checked\n")
        elif subprocess.call(command):
            sys.exit(f"{command[0]} refuses {command[-1]}")
        else:
            sys.stdout.write(f"{command[0]}: fine\n")


def forget_builder(folder: Path) -> None:
    """Take folders of the computer that built out of the libraries, where they say where others are. Raises SystemExit without patchelf."""
    for file in sorted(file for file in folder.rglob("*") if ".so" in file.name and file.is_file() and not file.is_symlink()):
        dynamic = subprocess.run(["readelf", "-d", str(file)], capture_output=True, text=True, check=False).stdout
        paths = [path for found in RUN_PATH.findall(dynamic) for path in found.split(":")]
        kept = [path for path in paths if path.startswith("$ORIGIN")]
        if kept == paths:
            continue
        if shutil.which("patchelf") is None:
            sys.exit(f"{file.name} names {paths}: apt-get install patchelf, or build with Debian's own Python")
        order = ["--set-rpath", ":".join(kept)] if kept else ["--remove-rpath"]
        subprocess.run(["patchelf", *order, str(file)], check=True)


def make_deb(folder: Path, share: Path, dist: Path, tree: Path) -> Path:
    """The Debian package."""
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(folder, tree / "usr/lib/sellerdesk", symlinks=True)
    shutil.copytree(share, tree / "usr/share")
    (tree / "usr/bin").mkdir()
    (tree / "usr/bin/sellerdesk").symlink_to("../lib/sellerdesk/sellerdesk")
    write(tree / "usr/share/doc/sellerdesk/copyright", copyright_file())
    write(tree / "usr/share/lintian/overrides/sellerdesk", told("lintian-overrides"))
    squeeze(tree / "usr/share/doc/sellerdesk/changelog.gz", debian_changelog())
    arch = ARCHITECTURES.get(platform.machine(), platform.machine())
    size = sum(file.lstat().st_size for file in tree.rglob("*")) // KILOBYTE
    write(tree / "DEBIAN/control", told("control", ARCH=arch, SIZE=str(size)))
    write(tree / "DEBIAN/postinst", told("postinst"))
    settle_modes(tree, [tree / "DEBIAN/postinst"])
    target = dist / f"sellerdesk_{__version__}_{arch}.deb"
    command = ["dpkg-deb", "-Zxz", "-z6", "--threads-max=1", "--root-owner-group", "--build", str(tree), str(target)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return target


def debian_changelog() -> str:
    """CHANGELOG.md in the form that Debian's tools read."""
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    points = [" ".join(point.split()) for point in text.partition("\n## ")[2].split("\n- ")[1:]]
    lines = [textwrap.fill(point, WIDTH, initial_indent="  * ", subsequent_indent="    ") for point in points]
    when = format_datetime(datetime.fromtimestamp(moment(), tz=UTC))
    return f"sellerdesk ({__version__}) unstable; urgency=medium\n\n" + "\n".join(lines) + f"\n\n -- {MAINTAINER}  {when}\n"


@cache
def moment() -> int:
    """Seconds since 1970: SOURCE_DATE_EPOCH, else the last commit's, else now; a second packing makes the same bytes."""
    if told := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(told)
    if shutil.which("git") is None:
        return int(time.time())
    order = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    found = subprocess.run(order, capture_output=True, text=True, check=False).stdout.strip()
    return int(found or time.time())


def copyright_file() -> str:
    """Our licence, and where those of the others are."""
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    return f"{text}\nThe licences of everything else in the program are in /usr/lib/sellerdesk/_internal/licences.\n"


def make_tar(folder: Path, share: Path, dist: Path, tree: Path) -> Path:
    """The archive for a user without an administrator."""
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(folder, tree / "sellerdesk", symlinks=True)
    shutil.copytree(share, tree / "share")
    shutil.copy(HERE / "install.sh", tree / "install.sh")
    settle_modes(tree, [tree / "install.sh"])
    name = f"sellerdesk-{__version__}-linux-{platform.machine()}"
    target = dist / f"{name}.tar.gz"
    with (
        target.open("wb") as file,
        gzip.GzipFile("", "wb", 9, file, moment()) as squeezed,
        tarfile.open(fileobj=squeezed, mode="w") as archive,
    ):
        archive.add(tree, name, filter=owned_by_root)
    return target


def settle_modes(tree: Path, programs: list[Path]) -> None:
    """Readable for everybody; what PyInstaller made to be run, and `programs`, can be."""
    for file in [tree, *tree.rglob("*")]:
        if not file.is_symlink():
            runs = file.is_dir() or file in programs or file.name == "sellerdesk"
            file.chmod(PROGRAM if runs else FOR_ALL)
            os.utime(file, (moment(), moment()))


def owned_by_root(member: tarfile.TarInfo) -> tarfile.TarInfo:
    """No name of the builder's in the archive, and no moment of the building."""
    member.uid = member.gid = 0
    member.mtime = moment()
    member.uname = member.gname = "root"
    return member
