"""What comes out of a fresh checkout: an sdist, a wheel of it, and a program that is installed from that alone."""

import importlib
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import tomllib
from pathlib import Path
from typing import Any

import pytest

from sellerdesk import __version__
from tests.conftest import ROOT

MADE = ("sellerdesk", "resources", "packaging", "pyproject.toml", "README.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE")
PROGRAMS = "Scripts" if os.name == "nt" else "bin"
TITLES = """
import sys, tempfile, datetime
from pathlib import Path
from sellerdesk import assets, __file__ as there
from sellerdesk.ui.start import window
from PySide6.QtWidgets import QLabel, QTabBar, QAbstractButton
main = window(Path(tempfile.mkdtemp()), datetime.datetime.now)
main.show()
words = [one.text() for kind in (QLabel, QAbstractButton) for one in main.findChildren(kind)]
sys.stdout.buffer.write("\\n".join([there, *words]).encode())
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist of a checkout in which nothing was compiled yet, and the wheel that is built from that sdist."""
    work = tmp_path_factory.mktemp("build")
    checkout, out = work / "checkout", work / "out"
    checkout.mkdir()
    for name in MADE:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, checkout / name, ignore=shutil.ignore_patterns("*.qm", "__pycache__"))
        else:
            shutil.copy(ROOT / name, checkout / name)
    build(checkout, "sdist", out)
    with tarfile.open(next(out.glob("*.tar.gz"))) as archive:
        safely: Any = {"filter": "data"} if hasattr(tarfile, "data_filter") else {}  # Debian 12's Python 3.11.2 has none yet
        archive.extractall(work, **safely)  # noqa: S202 (an archive that was made a moment ago)
    build(work / f"sellerdesk-{__version__}", "wheel", out)
    return out


def build(folder: Path, target: str, out: Path) -> None:
    """Build an sdist or a wheel of a folder."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", str(out)]
    done = subprocess.run(
        command, cwd=folder, env=environment(SELLERDESK_ADDRESS="https://example.org/desk"), capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()


def environment(**names: str) -> dict[str, str]:
    """An environment in which the checkout is not importable."""
    return {**{name: value for name, value in os.environ.items() if name != "PYTHONPATH"}, **names}


@pytest.fixture(scope="module")
def installed(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment of its own with the wheel in it; what the project needs is lent from the one that runs the tests."""
    home = tmp_path_factory.mktemp("environment") / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(home)], check=True)
    (wheel,) = built.glob("*.whl")
    pip = [sys.executable, "-m", "pip", "--python", str(home), "install", "--no-deps", "--no-index", "--quiet", str(wheel)]
    subprocess.run(pip, check=True, env=environment(PIP_DISABLE_PIP_VERSION_CHECK="1"))
    (packages_of(home) / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return home


def packages_of(home: Path) -> Path:
    """Where the packages of an environment are."""
    (found,) = [*home.glob("lib/python*/site-packages"), *home.glob("Lib/site-packages")][:1]
    return found


def test_the_window_of_an_installed_wheel_speaks_japanese(installed: Path) -> None:
    done = subprocess.run(
        [installed / PROGRAMS / "python", "-c", TITLES], cwd=installed, env=environment(), capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    there, *words = done.stdout.decode().splitlines()
    assert there.startswith(str(installed))
    assert "体験用ショップで試す" in words


def test_an_installed_wheel_tests_itself(installed: Path) -> None:
    done = subprocess.run(
        [installed / PROGRAMS / "sellerdesk", "self-test"], cwd=installed, env=environment(), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_man_pages_and_completion_files_are_installed(installed: Path) -> None:
    for place in (
        "man/man1/sellerdesk.1",
        "man/ja/man1/sellerdesk.1",
        "bash-completion/completions/sellerdesk",
        "zsh/site-functions/_sellerdesk",
        "fish/vendor_completions.d/sellerdesk.fish",
    ):
        assert (installed / "share" / place).stat().st_size > 100
    assert __version__ in (installed / "share/man/man1/sellerdesk.1").read_text(encoding="utf-8")


def test_types_and_addresses_are_told(installed: Path) -> None:
    lib = packages_of(installed)
    assert (lib / "sellerdesk/py.typed").exists()
    told = (lib / f"sellerdesk-{__version__}.dist-info/METADATA").read_text(encoding="utf-8")
    assert "Project-URL: Homepage, https://example.org/desk" in told
    assert re.findall(r"!\[[^\]]*\]\((?!https://)", told) == [], "a picture with an address that only the checkout has"
    assert "(https://example.org/desk/raw/main/.github/pictures/" in told


def test_what_builds_asks_for_the_qt_of_the_program() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert any(re.fullmatch(r"PySide6-Essentials==[\d.*]+", need) for need in project["dependencies"]), "packaging/hatch_build.py reads it"


def test_the_completion_files_are_what_the_command_line_has(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    completions = importlib.import_module("completions")
    for shell, name in completions.FILES.items():
        assert (completions.PLACE / name).read_text(encoding="utf-8") == completions.script(shell), "python3 packaging/completions.py"


@pytest.mark.skipif(not sys.platform.startswith("linux") or shutil.which("bash") is None, reason="for a bash of Linux")
def test_bash_completes_a_command(installed: Path) -> None:
    script = installed / "share/bash-completion/completions/sellerdesk"
    line = f". {script}; COMP_WORDS=(sellerdesk export dead); COMP_CWORD=2; _sellerdesk_completion sellerdesk; echo ${{COMPREPLY[@]}}"
    env = environment(PATH=f"{installed / 'bin'}:/usr/bin:/bin")
    done = subprocess.run(["bash", "-c", line], env=env, capture_output=True, text=True, check=False)  # noqa: S607 (the system's)
    assert done.stdout.split() == ["deadlines"]
