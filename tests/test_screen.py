"""A window that cannot be shown is said in a sentence, and never ends in an abort."""

import ctypes
import os
import subprocess
import sys
import tempfile

import pytest

from sellerdesk import screen
from sellerdesk.app import main
from sellerdesk.screen import Obstacle, obstacle
from tests.conftest import ROOT

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="screens of Linux")


def started(**names: str) -> subprocess.CompletedProcess[str]:
    """The program without a command, on the screen that these names of the environment tell."""
    env = {name: value for name, value in os.environ.items() if name not in screen.NAMES}
    command = [sys.executable, "-m", "sellerdesk"]
    return subprocess.run(command, cwd=ROOT, env={**env, **names}, capture_output=True, text=True, check=False, timeout=60)


@pytest.mark.parametrize("names", [{"DISPLAY": ":987"}, {"WAYLAND_DISPLAY": "wayland-987"}, {"DISPLAY": ":987", "QT_QPA_PLATFORM": "xcb"}])
def test_a_screen_that_does_not_answer_is_named_in_both_languages(names: dict[str, str]) -> None:
    done = started(**names, XDG_RUNTIME_DIR=tempfile.gettempdir())  # where a Wayland screen has its socket
    assert done.returncode == 2
    try:
        screen.load_plugin("wayland" if "WAYLAND_DISPLAY" in names else "xcb")
    except OSError:  # a computer that was set up without a screen has nothing to ask one with, and says what to install
        assert "apt-get install" in done.stderr
        return
    japanese, english = done.stderr.splitlines()
    assert "987" in japanese
    assert "ウィンドウを開けません" in japanese
    assert "does not answer" in english


def test_without_a_screen_it_says_so_in_both_languages_and_ends_with_0() -> None:
    done = started()
    assert done.returncode == 0
    assert "画面のないコンピューター" in done.stderr
    assert "no screen" in done.stderr
    assert "ポイント" in done.stdout


def test_a_missing_library_is_named_with_the_line_that_installs_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def lacking(_name: str) -> ctypes.CDLL:
        raise OSError("libxcb-cursor.so.0: cannot open shared object file: No such file or directory")

    monkeypatch.setattr(ctypes, "CDLL", lacking)
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    assert main([]) == 2
    said = capsys.readouterr().err
    assert "libxcb-cursor.so.0" in said
    assert screen.apt_line() in said
    assert "libwayland-cursor0" in said


def test_the_screen_that_works_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QT_QPA_PLATFORM")
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-987")
    monkeypatch.setenv("DISPLAY", ":1")
    monkeypatch.setattr(screen, "wayland", lambda: Obstacle("no_display", "wayland-987"))
    monkeypatch.setattr(screen, "x11", lambda: None)
    assert obstacle() is None
    assert os.environ["QT_QPA_PLATFORM"] == "xcb"
