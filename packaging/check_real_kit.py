"""What the checks on real systems share: how one looks, where they work, and how they run a program."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ROOT = Path(__file__).resolve().parents[1]
WORK = ROOT / "build/real"
LONGEST = 400
"""Characters of what a program said that a fault shows."""


class Skip(Exception):  # noqa: N818 (it is no error: the machine lacks something)
    """What this machine lacks for a check."""


class Check(NamedTuple):
    """A check: its name, and what looks and gives the faults it found, none when all is well. Slow: for minutes."""

    name: str
    look: Callable[[], list[str]]
    is_slow: bool = False


def run(command: Sequence[str | Path], **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a program without the names that the developer's shell gave to Python and Qt."""
    env = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "QT_", "DISPLAY", "WAYLAND"))}
    return subprocess.run([*map(str, command)], env={**env, **environment}, capture_output=True, text=True, check=False)


def failure(command: Sequence[str | Path], **environment: str) -> list[str]:
    """What a program said when it failed; nothing when it did not."""
    done = run(command, **environment)
    said = " ".join((done.stdout + done.stderr).split())[-LONGEST:]
    return [f"{Path(str(command[0])).name} {command[1] if len(command) > 1 else ''}: {done.returncode} {said}"] if done.returncode else []


def program(*args: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """The program of this checkout."""
    return run([sys.executable, "-m", "sellerdesk", *args], PYTHONPATH=str(ROOT), **environment)


def needed(*names: str) -> list[str]:
    """The places of tools. Raises Skip, which names the ones that are not installed."""
    lacking = [name for name in names if shutil.which(name) is None]
    if lacking:
        raise Skip(f"{', '.join(lacking)} not installed")
    return [str(shutil.which(name)) for name in names]


def fresh(name: str) -> Path:
    """An empty folder to work in."""
    folder = WORK / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def say(text: str) -> None:
    """A line for whoever checks."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()
