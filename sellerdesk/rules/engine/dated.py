"""The version of a rule for the day of a run, or for the own day of each record."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

import msgspec

from sellerdesk.domain.clause import Terms
from sellerdesk.domain.facts import SkuFacts
from sellerdesk.domain.finding import Verdict
from sellerdesk.rules.engine.bind import RuleOfDay, turned
from sellerdesk.rules.engine.check import Check, R, Run, each
from sellerdesk.rules.engine.rulebook import Rule, Version

DayOf = Callable[[R], date | None]
"""The own day of a record (Japan), that of its order or of its arrival; None where that is not known."""


def bind(
    rules: Sequence[Rule], checks: Mapping[str, Check[Any]], terms: Terms, run: Run, day_of: DayOf[Any] | None = None
) -> list[RuleOfDay[Any]]:
    """The rules in force on the run's day, ready to judge; those that replace others come first.

    A rule that is dated by the order or by the return judges each record by the version of its own day, where `day_of` tells that.
    """
    bound = []
    for rule in sorted(rules, key=lambda rule: not rule.replaces):
        check, version = checks[rule.check], rule.on(run.as_of)
        if day_of is not None and rule.dated_by != "run_day" and len(rule.version) > 1 and rule.begun(run.as_of):
            bound.append(of_own_day(rule, check, terms, run, day_of))
        elif version is not None:
            bound.append(of_version(rule, check, terms, run, version))
    return bound


def of_version(rule: Rule, check: Check[Any], terms: Terms, run: Run, version: Version) -> RuleOfDay[Any]:
    """A rule with the figures of one of its versions."""
    params = msgspec.convert(version.params, check.params)
    dated = rule.source.dated if rule.source else terms.dated(rule.clauses[0])
    reread = turned(rule, terms, run.readings)
    judge = check.bind(params, run)
    column = check.column(params, run, judge)
    origin = version.unsure, version.pack, version.since
    return RuleOfDay(rule, judge, column, check.reads, dated, reread, run.readings, *origin)


def of_own_day(rule: Rule, check: Check[Any], terms: Terms, run: Run, day_of: DayOf[Any]) -> RuleOfDay[Any]:
    """A rule that takes, for each record, the version in force on the record's own day; without one, that of the run's day."""
    by_start = {version.start: of_version(rule, check, terms, run, version) for version in rule.version}
    today = rule.on(run.as_of)

    def judge(record: Any, known: SkuFacts) -> Verdict | None:
        version = rule.on(day_of(record) or run.as_of) or today
        return None if version is None else by_start[version.start].judge(record, known)

    return msgspec.structs.replace(by_start[rule.version[0].start], judge=judge, column=each(judge))
