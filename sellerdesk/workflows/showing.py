"""What the window asks of a saved shop: its rows in chunks, why a verdict is as it is, and answers that judge again at once."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import msgspec

from sellerdesk.domain.account import Account
from sellerdesk.domain.catalogue import Catalogue
from sellerdesk.domain.clause import Outcome
from sellerdesk.domain.decision import Decision
from sellerdesk.domain.finding import MISSING, RANKS, Change, Finding, Value, badness
from sellerdesk.domain.judged_row import JudgedOrder, JudgedRow
from sellerdesk.domain.refusal import Refusal, UnusableArgument
from sellerdesk.domain.template import TemplateCell
from sellerdesk.readers import orders as orders_read
from sellerdesk.readers.cells import Bad
from sellerdesk.readers.facts import decoders
from sellerdesk.reports import words
from sellerdesk.rules.cashless import Rebate
from sellerdesk.rules.check import smallest_change
from sellerdesk.rules.engine import outcome_of
from sellerdesk.rules.explain import CHECKS
from sellerdesk.rules.rulebook import Rule
from sellerdesk.store import decisions, history, imports, judged, offers, return_notes
from sellerdesk.store import facts as saved_facts
from sellerdesk.store.database import opened
from sellerdesk.store.history import doing
from sellerdesk.store.imports import Import
from sellerdesk.store.judged import AnyRow
from sellerdesk.workflows import account, judged_from, template_grid
from sellerdesk.workflows.cashless import RULE as CASHLESS
from sellerdesk.workflows.judging import explained, last_import, rejudge, templates_in_force
from sellerdesk.workflows.judging_returns import KINDS as RETURN_KINDS
from sellerdesk.workflows.judging_shipments import KINDS as SHIPMENT_KINDS
from sellerdesk.workflows.terms import rule, rules, terms


class State(msgspec.Struct, frozen=True):
    """What a shop's store holds beside its rows: the last import, the last judging, the templates and which are Prime.

    `orders` is the last order report, `shipments` the last shipment sheet, `returns` the last returns report; `changes` is what undo
    and redo would do next; `account`, `readings` and `payment` are what the owner told about the shop, about unclear passages, and
    about payments; `decided` is what they decided, by rule and subject, `notes` what they noted on returns, by order id. `current` is
    whether the verdicts are of the reports that are in place.
    """

    last: Import | None = None
    judged: dict[str, Any] = {}
    templates: tuple[tuple[str, int], ...] = ()
    prime_templates: frozenset[str] | None = None
    refused: tuple[Refusal, ...] = ()
    orders: Import | None = None
    changes: tuple[str | None, str | None] = (None, None)
    account: Account = msgspec.field(default_factory=Account)
    readings: Mapping[str, str] = {}
    payment: str | None = None
    shipments: Import | None = None
    template_cells: tuple[TemplateCell, ...] = ()
    returns: Import | None = None
    decided: Mapping[tuple[str, str], str] = {}
    notes: Mapping[str, str] = {}
    lost_readings: Mapping[str, str] = {}
    current: bool = True


def contents(store: Path) -> Iterator[State | list[AnyRow]]:
    """The state of a shop, then its judged rows and orders, some at a time. Raises UnusableStore."""
    if not store.exists():
        yield State()
        return
    with opened(store) as db:
        rules()  # read here, in the thread that waits, so that the first why panel finds them ready
        last = last_import(db)
        refused = tuple(imports.get_refusals(db, last.number)) if last else ()
        told = saved_facts.get_setting(db, saved_facts.JUDGED) or {}
        orders, changes = imports.last(db, orders_read.KINDS), history.next_names(db)
        shipments = imports.last(db, SHIPMENT_KINDS)
        shop = (account.of(db), account.readings_of(db), account.answers_of(db).payment)
        yield State(
            last,
            told,
            tuple(offers.get_templates(db)),
            templates_in_force(db),
            refused,
            orders,
            changes,
            *shop,
            shipments,
            template_grid.of(db),
            imports.last(db, RETURN_KINDS),
            {(one.rule, one.subject): one.kind for one in decisions.every(db)},
            return_notes.every(db),
            account.lost_readings(db),
            judged_from.is_current(db, told),
        )
        for kind in judged.TABLES:
            yield from judged.chunks(db, kind)


class Reason(msgspec.Struct, frozen=True):
    """Why one verdict on an offer is as it is, in words: what the why panel shows."""

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
        offer = next((one for one in catalogue.offers if one.sku == sku), None)
        if offer is None:
            return None
        mine = sorted((one for one in audit.findings if one.subject == sku), key=badness)
        known = catalogue.facts_of(sku)
        facts = {name: str(value) for name in known.__struct_fields__ if (value := getattr(known, name)) is not None}
        decided = {(one.rule, one.subject): one for one in decisions.every(db)}
        reasons = tuple(with_own(reason(one, lang), one, catalogue, decided.get((one.rule, sku)), lang) for one in mine)
        return Why(sku, offer.title or "", offer.line, reasons, facts, saved_facts.get_intentions(db, sku))


def common_facts(store: Path, skus: Sequence[str]) -> dict[str, str | None]:
    """What is known alike of all these SKUs; `None` where they differ, and nothing where none knows it. Raises UnusableStore."""
    with opened(store) as db:
        told = [{name: str(value) for name, value in msgspec.structs.asdict(one).items() if value is not None}
                for one in saved_facts.get_facts_of(db, skus).values()]  # fmt: skip
    names = dict.fromkeys(name for one in told for name in one)
    return {name: told[0].get(name) if len({one.get(name) for one in told}) == 1 else None for name in names}


def with_own(told: Reason, finding: Finding, catalogue: Catalogue, decided: Decision | None, lang: str) -> Reason:
    """A reason with the pair of a duplicate, and with what the owner decided while the rule said the same."""
    told = msgspec.structs.replace(told, pair=pair_of(catalogue, finding, lang))
    if decided is None or not decided.holds(finding.case):
        return told
    return msgspec.structs.replace(told, decision=decided.kind, decided_why=decided.why)


PAIR = ("sku", "asin", "condition", "condition_note", "shipping_template", "price", "quantity")


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
    told = words.told(finding, rule, lang)
    short = None if finding.case == MISSING else rule.case[finding.case].short
    compared = "" if told.compared == told.text else told.compared
    named = [
        (name, value) for name, value in finding.facts.items() if name in words.messages()["fact"] and value not in (None, finding.case)
    ]
    return Reason(
        finding.rule,
        finding.outcome,
        short.in_(lang) if short else words.fact_names(finding.missing, lang) or rule.text.in_(lang),
        told.text,
        told.fix,
        compared,
        tuple((words.fact_name(name, lang, rule.id), str(words.change_value(name, value, lang))) for name, value in named),
        tuple(clause_words(name, lang) for name in finding.clauses) or source_words(rule, lang),
        tuple((one, words.change(one, lang)) for one in smallest_change(finding, CHECKS[rule.check])),
        finding.missing,
        finding.ambiguity or "",
    )


def source_words(rule: Rule, lang: str) -> tuple[tuple[str, str, str], ...]:
    """The source of a rule that stands in neither document."""
    if rule.source is None:
        return ()
    return (("", rule.source.text.in_(lang), words.say(lang, "say.terms_as_seen", year=rule.source.dated)),)


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


def short_words(cause: str, lang: str) -> str:
    """A cause ("rule:case") in its few words."""
    name, _colon, case = cause.partition(":")
    found = rules()[name].case[case]
    return (found.short or found.text).in_(lang)


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
    told = {name: value for name, value in facts.items() if value is not None}
    dated, ambiguity = terms().dated(clauses[0]), case.ambiguity if case else None
    return Finding(CASHLESS, outcome, row.order_id, 0, row.reason, clauses, dated, told, tuple(row.missing.split()), ambiguity)


def record_why(code: str, lang: str) -> str:
    """The few words of a record's worst verdict: those of its rule's case, or that a fact is missing."""
    if code == MISSING:
        return words.say(lang, "say.waits")
    return short_words(code, lang) if ":" in code else ""


def reasons_of(findings: str, lang: str) -> tuple[Reason, ...]:
    """The verdicts that a row keeps as JSON, in words, the worst first."""
    told = msgspec.json.decode(findings, type=list[Kept])
    return tuple(reason(Finding(**{name: getattr(one, name) for name in one.__struct_fields__}), lang) for one in told)


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


def answer(store: Path, skus: Sequence[str], fact: str, text: str, *, as_of: date, now: datetime) -> list[JudgedRow]:
    """Take the owner's answer about some SKUs ("" takes it back) and judge them again; gives the rows that changed.

    Raises UnusableArgument for a text that is no answer, UnusableStore.
    """
    value = decoders()[fact][text]
    if isinstance(value, Bad):
        raise UnusableArgument("bad_fact", fact=fact, value=text, expected=value.expected)
    with doing(store, "fact", now, fact=fact, to=text, count=len(skus), sku=skus[0] if skus else "") as db:
        saved_facts.set_fact(db, skus, fact, value, now)
        return rejudge(db, skus, as_of)


def intend(store: Path, change: Change, now: datetime) -> None:
    """Keep that the owner means to make a change in Seller Central; nothing is sent. Raises UnusableStore."""
    with doing(store, "intention", now, sku=change.subject, fact=change.fact, to=str(change.to)) as db:
        saved_facts.put_intention(db, change.subject, change.fact, str(change.to), now)


def take_back(store: Path, change: Change, now: datetime) -> None:
    """Forget an intention. Raises UnusableStore."""
    with doing(store, "no_intention", now, sku=change.subject, fact=change.fact) as db:
        saved_facts.drop_intention(db, change.subject, change.fact)


def refusal_words(one: Refusal, lang: str) -> tuple[str, str, str, str, str]:
    """A refused row as the cells of a list: line, column, value, what was expected, how to mend."""
    return str(one.line), one.column, one.value, words.say(lang, f"expected.{one.expected}"), words.say(lang, f"fix.{one.fix}")
