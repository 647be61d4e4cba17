"""The program's own figures with those of fact packs: on each day the version that begins latest holds, and conflicts are named.

Of two that begin on one day the one that was checked later holds, then the one of the pack taken in later.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

import msgspec

from sellerdesk.domain.period import Period
from sellerdesk.rules.figures.figure import Figure, Figures, Version
from sellerdesk.rules.figures.known import LEAST_POINTS, MOST_POINTS

DAY = timedelta(days=1)
BELOW = ((LEAST_POINTS, MOST_POINTS),)
"""Figures of which the first must be below the second on every day that has both: no points keep a least rate above the cap."""


class Clash(msgspec.Struct, frozen=True):
    """The first day (Japan) on which a figure is not below the one that it must be below."""

    lower: str
    upper: str
    day: date


def clashes(figures: Figures) -> Iterator[Clash]:
    """The figures that no rule can go by together, on each day from which that is so."""
    for lower, upper in BELOW:
        for start, _end in segments((*starts(figures, lower), *starts(figures, upper))):
            least, most = figures[lower].on(start), figures[upper].on(start)
            if least is not None and most is not None and least.value >= most.value:
                yield Clash(lower, upper, start)


class Conflict(msgspec.Struct, frozen=True):
    """Two versions of a figure that begin on the same day with unlike values: the one that holds, and the one that gives way."""

    figure: str
    start: date
    holds: Version
    gives_way: Version


def joined(own: Figures, packs: Iterable[Iterable[Figure]]) -> Figures:
    """All figures by id; a figure that only a pack has is added."""
    figures = dict(own)
    for pack in packs:
        for figure in pack:
            known = figures.get(figure.id)
            figures[figure.id] = figure if known is None else with_versions(known, figure)
    return figures


def with_versions(known: Figure, added: Figure) -> Figure:
    """A figure with the versions and the words of another of the same id."""
    words = tuple(dict.fromkeys((*known.words, *added.names(), *added.words)))
    versions = tuple(timeline((*known.version, *added.version)))
    own = {known.name.ja, known.name.en}
    return msgspec.structs.replace(known, version=versions, words=tuple(word for word in words if word not in own) if known.words else ())


def timeline(versions: Sequence[Version]) -> Iterator[Version]:
    """Versions that may overlap, as ones that do not: on each day that which begins latest, then that checked later, then the later."""
    for start, end in segments(versions):
        holding = [(version.start, version.checked, place) for place, version in enumerate(versions) if version.holds(start)]
        if holding:
            version = versions[max(holding)[2]]
            yield msgspec.structs.replace(version, start=start, end=end, begun=None if version.first == start else version.first)


def segments(periods: Iterable[Period]) -> Iterator[tuple[date, date | None]]:
    """The stretches of days in which none of some periods begins or ends."""
    cuts = sorted({period.start for period in periods} | {period.end + DAY for period in periods if period.end is not None})
    for start, following in pairwise([*cuts, None]):
        if start is not None:
            yield start, None if following is None else following - DAY


def conflicts(known: Figures, pack: Iterable[Figure]) -> Iterator[Conflict]:
    """The versions of a pack that begin on the day of a known one and say otherwise."""
    for figure in pack:
        for version in figure.version:
            other = next(
                (start for start in starts(known, figure.id) if start.start == version.start and start.value != version.value), None
            )
            if other is not None:
                holds = version if version.checked >= other.checked else other
                yield Conflict(figure.id, version.start, holds, other if holds is version else version)


def starts(figures: Figures, name: str) -> Sequence[Version]:
    """The versions of a figure; none where there is no such figure."""
    return figures[name].version if name in figures else ()
