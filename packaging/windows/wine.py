"""Windows programs on Linux: a Wine of its own in a folder, with stand-ins for the few parts of Windows that Debian's Wine lacks."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from windows.runtime import compile_c

HERE = Path(__file__).resolve().parent
SETTINGS = r"HKLM\Software\Microsoft\WindowsRuntime\ActivatableClassId\Windows.UI.ViewManagement.UISettings"
FOLDERS = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Explorer\User Shell Folders"
STAND_INS = {"icuuc": ("-nostdlib",), "mscms": ("-nostdlib",), "bcryptprimitives": ("-nostdlib", "-ladvapi32"), "uisettings": ()}
KNOWN_FOLDERS = {
    "Local AppData": r"AppData\Local",
    "AppData": r"AppData\Roaming",
    "Programs": r"AppData\Roaming\Start",
    "Personal": "Documents",
}
LONGEST_SECONDS = 900


class Wine:
    """One Wine prefix: its own drive C, its own registry."""

    def __init__(self, prefix: Path, work: Path) -> None:
        """Make the prefix when it is not there; stand-ins are compiled into `work`."""
        self.prefix = prefix.resolve()
        self.drive = self.prefix / "drive_c"
        if not (self.prefix / "system.reg").exists():
            self.make(work)

    def make(self, work: Path) -> None:
        """A Windows 10 with the stand-ins. Raises SystemExit when there is no Wine."""
        self.prefix.parent.mkdir(parents=True, exist_ok=True)
        work.mkdir(parents=True, exist_ok=True)
        for command in (["wineboot", "-i"], ["winecfg", "-v", "win10"]):
            if self.run(command).returncode:
                sys.exit("Wine does not start; on Debian: apt-get install wine wine64")
        for name, options in STAND_INS.items():
            library, entry = work / f"{name}.dll", ("-e", "DllMainCRTStartup") if "-nostdlib" in options else ()
            compile_c(HERE / f"stand_ins/{name}.c", library, "-shared", *entry, *options)
            (self.drive / "windows/system32" / library.name).write_bytes(library.read_bytes())
        self.register(SETTINGS, "DllPath", r"C:\windows\system32\uisettings.dll")

    def settle(self, user: str) -> Path:
        """Give the user of this Windows another name, and return the folder of his data."""
        home = self.drive / "users" / user
        for name, place in KNOWN_FOLDERS.items():
            (home / place.replace("\\", "/")).mkdir(parents=True, exist_ok=True)
            self.register(FOLDERS, name, rf"C:\users\{user}\{place}")
        self.run(["wineserver", "-w"], direct=True)
        return home / "AppData/Local"

    def register(self, key: str, name: str, value: str) -> None:
        """Write a text into the registry."""
        self.run(["reg", "add", key, "/v", name, "/t", "REG_SZ", "/d", value, "/f"])

    def environment(self, **more: str) -> dict[str, str]:
        """What a program sees: this prefix, no words of Wine's own, the screen that `more` names or none."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "QT_", "DISPLAY", "WINE"))}
        own = {"WINEPREFIX": str(self.prefix), "WINEDEBUG": "-all", "WINEDLLOVERRIDES": "mscoree,mshtml=", "LC_ALL": "C.UTF-8"}
        return {**kept, **own, **more}

    def run(self, command: list[str], *, direct: bool = False, **more: str) -> subprocess.CompletedProcess[bytes]:
        """Run a Windows program to its end; `direct` a program of Wine's on Linux."""
        with self.start(command, direct=direct, **more) as process:
            out, err = process.communicate(timeout=LONGEST_SECONDS)
        return subprocess.CompletedProcess(command, process.returncode, out, err)

    def start(self, command: list[str], *, direct: bool = False, **more: str) -> subprocess.Popen[bytes]:
        """Start a Windows program; its streams are pipes, for Python refuses others under Wine."""
        pipe = subprocess.PIPE
        whole = command if direct else ["wine", *command]
        return subprocess.Popen(whole, env=self.environment(**more), stdin=subprocess.DEVNULL, stdout=pipe, stderr=pipe)

    def end(self) -> None:
        """End every program of this prefix."""
        self.run(["wineserver", "-k"], direct=True)


def named(path: Path) -> str:
    """A path of this computer as Windows programs name it."""
    return "Z:" + str(path.resolve()).replace("/", "\\")
