"""What can be done about labels charged to the wrong side: taken off an open refund, claimed from Amazon, given back to buyers."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from sellerdesk.domain.judged_row import JudgedReturn
from sellerdesk.ui.style.translate import translate
from sellerdesk.workflows.judged.wrong_labels import wrong_sides

DEADLINE, LABEL = "returns.refund-deadline", "returns.label-payer"
"""The rules whose findings are decided: of the refund, and of the label."""
Decided = Mapping[tuple[str, str], str]


class Act(NamedTuple):
    """A decision (`kind`, about a finding of `rule`) that can be taken of some rows; `words`: of its button, and said after it."""

    rule: str
    kind: str
    words: Callable[[], tuple[str, str, str]]
    rows: Sequence[JudgedReturn]


def acts(rows: Sequence[JudgedReturn], decided: Decided) -> list[Act]:
    """What can be decided of these rows.

    A label that is still to be taken off the refund is no claim yet: it becomes one once the refund is marked as made. Where no
    deadline tells of a refund to mark, or it was marked as claimed before, it can be claimed, or taken back, all the same.
    """
    off = [row for row in rows if takes_off(row, decided) or was_taken_off(row, decided)]
    closed = {row.order_id for row in off if row.days_left is not None or was_taken_off(row, decided)}
    claims = [row for row in rows if is_claim(row) and (row.order_id not in closed or decided.get((LABEL, row.order_id)) == "claimed")]
    return [
        Act(DEADLINE, "refunded", refund_words, [row for row in rows if row.days_left is not None]),
        Act(LABEL, "done", off_words, off),
        Act(LABEL, "claimed", claim_words, claims),
        Act(LABEL, "done", back_words, [row for row in rows if is_given_back(row)]),
    ]


def is_claim(row: JudgedReturn) -> bool:
    """Whether a label was charged to the shop wrongly: what buyers were charged is no claim on Amazon."""
    return row.difference != 0 and row.payer != "seller" and "seller" in row.charged.split(", ")


def is_given_back(row: JudgedReturn) -> bool:
    """Whether a label was charged to the buyer wrongly: what the shop has to give back."""
    return row.difference != 0 and row.payer != "customer" and "customer" in row.charged.split(", ")


def takes_off(row: JudgedReturn, decided: Decided) -> bool:
    """Whether a label of the shop's is first to be taken off a refund that is still to be made."""
    return is_claim(row) and "refund" in wrong_sides(row, decided)


def was_taken_off(row: JudgedReturn, decided: Decided) -> bool:
    """Whether the owner said that such a label was taken off."""
    return is_claim(row) and not is_given_back(row) and decided.get((LABEL, row.order_id)) == "done"


def pack_words(wrong: Iterable[JudgedReturn], decided: Decided) -> str:
    """How many labels of the claim pack are to be taken off, to be claimed and to be given back; "" for none."""
    listed = list(wrong)
    off = sum(takes_off(row, decided) for row in listed)
    counts = (
        (translate("Returned", "{count} to take off"), off),
        (translate("Returned", "{count} to claim"), sum(map(is_claim, listed)) - off),
        (translate("Returned", "{count} to give back"), sum(map(is_given_back, listed))),
    )
    return translate("Returned", ", ").join(words.format(count=f"{count:,}") for words, count in counts if count)


def refund_words() -> tuple[str, str, str]:
    """To mark as refunded, to take that back, and what is said of it."""
    return (
        translate("Returned", "Mark as refunded"),
        translate("Returned", "Take back “refunded”"),
        translate("Returned", "Marked as refunded: {count}"),
    )


def off_words() -> tuple[str, str, str]:
    """The same of labels that were taken off the refund."""
    return (
        translate("Returned", "Taken off the refund"),
        translate("Returned", "Take back “taken off”"),
        translate("Returned", "Marked as taken off the refund: {count}"),
    )


def claim_words() -> tuple[str, str, str]:
    """The same of labels that were claimed from Amazon."""
    return (
        translate("Returned", "Claimed from Amazon"),
        translate("Returned", "Take back “claimed”"),
        translate("Returned", "Marked as claimed from Amazon: {count}"),
    )


def back_words() -> tuple[str, str, str]:
    """The same of what was given back to buyers."""
    return (
        translate("Returned", "Given back to the buyer"),
        translate("Returned", "Take back “given back”"),
        translate("Returned", "Marked as given back: {count}"),
    )
