"""What a typed check is: the function behind a rulebook entry, and what it promises."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Generic, TypeVar

import msgspec

from sellerdesk.domain.catalogue import Catalogue
from sellerdesk.domain.facts import SkuFacts
from sellerdesk.domain.finding import MISSING, Change, Finding, Verdict
from sellerdesk.rules.business_days import NATIONAL, Calendar

R = TypeVar("R")

Judge = Callable[[R, SkuFacts], Verdict | None]
"""Judges one record with what is known of it; `None` when the rule does not speak of this record."""

Scope = Callable[[R], bool | tuple[str, ...]]
"""Whether a group of rules speaks of a record: yes, no, or the facts that are missing to tell."""


Changer = Callable[[Finding], tuple[Change, ...]]
"""The smallest change that turns a finding: none, one, or one for each record that takes part."""


@dataclass(frozen=True)
class Run:
    """What holds for one run over the records: the day (Japan), the whole catalogue, and the owner's readings by ambiguity.

    An ambiguity that is not among the readings is read in its default way. `calendar` are the shop's business days, `reasons` the
    rows of the reason table that the owner says words of a report mean.
    """

    as_of: date
    catalogue: Catalogue = field(default_factory=lambda: Catalogue([]))
    readings: Mapping[str, str] = field(default_factory=dict)
    calendar: Calendar = NATIONAL
    reasons: Mapping[str, int] = field(default_factory=dict)


class NoParams(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """For a check whose clause has no figure in it."""


@dataclass(frozen=True)
class Check(Generic[R]):
    """A check by name. `bind` takes the params of the day and the run, and gives the judge of one record.

    `cases` are all cases but "ok" and "missing" that the judge can give; `reads` the fields that it compares;
    `change` gives the smallest change that turns a finding of one of the cases (a missing fact turns by its answer);
    `can_lack` is off for the few checks that have all they need in the day and the rulebook.
    """

    name: str
    params: type[msgspec.Struct]
    scope: Callable[[Run], Scope[R]]
    cases: tuple[str, ...]
    reads: tuple[str, ...]
    bind: Callable[[Any, Run], Judge[R]]
    change: Changer
    can_lack: bool = True


def lacking(*facts: str) -> Verdict:
    """The verdict on a record that lacks facts."""
    return Verdict(MISSING, missing=facts)


def everything(_run: Run) -> Scope[object]:
    """The scope of rules that speak of every record."""
    return lambda _record: True
