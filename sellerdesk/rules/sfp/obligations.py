"""What the terms ask of this shop beyond its offers' settings, by conditions on its own offers and on what it told.

Sources: clauses S-12…S-23 and S-30…S-32, and for what Amazon has asked since, dated figures.
An obligation is no verdict on an offer: it says what to do, and how many offers it touches.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Literal

import msgspec

from sellerdesk.domain.account import Account
from sellerdesk.domain.calendar import YEAR_END
from sellerdesk.domain.clause import Text, Words
from sellerdesk.domain.offer import Offer
from sellerdesk.rules.business_days import SATURDAY, is_holiday
from sellerdesk.rules.engine.check import Run
from sellerdesk.rules.scopes import prime

State = Literal["applies", "met", "trouble", "check", "none"]
"""applies (standing) · met · trouble (to mend) · check (a fact is missing) · none (it touches no offer)."""


class Obligation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One obligation in our words; `when` names the condition on which it holds.

    It rests on clauses, or, where no clause says so, on a dated `figure`.
    """

    when: Text
    title: Words
    body: Words
    clauses: tuple[Text, ...] = ()
    figure: str = ""


class Standing(msgspec.Struct, frozen=True):
    """How an obligation stands in a shop: the SKUs it touches, of how many offers that is not known, and the facts missing.

    `days` (Japan) are the shop's days off that it does not allow.
    """

    state: State
    skus: tuple[str, ...] = ()
    unknown: int = 0
    missing: tuple[str, ...] = ()
    days: tuple[date, ...] = ()


Condition = Callable[[Run, Account], Standing]


def prime_offers(run: Run, _account: Account) -> Standing:
    """Holds for a shop with SFP offers."""
    return standing(lambda _offer: True, run)


def offers_with(fact: str, *values: str) -> Condition:
    """Holds for a shop with SFP offers of which a fact of the owner's has one of the values."""

    def answer(offer: Offer, run: Run) -> bool | None:
        value = getattr(run.catalogue.facts_of(offer.sku), fact)
        return None if value is None else value in values

    return lambda run, _account: standing(lambda offer: answer(offer, run), run, fact)


def return_address(run: Run, account: Account) -> Standing:
    """Holds for a shop with SFP offers, which then needs its return address in the account settings (S-23).

    Returns go there, wherever it is: another address is to be looked at, and no breach of the text.
    """
    return address_stands(prime_offers(run, account), account)


def address_stands(base: Standing, account: Account) -> Standing:
    """How the duty of a return address stands by what the owner told, for the SFP offers of `base`."""
    if base.state != "applies":
        return base
    answer = account.return_address_in_japan
    if answer not in ("yes", "no"):
        return as_told(base, "check", "return_address_in_japan")
    return as_told(base, "met" if answer == "yes" else "check")


def as_told(base: Standing, state: State, *missing: str) -> Standing:
    """A duty of the account as it stands by what the owner told; of how many offers it is not known that it touches them stays."""
    return Standing(state, base.skus, base.unknown, (*missing, *base.missing))


def weekend(run: Run, account: Account) -> Standing:
    """Holds for a shop with SFP offers, which ships on Saturdays and Sundays too: to mend where it does not, or is closed on one to come.

    Public holidays are free. A shop that did not say whether it does has the duty all the same.
    """
    return weekend_stands(prime_offers(run, account), account, run.as_of)


def weekend_stands(base: Standing, account: Account, as_of: date) -> Standing:
    """How the duty to ship on weekends stands on a day (Japan) by what the owner told, for the SFP offers of `base`."""
    if base.state != "applies":
        return base
    closed = weekends_among(day for day in account.closed_days if day >= as_of)
    if closed or account.ships_on_weekends == "no":
        return msgspec.structs.replace(as_told(base, "trouble"), days=closed)
    if account.year_end == "yes" and (closed := weekends_among(year_end_to_come(as_of))):
        return msgspec.structs.replace(as_told(base, "check"), days=closed)
    return as_told(base, "met") if account.ships_on_weekends == "yes" else as_told(base, "applies", "ships_on_weekends")


def weekends_among(days: Iterable[date]) -> tuple[date, ...]:
    """The Saturdays and Sundays to ship on among days (Japan), in order."""
    return tuple(sorted(filter(is_weekend_to_ship, days)))


def is_weekend_to_ship(day: date) -> bool:
    """Whether a day (Japan) is a Saturday or Sunday that is no public holiday."""
    return day.weekday() >= SATURDAY and not is_holiday(day)


def year_end_to_come(as_of: date) -> list[date]:
    """The days of the year-end closing that is under way or comes next."""
    days = [date(as_of.year + step + (month == 1), month, day) for step in (-1, 0) for month, day in YEAR_END]
    return sorted(day for day in days if day >= as_of)[: len(YEAR_END)]


def standing(touches: Callable[[Offer], bool | None], run: Run, fact: str = "") -> Standing:
    """The offers that an obligation touches, and those of which the fact, or whether they are SFP ones, is not known."""
    skus, missing, unknown = [], set[str](), 0
    for offer, unseen in prime_ones(run):
        touched = touches(offer)
        if touched is False:
            continue
        if touched and not unseen:
            skus.append(offer.sku)
        else:
            unknown += 1
            missing.update(unseen, [fact] if touched is None else [])
    return Standing("applies" if skus else "check" if unknown else "none", tuple(skus), unknown, tuple(sorted(missing)))


def prime_ones(run: Run) -> Iterator[tuple[Offer, tuple[str, ...]]]:
    """The SFP offers, and those that may be some, with the facts that are missing to tell."""
    inside = prime(run)
    for offer in run.catalogue.offers:
        is_inside = inside(offer)
        if is_inside is not False:
            yield offer, () if is_inside is True else is_inside


CONDITIONS: Mapping[str, Condition] = {
    "any SFP offer": prime_offers,
    "SFP offers but medical ones": offers_with("medical", "no"),
    "medical offers": offers_with("medical", "yes"),
    "hazmat offers": offers_with("hazmat", "yes", "potential"),
    "return address": return_address,
    "weekend": weekend,
}
"""Every condition by the name that the resource calls it."""

NARROW = ("medical offers", "hazmat offers")
"""The conditions that single out offers, so that naming them helps."""
