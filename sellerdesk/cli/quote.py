"""`quote`: who pays the shipping of a return."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from sellerdesk.cli.answer import TO_MEND, Asked, answering, dated, leave
from sellerdesk.domain.refusal import UnusableArgument
from sellerdesk.domain.returned_item import ReturnedItem
from sellerdesk.reports import as_json, as_text
from sellerdesk.rules.explain import RETURN_CHECKS
from sellerdesk.workflows.quote import Quote, quote
from sellerdesk.workflows.reading import returned_items
from sellerdesk.workflows.terms import rules, terms

LATER = (
    "price", "points", "shipping_charged", "gift_wrap", "outbound_cost", "referral_percent", "method", "size", "weight_kg",
    "from_prefecture", "to_prefecture", "arrived_on", "ordered_on", "hazmat", "handling_cost", "value_loss_percent", "fare",
    "late_delivery", "tax_on_fees",
)  # fmt: skip
"""Inputs of the contract that bear on amounts, which this version does not compute; it says so when one is given."""


def later(command: click.Command) -> click.Command:
    """Add an option for every input that bears on amounts."""
    command.params.extend(click.Option(["--" + name.replace("_", "-")], hidden=True) for name in LATER)
    return command


@later
@click.command(name="quote")
@click.option("--reason", help="Row of the reason table (1-22), a report's code, or its words.")
@click.option("--category", help="Category of the item.")
@click.option("--batch", type=click.Path(path_type=Path), help="A CSV with a column for each input, a row for each return.")
@dated
@answering
def quote_command(asked: Asked, reason: str | None, category: str | None, batch: Path | None, as_of: date, **amounts: str | None) -> None:
    """Say who pays the shipping of a return, by which clause, and which similar reason would turn it."""
    if batch is not None and (reason or category):
        raise click.UsageError("--batch takes reasons and categories from its file")
    if batch is None and not reason and not category:
        raise UnusableArgument("need_reason_or_category")
    items = returned_items(batch) if batch is not None else [ReturnedItem("1", reason or None, category or None)]
    quotes = [quote(item, as_of) for item in items]
    notes = [asked.say("say.only_payer")] if batch or any(amounts.values()) else []
    content = {"as_of": as_of, "quotes": [told(one, asked) for one in quotes], "notes": notes}
    asked.tell(content, [*(line for one in quotes for line in as_lines(one, asked)), *notes])
    leave(TO_MEND if any(one.payer == "check" for one in quotes) else 0)


def told(one: Quote, asked: Asked) -> dict[str, object]:
    """A quote for JSON."""
    rule = rules()[one.finding.rule]
    finding = as_json.finding(one.finding, rule, RETURN_CHECKS[rule.check], asked.lang)
    kept = {name: finding[name] for name in ("subject", "outcome", "clauses", "terms", "facts", "text")}
    rest = {name: value for name, value in finding.items() if name in ("fix", "missing", "change")}
    return {"payer": one.payer, **kept, **rest, "warnings": list(warnings(one, asked))}


def warnings(one: Quote, asked: Asked) -> Iterator[str]:
    """The near twins, in words."""
    for twin in one.twins:
        payer = asked.say(f"say.payer_{twin.payer}")
        yield asked.say("say.near_twin", row=twin.row, reason=twin.en if asked.lang == "en" else twin.ja, payer=payer)


def as_lines(one: Quote, asked: Asked) -> Iterator[str]:
    """A quote for a person."""
    rule = rules()[one.finding.rule]
    yield asked.say(f"say.payer_{one.payer}")
    yield from list(as_text.explained(one.finding, rule, terms(), asked.lang))[1:]
    yield from ("  " + warning for warning in warnings(one, asked))


COMMANDS = {"quote": quote_command}
