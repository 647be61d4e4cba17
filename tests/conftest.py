"""What all tests share: quick and reproducible properties, no internet, a data folder of their own, and the program run as a user runs it."""

import gc
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextvars import copy_context
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from sellerdesk.app import OBJECTS_BEFORE_A_COLLECTION, main
from sellerdesk.workflows.figures.in_force import take

ROOT = Path(__file__).resolve().parent.parent

ROOM = 4 * 1024**3
"""Bytes that a folder in memory must have free for the files of the tests; they go with each test that passes."""

INET = (2, 10, 23, 30)
"""AF_INET, and AF_INET6 on Linux, Windows and macOS."""


def forbid_internet(event: str, details: tuple[Any, ...]) -> None:
    """Let no test, and nothing that a test calls, open an internet socket: the program is an offline one."""
    if event == "socket.__new__" and details[1] in INET:
        raise PermissionError("an internet socket was opened")


sys.addaudithook(forbid_internet)

sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
"""An installed program is compiled. Where nothing may be written, each child compiles it anew: `today` takes 0.5 s, not 0.2."""

gc.set_threshold(OBJECTS_BEFORE_A_COLLECTION)
"""As the program sets it: looking in vain through what pytest and hypothesis hold takes a sixteenth of the time of the rules' tests."""

MEMORY = Path("/dev/shm")  # noqa: S108 (pytest makes a folder of its own in it)
if MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))
"""Stores write through to the disk with every change, as they must: those of the tests are waited for half of their time."""

settings.register_profile("here", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
settings.load_profile("here")


@dataclass(frozen=True)
class Answer:
    """What a command answered: exit status, standard output and standard error."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Standard output as JSON."""
        return json.loads(self.out)

    def findings(self) -> dict[str, dict[str, set[str]]]:
        """The subjects found, by rule and outcome."""
        found: dict[str, dict[str, set[str]]] = {}
        for one in self.json["findings"]:
            found.setdefault(one["rule"], {}).setdefault(one["outcome"], set()).add(one["subject"])
        return found


Desk = Callable[..., Answer]


@pytest.fixture
def desk(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> Iterator[Desk]:
    """The command line, in this process, on a data folder of its own."""

    def run(*args: object, lang: str = "en") -> Answer:
        status = copy_context().run(
            main, ["--data", str(tmp_path / "data"), "--lang", lang, *map(str, args)]
        )  # its shop is no other test's
        gc.enable()  # a command collects nothing, for its process ends with it; this one goes on
        out, err = capfdbinary.readouterr()
        return Answer(status, out.decode(), err.decode())

    yield run
    take(())  # the packs of its shop are no other test's


@pytest.fixture
def program(tmp_path: Path) -> Callable[..., "subprocess.Popen[bytes]"]:
    """The command line as a process of its own, for tests that kill it or limit it."""

    def start(*args: object, **options: Any) -> "subprocess.Popen[bytes]":
        command = [sys.executable, "-P", "-m", "sellerdesk", "--data", str(tmp_path / "data"), "--lang", "en", *map(str, args)]
        env = {**os.environ, "PYTHONPATH": str(ROOT)}
        return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env, **options)

    return start
