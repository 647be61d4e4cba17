"""`payments`: what Amazon paid and took, placed by kind, and what of it does not fit the terms."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click
import msgspec

from sellerdesk.cli.answer import TO_MEND, Asked, F, answering, dated, leave
from sellerdesk.cli.sources import FILE, SHOWN, source_json
from sellerdesk.domain.account import Account
from sellerdesk.domain.refusal import UnusableArgument
from sellerdesk.rules.checks import PAYMENT_CHECKS
from sellerdesk.rules.payments.kinds import NOT_PLACED
from sellerdesk.rules.payments.placed import NotPlaced, Placed, not_placed
from sellerdesk.workflows.files import kind_name as file_kind
from sellerdesk.workflows.payment_kinds import places
from sellerdesk.workflows.payments.report import ReadFile, Report, read_and_judge
from sellerdesk.workflows.payments.tables import BY, held_lines, kind_name, lacking_words, reach_lines, sums_by
from sellerdesk.workflows.terms import rules
from sellerdesk.writers import as_json, as_text

MOST_OPEN = 10
"""Kinds of rows that are not placed printed for a person."""


def of_payments(command: F) -> F:
    """The arguments of what is made from payments: the saved reports, or files, with a returns report beside them."""
    command = click.option("--returns", type=FILE, help="A returns report, to tell which refunds have a return.")(command)
    return click.argument("files", nargs=-1, type=FILE)(command)


@click.command(name="payments")
@of_payments
@click.option("--by", type=click.Choice(BY[:4]), default="kind", show_default=True, help="What the sums are by.")
@click.option("--all", "everything", is_flag=True, help="List verdicts that are ok, or lack a fact, too.")
@click.option(
    "--limit",
    default=SHOWN,
    show_default=True,
    type=click.IntRange(0),
    help="Most findings of each kind, SKUs and orders printed (0: all).",
)
@dated
@answering
def payments_command(
    asked: Asked, *, files: tuple[Path, ...], returns: Path | None, by: str, as_of: date, limit: int, everything: bool
) -> None:
    """Place what Amazon paid and took by kind, and hold it against returns, tables and listings.

    FILES are transactions by date range (CSV) and settlement reports (V2), as many months as you like; without one, the saved ones.
    """
    report = paid(asked, files, returns, as_of)
    found = [finding for finding in report.audit.findings if everything or (finding.outcome != "ok" and not finding.missing)]
    content: dict[str, object] = {
        "as_of": as_of,
        "files": [file_json(file, asked.lang) for file in report.files],
        **sums_json(report.sums),
        "not_placed_rows": [msgspec.to_builtins(open_row) for open_row in open_rows(report)],
        "held": {"rows": len(report.held), "yen": report.held_yen},
        "unknown_states": report.unknown_states,
        "lacking": [{"file": file.source.file, "lost": file.lost, "cut": file.cut} for file in report.lacking],
        "unneeded": [{"file": file.source.file, "whole_in": file.whole_in} for file in report.unneeded],
        **(
            {}
            if by == "kind"
            else {"by": by, "groups": [{"key": name, **sums_json(placed)} for name, placed in sums_by(report, by).items()]}
        ),
        "summary": report.audit.summary,
        "missing": as_json.missing(report.audit.missing),
        "returns_to": report.returns_to,
        "days_lacking": [{"first": first, "last": last} for first, last in report.holes],
        "findings": as_json.findings(found, rules(), PAYMENT_CHECKS, asked.lang) if asked.as_json else [],
    }
    asked.tell(content, as_lines(asked, report, by, limit))
    faulty = any(file.source.refused or file.cut or file.damaged for file in report.files)
    leave(TO_MEND if faulty or any(entry.get("breach") or entry.get("check") for entry in report.audit.summary.values()) else 0)


def paid(asked: Asked, files: tuple[Path, ...], returns: Path | None, as_of: date) -> Report:
    """The payments asked for, as the refunds that the owner recorded leave them.

    Raises UnreadableFile, UnusableArgument when none are saved, UnusableStore.
    """
    if not files and returns is not None:
        raise UnusableArgument("needs", name="--returns", other="FILES")
    if files and returns is None and not asked.store.exists():
        from sellerdesk.workflows.payments.report import known_of  # noqa: PLC0415 (a report alone needs no SQLite)

        return read_and_judge(files, as_of, known_of(None, {}, [], (Account(), as_of), {}))
    from sellerdesk.workflows.payments import saved  # noqa: PLC0415 (SQLite's library takes 0.1 s to load)
    from sellerdesk.workflows.payments.recorded import as_recorded  # noqa: PLC0415 (as above)

    report = read_and_judge(files, as_of, saved.known(asked.store, as_of, returns)) if files else saved.saved(asked.store, as_of)
    return as_recorded(report, saved.decided(asked.store))


def file_json(file: ReadFile, lang: str) -> dict[str, object]:
    """A file that was read: `doubled` rows stand in files before it, `hidden` ones lost their SKU, `cut` when it ends inside a row."""
    return {
        **source_json(file.source, lang),
        "doubled": file.doubled,
        "hidden": file.hidden,
        "cut": file.cut,
        "elsewhere": [{"file": other.file, "rows": other.rows} for other in file.elsewhere],
        "unknown_columns": [{"title": column.title, "yen": column.yen, "rows": column.rows} for column in file.unknown],
    }


def sums_json(sums: Placed) -> dict[str, object]:
    """Sums for JSON: `placed` + `not_placed` = `total`."""
    kinds = [{"kind": amount.kind, "yen": amount.yen, "rows": amount.rows} for amount in sums.kinds]
    return {"rows": sums.rows, "total": sums.total, "placed": sums.placed, "not_placed": sums.not_placed, "kinds": kinds}


def as_lines(asked: Asked, report: Report, by: str, limit: int) -> Iterator[str]:
    """The payments for a person: the files, the sums, what is to be mended or looked at."""
    for file in report.files:
        yield from file_lines(asked, file)
    sums = report.sums
    yield asked.say("say.payments_total", rows=sums.rows, total=sums.total, placed=sums.placed, not_placed=sums.not_placed)
    yield from held_lines(report, asked.lang)
    yield from lacking_lines(asked, report)
    if by == "kind":
        yield from kind_lines(asked, sums)
    else:
        yield from group_lines(asked, report, by, limit)
    yield from not_placed_lines(asked, report)
    yield ""
    yield from as_text.counts(report.audit, asked.lang)
    listed = [finding for finding in report.audit.findings if finding.outcome != "ok" and not finding.missing]
    settled = sum("decided" in finding.facts for finding in listed)
    yield from as_text.findings([finding for finding in listed if "decided" not in finding.facts], rules(), asked.lang, limit)
    if settled:
        yield asked.say("say.payments_decided", count=settled)
    yield from as_text.missing(report.audit.missing, asked.lang)
    yield from reach_lines(report, asked.lang)


def file_lines(asked: Asked, file: ReadFile) -> Iterator[str]:
    """A file, and what is wrong with it."""
    kind = file_kind(file.source.kind, asked.lang)
    yield asked.say("say.payments_file", file=file.source.file, kind=kind, rows=file.source.rows)
    if file.doubled:
        yield "  " + asked.say("say.payments_doubled", count=file.doubled)
    for mend in file.source.unread.mended:
        yield "  " + asked.say(f"say.mended_{mend.kind}", count=mend.times)
    for column in file.unknown:
        yield "  " + asked.say("say.payments_unknown_column", title=column.title, yen=column.yen, count=column.rows)
    if file.hidden:
        yield "  " + asked.say("say.payments_hidden", count=file.hidden)
    if file.cut:
        yield "  " + asked.say("say.payments_cut", file=file.source.file)
    yield from as_text.refusals(file.source.refused, file.source.file, asked.lang)


def lacking_lines(asked: Asked, report: Report) -> Iterator[str]:
    """What the sums lack, said beside them, and which files lack only what others have; nothing where every row could be read."""
    if report.lacking:
        yield lacking_words(report, asked.lang)
    for file in report.unneeded:
        yield asked.say("say.payments_unneeded", file=file.source.file, whole=file.whole_in)


def kind_lines(asked: Asked, sums: Placed) -> Iterator[str]:
    """The sum of every kind."""
    for amount in sums.kinds:
        yield "  " + asked.say("say.payments_kind", kind=kind_name(amount.kind, asked.lang), yen=amount.yen, rows=amount.rows)


def open_rows(report: Report) -> list[NotPlaced]:
    """The rows that are not placed, by kind and text; none are looked for where the sums have none."""
    there = any(amount.kind == NOT_PLACED for amount in report.sums.kinds)
    return not_placed(report.payments, places()) if there else []


def not_placed_lines(asked: Asked, report: Report) -> Iterator[str]:
    """What is not placed, the most yen first, no more than MOST_OPEN lines: what it is for the owner has to find out."""
    rows = open_rows(report)
    if rows:
        yield asked.say("say.payments_not_placed_head")
    for row in rows[:MOST_OPEN]:
        yield "  " + asked.say("say.payments_not_placed", type=row.type, text=row.text, yen=row.yen, rows=row.rows)
    if len(rows) > MOST_OPEN:
        yield "  " + asked.say("typed.and_more", count=len(rows) - MOST_OPEN)


def group_lines(asked: Asked, report: Report, by: str, limit: int) -> Iterator[str]:
    """The sums of every month, or of the SKUs and orders with the largest ones, as many as `limit` (0: all)."""
    groups = sums_by(report, by)
    largest = sorted(groups, key=lambda name: -abs(groups[name].total))
    shown = list(groups) if by == "month" else largest[: limit or None]
    for name in shown:
        one = groups[name]
        yield asked.say("say.payments_group", name=name or asked.say("say.payments_none"), total=one.total, not_placed=one.not_placed)
        if by == "month":
            yield from kind_lines(asked, one)
    if len(groups) > len(shown):
        yield "  " + asked.say("typed.and_more", count=len(groups) - len(shown))


COMMANDS = {"payments": payments_command}
