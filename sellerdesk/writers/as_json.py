"""What the commands print with --json: the contract that other programs read."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

import msgspec

from sellerdesk.domain.decision import Decision
from sellerdesk.domain.finding import Finding
from sellerdesk.domain.refusal import Refusal
from sellerdesk.rules.engine.check import Check, smallest_change
from sellerdesk.rules.engine.judge import MissingFact
from sellerdesk.rules.engine.rulebook import Rule
from sellerdesk.writers import words

VERSION = 1


PART = 500
"""Objects that are written at a time: one by one 10,000 take 0.05 s longer."""


def encoded(content: Mapping[str, object]) -> bytes:
    """UTF-8 JSON of a command's answer, with the version of the contract, ending in a line feed."""
    return msgspec.json.encode({"version": VERSION, **content}) + b"\n"


def listed(content: Mapping[str, object], name: str, objects: Iterable[object]) -> Iterator[bytes]:
    """An answer that ends in a list of many objects: its parts, as they come."""
    yield encoded(content)[: -len(b"}\n")] + b',"' + name.encode() + b'":['
    encode, rest = msgspec.json.Encoder().encode, iter(objects)
    before = b""
    while some := list(islice(rest, PART)):
        yield before + encode(some)[1:-1]
        before = b","
    yield b"]}\n"


def refusals(refused: Sequence[Refusal], lang: str) -> list[dict[str, object]]:
    """Refused rows, and cells refused alone (`kept`: the rest of the row is read), with the way to mend them, in words."""
    return [
        {
            "line": refusal.line,
            "column": refusal.column,
            "value": refusal.value,
            "expected": words.say(lang, f"expected.{refusal.expected}"),
            "fix": words.say(lang, f"fix.{refusal.fix}"),
            **({"kept": True} if refusal.kept else {}),
        }
        for refusal in refused
    ]


def findings(found: Sequence[Finding], rules: Mapping[str, Rule], checks: Mapping[str, Check[Any]], lang: str) -> list[dict[str, object]]:
    """Findings with their facts and their words."""
    return [finding(told, rules[told.rule], checks[rules[told.rule].check], lang) for told in found]


def finding(one: Finding, rule: Rule, check: Check[Any], lang: str) -> dict[str, object]:
    """One finding; `change` is the smallest change that would turn it, `compared` what it rests on."""
    said = words.worded(one, rule, lang)
    content: dict[str, object] = {
        "rule": one.rule,
        "outcome": one.outcome,
        "subject": one.subject,
        "line": one.line,
        "severity": rule.severity,
        "clauses": one.clauses,
        "terms": one.terms,
        "facts": one.facts,
        "text": said.text,
    }
    if one.missing:
        content["missing"] = one.missing
    if one.ambiguity:
        content["ambiguity"] = one.ambiguity
    if one.outcome != "ok":
        content |= {"fix": said.fix, "compared": said.compared, "change": smallest_change(one, check)}
    return content


def decided(objects: Sequence[dict[str, object]], found: Sequence[Finding], decisions: Sequence[Decision]) -> list[dict[str, object]]:
    """Findings with what the owner decided about them; `holds` is false when the rule says something else since."""
    by_key = {(decision.rule, decision.subject): decision for decision in decisions}
    return [
        {**content, "decision": decision_of(by_key[finding.rule, finding.subject], finding)}
        if (finding.rule, finding.subject) in by_key
        else content
        for content, finding in zip(objects, found, strict=True)
    ]


def decision_of(decision: Decision, finding: Finding) -> dict[str, object]:
    """A decision about a finding."""
    fields = {"decision": decision.kind, "why": decision.why, "decided_at": decision.decided_at}
    return {**fields, "holds": decision.holds(finding.case)}


def missing(facts: Sequence[MissingFact]) -> list[dict[str, object]]:
    """Missing facts in the order in which answering them settles most."""
    return [{"fact": missing.fact, "records": missing.records, "settles": missing.settles} for missing in facts]
