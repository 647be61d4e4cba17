"""What sending a parcel costs: each tariff is read from the resources when the first parcel needs it."""

from collections.abc import Sequence
from functools import cache

from sellerdesk import assets
from sellerdesk.domain.parcel import ContractFare, Fare, NoFare, Parcel
from sellerdesk.domain.tariff import Carrier, Method, Tariff
from sellerdesk.readers import prefectures
from sellerdesk.rules import fares
from sellerdesk.rules.sending import Tariffs
from sellerdesk.rules.tariffs import load_carrier, load_methods, load_tariff

METHODS = "methods.toml"


def fare(parcel: Parcel, contracts: Sequence[ContractFare] = ()) -> Fare | NoFare:
    """The fare of a parcel on its day (Japan), or why there is none; the owner's own fares go before the lists."""
    return fares.fare(parcel, tariffs(), contracts)


@cache
def tariffs() -> Tariffs:
    """All that fares are looked up in."""
    return Tariffs(methods(), carrier, tariff, prefectures.number)


@cache
def methods() -> dict[str, Method]:
    """Every method by id. Raises TariffError."""
    return load_methods(assets.text(f"tariffs/{METHODS}"), METHODS)


@cache
def carrier(name: str) -> Carrier:
    """A carrier's regions. Raises TariffError."""
    return load_carrier(assets.text(f"tariffs/{name}.toml"), f"{name}.toml")


@cache
def tariff(method: str) -> Tariff:
    """The fares of a method. Raises TariffError, and KeyError for a method that does not exist."""
    known = methods()[method]
    return load_tariff(assets.text(f"tariffs/{method}.toml"), f"{method}.toml", known, carrier(known.carrier))
