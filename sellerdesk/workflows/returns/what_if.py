"""What the returns of a year would have cost with another method, size or fare, or with more or fewer returns of a reason."""

import shlex
from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction
from itertools import groupby
from typing import Any

import msgspec

from sellerdesk.domain.assumptions import Assumptions
from sellerdesk.domain.folding import folded
from sellerdesk.domain.parcel import Fare, NoFare, Parcel
from sellerdesk.domain.refusal import UnusableArgument
from sellerdesk.domain.returned_item import ReturnedItem
from sellerdesk.readers.quotes import one_input
from sellerdesk.rules.returns.costs import account, is_assumed
from sellerdesk.rules.returns.figures_of_day import FiguresOfDay
from sellerdesk.workflows import fares
from sellerdesk.workflows.returns.costs import ReturnCost, day_of
from sellerdesk.workflows.returns.fees import terms_of

YEAR = timedelta(days=365)
CHOICES = ("sku", "category")
PARCEL = {"method": "method", "size": "size", "weight_kg": "weight", "from": "from_prefecture", "to": "to_prefecture"}
"""What of a parcel can be changed, with the field that it changes."""
FARE = frozenset({"fare", *PARCEL.values()})
"""What a cost lacks whose fare is not known."""
WORDS = (*CHOICES, "reason:N", "fare", *PARCEL)
REASON = "reason:"


class Supposed(msgspec.Struct, frozen=True):
    """One supposition: for which returns (`sku`, `category`; None: all) which parcel or fare, or `times` as many of a reason `row`."""

    sku: str | None = None
    category: str | None = None
    changes: dict[str, object] = {}
    row: str | None = None
    times: Fraction = Fraction(1)

    def concerns(self, returned: ReturnCost) -> bool:
        """Whether a return is one of those supposed about."""
        pairs = ((self.sku, returned.item.sku), (self.category, returned.item.category))
        return all(wanted is None or folded(wanted) == folded(said or "") for wanted, said in pairs) and self.row in (None, returned.row)


class Sum(msgspec.Struct, frozen=True):
    """A year's cost: so many yen are known, and of `at_least` returns not all is."""

    yen: int
    at_least: int


class WhatIf(msgspec.Struct, frozen=True):
    """The cost of the returns of a year as they were and as they would have been; `count` returns from `since` to `until` (Japan).

    Of `assumed` returns the fare supposed is that of a table that has ended. `matching` are how many returns each supposition speaks of.
    Of `fare_not_known` returns with another fare supposed the one before is not known, of `then_not_known` the one supposed; `kept`
    have a label that costs nobody anything, and keep that.
    """

    since: date
    until: date
    count: int
    before: Sum
    after: Sum
    lacking: tuple[str, ...]
    assumed: int = 0
    matching: tuple[int, ...] = ()
    fare_not_known: int = 0
    then_not_known: int = 0
    kept: int = 0

    @property
    def difference(self) -> int | None:
        """How many yen more (or, below 0, less) the returns would have cost, of what is known; None where a fare is not known."""
        return None if self.fare_not_known or self.then_not_known else self.after.yen - self.before.yen


def supposed(text: str) -> list[Supposed]:
    """Suppositions as a person types them, separated by commas: reason:12=0.5, category="Home goods" fare=800.

    Raises UnusableArgument.
    """
    lexer = shlex.shlex(text, posix=True, punctuation_chars=",、")
    lexer.whitespace_split, lexer.whitespace, lexer.quotes, lexer.commenters = True, " \t\r\n　", '"', ""
    try:
        words = list(lexer)
    except ValueError:  # a quotation mark without its fellow
        raise UnusableArgument("bad_what_if", name=text, there=WORDS) from None
    parts = ([*group] for comma, group in groupby(words, lambda word: not word.strip(",、")) if not comma)
    return list(map(one_supposed, parts))


def quoted(value: str) -> str:
    """A value with blanks or commas in it, as it is typed."""
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def one_supposed(words: Sequence[str]) -> Supposed:
    """One supposition from its words. Raises UnusableArgument."""
    values: dict[str, str] = {}
    for word in words:
        name, equals, value = word.partition("=")
        if not equals or not value or (name not in (*CHOICES, "fare", *PARCEL) and not name.startswith(REASON)):
            raise UnusableArgument("bad_what_if", name=word, there=WORDS)
        values[name] = value
    rows = [name for name in values if name.startswith(REASON)]
    changes = {PARCEL.get(name, name): one_input(input_of(name), values[name]) for name in ("fare", *PARCEL) if name in values}
    if len(rows) > 1 or (not rows and not changes):
        raise UnusableArgument("bad_what_if", name=" ".join(words), there=WORDS)
    row = rows[0].removeprefix(REASON) if rows else None
    return Supposed(values.get("sku"), values.get("category"), changes, row, times(values[rows[0]]) if rows else Fraction(1))


def input_of(name: str) -> str:
    """The input of a quote by the name that it has here."""
    return {"from": "from_prefecture", "to": "to_prefecture"}.get(name, name)


def times(text: str) -> Fraction:
    """How many times as many: 0, 0.5, 2. Raises UnusableArgument."""
    if not text.replace(".", "", 1).isdecimal() or not text.isascii():
        raise UnusableArgument("bad_what_if", name=text, there=WORDS)
    return Fraction(text)


def what_if(costs: Sequence[ReturnCost], suppositions: Sequence[Supposed], as_of: date, shop: Assumptions) -> WhatIf:
    """The cost of the returns of the year up to a day (Japan), as it is and as it would be."""
    year = [returned for returned in costs if as_of - YEAR < (returned.day or as_of) <= as_of]
    terms = terms_of(shop, as_of)
    weighed = [*zip(year, changed(year, suppositions, as_of, terms), (weight(returned, suppositions) for returned in year), strict=True)]
    before = Sum(sum(returned.cost.yen or 0 for returned in year), sum(bool(return_cost.cost.lacking) for return_cost in year))
    yen = sum((share * (after.cost.yen or 0) for _one, after, share in weighed), Fraction(0))
    unsure = sum(is_open(after) for _one, after, share in weighed if share)
    lacking = tuple(dict.fromkeys(fact for one, after, share in weighed for fact in (after if share else one).cost.lacking))
    other = [(one, after) for one, after, share in weighed if after is not one and share]
    unknown = sum(lacks_fare(one) for one, _after in other)
    lacking = (*(["fare"] if unknown and "fare" not in lacking else []), *lacking)
    since = min((returned.day for returned in year if returned.day), default=as_of)
    matching = tuple(sum(map(supposition.concerns, year)) for supposition in suppositions)
    assumed = sum(is_assumed(after.costs.tariff) for _one, after, share in weighed if share)
    then, kept = sum(lacks_fare(after) for _one, after in other), sum(keeps_nothing(returned, suppositions) for returned in year)
    after = Sum(int(yen + Fraction(1, 2)), unsure)
    return WhatIf(since, as_of, len(year), before, after, lacking, assumed, matching, unknown, then, kept)


def lacks_fare(returned: ReturnCost) -> bool:
    """Whether a cost waits for the fare, or for what it is looked up by; not where the fare is assumed."""
    return not is_assumed(returned.costs.tariff) and not FARE.isdisjoint(returned.cost.lacking)


def keeps_nothing(returned: ReturnCost, suppositions: Sequence[Supposed]) -> bool:
    """Whether another fare is supposed of a return whose label costs nobody anything: Amazon paid it, or its cost is 0."""
    supposed_of = any(supposition.changes and supposition.concerns(returned) for supposition in suppositions)
    item = returned.item
    return supposed_of and returned.asked.fare == 0 and (item.label_payer == "amazon" or not (item.fare or item.label_cost))


def is_open(returned: ReturnCost) -> bool:
    """Whether more than is known may come on top of a cost: not where its fare alone is assumed."""
    return bool(returned.cost.lacking) and returned.cost.bound != "assumed"


def weight(returned: ReturnCost, suppositions: Sequence[Supposed]) -> Fraction:
    """How many times as often a return would have come."""
    share = Fraction(1)
    for supposition in suppositions:
        if supposition.row is not None and supposition.concerns(returned):
            share *= supposition.times
    return share


def changed(year: Sequence[ReturnCost], suppositions: Sequence[Supposed], as_of: date, terms: FiguresOfDay) -> list[ReturnCost]:
    """Returns with the parcel or the fare supposed; one whose label costs the shop and the buyer nothing keeps that."""
    return [
        with_changes(returned, changes, as_of, terms) if (changes := changes_of(returned, suppositions)) else returned for returned in year
    ]


def with_changes(returned: ReturnCost, changes: dict[str, Any], as_of: date, terms: FiguresOfDay) -> ReturnCost:
    """A return with what is supposed of it."""
    asked, day = msgspec.structs.replace(returned.asked, **changes), day_of(returned.item, as_of)
    found = None if set(changes) == {"fare"} else fare_of(asked, day, terms)
    return msgspec.structs.replace(returned, asked=asked, costs=account(asked, returned.ruling, found, terms, day, within_price=True))


def changes_of(returned: ReturnCost, suppositions: Sequence[Supposed]) -> dict[str, Any]:
    """What is supposed of a return: the fare alone, or a parcel, whose fare is then its table's; nothing where no label costs anybody."""
    changes = {name: value for supposition in suppositions if supposition.concerns(returned) for name, value in supposition.changes.items()}
    if not changes or returned.asked.fare == 0:
        return {}
    return {"fare": changes["fare"]} if "fare" in changes else {**changes, "fare": None}


def fare_of(asked: ReturnedItem, day: date, terms: FiguresOfDay) -> Fare | NoFare:
    """The fare of the parcel supposed, by the table of the day on which it came back."""
    parcel = Parcel(asked.method, day, asked.size, asked.weight, asked.from_prefecture, asked.to_prefecture)
    return fares.fare(parcel, terms.shop.contracts)
