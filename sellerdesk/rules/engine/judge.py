"""Judge records by the rules of a day: parameters bound once per run, one rule at a time over all of its records."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from itertools import repeat
from operator import itemgetter
from typing import Any, Generic, NamedTuple, TypeVar

import msgspec

from sellerdesk.domain.clause import Outcome, Terms
from sellerdesk.domain.facts import NOTHING_KNOWN, SkuFacts
from sellerdesk.domain.finding import MISSING, OK, Finding, Verdict
from sellerdesk.domain.offer import Offers
from sellerdesk.rules.engine.bind import RuleOfDay, turned
from sellerdesk.rules.engine.check import Check, Run, Scope
from sellerdesk.rules.engine.columns import column_of, some, told_apart
from sellerdesk.rules.engine.dated import DayOf, bind
from sellerdesk.rules.engine.rulebook import Rule

R = TypeVar("R")
PLAIN = (OK, None)
"""What a rule says of a record that it finds fine, and of one that it does not speak of."""
Unknowns = tuple[tuple[str, ...], tuple[str, ...]]
"""The ids of rules and the facts that they lacked on one record."""


class MissingFact(msgspec.Struct, frozen=True):
    """A fact that verdicts wait for: on how many records, and how many verdicts it would settle alone."""

    fact: str
    records: int
    settles: int


class Audit(msgspec.Struct, frozen=True):
    """Findings in the order of the records, counts per rule and outcome, facts missing (worst first), rules not in force.

    `lacks` are the facts that rules lacked, with the rules, by the place of the record.
    """

    findings: list[Finding]
    summary: dict[str, dict[Outcome, int]]
    missing: list[MissingFact]
    not_covered: list[str] = []
    lacks: Mapping[int, Sequence[Unknowns]] = {}


class Records(NamedTuple, Generic[R]):
    """The records of a run, with the name of each and what is known of it."""

    records: Sequence[R]
    names: Sequence[str]
    known: Sequence[SkuFacts]


class Together(NamedTuple):
    """What the verdicts of some rules on one record come to: which rules are fine, which verdicts become findings, what is lacking."""

    fine: Sequence[RuleOfDay[Any]]
    kept: Sequence[tuple[RuleOfDay[Any], Verdict]]
    lacks: tuple[Unknowns, ...]


class Tally(msgspec.Struct, Generic[R]):
    """What one run counts as it goes; `everything` keeps verdicts that are ok or lack a fact as findings too."""

    of: Records[R]
    everything: bool
    findings: list[tuple[int, Finding]] = []
    fine: Counter[str] = msgspec.field(default_factory=Counter)
    lacks: dict[int, tuple[Unknowns, ...]] = {}

    def look(self, scope: Scope[R], group: Sequence[RuleOfDay[R]]) -> None:
        """All records by the rules of one scope, a rule at a time: at 100,000 offers a tenth of the time of going offer by offer."""
        records, _names, known = self.of
        where = scope.of(records)
        answers = set(where)
        inside = range(len(records)) if answers == {True} else [place for place, answer in enumerate(where) if answer is True]
        chosen = (records, known) if answers == {True} else (some(records, inside), list(map(known.__getitem__, inside)))
        self.take(group, inside, [rule.column(*chosen) for rule in group])
        for unseen in [answer for answer in answers if isinstance(answer, tuple)]:
            places = range(len(records)) if len(answers) == 1 else [place for place, answer in enumerate(where) if answer == unseen]
            if self.everything:
                self.take(group, places, [[Verdict(MISSING, missing=unseen)] * len(places) for _one in group])
            else:
                self.note(places, ((tuple(rule.id for rule in group), unseen),))

    def take(self, group: Sequence[RuleOfDay[R]], places: Sequence[int], columns: Sequence[Sequence[Verdict | None]]) -> None:
        """The verdicts of some rules on some records, a column for each rule.

        The same verdicts come to the same: nearly all of 100,000 offers have one of a few dozen sets of them, told apart by identity.
        """
        if not self.everything:
            group, columns = self.speaking(group, places, columns)
            places, columns = self.telling(group, places, columns)
        keys = told_apart(columns)
        counts, first = Counter(keys), dict(zip(keys, range(len(keys)), strict=True))
        meaning = {key: together(group, [column[first[key]] for column in columns], everything=self.everything) for key in counts}
        for key, count in counts.items():
            for bound in meaning[key].fine:
                self.fine[bound.id] += count
        telling = {key: what for key, what in meaning.items() if what.kept or what.lacks}
        lacking: defaultdict[tuple[Unknowns, ...], list[int]] = defaultdict(list)
        for place, key in [row for row in zip(places, keys, strict=True) if row[1] in telling] if telling else ():
            what = telling[key]
            if what.lacks:
                lacking[what.lacks].append(place)
            if what.kept:
                self.findings += [(place, self.finding(place, rule, verdict)) for rule, verdict in what.kept]
        for lacks, where in lacking.items():
            self.note(where, lacks)

    def speaking(
        self, group: Sequence[RuleOfDay[R]], places: Sequence[int], columns: Sequence[Sequence[Verdict | None]]
    ) -> tuple[list[RuleOfDay[R]], list[Sequence[Verdict | None]]]:
        """The rules that say more than ok somewhere, and those that they may replace, with their columns.

        The others are counted, and done with; so are those that lack the same facts on every record.
        """
        said = [set(column) for column in columns]
        replaced = {name for rule, verdicts in zip(group, said, strict=True) if not verdicts <= {*PLAIN} for name in rule.rule.replaces}
        left: list[tuple[RuleOfDay[R], Sequence[Verdict | None]]] = []
        lacks: list[Unknowns] = []
        for rule, column, verdicts in zip(group, columns, said, strict=True):
            only = next(iter(verdicts)) if len(verdicts) == 1 else None
            if rule.id in replaced or not (verdicts <= {*PLAIN} or (only is not None and only.missing)):
                left.append((rule, column))
            elif only is not None and only.missing:
                lacks.append(((rule.id,), only.missing))
            else:
                self.fine[rule.id] += column.count(OK)
        if lacks:
            self.note(places, tuple(lacks))
        return [rule for rule, _column in left], [column for _rule, column in left]

    def telling(
        self, group: Sequence[RuleOfDay[R]], places: Sequence[int], columns: Sequence[Sequence[Verdict | None]]
    ) -> tuple[Sequence[int], Sequence[Sequence[Verdict | None]]]:
        """The places at which some rule says more than ok, with the verdicts there; the others are counted, and done with."""
        chosen = sorted({number for column in columns for number, verdict in enumerate(column) if verdict not in PLAIN})
        kept = [list(map(column.__getitem__, chosen)) for column in columns]
        for rule, column, there in zip(group, columns, kept, strict=True):
            self.fine[rule.id] += column.count(OK) - there.count(OK)
        return list(map(places.__getitem__, chosen)), kept

    def note(self, places: Sequence[int], lacks: tuple[Unknowns, ...]) -> None:
        """Rules lacked facts on some records. Equal lacks are one object, to be counted by it."""
        before = list(map(self.lacks.get, places))
        after = {key: lacks if known is None else known + lacks for key, known in dict(zip(map(id, before), before, strict=True)).items()}
        self.lacks.update(zip(places, map(after.__getitem__, map(id, before)), strict=True))

    def finding(self, place: int, rule: RuleOfDay[R], verdict: Verdict) -> Finding:
        """A verdict as a finding; one that is ok shows what it compared."""
        records = self.of.records
        if verdict is OK:
            record = records[place]
            verdict = Verdict("ok", {field: getattr(record, field) for field in rule.reads if hasattr(record, field)})
        line = records.column("line")[place] if isinstance(records, Offers) else getattr(records[place], "line", 0)
        return rule.finding(self.of.names[place], line, verdict)

    def together(self) -> Counter[tuple[Unknowns, ...]]:
        """How many records lack what."""
        objects = list(map(id, self.lacks.values()))
        by_object = dict(zip(objects, self.lacks.values(), strict=True))
        counted: Counter[tuple[Unknowns, ...]] = Counter()
        for number, count in Counter(objects).items():
            counted[by_object[number]] += count
        return counted


def together(group: Sequence[RuleOfDay[Any]], row: Sequence[Verdict | None], *, everything: bool) -> Together:
    """What the verdicts of some rules on a record come to; a rule is passed over where one that replaces it has spoken."""
    skip: tuple[str, ...] = ()
    fine: list[RuleOfDay[Any]] = []
    kept: list[tuple[RuleOfDay[Any], Verdict]] = []
    lacks: list[Unknowns] = []
    for rule, verdict in zip(group, row, strict=True):
        if verdict is None or rule.id in skip:
            continue
        if verdict.missing:
            lacks.append(((rule.id,), verdict.missing))
        elif verdict is not OK:
            skip += rule.rule.replaces
        is_fine = verdict is OK or (not verdict.missing and rule.says[verdict.case][0] == "ok")
        if everything or not (is_fine or verdict.missing):
            kept.append((rule, verdict))
        elif is_fine:
            fine.append(rule)
    return Together(fine, kept, tuple(lacks))


def outcome_of(rule: Rule, case: str, terms: Terms, readings: Mapping[str, str]) -> Outcome:
    """The outcome of a case as the owner reads unclear passages: the one answer for window, command line and paper."""
    return "check" if case == MISSING else turned(rule, terms, readings).get(case, rule.case[case].outcome)


def judge(
    rules: Sequence[Rule],
    checks: Mapping[str, Check[Any]],
    terms: Terms,
    run: Run,
    records: Sequence[R],
    *,
    subject: str | Callable[[R], str],
    everything: bool = False,
    day_of: DayOf[R] | None = None,
) -> Audit:
    """Every record by every rule in force on the run's day. `everything` lists verdicts that are ok or lack a fact too.

    `subject` is what a finding calls a record: one of its fields, or what tells it; `day_of` tells the record's own day, for rules
    that are dated by it.
    """
    bound = bind(rules, checks, terms, run, day_of)
    names, facts = column_of(records, subject) if isinstance(subject, str) else list(map(subject, records)), run.catalogue.facts
    known = list(map(facts.get, names, repeat(NOTHING_KNOWN))) if facts else [NOTHING_KNOWN] * len(names)
    tally = Tally(Records(records, names, known), everything)
    for scope in scopes(bound, checks):
        tally.look(scope(run), [rule for rule in bound if checks[rule.rule.check].scope is scope])
    tally.findings.sort(key=itemgetter(0))
    lacking = tally.together()
    in_force = {rule.rule.id for rule in bound}
    return Audit(
        [finding for _place, finding in tally.findings],
        summary(bound, tally, lacking),
        missing_facts(lacking),
        [rule.id for rule in rules if rule.id not in in_force],
        tally.lacks,
    )


def scopes(bound: Sequence[RuleOfDay[Any]], checks: Mapping[str, Check[Any]]) -> list[Callable[[Run], Scope[Any]]]:
    """The distinct scopes of the bound rules, in order."""
    return list(dict.fromkeys(checks[rule.rule.check].scope for rule in bound))


def summary(
    bound: Sequence[RuleOfDay[Any]], tally: Tally[Any], lacking: Mapping[tuple[Unknowns, ...], int]
) -> dict[str, dict[Outcome, int]]:
    """How many records have which outcome, for every rule in force and every outcome that it can give."""
    counts = {rule.rule.id: dict.fromkeys(rule.outcomes(), 0) for rule in bound}
    for rule, count in tally.fine.items():
        counts[rule]["ok"] += count
    for _place, finding in tally.findings:
        counts[finding.rule][finding.outcome] += 1
    if not tally.everything:
        for lacks, count in lacking.items():
            for rule in (rule for together, _facts in lacks for rule in together):
                counts[rule]["check"] += count
    return counts


def missing_facts(lacks: Mapping[tuple[Unknowns, ...], int]) -> list[MissingFact]:
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
