"""Options and answers that many commands share: the file named, the shop saved, what was read."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sellerdesk.cli import completion
from sellerdesk.cli.answer import Asked
from sellerdesk.workflows.files import Source
from sellerdesk.writers import as_json, unread

if TYPE_CHECKING:
    from sellerdesk.domain.shop import Shop
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, TypeVar

from sellerdesk.cli.answer import Day
from sellerdesk.domain.assumptions import Assumptions
from sellerdesk.domain.calendar import Calendar

FILE = click.Path(path_type=Path)
SHOWN = 10
HOUR = timedelta(hours=1)
F = TypeVar("F", bound=Callable[..., Any])


def templates_option(
    words: str = "A shipping template that is a Prime one; may be given several times.", name: str = "templates"
) -> Callable[[F], F]:
    """The option that names Prime templates, completed from the shop; a command takes them by `name`."""
    return click.option("--prime-template", name, multiple=True, shell_complete=completion.templates, help=words)


def saved_shop(asked: Asked, *, with_offers: bool) -> "Shop | None":
    """The saved shop, when there is one."""
    if not asked.store.exists():
        return None
    from sellerdesk.workflows.shop import saved as shop_saved  # noqa: PLC0415 (SQLite's library takes 0.1 s to load; an audit of a file needs it not)

    return shop_saved.load(asked.store, with_offers=with_offers)


def agreed(asked: Asked, age: timedelta) -> bool:
    """Whether the person at the terminal says yes to a report of such an age."""
    return sys.stdin.isatty() and click.confirm(asked.say("say.stale_question", hours=age // HOUR), err=True)


def source_json(source: Source, lang: str) -> dict[str, object]:
    """A file that was read, for JSON; with what of it was not read, when there is such."""
    content = {"file": source.file, "kind": source.kind, "encoding": source.encoding, "rows": source.rows}
    left_out = {name: value for name, value in unread.content(source.unread, lang).items() if value}
    return {**content, "refused": as_json.refusals(source.refused, lang), **left_out}


def shop_days(command: F) -> F:
    """The options for the shop's business days."""
    command = click.option("--year-end", is_flag=True, help="Closed from 29 December to 3 January.")(command)
    return click.option("--closed-day", "closed", multiple=True, type=Day(), metavar="YYYY-MM-DD", help="A day on which you are closed.")(
        command
    )


def shop_of(asked: Asked, closed: tuple[date, ...], *, year_end: bool) -> Assumptions:
    """What the shop assumes: its closed days, those of the command among them, its costs, fares and readings of unclear passages."""
    days = frozenset(closed)
    if not asked.store.exists():
        return Assumptions(calendar=Calendar(days, year_end))
    from sellerdesk.workflows.returns import assumptions  # noqa: PLC0415 (SQLite's library takes 0.1 s to load)

    return assumptions.load(asked.store, days, year_end=year_end)
