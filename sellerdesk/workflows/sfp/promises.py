"""The promises of shipping templates that no carrier keeps from where the shop ships, by the lead times in force."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import msgspec

from sellerdesk.domain.refusal import UnusableArgument
from sellerdesk.domain.template import TemplateCell
from sellerdesk.readers import prefectures
from sellerdesk.rules.figures.figure import Version
from sellerdesk.rules.figures.known import ROUTES
from sellerdesk.rules.sfp.promises import Promise, promised, promises
from sellerdesk.workflows.figures.in_force import figures
from sellerdesk.writers.words import messages, say


class Kept(msgspec.Struct, frozen=True):
    """What is known of a template's promises: those not kept from a prefecture (None: it was not told), and how many cells promise days.

    `figures` are the versions of the lead times by id: whatever they do not name is not known.
    """

    start: str | None
    broken: list[Promise]
    promising: int
    figures: Mapping[str, Version]


def kept(cells: Iterable[TemplateCell], start: str | None, as_of: date) -> Kept:
    """The promises of cells, shipped from a prefecture, on a day (Japan). Raises UnusableArgument for what is no prefecture."""
    every = list(cells)
    there = {name: version for name, figure in figures().items() if name.startswith(ROUTES) and (version := figure.on(as_of)) is not None}
    promising = sum(promised(cell) is not None for cell in every)
    if start is None:
        return Kept(None, [], promising, there)
    number = prefectures.number(start)
    if number is None:
        raise UnusableArgument("bad_fact", fact="ships_from", value=start, expected="a_prefecture")
    routes = {name: (version.value, version.first) for name, version in there.items()}
    return Kept(start, promises(every, number, routes, prefectures.number), promising, there)


def named(numbers: Iterable[int], lang: str) -> tuple[str, ...]:
    """Prefectures by number in words."""
    every = prefectures.listed(lang)
    return tuple(every[number - 1] for number in numbers)


def carrier_name(carrier: str, lang: str) -> str:
    """A carrier by its id in words; one that only a fact pack names stays as it is."""
    known = messages()["carriers"].get(carrier)
    return known.in_(lang) if known else carrier


def sentences(found: Kept, names: Mapping[str, str], lang: str) -> Iterator[str]:
    """The promises that are not kept, in words; `names` are what cells are called, by their ids."""
    for promise in found.broken:
        carrier = carrier_name(promise.carrier, lang)
        facts = {"cell": names[promise.cell], "days": promise.days, "carrier": carrier, "needs": promise.needs, "since": promise.since}
        if promise.whole:
            yield say(lang, "say.promise_broken", **facts, places=named(promise.whole, lang))
        if promise.partly:
            yield say(lang, "say.promise_partly", **facts, places=named(promise.partly, lang))
