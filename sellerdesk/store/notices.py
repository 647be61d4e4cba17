"""What a store was found to be while it was opened, for whoever has a screen to say: a log set aside, undo steps left out."""

from collections import deque

from sellerdesk.domain.refusal import UnusableStore

_found: deque[UnusableStore] = deque(maxlen=20)


def add(code: str, **facts: object) -> None:
    """Keep something to be said."""
    _found.append(UnusableStore(code, **facts))


def take() -> list[UnusableStore]:
    """What is to be said, once."""
    there: list[UnusableStore] = []
    while _found:
        there.append(_found.popleft())
    return there
