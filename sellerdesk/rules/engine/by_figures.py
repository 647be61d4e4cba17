"""Params of rules that name a figure: a version is cut where the figure changes, so that a figure stands in one place only."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import msgspec

from sellerdesk.domain.clause import Words
from sellerdesk.domain.doubt import Sure
from sellerdesk.domain.period import Period
from sellerdesk.rules.engine.rulebook import Rule, RulebookError, Version
from sellerdesk.rules.figures.figure import Figure, Figures
from sellerdesk.rules.figures.figure import Version as FigureVersion
from sellerdesk.rules.figures.joined import segments

NAMED = "figure"
"""A param that is a table with this one key takes its value from the figure of that id."""
Origin = tuple[str, Words | None, Words | None, date | None]
"""The pack that a figure comes from, the source that it names, what the figure is called, and its first day (Japan)."""
WORST: tuple[Sure, ...] = ("assumption", "sources differ", "one source")
"""What makes a verdict unsure, the worst first."""


def resolved(rules: Mapping[str, Rule], figures: Figures) -> dict[str, Rule]:
    """Rules with the values of the figures that their params name. Raises RulebookError for a figure that there is not."""
    return {name: with_figures(rule, figures) for name, rule in rules.items()}


def with_figures(rule: Rule, figures: Figures) -> Rule:
    """A rule with the values of the figures that its params name."""
    if not any(named(version) for version in rule.version):
        return rule
    versions = [part for version in rule.version for part in parts(rule, version, figures)]
    return msgspec.structs.replace(rule, version=versions)


def is_a_word(version: FigureVersion) -> bool:
    """Whether a figure is no amount but the name of something, on which the sentence of a verdict turns, and not the verdict."""
    return isinstance(version.value, str)


def named(version: Version) -> dict[str, str]:
    """The params that name a figure, each with its id."""
    return {name: value[NAMED] for name, value in version.params.items() if isinstance(value, dict) and set(value) == {NAMED}}


def parts(rule: Rule, version: Version, figures: Figures) -> Iterator[Version]:
    """A version cut where a figure changes; a stretch of days on which a figure is not known has none. Raises RulebookError."""
    names = named(version)
    if strange := set(names.values()) - set(figures):
        raise RulebookError(f"{rule.id}: there is no figure {', '.join(sorted(strange))}")
    whole = Period(start=version.start, end=version.end)
    bounds = [whole, *(version for name in names.values() for version in figures[name].version)]
    for start, end in segments(bounds):
        held = {name: figures[figure].on(start) for name, figure in names.items()}
        values: dict[str, Any] = {name: version.value for name, version in held.items() if version is not None}
        if whole.holds(start) and len(values) == len(names):
            doubts = {version.sure for version in held.values() if version is not None}
            unsure = next((sure for sure in WORST if sure in doubts), None)
            packed = next(((names[name], version) for name, version in held.items() if version is not None and version.pack), None)
            origin: Origin = ("", None, None, None) if packed is None else origin_of(figures[packed[0]], packed[1])
            first = max([version.start, *(version.first for version in held.values() if version is not None and not is_a_word(version))])
            begun = None if first == start else first
            yield Version(start, bounded(end, version.end), {**version.params, **values}, unsure, *origin, begun=begun)


def origin_of(figure: Figure, version: FigureVersion) -> Origin:
    """The pack that a version of a figure comes from, its source, what the figure is called, and its first day (Japan)."""
    return version.pack, version.source, figure.name, version.first


def bounded(end: date | None, last: date | None) -> date | None:
    """The earlier of two last days; None is open-ended."""
    return min((day for day in (end, last) if day is not None), default=None)
