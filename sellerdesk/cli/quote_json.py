"""A quote as other programs read it: the keys of the contract, and beside them how far each amount can be trusted."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache, partial

import msgspec

from sellerdesk.domain.finding import Change
from sellerdesk.domain.parcel import Fare, NoFare
from sellerdesk.domain.refusal import Refusal
from sellerdesk.domain.return_costs import Bound, Figure, Figures, Line
from sellerdesk.reports import quote_words, words
from sellerdesk.rules.explain import RETURN_CHECKS, smallest_change
from sellerdesk.workflows.fares import methods
from sellerdesk.workflows.quote import Quote, Ruled, return_rules

YEN = "{yen:,}"
"""Where the yen stand in a message."""
GIVEN = (("S-24",), ("S-25",), ("S-18",), ("S-30", "S-31"))
"""The clauses of a deadline, a refund, a late delivery, hazmat."""
DANGEROUS = ("yes", "potential")
PAYER = RETURN_CHECKS["payer"]
REMEMBERED = 100_000
AMOUNTS = Figures.__struct_fields__
"""The names of all amounts."""


class LineJson(msgspec.Struct, gc=False):
    """A line of the account: whole yen, or null when nothing is known; `clause` may be "own assumption"."""

    label: str
    yen: int | None
    clause: str
    kind: str
    bound: Bound | msgspec.UnsetType = msgspec.UNSET
    missing: tuple[str, ...] | msgspec.UnsetType = msgspec.UNSET


class QuoteJson(msgspec.Struct, gc=False):
    """One object of `quotes`, with the keys of the contract and some beside them.

    `not_exact` are the amounts of which inputs are lacking, and how far each can be trusted; `at_least` is whether `cost` is only
    the part of it that is known, and `cost_text` says the cost in words. A struct, for as a dict it takes twice the time.
    """

    subject: str
    line: int
    payer: str
    outcome: str
    terms: str
    text: str
    facts: msgspec.Raw
    fare: int | None
    refund: int | None
    return_shipping_deducted: int | None
    refund_least: int | None
    refund_most: int | None
    referral_fee_returned: int | None
    admin_fee: int | None
    points_returned: int | None
    shipping_refund: int | None
    account_charge: int | None
    cost: int | None
    sunk: int | None
    fare_tariff: str | None
    refund_by: date | None
    at_least: bool
    cost_text: str
    not_exact: dict[str, Figure]
    lines: list[LineJson]
    clauses: tuple[str, ...]
    warnings: list[str]
    ambiguity: str | msgspec.UnsetType = msgspec.UNSET
    missing: tuple[str, ...] | msgspec.UnsetType = msgspec.UNSET
    fix: str | msgspec.UnsetType = msgspec.UNSET
    compared: str | msgspec.UnsetType = msgspec.UNSET
    change: list[Change] | msgspec.UnsetType = msgspec.UNSET


class Shared(msgspec.Struct):
    """What is said of all returns of one reason and category."""

    text: str
    facts: msgspec.Raw
    fix: str
    compared: str


class Wording:
    """Quotes as objects in a language; a sentence that many rows share is made once."""

    def __init__(self, lang: str) -> None:
        """For a language."""
        self.lang = lang
        self.labels = {kind: words.say(lang, f"line.{kind}") for kind in words.messages()["line"]}
        self.shared = lru_cache(REMEMBERED)(self.shared_words)
        self.basis = lru_cache(REMEMBERED)(quote_words.basis)
        self.clauses = lru_cache(REMEMBERED)(clauses)
        self.twin_words = lru_cache(REMEMBERED)(partial(twin_words, lang))
        self.bare_twins = lru_cache(REMEMBERED)(partial(bare_twins, lang))
        self.tariff = lru_cache(REMEMBERED)(partial(quote_words.tariff_name, lang))
        self.no_fares = lru_cache(REMEMBERED)(partial(quote_words.no_fare, lang, {name: one.name for name, one in methods().items()}))
        self.hazmat, self.typed = words.say(lang, "say.hazmat_back"), quote_words.typed_fare(lang)
        self.untold = words.say(lang, "say.yen_unknown")
        self.sums = {bound: words.say(lang, f"say.yen_{bound.replace('_', '')}").partition(YEN) for bound in ("exact", "at_least")}

    def quote(self, one: Quote) -> QuoteJson:
        """One quote as an object."""
        item, costs, ruled = one.item, one.costs, one.ruled
        shared, finding, of = self.shared(ruled), ruled.finding, costs.figures
        late = bool(of.shipping_refund.yen)
        told = QuoteJson(
            item.subject,
            item.line,
            ruled.ruling.payer,
            finding.outcome,
            finding.terms,
            shared.text,
            shared.facts,
            of.fare.yen,
            of.refund.yen,
            of.return_shipping_deducted.yen,
            of.refund_least.yen,
            of.refund_most.yen,
            of.referral_fee_returned.yen,
            of.admin_fee.yen,
            of.points_returned.yen,
            of.shipping_refund.yen,
            of.account_charge.yen,
            of.cost.yen,
            of.sunk.yen,
            self.tariff_of(costs.tariff),
            costs.refund_by,
            bool(of.cost.lacking),
            self.sum_text(of.cost),
            {name: figure for name, figure in zip(AMOUNTS, msgspec.structs.astuple(of), strict=True) if figure.lacking},
            [self.line(line) for line in costs.lines],
            self.clauses(ruled, costs.refund_by is not None, of.refund.yen is not None, late, item.hazmat in DANGEROUS),
            self.warnings(one),
            finding.ambiguity or msgspec.UNSET,
        )
        if finding.outcome != "ok":
            told.missing, told.fix, told.compared = finding.missing or msgspec.UNSET, shared.fix, shared.compared
            told.change = [msgspec.structs.replace(change, subject=item.subject) for change in smallest_change(finding, PAYER)]
        return told

    def sum_text(self, cost: Figure) -> str:
        """The cost in words."""
        if cost.yen is None:
            return self.untold
        before, _yen, after = self.sums[cost.bound]
        return f"{before}{cost.yen:,}{after}"

    def line(self, line: Line) -> LineJson:
        """A line of the account."""
        kind, figure = line.kind, line.figure
        if figure.bound == "exact":
            return LineJson(self.labels[kind], figure.yen, self.basis(line.clauses), kind)
        return LineJson(self.labels[kind], figure.yen, self.basis(line.clauses), kind, figure.bound, figure.lacking)

    def twins(self, ruled: Ruled, difference: int | None) -> list[str]:
        """The near twins, with the yen that they move to the other side."""
        if difference is None:
            return [*self.bare_twins(ruled)]
        return [f"{before}{difference:,}{after}" for before, _yen, after in self.twin_words(ruled)]

    def warnings(self, one: Quote) -> list[str]:
        """Near twins with the yen that they move, a fare that is not known, hazmat, days that cannot be."""
        told = self.twins(one.ruled, one.difference) if one.ruled.twins else []
        tariff, item = one.costs.tariff, one.item
        if type(tariff) is NoFare and tariff.code != "lacking_facts":
            told.append(self.no_fare(tariff))
        if item.hazmat in DANGEROUS:
            told.append(self.hazmat)
        if item.arrived_on and item.ordered_on and item.arrived_on < item.ordered_on:
            told.append(words.say(self.lang, "say.days_reversed", arrived_on=item.arrived_on, ordered_on=item.ordered_on))
        return told

    def no_fare(self, tariff: NoFare) -> str:
        """Why there is no fare."""
        return self.no_fares(tariff.code, tuple(tariff.facts.items()), tariff.takers)

    def tariff_of(self, found: Fare | NoFare | None) -> str | None:
        """The table of a fare."""
        if type(found) is Fare:
            return self.tariff(found.tariff, found.start, found.checked)
        return self.typed if found is None else None

    def refused_words(self, refusals: Sequence[Refusal]) -> list[str]:
        """Why a row was not read."""
        return [refusal_words(refusal, self.lang) for refusal in refusals]

    def refused(self, one: Quote, refusals: Sequence[Refusal]) -> QuoteJson:
        """A row that could not be read: a check that says why, with nothing computed."""
        told = self.quote(one)
        told.warnings = self.refused_words(refusals)
        told.text, told.missing, told.change = told.warnings[0], msgspec.UNSET, msgspec.UNSET
        told.fix = told.compared = told.text
        return told

    def shared_words(self, ruled: Ruled) -> Shared:
        """Who pays and why, in words; the facts as they are written."""
        told = words.told(ruled.finding, return_rules()[ruled.finding.rule], self.lang)
        return Shared(told.text, msgspec.Raw(msgspec.json.encode(ruled.finding.facts)), told.fix, told.compared)


def clauses(ruled: Ruled, *given: bool) -> tuple[str, ...]:
    """The clauses that a quote rests on: who pays, then those of the amounts that are given, in the order of GIVEN."""
    more = (clause for names, is_given in zip(GIVEN, given, strict=True) if is_given for clause in names)
    return tuple(dict.fromkeys((*ruled.ruling.clauses, *more)))


def twin_facts(lang: str, ruled: Ruled) -> list[dict[str, object]]:
    """What is said of every near twin."""
    payers = {payer: words.say(lang, f"say.payer_{payer}") for payer in ("customer", "seller")}
    return [{"row": one.row, "reason": one.en if lang == "en" else one.ja, "payer": payers[one.payer]} for one in ruled.twins]


def bare_twins(lang: str, ruled: Ruled) -> tuple[str, ...]:
    """Every near twin in words, without yen."""
    return tuple(words.say(lang, "say.near_twin", **facts) for facts in twin_facts(lang, ruled))


def twin_words(lang: str, ruled: Ruled) -> list[tuple[str, ...]]:
    """Every near twin in words, split where the yen stand: thousands of rows differ in nothing else."""
    parts = words.say(lang, "say.near_twin_yen").partition(YEN)
    return [tuple(part if part == YEN else part.format_map(facts) for part in parts) for facts in twin_facts(lang, ruled)]


def refusal_words(one: Refusal, lang: str) -> str:
    """Why a row was not read."""
    expected, fix = words.say(lang, f"expected.{one.expected}"), words.say(lang, f"fix.{one.fix}")
    return words.say(lang, "say.row_not_read", line=one.line, column=one.column, value=one.value, expected=expected, fix=fix)
