"""Every figure in force on a day: value, since when, from where, how sure, how old, and what of the shop it touches."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import msgspec

from sellerdesk.domain.clause import Words
from sellerdesk.domain.doubt import Sure
from sellerdesk.domain.folding import fold
from sellerdesk.domain.shop import Shop
from sellerdesk.rules.figures.figure import Figure, Version
from sellerdesk.rules.figures.known import WORDED
from sellerdesk.workflows import fares
from sellerdesk.workflows.figures.in_force import figures

ORDER: tuple[Sure, ...] = ("assumption", "sources differ", "one source", "sure")
"""The unsure first."""
CARRIERS_SITE = Words("運送会社のホームページ › 運賃表", "The carrier's site, table of fares")


Counts = tuple[Mapping[str, int] | None, Mapping[str, int] | None]
"""How many offers, and how many returns, are of each folded category word; None where there is no shop."""


class Shown(msgspec.Struct, frozen=True):
    """A figure as it is shown. `age` is in days since it was checked, None on a day before that.

    `offers` and `returns` are how many of the shop are of its category.
    They are None where that is no question of the figure, or where there is no shop.
    """

    id: str
    name: Words
    value: object
    start: date
    end: date | None
    source: Words
    checked: date
    sure: Sure
    other: Words | None
    where: Words
    pack: str
    age: int | None
    offers: int | None = None
    returns: int | None = None


def shown(as_of: date, shop: Shop | None = None, returns: Mapping[str, int] | None = None) -> list[Shown]:
    """The figures in force on a day (Japan), the unsure first, then those checked longest ago; `returns` counts by folded category."""
    counts = (None if shop is None else offers_by_category(shop), returns)
    found = [*of_figures(as_of, counts), *of_tables(as_of)]
    return sorted(found, key=lambda figure: (ORDER.index(figure.sure), figure.checked, figure.id))


def of_figures(as_of: date, counts: Counts) -> Iterator[Shown]:
    """The figures proper."""
    for figure in figures().values():
        version = figure.on(as_of)
        if version is not None:
            yield shown_version(figure, version, as_of, counts)


def shown_version(figure: Figure, version: Version, as_of: date, counts: Counts) -> Shown:
    """One version of a figure as it is shown."""
    words = set(map(fold, figure.names())) if figure.id.startswith(WORDED) else None
    offers, returns = (None if there is None or words is None else sum(there.get(word, 0) for word in words) for there in counts)
    return Shown(
        figure.id, figure.name, version.value, version.first, version.end, version.source, version.checked, version.sure, version.other,
        figure.where, version.pack, days_since(version.checked, as_of), offers, returns,
    )  # fmt: skip


def days_since(checked: date, as_of: date) -> int | None:
    """The days since a figure was checked; None on a day before that."""
    return (as_of - checked).days if checked <= as_of else None


def offers_by_category(shop: Shop) -> Counter[str]:
    """How many offers of a shop are of each category word that the owner told, folded."""
    skus = {offer.sku for offer in shop.offers}
    named = (facts.category for sku, facts in shop.facts.items() if sku in skus and facts.category)
    return Counter(map(fold, named))


def of_tables(as_of: date) -> Iterator[Shown]:
    """The tables of fares in force, and what is charged on top of them; one that the public has no table of is none."""
    for method, known in fares.methods().items():
        yield from of_charges(method, known.name, as_of)
        assumed = fares.tariff(method).assumed_on(as_of)
        tables = assumed or fares.tariff(method).on(as_of)
        for place, table in enumerate(tables):
            name, number = Words(f"{known.name.ja}の運賃", f"Fares of {known.name.en}"), f".{place + 1}" if len(tables) > 1 else ""
            yield Shown(
                f"tariff.{method.replace('_', '-')}{number}", name, table.name, table.start, table.end, both(table.source), table.checked,
                "assumption" if assumed else "sure",
                None, CARRIERS_SITE, table.pack, days_since(table.checked, as_of),
            )  # fmt: skip


def of_charges(method: str, name: Words, as_of: date) -> Iterator[Shown]:
    """What is charged on top of the fares of a method on a day (Japan), in yen."""
    for charge in fares.tariff(method).extra:
        if charge.holds(as_of):
            named = Words(f"{name.ja}: {charge.name.ja}", f"{name.en}: {charge.name.en}")
            yield Shown(
                f"tariff.{method.replace('_', '-')}.{charge.kind}", named, charge.yen, charge.start, charge.end, both(charge.source),
                charge.checked, charge.sure, None, CARRIERS_SITE, "", days_since(charge.checked, as_of),
            )  # fmt: skip


def both(source: Words | str) -> Words:
    """A source in both languages; one that stands in a single one is the same in both."""
    return source if isinstance(source, Words) else Words(source, source)


def lookups(found: Sequence[Shown]) -> list[Shown]:
    """The figures that are worth looking up first: all that are not sure, and the five checked longest ago."""
    unsure, sure = [figure for figure in found if figure.sure != "sure"], [figure for figure in found if figure.sure == "sure"]
    return [*unsure, *sure[:5]]
