"""Prove the Windows installer under Wine: a Japanese path, self-test, the main job, an upgrade while the program runs, removal.

    .venv/bin/python packaging/windows/prove.py [--older SETUP.exe]

After `python3 packaging/dev.py build windows --python-runtime DIR`. Needs wine, nsis, xvfb and a font with Japanese letters. `--older`
is the installer of the version before; without it the same program is packed as version 0.0.9 with a file more. What it makes lies in
build/proof. Wine is not Windows: see packaging/README.md for what this does not show.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import time
import zipfile
from pathlib import Path

PACKAGING = Path(__file__).resolve().parents[1]
ROOT = PACKAGING.parent
sys.path[:0] = [str(PACKAGING), str(ROOT)]

import build
import proof
from windows.pack import NAME, make_installer
from windows.wine import Wine, named

WORK = ROOT / "build/proof"
USER = "お店 太陽堂"
UNINSTALL = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\SellerDesk"
LEFT_OVER = "of-the-older-version"
OPEN = 3
"""What the installer ends with when the program is open."""
UNUSABLE = 2
DISPLAY = 98
LOADED_SECONDS = 8
CLOSED_SECONDS = 60


class Desk:
    """The Windows of a shop owner under Wine, and the program installed there."""

    def __init__(self, wine: Wine) -> None:
        """Name the user."""
        self.wine = wine
        self.local = wine.settle(USER)
        self.home = self.local.parents[1]
        self.folder = self.local / "Programs/SellerDesk"
        self.store = self.local / "SellerDesk/shops/main.db"

    def program(self, name: str) -> str:
        """An installed program as Windows names it."""
        return rf"C:\users\{USER}\AppData\Local\Programs\SellerDesk\{name}"

    def run(self, *args: str) -> str:
        """The installed command line. Raises SystemExit when it says that something is unusable."""
        done = self.wine.run([self.program("sellerdesk-cli.exe"), *args])
        if done.returncode >= UNUSABLE:
            sys.exit(f"sellerdesk-cli {' '.join(args)}: {done.returncode}\n{(done.stdout + done.stderr).decode(errors='replace')[-2000:]}")
        return done.stdout.decode()

    def install(self, setup: Path, expected: int = 0) -> None:
        """Run an installer silently. Raises SystemExit when it ends otherwise than expected."""
        done = self.wine.run([named(setup), "/S"])
        if done.returncode != expected:
            sys.exit(f"{setup.name} ended with {done.returncode}, not {expected}")

    def open_window(self, screen: proof.Screen) -> subprocess.Popen[bytes]:
        """Open the window, and wait until it is painted and the shop is there."""
        window = self.wine.start([self.program("sellerdesk.exe")], DISPLAY=screen.name)
        screen.wait(painted=True)
        time.sleep(LOADED_SECONDS)
        return window


def main() -> int:
    """All of the proof; 0 when it went through."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--older", type=Path)
    arguments = asked.parse_args()
    new = build.DIST / f"{NAME}-setup.exe"
    shutil.rmtree(WORK / "wine", ignore_errors=True)
    wine = Wine(WORK / "wine", WORK / "stand_ins")
    try:
        with proof.screen(DISPLAY, WORK) as screen:
            prove(Desk(wine), arguments.older or made_older(), new, screen)
    finally:
        wine.end()
    return 0


def made_older() -> Path:
    """The same program as an older version, with a file that the new one does not have."""
    folder = WORK / "older_windows"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(build.DIST / "windows/sellerdesk", folder)
    (folder / "_internal" / LEFT_OVER).touch()
    return make_installer(folder, "0.0.9", WORK, quick=True)


def prove(desk: Desk, older: Path, new: Path, screen: proof.Screen) -> None:
    """Install, work, upgrade, work, remove."""
    desk.install(older)
    desk.run("self-test")
    links = sorted(str(link.relative_to(desk.home)) for link in desk.home.rglob("Seller Desk.lnk"))
    proof.say(f"{older.name}: installed silently in C:\\users\\{USER}, tests itself; Start menu: {', '.join(links)}")
    report = desk.home / "Documents/全出品商品レポート.txt"
    proof.fill(desk.run, report, rf"C:\users\{USER}\Documents\{report.name}")
    before = upgrade_while_open(desk, new, screen)
    look_after_upgrade(desk, before, new)
    before = proof.contents(desk.store)
    window = desk.open_window(screen)
    screen.save(WORK / "windows.png")
    close(desk, window)
    proof.must_be(proof.contents(desk.store), before, "the window opened and closed")
    prove_portable(desk, before)
    remove(desk, before)


def upgrade_while_open(desk: Desk, new: Path, screen: proof.Screen) -> dict[str, proof.Table]:
    """With the window open nothing is changed; once it is closed, the same installer goes through.

    Returns what the store held before. Raises SystemExit.
    """
    window = desk.open_window(screen)
    proof.wait_until_judged(desk.store)
    desk.install(new, OPEN)
    if (
        not (desk.folder / "_internal" / LEFT_OVER).exists()
        or "0.0.9" not in desk.wine.run(["reg", "query", UNINSTALL, "/s"]).stdout.decode()
    ):
        sys.exit("the installer changed a program that runs")
    close(desk, window)
    before = proof.contents(desk.store)
    desk.install(new)
    proof.say(f"{new.name}: refused while the window was open, went through once it was closed")
    return before


def close(desk: Desk, window: subprocess.Popen[bytes]) -> None:
    """Close the window as its user does, with the system's message; wait until it is gone. Raises SystemExit."""
    desk.wine.run(["taskkill", "/im", "sellerdesk.exe"])
    try:
        window.communicate(timeout=CLOSED_SECONDS)
    except subprocess.TimeoutExpired:
        desk.wine.run(["taskkill", "/f", "/im", "sellerdesk.exe"])
        window.communicate(timeout=CLOSED_SECONDS)
        proof.say("(the window did not answer the system's message under Wine, and was ended)")


def look_after_upgrade(desk: Desk, before: dict[str, proof.Table], new: Path) -> None:
    """The program is the new one and whole, the store as it was, undo goes on, files are written. Raises SystemExit."""
    if (desk.folder / "_internal" / LEFT_OVER).exists() or new.name.split("-")[1] not in desk.run("--version"):
        sys.exit("the older program is still there")
    desk.run("self-test")
    proof.must_be(proof.contents(desk.store), before, "upgrade")
    proof.undo_walk(desk.run, desk.store, before)
    for name in ("findings.pdf", "findings.xlsx"):
        desk.run("export", "findings", "--out", rf"C:\users\{USER}\Documents\{name}")
        proof.say(f"{name}: {(desk.home / 'Documents' / name).stat().st_size:,} bytes")


def prove_portable(desk: Desk, before: dict[str, proof.Table]) -> None:
    """The portable program, unpacked in a folder of the owner's, tests itself and finds the same shop. Raises SystemExit."""
    with zipfile.ZipFile(build.DIST / f"{NAME}-portable.zip") as archive:
        archive.extractall(desk.home / "Documents")
    done = desk.wine.run([rf"C:\users\{USER}\Documents\{NAME}\sellerdesk-cli.exe", "self-test", "--lang", "en"])
    if done.returncode:
        sys.exit(done.stdout.decode())
    proof.must_be(proof.contents(desk.store), before, "portable zip")


def remove(desk: Desk, before: dict[str, proof.Table]) -> None:
    """Remove it silently: program, menu entry and registry are gone, the shop stays. Raises SystemExit."""
    desk.wine.run([desk.program("uninstall.exe"), "/S", rf"_?=C:\users\{USER}\AppData\Local\Programs\SellerDesk"])
    left = [str(file) for file in (desk.folder / "_internal", desk.folder / "sellerdesk.exe") if file.exists()]
    left += [str(link) for link in desk.home.rglob("Seller Desk.lnk")]
    if left or desk.wine.run(["reg", "query", UNINSTALL]).returncode == 0:
        sys.exit(f"the removal left {left}")
    proof.must_be(proof.contents(desk.store), before, "removal")


if __name__ == "__main__":
    sys.exit(main())
