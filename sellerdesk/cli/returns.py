"""`returns`: who pays every return of a report, whether the right side was charged, and by when to refund."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import click

from sellerdesk.cli.answer import TO_MEND, Asked, answering, dated, leave
from sellerdesk.cli.audit import SHOWN, source_json
from sellerdesk.cli.quote import shop_days, shop_of
from sellerdesk.domain.finding import Finding
from sellerdesk.reports import as_json, as_text
from sellerdesk.rules.explain import RETURN_CHECKS
from sellerdesk.workflows.reading import kind_name
from sellerdesk.workflows.returns import PAYER, Files, Judged, Report, payer_of, read_and_judge
from sellerdesk.workflows.terms import rules

FILE = click.Path(path_type=Path)


@click.command(name="returns")
@click.argument("report", type=FILE)
@click.option("--facts", type=FILE, help="Your sheet of facts about SKUs (CSV): category and hazmat.")
@click.option("--listings", type=FILE, help="A listings report, to tell which items are SFP ones where the report does not.")
@click.option("--prime-template", "templates", multiple=True, help="A shipping template that is a Prime one; may be given several times.")
@click.option("--all-prime", is_flag=True, help="All items of the report are SFP ones.")
@click.option("--all", "everything", is_flag=True, help="List verdicts that are ok, or lack a fact, too.")
@click.option("--limit", default=SHOWN, show_default=True, type=click.IntRange(0), help="Most findings printed of each kind (0: all).")
@shop_days
@dated
@answering
def returns_command(
    asked: Asked,
    *,
    report: Path,
    facts: Path | None,
    listings: Path | None,
    templates: tuple[str, ...],
    as_of: date,
    limit: int,
    closed: tuple[datetime, ...],
    all_prime: bool,
    everything: bool,
    year_end: bool,
) -> None:
    """Say of every return who pays its shipping, whether the right side was charged, and by when to refund."""
    files = Files(report, facts, listings, templates, all_prime)
    told = read_and_judge(files, as_of, shop_of(asked, closed, year_end=year_end))
    audit = told.judged.audit
    found = [one for one in audit.findings if everything or (one.outcome != "ok" and not one.missing)]
    content: dict[str, object] = {
        "as_of": as_of,
        "source": source_json(told.source, asked.lang),
        "others": [source_json(source, asked.lang) for source in told.others],
        "summary": audit.summary,
        "not_covered": audit.not_covered,
        "totals": totals(told.judged),
        "missing": as_json.missing(audit.missing),
        "findings": [of_return(one, asked.lang) for one in found] if asked.as_json else [],
    }
    asked.tell(content, as_lines(asked, told, as_of, limit))
    refused = any(source.refused for source in (told.source, *told.others))
    leave(TO_MEND if refused or any(one.get("breach") or one.get("check") for one in audit.summary.values()) else 0)


def totals(judged: Judged) -> dict[str, object]:
    """Orders by who pays, and labels charged to the wrong side with their yen."""
    wrong = {
        side: {"count": one.count, "yen": one.yen, "cost_not_known": one.unknown}
        for side, one in (("to_" + s, c) for s, c in judged.wrong.items())
    }
    both = {"count": sum(one.count for one in judged.wrong.values()), "yen": sum(one.yen for one in judged.wrong.values())}
    return {"payers": judged.payers, "wrong_charges": {**both, **wrong}, "left_out": judged.left_out}


def of_return(one: Finding, lang: str) -> dict[str, object]:
    """A finding for JSON; of returns.payer with who pays."""
    rule = rules()[one.rule]
    told = as_json.finding(one, rule, RETURN_CHECKS[rule.check], lang)
    return {**told, "payer": payer_of(one)} if one.rule == PAYER else told


def as_lines(asked: Asked, told: Report, as_of: date, limit: int) -> Iterator[str]:
    """The report for a person."""
    source, judged, lang = told.source, told.judged, asked.lang
    yield asked.say("say.source", file=source.file, kind=kind_name(source.kind, lang), rows=source.rows, as_of=as_of)
    for one in (source, *told.others):
        yield from as_text.refusals(one.refused, one.file, lang)
    yield asked.say("say.payers", **judged.payers)
    if judged.left_out:
        yield asked.say("say.left_out", count=judged.left_out)
    for side, wrong in judged.wrong.items():
        if wrong.count:
            yield asked.say(f"say.wrong_{side}", count=wrong.count, yen=wrong.yen, unknown=wrong.unknown)
    yield from as_text.counts(judged.audit, lang)
    worth = [one for one in judged.audit.findings if one.outcome != "ok" and not one.missing]
    yield from as_text.findings(worth, rules(), lang, limit)
    yield from as_text.missing(judged.audit.missing, lang)


COMMANDS = {"returns": returns_command}
