"""A rule bound to the figures and questions of a day."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Generic

import msgspec

from sellerdesk.domain.clause import Outcome, Terms
from sellerdesk.domain.doubt import Sure
from sellerdesk.domain.finding import MISSING, Finding, Verdict
from sellerdesk.rules.engine.check import Column, Judge, R
from sellerdesk.rules.engine.rulebook import Rule


class RuleOfDay(msgspec.Struct, Generic[R], frozen=True, dict=True):
    """A rule with the figures of the day put in."""

    rule: Rule
    judge: Judge[R]
    column: Column[R]
    reads: tuple[str, ...]
    terms: str
    read: Mapping[str, Outcome]
    readings: Mapping[str, str]
    unsure: Sure | None = None
    pack: str = ""
    since: date | None = None

    def finding(self, subject: str, line: int, verdict: Verdict) -> Finding:
        """The finding for a verdict, with the outcome that the rulebook gives its case. Raises KeyError for a case of no rulebook."""
        outcome, clauses, ambiguity = self.says[verdict.case]
        facts, missing = verdict.facts, verdict.missing
        if self.unsure is not None and (outcome != "ok" or self.pack):
            facts = {**facts, "unsure": self.unsure}
        if self.pack:
            facts = {**facts, "pack": self.pack, "pack_from": self.since}
        return Finding(self.id, outcome, subject, line, verdict.case, clauses, self.terms, facts, missing, verdict.ambiguity or ambiguity)

    @cached_property
    def id(self) -> str:
        """The rule's id."""
        return self.rule.id

    @cached_property
    def says(self) -> Mapping[str, tuple[Outcome, tuple[str, ...], str | None]]:
        """The outcome of every case as the owner reads unclear passages, with its clauses and its ambiguity."""
        cases = {
            name: (self.read.get(name, case.outcome), case.clauses or self.rule.clauses, case.ambiguity)
            for name, case in self.rule.case.items()
        }
        return {**cases, MISSING: ("check", self.rule.clauses, None)}

    def outcomes(self) -> list[Outcome]:
        """Every outcome that the rule can give; each can be a check for want of a fact."""
        taken = [(name, case) for name, case in self.rule.case.items() if case.reading in (None, self.readings.get(case.ambiguity or ""))]
        given = (self.read.get(name, case.outcome) for name, case in taken)
        return list(dict.fromkeys(["ok", *given, "check"]))


def turned(rule: Rule, terms: Terms, readings: Mapping[str, str]) -> dict[str, Outcome]:
    """The cases of a rule to which the owner's readings give another outcome."""
    taken = [terms.ambiguity[name].taken(chosen) for name, chosen in readings.items() if name in terms.ambiguity]
    changed = {case: outcome for reading in taken for case, outcome in reading.outcome.items()}
    return {case.partition(":")[2]: outcome for case, outcome in changed.items() if case.partition(":")[0] == rule.id}
