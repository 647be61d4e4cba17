"""How far a command is, on the terminal and for the window."""

import sys
from typing import TYPE_CHECKING

import click

from sellerdesk.cli.answer import F

if TYPE_CHECKING:
    from sellerdesk.workflows.offers.rows import Progress


def progressing(command: F) -> F:
    """The option --progress: a line of JSON on standard error for every step, for a window that waits."""
    return click.option("--progress", is_flag=True, hidden=True)(command)


def teller(*, progress: bool) -> "Progress":
    """What tells progress: lines on standard error, or nothing."""

    def tell(stage: str, done: int, total: int) -> None:
        if progress:
            sys.stderr.write(f'{{"stage": "{stage}", "done": {done}, "total": {total}}}\n')
            sys.stderr.flush()

    return tell
