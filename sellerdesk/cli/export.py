"""`export`: what a command shows as a file for other programs: a calendar of deadlines, a claim pack, the costs of returns."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import click

from sellerdesk.cli.answer import Asked, F, answering, dated
from sellerdesk.cli.quote import shop_of
from sellerdesk.clock import now
from sellerdesk.domain.refusal import UnusableArgument
from sellerdesk.workflows.export import claim_file, costs_file, deadlines_file
from sellerdesk.workflows.returns import Files
from sellerdesk.workflows.saved_returns import Returned, named, saved

FILE = click.Path(path_type=Path)


@click.group(name="export")
def export_command() -> None:
    """Write what a command shows as a file: xlsx or ics."""


def of_returns(command: F) -> F:
    """The options of what is made from returns: the saved ones, or those of a report that is named."""
    for option in (
        click.option("--all-prime", is_flag=True, help="All items of the report are SFP ones."),
        click.option("--facts", type=FILE, help="Your sheet of facts about SKUs (CSV): category and hazmat."),
        click.argument("report", type=FILE, required=False),
    ):
        command = option(command)
    return command


def returned(asked: Asked, report: Path | None, facts: Path | None, as_of: date, *, all_prime: bool) -> Returned:
    """The returns asked for."""
    if report is None and (facts is not None or all_prime):
        raise click.UsageError("--facts and --all-prime need a REPORT")
    if report is None:
        return saved(asked.store, as_of)
    return named(Files(report, facts, all_prime=all_prime), asked.store, as_of, shop_of(asked, (), year_end=False))


def write(asked: Asked, ending: str, make: Callable[[], bytes]) -> None:
    """Write the file of --out. Raises UnusableArgument for a name with another ending."""
    if asked.out is None or asked.out.suffix.lower() != ending:
        raise UnusableArgument("export_form", name=str(asked.out or ""), ending=ending)
    asked.write(asked.out, make())


@export_command.command(name="returns-deadlines")
@of_returns
@dated
@answering
def deadlines_command(asked: Asked, *, report: Path | None, facts: Path | None, all_prime: bool, as_of: date) -> None:
    """Write the refunds still to be made as a calendar file (.ics), one day for each."""
    found = returned(asked, report, facts, as_of, all_prime=all_prime)
    write(asked, ".ics", lambda: deadlines_file(found, asked.lang, now()))


@export_command.command(name="claim-pack")
@of_returns
@dated
@answering
def claims_command(asked: Asked, *, report: Path | None, facts: Path | None, all_prime: bool, as_of: date) -> None:
    """Write the labels charged to the wrong side as a workbook (.xlsx): order, clauses in our words, days, yen."""
    found = returned(asked, report, facts, as_of, all_prime=all_prime)
    write(asked, ".xlsx", lambda: claim_file(found, asked.lang))


@export_command.command(name="returns")
@of_returns
@dated
@answering
def costs_command(asked: Asked, *, report: Path | None, facts: Path | None, all_prime: bool, as_of: date) -> None:
    """Write what every return costs as a workbook (.xlsx), with the totals by reason, SKU, category and month."""
    found = returned(asked, report, facts, as_of, all_prime=all_prime)
    write(asked, ".xlsx", lambda: costs_file(found, asked.lang))


COMMANDS = {"export": export_command}
