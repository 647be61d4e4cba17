"""Why a row got its verdict: reasons, clause and arithmetic, for the window's panel."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import msgspec

from sellerdesk.domain.catalogue import Catalogue
from sellerdesk.domain.clause import Outcome
from sellerdesk.domain.decision import Decision
from sellerdesk.domain.finding import MISSING, RANKS, Change, Finding, Value, badness
from sellerdesk.domain.judged_row import JudgedOrder
from sellerdesk.domain.refusal import Refusal
from sellerdesk.rules.cashless import Rebate
from sellerdesk.rules.checks import CHECKS
from sellerdesk.rules.engine.check import smallest_change
from sellerdesk.rules.engine.judge import outcome_of
from sellerdesk.rules.engine.rulebook import Rule
from sellerdesk.rules.returns.refunds import STARTED
from sellerdesk.store import decisions
from sellerdesk.store import facts as saved_facts
from sellerdesk.store.database import opened
from sellerdesk.workflows.cashless.orders import RULE as CASHLESS
from sellerdesk.workflows.judged.judging import explained
from sellerdesk.workflows.returns.deadlines import RULE as DEADLINE
from sellerdesk.workflows.returns.rows import LATE_UNTOLD
from sellerdesk.workflows.terms import rule, rules, terms
from sellerdesk.writers import words

LEAST_RATE = "points.two-percent"
SETTLED = {
    "settled_back": "say.settled_back", "settled_off": "say.settled_off", "settled_done": "say.settled_done",
    "settled_claimed": "say.settled_claimed", "settled_not_so": "say.settled_not_so",
}  # fmt: skip
"""What stands in place of a case once the owner settled a label, and its words."""
PAIR = ("sku", "asin", "condition", "condition_note", "shipping_template", "price", "quantity")


class Reason(msgspec.Struct, frozen=True):
    """Why one verdict on an offer is as it is, in words: what the why panel shows; `passage` is the title of its ambiguity."""

    rule: str
    outcome: str
    title: str
    text: str
    fix: str
    compared: str
    facts: tuple[tuple[str, str], ...]
    clauses: tuple[tuple[str, str, str], ...]
    changes: tuple[tuple[Change, str], ...]
    missing: tuple[str, ...]
    ambiguity: str
    pair: tuple[tuple[str, str, str], ...] = ()
    passage: str = ""
    decision: str = ""
    decided_why: str = ""


class Why(msgspec.Struct, frozen=True):
    """All verdicts on an offer, the worst first; `line` is where its file states it, `intended` what the owner means to change."""

    sku: str
    title: str
    line: int
    reasons: tuple[Reason, ...]
    facts: dict[str, str]
    intended: dict[str, str]


def why(store: Path, sku: str, as_of: date, lang: str) -> Why | None:
    """All verdicts on one offer on a day (Japan), found anew. Raises UnusableStore."""
    with opened(store) as db:
        catalogue, audit = explained(db, sku, as_of)
        offer = next((offer for offer in catalogue.offers if offer.sku == sku), None)
        if offer is None:
            return None
        mine = sorted((finding for finding in audit.findings if finding.subject == sku), key=urgency)
        known = catalogue.facts_of(sku)
        facts = {name: str(value) for name in known.__struct_fields__ if (value := getattr(known, name)) is not None}
        decided = {(decision.rule, decision.subject): decision for decision in decisions.every(db)}
        reasons = tuple(with_own(reason(finding, lang), finding, catalogue, decided.get((finding.rule, sku)), lang) for finding in mine)
        return Why(sku, offer.title or "", offer.line, reasons, facts, saved_facts.get_intentions(db, sku))


def urgency(finding: Finding) -> tuple[object, bool]:
    """What verdicts are sorted by: how bad they are; of those alike the least rate comes first, which is what a good offer is good for."""
    return badness(finding), finding.rule != LEAST_RATE


def with_own(reason: Reason, finding: Finding, catalogue: Catalogue, decided: Decision | None, lang: str) -> Reason:
    """A reason with the pair of a duplicate, and with what the owner decided while the rule said the same."""
    reason = msgspec.structs.replace(reason, pair=pair_of(catalogue, finding, lang))
    if decided is None or not decided.holds(finding.case):
        return reason
    return msgspec.structs.replace(reason, decision=decided.kind, decided_why=decided.why)


def pair_of(catalogue: Catalogue, finding: Finding, lang: str) -> tuple[tuple[str, str, str], ...]:
    """The offer and its duplicate side by side: field, this offer's value, the other's; none for any other finding."""
    others = finding.facts.get("others")
    by_sku = {offer.sku: offer for offer in catalogue.offers}
    if not isinstance(others, tuple) or not others or others[0] not in by_sku or finding.subject not in by_sku:
        return ()
    one, other = by_sku[finding.subject], by_sku[others[0]]

    def shown(value: object) -> str:
        return "–" if value is None else str(value)

    return tuple((words.fact_name(name, lang), shown(getattr(one, name)), shown(getattr(other, name))) for name in PAIR)


def reason(finding: Finding, lang: str) -> Reason:
    """One verdict in words."""
    rule = rules()[finding.rule]
    worded = words.worded(finding, rule, lang)
    short = None if finding.case == MISSING else rule.case[finding.case].short
    compared = "" if worded.compared == worded.text else worded.compared
    named = [
        (name, value) for name, value in finding.facts.items() if name in words.messages()["fact"] and value not in (None, finding.case)
    ]
    return Reason(
        finding.rule,
        finding.outcome,
        short.in_(lang)
        if short
        else unknown_title(finding.missing, lang) or (worded.text if finding.outcome == "ok" else rule.text.in_(lang)),
        worded.text,
        worded.fix,
        compared,
        tuple((words.fact_name(name, lang, rule.id), as_compared(name, value, lang)) for name, value in named),
        tuple(clause_words(name, lang) for name in finding.clauses) or source_words(rule, lang),
        tuple((change, words.change(change, lang)) for change in smallest_change(finding, CHECKS[rule.check])),
        finding.missing,
        finding.ambiguity or "",
        passage=terms().ambiguity[finding.ambiguity].title.in_(lang) if finding.ambiguity else "",
    )


def as_compared(fact: str, value: Value, lang: str) -> str:
    """A fact as it stands among those compared; what a report calls a reason is quoted as its own word."""
    if fact == "reason" and isinstance(value, str) and not value.isdecimal():
        return words.say(lang, "say.reports_word", word=value)
    return str(words.change_value(fact, value, lang))


def unknown_title(missing: tuple[str, ...], lang: str) -> str:
    """That facts are missing, by their names; "" where none is."""
    return words.say(lang, "say.unknown_title", facts=words.fact_names(missing, lang)) if missing else ""


def clause_words(name: str, lang: str) -> tuple[str, str, str]:
    """A clause by id with our words for it, and where it stands."""
    clause = terms().clause[name]
    document = terms().document[clause.document]
    seen = words.say(lang, "say.terms_as_seen", year=document.dated)
    return name, clause.text.in_(lang), f"{document.title.in_(lang)} {terms().heading(name, lang)} · {seen}"


def cause_words(cause: str, readings: Mapping[str, str], lang: str) -> tuple[str, str, str]:
    """A cause ("rule:case") as its few words, its clause, and its outcome by the owner's readings."""
    name, _colon, case = cause.partition(":")
    found = rules()[name].case[case]
    outcome = outcome_of(rules()[name], case, terms(), readings)
    return short_words(cause, lang), next(iter(found.clauses or rules()[name].clauses), ""), outcome


def points_why(why_code: str, lang: str) -> str:
    """The few words of a row's reason: those of its rule's case, or the facts that are missing."""
    if why_code.startswith(MISSING + ":"):
        return words.say(lang, "say.unknown_fact", facts=words.fact_names(tuple(why_code.partition(":")[2].split()), lang))
    return short_words(why_code, lang) if ":" in why_code else ""


def order_reason(row: JudgedOrder, as_of: date, lang: str, unknown: Mapping[str, str]) -> Reason:
    """The verdict on an order in words, from its row."""
    return reason(order_finding(row, as_of, unknown.get(row.order_id, "?")), lang)


def order_finding(row: JudgedOrder, as_of: date, unknown: str) -> Finding:
    """The finding that a row was made from; `unknown` are words of the report that nobody knows, where it waits for their meaning."""
    known = rule(CASHLESS)
    case = known.case.get(row.reason)
    version = known.on(as_of)
    facts: dict[str, Value] = {"placed": row.placed, "amount": row.amount, "rebate": row.rebate, "days_left": row.days_left}
    if row.reason.endswith("_word"):
        facts["words"] = unknown
    if row.days_left is not None and version is not None:
        facts["ship_by"] = msgspec.convert(version.params, Rebate).ship_by
    outcome = {rank: name for name, rank in RANKS.items()}[row.verdict]
    clauses = (case.clauses if case else ()) or known.clauses
    kept = {name: value for name, value in facts.items() if value is not None}
    dated, ambiguity = terms().dated(clauses[0]), case.ambiguity if case else None
    return Finding(CASHLESS, outcome, row.order_id, 0, row.reason, clauses, dated, kept, tuple(row.missing.split()), ambiguity)


def record_why(code: str, lang: str) -> str:
    """The few words of a record's worst verdict: those of its rule's case, that a fact is missing, or what was done about its label."""
    if code == MISSING:
        return words.say(lang, "say.waits")
    if code == LATE_UNTOLD:
        return words.say(lang, "say.late_untold")
    if (settled := code.partition(":")[2]) in SETTLED:
        return words.say(lang, SETTLED[settled])
    return short_words(code, lang) if ":" in code else ""


def reasons_of(findings: str, lang: str) -> tuple[Reason, ...]:
    """The verdicts that a row keeps as JSON, in words, the worst first."""
    return tuple(reason_kept(finding, lang) for finding in findings_of(findings))


def findings_of(findings: str) -> list[Finding]:
    """The verdicts that a row keeps as JSON, the worst first: days among their facts are texts."""
    decoded = msgspec.json.decode(findings, type=list[Kept])
    return [Finding(**{name: getattr(kept, name) for name in kept.__struct_fields__}) for kept in decoded]


def refund_begun(findings: str) -> str:
    """The code of a return's refund that was begun: made in part, held back, taken back, or with a claim; "" for every other."""
    if not any(case in findings for case in STARTED):
        return ""
    decoded = msgspec.json.decode(findings, type=list[Kept])
    return next((f"{kept.rule}:{kept.case}" for kept in decoded if kept.rule == DEADLINE and kept.case in STARTED), "")


def deadline_case(findings: str) -> str:
    """The case of a return's refund deadline; "refunded_on" where only the day of the refund is missing, "" without a verdict on it."""
    found = next((kept for kept in msgspec.json.decode(findings, type=list[Kept]) if kept.rule == DEADLINE), None)
    if found is None:
        return ""
    return "refunded_on" if found.missing == ("refunded_on",) else found.case


def has_case(findings: str, rule: str, case: str) -> bool:
    """Whether a rule's verdict on a row is of a case."""
    return f'"{case}"' in findings and any((kept.rule, kept.case) == (rule, case) for kept in findings_of(findings))


def is_surely_late(findings: str) -> bool:
    """Whether a return's refund was surely not made by its day: a report that tells it has none. Most rows have no breach to decode."""
    if '"breach"' not in findings:
        return False
    return any(kept.rule == DEADLINE and kept.outcome == "breach" for kept in msgspec.json.decode(findings, type=list[Kept]))


class Kept(msgspec.Struct):
    """A finding as a row keeps it: its facts are plain JSON."""

    rule: str
    outcome: Outcome
    subject: str
    line: int
    case: str
    clauses: tuple[str, ...]
    terms: str
    facts: dict[str, int | str | tuple[str, ...] | None]
    missing: tuple[str, ...]
    ambiguity: str | None


def order_why(case: str, lang: str) -> str:
    """The few words of an order's case."""
    if case == MISSING:
        return words.say(lang, "say.waits")
    found = rule(CASHLESS).case[case]
    return found.short.in_(lang) if found.short else ""


def refusal_words(refusal: Refusal, lang: str) -> tuple[str, str, str, str, str]:
    """A refused row as the cells of a list: line, column, value, what was expected, how to mend."""
    return (
        str(refusal.line),
        refusal.column,
        refusal.value,
        words.say(lang, f"expected.{refusal.expected}"),
        words.say(lang, f"fix.{refusal.fix}"),
    )


def source_words(rule: Rule, lang: str) -> tuple[tuple[str, str, str], ...]:
    """The source of a rule that stands in neither document."""
    if rule.source is None:
        return ()
    return (("", rule.source.text.in_(lang), words.say(lang, "say.terms_as_seen", year=rule.source.dated)),)


def short_words(cause: str, lang: str) -> str:
    """A cause ("rule:case") in its few words."""
    name, _colon, case = cause.partition(":")
    found = rules()[name].case[case]
    return (found.short or found.text).in_(lang)


def reason_kept(finding: Finding, lang: str) -> Reason:
    """A kept verdict in words; of an older program's, whose facts today's sentences do not fit, the few words of its case.

    Such a shop is judged anew when it is opened (judged_from.rulebooks): this is what stands there until that is done.
    """
    try:
        return reason(finding, lang)
    except KeyError:
        few = short_words(f"{finding.rule}:{finding.case}", lang)
        clauses = tuple(clause_words(name, lang) for name in finding.clauses)
        return Reason(finding.rule, finding.outcome, few, few, "", "", (), clauses, (), finding.missing, finding.ambiguity or "")
