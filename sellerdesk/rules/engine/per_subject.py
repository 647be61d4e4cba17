"""One finding per rule and subject: an order of several lines has the verdict of its worst one."""

from collections import Counter, defaultdict
from collections.abc import Mapping

from msgspec.structs import replace

from sellerdesk.domain.finding import Finding, badness
from sellerdesk.rules.engine.judge import Audit, Unknowns, missing_facts


def one_each(audit: Audit, waiting: Mapping[tuple[Unknowns, ...], int]) -> Audit:
    """The worst finding of every rule and subject of an audit that holds all verdicts, counted anew.

    `waiting` are the facts that records wait for which were not judged at all, added to the missing ones.
    """
    worst: dict[tuple[str, str], Finding] = {}
    for finding in audit.findings:
        key = finding.rule, finding.subject
        if key not in worst or badness(finding) < badness(worst[key]):
            worst[key] = finding
    counts = {rule: dict.fromkeys(by_outcome, 0) for rule, by_outcome in audit.summary.items()}
    lacks: defaultdict[str, list[Unknowns]] = defaultdict(list)
    for finding in worst.values():
        counts[finding.rule][finding.outcome] += 1
        if finding.missing:
            lacks[finding.subject].append(((finding.rule,), finding.missing))
    together = Counter(tuple(lack) for lack in lacks.values()) + Counter(waiting)
    return replace(audit, findings=list(worst.values()), summary=counts, missing=missing_facts(together))


def worth_listing(audit: Audit) -> Audit:
    """The audit without the findings that are ok or lack nothing but a fact: both are counted, not listed."""
    return replace(audit, findings=[finding for finding in audit.findings if finding.outcome != "ok" and not finding.missing])
