"""The labels that were charged to the wrong side, as Today counts them: to take off the refund, to claim, to give back to buyers."""

from collections.abc import Iterable, Mapping

import msgspec

from sellerdesk.domain.finding import Facts
from sellerdesk.domain.judged_row import JudgedReturn
from sellerdesk.workflows.judged.need import Need
from sellerdesk.workflows.judged.why import Kept
from sellerdesk.workflows.returns.deadlines import LEAVES
from sellerdesk.workflows.returns.deadlines import RULE as DEADLINE
from sellerdesk.workflows.returns.wrong_labels import LABEL, SIDES

CHARGED = {
    ("shop", False): "charged_shop", ("shop", True): "charged_shop_at_least",
    ("refund", False): "charged_refund", ("refund", True): "charged_refund_at_least",
    ("buyer", False): "charged_buyer", ("buyer", True): "charged_buyer_at_least",
}  # fmt: skip
"""What a need is called by where its yen come from (Amazon, a refund still to be made, the shop), and by whether some are unknown."""

UNTIL_REFUNDED = ("charged_shop_take_off", "charged_shop_refund_unknown")
"""The cases of a label that can be taken off a refund which is still to be made."""


class StillOut(msgspec.Struct, frozen=True):
    """So many yen of a label are still out, or, where not all is known, at least so many."""

    yen: int
    is_least: bool


OpenLabels = dict[str, dict[str, StillOut]]
"""What is still out, by where it is to come from and by order."""


def of_labels(returns: Iterable[JudgedReturn], decided: Mapping[tuple[str, str], str]) -> Iterable[Need]:
    """Labels charged to the wrong side, but those decided: what a label's own verdict says is to be done is what is said here."""
    for where, labels in open_labels(returns, decided).items():
        out = out_in_all(labels.values())
        yield Need(CHARGED[where, out.is_least], "breach", len(labels), "returned", out.yen, subjects=tuple(labels))


def open_labels(returns: Iterable[JudgedReturn], decided: Mapping[tuple[str, str], str]) -> OpenLabels:
    """What is out of wrong labels of which nothing was decided, by where its yen are to come from ("refund", "shop", "buyer"), by order."""
    found: OpenLabels = {"refund": {}, "shop": {}, "buyer": {}}
    for row in returns:
        if row.difference != 0 and not decided.get((LABEL, row.order_id)):
            for where, out in wrong_sides(row, decided).items():
                found[where][row.order_id] = out
    return found


def out_in_all(labels: Iterable[StillOut]) -> StillOut:
    """What is out of several labels."""
    every = list(labels)
    return StillOut(sum(label.yen for label in every), is_least=any(label.is_least for label in every))


def wrong_sides(row: JudgedReturn, decided: Mapping[tuple[str, str], str]) -> dict[str, StillOut]:
    """Where the yen of an order's wrong labels are to come from, each with the yen still out.

    A label of the shop's whose refund is still to be made, or is not told, is taken off that refund first (S-27).
    """
    found = msgspec.json.decode(row.findings, type=list[Kept])  # a Finding cannot be read back: a date and a word look alike
    is_open = decided.get((DEADLINE, row.order_id), "") not in LEAVES
    return {
        "refund" if side == "shop" and is_open and verdict.case in UNTIL_REFUNDED else side: out
        for verdict in found
        if verdict.rule == LABEL
        for side, out in outs_of(verdict).items()
    }


def outs_of(verdict: Kept) -> dict[str, StillOut]:
    """The yen still out by the verdict on the labels of an order, by side; it tells them apart where not all labels are in its case."""
    by_side = {side: verdict.facts[f"out_{side}"] for side in ("shop", "buyer") if f"out_{side}" in verdict.facts}
    if by_side:
        return {side: StillOut(yen, is_least=bool(verdict.facts[f"least_{side}"])) for side, yen in by_side.items() if isinstance(yen, int)}
    return {SIDES[verdict.case]: still_out(verdict)} if verdict.case in SIDES else {}


def sides_of(case: str, facts: Facts) -> set[str]:
    """The sides that were charged wrongly for the labels of an order, by the verdict on them; none where none was."""
    return {side for side in ("shop", "buyer") if f"out_{side}" in facts} or ({SIDES[case]} if case in SIDES else set())


def still_out(verdict: Kept) -> StillOut:
    """The yen of a label that are still out: the least, where they are not known, or where a refund of 0 yen may have held some back."""
    yen, label = verdict.facts["yen"], verdict.facts.get("label")
    if not isinstance(yen, int):
        return StillOut(0, is_least=True)
    return StillOut(yen, is_least=isinstance(label, int) and label > yen)
