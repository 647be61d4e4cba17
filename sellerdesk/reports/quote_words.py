"""The account of a return in words: amounts with how far they can be trusted, lines, the tariff used, why there is no fare."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from sellerdesk.domain.clause import Words
from sellerdesk.domain.return_costs import Costs, Figure
from sellerdesk.reports.words import fact_names, say

OWN = "own assumption"
"""What stands in place of a clause, in every language: other programs read it."""


def amount(figure: Figure, lang: str) -> str:
    """An amount: the yen, at least or at most so much, or what it waits for."""
    if figure.yen is None:
        return say(lang, "say.yen_unknown")
    return say(lang, f"say.yen_{figure.bound.replace('_', '')}", yen=figure.yen)


def told(figure: Figure, lang: str) -> str:
    """An amount with the inputs that it lacks."""
    if not figure.lacking:
        return amount(figure, lang)
    return f"{amount(figure, lang)} ({say(lang, 'say.without', facts=fact_names(figure.lacking, lang))})"


def basis(clauses: Sequence[str]) -> str:
    """The clauses that a line rests on, or that it is the shop's own assumption."""
    return ", ".join(clauses) or OWN


def tariff_name(lang: str, name: Words | None, start: date, checked: date | None) -> str:
    """The name and date of a table, or that the fare is the owner's contract."""
    if name is None:
        return say(lang, "say.contract_fare", start=start)
    return say(lang, "say.table_of", name=name, start=start, checked=checked or "–")


def typed_fare(lang: str) -> str:
    """That the owner typed the fare."""
    return say(lang, "say.typed_fare")


def no_fare(lang: str, methods: Mapping[str, Words], code: str, told: Sequence[tuple[str, object]], takers: Sequence[str]) -> str:
    """Why a parcel has no fare, by the code and the facts of a NoFare, and the methods that would take it."""
    facts = dict(told)
    more = {"name": facts.get("method", ""), "start": facts.get("from", ""), "names": tuple(facts.values())}
    why = say(lang, f"fare.{code}", **facts, **more)
    return say(lang, "say.takers", why=why, methods=tuple(methods[one] for one in takers)) if takers else why


def account_lines(costs: Costs, lang: str) -> Iterator[str]:
    """The account for a person: the figures, then the lines of the cost."""
    for name, figure in costs.figures.named():
        if name not in ("cost", "sunk"):
            yield f"  {say(lang, f'figure.{name}')}: {told(figure, lang)}"
    yield f"  {say(lang, 'figure.refund_by')}: {costs.refund_by or say(lang, 'say.yen_unknown')}"
    yield f"  {say(lang, 'figure.cost')}: {told(costs.figures.cost, lang)}"
    for line in costs.lines:
        where = ", ".join(line.clauses) or say(lang, "say.own_assumption")
        yield f"    {say(lang, f'line.{line.kind}')}: {told(line.figure, lang)} [{where}]"
