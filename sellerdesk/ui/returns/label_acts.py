"""What can be done about labels charged to the wrong side: taken off an open refund, claimed from Amazon, given back to buyers."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from sellerdesk.domain.judged_row import JudgedReturn
from sellerdesk.ui.style.translate import translate
from sellerdesk.workflows.judged.wrong_labels import OpenLabels, StillOut, out_in_all, wrong_sides

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
    labels = [row for row in rows if decided.get((LABEL, row.order_id)) != "not-so"]
    off = [row for row in labels if takes_off(row, decided) or was_taken_off(row, decided)]
    closed = {row.order_id for row in off if row.days_left is not None or was_taken_off(row, decided)}
    claimed = {row.order_id for row in labels if decided.get((LABEL, row.order_id)) == "claimed"}
    claims = [row for row in labels if is_claim(row, decided) and (row.order_id not in closed or row.order_id in claimed)]
    return [
        Act(DEADLINE, "refunded", refund_words, [row for row in rows if row.days_left is not None]),
        Act(LABEL, "done", off_words, off),
        Act(LABEL, "claimed", claim_words, claims),
        Act(LABEL, "done", back_words, [row for row in labels if is_owed(row, decided)]),
        Act(LABEL, "not-so", not_so_words, [row for row in rows if row not in labels]),
    ]


def is_wrong(row: JudgedReturn, decided: Decided) -> bool:
    """Whether a label was charged to the wrong side, be it settled since."""
    return row.difference != 0 or bool(decided.get((LABEL, row.order_id)))


def is_claim(row: JudgedReturn, decided: Decided) -> bool:
    """Whether a label was charged to the shop wrongly: what buyers were charged is no claim on Amazon."""
    return is_wrong(row, decided) and row.payer != "seller" and "seller" in row.charged.split(", ")


def is_owed(row: JudgedReturn, decided: Decided) -> bool:
    """Whether a label was charged to the buyer wrongly: what the shop has to give back."""
    return is_wrong(row, decided) and row.payer != "customer" and "customer" in row.charged.split(", ")


def takes_off(row: JudgedReturn, decided: Decided) -> bool:
    """Whether a label of the shop's is first to be taken off a refund that is still to be made."""
    return is_claim(row, decided) and "refund" in wrong_sides(row, decided)


def was_taken_off(row: JudgedReturn, decided: Decided) -> bool:
    """Whether the owner said that such a label was taken off."""
    return is_claim(row, decided) and not is_owed(row, decided) and decided.get((LABEL, row.order_id)) == "done"


def pack_words(labels: OpenLabels, claimed: int) -> str:
    """How many orders of the claim pack have a label to take off, to claim, to give back, or one that was claimed; "" for none."""
    counts = (
        (translate("Returned", "{count} to take off"), len(labels["refund"])),
        (translate("Returned", "{count} to claim"), len(labels["shop"])),
        (translate("Returned", "{count} to give back"), len(labels["buyer"])),
        (translate("Returned", "{count} claimed"), claimed),
    )
    return translate("Returned", ", ").join(words.format(count=f"{count:,}") for words, count in counts if count)


def charged_words(labels: OpenLabels) -> list[str]:
    """What stands charged to the shop and to buyers wrongly, as Today counts it: of how many orders, and how many yen are out."""
    of_shop, of_buyers = [*labels["refund"].values(), *labels["shop"].values()], [*labels["buyer"].values()]
    sides = (
        (translate("Returned", "charged to the shop wrongly: {count} orders, {yen}"), of_shop),
        (translate("Returned", "charged to buyers wrongly: {count} orders, {yen}"), of_buyers),
    )
    return [text.format(count=f"{len(mine):,}", yen=out_words(out_in_all(mine))) for text, mine in sides if mine]


def out_words(out: StillOut) -> str:
    """The yen that are out, or at least are."""
    yen = translate("Returned", "¥{yen}").format(yen=f"{out.yen:,}")
    return translate("Analysis", "{yen} or more").format(yen=yen) if out.is_least else yen


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
        translate("Returned", "Marked as taken off the refund, which is then made: {count}"),
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


def not_so_words() -> tuple[str, str, str]:
    """The same of labels that the owner knows to be charged rightly; in the window that is taken back alone."""
    return translate("Returned", "Not so"), translate("Returned", "Take back “not so”"), ""
