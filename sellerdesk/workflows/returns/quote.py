"""One return as it is typed, or ten thousand from a sheet: who pays its shipping, what it costs, by when to refund."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache

import msgspec

from sellerdesk.domain.assumptions import Assumptions
from sellerdesk.domain.catalogue import Catalogue
from sellerdesk.domain.doubt import Doubt
from sellerdesk.domain.facts import NOTHING_KNOWN
from sellerdesk.domain.finding import Finding
from sellerdesk.domain.parcel import Fare, NoFare
from sellerdesk.domain.refusal import UnusableArgument
from sellerdesk.domain.return_costs import Costs, Ruling
from sellerdesk.domain.return_costs import Payer as Side
from sellerdesk.domain.returned_item import ReturnedItem
from sellerdesk.readers.quotes import INPUTS, typed
from sellerdesk.rules.engine import dated
from sellerdesk.rules.engine.check import Run, lacking
from sellerdesk.rules.returns.categories import categories
from sellerdesk.rules.returns.costs import account
from sellerdesk.rules.returns.payer import PAYER, PAYERS, Payer, Reason
from sellerdesk.workflows import fares
from sellerdesk.workflows.returns.fees import REMEMBERED, fee_doubts, packs_of_fees, return_rules, terms_of
from sellerdesk.workflows.returns.reasons import reasons_on
from sellerdesk.workflows.terms import terms

PLAIN = Assumptions()


def is_input(name: str) -> bool:
    """Whether a fact that an answer waits for is typed, as an input of a return."""
    return name in INPUTS


def typed_item(inputs: Mapping[str, str | None]) -> ReturnedItem:
    """A return as it is typed; an empty input is "not known". Raises UnusableArgument, naming the input."""
    return typed(inputs)


class Quote(msgspec.Struct, frozen=True):
    """An answer: `payer` is customer, seller or check; `twins` are reasons easily mistaken for it that another would pay.

    `day` is the one (Japan) whose fees and fares hold. `ruled` is shared by all returns of one reason and category, so that what is
    said of it is put in words once.
    """

    item: ReturnedItem
    ruled: "Ruled"
    costs: Costs
    day: date

    @property
    def payer(self) -> str:
        """Who pays return shipping."""
        return self.ruled.ruling.payer

    @property
    def twins(self) -> tuple[Reason, ...]:
        """Near twins of the reason whose payer is the other one."""
        return self.ruled.twins

    @property
    def finding(self) -> Finding:
        """Who pays and why, as a finding of returns.payer."""
        return msgspec.structs.replace(self.ruled.finding, subject=self.item.subject, line=self.item.line)

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """What is not sure of the fees of its category; nothing where the owner typed the rate, or where no fee is asked for."""
        item = self.item
        return () if item.referral_percent is not None or item.price is None else fee_doubts(item.category, item.ordered_on, self.day)

    @property
    def packs(self) -> tuple[str, ...]:
        """The fact packs of which something was used: a fare, or a figure that its fees go by."""
        item, found = self.item, self.costs.tariff
        fees = () if item.price is None else packs_of_fees(None if item.referral_percent else item.category, item.ordered_on, self.day)
        return tuple(dict.fromkeys((*fees, *([found.pack] if isinstance(found, Fare) and found.pack else []))))

    @property
    def difference(self) -> int | None:
        """How many yen of return shipping a near twin moves to the other side, the box among them; None when not known."""
        fare, refund = self.costs.figures.fare, self.costs.figures.refund
        return moved(fare.yen, refund.yen, self.costs.tariff, refund_is_exact=refund.bound == "exact")


class Ruled(msgspec.Struct, frozen=True, eq=False):
    """Who pays for all returns of one reason and category; the finding names no return yet."""

    ruling: Ruling
    finding: Finding
    twins: tuple[Reason, ...]


def moved(fare: int | None, refund: int | None, found: Fare | NoFare | None, *, refund_is_exact: bool) -> int | None:
    """How many yen of return shipping another payer has, the box among them; None when not known.

    No more is taken off a refund than the refund itself (S-27): what the fare is above it does not move.
    """
    if fare is None:
        return None
    whole = found.total if isinstance(found, Fare) else fare
    if refund is None or fare <= refund:
        return whole
    return whole - (fare - refund) if refund_is_exact else None


Quoter = Callable[[ReturnedItem], Quote]


def quote(item: ReturnedItem, as_of: date, shop: Assumptions = PLAIN) -> Quote:
    """The answer for one return, by the terms of a day (Japan). Raises UnusableArgument before the terms begin."""
    return quoter(as_of, shop)(item)


def costs_by_payer(item: ReturnedItem, as_of: date, shop: Assumptions = PLAIN) -> dict[str, Costs]:
    """What a return costs if the shop pays its shipping ("seller"), and if the customer does: for reasons easily mistaken."""
    day, made = item.arrived_on or as_of, terms_of(shop, as_of)
    found = fares.pricer(shop.contracts)(item, day)
    sides: tuple[Side, ...] = ("seller", "customer")
    return {side: account(item, Ruling(side, ()), found, made, day) for side in sides}


def quoter(as_of: date, shop: Assumptions = PLAIN) -> Quoter:
    """What answers for returns, the rules of the day looked up once. Raises UnusableArgument before the terms begin."""
    rule_on, made, fare = ruler(as_of, shop), terms_of(shop, as_of), fares.pricer(shop.contracts)
    version_of = lru_cache(REMEMBERED)(lambda day: start_on(day) or start_on(as_of) or as_of)

    def answer(item: ReturnedItem) -> Quote:
        day = item.arrived_on or as_of
        ruled = rule_on(item.reason, item.category, version_of(day))
        return Quote(item, ruled, account(item, ruled.ruling, fare(item, day), made, day), day)

    return answer


def start_on(day: date) -> date | None:
    """The first day of the version of returns.payer that is in force on a day (Japan)."""
    version = return_rules()["returns.payer"].on(day)
    return None if version is None else version.start


def ruler(as_of: date, shop: Assumptions) -> Callable[[str | None, str | None, date], Ruled]:
    """Who pays by reason, category, and the version of the rule (by its first day). Raises UnusableArgument before the terms begin."""
    if start_on(as_of) is None:
        raise UnusableArgument("not_covered", as_of=as_of)
    run = Run(as_of, Catalogue([]), shop.readings, shop.calendar, shop.reasons, shop.categories)
    rule = return_rules()["returns.payer"]
    bound = {version.start: dated.of_version(rule, PAYER, terms(), run, version) for version in rule.version}
    reasons = {start: {reason.row: reason for reason in reasons_on(start)} for start in bound}
    kinds = {start: categories(payer_on(start).categories, shop.categories) for start in bound}

    @lru_cache(REMEMBERED)
    def ruled(reason: str | None, category: str | None, start: date) -> Ruled:
        verdict = bound[start].judge(ReturnedItem("", reason, category), NOTHING_KNOWN) or lacking("reason")
        finding = bound[start].finding("", 0, verdict)
        ruling = Ruling(PAYERS.get(verdict.case, "check"), finding.clauses, verdict.missing)
        known = category is not None and kinds[start].kind(category) == "other"
        return Ruled(ruling, finding, twins(finding, reasons[start]) if known else ())

    return ruled


def twins(finding: Finding, reasons: dict[int, Reason]) -> tuple[Reason, ...]:
    """The near twins of a reason whose payer is the other one; a category that is free, or not known, has none."""
    row = finding.facts.get("row")
    if not isinstance(row, int) or finding.case not in ("customer", "seller"):
        return ()
    return tuple(reasons[twin] for twin in reasons[row].twins if reasons[twin].payer != reasons[row].payer)


def payer_on(start: date) -> Payer:
    """The figures of returns.payer in the version that begins on a day."""
    return next(msgspec.convert(version.params, Payer) for version in return_rules()["returns.payer"].version if version.start == start)
