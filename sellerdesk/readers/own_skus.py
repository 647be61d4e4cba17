"""The SKUs that the shop in hand is known to have, for whoever reads a file beside it; every command loads this module."""

from collections.abc import Callable, Container
from contextvars import ContextVar


class EverySku(Container[str]):
    """As if a shop had every SKU."""

    def __contains__(self, _sku: object) -> bool:
        """Whether it has one."""
        return True


OWN_SKUS: ContextVar[Callable[[], Container[str]]] = ContextVar("own_skus", default=frozenset)
"""The SKUs of the saved catalogue of the shop in hand: one of them is nobody's address or number, whatever it looks like."""
