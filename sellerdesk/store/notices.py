"""What a store was found to be while it was opened, for whoever has a screen to say: a log set aside, undo steps left out."""

from collections import deque

from sellerdesk.domain.refusal import UnusableStore

_found: deque[UnusableStore] = deque(maxlen=20)

SWAPPED = ("store_swapped", "log_aside", "journal_aside")


def add(code: str, **facts: object) -> None:
    """Keep something to be said."""
    _found.append(UnusableStore(code, **facts))


def is_swapped() -> bool:
    """Whether it is still to be said that another file lies in the store's place."""
    return any(notice.code in SWAPPED for notice in _found)


def take() -> list[UnusableStore]:
    """What is to be said, once."""
    there: list[UnusableStore] = []
    while _found:
        there.append(_found.popleft())
    return there
