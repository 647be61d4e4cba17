"""What a typed check is: the function behind a rulebook entry, and what it promises."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from operator import attrgetter
from typing import Any, Generic, TypeVar

import msgspec

from sellerdesk.domain.calendar import NATIONAL, Calendar
from sellerdesk.domain.catalogue import Catalogue
from sellerdesk.domain.facts import FACT_NAMES, SkuFacts
from sellerdesk.domain.finding import MISSING, OK, Change, Finding, Verdict
from sellerdesk.rules.engine.columns import column_of, once_each, some, told_apart

R = TypeVar("R")
T = TypeVar("T")

Judge = Callable[[R, SkuFacts], Verdict | None]
"""Judges one record with what is known of it; `None` when the rule does not speak of this record."""

Column = Callable[[Sequence[R], Sequence[SkuFacts]], Sequence[Verdict | None]]
"""Judges many records at once: what the judge says of each, as if it were asked record by record."""

Inside = bool | tuple[str, ...]
"""Whether a group of rules speaks of a record: yes, no, or the facts that are missing to tell."""


class Scope(msgspec.Struct, Generic[R], frozen=True):
    """Of which records a group of rules speaks; `reads` are the fields by which alone that is told (none: asked of each record)."""

    inside: Callable[[R], Inside]
    reads: tuple[str, ...] = ()

    def __call__(self, record: R) -> Inside:
        """Whether they speak of one record."""
        return self.inside(record)

    def of(self, records: Sequence[R]) -> Sequence[Inside]:
        """Whether they speak of each of many."""
        if not self.reads:
            return list(map(self.inside, records))
        keys = told_apart([column_of(records, name) for name in self.reads])
        return once_each(keys, lambda place: self.inside(records[place]))


Changer = Callable[[Finding], tuple[Change, ...]]
"""The smallest change that turns a finding: none, one, or one for each record that takes part."""


class Run(msgspec.Struct, frozen=True):
    """What holds for one run over the records: the day (Japan), the whole catalogue, and the owner's readings by ambiguity.

    An ambiguity that is not among the readings is read in its default way. `calendar` are the shop's business days, `reasons` the
    rows of the reason table that the owner says words of a report mean, `categories` what names of categories mean to the owner.
    `took_part` is whether the shop took part in METI's project; a file judged without a shop is taken to be a participant's.
    """

    as_of: date
    catalogue: Catalogue = msgspec.field(default_factory=lambda: Catalogue([]))
    readings: Mapping[str, str] = {}
    calendar: Calendar = NATIONAL
    reasons: Mapping[str, int] = {}
    categories: Mapping[str, str] = {}
    took_part: str | None = "yes"


class NoParams(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """For a check whose clause has no figure in it."""


class Check(msgspec.Struct, Generic[R], frozen=True):
    """A check by name. `bind` takes the params of the day and the run, and gives the judge of one record.

    `cases` are all cases but "ok" and "missing" that the judge can give; `reads` the fields that it compares;
    `change` gives the smallest change that turns a finding of one of the cases (a missing fact turns by its answer);
    `can_lack` is off for the few checks that have all they need in the day and the rulebook; `column` makes, of a judge and
    what it was bound with, what judges many records at once.
    """

    name: str
    params: type[msgspec.Struct]
    scope: Callable[[Run], Scope[R]]
    cases: tuple[str, ...]
    reads: tuple[str, ...]
    bind: Callable[[Any, Run], Judge[R]]
    change: Changer
    can_lack: bool = True
    column: Callable[[Any, Run, Judge[R]], Column[R]] = lambda _params, _run, judge: each(judge)


def each(judge: Judge[R]) -> Column[R]:
    """The column of a judge that must be asked of every record."""
    return lambda records, known: list(map(judge, records, known))


def fine_but(doubtful: Sequence[int], judge: Judge[R], records: Sequence[R], known: Sequence[SkuFacts]) -> Sequence[Verdict | None]:
    """The verdicts on many records that are fine but for those at some places, which alone are asked one by one."""
    verdicts: list[Verdict | None] = [OK] * len(records)
    asked = map(judge, some(records, doubtful), map(known.__getitem__, doubtful))
    for place, verdict in zip(doubtful, asked, strict=True):
        verdicts[place] = verdict
    return verdicts


def by(field: str) -> Callable[[Any, Run, Judge[R]], Column[R]]:
    """The column of a judge that looks at one field alone, of the record or of what is known of it."""

    def column(_params: object, _run: Run, judge: Judge[R]) -> Column[R]:
        def judged(records: Sequence[R], known: Sequence[SkuFacts]) -> Sequence[Verdict | None]:
            keys = list(map(attrgetter(field), known)) if field in FACT_NAMES else column_of(records, field)
            return once_each(keys, lambda place: judge(records[place], known[place]))

        return judged

    return column


def lacking(*facts: str) -> Verdict:
    """The verdict on a record that lacks facts."""
    return Verdict(MISSING, missing=facts)


def smallest_change(finding: Finding, check: Check[Any]) -> tuple[Change, ...]:
    """The smallest change that turns a finding: nothing for an ok one, the answers for one that lacks facts."""
    if finding.outcome == "ok":
        return ()
    if finding.case == MISSING:
        return tuple(Change(finding.subject, fact, None, "answer") for fact in finding.missing)
    return check.change(finding)


def everything(_run: Run) -> Scope[Any]:
    """The scope of rules that speak of every record."""
    return Scope(lambda _record: True)
