"""A bare Debian of three versions, with apt's Python and nothing else: each command of the README is the first thing that is done there."""

from __future__ import annotations

import os
import shutil
import subprocess
from functools import partial
from pathlib import Path

from check_real_kit import ROOT, WORK, Check, Skip, failure, needed

SUITES = {"": "3.11", "trixie": "3.13", "testing": "3.14 or newer"}
"""This computer's Debian ("") and newer ones, with the Python of each."""
COMMANDS = {"run": [], "test": ["tests/domain"]}
"""What the README says, and what is added here: the whole suite takes half an hour in there."""


def bare_debian(suite: str, command: str) -> list[str]:
    """A copy of the checkout, as it was committed, in a Debian with apt's Python alone: the command ends well."""
    needed("debootstrap", "git")
    if os.geteuid() != 0:
        raise Skip("needs root")
    inside = fresh_debian(suite, command)
    checkout = inside / "root/sellerdesk"
    subprocess.run(["git", "clone", "-q", ROOT, checkout], check=True)
    subprocess.run(["mount", "-t", "proc", "proc", inside / "proc"], check=True)
    try:
        chroot = ["chroot", str(inside), "env", "-i", "HOME=/root", "PATH=/usr/sbin:/usr/bin:/sbin:/bin"]
        return failure([*chroot, "python3", "/root/sellerdesk/packaging/dev.py", command, *COMMANDS[command]])
    finally:
        subprocess.run(["umount", inside / "proc"], check=False)


def fresh_debian(suite: str, command: str) -> Path:
    """A copy of a Debian in which nothing was done but to install Python; made when it is not there. Raises Skip."""
    from linux.prove import House  # noqa: PLC0415 (it makes the Debian)

    bare, inside = WORK / f"bare{suite}", WORK / f"bare{suite}-{command}"
    if not (bare / "usr/bin/python3").exists():
        try:
            House(bare, suite).enter("apt-get", "-qq", "-y", "--no-install-recommends", "install", "python3")
        except subprocess.CalledProcessError:
            shutil.rmtree(bare, ignore_errors=True)
            raise Skip(f"debootstrap cannot make a Debian {suite}") from None
    shutil.rmtree(inside, ignore_errors=True)
    subprocess.run(["cp", "-a", bare, inside], check=True)  # devices among them, which shutil would read to their end
    for config in ("/etc/pip.conf", Path.home() / ".config/pip/pip.conf"):
        if Path(config).exists():
            shutil.copy(config, inside / "etc/pip.conf")
    shutil.copy("/etc/ssl/certs/ca-certificates.crt", inside / "etc/ssl/certs/ca-certificates.crt")  # the index may have one of its own
    return inside


def name(suite: str, command: str) -> str:
    """What a check is called."""
    return f"bare Debian{' ' * bool(suite)}{suite}, Python {SUITES[suite]}: dev.py {command}"


CHECKS = tuple(Check(name(suite, command), partial(bare_debian, suite, command), is_slow=True) for suite in SUITES for command in COMMANDS)
