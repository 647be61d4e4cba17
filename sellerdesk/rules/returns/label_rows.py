"""Several rows under one return label: which of them tells what the label cost. A report may name the cost on one row alone."""

from collections.abc import Callable, Iterable

from sellerdesk.domain.returned_item import ReturnedItem

Label = tuple[str, str]
"""An order, and one of its labels."""


def tells(yen: int | None) -> tuple[bool, bool, int]:
    """How much a row tells of its label by some yen of it: the most yen, else that they are not known, else 0."""
    return bool(yen), yen is None, yen or 0


def best_rows(items: Iterable[ReturnedItem], yen: Callable[[ReturnedItem], int | None]) -> dict[Label, ReturnedItem]:
    """Of every label the row that tells most of it by some yen (None: not known), of equal ones the first."""
    found: dict[Label, ReturnedItem] = {}
    for item in items:
        key = item.subject, item.label
        found[key] = max(found.get(key, item), item, key=lambda row: tells(yen(row)))
    return found
