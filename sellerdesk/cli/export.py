"""`export`: what a command shows as a file for other programs: a table, a calendar of deadlines, a claim pack, the costs of returns."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import click
import msgspec
from msgspec.structs import replace

from sellerdesk.cli.answer import TO_MEND, Asked, F, answering, dated, leave
from sellerdesk.cli.payments import lacking_lines, of_payments, paid
from sellerdesk.cli.progress import progressing, teller
from sellerdesk.cli.sources import shop_of
from sellerdesk.clock import now
from sellerdesk.domain.payment import Payment
from sellerdesk.domain.refusal import UnusableArgument
from sellerdesk.paths import DEFAULT_SHOP
from sellerdesk.workflows.judged.judging_again import make_current
from sellerdesk.workflows.offers.audit import Files as AuditFiles
from sellerdesk.workflows.offers.audit import audit
from sellerdesk.workflows.offers.rows import Progress, quiet
from sellerdesk.workflows.out.account_report import account_report
from sellerdesk.workflows.out.payment_claims import claim_entries, payment_claims_file
from sellerdesk.workflows.out.returns_files import claim_document, claim_file, costs_file, deadlines_file
from sellerdesk.workflows.out.tables import findings_table, form_of, offers_table, written_table
from sellerdesk.workflows.payments.books import FORMS, Form, lines, unknown_rates, written
from sellerdesk.workflows.payments.cell_rows import TOTAL, saved_cell_rows
from sellerdesk.workflows.payments.kept import ROWS
from sellerdesk.workflows.payments.report import Report
from sellerdesk.workflows.payments.saved import of_imports
from sellerdesk.workflows.payments.tables import BY, elsewhere_lines, payments_table, reach_lines
from sellerdesk.workflows.points.percent_days import percent_days
from sellerdesk.workflows.returns.report import Files
from sellerdesk.workflows.returns.saved import Returned, named, saved, saved_if_any
from sellerdesk.workflows.shop import saved as shop_saved
from sellerdesk.writers.document import Document
from sellerdesk.writers.shown_table import Lost, ShownTable, table_file

FILE = click.Path(path_type=Path)
PDF = ".pdf"


@click.group(name="export")
def export_command() -> None:
    """Write what a command shows as a file: xlsx, csv, pdf or ics."""


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
        raise UnusableArgument("needs", name="--facts, --all-prime", other="REPORT")
    if report is None:
        make_current(asked.store, as_of, now())
        return saved(asked.store, as_of)
    return named(Files(report, facts, all_prime=all_prime), asked.store, as_of, shop_of(asked, (), year_end=False))


def write(asked: Asked, ending: str, make: Callable[[], bytes]) -> None:
    """Write the file of --out. Raises UnusableArgument for a name with another ending."""
    if asked.out is None or asked.out.suffix.lower() != ending:
        raise UnusableArgument("export_form", name=str(asked.out or ""), ending=ending)
    asked.write(asked.out, make())


def shop_name(asked: Asked) -> str:
    """The name that the owner gave the shop, "" for the first one, which has none; the demo shop is called so."""
    if asked.demo:
        return asked.say("paper.demo_shop")
    return "" if asked.shop == DEFAULT_SHOP else asked.shop


def write_document(asked: Asked, document: Document) -> None:
    """Write a document to the file of --out; with --json and no file, hand it over as it is. Raises UnusableArgument."""
    document = replace(document, shop=shop_name(asked))
    if asked.out is None and asked.as_json:
        asked.tell({"document": msgspec.to_builtins(document)}, [])
        return
    if asked.paper is None:
        raise UnusableArgument("no_paper")
    paper = asked.paper
    write(asked, PDF, lambda: paper.document(document))


@export_command.command(name="account-report")
@dated
@answering
def report_command(asked: Asked, as_of: date) -> None:
    """Write the account report (.pdf) of the saved shop, judged again first where its reports changed."""
    make_current(asked.store, as_of, now())
    write_document(asked, account_report(asked.store, as_of, now(), asked.lang))


@export_command.command(name="returns-deadlines")
@of_returns
@dated
@answering
def deadlines_command(asked: Asked, *, report: Path | None, facts: Path | None, all_prime: bool, as_of: date) -> None:
    """Write the refunds still to be made as a calendar file (.ics), one day for each."""
    found = returned(asked, report, facts, as_of, all_prime=all_prime)
    write(asked, ".ics", lambda: deadlines_file(found, asked.lang, now()))


@export_command.command(name="deadlines")
@dated
@answering
def days_command(asked: Asked, as_of: date) -> None:
    """Write all days of the saved shop as one calendar file (.ics): refunds to make, last days to claim, and changes for sales."""
    make_current(asked.store, as_of, now())
    shop = shop_saved.load(asked.store)
    if shop is None:
        raise UnusableArgument("nothing_saved")
    days = percent_days(shop.sales, as_of, {offer.sku for offer in shop.offers})
    claims = claim_entries(paid(asked, (), None, as_of), as_of, asked.lang) if of_imports(asked.store) else []
    write(asked, ".ics", lambda: deadlines_file(saved_if_any(asked.store, as_of), asked.lang, now(), days, claims))


@export_command.command(name="claim-pack")
@of_returns
@dated
@answering
def claims_command(asked: Asked, *, report: Path | None, facts: Path | None, all_prime: bool, as_of: date) -> None:
    """Write the labels charged to the wrong side as a workbook (.xlsx) or on paper (.pdf): order, clauses in our words, days, yen."""
    found = returned(asked, report, facts, as_of, all_prime=all_prime)
    if asked.out is not None and asked.out.suffix.lower() == PDF:
        write_document(asked, claim_document(found, asked.lang, as_of))
    else:
        write(asked, ".xlsx", lambda: claim_file(found, asked.lang, as_of, shop_name(asked)))


@export_command.command(name="returns")
@of_returns
@dated
@answering
def costs_command(asked: Asked, *, report: Path | None, facts: Path | None, all_prime: bool, as_of: date) -> None:
    """Write what every return costs as a workbook (.xlsx), with the totals by reason, SKU, category and month."""
    found = returned(asked, report, facts, as_of, all_prime=all_prime)
    write(asked, ".xlsx", lambda: costs_file(found, asked.lang, shop_name(asked)))


def as_table(command: F) -> F:
    """The option of every table."""
    return click.option(
        "--encoding", type=click.Choice(["utf-8", "cp932"]), default="utf-8", help="Encoding of a CSV; what cp932 lacks is listed."
    )(command)


def write_table(asked: Asked, table: ShownTable, encoding: str, tell: Progress = quiet) -> int:
    """Write a table to the file of --out, and list the cells that it does not hold as they are; returns the exit status.

    Raises UnusableArgument.
    """
    form, table = form_of(asked.out, encoding), replace(table, shop=table.shop or shop_name(asked))
    if form == "pdf":
        if asked.paper is None:
            raise UnusableArgument("no_paper")
        data, lost = asked.paper.table(table, lambda done, total: tell("write", done, total)), list[Lost]()
    else:
        data, lost = table_file(table, form)
    if asked.out is not None:
        asked.write(asked.out, data)
    lines = [asked.say("say.cell_lost", row=cell.row, column=cell.column, value=cell.value) for cell in lost]
    content = {"written": len(table.rows), "lost": [cell._asdict() for cell in lost]}
    replace(asked, out=None).tell(content, [asked.say("say.table_written", count=len(table.rows)), *lines])
    return TO_MEND if lost else 0


@export_command.command(name="offers")
@as_table
@dated
@answering
def offers_command(asked: Asked, *, encoding: str, as_of: date) -> None:
    """Write the saved catalogue as a table (.xlsx, .csv, .pdf) that can be opened again as a report."""
    form_of(asked.out, encoding)
    found = shop_saved.load(asked.store)
    if found is None or found.last is None:
        raise UnusableArgument("nothing_saved")
    leave(write_table(asked, offers_table(found.offers, as_of, asked.lang), encoding))


@export_command.command(name="findings")
@click.option("--all", "everything", is_flag=True, help="Verdicts that are ok, or lack a fact, too.")
@as_table
@dated
@answering
def findings_command(asked: Asked, *, encoding: str, everything: bool, as_of: date) -> None:
    """Write what an audit of the saved catalogue finds as a table (.xlsx, .csv, .pdf)."""
    form_of(asked.out, encoding)
    found = shop_saved.load(asked.store)
    if found is None or found.last is None:
        raise UnusableArgument("nothing_saved")
    audited = audit(AuditFiles(), found, as_of, everything=everything)
    leave(write_table(asked, findings_table(audited.audit.findings, as_of, asked.lang), encoding))


@export_command.command(name="payments")
@of_payments
@click.option(
    "--by", type=click.Choice(BY), default="month", show_default=True, help="What the lines are by; row: each amount of each row."
)
@click.option("--form", type=click.Choice(FORMS), help="For the books: one line per month, kind and tax rate (.csv).")
@click.option("--month", "months", multiple=True, metavar="YYYY-MM", help="With --form: only this month; may be given several times.")
@as_table
@dated
@answering
def payments_command(
    asked: Asked,
    *,
    files: tuple[Path, ...],
    returns: Path | None,
    by: str,
    form: Form | None,
    months: tuple[str, ...],
    encoding: str,
    as_of: date,
) -> None:
    """Write what Amazon paid and took as a table (.xlsx, .csv, .pdf): by month, SKU, order or kind, or every amount.

    With --form: a file for freee or Yayoi, or the same lines as a plain CSV. The accounts are usual ones; look through them first.
    """
    if form is not None:
        if encoding != "utf-8":  # each program reads one
            raise UnusableArgument("not_together", name="--encoding", other="--form")
        report = paid(asked, files, returns, as_of)
        rows = of_months(report.payments, months)
        write(asked, ".csv", lambda: written(form, rows, asked.lang))
        told = asked.say("say.books_written", **unknown_rates(lines(rows), form))
        click.echo(told + (asked.say("say.books_without_payouts") if form != "csv" else ""), err=True)
        say_lacking(asked, report)
        return
    if months:
        raise UnusableArgument("needs", name="--month", other="--form")
    form_of(asked.out, encoding)
    report = paid(asked, files, returns, as_of)
    status = write_table(asked, payments_table(report, by, as_of, asked.lang), encoding)
    say_lacking(asked, report)
    leave(status)


def of_months(rows: Sequence[Payment], months: Sequence[str]) -> Sequence[Payment]:
    """The rows of some months ("2026-07", Japan), or all of them. Raises UnusableArgument for a month without rows."""
    there = {row.month for row in rows}
    for month in months:
        if month not in there:
            raise UnusableArgument("no_such_month", month=month, there=tuple(sorted(there)))
    return [row for row in rows if row.month in months] if months else rows


def say_lacking(asked: Asked, report: Report) -> None:
    """Say what the sums that were written lack, or may hold twice."""
    for line in (*lacking_lines(asked, report), *elsewhere_lines(report, asked.lang)):
        click.echo(line, err=True)


@export_command.command(name="payment-claims")
@of_payments
@click.option("--without", multiple=True, metavar="ORDER", help="Leave this order out; as many as you like.")
@dated
@answering
def payment_claims_command(asked: Asked, *, files: tuple[Path, ...], returns: Path | None, without: tuple[str, ...], as_of: date) -> None:
    """Write what may be had back by the payment reports as a workbook (.xlsx): order, yen, last day, what to do, and the rows."""
    report = paid(asked, files, returns, as_of)
    write(asked, ".xlsx", lambda: payment_claims_file(report, as_of, asked.lang, without, shop_name(asked)))
    for line in (*elsewhere_lines(report, asked.lang), *reach_lines(report, asked.lang)):
        click.echo(line, err=True)


@export_command.command(name="payment-rows", hidden=True)
@click.argument("row", type=click.Choice([*ROWS, TOTAL]))
@click.argument("months", nargs=-1)
@click.option("--limit", required=True, type=click.IntRange(1))
@answering
def payment_rows_command(asked: Asked, row: str, months: tuple[str, ...], limit: int) -> None:
    """Tell the saved payment rows behind a figure of the window, the newest ones up to a limit."""
    found = saved_cell_rows(asked.store, row, months)
    content = {"count": len(found), "yen": sum(claim.yen for claim in found), "rows": [msgspec.to_builtins(row) for row in found[:limit]]}
    asked.tell(content, [])


@export_command.command(name="table", hidden=True)
@click.argument("file", type=FILE)
@as_table
@progressing
@answering
def table_command(asked: Asked, *, file: Path, encoding: str, progress: bool) -> None:
    """Write a table that the window shows; its rows come in a file."""
    leave(write_table(asked, written_table(file), encoding, teller(progress=progress)))


COMMANDS = {"export": export_command}
