"""Labels that were charged to the wrong side, or may have been: which, and what the finding of their order says of all of them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from sellerdesk.domain.finding import Finding
from sellerdesk.domain.returned_item import ReturnedItem
from sellerdesk.rules.returns.charged import BUYER_PART, MAYBE_BACK, TAKEN_OFF, UNREFUNDED, UNSEEN, cost
from sellerdesk.rules.returns.label_rows import tells

LABEL = "returns.label-payer"
SIDES = {
    **dict.fromkeys(("charged_shop", MAYBE_BACK, *UNREFUNDED), "shop"),
    **dict.fromkeys(("charged_buyer", BUYER_PART, TAKEN_OFF), "buyer"),
}
"""Who was charged wrongly, by the case of returns.label-payer."""
TO_CHECK = {UNSEEN: "shop"}
"""Who may have been charged wrongly: the charge itself is to be looked for first."""


class WrongLabel(msgspec.Struct, frozen=True):
    """A label charged to the wrong side ("shop" or "buyer"): the return it stands on, what the rule says, the yen still out where known."""

    item: ReturnedItem
    finding: Finding
    side: str
    yen: int | None


def with_all_labels(
    findings: Sequence[Finding], wrong: Sequence[WrongLabel], unseen: Sequence[WrongLabel], labels: Mapping[int, str]
) -> list[Finding]:
    """The findings of orders, those about labels with the yen of all labels of the order, where known; `labels` by the line.

    A finding of labels that payments do not show (`unseen`) is of these, every other one of those that are wrong.
    """
    found: list[Finding] = []
    charged, open_ = wrong_by_order(wrong), wrong_by_order(unseen)
    for finding in findings:
        mine = (open_ if finding.case in TO_CHECK else charged)[finding.subject]
        is_label = finding.rule == LABEL
        found.append(of_labels(of_best_row(finding, mine, labels[finding.line]), mine) if is_label else finding)
    return found


def wrong_by_order(labels: Iterable[WrongLabel]) -> defaultdict[str, list[WrongLabel]]:
    """Labels by their orders."""
    orders: defaultdict[str, list[WrongLabel]] = defaultdict(list)
    for label in labels:
        orders[label.item.subject].append(label)
    return orders


def of_best_row(finding: Finding, wrong: Sequence[WrongLabel], label: str) -> Finding:
    """A finding about a label by the row of it that counts: several rows under one label may name different yen."""
    best = next((one.finding for one in wrong if one.item.label == label and one.finding.case == finding.case), finding)
    return msgspec.structs.replace(finding, line=best.line, facts={**finding.facts, **best.facts})


def of_labels(finding: Finding, wrong: Sequence[WrongLabel]) -> Finding:
    """A finding about a label with the yen of the labels in the same case.

    Beside labels of another case, or of a cost that is not told, it names what is out of each side's, at least.
    """
    found = whole(finding, [label for label in wrong if label.finding.case == finding.case])
    is_one_sum = {label.finding.case for label in wrong} <= {finding.case} and len({label.yen is None for label in wrong}) <= 1
    if is_one_sum:
        return found
    facts = dict(found.facts)
    for side in {label.side for label in wrong}:
        mine = [label for label in wrong if label.side == side]
        facts[f"out_{side}"], facts[f"least_{side}"] = sum(label.yen or 0 for label in mine), int(any(map(is_least, mine)))
    return msgspec.structs.replace(found, facts=facts)


def is_least(label: WrongLabel) -> bool:
    """Whether more than its yen may be out of a label."""
    named = label.finding.facts.get("label")
    return label.yen is None or (isinstance(named, int) and named > label.yen)


def whole(finding: Finding, wrong: Sequence[WrongLabel]) -> Finding:
    """A finding about a label with the yen of several in its case: those still out, and those that stand charged where it names these."""
    yen, charged = [label.yen for label in wrong], [label.finding.facts.get("label") for label in wrong]
    known, named = [each for each in yen if each is not None], [each for each in charged if isinstance(each, int)]
    if len(known) < max(2, len(yen)):
        return finding
    facts = {**finding.facts, "yen": sum(known), "cost": cost(sum(known))}
    if len(named) == len(yen):
        facts |= {"label": sum(named)} | ({"cost": cost(sum(named))} if finding.case in UNREFUNDED else {})
    return msgspec.structs.replace(finding, facts=facts)


def labels_in(sides: Mapping[str, str], items: Sequence[ReturnedItem], findings: Sequence[Finding]) -> list[WrongLabel]:
    """Labels in some cases (`sides`: who was charged by the case); a label counts once for a side, by the row which tells most of it."""
    by_line = {item.line: item for item in items}
    found: dict[tuple[str, str, str], WrongLabel] = {}
    for finding in findings:
        if finding.rule == LABEL and finding.case in sides:
            item, side, yen = by_line[finding.line], sides[finding.case], finding.facts["yen"]
            label = WrongLabel(item, finding, side, yen if isinstance(yen, int) else None)
            key = side, item.subject, item.label
            found[key] = max(found.get(key, label), label, key=lambda one: tells(one.yen))
    return list(found.values())
