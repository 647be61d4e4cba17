"""The claim pack of payments: what may be had back by the payment reports, at once or once it is checked, with the rows that prove it."""

from collections.abc import Collection, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from sellerdesk.domain.finding import Finding
from sellerdesk.workflows.figures.table_names import in_table_words
from sellerdesk.workflows.out.returns_files import day_words, heads
from sellerdesk.workflows.payment_kinds import places
from sellerdesk.workflows.payments.found import day_of, is_awaited, may_be_claimed, may_come_back, urgency
from sellerdesk.workflows.payments.report import Report, yen_of
from sellerdesk.workflows.payments.tables import damage_lines, elsewhere_lines, kind_name, reach_lines
from sellerdesk.workflows.terms import rules, terms
from sellerdesk.writers import words
from sellerdesk.writers.workbooks import Cell, Sheet, workbook

if TYPE_CHECKING:
    from sellerdesk.writers.calendar_file import Entry

CLAIM_HEAD = ("order_id", "verdict", "why", "yen", "claim_by", "fix", "clauses", "clause_words")
ROW_HEAD = ("order_id", "at", "paid_type", "sku", "text", "kind", "yen")


def payment_claims_file(report: Report, as_of: date, lang: str, without: Collection[str] = (), shop: str = "") -> bytes:
    """What may be had back on a day (Japan), the most urgent first, without some orders; what is to be checked first; rows; notes.

    What is surely too much is asked for, and counted; a check is not, and stands on a sheet of its own with what it is at most.
    """
    found = claims_of(report, as_of, without)
    say = partial(words.say, lang)
    doubtful = sum(yen_of(finding) for finding in found if finding.subject in report.twice)
    last: list[Cell] = [say("export.total"), "", say("export.sum_twice", yen=doubtful) if doubtful else "", sum(map(yen_of, found))]
    rows = [claim_row(in_table_words(finding, as_of, lang), report, lang) for finding in found]
    claims = Sheet(say("export.payment_claims"), heads(CLAIM_HEAD, lang), rows, last)
    none = [] if found else [say("export.payment_claims_none")]
    open_ = checks_of(report, as_of, without)
    first = check_sheet([in_table_words(finding, as_of, lang) for finding in open_], report, lang)
    later = [say("export.check_first_note", count=len(open_), yen=sum(map(yen_of, open_)))] if open_ else []
    doubts = [*elsewhere_lines(report, lang), *damage_lines(report, lang), *reach_lines(report, lang)]
    notes = [*none, *later, *doubts, say("export.payment_door_note"), say("export.clause_note")]
    orders = {finding.subject for finding in (*found, *open_)}
    proof = Sheet(say("export.payment_rows"), heads(ROW_HEAD, lang), proof_rows(report, orders, lang))
    about = Sheet(say("export.notes"), [say("export.notes")], [[note] for note in notes])
    return workbook([claims, first, proof, about], shop, day_words(as_of, lang))


def check_sheet(found: Sequence[Finding], report: Report, lang: str) -> Sheet:
    """What may be had back once it is checked, with what to check, and its yen at most: a SKU where a rule is about its sales."""
    last: list[Cell] = [words.say(lang, "export.total"), "", words.say(lang, "export.check_first_sum"), sum(map(yen_of, found))]
    head = heads(("subject", *CLAIM_HEAD[1:]), lang)
    return Sheet(words.say(lang, "export.check_first"), head, [claim_row(finding, report, lang) for finding in found], last)


def checks_of(report: Report, as_of: date, without: Collection[str]) -> list[Finding]:
    """The findings whose yen may come back once they are checked."""
    found = [finding for finding in report.audit.findings if may_be_claimed(finding) and finding.subject not in without]
    return sorted(found, key=partial(urgency, as_of))


def claims_of(report: Report, as_of: date, without: Collection[str]) -> list[Finding]:
    """The findings whose yen may come back."""
    found = [finding for finding in report.audit.findings if finding.outcome != "ok" and not finding.missing and may_come_back(finding)]
    return sorted((finding for finding in found if finding.subject not in without), key=partial(urgency, as_of))


def claim_entries(report: Report, as_of: date, lang: str) -> "list[Entry]":
    """The last days of what may still be had back, and to see whether a refunded parcel arrived, from a day (Japan) on, for a calendar."""
    from sellerdesk.writers.calendar_file import Entry  # noqa: PLC0415 (its library is loaded for calendars only)

    awaited = [finding for finding in report.audit.findings if is_awaited(finding)]
    found = [finding for finding in (*claims_of(report, as_of, ()), *awaited) if day_of(finding) >= as_of.isoformat()]
    return [
        Entry(
            f"{finding.subject}.{finding.rule}@sellerdesk",
            date.fromisoformat(day_of(finding)),
            words.say(
                lang,
                "export.arrival_day_title" if is_awaited(finding) else "export.claim_day_title",
                order=finding.subject,
                yen=yen_of(finding),
            ),
            words.worded(finding, rules()[finding.rule], lang).text + twice_words(finding, report, lang),
        )
        for finding in found
    ]


def twice_words(finding: Finding, report: Report, lang: str) -> str:
    """That the yen of a finding may count twice, because two files have its order under two settlements' numbers; "" of others."""
    return words.say(lang, "export.claim_twice") if finding.subject in report.twice else ""


def claim_row(finding: Finding, report: Report, lang: str) -> list[Cell]:
    """One finding as a row."""
    rule = rules()[finding.rule]
    spelled, short = words.worded(finding, rule, lang), rule.case[finding.case].short
    by = day_of(finding)
    clauses = " ".join(f"{name}: {terms().clause[name].text.in_(lang)}" for name in finding.clauses)
    return [
        finding.subject, short.in_(lang) if short else "", spelled.text, yen_of(finding), date.fromisoformat(by) if by else "",
        spelled.fix + twice_words(finding, report, lang),
        ", ".join(finding.clauses), clauses,
    ]  # fmt: skip


def proof_rows(report: Report, orders: Collection[str], lang: str) -> Sequence[Sequence[Cell]]:
    """Every amount of the rows of some orders, order by order."""
    mine = sorted(
        (payment for payment in report.payments if payment.order_id in orders), key=lambda payment: (payment.order_id, payment.at)
    )
    return [
        [payment.order_id, payment.at, payment.type, payment.sku, payment.text, kind_name(kind, lang), yen]
        for payment in mine
        for kind, yen in places().parts(payment)
    ]
