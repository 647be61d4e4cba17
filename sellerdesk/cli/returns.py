"""`returns`: who pays every return of a report, whether the right side was charged, and by when to refund."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain
from pathlib import Path

import click
import msgspec

from sellerdesk.cli.answer import TO_MEND, Asked, answering, dated, leave
from sellerdesk.cli.audit import made_from
from sellerdesk.cli.sources import SHOWN, shop_days, shop_of, source_json, templates_option
from sellerdesk.clock import now
from sellerdesk.domain.assumptions import Assumptions
from sellerdesk.domain.decision import Decision
from sellerdesk.domain.finding import Finding
from sellerdesk.domain.refusal import UnusableArgument
from sellerdesk.domain.returned_item import line_in_report
from sellerdesk.rules.checks import RETURN_CHECKS
from sellerdesk.workflows.files import kind_name
from sellerdesk.workflows.returns.costs import ReturnCost, Total, costs_of, safe_t_beside, total, totals
from sellerdesk.workflows.returns.deadlines import Deadline, board
from sellerdesk.workflows.returns.reasons import reason_words
from sellerdesk.workflows.returns.refunds import Differing
from sellerdesk.workflows.returns.report import PAYER, Files, Judged, Report, payer_of, read_and_judge
from sellerdesk.workflows.returns.what_if import WhatIf, supposed, what_if
from sellerdesk.workflows.terms import rules
from sellerdesk.writers import as_json, as_text, words

FILE = click.Path(path_type=Path)
OF_A_FILE = "--facts, --listings, --prime-template, --all-prime, --closed-day, --year-end"
"""Options that only a report that is named takes."""
DEAREST = 10
"""Lines of each total printed for a person."""
BEGUN = {
    "part": "say.due_part", "held": "say.due_held", "claim": "say.due_claim", "claim_held": "say.due_claim_held",
    "came_back": "say.due_came_back",
}  # fmt: skip
"""What is said of a refund that is due and of which payment reports tell something."""


@click.command(name="returns")
@click.argument("report", type=FILE, required=False)
@click.option("--facts", type=FILE, help="Your sheet of facts about SKUs (CSV): category and hazmat.")
@click.option("--listings", type=FILE, help="A listings report, to tell which items are SFP ones where the report does not.")
@templates_option()
@click.option("--all-prime", is_flag=True, help="All items of the report are SFP ones.")
@click.option("--all", "everything", is_flag=True, help="List verdicts that are ok, or lack a fact, too.")
@click.option("--limit", default=SHOWN, show_default=True, type=click.IntRange(0), help="Most findings printed of each kind (0: all).")
@click.option("--what-if", "supposing", default="", metavar="TEXT", help="The year's cost with another fare, method, size or reason share.")
@shop_days
@dated
@answering
def returns_command(
    asked: Asked,
    *,
    report: Path | None,
    facts: Path | None,
    listings: Path | None,
    templates: tuple[str, ...],
    as_of: date,
    limit: int,
    closed: tuple[date, ...],
    all_prime: bool,
    supposing: str,
    everything: bool,
    year_end: bool,
) -> None:
    """Say of every return who pays its shipping, whether the right side was charged, and by when to refund.

    --what-if takes suppositions, separated by commas: "category=Shoes fare=800", "sku=A-1 method=yupack size=60 from=東京 to=大阪",
    "reason:12=0.5" (half as many returns of that reason). Without REPORT, the saved one is judged.
    """
    suppositions, shop = supposed(supposing), shop_of(asked, closed, year_end=year_end)
    if report is None and (facts or listings or templates or all_prime or closed or year_end):
        raise UnusableArgument("needs", name=OF_A_FILE, other="REPORT")
    files = Files(report, facts, listings, templates, all_prime) if report else None
    returned, costs = of_file(files, as_of, shop) if files else of_saved(asked, as_of)
    audit, decided = returned.judged.audit, decisions_of(asked)
    due = board(costs, decided, as_of)
    other = what_if(costs, suppositions, as_of, shop) if suppositions else None
    found = [finding for finding in audit.findings if everything or (finding.outcome != "ok" and not finding.missing)]
    content = {
        **report_json(asked, returned, as_of),
        "costs": costs_json(costs, as_of, asked) if asked.as_json else {},
        "deadlines": due,
        **({"what_if": if_json(other)} if other else {}),
        "missing": as_json.missing(audit.missing),
        "findings": as_json.decided([of_return(finding, asked.lang) for finding in found], found, decided) if asked.as_json else [],
    }
    verdicts = as_lines(asked, returned, as_of, limit, decided)
    lines = (verdicts, due_lines(asked, due), cost_lines(asked, costs, as_of), if_lines(asked, other))
    asked.tell(content, chain.from_iterable(lines))
    leave(TO_MEND if is_to_mend(returned) else 0)


def is_to_mend(report: Report) -> bool:
    """Whether a row was refused, or a verdict is a breach or a check."""
    refused = any(source.refused for source in (report.source, *report.others))
    return refused or any(counts.get("breach") or counts.get("check") for counts in report.judged.audit.summary.values())


def report_json(asked: Asked, report: Report, as_of: date) -> dict[str, object]:
    """What was read of a report, and its verdicts counted."""
    audit, unknown = report.judged.audit, report.judged.unknown_categories()
    return {
        "as_of": as_of,
        **made_from(report.source),
        "source": source_json(report.source, asked.lang),
        "others": [source_json(source, asked.lang) for source in report.others],
        "summary": audit.summary,
        "not_covered": audit.not_covered,
        "totals": sums(report.judged),
        "unknown_categories": [{"category": name, "orders": count} for name, count in unknown.items()],
        "refunds_differ": report.judged.differ,
    }


def of_file(files: Files, as_of: date, shop: Assumptions) -> tuple[Report, list[ReturnCost]]:
    """A report, judged, and what its returns cost by the terms."""
    report = read_and_judge(files, as_of, shop)
    return report, costs_of(report.judged, as_of, shop)


def of_saved(asked: Asked, as_of: date) -> tuple[Report, list[ReturnCost]]:
    """The saved report, judged, and what its returns cost with what payment reports tell. Raises UnusableArgument when none is saved.

    Which refunds payments lack is kept from the last judging: a shop whose reports changed since is judged again first.
    """
    from sellerdesk.workflows.judged.judging_again import make_current  # noqa: PLC0415 (SQLite's library takes 0.1 s to load)
    from sellerdesk.workflows.returns.saved import saved_report  # noqa: PLC0415 (as above)

    make_current(asked.store, as_of, now())
    report, returned = saved_report(asked.store, as_of)
    return report, [*returned.costs]


def decisions_of(asked: Asked) -> list[Decision]:
    """What the owner decided, where a shop is saved."""
    if not asked.store.exists():
        return []
    from sellerdesk.workflows.judged.decisions import decisions  # noqa: PLC0415 (SQLite's library takes 0.1 s to load)

    return decisions(asked.store)


def due_lines(asked: Asked, due: Sequence[Deadline]) -> Iterator[str]:
    """The deadline board for a person."""
    if due:
        yield asked.say("say.deadlines", count=len(due))
    for deadline in due:
        key = "say.overdue" if deadline.days_left < 0 else "say.due"
        later = f"  {asked.say('decision.later')}" if deadline.later else ""
        begun = f"  {asked.say(BEGUN[deadline.refund])}" if deadline.refund else ""
        yield f"  {asked.say(key, refund_by=deadline.refund_by, order=deadline.order_id, days=abs(deadline.days_left))}{begun}{later}"


def costs_json(costs: Sequence[ReturnCost], as_of: date, asked: Asked) -> dict[str, object]:
    """What every return costs the shop, and the totals: `yen` is what is known, `at_least` of how many returns not all is."""
    sums = {name: [total_json(share, name, as_of, asked) for share in every] for name, every in totals(costs).items()}
    whole = {key: value for key, value in total_json(total(costs), "", as_of, asked).items() if key != "key"}
    beside = safe_t_beside(costs)
    safe_t = {"safe_t": {"orders": len(beside), "yen": sum(beside.values())}} if beside else {}
    return {"total": whole, **safe_t, "by": sums, "returns": [cost_json(returned) for returned in costs]}


def total_json(one: Total, name: str, as_of: date, asked: Asked) -> dict[str, object]:
    """A total; of a reason with its words."""
    content = {"key": one.key, "count": one.count, "yen": one.yen, "at_least": one.at_least}
    return {**content, "text": reason_words(one.key, as_of, asked.lang)} if name == "reason" else content


def cost_json(returned: ReturnCost) -> dict[str, object]:
    """What one return costs: `cost` is the part that is known, `missing` what is not."""
    lines = [
        {"kind": line.kind, "yen": line.figure.yen, "bound": line.figure.bound, "clauses": line.clauses} for line in returned.costs.lines
    ]
    return {
        "subject": returned.item.subject,
        "line": line_in_report(returned.item.line),
        **({"file": returned.item.file} if returned.item.file else {}),
        "sku": returned.item.sku,
        "reason": returned.row or returned.item.reason,
        "category": returned.item.category,
        "day": returned.day,
        "payer": returned.ruling.payer,
        "cost": returned.cost.yen,
        "at_least": bool(returned.cost.lacking),
        "borne": returned.borne.yen,
        "missing": returned.cost.lacking,
        "lines": lines,
    }


def cost_lines(asked: Asked, costs: Sequence[ReturnCost], as_of: date) -> Iterator[str]:
    """What the returns cost, for a person: all of them, then the dearest by reason, SKU and category, and every month."""
    if not costs:
        return
    yield total_line(asked, asked.say("say.cost_of_all"), total(costs))
    lacking = tuple(dict.fromkeys(fact for returned in costs for fact in returned.cost.lacking))
    if lacking:
        yield "  " + asked.say("say.without", facts=words.fact_names(lacking, asked.lang))
    if beside := safe_t_beside(costs):
        yield "  " + asked.say("say.safe_t_beside", count=len(beside), yen=sum(beside.values()))
    for name, every in totals(costs).items():
        yield asked.say(f"say.cost_by_{name}")
        for entry in every[:DEAREST] if name != "month" else every:
            key = reason_words(entry.key, as_of, asked.lang) if name == "reason" else entry.key
            yield "  " + total_line(asked, key or asked.say("say.not_known"), entry)


def if_lines(asked: Asked, other: WhatIf | None) -> Iterator[str]:
    """What the returns of the year would have cost, for a person."""
    if other is None:
        return
    yield asked.say("say.what_if", since=other.since, until=other.until, count=other.count)
    if not any(other.matching):
        yield "  " + asked.say("say.if_none")
        return
    for place, count in enumerate(other.matching, 1):
        if not count:
            yield "  " + asked.say("say.if_none_of", place=place)
    for name, amount in (("if_before", other.before), ("if_after", other.after)):
        yield "  " + asked.say(f"say.{name}", yen=asked.say("say.yen_atleast" if amount.at_least else "say.yen_exact", yen=amount.yen))
    if other.difference is None:
        yield "  " + asked.say("say.if_not_known", before=other.fare_not_known, after=other.then_not_known)
    else:
        yield "  " + asked.say("say.if_difference", yen=other.difference)
    if other.kept:
        yield "  " + asked.say("say.if_kept", count=other.kept)
    if other.assumed:
        yield "  " + asked.say("say.if_assumed", count=other.assumed)
    if other.lacking:
        yield "  " + asked.say("say.without", facts=words.fact_names(other.lacking, asked.lang))


def total_line(asked: Asked, name: str, one: Total) -> str:
    """A total in words."""
    key = "say.yen_unknown" if one.at_least and not one.yen else "say.yen_atleast" if one.at_least else "say.yen_exact"
    return asked.say("say.cost_line", name=name, yen=asked.say(key, yen=one.yen), count=one.count)


def sums(judged: Judged) -> dict[str, object]:
    """Orders by who pays, and labels charged to the wrong side with their yen."""
    charged = judged.charges()
    wrong = {
        side: {"count": charges.count, "yen": charges.yen, "cost_not_known": charges.unknown}
        for side, charges in (("to_" + s, c) for s, c in charged.items())
    }
    both = {"count": sum(charges.count for charges in charged.values()), "yen": sum(charges.yen for charges in charged.values())}
    return {"payers": judged.payers, "wrong_charges": {**both, **wrong}, "left_out": judged.left_out}


def of_return(finding: Finding, lang: str) -> dict[str, object]:
    """A finding for JSON; of returns.payer with who pays."""
    rule = rules()[finding.rule]
    content = as_json.finding(finding, rule, RETURN_CHECKS[rule.check], lang)
    if "payers" in finding.facts:  # one finding stands for rows that differ
        content["text"] = words.say(lang, "say.both_payers", rows=finding.facts["rows"])
    content["line"] = line_in_report(finding.line)
    return {**content, "payer": payer_of(finding)} if finding.rule == PAYER else content


def as_lines(asked: Asked, report: Report, as_of: date, limit: int, decided: Sequence[Decision]) -> Iterator[str]:
    """The report for a person."""
    source, judged, lang = report.source, report.judged, asked.lang
    yield asked.say("say.source", file=source.file, kind=kind_name(source.kind, lang), rows=source.rows, as_of=as_of)
    if source.number and report.others:
        files = asked.say("say.between").join(read.file for read in report.others)
        yield asked.say("say.returns_earlier", count=len(report.others), files=files)
    for read in (source, *report.others):
        yield from (asked.say(f"say.mended_{mend.kind}", count=mend.times) for mend in read.unread.mended)
        yield from as_text.refusals(read.refused, read.file, lang)
    yield asked.say("say.payers", **judged.payers)
    if judged.left_out:
        yield asked.say("say.left_out", count=judged.left_out)
    for side, wrong in judged.charges().items():
        if wrong.count:
            yield asked.say(f"say.wrong_{side}", count=wrong.count, yen=wrong.yen, unknown=wrong.unknown)
    for name, count in judged.unknown_categories().items():
        yield asked.say("typed.asked_category", name=name, count=count)
    for differs in judged.differ:
        yield differing_line(asked, differs)
    yield from as_text.counts(judged.audit, lang)
    worth = [finding for finding in judged.audit.findings if finding.outcome != "ok" and not finding.missing]
    yield from as_text.findings(worth, rules(), lang, limit, decided)
    yield from as_text.missing(judged.audit.missing, lang)


def differing_line(asked: Asked, differs: Differing) -> str:
    """That a report tells another refund than the owner did, or than payments do."""
    facts = {"order": differs.order_id, "sku": differs.sku, "told": differs.told, "reported": differs.reported}
    if differs.source == "both":
        return asked.say("say.refunds_differ", **facts)
    return asked.say("say.refund_differs", source=asked.say(f"say.refund_source_{differs.source}"), **facts)


@click.command(name="what-if")
@click.argument("suppositions")
@dated
@answering
def what_if_command(asked: Asked, *, suppositions: str, as_of: date) -> None:
    """Say what the saved returns of a year would have cost: "category=Shoes fare=800", "reason:12=0.5" (half as many)."""
    from sellerdesk.workflows.judged.judging_again import make_current  # noqa: PLC0415 (SQLite's library takes 0.1 s to load)
    from sellerdesk.workflows.returns.saved import saved  # noqa: PLC0415 (as above)

    changes = supposed(suppositions)
    make_current(asked.store, as_of, now())
    found = saved(asked.store, as_of)
    other = what_if(found.costs, changes, as_of, found.assumed)
    asked.tell({"what_if": if_json(other)}, if_lines(asked, other))


def if_json(other: WhatIf) -> dict[str, object]:
    """A supposition for JSON."""
    return {**msgspec.structs.asdict(other), "difference": other.difference}


COMMANDS = {"returns": returns_command, "what-if": what_if_command}
