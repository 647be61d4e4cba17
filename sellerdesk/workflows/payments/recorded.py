"""What the owner decided about payments: refunds marked as made, which the next month shows, and findings that are done or not so."""

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from sellerdesk.domain.decision import Decision, Key, case_of_payments, standing
from sellerdesk.domain.finding import Finding
from sellerdesk.workflows.payments.report import Report
from sellerdesk.workflows.returns.deadlines import RULE as DEADLINE

UNREFUNDED = "payments.return-without-refund"
"""The rule of returns without a refund: where it is sure, the returns list says so, too."""
MADE = ("refunded", "done")
"""Decisions about a return's deadline that say its refund was made; "not-so" says that none is due."""
ASKS = ("part", "claim_returned", "refund_returned")
"""The cases, beside those that are a breach, that ask for (the rest of) a refund."""
CLAIMED = "claimed"
SETTLED = ("done", "not-so", CLAIMED)
"""Decisions about a finding of payments by which nothing is left to ask for; "later" settles nothing."""
Decided = Mapping[Key, str]


def with_recorded(findings: Iterable[Finding], decided: Decided) -> list[Finding]:
    """The findings in their order; one that asks for a refund which is recorded as made is to be checked, and says so (`recorded`).

    One that the owner settled has that decision among its facts (`decided`): its yen are asked for no more.
    """
    return [as_decided(finding, decided) for finding in findings]


def as_decided(finding: Finding, decided: Decided) -> Finding:
    """A finding as the owner's decisions leave it."""
    if is_recorded(finding, decided):
        return replace(finding, outcome="check", facts={**finding.facts, "recorded": 1})
    kind = decided.get((finding.rule, finding.subject), "")
    return replace(finding, facts={**finding.facts, "decided": kind}) if kind in SETTLED and finding.outcome != "ok" else finding


def is_recorded(finding: Finding, decided: Decided) -> bool:
    """Whether a finding asks for a refund that the owner recorded as made, by rule and order."""
    asks = finding.rule == UNREFUNDED and (finding.outcome == "breach" or finding.case in ASKS)
    return asks and decided.get((DEADLINE, finding.subject), "") in MADE


def as_recorded(report: Report, decisions: Iterable[Decision]) -> Report:
    """A report with its findings and their counts as what the owner decided leaves them."""
    said = {(one.rule, one.subject): case_of_payments(one.case, one.facts) for one in report.audit.findings}
    decided = standing(decisions, said)
    found = with_recorded(report.audit.findings, decided)
    summary = {rule: {**counts} for rule, counts in report.audit.summary.items()}
    for before, now in zip(report.audit.findings, found, strict=True):
        summary[before.rule][before.outcome] -= 1
        summary[now.rule][now.outcome] += 1
    return replace(report, audit=replace(report.audit, findings=found, summary=summary))


def is_settled(finding: Finding) -> bool:
    """Whether the owner settled a finding."""
    return "decided" in finding.facts
