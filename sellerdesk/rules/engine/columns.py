"""Columns of facts for a check: one value per subject, equal ones once."""

from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import Any, TypeVar

from sellerdesk.domain.offer import Offers

T = TypeVar("T")
R = TypeVar("R")
FEW = 8
"""Keys of which so few are distinct are quicker looked for one by one."""


def column_of(records: Sequence[Any], name: str) -> Sequence[Any]:
    """One field of many records."""
    return records.column(name) if isinstance(records, Offers) else list(map(attrgetter(name), records))


def once_each(keys: Sequence[Any], judge: Callable[[int], T]) -> list[T]:
    """What is said of every place, where equal keys mean equal answers: each is asked for once, 100,000 rows have few distinct ones."""
    distinct = set(keys)
    if len(distinct) == 1:
        return [judge(0)] * len(keys)
    few = len(distinct) <= FEW
    first = ((key, keys.index(key)) for key in distinct) if few else dict(zip(keys, range(len(keys)), strict=True)).items()
    verdicts = {key: judge(place) for key, place in first}
    return list(map(verdicts.__getitem__, keys))


def told_apart(columns: Sequence[Sequence[Any]]) -> Sequence[Any]:
    """A key for every place, by which rows are told apart: what a column says everywhere alike tells none from another."""
    varying = [column for column in columns if len(set(column)) > 1] or columns[:1]
    return varying[0] if len(varying) == 1 else list(zip(*varying, strict=True))


def some(records: Sequence[R], places: Sequence[int]) -> Sequence[Any]:
    """The records at some places."""
    return records.some(places) if isinstance(records, Offers) else [records[place] for place in places]
