"""The names that the owner of the shop in hand gave to the columns of a sheet, once for its header: every command reads by them."""

from collections.abc import Callable, Mapping
from contextvars import ContextVar
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # every command loads this module, few read a file
    from sellerdesk.readers.sheet import Sheet


def none_given(_sheet: "Sheet") -> Mapping[str, str]:
    """No names: where no shop is in hand."""
    return {}


NAMES_GIVEN: ContextVar[Callable[["Sheet"], Mapping[str, str]]] = ContextVar("names_given", default=none_given)
"""Title → name for the columns of a sheet whose header was named before."""
