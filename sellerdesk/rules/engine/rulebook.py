"""Rulebooks: dated TOML entries that name typed checks, refused at loading when anything in them does not hold."""

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import pairwise
from typing import Annotated, Any, Literal

import msgspec
import rtoml

from sellerdesk.domain.clause import Outcome, Terms, Text, Words
from sellerdesk.domain.doubt import Sure
from sellerdesk.domain.finding import MISSING
from sellerdesk.rules.engine.check import Check

DatedBy = Literal["run_day", "order_day", "return_day"]
Severity = Literal["account", "offer", "cost", "note"]
"""What is at stake: the account, the offer, money, or nothing but knowing."""


class RulebookError(ValueError):
    """A rulebook that may not be used; the message names the file and the entry."""


class Case(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One thing that a rule can say: its outcome, the sentence, the comparison behind it and the way to mend it.

    `short` are the few words that a table's cell and a list of causes hold. A case with a `reading` comes only where the
    owner reads the ambiguity that way. `own` stands behind the sentence where only the program's own figures decided, and
    `rounded` behind the way to mend where another percent than the rate is proposed, because that one can be rounded away.
    """

    outcome: Outcome
    text: Words
    short: Words | None = None
    compared: Words | None = None
    fix: Words | None = None
    own: Words | None = None
    rounded: Words | None = None
    ambiguity: str | None = None
    reading: str | None = None
    clauses: tuple[str, ...] = ()


class Version(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"start": "from", "end": "to"}):
    """The params in force from a day to another (both inclusive, Japan); no `to`: open-ended.

    A param may name a figure; `unsure` is how sure the least sure of them is, where it is not `sure`. `pack` is the fact pack that one
    of them comes from, `source` what that names, `figure` what the figure is called and `since` the day from which it is so; "" and
    None where all are the program's own. `begun` is the first day of a version that a pack broke into, and that goes on from `start`.
    """

    start: date
    end: date | None = None
    params: dict[str, Any] = {}
    unsure: Sure | None = None
    pack: str = ""
    source: Words | None = None
    figure: Words | None = None
    since: date | None = None
    begun: date | None = None

    def holds(self, day: date) -> bool:
        """Whether this version is in force on a day."""
        return self.start <= day and (self.end is None or day <= self.end)


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A record as the rule sees it, and the case that the rule must give, by the default readings or by those named.

    `took_part` is whether the shop took part in METI's project.
    """

    case: Text
    given: dict[str, Any]
    day: date | None = None
    others: list[dict[str, Any]] = []
    readings: dict[str, str] = {}
    sale: dict[str, Any] | None = None
    missing: tuple[str, ...] = ()
    took_part: str = "yes"


class Source(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where a rule comes from that stands in neither document, and the year of it."""

    text: Words
    dated: Text


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One entry. `replaces` are rules that do not speak where this one finds something; `source` is set where no clause is behind it.

    `dated_by` tells by which day a record's version is chosen: that of the run, of the order, or of the return's arrival.
    """

    id: Text
    check: Text
    severity: Severity
    dated_by: DatedBy
    clauses: tuple[str, ...]
    text: Words
    case: dict[str, Case]
    version: Annotated[list[Version], msgspec.Meta(min_length=1)]
    example: list[Example]
    replaces: tuple[str, ...] = ()
    source: Source | None = None

    def on(self, day: date) -> Version | None:
        """The version in force on a day (Japan); `None` before the first: "not covered"."""
        return next((version for version in self.version if version.holds(day)), None)

    def begun(self, day: date) -> bool:
        """Whether a version of it has begun by a day (Japan)."""
        return any(version.start <= day for version in self.version)


def load(books: Mapping[str, str], terms: Terms, checks: Mapping[str, Check[Any]]) -> dict[str, Rule]:
    """All rules of the given TOML texts by id, in the order of the files. Raises RulebookError, naming file and entry."""
    rules: dict[str, Rule] = {}
    for file, text in books.items():
        for rule in decode(text, file):
            for complaint in complaints(rule, terms, checks):
                raise RulebookError(f"{file}: {rule.id}: {complaint}")
            if rule.id in rules:
                raise RulebookError(f"{file}: {rule.id}: this id stands twice")
            rules[rule.id] = rule
    if unused := set(checks) - {rule.check for rule in rules.values()}:
        raise RulebookError(f"no rule uses the check {', '.join(sorted(unused))}")
    for rule in rules.values():
        if stray := set(rule.replaces) - set(rules):
            raise RulebookError(f"{rule.id}: replaces unknown rules {', '.join(sorted(stray))}")
    cases = {f"{rule.id}:{case}" for rule in rules.values() for case in rule.case}
    for name, ambiguity in terms.ambiguity.items():
        turned = {case for reading in ambiguity.reading for case in reading.outcome}
        if stray := {case for case in turned if case.partition(":")[0] in rules} - cases:
            raise RulebookError(f"{name}: a reading turns unknown cases {', '.join(sorted(stray))}")
    return rules


def decode(text: str, file: str) -> list[Rule]:
    """The entries of one TOML text. Raises RulebookError."""
    try:
        raw = rtoml.loads(text)
    except rtoml.TomlParsingError as error:
        raise RulebookError(f"{file}: {error}") from error
    if stray := set(raw) - {"rule"}:
        raise RulebookError(f"{file}: unknown tables {', '.join(sorted(stray))}")
    rules = []
    for number, entry in enumerate(raw.get("rule", []), start=1):
        try:
            rules.append(msgspec.convert(entry, Rule))
        except msgspec.ValidationError as error:
            raise RulebookError(f"{file}: {entry.get('id', f'entry {number}')}: {error}") from error
    return rules


def complaints(rule: Rule, terms: Terms, checks: Mapping[str, Check[Any]]) -> Iterable[str]:
    """All that is wrong with an entry."""
    if rule.check not in checks:
        yield f"unknown check {rule.check!r}"
        return
    check = checks[rule.check]
    yield from wrong_grounds(rule, terms)
    yield from wrong_cases(rule, check)
    for name in sorted({case.ambiguity for case in rule.case.values() if case.ambiguity} - set(terms.ambiguity)):
        yield f"ambiguity {name} does not exist"
    for name, case in rule.case.items():
        there = terms.ambiguity[case.ambiguity].reading if case.ambiguity in terms.ambiguity else ()
        if case.reading is not None and case.reading not in [reading.id for reading in there]:
            yield f"the case {name!r} names the unknown reading {case.reading!r}"
    yield from wrong_versions(rule, check)
    shown = {example.case for example in rule.example}
    for name in (*rule.case, *([MISSING] if check.can_lack else [])):
        if name not in shown:
            yield f"no example of the case {name!r}"
    for name in sorted(shown - set(rule.case) - {MISSING}):
        yield f"an example names the unknown case {name!r}"


def wrong_grounds(rule: Rule, terms: Terms) -> Iterable[str]:
    """A rule on no ground or on two, and clauses that do not exist."""
    if bool(rule.clauses) == (rule.source is not None):
        yield "it rests on clauses, or on a source of its own"
    for clause in (*rule.clauses, *(clause for case in rule.case.values() for clause in case.clauses)):
        if clause not in terms.clause:
            yield f"clause {clause} does not exist"


def wrong_cases(rule: Rule, check: Check[Any]) -> Iterable[str]:
    """Cases that the check cannot give, cases without words, and outcomes without a way to mend."""
    given = set(check.cases) | ({"ok"} if "ok" in rule.case else set())
    for name in sorted(set(rule.case) ^ given, reverse=True):
        yield f"the case {name!r} " + ("is not one that the check can give" if name in rule.case else "has no words")
    if not any(case.outcome == "ok" for case in rule.case.values()):
        yield "no case is ok"
    for name, case in rule.case.items():
        if case.outcome != "ok" and None in (case.fix, case.compared, case.short):
            yield f"the case {name!r} lacks short, compared or fix"


def wrong_versions(rule: Rule, check: Check[Any]) -> Iterable[str]:
    """Versions that overlap or run backwards, and params that the check does not take."""
    ordered = sorted(rule.version, key=lambda version: version.start)
    for version, following in pairwise(ordered):
        if version.end is None or following.start <= version.end:
            yield f"the versions from {version.start} and from {following.start} overlap"
    for version in ordered:
        if version.end is not None and version.end < version.start:
            yield f"the version from {version.start} ends before it begins"
        if any(isinstance(value, dict) and set(value) == {"figure"} for value in version.params.values()):
            continue  # known only with the figures, and converted when the rule is bound
        try:
            msgspec.convert(version.params, check.params)
        except msgspec.ValidationError as error:
            yield f"the params from {version.start}: {error}"
