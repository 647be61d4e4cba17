"""Figures in words: their values with units, how sure they are, and their sources."""

from typing import Any

from sellerdesk.domain.clause import Words
from sellerdesk.domain.doubt import Sure
from sellerdesk.rules.figures.known import type_of
from sellerdesk.rules.figures.values import Days, Measure, Percent, PerMille, Referral, Routes, Share, Size, Step, Trial, Yen
from sellerdesk.writers.words import say

TARIFF = "tariff."
"""What the ids of fares begin with: the value of one is the name of its table, or the yen on top of it."""


def value_words(name: str, value: Any, lang: str) -> str:
    """The value of the figure of an id, with its unit."""
    if isinstance(value, Words):
        return value.in_(lang)
    kind = Yen if name.startswith(TARIFF) else type_of(name)
    if isinstance(value, Referral):
        return referral_words(value, lang)
    if isinstance(value, Share):
        most = say(lang, "source.at_most", yen=value.most) if value.most is not None else ""
        return percent(value.per_mille) + most
    if isinstance(value, Measure | Trial | Size | Routes):
        return record_words(value, lang)
    if kind is PerMille:
        return percent(value)
    units = {Yen: "yen", Percent: "percent", Days: "days"}
    return say(lang, f"source.{units[kind]}", value=value) if kind in units else say(lang, f"source.{str(value).lower().replace('-', '_')}")


def percent(per_mille: int) -> str:
    """Per mille as percent: 124 is 12.4%."""
    whole, tenth = divmod(per_mille, 10)
    return f"{whole}.{tenth}%" if tenth else f"{whole}%"


def referral_words(fee: Referral, lang: str) -> str:
    """A referral fee: its steps, how they are taken, its least."""
    steps = [step_words(step, lang) for step in fee.steps]
    kind = say(lang, f"source.{fee.kind}") if len(fee.steps) > 1 else ""
    least = say(lang, "source.at_least", yen=fee.least) if fee.least else ""
    return say(lang, "source.comma").join(steps) + kind + least


def step_words(step: Step, lang: str) -> str:
    """One step of a fee."""
    rate = percent(step.per_mille)
    if step.up_to is None:
        return rate
    return say(lang, "source.step_whole" if step.whole else "source.step", yen=step.up_to, rate=rate)


def record_words(value: Measure | Trial | Size | Routes, lang: str) -> str:
    """A rate to keep, a trial, a size, routes."""
    if isinstance(value, Measure):
        bound = "least" if value.least_percent is not None else "below" if value.below else "most"
        number = value.least_percent if value.least_percent is not None else value.most_percent
        return say(lang, f"source.measure_{bound}", percent=number, days=value.days)
    if isinstance(value, Trial):
        facts = {"same_day": value.same_day_percent, "tracking": value.tracking_percent, "below": value.cancelled_below_percent}
        return say(lang, "source.trial", **facts, orders=value.orders)
    if isinstance(value, Size):
        return say(lang, "source.size", kilos=value.grams // 1000, sides=" × ".join(map(str, value.sides_cm)))
    return say(lang, "source.routes", count=len(value.between), days=value.days)


def sure_words(sure: Sure, lang: str) -> str:
    """How sure a figure is."""
    return say(lang, f"source.{sure.replace(' ', '_')}")
