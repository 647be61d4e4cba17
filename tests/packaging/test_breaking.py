"""A short form of every campaign of packaging/breaking.py finds nothing lost, untrue, slow, and no traceback."""

import importlib.util
import subprocess
import sys

import pytest

from tests.conftest import ROOT

CAMPAIGNS = ("kills", "full disks", "damaged stores", "hostile stores", "mutated files", "shifted buyers", "slow expressions")


@pytest.mark.skipif(importlib.util.find_spec("resource") is None, reason="limits and kills are POSIX")
@pytest.mark.parametrize("name", CAMPAIGNS)
def test_two_seconds_of_each_campaign(name: str) -> None:
    command = [sys.executable, str(ROOT / "packaging/breaking.py"), "--minutes", "0.03", "--seed", "7", "--only", name]
    done = subprocess.run(command, capture_output=True, check=False, timeout=300)
    assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()
