"""What the shop assumes of its returns: fees, handling, loss of value, closed days, and the fares agreed with its carriers."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from fractions import Fraction
from pathlib import Path

import msgspec

from sellerdesk.domain.assumptions import Assumptions
from sellerdesk.domain.calendar import Calendar
from sellerdesk.domain.parcel import ContractFare
from sellerdesk.domain.refusal import UnusableArgument
from sellerdesk.readers import cells, prefectures
from sellerdesk.readers.cells import BadCell
from sellerdesk.readers.methods import method_id
from sellerdesk.rules.fares.fare import wrong_terms
from sellerdesk.store import facts as saved
from sellerdesk.store import told_refunds
from sellerdesk.store.connection import Database
from sellerdesk.store.database import opened
from sellerdesk.store.history import doing
from sellerdesk.workflows.fares import carrier, methods, tariffs
from sellerdesk.workflows.returns import categories
from sellerdesk.workflows.returns.reasons import taught
from sellerdesk.workflows.shop.account import of as account_of
from sellerdesk.workflows.shop.known_words import kinds_of_packs, rows_of_packs
from sellerdesk.workflows.shop.readings import readings_of

FARES = "contract_fares"
"""The setting that holds the shop's own fares, in the order in which they were told."""
NEEDED = ("yen", "from")
"""What every fare has; the rest may be left open."""
ALL_PRIME = "returns_all_prime"
"""The setting by which the owner says that every item of the returns report is an SFP one."""


def load(store: Path, closed: frozenset[date] = frozenset(), *, year_end: bool = False) -> Assumptions:
    """What a shop assumes, with further closed days (Japan). Raises UnusableStore."""
    with opened(store) as db:
        return of(db, closed, year_end=year_end)


def of(db: Database, closed: frozenset[date] = frozenset(), *, year_end: bool = False) -> Assumptions:
    """The assumptions of an open store."""
    account = account_of(db)
    calendar = Calendar(closed | set(account.closed_days), year_end or account.year_end == "yes")
    loss = None if account.value_loss_percent is None else Fraction(account.value_loss_percent)
    reasons, kinds = {**rows_of_packs(), **taught(db)}, {**kinds_of_packs(), **categories.taught(db)}
    fields = (fares_of(db), readings_of(db), reasons, kinds, saved.get_setting(db, ALL_PRIME) == "yes", told_refunds.every(db))
    return Assumptions(account.tax_on_fees != "no", account.handling_cost, loss, calendar, *fields)


def fares(store: Path) -> tuple[ContractFare, ...]:
    """The shop's own fares, in the order in which they were told. Raises UnusableStore."""
    if not store.exists():
        return ()
    with opened(store) as db:
        return fares_of(db)


def fares_of(db: Database) -> tuple[ContractFare, ...]:
    """The own fares of an open store."""
    return msgspec.convert(saved.get_setting(db, FARES) or [], tuple[ContractFare, ...])


def add_fare(store: Path, inputs: Mapping[str, str], now: datetime) -> ContractFare:
    """Keep a fare agreed with a carrier, as it is typed; gives it. Raises UnusableArgument, UnusableStore."""
    fare = typed(inputs)
    facts = {"method": fare.method, "fare": fare.yen, "size": fare.size}
    with doing(store, "add_fare", now, **facts) as db:
        saved.put_setting(db, FARES, [*fares_of(db), fare], now)
    return fare


def remove_fare(store: Path, number: int, now: datetime) -> ContractFare:
    """Forget the fare with a number of the list (from 1); gives it. Raises UnusableArgument, UnusableStore."""
    there = fares(store)
    if not 1 <= number <= len(there):
        raise UnusableArgument("no_such_fare", number=number)
    gone = there[number - 1]
    with doing(store, "remove_fare", now, method=gone.method, fare=gone.yen, size=gone.size) as db:
        saved.put_setting(db, FARES, [fare for place, fare in enumerate(fares_of(db), start=1) if place != number], now)
    return gone


def tell_all_prime(store: Path, *, every: bool, now: datetime) -> None:
    """Keep whether every item of the returns report is an SFP one. Raises UnusableStore."""
    with doing(store, "returns_all_prime", now, to="yes" if every else "") as db:
        if every:
            saved.put_setting(db, ALL_PRIME, "yes", now)
        else:
            saved.drop_setting(db, ALL_PRIME)


def typed(inputs: Mapping[str, str]) -> ContractFare:
    """A fare as it is typed: method, yen, from, and as wanted to, size, from_region, to_region.

    Raises UnusableArgument, naming what is wrong.
    """
    if wrong_inputs := faults(inputs):
        raise wrong_inputs[0]
    values: dict[str, str | int] = {name: one_term(name, text) for name, text in inputs.items() if text}
    method = methods().get(str(values["method"]))
    for name in ("from_region", "to_region"):
        if method is not None and name in values:
            values[name] = region(method.carrier, str(values[name]))
    fare = msgspec.convert(values, ContractFare)
    if wrong := wrong_terms(fare, tariffs()):
        name = {"end": "to"}.get(wrong[0], wrong[0])
        raise UnusableArgument("bad_fare", fact=called(name), value=inputs[name])
    return fare


def faults(inputs: Mapping[str, str]) -> list[UnusableArgument]:
    """What of a fare as it is typed cannot be taken by itself, or is lacking: every fault of it."""
    found = []
    for name, text in {**dict.fromkeys(NEEDED, ""), **inputs}.items():
        try:
            if text:
                one_term(name, text)
            elif name in NEEDED:
                found.append(UnusableArgument("fare_lacks", fact=called(name)))
        except UnusableArgument as fault:
            found.append(fault)
    return found


def called(term: str) -> str:
    """The fact by whose name a sentence speaks of a term of a fare."""
    return term if term in ("method", "size") else f"fare_{term}"


def one_term(name: str, text: str) -> str | int:
    """The value of one term of a fare. Raises UnusableArgument."""
    parsers: Mapping[str, Callable[[str], str | int | date | None]] = {
        "method": method_id, "yen": cells.amount, "from": cells.day, "to": cells.day, "size": cells.size(),
    }  # fmt: skip
    try:
        value = parsers[name](cells.folded_width(text).strip().removesuffix("円")) if name in parsers else text.strip()
    except BadCell as error:
        raise UnusableArgument("bad_fact", fact=called(name), value=text, expected=error.args[0]) from error
    if value is None:
        raise UnusableArgument("bad_fact", fact=called(name), value=text, expected="whole_number")
    return value.isoformat() if isinstance(value, date) else value


def region(carrier_id: str, text: str) -> str:
    """A carrier's region by its id, or by a prefecture that lies in it; what is neither stays as it is written."""
    number = prefectures.number(text)
    return text if number is None else carrier(carrier_id).region_of[number]
