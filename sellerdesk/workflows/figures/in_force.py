"""The figures that this run goes by: the program's own, and those of the fact packs of the shop that is open."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import cache, lru_cache, wraps
from typing import Any, ParamSpec, TypeVar

from sellerdesk import assets
from sellerdesk.domain.folding import fold
from sellerdesk.domain.refusal import UnusableArgument
from sellerdesk.rules.figures import loading
from sellerdesk.rules.figures.figure import Figure, Figures, Version
from sellerdesk.rules.figures.joined import Conflict, conflicts, joined
from sellerdesk.rules.figures.known import SINGLE
from sellerdesk.rules.figures.pack import Pack

P = ParamSpec("P")
T = TypeVar("T")
YEAR = 366
"""Days for which figures, and the national holidays that the calendar names, are taken to hold after they were checked."""
REMEMBERED = 100_000
"""Words and days that one run remembers: more than a sheet has."""


class Taken:
    """The packs that this process goes by, and a number that changes with them: what was made of figures is remembered by it."""

    packs: tuple[Pack, ...] = ()
    number = 0


def take(packs: Iterable[Pack]) -> None:
    """Go by these packs from now on, the last taken in last."""
    wanted = tuple(packs)
    if wanted != Taken.packs:
        Taken.packs, Taken.number = wanted, Taken.number + 1


@contextmanager
def as_if(packs: Iterable[Pack]) -> Iterator[None]:
    """Go by other packs for a while: what a pack would change is judged by it before it is taken in."""
    before = Taken.packs
    take(packs)
    try:
        yield
    finally:
        take(before)


def beside(pack: Pack) -> list[Pack]:
    """The packs in force that a pack does not take the place of: all but the one of the same file."""
    files = {version.pack for figure in pack.figure for version in figure.version}
    return [other for other in Taken.packs if not files & {version.pack for figure in other.figure for version in figure.version}]


def packs_taken() -> tuple[Pack, ...]:
    """The packs in force, the last taken in last."""
    return Taken.packs


def by_figures(make: Callable[P, T]) -> Callable[P, T]:
    """A function that remembers what it made for as long as the figures stay the same."""
    remembered = lru_cache(REMEMBERED)(lambda _number, *args: make(*args))  # type: ignore[call-arg]  # the arguments of `make`

    @wraps(make)
    def made(*args: Any) -> T:
        return remembered(Taken.number, *args)

    return made  # type: ignore[return-value]  # the same arguments, by place


@cache
def own_figures() -> Figures:
    """The program's own figures. Raises FigureFault."""
    return loading.load(assets.texts("figures"))


@by_figures
def figures() -> Figures:
    """All figures in force by id. Raises FigureFault."""
    return joined(own_figures(), [pack.figure for pack in Taken.packs])


@by_figures
def pack_conflicts() -> tuple[Conflict, ...]:
    """Where packs in force say unlike values from one day on: the one that holds, and the one that gives way."""
    found: list[Conflict] = []
    for place, pack in enumerate(Taken.packs):
        before = joined({}, [earlier.figure for earlier in Taken.packs[:place]])
        found += conflicts(before, pack.figure)
    return tuple(found)


@by_figures
def version_on(name: str, day: date) -> Version | None:
    """The version of a figure on a day (Japan); None where it is not known. Raises KeyError for a name that no figure has."""
    return figures()[name].on(day)


def value_on(name: str, day: date) -> Any:
    """The value of a figure on a day (Japan). Raises UnusableArgument where it is not known."""
    version = version_on(name, day)
    if version is None:
        raise UnusableArgument("figure_not_known", name=figures()[name].name if name in SINGLE else name, as_of=day)
    return version.value


@by_figures
def last_checked() -> date:
    """The day (Japan) on which a figure was checked last."""
    return max(version.checked for figure in figures().values() for version in figure.version)


def unconfirmed(day: date) -> date | None:
    """The day of the last check where a day (Japan) lies more than a year after it: its figures and holidays may be others; else None."""
    checked = last_checked()
    return checked if (day - checked).days > YEAR else None


def packs_on(day: date) -> list[str]:
    """The files of the packs of which a figure or a table of fares is in force on a day (Japan)."""
    holding = (figure.on(day) for figure in figures().values()) if Taken.packs else ()
    tables = (table for pack in Taken.packs for tariff in pack.tariff for table in tariff.table if table.holds(day))
    return list(dict.fromkeys(entry.pack for entry in (*holding, *tables) if entry is not None and entry.pack))


def nearest_value(name: str, day: date) -> Any:
    """The value of a figure on a day (Japan), or of the version nearest to it: for what a form begins with, never for a verdict."""
    versions = figures()[name].version
    begun = [version for version in versions if version.start <= day]
    return (begun[-1] if begun else versions[0]).value


@by_figures
def called(group: str, word: str) -> tuple[Figure, ...]:
    """The figures of a group that a word of a report names."""
    return by_word(group).get(fold(word), ())


@by_figures
def by_word(group: str) -> dict[str, tuple[Figure, ...]]:
    """The figures of a group by each of their names, folded."""
    named: dict[str, tuple[Figure, ...]] = {}
    for figure in figures().values():
        if figure.id.startswith(group):
            for word in {fold(name) for name in figure.names()}:
                named[word] = (*named.get(word, ()), figure)
    return named


@by_figures
def figure_of(group: str, word: str, day: date) -> tuple[Figure, Version] | None:
    """The figure of a group that a word of a report names, with its version on a day (Japan); None where it is not known."""
    found = [(figure, version) for figure in called(group, word) if (version := figure.on(day)) is not None]
    return found[0] if found else None
