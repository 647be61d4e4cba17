"""Opens a window as the program does and prints how it stands: place_job.py FOLDER [WIDTH HEIGHT], a size to leave it with."""

import sys
from datetime import date, datetime
from pathlib import Path

import msgspec

from sellerdesk.clock import JAPAN
from sellerdesk.ui import start

NOW = datetime(2020, 8, 3, 10, 12, tzinfo=JAPAN)


def main(folder: Path, *size: int) -> None:
    """Show the window, tell its state, leave it."""
    window = start.window(folder, lambda: NOW, date(2020, 8, 3))
    start.show(window)
    if size:
        window.resize(*size)
    start.application().processEvents()
    free = window.screen().availableGeometry()
    told = {
        "maximised": window.isMaximized(),
        "inside": free.contains(window.geometry()),
        "size": [window.width(), window.height()],
        "normal": [window.normalGeometry().width(), window.normalGeometry().height()],
    }
    sys.stdout.write(msgspec.json.encode(told).decode() + "\n")
    window.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), *map(int, sys.argv[2:]))
