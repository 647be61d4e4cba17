"""`cost`: what points cost, and the lift in sales that pays for them."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sellerdesk.cli.answer import Asked, answering, dated
from sellerdesk.cli.sources import saved_shop
from sellerdesk.domain.facts import SkuFacts, joined
from sellerdesk.domain.money import PER_CENT
from sellerdesk.domain.refusal import UnusableArgument
from sellerdesk.rules.figures.known import MOST_POINTS
from sellerdesk.rules.points.cost import cost as cost_of
from sellerdesk.workflows.figures.closing import Closing, closing_of
from sellerdesk.workflows.figures.in_force import nearest_value
from sellerdesk.workflows.offers.audit import Files, offers_of
from sellerdesk.workflows.points import cost
from sellerdesk.workflows.points.cost import MONTH, Answer, Assumed, Sold, assumed
from sellerdesk.workflows.points.price_cliff import RULE, OnCliff, cliffs_of, fee_of, fees_of, on_cliffs
from sellerdesk.workflows.returns.fees import rate_doubts
from sellerdesk.writers import quote_words

if TYPE_CHECKING:
    from sellerdesk.domain.offer import Offer

FILE = click.Path(path_type=Path)
PER_CENT_MOST = 100


@click.command(name="cost")
@click.argument("listings", required=False, type=FILE)
@click.option("--orders", type=FILE, help="An order report: the units sold in the last days.")
@click.option("--days", type=click.Choice(["30", "90"]), default="30", show_default=True, help="The days counted from --orders.")
@click.option("--units", multiple=True, metavar="SKU=N or N", help="Units a month: of a SKU, or of the whole shop, spread evenly.")
@click.option("--percent", type=int, help="The rate of points; without it the least rate of the day.")
@click.option("--margin", type=click.IntRange(0, PER_CENT_MOST), help="Left of a sale, % of price; an assumption when not given.")
@click.option("--fee", help="Referral fee in percent of the price; an assumption when not given.")
@click.option("--category", help="Category of the offers of which none is known: its fee and its price cliffs.")
@dated
@answering
def cost_command(
    asked: Asked,
    *,
    listings: Path | None,
    orders: Path | None,
    days: str,
    units: tuple[str, ...],
    percent: int | None,
    margin: int | None,
    fee: str | None,
    category: str | None,
    as_of: date,
) -> None:
    """Say what points cost a month at a rate, as a range over the ways of rounding, and what lift in units pays for them."""
    begin = assumed(as_of)
    percent = rate_asked(percent, begin, as_of)
    shop = saved_shop(asked, with_offers=listings is None)
    _source, offers, _saved = offers_of(Files(listings), shop)
    facts = with_category(offers, shop.facts if shop else {}, category)
    on_cliff = [*on_cliffs(offers, facts, as_of)]
    sold = sold_units(offers, orders, units, as_of, int(days))
    if fee is None and category is not None and cliffs_of(category, as_of) is None:
        raise UnusableArgument("fee_not_known", name=category, as_of=as_of)
    begin = typed(begin, percent, margin, fee)
    prices = {offer.sku: offer.price for offer in offers if offer.price is not None}
    answer = cost.answer(sold, prices, fees_of(offers, facts, as_of) if fee is None else {}, begin)
    guessed = [name for name, is_so in (("fee_per_mille", fee is None and answer.others), ("margin_percent", margin is None)) if is_so]
    closing = closing_fees(category, sold, facts, as_of)
    doubts = fee_doubts(asked, sold, facts, as_of) if fee is None else []
    content: dict[str, object] = {
        "as_of": as_of, **answer_json(answer, sold, begin), "assumed": guessed, "closing_fee": closing.get(category or ""),
        "closing_fees": closing, "warnings": doubts,
        "skus": per_sku(offers, sold, percent, facts, as_of) if asked.as_json else [],
        "findings": [cliff_json(asked, cliff) for cliff in on_cliff],
        "cliffs": cliffs_of(category, as_of) if category else None,
    }  # fmt: skip
    lines = [*as_lines(asked, answer, sold, begin.plan), *closing_lines(asked, closing, as_of)]
    if fee is None and answer.others < answer.break_even.units:
        lines.append(asked.say("say.cost_fee_table", as_of=as_of))
    lines += [*doubts, *guess_lines(asked, guessed, begin, answer.others)]
    asked.tell(content, [*lines, *(cliff_words(asked, cliff) for cliff in on_cliff)])


def rate_asked(percent: int | None, begin: Assumed, as_of: date) -> int:
    """The rate of points asked for, else the least of the day (Japan). Raises UnusableArgument."""
    most = int(nearest_value(MOST_POINTS, as_of))
    if percent is not None and not 1 <= percent <= most:
        raise UnusableArgument("not_in_range", name="--percent", least=1, most=most)
    return begin.percent if percent is None else percent


def fee_doubts(asked: Asked, sold: Sold, facts: "Mapping[str, SkuFacts]", as_of: date) -> list[str]:
    """What is not sure of the referral fees of what was sold, in words."""
    named = (facts[sku].category for sku in sold.by_sku if sku in facts)
    return quote_words.doubts(rate_doubts(filter(None, named), as_of), asked.lang)


def typed(begin: Assumed, percent: int, margin: int | None, fee: str | None) -> Assumed:
    """What a cost goes by: what was typed, and where nothing was, the program's assumptions. Raises UnusableArgument."""
    per_mille = begin.fee_per_mille if fee is None else per_mille_of(fee)
    return Assumed(per_mille, begin.margin if margin is None else margin, percent, begin.plan)


def answer_json(answer: Answer, sold: Sold, begin: Assumed) -> dict[str, object]:
    """A cost for JSON; `fee_per_mille` is null where units pay unlike rates."""
    even = answer.break_even
    return {
        "percent": answer.percent, "fees_before_tax": True, "margin_percent": begin.margin, "fee_per_mille": answer.rate, "days": sold.days,
        "units": even.units, "unknown_units": sold.unknown, "months": max(1, sold.days // MONTH), "plan_fee": begin.plan,
        "cost": {"down": answer.cost.down, "half_up": answer.cost.half_up, "up": answer.cost.up},
        "net": answer.net, "break_even_units": even.needed,
        "lift_per_mille": None if even.lift is None else round(even.lift * 1000),
    }  # fmt: skip


def guess_lines(asked: Asked, guessed: list[str], begin: Assumed, units: int) -> Iterator[str]:
    """What of a cost is the program's own assumption."""
    if "fee_per_mille" in guessed:
        yield asked.say("typed.cost_fee_assumed", rate=tenths(begin.fee_per_mille), units=units)
    if "margin_percent" in guessed:
        yield asked.say("typed.cost_margin_assumed", margin=begin.margin)


def closing_fees(category: str | None, sold: Sold, facts: "Mapping[str, SkuFacts]", as_of: date) -> dict[str, Closing]:
    """The closing fees on a day (Japan), by category: of the one that was typed, and of all that sold."""
    named = {facts[sku].category for sku in sold.by_sku if sku in facts}
    found = {name: closing_of(name, as_of) for name in sorted(filter(None, {category, *named}))}
    return {name: closing for name, closing in found.items() if closing is not None}


def closing_lines(asked: Asked, closing: "Mapping[str, Closing]", as_of: date) -> Iterator[str]:
    """The closing fees of categories, which are no part of their referral fees."""
    for category, fee in closing.items():
        if fee.yen is None:
            yield asked.say("say.cost_closing_unknown", category=category, as_of=as_of)
        else:
            yield asked.say("say.cost_closing", name=fee.name, yen=fee.yen, start=fee.start)


def with_category(offers: "Sequence[Offer]", known: "Mapping[str, SkuFacts]", category: str | None) -> "Mapping[str, SkuFacts]":
    """What is known of offers, with a category for those that have none."""
    if category is None:
        return known
    by_option = SkuFacts(category=category)
    return {offer.sku: joined(known.get(offer.sku, by_option), by_option) for offer in offers}


def cliff_json(asked: Asked, cliff: OnCliff) -> dict[str, object]:
    """Advice on a price, for JSON."""
    content = {
        "price": cliff.price,
        "keeps": cliff.keeps,
        "up_to": cliff.cliff.up_to,
        "keeps_there": cliff.cliff.keeps,
        "more_from": cliff.cliff.more_from,
    }
    unsure = {} if cliff.sure == "sure" else {"unsure": cliff.sure}
    facts = {**content, "category": cliff.category.in_(asked.lang), **unsure}
    return {"rule": RULE, "outcome": "advice", "subject": cliff.sku, "line": cliff.line, "facts": facts, "text": cliff_words(asked, cliff)}


def cliff_words(asked: Asked, cliff: OnCliff) -> str:
    """Advice on a price, for a person."""
    facts = {"up_to": cliff.cliff.up_to, "there": cliff.cliff.keeps, "more_from": cliff.cliff.more_from, "category": cliff.category}
    unsure = "" if cliff.sure == "sure" else asked.say(f"source.because_{cliff.sure.replace(' ', '_')}")
    return asked.say("say.price_cliff", sku=cliff.sku, price=cliff.price, keeps=cliff.keeps, **facts) + unsure


def sold_units(offers: "Sequence[Offer]", orders: Path | None, units: tuple[str, ...], as_of: date, days: int) -> Sold:
    """The units sold: of an order report, or typed. Raises UnreadableFile, UnusableArgument."""
    if orders is not None:
        if units:
            raise UnusableArgument("not_together", name="--orders", other="--units")
        return cost.of_file(orders, offers, as_of, days)
    counts = dict(unit.rpartition("=")[::2] for unit in units)
    if not counts or not all(count.isdecimal() for count in counts.values()):
        raise UnusableArgument("write_it", form="cost --orders FILE / cost --units SKU=N / cost --units N")
    if list(counts) == [""]:
        return cost.spread(int(counts[""]), offers)
    return cost.typed({sku: int(count) for sku, count in counts.items()}, offers)


def per_mille_of(fee: str) -> int:
    """A referral fee in percent ("15", "15.4") as whole per mille. Raises UnusableArgument."""
    try:
        value = Fraction(fee.rstrip("%")) * 10
    except ValueError as error:
        raise UnusableArgument("write_it", form="--fee 15.4") from error
    if value.denominator != 1 or not 0 <= value < PER_CENT * 10:
        raise UnusableArgument("write_it", form="--fee 15.4")
    return int(value)


def per_sku(offers: "Sequence[Offer]", sold: Sold, percent: int, facts: "Mapping[str, SkuFacts]", as_of: date) -> list[dict[str, object]]:
    """The cost of every SKU that sold, with its referral fee by the figures of a day (Japan), before tax; null where that is not known."""
    prices = {offer.sku: offer.price for offer in offers}
    rows: list[dict[str, object]] = []
    for sku, count in sold.by_sku.items():
        one = cost_of([(prices[sku] or 0, count)], percent)
        rows.append({"sku": sku, "price": prices[sku], "units": count, "down": one.down, "half_up": one.half_up, "up": one.up})
        category = facts[sku].category if sku in facts else None
        rows[-1]["referral_fee"] = fee_of(category, prices[sku], as_of)
    return rows


def tenths(per_mille: int) -> str:
    """Per mille as per cent with one decimal."""
    return f"{per_mille // 10}.{per_mille % 10}"


def as_lines(asked: Asked, answer: Answer, sold: Sold, plan_fee: int) -> Iterator[str]:
    """The cost for a person."""
    even = answer.break_even
    yield asked.say("say.cost_units", units=even.units, days=sold.days or MONTH)
    if sold.unknown:
        yield asked.say("say.cost_unknown", units=sold.unknown)
    points = answer.cost
    yield asked.say("say.cost_points", percent=answer.percent, down=points.down, half_up=points.half_up, up=points.up)
    yield asked.say("say.cost_net", net=answer.net)
    if even.needed is None or even.lift is None:
        yield asked.say("say.cost_never")
    else:
        yield asked.say("say.cost_lift", needed=even.needed, more=even.needed - even.units, lift=tenths(round(even.lift * 1000)))
    yield asked.say("say.cost_plan", fee=plan_fee)


COMMANDS = {"cost": cost_command}
