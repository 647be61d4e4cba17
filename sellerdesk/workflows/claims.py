"""Labels charged to the wrong side, made ready to be claimed: which, by which clauses, how much, and until when."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import msgspec

from sellerdesk.domain.account import Account
from sellerdesk.domain.decision import Decision
from sellerdesk.workflows.returns import LABEL, WrongLabel

CLAIM_DAYS = 30
"""Days within which Amazon takes a SAFE-T claim, as its help pages said in 2022. Not verified since: `account set claim_days=…`."""


class Claim(msgspec.Struct, frozen=True):
    """A label charged to the wrong side. `claim_by` is the last day (Japan) for a claim, counted from `day`, where that is known."""

    wrong: WrongLabel
    day: date | None
    claim_by: date | None
    decision: str = ""

    @property
    def yen(self) -> int | None:
        """What the label cost; None when that is not known."""
        return self.wrong.yen


def claim_days(account: Account) -> int:
    """The days within which a claim is taken: the owner's, or those last read."""
    return account.claim_days or CLAIM_DAYS


def claims(wrong: Sequence[WrongLabel], decided: Iterable[Decision], days: int) -> list[Claim]:
    """The claims of all wrong labels but those of which the owner says that it is not so, the first to expire first."""
    kinds = {one.subject: one.kind for one in decided if one.rule == LABEL}
    told = [claim(one, kinds.get(one.item.subject, ""), days) for one in wrong if kinds.get(one.item.subject) != "not-so"]
    return sorted(told, key=lambda one: (one.claim_by or date.max, one.wrong.item.subject, one.wrong.item.line))


def claim(wrong: WrongLabel, decision: str, days: int) -> Claim:
    """The claim of one label: its days count from the return's arrival, or else from the request; what a buyer paid is no claim."""
    day = wrong.item.arrived_on or wrong.item.requested_on
    return Claim(wrong, day, day + timedelta(days=days) if day and wrong.side == "shop" else None, decision)
