"""What a new user's two commands rest on: locks with hashes and no addresses, and a wheel that carries its resources."""

import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT

LOCKS = [ROOT / "packaging/requirements.lock", ROOT / "packaging/requirements-test.lock"]


def pins(lock: Path) -> dict[str, str]:
    """Package → version of a lock file."""
    return dict(re.findall(r"^([a-z0-9-]+)==([^ ;\\]+)", lock.read_text(), re.MULTILINE))


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_has_hashes_and_no_addresses(lock: Path) -> None:
    text = lock.read_text()
    assert "://" not in text
    assert "--index" not in text
    first, *entries = re.split(r"\n(?=\S)", text.strip())
    assert re.fullmatch(r"# locked on 20\d\d-[01]\d-[0-3]\d", first), "the day on which it was made"
    for entry in entries:
        assert "--hash=sha256:" in entry, entry.splitlines()[0]


def test_both_locks_agree_and_hold_what_the_project_needs() -> None:
    run, test = map(pins, LOCKS)
    assert run.items() <= test.items()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert {re.split(r"[=><~ ]", need)[0].lower() for need in project["dependencies"]} <= set(run)
    assert run["pyside6-essentials"].startswith("6.11.")


def test_dev_needs_nothing_but_python(tmp_path: Path) -> None:
    blocked = "import sys; sys.modules.update(dict.fromkeys(('click','msgspec','PySide6','platformdirs','sqlite_utils')))"
    code = f"{blocked}; sys.argv = ['dev.py']; import runpy; runpy.run_path(r'{ROOT / 'packaging/dev.py'}', run_name='__main__')"
    done = subprocess.run([sys.executable, "-S", "-c", code], capture_output=True, cwd=tmp_path, check=False)
    assert done.returncode == 2
    assert b"packaging/dev.py run" in done.stderr
    assert done.stdout == b"", "standard output belongs to the program"


def test_a_wheel_carries_the_resources(tmp_path: Path) -> None:
    built = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)], cwd=ROOT, capture_output=True, check=False
    )
    assert built.returncode == 0, built.stderr.decode()
    (wheel,) = tmp_path.glob("*.whl")
    target = tmp_path / "installed"
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        archive.extractall(target)
    missing = [
        file
        for file in (ROOT / "resources").rglob("*.*")
        if f"sellerdesk/_resources/{file.relative_to(ROOT / 'resources').as_posix()}" not in names
    ]
    assert not missing
    code = "import sys; from sellerdesk.app import main; from sellerdesk import assets; print(assets.root()); sys.exit(main(['self-test']))"
    ran = subprocess.run([sys.executable, "-c", code], cwd=target, capture_output=True, check=False)
    assert ran.returncode == 0, ran.stdout.decode() + ran.stderr.decode()
    assert str(target) in ran.stdout.decode()


def test_qt_loses_no_reference_in_ten_thousand_calls() -> None:
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, str(ROOT / "packaging/leak.py")], env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"this Qt cannot be used: {done.stdout}{done.stderr}"
