"""Judge records by the rules of a day: parameters bound once per run, every record looked at once."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Generic, TypeVar

import msgspec

from sellerdesk.domain.clause import Outcome, Terms
from sellerdesk.domain.facts import NOTHING_KNOWN, SkuFacts
from sellerdesk.domain.finding import MISSING, OK, Finding, Verdict
from sellerdesk.rules.check import Check, Judge, Run, Scope
from sellerdesk.rules.rulebook import Rule

R = TypeVar("R")
Lacks = tuple[tuple[str, ...], tuple[str, ...]]
"""The ids of rules and the facts that they lacked on one record."""


@dataclass(frozen=True)
class Bound(Generic[R]):
    """A rule with the figures of the day put in."""

    rule: Rule
    judge: Judge[R]
    reads: tuple[str, ...]
    terms: str
    read: Mapping[str, Outcome]
    readings: Mapping[str, str]

    def finding(self, subject: str, line: int, verdict: Verdict) -> Finding:
        """The finding for a verdict, with the outcome that the rulebook gives its case."""
        case = self.rule.case.get(verdict.case) or UNKNOWN
        outcome = self.read.get(verdict.case, case.outcome)
        clauses = case.clauses or self.rule.clauses
        return Finding(
            self.rule.id, outcome, subject, line, verdict.case, clauses, self.terms, verdict.facts, verdict.missing, case.ambiguity
        )

    def outcomes(self) -> list[Outcome]:
        """Every outcome that the rule can give; each can be a check for want of a fact."""
        taken = [(name, case) for name, case in self.rule.case.items() if case.reading in (None, self.readings.get(case.ambiguity or ""))]
        given = (self.read.get(name, case.outcome) for name, case in taken)
        return list(dict.fromkeys(["ok", *given, "check"]))


class Unknown(msgspec.Struct, frozen=True):
    """The case of a missing fact: a check in every rule."""

    outcome: Outcome = "check"
    clauses: tuple[str, ...] = ()
    ambiguity: str | None = None


UNKNOWN = Unknown()


@dataclass(frozen=True)
class MissingFact:
    """A fact that verdicts wait for: on how many records, and how many verdicts it would settle alone."""

    fact: str
    records: int
    settles: int


@dataclass(frozen=True)
class Audit:
    """Findings in the order of the records, counts per rule and outcome, facts missing (worst first), rules not in force."""

    findings: list[Finding]
    summary: dict[str, dict[Outcome, int]]
    missing: list[MissingFact]
    not_covered: list[str] = field(default_factory=list)


class Judged:
    """A bound rule with what the loop reads of it close at hand."""

    __slots__ = ("alone", "bound", "fine", "id", "judge", "replaces")

    def __init__(self, bound: Bound[Any]) -> None:
        """Take what the loop reads."""
        self.bound, self.judge, self.id, self.replaces = bound, bound.judge, bound.rule.id, bound.rule.replaces
        self.alone, self.fine = (bound.rule.id,), 0


@dataclass
class Tally:
    """What one run counts as it goes: findings, verdicts that are ok, and which facts were missing together.

    `everything` keeps verdicts that are ok or lack a fact as findings too; `watch` is told of every record.
    """

    everything: bool
    watch: Callable[[Any, Sequence[Lacks]], None] | None
    findings: list[Finding] = field(default_factory=list)
    fine: Counter[str] = field(default_factory=Counter)
    lacks: Counter[tuple[Lacks, ...]] = field(default_factory=Counter)

    def judge(self, name: str, record: object, known: SkuFacts, unseen: tuple[str, ...], group: Sequence[Judged]) -> list[Lacks]:
        """One record by the rules of one scope; at 100,000 offers its body runs 100,000 × 11 times and holds no more than it needs.

        `unseen` are the facts missing to tell whether the rules speak of the record at all. Gives what the rules lacked.
        """
        skip: tuple[str, ...] = ()
        lacks: list[Lacks] = []
        for one in group:
            if skip and one.id in skip:
                continue
            verdict = Verdict(MISSING, missing=unseen) if unseen else one.judge(record, known)
            if verdict is OK and not self.everything:
                one.fine += 1
            elif verdict is not None:
                if verdict.missing:
                    lacks.append((one.alone, verdict.missing))
                elif verdict is not OK:
                    skip += one.replaces
                if self.everything or not verdict.missing:
                    self.keep(one, record, name, verdict)
        return lacks

    def keep(self, one: Judged, record: object, name: str, verdict: Verdict) -> None:
        """Keep a verdict as a finding; one that is ok shows what it compared, and is only counted unless everything is wanted."""
        if verdict is OK:
            verdict = Verdict("ok", {field: getattr(record, field) for field in one.bound.reads if hasattr(record, field)})
        finding = one.bound.finding(name, getattr(record, "line", 0), verdict)
        if finding.outcome == "ok" and not self.everything:
            one.fine += 1
        else:
            self.findings.append(finding)


def bind(rules: Sequence[Rule], checks: Mapping[str, Check[Any]], terms: Terms, run: Run, day: date) -> list[Bound[Any]]:
    """The rules in force on a day, ready to judge; those that replace others come first."""
    bound = []
    for rule in sorted(rules, key=lambda rule: not rule.replaces):
        version, check = rule.on(day), checks[rule.check]
        if version is not None:
            params = msgspec.convert(version.params, check.params)
            dated, reread = terms.dated(rule.clauses[0]), turned(rule, terms, run)
            bound.append(Bound(rule, check.bind(params, run), check.reads, dated, reread, run.readings))
    return bound


def turned(rule: Rule, terms: Terms, run: Run) -> dict[str, Outcome]:
    """The cases of a rule to which the owner's readings give another outcome."""
    taken = [terms.ambiguity[name].taken(chosen) for name, chosen in run.readings.items() if name in terms.ambiguity]
    changed = {case: outcome for reading in taken for case, outcome in reading.outcome.items()}
    return {case.partition(":")[2]: outcome for case, outcome in changed.items() if case.partition(":")[0] == rule.id}


def judge(
    rules: Sequence[Rule],
    checks: Mapping[str, Check[Any]],
    terms: Terms,
    run: Run,
    records: Sequence[R],
    *,
    subject: Callable[[R], str],
    everything: bool = False,
    watch: Callable[[R, Sequence[Lacks]], None] | None = None,
) -> Audit:
    """Every record by every rule in force on the run's day. `everything` lists verdicts that are ok or lack a fact too.

    `watch` is told of every record, with what its rules lacked: for progress, and for verdicts per record.
    """
    bound = bind(rules, checks, terms, run, run.as_of)
    tally = Tally(everything, watch)
    groups = [(scope(run), [one for one in bound if checks[one.rule.check].scope is scope]) for scope in scopes(bound, checks)]
    look(records, groups, run.catalogue.facts, subject, tally)
    in_force = {one.rule.id for one in bound}
    return Audit(
        tally.findings,
        summary(bound, tally),
        missing_facts(tally.lacks),
        [rule.id for rule in rules if rule.id not in in_force],
    )


def scopes(bound: Sequence[Bound[Any]], checks: Mapping[str, Check[Any]]) -> list[Callable[[Run], Scope[Any]]]:
    """The distinct scopes of the bound rules, in order."""
    return list(dict.fromkeys(checks[one.rule.check].scope for one in bound))


def look(
    records: Sequence[R],
    groups: Sequence[tuple[Scope[R], Sequence[Bound[R]]]],
    facts: Mapping[str, SkuFacts],
    subject: Callable[[R], str],
    tally: Tally,
) -> None:
    """The one loop over the records: each is looked at once, by the groups of rules that speak of it."""
    ready = [(scope, tuple(one.rule.id for one in group), tuple(map(Judged, group))) for scope, group in groups]
    for record in records:
        name = subject(record)
        known = facts.get(name, NOTHING_KNOWN)
        lacks: list[Lacks] = []
        for scope, ids, group in ready:
            inside = scope(record)
            if inside is True:
                lacks += tally.judge(name, record, known, (), group)
            elif inside is False:
                continue
            elif tally.everything:
                lacks += tally.judge(name, record, known, inside, group)
            else:
                lacks.append((ids, inside))
        if lacks:
            tally.lacks[tuple(lacks)] += 1
        if tally.watch is not None:
            tally.watch(record, lacks)
    tally.fine.update({one.id: one.fine for _scope, _ids, group in ready for one in group})


def summary(bound: Sequence[Bound[Any]], tally: Tally) -> dict[str, dict[Outcome, int]]:
    """How many records have which outcome, for every rule in force and every outcome that it can give."""
    counts = {one.rule.id: dict.fromkeys(one.outcomes(), 0) for one in bound}
    for rule, count in tally.fine.items():
        counts[rule]["ok"] += count
    for finding in tally.findings:
        counts[finding.rule][finding.outcome] += 1
    if not tally.everything:
        for lacks, count in tally.lacks.items():
            for rule in (rule for together, _facts in lacks for rule in together):
                counts[rule]["check"] += count
    return counts


def missing_facts(lacks: Mapping[tuple[Lacks, ...], int]) -> list[MissingFact]:
    """Facts missing, worst first; which templates are Prime stands before all, for every SFP rule waits for it."""
    records: Counter[str] = Counter()
    settles: Counter[str] = Counter()
    for together, count in lacks.items():
        for fact in {fact for _rules, facts in together for fact in facts}:
            records[fact] += count
        for rules, facts in together:
            if len(facts) == 1:
                settles[facts[0]] += count * len(rules)
    ranked = sorted(records, key=lambda fact: (fact != "prime_template", -settles[fact], -records[fact], fact))
    return [MissingFact(fact, records[fact], settles[fact]) for fact in ranked]
