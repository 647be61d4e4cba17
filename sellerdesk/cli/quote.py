"""`quote`: who pays the shipping of a return, what it costs, and by when to refund."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import click

from sellerdesk.cli.answer import TO_MEND, Asked, answering, dated, leave, not_confirmed
from sellerdesk.cli.quote_json import Wording
from sellerdesk.cli.sources import F, shop_days, shop_of
from sellerdesk.domain.refusal import UnusableArgument
from sellerdesk.readers.quotes import PARSERS, Quotes, typed
from sellerdesk.workflows.fares import method_names
from sellerdesk.workflows.figures.in_force import packs_taken
from sellerdesk.workflows.files import quote_sheet
from sellerdesk.workflows.returns.fees import return_rules
from sellerdesk.workflows.returns.quote import Quote, quoter
from sellerdesk.workflows.terms import terms
from sellerdesk.writers import as_json, as_text, quote_words

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


@click.command(name="quote")
@inputs
@click.option("--batch", type=click.Path(path_type=Path), help="A CSV with a column for each input, a row for each return.")
@shop_days
@dated
@answering
def quote_command(
    asked: Asked, batch: Path | None, as_of: date, *, closed: tuple[date, ...], year_end: bool, **entries: str | None
) -> None:
    """Say who pays the shipping of a return, what it costs by clause and line, by when to refund, and which reason would turn it."""
    if batch is not None and any(entries.values()):
        raise UnusableArgument(
            "not_together", name="--batch", other=", ".join(f"--{name.replace('_', '-')}" for name, value in entries.items() if value)
        )
    if batch is None and not entries["reason"] and not entries["category"]:
        raise UnusableArgument("need_reason_or_category")
    sheet = quote_sheet(batch) if batch is not None else Quotes([typed(entries)], 1)
    answer = quoter(as_of, shop_of(asked, closed, year_end=year_end))
    open_ = Counter[str]()
    found: Iterable[Quote] = map(answer, sheet.items)
    if packs_taken():  # what they used of a pack is said before the first of them
        found = [*found]
    packs = [*dict.fromkeys(file for quote in found for file in quote.packs)] if packs_taken() else []
    answers = counting(found, open_)
    doubt = not_confirmed(last_day(sheet, as_of), asked.lang)
    if asked.as_json:
        wording = Wording(asked.lang)
        head = {"as_of": as_of} | ({"not_confirmed": doubt} if doubt else {}) | ({"packs": packs} if packs else {})
        asked.give(as_json.listed(head, "quotes", (wording.of(quote, sheet.why.get(quote.item.line, ())) for quote in answers)))
    else:
        foot = () if not_confirmed(as_of, asked.lang) or not doubt else (doubt,)
        asked.tell({"as_of": as_of}, (*(line for quote in answers for line in as_lines(quote, sheet, asked)), *foot), packs)
    leave(TO_MEND if open_["check"] else 0)


def last_day(sheet: Quotes, as_of: date) -> date:
    """The latest day (Japan) by which an item of a sheet is judged: that of its order or arrival, else of the run."""
    days = (day for item in sheet.items for day in (item.ordered_on, item.arrived_on))
    return max([as_of, *(day for day in days if day is not None)])


def counting(answers: Iterable[Quote], payers: Counter[str]) -> Iterator[Quote]:
    """Answers, counted by who pays."""
    for quote in answers:
        payers[quote.payer] += 1
        yield quote


def as_lines(quote: Quote, sheet: Quotes, asked: Asked) -> Iterator[str]:
    """A quote for a person."""
    finding, found, fare, lang = quote.finding, quote.costs.tariff, quote.costs.figures.fare.yen, asked.lang
    if why := sheet.why.get(quote.item.line):
        yield from (f"{quote.item.subject}: {quote_words.not_read(refusal, lang)}" for refusal in why)
        return
    yield asked.say(f"say.payer_{quote.payer}")
    yield from list(as_text.explained(finding, return_rules()[finding.rule], terms(), lang))[1:]
    if len(sheet.items) == 1 or quote.item.price is not None:
        yield from quote_words.account_lines(quote.costs, lang)
        if fare is not None:
            yield f"  {quote_words.tariff_used(found, lang)}"
    warnings = [
        *quote_words.near_twins(quote.twins, quote.difference, lang),
        *quote_words.warnings(quote.item, quote.payer, quote.costs, method_names(), lang),
        *quote_words.doubts(quote.doubts, lang),
    ]
    yield from ("  " + warning for warning in warnings)


COMMANDS = {"quote": quote_command}
