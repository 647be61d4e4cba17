"""The one module that knows every layer and joins them: the window, or the command line, and no traceback out of either."""

import gc
import os
import signal
import sys
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sellerdesk.cli.answer import Paper
    from sellerdesk.screen import Obstacle
    from sellerdesk.writers.document import Document
    from sellerdesk.writers.shown_table import ShownTable

OBJECTS_BEFORE_A_COLLECTION = 200_000
"""A report of 100,000 rows makes a million objects that live to the end: at Python's 700 the collector looks through them in vain.

A command ends with its answer, and collects nothing at all: an audit needs no more memory for it, and 4% less time.
"""

RUNNING = "SellerDesk.Running"
"""The name of a mutex, which packaging/windows/sellerdesk.nsi looks for."""

COMPLETING = "_SELLERDESK_COMPLETE"
"""What a shell sets, by click's convention, when it asks for completions."""

LARGE = 31 * 1024**2
"""Bytes of a block that is asked for and let go: Linux's malloc then keeps what is freed for the next that asks (it takes 32 MiB and
more back at once, and less until such a block was freed). An audit of 100,000 offers has 54,000 page faults with it, else 71,000.
"""
kept: list[object] = []
"""What must live as long as the process: Qt's application, and the mark that it runs."""


def program() -> NoReturn:
    """Run the program as a process of its own: main, and out.

    A command leaves at once: everything is written and closed by then, and to take 100,000 offers apart one by one, which Python
    does at its end, is 0.05 s of 0.5. The window ends as Qt wants it.
    """
    status = main()
    if wants_window(sys.argv[1:]):
        sys.exit(status)
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # whoever listened has gone; a program without a console has no streams at all
            if stream is not None:
                stream.flush()
    os._exit(status)


def main(args: list[str] | None = None) -> int:
    """Run the program; returns the exit status: 0 nothing to mend, 1 something to mend or check, 2 unusable."""
    args = sys.argv[1:] if args is None else args
    tell_running()
    gc.set_threshold(OBJECTS_BEFORE_A_COLLECTION)
    if wants_window(args):
        return open_window(args)
    gc.disable()
    keep_freed()
    return run(args)


@cache
def keep_freed() -> None:
    """Have malloc keep what is freed, once in a process: the block costs 5 ms."""
    bytes(LARGE)


def tell_running() -> None:
    """On Windows, hold the mark by which the installer sees that the program runs; Windows lets it go when the process ends."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 (only there)

        kept.append(ctypes.windll.kernel32.CreateMutexW(None, False, RUNNING))  # noqa: FBT003 (Windows' own order: security, owned, name)


def wants_window(args: list[str]) -> bool:
    """Whether no command is named: nothing at all, or only where the data lies; a shell that asks what completes a line wants none."""
    if COMPLETING in os.environ:
        return False
    return not args or (len(args) == len(("--data", "DIR")) and args[0] == "--data")


def open_window(args: list[str]) -> int:
    """Show the window until it is closed; without a screen the audit of the demo shop is printed, which ends with 0."""
    from sellerdesk.screen import obstacle  # noqa: PLC0415 (a command needs no screen)

    found = obstacle()
    if found is None:
        return show_window(args)
    if found.what == "no_screen":
        tell_obstacle(found)
        return 2 if run([*args, "audit", "--demo"]) == 2 else 0  # noqa: PLR2004 (unusable; to mend are only the demo's offers)
    tell_obstacle(found)
    return 2


def tell_obstacle(found: "Obstacle") -> None:
    """Say in both languages why no window is shown: nobody knows yet which one is read here."""
    from sellerdesk.screen import apt_line  # noqa: PLC0415 (as above)
    from sellerdesk.writers.words import LANGUAGES, say  # noqa: PLC0415 (each way loads its own half of the program only)

    for lang in LANGUAGES:
        sys.stderr.write(say(lang, f"say.{found.what}", name=found.name, line=apt_line()) + "\n")


def show_window(args: list[str]) -> int:
    """Show the window until it is closed."""
    from sellerdesk.clock import now  # noqa: PLC0415 (each way loads its own half of the program only)
    from sellerdesk.paths import data_folder  # noqa: PLC0415 (as above)
    from sellerdesk.ui.start import run as show  # noqa: PLC0415 (as above)

    return show(data_folder(Path(args[1]) if args else None), now)


def run(args: list[str]) -> int:
    """Run a command line; whatever goes wrong becomes one sentence and a status."""
    sys.unraisablehook = hide_interrupt
    with waiting() as pressed:
        from sellerdesk.cli.run import run as run_command  # noqa: PLC0415 (as above)
        from sellerdesk.cli.run import stopped  # noqa: PLC0415 (as above)
    if pressed:
        return stopped(args, KeyboardInterrupt())
    try:
        return run_command(args, paper())
    except KeyboardInterrupt as interrupt:
        return stopped(args, interrupt)


@contextmanager
def waiting() -> "Iterator[list[int]]":
    """Let Ctrl+C wait for the 0.1 s in which the program is loaded: a library that is loaded by half could not say that it was stopped.

    Gives the signals that came meanwhile. Whoever started the program so that it does not hear the key (nohup) is obeyed.
    """
    pressed: list[int] = []
    if signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield pressed
        return
    with suppress(ValueError):  # in a thread: only the first has signals
        signal.signal(signal.SIGINT, lambda number, _frame: pressed.append(number))
    try:
        yield pressed
    finally:
        with suppress(ValueError):
            signal.signal(signal.SIGINT, signal.default_int_handler)


def hide_interrupt(unraisable: "sys.UnraisableHookArgs") -> None:
    """Print no trace of a Ctrl+C that came while Python itself was loading a module, and that it passed over."""
    if not isinstance(unraisable.exc_value, KeyboardInterrupt):
        sys.__unraisablehook__(unraisable)


def paper() -> "Paper":
    """What makes PDFs: Qt draws them, without a screen."""
    from sellerdesk.cli.answer import Paper  # noqa: PLC0415 (as above)

    return Paper(table_paper, document_paper)


def table_paper(table: "ShownTable", tell: "Callable[[int, int], None]") -> bytes:
    """A table as a PDF. Raises UnusableArgument when Qt does not load here."""
    start_drawing()
    from sellerdesk.ui.paper.table_paper import table_pdf  # noqa: PLC0415 (as above)

    return table_pdf(table, tell)


def document_paper(document: "Document") -> bytes:
    """A document as a PDF. Raises UnusableArgument when Qt does not load here."""
    start_drawing()
    from sellerdesk.ui.paper.document_paper import document_pdf  # noqa: PLC0415 (as above)

    return document_pdf(document)


def start_drawing() -> None:
    """Start Qt, without a screen. Raises UnusableArgument when it does not load here."""
    if sys.platform.startswith("linux"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    try:
        from sellerdesk.ui.start import application  # noqa: PLC0415 (as above)
    except ImportError as error:
        from sellerdesk.domain.refusal import UnusableArgument  # noqa: PLC0415 (as above)

        raise UnusableArgument("no_paper") from error
    kept.append(application())
