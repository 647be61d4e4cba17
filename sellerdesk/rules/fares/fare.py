"""The fare of a parcel on a day: the owner's contract first, then the carrier's table of that day, and never a guess unsaid."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import msgspec

from sellerdesk.domain.parcel import ContractFare, Extra, Fare, NoFare, Parcel
from sellerdesk.domain.period import Dated
from sellerdesk.domain.tariff import MOST_FARE, Charge, Tariff
from sellerdesk.rules.fares.parcel import Sending, Tariffs, as_sending, over_limits, untold


def fare(parcel: Parcel, tariffs: Tariffs, contracts: Sequence[ContractFare] = ()) -> Fare | NoFare:
    """The fare of a parcel, or why there is none. Raises TariffError when a tariff may not be used."""
    if not parcel.method:
        return NoFare("lacking_facts", lacking=("method",))
    method = tariffs.methods.get(parcel.method)
    if method is None:
        return NoFare("unknown_method", {"method": parcel.method})
    if refused := over_limits(parcel, method, tariffs.methods):
        return refused
    sending, tariff = as_sending(parcel, method, tariffs), tariffs.tariff(parcel.method)
    found = (contract_fare(sending, contracts) if contracts else None) or list_fare(sending, tariff)
    return with_extras(found, parcel, tariff.extra) if tariff.extra and type(found) is Fare else found


def turning_days(tariff: Tariff, contracts: Iterable[ContractFare]) -> list[date]:
    """The days (Japan), in order, from which a fare may be another: between two of them one parcel costs the same."""
    dated = (*tariff.table, *tariff.extra, *contracts)
    after = (period.end + timedelta(days=1) for period in dated if period.end is not None and period.end < date.max)
    return sorted({*(period.start for period in dated), *after})


def contract_fare(sending: Sending, contracts: Sequence[ContractFare]) -> Fare | NoFare | None:
    """The owner's fare: of those in force on the day the most specific, then the latest to begin, then the last in the list.

    Where a missing fact decides whether one of them holds, the answer is that fact; `None` when none holds.
    """
    parcel, known = sending.parcel, sending.known
    in_force = [fare for fare in reversed(contracts) if fare.method == parcel.method and fare.holds(parcel.day)]
    for contract in sorted(in_force, key=lambda fare: (len(terms(fare, sending)), fare.start), reverse=True):
        wanted = terms(contract, sending)
        if any(known[name] not in (None, term) for name, term in wanted.items()):
            continue
        if open_terms := [name for name in wanted if known[name] is None]:
            return untold(parcel, open_terms)
        return Fare(contract.yen, contract.start, size_class=sending.size_class)
    return None


def terms(contract: ContractFare, sending: Sending) -> dict[str, int | str]:
    """What a parcel must be for a contract fare; a size says nothing where the method has no size classes."""
    return {name: term for name, term in contract.terms.items() if name != "size" or sending.method.sizes}


def list_fare(sending: Sending, tariff: Tariff) -> Fare | NoFare:
    """The carrier's own fare, from the table of the day, or from one that has ended and is taken on, which the fare then says."""
    day, method = sending.parcel.day, sending.method
    if tariff.unpriced:
        return NoFare(tariff.unpriced, {"method": method.name, "cap": tariff.cap})
    assumed = tariff.assumed_on(day)
    in_force = assumed or tariff.on(day)
    if in_force and (lacking := sending.open):
        return untold(sending.parcel, lacking)
    column = 0 if sending.size_class is None else method.sizes.index(sending.size_class)
    for distance in sending.distances if in_force else ():
        for table in in_force:
            if row := table.fares.get(distance):
                after = table.end if assumed else None
                return Fare(row[column], table.start, table.name, table.checked, sending.size_class, (), after, table.note, table.pack)
    return out_of_date(tariff.table, sending.parcel)


def with_extras(found: Fare, parcel: Parcel, charges: Iterable[Charge]) -> Fare | NoFare:
    """A fare with what comes on top of it on the day, a contract's too; there is none when such a charge is not known."""
    concerned = [charge for charge in charges if charge.concerns(parcel.weight)]
    in_force = [charge for charge in concerned if charge.holds(parcel.day)]
    for kind in {charge.kind for charge in concerned} - {charge.kind for charge in in_force}:
        return out_of_date([charge for charge in concerned if charge.kind == kind], parcel)
    extras = tuple(
        Extra(charge.kind, charge.name, charge.yen, charge.start, charge.sure, charge.source, charge.checked) for charge in in_force
    )
    return msgspec.structs.replace(found, extras=extras) if extras else found


def out_of_date(dated: Sequence[Dated], parcel: Parcel) -> NoFare:
    """That a day lies before the first of these (oldest first), or after one that has ended."""
    day = parcel.day
    begun = [table for table in dated if table.start <= day]
    if not begun:
        return NoFare("tariff_not_begun", {"tariff": dated[0].name, "from": dated[0].start, "day": day})
    ended = next((dated for dated in reversed(begun) if dated.end), begun[-1])
    return NoFare("tariff_expired", {"tariff": ended.name, "to": ended.end, "checked": ended.checked, "day": day})


def wrong_terms(contract: ContractFare, tariffs: Tariffs) -> tuple[str, ...]:
    """The fields of an owner's fare that no parcel could ever meet, by name; none when it may be kept. Raises TariffError."""
    method = tariffs.methods.get(contract.method)
    if method is None:
        return ("method",)
    regions = tariffs.carrier(method.carrier).regions
    wrong = {
        "yen": not 0 < contract.yen <= MOST_FARE,
        "size": contract.size is not None and bool(method.sizes) and contract.size not in method.sizes,
        "from_region": contract.from_region is not None and contract.from_region not in regions,
        "to_region": contract.to_region is not None and contract.to_region not in regions,
        "end": contract.end is not None and contract.end < contract.start,
    }
    return tuple(name for name, is_wrong in wrong.items() if is_wrong)
