"""What the owner told about the shop, how unclear passages are read, how orders were paid; and the way back from every change."""

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, get_args

import msgspec

from sellerdesk.domain import account as nouns
from sellerdesk.domain.account import Account, OfferCounts
from sellerdesk.domain.refusal import UnusableArgument
from sellerdesk.readers import cells, prefectures
from sellerdesk.readers.cells import BadCell, one_of
from sellerdesk.readers.quotes import per_cent
from sellerdesk.rules.figures.values import MOST_DAYS, MOST_HANDLING
from sellerdesk.store import facts as saved
from sellerdesk.store.connection import Database
from sellerdesk.store.database import opened
from sellerdesk.store.history import doing
from sellerdesk.workflows.shop.readings import lost_readings

ACCOUNT = "account."
YES_NO = ("participant", "new_seller", "excluded", "income", "owned", "reduced")


def yes_no(text: str) -> str | None:
    """An answer of the interview; "unknown" is one, too. Raises BadCell."""
    return one_of(text, "yes", "no", expected="yes_no_unknown") or "unknown"


TIMES = {"万": 10_000, "億": 100_000_000}
"""The words by which a large amount is told, as 3,000万円 is."""


def whole_or_unknown(unit: str, expected: str) -> Callable[[str], int | str]:
    """A parser of whole yen or people, or "unknown"; `expected` says what to type, with an example that fits. Its parser raises BadCell."""

    def parse(text: str) -> int | str:
        if cells.says(text, "unknown"):
            return "unknown"
        figure = text.removesuffix(unit).strip()
        times = TIMES.get(figure[-1:], 1)
        try:
            return cells.amount(figure[:-1] if times > 1 else figure) * times
        except BadCell as error:
            raise BadCell(expected if error.args[0] == "whole_yen" else error.args[0]) from error

    return parse


def one_word(*words: str) -> Callable[[str], str]:
    """A parser that takes one of some words. Its parser raises BadCell."""

    def parse(text: str) -> str:
        if text not in words:
            raise BadCell("one_of_the_words")
        return text

    return parse


def days(text: str) -> list[str]:
    """Days, separated by spaces or commas. Raises BadCell."""
    return sorted({cells.day(part).isoformat() for part in text.replace(",", " ").replace("、", " ").split()})


def day(text: str) -> str:
    """A day in Japan. Raises BadCell."""
    return cells.day(text).isoformat()


def percent(text: str) -> str:
    """Per cent from 0 to 100 as it is written: 8.5. Raises BadCell."""
    per_cent(text)
    return text.removesuffix("%").strip()


def claim_days(text: str) -> int:
    """So many days, 1 to a year. Raises BadCell."""
    try:
        days_ = cells.count(text.removesuffix("日").strip())
    except BadCell:
        days_ = 0
    if not 1 <= days_ <= MOST_DAYS:
        raise BadCell("days_of_year")
    return days_


def handling(text: str) -> int:
    """Whole yen that one return can cost to handle. Raises BadCell."""
    try:
        yen = cells.amount(text)
    except BadCell:
        yen = -1
    if not 0 <= yen <= MOST_HANDLING:
        raise BadCell("handling_yen")
    return yen


def prefecture(text: str) -> str:
    """A prefecture as it is written. Raises BadCell."""
    if prefectures.number(text) is None:
        raise BadCell("a_prefecture")
    return text


PARSERS: Mapping[str, Callable[[str], Any]] = {
    **dict.fromkeys(YES_NO, yes_no),
    "business": one_word(*get_args(nouns.Business)),
    "capital": whole_or_unknown("円", "yen_of_capital"),
    "employees": whole_or_unknown("人", "people"),
    "applied_on": day,
    "applied_by": one_word(*get_args(nouns.AppliedBy)),
    "badge": one_word(*get_args(nouns.Badge)),
    "cancelled_on": day,
    "programme_end": day,
    "programme_note": str,
    "closed_days": days,
    "year_end": one_word("yes", "no"),
    "tax_on_fees": one_word("yes", "no"),
    "handling_cost": handling,
    "value_loss_percent": percent,
    "claim_days": claim_days,
    "same_day_region": yes_no,
    "return_address_in_japan": yes_no,
    "ships_on_weekends": yes_no,
    "ships_from": prefecture,
}
"""What can be told about the shop, each with how its words are read; the interview's answers are among them."""
AS_WRITTEN = ("programme_note", "ships_from")
"""Answers that keep their letters; in all others full width is half width, as a Japanese keyboard writes digits."""


def load(store: Path) -> Account:
    """What is known about the shop, and how its offers stood at the last judging. Raises UnusableStore."""
    if not store.exists():
        return Account()
    with opened(store) as db:
        return of(db)


def of(db: Database) -> Account:
    """The account of an open store."""
    answers = {name: value for name, value in saved.get_settings(db, ACCOUNT).items() if name in PARSERS and can_be(name, value)}
    judged = saved.get_setting(db, saved.JUDGED) or {}
    return msgspec.convert({**answers, "offers": msgspec.to_builtins(counts(judged.get("summary", {}), judged.get("bare", 0)))}, Account)


def can_be(name: str, value: Any) -> bool:
    """Whether a kept answer is one that is still taken: days and yen beyond all reason were kept before they were refused."""
    most = {"claim_days": MOST_DAYS, "handling_cost": MOST_HANDLING}.get(name)
    return most is None or not isinstance(value, int) or value <= most


def tell(store: Path, answers: Mapping[str, str], now: datetime) -> Account:
    """Save what the owner tells about the shop, each under its name; "" takes an answer back, and leaves all others.

    Gives what is known then.

    Raises UnusableArgument for a name or a value that is none, UnusableStore.
    """
    parsed = {name: parse(name, text) for name, text in answers.items()}
    with doing(store, "account", now, **answers) as db:
        for name, value in parsed.items():
            if value is None:
                saved.drop_setting(db, ACCOUNT + name)
            else:
                saved.put_setting(db, ACCOUNT + name, value, now)
        account = of(db)
        if account.applied_on and account.cancelled_on and account.cancelled_on < account.applied_on:
            raise UnusableArgument("cancelled_before_applied", applied=account.applied_on, cancelled=account.cancelled_on)
        return account


def faults(answers: Mapping[str, str]) -> list[UnusableArgument]:
    """Why answers cannot be taken, of every one that cannot."""
    found = []
    for name, text in answers.items():
        try:
            parse(name, text)
        except UnusableArgument as fault:
            found.append(fault)
    return found


def parse(name: str, text: str) -> Any:
    """The value of an answer; None takes it back. Raises UnusableArgument."""
    if name not in PARSERS:
        raise UnusableArgument("no_such_fact", name=name, there=tuple(PARSERS))
    if not text:
        return None
    try:
        return PARSERS[name](text if name in AS_WRITTEN else cells.folded_width(text).strip())
    except BadCell as error:
        raise UnusableArgument("bad_fact", fact=name, value=text, expected=error.args[0]) from error


def lost(store: Path) -> dict[str, str]:
    """The readings of a shop that this program does not know. Raises UnusableStore."""
    if not store.exists():
        return {}
    with opened(store) as db:
        return lost_readings(db)


def counts(summary: Mapping[str, Mapping[str, int]], bare: int) -> OfferCounts | None:
    """How the offers stand, by the summary of an audit; None when no points rule spoke.

    `bare` are offers without any point at a price that can keep no two rates: 1 yen with one point is 100%, and not below 2%.
    """
    two, one_yen = summary.get("points.two-percent"), summary.get("points.impossible-price", {})
    if two is None:
        return None
    return OfferCounts(sum(two.values()) + one_yen.get("breach", 0), two.get("breach", 0) + bare, two.get("check", 0))
