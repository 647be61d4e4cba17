"""What sending a parcel costs: each tariff is read from the resources when the first parcel needs it."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cache

import msgspec

from sellerdesk import assets
from sellerdesk.domain.clause import Words
from sellerdesk.domain.parcel import ContractFare, Fare, NoFare, Parcel
from sellerdesk.domain.returned_item import ReturnedItem
from sellerdesk.domain.tariff import Carrier, Method, Table, Tariff
from sellerdesk.readers import prefectures
from sellerdesk.rules.fares import fare as fares_fare
from sellerdesk.rules.fares.fare import turning_days
from sellerdesk.rules.fares.parcel import Tariffs
from sellerdesk.rules.fares.tables import TableFault, load_carrier, load_methods, load_tariff, table_fault
from sellerdesk.rules.figures.joined import segments
from sellerdesk.workflows.figures.in_force import by_figures, packs_taken

METHODS = "methods.toml"


def fare(parcel: Parcel, contracts: Sequence[ContractFare] = ()) -> Fare | NoFare:
    """The fare of a parcel on its day (Japan), or why there is none; the owner's own fares go before the lists."""
    return fares_fare.fare(parcel, tariffs(), contracts)


def pricer(contracts: Sequence[ContractFare] = ()) -> Callable[[ReturnedItem, date], Fare | NoFare | None]:
    """What prices returns on their days (Japan): one answer for all parcels that differ in nothing but days between which no fare turns.

    A sheet of 10,000 returns has some hundred kinds of them. Why there is no fare is kept only where it does not name the day. A
    return whose fare the owner typed has None.
    """
    known: dict[tuple[object, ...], Fare | NoFare] = {}
    turns = cache(lambda method: turning_days(tariff(method), contracts) if method in methods() else [])

    def price(item: ReturnedItem, day: date) -> Fare | NoFare | None:
        if item.fare is not None:
            return None
        key = (item.method, bisect_right(turns(item.method), day), item.size, item.weight, item.from_prefecture, item.to_prefecture)
        if (found := known.get(key)) is None:
            found = fare(Parcel(item.method, day, item.size, item.weight, item.from_prefecture, item.to_prefecture), contracts)
            if isinstance(found, Fare) or "day" not in found.facts:
                known[key] = found
        return found

    return price


def prefecture_names(lang: str) -> list[str]:
    """The prefectures from north to south, by the names of a language: what a form offers to choose."""
    return prefectures.listed(lang)


def prefecture_number(text: str) -> int | None:
    """The number (JIS X 0401) of a prefecture as people write it; `None` for anything else."""
    return prefectures.number(text)


@cache
def tariffs() -> Tariffs:
    """All that fares are looked up in."""
    return Tariffs(methods(), carrier, tariff, prefectures.number)


@cache
def methods() -> dict[str, Method]:
    """Every method by id. Raises TariffError."""
    return load_methods(assets.text(f"tariffs/{METHODS}"), METHODS)


@cache
def method_names() -> dict[str, Words]:
    """The name of every method by id. Raises TariffError."""
    return {name: method.name for name, method in methods().items()}


@cache
def carrier(name: str) -> Carrier:
    """A carrier's regions. Raises TariffError."""
    return load_carrier(assets.text(f"tariffs/{name}.toml"), f"{name}.toml")


def region_name(method: str, region: str | None, lang: str) -> str:
    """What the carrier of a method calls one of its regions; "" for none, an id that is none of its as it is written."""
    known = carrier(methods()[method].carrier).regions.get(region or "")
    return (region or "") if known is None else (known.en if lang == "en" else known.ja)


@by_figures
def tariff(method: str) -> Tariff:
    """The fares of a method, with the tables of fact packs. Raises TariffError, and KeyError for a method that does not exist."""
    added = [table for pack in packs_taken() for tariff in pack.tariff if tariff.method == method for table in tariff.table]
    return with_tables(own_tariff(method), added)


@cache
def own_tariff(method: str) -> Tariff:
    """The fares of a method as the program has them. Raises TariffError, KeyError."""
    known = methods()[method]
    return load_tariff(assets.text(f"tariffs/{method}.toml"), f"{method}.toml", known, carrier(known.carrier))


def with_tables(own: Tariff, added: Sequence[Table]) -> Tariff:
    """Fares with further tables; of tables that have a distance on one day the one that begins later counts, then the one added later."""
    if not added:
        return own
    tables = (*own.table, *added)
    found = [
        msgspec.structs.replace(table, start=start, end=end, fares=fares)
        for start, end in segments(tables)
        for table, fares in holding(tables, start)
    ]
    return msgspec.structs.replace(own, table=tuple(found), unpriced=None)


def holding(tables: Sequence[Table], day: date) -> Iterator[tuple[Table, dict[str, tuple[int, ...]]]]:
    """The tables that count on a day (Japan), each with those of its fares that no later table replaces."""
    in_order = sorted((table.start, place) for place, table in enumerate(tables) if table.holds(day))
    counting = {distance: place for _start, place in in_order for distance in tables[place].fares}
    for place in sorted(set(counting.values())):
        yield tables[place], {distance: row for distance, row in tables[place].fares.items() if counting[distance] == place}


def check_table(method: str, table: Table) -> TableFault | None:
    """What is wrong with a further table of a method; None for nothing. Raises KeyError for a method that does not exist."""
    known = methods()[method]
    return table_fault(table, known, carrier(known.carrier))
