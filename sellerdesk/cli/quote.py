"""`quote`: who pays the shipping of a return, what it costs, and by when to refund."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

import click

from sellerdesk.cli.answer import TO_MEND, Asked, Day, answering, dated, leave
from sellerdesk.cli.quote_json import QuoteJson, Wording
from sellerdesk.domain.refusal import UnusableArgument
from sellerdesk.readers.quotes import PARSERS, Quotes, typed
from sellerdesk.reports import as_json, as_text
from sellerdesk.reports.quote_words import account_lines
from sellerdesk.rules.business_days import Calendar
from sellerdesk.rules.refunding import Assumptions
from sellerdesk.workflows.quote import Quote, quoter, return_rules
from sellerdesk.workflows.reading import quote_sheet
from sellerdesk.workflows.terms import terms

F = TypeVar("F", bound=Callable[..., Any])

HELP = {
    "reason": "Row of the reason table (1-22), a report's code, or its words.",
    "category": "Category of the item.",
    "price": "Price in yen.",
    "points": "Points granted with the sale.",
    "shipping_charged": "Shipping that the customer paid, in yen.",
    "gift_wrap": "Gift wrap that the customer paid, in yen.",
    "outbound_cost": "What sending the item out cost, in yen.",
    "referral_percent": "Referral fee in per cent (default: the category's own).",
    "method": "How it comes back: one of the seven methods by name.",
    "size": "Three sides added up, or the size class, in cm.",
    "weight_kg": "Weight in kg.",
    "from_prefecture": "Prefecture that it comes back from.",
    "to_prefecture": "Prefecture of your return address.",
    "arrived_on": "Day on which it came back.",
    "ordered_on": "Day of the order.",
    "hazmat": "Hazmat class: yes, no or potential.",
    "handling_cost": "Receiving and restocking, in yen.",
    "value_loss_percent": "Loss of value, in per cent of the price.",
    "fare": "The return fare in yen, in place of the tariff's.",
    "late_delivery": "Whether the delivery was late: yes or no.",
    "tax_on_fees": "Whether consumption tax comes on Amazon's fees: yes (default) or no.",
}
"""Every input of a quote; an empty one is not known."""


def inputs(command: F) -> F:
    """An option for every input."""
    for name in reversed(PARSERS):
        command = click.option("--" + name.replace("_", "-"), name, help=HELP[name])(command)
    return command


def shop_days(command: F) -> F:
    """The options for the shop's business days."""
    command = click.option("--year-end", is_flag=True, help="Closed from 29 December to 3 January.")(command)
    return click.option("--closed-day", "closed", multiple=True, type=Day(), metavar="YYYY-MM-DD", help="A day on which you are closed.")(
        command
    )


@click.command(name="quote")
@inputs
@click.option("--batch", type=click.Path(path_type=Path), help="A CSV with a column for each input, a row for each return.")
@shop_days
@dated
@answering
def quote_command(asked: Asked, batch: Path | None, as_of: date, *, closed: tuple[date, ...], year_end: bool, **told: str | None) -> None:
    """Say who pays the shipping of a return, what it costs by clause and line, by when to refund, and which reason would turn it."""
    if batch is not None and any(told.values()):
        raise UnusableArgument(
            "not_together", name="--batch", other=", ".join(f"--{name.replace('_', '-')}" for name, value in told.items() if value)
        )
    if batch is None and not told["reason"] and not told["category"]:
        raise UnusableArgument("need_reason_or_category")
    sheet = quote_sheet(batch) if batch is not None else Quotes([typed(told)], 1)
    answer = quoter(as_of, shop_of(asked, closed, year_end=year_end))
    open_ = Counter[str]()
    quotes = counting(map(answer, sheet.items), open_)
    if asked.as_json:
        asked.give(as_json.listed({"as_of": as_of}, "quotes", as_objects(quotes, sheet, asked.lang)))
    else:
        asked.tell({}, (line for one in quotes for line in as_lines(one, sheet, asked)))
    leave(TO_MEND if open_["check"] else 0)


def counting(quotes: Iterable[Quote], payers: Counter[str]) -> Iterator[Quote]:
    """Quotes, counted by who pays. Some are answered before they are written: to do both by turns for each takes a tenth longer."""
    rest = iter(quotes)
    while some := list(islice(rest, as_json.PART)):
        payers.update(one.payer for one in some)
        yield from some


def shop_of(asked: Asked, closed: tuple[date, ...], *, year_end: bool) -> Assumptions:
    """What the shop assumes: its closed days, those of the command among them, its costs, fares and readings of unclear passages."""
    days = frozenset(closed)
    if not asked.store.exists():
        return Assumptions(calendar=Calendar(days, year_end))
    from sellerdesk.workflows import assumptions  # noqa: PLC0415 (SQLite's library takes 0.1 s to load)

    return assumptions.load(asked.store, days, year_end=year_end)


def as_objects(quotes: Iterable[Quote], sheet: Quotes, lang: str) -> Iterator[QuoteJson]:
    """Quotes as objects, in their order."""
    wording = Wording(lang)
    if not sheet.why:
        return map(wording.quote, quotes)
    why = ((one, sheet.why.get(one.item.line)) for one in quotes)
    return (wording.refused(one, refusals) if refusals else wording.quote(one) for one, refusals in why)


def as_lines(one: Quote, sheet: Quotes, asked: Asked) -> Iterator[str]:
    """A quote for a person."""
    wording, finding = Wording(asked.lang), one.finding
    if why := sheet.why.get(one.item.line):
        yield from (f"{one.item.subject}: {warning}" for warning in wording.refused_words(why))
        return
    yield asked.say(f"say.payer_{one.payer}")
    yield from list(as_text.explained(finding, return_rules()[finding.rule], terms(), asked.lang))[1:]
    if len(sheet.items) == 1 or one.item.price is not None:
        yield from account_lines(one.costs, asked.lang)
        if used := wording.tariff_of(one.costs.tariff) if one.costs.figures.fare.yen is not None else None:
            yield f"  {used}"
    yield from ("  " + warning for warning in wording.warnings(one))


COMMANDS = {"quote": quote_command}
