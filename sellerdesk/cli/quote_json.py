"""Quotes as other programs read them: the keys of the contract, and beside them how far each amount can be trusted.

What many quotes share is encoded once, as a template that is filled with what is a return's own: objects of 40 fields each take half
as long again.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import TypeVar

import msgspec

from sellerdesk.domain.finding import Change
from sellerdesk.domain.parcel import Fare, NoFare
from sellerdesk.domain.refusal import Refusal
from sellerdesk.domain.return_costs import AMOUNTS, COST, EXACT, FARE, KINDS, LATE, REFUND, Bound, Figure, Heading, Known, Ruling, Trust
from sellerdesk.reports import quote_words, words
from sellerdesk.reports.quote_words import DANGEROUS
from sellerdesk.rules.engine.check import smallest_change
from sellerdesk.rules.returns.payer import PAYER
from sellerdesk.workflows.fares import method_names
from sellerdesk.workflows.returns.fees import fee_doubts, return_rules
from sellerdesk.workflows.returns.quote import Answers, Ruled

T = TypeVar("T")
PLACE = 888_888_888_888
HELD = f"{PLACE:,}".encode()
"""Yen that hold the place of others in a sentence that is encoded once: more than any shop's."""
GIVEN = (("S-24",), ("S-25",), ("S-18",), ("S-30", "S-31"))
"""The clauses of a deadline, a refund, a late delivery, hazmat."""
NUMBER, NO_NUMBER, NOTHING, TEXT = b"%d", b"null%.0a", b"%.0a", b"%b"
"""What stands in a template for yen, for yen that are not known, for a line that there is not, and for JSON."""
NONE, END = b"[]", b"}"
encoded = msgspec.json.Encoder().encode
NAMELESS = "\0"
"""The subject of a change that many returns share: no cell of a sheet holds it."""
SUBJECT = encoded(NAMELESS)


class RulingJson(msgspec.Struct):
    """What a quote says of who pays: the same for all returns of one reason and category."""

    payer: str
    outcome: str
    terms: str
    text: str
    facts: Mapping[str, object]


class LineJson(msgspec.Struct):
    """A line of the account: whole yen, or null when nothing is known; `clause` may be "own assumption"."""

    label: str
    yen: msgspec.Raw
    clause: str
    kind: str
    bound: Bound | msgspec.UnsetType = msgspec.UNSET
    missing: tuple[str, ...] | msgspec.UnsetType = msgspec.UNSET


class CheckJson(msgspec.Struct, omit_defaults=True):
    """What a quote says beside it where who pays is not clear."""

    ambiguity: str | None = None
    missing: tuple[str, ...] = ()
    fix: str | None = None
    compared: str | None = None
    change: tuple[Change, ...] | None = None


AMOUNT_PLACES = [[b'"%b":%b' % (name.encode(), place) for place in (NUMBER, NO_NUMBER)] for name in AMOUNTS]
HEAD = b'{"subject":%b,"line":%d,%b,'
TOTAL = b',"fare_tariff":%%b,"refund_by":%%b,"at_least":%b,"cost_text":%b,"not_exact":{'
LINES = b'},"lines":['
TAIL = b'],"clauses":%b,"warnings":%b%b'
"""The parts of a template, and the places in it: for an amount that is known, or is not.

`not_exact` says of the amounts of which inputs are lacking how far each can be trusted; `at_least` is whether `cost` is only the
part of it that is known, and `cost_text` says the cost in words. What is said of who pays comes before, and ends the object.
"""


def once(make: Callable[..., T]) -> Callable[..., T]:
    """What is made once of the same, and remembered: more than a sheet has."""
    return lru_cache(100_000)(make)


class Wording:
    """Quotes as JSON in a language; what many rows share is made once."""

    def __init__(self, lang: str) -> None:
        """For a language."""
        self.lang = lang
        self.labels = {kind: safe(words.say(lang, f"line.{kind}")) for kind in KINDS}
        self.templates, self.head, self.not_exact = once(self.templates_of), once(self.head_of), once(self.not_exact_of)
        self.lines, self.line = once(self.lines_of), once(self.line_of)
        self.ruling, self.end, self.twins = once(self.ruling_of), once(self.end_of), once(self.twins_of)
        self.table, self.usual, self.bare_twins = once(self.table_of), once(self.usual_of), once(self.bare_twins_of)
        self.clauses, self.day, self.trust, self.doubts = once(clauses), once(encoded), once(trusted), once(self.doubts_of)

    def objects(self, some: Answers, why: Mapping[int, Sequence[Refusal]]) -> list[bytes]:
        """Quotes as JSON objects; `why` is why a row was not read, by its line: then nothing of it is computed, and it says so."""
        items, accounts = some.items, some.accounts
        subjects = [*map(encoded, items.column("subject"))]
        rulings, warnings, closings = self.said(some, subjects, why)
        heads = zip(
            subjects,
            items.column("line"),
            rulings,
            *accounts.amounts,
            map(self.table, accounts.tariffs),
            map(self.day, accounts.refund_by),
            [b"" if yen is None else f"{yen:,}".encode() for yen in accounts.amounts[COST]],
            strict=True,
        )
        ends = zip(*accounts.parts, self.basis(some), warnings, closings, strict=True)
        templates = map(self.templates, accounts.known)
        return [
            b"".join((one % head, not_exact, lines % end))
            for (one, not_exact, lines), head, end in zip(templates, heads, ends, strict=True)
        ]

    def said(self, some: Answers, subjects: Sequence[bytes], why: Mapping[int, Sequence[Refusal]]) -> Iterator[list[bytes]]:
        """What quotes say in words: their rulings, their warnings, and what ends them."""
        rulings, warnings = [*map(self.ruling, some.ruled)], self.warnings(some)
        ends = [
            END if end is END else end.replace(SUBJECT, subject) for end, subject in zip(map(self.end, some.ruled), subjects, strict=True)
        ]
        for place, line in enumerate(some.items.column("line")) if why else ():
            if line not in why:
                continue
            rulings[place], warnings[place], ends[place] = self.refused(some.ruled[place], why[line])
        return iter((rulings, warnings, ends))

    def templates_of(self, known: Known) -> tuple[bytes, bytes, bytes]:
        """The quote of all returns of which so much is known, with places for what is their own, in the order of `objects`.

        Its amounts, how far they can be trusted (no places), and its lines are templates apart: each has fewer forms than all together.
        """
        cost = known.trusts[COST]
        is_least = bool(cost.lacking) and (cost.nothing or cost.bound == "at_least")
        nothing = tuple([one.nothing for one in known.trusts])
        return self.head(nothing, cost.bound, at_least=is_least), self.not_exact(known.trusts), self.lines(known.headings)

    def head_of(self, nothing: tuple[bool, ...], bound: Bound, *, at_least: bool) -> bytes:
        """The amounts, with places for those that are known, and the cost in words."""
        unknown = nothing[COST]
        amounts = b",".join([places[is_nothing] for places, is_nothing in zip(AMOUNT_PLACES, nothing, strict=True)])
        text = safe(quote_words.amount(Figure(None if unknown else PLACE, bound), self.lang))
        told = encoded(text).replace(HELD, TEXT) if not unknown else encoded(text) + NOTHING
        return HEAD + amounts + TOTAL % (encoded(at_least), told)

    def not_exact_of(self, trusts: tuple[Trust, ...]) -> bytes:
        """How far each amount can be trusted of which inputs are lacking."""
        return b",".join([self.trust(name, one) for name, one in zip(AMOUNTS, trusts, strict=True) if one.lacking])

    def lines_of(self, headings: tuple[Heading, ...]) -> bytes:
        """The lines of the account, with places for their yen."""
        lines = {one.kind: one for one in headings}
        return LINES + b"".join([self.line(lines[kind]) if kind in lines else NOTHING for kind in KINDS])[1:] + TAIL

    def line_of(self, one: Heading) -> bytes:
        """A line of the account, with a place for its yen."""
        told = LineJson(
            self.labels[one.kind], msgspec.Raw(NO_NUMBER if one.trust.nothing else NUMBER), quote_words.basis(one.clauses), one.kind
        )
        if one.trust != EXACT:
            told.bound, told.missing = one.trust.bound, one.trust.lacking
        return b"," + encoded(told)

    def ruling_of(self, ruled: Ruled) -> bytes:
        """Who pays and why."""
        return self.ruling_json(ruled, self.told(ruled).text)

    def ruling_json(self, ruled: Ruled, text: str) -> bytes:
        """Who pays, in words that are given."""
        finding = ruled.finding
        return encoded(RulingJson(ruled.ruling.payer, finding.outcome, finding.terms, text, finding.facts))[1:-1]

    def told(self, ruled: Ruled) -> words.Told:
        """Who pays and why, in words."""
        return words.told(ruled.finding, return_rules()[ruled.finding.rule], self.lang)

    def end_of(self, ruled: Ruled) -> bytes:
        """The end of the object: what is added where who pays is not clear, with SUBJECT where the return is named."""
        finding = ruled.finding
        told = CheckJson(finding.ambiguity)
        if finding.outcome != "ok":
            said = self.told(ruled)
            told.missing, told.fix, told.compared = finding.missing, said.fix, said.compared
            told.change = tuple(msgspec.structs.replace(one, subject=NAMELESS) for one in smallest_change(finding, PAYER))
        return b"," + encoded(told)[1:] if finding.ambiguity or told.change is not None else END

    def refused(self, ruled: Ruled, refusals: Sequence[Refusal]) -> tuple[bytes, bytes, bytes]:
        """What a quote says of a row that could not be read: its ruling, warnings and end."""
        why = [quote_words.not_read(one, self.lang) for one in refusals]
        check = CheckJson(ruled.finding.ambiguity, fix=why[0], compared=why[0])
        return self.ruling_json(ruled, why[0]), encoded(why), b"," + encoded(check)[1:]

    def basis(self, some: Answers) -> Iterator[bytes]:
        """The clauses that quotes rest on."""
        refund, late = some.accounts.amounts[REFUND], some.accounts.amounts[LATE]
        given = ([one is not None for one in some.accounts.refund_by], [one is not None for one in refund], [bool(one) for one in late])
        return map(self.clauses, [one.ruling for one in some.ruled], *given, [one in DANGEROUS for one in some.items.column("hazmat")])

    def warnings(self, some: Answers) -> list[bytes]:
        """The warnings of quotes: of most only what is usual for their parcel, if that."""
        told = [*map(self.usual, some.accounts.tariffs, [one in DANGEROUS for one in some.items.column("hazmat")])]
        for place in [place for place, one in enumerate(some.ruled) if one.twins]:
            told[place] = joined(self.twin_json(some.ruled[place], some.moved(place)), told[place])
        payers, fares, refunds = (one.ruling.payer for one in some.ruled), some.accounts.amounts[FARE], some.accounts.amounts[REFUND]
        for place, (payer, fare, refund) in enumerate(zip(payers, fares, refunds, strict=True)):
            if fare is not None and refund is not None and fare > refund and payer == "customer":
                told[place] = joined(told[place], encoded(quote_words.cover_warnings(payer, fare, refund, self.lang)))
        arrived, ordered = some.items.column("arrived_on"), some.items.column("ordered_on")
        for place in [place for place, day in enumerate(ordered) if day is not None]:
            told[place] = joined(told[place], encoded(quote_words.day_warnings(arrived[place], ordered[place], self.lang)))
        rates, losses = some.items.column("referral_percent"), some.items.column("value_loss_percent")
        small = {one for one in {*rates, *losses} if one and one < 1}
        for place in [place for place, both in enumerate(zip(rates, losses, strict=True)) if small.intersection(both)] if small else ():
            told[place] = joined(told[place], encoded(quote_words.percent_warnings(rates[place], losses[place], self.lang)))
        prices = some.items.column("price")
        is_told = [rate is not None or price is None for rate, price in zip(rates, prices, strict=True)]
        return [*map(joined, told, map(self.doubts, some.items.column("category"), is_told, ordered, some.days))]

    def usual_of(self, found: Fare | NoFare | None, hazmat: bool) -> bytes:  # noqa: FBT001 (one of a column)
        """What is worth a warning about a parcel."""
        return encoded(quote_words.parcel_warnings(found, method_names(), self.lang, hazmat=hazmat))

    def doubts_of(self, category: str | None, is_told: bool, ordered_on: date | None, day: date) -> bytes:  # noqa: FBT001 (of a column)
        """What is not sure of the fees; nothing where the owner typed the rate, or where no price makes a fee."""
        return NONE if is_told else encoded(quote_words.doubts(fee_doubts(category, ordered_on, day), self.lang))

    def twin_json(self, ruled: Ruled, yen: int | None) -> bytes:
        """The near twins, with the yen that they move to the other side."""
        return self.bare_twins(ruled) if yen is None else self.twins(ruled).replace(HELD, f"{yen:,}".encode())

    def twins_of(self, ruled: Ruled) -> bytes:
        """The near twins with places for the yen: thousands of rows differ in nothing else."""
        return encoded(quote_words.near_twins(ruled.twins, PLACE, self.lang))

    def bare_twins_of(self, ruled: Ruled) -> bytes:
        """The near twins without yen."""
        return encoded(quote_words.near_twins(ruled.twins, None, self.lang))

    def table_of(self, found: Fare | NoFare | None) -> bytes:
        """The table of a fare."""
        return encoded(quote_words.tariff_used(found, self.lang))


def joined(one: bytes, other: bytes) -> bytes:
    """Two lists as one."""
    return one if other == NONE else other if one == NONE else one[:-1] + b"," + other[1:]


def safe(text: str) -> str:
    """Text that stands in a template."""
    return text.replace("%", "%%")


def trusted(name: str, trust: Trust) -> bytes:
    """How far an amount can be trusted of which inputs are lacking."""
    return encoded({name: {"bound": trust.bound, "lacking": trust.lacking}})[1:-1]


def clauses(ruling: Ruling, *given: bool) -> bytes:
    """The clauses that a quote rests on: who pays, then those of the amounts that are given, in the order of GIVEN."""
    more = (clause for names, is_given in zip(GIVEN, given, strict=True) if is_given for clause in names)
    return encoded([*dict.fromkeys((*ruling.clauses, *more))])
