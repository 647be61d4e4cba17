"""Quotes as other programs read them: the keys of the contract, and beside them how far each amount can be trusted."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from sellerdesk.domain.refusal import Refusal
from sellerdesk.domain.return_costs import KINDS, Costs, Figure, Line
from sellerdesk.rules.engine.check import smallest_change
from sellerdesk.rules.returns.payer import PAYER
from sellerdesk.workflows.fares import method_names
from sellerdesk.workflows.returns.fees import fee_doubts, return_rules
from sellerdesk.workflows.returns.quote import Quote, Ruled
from sellerdesk.writers import quote_words, words
from sellerdesk.writers.quote_words import DANGEROUS

Json = dict[str, object]
REMEMBERED = 100_000
"""Sentences that are made once of what many returns share: more than a sheet has."""
DEADLINE, REFUND, LATE, HAZMAT = ("S-24",), ("S-25",), ("S-18",), ("S-30", "S-31")
"""The clauses of a deadline, a refund, a late delivery, hazmat."""


class Wording:
    """Quotes in a language; what many rows share is put in words once."""

    def __init__(self, lang: str) -> None:
        """For a language."""
        self.lang = lang
        self.labels = {kind: words.say(lang, f"line.{kind}") for kind in KINDS}
        remember: Callable[..., Any] = lru_cache(REMEMBERED)
        self.worded = remember(lambda ruled: words.worded(ruled.finding, return_rules()[ruled.finding.rule], lang))
        self.tariff = remember(lambda found: quote_words.tariff_used(found, lang))
        self.parcel = remember(lambda found, *, hazmat: quote_words.parcel_warnings(found, method_names(), lang, hazmat=hazmat))
        self.doubts = remember(lambda category, ordered, day: quote_words.doubts(fee_doubts(category, ordered, day), lang))

    def of(self, quote: Quote, why: Sequence[Refusal] = ()) -> Json:
        """A quote; `why` is why its row was not read: then nothing of it is computed, and it says so."""
        item, costs, sentences = quote.item, quote.costs, [quote_words.not_read(refusal, self.lang) for refusal in why]
        cost, figures = costs.figures.cost, [*costs.figures.named()]
        return {
            "subject": item.subject,
            "line": item.line,
            **self.ruling(quote.ruled, sentences),
            **{name: figure.yen for name, figure in figures},
            "fare_tariff": self.tariff(costs.tariff),
            "refund_by": costs.refund_by,
            "at_least": bool(cost.lacking) and (cost.yen is None or cost.bound in {"at_least", "at_least_about"}),
            "cost_text": quote_words.amount(cost, self.lang),
            "not_exact": not_exact(figures),
            "lines": [self.line(line) for line in costs.lines],
            "clauses": clauses(quote),
            "warnings": sentences or self.warnings(quote),
            **self.check(quote, sentences),
        }

    def ruling(self, ruled: Ruled, sentences: Sequence[str]) -> Json:
        """Who pays and why."""
        finding = ruled.finding
        text = sentences[0] if sentences else self.worded(ruled).text
        return {"payer": ruled.ruling.payer, "outcome": finding.outcome, "terms": finding.terms, "text": text, "facts": finding.facts}

    def line(self, line: Line) -> Json:
        """A line of the account: whole yen, or null when nothing is known; `clause` may be "own assumption" or "Amazon's fee"."""
        content: Json = {
            "label": self.labels[line.kind], "yen": line.figure.yen, "clause": quote_words.basis(line), "kind": line.kind,
        }  # fmt: skip
        return content if line.figure.bound == "exact" else {**content, "bound": line.figure.bound, "missing": line.figure.lacking}

    def warnings(self, quote: Quote) -> list[str]:
        """What is worth a warning: near twins of the reason, the parcel, days and per cents that cannot be meant, unsure fees."""
        warnings = [
            *quote_words.near_twins(quote.twins, quote.difference, self.lang),
            *self.parcel(quote.costs.tariff, hazmat=quote.item.hazmat in DANGEROUS),
            *quote_words.own_warnings(quote.item, quote.payer, quote.costs, self.lang),
        ]
        if quote.item.referral_percent is None and quote.item.price is not None:
            warnings += self.doubts(quote.item.category, quote.item.ordered_on, quote.day)
        return warnings

    def check(self, quote: Quote, sentences: Sequence[str]) -> Json:
        """What is said beside it where who pays is not clear, or where the row was not read."""
        finding, content = quote.ruled.finding, Json()
        if finding.ambiguity:
            content["ambiguity"] = finding.ambiguity
        if sentences:
            return {**content, "fix": sentences[0], "compared": sentences[0]}
        if finding.outcome != "ok":
            said = self.worded(quote.ruled)
            found: Mapping[str, object] = {
                "missing": finding.missing, "fix": said.fix, "compared": said.compared, "change": [*smallest_change(quote.finding, PAYER)],
            }  # fmt: skip
            content |= {name: value for name, value in found.items() if value not in (None, ())}
        return content


def not_exact(figures: Iterable[tuple[str, Figure]]) -> Json:
    """Of the amounts of which inputs are lacking: how far each can be trusted."""
    return {name: {"bound": figure.bound, "lacking": figure.lacking} for name, figure in figures if figure.lacking}


def clauses(quote: Quote) -> list[str]:
    """The clauses that a quote rests on: who pays, then those of the amounts that are given."""
    costs: Costs = quote.costs
    given = (
        (DEADLINE, costs.refund_by is not None),
        (REFUND, costs.figures.refund.yen is not None),
        (LATE, bool(costs.figures.shipping_refund.yen)),
        (HAZMAT, quote.item.hazmat in DANGEROUS),
    )
    return [*dict.fromkeys((*quote.ruled.ruling.clauses, *(clause for names, is_given in given if is_given for clause in names)))]
