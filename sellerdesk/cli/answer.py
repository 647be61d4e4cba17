"""What the commands share: the options of every command, the clock, and how an answer is given."""

import errno
import re
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn, TypeVar

import click
import msgspec
from msgspec.structs import replace

from sellerdesk.clock import now
from sellerdesk.domain.days import FIRST_DAY, LAST_DAY, is_ours
from sellerdesk.domain.expressions import expression
from sellerdesk.domain.refusal import Fault, UnusableArgument
from sellerdesk.own_files import OWN_DATA, refuse_own
from sellerdesk.parts import clear_parts
from sellerdesk.paths import store_of
from sellerdesk.readers.own_skus import OWN_SKUS
from sellerdesk.whole_file import write_whole
from sellerdesk.workflows.names_given import NAMES_GIVEN
from sellerdesk.writers import words
from sellerdesk.writers.as_json import encoded
from sellerdesk.writers.harmless import harmless, harmless_json

if TYPE_CHECKING:  # every command loads this module: the library of workbooks alone takes 0.05 s
    from sellerdesk.readers.sheet import Sheet
    from sellerdesk.writers.document import Document
    from sellerdesk.writers.shown_table import ShownTable

F = TypeVar("F", bound=Callable[..., Any])


class Paper(NamedTuple):
    """What makes PDFs of tables and of documents: the window's half of the program, which only app joins to this one."""

    table: "Callable[[ShownTable, Callable[[int, int], None]], bytes]"
    document: "Callable[[Document], bytes]"


class Stopped(KeyboardInterrupt):
    """Ctrl+C after a part of a command was done; `fault` says which."""

    def __init__(self, fault: Fault) -> None:
        """Keep what is to be said."""
        super().__init__(fault.code)
        self.fault = fault


TO_MEND = 1
WORDED = (Fault, click.ClickException, click.Abort, click.exceptions.Exit, OSError, UnicodeEncodeError)
"""What run.py has words for, or what only ends a command."""
WRITTEN_DAY = expression(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)


class Asked(msgspec.Struct, frozen=True):
    """What was asked before and beside a command."""

    data: Path | None
    shop: str
    lang: str
    as_json: bool = False
    out: Path | None = None
    paper: Paper | None = None
    demo: bool = False

    @property
    def place(self) -> Path:
        """Where the store of the shop asked for is, or would be. Raises UnusableArgument for a name that is none."""
        return store_of(self.shop, self.data)

    @property
    def store(self) -> Path:
        """The store of the shop asked for. Raises UnusableArgument, and UnusableStore when it is lost but for its backups."""
        store = self.place
        if not (store.exists() and store.stat().st_size):
            from sellerdesk.store.backups import check_not_lost  # noqa: PLC0415 (an audit of a file needs no SQLite)

            check_not_lost(store)
        return store

    def say(self, key: str, /, **facts: object) -> str:
        """A message in the language asked for."""
        return words.say(self.lang, key, **facts)

    def tell(self, content: Mapping[str, object], lines: Iterable[str], used: Sequence[str] | None = None) -> None:
        """Give the answer: JSON when asked for, else lines; to the file of --out, or to standard output.

        `used` are the fact packs of which it used something; those whose figures hold on its day, where that is not told.
        """
        doubt, packs = not_confirmed(content.get("as_of"), self.lang), packs_of(content.get("as_of")) if used is None else used
        if self.as_json:
            self.give([encoded({**content, **({"not_confirmed": doubt} if doubt else {}), **({"packs": packs} if packs else {})})])
            return
        key = "say.packs_hold" if used is None else "say.packs_counted"
        foot = [self.say(key, packs=packs, day=content.get("as_of", ""))] if packs else []
        text = "\n".join([*lines, *foot, *([doubt] if doubt else [])])
        if self.out is not None:
            self.write(self.out, (text + "\n").encode())
        else:
            with printing():
                click.echo(harmless(text) + "\n", nl=False)

    def give(self, parts: Iterable[bytes]) -> None:
        """Give an answer in JSON by its parts; standard output has them when the last is made, for what is printed is not taken back."""
        if self.out is not None:
            self.write(self.out, parts)
            return
        made = [*map(harmless_json, parts)]
        if sys.stdout is None or sys.stdout.closed:  # JSON is for a program that reads it; text without a reader is nobody's loss
            raise UnusableArgument("answer_closed")
        with printing():
            sys.stdout.buffer.writelines(made)
            sys.stdout.buffer.flush()

    def write(self, file: Path, data: bytes | Iterable[bytes]) -> None:
        """Write an answer, or its parts as they come, to a file: whole or not at all, never over the shop's own. Raises Fault."""
        try:
            write_whole(file, [data] if isinstance(data, bytes) else data)
        except OSError as error:
            if error.errno == errno.ENXIO:  # a pipe that nobody reads
                raise UnusableArgument("out_special", file=str(file)) from error
            raise UnusableArgument("cannot_write", file=str(file), reason=error.strerror or type(error).__name__) from error
        click.echo(harmless(self.say("say.written", file=str(file))), err=True)


@contextmanager
def printing() -> Iterator[None]:
    """Say of standard output that it did not take the answer. Raises UnusableArgument, BrokenPipeError when its reader has gone."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise UnusableArgument("answer_full") from error
        raise UnusableArgument("answer_lost", reason=error.strerror or type(error).__name__) from error


def packs_of(day: object) -> list[str]:
    """The fact packs of the shop whose figures hold on the day (Japan) of an answer."""
    if not isinstance(day, date):
        return []
    from sellerdesk.workflows.figures.in_force import packs_on  # noqa: PLC0415 (an answer of no day needs no figures)

    return packs_on(day)


def not_confirmed(day: object, lang: str) -> str:
    """That the figures and holidays of a day (Japan) are not confirmed, where it lies far beyond the last check; "" where they are."""
    if not isinstance(day, date):
        return ""
    from sellerdesk.workflows.figures.in_force import unconfirmed  # noqa: PLC0415 (an answer of no day needs no figures)

    checked = unconfirmed(day)
    return words.say(lang, "say.not_confirmed", day=day, checked=checked) if checked else ""


def languages(command: F) -> F:
    """The option for the language, before a command or behind it."""
    return click.option("--lang", type=click.Choice(words.LANGUAGES), help="Language of the words; Japanese when not given.")(command)


def answering(command: F) -> F:
    """The options of every command: --json, --out, and --lang once more; `asked` comes as the first argument."""

    @click.option("--json", "as_json_", is_flag=True, help="Print JSON.")
    @click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Write the answer to a file.")
    @languages
    @click.pass_context
    def wrapped(ctx: click.Context, /, *args: object, as_json_: bool, out: Path | None, lang: str | None, **options: object) -> object:
        for named in (value for value in options.values() if isinstance(value, Path)):
            if out is not None and out.exists() and named.exists() and out.samefile(named):
                raise UnusableArgument("out_is_input", file=str(out))
        before: Asked = ctx.find_root().obj
        OWN_DATA.set(before.place.parent.parent)
        if out is not None:
            refuse_own(out)
        asked = replace(before, lang=lang or before.lang, as_json=as_json_, out=out)
        ctx.find_root().obj = asked
        NAMES_GIVEN.set(partial(names_of, asked.place))
        OWN_SKUS.set(cache(partial(skus_of, asked.place)))
        clear_left(asked.place)
        try:
            result = ctx.invoke(command, asked, *args, **options)
        except SystemExit:
            keep_day(asked)
            raise
        except WORDED:
            raise
        except Exception:
            look_at_store(asked.place)
            raise
        if ctx.invoked_subcommand is None:  # else the command itself is still to come
            keep_day(asked)
        return result

    wrapped.__name__, wrapped.__doc__ = command.__name__, command.__doc__
    return wrapped  # type: ignore[return-value]  # click calls it with the options it collects


def look_at_store(store: Path) -> None:
    """What nobody foresaw went wrong: when the shop's own store holds what the program does not write, that is why. Raises Fault."""
    from sellerdesk.workflows.shop.backups import fault_of_store  # noqa: PLC0415 (a bug is rare, and SQLite's library large)

    if store.exists() and (fault := fault_of_store(store, now())) is not None:
        raise fault


def names_of(store: Path, sheet: "Sheet") -> Mapping[str, str]:
    """The names that the columns of a sheet were given in a shop. Raises UnusableStore."""
    if not store.exists():
        return {}
    from sellerdesk.workflows.shop.columns import names_saved  # noqa: PLC0415 (SQLite's library takes 0.1 s to load)

    return names_saved(store, sheet)


def skus_of(store: Path) -> set[str]:
    """The SKUs of a shop's catalogue. Raises UnusableStore."""
    if not store.exists():
        return set()
    from sellerdesk.workflows.shop.facts import known_skus  # noqa: PLC0415 (SQLite's library takes 0.1 s to load)

    return known_skus(store)


def keep_day(asked: Asked) -> None:
    """After a command that went well, back the shop up once a day; when that fails it is said, and the command stays done.

    With it, once a day, goes the warning of a folder that a service synchronises; and before, what was found when the shop was opened.
    """
    tell_notices(asked)
    try:
        if not (asked.place.exists() and asked.place.stat().st_size):
            return
    except OSError:  # its folder may not be entered: the command itself said so where it needed it
        return
    from sellerdesk.synchronised import service_of  # noqa: PLC0415 (as above)
    from sellerdesk.workflows.shop.backups import daily, with_way_out  # noqa: PLC0415 (a command that is not of a shop does without it)

    try:
        if daily(asked.place, now()) and (service := service_of(asked.place.parent)):
            complain(UnusableArgument("synchronised", service=service, folder=str(asked.place.parent.parent)), asked.lang)
    except Fault as fault:
        complain(UnusableArgument("backup_failed", why=words.fault_words(with_way_out(fault, now()), asked.lang, typed=True)), asked.lang)


def clear_left(store: Path) -> None:
    """Remove what a killed command left half made, also of a shop that is not there yet or any more: it holds the shop's data."""
    for folder in (store.parent, store.parent.parent / "backups"):
        clear_parts(folder, now().timestamp())
    with suppress(PermissionError):  # a folder that may not be entered: the command says so where it needs it
        if store.with_name(f"{store.name}-journal").exists():
            from sellerdesk.store.opening import clear_begun  # noqa: PLC0415 (as above)

            clear_begun(store)


def tell_notices(asked: Asked) -> None:
    """Say what the store was found to be while it was opened; a command that never loaded SQLite has nothing to say."""
    there = sys.modules.get("sellerdesk.store.notices")
    for notice in there.take() if there is not None else ():
        complain(notice, asked.lang)


def option_of(param: click.Parameter | None) -> str:
    """A parameter as a person types it."""
    return "" if param is None else param.opts[0] if isinstance(param, click.Option) else param.human_readable_name


class Day(click.ParamType[date]):
    """A day as YYYY-MM-DD. The library's own takes Python's parser of any format, 0.02 s to load."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:  # noqa: ARG002 (click's signature)
        """The day of a text. Raises UnusableArgument."""
        if isinstance(value, date):
            return value
        found = WRITTEN_DAY.fullmatch(str(value))
        try:
            day = date(*map(int, found.groups() if found else ()))
        except (TypeError, ValueError):
            raise UnusableArgument("not_a_day", name=option_of(param), value=str(value)) from None
        if not is_ours(day):
            raise UnusableArgument("no_day_of_ours", name=option_of(param), value=str(value), first=FIRST_DAY.year, last=LAST_DAY.year)
        return day


def dated(command: F) -> F:
    """The option --as-of: the day whose terms hold, today in Japan when it is not given."""

    def to_day(_ctx: click.Context, _param: click.Parameter, value: date | None) -> date:
        return value or now().date()

    return click.option("--as-of", type=Day(), callback=to_day, metavar="YYYY-MM-DD", help="Day of the terms (default: today, Japan).")(
        command
    )


def complain(fault: Fault, lang: str, *, typed: bool = True, after: str = "") -> None:
    """One plain line on standard error; not `typed`: for the window, which shows no commands; `after`: what was done before it."""
    name = fault.facts.get("path")
    sentence = (f"{name}: " if name else "") + words.fault_words(fault, lang, typed=typed)
    sentence += f" {after}" if after else ""
    line = "".join(" " if unicodedata.category(character)[0] == "C" else character for character in sentence)
    with suppress(OSError):  # standard error on a full disk: the exit status still says what was
        click.echo(harmless(" ".join(line.split())), err=True)


def leave(status: int) -> NoReturn:
    """End the command with an exit status, and what it worked on with its process."""
    sys.exit(status)
