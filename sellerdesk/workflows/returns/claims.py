"""Labels charged to the wrong side, made ready to be claimed: which, by which clauses, how much, and at which door."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal

import msgspec

from sellerdesk.domain.account import Account
from sellerdesk.domain.decision import Decision
from sellerdesk.rules.figures.known import CLAIM_DAYS, CLAIM_MOST
from sellerdesk.rules.returns.charged import UNREFUNDED, UNSEEN
from sellerdesk.workflows.figures.in_force import value_on, version_on
from sellerdesk.workflows.returns.deadlines import LEAVES
from sellerdesk.workflows.returns.deadlines import RULE as DEADLINE
from sellerdesk.workflows.returns.wrong_labels import LABEL, WrongLabel

Door = Literal["support", "take_off_first", "buyer", "look"]
"""Where a label is settled: a wrong charge is no ground for a SAFE-T claim, so Seller Support is asked; what is not refunded yet is first
taken off the refund; what a buyer paid goes back to the buyer; a charge that payments do not show is looked for first."""


class Claim(msgspec.Struct, frozen=True):
    """A label charged to the wrong side. `take_off_by` is the last day (Japan) to take it off a refund that is still to be made."""

    wrong: WrongLabel
    door: Door
    take_off_by: date | None
    decision: str = ""

    @property
    def yen(self) -> int | None:
        """What is still out of the label's cost; None when that is not known."""
        return self.wrong.yen


def claim_days(account: Account, day: date) -> int:
    """The days from the refund within which a SAFE-T claim is taken on a day (Japan): the owner's, or those of the figures."""
    return account.claim_days or int(value_on(CLAIM_DAYS, day))


def claim_days_from(account: Account, refunded: date) -> int | None:
    """The days within which a SAFE-T claim for a refund of a day (Japan) is taken; None where the figures do not reach so far back."""
    version = version_on(CLAIM_DAYS, refunded)
    return account.claim_days or (None if version is None else int(version.value))


def claim_most(day: date) -> int:
    """The most of one SAFE-T claim on a day (Japan), in yen."""
    return int(value_on(CLAIM_MOST, day))


def claims(wrong: Sequence[WrongLabel], decided: Iterable[Decision]) -> list[Claim]:
    """The claims of all wrong labels but those of which the owner says that it is not so, those to be taken off a refund soonest first.

    What the owner says is refunded is claimed, and not taken off any more.
    """
    kinds = {(decision.rule, decision.subject): decision.kind for decision in decided}
    made = {subject for (rule, subject), kind in kinds.items() if rule == DEADLINE and kind in LEAVES}
    labels = [(label, kinds.get((LABEL, label.item.subject), "")) for label in wrong]
    open_ = [claim(label, kind, is_made=label.item.subject in made) for label, kind in labels if kind != "not-so"]
    return sorted(open_, key=lambda claim: (claim.take_off_by or date.max, claim.wrong.item.subject, claim.wrong.item.line))


def claim(wrong: WrongLabel, decision: str, *, is_made: bool) -> Claim:
    """The claim of one label; `is_made`: the owner says that its refund was made."""
    if wrong.side == "buyer" or wrong.finding.case == UNSEEN:
        return Claim(wrong, "buyer" if wrong.side == "buyer" else "look", None, decision)
    if wrong.finding.case in UNREFUNDED and not is_made:
        return Claim(wrong, "take_off_first", wrong.item.refund_by, decision)
    return Claim(wrong, "support", None, decision)
