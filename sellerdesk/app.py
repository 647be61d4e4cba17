"""The one module that knows every layer and joins them: starts what was asked for, and lets no traceback out."""

import gc
import os
import sys
from pathlib import Path

import click

from sellerdesk.cli import command_line
from sellerdesk.cli.answer import Asked, complain
from sellerdesk.domain.refusal import Fault, UnusableArgument
from sellerdesk.reports import words

UNUSABLE = 2
INTERRUPTED = 130
OBJECTS_BEFORE_A_COLLECTION = 200_000
"""A report of 100,000 rows makes a million objects that live to the end: at Python's 700 the collector looks through them in vain."""


def main(args: list[str] | None = None) -> int:
    """Run the program; returns the exit status: 0 nothing to mend, 1 something to mend or check, 2 unusable."""
    args = sys.argv[1:] if args is None else args
    gc.set_threshold(OBJECTS_BEFORE_A_COLLECTION)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a terminal that cannot show a character shows a mark, and goes on
    return run(args or first_words(args))


def first_words(_args: list[str]) -> list[str]:
    """What `sellerdesk` alone does: until there is a window, the audit of the demo shop."""
    click.echo(words.say("ja", "say.no_window"), err=True)
    return ["audit", "--demo"]


def run(args: list[str]) -> int:
    """Run a command line; whatever goes wrong becomes one sentence and a status."""
    context = click.Context(command_line, info_name="sellerdesk")
    asked = Asked(None, "", "en" if "en" in args[: args.index("--lang") + 2 if "--lang" in args else 0] else "ja")
    try:
        return int(command_line.main(args, prog_name="sellerdesk", standalone_mode=False, obj=context.obj) or 0)
    except SystemExit as leaving:
        return int(leaving.code or 0)
    except Fault as fault:
        complain(fault, asked.lang)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())
        return 0
    except click.ClickException as error:
        complain(UnusableArgument("usage", message=error.format_message()), asked.lang)
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except BrokenPipeError:  # the reader of our output has gone (… | head): nothing is left to say
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:  # noqa: BLE001 (a bug of ours: the user gets a sentence, never a traceback)
        complain(UnusableArgument("bug", where=place(error)), asked.lang)
    return UNUSABLE


def place(error: BaseException) -> str:
    """Where a bug showed, without a word of the shop's data: the kind of error, our file and line."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    where = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else "?"
    return f"{type(error).__name__}, {where}"
