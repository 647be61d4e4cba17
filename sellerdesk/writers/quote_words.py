"""The account of a return in words: amounts with how far they can be trusted, lines, the tariff used, why there is no fare."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from sellerdesk.domain.clause import Words
from sellerdesk.domain.doubt import DOUBTS, Doubt
from sellerdesk.domain.parcel import Fare, NoFare
from sellerdesk.domain.refusal import Refusal
from sellerdesk.domain.return_costs import Costs, Figure, Line, OtherStep
from sellerdesk.domain.returned_item import ReturnedItem
from sellerdesk.rules.returns.payer import Reason
from sellerdesk.writers.words import fact_name, fact_names, messages, say

DANGEROUS = ("yes", "potential")
OWN, AMAZONS = "own assumption", "Amazon's fee"
"""What stands in place of a clause, in every language: other programs read it."""


def amount(figure: Figure, lang: str) -> str:
    """An amount: the yen, at least or at most so much, or what it waits for."""
    if figure.yen is None:
        return say(lang, "say.yen_unknown")
    return say(lang, f"say.yen_{figure.bound.replace('_', '')}", yen=figure.yen)


def figure_words(figure: Figure, lang: str) -> str:
    """An amount with the inputs that it lacks."""
    if not figure.lacking:
        return amount(figure, lang)
    return f"{amount(figure, lang)} ({say(lang, 'say.without', facts=fact_names(figure.lacking, lang))})"


def basis(line: Line) -> str:
    """The clauses that a line rests on, or that it is Amazon's own fee, or the shop's own assumption; for other programs."""
    return ", ".join(line.clauses) or (AMAZONS if line.kind == "admin_fee" else OWN)


def basis_words(line: Line, lang: str) -> str:
    """What a line rests on, for a person."""
    return ", ".join(line.clauses) or say(lang, "say.amazons_fee" if line.kind == "admin_fee" else "say.own_assumption")


def table_name(found: Fare, lang: str) -> str:
    """The name and date of a fare's table, or that it is the owner's contract, with what the carrier charges on top of it."""
    return "".join(
        [own_table(found, lang), *(say(lang, "say.on_top", name=surcharge.name, yen=surcharge.yen) for surcharge in found.surcharges)]
    )


def own_table(found: Fare, lang: str) -> str:
    """The name and date of a fare's table, or that it is the owner's contract."""
    if found.tariff is None:
        return say(lang, "say.contract_fare", start=found.start)
    of_pack = f" [{found.pack}]" if found.pack else ""
    named = say(lang, "say.table_of", name=found.tariff, start=found.start, checked=found.checked or "–") + of_pack
    return say(lang, "say.table_assumed", table=named, to=found.assumed_after) if found.assumed_after else named


def tariff_used(found: Fare | NoFare | None, lang: str) -> str | None:
    """The table of a fare, or that the owner typed it; None where there is no fare."""
    if found is None:
        return say(lang, "say.typed_fare")
    return table_name(found, lang) if type(found) is Fare else None


def tariff_in_short(found: Fare | NoFare | None, lang: str) -> str | None:
    """The same where there is little room: the name alone of a table of a carrier's that has its year in it, and nothing else to say."""
    if type(found) is Fare and found.tariff and not (found.surcharges or found.pack or found.assumed_after):
        name = found.tariff.in_(lang)
        return name if str(found.start.year) in name else tariff_used(found, lang)
    return tariff_used(found, lang)


def no_fare(found: NoFare, methods: Mapping[str, Words], lang: str) -> str:
    """Why a parcel has no fare, and the methods that would take it; `methods` are the names of all by id."""
    method = found.facts.get("method", "")
    named = say(lang, f"other_method.{method}") if method in messages()["other_method"] else method
    facts = {**found.facts, **({"method": named} if method else {})}
    facts |= {"name": named, "start": found.facts.get("from", ""), "names": tuple(facts.values())}
    why = say(lang, f"fare.{found.code}", **facts)
    return say(lang, "say.takers", why=why, methods=tuple(methods[taker] for taker in found.takers)) if found.takers else why


def near_twins(twins: Sequence[Reason], yen: int | None, lang: str) -> list[str]:
    """The near twins of a reason, with the yen that they move to the other side, where that is known."""
    each = [
        {"row": reason.row, "reason": reason.en if lang == "en" else reason.ja, "payer": say(lang, f"say.payer_{reason.payer}")}
        for reason in twins
    ]
    return [say(lang, "say.near_twin", **facts) if yen is None else say(lang, "say.near_twin_yen", **facts, yen=yen) for facts in each]


def parcel_warnings(found: Fare | NoFare | None, methods: Mapping[str, Words], lang: str, *, hazmat: bool) -> list[str]:
    """A fare that is not known, and not for want of an input; one that is assumed, or not for everyone; hazmat."""
    why = [no_fare(found, methods, lang)] if type(found) is NoFare and found.code != "lacking_facts" else []
    if type(found) is Fare:
        assumed = [say(lang, "say.fare_assumed", to=found.assumed_after)] if found.assumed_after else []
        why = [*assumed, *([found.note.in_(lang)] if found.note else []), *doubts(surcharge_doubts(found), lang)]
    return [*why, say(lang, "say.hazmat_back")] if hazmat else why


def surcharge_doubts(found: Fare) -> list[Doubt]:
    """What the carrier charges on top of a fare and is not sure."""
    return [
        Doubt(
            DOUBTS[surcharge.sure],
            {"name": surcharge.name, "start": surcharge.start, "source": surcharge.source, "checked": surcharge.checked, "other": ""},
        )
        for surcharge in found.surcharges
        if surcharge.sure != "sure"
    ]


def cover_warnings(payer: str, fare: int | None, refund: int | None, lang: str) -> list[str]:
    """That a refund cannot cover the fare of a return that the customer pays (S-27): the rest may stay with the shop."""
    if payer != "customer" or fare is None or refund is None or fare <= refund:
        return []
    return [say(lang, "say.refund_too_small", refund=refund, fare=fare, rest=fare - refund)]


def day_warnings(arrived_on: date | None, ordered_on: date | None, lang: str) -> list[str]:
    """Days that cannot be."""
    if arrived_on and ordered_on and arrived_on < ordered_on:
        return [say(lang, "say.days_reversed", arrived_on=arrived_on, ordered_on=ordered_on)]
    return []


def plain(number: Fraction) -> str:
    """A number with few decimals, without zeros behind them."""
    return f"{(Decimal(number.numerator) / number.denominator).normalize():f}"


def percent_warnings(referral: Fraction | None, loss: Fraction | None, lang: str) -> list[str]:
    """Per cents below 1, which may have been meant as a fraction of one: 0.15 is 0.15%, not 15%."""
    inputs = (("referral_percent", referral), ("value_loss_percent", loss))
    return [
        say(lang, "say.percent_or_fraction", name=fact_name(name, lang), value=plain(value), other=plain(value * 100))
        for name, value in inputs
        if value is not None and 0 < value < 1
    ]


def warnings(item: ReturnedItem, payer: str, costs: Costs, methods: Mapping[str, Words], lang: str) -> list[str]:
    """What is worth a warning about a return, near twins of its reason apart."""
    return [*parcel_warnings(costs.tariff, methods, lang, hazmat=item.hazmat in DANGEROUS), *own_warnings(item, payer, costs, lang)]


def own_warnings(item: ReturnedItem, payer: str, costs: Costs, lang: str) -> list[str]:
    """What is worth a warning about this one return: its refund, days and per cents."""
    cover = cover_warnings(payer, costs.figures.fare.yen, costs.figures.refund.yen, lang)
    days = day_warnings(item.arrived_on, item.ordered_on, lang)
    percents = percent_warnings(item.referral_percent, item.value_loss_percent, lang)
    return [*cover, *days, *percents, *other_step(costs.other_step, lang)]


def other_step(other: OtherStep | None, lang: str) -> list[str]:
    """That the step of the referral fee can be chosen in another way (AMB-19), with the fees that this makes."""
    if other is None:
        return []
    key = "say.other_step_less_points" if other.less_points else "say.other_step_before_points"
    return [say(lang, key, amount=other.amount, referral=other.referral, admin=other.admin)]


def doubts(found: Sequence[Doubt], lang: str) -> list[str]:
    """What is not sure of the fees, in words."""
    return [say(lang, f"doubt.{doubt.code}", **doubt.facts) for doubt in found]


def not_read(refusal: Refusal, lang: str) -> str:
    """Why a row of a sheet was not read."""
    expected, fix = say(lang, f"expected.{refusal.expected}"), say(lang, f"fix.{refusal.fix}")
    return say(lang, "say.row_not_read", line=refusal.line, column=refusal.column, value=refusal.value, expected=expected, fix=fix)


def account_lines(costs: Costs, lang: str) -> Iterator[str]:
    """The account for a person: the figures, the lines of the cost, and at the foot each input that is not known, once."""
    for name, figure in costs.figures.named():
        if name not in ("cost", "sunk"):
            yield f"  {say(lang, f'figure.{name}')}: {amount(figure, lang)}"
    yield f"  {say(lang, 'figure.refund_by')}: {costs.refund_by or say(lang, 'say.yen_unknown')}"
    yield f"  {say(lang, 'figure.cost')}: {amount(costs.figures.cost, lang)}"
    for line in costs.lines:
        yield f"    {say(lang, f'line.{line.kind}')}: {amount(line.figure, lang)} [{basis_words(line, lang)}]"
    if missing := untold(costs):
        yield "  " + say(lang, "say.without", facts=fact_names(missing, lang))


def untold(costs: Costs) -> tuple[str, ...]:
    """Every input that some amount lacks, each once."""
    figures = [*(figure for _name, figure in costs.figures.named()), *(line.figure for line in costs.lines)]
    return tuple(dict.fromkeys(name for figure in figures for name in figure.lacking))
