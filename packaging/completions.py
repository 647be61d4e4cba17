#!/usr/bin/env python3
"""Write packaging/linux/completions anew, what bash, zsh and fish read to complete a command: run it after click was renewed."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from click.shell_completion import get_completion_class

from sellerdesk.app import COMPLETING
from sellerdesk.cli import command_line

FILES = {"bash": "sellerdesk.bash", "zsh": "_sellerdesk", "fish": "sellerdesk.fish"}
PLACE = ROOT / "packaging/linux/completions"


def script(shell: str) -> str:
    """The script by which a shell asks the program what completes a line."""
    kind = get_completion_class(shell)
    if kind is None:
        raise LookupError(shell)
    made = kind(command_line, {}, "sellerdesk", COMPLETING)
    return made.source_template % made.source_vars() + "\n"


if __name__ == "__main__":
    for shell, name in FILES.items():
        (PLACE / name).write_text(script(shell), encoding="utf-8")
