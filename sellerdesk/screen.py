"""Whether a window can be shown here, and what is in the way: asked before Qt is, which ends the process when it cannot."""

from __future__ import annotations  # packaging/dev.py reads it with whatever Python there is

import ctypes
import importlib.util
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sellerdesk.domain.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

QT_LIBRARIES = ("libegl1", "libgl1", "libdbus-1-3", "libfontconfig1", "libglib2.0-0", "libxkbcommon0")
"""Packages of Debian and Ubuntu that Qt needs beside its own wheel, even without a screen."""
SCREEN_LIBRARIES = ("libxcb-cursor0", "libxkbcommon-x11-0", "libxcb-icccm4", "libxcb-keysyms1", "libxcb-shape0", "libwayland-cursor0")
"""Those that it needs on a screen."""
NAMES = ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY")
"""What tells a program its screen, in the order in which Qt asks."""
LIBRARY = expression(r"lib[\w.+-]+\.so[\w.]*")


class Obstacle(NamedTuple):
    """Why no window can be shown: `what` is no_screen, no_libraries or no_display; `name` the library or the screen."""

    what: str
    name: str = ""


def obstacle() -> Obstacle | None:
    """What keeps a window from being shown; None when nothing does. Chooses the platform where only the second choice works."""
    linux = sys.platform.startswith("linux")
    if linux and not any(map(os.environ.get, NAMES)):
        return Obstacle("no_screen")
    try:
        import PySide6.QtWidgets  # noqa: F401, PLC0415 (only to see whether it loads)
    except ImportError as error:
        return Obstacle("no_libraries", missing(error))
    return at_screen() if linux else None


def at_screen() -> Obstacle | None:
    """What is in the way at the screens that the environment names, the first that works wins."""
    found: list[Obstacle] = []
    for platform, attempt in platforms():
        obstacle = attempt()
        if obstacle is None:
            if found:
                os.environ["QT_QPA_PLATFORM"] = platform
            return None
        found.append(obstacle)
    return max(found, key=lambda obstacle: obstacle.what == "no_libraries") if found else None


def platforms() -> Iterator[tuple[str, Callable[[], Obstacle | None]]]:
    """Qt's names of the screens to try, with what looks whether they answer; others than X11 and Wayland are taken on trust."""
    attempts = {"wayland": wayland, "xcb": x11}
    chosen = [name.partition(":")[0] for name in os.environ.get("QT_QPA_PLATFORM", "").split(";") if name]
    if not chosen:
        chosen = [name for name, screen in (("wayland", "WAYLAND_DISPLAY"), ("xcb", "DISPLAY")) if os.environ.get(screen)]
    for name in chosen:
        yield name, attempts.get(name, lambda: None)


def x11() -> Obstacle | None:
    """Whether the X server answers."""
    name = os.environ.get("DISPLAY", "")
    try:
        if not load_plugin("xcb"):
            return Obstacle("no_display", name)
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError as error:
        return Obstacle("no_libraries", missing(error))
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(name.encode(), None)
    refused = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return Obstacle("no_display", name) if refused else None


def wayland() -> Obstacle | None:
    """Whether the Wayland compositor answers."""
    name = os.environ.get("WAYLAND_DISPLAY", "")
    try:
        nowhere = not os.environ.get("XDG_RUNTIME_DIR") and not Path(name).is_absolute()  # the library would say so, in words of its own
        if nowhere or not load_plugin("wayland"):
            return Obstacle("no_display", name)
        client = ctypes.CDLL("libwayland-client.so.0")
    except OSError as error:
        return Obstacle("no_libraries", missing(error))
    client.wl_display_connect.restype = ctypes.c_void_p
    client.wl_display_disconnect.argtypes = [ctypes.c_void_p]
    connection = client.wl_display_connect(name.encode() or None)
    if not connection:
        return Obstacle("no_display", name)
    client.wl_display_disconnect(connection)
    return None


def load_plugin(platform: str) -> bool:
    """Load Qt's part for a screen with all that it needs of the system; False where Qt came without that part.

    Raises OSError, which names what the system lacks. A Qt of the system keeps its parts elsewhere, and sees to their needs by itself.
    """
    found = importlib.util.find_spec("PySide6")
    folder = Path(found.origin if found and found.origin else "").parent / "Qt/plugins/platforms"
    plugin = folder / f"libq{platform}.so"
    if plugin.exists():
        ctypes.CDLL(str(plugin))
    return plugin.exists() or not folder.exists()


def missing(error: Exception) -> str:
    """The library that the system's loader did not find."""
    found = LIBRARY.search(str(error))
    return found[0] if found else str(error)


def apt_line(packages: tuple[str, ...] = (*QT_LIBRARIES, *SCREEN_LIBRARIES)) -> str:
    """The one line that installs packages on Debian and Ubuntu, to be pasted into a terminal."""
    return "sudo apt-get update && sudo apt-get install -y " + " ".join(packages)
