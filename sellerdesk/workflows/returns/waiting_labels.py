"""Labels of which it is not known whether the right side was charged: how many wait for which fact, and their yen at most."""

from collections import defaultdict
from collections.abc import Iterator

import msgspec

from sellerdesk.domain.finding import Change, Finding
from sellerdesk.domain.returned_item import ENDED, ReturnedItem
from sellerdesk.rules.returns.charged import change_of_label
from sellerdesk.rules.returns.label_rows import best_rows
from sellerdesk.rules.returns.payer import PAYERS, change_of_payer
from sellerdesk.workflows.returns.report import PAYER, Judged
from sellerdesk.workflows.returns.wrong_labels import LABEL, SIDES, TO_CHECK

Facts = tuple[str, ...]
"""The names of some facts."""


class Waiting(msgspec.Struct, frozen=True):
    """How many labels wait for some facts, with their yen as far as they are known, and of how many they are not (`unknown`)."""

    facts: Facts
    count: int
    yen: int
    unknown: int


def waiting_labels(judged: Judged) -> list[Waiting]:
    """The labels of no claim yet, by the facts that they wait for: the most yen first."""
    of_facts: defaultdict[Facts, list[int | None]] = defaultdict(list)
    for facts, label in asking(judged):
        of_facts[facts].append(label.label_yen)
    found = [Waiting(facts, len(yen), sum(each or 0 for each in yen), yen.count(None)) for facts, yen in of_facts.items()]
    return sorted(found, key=lambda waiting: (-waiting.yen, waiting.facts))


def asking(judged: Judged) -> Iterator[tuple[Facts, ReturnedItem]]:
    """Every label that waits for facts, with these: for who pays, or else for who was charged."""
    of_line = {finding.line: finding for finding in judged.audit.findings if finding.rule == LABEL}
    for label in best_rows(filter(is_charge, judged.items), lambda item: item.label_cost).values():
        finding = judged.ruled.get(label.line) if label.payer is None else of_line.get(label.line)
        if finding is not None and (facts := facts_of(finding)):
            yield facts, label


def is_charge(item: ReturnedItem) -> bool:
    """Whether the label of a return may have been charged to somebody: one that Amazon pays, or the counter takes money for, was not."""
    return item.status not in ENDED and item.label_payer != "amazon" and item.label_type != "unpaid" and item.label_cost != 0


def facts_of(finding: Finding) -> Facts:
    """The facts that a finding waits for, or that would settle it; none of a payer that is known, or of a label of a claim."""
    if finding.case in (*PAYERS, *SIDES, *TO_CHECK):
        return ()
    changes: tuple[Change, ...] = (change_of_payer if finding.rule == PAYER else change_of_label)(finding) if not finding.missing else ()
    return finding.missing or tuple(change.fact for change in changes if change.kind == "answer")
