"""An import that is killed at any moment leaves the shop as it was before or as it is after, and its undo log whole."""

import os
import subprocess
import sys

import pytest

from tests.conftest import ROOT


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is POSIX")
def test_twenty_kills_of_a_large_import() -> None:
    command = [sys.executable, str(ROOT / "packaging/kills.py"), "--kills", "20", "--seed", "7"]
    done = subprocess.run(command, capture_output=True, check=False, timeout=300)
    assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()
    assert b"whole each time" in done.stdout
