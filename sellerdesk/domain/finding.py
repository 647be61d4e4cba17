"""A verdict with the facts it rests on; words are chosen when it is shown, not here."""

from collections.abc import Mapping
from datetime import date
from typing import Literal

import msgspec

from sellerdesk.domain.clause import Outcome

RANKS: Mapping[Outcome, int] = {"breach": 0, "check": 1, "advice": 2, "ok": 3}
"""The worst first: what tables sort by."""

BADNESS: Mapping[str, int] = {"breach": 0, "check": 1, "missing": 2, "advice": 3, "ok": 4}
"""The one order of badness: what stands for several verdicts is the worst. A doubt about what is known goes before a missing fact, and a
missing fact before what is only worth knowing: it never hides."""

OUTCOMES: tuple[Outcome, ...] = ("ok", "breach", "check", "advice")

Value = int | str | date | tuple[str, ...] | None
Facts = Mapping[str, Value]

MISSING = "missing"
"""The case of every check whose only cause is a fact nobody told: its outcome is always `check`."""


class Verdict(msgspec.Struct, frozen=True, eq=False):
    """What a check says of one record: a case of its rule, the facts compared, and which facts it lacked.

    `ambiguity` names an unclear passage that touches this record alone, beside the one that the rulebook gives the case.

    A check gives the same object for the same verdict where it can: that is by what many of them are told apart and counted.
    """

    case: str
    facts: Facts = {}
    missing: tuple[str, ...] = ()
    ambiguity: str | None = None


OK = Verdict("ok")


class Finding(msgspec.Struct, frozen=True):
    """One verdict of one rule about one subject (a SKU, an order id, a quote row).

    `line` is the line of the file it came from (0: none), `terms` the date of the document judged by, `ambiguity`
    the id of the unclear passage that made it a check.
    """

    rule: str
    outcome: Outcome
    subject: str
    line: int
    case: str
    clauses: tuple[str, ...]
    terms: str
    facts: Facts = {}
    missing: tuple[str, ...] = ()
    ambiguity: str | None = None


def badness(finding: Finding) -> int:
    """How bad a finding is, 0 the worst."""
    return BADNESS["missing" if finding.missing else finding.outcome]


class Change(msgspec.Struct, frozen=True):
    """The smallest change of one fact that would turn a verdict.

    `kind`: "mend" is what the owner does; "answer" a fact to find out (`to` is None: whatever is true); "would" turns
    the verdict too, but is not the owner's to set (a used item does not become new). `percent` is, of points, the whole percent
    that sets them in Points Central.
    """

    subject: str
    fact: str
    to: Value
    kind: Literal["mend", "answer", "would"] = "mend"
    percent: int | msgspec.UnsetType = msgspec.UNSET
