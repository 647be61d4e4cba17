"""What the campaigns of breaking.py share: the program as a process that is limited, killed or traced, and a tally of what came of it."""

import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from random import Random
from typing import IO

ROOT = Path(__file__).resolve().parent.parent
KINDS = ("lost", "lies", "tracebacks", "slow")
"""The faults: what was saved is gone or half there; an answer is not true; no sentence but a bug; over the limits below."""
MOST_SECONDS, MOST_MB = 5.0, 600.0
"""What one file may cost a command on a machine of two cores."""
LONGEST = 60.0
"""Seconds after which a command hangs."""
DAY = "2020-08-03"
WRITES = "write,pwrite64,fsync,fdatasync,ftruncate,unlink,rename"
"""The calls by which a process changes what is on a disk."""
BUG = re.compile(r"Traceback|This is a bug|bug in Seller Desk")


@dataclass
class Said:
    """What a command said: exit status (below 0: the signal that ended it), standard output and error, seconds and MB of memory."""

    status: int
    out: str
    err: str
    seconds: float = 0.0
    mb: float = 0.0


@dataclass
class Tally:
    """What a campaign found: tries, faults by kind, the longest and the largest command, and an example of each kind of fault."""

    tries: int = 0
    faults: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0
    mb: float = 0.0
    examples: list[str] = field(default_factory=list)
    skipped: str = ""

    def fault(self, kind: str, what: str) -> None:
        """Count a fault; twenty are told, the others counted only."""
        self.faults[kind] += 1
        if len(self.examples) < 20:  # noqa: PLR2004 (as said)
            self.examples.append(f"{kind}: {what[:1500]}")

    def weigh(self, said: Said, what: str) -> None:
        """Look at the words, the time and the memory of a command that was not killed."""
        self.seconds, self.mb = max(self.seconds, said.seconds), max(self.mb, said.mb)
        if BUG.search(said.err) or said.status not in (0, 1, 2):
            self.fault("tracebacks", f"{what}: {said.status} {said.err}")
        elif said.status == 2 and not 1 <= len(said.err.splitlines()) <= 3:  # noqa: PLR2004 (unusable; two notices may stand before)
            self.fault("lies", f"{what}: not one sentence: {said.err!r}")
        if said.seconds > MOST_SECONDS or said.mb > MOST_MB:
            self.fault("slow", f"{what}: {said.seconds:.1f} s, {said.mb:.0f} MB")


Campaign = Callable[[Path, Random, float], Tally]
"""Tries in a folder of its own, by chance, until a moment of the monotonic clock, and once at least."""


def going(tally: Tally, deadline: float) -> bool:
    """Whether there is time for one more try; counts it."""
    more = not tally.tries or time.monotonic() < deadline
    tally.tries += more
    return more


def program(data: Path, *args: object) -> list[str]:
    """A command on a data folder, to be run."""
    return [sys.executable, "-m", "sellerdesk", "--data", str(data), "--lang", "en", *map(str, args)]


def run(command: Sequence[str], *, after: float = LONGEST, most_bytes: int = 0, out: IO[bytes] | None = None) -> Said:
    """Run a command; it is killed (SIGKILL) after some seconds, and writes no file of more bytes than are told (0: any).

    Linux counts as a child's memory what this process had when it started it: campaigns keep this process small.
    """
    own = os.environ | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    with tempfile.TemporaryFile() as told, tempfile.TemporaryFile() as err:
        limit = (lambda: limited(most_bytes)) if most_bytes else None
        process = subprocess.Popen(command, stdout=out or told, stderr=err, env=own, cwd=ROOT, preexec_fn=limit)  # noqa: PLW1509 (one thread)
        timer = threading.Timer(after, end, (process.pid,))
        timer.start()
        _pid, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        timer.cancel()
        took = used.ru_utime + used.ru_stime  # of its own work: another program on the machine makes no command slow
        return Said(process.returncode, content(told), content(err), took, used.ru_maxrss / 1024)


def end(process: int) -> None:
    """Kill a process by its number; Popen.kill would first take the status of one that has ended, which is waited for elsewhere."""
    with suppress(ProcessLookupError):
        os.kill(process, signal.SIGKILL)


def limited(most_bytes: int) -> None:
    """Let this process write no file larger than so many bytes: a disk that is full at that place."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, most_bytes))


def content(file: IO[bytes]) -> str:
    """What was written into a file."""
    file.seek(0)
    return file.read().decode(errors="replace")


def traced(log: Path, command: Sequence[str], *options: str) -> list[str]:
    """A command under strace."""
    return ["strace", "-f", "-o", str(log), *options, "--", *command]


@cache
def can_trace() -> bool:
    """Whether strace is there and may trace."""
    if shutil.which("strace") is None:
        return False
    return subprocess.run(["strace", "-o", os.devnull, "true"], capture_output=True, check=False).returncode == 0


def fresh(template: Path, target: Path) -> Path:
    """A copy of a folder in place of another; no template: an empty folder."""
    shutil.rmtree(target, ignore_errors=True)
    if template.exists():
        shutil.copytree(template, target)
    else:
        target.mkdir(parents=True)
    return target
