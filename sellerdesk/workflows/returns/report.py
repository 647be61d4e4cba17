"""A returns report: every return judged, the wrong charges added up, one verdict of each rule for an order."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from operator import attrgetter
from pathlib import Path

import msgspec

from sellerdesk.domain.assumptions import Assumptions
from sellerdesk.domain.calendar import Calendar
from sellerdesk.domain.clause import Outcome
from sellerdesk.domain.facts import NOTHING_KNOWN, SkuFacts
from sellerdesk.domain.finding import Finding, badness
from sellerdesk.domain.returned_item import Expected, ReturnedItem
from sellerdesk.rules.checks import RETURN_CHECKS
from sellerdesk.rules.engine import judge as engine_judge
from sellerdesk.rules.engine.check import Run
from sellerdesk.rules.engine.judge import Audit, Unknowns
from sellerdesk.rules.returns.categories import fold
from sellerdesk.rules.returns.payer import PAYERS
from sellerdesk.rules.returns.refunds import Deadline
from sellerdesk.rules.scopes import sfp_skus
from sellerdesk.workflows.files import Source, facts_sheet, listings_report, return_report
from sellerdesk.workflows.returns.fulls import with_amounts, with_fulls
from sellerdesk.workflows.returns.label_backs import (
    with_beyond,
    with_labels_back,
    with_labels_of_shop,
    with_labels_taken,
    with_postage_back,
    with_unseen,
)
from sellerdesk.workflows.returns.label_costs_apart import with_label_costs
from sellerdesk.workflows.returns.label_lacks import with_label_lacks
from sellerdesk.workflows.returns.refunds import (
    Differing,
    Paid,
    differing,
    entered_lines,
    settled,
    with_nothing_paid,
    with_payments,
    with_shortfalls,
)
from sellerdesk.workflows.returns.wrong_labels import SIDES, TO_CHECK, WrongLabel, labels_in, with_all_labels
from sellerdesk.workflows.shop.catalogue import named_templates
from sellerdesk.workflows.terms import rules, rules_of, terms

PAYER = "returns.payer"


class Files(msgspec.Struct, frozen=True):
    """What a command names: the report, the owner's facts, and what tells which items are SFP ones where the report does not."""

    report: Path
    facts: Path | None = None
    listings: Path | None = None
    prime_templates: tuple[str, ...] = ()
    all_prime: bool = False


class Charges(msgspec.Struct, frozen=True):
    """Labels that were charged to the wrong side: how many, their cost in yen, and of how many that is not known."""

    count: int = 0
    yen: int = 0
    unknown: int = 0


class Judged(msgspec.Struct, frozen=True):
    """Returns judged: `audit` has one finding of each rule for an order, `payers` counts orders, `wrong` are wrong labels.

    `items` are all rows, each with who pays it, `ruled` what returns.payer says of the rows that the terms speak of, by line;
    `left_out` are the orders of which they say nothing; `differ` is where the owner's word on a refund is not what a report tells,
    `told` are the lines whose refund is known by that word alone. `unseen` are labels that may be charged wrongly, and that payments do
    not show.
    """

    audit: Audit
    items: Sequence[ReturnedItem]
    payers: Mapping[str, int]
    wrong: Sequence[WrongLabel]
    left_out: int = 0
    ruled: Mapping[int, Finding] = {}
    differ: Sequence[Differing] = ()
    told: frozenset[int] = frozenset()
    unseen: Sequence[WrongLabel] = ()

    def charges(self) -> dict[str, Charges]:
        """The wrong labels added up, by the side that was charged."""
        sides = {side: [label.yen for label in self.wrong if label.side == side] for side in ("shop", "buyer")}
        return {side: charges(amounts) for side, amounts in sides.items()}

    def unknown_categories(self) -> dict[str, int]:
        """The category names that orders wait for, each with how many orders, the most asked first; one spelling stands for all."""
        spelled: dict[str, str] = {}
        orders: Counter[str] = Counter()
        for finding in self.audit.findings:
            if (finding.rule, finding.case) == (PAYER, "doubtful"):
                name = str(finding.facts["category"])
                orders[spelled.setdefault(fold(name), name)] += 1
        return dict(orders.most_common())


class Report(msgspec.Struct, frozen=True):
    """A returns report that was read and judged; `others` are the further files."""

    source: Source
    judged: Judged
    others: list[Source] = []


def read_and_judge(files: Files, as_of: date, shop: Assumptions) -> Report:
    """The returns of a file, judged on a day (Japan). Raises UnreadableFile, and UnusableArgument for a template that no offer has."""
    source, content = return_report(files.report)
    others: list[Source] = []
    facts: Mapping[str, SkuFacts] = {}
    if files.facts is not None:
        facts_source, facts = facts_sheet(files.facts)
        others.append(facts_source)
    sfp = listed_sfp(files, others)
    every = files.all_prime or shop.all_prime
    return Report(source, judge([put_in(item, facts, sfp, all_prime=every) for item in content.items], as_of, shop), others)


def listed_sfp(files: Files, others: list[Source]) -> Mapping[str, bool]:
    """Which SKUs are SFP ones, as far as a listings report and its Prime templates tell. Raises UnreadableFile, UnusableArgument."""
    if files.listings is None:
        return {}
    source, listings = listings_report(files.listings)
    others.append(source)
    prime = named_templates(files.prime_templates, listings.offers) if files.prime_templates else None
    return sfp_skus(listings.offers, prime)


def put_in(item: ReturnedItem, facts: Mapping[str, SkuFacts], sfp: Mapping[str, bool], *, all_prime: bool) -> ReturnedItem:
    """A return with what is known of its SKU; what the report tells stays."""
    known = facts.get(item.sku or "", NOTHING_KNOWN)
    is_sfp = True if all_prime else sfp.get(item.sku or "")
    return msgspec.structs.replace(
        item,
        category=known.category if item.category is None else item.category,
        hazmat=known.hazmat,
        size=known.size_cm,
        weight=known.weight_g,
        sfp=None if is_sfp is None else "yes" if is_sfp else "no",
    )


def judge(items: Sequence[ReturnedItem], as_of: date, shop: Assumptions, paid: Paid | None = None) -> Judged:
    """Every return by every rule in force on a day (Japan): who pays first, then what rests on that. `paid`: what payment reports tell."""
    items = with_label_costs(with_amounts(items, paid or {}), paid or {})
    refunds = (items, shop.refunds, paid or {})
    items = settled(*refunds)
    run = Run(as_of, readings=shop.readings, calendar=shop.calendar, reasons=shop.reasons, categories=shop.categories)
    first = looked_at(items, run, ["payer"])
    by_word = entered_lines(*refunds)
    items = with_payments(with_payers(items, first.findings, partial(refund_by, shop.calendar)), paid or {})
    items = with_shortfalls(with_nothing_paid(items, paid or {}), by_word, paid or {})
    items = with_unseen(with_labels_taken(items, paid or {}), paid or {})
    items = with_labels_of_shop(with_postage_back(items, paid or {}), paid or {})
    items = with_label_lacks(with_fulls(with_beyond(items, paid or {}), paid or {}), paid or {})
    items = with_labels_back(items, paid or {})
    rest = looked_at(items, run, [name for name in RETURN_CHECKS if name != "payer"])
    by_row = sorted((*first.findings, *rest.findings), key=attrgetter("line"))
    wrong, unseen = labels_in(SIDES, items, by_row), labels_in(TO_CHECK, items, by_row)
    findings = with_all_labels(folded(by_row), wrong, unseen, {item.line: item.label for item in items})
    subjects = {finding.subject for finding in findings}
    payers = Counter(payer_of(finding) for finding in findings if finding.rule == PAYER)
    return Judged(
        Audit(findings, summary(findings, first, rest), missing(findings), [*first.not_covered, *rest.not_covered]),
        with_labels_out(items, wrong),
        {side: payers[side] for side in ("customer", "seller", "mixed", "check")},
        wrong,
        len({item.subject for item in items} - subjects),
        {finding.line: finding for finding in first.findings},
        differing(*refunds),
        by_word,
        unseen,
    )


def looked_at(items: Sequence[ReturnedItem], run: Run, checks: Iterable[str]) -> Audit:
    """Every row by the rules of some checks."""
    subject, arrived_on = attrgetter("subject"), attrgetter("arrived_on")
    return engine_judge.judge(rules_of(checks), RETURN_CHECKS, terms(), run, items, subject=subject, everything=True, day_of=arrived_on)


def payer_of(finding: Finding) -> str:
    """Who pays by a finding of returns.payer: customer, seller, mixed (rows of one order differ), or check."""
    return "mixed" if "payers" in finding.facts else PAYERS.get(finding.case, "check")


def refund_by(calendar: Calendar, item: ReturnedItem) -> date | None:
    """The last day for a refund by the terms of the day of arrival (Japan); None where that day is not known, or not covered."""
    version = rules()["returns.refund-deadline"].on(item.arrived_on) if item.arrived_on else None
    return msgspec.convert(version.params, Deadline).day(item.arrived_on, calendar) if version and item.arrived_on else None


def with_payers(
    items: Sequence[ReturnedItem], findings: Sequence[Finding], due: Callable[[ReturnedItem], date | None]
) -> list[ReturnedItem]:
    """The rows with who pays each, or what that waits for, and when the refund is due; both sides, where rows under one label differ."""
    ruled = {finding.line: finding for finding in findings}
    sides: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for item in items:
        if (one := ruled.get(item.line)) and one.case in PAYERS:
            sides[item.subject, item.label].add(PAYERS[one.case])
    return [with_payer(item, ruled.get(item.line), due(item), mixed=len(sides[item.subject, item.label]) > 1) for item in items]


def with_payer(item: ReturnedItem, finding: Finding | None, due: date | None, *, mixed: bool) -> ReturnedItem:
    """A row with who pays it, and the last day for its refund."""
    if finding is None:
        return item
    side: Expected | None = "mixed" if mixed else PAYERS.get(finding.case)
    return msgspec.structs.replace(item, payer=side, unsettled=finding.missing, refund_by=due)


def folded(findings: Sequence[Finding]) -> list[Finding]:
    """One finding of each rule for an order: the worst of its rows, and how many rows it has."""
    of_order: defaultdict[tuple[str, str], list[Finding]] = defaultdict(list)
    for finding in findings:
        of_order[finding.subject, finding.rule].append(finding)
    return [worst(rows) if len(rows) > 1 else rows[0] for rows in of_order.values()]


def worst(rows: Sequence[Finding]) -> Finding:
    """The finding that stands for several rows; `payers` names both sides where the rows of an order differ in who pays."""
    worst = min(rows, key=lambda finding: (badness(finding), not finding.facts.get("yen", 1)))  # of a label the row that tells its yen
    sides = tuple(dict.fromkeys(PAYERS[row.case] for row in rows if row.rule == PAYER and row.case in PAYERS))
    facts = {**worst.facts, "rows": len(rows)}
    if worst.outcome == "ok" and len(sides) > 1:
        clauses = tuple(dict.fromkeys(clause for row in rows for clause in row.clauses))
        return msgspec.structs.replace(worst, clauses=clauses, facts={**facts, "payers": sides})
    return msgspec.structs.replace(worst, facts=facts)


def summary(findings: Sequence[Finding], *audits: Audit) -> dict[str, dict[Outcome, int]]:
    """How many orders have which outcome, for every rule in force."""
    counts = {rule: dict.fromkeys(outcomes, 0) for audit in audits for rule, outcomes in audit.summary.items()}
    for finding in findings:
        counts[finding.rule][finding.outcome] += 1
    return counts


def missing(findings: Sequence[Finding]) -> list[engine_judge.MissingFact]:
    """The facts that verdicts on orders wait for, worst first."""
    lacks: defaultdict[str, list[Unknowns]] = defaultdict(list)
    for finding in findings:
        if finding.missing:
            lacks[finding.subject].append(((finding.rule,), finding.missing))
    return engine_judge.missing_facts(Counter(tuple(lack) for lack in lacks.values()))


def with_labels_out(items: Sequence[ReturnedItem], wrong: Sequence[WrongLabel]) -> list[ReturnedItem]:
    """The returns with what is out of the shop for labels that were charged to it wrongly."""
    out = {label.item.line: label.yen for label in wrong if label.side == "shop" and label.yen}
    return [msgspec.structs.replace(item, label_out=out[item.line]) if item.line in out else item for item in items] if out else [*items]


def charges(amounts: Sequence[int | None]) -> Charges:
    """Labels added up."""
    known = [yen for yen in amounts if yen is not None]
    return Charges(len(amounts), sum(known), len(amounts) - len(known))
