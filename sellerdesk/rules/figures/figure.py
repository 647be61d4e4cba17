"""A dated figure: its versions, each with a value, a source, the day on which it was checked, and how sure it is."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Annotated, Any

import msgspec

from sellerdesk.domain.clause import Text, Words
from sellerdesk.domain.doubt import Sure
from sellerdesk.domain.period import Period

Name = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9-]+(\.[a-z0-9-]+)+\Z", max_length=80)]


class Version(Period, frozen=True, kw_only=True):
    """The value of a figure in a period (days in Japan, both inclusive). `other` is what another source says.

    `pack` names the file that the version came from; empty for the program's own. `begun` is the first day of one that a pack's
    version broke into, and that goes on from `start` when that one is over.
    """

    value: Any
    source: Words
    checked: date
    sure: Sure = "sure"
    other: Words | None = None
    pack: str = ""
    begun: date | None = None

    @property
    def first(self) -> date:
        """The day (Japan) since when the value is known, as a person is told it."""
        return self.begun or self.start


class Gap(Period, frozen=True, kw_only=True):
    """A period in which a figure is known not to be known, and why."""

    why: Words


class Figure(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A figure by its id. `where` is the place in Seller Central, or with the carrier, to look it up.

    `words` are the names by which reports call the category that the figure is of.
    """

    id: Name
    name: Words
    where: Words
    version: Annotated[tuple[Version, ...], msgspec.Meta(min_length=1)]
    words: tuple[Text, ...] = ()
    gap: tuple[Gap, ...] = ()

    def on(self, day: date) -> Version | None:
        """The version in force on a day (Japan); None where the figure is not known."""
        return next((version for version in self.version if version.holds(day)), None)

    def names(self) -> Iterator[str]:
        """Every name of the figure: its own in both languages, and those of reports."""
        yield from (self.name.ja, self.name.en, *self.words)


Figures = Mapping[str, Figure]
"""All figures by id, the value of each version already of the type that its kind has."""
