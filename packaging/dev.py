#!/usr/bin/env python3
"""The two commands of the project: `run` starts Seller Desk, `test` checks it; and `build` makes installers.

    python3 packaging/dev.py run [ARGS…]     set up what is missing, then start the program (or hand it ARGS)
    python3 packaging/dev.py test [ARGS…]    set up, then lint, types, and pytest in three processes (it takes ARGS)
    python3 packaging/dev.py test --fast     only the tests near what differs from the last commit, for as long as 30 seconds
    python3 packaging/dev.py build [ARGS…]   set up, then build the program's folder and installers (packaging/README.md)
    python3 packaging/dev.py words           take the window's new words up into ja.ts, and say which have no Japanese yet
    python3 packaging/dev.py lock            write the lock files anew (needs `pip install uv`)

Standard library only, so that a machine with nothing but Python can run it. What it says goes to standard error:
standard output belongs to the program.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from sellerdesk.screen import QT_LIBRARIES, SCREEN_LIBRARIES, apt_line  # it needs the standard library only

VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "sellerdesk-set-up.txt"
LOCKS = {
    "run": ROOT / "packaging/requirements.lock",
    "test": ROOT / "packaging/requirements-test.lock",
    "build": ROOT / "packaging/requirements-build.lock",
}

JAPANESE_FONT = ("fonts-noto-cjk",)
LOCKED = "# locked on"
WORKERS = "3"
"""Processes that test: on two cores the third one works while others wait for children, screens and disks, an eighth of the time."""
FAST_SECONDS = 27
"""With the lint before it, half a minute."""
LOAD_QT = "import sys; from sellerdesk.screen import obstacle; found = obstacle(); sys.exit(found is not None and 'lib' in found.what)"
FIND_FONT = (
    "import sys; from PySide6.QtGui import QFontDatabase, QGuiApplication; app = QGuiApplication([]); "
    "sys.exit(not QFontDatabase.families(QFontDatabase.WritingSystem.Japanese))"
)


def main(args: list[str]) -> int:
    """Run one of the commands; returns the exit status for the shell."""
    if sys.version_info < (3, 11):  # noqa: UP036 (old Pythons read this far, and must be told)
        say("Seller Desk needs Python 3.11 or newer; this is Python %d.%d." % sys.version_info[:2])  # noqa: UP031 (as above)
        return 2
    taking_more = {"run": run, "test": test, "build": build}
    alone = {"words": words, "lock": lock}
    if args[:1] and args[0] in taking_more:
        return taking_more[args[0]](args[1:])
    if len(args) == 1 and args[0] in alone:
        return alone[args[0]]()
    say(str(__doc__))
    return 2


def run(args: list[str]) -> int:
    """Start the program with `args`; its exit status is ours."""
    if not set_up("run", needs_qt=not args):
        return 2
    command = [str(PYTHON), "-P", "-m", "sellerdesk", *args]
    if os.name == "nt":
        return subprocess.call(command, env=environment())
    sys.stdout.flush()
    return os.execve(command[0], command, environment())


def test(args: list[str]) -> int:
    """Lint, types and tests, pytest last; 0 when all of them pass."""
    if not set_up("test", needs_qt=True):
        return 2
    if args[:1] == ["--fast"]:
        return test_fast(args[1:])
    checks = [["ruff", "check", "."], ["ruff", "format", "--check", "."], ["mypy"], ["pytest", "-n", WORKERS, "--dist", "worksteal", *args]]
    env = {**environment(), "QT_QPA_PLATFORM": "offscreen"}
    failed, ahead = [], None if args else compile_tests(env)
    for check in checks:
        say("$ " + " ".join(check))
        if ahead is not None and check[0] == "pytest":
            ahead.wait()
        if subprocess.call([str(PYTHON), "-m", *check], cwd=ROOT, env=env) != 0:
            failed.append(check[0])
    if failed:
        say("Failed: " + ", ".join(dict.fromkeys(failed)))
    return 1 if failed else 0


def compile_tests(env: dict[str, str]) -> subprocess.Popen[bytes]:
    """Have the tests of a new checkout compiled while their types are checked: three processes that each compile all take 20 s."""
    quiet = subprocess.DEVNULL
    return subprocess.Popen([str(PYTHON), "-m", "pytest", "--collect-only", "-qq"], cwd=ROOT, env=env, stdout=quiet, stderr=quiet)


def test_fast(args: list[str]) -> int:
    """Lint, and the tests near what differs from the last commit, the nearest first, for as long as 30 seconds; 0 when those run pass."""
    from affected import affected_tests  # noqa: PLC0415 (this file must be readable by a Python that has nothing else)

    tests = affected_tests()
    env = {**environment(), "QT_QPA_PLATFORM": "offscreen"}
    lint = subprocess.call([str(PYTHON), "-m", "ruff", "check", "."], cwd=ROOT, env=env)
    if not tests:
        say("No test is near what differs from the last commit.")
        return lint
    command = [str(PYTHON), "-m", "pytest", "-n", WORKERS, "-x", "-p", "no:randomly", *args, *tests]
    try:
        return subprocess.call(command, cwd=ROOT, env=env, timeout=FAST_SECONDS) or lint
    except subprocess.TimeoutExpired:
        say(f"{FAST_SECONDS} seconds are over; of {len(tests)} files of tests, those that ran so far passed.")
        return lint


def build(args: list[str]) -> int:
    """Build the program's folder, and the installers that `args` name; 0 when all of it is whole."""
    if not set_up("build", needs_qt=True):
        return 2
    return subprocess.call([str(PYTHON), str(ROOT / "packaging/build.py"), *args], env=environment())


def words() -> int:
    """Take the words of the window up into its translation, and list those that wait for one; 0 when none does."""
    if not set_up("test", needs_qt=True):
        return 2
    translation, tool = ROOT / "resources/i18n/ja.ts", PYTHON.parent / ("pyside6-lupdate.exe" if os.name == "nt" else "pyside6-lupdate")
    files = sorted(str(file) for file in (ROOT / "sellerdesk/ui").rglob("*.py"))
    if subprocess.call([str(tool), "-silent", "-no-obsolete", "-locations", "none", *files, "-ts", str(translation)]) != 0:
        return 1
    text = translation.read_text(encoding="utf-8").replace("&apos;", "'")
    translation.write_text(text, encoding="utf-8")
    waiting = re.findall(r"<source>([^<]*)</source>\s*<translation type=\"unfinished\">", text)
    for source in waiting:
        say(f"no Japanese yet: {source}")
    compile_translations()
    return int(bool(waiting))


def lock() -> int:
    """Write the lock files with the day: hashes for every platform, no addresses. Needs `uv` in the Python that runs this."""
    if importlib.util.find_spec("uv") is None:
        say("uv is not installed: pip install uv")
        return 2
    common = ["--universal", "--python-version", "3.11", "--generate-hashes", "--no-annotate", "--no-header", "--upgrade",
              "--no-emit-index-url", "--no-emit-find-links", "--quiet", "pyproject.toml"]  # fmt: skip
    for extra, name in (([], "run"), (["--group", "test", "-c", str(LOCKS["run"])], "test"),
                        (["--group", "build", "-c", str(LOCKS["run"])], "build")):  # fmt: skip
        command = [sys.executable, "-m", "uv", "pip", "compile", *common, *extra, "-o", str(LOCKS[name])]
        if subprocess.call(command, cwd=ROOT) != 0:
            return 1
        date_lock(LOCKS[name])
    return 0


def date_lock(lock: Path) -> None:
    """Write the day (UTC) on which a lock was made into its first line."""
    pins = "".join(line for line in lock.read_text(encoding="utf-8").splitlines(keepends=True) if not line.startswith(LOCKED))
    lock.write_text(f"{LOCKED} {time.strftime('%Y-%m-%d', time.gmtime())}\n{pins}", encoding="utf-8")


def set_up(what: str, *, needs_qt: bool) -> bool:
    """Make .venv hold what the lock names; does nothing when it already does. False: said why on standard error."""
    done = STAMP.read_text(encoding="utf-8").splitlines() if STAMP.exists() and PYTHON.exists() else []
    if f"{what} {fingerprint(what)}" not in done and not install(what, done):
        return False
    done = STAMP.read_text(encoding="utf-8").splitlines()
    mark = "qt on a screen" if has_screen() else "qt"  # one that was made without a screen has not seen what a screen needs
    if mark not in done and (needs_qt or f"{mark} tried" not in done):
        tell = what != "run" or not needs_qt  # the window says it itself, in both languages
        done.append(mark if load_qt(tell=tell) else f"{mark} tried")
        STAMP.write_text("\n".join(dict.fromkeys(done)) + "\n", encoding="utf-8")
    if mark in done:
        compile_translations()
    return True


def has_screen() -> bool:
    """Whether the environment names a screen; systems other than Linux always have one."""
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")) or not sys.platform.startswith("linux")


def compile_translations() -> None:
    """Make the window's language files (.qm) from the sources (.ts) that changed since; Qt's own compiler needs its libraries."""
    tool = PYTHON.parent / ("pyside6-lrelease.exe" if os.name == "nt" else "pyside6-lrelease")
    for source in sorted((ROOT / "resources/i18n").glob("*.ts")):
        made = source.with_suffix(".qm")
        if made.exists() and made.stat().st_mtime >= source.stat().st_mtime:
            continue
        if subprocess.call([str(tool), "-silent", str(source), "-qm", str(made)], stdout=sys.stderr) != 0:
            say(f"{source.name} could not be compiled; the window speaks English.")


def install(what: str, done: list[str]) -> bool:
    """Make the virtual environment when it is missing or of another Python, and install the locked packages."""
    say("Setting up Seller Desk in .venv (once; about a minute) …")
    if not any(line.endswith(fingerprint(line.split()[0])) for line in done if line.split()[0] in LOCKS) and not make_venv():
        return False
    pip = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "--no-input"]
    # Pip before 24 follows the extra of `coverage[toml]` although the lock names all there is, and refuses what it finds as
    # unhashed. The lock is complete: nothing is to be resolved, and `pip check` says so.
    order = [*pip, "install", "--quiet", "--prefer-binary", "--require-hashes", "--no-deps", "-r", str(LOCKS[what])]
    if subprocess.call(order, stdout=sys.stderr, env=environment()) != 0:
        say("The packages could not be installed; the lines above say why.")
        return False
    if subprocess.call([*pip, "check"], stdout=sys.stderr, env=environment()) != 0:
        say("The installed packages do not fit together; the lines above say which. Remove the folder .venv and try again.")
        return False
    holds = list(dict.fromkeys(["run", what]))  # the other locks hold all of what the program needs
    other = [line for line in done if line.split()[0] not in holds]
    STAMP.write_text("\n".join([*other, *(f"{name} {fingerprint(name)}" for name in holds)]) + "\n", encoding="utf-8")
    return True


def make_venv() -> bool:
    """A fresh .venv; on Debian, whose Python comes without ensurepip, the missing package is installed first."""
    command = [sys.executable, "-m", "venv", "--clear", str(VENV)]
    if subprocess.call(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) == 0:
        return True
    packages = ("python3-venv", "python{}.{}-venv".format(*sys.version_info[:2]))
    if apt_install(packages) and subprocess.call(command, stdout=sys.stderr) == 0:
        return True
    say(f"A virtual environment could not be made in {VENV}. On Debian and Ubuntu: {apt_line(packages)}")
    return False


def load_qt(*, tell: bool) -> bool:
    """Try to load Qt; install the system libraries it misses when we may, else (`tell`) name the one line that does."""
    packages = (*QT_LIBRARIES, *(SCREEN_LIBRARIES if has_screen() else ()))
    if qt_loads() or (apt_install(packages) and qt_loads()):
        return find_font()
    if tell:
        say("Qt, which draws the window, does not load: system libraries are missing. The command line works without them.")
    if tell and shutil.which("apt-get"):
        say(f"This line installs them: {apt_line(packages)}")
    return False


def find_font() -> bool:
    """Look for a font with Japanese letters, without which every one is a box; the window works all the same, so always True."""
    env = {**environment(), "QT_QPA_PLATFORM": "offscreen"}
    if sys.platform.startswith("linux") and subprocess.call([str(PYTHON), "-c", FIND_FONT], env=env, stderr=subprocess.DEVNULL) != 0:
        if not apt_install(JAPANESE_FONT) and shutil.which("apt-get"):
            say(f"No font with Japanese letters is installed. This line installs one: {apt_line(JAPANESE_FONT)}")
    return True


def qt_loads() -> bool:
    """Whether Qt finds its libraries, for the screen or, where there is none, to draw without one."""
    env = environment() if has_screen() else {**environment(), "QT_QPA_PLATFORM": "offscreen"}
    quiet = subprocess.DEVNULL
    return subprocess.call([str(PYTHON), "-c", LOAD_QT], env=env, stdout=quiet, stderr=quiet) == 0


def apt_install(packages: tuple[str, ...]) -> bool:
    """Install Debian packages when we are root or sudo asks for no password; False when not, or when it failed."""
    if not shutil.which("apt-get"):
        return False
    prefix = [] if getattr(os, "geteuid", lambda: 1)() == 0 else ["sudo", "-n"]
    if prefix and (not shutil.which("sudo") or subprocess.call([*prefix, "true"], stderr=subprocess.DEVNULL) != 0):
        return False
    say("Installing system libraries: " + " ".join(packages))
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    apt = [*prefix, "apt-get", "-qq", "-o", "DPkg::Lock::Timeout=120"]
    order = [*apt, "install", "-y", "--no-install-recommends", *packages]
    if subprocess.call(order, stdout=sys.stderr, stderr=subprocess.DEVNULL, env=env) == 0:
        return True
    subprocess.call([*apt, "update"], stdout=sys.stderr, env=env)
    return subprocess.call(order, stdout=sys.stderr, env=env) == 0


def fingerprint(what: str) -> str:
    """What a finished set-up was made from: the lock file and the Python that made it."""
    made_from = LOCKS[what].read_bytes() + repr((sys.version_info[:3], sys.base_prefix, str(ROOT))).encode()
    return hashlib.sha256(made_from).hexdigest()


def environment() -> dict[str, str]:
    """The environment for the program: this checkout is importable from any folder."""
    env = {name: value for name, value in os.environ.items() if name not in ("PYTHONHOME", "VIRTUAL_ENV")}
    return {**env, "PYTHONPATH": str(ROOT)}


def say(text: str) -> None:
    """A line on standard error."""
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
