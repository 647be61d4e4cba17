"""What the owner decided about a finding: mended, later, or not so."""

from collections.abc import Iterable, Mapping
from typing import Any, Literal

import msgspec

from sellerdesk.domain.finding import Facts

Kind = Literal["done", "refunded", "claimed", "later", "not-so"]
"""done (mended in Seller Central) · refunded (a return) · claimed (yen asked back) · later · not-so (the owner knows better, says why)."""
Key = tuple[str, str]
"""A rule and a subject: there is one finding for each."""

ASKED_BACK = (
    "payments.refund-without-return", "payments.refund-too-large", "payments.label", "payments.refund-fee", "payments.paid-twice",
    "payments.lateness", "payments.referral-rate", "payments.points", "payments.points-back",
)  # fmt: skip
"""The rules of payments whose yen are asked back from Amazon."""
SPECIAL: Mapping[str, tuple[str, ...]] = {"refunded": ("returns.refund-deadline",), "claimed": ("returns.label-payer", *ASKED_BACK)}
"""The kinds that only some rules' findings can have: their own words for "done"."""
WITH_RETURN = {"payments.return-without-refund": "returns.refund-deadline", "payments.label": "returns.label-payer"}
"""Rules of payments whose findings are of a return that has a verdict of its own, and its rule: that is decided about."""
TOLD_BY_REPORT = "told_by_report"
"""The case of the rule of labels in payments that the returns report asks for; its other cases are of payments alone."""
LATE = "_late"
"""The end of a case that is another one whose time is over: what was decided of that one holds."""


class Decision(msgspec.Struct, frozen=True):
    """One decision about what a rule finds of a subject (a SKU, an order id); no rule judges otherwise for it.

    The row of a return leaves out what was settled by it.

    `case` is what the rule said when the owner decided ("" where that is not saved), `decided_at` Japan time (ISO 8601).
    """

    rule: str
    subject: str
    kind: Kind
    why: str
    case: str
    decided_at: str

    def holds(self, case: str) -> bool:
        """Whether the rule still says what it said then: a decision about something else is an old one."""
        return self.case in ("", case)


def case_of_payments(case: str, facts: Facts) -> str:
    """What is kept of the case of a finding of payments: with its yen, for of more yen nothing was decided."""
    yen = facts.get("yen")
    case = case.removesuffix(LATE)
    return f"{case} {yen}" if isinstance(yen, int) else case


def rule_of_return(rule: str, case: str) -> str:
    """The rule of the return by which a finding of payments is decided about; "" where it is decided about itself."""
    return WITH_RETURN.get(rule, "") if rule != "payments.label" or case.startswith(TOLD_BY_REPORT) else ""


def cases_of_payments(judged: Mapping[str, Any]) -> dict[Key, str]:
    """What the rules of payments say, by rule and subject, of what a judging kept."""
    found = judged.get("payments", {}).get("findings", ())
    return {(finding["rule"], finding["subject"]): case_of_payments(finding["case"], finding["facts"]) for finding in found}


def standing(decided: Iterable[Decision], said: Mapping[Key, str]) -> dict[Key, Kind]:
    """The kinds of decisions by rule and subject, without those about a case that is no more (`said`: the cases that are known)."""
    kinds = ((key, decision) for decision in decided for key in [(decision.rule, decision.subject)])
    return {key: decision.kind for key, decision in kinds if decision.holds(said.get(key, decision.case))}
