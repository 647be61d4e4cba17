"""The closing fee of media: a yen amount for each unit beside the referral fee, known for some categories from a day on."""

from datetime import date

import msgspec

from sellerdesk.domain.clause import Words
from sellerdesk.rules.figures.known import CLOSING, MEDIA, REFERRAL
from sellerdesk.workflows.figures.in_force import by_figures, called


class Closing(msgspec.Struct, frozen=True):
    """A closing fee by name; `yen` (before tax, for each unit) is None where it is not known."""

    name: Words
    yen: int | None
    start: date | None = None


@by_figures
def closing_of(category: str, day: date) -> Closing | None:
    """The closing fee of a category on a day (Japan); None for a category that has none.

    Of media that no closing fee names (a DVD), and of days before a fee's first, it is not known: that is not the same as none.
    """
    for figure in called(CLOSING, category):
        version = figure.on(day)
        return Closing(figure.name, None if version is None else version.value, None if version is None else version.first)
    media = next((figure for figure in called(REFERRAL, category) if figure.id == MEDIA), None)
    return None if media is None else Closing(media.name, None)
