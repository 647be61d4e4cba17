"""Who pays the shipping of a return, for one return as it is typed."""

from dataclasses import dataclass
from datetime import date
from operator import attrgetter

import msgspec

from sellerdesk.domain.catalogue import Catalogue
from sellerdesk.domain.finding import Finding
from sellerdesk.domain.refusal import UnusableArgument
from sellerdesk.domain.returned_item import ReturnedItem
from sellerdesk.rules import engine
from sellerdesk.rules.check import Run
from sellerdesk.rules.explain import RETURN_CHECKS
from sellerdesk.rules.returns import PAYERS, Payer, Reason
from sellerdesk.workflows.terms import rule, rules_of, terms


@dataclass(frozen=True)
class Quote:
    """An answer: `payer` is customer, seller or check; `twins` are reasons easily mistaken for it that another would pay."""

    payer: str
    finding: Finding
    twins: tuple[Reason, ...]


def quote(item: ReturnedItem, as_of: date) -> Quote:
    """Who pays for a return, by the terms of a day (Japan). Raises UnusableArgument before the terms begin."""
    run = Run(as_of, Catalogue([]))
    audit = engine.judge(rules_of(["payer"]), RETURN_CHECKS, terms(), run, [item], subject=attrgetter("subject"), everything=True)
    if not audit.findings:
        raise UnusableArgument("not_covered", as_of=as_of)
    finding = audit.findings[0]
    payer = PAYERS.get(finding.case, "check")
    return Quote(payer, finding, twins(finding, as_of))


def twins(finding: Finding, as_of: date) -> tuple[Reason, ...]:
    """The near twins of a reason whose payer is the other one; a free category has none."""
    reasons = {reason.row: reason for reason in reasons_on(as_of)}
    row = finding.facts.get("row")
    if not isinstance(row, int) or finding.case not in ("customer", "seller"):
        return ()
    return tuple(reasons[twin] for twin in reasons[row].twins if reasons[twin].payer != reasons[row].payer)


def reasons_on(as_of: date) -> tuple[Reason, ...]:
    """The rows of the reason table in force on a day."""
    version = rule("returns.payer").on(as_of)
    return msgspec.convert(version.params, Payer).reasons if version else ()


def free_categories(as_of: date, lang: str) -> list[str]:
    """The categories with free returns on a day, by the names of a language: what a form offers to choose."""
    version = rule("returns.payer").on(as_of)
    names = msgspec.convert(version.params, Payer).free.names if version else ()
    return [name for name in names if name.isascii() == (lang == "en")]
