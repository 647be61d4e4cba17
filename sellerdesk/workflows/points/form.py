"""Which form of a file sets points on a day."""

from datetime import date
from typing import Literal

from sellerdesk.domain.refusal import UnusableArgument
from sellerdesk.rules.figures.known import POINTS_FORM
from sellerdesk.workflows.figures.in_force import version_on

Form = Literal["price-file", "points-central"]


def form_on(as_of: date) -> Form:
    """The form that sets points on a day (Japan); Points Central's list on a day of which that is not known."""
    in_force = version_on(POINTS_FORM, as_of)
    return "price-file" if in_force is not None and in_force.value == "price-file" else "points-central"


def check_form(form: Form, as_of: date) -> None:
    """Nothing where a form sets points on a day (Japan). Raises UnusableArgument: since when it does not, and which form does."""
    if not sets_points(form, as_of):
        in_force = version_on(POINTS_FORM, as_of)
        raise UnusableArgument("form_of_day", start=in_force.start if in_force else as_of)


def sets_points(form: Form, as_of: date) -> bool:
    """Whether a form sets points on a day (Japan); Points Central's list did so before the files ceased to, too."""
    in_force = version_on(POINTS_FORM, as_of)
    return form == "points-central" or in_force is None or in_force.value == form
