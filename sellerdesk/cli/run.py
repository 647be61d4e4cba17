"""Run a command line: every fault becomes one sentence on standard error and an exit status, never a traceback."""

import errno
import os
import re
import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from sellerdesk.cli import COMMANDS, command_line
from sellerdesk.cli.answer import Paper, Stopped, complain, option_of
from sellerdesk.cli.help import ARGUMENTS, named
from sellerdesk.clock import now
from sellerdesk.domain.expressions import expression
from sellerdesk.domain.refusal import Fault, UnusableArgument, UnusableStore
from sellerdesk.paths import data_folder
from sellerdesk.workflows.program import own_log
from sellerdesk.writers import words

UNUSABLE = 2
WINDOW = "--window"
"""The hidden option of a window that runs a command: what goes wrong is said without commands and options."""
interrupted = threading.Event()
"""Ctrl+C was pressed during the command."""
left: list[SystemExit] = []
"""How the last command left, and with it all that it worked on: to take a payment report of 200,000 rows apart is a fiftieth of its time,
and the process ends at once.
"""
INTERRUPTED = 130
EXTRA = expression(r"Got unexpected extra arguments? \((.*)\)\.?", re.DOTALL)
OTHER_KIND = expression(r" is a (directory|file)\.$")
WANTS_VALUE = expression(r"requires (an|\d+) arguments?")
"""How the library says what it has no class for."""


def run(args: list[str], paper: Paper | None = None) -> int:
    """Run a command; `paper` makes PDFs. Returns the exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a terminal that cannot show a character shows a mark, and goes on
            piped = sys.platform == "win32" and not stream.isatty()
            stream.reconfigure(errors="replace", encoding="utf-8" if piped else None)  # the window reads UTF-8, not Windows' code page
    if WINDOW not in args:
        return answered(args, paper)
    begun = time.monotonic()
    status = answered(args, paper)
    name = next((arg for arg in args if arg in COMMANDS), "help")
    folder = named(args, "--data")
    own_log.note(data_folder(None if folder is None else Path(folder)), f"command {name} {status} {time.monotonic() - begun:.2f} s")
    return status


def answered(args: list[str], paper: Paper | None) -> int:
    """Run a command, and turn whatever goes wrong into a sentence; returns the exit status."""
    lang = asked_language(args)
    ARGUMENTS.set(tuple(args))
    changed().clear()
    made().clear()
    status = UNUSABLE
    try:
        with noting_interrupts():
            return int(command_line.main(args, prog_name="sellerdesk", standalone_mode=False, obj=paper) or 0)
    except SystemExit as leaving:
        left[:] = [leaving]
        return int(leaving.code or 0)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())
        return 0
    except (click.Abort, KeyboardInterrupt) as error:
        return stopped(args, error.__cause__ or error)
    except BrokenPipeError:  # the reader of our output has gone (… | head): nothing is left to say
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:  # noqa: BLE001 (whatever it is, the user gets a sentence, never a traceback)
        if interrupted.is_set():  # SQLite asks Python about each statement, and takes an interrupt there for a no
            status = stopped(args, error)
        else:
            fault = fault_of(error)
            complain(fault, lang, typed=WINDOW not in args, after=done_words(fault, lang))
    return status


@contextmanager
def noting_interrupts() -> Iterator[None]:
    """Remember Ctrl+C meanwhile; other threads than the first one get none."""
    interrupted.clear()
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, note_interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def note_interrupt(_signal: int, _frame: object) -> None:
    """Ctrl+C: remember it, for not everybody passes the exception on. Raises KeyboardInterrupt."""
    interrupted.set()
    raise KeyboardInterrupt


def stopped(args: list[str], error: BaseException) -> int:
    """Say what came of a command that Ctrl+C ended; returns the exit status."""
    lang = asked_language(args)
    complain(what_was_stopped(error, lang), lang, typed=WINDOW not in args)
    return INTERRUPTED


def what_was_stopped(error: BaseException, lang: str) -> Fault:
    """What Ctrl+C left undone, as a fault: the judging after an import, also where the key reached SQLite, or the whole command."""
    if isinstance(error, Stopped):
        return error.fault
    if isinstance(error, Fault) and error.code == "not_judged":
        return UnusableStore("judging_stopped", number=error.facts["number"], name=error.facts["name"])
    code = "stopped_saved" if changed() else "stopped_made" if made() else "stopped"
    return UnusableArgument(code, made=made_words(lang))


def changed() -> set[Path]:
    """The shops that the command changed; none where it did not come to loading the store, which takes 0.1 s."""
    there = sys.modules.get("sellerdesk.store.changed")
    return there.CHANGED if there else set()


def made() -> list[tuple[str, str]]:
    """The files that the command made whole, as those of the shops that it changed."""
    there = sys.modules.get("sellerdesk.store.changed")
    return there.MADE if there else []


def made_words(lang: str) -> str:
    """What was made whole, in words."""
    return " ".join(words.say(lang, f"say.made_{what}", name=name) for what, name in made())


def done_words(fault: Fault, lang: str) -> str:
    """What was done before a command failed; of an answer that was lost, also that nothing was."""
    if changed():
        return words.say(lang, "say.change_saved")
    if made():
        return made_words(lang)
    return words.say(lang, "say.nothing_changed") if fault.code.startswith("answer_") else ""


def fault_of(error: Exception) -> Fault:
    """What went wrong as a fault: of a file or an argument, of the system, or a bug of ours."""
    if isinstance(error, Fault):
        from sellerdesk.workflows.shop.backups import with_way_out  # noqa: PLC0415 (a fault is rare, and SQLite's library large)

        return with_way_out(error, now())
    if isinstance(error, click.ClickException):
        return usage_fault(error)
    if isinstance(error, UnicodeEncodeError):
        return UnusableArgument("undecodable")
    if isinstance(error, PermissionError) and error.filename:
        return UnusableArgument("no_rights", place=os.fsdecode(error.filename))
    if isinstance(error, OSError):
        code = "disk_full" if error.errno == errno.ENOSPC else "system"
        return UnusableArgument(code, reason=error.strerror or type(error).__name__)
    from sellerdesk.workflows.program.support import place  # noqa: PLC0415 (a bug is rare, and the versions are many)

    return UnusableArgument("bug", where=place(error))


def usage_fault(error: click.ClickException) -> Fault:
    """What is wrong with a command line, in our own words: the library has English ones only."""
    if isinstance(error, click.BadParameter) and error.param is not None:
        return value_fault(error.param, error)
    if isinstance(error, click.NoSuchOption):
        return UnusableArgument("no_such_option", name=error.option_name)
    if isinstance(error, click.NoSuchCommand):
        return UnusableArgument("no_such_command", name=error.command_name, group=error.ctx.command_path if error.ctx else "sellerdesk")
    if isinstance(error, click.BadOptionUsage):
        return UnusableArgument("needs_value" if WANTS_VALUE.search(error.message) else "takes_no_value", name=error.option_name)
    if extra := EXTRA.fullmatch(error.message):
        return UnusableArgument("too_many", name=extra[1])
    return UnusableArgument("usage", message=error.format_message())


def value_fault(param: click.Parameter, error: click.BadParameter) -> Fault:
    """What is wrong with the value of a parameter."""
    name, kind = option_of(param), param.type
    if isinstance(error, click.MissingParameter):
        return UnusableArgument("missing_argument", name=name)
    if isinstance(kind, click.Choice):
        return UnusableArgument("not_a_choice", name=name, there=tuple(map(str, kind.choices)))
    if isinstance(kind, click.IntRange):
        return UnusableArgument("not_in_range" if kind.max is not None else "not_from", name=name, least=kind.min, most=kind.max)
    if kind is click.INT:
        return UnusableArgument("not_whole", name=name)
    if isinstance(kind, click.Path) and OTHER_KIND.search(error.message):
        return UnusableArgument("wants_folder" if not kind.file_okay else "wants_file", name=name)
    return UnusableArgument("bad_argument", name=name, message=error.message.rstrip("."))


def asked_language(args: list[str]) -> str:
    """The language of a sentence about a command line: the last --lang that it names."""
    asked = named(args, "--lang")
    return asked if asked in words.LANGUAGES else words.LANGUAGES[0]
